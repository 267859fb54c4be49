import { child, children, elementName, type XmlDocument } from '@bianxu/opc';
import { editedSource } from '../lower/element-edit.ts';
import { closeMark, type Merge, openTag, sourceOf } from './merge.ts';
import { type MarkRevision, mergedParagraphProperties, mergedSection, type Properties } from './merge-properties.ts';
import { mergeRuns } from './merge-runs.ts';
import { isAlone, isParagraph, lastParagraph, type Pair, pairBlocks, RANGE_MARKS } from './pair-blocks.ts';

/** Wrappers whose content is inline. */
const INLINE = new Set([
	'w:hyperlink',
	'w:smartTag',
	'w:customXml',
	'w:ins',
	'w:moveTo',
	'w:bdo',
	'w:dir',
	'w:fldSimple',
]);

/**
 * Edits of the old text that make an element hold both its old and its new form. False where that cannot be said by
 * tracked changes; edits made so far are then of no use.
 */
export function mergeElement(merge: Merge, before: number, after: number): boolean {
	const { before: a, after: b } = merge;
	if (sourceOf(a, before) === sourceOf(b, after)) return true;
	const name = elementName(a, before);
	if (name === 'w:p') return mergeParagraph(merge, before, after, 'none');
	if (name === 'w:sectPr') {
		const merged = mergedSection(merge, { xml: a, element: before }, { xml: b, element: after });
		if (merged !== null) replace(merge, before, before, merged);
		return merged !== null;
	}
	if (openTag(a, before) !== openTag(b, after)) return false;
	if (INLINE.has(name) || (name === 'w:sdtContent' && holdsRuns(a, before))) {
		return mergeInline(merge, before, children(a, before), children(b, after));
	}
	return mergeChildren(merge, before, after);
}

function holdsRuns(xml: XmlDocument, element: number): boolean {
	return child(xml, element, 'w:r') >= 0;
}

function replace({ before, edits }: Merge, first: number, last: number, text: string): void {
	edits.push({ start: before.start[first] ?? 0, end: before.end[last] ?? 0, text });
}

function insert({ edits }: Merge, at: number, text: string): void {
	if (text !== '') edits.push({ start: at, end: at, text });
}

function mergeChildren(merge: Merge, before: number, after: number): boolean {
	const { before: a, after: b } = merge;
	// Range marks stay where they are: a paragraph that is removed leaves them behind, one that is marked deleted holds them.
	const blocks = (xml: XmlDocument, element: number): readonly number[] =>
		children(xml, element).filter((each) => !RANGE_MARKS.has(elementName(xml, each)));
	const pairs = pairBlocks(a, blocks(a, before), b, blocks(b, after));
	const tail = tailOf(a, b, pairs);
	let at = a.tagEnd[before] ?? 0;
	for (const [index, pair] of pairs.entries()) {
		if (pair.before >= 0 && pair.after >= 0) {
			const atTail = tail !== null && index === tail.host;
			const said =
				atTail && tail.kind !== 'none'
					? mergeParagraph(merge, pair.before, pair.after, tail.kind)
					: mergeElement(merge, pair.before, pair.after);
			if (!said) return false;
		} else if (pair.before >= 0) {
			if (elementName(a, pair.before) !== 'w:p') return false;
			const last = tail !== null && index === tail.last;
			const host = tail === null ? undefined : pairs[tail.host];
			const now = last && host !== undefined ? propertiesOf(b, host.after) : propertiesOf(a, pair.before);
			if (!deleteParagraph(merge, pair.before, now, last ? 'none' : 'deleted')) return false;
		} else {
			const name = elementName(b, pair.after);
			if (name === 'w:p') {
				const last = tail !== null && index === tail.last;
				const host = tail === null ? undefined : pairs[tail.host];
				const old = last && host !== undefined ? propertiesOf(a, host.before) : propertiesOf(b, pair.after);
				const text = insertedParagraph(merge, pair.after, old, last ? 'none' : 'inserted');
				if (text === null) return false;
				insert(merge, at, text);
			} else if (name === 'w:sectPr') {
				const merged = mergedSection(merge, { xml: a, element: -1 }, { xml: b, element: pair.after });
				if (merged === null) return false;
				insert(merge, at, merged);
			} else return false;
		}
		if (pair.before >= 0) at = a.end[pair.before] ?? at;
	}
	return true;
}

