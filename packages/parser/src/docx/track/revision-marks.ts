import { attr, escapeAttribute, type XmlDocument } from '@bianxu/opc';
import type { WordNames } from '../lower/word-names.ts';

/** Who is shown as the author of the tracked changes and when they were made (xsd:dateTime). */
export interface Revision {
	readonly author: string;
	readonly date: string;
}

/** Hands out the attributes of tracked changes: an id that no other annotation of the package has, author and date. */
export interface RevisionMarks {
	/** ` w:id="7" w:author="…" w:date="…"`, each time with a new id. */
	readonly attributes: (names: WordNames) => string;
}

/** Marks whose ids go on after the largest id of these parts (17.13.1: annotation ids are unique in a document). */
export function revisionMarks(parts: Iterable<XmlDocument>, { author, date }: Revision): RevisionMarks {
	let last = 0;
	for (const xml of parts) last = Math.max(last, largestAnnotationId(xml));
	return {
		attributes: (names) => {
			last++;
			const a = names.attribute;
			return ` ${a('id')}="${last}" ${a('author')}="${escapeAttribute(author)}" ${a('date')}="${escapeAttribute(date)}"`;
		},
	};
}

/** Largest w:id of any element of a part; ids beyond 32 bits are no ids that Word would keep. */
function largestAnnotationId(xml: XmlDocument): number {
	const id = xml.names.indexOf('w:id');
	if (id < 0) return 0;
	let largest = 0;
	for (let e = 0; e < xml.count; e++) {
		const to = xml.attrFirst[e + 1] ?? 0;
		for (let a = xml.attrFirst[e] ?? 0; a < to; a++) {
			if (xml.attrName[a] !== id) continue;
			const value = Number(attr(xml, e, 'w:id'));
			if (Number.isInteger(value) && value > largest && value < 0x7fff0000) largest = value;
		}
	}
	return largest;
}
