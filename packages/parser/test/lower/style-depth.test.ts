import type { Change } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { host } from '../../../opc/test/host.ts';
import { lowerDocx, styleDepth } from '../../src/index.ts';
import { buildDocx } from '../docx/build-docx.ts';
import { changedParts, partOf, read } from './round-trip.ts';

const STYLES = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体" w:hAnsi="Calibri"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="公文正文"/><w:basedOn w:val="N"/><w:link w:val="BC"/><w:qFormat/><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="S"><w:name w:val="小字"/><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="U"><w:name w:val="填写"/><w:basedOn w:val="N"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="BC"><w:name w:val="公文正文字符"/><w:rPr><w:rFonts w:eastAsia="隶书"/></w:rPr></w:style>`;

const p = (style: string, text: string, run = '', pPr = ''): string =>
	`<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${pPr}</w:pPr><w:r>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}<w:t>${text}</w:t></w:r></w:p>`;
const font = (block: number, end = 2): Change => ({
	kind: 'format-run',
	block,
	start: 0,
	end,
	format: { eastAsia: '仿宋_GB2312' },
});
const justify = (block: number): Change => ({ kind: 'format-paragraph', block, format: { alignment: 'justify' } });

/** Which parts change, and through which style each change goes. */
function depth(
	body: string,
	changes: readonly Change[],
	wanted = changes,
): readonly [readonly string[], readonly (string | null)[]] {
	const bytes = buildDocx({ body, styles: STYLES });
	const { doc, source } = read(bytes);
	const lowered = lowerDocx(doc, source, changes, { wanted });
	const { through } = styleDepth(doc, source, wanted);
	const names = changes.map((change) => {
		const share = through(change);
		return share === null ? null : `${share.style} ${share.shared}`;
	});
	return [changedParts(bytes, lowered.write(host)).map((name) => name.replace('/word/', '')), names];
}

