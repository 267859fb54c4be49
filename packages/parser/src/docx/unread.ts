import { fontOf, type Paragraph, type Run } from '@bianxu/model';
import {
	attr,
	elementName,
	elementsNamed,
	type OpcPackage,
	parentOf,
	printable,
	type Relationship,
	type XmlDocument,
} from '@bianxu/opc';
import type { Notices } from './notices.ts';
import type { StyleSheet } from './styles.ts';

/**
 * What a .docx may hold that the Doc has no place for. No rule can look at it, so it is named in the list of what was not
 * checked: "no findings" must never mean "not looked at".
 */

type Code =
	| 'text-effect'
	| 'paragraph-effect'
	| 'page-effect'
	| 'ruby'
	| 'tracked-changes'
	| 'bound-control'
	| 'form-field';

/** Sentences around the list of names. */
const SENTENCES: Readonly<Record<Code, readonly [zh: (names: string) => string, en: (names: string) => string]>> = {
	'text-effect': [(names) => `文字效果未检查：${names}`, (names) => `text effects not checked: ${names}`],
	'paragraph-effect': [(names) => `段落效果未检查：${names}`, (names) => `paragraph effects not checked: ${names}`],
	'page-effect': [(names) => `页面效果未检查：${names}`, (names) => `page effects not checked: ${names}`],
	ruby: [() => '拼音指南的注音未检查，只查正文', () => 'phonetic guides were not checked, only their base text'],
	'tracked-changes': [
		() => '含有修订痕迹：按全部接受之后的样子检查，删去的文字和旧格式未检查',
		() => 'tracked changes: checked as if all were accepted; deleted text and old formats were not',
	],
	'bound-control': [
		() => '内容控件绑定了数据，打开时会以数据为准；只检查了文件里现有的文字',
		() => 'content controls are bound to data that replace their text on opening; only the present text was checked',
	],
	'form-field': [
		() => '表单域、下拉列表、复选框的选项未检查，只查当前显示的文字',
		() => 'choices of form fields, lists and check boxes were not checked, only the text shown',
	],
};

type Row = readonly [element: string, code: Code, zh: string, en: string, parent?: string];

