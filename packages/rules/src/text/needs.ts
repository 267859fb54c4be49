/** What a text must have for an expression to match it at all: asked of a document's characters before the search. */

/**
 * A condition on the characters of a text, read off an expression. `null` holds of every text; a string: one of its
 * characters occurs; `all` and `any` combine; `beside`: one of the first string stands before one of the second.
 */
export type Needs =
	| null
	| string
	| { readonly all: readonly Needs[] }
	| { readonly any: readonly Needs[] }
	| { readonly beside: readonly [string, string] };

/**
 * The UTF-16 units that occur in a text, and the pairs of them. One table serves text after text: a place that holds the
 * number of the present text is taken, so that nothing need be cleared between them.
 */
export interface Units {
	/** A place for each unit, then one for each hash of a pair. */
	readonly places: Uint8Array;
	/** Number of the text that the table was filled from last, from 1. */
	text: number;
}

/** First place of a pair. */
const PAIRS = 0x10000;
/** Bits of a pair's hash. A paper has some thousand pairs, so that a few of a thousand others seem to occur too. */
const HASH_BITS = 20;
/** Spreads a pair over the bits of a number (2^32 divided by the golden ratio); the highest are the hash. */
const SPREAD = 0x9e3779b1;
/** Highest number of a text that a place can hold. */
const LAST_TEXT = 0xff;

/** A table that holds no text yet. */
export function emptyUnits(): Units {
	return { places: new Uint8Array(PAIRS + (1 << HASH_BITS)), text: 0 };
}

function placeOfPair(first: number, second: number): number {
	return PAIRS + (Math.imul((first << 16) | second, SPREAD) >>> (32 - HASH_BITS));
}

/** Fills the table with the units and pairs of a text, in place of those of the text before. */
export function fillUnits(units: Units, text: string): Units {
	const { places } = units;
	if (units.text === LAST_TEXT) places.fill(0);
	const number = units.text === LAST_TEXT ? 1 : units.text + 1;
	units.text = number;
	const { length } = text;
	let before = 0;
	for (let at = 0; at < length; at++) {
		const code = text.charCodeAt(at);
		places[code] = number;
		// As in placeOfPair: this is the one loop over every character of every paper.
		places[PAIRS + (Math.imul((before << 16) | code, SPREAD) >>> (32 - HASH_BITS))] = number;
		before = code;
	}
	return units;
}

/**
 * What a text must have, laid out to be asked of one text after the other: one of the places is taken, or all clauses of
 * one of the branches hold.
 */
export interface Clause {
	readonly places: readonly number[];
	readonly branches: readonly (readonly Clause[])[];
	/** For each branch a place without which it does not hold; -1 where there is no such one. */
	readonly heads: readonly number[];
}

function clauseOf(places: readonly number[], branches: readonly (readonly Clause[])[]): Clause {
	const heads = branches.map(([first]) =>
		first !== undefined && first.places.length === 1 && first.branches.length === 0 ? (first.places[0] ?? -1) : -1,
	);
	return { places, branches, heads };
}

/** Needs as clauses of which all must hold; the first is the one that fewest texts fulfil. */
export function clausesOf(needs: Needs): readonly Clause[] {
	if (needs === null) return [];
	if (typeof needs === 'string') {
		const places = new Set<number>();
		for (let at = 0; at < needs.length; at++) places.add(needs.charCodeAt(at));
		return [clauseOf([...places], [])];
	}
	if ('beside' in needs) {
		const [firsts, seconds] = needs.beside;
		const places = new Set<number>();
		for (let first = 0; first < firsts.length; first++)
			for (let second = 0; second < seconds.length; second++)
				places.add(placeOfPair(firsts.charCodeAt(first), seconds.charCodeAt(second)));
		return [clauseOf([...places], [])];
	}
	if ('all' in needs) return rarestFirst(needs.all.flatMap(clausesOf));
	const places: number[] = [];
	const branches: (readonly Clause[])[] = [];
	for (const each of needs.any) {
		const clauses = clausesOf(each);
		// A branch that every text fulfils: so does the whole.
		if (clauses.length === 0) return [];
		const only = clauses.length === 1 ? clauses[0] : undefined;
		if (only === undefined) branches.push(clauses);
		else {
			places.push(...only.places);
			branches.push(...only.branches);
		}
	}
	return [clauseOf(places, branches)];
}

