import {
	attr,
	children,
	type DeflateHost,
	elementName,
	encodePart,
	isRefusal,
	type PartText,
	readPartText,
	relationshipsOf,
	rewritePackage,
	scanXml,
	splicePart,
	type XmlDocument,
} from '@bianxu/opc';
import { inPartEdits } from '../lower/part-edits.ts';
import { wordNames } from '../lower/word-names.ts';
import type { DocxPart, DocxSource } from '../source.ts';
import type { Merge } from './merge.ts';
import { mergeElement } from './merge-blocks.ts';
import { type Revision, type RevisionMarks, revisionMarks } from './revision-marks.ts';

/** A package with both texts, or the part whose difference tracked changes cannot say. */
export type TrackedDocx =
	| {
			readonly failed: null;
			/** Parts that changed and cannot be tracked: they are as in the new package. */
			readonly untracked: readonly string[];
			readonly write: (host: DeflateHost) => Uint8Array;
	  }
	| { readonly failed: string };

/** Roots of the parts that hold text. */
const STORIES = new Set(['w:document', 'w:hdr', 'w:ftr', 'w:footnotes', 'w:endnotes']);

/**
 * The old package with the difference to the new one as tracked changes (17.13.5): text as w:ins and w:del, formats as
 * w:rPrChange, w:pPrChange and w:sectPrChange, paragraphs through their marks. Rejecting all gives the old text and
 * formats, accepting all the new ones. `after` must come from `before` by lowering: same parts, same structure but for
 * paragraphs that were added or removed. Deterministic; without a difference the bytes are the old object.
 */
export function trackDocx(before: DocxSource, after: DocxSource, revision: Revision): TrackedDocx {
	const changed = changedParts(before, after);
	const added = [...after.pkg.entries.keys()].filter((name) => !before.pkg.entries.has(name));
	if (changed.length === 0 && added.length === 0) {
		return { failed: null, untracked: [], write: () => before.pkg.bytes };
	}
	const marks = revisionMarks(
		[...before.parts.values(), ...after.parts.values()].map((part) => part.xml),
		revision,
	);
	const texts = new Map<string, PartText>();
	const untracked: string[] = [];
	for (const name of changed) {
		const [old, now] = [before.parts.get(name), after.parts.get(name)];
		if (old === undefined || now === undefined || !STORIES.has(elementName(old.xml, 0))) {
			const text = readPartText(after.pkg, name);
			if (isRefusal(text)) return { failed: name };
			texts.set(name, text);
			if (!isTable(name)) untracked.push(name);
			continue;
		}
		const merged = mergeParts(old, now, marks);
		if (merged === null) return { failed: name };
		texts.set(name, merged);
	}
	const fresh = new Map<string, Uint8Array>();
	for (const name of added) {
		const part = after.parts.get(name);
		const text = part === undefined ? readPartText(after.pkg, name) : newPart(before, after, part, marks);
		if (text === null || isRefusal(text)) return { failed: name };
		fresh.set(name, encodePart(text));
	}
	const encoded = new Map([...texts].map(([name, text]) => [name, encodePart(text)]));
	return { failed: null, untracked, write: (host) => rewritePackage(before.pkg, encoded, host, fresh) };
}

/** Tables of the package follow from the parts that were added; they are no content. */
function isTable(name: string): boolean {
	return name.toLowerCase() === '/[content_types].xml' || name.toLowerCase().endsWith('.rels');
}

/** Parts of both packages whose content differs, by size and checksum. */
function changedParts(before: DocxSource, after: DocxSource): readonly string[] {
	return [...before.pkg.entries].flatMap(([name, entry]) => {
		const other = after.pkg.entries.get(name);
		return other === undefined || (other.crc === entry.crc && other.size === entry.size) ? [] : [name];
	});
}

function mergeParts(old: DocxPart, now: DocxPart, marks: RevisionMarks): PartText | null {
	const names = wordNames(old.xml);
	if (names === null) return null;
	const merge: Merge = { before: old.xml, after: now.xml, names, marks, edits: [] };
	if (!mergeElement(merge, 0, 0)) return null;
	return { ...old.text, text: splicePart(old.text.text, inPartEdits(old.name, merge.edits)) };
}

