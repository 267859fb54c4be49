import type { Change, RunFormatChange } from '@bianxu/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocx } from '../docx/build-docx.ts';
import { apply, changedParts, partOf, read } from './round-trip.ts';

const MAIN = '/word/document.xml';
const replace = (block: number, start: number, end: number, text: string): Change => ({
	kind: 'replace-text',
	block,
	start,
	end,
	text,
});
const formatRun = (start: number, end: number, format: RunFormatChange): Change => ({
	kind: 'format-run',
	block: 0,
	start,
	end,
	format,
});
const bodyOf = (bytes: Uint8Array): string => /<w:body>([\s\S]*)<\/w:body>/.exec(partOf(bytes, MAIN))?.[1] ?? '';

describe('exact XML', () => {
	const cases: readonly (readonly [name: string, body: string, changes: readonly Change[], after: string])[] = [
		[
			'text goes into the first run',
			'<w:p><w:r><w:t>会议文件（</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>三</w:t></w:r><w:r><w:t>）</w:t></w:r></w:p>',
			[replace(0, 4, 7, '（五）')],
			'<w:p><w:r><w:t>会议文件（五）</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r><w:r><w:t></w:t></w:r></w:p>',
		],
		[
			'only what is touched',
			'<w:p w14:paraId="1"><w:r><w:t>甲乙</w:t></w:r><w:proofErr w:type="x"/><w:r ><w:t>丙</w:t></w:r></w:p>',
			[replace(0, 2, 3, '丁')],
			'<w:p w14:paraId="1"><w:r><w:t>甲乙</w:t></w:r><w:proofErr w:type="x"/><w:r ><w:t>丁</w:t></w:r></w:p>',
		],
		[
			'blanks and entities',
			'<w:p><w:r><w:t>A&amp;B</w:t></w:r></w:p>',
			[replace(0, 2, 3, ' <C>')],
			'<w:p><w:r><w:t>A&amp; &lt;C&gt;</w:t></w:r></w:p>',
		],
		[
			'a blank at the edge',
			'<w:p><w:r><w:t>甲</w:t></w:r></w:p>',
			[replace(0, 1, 1, ' ')],
			'<w:p><w:r><w:t xml:space="preserve">甲 </w:t></w:r></w:p>',
		],
		[
			'trimmed blanks stay unseen',
			'<w:p><w:r><w:t> 甲乙 </w:t></w:r></w:p>',
			[replace(0, 1, 2, '丙 ')],
			'<w:p><w:r><w:t xml:space="preserve">甲丙 </w:t></w:r></w:p>',
		],
		[
			'breaks and tabs',
			'<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>',
			[replace(0, 1, 1, '\n丙\t')],
			'<w:p><w:r><w:t>甲</w:t><w:br/><w:t>丙</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>',
		],
		[
			'a tab that goes',
			'<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>',
			[replace(0, 1, 2, '')],
			'<w:p><w:r><w:t>甲</w:t><w:t></w:t><w:t>乙</w:t></w:r></w:p>',
		],
		[
			'an empty paragraph',
			'<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="a"/><w:sz w:val="32"/></w:rPr></w:pPr></w:p>',
			[replace(0, 0, 0, '甲')],
			'<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="a"/><w:sz w:val="32"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>甲</w:t></w:r></w:p>',
		],
		[
			'a self-closing paragraph',
			'<w:p w:rsidR="1"/>',
			[replace(0, 0, 0, '甲')],
			'<w:p w:rsidR="1"><w:r><w:t>甲</w:t></w:r></w:p>',
		],
		[
			'theme attributes that would win go',
			'<w:p><w:r><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="x"/><w:sz w:val="28"/><w:lang w:val="en-US"/></w:rPr><w:t>甲</w:t></w:r></w:p>',
			[formatRun(0, 1, { eastAsia: '仿宋_GB2312', latin: 'Times New Roman', size: 16 })],
			'<w:p><w:r><w:rPr><w:rFonts w:cstheme="x" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US"/></w:rPr><w:t>甲</w:t></w:r></w:p>',
		],
		[
			'a run is split',
			'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲 乙丙</w:t></w:r></w:p>',
			[formatRun(2, 3, { color: '000000', bold: false })],
			'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲 </w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="000000"/></w:rPr><w:t>乙</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>丙</w:t></w:r></w:p>',
		],
		[
			'a run is split before a tab',
			'<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>',
			[formatRun(1, 3, { ambiguous: 'eastAsia' })],
			'<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:tab/><w:t>乙</w:t></w:r></w:p>',
		],
		[
			'schema order in w:pPr',
			'<w:p><w:pPr><w:pStyle w:val="1"/><w:ind w:left="100" w:hanging="200"/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>甲</w:t></w:r></w:p>',
			[
				{
					kind: 'format-paragraph',
					block: 0,
					format: { alignment: 'justify', firstLineChars: 200, line: 579, lineRule: 'exact', keepNext: true },
				},
			],
			'<w:p><w:pPr><w:pStyle w:val="1"/><w:keepNext/><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:left="100" w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>甲</w:t></w:r></w:p>',
		],
		[
			'a new w:pPr',
			'<w:p/>',
			[{ kind: 'format-paragraph', block: 0, format: { before: 0 } }],
			'<w:p><w:pPr><w:spacing w:before="0" w:beforeLines="0" w:beforeAutospacing="0"/></w:pPr></w:p>',
		],
		[
			'a page',
			'<w:p/><w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1" w:right="2" w:bottom="3" w:left="4" w:header="5" w:footer="6" w:gutter="0"/><w:cols/></w:sectPr>',
			[
				{
					kind: 'format-page',
					section: 0,
					page: {
						width: 11906,
						height: 16838,
						top: 2098,
						grid: { type: 'linesAndChars', linePitch: 579, charSpace: -849 },
					},
				},
			],
			'<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="2" w:bottom="3" w:left="4" w:header="5" w:footer="6" w:gutter="0"/><w:cols/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>',
		],
		[
			'a document without w:sectPr',
			'<w:p/>',
			[{ kind: 'format-page', section: 0, page: { width: 11906, height: 16838 } }],
			'<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>',
		],
		[
			'paragraphs in and out',
			'<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:bookmarkStart w:id="1" w:name="b"/><w:r><w:t>乙</w:t></w:r></w:p><w:p/>',
			[
				{ kind: 'remove-paragraph', block: 1 },
				{
					kind: 'insert-paragraph',
					block: 1,
					where: 'before',
					text: '丙',
					run: { size: 16 },
					paragraph: { alignment: 'center' },
				},
				{ kind: 'insert-paragraph', block: 0, where: 'after', text: '', run: {}, paragraph: {} },
			],
			'<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p></w:p><w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>丙</w:t></w:r></w:p><w:bookmarkStart w:id="1" w:name="b"/><w:p/>',
		],
		[
			'a text box and its copy',
			'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>',
			[replace(1, 0, 1, '乙')],
			'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>',
		],
	];
	it.each(cases)('%s', (_name, body, changes, after) => {
		const before = buildDocx({ body });
		const result = apply(before, changes);
		expect(result.unsayable).toEqual([]);
		expect(bodyOf(result.bytes)).toBe(after);
		expect(result.failure).toBeNull();
		expect(changedParts(before, result.bytes)).toEqual([MAIN]);
	});
});

