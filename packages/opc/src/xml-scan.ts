import { type Budgets, defaultBudgets } from './budgets.ts';
import { refusal, type Refusal } from './refusal.ts';
import { checkHighUnit, isXmlSpace, readReference } from './xml-characters.ts';
import { type Columns, emptyColumns, growAttributes, growElements, packed } from './xml-columns.ts';
import type { XmlDocument } from './xml-document.ts';
import { notWellFormed, stopAtBudget, XmlError } from './xml-error.ts';
import { NameTable, XML_NAMESPACE } from './xml-name-table.ts';
import { isNameStart, isNameUnit } from './xml-names.ts';

const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/**
 * Scans one XML 1.0 part with namespaces into an element table, in one pass and without recursion. Refuses what is not
 * well-formed, any document type (OPC forbids them), and what passes a budget. Never throws on content.
 */
export function scanXml(text: string, budgets: Budgets = defaultBudgets): XmlDocument | Refusal {
	try {
		return scan(text, budgets);
	} catch (error) {
		if (error instanceof XmlError) return error.refusal;
		throw error;
	}
}

/** A part while it is scanned: the table so far, and the open elements, outermost first. */
interface Scan {
	readonly text: string;
	readonly budgets: Budgets;
	readonly names: NameTable;
	readonly columns: Columns;
	/** Elements and attributes so far. */
	count: number;
	attributes: number;
	/** Number of open elements. */
	depth: number;
	/** By depth: the open element, its last child so far, the namespace scope outside it, the prefixes it declares. */
	readonly open: Int32Array;
	readonly lastChild: Int32Array;
	readonly outerScope: Int32Array;
	readonly declared: (readonly string[] | undefined)[];
}

/** Tables with more rows than this are not copied. */
const LARGE = 1 << 16;

/** Where parts are scanned into, one after the other: a document has a dozen parts, most of them small. */
let scratch = emptyColumns();

// Start tags and end tags are functions of their own, called for each: the engine then optimises them after the first
// thousand, while one long loop would stay slow through the first documents and be compiled twice, inside and anew.
function scan(text: string, budgets: Budgets): XmlDocument {
	const length = text.length;
	// Real parts have an element and an attribute every 25 to 40 units; a short table would be copied again and again.
	if (length >> 5 > scratch.name.length) scratch = emptyColumns(length >> 5);
	const columns = scratch;
	const state: Scan = {
		text,
		budgets,
		names: new NameTable(text),
		columns,
		count: 0,
		attributes: 0,
		depth: 0,
		open: new Int32Array(budgets.xmlDepth + 1),
		lastChild: new Int32Array(budgets.xmlDepth + 1),
		outerScope: new Int32Array(budgets.xmlDepth + 1),
		declared: [],
	};
	let at = skipDeclaration(text);
	while (at < length) {
		if (text.charCodeAt(at) !== 60) {
			at = state.depth === 0 ? skipSpaceOutside(text, at) : skipText(text, at, budgets, columns, innermost(state));
			continue;
		}
		const mark = text.charCodeAt(at + 1);
		if (mark === 47) at = endTag(state, at);
		else if (mark === 33 || mark === 63) {
			at = mark === 33 ? skipMarkup(text, at, state.depth, budgets) : skipInstruction(text, at);
			if (state.depth > 0) columns.coded[innermost(state)] = 1;
		} else at = startTag(state, at);
	}
	const { count, attributes, names } = state;
	if (state.depth > 0) {
		notWellFormed(columns.start[innermost(state)] as number, '元素没有结束', 'element that is never closed');
	}
	if (count === 0)
		throw new XmlError(refusal('xml-empty', 'XML 是空的，没有根元素', 'empty XML: there is no root element'));
	columns.attrFirst[count] = attributes;
	if (count > LARGE || attributes > LARGE) {
		// Copying a large table would double its memory: it goes to the document, and the next part begins afresh.
		scratch = emptyColumns();
		return { text, count, names: names.expanded, ...columns };
	}
	return { text, count, names: names.expanded, ...packed(columns, count, attributes) };
}

/** The innermost open element. */
function innermost(state: Scan): number {
	return state.open[state.depth - 1] as number;
}

