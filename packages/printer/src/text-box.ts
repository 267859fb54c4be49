import type { Paragraph } from '@bianxu/model';
import { baselineIn } from './geometry.ts';
import { breakLines } from './line-breaking.ts';
import type { Box, BoxItem } from './page-flow.ts';
import { inlineAndBlock, pictureBoxes } from './pictures.ts';
import { alignedX, type LineItem, setLine } from './set-line.ts';
import { type Setter, settingOf } from './setter.ts';
import { shape } from './shape.ts';
import { spansOf } from './spans.ts';

/** Room between the frame of a text box and its text, points; the frame's thickness. */
const PADDING = 6;
const RULE = 0.5;

/**
 * A text box as a block of its own after the paragraph that it is anchored in, as wide as the type area: its place on a
 * page of another size would mean nothing on ours. null when no face is there.
 */
export function textBoxBoxes(setter: Setter, paragraphs: readonly Paragraph[], framed: boolean): readonly Box[] | null {
	const { geometry, template, book } = setter;
	const { left, textWidth, pitch } = geometry;
	const setting = settingOf(template, 'textbox');
	const measure = textWidth - 2 * PADDING;
	const boxes: Box[] = [];
	for (const paragraph of paragraphs) {
		const { inline, block } = inlineAndBlock(setter, paragraph, measure, pitch);
		const spans = spansOf(paragraph, 'textbox', book, setting, null, inline);
		if (spans === null) return null;
		const shaped = shape(spans, paragraph.block, 'textbox');
		const given = paragraph.format.alignment;
		const alignment = given === 'center' || given === 'right' ? given : 'justify';
		const indent = alignment === 'justify' && paragraph.format.firstLine > 0 ? 2 * setting.size : 0;
		const lines = breakLines(shaped, { first: measure - indent, rest: measure });
		lines.forEach((line, index) => {
			const items: LineItem[] = [];
			const at = index === 0 ? indent : 0;
			const x =
				alignment === 'justify' ? left + PADDING + at : alignedX(alignment, left + PADDING, measure, line.width);
			setLine(shaped, alignment === 'justify' ? line : { ...line, last: true }, x, measure - at, items);
			for (const item of items) item.y += baselineIn(pitch, setting.size);
			const notes = setter.notes.of(setter, shaped, line);
			const keepNext = lines.length > 1 && (index === 0 || index === lines.length - 2);
			boxes.push({ kind: 'line', height: pitch, items, keepNext, ...(notes.length === 0 ? {} : { notes }) });
		});
		boxes.push(...pictureBoxes(setter, paragraph, block, false));
	}
	return framed ? withFrame(boxes, left, textWidth) : boxes;
}

/** Rules around boxes that stand one under the other, closed where a page ends between them. */
function withFrame(boxes: readonly Box[], left: number, width: number): readonly Box[] {
	const level = (y: number): BoxItem => ({ kind: 'rule', x1: left, y1: y, x2: left + width, y2: y, width: RULE });
	return boxes.map((box, index): Box => {
		const side = (x: number): BoxItem => ({ kind: 'rule', x1: x, y1: 0, x2: x, y2: box.height, width: RULE });
		const first = index === 0;
		const last = index === boxes.length - 1;
		const items = [...box.items, side(left), side(left + width)];
		if (first) items.push(level(0));
		if (last) items.push(level(box.height));
		return { ...box, items, ...(first ? {} : { above: [level(0)] }), ...(last ? {} : { below: [level(box.height)] }) };
	});
}
