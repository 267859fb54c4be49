/** Numbering schemes: which number each material gets. Deterministic; same input, same numbers. */

import { compareNumbers, labelOf, type MaterialNumber } from './material-number.ts';

/** The schemes of the manifest: 1..n, item-paper (7-2), every number kept. */
export type Scheme = 'continuous' | 'item' | 'frozen';

/** A material that is to have a number, in the order of the packet. */
export interface NumberedPaper {
	readonly id: string;
	/** 1-based position of its item on the agenda. */
	readonly item: number;
	/** Its number so far; that of its tombstone when it comes back. */
	readonly old: MaterialNumber | null;
	/** True when the number may not change any more (printed or distributed, as the office has set). */
	readonly frozen: boolean;
	/** Id of the material that it supplements. */
	readonly supplements: string | null;
	/** A paper of the supplementary series by its own nature. */
	readonly supplementary: boolean;
}

/** Numbers by id; `inverted` are kept numbers that stand out of order (号序倒置). */
export interface Assignment {
	readonly numbers: ReadonlyMap<string, MaterialNumber>;
	readonly inverted: ReadonlySet<string>;
}

function main(...parts: readonly number[]): MaterialNumber {
	return { series: 'main', parts };
}

/** Ids outside a longest increasing subsequence of the kept numbers. */
function invertedOf(
	papers: readonly NumberedPaper[],
	numbers: ReadonlyMap<string, MaterialNumber>,
): ReadonlySet<string> {
	const kept = papers.flatMap((paper) => {
		const number = numbers.get(paper.id);
		return number !== undefined && number.series === 'main' ? [{ id: paper.id, number }] : [];
	});
	const tails: number[] = [];
	const previous: number[] = [];
	for (let index = 0; index < kept.length; index++) {
		const number = kept[index]?.number ?? main(0);
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const tail = kept[tails[middle] ?? 0]?.number ?? main(0);
			if (compareNumbers(tail, number) < 0) low = middle + 1;
			else high = middle;
		}
		previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
		tails[low] = index;
	}
	const inOrder = new Set<string>();
	for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) inOrder.add(kept[index]?.id ?? '');
	return new Set(kept.flatMap(({ id }) => (inOrder.has(id) ? [] : [id])));
}

/** Hands out numbers that were never used: suffixes 12-1, 12-2 and the supplementary series. */
class Issue {
	readonly #used: Set<string>;
	readonly #last = new Map<string, number>();

	constructor(used: Iterable<MaterialNumber>) {
		this.#used = new Set();
		for (const number of used) {
			this.#used.add(labelOf(number));
			const base = labelOf({ ...number, parts: number.parts.slice(0, -1) });
			this.#last.set(base, Math.max(this.#last.get(base) ?? 0, number.parts.at(-1) ?? 0));
		}
	}

	has(number: MaterialNumber): boolean {
		return this.#used.has(labelOf(number));
	}

	take(number: MaterialNumber): MaterialNumber {
		this.#used.add(labelOf(number));
		return number;
	}

