/** Where a stretch of text stands: its sentence for a person to read, and whether a program may write there. */

import type { PaperParagraph } from './request.ts';
import type { TextPiece } from './bind.ts';

const longestContext = 60;
/** What is read aloud is shown by whole sentences. */
const longestSpoken = 600;
const sentenceEnds = new Set(Array.from('。；！？\n\f', (mark) => mark.charCodeAt(0)));

/** The sentence around a stretch, cut to what fits on a line unless it is spoken, and its offset in the paragraph. */
export function sentenceOf(
	text: string,
	start: number,
	end: number,
	spoken = false,
): { readonly context: string; readonly contextStart: number } {
	const half = (spoken ? longestSpoken : longestContext) / 2;
	let from = start;
	while (from > 0 && start - from < half && !sentenceEnds.has(text.charCodeAt(from - 1))) from -= 1;
	let to = end;
	while (to < text.length && to - end < half && !sentenceEnds.has(text.charCodeAt(to))) to += 1;
	while (from < start && text.charAt(from).trim() === '') from += 1;
	return { context: text.slice(from, to).trimEnd(), contextStart: from };
}

/**
 * A piece over several runs without the characters that stay at its ends, so that every run keeps what it can: 十|二 to
 * 十|四 touches the second run only.
 */
export function fitToRuns({ runs, text }: PaperParagraph, piece: TextPiece): TextPiece {
	const { start, end } = piece;
	if (runs.length < 2 || runs.filter((run) => run.start < end && start < run.end).length < 2) return piece;
	const old = text.slice(start, end);
	const most = Math.min(old.length, piece.text.length);
	let head = 0;
	while (head < most && old[head] === piece.text[head]) head += 1;
	let tail = 0;
	while (tail < most - head && old[old.length - 1 - tail] === piece.text[piece.text.length - 1 - tail]) tail += 1;
	return { start: start + head, end: end - tail, text: piece.text.slice(head, piece.text.length - tail) };
}

/** True where a splice must not write: field results, equations, somebody's tracked changes. */
export function isShut(paragraph: PaperParagraph, pieces: readonly TextPiece[]): boolean {
	return pieces.some(({ start, end }) => {
		const meets = (each: { readonly start: number; readonly end: number }): boolean =>
			each.start < end && start < each.end;
		return (
			paragraph.spans.some((span) => meets(span) && !span.editable) ||
			paragraph.runs.some((run) => meets(run) && (run.revision !== undefined || run.field !== undefined))
		);
	});
}
