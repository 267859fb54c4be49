import type { Range } from '@bianxu/model';
import type { XmlDocument } from '@bianxu/opc';
import type { DocxPart } from './source.ts';

/** Element names that the walkers distinguish. Interned once a part, so that comparing two of them compares pointers. */
const TAGS = [
	'm:oMath',
	'm:oMathPara',
	'm:t',
	'mc:AlternateContent',
	'mc:Choice',
	'mc:Fallback',
	'a:blip',
	'c:chart',
	'dgm:relIds',
	'o:OLEObject',
	'pic:pic',
	'v:imagedata',
	'v:line',
	'v:rect',
	'v:oval',
	'v:roundrect',
	'v:polyline',
	'v:shape',
	'v:textpath',
	'w:altChunk',
	'w:annotationRef',
	'w:bdo',
	'w:body',
	'w:bookmarkEnd',
	'w:bookmarkStart',
	'w:br',
	'w:comment',
	'w:commentRangeEnd',
	'w:commentRangeStart',
	'w:commentReference',
	'w:contentPart',
	'w:continuationSeparator',
	'w:control',
	'w:cr',
	'w:customXml',
	'w:customXmlDelRangeEnd',
	'w:customXmlDelRangeStart',
	'w:customXmlInsRangeEnd',
	'w:customXmlInsRangeStart',
	'w:customXmlMoveFromRangeEnd',
	'w:customXmlMoveFromRangeStart',
	'w:customXmlMoveToRangeEnd',
	'w:customXmlMoveToRangeStart',
	'w:customXmlPr',
	'w:dayLong',
	'w:dayShort',
	'w:del',
	'w:delInstrText',
	'w:delText',
	'w:dir',
	'w:drawing',
	'w:endnote',
	'w:endnoteRef',
	'w:endnoteReference',
	'w:fldChar',
	'w:fldSimple',
	'w:footnote',
	'w:footnoteRef',
	'w:footnoteReference',
	'w:hyperlink',
	'w:ins',
	'w:instrText',
	'w:lastRenderedPageBreak',
	'w:monthLong',
	'w:monthShort',
	'w:moveFrom',
	'w:moveFromRangeEnd',
	'w:moveFromRangeStart',
	'w:moveTo',
	'w:moveToRangeEnd',
	'w:moveToRangeStart',
	'w:noBreakHyphen',
	'w:object',
	'w:p',
	'w:pPr',
	'w:permEnd',
	'w:permStart',
	'w:pgNum',
	'w:pict',
	'w:proofErr',
	'w:ptab',
	'w:r',
	'w:rPr',
	'w:ruby',
	'w:rubyBase',
	'w:sdt',
	'w:sdtContent',
	'w:sdtEndPr',
	'w:sdtPr',
	'w:sectPr',
	'w:separator',
	'w:smartTag',
	'w:smartTagPr',
	'w:softHyphen',
	'w:subDoc',
	'w:sym',
	'w:t',
	'w:tab',
	'w:tbl',
	'w:tblGrid',
	'w:tblPr',
	'w:tblPrEx',
	'w:tc',
	'w:tcPr',
	'w:tr',
	'w:trPr',
	'w:txbxContent',
	'w:yearLong',
	'w:yearShort',
	'wps:cNvSpPr',
	'wps:wsp',
] as const;

export type Tag = (typeof TAGS)[number] | '';

const KNOWN: ReadonlyMap<string, Tag> = new Map(TAGS.map((tag) => [tag, tag]));

/** A scanned part with its interned element names. */
export interface ScannedPart extends DocxPart {
	/** By name id; '' for names the walkers do not distinguish. */
	readonly tags: readonly Tag[];
}

/** Adds the interned names to a part. */
export function scannedPart(part: DocxPart): ScannedPart {
	return { ...part, tags: part.xml.names.map((name) => KNOWN.get(name) ?? '') };
}

/** Interned name of an element; '' when the walkers do not know it. */
export function tagOf(part: ScannedPart, element: number): Tag {
	return part.tags[part.xml.name[element] as number] as Tag;
}

/** The range of a whole element. */
export function rangeOf(part: ScannedPart, element: number): Range {
	return { part: part.name, start: part.xml.start[element] as number, end: part.xml.end[element] as number };
}

/** Source text of a whole element, a key under which equal property elements share their reading. '' for -1. */
export function sliceOf(xml: XmlDocument, element: number): string {
	return element < 0 ? '' : xml.text.slice(xml.start[element], xml.end[element]);
}
