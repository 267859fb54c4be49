/**
 * One scanned XML part: a table of elements in document order (element 0 is the root), columns as typed arrays, all
 * positions UTF-16 offsets into `text`. Use the functions of `xml-access.ts`; the columns are public because the
 * splicing code needs the positions.
 */
export interface XmlDocument {
	readonly text: string;
	readonly count: number;
	/** Names by id: `w:p`, `val`, `{uri}local`; see `internalName`. */
	readonly names: readonly string[];
	/** Name id of each element. */
	readonly name: Int32Array;
	/** `<` of the start tag. */
	readonly start: Int32Array;
	/** After the `>` of the start tag. */
	readonly tagEnd: Int32Array;
	/** `<` of the end tag; equals `tagEnd` in `<x/>`. */
	readonly closeStart: Int32Array;
	/** After the `>` of the end tag; equals `tagEnd` in `<x/>`. */
	readonly end: Int32Array;
	/** 1 where an element's own text is not the text as written: references, control characters, CDATA, comments. */
	readonly coded: Int32Array;
	/** Element numbers, -1 for none. */
	readonly parent: Int32Array;
	readonly next: Int32Array;
	readonly firstChild: Int32Array;
	/** Attributes of element e are `attrFirst[e]` up to `attrFirst[e + 1]`. */
	readonly attrFirst: Int32Array;
	readonly attrName: Int32Array;
	/** Start of the attribute's name, start and end of its value between the quotes. */
	readonly attrStart: Int32Array;
	readonly valueStart: Int32Array;
	readonly valueEnd: Int32Array;
}
