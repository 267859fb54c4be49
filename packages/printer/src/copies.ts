import type { Frame, Template, TextItem } from '@bianxu/model';
import type { FontSet } from './fonts.ts';
import { baselineIn, geometryOf } from './geometry.ts';

/** 份号: six Arabic digits in 3号 (GB/T 9704-2012 7.2.1). */
const DIGITS = 6;
const SIZE = 16;

/**
 * The pages once for each copy, with its 份号 in the upper left corner of the type area of the first page; in the line
 * above it where that corner is taken (the file mark of a paper stands there).
 */
export function withCopyNumbers(
	frames: readonly Frame[],
	template: Template,
	fonts: FontSet,
	from: number,
	to: number,
): readonly Frame[] {
	const copies: Frame[] = [];
	const [first] = frames;
	const face = fonts.roles.fangsong.face;
	if (first === undefined || face === null) return frames;
	const { left, top, pitch, cell } = geometryOf(template);
	const advance = (Math.max(0, face.advanceOf(0x30)) * SIZE) / 1000;
	const taken = first.items.some(
		(item) =>
			item.kind === 'text' && item.y < top + pitch && item.x < left + DIGITS * cell && item.role !== 'page-number',
	);
	for (let copy = from; copy <= to; copy++) {
		const text = String(copy).padStart(DIGITS, '0');
		const number: TextItem = {
			kind: 'text',
			x: left,
			y: top + baselineIn(pitch, SIZE) - (taken ? pitch : 0),
			size: SIZE,
			font: face.name,
			text,
			advances: Array.from(text, () => advance),
			role: 'page-furniture',
		};
		for (const frame of frames) {
			const index = copies.length;
			copies.push(frame === first ? { ...frame, index, items: [...frame.items, number] } : { ...frame, index });
		}
	}
	return copies;
}
