/** A print of the whole packet cut into its papers by their file marks, and what an old number once meant. */

import type { Frame, Lock } from '@bianxu/model';
import { parseFileMark } from '@bianxu/numbering';
import { frameLines, type LayerWords } from './sides.ts';

/** Pages of one paper in a print that was read. */
export interface PrintedPaper {
	/** Number that it bears; null for pages before the first mark (contents, agenda). */
	readonly label: string | null;
	readonly frames: readonly Frame[];
}

/** How marks and page numbers are told from text in a print that was read. */
export function layerWords(form: string): LayerWords {
	return {
		isMark: (line) => parseFileMark(line, form) !== null,
		isFolio: (line) => /^[—–-]{0,2}\d{1,4}[—–-]{0,2}$/.test(line),
	};
}

function labelOn(frame: Frame, form: string): string | null {
	for (const { text } of frameLines(frame).slice(0, 3)) {
		const mark = parseFileMark(text, form);
		if (mark !== null) return mark.label;
	}
	return null;
}

const isEmpty = (frame: Frame): boolean => frame.items.length === 0;

/** Cuts a print before each page that begins with a file mark; blank pages at the end of a paper are left out. */
export function splitPrint(frames: readonly Frame[], form: string): readonly PrintedPaper[] {
	const parts: { label: string | null; frames: Frame[] }[] = [];
	for (const frame of frames) {
		const label = labelOn(frame, form);
		const last = parts.at(-1);
		if (last === undefined || (label !== null && label !== last.label)) parts.push({ label, frames: [frame] });
		else last.frames.push(frame);
	}
	for (const part of parts) while (part.frames.length > 1 && part.frames.at(-1)?.items.length === 0) part.frames.pop();
	return parts.filter((part) => !part.frames.every(isEmpty));
}

/** A number that a paper bore once, and the renumbering that took it away. */
export interface FormerNumber {
	readonly id: string;
	readonly label: string;
	/** Number after that renumbering; null when it was withdrawn. */
	readonly next: string | null;
	/** Day of the renumbering. */
	readonly on: string;
}

/** Everybody who bore this number before, the last holder first. */
export function formerHolders(lock: Lock, label: string): readonly FormerNumber[] {
	return lock.moves.flatMap(({ id, from, to, on }) => (from === label ? [{ id, label, next: to, on }] : [])).reverse();
}
