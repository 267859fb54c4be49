import { breakLines, widthBetween } from './line-breaking.ts';

import type { Box } from './page-flow.ts';
import { aligned, lineBoxes, type Member } from './paragraph-boxes.ts';
import type { Setter } from './setter.ts';
import type { Shaped } from './shape.ts';

/**
 * 附件说明 (7.3.4): 左空二字, 「附件：」; further entries align with the first number, turned lines with the first
 * character of the name.
 */
export function attachmentNote(setter: Setter, members: readonly Member[]): readonly Box[] {
	const { geometry } = setter;
	const two = 2 * geometry.cell;
	let numbers = two;
	return members.flatMap((member) => {
		const { shaped } = member;
		const text = Array.from(shaped.codePoints.subarray(0, shaped.count), (codePoint) =>
			String.fromCodePoint(codePoint),
		).join('');
		const lead = /^附\s*件\s*[：:]\s*/.exec(text)?.[0] ?? '';
		const mark = /^\d{1,3}[.．、]\s*/.exec(text.slice(lead.length))?.[0] ?? '';
		const from = lead.length;
		const to = from + mark.length;
		const indent = lead === '' && mark !== '' ? numbers : two;
		if (lead !== '') numbers = two + widthOfPart(shaped, 0, from);
		const hang = indent + widthOfPart(shaped, 0, to);
		const lines = breakLines(shaped, { first: geometry.textWidth - indent, rest: geometry.textWidth - hang });
		return lineBoxes(
			setter,
			member,
			lines,
			(index) => ({
				x: geometry.left + (index === 0 ? indent : hang),
				width: geometry.textWidth - (index === 0 ? indent : hang),
			}),
			false,
		);
	});
}

/** Width of the first characters with the gap after them, as they stand inside a line. */
function widthOfPart(shaped: Shaped, start: number, end: number): number {
	let width = 0;
	for (let i = start; i < end; i++) width += (shaped.widths[i] ?? 0) + (shaped.gaps[i] ?? 0);
	return width;
}

/**
 * Signature and date without seal (7.3.5.2): the name 右空二字, the date's first character two cells right of the name's;
 * a longer date stands 右空二字 and moves the name to the left.
 */
export function signature(setter: Setter, members: readonly Member[]): readonly Box[] {
	const { geometry } = setter;
	const { cell, textWidth, left } = geometry;
	const boxes: Box[] = [];
	const right = 2 * cell;
	const limit = textWidth - right;
	for (let i = 0; i < members.length; i++) {
		const member = members[i];
		const next = members[i + 1];
		if (member === undefined) break;
		const width = widthBetween(member.shaped, 0, member.shaped.count);
		if (width > limit) {
			boxes.push(...aligned(setter, member, 'right'));
			continue;
		}
		let x = limit - width;
		if (member.claim.role === 'signature' && next?.claim.role === 'date') {
			const dateX = Math.min(x + 2 * cell, limit - widthBetween(next.shaped, 0, next.shaped.count));
			x = Math.max(0, Math.min(x, dateX - 2 * cell));
			boxes.push(...single(setter, member, left + x, true), ...single(setter, next, left + dateX, false));
			i++;
			continue;
		}
		boxes.push(...single(setter, member, left + x, next !== undefined));
	}
	return boxes;
}

function single(setter: Setter, member: Member, x: number, keepNext: boolean): readonly Box[] {
	const { shaped } = member;
	const line = { start: 0, end: shaped.count, last: true, width: widthBetween(shaped, 0, shaped.count) };
	return lineBoxes(setter, member, [line], () => ({ x, width: line.width }), keepNext);
}

/** Office and date of printing on one line: 「滨江市人大常委会办公室 2026年11月14日印发」. */
const PRINTED_BY = /^(.{1,40}?)[\s\u3000]{1,40}(\d{4}年\d{1,2}月\d{1,2}日印发)$/;

/**
 * 版记 (7.4) at the foot of the last page: thick rules of the type area's width above and below, a thin one before the
 * office that printed it, one cell in on both sides; the date of printing at the right.
 */
export function imprint(setter: Setter, members: readonly Member[]): readonly Box[] {
	const { geometry } = setter;
	const { left, textWidth, cell } = geometry;
	const measure = textWidth - 2 * cell;
	const rule = (width: number): Box => ({
		kind: 'line',
		height: 0,
		keepNext: true,
		items: [{ kind: 'rule', x1: left, y1: 0, x2: left + textWidth, y2: 0, width }],
	});
	const boxes = members.flatMap((member, index) => {
		const { shaped } = member;
		const parts = printedBy(shaped);
		const thin = parts !== null && index > 0 ? [rule(THIN)] : [];
		if (parts === null) {
			const lines = breakLines(shaped, { first: measure, rest: measure });
			return lineBoxes(setter, member, lines, () => ({ x: left + cell, width: measure }), true);
		}
		const date = widthBetween(shaped, parts.date, shaped.count);
		const office = { start: 0, end: parts.office, last: true, width: 0 };
		const [first] = lineBoxes(setter, member, [office], () => ({ x: left + cell, width: measure }), true);
		const printed = { start: parts.date, end: shaped.count, last: true, width: date };
		const [second] = lineBoxes(
			setter,
			member,
			[printed],
			() => ({ x: left + cell + measure - date, width: date }),
			true,
		);
		if (first === undefined || second === undefined) return [];
		return [...thin, { ...first, items: [...first.items, ...second.items] }];
	});
	return boxes.length === 0 ? boxes : [rule(THICK), ...boxes, { ...rule(THICK), keepNext: false }];
}

/** 0.35 mm and 0.25 mm (7.4.1). */
const THICK = 0.99;
const THIN = 0.71;

/** Where the office ends and the date begins; null when the line has no date, or does not fit. */
function printedBy(shaped: Shaped): { readonly office: number; readonly date: number } | null {
	const characters = Array.from(shaped.codePoints.subarray(0, shaped.count), (code) => String.fromCodePoint(code));
	const match = PRINTED_BY.exec(characters.join(''));
	if (match === null) return null;
	const office = Array.from(match[1] ?? '').length;
	return { office, date: shaped.count - Array.from(match[2] ?? '').length };
}
