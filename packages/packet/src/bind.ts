/** From a mention to ids, and from ids to the numbers to come: bound before anything is renumbered, substituted all at once. */

import {
	compareNumbers,
	labelOf,
	type MaterialNumber,
	type Mention,
	type NumberSpan,
	type ReferenceTerm,
	writeNumber,
} from '@bianxu/numbering';
import type { Register } from './scene.ts';

/** Replacement of digits (or of the whole list of numbers) inside one paragraph. */
export interface TextPiece {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** What one term means: its ids in the old order. */
export interface BoundTerm {
	readonly term: ReferenceTerm;
	readonly ids: readonly string[];
}

/** Ids that the terms of a mention mean, term by term, as the lock keeps them: `a;b,c`. */
export type Groups = readonly (readonly string[])[];

/** Groups as the lock writes them; ids hold neither mark. */
export function writeGroups(groups: Groups): string {
	return groups.map((ids) => ids.join(',')).join(';');
}

/** Groups as `writeGroups` wrote them. */
export function readGroups(text: string): Groups {
	return text.split(';').map((ids) => ids.split(','));
}

export type Binding =
	| { readonly kind: 'bound'; readonly terms: readonly BoundTerm[] }
	| { readonly kind: 'unknown'; readonly number: NumberSpan }
	| { readonly kind: 'shared'; readonly number: NumberSpan; readonly ids: readonly string[] };

function numberOf(span: NumberSpan, series: MaterialNumber['series']): MaterialNumber {
	return { series, parts: span.parts };
}

/** Binds every number of a mention to the thing that bears it now. A range takes everything from its first to its last. */
export function bindTerms(mention: Mention, register: Register): Binding {
	const { series } = mention;
	const terms: BoundTerm[] = [];
	for (const term of mention.terms) {
		const { from, to } = term;
		const ids = bearersOf(from, series, register);
		if (ids.length !== 1) return unbound(from, ids);
		if (to === null) {
			terms.push({ term, ids });
			continue;
		}
		const last = bearersOf(to, series, register);
		if (last.length !== 1) return unbound(to, last);
		terms.push({ term, ids: between(from, to, series, register) });
	}
	return { kind: 'bound', terms };
}

function bearersOf(span: NumberSpan, series: MaterialNumber['series'], register: Register): readonly string[] {
	return register.oldByLabel.get(labelOf(numberOf(span, series))) ?? [];
}

function unbound(number: NumberSpan, ids: readonly string[]): Binding {
	return ids.length === 0 ? { kind: 'unknown', number } : { kind: 'shared', number, ids };
}

/** Everything from one end of a range to the other. */
function between(
	one: NumberSpan,
	other: NumberSpan,
	series: MaterialNumber['series'],
	register: Register,
): readonly string[] {
	const from = numberOf(one, series);
	const to = numberOf(other, series);
	const [low, high] = compareNumbers(from, to) <= 0 ? [from, to] : [to, from];
	const ends = new Set([labelOf(low), labelOf(high)]);
	return register.old
		.filter(
			({ id, number }) =>
				number.series === series &&
				compareNumbers(low, number) <= 0 &&
				compareNumbers(number, high) <= 0 &&
				// Who was gone when the range was written is not meant by it, also when it comes back now.
				(!register.gone.has(id) || ends.has(labelOf(number))),
		)
		.map(({ id }) => id);
}

/** New numbers as a person would write them, as edits, and whether they say exactly what was meant. */
export interface Rewritten {
	/** As `numbersWritten` writes: 三、五 / 三至五. */
	readonly written: string;
	readonly pieces: readonly TextPiece[];
	/** Others that stand inside a range now; the numbers then are a proposal that takes them in. */
	readonly strangers: readonly string[];
	/** The numbers of exactly what was meant, strangers left out; worked out when asked for. */
	readonly exact: () => string;
	/** Ids that have no number any more; the numbers then are those of the rest, or null with nothing left. */
	readonly lost: readonly string[];
	/** What the terms mean once the pieces are written, strangers taken in. */
	readonly groups: Groups;
}

interface Span {
	readonly low: MaterialNumber;
	readonly high: MaterialNumber;
	readonly ids: readonly string[];
}

/** The ids of a range as the fewest runs of the numbers to come, ascending, and who would come in between. */
function compress(
	ids: readonly string[],
	register: Register,
): { readonly runs: readonly Span[]; readonly strangers: readonly string[] } {
	const wanted = new Set(ids);
	const places = [...wanted].flatMap((id) => register.places.get(id) ?? []).sort((a, b) => a - b);
	const strangers =
		places.length < 2 ? [] : register.order.slice(places[0], (places.at(-1) ?? -1) + 1).filter((id) => !wanted.has(id));
	const runs: { low: MaterialNumber; high: MaterialNumber; ids: string[] }[] = [];
	let previous = -2;
	for (const at of places) {
		const id = register.order[at] ?? '';
		const number = register.next.get(id);
		if (number === undefined) continue;
		const run = runs.at(-1);
		if (run !== undefined && at === previous + 1 && run.high.series === number.series) {
			run.high = number;
			run.ids.push(id);
		} else runs.push({ low: number, high: number, ids: [id] });
		previous = at;
	}
	return { runs, strangers };
}

/** The one span that a term is written with; null when it has to be written anew. A range of which nothing is lost stays one. */
function stretched(
	term: ReferenceTerm,
	runs: readonly Span[],
	whole: boolean,
	strangers: readonly string[],
): Span | null {
	const [first] = runs;
	const last = runs.at(-1);
	if (first === undefined || last === undefined) return null;
	if (runs.length === 1) return first;
	return term.to !== null && whole && first.low.series === last.high.series
		? { low: first.low, high: last.high, ids: [...runs.flatMap(({ ids }) => ids), ...strangers] }
		: null;
}

function sameNumber(a: MaterialNumber, b: MaterialNumber): boolean {
	return compareNumbers(a, b) === 0;
}

/**
 * New numbers of a bound mention. Where each term stays one number or one range, only its digits are replaced, so that
 * nouns, brackets and the format of every run stay; otherwise the list of numbers is written anew in the mention's style.
 */
export function rewriteTerms(text: string, terms: readonly BoundTerm[], register: Register): Rewritten | null {
	const only = terms[0];
	if (only !== undefined && terms.length === 1 && only.term.to === null && only.ids.length === 1)
		return rewriteOne(text, only, register);
	const pieces: TextPiece[] = [];
	const words: string[] = [];
	const spans: Span[] = [];
	const groups: (readonly string[])[] = [];
	const strangers: string[] = [];
	const lost: string[] = [];
	let inPlace = true;
	for (const { term, ids } of terms) {
		const one = term.to === null && ids.length === 1 ? ids[0] : undefined;
		if (one !== undefined) {
			const number = register.next.get(one);
			if (number === undefined) {
				lost.push(one);
				inPlace = false;
				continue;
			}
			const low = writeNumber(number, term.from.script);
			spans.push({ low: number, high: number, ids });
			groups.push(ids);
			pieces.push({ start: term.from.start, end: term.from.end, text: low });
			words.push(low);
			continue;
		}
		const left = ids.filter((id) => register.next.has(id));
		lost.push(...ids.filter((id) => !register.next.has(id)));
		const { runs, strangers: between } = compress(left, register);
		if (term.to !== null) strangers.push(...between);
		spans.push(...runs);
		const run = stretched(term, runs, left.length === ids.length, between);
		if (run === null || (term.to !== null && sameNumber(run.low, run.high))) {
			inPlace = false;
			continue;
		}
		groups.push(run.ids);
		const low = writeNumber(run.low, term.from.script);
		pieces.push({ start: term.from.start, end: term.from.end, text: low });
		if (term.to === null) words.push(low);
		else {
			const high = writeNumber(run.high, term.to.script);
			pieces.push({ start: term.to.start, end: term.to.end, text: high });
			words.push(`${low}至${high}`);
		}
	}
	if (spans.length === 0)
		return lost.length > 0 ? { written: '', pieces: [], strangers, exact: () => '', lost, groups: [] } : null;
	const exact = (): string => anew(text, terms, spans).written;
	if (!inPlace) return { ...anew(text, terms, spans), strangers, exact, lost, groups: spans.map(({ ids }) => ids) };
	const written = words.join('、');
	const changed = pieces.filter((piece) => differs(text, piece));
	return { written, pieces: changed, strangers, exact, lost, groups };
}

const none: readonly never[] = [];

/** Most mentions are one number of one paper. */
function rewriteOne(text: string, { term, ids }: BoundTerm, register: Register): Rewritten {
	const number = register.next.get(ids[0] ?? '');
	if (number === undefined)
		return { written: '', pieces: none, strangers: none, exact: () => '', lost: ids, groups: none };
	const { start, end, script } = term.from;
	const written = writeNumber(number, script);
	const piece = { start, end, text: written };
	const pieces = differs(text, piece) ? [piece] : none;
	return { written, pieces, strangers: none, exact: () => written, lost: none, groups: [ids] };
}

function differs(text: string, { start, end, text: next }: TextPiece): boolean {
	return text.slice(start, end) !== next;
}

/** 八至九、十一 in the style of the mention: 之八至之九、之十一 / （八）至（九）、（十一）. */
function anew(
	text: string,
	terms: readonly BoundTerm[],
	spans: readonly Span[],
): { readonly written: string; readonly pieces: readonly TextPiece[] } {
	const flat = terms.flatMap(({ term }) => (term.to === null ? [term.from] : [term.from, term.to]));
	const first = flat[0];
	const last = flat.at(-1);
	if (first === undefined || last === undefined) return { written: '', pieces: [] };
	const before = text.charAt(first.start - 1);
	const after = text.charAt(first.end);
	const bracketed = (before === '（' || before === '(') && (after === '）' || after === ')') && flat.length > 1;
	const open = before === '之' ? '之' : bracketed ? before : '';
	const close = bracketed ? after : '';
	const word = (number: MaterialNumber): string => writeNumber(number, first.script);
	const range = ({ low, high }: Span, join: string): string => {
		if (sameNumber(low, high)) return word(low);
		// Two neighbours are named, not spanned: 八、九.
		return word(low) + join + word(high);
	};
	return {
		written: spans.map((span) => range(span, '至')).join('、'),
		pieces: [
			{
				start: first.start,
				end: last.end,
				text: spans.map((span) => range(span, `${close}至${open}`)).join(`${close}、${open}`),
			},
		],
	};
}
