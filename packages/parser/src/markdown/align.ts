/** A stretch of visible text and the stretch of the file that says it. `verbatim`: unit for unit the same. */
export interface AlignedPiece {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly verbatim: boolean;
	/** False when the place inside the stretch is not known exactly. */
	readonly exact: boolean;
}

/** Entities that people write in Markdown; others are found by what remark made of them. */
const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	emsp: '\u2003',
	ensp: '\u2002',
	middot: '\u00b7',
	hellip: '\u2026',
	mdash: '\u2014',
	ndash: '\u2013',
	ldquo: '\u201c',
	rdquo: '\u201d',
	lsquo: '\u2018',
	rsquo: '\u2019',
	times: '\u00d7',
};

/**
 * Lays the decoded value of a text node over its source: escapes (`\*`), references (`&amp;`) and line ends become pieces
 * of their own, everything else stays verbatim. A line end inside a paragraph is a soft break: between East Asian
 * characters it stands for nothing, because Chinese has no blanks between words; otherwise for one blank.
 * @param from start of the node in `source`; @param to its end.
 */
export function alignText(source: string, from: number, to: number, value: string): readonly AlignedPiece[] {
	// Nearly all text stands in the file as it is shown.
	if (to - from === value.length && !/[&\\\r\n\0]/.test(value) && source.startsWith(value, from))
		return value === '' ? [] : [{ text: value, start: from, end: to, verbatim: true, exact: true }];
	const pieces: AlignedPiece[] = [];
	let at = from;
	let read = 0;
	let plain = from;
	const flush = (): void => {
		if (at > plain) pieces.push({ text: source.slice(plain, at), start: plain, end: at, verbatim: true, exact: true });
	};
	const push = (text: string, end: number, units: number): void => {
		flush();
		pieces.push({ text, start: at, end, verbatim: false, exact: true });
		at = plain = end;
		read += units;
	};
	while (read < value.length) {
		const wanted = value[read] ?? '';
		const unit = source[at] ?? '';
		if (at >= to) return [inexact(from, to, value)];
		if (/[\r\n]/.test(wanted) && /[\r\n \t]/.test(unit)) {
			const units = wanted === '\r' && value[read + 1] === '\n' ? 2 : 1;
			push(softBreakBetween(value[read - 1] ?? '', value[read + units] ?? ''), breakEnd(source, at, to), units);
		} else if (unit === '\\' && source[at + 1] === wanted && /[!-/:-@[-`{-~]/.test(wanted)) {
			push(wanted, at + 2, 1);
		} else if (unit === '&') {
			const reference = /^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/.exec(
				source.slice(at, at + 36),
			);
			const decoded =
				reference === null ? undefined : decodedLike(reference, value, read, source[at + reference[0].length] ?? '');
			if (reference !== null && decoded !== undefined) push(decoded, at + reference[0].length, decoded.length);
			else if (wanted === '&') {
				at++;
				read++;
			} else return [inexact(from, to, value)];
		} else if (unit === wanted) {
			at++;
			read++;
		} else if (unit === '\0' && wanted === '\ufffd') {
			push(wanted, at + 1, 1);
		} else return [inexact(from, to, value)];
	}
	flush();
	return pieces;
}

/** What a reference was decoded to; undefined when remark left it as text. */
function decodedLike(reference: RegExpExecArray, value: string, read: number, next: string): string | undefined {
	const name = reference[1] ?? '';
	if (name.startsWith('#')) return String.fromCodePoint(value.codePointAt(read) ?? 0xfffd);
	const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
	if (known !== undefined) return value.startsWith(known, read) ? known : undefined;
	if (value.startsWith(reference[0], read)) return undefined;
	const one = String.fromCodePoint(value.codePointAt(read) ?? 0xfffd);
	const after = value[read + one.length] ?? '';
	return after === next || next === '' || /[\\&\r\n \t]/.test(next) ? one : value.slice(read, read + one.length + 1);
}

function inexact(start: number, end: number, value: string): AlignedPiece {
	return { text: value.replace(/\r\n|[\r\n]/g, ' '), start, end, verbatim: false, exact: false };
}

/** After a line end: blanks before it, the line end, and the blanks and `>` marks that begin the next line. */
function breakEnd(source: string, at: number, to: number): number {
	let end = at;
	while (end < to && /[ \t]/.test(source[end] ?? '')) end++;
	if (source[end] === '\r' && source[end + 1] === '\n') end += 2;
	else end++;
	while (end < to && /[ \t>]/.test(source[end] ?? '')) end++;
	return end;
}

/** Text that a soft line break between two characters stands for: '' beside East Asian text, else one blank. */
export function softBreakBetween(before: string, after: string): '' | ' ' {
	return isEastAsian(before) || isEastAsian(after) || before === '' || after === '' ? '' : ' ';
}

/** Han, kana, full-width forms, CJK and general punctuation (“ ” — …), surrogates of the CJK planes. */
function isEastAsian(unit: string): boolean {
	const code = unit === '' ? 0 : unit.charCodeAt(0);
	return (
		(code >= 0x2e80 && code <= 0xdfff) ||
		(code >= 0xf900 && code <= 0xfaff) ||
		(code >= 0xfe30 && code <= 0xffef) ||
		(code >= 0x2010 && code <= 0x2027)
	);
}
