/** Pairing of expected and printed pages, both by index in their lists. */
export interface Alignment {
	/** Pairs in the order of the print; `equal` when the text is the same. Moved pages are among them. */
	readonly pairs: readonly PagePair[];
	/** Expected pages that the print does not have. */
	readonly missing: readonly number[];
	/** Printed pages that nobody expects. */
	readonly extra: readonly number[];
}

export interface PagePair {
	readonly expected: number;
	readonly printed: number;
	readonly equal: boolean;
	/** True when the page stands out of its order. */
	readonly moved: boolean;
}

/** From this share of common character pairs two pages are one page with changes. */
const ALIKE = 0.5;
/** Cells of the similarity table of one gap; larger gaps are paired by equal text only. */
const TABLE = 40_000;

/**
 * Pairs pages by their text: pages whose text occurs once on either side anchor the order (longest increasing run), the
 * gaps between anchors are aligned by similarity, and what is left over on both sides with equal text has moved. Linear
 * in the number of pages but for the gaps, so 1,000 equal pages cost no more than reading them.
 */
export function alignPages(expected: readonly string[], printed: readonly string[]): Alignment {
	const anchors = anchorsOf(expected, printed);
	const elsewhere = equalElsewhere(expected, printed);
	const pairs: PagePair[] = [];
	const missing: number[] = [];
	const extra: number[] = [];
	let e = 0;
	let p = 0;
	for (const anchor of [...anchors, { expected: expected.length, printed: printed.length }]) {
		alignGap(
			expected,
			printed,
			{ e, p, eEnd: anchor.expected, pEnd: anchor.printed },
			{ elsewhere, pairs, missing, extra },
		);
		if (anchor.expected < expected.length) {
			pairs.push({ ...anchor, equal: true, moved: false });
		}
		e = anchor.expected + 1;
		p = anchor.printed + 1;
	}
	const left = new Map<string, number[]>();
	for (const index of extra) {
		const text = printed[index] ?? '';
		const same = left.get(text);
		if (same === undefined) left.set(text, [index]);
		else same.push(index);
	}
	const stillMissing: number[] = [];
	const taken = new Set<number>();
	for (const index of missing) {
		const found = left.get(expected[index] ?? '')?.shift();
		if (found === undefined) stillMissing.push(index);
		else {
			taken.add(found);
			pairs.push({ expected: index, printed: found, equal: true, moved: true });
		}
	}
	return {
		pairs: pairs.sort((a, b) => a.printed - b.printed),
		missing: stillMissing,
		extra: extra.filter((index) => !taken.has(index)),
	};
}

interface Anchor {
	readonly expected: number;
	readonly printed: number;
}

function anchorsOf(expected: readonly string[], printed: readonly string[]): readonly Anchor[] {
	const once = (texts: readonly string[]): ReadonlyMap<string, number> => {
		const found = new Map<string, number>();
		texts.forEach((text, index) => found.set(text, found.has(text) ? -1 : index));
		return found;
	};
	const there = once(printed);
	const candidates: Anchor[] = [];
	for (const [text, index] of once(expected)) {
		const at = there.get(text) ?? -1;
		if (index >= 0 && at >= 0) candidates.push({ expected: index, printed: at });
	}
	candidates.sort((a, b) => a.expected - b.expected);
	return longestIncreasing(candidates);
}

/** Weight of an anchor in the run: one page counts more than all preferences, which only break ties. */
const PAGE_WEIGHT = 4;

/**
 * Heaviest run of anchors that go up in both lists: the longest, and among equals the one whose pages stand where they
 * are expected or next to their neighbours. A Fenwick tree over printed places keeps it n log n.
 */
function longestIncreasing(anchors: readonly Anchor[]): readonly Anchor[] {
	const places = anchors.reduce((most, { printed }) => Math.max(most, printed + 1), 0);
	const tree = new Int32Array(places + 1).fill(-1);
	const weight: number[] = [];
	const before: number[] = [];
	let last = -1;
	anchors.forEach((anchor, index) => {
		let best = -1;
		for (let at = anchor.printed; at > 0; at -= at & -at) best = heavier(best, tree[at] ?? -1, weight);
		before[index] = best;
		weight[index] = PAGE_WEIGHT + preference(anchors, index) + (best < 0 ? 0 : (weight[best] ?? 0));
		for (let at = anchor.printed + 1; at <= places; at += at & -at) tree[at] = heavier(tree[at] ?? -1, index, weight);
		last = heavier(last, index, weight);
	});
	const run: Anchor[] = [];
	for (let at = last; at >= 0; at = before[at] ?? -1) {
		const anchor = anchors[at];
		if (anchor !== undefined) run.push(anchor);
	}
	return run.reverse();
}

