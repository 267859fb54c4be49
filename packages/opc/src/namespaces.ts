/**
 * Namespaces known to the reader, under the prefix used inside the product. Transitional (ISO 29500-4) and Strict
 * (ISO 29500-1) share one: matching is by URI, never by the prefix a producer happened to write.
 */
const known: readonly (readonly [prefix: string, ...uris: string[]])[] = [
	[
		'w',
		'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
		'http://purl.oclc.org/ooxml/wordprocessingml/main',
	],
	[
		'r',
		'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
		'http://purl.oclc.org/ooxml/officeDocument/relationships',
	],
	['a', 'http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
	['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture', 'http://purl.oclc.org/ooxml/drawingml/picture'],
	['c', 'http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'],
	['dgm', 'http://schemas.openxmlformats.org/drawingml/2006/diagram', 'http://purl.oclc.org/ooxml/drawingml/diagram'],
	[
		'wp',
		'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
		'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
	],
	['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math', 'http://purl.oclc.org/ooxml/officeDocument/math'],
	['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
	['v', 'urn:schemas-microsoft-com:vml'],
	['o', 'urn:schemas-microsoft-com:office:office'],
	['w10', 'urn:schemas-microsoft-com:office:word'],
	['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
	['wpg', 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'],
	['wpc', 'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas'],
	['wp14', 'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing'],
	['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
	['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
	['pr', 'http://schemas.openxmlformats.org/package/2006/relationships'],
	['ct', 'http://schemas.openxmlformats.org/package/2006/content-types'],
	['cp', 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'],
	['dc', 'http://purl.org/dc/elements/1.1/'],
	['dcterms', 'http://purl.org/dc/terms/'],
	[
		'ep',
		'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
		'http://purl.oclc.org/ooxml/officeDocument/extendedProperties',
	],
	['x', 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'],
	['pkg', 'http://schemas.microsoft.com/office/2006/xmlPackage'],
	['xml', 'http://www.w3.org/XML/1998/namespace'],
];

const prefixByUri = new Map(known.flatMap(([prefix, ...uris]) => uris.map((uri) => [uri, prefix] as const)));

/** Internal prefix of a namespace URI, or undefined for one the reader does not know. */
export function knownPrefix(uri: string): string | undefined {
	return prefixByUri.get(uri);
}

/** Names made before, by namespace and local name: every part of every document spells the same few hundred. */
const spelled = new Map<string, Map<string, string>>();

/** Names beyond this are made anew each time, so that a hostile document fills no table. */
const MOST_SPELLED = 1000;

/** Name under which elements and attributes are compared: `w:p`, `val` (no namespace), `{uri}local` (unknown one). */
export function internalName(uri: string, local: string): string {
	if (uri === '') return local;
	const prefix = prefixByUri.get(uri);
	if (prefix === undefined) return `{${uri}}${local}`;
	let names = spelled.get(prefix);
	if (names === undefined) {
		names = new Map();
		spelled.set(prefix, names);
	}
	let name = names.get(local);
	if (name === undefined) {
		name = `${prefix}:${local}`;
		if (names.size < MOST_SPELLED) names.set(local, name);
	}
	return name;
}
