import type { Template, TextItem } from '@bianxu/model';
import type { FontSet } from './fonts.ts';
import { baselineIn, geometryOf } from './geometry.ts';
import { breakLines } from './line-breaking.ts';
import { type Box, emptyBox, flow, type Page } from './page-flow.ts';
import { type LineItem, setLine } from './set-line.ts';
import { type Shaped, shape } from './shape.ts';
import { createStyleBook } from './style-book.ts';
import { settingOf } from './setter.ts';

/** One line of the 目录: file mark or 「附件」, title, and the pages as they are printed on the papers. */
export interface ContentsEntry {
	readonly label: string;
	readonly title: string;
	/** 「3」 in a packet with through page numbers, 「1—5」 where each material counts from 1. */
	readonly pages: string;
}

/** A page of the contents with the places of its entries, by their order. */
export interface ContentsPage extends Page {
	readonly entries: readonly {
		readonly entry: number;
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
	}[];
}

/** Leaders are drawn in thirds of a cell, so that a short rest of a line still gets some. */
const LEADER = '…';
/** Room between the end of a title and the widest page entry, in cells: leaders are seen even after a long line. */
const LEADER_CELLS = 2;

/**
 * Pages of the 目录: title in 2号小标宋, entries in 3号仿宋 with leaders up to the page. Numbers depend on nothing here,
 * so the count of pages is known before they are. null when no face is there.
 */
export function contentsPages(
	template: Template,
	fonts: FontSet,
	entries: readonly ContentsEntry[],
): readonly ContentsPage[] | null {
	const geometry = geometryOf(template);
	const book = createStyleBook(fonts, geometry);
	const place = { block: -1, role: 'toc' as const };
	const title = settingOf(template, 'title');
	const titleStyle = book.styles(title.font, title.size, place);
	const setting = settingOf(template, 'body');
	const entryStyle = book.styles(setting.font, setting.size, place);
	if (titleStyle === null || entryStyle === null) return null;
	const boxes: Box[] = [];
	const head = shape([{ text: '目　录', offset: -1, styleOf: titleStyle }], -1, 'toc');
	boxes.push(
		lineBox(
			head,
			0,
			head.count,
			geometry.left + (geometry.textWidth - widthOf(head)) / 2,
			title.size,
			geometry.pitch,
			[],
		),
	);
	boxes.push(emptyBox('space', geometry.pitch));
	const widest = entries.reduce((most, entry) => Math.max(most, widthOf(pagesOf(entry, entryStyle))), 0);
	const room = widest + LEADER_CELLS * geometry.cell;
	entries.forEach((entry, index) => boxes.push(...entryBoxes(template, entry, index, entryStyle, setting.size, room)));
	const { pages } = flow(boxes, {
		left: geometry.left,
		top: geometry.top,
		width: geometry.textWidth,
		height: geometry.textHeight,
		pitch: geometry.pitch,
	});
	return pages.map((page) => {
		const found: ContentsPage['entries'][number][] = [];
		const items = page.items.map((item) => {
			if (item.kind !== 'text') return item;
			// While it is laid out, the place of an entry's text is its number.
			if (item.block !== undefined && item.block >= 0) {
				const width = item.advances.reduce((sum, advance) => sum + advance, 0);
				found.push({ entry: item.block, x: item.x, y: item.y - item.size, width, height: item.size * 1.3 });
			}
			return withoutPlace(item);
		});
		return { items, entries: found };
	});
}

/** Entries of the contents are no text of a material: no block, a role of their own. */
function withoutPlace(item: TextItem): TextItem {
	const { block: _block, offset: _offset, ...rest } = item;
	return { ...rest, role: 'toc-entry' };
}

function widthOf(shaped: Shaped): number {
	let width = 0;
	for (let i = 0; i < shaped.count; i++) width += shaped.widths[i] ?? 0;
	return width;
}

function lineBox(
	shaped: Shaped,
	start: number,
	end: number,
	x: number,
	size: number,
	pitch: number,
	more: readonly LineItem[],
): Box {
	const items: LineItem[] = [];
	const line = { start, end, last: true, width: 0 };
	setLine(shaped, line, x, 0, items);
	items.push(...more);
	for (const item of items) item.y += baselineIn(pitch, size);
	return { kind: 'line', height: pitch, items, keepNext: false };
}

function pagesOf(entry: ContentsEntry, styleOf: StyleOf): Shaped {
	return shape([{ text: entry.pages, offset: -1, styleOf }], -1, 'toc');
}

type StyleOf = Parameters<typeof shape>[0][number]['styleOf'];

function entryBoxes(
	template: Template,
	entry: ContentsEntry,
	index: number,
	styleOf: StyleOf,
	size: number,
	room: number,
): readonly Box[] {
	const geometry = geometryOf(template);
	const { cell, left, textWidth, pitch } = geometry;
	const label = entry.label === '' ? '' : `${entry.label}　`;
	const shaped = shape([{ text: label + entry.title, offset: -1, styleOf }], index, 'toc');
	const hang =
		label === ''
			? 0
			: Math.min(textWidth / 2, widthOf(shape([{ text: label.trimEnd(), offset: -1, styleOf }], -1, 'toc')) + cell);
	const measure = textWidth - room;
	const lines = breakLines(shaped, { first: measure, rest: measure - hang });
	const pages = pagesOf(entry, styleOf);
	const pagesWidth = widthOf(pages);
	return lines.map((line, at) => {
		const x = left + (at === 0 ? 0 : hang);
		const more: LineItem[] = [];
		if (at === lines.length - 1) {
			setLine(
				pages,
				{ start: 0, end: pages.count, last: true, width: pagesWidth },
				left + textWidth - pagesWidth,
				0,
				more,
			);
			more.unshift(...leaders(x + line.width + cell / 2, left + textWidth - pagesWidth - cell / 2, cell, styleOf));
		}
		return { ...lineBox(shaped, line.start, line.end, x, size, pitch, more), keepNext: at < lines.length - 1 };
	});
}

/** Leaders from x to x, by cells: they end flush before the page, so that those of all entries stand one under the other. */
export function leaders(from: number, to: number, cell: number, styleOf: StyleOf): readonly LineItem[] {
	const count = Math.floor((to - from) / cell);
	if (count < 1) return [];
	const style = styleOf(0x2026, false);
	return [
		{
			kind: 'text',
			x: to - count * cell,
			y: 0,
			size: style.size,
			font: style.face.name,
			text: LEADER.repeat(count),
			advances: Array.from({ length: count }, () => cell),
			role: 'toc',
		},
	];
}