function heavier(a: number, b: number, weight: readonly number[]): number {
	if (a < 0) return b;
	return b >= 0 && (weight[b] ?? 0) > (weight[a] ?? 0) ? b : a;
}

function preference(anchors: readonly Anchor[], index: number): number {
	const offset = (at: number): number | null => {
		const anchor = anchors[at];
		return anchor === undefined ? null : anchor.printed - anchor.expected;
	};
	const own = offset(index);
	const beside = own === offset(index - 1) || own === offset(index + 1);
	return (own === 0 ? 1 : 0) + (beside ? 1 : 0);
}

interface Gap {
	readonly e: number;
	readonly p: number;
	readonly eEnd: number;
	readonly pEnd: number;
}

/** Where an alignment is put together. */
interface Building {
	readonly elsewhere: ReadonlySet<string>;
	readonly pairs: PagePair[];
	readonly missing: number[];
	readonly extra: number[];
}

/** Texts that both sides have equally often: such a page is never taken for another one with changes. */
function equalElsewhere(expected: readonly string[], printed: readonly string[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const text of expected) counts.set(text, (counts.get(text) ?? 0) + 1);
	const there = new Map<string, number>();
	for (const text of printed) there.set(text, (there.get(text) ?? 0) + 1);
	return new Set([...counts].flatMap(([text, count]) => (there.get(text) === count ? [text] : [])));
}

function alignGap(
	expected: readonly string[],
	printed: readonly string[],
	gap: Gap,
	{ elsewhere, pairs, missing, extra }: Building,
): void {
	const rows = gap.eEnd - gap.e;
	const columns = gap.pEnd - gap.p;
	if (rows === 0 || columns === 0 || rows * columns > TABLE) {
		for (let i = gap.e; i < gap.eEnd; i++) missing.push(i);
		for (let i = gap.p; i < gap.pEnd; i++) extra.push(i);
		return;
	}
	const ours = Array.from({ length: rows }, (_, i) => bigrams(expected[gap.e + i] ?? ''));
	const theirs = Array.from({ length: columns }, (_, i) => bigrams(printed[gap.p + i] ?? ''));
	const alike = (i: number, j: number): number => {
		const [our, their] = [expected[gap.e + i] ?? '', printed[gap.p + j] ?? ''];
		if (our === their) return 1;
		if (elsewhere.has(our) || elsewhere.has(their)) return 0;
		const share = similarity(ours[i] ?? new Set(), theirs[j] ?? new Set());
		return share >= ALIKE ? share : 0;
	};
	const width = columns + 1;
	const best = new Float64Array((rows + 1) * width);
	const like = new Float64Array(rows * columns);
	for (let i = rows - 1; i >= 0; i--) {
		for (let j = columns - 1; j >= 0; j--) {
			const share = alike(i, j);
			like[i * columns + j] = share;
			const paired = share === 0 ? -1 : share + (best[(i + 1) * width + j + 1] ?? 0);
			best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
		}
	}
	let i = 0;
	let j = 0;
	while (i < rows && j < columns) {
		const share = like[i * columns + j] ?? 0;
		const here = best[i * width + j] ?? 0;
		if (share > 0 && Math.abs(here - share - (best[(i + 1) * width + j + 1] ?? 0)) < 1e-9) {
			pairs.push({ expected: gap.e + i, printed: gap.p + j, equal: share === 1, moved: false });
			i++;
			j++;
		} else if (here === (best[(i + 1) * width + j] ?? 0)) missing.push(gap.e + i++);
		else extra.push(gap.p + j++);
	}
	while (i < rows) missing.push(gap.e + i++);
	while (j < columns) extra.push(gap.p + j++);
}

function bigrams(text: string): ReadonlySet<string> {
	const found = new Set<string>();
	for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
	return found;
}

/** Dice coefficient of two sets: 1 when equal, 0 when nothing is common; never 1 for texts that differ. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (a.size + b.size === 0) return 0;
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let common = 0;
	for (const pair of small) if (large.has(pair)) common++;
	return Math.min(0.999, (2 * common) / (a.size + b.size));
}
