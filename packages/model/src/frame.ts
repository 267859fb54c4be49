import type { Role } from './outline.ts';

/** Lengths of frames are PDF points from the upper left corner of the page; y of text is its baseline. */
export interface TextItem {
	readonly kind: 'text';
	readonly x: number;
	readonly y: number;
	/** Point size. */
	readonly size: number;
	/** Face as named by the font (our print) or by the PDF (a submitted one), subset prefix removed. */
	readonly font: string;
	readonly text: string;
	/** Advance of each code point in points; their sum is the width. */
	readonly advances: readonly number[];
	/** Role and block it was set from; absent in submitted prints. */
	readonly role?: Role | 'page-number' | 'toc-entry';
	readonly block?: number;
	/** Offset of the first character in the block's text. */
	readonly offset?: number;
	/** Colour as six hex digits; black when absent. */
	readonly color?: string;
	/** Set on a page turned a quarter: the text runs upwards from (x, y). */
	readonly turn?: 'left';
	/** The text is the number of this page of the material, counted from 0: an entry of the paper's own contents. */
	readonly refersTo?: number;
}

export interface RuleItem {
	readonly kind: 'rule';
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
	readonly width: number;
}

/** A picture; x and y are its upper left corner on the paper, also when it is turned. */
export interface ImageItem {
	readonly kind: 'image';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** Key into the images handed to paint. */
	readonly image: string;
	readonly block?: number;
	/** Width and height in pixels; known for submitted prints. */
	readonly pixels?: readonly [number, number];
	/** Shares cut off at the left, top, right and bottom, in thousandths. */
	readonly crop?: readonly [number, number, number, number];
	/** Upper edge of the picture to the left: width and height are those on the paper. */
	readonly turn?: 'left';
	/**
	 * Turned or mirrored by the paper itself: its own size, mirrored first and then turned by degrees clockwise about the
	 * middle of the rectangle, which holds it all. Stands instead of `turn`.
	 */
	readonly spin?: {
		readonly width: number;
		readonly height: number;
		readonly degrees: number;
		readonly across: boolean;
		readonly down: boolean;
	};
}

export type FrameItem = TextItem | RuleItem | ImageItem;

/** One page. `number` is the printed page number, null when the page carries none. */
export interface Frame {
	readonly width: number;
	readonly height: number;
	/** 0-based index in the file. */
	readonly index: number;
	readonly number: number | null;
	readonly blank: boolean;
	/** Material the page belongs to in a packet; '' otherwise or for the contents. */
	readonly material: string;
	readonly items: readonly FrameItem[];
	/**
	 * Side of the sheet at which the head of turned content stands (a wide table, GB/T 9704 8); 'unknown' for a landscape
	 * sheet, which the printing program turns. Absent for upright pages.
	 */
	readonly head?: 'left' | 'right' | 'unknown';
}

/** A font of a print as its file declares it. */
export interface PrintFont {
	readonly name: string;
	readonly embedded: boolean;
	readonly subset: boolean;
}
