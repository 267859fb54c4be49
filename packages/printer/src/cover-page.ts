import type { Template, TextItem } from '@bianxu/model';
import type { FontSet } from './fonts.ts';
import { baselineIn, geometryOf } from './geometry.ts';
import { widthBetween } from './line-breaking.ts';
import type { Page } from './page-flow.ts';
import { type LineItem, setLine } from './set-line.ts';
import { settingOf } from './setter.ts';
import { shape } from './shape.ts';
import { createStyleBook } from './style-book.ts';
import { titleLines } from './title-lines.ts';

/** Line of the page's grid at which each line of the cover stands: congress, meeting, what it is, days. */
const PLACES: readonly number[] = [3, 5.5, 10, 19];
/** The words 「会议材料」 are larger than the title of a paper. */
const LARGE = 36;

/** The cover of a packet: its lines centred in 小标宋, the days below in 楷体. */
export function coverPage(template: Template, fonts: FontSet, lines: readonly string[]): Page {
	const geometry = geometryOf(template);
	const book = createStyleBook(fonts, geometry);
	const items: TextItem[] = [];
	lines.forEach((text, index) => {
		const last = index === lines.length - 1;
		const title = settingOf(template, 'title');
		const size = index === 2 ? LARGE : title.size;
		const styleOf = book.styles(last ? 'kaiti' : title.font, size, { block: -1, role: 'title' });
		if (styleOf === null || text === '') return;
		const shaped = shape([{ text, offset: -1, styleOf }], -1, 'title');
		const whole = { start: 0, end: shaped.count, last: true, width: widthBetween(shaped, 0, shaped.count) };
		const broken = titleLines(shaped, geometry.textWidth);
		(broken.length > 0 ? broken : [whole]).forEach((line, row) => {
			const placed: LineItem[] = [];
			setLine(shaped, line, geometry.left + (geometry.textWidth - line.width) / 2, line.width, placed);
			const top = geometry.top + ((PLACES[index] ?? 3) + row * 1.3) * geometry.pitch;
			for (const item of placed) {
				if (item.kind !== 'text') continue;
				const { block: _block, offset: _offset, ...rest } = item;
				items.push({ ...rest, y: item.y + top + baselineIn(geometry.pitch, size), role: 'toc-entry' });
			}
		});
	});
	return { items };
}
