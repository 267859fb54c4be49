/** Where an inserted text stands, which decides what would be markup there. */
export interface EscapeContext {
	/** First visible character of its line comes from this text. */
	readonly lineStart: boolean;
	/** Last visible character of its line comes from this text. */
	readonly lineEnd: boolean;
	/** In a table cell `|` ends the cell and a line end the row; in a heading a line end ends it. */
	readonly cell: boolean;
	/** What a line break is written as. */
	readonly lineBreak: string;
}

/**
 * Writes a visible text as Markdown that reads back as the same text. Only what could become markup is escaped, so that
 * ordinary Chinese text stays as it is.
 */
export function escapeMarkdown(text: string, context: EscapeContext): string {
	const lines = text.split('\n');
	return lines
		.map((line, index) =>
			escapeLine(line, {
				...context,
				lineStart: index === 0 ? context.lineStart : true,
				lineEnd: index === lines.length - 1 ? context.lineEnd : true,
			}),
		)
		.join(context.lineBreak);
}

function escapeLine(line: string, context: EscapeContext): string {
	let out = '';
	for (let i = 0; i < line.length; i++) {
		const unit = line[i] ?? '';
		const next = line[i + 1] ?? '';
		const edge =
			(context.lineStart && line.slice(0, i).trim() === '') || (context.lineEnd && line.slice(i).trim() === '');
		if (unit === '\t') out += '&#9;';
		else if (unit === '\r') out += '&#13;';
		else if (unit === ' ' && (edge || next === ' ' || next === '')) out += edge || next !== '' ? '&#32;' : ' ';
		else if (/[\\`*_[\]~]/.test(unit)) out += `\\${unit}`;
		else if (unit === '<' && /[A-Za-z/!?]|^$/.test(next)) out += '\\<';
		else if (unit === '&' && /[A-Za-z#]|^$/.test(next)) out += '&amp;';
		else if (unit === '|' && context.cell) out += '\\|';
		else out += unit;
	}
	return context.lineStart ? escapeLineStart(out) : out;
}

/** Marks that begin a block: headings, quotations, lists, rules, underlines of headings, tables. */
function escapeLineStart(line: string): string {
	if (/^[#>+=:|-]/.test(line)) return `\\${line}`;
	const ordered = /^\d{1,9}(?=[.)](?:[ &]|$))/.exec(line);
	return ordered === null ? line : `${ordered[0]}\\${line.slice(ordered[0].length)}`;
}