function rarestFirst(clauses: readonly Clause[]): readonly Clause[] {
	let rarest = 0;
	let least = Number.POSITIVE_INFINITY;
	clauses.forEach((clause, at) => {
		const chance = chanceOf(clause);
		if (chance >= least) return;
		least = chance;
		rarest = at;
	});
	const first = clauses[rarest];
	return first === undefined || rarest === 0 ? clauses : [first, ...clauses.filter((_, at) => at !== rarest)];
}

/** Roughly how many texts in a hundred have what the clause asks for: a unit is common, a certain pair is rare. */
function chanceOf({ places, branches }: Clause): number {
	let chance = 0;
	for (const place of places) chance += place < PAIRS ? 30 : 3;
	for (const [first] of branches) if (first !== undefined) chance += chanceOf(first);
	return chance;
}

/** False when the text that the table holds cannot match. */
export function satisfied(clauses: readonly Clause[], units: Units): boolean {
	for (let at = 0; at < clauses.length; at++) {
		const clause = clauses[at];
		if (clause !== undefined && !holdsClause(clause, units)) return false;
	}
	return true;
}

function holdsClause({ places, branches, heads }: Clause, units: Units): boolean {
	const { places: taken, text } = units;
	for (let at = 0; at < places.length; at++) if (taken[places[at] ?? 0] === text) return true;
	for (let at = 0; at < branches.length; at++) {
		const head = heads[at] ?? -1;
		if (head >= 0 && taken[head] !== text) continue;
		const branch = branches[at];
		if (branch !== undefined && satisfied(branch, units)) return true;
	}
	return false;
}

/** False when the text that the table holds cannot have the words in it. */
export function mayHold(words: string, { places, text }: Units): boolean {
	let before = words.charCodeAt(0);
	if (words !== '' && places[before] !== text) return false;
	for (let at = 1; at < words.length; at++) {
		const code = words.charCodeAt(at);
		if (places[placeOfPair(before, code)] !== text) return false;
		before = code;
	}
	return true;
}

/** Classes with more members than this say nothing. */
const WIDEST = 200;

/** Combinations of two sets beyond which a pair is not asked for. */
const MOST_PAIRS = 96;

/**
 * Reads an expression. What the reader is not sure of becomes `null`, so that nothing is missed. With `pairs`, characters
 * that follow each other are asked for side by side as well, which nearly every paper without a match fails.
 */
export function needsOf({ source, flags }: RegExp, pairs = false): Needs {
	// Letters of either case, code points beyond the basic plane and rare escapes are not told apart here.
	if (/[iv]/.test(flags) || /\\u\{|\\[xc]|[\ud800-\udfff]/.test(source)) return null;
	const reader = { source, at: 0, pairs };
	const { needs } = readAlternatives(reader);
	return reader.at === source.length ? needs : null;
}

interface Reader {
	readonly source: string;
	readonly pairs: boolean;
	at: number;
}

/** A part of an expression. */
interface Part {
	readonly needs: Needs;
	/** What the character behind the place where the part begins is one of; null when that is not known. */
	readonly first: string | null;
	/** What the character before the place where the part ends is one of; null when that is not known. */
	readonly last: string | null;
	/** Look-ahead and look-behind take up no character; a border parts what stands beside it. */
	readonly kind: 'text' | 'ahead' | 'behind' | 'border';
}

function readAlternatives(reader: Reader): Omit<Part, 'kind'> {
	let { needs, first, last } = readSequence(reader);
	if (reader.source[reader.at] !== '|') return { needs, first, last };
	const any: Needs[] = [needs];
	while (reader.source[reader.at] === '|') {
		reader.at += 1;
		const next = readSequence(reader);
		any.push(next.needs);
		first = either(first, next.first);
		last = either(last, next.last);
	}
	needs = any.includes(null) ? null : { any };
	return { needs, first, last };
}

/** Characters of both sets; null when one is not known, or when they are too many. */
function either(a: string | null, b: string | null): string | null {
	if (a === null || b === null) return null;
	let both = a;
	for (let at = 0; at < b.length; at++) if (!both.includes(b.charAt(at))) both += b.charAt(at);
	return both.length > WIDEST ? null : both;
}

function readSequence(reader: Reader): Omit<Part, 'kind'> {
	const all: Needs[] = [];
	const beside = (one: string | null, other: string | null): void => {
		if (reader.pairs && one !== null && other !== null && one.length * other.length <= MOST_PAIRS)
			all.push({ beside: [one, other] });
	};
	let first: string | null = '';
	// Whether what was read so far may be nothing at all.
	let open = true;
	let before: string | null = null;
	while (reader.at < reader.source.length && reader.source[reader.at] !== '|' && reader.source[reader.at] !== ')') {
		const part = readPart(reader);
		const least = readLeast(reader);
		if (least > 0 && part.needs !== null) all.push(part.needs);
		if (part.kind === 'border') before = null;
		else if (part.kind === 'behind') before ??= part.last;
		else if (least > 0) beside(before, part.first);
		if (part.kind !== 'text') continue;
		if (least > 1) beside(part.last, part.first);
		if (open) first = either(first, part.first);
		if (least > 0) open = false;
		before = least > 0 ? part.last : either(before, part.last);
	}
	const needs = all.length === 0 ? null : all.length === 1 ? (all[0] ?? null) : { all };
	return { needs, first: open ? null : first, last: before };
}

/** How often the atom stands at least, by the quantifier behind it. */
function readLeast(reader: Reader): number {
	// Most atoms stand once, without a quantifier.
	if (!'*+?{'.includes(reader.source[reader.at] ?? ' ')) return 1;
	const match = /^(?:([*?])|(\+)|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 24));
	if (match === null) return 1;
	reader.at += match[0].length;
	return match[1] !== undefined ? 0 : match[2] !== undefined ? 1 : Number(match[3]);
}

