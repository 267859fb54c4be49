import { describe, expect, it } from 'vitest';
import { at, type DocxParts, read } from './build-docx.ts';

const level = (ilvl: number, format: string, text: string, more = '', start = '<w:start w:val="1"/>'): string =>
	`<w:lvl w:ilvl="${ilvl}">${start}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const abstract = (id: number, levels: string): string =>
	`<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, abstractId: number, more = ''): string =>
	`<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const item = (id: number, ilvl = 0, text = '事项'): string =>
	`<w:p><w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const style = (id: string, pPr: string, more = ''): string =>
	`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}<w:pPr>${pPr}</w:pPr></w:style>`;
const inStyle = (id: string): string => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr></w:p>`;

const OUTLINE = abstract(
	0,
	level(0, 'chineseCountingThousand', '%1、') +
		level(1, 'chineseCountingThousand', '（%2）') +
		level(2, 'decimal', '%3.') +
		level(3, 'decimal', '（%4）'),
);
const DECIMAL = abstract(0, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2'));

interface Case {
	readonly name: string;
	readonly parts: DocxParts;
	/** '' for paragraphs without a label. */
	readonly labels: readonly string[];
}

const cases: readonly Case[] = [
	{
		name: 'the outline of a report: deeper levels begin anew',
		parts: {
			numbering: OUTLINE + num(1, 0),
			body: item(1) + item(1, 1) + item(1, 1) + item(1, 2) + item(1) + item(1, 1) + item(1, 2) + item(1, 3),
		},
		labels: ['一、', '（一）', '（二）', '1.', '二、', '（一）', '1.', '（1）'],
	},
	{
		name: 'two nums on one abstract list go on counting',
		parts: { numbering: DECIMAL + num(1, 0) + num(2, 0), body: item(1) + item(2) + item(1) },
		labels: ['1.', '2.', '3.'],
	},
	{
		name: 'startOverride acts at the first use of its num only',
		parts: {
			numbering:
				DECIMAL + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
			body: item(1) + item(2) + item(2) + item(1) + item(2),
		},
		labels: ['1.', '7.', '8.', '9.', '10.'],
	},
	{
		name: 'an override replaces a whole level',
		parts: {
			numbering: DECIMAL + num(1, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1)')}</w:lvlOverride>`),
			body: item(1) + item(1),
		},
		labels: ['I)', 'II)'],
	},
	{
		name: 'lvlRestart 0 never restarts; n restarts after level n only',
		parts: {
			numbering:
				abstract(
					0,
					level(0, 'decimal', '%1') +
						level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>') +
						level(2, 'decimal', '%3', '<w:lvlRestart w:val="1"/>'),
				) + num(1, 0),
			body: item(1) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1) + item(1, 1) + item(1, 2),
		},
		labels: ['1', '1', '1', '2', '2', '2', '3', '1'],
	},
	{
		name: 'isLgl makes every digit decimal; a level that was skipped counts with its start',
		parts: {
			numbering:
				abstract(0, level(0, 'chineseCounting', '%1') + level(1, 'chineseCounting', '%1.%2', '<w:isLgl/>')) + num(1, 0),
			body: item(1, 1) + item(1) + item(1) + item(1, 1),
		},
		labels: ['1.1', '二', '三', '3.1'],
	},
	{
		name: 'a missing start is 0, as the standard says',
		parts: { numbering: abstract(0, level(0, 'decimal', '%1', '', '')) + num(1, 0), body: item(1) + item(1) },
		labels: ['0', '1'],
	},
	{
		name: 'numbers through styles: the level is the one bound to the style, derived styles included',
		parts: {
			numbering:
				abstract(
					0,
					level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="h1"/>') +
						level(1, 'chineseCountingThousand', '（%2）', '<w:pStyle w:val="h2"/>'),
				) + num(1, 0),
			styles:
				style('h1', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
				style('h2', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
				style('h3', '', '<w:basedOn w:val="h2"/>') +
				style('off', '<w:numPr><w:numId w:val="0"/></w:numPr>', '<w:basedOn w:val="h1"/>'),
			body: inStyle('h1') + inStyle('h2') + inStyle('h3') + inStyle('off') + inStyle('h1'),
		},
		labels: ['一、', '（一）', '（二）', '', '二、'],
	},
	{
		name: 'numId 0 on the paragraph removes the number of the style',
		parts: {
			numbering: DECIMAL + num(1, 0),
			styles: style('h', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
			body: '<w:p><w:pPr><w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>' + inStyle('h'),
		},
		labels: ['', '1.'],
	},
	{
		name: 'numStyleLink hops to the list of the numbering style',
		parts: {
			numbering:
				'<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>' +
				OUTLINE +
				num(1, 0) +
				num(2, 5),
			styles:
				'<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
			body: item(2) + item(1),
		},
		labels: ['一、', '二、'],
	},
	{
		name: 'bullets, none, an unknown format and a list that does not exist',
		parts: {
			numbering: abstract(0, level(0, 'bullet', '●') + level(1, 'none', '附') + level(2, 'klingon', '%3.')) + num(1, 0),
			body: item(1) + item(1, 1) + item(1, 2) + item(9),
		},
		labels: ['●', '附', '1.', ''],
	},
	{
		name: 'hidden paragraphs do not count, empty ones do; text boxes count apart',
		parts: {
			numbering: DECIMAL + num(1, 0),
			body:
				'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>' +
				`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${item(1)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>` +
				item(1),
		},
		labels: ['', '1.', '1.', '2.'],
	},
	{
		name: 'a custom format shows its width by example',
		parts: {
			numbering:
				abstract(
					0,
					'<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
				) + num(1, 0),
			body: item(1) + item(1),
		},
		labels: ['009', '010'],
	},
];

describe('labels of numbered paragraphs', () => {
	it.each(cases.map((each) => [each.name, each] as const))('%s', (_, { parts, labels }) => {
		expect(read(parts).paragraphs.map(({ label }) => label?.text ?? '')).toEqual(labels);
	});

	it('never puts the number into the text, and says level, list, value and kind', () => {
		const paragraph = at(read({ numbering: OUTLINE + num(4, 0), body: item(4) + item(4, 1) }), 1);
		expect(paragraph.text).toBe('事项');
		expect(paragraph.label).toMatchObject({ text: '（一）', level: 1, list: '4', bullet: false, value: 1 });
	});

	it('formats the number by the level over the mark, and the text by neither', () => {
		const numbering =
			abstract(0, level(0, 'decimal', '%1.', '<w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="黑体"/></w:rPr>')) +
			num(1, 0);
		const body =
			'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:sz w:val="44"/></w:rPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p>';
		const paragraph = at(read({ numbering, body }), 0);
		expect(paragraph.label?.format).toMatchObject({ eastAsia: '黑体', size: 22 });
		expect(paragraph.runs[0]?.format).toMatchObject({ eastAsia: 'Times New Roman', size: 10 });
	});

	it('says what follows the number: a tab unless stated otherwise', () => {
		const numbering =
			abstract(
				0,
				level(0, 'decimal', '%1') +
					level(1, 'decimal', '%2', '<w:suff w:val="nothing"/>') +
					level(2, 'decimal', '%3', '<w:suff w:val="space"/>'),
			) + num(1, 0);
		const doc = read({ numbering, body: item(1) + item(1, 1) + item(1, 2) });
		expect(doc.paragraphs.map(({ label }) => label?.suffix)).toEqual(['tab', 'nothing', 'space']);
	});

	it('says which number format it does not know', () => {
		const doc = read({ numbering: abstract(0, level(0, 'klingon', '%1')) + num(1, 0), body: item(1) });
		expect(doc.unchecked.map(({ code }) => code)).toContain('number-format');
	});
});