/** Elements by name (and parent, where the name alone means several things). */
const ELEMENTS: readonly Row[] = [
	['w:caps', 'text-effect', '全部大写', 'all capitals'],
	['w:smallCaps', 'text-effect', '小型大写', 'small capitals'],
	['w:outline', 'text-effect', '空心', 'outline'],
	['w:shadow', 'text-effect', '阴影', 'shadow'],
	['w:emboss', 'text-effect', '阳文', 'emboss'],
	['w:imprint', 'text-effect', '阴文', 'imprint'],
	['w:effect', 'text-effect', '动态效果', 'animation'],
	['w:bdr', 'text-effect', '文字边框', 'text border'],
	['w:fitText', 'text-effect', '调整宽度', 'fitted width'],
	['w:position', 'text-effect', '升降', 'raised or lowered text'],
	['w:em', 'text-effect', '着重号', 'emphasis marks'],
	['w:eastAsianLayout', 'text-effect', '双行合一、纵横混排', 'two lines in one, horizontal in vertical'],
	['w:specVanish', 'text-effect', '样式分隔符', 'style separator'],
	['w14:glow', 'text-effect', '发光', 'glow'],
	['w14:shadow', 'text-effect', '阴影', 'shadow'],
	['w14:reflection', 'text-effect', '映像', 'reflection'],
	['w14:textOutline', 'text-effect', '文字轮廓', 'text outline'],
	['w14:textFill', 'text-effect', '文字填充', 'text fill'],
	['w14:scene3d', 'text-effect', '三维效果', '3-D effects'],
	['w14:props3d', 'text-effect', '三维效果', '3-D effects'],
	['w:pBdr', 'paragraph-effect', '段落边框', 'paragraph borders'],
	['w:shd', 'paragraph-effect', '段落底纹', 'paragraph shading', 'w:pPr'],
	['w:framePr', 'paragraph-effect', '图文框', 'frames'],
	['w:textDirection', 'paragraph-effect', '文字方向', 'text direction', 'w:pPr'],
	['w:mirrorIndents', 'paragraph-effect', '对称缩进', 'mirrored indents'],
	['w:textDirection', 'paragraph-effect', '单元格文字方向', 'text direction of cells', 'w:tcPr'],
	['w:pgBorders', 'page-effect', '页面边框', 'page borders'],
	['w:lnNumType', 'page-effect', '行号', 'line numbers'],
	['w:vAlign', 'page-effect', '页面垂直对齐', 'vertical alignment of pages', 'w:sectPr'],
	['w:textDirection', 'page-effect', '竖排', 'vertical text', 'w:sectPr'],
	['w:rtlGutter', 'page-effect', '装订线在右', 'gutter on the right'],
	['w:background', 'page-effect', '页面背景', 'page background'],
	['w:ruby', 'ruby', '', ''],
	['w:ins', 'tracked-changes', '', ''],
	['w:del', 'tracked-changes', '', ''],
	['w:moveFrom', 'tracked-changes', '', ''],
	['w:moveTo', 'tracked-changes', '', ''],
	['w:rPrChange', 'tracked-changes', '', ''],
	['w:pPrChange', 'tracked-changes', '', ''],
	['w:sectPrChange', 'tracked-changes', '', ''],
	['w:tblPrChange', 'tracked-changes', '', ''],
	['w:trPrChange', 'tracked-changes', '', ''],
	['w:tcPrChange', 'tracked-changes', '', ''],
	['w:tblGridChange', 'tracked-changes', '', ''],
	['w:numberingChange', 'tracked-changes', '', ''],
	['w:cellIns', 'tracked-changes', '', ''],
	['w:cellDel', 'tracked-changes', '', ''],
	['w:cellMerge', 'tracked-changes', '', ''],
	['w:dataBinding', 'bound-control', '', ''],
	['w:ffData', 'form-field', '', ''],
	['w:comboBox', 'form-field', '', ''],
	['w:dropDownList', 'form-field', '', ''],
	['w14:checkbox', 'form-field', '', ''],
];

const BY_NAME = new Map<string, Row[]>();
for (const row of ELEMENTS) BY_NAME.set(row[0], [...(BY_NAME.get(row[0]) ?? []), row]);

/** Names met, by what they are. */
type Met = Map<Code, { readonly zh: Set<string>; readonly en: Set<string> }>;

/**
 * Names the elements of the parts with text, and of the styles in use, that no rule can look at. Costs a look at each
 * part's distinct names, and one pass where one of them is in the table.
 */
export function reportUnreadElements(parts: readonly XmlDocument[], styles: StyleSheet, notices: Notices): void {
	const met: Met = new Map();
	for (const xml of parts) collect(xml, met);
	for (const style of styles.used()) for (const name of style.unread) addRows(met, BY_NAME.get(name) ?? []);
	for (const [code, names] of met) {
		const [zh, en] = SENTENCES[code];
		notices.unchecked(code, zh([...names.zh].join('、')), en([...names.en].join(', ')));
	}
}

/** Names of the children of a w:rPr or w:pPr that are in the table and switched on. */
export function unreadChildren(xml: XmlDocument, properties: number): readonly string[] {
	const found: string[] = [];
	if (properties < 0) return found;
	for (let e = xml.firstChild[properties] as number; e >= 0; e = xml.next[e] as number) {
		const name = elementName(xml, e);
		if (rowsAt(xml, e, BY_NAME.get(name) ?? []).length > 0 && !isOff(xml, e)) found.push(name);
	}
	return found;
}

function collect(xml: XmlDocument, met: Met): void {
	for (const e of elementsNamed(xml, (name) => BY_NAME.has(name))) {
		const here = rowsAt(xml, e, BY_NAME.get(elementName(xml, e)) ?? []);
		if (here.length === 0 || isKnown(met, here) || isOff(xml, e) || isOld(xml, e)) continue;
		addRows(met, here);
	}
}

