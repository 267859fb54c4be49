import { child, children, elementName, type XmlDocument } from '@bianxu/opc';
import { align } from './align.ts';
import { openTag, sourceOf } from './merge.ts';

/** Marks that stand between paragraphs or runs and say nothing themselves. */
export const RANGE_MARKS = new Set([
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

/** Blocks of a container that belong together: an old and a new one, or one of them alone (-1: none). */
export interface Pair {
	readonly before: number;
	readonly after: number;
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

/** Pairs of the blocks of two containers in document order, those that end them with their last mark together. */
export function pairBlocks(
	a: XmlDocument,
	before: readonly number[],
	b: XmlDocument,
	after: readonly number[],
): readonly Pair[] {
	return withSharedEnd(a, b, pairs(a, before, b, after));
}

/**
 * Pairs in document order: what cannot come or go first, between them blocks that are the same, then those with the
 * same text, then those that are most alike.
 */
function pairs(a: XmlDocument, before: readonly number[], b: XmlDocument, after: readonly number[]): readonly Pair[] {
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
	const found: Pair[] = [];
	let [i, j] = [0, 0];
	for (const [index, element] of fixedA.entries()) {
		const other = fixedB[index] as number;
		const [k, l] = [before.indexOf(element, i), after.indexOf(other, j)];
		found.push(...between(before.slice(i, k), after.slice(j, l)), { before: element, after: other });
		[i, j] = [k + 1, l + 1];
	}
	return [...found, ...between(before.slice(i), after.slice(j))];
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

/** One of the two texts has no such block. */
export const isAlone = ({ before, after }: Pair): boolean => before < 0 || after < 0;

/** True where both sides, as far as they are there, are paragraphs. */
export const isParagraph = (a: XmlDocument, b: XmlDocument, { before, after }: Pair): boolean =>
	(before < 0 || elementName(a, before) === 'w:p') && (after < 0 || elementName(b, after) === 'w:p');

/** The pair that ends a container but for its w:sectPr, -1 when it holds no paragraph. */
export function lastParagraph(a: XmlDocument, b: XmlDocument, pairs: readonly Pair[]): number {
	let last = pairs.length - 1;
	while (last >= 0 && !isParagraph(a, b, pairs[last] as Pair)) {
		const { before, after } = pairs[last] as Pair;
		if ((before >= 0 ? elementName(a, before) : elementName(b, after)) !== 'w:sectPr') return -1;
		last--;
	}
	return last;
}

/**
 * Where a container loses and gets paragraphs at its end, the last of both share its last mark, which cannot go: the
 * properties change, the old content is deleted, the new inserted. Else the lost ones would come back behind the mark.
 */
function withSharedEnd(a: XmlDocument, b: XmlDocument, pairs: readonly Pair[]): readonly Pair[] {
	const last = lastParagraph(a, b, pairs);
	let first = last + 1;
	while (first > 0 && isParagraph(a, b, pairs[first - 1] as Pair) && isAlone(pairs[first - 1] as Pair)) first--;
	const end = pairs.slice(first, last + 1);
	const lost = end.findLast(({ before }) => before >= 0);
	const got = end.findLast(({ after }) => after >= 0);
	if (lost === undefined || got === undefined) return pairs;
	return [
		...pairs.slice(0, first),
		...end.filter((pair) => pair !== lost && pair !== got),
		{ before: lost.before, after: got.after },
		...pairs.slice(last + 1),
	];
}
