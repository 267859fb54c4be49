import { child, children, elementName, type XmlDocument } from '@bianxu/opc';
import { editedSource } from '../lower/element-edit.ts';
import { align } from './align.ts';
import { closeMark, type Merge, openTag, sourceOf } from './merge.ts';
import { type MarkRevision, mergedParagraphProperties, mergedSection, type Properties } from './merge-properties.ts';
import { mergeRuns } from './merge-runs.ts';

/** Marks that stand between paragraphs or runs and say nothing themselves. */
const RANGE_MARKS = new Set([
	'w:bookmarkStart',
	'w:bookmarkEnd',
	'w:commentRangeStart',
	'w:commentRangeEnd',
	'w:permStart',
	'w:permEnd',
	'w:proofErr',
	...['moveFrom', 'moveTo', 'customXmlIns', 'customXmlDel', 'customXmlMoveFrom', 'customXmlMoveTo'].flatMap((name) => [
		`w:${name}RangeStart`,
		`w:${name}RangeEnd`,
	]),
]);

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

/** Blocks of a container that belong together: an old and a new one, or one of them alone (-1: none). */
interface Pair {
	readonly before: number;
	readonly after: number;
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
	const isParagraph = ({ before, after }: Pair): boolean =>
		(before < 0 || elementName(a, before) === 'w:p') && (after < 0 || elementName(b, after) === 'w:p');
	const alone = ({ before, after }: Pair): boolean => before < 0 || after < 0;
	let last = pairs.length - 1;
	while (last >= 0 && !isParagraph(pairs[last] as Pair)) {
		const { before, after } = pairs[last] as Pair;
		const name = before >= 0 ? elementName(a, before) : elementName(b, after);
		if (name !== 'w:sectPr') return null;
		last--;
	}
	if (last < 0 || !alone(pairs[last] as Pair)) return null;
	let host = last;
	while (host >= 0 && isParagraph(pairs[host] as Pair) && alone(pairs[host] as Pair)) host--;
	const kept = pairs[host];
	if (kept === undefined || !isParagraph(kept)) return null;
	const pPr = child(a, kept.before, 'w:pPr');
	if (pPr >= 0 && child(a, pPr, 'w:sectPr') >= 0) return null;
	return { host, last, kind: (pairs[last] as Pair).before >= 0 ? 'deleted' : 'inserted' };
}

function propertiesOf(xml: XmlDocument, paragraph: number): Properties {
	return { xml, element: child(xml, paragraph, 'w:pPr') };
}

/** Text of a block, by which it is known again when its format changes, with what else it must have in common. */
function textKey(xml: XmlDocument, element: number): string {
	const end = xml.end[element] ?? 0;
	let text = kindOf(xml, element);
	for (let e = element; e < xml.count && (xml.start[e] ?? 0) < end; e++) {
		if (elementName(xml, e) === 'w:t') text += xml.text.slice(xml.tagEnd[e], xml.closeStart[e]);
	}
	return text;
}

/** What lowering replaces or moves freely; anything else in a paragraph is there before and after. */
const PLAIN_RUN = new Set([
	'w:rPr',
	'w:t',
	'w:tab',
	'w:br',
	'w:cr',
	'w:lastRenderedPageBreak',
	'w:fldChar',
	'w:instrText',
]);

const PLAIN = 'w:p ';

/** What a block and its partner must have in common: name, section break, wrappers, objects. `PLAIN` for text alone. */
function kindOf(xml: XmlDocument, element: number): string {
	const name = elementName(xml, element);
	if (name !== 'w:p') return name;
	let kind = PLAIN;
	for (const each of children(xml, element)) {
		const inside = elementName(xml, each);
		if (inside === 'w:pPr') {
			if (child(xml, each, 'w:sectPr') >= 0) kind += 'w:sectPr ';
		} else if (inside === 'w:r') {
			for (const object of children(xml, each)) {
				const objectName = elementName(xml, object);
				if (!PLAIN_RUN.has(objectName)) kind += `${objectName} `;
			}
		} else if (inside !== 'w:fldSimple' && !RANGE_MARKS.has(inside)) kind += `${inside} ${openTag(xml, each)} `;
	}
	return kind;
}