describe('what a .docx cannot say', () => {
	const cases: readonly (readonly [name: string, body: string, change: Change])[] = [
		[
			'a field result',
			'<w:p><w:fldSimple w:instr="REF a"><w:r><w:t>三</w:t></w:r></w:fldSimple></w:p>',
			replace(0, 0, 1, '五'),
		],
		[
			"somebody's insertion",
			'<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>三</w:t></w:r></w:ins></w:p>',
			replace(0, 0, 1, '五'),
		],
		[
			"somebody's insertion, its format",
			'<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>三</w:t></w:r></w:ins></w:p>',
			formatRun(0, 1, { bold: true }),
		],
		[
			'a tracked run format',
			'<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t>三</w:t></w:r></w:p>',
			formatRun(0, 1, { bold: false }),
		],
		[
			'a tracked paragraph format',
			'<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange w:id="1" w:author="a"><w:pPr/></w:pPrChange></w:pPr></w:p>',
			{ kind: 'format-paragraph', block: 0, format: { alignment: 'center' } },
		],
		[
			'a locked control',
			'<w:p><w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent><w:r><w:t>三</w:t></w:r></w:sdtContent></w:sdt></w:p>',
			replace(0, 0, 1, '五'),
		],
		['a forbidden character', '<w:p><w:r><w:t>三</w:t></w:r></w:p>', replace(0, 0, 1, '\u0001')],
		['a section break', '<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p/>', { kind: 'remove-paragraph', block: 0 }],
		[
			'the last paragraph of a cell',
			'<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>',
			{ kind: 'remove-paragraph', block: 0 },
		],
		[
			'a paragraph between tables',
			'<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>',
			{ kind: 'remove-paragraph', block: 1 },
		],
		['the only paragraph', '<w:p/>', { kind: 'remove-paragraph', block: 0 }],
		[
			'a page number',
			'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p/>',
			{ kind: 'remove-paragraph', block: 0 },
		],
	];
	it.each(cases)('%s', (_name, body, change) => {
		const before = buildDocx({ body });
		const result = apply(before, [change]);
		expect(result.unsayable.map((entry) => entry.change)).toEqual([change]);
		expect(result.unsayable[0]?.reason.zh).not.toBe('');
		expect(result.bytes).toEqual(before);
	});
});