function rowsAt(xml: XmlDocument, e: number, rows: readonly Row[]): readonly Row[] {
	return rows.filter((row) => row[4] === undefined || elementName(xml, parentOf(xml, e)) === row[4]);
}

function isKnown(met: Met, rows: readonly Row[]): boolean {
	return rows.every(([, code, zh]) => met.get(code)?.zh.has(zh) === true);
}

function addRows(met: Met, rows: readonly Row[]): void {
	for (const [, code, zh, en] of rows) {
		const names = met.get(code) ?? { zh: new Set(), en: new Set() };
		names.zh.add(zh);
		names.en.add(en);
		met.set(code, names);
	}
}

/** Stated as absent: an inherited effect that is switched off, a border without lines, clear shading. */
function isOff(xml: XmlDocument, e: number): boolean {
	switch (elementName(xml, e)) {
		case 'w:shd':
			return /^(?:auto)?$/i.test(attr(xml, e, 'w:fill') ?? '') && /^(?:clear|nil)?$/.test(attr(xml, e, 'w:val') ?? '');
		case 'w:pBdr':
		case 'w:pgBorders': {
			for (let side = xml.firstChild[e] as number; side >= 0; side = xml.next[side] as number) {
				if (!/^(?:nil|none)$/.test(attr(xml, side, 'w:val') ?? 'none')) return false;
			}
			return true;
		}
		case 'w:textDirection':
			return /^(?:lrTb|tb)$/.test(attr(xml, e, 'w:val') ?? '');
		case 'w:vAlign':
			return attr(xml, e, 'w:val') === 'top';
		default:
			return /^(?:0|false|off|none|nil)$/.test(attr(xml, e, 'w:val') ?? '');
	}
}

/** Inside the old properties of a tracked change. */
function isOld(xml: XmlDocument, e: number): boolean {
	for (let up = parentOf(xml, e); up >= 0; up = parentOf(xml, up)) {
		if (elementName(xml, up).endsWith('Change')) return true;
	}
	return false;
}

/** Relationship types that are read, or hold nothing to judge, or are named where the text refers to them. */
const EXPECTED = new Set([
	'officeDocument',
	'metadata/core-properties',
	'extended-properties',
	'custom-properties',
	'metadata/thumbnail',
	'styles',
	'numbering',
	'settings',
	'theme',
	'comments',
	'footnotes',
	'endnotes',
	'header',
	'footer',
	'fontTable',
	'font',
	'webSettings',
	'hyperlink',
	'image',
	'customXml',
	'customXmlProps',
	'printerSettings',
	'attachedTemplate',
	'chart',
	'oleObject',
	'package',
	'control',
	'diagramData',
	'diagramLayout',
	'diagramQuickStyle',
	'diagramColors',
	'aFChunk',
	'subDocument',
	'mailMergeSource',
	'mailMergeHeaderSource',
	'recipientData',
	'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
	'http://schemas.microsoft.com/office/2006/relationships/wordVbaData',
	'http://schemas.microsoft.com/office/2006/relationships/keyMapCustomizations',
	'http://schemas.microsoft.com/office/2006/relationships/attachedToolbars',
	'http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects',
	'http://schemas.microsoft.com/office/2007/relationships/diagramDrawing',
	'http://schemas.microsoft.com/office/2007/relationships/hdphoto',
	'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
	'http://schemas.microsoft.com/office/2011/relationships/people',
	'http://schemas.microsoft.com/office/2014/relationships/chartEx',
	'http://schemas.microsoft.com/office/2016/09/relationships/commentsIds',
	'http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible',
]);

