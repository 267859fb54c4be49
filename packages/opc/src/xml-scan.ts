// Longer than most files here: one loop over the text with everything in local variables is what makes it fast.
import { type Budgets, defaultBudgets } from './budgets.ts';
import { internalName } from './namespaces.ts';
import { refusal, type Refusal } from './refusal.ts';
import { checkHighUnit, isXmlSpace, readReference } from './xml-characters.ts';
import type { XmlDocument } from './xml-document.ts';
import { notWellFormed, stopAtBudget, XmlError } from './xml-error.ts';
import { isNameStart, isNameUnit } from './xml-names.ts';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
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

/** Interned names of one document and what they mean under the namespace declarations in force. */
class NameTable {
	readonly expanded: string[] = [];
	private readonly text: string;
	private slots: Int32Array;
	private tabled = 0;
	private readonly crowded = new Map<string, number>();
	private readonly hashes: number[] = [];
	private readonly from: number[] = [];
	private readonly lengths: number[] = [];
	readonly prefixes: string[] = [];
	readonly locals: string[] = [];
	/** Whether the name, as an attribute's, is a namespace declaration. */
	readonly declares: boolean[] = [];
	private readonly idOfExpanded = new Map<string, number>();
	private readonly uris = new Map<string, string[]>([
		['xml', [XML_NAMESPACE]],
		['', ['']],
	]);
	private readonly elementStamp: number[] = [];
	private readonly elementId: number[] = [];
	private readonly attributeStamp: number[] = [];
	private readonly attributeId: number[] = [];
	scope = 0;
	private scopes = 0;

	constructor(text: string) {
		this.text = text;
		this.slots = new Int32Array(text.length < 4096 ? 128 : 1024).fill(-1);
	}

	/** Number of the qualified name at [from, to), whose hash the caller has computed while reading it. */
	intern(from: number, to: number, hash: number): number {
		const { text, slots } = this;
		const length = to - from;
		const mask = slots.length - 1;
		let slot = hash & mask;
		for (let probes = 0; probes < 32; probes++) {
			const id = slots[slot] as number;
			if (id < 0) return this.add(from, to, hash, slot);
			if (this.hashes[id] === hash && this.lengths[id] === length) {
				const first = this.from[id] as number;
				let i = 0;
				while (i < length && text.charCodeAt(first + i) === text.charCodeAt(from + i)) i++;
				if (i === length) return id;
			}
			slot = (slot + 1) & mask;
		}
		// So many collisions are an attack on this hash; the engine's own hash of strings is seeded.
		const name = text.slice(from, to);
		let id = this.crowded.get(name);
		if (id === undefined) {
			id = this.add(from, to, hash, -1);
			this.crowded.set(name, id);
		}
		return id;
	}

	private add(from: number, to: number, hash: number, slot: number): number {
		const id = this.hashes.length;
		const name = this.text.slice(from, to);
		const colon = name.indexOf(':');
		const local = name.slice(colon + 1);
		if (colon === 0 || local === '' || local.includes(':') || !isNameStart(local.charCodeAt(0))) {
			notWellFormed(from, '名称中的冒号用法不对', 'misplaced colon in a name');
		}
		this.hashes.push(hash);
		this.from.push(from);
		this.lengths.push(to - from);
		const prefix = colon < 0 ? '' : name.slice(0, colon);
		this.prefixes.push(prefix);
		this.locals.push(local);
		this.declares.push(prefix === 'xmlns' || name === 'xmlns');
		this.elementStamp.push(-1);
		this.elementId.push(-1);
		this.attributeStamp.push(-1);
		this.attributeId.push(-1);
		if (slot >= 0) {
			this.slots[slot] = id;
			this.tabled++;
			if (this.tabled * 2 > this.slots.length) this.grow();
		}
		return id;
	}

	private grow(): void {
		const slots = new Int32Array(this.slots.length * 2).fill(-1);
		const mask = slots.length - 1;
		for (const id of this.slots) {
			if (id < 0) continue;
			let slot = (this.hashes[id] as number) & mask;
			while (slots[slot] !== -1) slot = (slot + 1) & mask;
			slots[slot] = id;
		}
		this.slots = slots;
	}

	declare(prefix: string, uri: string): void {
		const stack = this.uris.get(prefix);
		if (stack === undefined) this.uris.set(prefix, [uri]);
		else stack.push(uri);
	}

	undeclare(prefix: string): void {
		this.uris.get(prefix)?.pop();
	}

	enterScope(): number {
		this.scope = ++this.scopes;
		return this.scope;
	}

