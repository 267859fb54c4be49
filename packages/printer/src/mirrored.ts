import type { Frame, FrameItem, Template } from '@bianxu/model';
import type { Composed } from './compose.ts';
import { geometryOf } from './geometry.ts';

/** A print whose versos have the wide margin at the binding edge too. */
export type Mirrored = Pick<Composed, 'frames' | 'links'>;

/**
 * Mirrored margins: the 订口 (GB/T 9704-2012 5.2.1) of a verso is its right edge, so what stands there moves by the
 * difference of the two margins (28 − 26 = 2 mm to the left). Both sides of a leaf then lie on each other, where plain
 * margins leave them the whole tolerance of 6.2 apart. Versos are pages of odd index, counted from 0.
 */
export function mirrorVersos<T extends Mirrored>(print: T, template: Template): T {
	const { left, textWidth, width } = geometryOf(template);
	const dx = width - left - textWidth - left;
	// Copies of a page stay one page: a file with sixty copies writes each once.
	const known = new Map<Frame['items'], Frame['items']>();
	const moved = (frame: Frame): Frame => {
		const items = known.get(frame.items) ?? frame.items.map((item) => shifted(item, dx));
		known.set(frame.items, items);
		return { ...frame, items };
	};
	return {
		...print,
		frames: print.frames.map((frame) => (isVerso(frame.index) ? moved(frame) : frame)),
		links: print.links.map((link) => (isVerso(link.page) ? { ...link, x: link.x + dx } : link)),
	};
}

function isVerso(index: number): boolean {
	return index % 2 === 1;
}

function shifted(item: FrameItem, dx: number): FrameItem {
	return item.kind === 'rule' ? { ...item, x1: item.x1 + dx, x2: item.x2 + dx } : { ...item, x: item.x + dx };
}