/**
 * A container's last paragraph mark cannot go. Where paragraphs are added or taken away at the end, the mark before them
 * is inserted or deleted instead, and the last one takes over its properties, as typing or deleting in Word does.
 */
function tailOf(
	a: XmlDocument,
	b: XmlDocument,
	pairs: readonly Pair[],
): { readonly host: number; readonly last: number; readonly kind: MarkRevision } | null {
	const last = lastParagraph(a, b, pairs);
	if (last < 0 || !isAlone(pairs[last] as Pair)) return null;
	let host = last;
	while (host >= 0 && isParagraph(a, b, pairs[host] as Pair) && isAlone(pairs[host] as Pair)) host--;
	const kept = pairs[host];
	if (kept === undefined || !isParagraph(a, b, kept)) return null;
	const pPr = child(a, kept.before, 'w:pPr');
	if (pPr >= 0 && child(a, pPr, 'w:sectPr') >= 0) return null;
	return { host, last, kind: (pairs[last] as Pair).before >= 0 ? 'deleted' : 'inserted' };
}

function propertiesOf(xml: XmlDocument, paragraph: number): Properties {
	return { xml, element: child(xml, paragraph, 'w:pPr') };
}

const inlineOf = (xml: XmlDocument, paragraph: number): readonly number[] =>
	children(xml, paragraph).filter((element) => elementName(xml, element) !== 'w:pPr');

function mergeParagraph(merge: Merge, before: number, after: number, revision: MarkRevision): boolean {
	const { before: a, after: b } = merge;
	const properties = mergedParagraphProperties(merge, propertiesOf(a, before), propertiesOf(b, after), revision);
	if (properties === null) return false;
	if (a.end[before] === a.tagEnd[before]) {
		const content = insertedContent(merge, inlineOf(b, after));
		if (content === null) return false;
		replace(merge, before, before, `${openTag(a, before)}${properties}${content}${closeMark(merge, 'p')}`);
		return true;
	}
	writeProperties(merge, before, properties);
	return mergeInline(merge, before, inlineOf(a, before), inlineOf(b, after));
}

function writeProperties(merge: Merge, paragraph: number, properties: string): void {
	const { before: a } = merge;
	const pPr = child(a, paragraph, 'w:pPr');
	if (pPr < 0) insert(merge, a.tagEnd[paragraph] ?? 0, properties);
	else if (sourceOf(a, pPr) !== properties) replace(merge, pPr, pPr, properties);
}

/** A paragraph that goes: its content and, unless it is its container's last, its mark. */
function deleteParagraph(merge: Merge, paragraph: number, now: Properties, revision: MarkRevision): boolean {
	const { before: a } = merge;
	const properties = mergedParagraphProperties(merge, propertiesOf(a, paragraph), now, revision);
	if (properties === null) return false;
	if (a.end[paragraph] === a.tagEnd[paragraph]) {
		replace(merge, paragraph, paragraph, `${openTag(a, paragraph)}${properties}${closeMark(merge, 'p')}`);
		return true;
	}
	writeProperties(merge, paragraph, properties);
	return deleteInline(merge, inlineOf(a, paragraph));
}

function deleteInline(merge: Merge, elements: readonly number[]): boolean {
	const { before: a } = merge;
	let group: number[] = [];
	const flush = (): boolean => {
		const [first, last] = [group[0], group.at(-1)];
		if (first === undefined || last === undefined) return true;
		const runs = mergeRuns(merge, group, [], () => null);
		group = [];
		if (runs !== null) replace(merge, first, last, runs);
		return runs !== null;
	};
	for (const element of elements) {
		const name = elementName(a, element);
		if (name === 'w:r' || name === 'w:fldSimple') group.push(element);
		else if (!flush()) return false;
		else if (RANGE_MARKS.has(name) || name === 'w:smartTagPr' || name === 'w:customXmlPr') continue;
		else if (!INLINE.has(name) || !deleteInline(merge, children(a, element))) return false;
	}
	return flush();
}

