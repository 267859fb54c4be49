import type { Origin, RunFormat } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { at, type DocxParts, read } from './build-docx.ts';

const HANS_FONTS =
	'<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Jpan" typeface="ＭＳ ゴシック"/><a:font script="Hans" typeface="黑体"/></a:majorFont>' +
	'<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Jpan" typeface="ＭＳ 明朝"/><a:font script="Hans" typeface="宋体"/></a:minorFont>';
const defaults = (rPr: string): string =>
	`<w:docDefaults><w:rPrDefault><w:rPr>${rPr}</w:rPr></w:rPrDefault></w:docDefaults>`;
const style = (type: string, id: string, inner: string, flag = ''): string =>
	`<w:style w:type="${type}" w:styleId="${id}"${flag}><w:name w:val="name of ${id}"/>${inner}</w:style>`;
const run = (rPr: string, text = '会议'): string => `<w:r><w:rPr>${rPr}</w:rPr><w:t>${text}</w:t></w:r>`;
const inStyle = (id: string, content: string): string =>
	`<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${content}</w:p>`;

interface Case {
	readonly name: string;
	readonly parts: DocxParts;
	readonly format: Partial<RunFormat>;
	readonly why?: Partial<Record<keyof RunFormat, Origin>>;
}

const THEME_DEFAULTS = defaults(
	'<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>',
);
const LANGUAGE = (language: string): string => `<w:themeFontLang w:val="en-US" w:eastAsia="${language}"/>`;

