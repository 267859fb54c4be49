export { type Budgets, defaultBudgets } from './budgets.ts';
export { crc32 } from './crc32.ts';
export {
	type InflateHost,
	inPart,
	isRefusal,
	isUntouched,
	type OpcPackage,
	openPackage,
	readPartText,
	scanPart,
} from './package.ts';
export { printable, type Refusal, refusal } from './refusal.ts';
export {
	type ContentTypes,
	contentTypeOf,
	contentTypesOf,
	isUnderstoodNamespace,
	mainPartOf,
	type Relationship,
	relationshipPartOf,
	relationshipsOf,
} from './relationships.ts';
export { type DeflateHost, rewritePackage } from './rewrite.ts';
export { splicePart } from './splice.ts';
export { decodePart, encodePart, type PartEncoding, type PartText } from './text-encoding.ts';
export {
	attr,
	attributeIndex,
	attributes,
	child,
	children,
	elementName,
	elementsNamed,
	escapeAttribute,
	escapeText,
	firstChild,
	namespaceAt,
	nextSibling,
	parentOf,
	type TextPiece,
	textOf,
	textPieces,
} from './xml-access.ts';
export type { XmlDocument } from './xml-document.ts';
export { scanXml } from './xml-scan.ts';
export type { ZipDirectory, ZipEntry } from './zip-directory.ts';
