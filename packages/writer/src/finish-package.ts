/** What docx drops or takes from the clock is put right in the package it wrote: styles, settings, properties, dates of entries. */

import type { Template, TextEdit } from '@bianxu/model';
import {
	attr,
	child,
	type DeflateHost,
	elementName,
	escapeText,
	type InflateHost,
	isRefusal,
	type OpcPackage,
	openPackage,
	readPartText,
	rewritePackage,
	scanXml,
	splicePart,
	type XmlDocument,
} from '@bianxu/opc';
import { cachedTwips } from './paper-style.ts';
import { stylesXml } from './styles-xml.ts';

/** Parts that docx always writes and a reference text has no use for: an empty list of notes, bullets, custom properties. */
const unused =
	/^\/(?:word\/(?:numbering|footnotes|endnotes|fontTable|comments\w*)\.xml|word\/_rels\/(?!document\.xml)[^/]*|docProps\/custom\.xml)$/;

/** The end record of a package without entries: every part is added to it, with the one date that added entries have. */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);

interface Facts {
	readonly template: Template;
	readonly title: string;
	/** YYYY-MM-DD, the only date in the file. */
	readonly date: string;
}

/** The same request gives the same bytes: nothing of the clock that docx puts into properties and entries is left. */
export function finishPackage(written: Uint8Array, facts: Facts, host: InflateHost & DeflateHost): Uint8Array {
	const pkg = opened(written, host);
	const parts = new Map<string, Uint8Array>();
	const names = [...pkg.entries.keys()].filter((name) => !unused.test(name)).sort(byReading);
	for (const name of names) parts.set(name, new TextEncoder().encode(finished(pkg, name, facts)));
	return rewritePackage(opened(EMPTY_ZIP, host), new Map(), host, parts);
}

/** [Content_Types].xml first, then relationships, as readers that stream expect. */
function byReading(a: string, b: string): number {
	const rank = (name: string): number => (name.startsWith('/[') ? 0 : name.startsWith('/_rels') ? 1 : 2);
	return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function finished(pkg: OpcPackage, name: string, facts: Facts): string {
	if (name === '/word/styles.xml') return stylesXml(facts.template);
	if (name === '/docProps/core.xml') return coreProperties(facts);
	const text = readPartText(pkg, name);
	if (isRefusal(text)) throw new Error(`docx wrote a part that cannot be read: ${text.message.en}`);
	const xml = scanXml(text.text, pkg.budgets);
	if (isRefusal(xml)) throw new Error(`docx wrote XML that cannot be read: ${xml.message.en}`);
	return splicePart(text.text, editsOf(name, xml, facts));
}

function editsOf(name: string, xml: XmlDocument, facts: Facts): readonly TextEdit[] {
	if (name === '/[Content_Types].xml') return without(name, xml, 'PartName', (value) => value);
	if (name === '/_rels/.rels') return without(name, xml, 'Target', (value) => `/${value}`);
	if (name === '/word/_rels/document.xml.rels') return without(name, xml, 'Target', (value) => `/word/${value}`);
	if (name === '/word/settings.xml') return settingsEdits(name, xml);
	if (/^\/word\/footer\d+\.xml$/.test(name)) return footerEdits(name, xml, facts.template);
	return [];
}

/** Takes out the children that name an unused part. */
function without(
	part: string,
	xml: XmlDocument,
	attribute: string,
	partOf: (value: string) => string,
): readonly TextEdit[] {
	return elements(xml)
		.filter((element) => {
			const value = attr(xml, element, attribute);
			return value !== undefined && unused.test(partOf(value));
		})
		.map((element) => edit(part, xml.start[element], xml.end[element], ''));
}

/** Word for Chinese: tab stops of two characters, punctuation that may close up, the East Asian layout of lines. */
function settingsEdits(part: string, xml: XmlDocument): readonly TextEdit[] {
	return elements(xml).flatMap((element): readonly TextEdit[] => {
		const [start, tagEnd, end] = [xml.start[element], xml.tagEnd[element], xml.end[element]];
		switch (elementName(xml, element)) {
			case 'w:displayBackgroundShape':
				return [edit(part, start, end, '<w:zoom w:percent="100"/>')];
			case 'w:defaultTabStop':
				return [edit(part, start, end, '<w:defaultTabStop w:val="420"/>')];
			case 'w:evenAndOddHeaders':
				return [edit(part, end, end, '<w:characterSpacingControl w:val="compressPunctuation"/>')];
			case 'w:compat':
				return [
					edit(part, tagEnd, tagEnd, '<w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>'),
					edit(part, end, end, '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'),
				];
			default:
				return [];
		}
	});
}

/**
 * 「— 1 —」 one character in from the outer edge (GB/T 9704-2012 7.5): an indent in characters, which docx cannot say,
 * and a number in the field, so that readers that do not count pages show one.
 */
function footerEdits(part: string, xml: XmlDocument, template: Template): readonly TextEdit[] {
	// The line is off the grid (styles-xml.ts): a character is as wide as it is.
	const twips = cachedTwips(100, template.page.pageNumber.size.value, 0);
	const even = elements(xml).some(
		(element) => elementName(xml, element) === 'w:ind' && attr(xml, element, 'w:left') !== undefined,
	);
	const side = even ? 'left' : 'right';
	return elements(xml).flatMap((element): readonly TextEdit[] => {
		if (elementName(xml, element) === 'w:ind') {
			const text = `<w:ind w:${side}Chars="100" w:${side}="${twips}"/>`;
			return [edit(part, xml.start[element], xml.end[element], text)];
		}
		const ends =
			elementName(xml, element) === 'w:r' && attr(xml, child(xml, element, 'w:fldChar'), 'w:fldCharType') === 'end';
		if (!ends) return [];
		const at = xml.start[element];
		return [edit(part, at, at, `<w:r><w:t>${even ? 2 : 1}</w:t></w:r>`)];
	});
}

function elements(xml: XmlDocument): readonly number[] {
	return Array.from({ length: xml.count }, (_, element) => element);
}

function edit(part: string, start = 0, end = 0, text: string): TextEdit {
	return { range: { part, start, end }, text };
}

/** Title and the request's day. No author and no program: a skeleton is nobody's paper yet. */
function coreProperties({ title, date }: Facts): string {
	const stamp = `xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:`;
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
		'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
		' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
		' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
		`<dc:title>${escapeText(title)}</dc:title><dcterms:created ${stamp}created><dcterms:modified ${stamp}modified>` +
		'</cp:coreProperties>'
	);
}

function opened(bytes: Uint8Array, host: InflateHost): OpcPackage {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) throw new Error(`docx wrote a package that cannot be read: ${pkg.message.en}`);
	return pkg;
}
