/** One expression over all texts of a document in one go, instead of once a paragraph. */

import { type Clause, clausesOf, emptyUnits, fillUnits, mayHold, needsOf, satisfied, type Units } from './needs.ts';
import { paperMemory } from '../paper-memory.ts';

/** What is scanned: paragraphs, passages. `own` is the text with some of its characters blanked out. */
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
	/** The texts with a seam before, between and behind them; null when a text holds a seam of its own. */
	readonly whole: string | null;
	/** Offset of each text in `whole`, and the end of `whole`. */
	readonly starts: readonly number[];
}

const joinedTexts = paperMemory<readonly Texts[], Joined>();

function joined(items: readonly Texts[]): Joined {
	const known = joinedTexts.get(items);
	if (known !== undefined) return known;
	// An empty text at either end, so that a seam stands before the first and behind the last.
	const texts = [''];
	const starts: number[] = [];
	let length = 1;
	let sound = true;
	for (let order = 0; order < items.length; order++) {
		const text = items[order]?.text ?? '';
		if (text.includes(seam)) sound = false;
		texts.push(text);
		starts.push(length);
		length += text.length + 1;
	}
	starts.push(length);
	texts.push('');
	const answer: Joined = { whole: sound ? texts.join(seam) : null, starts };
	joinedTexts.set(items, answer);
	return answer;
}

const joinedOwn = paperMemory<readonly Texts[], string>();

/** As `whole` of the texts in which those of the items are, but with the items' own texts, which are as long, in place of theirs. */
function ownIn(items: readonly Texts[], whole: string, starts: readonly number[]): string {
	const known = joinedOwn.get(items);
	if (known !== undefined) return known;
	const orders = selections.get(items)?.orders;
	let own = '';
	let done = 0;
	for (let at = 0; at < items.length; at++) {
		const item = items[at];
		if (item?.own === undefined || item.own === item.text) continue;
		const start = starts[orders === undefined ? at : (orders[at] ?? 0)] ?? 0;
		own += whole.slice(done, start) + item.own;
		done = start + item.own.length;
	}
	own += whole.slice(done);
	joinedOwn.set(items, own);
	return own;
}

const units = emptyUnits();
/** The texts whose units are in the table. */
let counted: Joined | null = null;

/** The table with the units of these texts: filled when other texts were asked about before. */
function unitsOf(texts: Joined, whole: string): Units {
	if (counted !== texts) {
		fillUnits(units, whole);
		counted = texts;
	}
	return units;
}

/** Items whose texts are searched among those of a larger array. */
interface Selection {
	readonly all: readonly Texts[];
	/** Index in `all` of each item, in order. */
	readonly orders: readonly number[];
	/** The items of which these were chosen, with their own texts. */
	readonly chosenFrom: readonly Texts[];
}

const selections = paperMemory<readonly Texts[], Selection>();

/** Says that the items' texts are those of a larger array, in order, which is searched in their stead. */
export function textsIn<T extends Texts>(items: readonly T[], all: readonly Texts[], orders: readonly number[]): void {
	selections.set(items, { all, orders, chosenFrom: items });
}

/** The items of `all` for which `choose` holds, in order. They share the searches over `all`. */
export function select<T extends Texts>(all: readonly T[], choose: (item: T) => boolean): readonly T[] {
	const rejected = all.findIndex((item) => !choose(item));
	if (rejected < 0) return all;
	const around = selections.get(all);
	const items = all.slice(0, rejected);
	const orders = around?.orders.slice(0, rejected) ?? items.map((_, at) => at);
	for (let at = rejected + 1; at < all.length; at++) {
		const item = all[at];
		if (item === undefined || !choose(item)) continue;
		items.push(item);
		orders.push(around === undefined ? at : (around.orders[at] ?? 0));
	}
	selections.set(items, { all: around?.all ?? all, orders, chosenFrom: around?.chosenFrom ?? all });
	return items;
}

const none: readonly never[] = [];

/** What joined texts must have for an expression, and the expression made ready for them when the first ones have it. */
interface Search {
	readonly needs: readonly Clause[];
	ready: RegExp | null;
}

const searches = new WeakMap<RegExp, Search>();

function searchOf(expression: RegExp): Search {
	let search = searches.get(expression);
	if (search === undefined)
		searches.set(expression, (search = { needs: clausesOf(needsOf(expression, true)), ready: null }));
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
	if (items.length === 0) return none;
	const selection = selections.get(items);
	const texts = joined(selection?.all ?? items);
	if (texts.whole === null) return scanEach(items, within, expression, once);
	const wanted = searchOf(expression);
	// What is blanked out in `own` stands in the text: one table tells of both.
	if (!satisfied(wanted.needs, unitsOf(texts, texts.whole))) return none;
	const { starts } = texts;
	const whole = within === 'text' ? texts.whole : ownIn(selection?.chosenFrom ?? items, texts.whole, starts);
	const orders = selection?.orders;
	const between = (wanted.ready ??= betweenSeams(expression));
	const found: Hit<T>[] = [];
	/** Index of the text that holds the match, and of the item whose text it is, or the next item's. */
	let order = 0;
	let chosen = 0;
	between.lastIndex = starts[orders?.[0] ?? 0] ?? 1;
	for (let match = between.exec(whole); match !== null; match = between.exec(whole)) {
		const { index } = match;
		if (match[0] === '') between.lastIndex += 1;
		while ((starts[order + 1] ?? Number.POSITIVE_INFINITY) <= index) order += 1;
		if (orders === undefined) chosen = order;
		else {
			while ((orders[chosen] ?? Number.POSITIVE_INFINITY) < order) chosen += 1;
			const next = orders[chosen];
			if (next !== order) {
				if (next === undefined) break;
				between.lastIndex = starts[next] ?? whole.length;
				continue;
			}
		}
		const item = items[chosen];
		if (item === undefined) break;
		if (once) between.lastIndex = starts[order + 1] ?? whole.length;
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
): readonly T[] {
	const found = search(items, within, expression, true);
	return found.length === 0 ? none : found.map(({ item }) => item);
}

/** True when one of the texts holds the words. */
export function holds(items: readonly Texts[], within: 'text' | 'own', words: string): boolean {
	const selection = selections.get(items);
	const texts = joined(selection?.all ?? items);
	if (texts.whole !== null) {
		if (!mayHold(words, unitsOf(texts, texts.whole))) return false;
		const whole = within === 'text' ? texts.whole : ownIn(selection?.chosenFrom ?? items, texts.whole, texts.starts);
		if (selection === undefined || !whole.includes(words)) return whole.includes(words);
	}
	return items.some((item) => item[within]?.includes(words) === true);
}

function scanEach<T extends Texts>(
	items: readonly T[],
	within: 'text' | 'own',
	expression: RegExp,
	once: boolean,
): readonly Hit<T>[] {
	return items.flatMap((item) => {
		const found = [...(item[within] ?? '').matchAll(expression)].map((match) => ({ match, item }));
		return once ? found.slice(0, 1) : found;
	});
}
