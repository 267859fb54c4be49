/** One expression over all texts of a document in one go, instead of once a paragraph. */

import { type Needs, needsOf, satisfied, type Units, unitsOf } from './needs.ts';

/** What is scanned: paragraphs, passages. */
interface Texts {
	readonly text: string;
	readonly own?: string;
}

/** A match and the item in whose text it stands; `match.index` counts in that text. */
export interface Hit<T> {
	readonly match: RegExpExecArray;
	readonly item: T;
}

/** Stands between two texts: a noncharacter, which no document has a use for and no expression names. */
const seam = '\uFFFF';

interface Joined {
	/** Units that occur in the texts; null when `whole` is. */
	readonly units: Units | null;
	/** The texts with a seam before, between and behind them; null when a text holds a seam of its own. */
	readonly whole: string | null;
	/** Offset of each text in `whole`, and the end of `whole`. */
	readonly starts: readonly number[];
}

const joinedTexts = new WeakMap<readonly Texts[], Joined>();
const joinedOwn = new WeakMap<readonly Texts[], Joined>();

function joined(items: readonly Texts[], within: 'text' | 'own'): Joined {
	const kept = within === 'text' ? joinedTexts : joinedOwn;
	const known = kept.get(items);
	if (known !== undefined) return known;
	const texts: string[] = [];
	const starts: number[] = [];
	let length = 1;
	for (const item of items) {
		const text = item[within] ?? '';
		texts.push(text);
		starts.push(length);
		length += text.length + 1;
	}
	starts.push(length);
	const whole = `${seam}${texts.join(seam)}${seam}`;
	const sound = starts.every((start, order) => whole.indexOf(seam, starts[order - 1] ?? 0) === start - 1);
	const answer: Joined = { whole: sound ? whole : null, units: sound ? unitsOf(whole) : null, starts };
	kept.set(items, answer);
	return answer;
}

/** A selection of a larger array, which is searched in its stead. */
interface Selection {
	readonly all: readonly Texts[];
	/** Index of each chosen item in `all`, in order. */
	readonly orders: readonly number[];
}

const selections = new WeakMap<readonly Texts[], Selection>();

/** The items of `all` for which `choose` holds, in order. They share the searches over `all`. */
export function select<T extends Texts>(all: readonly T[], choose: (item: T) => boolean): readonly T[] {
	const orders: number[] = [];
	const items = all.filter((item, order) => {
		const chosen = choose(item);
		if (chosen) orders.push(order);
		return chosen;
	});
	if (items.length === all.length) return all;
	selections.set(items, { all, orders });
	return items;
}

const none: readonly never[] = [];

/** What joined texts must have for an expression, and the expression made ready for them when the first ones have it. */
interface Search {
	readonly needs: Needs;
	ready: RegExp | null;
}

const searches = new WeakMap<RegExp, Search>();

function searchOf(expression: RegExp): Search {
	let search = searches.get(expression);
	if (search === undefined) searches.set(expression, (search = { needs: needsOf(expression, true), ready: null }));
	return search;
}

/** Classes that may match a seam, as classes that do not. */
const wideEscapes: Readonly<Record<string, string>> = { D: '[^\\d\uFFFF]', S: '[^\\s\uFFFF]', W: '[^\\w\uFFFF]' };

/**
 * The expression with every seam as a border of the text: `^` and `$` hold at seams, and nothing matches one. So it finds
 * in joined texts exactly what the given one finds in each of them. Throws SyntaxError for what it does not know: the
 * flags m, s, v and y, and \S, \D, \W, \P in a class.
 */
