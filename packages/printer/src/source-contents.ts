import type { Doc, Outline, Paragraph, Problem, TextItem } from '@bianxu/model';
import { leaders } from './contents-page.ts';
import { baselineIn } from './geometry.ts';
import { breakLines, widthBetween } from './line-breaking.ts';
import { type Box, emptyBox, type Page } from './page-flow.ts';
import { type LineItem, setLine } from './set-line.ts';
import { type Setter, settingOf } from './setter.ts';
import { shape, type StyledSpan } from './shape.ts';
import { labelText } from './spans.ts';

/** Digits of a page number that entries leave room for; a third one stands in the gap. */
const ROOM_DIGITS = 2;
/** Gap between leaders and page number, and room from an entry's longest line to its number, in cells. */
const GAP_CELLS = 0.75;
const LEADER_CELLS = 2;

/** Leaders and a page number at the end of an entry without a PAGEREF field: 「……3」, a tab and 「(3)」, 「iv」. */
const NUMBER = /(?<![\s…·.．_-])[\s…·.．_-]*[（(]?(\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})[）)]?\s*$/;

/** Where an entry's words end and whether a page number follows them. */
export function entryOf(paragraph: Paragraph): { readonly end: number; readonly numbered: boolean } {
	const { text, fields } = paragraph;
	const field = fields.find(({ name, end }) => name === 'PAGEREF' && text.slice(end).trim() === '');
	const typed = NUMBER.exec(text);
	const at = field?.start ?? (typed !== null && /[\t…·.．]/.test(typed[0]) ? typed.index : text.length);
	return { end: text.slice(0, at).replace(/(?<![\s…·.．])[\s…·.．]+$/, '').length, numbered: at < text.length };
}