it('keeps one paragraph of a cell however many are to go', () => {
	const before = buildDocx({ body: '<w:tbl><w:tr><w:tc><w:p/><w:p/></w:tc></w:tr></w:tbl><w:p/>' });
	const result = apply(before, [
		{ kind: 'remove-paragraph', block: 0 },
		{ kind: 'remove-paragraph', block: 1 },
	]);
	expect([result.unsayable.length, result.failure, result.doc.paragraphs.length]).toEqual([1, null, 2]);
});

it('puts off what a rewritten footer would swallow', () => {
	const before = buildDocx({
		body: '<w:p/><w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
		extra: { footer1: '<w:p><w:r><w:t>1</w:t></w:r></w:p>' },
	});
	const format: Change = { kind: 'format-run', block: 1, start: 0, end: 1, format: { eastAsia: '宋体' } };
	const result = apply(before, [format, { kind: 'page-numbers', font: '宋体', size: 14 }]);
	expect(result.unsayable.map((entry) => entry.change)).toEqual([format]);
	expect(result.failure).toBeNull();
});

describe('page numbers', () => {
	const change: Change = { kind: 'page-numbers', font: '宋体', size: 14 };
	const footers = (
		bytes: Uint8Array,
	): readonly (readonly [string | undefined, string, string, boolean | undefined])[] =>
		read(bytes)
			.doc.paragraphs.filter(({ where }) => where === 'footer')
			.map(({ headerFooter, text, format }) => [headerFooter?.kind, text, format.alignment, headerFooter?.shown]);
	const wanted = [
		['default', '— 1 —', 'right', true],
		['even', '— 1 —', 'left', true],
	];

	it('are made where there are none', () => {
		const before = buildDocx({ body: '<w:p/>', settings: '<w:zoom w:percent="100"/><w:compat/>' });
		const result = apply(before, [change]);
		expect([result.failure, result.unsayable]).toEqual([null, []]);
		expect(footers(result.bytes)).toEqual(wanted);
		expect(partOf(result.bytes, '/word/settings.xml')).toContain(
			'<w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:compat/>',
		);
		expect(changedParts(before, result.bytes)).toEqual([
			'/[Content_Types].xml',
			'/word/_rels/document.xml.rels',
			'/word/document.xml',
			'/word/footer1.xml',
			'/word/footer2.xml',
			'/word/settings.xml',
		]);
		const again = apply(result.bytes, [change]);
		expect(again.edits).toBe(0);
		expect(again.bytes).toEqual(result.bytes);
	});

	it('come with settings where the package has none, and with a page change in the same w:sectPr', () => {
		const before = buildDocx({ body: '<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p/>' });
		const page: Change = { kind: 'format-page', section: 1, page: { width: 11906, height: 16838 } };
		const result = apply(before, [change, page, { ...page, section: 0 }]);
		expect([result.failure, result.unsayable]).toEqual([null, []]);
		expect(footers(result.bytes)).toEqual(wanted);
		expect(result.doc.settings.evenAndOddHeaders).toBe(true);
		expect(result.doc.sections.map(({ width }) => width)).toEqual([11906, 11906]);
		expect(bodyOf(result.bytes).match(/<w:sectPr/g)).toHaveLength(2);
	});

	it('replace footers that are only numbers, whatever the kind', () => {
		const body =
			'<w:p/><w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="first" r:id="footer2"/><w:pgNumType w:fmt="numberInDash"/><w:titlePg/></w:sectPr>';
		const before = buildDocx({ body, extra: { footer1: '<w:p><w:r><w:t>第1页</w:t></w:r></w:p>', footer2: '<w:p/>' } });
		const result = apply(before, [change]);
		expect([result.failure, result.unsayable]).toEqual([null, []]);
		expect(footers(result.bytes)).toEqual([
			['default', '— 1 —', 'right', true],
			['first', '— 1 —', 'right', true],
			['even', '— 1 —', 'left', true],
		]);
		expect(result.doc.sections[0]?.pageNumberFormat).toBe('decimal');
	});

	it('leave footers with other text alone', () => {
		const before = buildDocx({
			body: '<w:p/><w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
			extra: { footer1: '<w:p><w:r><w:t>滨江市人大 1</w:t></w:r></w:p>' },
		});
		const result = apply(before, [change]);
		expect([result.unsayable.length, result.bytes]).toEqual([1, before]);
	});

	it('keep a header on even pages', () => {
		const before = buildDocx({
			body: '<w:p/><w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
			extra: { header1: '<w:p><w:r><w:t>秘密</w:t></w:r></w:p>' },
		});
		expect(bodyOf(apply(before, [change]).bytes)).toContain('<w:headerReference w:type="even" r:id="header1"/>');
	});
});