/** True for what lowering neither adds nor removes: anything but a paragraph of text, fields and links. */
function isFixed(kind: string): boolean {
	return (
		!kind.startsWith(PLAIN) ||
		/ (?:w:sectPr|w:ins|w:del|w:moveFrom|w:moveTo|w:sdt|w:drawing|w:pict|w:object|w:footnoteReference|w:endnoteReference|w:commentReference|mc:AlternateContent|m:oMath|m:oMathPara) /.test(
			kind,
		)
	);
}

/**
 * Pairs in document order: what cannot come or go first, between them blocks that are the same, then those with the
 * same text, then those that are most alike.
 */
function pairBlocks(
	a: XmlDocument,
	before: readonly number[],
	b: XmlDocument,
	after: readonly number[],
): readonly Pair[] {
	const holds = (xml: XmlDocument, elements: readonly number[]): boolean =>
		elements.some((element) => elementName(xml, element) === 'w:p');
	if (!holds(a, before) && !holds(b, after)) {
		return inOrder(before, after, (i, j) => elementName(a, before[i] ?? 0) === elementName(b, after[j] ?? 0));
	}
	const between = (oldGap: readonly number[], newGap: readonly number[]): readonly Pair[] =>
		pairsBy(a, oldGap, b, newGap, sourceOf, (oldPart, newPart) =>
			pairsBy(a, oldPart, b, newPart, textKey, (oldRest, newRest) => pairGap(a, oldRest, b, newRest)),
		);
	const fixed = (xml: XmlDocument, elements: readonly number[]): readonly number[] =>
		elements.filter((element) => elementName(xml, element) !== 'w:sectPr' && isFixed(kindOf(xml, element)));
	const [fixedA, fixedB] = [fixed(a, before), fixed(b, after)];
	const alike =
		fixedA.length === fixedB.length &&
		fixedA.every((element, index) => kindOf(a, element) === kindOf(b, fixedB[index] as number));
	if (!alike) return between(before, after);
	const pairs: Pair[] = [];
	let [i, j] = [0, 0];
	for (const [index, element] of fixedA.entries()) {
		const other = fixedB[index] as number;
		const [k, l] = [before.indexOf(element, i), after.indexOf(other, j)];
		pairs.push(...between(before.slice(i, k), after.slice(j, l)), { before: element, after: other });
		[i, j] = [k + 1, l + 1];
	}
	return [...pairs, ...between(before.slice(i), after.slice(j))];
}

/** Pairs of blocks with the same key; what lies between them goes to `gap`. */
function pairsBy(
	a: XmlDocument,
	before: readonly number[],
	b: XmlDocument,
	after: readonly number[],
	key: (xml: XmlDocument, element: number) => string,
	gap: (before: readonly number[], after: readonly number[]) => readonly Pair[],
): readonly Pair[] {
	const pairs: Pair[] = [];
	let [oldGap, newGap]: [number[], number[]] = [[], []];
	const flush = (): void => {
		if (oldGap.length > 0 || newGap.length > 0) pairs.push(...gap(oldGap, newGap));
		[oldGap, newGap] = [[], []];
	};
	// An empty line is like any other: it is no evidence of what stands beside it, so it is left to the comparison of gaps.
	const keysA = before.map((element, index) => (textKey(a, element) === PLAIN ? `old ${index}` : key(a, element)));
	const keysB = after.map((element, index) => (textKey(b, element) === PLAIN ? `new ${index}` : key(b, element)));
	for (const step of align(keysA, keysB)) {
		if (step.kind === 'old') oldGap.push(before[step.old] as number);
		else if (step.kind === 'new') newGap.push(after[step.new] as number);
		else {
			flush();
			pairs.push({ before: before[step.old] as number, after: after[step.new] as number });
		}
	}
	flush();
	return pairs;
}

/** Beyond this many blocks on a side a gap is paired in order, without looking for the best way. */
const WIDEST_GAP = 1200;