export function betweenSeams(expression: RegExp): RegExp {
	const { source, flags } = expression;
	if (/[msvy]/.test(flags)) throw new SyntaxError(`flags ${flags} of ${source} are not for joined texts`);
	let written = '';
	for (let at = 0; at < source.length; at++) {
		const character = source.charAt(at);
		if (character === '\\') {
			const escaped = source.charAt(at + 1);
			const property = escaped === 'P' ? source.indexOf('}', at) : -1;
			if (property >= 0) {
				written += `[^\\p${source.slice(at + 2, property + 1)}\uFFFF]`;
				at = property;
				continue;
			}
			written += wideEscapes[escaped] ?? `\\${escaped}`;
			at += 1;
		} else if (character === '[') {
			const end = endOfClass(source, at);
			const inner = source.slice(at + 1, end);
			if (/\\[SDWP]/.test(inner)) throw new SyntaxError(`a wide class in a class: ${source}`);
			written += inner.startsWith('^') ? `[^\uFFFF${inner.slice(1)}]` : `[${inner}]`;
			at = end;
		} else if (character === '.') written += '[^\\n\\r\\u2028\\u2029\uFFFF]';
		else if (character === '^') written += '(?<=\uFFFF)';
		else if (character === '$') written += '(?=\uFFFF)';
		else written += character;
	}
	return new RegExp(written, flags.includes('g') ? flags : `${flags}g`);
}

function endOfClass(source: string, start: number): number {
	for (let at = start + 1; at < source.length; at++) {
		if (source[at] === '\\') at += 1;
		else if (source[at] === ']') return at;
	}
	return source.length;
}

/**
 * All matches of an expression in the texts, in order, each with its item: what `matchAll` over each text would find, at
 * the cost of one search. The same array of items is joined once, so hand over the array that others use too, or a
 * selection of it (`select`).
 */
export function scan<T extends Texts>(
	items: readonly T[],
	within: T extends { readonly own: string } ? 'text' | 'own' : 'text',
	expression: RegExp,
): readonly Hit<T>[] {
	return search(items, within, expression, false);
}

/** As `scan`; with `once` no more than the first match in each text. */
function search<T extends Texts>(
	items: readonly T[],
	within: 'text' | 'own',
	expression: RegExp,
	once: boolean,
): readonly Hit<T>[] {
	const selection = selections.get(items);
	// A selection holds items of its array only, so they are of its type.
	const all = selection === undefined ? items : (selection.all as readonly T[]);
	const { whole, units, starts } = joined(all, within);
	if (whole === null || units === null) return scanEach(items, within, expression);
	const wanted = searchOf(expression);
	if (!satisfied(wanted.needs, units)) return none;
	const between = (wanted.ready ??= betweenSeams(expression));
	const found: Hit<T>[] = [];
	let order = 0;
	let chosen = 0;
	between.lastIndex = 1;
	for (let match = between.exec(whole); match !== null; match = between.exec(whole)) {
		if (match[0] === '') between.lastIndex += 1;
		const { index } = match;
		while ((starts[order + 1] ?? Number.POSITIVE_INFINITY) <= index) order += 1;
		const item = all[order];
		if (item === undefined) break;
		if (once) between.lastIndex = starts[order + 1] ?? whole.length;
		if (selection !== undefined) {
			const { orders } = selection;
			while ((orders[chosen] ?? Number.POSITIVE_INFINITY) < order) chosen += 1;
			if (orders[chosen] !== order) continue;
		}
		match.index = index - (starts[order] ?? 0);
		match.input = item[within] ?? '';
		found.push({ match, item });
	}
	return found;
}

/** The items in whose texts an expression matches, in order, at the cost of one search: the others need no closer look. */
export function matching<T extends Texts>(
	items: readonly T[],
	within: T extends { readonly own: string } ? 'text' | 'own' : 'text',
	expression: RegExp,
): ReadonlySet<T> {
	return new Set(search(items, within, expression, true).map(({ item }) => item));
}

/** True when one of the texts holds the words. */
export function holds(items: readonly Texts[], within: 'text' | 'own', words: string): boolean {
	const selection = selections.get(items);
	const { whole } = joined(selection?.all ?? items, within);
	if (whole !== null && (selection === undefined || !whole.includes(words))) return whole.includes(words);
	return items.some((item) => item[within]?.includes(words) === true);
}

function scanEach<T extends Texts>(items: readonly T[], within: 'text' | 'own', expression: RegExp): readonly Hit<T>[] {
	return items.flatMap((item) => [...(item[within] ?? '').matchAll(expression)].map((match) => ({ match, item })));
}
