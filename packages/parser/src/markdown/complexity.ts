/**
 * Limits on what is handed to remark, which needs quadratic time for unfinished marks and recurses into containers
 * (70 kB of nested emphasis take more than 15 s). Real reports have at most some dozens of marks in a paragraph and
 * three levels of lists. A text beyond a limit is read as plain lines instead, so nothing is lost and nothing hangs.
 */
const LIMITS = {
	/** Quotation and list marks at the start of one line. */
	containers: 32,
	/** Columns of leading blanks: two to four for each list level. */
	indent: 256,
	/** `*`, `_`, `~` in one paragraph. */
	delimiters: 4000,
	/** `[`, `]`, `<` in one paragraph. */
	brackets: 4000,
	/** Backticks in one paragraph. */
	backticks: 4000,
	/** Cells in one line of a table. */
	pipes: 2000,
	/** Separators inside one word such as `a.a.a.a`, which the scan for bare addresses starts at again and again. */
	wordMarks: 400,
	/** Sum over all paragraphs of the square of their marks: what remark's time grows with (1.4e7 took 0.7 s). */
	work: 20_000_000,
	/** Lines of the file: remark takes up to 0.1 ms for each, and a long report has some hundreds. */
	lines: 50_000,
} as const;

/** Which limit a text passes, with the 1-based line; null when remark may have it. One pass, no recursion. */
export function tooComplex(text: string): { readonly limit: keyof typeof LIMITS; readonly line: number } | null {
	let line = 1;
	let at = 0;
	let work = 0;
	const counts = { delimiters: 0, brackets: 0, backticks: 0 };
	while (at < text.length) {
		const end = lineEnd(text, at);
		const body = containerEnd(text, at, end);
		if (body.containers > LIMITS.containers) return { limit: 'containers', line };
		if (body.indent > LIMITS.indent) return { limit: 'indent', line };
		if (body.at === end) {
			work += (counts.delimiters + counts.brackets + counts.backticks) ** 2;
			counts.delimiters = counts.brackets = counts.backticks = 0;
			if (work > LIMITS.work) return { limit: 'work', line };
		}
		let pipes = 0;
		let marks = 0;
		for (let i = body.at; i < end; i++) {
			const unit = text.charCodeAt(i);
			if (unit > 126) {
				marks = 0;
				continue;
			}
			if (unit === 42 || unit === 126) counts.delimiters++;
			else if (unit === 60 || unit === 91 || unit === 93) counts.brackets++;
			else if (unit === 96) counts.backticks++;
			else if (unit === 124) pipes++;
			if (unit === 95) counts.delimiters++;
			if (unit === 43 || unit === 45 || unit === 46 || unit === 95 || unit === 64 || unit === 58 || unit === 47)
				marks++;
			else if (!isWordUnit(unit)) marks = 0;
			if (marks > LIMITS.wordMarks && !isRule(text, body.at, end)) return { limit: 'wordMarks', line };
		}
		if (pipes > LIMITS.pipes) return { limit: 'pipes', line };
		if (counts.delimiters > LIMITS.delimiters) return { limit: 'delimiters', line };
		if (counts.brackets > LIMITS.brackets) return { limit: 'brackets', line };
		if (counts.backticks > LIMITS.backticks) return { limit: 'backticks', line };
		at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
		line++;
		if (line > LIMITS.lines) return { limit: 'lines', line };
	}
	return null;
}

/** End of the line that starts at `at`: position of LF or CR, or the text's length. */
export function lineEnd(text: string, at: number): number {
	let end = at;
	while (end < text.length) {
		const unit = text.charCodeAt(end);
		if (unit === 10 || unit === 13) break;
		end++;
	}
	return end;
}

/** Start of the line after the one that `at` stands in. */
export function lineStartAfter(source: string, at: number): number {
	const end = lineEnd(source, at);
	return end + (source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? 2 : 1);
}

/** Skips blanks and container marks (`>`, `-`, `*`, `+`, `1.`) at the start of a line and counts them. */
function containerEnd(text: string, from: number, end: number): { at: number; containers: number; indent: number } {
	let at = from;
	let containers = 0;
	let indent = 0;
	for (;;) {
		while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) {
			at++;
			indent++;
		}
		const unit = text.charCodeAt(at);
		const next = at + 1 < end ? text.charCodeAt(at + 1) : 32;
		const blankNext = next === 32 || next === 9;
		if (at < end && unit === 62) {
			containers++;
			at++;
		} else if (at < end && blankNext && (unit === 42 || unit === 43 || unit === 45)) {
			containers++;
			at++;
		} else {
			let digits = at;
			while (digits < end && digits - at < 9 && isDigit(text.charCodeAt(digits))) digits++;
			const mark = text.charCodeAt(digits);
			const after = digits + 1 < end ? text.charCodeAt(digits + 1) : 32;
			if (digits === at || digits >= end || (mark !== 46 && mark !== 41) || (after !== 32 && after !== 9)) break;
			containers++;
			at = digits + 1;
		}
	}
	return { at, containers, indent };
}

function isDigit(unit: number): boolean {
	return unit >= 48 && unit <= 57;
}

function isWordUnit(unit: number): boolean {
	return isDigit(unit) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

/** A line of one repeated mark (`-----`) or of a table's rule is long without being hostile. */
function isRule(text: string, from: number, end: number): boolean {
	for (let i = from; i < end; i++) if (!'-_*:| \t'.includes(text[i] ?? '')) return false;
	return true;
}