/** Pairs blocks of a gap whose texts differ: as many as can be, the more alike the better. */
function pairGap(a: XmlDocument, before: readonly number[], b: XmlDocument, after: readonly number[]): readonly Pair[] {
	const kindsA = before.map((element) => kindOf(a, element));
	const kindsB = after.map((element) => kindOf(b, element));
	const same = (i: number, j: number): boolean => kindsA[i] === kindsB[j];
	// Only paragraphs come and go, new ones with nothing but text; and a document may get its first w:sectPr.
	const going = (i: number): number =>
		kindsA[i] === PLAIN ? 1 : kindsA[i]?.startsWith(PLAIN) === true ? 3 : Number.POSITIVE_INFINITY;
	const coming = (j: number): number =>
		kindsB[j] === PLAIN || kindsB[j] === 'w:sectPr' ? 1 : Number.POSITIVE_INFINITY;
	const [n, m] = [before.length, after.length];
	if (n > WIDEST_GAP || m > WIDEST_GAP) return inOrder(before, after, same);
	const textsA = before.map((element) => textKey(a, element));
	const textsB = after.map((element) => textKey(b, element));
	// Least cost of the rest from (i, j): 1 for a block alone, up to 1.81 for two that have nothing in common.
	const cost = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
	const pairCost = (i: number, j: number): number => {
		if (!same(i, j)) return Number.POSITIVE_INFINITY;
		const format = sourceOf(a, before[i] as number) === sourceOf(b, after[j] as number) ? 0 : 0.01;
		return format + 1.8 * unlike(textsA[i] ?? '', textsB[j] ?? '');
	};
	for (let i = n; i >= 0; i--) {
		for (let j = m; j >= 0; j--) {
			if (i === n && j === m) continue;
			const alone = Math.min(
				i < n ? going(i) + (cost[i + 1]?.[j] ?? 0) : Number.POSITIVE_INFINITY,
				j < m ? coming(j) + (cost[i]?.[j + 1] ?? 0) : Number.POSITIVE_INFINITY,
			);
			const together = i < n && j < m ? pairCost(i, j) + (cost[i + 1]?.[j + 1] ?? 0) : Number.POSITIVE_INFINITY;
			(cost[i] as Float64Array)[j] = Math.min(alone, together);
		}
	}
	const pairs: Pair[] = [];
	let [i, j] = [0, 0];
	if (cost[0]?.[0] === Number.POSITIVE_INFINITY) return inOrder(before, after, same);
	while (i < n || j < m) {
		const here = cost[i]?.[j] ?? 0;
		if (i < n && j < m && here === pairCost(i, j) + (cost[i + 1]?.[j + 1] ?? 0)) {
			pairs.push({ before: before[i++] as number, after: after[j++] as number });
		} else if (i < n && here === going(i) + (cost[i + 1]?.[j] ?? 0))
			pairs.push({ before: before[i++] as number, after: -1 });
		else pairs.push({ before: -1, after: after[j++] as number });
	}
	return pairs;
}

function inOrder(
	before: readonly number[],
	after: readonly number[],
	same: (i: number, j: number) => boolean,
): readonly Pair[] {
	const pairs: Pair[] = [];
	const both = Math.min(before.length, after.length);
	for (let i = 0; i < both; i++) {
		if (same(i, i)) pairs.push({ before: before[i] as number, after: after[i] as number });
		else pairs.push({ before: before[i] as number, after: -1 }, { before: -1, after: after[i] as number });
	}
	for (const element of before.slice(both)) pairs.push({ before: element, after: -1 });
	for (const element of after.slice(both)) pairs.push({ before: -1, after: element });
	return pairs;
}

/** Share of two texts that is not their common beginning and end, 0 to 1. */
function unlike(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let head = 0;
	while (head < most && a[head] === b[head]) head++;
	let tail = 0;
	while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
	const longest = Math.max(a.length, b.length);
	return longest === 0 ? 0 : 1 - (head + tail) / longest;
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