describe('a format goes to the depth that it is wrong at', () => {
	const cases: readonly (readonly [
		name: string,
		body: string,
		changes: readonly Change[],
		parts: readonly string[],
		through: readonly (string | null)[],
	])[] = [
		[
			'all users of a style want the same: the style',
			p('B', '甲乙') + p('B', '丙丁'),
			[font(0), font(1)],
			['styles.xml'],
			['公文正文 2', '公文正文 2'],
		],
		[
			'one user is right as it is: the paragraphs',
			p('B', '甲乙') + p('B', '丙丁') + p('B', '戊己'),
			[font(0), font(1)],
			['document.xml'],
			[null, null],
		],
		[
			'one user wants something else: the paragraphs',
			p('B', '甲乙') + p('B', '丙丁') + p('B', '戊己'),
			[font(0), font(1), { ...font(2), format: { eastAsia: '黑体' } } as Change],
			['document.xml'],
			[null, null, null],
		],
		[
			'a user that states its own font is not in the way',
			p('B', '甲乙') + p('B', '丙丁') + p('B', '戊己', '<w:rFonts w:eastAsia="黑体"/>'),
			[font(0), font(1)],
			['styles.xml'],
			['公文正文 2', '公文正文 2'],
		],
		[
			'a wrong one that states its own font is changed itself',
			p('B', '甲乙') + p('B', '丙丁') + p('B', '戊己', '<w:rFonts w:eastAsia="黑体"/>'),
			[font(0), font(1), font(2)],
			['document.xml', 'styles.xml'],
			['公文正文 2', '公文正文 2', null],
		],
		[
			'a style based on it inherits, and wants the same',
			p('B', '甲乙') + p('S', '丙丁'),
			[font(0), font(1)],
			['styles.xml'],
			['公文正文 2', '公文正文 2'],
		],
		[
			'a style based on it inherits, and does not',
			p('B', '甲乙') + p('B', '丙丁') + p('S', '戊己'),
			[font(0), font(1)],
			['document.xml'],
			[null, null],
		],
		[
			'a table cell uses it',
			p('B', '甲乙') +
				p('B', '丙丁') +
				`<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${p('B', '戊己')}</w:tc></w:tr></w:tbl>`,
			[font(0), font(1)],
			['document.xml'],
			[null, null],
		],
		[
			'a run in the linked character style has a font of its own',
			p('B', '甲乙') + p('B', '丙丁') + p('B', '戊己', '<w:rStyle w:val="BC"/>'),
			[font(0), font(1)],
			['styles.xml'],
			['公文正文 2', '公文正文 2'],
		],
		[
			'only part of the text is wrong',
			p('B', '甲乙') + p('B', '丙丁'),
			[font(0), font(1, 1)],
			['document.xml'],
			[null, null],
		],
		[
			'Western text does not show an East Asian font',
			p('B', '甲乙') + p('B', '丙丁') + p('B', 'abc'),
			[font(0), font(1)],
			['styles.xml'],
			['公文正文 2', '公文正文 2'],
		],
		[
			'a blank shows an underline: it is a place to fill in',
			p('U', '甲乙') + p('U', '丙丁') + p('U', '　　'),
			[0, 1].map((block) => ({ kind: 'format-run', block, start: 0, end: 2, format: { underline: 'none' } })),
			['document.xml'],
			[null, null],
		],
		[
			'and no colour',
			p('B', '甲乙') + p('B', '丙丁') + p('B', '　　'),
			[0, 1].map((block) => ({ kind: 'format-run', block, start: 0, end: 2, format: { color: '000000' } })),
			['styles.xml'],
			['公文正文 2', '公文正文 2'],
		],
		[
			'a value that no style states goes into the paragraphs’ own style',
			p('B', '甲乙') + p('B', '丙丁') + p('', '戊己'),
			[justify(0), justify(1)],
			['styles.xml'],
			['公文正文 2', '公文正文 2'],
		],
		[
			'an empty line does not show its alignment',
			p('B', '甲乙') + p('B', '丙丁') + '<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr></w:p>',
			[justify(0), justify(1)],
			['styles.xml'],
			['公文正文 2', '公文正文 2'],
		],
		[
			'but its space',
			p('B', '甲乙') + p('B', '丙丁') + '<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr></w:p>',
			[0, 1].map((block) => ({ kind: 'format-paragraph', block, format: { before: 100 } })),
			['document.xml'],
			[null, null],
		],
		[
			'twips of one user’s own would mix with character units of the style',
			p('B', '甲乙') + p('B', '丙丁', '', '<w:ind w:firstLine="0"/>'),
			[0, 1].map((block) => ({ kind: 'format-paragraph', block, format: { firstLineChars: 200 } })),
			['document.xml'],
			[null, null],
		],
		['one paragraph alone is changed itself', p('B', '甲乙'), [font(0)], ['document.xml'], [null]],
		[
			'the default style’s size moves a character grid',
			`${p('', '甲乙')}${p('', '丙丁')}<w:sectPr><w:docGrid w:type="linesAndChars" w:linePitch="312" w:charSpace="100"/></w:sectPr>`,
			[0, 1].map((block) => ({ kind: 'format-run', block, start: 0, end: 2, format: { size: 15 } })),
			['document.xml'],
			[null, null],
		],
		[
			'and not another one',
			`${p('', '甲乙')}${p('', '丙丁')}<w:sectPr><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>`,
			[0, 1].map((block) => ({ kind: 'format-run', block, start: 0, end: 2, format: { size: 15 } })),
			['styles.xml'],
			['Normal 2', 'Normal 2'],
		],
	];
	it.each(cases)('%s', (_name, body, changes, parts, through) => {
		expect(depth(body, changes)).toEqual([parts, through]);
	});

	it('a paragraph whose turn comes in a later round counts', () => {
		const body = p('B', '甲乙') + p('B', '丙丁') + p('B', '戊己');
		expect(depth(body, [font(0), font(1)])[0]).toEqual(['document.xml']);
		expect(depth(body, [font(0), font(1)], [font(0), font(1), font(2)])[0]).toEqual(['styles.xml']);
	});

	it('never with tracked changes: a style cannot be rejected', () => {
		const bytes = buildDocx({ body: p('B', '甲乙') + p('B', '丙丁'), styles: STYLES });
		const { doc, source } = read(bytes);
		const written = lowerDocx(doc, source, [font(0), font(1)], { tracked: true }).write(host);
		expect(changedParts(bytes, written)).toEqual(['/word/document.xml']);
	});

	it('writes the properties where the schema has them', () => {
		const bytes = buildDocx({ body: p('B', '甲乙') + p('B', '丙丁'), styles: STYLES });
		const { doc, source } = read(bytes);
		const written = lowerDocx(doc, source, [font(0), font(1), justify(0), justify(1)]).write(host);
		expect(partOf(written, '/word/styles.xml')).toContain(
			'<w:link w:val="BC"/><w:qFormat/><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr></w:style>',
		);
	});
});
