import type { Frame, FrameItem, TextItem } from '@bianxu/model';

/** Text items of a page in reading order by line: same baseline, left to right. Superscripts join the line they stand in. */
export function linesOf(items: readonly FrameItem[]): readonly (readonly TextItem[])[] {
	const lines: { readonly y: number; readonly items: TextItem[] }[] = [];
	for (const item of items) {
		if (item.kind !== 'text' || item.turn !== undefined) continue;
		const line = lines.find((candidate) => Math.abs(candidate.y - item.y) < 8);
		if (line === undefined) lines.push({ y: item.y, items: [item] });
		else line.items.push(item);
	}
	return lines.sort((a, b) => a.y - b.y).map((line) => line.items.sort((a, b) => a.x - b.x));
}

/** Right end of an item. */
export function rightOf(item: TextItem): number {
	return item.advances.reduce((x, advance) => x + advance, item.x);
}

/** Lines of a turned page as `x, start along the page, words`, from the left edge on. */
function turnedLines(items: readonly FrameItem[]): readonly string[] {
	const lines = new Map<string, TextItem[]>();
	for (const item of items) {
		if (item.kind !== 'text' || item.turn === undefined) continue;
		const key = item.x.toFixed(1);
		lines.set(key, [...(lines.get(key) ?? []), item]);
	}
	return [...lines]
		.sort(([a], [b]) => Number(a) - Number(b))
		.map(([x, own]) => {
			const sorted = own.sort((a, b) => b.y - a.y);
			return `turned ${x} ${(sorted[0]?.y ?? 0).toFixed(1)}  ${sorted.map((item) => item.text).join('│')}`;
		});
}

/** A page as text for golden files: line number on the grid, start in cells, faces and words. */
export function dump(
	frames: readonly Frame[],
	geometry: { readonly left: number; readonly top: number; readonly pitch: number; readonly cell: number },
): string {
	return frames
		.map((frame) => {
			const head = `== ${frame.index + 1} ${frame.blank ? 'blank' : `number ${frame.number ?? 'none'}`}${frame.material === '' ? '' : ` ${frame.material}`}`;
			const rules = frame.items.filter((item) => item.kind === 'rule').length;
			const lines = linesOf(frame.items).map((items) => {
				const first = items[0];
				if (first === undefined) return '';
				const row = (first.y - geometry.top) / geometry.pitch + 0.4;
				const column = (first.x - geometry.left) / geometry.cell;
				const width = (Math.max(...items.map(rightOf)) - first.x) / geometry.cell;
				let font = '';
				const words = items.map((item) => {
					const own = `${item.font}${item.size}`;
					const mark = own === font ? '' : `‹${own}›`;
					font = own;
					return mark + item.text;
				});
				return `${row.toFixed(1).padStart(5)} ${column.toFixed(2).padStart(6)} +${width.toFixed(2).padStart(5)}  ${words.join('')}`;
			});
			const pictures = frame.items.flatMap((item) =>
				item.kind === 'image'
					? [`picture ${[item.x, item.y, item.width, item.height].map((value) => value.toFixed(1)).join(' ')}`]
					: [],
			);
			const rest = [...turnedLines(frame.items), ...pictures, ...(rules > 0 ? [`rules ${rules}`] : [])];
			return [head, ...lines, ...rest].join('\n');
		})
		.join('\n');
}
