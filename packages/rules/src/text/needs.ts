/** What a text must have for an expression to match it at all: asked of a document's characters before the search. */

/**
 * A condition on the characters of a text, read off an expression. `null` holds of every text; a string: one of its
 * characters occurs; `all` and `any` combine.
 */
export type Needs = null | string | { readonly all: readonly Needs[] } | { readonly any: readonly Needs[] };

/** The UTF-16 units that occur in a text. */
export type Units = Uint8Array;

/** Units of a text, one bit each. */
export function unitsOf(text: string): Units {
	const units = new Uint8Array(8192);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		units[code >> 3] = (units[code >> 3] ?? 0) | (1 << (code & 7));
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
	if ('all' in needs) {
		for (const each of needs.all) if (!satisfied(each, units)) return false;
		return true;
	}
	for (const each of needs.any) if (satisfied(each, units)) return true;
	return false;
}

/** Classes with more members than this say nothing. */
const WIDEST = 80;

/** Reads an expression. What the reader is not sure of becomes `null`, so that nothing is missed. */
export function needsOf({ source, flags }: RegExp): Needs {
	// Letters of either case, code points beyond the basic plane and rare escapes are not told apart here.
	if (/[iv]/.test(flags) || /\\u\{|\\[xc]|[\ud800-\udfff]/.test(source)) return null;
	const reader = { source, at: 0 };
	const needs = readAlternatives(reader);
	return reader.at === source.length ? needs : null;
}

interface Reader {
	readonly source: string;
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
	while (reader.at < reader.source.length && reader.source[reader.at] !== '|' && reader.source[reader.at] !== ')') {
		const atom = readAtom(reader);
		if (readLeast(reader) > 0 && atom !== null) all.push(atom);
	}
	return all.length === 0 ? null : all.length === 1 ? (all[0] ?? null) : { all };
}

/** How often the atom stands at least, by the quantifier behind it. */
function readLeast(reader: Reader): number {
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

function readEscape(reader: Reader): Needs {
	const rest = reader.source.slice(reader.at);
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
