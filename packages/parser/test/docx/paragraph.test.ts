import type { ParagraphFormat } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { at, type DocxParts, read } from './build-docx.ts';

const GRID = '<w:sectPr><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>';
const SIZE = '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>报告</w:t></w:r>';
const p = (pPr: string, content = SIZE): string => `<w:p><w:pPr>${pPr}</w:pPr>${content}</w:p>`;
const style = (id: string, inner: string): string =>
	`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;

interface Case {
	readonly name: string;
	readonly parts: DocxParts;
	readonly format: Partial<ParagraphFormat>;
}

const LIST =
	'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

const cases: readonly Case[] = [
	{
		name: 'nothing stated',
		parts: { body: p('') },
		format: { alignment: 'left', firstLine: 0, firstLineChars: null, line: 240, lineRule: 'auto', outlineLevel: null },
	},
	{
		name: 'character units beat the twips beside them, on the grid 632 and not 640',
		parts: { body: p('<w:ind w:firstLineChars="200" w:firstLine="9999"/>') + GRID },
		format: { firstLine: 632, firstLineChars: 200 },
	},
	{
		name: 'without a character grid a character is the em of the text',
		parts: { body: p('<w:ind w:firstLineChars="200" w:firstLine="420" w:leftChars="100" w:rightChars="50"/>') },
		format: { firstLine: 640, left: 320, right: 160, leftChars: 100, rightChars: 50 },
	},
	{
		name: 'a paragraph that does not snap has no grid cell',
		parts: { body: p('<w:snapToGrid w:val="0"/><w:ind w:firstLineChars="200"/>') + GRID },
		format: { firstLine: 640, snapToGrid: false },
	},
	{
		name: 'twips alone do not switch inherited character units off',
		parts: {
			styles: style('s', '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>'),
			body: p('<w:pStyle w:val="s"/><w:ind w:firstLine="0"/>'),
		},
		format: { firstLine: 640, firstLineChars: 200 },
	},
	{
		name: 'firstLineChars="0" does, so that the twips count',
		parts: {
			styles: style('s', '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>'),
			body: p('<w:pStyle w:val="s"/><w:ind w:firstLineChars="0" w:firstLine="500"/>'),
		},
		format: { firstLine: 500, firstLineChars: null },
	},
	{
		name: 'hanging is negative and displaces an inherited first line',
		parts: {
			styles: style('s', '<w:pPr><w:ind w:firstLine="640"/></w:pPr>'),
			body: p('<w:pStyle w:val="s"/><w:ind w:left="400" w:hanging="200"/>'),
		},
		format: { firstLine: -200, left: 400 },
	},
	{
		name: 'hanging characters',
		parts: { body: p('<w:ind w:hangingChars="300" w:leftChars="200"/>') },
		format: { firstLine: -960, firstLineChars: -300, left: 640 },
	},
	{
		name: 'line units take the pitch of the grid',
		parts: { body: p('<w:spacing w:beforeLines="50" w:before="1" w:afterLines="100" w:after="2"/>') + GRID },
		format: { before: 290, after: 579 },
	},
	{
		name: 'line units without a grid take 12 pt; automatic spacing beats both',
		parts: { body: p('<w:spacing w:beforeLines="50" w:afterLines="50" w:afterAutospacing="1"/>') },
		format: { before: 120, after: 280 },
	},
	{
		name: 'a bare pitch is no grid',
		parts: { body: `${p('<w:spacing w:beforeLines="100"/>')}<w:sectPr><w:docGrid w:linePitch="579"/></w:sectPr>` },
		format: { before: 240 },
	},
	{
		name: 'line and rule are inherited apart',
		parts: {
			styles: style('s', '<w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr>'),
			body: p('<w:pStyle w:val="s"/><w:spacing w:line="560"/>'),
		},
		format: { line: 560, lineRule: 'exact' },
	},
	{
		name: 'the rest',
		parts: {
			body: p('<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:jc w:val="both"/><w:outlineLvl w:val="1"/>'),
		},
		format: { keepNext: true, keepLines: true, pageBreakBefore: true, alignment: 'justify', outlineLevel: 1 },
	},
	{
		name: 'in a right-to-left paragraph left means right',
		parts: { body: p('<w:bidi/><w:jc w:val="left"/>') },
		format: { alignment: 'right' },
	},
	{
		name: 'a list named by the paragraph beats the indents of the style',
		parts: {
			numbering: LIST,
			styles: style('s', '<w:pPr><w:ind w:left="100" w:firstLine="50"/></w:pPr>'),
			body: p('<w:pStyle w:val="s"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
		},
		format: { left: 720, firstLine: -360 },
	},
	{
		name: 'a list named by the style loses to the indents of that style and beats those of its base',
		parts: {
			numbering: LIST,
			styles:
				style('base', '<w:pPr><w:ind w:left="50" w:right="60" w:firstLine="70"/></w:pPr>') +
				style(
					's',
					'<w:basedOn w:val="base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/></w:pPr>',
				),
			body: p('<w:pStyle w:val="s"/>'),
		},
		format: { left: 100, firstLine: -360, right: 60 },
	},
];

describe('effective paragraph format', () => {
	it.each(cases.map((each) => [each.name, each] as const))('%s', (_, { parts, format }) => {
		expect(at(read(parts), 0).format).toMatchObject(format);
	});

	it('drops the space between neighbours of one style under contextualSpacing', () => {
		const styles = style('s', '<w:pPr><w:contextualSpacing/><w:spacing w:before="100" w:after="200"/></w:pPr>');
		const doc = read({ styles, body: p('<w:pStyle w:val="s"/>').repeat(2) + p('') });
		expect(doc.paragraphs.map(({ format }) => [format.before, format.after])).toEqual([
			[100, 0],
			[0, 200],
			[0, 0],
		]);
	});

	it('closes automatic spacing up between items of one list, at the edges of cells and at the start of a section', () => {
		const auto = '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1"/>';
		const item = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${auto}`;
		const cell = `<w:tbl><w:tr><w:tc>${p(auto)}${p(auto)}</w:tc></w:tr></w:tbl>`;
		const body = p(auto) + p(item) + p(item) + p(auto) + cell;
		const spaces = (settings?: string): readonly (readonly [number, number])[] =>
			read({ numbering: LIST, body, ...(settings === undefined ? {} : { settings }) }).paragraphs.map(
				({ format }) => [format.before, format.after] as const,
			);
		expect(spaces()).toEqual([
			[0, 280],
			[280, 0],
			[0, 280],
			[280, 280],
			[0, 280],
			[280, 0],
		]);
		const fixed = '<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>';
		expect(spaces(fixed)).toEqual(Array.from({ length: 6 }, () => [100, 100]));
	});

	it('measures character units with the size of the text, not of the style', () => {
		const styles = style('s', '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr>');
		const doc = read({ styles, body: p('<w:pStyle w:val="s"/>') + p('<w:pStyle w:val="s"/>', '') });
		expect(doc.paragraphs.map(({ format }) => format.firstLine)).toEqual([640, 420]);
	});
});
