import { readReference } from './xml-characters.ts';
import type { XmlDocument } from './xml-document.ts';
import { decodeAttribute } from './xml-scan.ts';

// The columns are typed arrays read by element number; numbers that come from this module are always in range.

/** Internal name of an element, such as `w:p`. */
export function elementName(xml: XmlDocument, element: number): string {
	return xml.names[xml.name[element] as number] as string;
}

/** First child element, -1 for none. */
export function firstChild(xml: XmlDocument, element: number): number {
	return xml.firstChild[element] as number;
}

/** Next sibling element, -1 for none. */
export function nextSibling(xml: XmlDocument, element: number): number {
	return xml.next[element] as number;
}

/** Parent element, -1 for the root. */
export function parentOf(xml: XmlDocument, element: number): number {
	return xml.parent[element] as number;
}

/** First child with this name, -1 for none. Accepts -1 as element, so that paths can be chained. */
export function child(xml: XmlDocument, element: number, name: string): number {
	if (element < 0) return -1;
	for (let c = xml.firstChild[element] as number; c >= 0; c = xml.next[c] as number) {
		if (xml.names[xml.name[c] as number] === name) return c;
	}
	return -1;
}

/** All children, or those with this name. */
export function children(xml: XmlDocument, element: number, name?: string): number[] {
	const found: number[] = [];
	if (element < 0) return found;
	for (let c = xml.firstChild[element] as number; c >= 0; c = xml.next[c] as number) {
		if (name === undefined || xml.names[xml.name[c] as number] === name) found.push(c);
	}
	return found;
}

/** Elements, in document order, whose name a condition holds for; each distinct name is asked about once. */
export function elementsNamed(xml: XmlDocument, wanted: (name: string) => boolean): readonly number[] {
	const ids = xml.names.map(wanted);
	return ids.includes(true) ? elementsOf(xml, ids) : [];
}

/** The loop over all elements is a function of its own, so that all who look for elements share its compiled code. */
function elementsOf({ count, name }: XmlDocument, wanted: readonly boolean[]): readonly number[] {
	const found: number[] = [];
	for (let e = 0; e < count; e++) if (wanted[name[e] as number] === true) found.push(e);
	return found;
}

/** Number of the attribute with this name (`w:val`, `Id`), -1 for none. */
export function attributeIndex(xml: XmlDocument, element: number, name: string): number {
	if (element < 0) return -1;
	const to = xml.attrFirst[element + 1] as number;
	for (let a = xml.attrFirst[element] as number; a < to; a++) {
		if (xml.names[xml.attrName[a] as number] === name) return a;
	}
	return -1;
}

/** Decoded value of an attribute, undefined when it is absent (or the element is -1). */
export function attr(xml: XmlDocument, element: number, name: string): string | undefined {
	const index = attributeIndex(xml, element, name);
	if (index < 0) return undefined;
	return decodeAttribute(xml.text, xml.valueStart[index] as number, xml.valueEnd[index] as number);
}

/** All attributes of an element as name and decoded value, in document order. */
export function attributes(xml: XmlDocument, element: number): (readonly [name: string, value: string])[] {
	const found: (readonly [string, string])[] = [];
	const to = xml.attrFirst[element + 1] as number;
	for (let a = xml.attrFirst[element] as number; a < to; a++) {
		const value = decodeAttribute(xml.text, xml.valueStart[a] as number, xml.valueEnd[a] as number);
		found.push([xml.names[xml.attrName[a] as number] as string, value]);
	}
	return found;
}

/** Namespace URI that a prefix means at an element, undefined when it is not declared there. */
export function namespaceAt(xml: XmlDocument, element: number, prefix: string): string | undefined {
	const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
	for (let e = element; e >= 0; e = xml.parent[e] as number) {
		const uri = attr(xml, e, name);
		if (uri !== undefined) return uri;
	}
	return undefined;
}

/** A stretch of decoded text and where it stands: verbatim (unit for unit) or one reference or line end as a whole. */
export interface TextPiece {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly verbatim: boolean;
}

/** Own text of an element (CDATA is text; comments, instructions and child elements are not), decoded. */
export function textOf(xml: XmlDocument, element: number): string {
	if (element < 0) return '';
	const raw = xml.text.slice(xml.tagEnd[element], xml.closeStart[element]);
	if (xml.firstChild[element] === -1 && xml.coded[element] === 0) return raw;
	return textPieces(xml, element)
		.map((piece) => piece.text)
		.join('');
}

/** Own text of an element in pieces with their source positions; see `TextPiece`. */
export function textPieces(xml: XmlDocument, element: number): TextPiece[] {
	const pieces: TextPiece[] = [];
	let at = xml.tagEnd[element] as number;
	for (let c = xml.firstChild[element] as number; c >= 0; c = xml.next[c] as number) {
		gapPieces(xml.text, at, xml.start[c] as number, pieces);
		at = xml.end[c] as number;
	}
	gapPieces(xml.text, at, xml.closeStart[element] as number, pieces);
	return pieces;
}

// Text between two elements: references, CDATA sections, comments and instructions; the scan has proved it well-formed.
function gapPieces(text: string, from: number, to: number, pieces: TextPiece[]): void {
	let at = from;
	while (at < to) {
		const unit = text.charCodeAt(at);
		if (unit === 38) {
			const { code, end } = readReference(text, at);
			pieces.push({ text: String.fromCodePoint(code), start: at, end, verbatim: false });
			at = end;
		} else if (unit === 60) {
			if (text.startsWith('<![CDATA[', at)) {
				const close = text.indexOf(']]>', at + 9);
				plainPieces(text, at + 9, close, pieces);
				at = close + 3;
			} else if (text.startsWith('<!--', at)) at = text.indexOf('-->', at + 4) + 3;
			else at = text.indexOf('?>', at) + 2;
		} else {
			let stop = at;
			while (stop < to && text.charCodeAt(stop) !== 38 && text.charCodeAt(stop) !== 60) stop++;
			plainPieces(text, at, stop, pieces);
			at = stop;
		}
	}
}

/** Verbatim text with CR LF and CR as one line feed (XML 1.0, 2.11). */
function plainPieces(text: string, from: number, to: number, pieces: TextPiece[]): void {
	// Cut first: a search in the whole part would run to its end for every piece.
	const raw = text.slice(from, to);
	let at = 0;
	while (at < raw.length) {
		const found = raw.indexOf('\r', at);
		const stop = found < 0 ? raw.length : found;
		if (stop > at) pieces.push({ text: raw.slice(at, stop), start: from + at, end: from + stop, verbatim: true });
		if (found < 0) return;
		at = raw.charCodeAt(stop + 1) === 10 ? stop + 2 : stop + 1;
		pieces.push({ text: '\n', start: from + stop, end: from + at, verbatim: false });
	}
}

/** Escapes text for element content. */
export function escapeText(text: string): string {
	return text.replace(/[&<>\r]/g, (ch) => (ch === '&' ? '&amp;' : ch === '<' ? '&lt;' : ch === '>' ? '&gt;' : '&#13;'));
}

/** Escapes text for an attribute value in double quotes. */
export function escapeAttribute(text: string): string {
	return text.replace(/[&<"\t\r\n]/g, (ch) =>
		ch === '&' ? '&amp;' : ch === '<' ? '&lt;' : ch === '"' ? '&quot;' : `&#${ch.charCodeAt(0)};`,
	);
}
