/** What a text must have for an expression to match it at all: asked of a document's characters before the search. */

/**
 * A condition on the characters of a text, read off an expression. `null` holds of every text; a string: one of its
 * characters occurs; `word`: its characters stand side by side; `beside`: one of the first string stands before one of the
 * second; `all` and `any` combine.
 */
export type Needs =
	| null
	| string
	| { readonly word: string }
	| { readonly beside: readonly [string, string] }
	| { readonly all: readonly Needs[] }
	| { readonly any: readonly Needs[] };

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
 * What a text must have, laid out to be asked of one text after the other: one of the places is taken, or one of the words
 * may stand there, or all clauses of one of the branches hold.
 */
export interface Clause {
	readonly places: readonly number[];
	readonly words: readonly string[];
	/** Place of the first two characters of each word. */
	readonly heads: readonly number[];
	readonly branches: readonly (readonly Clause[])[];
	/** Roughly how many texts in a hundred have what the clause asks for: a unit is common, a certain pair is rare. */
	readonly chance: number;
}

/** Percent of texts that have a unit, and those that have a pair. */
const UNIT_CHANCE = 30;
const PAIR_CHANCE = 3;

interface Draft extends Clause {
	readonly places: number[];
	readonly words: string[];
	readonly heads: number[];
	readonly branches: (readonly Clause[])[];
	chance: number;
}

/** Needs as clauses of which all must hold; the first is the one that fewest texts fulfil. */
export function clausesOf(needs: Needs): readonly Clause[] {
	if (needs === null) return [];
	if (typeof needs !== 'string' && 'all' in needs) {
		const clauses: Clause[] = [];
		for (const each of needs.all) {
			// Where it is known what stands side by side, it need not be asked what stands there.
			if (typeof each !== 'string' || !isAskedBeside(each, needs.all)) clauses.push(...clausesOf(each));
		}
		return rarestFirst(clauses);
	}
	const draft: Draft = { places: [], words: [], heads: [], branches: [], chance: 0 };
	return addTo(draft, needs) ? [draft] : [];
}

function isAskedBeside(set: string, all: readonly Needs[]): boolean {
	return all.some(
		(each) =>
			each !== null &&
			typeof each !== 'string' &&
			'beside' in each &&
			(each.beside[0] === set || each.beside[1] === set),
	);
}

/** Adds another way in which the clause holds; false when it holds of every text. */
function addTo(draft: Draft, needs: Needs): boolean {
	if (needs === null) return false;
	if (typeof needs === 'string') {
		for (let at = 0; at < needs.length; at++) draft.places.push(needs.charCodeAt(at));
		draft.chance += needs.length * UNIT_CHANCE;
		return true;
	}
	if ('word' in needs) {
		const { word } = needs;
		const head = placeOfPair(word.charCodeAt(0), word.charCodeAt(1));
		if (word.length === 2) draft.places.push(head);
		else {
			draft.words.push(word);
			draft.heads.push(head);
		}
		draft.chance += PAIR_CHANCE;
		return true;
	}
	if ('beside' in needs) {
		const [firsts, seconds] = needs.beside;
		for (let first = 0; first < firsts.length; first++)
			for (let second = 0; second < seconds.length; second++)
				draft.places.push(placeOfPair(firsts.charCodeAt(first), seconds.charCodeAt(second)));
		draft.chance += firsts.length * seconds.length * PAIR_CHANCE;
		return true;
	}
	if ('any' in needs) return needs.any.every((each) => addTo(draft, each));
	const clauses = clausesOf(needs);
	const first = clauses[0];
	if (first === undefined) return false;
	draft.branches.push(clauses);
	draft.chance += first.chance;
	return true;
}

function rarestFirst(clauses: Clause[]): readonly Clause[] {
	let rarest = 0;
	for (let at = 1; at < clauses.length; at++)
		if ((clauses[at]?.chance ?? 0) < (clauses[rarest]?.chance ?? 0)) rarest = at;
	return rarest === 0 ? clauses : [...clauses.splice(rarest, 1), ...clauses];
}

/** False when the text that the table holds cannot match. */
export function satisfied(clauses: readonly Clause[], units: Units): boolean {
	for (let at = 0; at < clauses.length; at++) {
		const clause = clauses[at];
		if (clause !== undefined && !holdsClause(clause, units)) return false;
	}
	return true;
}

