import type { Remark } from '@bianxu/model';
import type { AlignedPiece } from './align.ts';

/**
 * Visible text of a block of raw HTML: what stands between tags, line by line, with the places in the file. Comments
 * and tags are left out. One pass; an unfinished tag counts as text, so that nothing is lost.
 */
export function htmlText(source: string, start: number, end: number): readonly AlignedPiece[] {
	const pieces: AlignedPiece[] = [];
	let at = start;
	while (at < end) {
		const unit = source[at] ?? '';
		const skipped = unit === '<' ? tagEnd(source, at, end) : -1;
		if (skipped > at) {
			at = skipped;
			continue;
		}
		let stop = at + 1;
		if (/\s/.test(unit)) {
			while (stop < end && /\s/.test(source[stop] ?? '')) stop++;
			if (pieces.length > 0 && stop < end)
				pieces.push({ text: ' ', start: at, end: stop, verbatim: source.slice(at, stop) === ' ', exact: true });
		} else {
			while (stop < end && !/[\s<]/.test(source[stop] ?? '')) stop++;
			pieces.push({ text: source.slice(at, stop), start: at, end: stop, verbatim: true, exact: true });
		}
		at = stop;
	}
	while (pieces.at(-1)?.text === ' ') pieces.pop();
	return pieces;
}

function tagEnd(source: string, at: number, end: number): number {
	const comment = source.startsWith('<!--', at);
	if (!comment && !/[A-Za-z/!?]/.test(source[at + 1] ?? '')) return -1;
	const close = source.indexOf(comment ? '-->' : '>', at + 1);
	if (close < 0 || close >= end) return comment ? end : -1;
	return close + (comment ? 3 : 1);
}

/** HTML comments of a stretch of raw HTML, as remarks on a block. */
export function remarksOf(html: string, block: number): readonly Remark[] {
	return html
		.split('<!--')
		.slice(1)
		.map((piece) => ({
			text: (piece.split('-->')[0] ?? '').trim(),
			author: '',
			date: '',
			firstBlock: block,
			lastBlock: block,
		}));
}
