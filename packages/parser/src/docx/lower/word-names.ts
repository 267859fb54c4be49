import { namespaceAt, type XmlDocument } from '@bianxu/opc';

/** How WordprocessingML names are written in one part: most producers write `w:`, but only the namespace counts. */
export interface WordNames {
	/** `p` → `w:p`, `ns0:p` or `p`. */
	readonly element: (local: string) => string;
	/** `val` → `w:val`. */
	readonly attribute: (local: string) => string;
	/** Strict files (ISO/IEC 29500-1) say start and end for left and right. */
	readonly strict: boolean;
}

const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** Names as the part's root writes them; null when attributes cannot be written there (only a default namespace). */
export function wordNames(xml: XmlDocument): WordNames | null {
	const tag = /^<([^\s/>:]+):[^\s/>]+/.exec(xml.text.slice(xml.start[0], xml.tagEnd[0]));
	const prefix = tag?.[1] ?? '';
	const uri = namespaceAt(xml, 0, prefix);
	if (uri === undefined) return null;
	const forAttributes = prefix === '' ? prefixFor(xml, uri) : prefix;
	if (forAttributes === null) return null;
	return {
		element: (local) => (prefix === '' ? local : `${prefix}:${local}`),
		attribute: (local) => `${forAttributes}:${local}`,
		strict: uri === STRICT,
	};
}

/** A prefix that the root element declares for a namespace, null when it declares none. */
export function prefixFor(xml: XmlDocument, uri: string): string | null {
	const declarations = xml.text
		.slice(xml.start[0], xml.tagEnd[0])
		.matchAll(/\sxmlns:([^\s=]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
	for (const [, prefix, double, single] of declarations)
		if ((double ?? single) === uri && prefix !== undefined) return prefix;
	return null;
}

/** Number of the element whose start tag begins at an offset, -1 for none. Binary search: elements are in order. */
export function elementAt(xml: XmlDocument, start: number): number {
	let low = 0;
	let high = xml.count - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const at = xml.start[middle] ?? 0;
		if (at === start) return middle;
		if (at < start) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

/** Innermost element that holds an offset in its content or tags, -1 for none. */
export function elementAround(xml: XmlDocument, offset: number): number {
	let low = 0;
	let high = xml.count - 1;
	let found = -1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		if ((xml.start[middle] ?? 0) <= offset) {
			found = middle;
			low = middle + 1;
		} else high = middle - 1;
	}
	while (found >= 0 && (xml.end[found] ?? 0) <= offset) found = xml.parent[found] ?? -1;
	return found;
}
