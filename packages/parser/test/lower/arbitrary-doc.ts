import type { Change, Doc, ParagraphFormatChange, RunFormatChange } from '@bianxu/model';
import fc from 'fast-check';
import { buildDocx } from '../docx/build-docx.ts';

const FONTS = ['仿宋_GB2312', '黑体', '楷体_GB2312', '宋体'] as const;
const pick = fc.constantFrom;
const maybe = (xml: fc.Arbitrary<string>, weight = 3): fc.Arbitrary<string> =>
	fc.oneof({ weight, arbitrary: fc.constant('') }, { weight: 1, arbitrary: xml });

/** w:rPr content in schema order: what drafters' programs write. */
const runProperties = fc
	.tuple(
		maybe(pick(...FONTS).map((font) => `<w:rFonts w:eastAsia="${font}"/>`)),
		maybe(pick('<w:b/>', '<w:b w:val="0"/>')),
		maybe(pick('<w:i/>')),
		maybe(pick('FF0000', '000000').map((color) => `<w:color w:val="${color}"/>`)),
		maybe(pick(28, 32, 44).map((size) => `<w:sz w:val="${size}"/>`)),
		maybe(pick('<w:u w:val="single"/>')),
	)
	.map((parts) => parts.join(''));

/** w:pPr content in schema order, w:pStyle and w:rPr apart. */
const paragraphProperties = fc
	.tuple(
		maybe(pick('<w:keepNext/>')),
		maybe(pick('<w:spacing w:line="579" w:lineRule="exact"/>', '<w:spacing w:before="120" w:beforeLines="50"/>')),
		maybe(
			pick('<w:ind w:firstLineChars="200" w:firstLine="640"/>', '<w:ind w:firstLine="0"/>', '<w:ind w:left="420"/>'),
		),
		maybe(pick('<w:jc w:val="center"/>', '<w:jc w:val="both"/>')),
	)
	.map((parts) => parts.join(''));

const element = (name: string, content: string): string => (content === '' ? '' : `<w:${name}>${content}</w:${name}>`);

const text = fc.string({
	unit: pick('甲', '乙', '丙', '丁', '一', '，', '“', 'A', '7', ' ', '𠀀', '&'),
	minLength: 0,
	maxLength: 6,
});

const escaped = (value: string): string => value.replaceAll('&', '&amp;');

const run = fc
	.tuple(runProperties, maybe(pick('<w:rStyle w:val="C"/>'), 6), text, maybe(pick('<w:tab/>'), 6))
	.map(
		([properties, style, value, tab]) =>
			`<w:r>${element('rPr', style + properties)}<w:t xml:space="preserve">${escaped(value)}</w:t>${tab}</w:r>`,
	);

/** Now and then a wrapper, a mark between runs, or somebody else's revision. */
const inline = (revisions: boolean): fc.Arbitrary<string> =>
	fc.oneof(
		{ weight: 8, arbitrary: run },
		{ weight: 1, arbitrary: run.map((each) => `<w:hyperlink w:anchor="a">${each}</w:hyperlink>`) },
		{ weight: 1, arbitrary: pick('<w:proofErr w:type="spellStart"/>') },
		...(revisions
			? [
					{ weight: 1, arbitrary: run.map((each) => `<w:ins w:id="901" w:author="审核人">${each}</w:ins>`) },
					{
						weight: 1,
						arbitrary: pick('<w:del w:id="902" w:author="审核人"><w:r><w:delText>旧</w:delText></w:r></w:del>'),
					},
				]
			: []),
	);

const paragraph = (revisions: boolean): fc.Arbitrary<string> =>
	fc
		.tuple(
			maybe(
				pick('N', 'B', 'S').map((style) => `<w:pStyle w:val="${style}"/>`),
				1,
			),
			paragraphProperties,
			maybe(runProperties.map((properties) => element('rPr', properties))),
			fc.array(inline(revisions), { maxLength: 4 }),
		)
		.map(
			([style, properties, mark, runs]) => `<w:p>${element('pPr', style + properties + mark)}${runs.join('')}</w:p>`,
		);