	element(id: number, at: number): number {
		if (this.elementStamp[id] === this.scope) return this.elementId[id] as number;
		const name = internalName(this.uriOf(this.prefixes[id] as string, at), this.locals[id] as string);
		this.elementStamp[id] = this.scope;
		const expanded = this.expand(name);
		this.elementId[id] = expanded;
		return expanded;
	}

	attribute(id: number, at: number): number {
		if (this.attributeStamp[id] === this.scope) return this.attributeId[id] as number;
		const prefix = this.prefixes[id] as string;
		const local = this.locals[id] as string;
		// Unprefixed attributes have no namespace; declarations keep their spelling so that they can be looked up.
		let name = local;
		if (prefix === 'xmlns') name = `xmlns:${local}`;
		else if (prefix !== '') name = internalName(this.uriOf(prefix, at), local);
		this.attributeStamp[id] = this.scope;
		const expanded = this.expand(name);
		this.attributeId[id] = expanded;
		return expanded;
	}

	private uriOf(prefix: string, at: number): string {
		const uri = this.uris.get(prefix)?.at(-1);
		if (uri === undefined) notWellFormed(at, '前缀没有声明命名空间', 'undeclared namespace prefix');
		return uri;
	}

	private expand(name: string): number {
		let id = this.idOfExpanded.get(name);
		if (id === undefined) {
			id = this.expanded.length;
			this.expanded.push(name);
			this.idOfExpanded.set(name, id);
		}
		return id;
	}
}

/** The columns of an `XmlDocument`. */
type Columns = Pick<
	XmlDocument,
	| 'name'
	| 'start'
	| 'tagEnd'
	| 'closeStart'
	| 'end'
	| 'coded'
	| 'parent'
	| 'next'
	| 'firstChild'
	| 'attrFirst'
	| 'attrName'
	| 'attrStart'
	| 'valueStart'
	| 'valueEnd'
>;

/** Tables with more rows than this are not copied. */
const LARGE = 1 << 16;

function emptyColumns(rows = 2048): Columns {
	const column = (): Int32Array => new Int32Array(rows);
	return {
		name: column(),
		start: column(),
		tagEnd: column(),
		closeStart: column(),
		end: column(),
		coded: column(),
		parent: column(),
		next: column(),
		firstChild: column(),
		attrFirst: new Int32Array(rows + 1),
		attrName: column(),
		attrStart: column(),
		valueStart: column(),
		valueEnd: column(),
	};
}

/** Where parts are scanned into, one after the other: a document has a dozen parts, most of them small. */
let scratch = emptyColumns();

/** Copies of the used rows, side by side in one buffer. */
function packed(columns: Columns, count: number, attributes: number): Columns {
	const buffer = new Int32Array(10 * count + 1 + 4 * attributes);
	let at = 0;
	const take = (column: Int32Array, rows: number): Int32Array => {
		const copy = buffer.subarray(at, at + rows);
		copy.set(column.subarray(0, rows));
		at += rows;
		return copy;
	};
	return {
		name: take(columns.name, count),
		start: take(columns.start, count),
		tagEnd: take(columns.tagEnd, count),
		closeStart: take(columns.closeStart, count),
		end: take(columns.end, count),
		coded: take(columns.coded, count),
		parent: take(columns.parent, count),
		next: take(columns.next, count),
		firstChild: take(columns.firstChild, count),
		attrFirst: take(columns.attrFirst, count + 1),
		attrName: take(columns.attrName, attributes),
		attrStart: take(columns.attrStart, attributes),
		valueStart: take(columns.valueStart, attributes),
		valueEnd: take(columns.valueEnd, attributes),
	};
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
	const wider = new Int32Array(column.length * 2);
	wider.set(column);
	return wider;
}