/** Inline content of the new text as inserted runs; null when it is more than runs. */
function insertedContent(merge: Merge, elements: readonly number[]): string | null {
	const { after: b } = merge;
	const runs = elements.filter((element) => !RANGE_MARKS.has(elementName(b, element)));
	if (runs.some((element) => elementName(b, element) !== 'w:r')) return null;
	return mergeRuns(merge, [], runs, () => null);
}

function insertedParagraph(merge: Merge, paragraph: number, old: Properties, revision: MarkRevision): string | null {
	const { after: b } = merge;
	const properties = mergedParagraphProperties(merge, old, propertiesOf(b, paragraph), revision);
	const content = insertedContent(merge, inlineOf(b, paragraph));
	if (properties === null || content === null) return null;
	return `${openTag(b, paragraph)}${properties}${content}${closeMark(merge, 'p')}`;
}

/**
 * Inline content of a paragraph or wrapper. What is no run (bookmarks, hyperlinks, controls) is the same in both texts
 * and parts the runs into groups, which are compared; where it is not, the old content is deleted and the new inserted.
 */
function mergeInline(merge: Merge, before: number, old: readonly number[], now: readonly number[]): boolean {
	const { before: a, after: b } = merge;
	const isRun = (xml: XmlDocument, element: number): boolean => elementName(xml, element) === 'w:r';
	const stonesA = old.filter((element) => !isRun(a, element));
	const stonesB = now.filter((element) => !isRun(b, element));
	const alike =
		stonesA.length === stonesB.length &&
		stonesA.every((element, index) => openTag(a, element) === openTag(b, stonesB[index] as number));
	const start = firstInlinePlace(a, before);
	if (!alike) {
		if (!deleteInline(merge, old)) return false;
		const content = insertedContent(merge, now);
		const end = a.end[old.at(-1) ?? -1] ?? start;
		if (content !== null) insert(merge, end, content);
		return content !== null;
	}
	let [i, j] = [0, 0];
	let place = start;
	for (let stone = 0; stone <= stonesA.length; stone++) {
		const [endA, endB] = [stonesA[stone], stonesB[stone]];
		const groupA: number[] = [];
		const groupB: number[] = [];
		while (i < old.length && old[i] !== endA) groupA.push(old[i++] as number);
		while (j < now.length && now[j] !== endB) groupB.push(now[j++] as number);
		if (!mergeGroup(merge, groupA, groupB, place)) return false;
		if (endA === undefined || endB === undefined) break;
		if (!mergeElement(merge, endA, endB)) return false;
		place = a.end[endA] ?? place;
		i++;
		j++;
	}
	return true;
}

function firstInlinePlace(a: XmlDocument, element: number): number {
	const pPr = elementName(a, element) === 'w:p' ? child(a, element, 'w:pPr') : -1;
	return (pPr < 0 ? a.tagEnd[element] : a.end[pPr]) ?? 0;
}

/** Runs between two other elements; those at the ends that are the same stay. */
function mergeGroup(merge: Merge, before: readonly number[], after: readonly number[], place: number): boolean {
	const { before: a, after: b } = merge;
	const same = (i: number, j: number): boolean => sourceOf(a, before[i] ?? -1) === sourceOf(b, after[j] ?? -1);
	const most = Math.min(before.length, after.length);
	let head = 0;
	while (head < most && same(head, head)) head++;
	let tail = 0;
	while (tail < most - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail++;
	const old = before.slice(head, before.length - tail);
	const now = after.slice(head, after.length - tail);
	if (old.length === 0 && now.length === 0) return true;
	const merged = mergeRuns(merge, old, now, (from, to) => {
		const inner: Merge = { ...merge, edits: [] };
		return mergeElement(inner, from, to) ? editedSource(a, from, inner.edits) : null;
	});
	if (merged === null) return false;
	const [first, last] = [old[0], old.at(-1)];
	if (first === undefined || last === undefined)
		insert(merge, head === 0 ? place : (a.end[before[head - 1] ?? -1] ?? place), merged);
	else replace(merge, first, last, merged);
	return true;
}