/** Parts that are never run or opened, and targets outside the file that are never fetched. */
export function reportParts(pkg: OpcPackage, relationships: readonly Relationship[], notices: Notices): void {
	for (const name of pkg.entries.keys()) {
		const lower = name.toLowerCase();
		if (lower.endsWith('/vbaproject.bin')) {
			notices.unchecked(
				'macros',
				'文档带有宏；从不运行，也未检查',
				'the document has macros; they are never run nor checked',
			);
		} else if (lower.includes('/activex/') && lower.endsWith('.xml')) {
			notices.unchecked(
				'activex',
				'文档带有 ActiveX 控件；从不运行，也未检查',
				'the document has ActiveX controls; never run nor checked',
			);
		}
	}
	for (const { external, type, target } of relationships) {
		if (external) {
			if (type === 'hyperlink') continue;
			notices.unchecked(
				'external-target',
				`文档引用外部内容（${printable(type)}：“${printable(target)}”）；从不读取，未检查`,
				`the document refers to content outside (${printable(type)}: "${printable(target)}"); never fetched nor checked`,
				undefined,
				type,
			);
		} else if (type === 'glossaryDocument') {
			notices.unchecked(
				'building-blocks',
				'文档部件库（自动图文集）中的文字未检查',
				'text in the building blocks of the document was not checked',
			);
		} else if (type.startsWith('digital-signature/')) {
			notices.unchecked(
				'signature',
				'文档有数字签名：未核验，改动之后签名失效',
				'the document is signed: not verified, and any change voids the signature',
			);
		} else if (type === 'video' || type === 'audio' || type.endsWith('/media')) {
			notices.unchecked('media', '音频、视频未检查', 'sound and video were not checked');
		} else if (!EXPECTED.has(type)) {
			const short = printable(type.slice(type.lastIndexOf('/') + 1));
			notices.unchecked(
				'unread-part',
				`含有不认识的部件（${short}），其中的内容未检查`,
				`a part of a kind unknown here (${short}) was not checked`,
				undefined,
				type,
			);
		}
	}
}

/**
 * Text whose font the file leaves open (a theme without a face for the language, 17.15.1.88): rules judge no font there,
 * so it is said, with the first such paragraph.
 */
export function reportUndeterminedFonts(paragraphs: readonly Paragraph[], notices: Notices): void {
	for (const { block, text, runs } of paragraphs) {
		if (!runs.some(leavesFontsOpen)) continue;
		const open = runs.some(
			(run) =>
				leavesFontsOpen(run) &&
				Array.from(text.slice(run.start, run.end)).some(
					(character) => character.trim() !== '' && fontOf(character.codePointAt(0) ?? 0, run.format) === '',
				),
		);
		if (!open) continue;
		notices.unchecked(
			'font-undetermined',
			'文件没有写明字体（主题字体缺这种语言的一项），在不同电脑上显示不同，字体未检查',
			'the file leaves the font open (the theme names none for the language): it differs from computer to computer and was not checked',
			block,
		);
	}
}

function leavesFontsOpen({ format }: Run): boolean {
	return format.eastAsia === '' || format.ascii === '' || format.hAnsi === '';
}

/** Settings that keep people or programs from seeing the text that was checked. */
export function reportSettings(xml: XmlDocument | null, notices: Notices): void {
	if (xml === null) return;
	for (let e = xml.firstChild[0] as number; e >= 0; e = xml.next[e] as number) {
		switch (elementName(xml, e)) {
			case 'w:documentProtection':
				if (!/^(?:1|true|on)$/.test(attr(xml, e, 'w:enforcement') ?? '')) break;
				notices.unchecked(
					'protected',
					'文档设有编辑保护：检查不受影响，修正后的文件仍受保护',
					'the document is protected against editing: checked all the same, and a corrected file stays protected',
				);
				break;
			case 'w:writeProtection':
				notices.unchecked('protected', '文档建议以只读方式打开', 'the document asks to be opened read-only');
				break;
			case 'w:mailMerge':
				notices.unchecked(
					'mail-merge',
					'邮件合并的数据源未检查，只查主文档的文字',
					'the data of the mail merge were not checked, only the main document',
				);
		}
	}
}