/** A text for comparing an entry with a heading: neither blanks, case nor the width of letters make a difference. */
function compared(text: string): string {
	return text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

/** True for the words 目录 above the entries. */
function isHead({ text }: Paragraph): boolean {
	return compared(text) === '目录';
}

/**
 * Paragraphs that the entries of a paper's own 目录 name, by block of the entry; null for one that names nothing. Entries
 * follow the order of the text, so that headings of the same words are told apart. [] without any.
 */
export function contentsTargets(doc: Doc, outline: Outline): ReadonlyMap<number, number | null> {
	const entries = outline.claims.flatMap(({ block, role }) => {
		const paragraph = doc.paragraphs[block];
		return role === 'toc' && paragraph?.where === 'body' && entryOf(paragraph).numbered ? [paragraph] : [];
	});
	const targets = new Map<number, number | null>();
	if (entries.length === 0) return targets;
	const own = new Set(entries.map(({ block }) => block));
	const places = new Map<string, number[]>();
	const note = (text: string, block: number): void => {
		const key = compared(text);
		const known = places.get(key);
		if (known === undefined) places.set(key, [block]);
		else if (known.at(-1) !== block) known.push(block);
	};
	for (const { block, text, label, where } of doc.paragraphs) {
		if (own.has(block) || (where !== 'body' && where !== 'textbox' && where !== 'table')) continue;
		note(text, block);
		if (label !== null) note(label.text + text, block);
		const runIn = outline.claims[block]?.runInEnd;
		// 「（一）……。」 begins a paragraph: Word lists it without the full stop.
		if (runIn !== undefined && runIn < text.length) note(text.slice(0, runIn).replace(/[。．.]\s*$/, ''), block);
	}
	// A title of several lines is one entry.
	const title = outline.claims.find(({ role }) => role === 'title');
	if (title !== undefined && outline.title !== '') note(outline.title, title.block);
	let last = -1;
	for (const entry of entries) {
		const found = places.get(compared(labelText(entry) + entry.text.slice(0, entryOf(entry).end))) ?? [];
		const target =
			found.find((block) => block > Math.max(last, entry.block)) ?? found.find((block) => block >= last) ?? found[0];
		targets.set(entry.block, target ?? null);
		if (target !== undefined) last = target;
	}
	return targets;
}

/** Refusals of entries whose page nobody can tell. */
export function lostEntries(doc: Doc, targets: ReadonlyMap<number, number | null>): readonly Problem[] {
	return [...targets].flatMap(([block, target]) => {
		const paragraph = doc.paragraphs[block];
		if (target !== null || paragraph === undefined) return [];
		const words = paragraph.text.slice(0, Math.min(20, entryOf(paragraph).end)).replaceAll(/\s+/g, ' ');
		return [
			{
				code: 'print-toc',
				block,
				message: {
					zh: `第 ${block} 段文内目录的「${words}」在正文里找不到同样文字的标题，页码无从确定；请在 Word 或 WPS 里更新目录后再印`,
					en: `paragraph ${block}: no heading reads as the entry ${words} of the table of contents, so its page cannot be told; update the contents and print again`,
				},
			},
		];
	});
}

/**
 * Lines of a paragraph of the paper's own 目录: its words, leaders, and the page on which our print has what it names in
 * place of the number in the file. null when no face is there.
 */
export function contentsBoxes(
	setter: Setter,
	paragraph: Paragraph,
	targets: ReadonlyMap<number, number | null>,
): readonly Box[] | null {
	const { geometry, template, book } = setter;
	const { left, textWidth, cell, pitch } = geometry;
	const place = { block: paragraph.block, role: 'toc' as const };
	const head = isHead(paragraph);
	const setting = head ? settingOf(template, 'title') : settingOf(template, 'toc');
	const styleOf = book.styles(setting.font, setting.size, place);
	if (styleOf === null) return null;
	const { end, numbered } = entryOf(paragraph);
	const spans: StyledSpan[] = [];
	const label = labelText(paragraph);
	if (label !== '') spans.push({ text: label, offset: -1, styleOf });
	let from = 0;
	for (const piece of paragraph.text.slice(0, end).split('\t')) {
		// A tab sets a number apart from its heading; after 、 and ） there is room enough.
		if (from > 0 && !/[、）)．。]$/.test(paragraph.text.slice(0, from - 1)))
			spans.push({ text: ' ', offset: -1, styleOf });
		if (piece !== '') spans.push({ text: piece, offset: from, styleOf });
		from += piece.length + 1;
	}
	const shaped = shape(spans, paragraph.block, 'toc');
	const digit = styleOf(0x30, true);
	const digitWidth = (Math.max(0, digit.face.advanceOf(0x30)) * setting.size) / 1000;
	const level = Number(/\d$/.exec(paragraph.style.trim())?.[0] ?? 1);
	const indent = head ? 0 : cell * Math.max(0, Math.min(8, level - 1));
	const room = numbered ? ROOM_DIGITS * digitWidth + LEADER_CELLS * cell : 0;
	const measure = textWidth - indent - room;
	const lines = breakLines(shaped, { first: measure, rest: measure - cell });
	const boxes = lines.map((line, index): Box => {
		const items: LineItem[] = [];
		const x = head
			? left + (textWidth - widthBetween(shaped, line.start, line.end)) / 2
			: left + indent + (index === 0 ? 0 : cell);
		setLine(shaped, { ...line, last: true }, x, measure, items);
		const last = index === lines.length - 1;
		const target = targets.get(paragraph.block);
		if (last && numbered && target !== undefined && target !== null) {
			const right = left + textWidth;
			items.push(
				...leaders(x + line.width + cell / 2, right - ROOM_DIGITS * digitWidth - GAP_CELLS * cell, cell, styleOf),
			);
			items.push({
				kind: 'text',
				x: right - digitWidth,
				y: 0,
				size: setting.size,
				font: digit.face.name,
				text: '0',
				advances: [digitWidth],
				role: 'toc',
				block: paragraph.block,
				// While it is laid out, the block that it leads to; `numbersOfPages` puts the page there.
				refersTo: target,
			});
		}
		for (const item of items) item.y += baselineIn(pitch, setting.size);
		return { kind: 'line', height: pitch, items, keepNext: head || !last };
	});
	return head ? [...boxes, emptyBox('space', pitch)] : boxes;
}

/**
 * Puts the page that each entry leads to in the place of its block, once pages are known. `targets` are those of
 * `contentsTargets`.
 */
export function numbersOfPages(pages: readonly Page[], targets: ReadonlyMap<number, number | null>): void {
	if (targets.size === 0) return;
	const wanted = new Set(targets.values());
	const found = new Map<number, number>();
	pages.forEach((page, index) => {
		for (const item of page.items)
			if (item.kind === 'text' && item.block !== undefined && wanted.has(item.block) && !found.has(item.block))
				found.set(item.block, index);
	});
	for (const page of pages) {
		page.items.forEach((item, at) => {
			if (item.kind !== 'text' || item.refersTo === undefined) return;
			page.items[at] = withPageNumber({ ...item, refersTo: found.get(item.refersTo) ?? 0 }, 1);
		});
	}
}

/** The number of an entry in a paper whose first page has the number `first`: it ends where it ended. */
export function withPageNumber(item: TextItem, first: number): TextItem {
	const text = String(first + (item.refersTo ?? 0));
	const digit = item.advances[0] ?? 0;
	const dx = digit * (item.advances.length - text.length);
	const place = item.turn === undefined ? { x: item.x + dx } : { y: item.y - dx };
	return { ...item, ...place, text, advances: Array.from(text, () => digit) };
}