const cases: readonly Case[] = [
	{
		name: 'nothing stated anywhere: Times New Roman, 10 pt',
		parts: { body: `<w:p>${run('')}</w:p>` },
		format: { eastAsia: 'Times New Roman', ascii: 'Times New Roman', size: 10, bold: false, color: 'auto', scale: 100 },
		why: { size: 'application-default', eastAsia: 'application-default' },
	},
	{
		name: 'each step displaces the one before it',
		parts: {
			styles:
				defaults('<w:sz w:val="20"/><w:color w:val="111111"/><w:u w:val="single"/><w:w w:val="90"/>') +
				style('paragraph', 'base', '<w:rPr><w:sz w:val="24"/><w:color w:val="222222"/><w:u w:val="double"/></w:rPr>') +
				style('paragraph', 'body', '<w:basedOn w:val="base"/><w:rPr><w:color w:val="333333"/></w:rPr>') +
				style('character', 'mark', '<w:rPr><w:color w:val="444444"/></w:rPr>'),
			body: inStyle('body', run('<w:rStyle w:val="mark"/><w:u w:val="none"/>')),
		},
		format: { size: 12, color: '444444', underline: 'none', scale: 90 },
		why: { size: 'paragraph-style', color: 'character-style', underline: 'direct', scale: 'doc-defaults' },
	},
	{
		name: 'the default style is found by its flag, the last one counts, never by a name',
		parts: {
			styles:
				style('paragraph', 'Normal', '<w:rPr><w:sz w:val="40"/></w:rPr>') +
				style('paragraph', 'a', '<w:rPr><w:sz w:val="32"/></w:rPr>', ' w:default="1"'),
			body: `<w:p>${run('')}</w:p>`,
		},
		format: { size: 16 },
	},
	{
		name: 'a loop of styles is cut',
		parts: {
			styles:
				style('paragraph', 'x', '<w:basedOn w:val="y"/><w:rPr><w:sz w:val="30"/></w:rPr>') +
				style('paragraph', 'y', '<w:basedOn w:val="x"/><w:rPr><w:b/></w:rPr>'),
			body: inStyle('x', run('')),
		},
		format: { size: 15, bold: true },
	},
	{
		name: 'toggles of paragraph and character style cancel each other',
		parts: {
			styles: style('paragraph', 'p', '<w:rPr><w:b/></w:rPr>') + style('character', 'c', '<w:rPr><w:b/><w:i/></w:rPr>'),
			body: inStyle('p', run('<w:rStyle w:val="c"/>')),
		},
		format: { bold: false, italic: true },
	},
	{
		name: 'a toggle set directly is absolute',
		parts: {
			styles: style('paragraph', 'p', '<w:rPr><w:b/><w:i/></w:rPr>') + style('character', 'c', '<w:rPr><w:b/></w:rPr>'),
			body: inStyle('p', run('<w:rStyle w:val="c"/><w:b/><w:i w:val="false"/>')),
		},
		format: { bold: true, italic: false },
		why: { bold: 'direct' },
	},
	{
		name: 'toggle on in the document defaults stays on',
		parts: {
			styles: defaults('<w:b/>') + style('paragraph', 'p', '<w:rPr><w:b/></w:rPr>'),
			body: inStyle('p', run('')),
		},
		format: { bold: true },
	},
	{
		name: 'off in a based style hides on in its base; off in a character style does not hide the paragraph style',
		parts: {
			styles:
				style('paragraph', 'b', '<w:rPr><w:i/><w:b/></w:rPr>') +
				style('paragraph', 'p', '<w:basedOn w:val="b"/><w:rPr><w:i w:val="0"/></w:rPr>') +
				style('character', 'c', '<w:rPr><w:b w:val="0"/></w:rPr>'),
			body: inStyle('p', run('<w:rStyle w:val="c"/>')),
		},
		format: { italic: false, bold: true },
		why: { bold: 'paragraph-style' },
	},
	{
		name: 'an empty East Asian theme font is looked up by the script of themeFontLang',
		parts: { styles: THEME_DEFAULTS, settings: LANGUAGE('zh-CN'), fonts: HANS_FONTS, body: `<w:p>${run('')}</w:p>` },
		format: { eastAsia: '宋体', ascii: 'Calibri' },
		why: { eastAsia: 'theme' },
	},
	{
		name: 'a template with ja-JP resolves to the Japanese face although the text is Chinese',
		parts: { styles: THEME_DEFAULTS, settings: LANGUAGE('ja-JP'), fonts: HANS_FONTS, body: `<w:p>${run('')}</w:p>` },
		format: { eastAsia: 'ＭＳ 明朝' },
	},
	{
		name: 'without a language the font is undetermined, not guessed',
		parts: { styles: THEME_DEFAULTS, fonts: HANS_FONTS, body: `<w:p>${run('')}</w:p>` },
		format: { eastAsia: '' },
	},
	{
		name: 'a name set directly beats an inherited theme font',
		parts: {
			styles: THEME_DEFAULTS,
			settings: LANGUAGE('zh-CN'),
			fonts: HANS_FONTS,
			body: `<w:p>${run('<w:rFonts w:eastAsia="仿宋_GB2312"/>')}</w:p>`,
		},
		format: { eastAsia: '仿宋_GB2312', ascii: 'Calibri' },
		why: { eastAsia: 'direct', ascii: 'theme' },
	},
	{
		name: 'a theme attribute left in the same element beats the name',
		parts: {
			settings: LANGUAGE('zh-CN'),
			fonts: HANS_FONTS,
			body: `<w:p>${run('<w:rFonts w:eastAsia="仿宋_GB2312" w:eastAsiaTheme="majorEastAsia"/>')}</w:p>`,
		},
		format: { eastAsia: '黑体' },
	},
	{
		name: 'a list of families counts as its first',
		parts: { body: `<w:p>${run('<w:rFonts w:eastAsia="仿宋_GB2312;仿宋"/>')}</w:p>` },
		format: { eastAsia: '仿宋_GB2312' },
	},
	{
		name: 'hint decides the slot of ambiguous characters and is inherited',
		parts: {
			styles: style('paragraph', 'p', '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'),
			body: inStyle('p', run('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="宋体"/>')),
		},
		format: { ambiguous: 'eastAsia', eastAsia: '宋体', hAnsi: 'Arial' },
	},
	{
		name: 'Times New Roman as East Asian font yields to equal Western fonts',
		parts: { body: `<w:p>${run('<w:rFonts w:ascii="仿宋" w:hAnsi="仿宋"/>')}</w:p>` },
		format: { eastAsia: '仿宋' },
	},
	{
		name: 'complex script takes the complex-script font for everything',
		parts: { body: `<w:p>${run('<w:rFonts w:ascii="Arial" w:eastAsia="宋体" w:cs="Mangal"/><w:cs/>')}</w:p>` },
		format: { eastAsia: 'Mangal', ascii: 'Mangal' },
	},
	{
		name: 'size, bold and italic of complex script are its own',
		parts: {
			body: `<w:p>${run('<w:b/><w:i/><w:iCs w:val="0"/><w:rtl/><w:sz w:val="32"/><w:szCs w:val="28"/>')}</w:p>`,
		},
		format: { size: 14, bold: false, italic: false, complex: true },
	},
	{
		name: 'the East Asian language decides whether the hint reaches letters with tone marks',
		parts: { body: `<w:p>${run('<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/>')}</w:p>` },
		format: { ambiguous: 'eastAsia', chinese: true },
	},
	{
		name: 'highlight before shading; old properties of a tracked change do not count',
		parts: {
			body: `<w:p>${run('<w:highlight w:val="yellow"/><w:shd w:val="clear" w:fill="FF0000"/><w:strike/><w:vanish/><w:spacing w:val="-6"/><w:vertAlign w:val="superscript"/><w:rPrChange w:id="1"><w:rPr><w:b/><w:sz w:val="99"/></w:rPr></w:rPrChange>')}</w:p>`,
		},
		format: {
			highlight: 'yellow',
			strike: true,
			hidden: true,
			letterSpacing: -6,
			vertical: 'superscript',
			bold: false,
			size: 10,
		},
	},
	{
		name: 'shading shows where there is no highlight; measures of Strict files are read',
		parts: {
			body: `<w:p>${run('<w:shd w:val="clear" w:fill="ff0000"/><w:sz w:val="16pt"/><w:w w:val="80%"/>')}</w:p>`,
		},
		format: { highlight: 'FF0000', size: 16, scale: 80 },
	},
	{
		name: 'the paragraph mark does not format the text',
		parts: { body: `<w:p><w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:pPr>${run('')}</w:p>` },
		format: { bold: false, size: 10 },
	},
	{
		name: 'rows that repeat as heading all count as the first row of the table style',
		parts: {
			styles: style('table', 't', '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'),
			body: `<w:tbl><w:tblPr><w:tblStyle w:val="t"/><w:tblLook w:val="0020"/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc/></w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p>${run('')}</w:p></w:tc></w:tr></w:tbl>`,
		},
		format: { bold: true },
		why: { bold: 'table-style' },
	},
	{
		name: 'a conditional part of the table style counts below the paragraph style',
		parts: {
			styles:
				style('paragraph', 'n', '', ' w:default="1"') +
				style(
					'table',
					't',
					'<w:rPr><w:sz w:val="18"/></w:rPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="00FF00"/></w:rPr></w:tblStylePr><w:tblStylePr w:type="lastRow"><w:rPr><w:color w:val="0000FF"/></w:rPr></w:tblStylePr>',
				),
			body: `<w:tbl><w:tblPr><w:tblStyle w:val="t"/><w:tblLook w:val="0420"/></w:tblPr><w:tr><w:tc><w:p>${run('')}</w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
		},
		format: { bold: true, size: 9, color: '00FF00' },
		why: { bold: 'table-style' },
	},
];

describe('effective run format', () => {
	it.each(cases.map((each) => [each.name, each] as const))('%s', (_, { parts, format, why }) => {
		const [first] = at(read(parts), 0).runs;
		expect(first?.format).toMatchObject(format);
		for (const [key, origin] of Object.entries(why ?? {})) {
			expect(first?.why[key as keyof RunFormat]?.origin, key).toBe(origin);
		}
	});

	it('says that programs differ where a character style switches off what the paragraph style switches on', () => {
		const styles =
			style('paragraph', 'p', '<w:rPr><w:b/></w:rPr>') + style('character', 'c', '<w:rPr><w:b w:val="0"/></w:rPr>');
		const codes = (rPr: string): readonly string[] =>
			read({ styles, body: inStyle('p', run(rPr)) }).unchecked.map(({ code }) => code);
		expect(codes('<w:rStyle w:val="c"/>')).toEqual(['toggle-disputed']);
		expect(codes('<w:rStyle w:val="c"/><w:b/>')).toEqual([]);
		expect(codes('')).toEqual([]);
		const table = style('table', 't', '<w:rPr><w:b/></w:rPr>');
		const body = `<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc>${inStyle('p', run(''))}</w:tc></w:tr></w:tbl>`;
		const doc = read({ styles: styles + table, body });
		expect(doc.unchecked.map(({ code }) => code)).toEqual(['toggle-disputed']);
		expect(at(doc, 0).runs[0]?.format.bold).toBe(false);
	});

	it('gives every value its origin, that of a symbol included', () => {
		const doc = read(
			`<w:p>${run('<w:b/><w:rtl/>')}</w:p><w:p>${run('')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`,
		);
		for (const paragraph of doc.paragraphs) {
			const units = ['firstLineChars', 'leftChars', 'rightChars'];
			expect(Object.keys(paragraph.format).filter((key) => !units.includes(key) && !(key in paragraph.why))).toEqual(
				[],
			);
			for (const { format, why } of paragraph.runs) {
				expect(Object.keys(format).filter((key) => key !== 'complex' && key !== 'chinese' && !(key in why))).toEqual(
					[],
				);
			}
		}
		expect(at(doc, 1).runs[1]?.why.hAnsi).toEqual({ origin: 'direct' });
	});

	it('names the style a value comes from', () => {
		const doc = read({
			styles:
				style('paragraph', 'base', '<w:rPr><w:sz w:val="24"/></w:rPr>') +
				style('paragraph', 'p', '<w:basedOn w:val="base"/>'),
			body: inStyle('p', run('')),
		});
		expect(at(doc, 0).runs[0]?.why.size).toEqual({ origin: 'paragraph-style', style: 'name of base' });
		expect(at(doc, 0).style).toBe('name of p');
	});

	it('gives the mark format of an empty paragraph', () => {
		const doc = read('<w:p><w:pPr><w:rPr><w:sz w:val="32"/><w:b/></w:rPr></w:pPr></w:p>');
		expect(at(doc, 0).markFormat).toMatchObject({ size: 16, bold: true });
		expect(at(doc, 0).runs).toEqual([]);
	});
});