describe('invariants', () => {
	const letter = fc.constantFrom('甲', '乙', 'a', ' ', '&', '<', '“', '😀', '\t', '\n', '　', ']]>');
	const text = fc.array(letter, { maxLength: 5 }).map((units) => units.join(''));
	const escape = (value: string): string =>
		value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	const content = (value: string): string =>
		value
			.split(/([\t\n])/)
			.map((piece) =>
				piece === '\t' ? '<w:tab/>' : piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${escape(piece)}</w:t>`,
			)
			.join('');
	const run = fc
		.tuple(
			text,
			fc.constantFrom(
				'',
				'<w:rPr><w:b/></w:rPr>',
				'<w:rPr><w:sz w:val="32"/><w:lang w:val="zh-CN"/></w:rPr>',
				'<w:rPr/>',
			),
		)
		.map(([value, rPr]) => `<w:r>${rPr}${content(value)}</w:r>`);
	const body = fc
		.array(run, { minLength: 1, maxLength: 5 })
		.map((runs) => `<w:p>${runs.join('<w:bookmarkStart w:id="1" w:name="x"/>')}</w:p>`);
	const format: fc.Arbitrary<RunFormatChange> = fc.record(
		{
			eastAsia: fc.constantFrom('仿宋_GB2312', '黑体'),
			latin: fc.constant('Arial'),
			size: fc.constantFrom(16, 22),
			bold: fc.boolean(),
			ambiguous: fc.constantFrom('eastAsia', 'hAnsi'),
			underline: fc.constant('none'),
			color: fc.constant('FF0000'),
		},
		{ requiredKeys: [] },
	) as fc.Arbitrary<RunFormatChange>;
	const cuts = (length: number, ...values: number[]): number[] =>
		values.map((value) => value % (length + 1)).sort((a, b) => a - b);

	it('replaced text reads back exactly as planned', () => {
		fc.assert(
			fc.property(
				body,
				fc.array(text, { minLength: 2, maxLength: 2 }),
				fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
				(xml, inserted, places) => {
					const before = buildDocx({ body: xml });
					const old = read(before).doc.paragraphs[0]?.text ?? '';
					const [a = 0, b = 0, c = 0, d = 0] = cuts(old.length, ...places);
					const result = apply(
						before,
						b === c
							? [replace(0, a, b, inserted[0] ?? '')]
							: [replace(0, a, b, inserted[0] ?? ''), replace(0, c, d, inserted[1] ?? '')],
					);
					const broken = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
					const expected =
						b === c
							? old.slice(0, a) + (inserted[0] ?? '') + old.slice(b)
							: old.slice(0, a) + (inserted[0] ?? '') + old.slice(b, c) + (inserted[1] ?? '') + old.slice(d);
					fc.pre([a, b, c, d].every((at) => !broken.test(old.slice(0, at))));
					expect(result.unsayable).toEqual([]);
					expect(result.doc.paragraphs[0]?.text).toBe(expected);
					expect(result.failure).toBeNull();
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('a run format takes hold exactly where it was asked for, and a second time changes nothing', () => {
		fc.assert(
			fc.property(body, fc.nat(), fc.nat(), format, (xml, x, y, change) => {
				const before = buildDocx({ body: xml });
				const old = read(before).doc.paragraphs[0];
				const [start = 0, end = 0] = cuts(old?.text.length ?? 0, x, y);
				fc.pre(
					start < end &&
						!/^[\udc00-\udfff]/.test(old?.text.slice(start) ?? '') &&
						!/^[\udc00-\udfff]/.test(old?.text.slice(end) ?? ''),
				);
				const once = apply(before, [formatRun(start, end, change)]);
				expect(once.unsayable).toEqual([]);
				expect(once.failure).toBeNull();
				const { latin, ...direct } = change;
				for (const [at] of [...(old?.text ?? '')].entries()) {
					const was = old?.runs.find((entry) => entry.start <= at && at < entry.end)?.format;
					const is = once.doc.paragraphs[0]?.runs.find((entry) => entry.start <= at && at < entry.end)?.format;
					const inside = start <= at && at < end;
					expect(is).toMatchObject(
						inside ? { ...direct, ...(latin === undefined ? {} : { ascii: latin, hAnsi: latin }) } : { ...was },
					);
				}
				const twice = apply(once.bytes, [formatRun(start, end, change)]);
				expect(twice.edits).toBe(0);
				expect(twice.bytes).toEqual(once.bytes);
			}),
			{ numRuns: 600 },
		);
	});

	it('any mixture of changes is written as planned or given back', () => {
		const box = (text: string): string =>
			`<w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:p/></w:txbxContent>`;
		const rich = [
			'<w:p><w:r><w:t>会议文件（三）</w:t></w:r><w:r><w:tab/><w:t>滨江市</w:t></w:r></w:p>',
			'<w:p/>',
			'<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>',
			`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			'<w:p><w:pPr><w:jc w:val="left"/><w:sectPr/></w:pPr><w:fldSimple w:instr="REF a"><w:r><w:t>域</w:t></w:r></w:fldSimple></w:p>',
			'<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>增</w:t></w:r></w:ins><w:r><w:t>文</w:t></w:r><w:del w:id="2" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>',
			'<w:p><w:r><w:t>末</w:t></w:r></w:p>',
			'<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
		].join('');
		const before = buildDocx({ body: rich, extra: { footer1: '<w:p><w:r><w:t>1</w:t></w:r></w:p>' } });
		const { doc } = read(before);
		const block = fc.nat({ max: doc.paragraphs.length - 1 });
		const place = fc.nat({ max: 12 });
		const change: fc.Arbitrary<Change> = fc.oneof(
			fc.tuple(block, place, place, text).map(([at, a, b, value]) => {
				const [start = 0, end = 0] = cuts(doc.paragraphs[at]?.text.length ?? 0, a, b);
				return replace(at, start, end, value);
			}),
			fc.tuple(block, place, place, format).map(([at, a, b, value]): Change => {
				const [start = 0, end = 0] = cuts(doc.paragraphs[at]?.text.length ?? 0, a, b);
				return { kind: 'format-run', block: at, start, end, format: value };
			}),
			block.map(
				(at): Change => ({
					kind: 'format-paragraph',
					block: at,
					format: { firstLineChars: 200, line: 579, lineRule: 'exact' },
				}),
			),
			fc.tuple(block, fc.constantFrom('before' as const, 'after' as const), text).map(
				([at, where, value]): Change => ({
					kind: 'insert-paragraph',
					block: at,
					where,
					text: value,
					run: { size: 16 },
					paragraph: {},
				}),
			),
			block.map((at): Change => ({ kind: 'remove-paragraph', block: at })),
			fc.nat({ max: 1 }).map((section): Change => ({ kind: 'format-page', section, page: { top: 2098 } })),
			fc.constant<Change>({ kind: 'page-numbers', font: '宋体', size: 14 }),
		);
		const once = (entry: Change): string =>
			entry.kind === 'replace-text' || entry.kind === 'insert-paragraph' || entry.kind === 'format-run'
				? JSON.stringify(entry)
				: `${entry.kind}${'block' in entry ? entry.block : ''}${'section' in entry ? entry.section : ''}`;
		fc.assert(
			fc.property(fc.uniqueArray(change, { maxLength: 10, selector: once }), (changes) => {
				const result = apply(before, changes);
				expect(result.failure).toBeNull();
				if (changes.length > 0 && result.unsayable.length === changes.length) expect(result.bytes).toEqual(before);
			}),
			{ numRuns: 400 },
		);
	});
});