function readPart(reader: Reader): Part {
	const { source } = reader;
	const character = source.charAt(reader.at);
	if (character === '(') {
		const head = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(reader.at, reader.at + 40))?.[0] ?? '(';
		reader.at += head.length;
		const inner = readAlternatives(reader);
		reader.at += 1;
		// What must not stand there asks for nothing, and has no length.
		if (head.endsWith('!')) return { needs: null, first: null, last: null, kind: 'ahead' };
		return { ...inner, kind: head === '(?=' ? 'ahead' : head === '(?<=' ? 'behind' : 'text' };
	}
	const border = character === '^' || character === '$';
	const set = readSet(reader);
	return { needs: set, first: set, last: set, kind: border ? 'border' : 'text' };
}

/** Characters of which the next one of the expression is one; null when they are not known. */
function readSet(reader: Reader): string | null {
	const character = reader.source.charAt(reader.at);
	if (character === '[') return readClass(reader);
	if (character === '\\') return readEscape(reader);
	reader.at += 1;
	return character === '.' || character === '^' || character === '$' ? null : character;
}

const digits = '0123456789';
/** What \s stands for. */
const blanks =
	'\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
/** \p{Script_Extensions=…} and names of groups are shorter. */
const LONGEST_ESCAPE = 64;

function readEscape(reader: Reader): string | null {
	const rest = reader.source.slice(reader.at, reader.at + LONGEST_ESCAPE);
	const long = /^\\(?:u([0-9a-fA-F]{4})|[pP]\{[^}]*\}|k<\w+>|[1-9])/.exec(rest);
	if (long !== null) {
		reader.at += long[0].length;
		return long[1] === undefined ? null : String.fromCharCode(Number.parseInt(long[1], 16));
	}
	const escaped = rest.charAt(1);
	reader.at += 2;
	if (escaped === 'd') return digits;
	if (escaped === 's') return blanks;
	return /[a-zA-Z0-9]/.test(escaped) ? null : escaped;
}

/** Members of a class; null for a negated one and for what is too wide to be of use. */
function readClass(reader: Reader): string | null {
	const { source } = reader;
	let members: string | null = '';
	const negated = source[reader.at + 1] === '^';
	reader.at += negated ? 2 : 1;
	while (reader.at < source.length && source[reader.at] !== ']') {
		const member: string | null = source[reader.at] === '\\' ? readEscape(reader) : source.charAt(reader.at++);
		if (member === null || members === null) {
			members = null;
			continue;
		}
		if (source[reader.at] === '-' && source[reader.at + 1] !== ']') {
			reader.at += 1;
			const last: string | null = source[reader.at] === '\\' ? readEscape(reader) : source.charAt(reader.at++);
			const [from, to] = [member.charCodeAt(0), last === null ? -1 : last.charCodeAt(0)];
			if (member.length !== 1 || to < from || to - from > WIDEST) members = null;
			else for (let code = from; code <= to; code++) members += String.fromCharCode(code);
		} else members += member;
		if (members !== null && members.length > WIDEST) members = null;
	}
	reader.at += 1;
	return negated || members === '' ? null : members;
}
