import { escapeAttribute } from '@bianxu/opc';
import type { Alignment, RoleStyle, Template } from '@bianxu/model';
import {
	cachedTwips,
	familyOf,
	FOOTER_STYLE,
	lookOf,
	NOTE_TURN_STYLE,
	type PageTwips,
	pageTwips,
	type StyleName,
	styleNames,
	textSize,
} from './paper-style.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const alignments: Readonly<Record<Alignment, string>> = {
	left: 'left',
	center: 'center',
	right: 'right',
	justify: 'both',
	distribute: 'distribute',
};

/** Characters that the second and later lines of the 附件说明 stand in: 左空二字 and 「附件：」 (GB/T 9704-2012 7.3.4). */
const NOTE_TURN = 500;
const NOTE_FIRST = 200;

/**
 * word/styles.xml: the template as named styles. Text stands in Normal; every role has its own style with font, size,
 * alignment and an indent in characters with its cached twips, so that a clerk changes a style and not fifty paragraphs.
 */
export function stylesXml(template: Template): string {
	const page = pageTwips(template);
	const latin = familyOf(template, 'latin');
	const text = lookOf(template, 'body');
	const defaults =
		`<w:docDefaults><w:rPrDefault><w:rPr>${fonts(latin, familyOf(template, text.font?.value ?? 'fangsong'))}` +
		`<w:kern w:val="2"/>${sizes(textSize(template))}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>` +
		'</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>';
	const normal =
		'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
		`<w:pPr><w:widowControl w:val="0"/><w:spacing w:line="${page.pitch}" w:lineRule="exact"/>${aligned(text)}</w:pPr>` +
		`<w:rPr>${runLook(template, text)}</w:rPr></w:style>`;
	const noteSize = lookOf(template, 'attachment-note').size?.value ?? textSize(template);
	const turn =
		`<w:style w:type="paragraph" w:customStyle="1" w:styleId="${NOTE_TURN_STYLE}"><w:name w:val="附件说明续行"/>` +
		'<w:basedOn w:val="AttachmentNote"/><w:qFormat/>' +
		`<w:pPr><w:ind${indent('left', NOTE_TURN, noteSize, page)} w:firstLineChars="0" w:firstLine="0"/></w:pPr></w:style>`;
	return (
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="${main}">${defaults}${normal}` +
		styleNames.map((style) => roleStyle(template, page, style)).join('') +
		turn +
		footerStyle(template, page) +
		'<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
		'<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
		'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
		'<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
		'<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
		'</w:styles>'
	);
}

function roleStyle(template: Template, page: PageTwips, style: StyleName): string {
	const look = lookOf(template, style.role);
	const size = look.size?.value ?? textSize(template);
	const closes = style.role === 'signature' || style.role === 'date';
	const first = look.firstLineChars?.value ?? (style.role === 'attachment-note' ? NOTE_FIRST : 0);
	const indents =
		indent('left', look.leftChars?.value ?? 0, size, page) +
		indent('right', look.rightChars?.value ?? 0, size, page) +
		indent('firstLine', first, size, page);
	const heading = style.outlineLevel !== undefined;
	const own = template.roles[style.role];
	const custom = /\p{Script=Han}/u.test(style.name) ? ' w:customStyle="1"' : '';
	return (
		`<w:style w:type="paragraph"${custom} w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/>` +
		`<w:next w:val="${heading || style.role === 'salutation' ? 'NormalIndent' : style.role === 'body' ? style.id : 'Normal'}"/><w:qFormat/>` +
		`<w:pPr>${heading ? '<w:keepNext/>' : ''}${style.role === 'attachment-label' ? '<w:pageBreakBefore/>' : ''}` +
		(indents === '' ? '' : `<w:ind${indents}/>`) +
		// 署名 and 成文日期 are counted from the right edge: 右空二字 (GB/T 9704-2012 7.3.5.2).
		(closes && own?.alignment === undefined ? '<w:jc w:val="right"/>' : aligned(own ?? {})) +
		(heading ? `<w:outlineLvl w:val="${style.outlineLevel}"/>` : '') +
		`</w:pPr><w:rPr>${runLook(template, look)}</w:rPr></w:style>`
	);
}

/** Page numbers: digits and dashes in the same face (GB/T 9704-2012 7.5: 4号半角宋体), off the line grid. */
function footerStyle(template: Template, page: PageTwips): string {
	const { font, size } = template.page.pageNumber;
	const family = familyOf(template, font.value);
	return (
		`<w:style w:type="paragraph" w:styleId="${FOOTER_STYLE}"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>` +
		`<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="${page.numberLine}" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr>` +
		`<w:rPr>${fonts(family, family)}${sizes(size.value)}</w:rPr></w:style>`
	);
}

function runLook(template: Template, look: RoleStyle): string {
	const eastAsia = familyOf(template, look.font?.value ?? 'fangsong');
	const bold = look.bold?.value === true ? '<w:b/><w:bCs/>' : '';
	return `${fonts(familyOf(template, 'latin'), eastAsia)}${bold}${sizes(look.size?.value ?? textSize(template))}`;
}

function fonts(latin: string, eastAsia: string): string {
	const western = escapeAttribute(latin);
	return `<w:rFonts w:ascii="${western}" w:eastAsia="${escapeAttribute(eastAsia)}" w:hAnsi="${western}" w:cs="${western}"/>`;
}

function sizes(points: number): string {
	return `<w:sz w:val="${Math.round(points * 2)}"/><w:szCs w:val="${Math.round(points * 2)}"/>`;
}

function aligned(look: RoleStyle): string {
	return look.alignment === undefined ? '' : `<w:jc w:val="${alignments[look.alignment.value]}"/>`;
}

/** Both units: Word goes by the characters, and readers that do not know them by the twips. */
function indent(side: 'left' | 'right' | 'firstLine', chars: number, size: number, page: PageTwips): string {
	if (chars === 0) return '';
	return ` w:${side}Chars="${chars}" w:${side}="${cachedTwips(chars, size, page.charSpace)}"`;
}