	/** The next number under a base: 12 → 12-1, then 12-2; the empty supplementary base → 补1. */
	under(base: MaterialNumber): MaterialNumber {
		const key = labelOf(base);
		const next = (this.#last.get(key) ?? 0) + 1;
		this.#last.set(key, next);
		return this.take({ series: base.series, parts: [...base.parts, next] });
	}
}

/** All numbers free: 1..n in order, the supplementary series apart. */
function assignFree(papers: readonly NumberedPaper[], scheme: Scheme): Map<string, MaterialNumber> {
	const numbers = new Map<string, MaterialNumber>();
	const inItem = new Map<number, number>();
	let next = 1;
	let supplement = 1;
	for (const paper of papers) {
		if (paper.supplementary) {
			numbers.set(paper.id, { series: 'supplement', parts: [supplement++] });
		} else if (scheme === 'item') {
			const place = (inItem.get(paper.item) ?? 0) + 1;
			inItem.set(paper.item, place);
			numbers.set(paper.id, main(paper.item, place));
		} else numbers.set(paper.id, main(next++));
	}
	return numbers;
}

/** A supplement gets its material's number with -1, -2; any other late paper gets 补1, 补2. */
function lateNumber(paper: NumberedPaper, numbers: ReadonlyMap<string, MaterialNumber>, issue: Issue): MaterialNumber {
	const base = paper.supplements === null ? undefined : numbers.get(paper.supplements);
	return issue.under(base ?? { series: 'supplement', parts: [] });
}

/** 补1, 12-1 (in the item scheme 7-2-1): a number that only a packet with frozen numbers gives. */
function isLate(number: MaterialNumber, scheme: Scheme): boolean {
	return number.series === 'supplement' || number.parts.length > (scheme === 'item' ? 2 : 1);
}

function assignKept(
	papers: readonly NumberedPaper[],
	scheme: Scheme,
	retired: readonly MaterialNumber[],
): Map<string, MaterialNumber> {
	// A late number, once given, does not turn into another one at the next plan.
	const keeps = (paper: NumberedPaper): boolean =>
		paper.old !== null && (paper.frozen || scheme === 'frozen' || isLate(paper.old, scheme));
	const numbers = new Map<string, MaterialNumber>();
	for (const paper of papers) if (paper.old !== null && keeps(paper)) numbers.set(paper.id, paper.old);
	const issue = new Issue([...retired, ...numbers.values()]);
	// Where everything issued is frozen, a newcomer must not pass for one of the issued series.
	const open = papers.some((paper) => paper.old !== null && !keeps(paper));
	const lastKept = papers.findLastIndex((paper) => numbers.has(paper.id));
	const late: NumberedPaper[] = [];
	let floor: MaterialNumber = main(0);
	for (const [index, paper] of papers.entries()) {
		const kept = numbers.get(paper.id);
		if (kept !== undefined) {
			if (!isLate(kept, scheme) && compareNumbers(floor, kept) < 0) floor = kept;
			continue;
		}
		if (index > lastKept && open && !paper.supplementary) continue;
		const old = paper.old;
		// An unfrozen number between frozen ones stays as long as it still fits in its place.
		if (old !== null && !isLate(old, scheme) && !issue.has(old) && fits(papers, numbers, index, floor, old, scheme)) {
			numbers.set(paper.id, issue.take(old));
			floor = old;
		} else late.push(paper);
	}
	// First those that supplement a numbered paper, then supplements of supplements.
	for (const paper of late) if (!numbers.has(paper.id)) numbers.set(paper.id, lateNumber(paper, numbers, issue));
	if (open) assignTail(papers.slice(lastKept + 1), scheme, numbers, issue, retired);
	return numbers;
}

function fits(
	papers: readonly NumberedPaper[],
	numbers: ReadonlyMap<string, MaterialNumber>,
	index: number,
	floor: MaterialNumber,
	number: MaterialNumber,
	scheme: Scheme,
): boolean {
	if (compareNumbers(floor, number) >= 0) return false;
	for (let after = index + 1; after < papers.length; after++) {
		const next = numbers.get(papers[after]?.id ?? '');
		if (next !== undefined && !isLate(next, scheme)) return compareNumbers(number, next) < 0;
	}
	return true;
}

/** Free papers behind the last frozen one: the next integers, or the next places in their item. */
function assignTail(
	papers: readonly NumberedPaper[],
	scheme: Scheme,
	numbers: Map<string, MaterialNumber>,
	issue: Issue,
	retired: readonly MaterialNumber[],
): void {
	const taken = [...numbers.values(), ...retired].filter(({ series }) => series === 'main');
	let next = Math.max(0, ...taken.map(({ parts }) => parts[0] ?? 0)) + 1;
	for (const paper of papers) {
		if (numbers.has(paper.id)) continue;
		if (scheme === 'item') {
			let place = 1;
			while (issue.has(main(paper.item, place))) place += 1;
			numbers.set(paper.id, issue.take(main(paper.item, place)));
		} else {
			numbers.set(paper.id, issue.take(main(next)));
			next += 1;
		}
	}
}

/**
 * Numbers the papers, given in packet order. `retired` are numbers of tombstones, never given again except to the paper
 * that had them. With nothing frozen, `continuous` is 1..n and `item` 7-1, 7-2; frozen numbers stay, a paper that
 * supplements a frozen one becomes 12-1, another newcomer among frozen ones 补1; behind the last frozen one counting goes on.
 * `frozen` keeps every number; a packet without any number is numbered 1..n by it.
 */
export function assignNumbers(
	papers: readonly NumberedPaper[],
	scheme: Scheme,
	retired: readonly MaterialNumber[] = [],
): Assignment {
	// Also when every frozen paper is gone: its number stays a tombstone's.
	const kept =
		retired.length > 0 || papers.some((paper) => paper.old !== null && (paper.frozen || scheme === 'frozen'));
	const numbers = kept ? assignKept(papers, scheme, retired) : assignFree(papers, scheme);
	return { numbers, inverted: kept ? invertedOf(papers, numbers) : new Set() };
}
