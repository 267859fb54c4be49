/**
 * A stretch of one text part. For .docx, `part` is the part name with a leading slash (`/word/document.xml`) and the
 * offsets count UTF-16 units of the decoded part after its byte-order mark; for Markdown, `part` is '' and the offsets
 * count units of the file's text. `start` inclusive, `end` exclusive.
 */
export interface Range {
	readonly part: string;
	readonly start: number;
	readonly end: number;
}

/** The one low-level edit of both formats: replace `range` by `text` (already escaped for the part's syntax). */
export interface TextEdit {
	readonly range: Range;
	readonly text: string;
}

/**
 * Applies non-overlapping edits of one text. Edits may come in any order; two edits at the same empty place keep their
 * given order. Throws RangeError when two edits overlap or leave the text: that is a programming error, never content.
 */
export function applyTextEdits(
	text: string,
	edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
	const sorted = edits
		.map((edit, order) => ({ edit, order }))
		.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
	const pieces: string[] = [];
	let at = 0;
	for (const { edit } of sorted) {
		if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
			throw new RangeError(`text edit ${edit.start}-${edit.end} overlaps another or leaves the text (${text.length})`);
		}
		pieces.push(text.slice(at, edit.start), edit.text);
		at = edit.end;
	}
	pieces.push(text.slice(at));
	return pieces.join('');
}