/** An end tag at `at`, compared with the open element's name in place; returns where it ends. */
function endTag(state: Scan, at: number): number {
	const { text, columns } = state;
	if (state.depth === 0) notWellFormed(at, '多余的结束标记', 'end tag without a start tag');
	const element = innermost(state);
	let i = at + 2;
	let j = (columns.start[element] as number) + 1;
	let unit = text.charCodeAt(i);
	while (unit !== 62 && !isXmlSpace(unit) && i < text.length) {
		if (unit !== text.charCodeAt(j)) notWellFormed(at, '结束标记与开始标记不符', 'end tag does not match');
		i++;
		j++;
		unit = text.charCodeAt(i);
	}
	if (isNameUnit(text.charCodeAt(j))) notWellFormed(at, '结束标记与开始标记不符', 'end tag does not match');
	while (isXmlSpace(unit)) unit = text.charCodeAt(++i);
	if (unit !== 62) notWellFormed(at, '结束标记没有写完', 'unfinished end tag');
	columns.closeStart[element] = at;
	columns.end[element] = i + 1;
	const depth = --state.depth;
	const prefixes = state.declared[depth];
	if (prefixes !== undefined) {
		state.declared[depth] = undefined;
		leaveScope(state, prefixes);
	}
	return i + 1;
}

/** A start tag or empty-element tag at `at`: a new row; returns where it ends. */
function startTag(state: Scan, at: number): number {
	const { text, names, columns, budgets, depth } = state;
	if (depth === 0 && state.count > 0) notWellFormed(at, '有两个根元素', 'two root elements');
	if (depth >= budgets.xmlDepth) stopAtBudget('xmlDepth', budgets, depth + 1);
	if (state.count >= budgets.xmlElements) stopAtBudget('xmlElements', budgets, state.count + 1);
	if (state.count === columns.name.length) growElements(columns);
	const element = state.count++;
	if (!isNameStart(text.charCodeAt(at + 1))) notWellFormed(at, '“<”后面不是名称', '"<" without a name');
	const qualified = names.read(at + 1);
	let i = names.end;
	if (i - at - 1 > budgets.xmlNameLength) stopAtBudget('xmlNameLength', budgets, i - at - 1);
	const firstAttribute = state.attributes;
	let declarations: string[] | undefined;
	let unit = text.charCodeAt(i);
	while (unit !== 62) {
		const before = i;
		while (isXmlSpace(unit)) unit = text.charCodeAt(++i);
		if (unit === 62 || unit === 47) break;
		if (i >= text.length) notWellFormed(at, '标记没有写完', 'unfinished tag');
		if (i === before || !isNameStart(unit)) notWellFormed(i, '属性写法不对', 'bad attribute');
		const attribute = state.attributes;
		if (attribute - firstAttribute >= budgets.xmlAttributes) {
			stopAtBudget('xmlAttributes', budgets, attribute - firstAttribute + 1);
		}
		i = readAttribute(state, i);
		if (names.declares[columns.attrName[attribute] as number] === true) {
			declarations ??= [];
			declarations.push(declare(state, attribute));
		}
		unit = text.charCodeAt(i);
	}
	const selfClosing = unit === 47;
	if (selfClosing && text.charCodeAt(++i) !== 62) notWellFormed(i - 1, '标记没有写完', 'unfinished tag');
	i++;

	if (declarations !== undefined) {
		state.outerScope[depth] = names.scope;
		names.enterScope();
	}
	const { attrName, attrStart } = columns;
	columns.name[element] = names.element(qualified, at);
	for (let a = firstAttribute; a < state.attributes; a++) {
		attrName[a] = names.attribute(attrName[a] as number, attrStart[a] as number);
	}
	if (state.attributes - firstAttribute > 1) checkDuplicates(attrName, firstAttribute, state.attributes, at);
	columns.start[element] = at;
	columns.tagEnd[element] = i;
	columns.coded[element] = 0;
	columns.attrFirst[element] = firstAttribute;
	columns.firstChild[element] = -1;
	columns.next[element] = -1;
	if (depth === 0) columns.parent[element] = -1;
	else {
		const mother = state.open[depth - 1] as number;
		columns.parent[element] = mother;
		if (columns.firstChild[mother] === -1) columns.firstChild[mother] = element;
		else columns.next[state.lastChild[depth - 1] as number] = element;
		state.lastChild[depth - 1] = element;
	}
	if (selfClosing) {
		columns.closeStart[element] = i;
		columns.end[element] = i;
		if (declarations !== undefined) leaveScope(state, declarations);
	} else {
		state.open[depth] = element;
		state.declared[depth] = declarations;
		state.depth++;
	}
	return i;
}

