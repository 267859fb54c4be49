import type { Frame, FrameItem } from '@bianxu/model';
import { POINTS_PER_MM } from './geometry.ts';

/** One side of a sheet of paper with pages on it. Lengths in points; `x`, `y` of a page count from the lower left corner. */
export interface Sheet {
	readonly width: number;
	readonly height: number;
	readonly placed: readonly { readonly page: number; readonly x: number; readonly y: number }[];
	/** Marks and words of the sheet itself, places from its upper left corner. */
	readonly items: readonly FrameItem[];
	/** Box of the trimmed paper (x1, y1, x2, y2 from the lower left corner); null when nothing is trimmed. */
	readonly trim: readonly [number, number, number, number] | null;
}

const A4 = { width: 210 * POINTS_PER_MM, height: 297 * POINTS_PER_MM };
/** Paper added around for crop marks, their distance from the page and their length. */
const MARGIN = 10 * POINTS_PER_MM;
const MARK_GAP = 3 * POINTS_PER_MM;
const MARK_WIDTH = 0.25;

/** Pages (from 0) of a saddle-stitched signature, outside in: left and right of the front and the back of each sheet. */
function signaturePages(pages: number): readonly (readonly [number, number])[] {
	const sides: (readonly [number, number])[] = [];
	for (let sheet = 0; sheet * 4 < pages; sheet++) {
		const first = 2 * sheet;
		const last = pages - 1 - first;
		sides.push([last, first], [first + 1, last - 1]);
	}
	return sides;
}

export interface BookletOptions {
	/** Most pages of one signature; rounded to a multiple of four. */
	readonly signature: number;
	/** Thickness of a sheet in mm: inner pages move towards the fold by it, so that trimming leaves equal margins. */
	readonly paper: number;
}

/**
 * A4 pages on A3 sheets for saddle stitching, to be printed on both sides, turned over the short edge: `copies` times
 * `count` pages. Pages are filled up with blank ones to a multiple of four; more than one signature holds are split into
 * signatures of nearly equal size, and the pages of an inner sheet are moved to the fold by the thickness of the sheets
 * around it (creep). `signatures`: pages of each signature of a copy.
 */
export function bookletSheets(
	count: number,
	copies: number,
	options: BookletOptions,
): { readonly sheets: readonly Sheet[]; readonly signatures: readonly number[] } {
	const filled = Math.max(4, Math.ceil(count / 4) * 4);
	const most = Math.max(4, Math.floor(options.signature / 4) * 4);
	const parts = Math.ceil(filled / most);
	const signatures: number[] = [];
	for (let left = filled; left > 0; left -= signatures.at(-1) ?? left)
		signatures.push(Math.ceil(left / 4 / (parts - signatures.length)) * 4);
	const sheets: Sheet[] = [];
	for (let copy = 0; copy < copies; copy++) {
		let from = 0;
		for (const size of signatures) {
			signaturePages(size).forEach((pair, side) => {
				const creep = Math.floor(side / 2) * options.paper * POINTS_PER_MM;
				const placed = pair.flatMap((page, place) => {
					if (from + page >= count) return [];
					return [{ page: copy * count + from + page, x: place === 0 ? creep : A4.width - creep, y: 0 }];
				});
				sheets.push({ width: 2 * A4.width, height: A4.height, placed, items: [], trim: null });
			});
			from += size;
		}
	}
	return { sheets, signatures };
}

/** Pages one by one on larger paper with marks at their corners. */
export function markedSheets(frames: readonly Frame[]): readonly Sheet[] {
	const [page] = frames;
	if (page === undefined) return [];
	const width = page.width + 2 * MARGIN;
	const height = page.height + 2 * MARGIN;
	const items: FrameItem[] = [];
	for (const x of [MARGIN, MARGIN + page.width]) {
		items.push({ kind: 'rule', x1: x, y1: 0, x2: x, y2: MARGIN - MARK_GAP, width: MARK_WIDTH });
		items.push({ kind: 'rule', x1: x, y1: height - MARGIN + MARK_GAP, x2: x, y2: height, width: MARK_WIDTH });
	}
	for (const y of [MARGIN, MARGIN + page.height]) {
		items.push({ kind: 'rule', x1: 0, y1: y, x2: MARGIN - MARK_GAP, y2: y, width: MARK_WIDTH });
		items.push({ kind: 'rule', x1: width - MARGIN + MARK_GAP, y1: y, x2: width, y2: y, width: MARK_WIDTH });
	}
	return frames.map((_, index) => ({
		width,
		height,
		placed: [{ page: index, x: MARGIN, y: MARGIN }],
		items,
		trim: [MARGIN, MARGIN, MARGIN + page.width, MARGIN + page.height] as const,
	}));
}
