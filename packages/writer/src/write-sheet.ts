/** A sheet (改号对照表, 主持词差异单) as a .docx: A4, 仿宋, tables that repeat their head, large type where it is read aloud. */

import type { SheetBlock, SheetSpan } from '@bianxu/model';
import { type DeflateHost, escapeText, type InflateHost, isRefusal, openPackage, rewritePackage } from '@bianxu/opc';

/** The end record of a package without entries: every part is added to it, with the one date that added entries have. */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Text width of A4 between margins of 20 mm, in twips. */
const textWidth = 9638;

/** Writes a sheet. The same blocks give the same bytes: no date, no author. */
export function writeSheet(blocks: readonly SheetBlock[], host: InflateHost & DeflateHost): Uint8Array {
	const parts = new Map<string, Uint8Array>();
	const put = (name: string, text: string): void => {
		parts.set(name, new TextEncoder().encode(declaration + text));
	};
	const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
	put(
		'/[Content_Types].xml',
		'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
			'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
			'<Default Extension="xml" ContentType="application/xml"/>' +
			`<Override PartName="/word/document.xml" ContentType="${content}document.main+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="${content}styles+xml"/>` +
			`<Override PartName="/word/footer1.xml" ContentType="${content}footer+xml"/></Types>`,
	);
	put('/_rels/.rels', relationships([['rId1', 'officeDocument', 'word/document.xml']]));
	put('/word/document.xml', documentXml(blocks));
	put('/word/styles.xml', styles);
	put('/word/footer1.xml', footer);
	put(
		'/word/_rels/document.xml.rels',
		relationships([
			['rId1', 'styles', 'styles.xml'],
			['rId2', 'footer', 'footer1.xml'],
		]),
	);
	const empty = openPackage(EMPTY_ZIP, host);
	if (isRefusal(empty)) throw new Error(empty.message.en);
	return rewritePackage(empty, new Map(), host, parts);
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
	const items = list.map(
		([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
	);
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function documentXml(blocks: readonly SheetBlock[]): string {
	const section =
		'<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>' +
		'<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
	return `<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${blocks.map(blockXml).join('')}${section}</w:body></w:document>`;
}

const STYLE_OF = {
	title: 'Title',
	session: 'Session',
	heading: 'Heading1',
	lead: 'Lead',
	note: 'Note',
	large: 'Large',
} as const;

function blockXml(block: SheetBlock): string {
	switch (block.kind) {
		case 'title':
		case 'session':
		case 'heading':
			return paragraph(STYLE_OF[block.kind], [block.text]);
		case 'lead':
		case 'note':
		case 'large':
			return paragraph(STYLE_OF[block.kind], block.spans);
		case 'sign':
			return signXml(block.names);
		case 'text':
			return paragraph(null, block.spans);
		case 'table':
			// Word asks for a paragraph between two tables and behind the last.
			return `${tableXml(block)}<w:p><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>`;
	}
}

/** Room to write behind each name, then for day and hour; three places a line fit the text width. */
function signXml(names: readonly string[]): string {
	const places = [...names.map((name) => `${name}：____________`), '　　　年　　月　　日　　时'];
	const lines = Array.from({ length: Math.ceil(places.length / 3) }, (_, at) => places.slice(3 * at, 3 * at + 3));
	return lines.map((line) => paragraph('Sign', [line.join('　')])).join('');
}

function tableXml({ head, widths, rows }: Extract<SheetBlock, { readonly kind: 'table' }>): string {
	const columns = widths.map((width) => Math.round((width / 100) * textWidth));
	const cell = (spans: readonly SheetSpan[], column: number, style: string): string =>
		`<w:tc><w:tcPr><w:tcW w:w="${columns[column] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(style, spans)}</w:tc>`;
	const row = (inner: string, properties: string): string =>
		`<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${inner}</w:tr>`;
	const heads = head.map((text, column) => cell([text], column, 'CellHead')).join('');
	const body = rows.map((each) => row(each.map((spans, column) => cell(spans, column, 'Cell')).join(''), ''));
	return (
		`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
		`<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
		`${row(heads, '<w:tblHeader/>')}${body.join('')}</w:tbl>`
	);
}

function paragraph(style: string | null, spans: readonly SheetSpan[]): string {
	const properties = style === null ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
	return `<w:p>${properties}${spans.map(runXml).join('')}</w:p>`;
}

const LOOKS = {
	old: '<w:strike/><w:color w:val="A40000"/>',
	new: '<w:b/><w:u w:val="single"/>',
	alert: '<w:b/><w:color w:val="A40000"/>',
	strong: '<w:b/>',
} as const;

function runXml(span: SheetSpan): string {
	const text = typeof span === 'string' ? span : span.text;
	const look = typeof span === 'string' ? '' : LOOKS[span.mark];
	const pieces = text.split('\n').map((piece) => `<w:t xml:space="preserve">${escapeText(visible(piece))}</w:t>`);
	// Without the hint “ ” and — would take the Latin face ([MS-OI29500] 2.1.88).
	return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${look}</w:rPr>${pieces.join('<w:br/>')}</w:r>`;
}

/** XML has no place for most controls; they are shown by their code point. */
function visible(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Cs}\ufffe\uffff]/gu,
		(character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
	);
}

function style(id: string, name: string, paragraphFormat: string, runFormat: string): string {
	return (
		`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
		`<w:pPr>${paragraphFormat}</w:pPr><w:rPr>${runFormat}</w:rPr></w:style>`
	);
}

const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const face = (name: string): string => `<w:rFonts w:eastAsia="${name}"/>`;

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
	.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
	.join('');

const styles =
	`<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>` +
	'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/>' +
	`${size(24)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
	'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
	'<w:pPr><w:spacing w:after="80"/></w:pPr></w:style>' +
	style('Title', 'Title', '<w:jc w:val="center"/><w:spacing w:after="160"/>', `${face('方正小标宋简体')}${size(44)}`) +
	style('Session', '会议', '<w:jc w:val="center"/><w:spacing w:after="160"/>', size(24)) +
	style('Sign', '签字', '<w:keepLines/><w:spacing w:before="240" w:after="0"/>', size(24)) +
	style(
		'Heading1',
		'heading 1',
		'<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="0"/>',
		`${face('黑体')}${size(28)}`,
	) +
	style('Lead', '首句', '<w:spacing w:after="160"/>', `${face('黑体')}${size(28)}`) +
	style('Note', '小注', '<w:keepNext/><w:spacing w:before="120" w:after="40"/>', size(18)) +
	// 小一号: read at arm's length on a lectern.
	style('Large', '大字', '<w:keepLines/><w:spacing w:after="120" w:line="720" w:lineRule="atLeast"/>', size(48)) +
	style('Cell', '单元格', '<w:spacing w:before="40" w:after="40"/>', size(21)) +
	style('CellHead', '表头', '<w:keepNext/><w:spacing w:before="40" w:after="40"/>', `${face('黑体')}${size(21)}`) +
	'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>' +
	'<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>' +
	'</w:tblPr></w:style><w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>' +
	`<w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style></w:styles>`;

const field = (kind: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;

const footer =
	`<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="center"/></w:pPr>` +
	`<w:r><w:t xml:space="preserve">— </w:t></w:r>${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
	`${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;
