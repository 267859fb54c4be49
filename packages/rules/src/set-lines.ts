/** Lines of our own pages, put together from the items of the frames. */
import type { Frame, Role, TextItem } from '@bianxu/model';

/** One line of a block as set. */
export interface SetLine {
	/** Index of the page. */
	readonly page: number;
	/** Baseline, points from the top. */
	readonly y: number;
	readonly block: number;
	readonly role: Role;
	readonly text: string;
	/** Offset of its first character in the block's text. */
	readonly start: number;
}

/** Baselines nearer than this (points) are one line: raised marks; a line of the smallest type is higher. */
const SAME_LINE = 6;

type BlockItem = TextItem & { readonly block: number; readonly role: Role };

function ofBlock(item: Frame['items'][number]): item is BlockItem {
	return (
		item.kind === 'text' &&
		item.block !== undefined &&
		item.block >= 0 &&
		item.role !== undefined &&
		item.role !== 'page-number' &&
		item.role !== 'toc-entry'
	);
}

/** Lines of all pages in order: by page, then from the top. Page numbers and contents are left out. */
export function setLines(frames: readonly Frame[]): readonly SetLine[] {
	return frames.flatMap((frame, page) => {
		const lines: { readonly y: number; readonly items: BlockItem[] }[] = [];
		for (const item of frame.items) {
			if (!ofBlock(item)) continue;
			const own = lines.find((line) => line.items[0]?.block === item.block && Math.abs(line.y - item.y) < SAME_LINE);
			if (own === undefined) lines.push({ y: item.y, items: [item] });
			else own.items.push(item);
		}
		return lines
			.sort((a, b) => a.y - b.y)
			.flatMap(({ y, items }): readonly SetLine[] => {
				const sorted = [...items].sort((a, b) => a.x - b.x);
				const first = sorted[0];
				if (first === undefined) return [];
				const text = sorted.map((item) => item.text).join('');
				return [{ page, y, block: first.block, role: first.role, text, start: first.offset ?? 0 }];
			});
	});
}

/** Pairs of neighbouring lines of one block, a page turn between them or not. */
export function neighbours(lines: readonly SetLine[]): readonly (readonly [SetLine, SetLine])[] {
	const last = new Map<number, SetLine>();
	return lines.flatMap((line) => {
		const before = last.get(line.block);
		last.set(line.block, line);
		return before === undefined ? [] : [[before, line] as const];
	});
}
