import type { ImageItem, TextItem } from '@bianxu/model';
import { advancesOf, type Line } from './line-breaking.ts';
import type { Shaped } from './shape.ts';

/** What a line is made of. */
export type LineItem = Placed<TextItem> | Placed<ImageItem>;

/** A frame item that is still being placed: positions relative to its box until the page is made. */
export type Placed<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Turns a line into text items with baseline 0, from `x` on. Neighbouring characters of one style are one item; labels,
 * which are not in the block's text, and glyphs that are shifted in their cell stand alone. `target` is the width that
 * an inner line fills.
 */
export function setLine(shaped: Shaped, line: Line, x: number, target: number, out: LineItem[]): void {
	const advances = advancesOf(shaped, line, target);
	const { start, end } = line;
	let at = x;
	let item: Placed<TextItem> | null = null;
	let list: number[] = [];
	let style = shaped.styles[start];
	let labelled = false;
	for (let i = start; i < end; i++) {
		const own = shaped.styles[i];
		if (own === undefined) break;
		const advance = advances[i - start] ?? 0;
		const shift = shaped.shifts[i] ?? 0;
		const offset = shaped.offsets[i] ?? -1;
		const codePoint = shaped.codePoints[i] ?? 0;
		const picture = shaped.pictures?.get(i);
		if (picture !== undefined) {
			const { image, width, height, crop, spin } = picture;
			const more = { ...(crop === null ? {} : { crop }), ...(spin === null ? {} : { spin }) };
			out.push({ kind: 'image', x: at, y: -height, width, height, image, block: shaped.block, ...more });
			at += advance;
			item = null;
			continue;
		}
		if (item === null || own !== style || shift !== 0 || offset < 0 !== labelled) {
			list = [];
			labelled = offset < 0;
			style = own;
			item = {
				kind: 'text',
				x: at + shift,
				y: -own.rise,
				size: own.size,
				font: own.face.name,
				text: '',
				advances: list,
				role: shaped.role,
			};
			item.block = shaped.block;
			if (!labelled) item.offset = offset;
			out.push(item);
		}
		item.text += codePoint === 0x09 ? ' ' : String.fromCodePoint(codePoint);
		list.push(shift === 0 ? advance : advance - shift);
		at += advance;
		if (shift !== 0) item = null;
	}
}

/** x of a line of `width` in a measure, by alignment. */
export function alignedX(alignment: 'left' | 'center' | 'right', left: number, measure: number, width: number): number {
	switch (alignment) {
		case 'left':
			return left;
		case 'center':
			return left + (measure - width) / 2;
		case 'right':
			return left + measure - width;
	}
}