/**
 * A part that is not in the old package, as changes of what was seen in its place: a footer of even pages takes over
 * from the one that all pages had, any other from an empty one.
 */
function newPart(before: DocxSource, after: DocxSource, part: DocxPart, marks: RevisionMarks): PartText | null {
	if (!STORIES.has(elementName(part.xml, 0))) return part.text;
	const shown = shownInstead(before, after, part.name);
	if (shown !== null) {
		const names = wordNames(shown.xml);
		const tag = shown.text.text.slice(shown.xml.start[0], shown.xml.tagEnd[0]);
		const alike = wordNames(part.xml)?.element('p') === names?.element('p');
		const now = alike
			? rescanned(`${tag}${contentOf(part.xml)}</${/^<([^\s/>]+)/.exec(tag)?.[1] ?? ''}>`, before)
			: null;
		const merged = now === null ? null : mergeParts(shown, { ...part, xml: now }, marks);
		if (merged !== null) return merged;
	}
	const names = wordNames(part.xml);
	if (names === null) return null;
	const tag = part.text.text.slice(part.xml.start[0], part.xml.tagEnd[0]);
	const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
	const head = part.text.text.slice(0, part.xml.start[0]);
	const paragraph = children(part.xml, 0, 'w:p')[0] ?? -1;
	const properties = paragraph < 0 ? -1 : (children(part.xml, paragraph, 'w:pPr')[0] ?? -1);
	const pPr = properties < 0 ? '' : part.text.text.slice(part.xml.start[properties], part.xml.end[properties]);
	const empty = `${head}${tag}<${names.element('p')}>${pPr}</${names.element('p')}></${name}>`;
	const xml = rescanned(empty, before);
	return xml === null ? null : mergeParts({ ...part, text: { ...part.text, text: empty }, xml }, part, marks);
}

function contentOf(xml: XmlDocument): string {
	return xml.text.slice(xml.tagEnd[0], xml.closeStart[0]);
}

function rescanned(text: string, source: DocxSource): XmlDocument | null {
	const xml = scanXml(text, source.pkg.budgets);
	return isRefusal(xml) ? null : xml;
}

/** The old footer of all pages in a section whose even pages get this new one; null where there was none. */
function shownInstead(before: DocxSource, after: DocxSource, name: string): DocxPart | null {
	const [oldMain, main] = [before.parts.get(before.mainPart), after.parts.get(after.mainPart)];
	const [oldRelations, relations] = [
		relationshipsOf(before.pkg, before.mainPart),
		relationshipsOf(after.pkg, after.mainPart),
	];
	if (evenPagesDiffer(before)) return null;
	if (oldMain === undefined || main === undefined || isRefusal(relations) || isRefusal(oldRelations)) return null;
	const id = relations.find((relation) => relation.part === name)?.id;
	for (const { xml, kind, reference } of footerReferences(main.xml)) {
		if (kind !== 'even' || reference !== id) continue;
		const beside = footerReferences(xml).find((other) => other.kind === 'default');
		const target = oldRelations.find((relation) => relation.id === beside?.reference)?.part;
		return target === undefined || target === null ? null : (before.parts.get(target) ?? null);
	}
	return null;
}

/** w:evenAndOddHeaders (17.10.1): even pages then have footers of their own, or none. */
function evenPagesDiffer(source: DocxSource): boolean {
	for (const { xml } of source.parts.values()) {
		if (elementName(xml, 0) !== 'w:settings') continue;
		const flag = children(xml, 0, 'w:evenAndOddHeaders')[0];
		if (flag !== undefined) return !['0', 'false', 'off'].includes(attr(xml, flag, 'w:val') ?? '1');
	}
	return false;
}

function footerReferences(
	xml: XmlDocument,
): readonly { readonly xml: XmlDocument; readonly kind: string; readonly reference: string }[] {
	const found: { xml: XmlDocument; kind: string; reference: string }[] = [];
	for (let e = 0; e < xml.count; e++) {
		if (elementName(xml, e) !== 'w:footerReference') continue;
		found.push({ xml, kind: attr(xml, e, 'w:type') ?? 'default', reference: attr(xml, e, 'r:id') ?? '' });
	}
	return found;
}
