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

/** The UTF-16 units that occur in a text, and the pairs of them: one bit for each unit, then one for each hash of a pair. */
export type Units = Uint8Array;

/** Bytes of the units' bits; the pairs' begin behind them. */
const UNIT_BYTES = 0x10000 / 8;
/** Hashes of pairs, less one. A paper has some thousand pairs, so that a hundredth of the others seems to occur too. */
const PAIRS = 0x3ffff;

function hashOf(first: number, second: number): number {
	return (Math.imul(first, 40_503) ^ second) & PAIRS;
}

/** Units and pairs of a text. */
export function unitsOf(text: string): Units {
	const units = new Uint8Array(UNIT_BYTES + (PAIRS + 1) / 8);
	let before = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const pair = UNIT_BYTES * 8 + hashOf(before, code);
		units[code >> 3] = (units[code >> 3] ?? 0) | (1 << (code & 7));
		units[pair >> 3] = (units[pair >> 3] ?? 0) | (1 << (pair & 7));
		before = code;
	}
	return units;
}

/** False when no text of these units can match. */
export function satisfied(needs: Needs, units: Units): boolean {
	if (needs === null) return true;
	if (typeof needs === 'string') {
		for (let at = 0; at < needs.length; at++) {
			const code = needs.charCodeAt(at);
			if (((units[code >> 3] ?? 0) & (1 << (code & 7))) !== 0) return true;
		}
		return false;
	}
	if ('beside' in needs) {
		const [firsts, seconds] = needs.beside;
		for (let first = 0; first < firsts.length; first++) {
			for (let second = 0; second < seconds.length; second++) {
				const pair = UNIT_BYTES * 8 + hashOf(firsts.charCodeAt(first), seconds.charCodeAt(second));
				if (((units[pair >> 3] ?? 0) & (1 << (pair & 7))) !== 0) return true;
			}
		}
		return false;
	}
	if ('all' in needs) {
		for (const each of needs.all) if (!satisfied(each, units)) return false;
		return true;
	}
	for (const each of needs.any) if (satisfied(each, units)) return true;
	return false;
}

/** Classes with more members than this say nothing. */
const WIDEST = 80;

/** Combinations of two sets beyond which a pair is not asked for. */
const MOST_PAIRS = 64;

/**
 * Reads an expression. What the reader is not sure of becomes `null`, so that nothing is missed. With `pairs`, characters
 * that follow each other are asked for side by side as well, which nearly every paper without a match fails.
 */
export function needsOf({ source, flags }: RegExp, pairs = false): Needs {
	// Letters of either case, code points beyond the basic plane and rare escapes are not told apart here.
	if (/[iv]/.test(flags) || /\\u\{|\\[xc]|[\ud800-\udfff]/.test(source)) return null;
	const reader = { source, at: 0, pairs };
	const needs = readAlternatives(reader);
	return reader.at === source.length ? needs : null;
}

interface Reader {
	readonly source: string;
	readonly pairs: boolean;
	at: number;
}

function readAlternatives(reader: Reader): Needs {
	const any: Needs[] = [readSequence(reader)];
	while (reader.source[reader.at] === '|') {
		reader.at += 1;
		any.push(readSequence(reader));
	}
	if (any.length === 1) return any[0] ?? null;
	return any.includes(null) ? null : { any };
}

function readSequence(reader: Reader): Needs {
	const all: Needs[] = [];
	// What the character before the next atom is one of; null when that is not known.
	let before: string | null = null;
	while (reader.at < reader.source.length && reader.source[reader.at] !== '|' && reader.source[reader.at] !== ')') {
		const group = reader.source[reader.at] === '(';
		const atom = readAtom(reader);
		const least = readLeast(reader);
		if (least > 0 && atom !== null) all.push(atom);
		// A group may be of any length, also of none.
		const one: string | null = least > 0 && !group && typeof atom === 'string' ? atom : null;
		if (reader.pairs && one !== null) {
			if (before !== null && before.length * one.length <= MOST_PAIRS) all.push({ beside: [before, one] });
			if (least > 1 && one.length * one.length <= MOST_PAIRS) all.push({ beside: [one, one] });
		}
		before = one;
	}
	return all.length === 0 ? null : all.length === 1 ? (all[0] ?? null) : { all };
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

function readAtom(reader: Reader): Needs {
	const { source } = reader;
	const character = source.charAt(reader.at);
	switch (character) {
		case '(': {
			const head = /^\((?:\?(?:[:=]|<=|(!|<!)|<\w+>))?/.exec(source.slice(reader.at, reader.at + 40));
			reader.at += head?.[0].length ?? 1;
			const inner = readAlternatives(reader);
			reader.at += 1;
			return head?.[1] === undefined ? inner : null;
		}
		case '[':
			return readClass(reader);
		case '\\':
			return readEscape(reader);
		default:
			reader.at += 1;
			return character === '.' || character === '^' || character === '$' ? null : character;
	}
}

const digits = '0123456789';
/** \p{Script_Extensions=…} and names of groups are shorter. */
const LONGEST_ESCAPE = 64;

function readEscape(reader: Reader): Needs {
	const rest = reader.source.slice(reader.at, reader.at + LONGEST_ESCAPE);
	const long = /^\\(?:u([0-9a-fA-F]{4})|[pP]\{[^}]*\}|k<\w+>|[1-9])/.exec(rest);
	if (long !== null) {
		reader.at += long[0].length;
		return long[1] === undefined ? null : String.fromCharCode(Number.parseInt(long[1], 16));
	}
	const escaped = rest.charAt(1);
	reader.at += 2;
	if (escaped === 'd') return digits;
	return /[a-zA-Z0-9]/.test(escaped) ? null : escaped;
}

/** Members of a class; null for a negated one and for what is too wide to be of use. */
function readClass(reader: Reader): Needs {
	const { source } = reader;
	let members: string | null = '';
	const negated = source[reader.at + 1] === '^';
	reader.at += negated ? 2 : 1;
	while (reader.at < source.length && source[reader.at] !== ']') {
		const member: Needs = source[reader.at] === '\\' ? readEscape(reader) : source.charAt(reader.at++);
		if (typeof member !== 'string' || members === null) {
			members = null;
			continue;
		}
		if (source[reader.at] === '-' && source[reader.at + 1] !== ']') {
			reader.at += 1;
			const last: Needs = source[reader.at] === '\\' ? readEscape(reader) : source.charAt(reader.at++);
			const [from, to] = [member.charCodeAt(0), typeof last === 'string' ? last.charCodeAt(0) : -1];
			if (member.length > 1 || to < from || to - from > WIDEST) members = null;
			else for (let code = from; code <= to; code++) members += String.fromCharCode(code);
		} else members += member;
		if (members !== null && members.length > WIDEST) members = null;
	}
	reader.at += 1;
	return negated || members === '' ? null : members;
}