function holdsClause({ places, words, heads, branches }: Clause, units: Units): boolean {
	const { places: taken, text } = units;
	for (let at = 0; at < places.length; at++) if (taken[places[at] ?? 0] === text) return true;
	for (let at = 0; at < heads.length; at++)
		if (taken[heads[at] ?? 0] === text && mayHold(words[at] ?? '', units)) return true;
	for (let at = 0; at < branches.length; at++) {
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
	if (flags.includes('i') || flags.includes('v') || /\\u\{|\\[xc]|[\ud800-\udfff]/.test(source)) return null;
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
	const { source, pairs } = reader;
	const all: Needs[] = [];
	let first: string | null = '';
	// Whether what was read so far may be nothing at all.
	let open = true;
	let before: string | null = null;
	while (reader.at < source.length) {
		// Most expressions are words for the greater part.
		const word = pairs ? readWord(reader) : '';
		if (word !== '') {
			askBeside(all, before, word.charAt(0));
			all.push({ word });
			if (open) first = either(first, word.charAt(0));
			open = false;
			before = word.charAt(word.length - 1);
			continue;
		}
		const code = source.charCodeAt(reader.at);
		if (code === BAR || code === CLOSE) break;
		const part = readPart(reader);
		const least = readLeast(reader);
		if (least > 0 && part.needs !== null) all.push(part.needs);
		if (part.kind === 'border') before = null;
		else if (part.kind === 'behind') before ??= part.last;
		else if (least > 0 && pairs) askBeside(all, before, part.first);
		if (part.kind !== 'text') continue;
		if (least > 1 && pairs) askBeside(all, part.last, part.first);
		if (open) first = either(first, part.first);
		if (least > 0) open = false;
		before = least > 0 ? part.last : either(before, part.last);
	}
	const needs = all.length === 0 ? null : all.length === 1 ? (all[0] ?? null) : { all };
	return { needs, first: open ? null : first, last: before };
}

function askBeside(all: Needs[], one: string | null, other: string | null): void {
	if (one !== null && other !== null && one.length * other.length <= MOST_PAIRS) all.push({ beside: [one, other] });
}

const [BAR, CLOSE, OPEN, BACKSLASH, BRACKET] = [0x7c, 0x29, 0x28, 0x5c, 0x5b];

/** Reads two characters or more that stand for themselves, each once; '' when there are none. */
function readWord(reader: Reader): string {
	const { source } = reader;
	let word = '';
	let { at } = reader;
	while (at < source.length) {
		const code = source.charCodeAt(at);
		const escaped = code === BACKSLASH && source.charAt(at + 1) === 'u';
		if (!escaped && isSpecial(code)) break;
		const next = escaped ? at + 6 : at + 1;
		// A quantifier belongs to the last character alone.
		if (isQuantifier(source.charCodeAt(next))) break;
		word += escaped ? String.fromCharCode(Number.parseInt(source.slice(at + 2, next), 16)) : source.charAt(at);
		at = next;
	}
	if (word.length < 2) return '';
	reader.at = at;
	return word;
}

/** True for | ) ( \ [ . ^ $ and for what a quantifier begins with. */
function isSpecial(code: number): boolean {
	return (
		code < 0x80 &&
		(code === BAR ||
			code === CLOSE ||
			code === OPEN ||
			code === BACKSLASH ||
			code === BRACKET ||
			code === 0x2e ||
			code === 0x5e ||
			code === 0x24 ||
			isQuantifier(code))
	);
}

/** True for * + ? {. */
function isQuantifier(code: number): boolean {
	return code === 0x2a || code === 0x2b || code === 0x3f || code === 0x7b;
}

/** How often the part before it stands at least, by a quantifier. */
function readLeast(reader: Reader): number {
	const { source } = reader;
	const code = source.charCodeAt(reader.at);
	if (!isQuantifier(code)) return 1;
	let least = code === 0x2b ? 1 : 0;
	let length = 1;
	if (code === 0x7b) {
		const braces = /^\{(\d+)(?:,\d*)?\}/.exec(source.slice(reader.at, reader.at + 24));
		if (braces === null) return 1;
		least = Number(braces[1]);
		length = braces[0].length;
	}
	reader.at += length;
	// A lazy one has a question mark behind it.
	if (source.charCodeAt(reader.at) === 0x3f) reader.at += 1;
	return least;
}

function readPart(reader: Reader): Part {
	const { source } = reader;
	const code = source.charCodeAt(reader.at);
	if (code === OPEN) {
		const head = headOfGroup(source, reader.at);
		reader.at += head.length;
		const { needs, first, last } = readAlternatives(reader);
		reader.at += 1;
		// What must not stand there asks for nothing, and has no length.
		if (head.endsWith('!')) return { needs: null, first: null, last: null, kind: 'ahead' };
		return { needs, first, last, kind: head === '(?=' ? 'ahead' : head === '(?<=' ? 'behind' : 'text' };
	}
	const border = code === 0x5e || code === 0x24;
	const set = readSet(reader);
	return { needs: set, first: set, last: set, kind: border ? 'border' : 'text' };
}

/** `(`, `(?:`, `(?=`, `(?!`, `(?<=`, `(?<!` or `(?<name>`. */
function headOfGroup(source: string, at: number): string {
	if (source.charAt(at + 1) !== '?') return '(';
	if (source.charAt(at + 2) !== '<') return source.slice(at, at + 3);
	const behind = source.charAt(at + 3);
	return behind === '=' || behind === '!' ? source.slice(at, at + 4) : source.slice(at, source.indexOf('>', at) + 1);
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

function readEscape(reader: Reader): string | null {
	const { source } = reader;
	const escaped = source.charAt(reader.at + 1);
	const start = reader.at + 2;
	reader.at = start;
	switch (escaped) {
		case 'd':
			return digits;
		case 's':
			return blanks;
		case 'u':
			reader.at = start + 4;
			return String.fromCharCode(Number.parseInt(source.slice(start, start + 4), 16));
		case 'p':
		case 'P':
			reader.at = source.indexOf('}', start) + 1;
			return null;
		case 'k':
			reader.at = source.indexOf('>', start) + 1;
			return null;
		default:
			return /[a-zA-Z0-9]/.test(escaped) ? null : escaped;
	}
}

/** Members of a class; null for a negated one and for what is too wide to be of use. */
function readClass(reader: Reader): string | null {
	const { source } = reader;
	const end = source.indexOf(']', reader.at);
	const listed = source.slice(reader.at + 1, end);
	// Most classes list their members one by one.
	if (listed !== '' && !/[\\^-]/.test(listed)) {
		reader.at = end + 1;
		return listed.length > WIDEST ? null : listed;
	}
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