function scan(text: string, budgets: Budgets): XmlDocument {
	const length = text.length;
	const names = new NameTable(text);
	// Real parts have an element and an attribute every 25 to 40 units; a short table would be copied again and again.
	if (length >> 5 > scratch.name.length) scratch = emptyColumns(length >> 5);
	let { name, start, tagEnd, closeStart, end, coded, parent, next, firstChild, attrFirst } = scratch;
	let capacity = name.length;
	let { attrName, attrStart, valueStart, valueEnd } = scratch;
	let attrCapacity = attrName.length;
	let count = 0;
	let attributes = 0;

	// Open elements, outermost first: element, last child so far, namespace scope outside, declared prefixes.
	const open = new Int32Array(budgets.xmlDepth + 1);
	const lastChild = new Int32Array(budgets.xmlDepth + 1);
	const outerScope = new Int32Array(budgets.xmlDepth + 1);
	const declared: (readonly string[] | undefined)[] = [];
	let depth = 0;

	let at = skipDeclaration(text);
	while (at < length) {
		if (text.charCodeAt(at) !== 60) {
			at = depth === 0 ? skipSpaceOutside(text, at) : skipText(text, at, budgets, coded, open[depth - 1] as number);
			continue;
		}
		const mark = text.charCodeAt(at + 1);
		if (mark === 47) {
			// End tag: compare with the open element's name in place.
			if (depth === 0) notWellFormed(at, '多余的结束标记', 'end tag without a start tag');
			const element = open[depth - 1] as number;
			const nameAt = (start[element] as number) + 1;
			let i = at + 2;
			let j = nameAt;
			let unit = text.charCodeAt(i);
			while (unit !== 62 && !isXmlSpace(unit) && i < length) {
				if (unit !== text.charCodeAt(j)) notWellFormed(at, '结束标记与开始标记不符', 'end tag does not match');
				i++;
				j++;
				unit = text.charCodeAt(i);
			}
			if (isNameUnit(text.charCodeAt(j))) notWellFormed(at, '结束标记与开始标记不符', 'end tag does not match');
			while (isXmlSpace(unit)) unit = text.charCodeAt(++i);
			if (unit !== 62) notWellFormed(at, '结束标记没有写完', 'unfinished end tag');
			closeStart[element] = at;
			at = i + 1;
			end[element] = at;
			depth--;
			const prefixes = declared[depth];
			if (prefixes !== undefined) {
				for (const prefix of prefixes) names.undeclare(prefix);
				declared[depth] = undefined;
				names.scope = outerScope[depth] as number;
			}
			continue;
		}
		if (mark === 33) {
			at = skipMarkup(text, at, depth, budgets);
			if (depth > 0) coded[open[depth - 1] as number] = 1;
			continue;
		}
		if (mark === 63) {
			at = skipInstruction(text, at);
			if (depth > 0) coded[open[depth - 1] as number] = 1;
			continue;
		}

		// Start tag.
		if (depth === 0 && count > 0) notWellFormed(at, '有两个根元素', 'two root elements');
		if (depth >= budgets.xmlDepth) stopAtBudget('xmlDepth', budgets, depth + 1);
		if (count >= budgets.xmlElements) stopAtBudget('xmlElements', budgets, count + 1);
		if (count === capacity) {
			capacity *= 2;
			name = grown(name);
			start = grown(start);
			tagEnd = grown(tagEnd);
			closeStart = grown(closeStart);
			end = grown(end);
			coded = grown(coded);
			parent = grown(parent);
			next = grown(next);
			firstChild = grown(firstChild);
			const wider = new Int32Array(capacity + 1);
			wider.set(attrFirst);
			attrFirst = wider;
		}
		const element = count++;
		const tagStart = at;
		at++;
		let unit = text.charCodeAt(at);
		if (!isNameStart(unit)) notWellFormed(tagStart, '“<”后面不是名称', '"<" without a name');
		let hash = 0;
		let from = at;
		while (isNameUnit(unit)) {
			hash = (Math.imul(hash, 31) + unit) | 0;
			unit = text.charCodeAt(++at);
		}
		if (at - from > budgets.xmlNameLength) stopAtBudget('xmlNameLength', budgets, at - from);
		const qualified = names.intern(from, at, hash);
		const firstAttribute = attributes;
		let declarations: string[] | undefined;
		let selfClosing = false;
		for (;;) {
			const spaced = isXmlSpace(unit);
			while (isXmlSpace(unit)) unit = text.charCodeAt(++at);
			if (unit === 62) {
				at++;
				break;
			}
			if (unit === 47) {
				if (text.charCodeAt(at + 1) !== 62) notWellFormed(at, '标记没有写完', 'unfinished tag');
				at += 2;
				selfClosing = true;
				break;
			}
			if (at >= length) notWellFormed(tagStart, '标记没有写完', 'unfinished tag');
			if (!spaced || !isNameStart(unit)) notWellFormed(at, '属性写法不对', 'bad attribute');
			from = at;
			hash = 0;
			while (isNameUnit(unit)) {
				hash = (Math.imul(hash, 31) + unit) | 0;
				unit = text.charCodeAt(++at);
			}
			if (at - from > budgets.xmlNameLength) stopAtBudget('xmlNameLength', budgets, at - from);
			const attribute = names.intern(from, at, hash);
			while (isXmlSpace(unit)) unit = text.charCodeAt(++at);
			if (unit !== 61) notWellFormed(at, '属性没有值', 'attribute without a value');
			unit = text.charCodeAt(++at);
			while (isXmlSpace(unit)) unit = text.charCodeAt(++at);
			if (unit !== 34 && unit !== 39) notWellFormed(at, '属性值没有引号', 'attribute value without quotes');
			const quote = unit;
			const valueFrom = ++at;
			for (;;) {
				unit = text.charCodeAt(at);
				if (unit === quote) break;
				if (unit === 60) notWellFormed(at, '属性值中有“<”', '"<" in an attribute value');
				if (unit === 38) at = readReference(text, at).end;
				else if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13)
					notWellFormed(at, '控制字符', 'control character');
				else if (unit >= 0xd800) at += checkHighUnit(text, at, unit);
				else if (at >= length) notWellFormed(valueFrom, '属性值没有结束', 'unfinished attribute value');
				else at++;
			}
			if (at - valueFrom > budgets.xmlAttributeLength) stopAtBudget('xmlAttributeLength', budgets, at - valueFrom);
			if (attributes - firstAttribute >= budgets.xmlAttributes) {
				stopAtBudget('xmlAttributes', budgets, attributes - firstAttribute + 1);
			}
			if (attributes === attrCapacity) {
				attrCapacity *= 2;
				attrName = grown(attrName);
				attrStart = grown(attrStart);
				valueStart = grown(valueStart);
				valueEnd = grown(valueEnd);
			}
			attrName[attributes] = attribute;
			attrStart[attributes] = from;
			valueStart[attributes] = valueFrom;
			valueEnd[attributes] = at;
			attributes++;
			if (names.declares[attribute] === true) {
				const declaredPrefix = names.prefixes[attribute] === '' ? '' : (names.locals[attribute] as string);
				const uri = decodeAttribute(text, valueFrom, at);
				checkDeclaration(from, declaredPrefix, uri);
				names.declare(declaredPrefix, uri);
				declarations ??= [];
				declarations.push(declaredPrefix);
			}
			unit = text.charCodeAt(++at);
		}

		if (declarations !== undefined) {
			outerScope[depth] = names.scope;
			names.enterScope();
		}
		name[element] = names.element(qualified, tagStart);
		for (let i = firstAttribute; i < attributes; i++) {
			attrName[i] = names.attribute(attrName[i] as number, attrStart[i] as number);
		}
		if (attributes - firstAttribute > 1) checkDuplicates(attrName, firstAttribute, attributes, tagStart);
		start[element] = tagStart;
		tagEnd[element] = at;
		coded[element] = 0;
		attrFirst[element] = firstAttribute;
		firstChild[element] = -1;
		next[element] = -1;
		if (depth === 0) parent[element] = -1;
		else {
			const mother = open[depth - 1] as number;
			parent[element] = mother;
			if (firstChild[mother] === -1) firstChild[mother] = element;
			else next[lastChild[depth - 1] as number] = element;
			lastChild[depth - 1] = element;
		}
		if (selfClosing) {
			closeStart[element] = at;
			end[element] = at;
			if (declarations !== undefined) {
				for (const prefix of declarations) names.undeclare(prefix);
				names.scope = outerScope[depth] as number;
			}
		} else {
			open[depth] = element;
			declared[depth] = declarations;
			depth++;
		}
	}
	if (depth > 0)
		notWellFormed(start[open[depth - 1] as number] as number, '元素没有结束', 'element that is never closed');
	if (count === 0)
		throw new XmlError(refusal('xml-empty', 'XML 是空的，没有根元素', 'empty XML: there is no root element'));
	attrFirst[count] = attributes;
	const columns: Columns = {
		name,
		start,
		tagEnd,
		closeStart,
		end,
		coded,
		parent,
		next,
		firstChild,
		attrFirst,
		attrName,
		attrStart,
		valueStart,
		valueEnd,
	};
	if (count > LARGE || attributes > LARGE) {
		// Copying a large table would double its memory: it goes to the document, and the next part begins afresh.
		scratch = emptyColumns();
		return { text, count, names: names.expanded, ...columns };
	}
	scratch = columns;
	return { text, count, names: names.expanded, ...packed(columns, count, attributes) };
}

function checkDeclaration(at: number, prefix: string, uri: string): void {
	const wrong =
		prefix === 'xmlns' ||
		(prefix === 'xml') !== (uri === XML_NAMESPACE) ||
		uri === XMLNS_NAMESPACE ||
		(prefix !== '' && uri === '');
	if (wrong) notWellFormed(at, '命名空间声明不对', 'bad namespace declaration');
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
function skipText(text: string, from: number, budgets: Budgets, coded: Int32Array, element: number): number {
	let at = from;
	while (at < text.length) {
		const unit = text.charCodeAt(at);
		if (unit === 60) break;
		if (unit < 32) {
			if (unit !== 10 && unit !== 13 && unit !== 9) notWellFormed(at, '控制字符', 'control character');
			coded[element] = 1;
			at++;
		} else if (unit === 38) {
			coded[element] = 1;
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
