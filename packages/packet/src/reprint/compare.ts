/** What a new print changes against the one on paper: pages aligned, sheets kept or printed again (packets.md §5.5). */

import type { Binding, SideHash } from '@bianxu/model';
import { facesOf, type Imposition } from './sheets.ts';
import { sameSide } from './sides.ts';

/** What a new page is beside the old print. */
export type PageFate =
	/** The same ink. */
	| 'same'
	/** Only the file mark changed. */
	| 'mark'
	/** Only its page number or place in the paper changed: pushed by what stands before. */
	| 'pushed'
	/** Its words changed. */
	| 'changed'
	/** There was no such page. */
	| 'new';

export interface ComparedPage {
	/** From 1 within the new paper. */
	readonly page: number;
	/** The old page that it was; null for a new one. */
	readonly old: number | null;
	readonly fate: PageFate;
}

/** A sheet of the new print: from the old one, or to be printed. */
export interface ComparedSheet {
	/** Faces as page numbers of the new print, null where blank. */
	readonly faces: readonly (number | null)[];
	/** Index from 0 of the old sheet that stays in its place; null: print it. */
	readonly kept: number | null;
}

export interface ComparedPrint {
	readonly pages: readonly ComparedPage[];
	readonly sheets: readonly ComparedSheet[];
	/** Old sheets that are taken out, as their page numbers. */
	readonly out: readonly (readonly number[])[];
	/** Sheets of the old print. */
	readonly oldSheets: number;
	/** Sheets to print: all of them for a bound paper of which one changes. */
	readonly print: readonly (readonly (number | null)[])[];
}

/** Cells of one alignment table; a paper of more than 2,000 sheets against 2,000 is printed whole. */
const mostCells = 4_000_000;

/** A face as one word: equal words are equal ink. */
function inkOf(sides: readonly SideHash[], page: number | null): string {
	const side = page === null ? undefined : sides[page - 1];
	return side === undefined ? '-' : `${side.body}/${side.mark}/${side.folio}`;
}

/** The longest common run of equal entries, in order: for each of `next` the index in `old`, or null. */
export function commonOrder(old: readonly string[], next: readonly string[]): readonly (number | null)[] {
	const kept: (number | null)[] = next.map(() => null);
	let from = 0;
	while (from < old.length && from < next.length && old[from] === next[from]) {
		kept[from] = from;
		from++;
	}
	let oldEnd = old.length;
	let nextEnd = next.length;
	while (oldEnd > from && nextEnd > from && old[oldEnd - 1] === next[nextEnd - 1]) {
		oldEnd--;
		nextEnd--;
		kept[nextEnd] = oldEnd;
	}
	const width = nextEnd - from + 1;
	if ((oldEnd - from + 1) * width > mostCells) return kept;
	const longest = new Uint32Array((oldEnd - from + 1) * width);
	const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
	for (let row = oldEnd - from - 1; row >= 0; row--) {
		for (let column = width - 2; column >= 0; column--) {
			longest[row * width + column] =
				old[from + row] === next[from + column]
					? at(row + 1, column + 1) + 1
					: Math.max(at(row + 1, column), at(row, column + 1));
		}
	}
	let row = 0;
	let column = 0;
	while (row < oldEnd - from && column < width - 1) {
		if (old[from + row] === next[from + column]) {
			kept[from + column] = from + row;
			row++;
			column++;
		} else if (at(row + 1, column) >= at(row, column + 1)) row++;
		else column++;
	}
	return kept;
}

/** Pairs pages by their words first, then what is left between two pairs one by one. */
function alignPages(old: readonly SideHash[], next: readonly SideHash[]): readonly (number | null)[] {
	const word = ({ text, body }: SideHash): string => (text === '' ? body : text);
	const paired = [...commonOrder(old.map(word), next.map(word))];
	let lastOld = -1;
	for (let at = 0; at < paired.length; at++) {
		const pair = paired[at] ?? null;
		if (pair !== null) {
			lastOld = pair;
			continue;
		}
		const following = paired.slice(at).find((each) => each !== null) ?? old.length;
		if (lastOld + 1 < following) {
			lastOld++;
			paired[at] = lastOld;
		}
	}
	return paired;
}

function fateOf(old: SideHash | undefined, next: SideHash): PageFate {
	if (old === undefined) return 'new';
	if (sameSide(old, next)) return 'same';
	if (old.text !== next.text) return 'changed';
	if (old.body === next.body && old.folio === next.folio) return 'mark';
	return 'pushed';
}

/**
 * Compares two prints of one paper. A sheet stays when an old one has the same ink on every face; a loose paper is
 * exchanged sheet by sheet, a stapled or saddle-stitched one is printed whole as soon as one sheet changes.
 */
export function comparePrints(
	old: readonly SideHash[],
	next: readonly SideHash[],
	was: Imposition,
	is: Imposition = was,
): ComparedPrint {
	const paired = alignPages(old, next);
	const pages = next.map((side, at): ComparedPage => {
		const from = paired[at] ?? null;
		return {
			page: at + 1,
			old: from === null ? null : from + 1,
			fate: fateOf(from === null ? undefined : old[from], side),
		};
	});
	const oldFaces = facesOf(old.length, was);
	const newFaces = facesOf(next.length, is);
	const words = (sides: readonly SideHash[], faces: readonly (readonly (number | null)[])[]): readonly string[] =>
		faces.map((sheet) => sheet.map((page) => inkOf(sides, page)).join(' '));
	const order = commonOrder(words(old, oldFaces), words(next, newFaces));
	const whole = was.binding !== is.binding || (isBound(is.binding) && !unchanged(order, oldFaces.length));
	const sheets = newFaces.map((faces, at): ComparedSheet => ({ faces, kept: whole ? null : (order[at] ?? null) }));
	const stays = new Set(sheets.flatMap(({ kept }) => (kept === null ? [] : [kept])));
	return {
		pages,
		sheets,
		out: oldFaces.filter((_, at) => !stays.has(at)).map((faces) => faces.filter((page) => page !== null)),
		oldSheets: oldFaces.length,
		print: sheets.flatMap(({ faces, kept }) => (kept === null ? [faces] : [])),
	};
}

function isBound(binding: Binding): boolean {
	return binding !== 'loose';
}

function unchanged(order: readonly (number | null)[], oldSheets: number): boolean {
	return order.length === oldSheets && order.every((kept, at) => kept === at);
}