const table = (revisions: boolean): fc.Arbitrary<string> =>
	fc
		.array(fc.array(paragraph(revisions), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
		.map((cells) => {
			const row = cells.map((cell) => `<w:tc><w:tcPr/>${cell.join('')}</w:tc>`).join('');
			return `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${row}</w:tr></w:tbl>`;
		});

const style = (id: string, based: string, paragraphs: string, runs: string): string =>
	`<w:style w:type="paragraph"${id === 'N' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${id === 'N' ? 'Normal' : id}"/>${based === '' ? '' : `<w:basedOn w:val="${based}"/>`}${element('pPr', paragraphs)}${element('rPr', runs)}</w:style>`;

const NORMAL = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/>';

/** The bytes of small documents: three styles based on each other, a character style, tables. */
export function arbitraryDocx(revisions = false): fc.Arbitrary<Uint8Array> {
	return fc
		.tuple(
			fc.array(fc.oneof({ weight: 5, arbitrary: paragraph(revisions) }, { weight: 1, arbitrary: table(revisions) }), {
				minLength: 1,
				maxLength: 6,
			}),
			paragraph(revisions),
			fc.array(fc.tuple(paragraphProperties, runProperties), { minLength: 3, maxLength: 3 }),
			runProperties,
		)
		.map(([blocks, last, styles, character]) => {
			const [n, b, s] = styles.map(([paragraphs, runs]) => [paragraphs, runs] as const);
			return buildDocx({
				body: `<w:p/>${blocks.join('')}${last}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`,
				styles: [
					style('N', '', n?.[0] ?? '', NORMAL + (n?.[1] ?? '').replace(/<w:rFonts[^>]*>/, '')),
					style('B', 'N', b?.[0] ?? '', b?.[1] ?? ''),
					style('S', 'B', s?.[0] ?? '', s?.[1] ?? ''),
					`<w:style w:type="character" w:styleId="C"><w:name w:val="C"/>${element('rPr', character)}</w:style>`,
				].join(''),
			});
		});
}

const runFormat: fc.Arbitrary<RunFormatChange> = fc
	.record(
		{
			eastAsia: pick(...FONTS),
			latin: pick('Times New Roman', 'Arial'),
			ambiguous: pick('eastAsia', 'hAnsi'),
			size: pick(14, 16, 22),
			bold: fc.boolean(),
			italic: fc.boolean(),
			underline: fc.constant('none' as const),
			color: pick('000000', '0000FF'),
			letterSpacing: pick(0, 20),
		},
		{ requiredKeys: [] },
	)
	.filter((format) => Object.keys(format).length > 0);

const paragraphFormat: fc.Arbitrary<ParagraphFormatChange> = fc
	.record(
		{
			alignment: pick('justify', 'center', 'left', 'right'),
			firstLineChars: pick(0, 200),
			leftChars: pick(0, 100),
			right: pick(0, 240),
			before: pick(0, 100),
			after: pick(0, 100),
			line: pick(579, 400),
			lineRule: pick('exact', 'atLeast'),
			keepNext: fc.boolean(),
		},
		{ requiredKeys: [] },
	)
	.filter((format) => Object.keys(format).length > 0);

/** A change as numbers from 0 to 1; `changeFor` fits it to a document. */
export type Seed = readonly [kind: Change['kind'], at: number, from: number, to: number, content: Content];

interface Content {
	readonly text: string;
	readonly run: RunFormatChange;
	readonly paragraph: ParagraphFormatChange;
}

const share = fc.nat(999).map((value) => value / 1000);

/** Seeds of changes of some kinds. */
export function arbitrarySeed(kinds: readonly Change['kind'][]): fc.Arbitrary<Seed> {
	return fc.tuple(
		pick(...kinds),
		share,
		share,
		share,
		fc.record({ text: text.map((value) => value.replaceAll('&', '\t<')), run: runFormat, paragraph: paragraphFormat }),
	);
}

/** The change that a seed means in a document. */
export function changeFor(doc: Doc, [kind, at, from, to, content]: Seed): Change {
	const block = Math.floor(at * doc.paragraphs.length);
	const value = doc.paragraphs[block]?.text ?? '';
	const boundary = (part: number): number => {
		const offset = Math.floor(part * (value.length + 1));
		const unit = value.charCodeAt(offset);
		return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
	};
	const [start, end] = [boundary(Math.min(from, to)), boundary(Math.max(from, to))];
	switch (kind) {
		case 'replace-text':
			return { kind, block, start, end, text: content.text };
		case 'format-run':
			return { kind, block, start, end, format: content.run };
		case 'format-paragraph':
			return { kind, block, format: content.paragraph };
		case 'insert-paragraph':
			return {
				kind,
				block,
				where: from < 0.5 ? 'before' : 'after',
				text: content.text,
				run: content.run,
				paragraph: content.paragraph,
			};
		case 'remove-paragraph':
			return { kind, block };
		case 'format-page':
			return { kind, section: 0, page: { top: 1000 + Math.floor(from * 1000) } };
		case 'page-numbers':
			return { kind, font: '宋体', size: 14 };
	}
}
