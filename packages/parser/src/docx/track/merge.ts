import { elementName, firstChild, nextSibling, type XmlDocument } from '@bianxu/opc';
import type { PartEdit } from '../lower/element-edit.ts';
import type { WordNames } from '../lower/word-names.ts';
import type { RevisionMarks } from './revision-marks.ts';

/** The old and the new text of one part, and the edits that turn the old one into one that holds both. */
export interface Merge {
	readonly before: XmlDocument;
	readonly after: XmlDocument;
	readonly names: WordNames;
	readonly marks: RevisionMarks;
	readonly edits: PartEdit[];
}

/** Source text of an element; '' for -1. */
export function sourceOf(xml: XmlDocument, element: number): string {
	return element < 0 ? '' : xml.text.slice(xml.start[element], xml.end[element]);
}

/** Start tag of an element, never self-closing. */
export function openTag(xml: XmlDocument, element: number): string {
	return xml.text.slice(xml.start[element], xml.tagEnd[element]).replace(/(?<!\s)\s*\/>$/, '>');
}

/** `<w:ins w:id=… w:author=… w:date=…>`. */
export function openMark(merge: Merge, name: string): string {
	return `<${merge.names.element(name)}${merge.marks.attributes(merge.names)}>`;
}

/** `</w:ins>`. */
export function closeMark(merge: Merge, name: string): string {
	return `</${merge.names.element(name)}>`;
}

/** True when an element has a paragraph somewhere inside: a text box, a table. */
export function holdsParagraphs(xml: XmlDocument, element: number): boolean {
	const end = xml.end[element] ?? 0;
	for (let e = element + 1; e < xml.count && (xml.start[e] ?? 0) < end; e++)
		if (elementName(xml, e) === 'w:p') return true;
	return false;
}

/** Source of the children but for those of some names. */
export function childrenSource(xml: XmlDocument, element: number, but: ReadonlySet<string>): string {
	let out = '';
	if (element < 0) return out;
	for (let e = firstChild(xml, element); e >= 0; e = nextSibling(xml, e)) {
		if (!but.has(elementName(xml, e))) out += sourceOf(xml, e);
	}
	return out;
}
