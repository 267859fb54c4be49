import type { OpcPackage, PartText, XmlDocument } from '@bianxu/opc';
import type { List } from './numbering.ts';

/** One XML part as it was read: name with a leading slash, decoded text with its encoding, element table. */
export interface DocxPart {
	readonly name: string;
	readonly text: PartText;
	readonly xml: XmlDocument;
}

/**
 * What lowering and annotating need beside the Doc: the package, the main part's name and every XML part that the
 * reader scanned (main, styles, numbering, settings, headers, footers, notes …) by part name. A part that is missing
 * from `parts` was not readable or not needed.
 */
export interface DocxSource {
	readonly pkg: OpcPackage;
	readonly mainPart: string;
	readonly parts: ReadonlyMap<string, DocxPart>;
	/** Lists of the numbering part. */
	readonly lists: ReadonlyMap<string, List>;
}
