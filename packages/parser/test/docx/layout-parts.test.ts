import { describe, expect, it } from 'vitest';
import { at, type DocxParts, read } from './build-docx.ts';

const p = (text: string, pPr = ''): string => `<w:p><w:pPr>${pPr}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const reference = (what: 'header' | 'footer', kind: string, id: string): string =>
	`<w:${what}Reference w:type="${kind}" r:id="${id}"/>`;
const PAGE =
	'<w:p><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>';

describe('sections', () => {
	it('reads page set-up and gives each paragraph its section', () => {
		const first =
			'<w:sectPr><w:type w:val="oddPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="10"/><w:pgNumType w:start="5" w:fmt="numberInDash"/><w:cols w:num="2"/><w:titlePg/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>';
		const doc = read(
			`${p('甲')}${p('乙', first)}${p('丙')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:titlePg w:val="0"/></w:sectPr>`,
		);
		expect(doc.paragraphs.map(({ section }) => section)).toEqual([0, 0, 1]);
		expect(doc.sections[0]).toMatchObject({
			width: 16838,
			height: 11906,
			orientation: 'landscape',
			top: 2098,
			right: 1474,
			bottom: 1984,
			left: 1587,
			header: 851,
			footer: 1400,
			gutter: 10,
			grid: { type: 'linesAndChars', linePitch: 579, charSpace: -849 },
			titlePage: true,
			start: 'oddPage',
			pageNumberStart: 5,
			pageNumberFormat: 'numberInDash',
			columns: 2,
		});
		expect(doc.sections[1]).toMatchObject({ orientation: 'portrait', titlePage: false, top: 1440, start: 'nextPage' });
	});

	it('takes the defaults of the application where there is no w:sectPr, and old properties for no section', () => {
		const doc = read(p('甲', '<w:pPrChange><w:pPr><w:sectPr/></w:pPr></w:pPrChange>'));
		expect(doc.sections).toHaveLength(1);
		expect(doc.sections[0]).toMatchObject({ width: 12240, height: 15840, grid: { type: 'none' } });
		expect(doc.sections[0]?.source).toBeUndefined();
	});
});

interface FooterCase {
	readonly name: string;
	readonly settings: string;
	readonly first: string;
	readonly second: string;
	/** Text, kind, sections, shown of each header and footer paragraph. */
	readonly placed: readonly (readonly [string, string, readonly number[], boolean])[];
}

const footerCases: readonly FooterCase[] = [
	{
		name: 'references are inherited by the next section',
		settings: '',
		first: reference('footer', 'default', 'footer1'),
		second: '',
		placed: [
			['单', 'default', [0, 1], true],
			['双', 'default', [], false],
		],
	},
	{
		name: 'an even footer without evenAndOddHeaders is not shown',
		settings: '',
		first: reference('footer', 'default', 'footer1') + reference('footer', 'even', 'footer2'),
		second: '',
		placed: [
			['单', 'default', [0, 1], true],
			['双', 'even', [0, 1], false],
		],
	},
	{
		name: 'it is with the switch, which may also be written off',
		settings: '<w:evenAndOddHeaders/>',
		first: reference('footer', 'default', 'footer1') + reference('footer', 'even', 'footer2'),
		second: reference('footer', 'even', 'footer1'),
		placed: [
			['单', 'default', [0, 1], true],
			['双', 'even', [0], true],
		],
	},
	{
		name: 'evenAndOddHeaders w:val="0" is off; a first footer needs titlePg of its section',
		settings: '<w:evenAndOddHeaders w:val="0"/>',
		first: reference('footer', 'even', 'footer1') + reference('footer', 'first', 'footer2'),
		second: '<w:titlePg/>',
		placed: [
			['单', 'even', [0, 1], false],
			['双', 'first', [1], true],
		],
	},
];

describe('headers and footers', () => {
	it.each(footerCases.map((each) => [each.name, each] as const))('%s', (_, { settings, first, second, placed }) => {
		const doc = read({
			settings,
			extra: { footer1: p('单'), footer2: p('双') },
			body: `${p('甲', `<w:sectPr>${first}</w:sectPr>`)}${p('乙')}<w:sectPr>${second}</w:sectPr>`,
		});
		const found = doc.paragraphs.flatMap(({ where, text, headerFooter }) =>
			where === 'footer' && headerFooter !== null
				? [[text, headerFooter.kind, headerFooter.sections, headerFooter.shown]]
				: [],
		);
		expect(found).toEqual(placed);
	});

	it('come after the body in the order header, footer, footnote; part names with their numbers', () => {
		const doc = read({
			extra: { footer1: p('脚'), header10: p('眉十'), header2: p('眉二') },
			footnotes: `<w:footnote w:type="separator" w:id="-1">${p('')}</w:footnote><w:footnote w:id="2">${p('注')}</w:footnote>`,
			body: `${p('正')}<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
		});
		expect(doc.paragraphs.map(({ where, text }) => `${where} ${text}`)).toEqual([
			'body 正',
			'body ',
			'header 眉二',
			'header 眉十',
			'footer 脚',
			'footnote 注',
		]);
		expect(doc.counts.footnotes).toBe(1);
		expect(at(doc, 1).objects).toEqual(['note-reference']);
	});

	const containers: readonly (readonly [string, string])[] = [
		['simple field', PAGE],
		['content control', `<w:sdt><w:sdtContent>${PAGE}</w:sdtContent></w:sdt>`],
		['frame', PAGE.replace('<w:p>', '<w:p><w:pPr><w:framePr w:wrap="around"/></w:pPr>')],
		[
			'text box',
			`<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${PAGE}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
		],
		['table', `<w:tbl><w:tr><w:tc>${PAGE}</w:tc></w:tr></w:tbl>`],
	];
	it.each(containers)('finds the page number in a %s', (_, inner) => {
		const doc = read({
			extra: { footer1: inner },
			body: `${p('甲')}<w:sectPr>${reference('footer', 'default', 'footer1')}</w:sectPr>`,
		});
		const paragraph = doc.paragraphs.find(({ fields }) => fields.some(({ name }) => name === 'PAGE'));
		expect(paragraph).toMatchObject({ where: 'footer', text: '— 1', headerFooter: { kind: 'default', shown: true } });
	});
});

const cell = (text: string, tcPr = '', more = ''): string => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${p(text)}${more}</w:tc>`;
const row = (cells: string, trPr = ''): string => `<w:tr><w:trPr>${trPr}</w:trPr>${cells}</w:tr>`;

describe('tables', () => {
	const parts: DocxParts = {
		body:
			p('前') +
			'<w:tbl><w:tblPr><w:jc w:val="center"/><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>' +
			row(
				cell('表头', '<w:gridSpan w:val="3"/><w:tcW w:w="6000" w:type="dxa"/><w:vAlign w:val="center"/>'),
				'<w:tblHeader/>',
			) +
			row(cell('序', '<w:vMerge w:val="restart"/>') + cell('名') + cell('数')) +
			row(cell('', '<w:vMerge/>') + cell('内', '', `<w:tbl>${row(cell('嵌'))}</w:tbl><w:p/>`) + cell('尾')) +
			'</w:tbl>' +
			p('后'),
	};
	const doc = read(parts);

	it('counts cells as blocks in document order', () => {
		expect(doc.paragraphs.map(({ text, where }) => `${where} ${text}`)).toEqual([
			'body 前',
			'table 表头',
			'table 序',
			'table 名',
			'table 数',
			'table ',
			'table 内',
			'table 嵌',
			'table ',
			'table 尾',
			'body 后',
		]);
	});

	it('describes the table: merged cells once, nested tables as their own', () => {
		const [outer, inner] = doc.tables;
		expect(outer).toMatchObject({
			index: 0,
			parent: null,
			firstBlock: 1,
			lastBlock: 9,
			columns: [1000, 2000, 3000],
			rows: 3,
			headRows: 1,
			alignment: 'center',
			borders: true,
		});
		expect(
			outer?.cells.map(({ row: r, column, columnSpan, rowSpan, blocks }) => [r, column, columnSpan, rowSpan, blocks]),
		).toEqual([
			[0, 0, 3, 1, [1]],
			[1, 0, 1, 2, [2, 5]],
			[1, 1, 1, 1, [3]],
			[1, 2, 1, 1, [4]],
			[2, 1, 1, 1, [6, 7, 8]],
			[2, 2, 1, 1, [9]],
		]);
		expect(outer?.cells[0]).toMatchObject({ width: 6000, verticalAlign: 'center' });
		expect(inner).toMatchObject({ index: 1, parent: 0, firstBlock: 7, lastBlock: 7, rows: 1, borders: false });
		expect(at(doc, 7).cell).toEqual({ table: 1, row: 0, column: 0 });
		expect(at(doc, 9).cell).toEqual({ table: 0, row: 2, column: 2 });
	});
});