/** An attribute whose name begins at `from`: a new row; returns the offset after its closing quote. */
function readAttribute(state: Scan, from: number): number {
	const { text, names, columns, budgets } = state;
	const name = names.read(from);
	let at = names.end;
	if (at - from > budgets.xmlNameLength) stopAtBudget('xmlNameLength', budgets, at - from);
	let unit = text.charCodeAt(at);
	while (isXmlSpace(unit)) unit = text.charCodeAt(++at);
	if (unit !== 61) notWellFormed(at, '属性没有值', 'attribute without a value');
	unit = text.charCodeAt(++at);
	while (isXmlSpace(unit)) unit = text.charCodeAt(++at);
	if (unit !== 34 && unit !== 39) notWellFormed(at, '属性值没有引号', 'attribute value without quotes');
	const valueFrom = at + 1;
	at = skipValue(text, valueFrom, unit);
	if (at - valueFrom > budgets.xmlAttributeLength) stopAtBudget('xmlAttributeLength', budgets, at - valueFrom);
	const attribute = state.attributes++;
	if (attribute === columns.attrName.length) growAttributes(columns);
	columns.attrName[attribute] = name;
	columns.attrStart[attribute] = from;
	columns.valueStart[attribute] = valueFrom;
	columns.valueEnd[attribute] = at;
	return at + 1;
}

/** Offset of the quote that ends the attribute value beginning at `from`. */
function skipValue(text: string, from: number, quote: number): number {
	let at = from;
	for (;;) {
		const unit = text.charCodeAt(at);
		if (unit === quote) return at;
		if (unit === 60) notWellFormed(at, '属性值中有“<”', '"<" in an attribute value');
		if (unit === 38) at = readReference(text, at).end;
		else if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) notWellFormed(at, '控制字符', 'control character');
		else if (unit >= 0xd800) at += checkHighUnit(text, at, unit);
		else if (at >= text.length) notWellFormed(from, '属性值没有结束', 'unfinished attribute value');
		else at++;
	}
}

/** Puts the namespace declaration in that attribute row in force; returns the prefix ('' for the default namespace). */
function declare({ text, names, columns }: Scan, attribute: number): string {
	const name = columns.attrName[attribute] as number;
	const prefix = names.prefixes[name] === '' ? '' : (names.locals[name] as string);
	const uri = decodeAttribute(text, columns.valueStart[attribute] as number, columns.valueEnd[attribute] as number);
	const wrong =
		prefix === 'xmlns' ||
		(prefix === 'xml') !== (uri === XML_NAMESPACE) ||
		uri === XMLNS_NAMESPACE ||
		(prefix !== '' && uri === '');
	if (wrong) notWellFormed(columns.attrStart[attribute] as number, '命名空间声明不对', 'bad namespace declaration');
	names.declare(prefix, uri);
	return prefix;
}

/** Ends the declarations of an element at the present depth. */
function leaveScope({ names, outerScope, depth }: Scan, prefixes: readonly string[]): void {
	for (const prefix of prefixes) names.undeclare(prefix);
	names.scope = outerScope[depth] as number;
}

function checkDuplicates(attrName: Int32Array, from: number, to: number, at: number): void {
	if (to - from > 12) {
		if (new Set(attrName.subarray(from, to)).size !== to - from) notWellFormed(at, '属性重复', 'duplicate attribute');
		return;
	}
	for (let i = from + 1; i < to; i++) {
		for (let j = from; j < i; j++) {
			if (attrName[i] === attrName[j]) notWellFormed(at, '属性重复', 'duplicate attribute');
		}
	}
}

/** Skips text of `element`; notes in `coded` when it is not simply the text as written. */
function skipText(text: string, from: number, budgets: Budgets, columns: Columns, element: number): number {
	let at = from;
	while (at < text.length) {
		const unit = text.charCodeAt(at);
		if (unit === 60) break;
		if (unit < 32) {
			if (unit !== 10 && unit !== 13 && unit !== 9) notWellFormed(at, '控制字符', 'control character');
			columns.coded[element] = 1;
			at++;
		} else if (unit === 38) {
			columns.coded[element] = 1;
			at = readReference(text, at).end;
		} else if (unit === 93 && text.startsWith(']]>', at)) notWellFormed(at, '文本中有“]]>”', '"]]>" in text');
		else if (unit >= 0xd800) at += checkHighUnit(text, at, unit);
		else at++;
	}
	if (at - from > budgets.xmlTextLength) stopAtBudget('xmlTextLength', budgets, at - from);
	return at;
}

function skipSpaceOutside(text: string, from: number): number {
	let at = from;
	while (isXmlSpace(text.charCodeAt(at))) at++;
	if (at < text.length && text.charCodeAt(at) !== 60)
		notWellFormed(at, '根元素之外有文本', 'text outside the root element');
	return at;
}

/** What Word, WPS and LibreOffice write. */
const USUAL_DECLARATIONS: readonly string[] = [
	'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
	'<?xml version="1.0" encoding="UTF-8"?>',
];

/** The XML declaration (production 23), only at the very start. */
function skipDeclaration(text: string): number {
	for (const usual of USUAL_DECLARATIONS) if (text.startsWith(usual)) return usual.length;
	if (!text.startsWith('<?xml') || !isXmlSpace(text.charCodeAt(5))) return 0;
	const close = text.indexOf('?>');
	const head = close < 0 || close > 400 ? '' : text.slice(0, close + 2);
	const declaration =
		/^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>$/;
	if (!declaration.test(head)) notWellFormed(0, 'XML 声明写法不对', 'bad XML declaration');
	return head.length;
}

function skipInstruction(text: string, at: number): number {
	let i = at + 2;
	if (!isNameStart(text.charCodeAt(i)))
		notWellFormed(at, '处理指令没有名称', 'processing instruction without a target');
	while (isNameUnit(text.charCodeAt(i))) i++;
	const target = text.slice(at + 2, i);
	if (target.toLowerCase() === 'xml') notWellFormed(at, 'XML 声明不在开头', 'XML declaration not at the start');
	if (target.includes(':')) notWellFormed(at, '名称中的冒号用法不对', 'misplaced colon in a name');
	const close = text.indexOf('?>', i);
	if (close < 0 || (close !== i && !isXmlSpace(text.charCodeAt(i)))) {
		notWellFormed(at, '处理指令写法不对', 'bad processing instruction');
	}
	checkCharacters(text, i, close);
	return close + 2;
}

/** Comments and CDATA sections; document types are refused. */
function skipMarkup(text: string, at: number, depth: number, budgets: Budgets): number {
	if (text.startsWith('<!--', at)) {
		const close = text.indexOf('--', at + 4);
		if (close < 0 || text.charCodeAt(close + 2) !== 62) notWellFormed(at, '注释写法不对', 'bad comment');
		checkCharacters(text, at + 4, close);
		return close + 3;
	}
	if (text.startsWith('<![CDATA[', at)) {
		const close = text.indexOf(']]>', at + 9);
		if (close < 0 || depth === 0) notWellFormed(at, 'CDATA 写法不对', 'bad CDATA section');
		if (close - at > budgets.xmlTextLength) stopAtBudget('xmlTextLength', budgets, close - at);
		checkCharacters(text, at + 9, close);
		return close + 3;
	}
	if (text.startsWith('<!DOCTYPE', at)) {
		throw new XmlError(
			refusal(
				'xml-doctype',
				'含有 DOCTYPE 声明；文档部件不允许，已拒绝（可能是攻击文件）',
				'contains a DOCTYPE, which package parts must not have; refused (it may be an attack)',
			),
		);
	}
	return notWellFormed(at, '“<!”写法不对', 'bad "<!" construct');
}

function checkCharacters(text: string, from: number, to: number): void {
	let at = from;
	while (at < to) {
		const unit = text.charCodeAt(at);
		if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) notWellFormed(at, '控制字符', 'control character');
		at += unit >= 0xd800 ? checkHighUnit(text, at, unit) : 1;
	}
}

/** Value of an attribute at [from, to): references resolved, white space normalised (XML 1.0, 3.3.3). */
export function decodeAttribute(text: string, from: number, to: number): string {
	const raw = text.slice(from, to);
	let plain = from;
	for (; plain < to; plain++) {
		const unit = text.charCodeAt(plain);
		if (unit === 38 || unit < 32) break;
	}
	if (plain === to) return raw;
	let out = '';
	let at = 0;
	while (at < raw.length) {
		const unit = raw.charCodeAt(at);
		if (unit === 38) {
			const reference = readReference(raw, at);
			out += String.fromCodePoint(reference.code);
			at = reference.end;
		} else if (unit === 13 && raw.charCodeAt(at + 1) === 10) at++;
		else {
			out += isXmlSpace(unit) ? ' ' : raw[at];
			at++;
		}
	}
	return out;
}
