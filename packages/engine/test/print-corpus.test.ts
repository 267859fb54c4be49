import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doc, Frame, Paragraph, TextItem } from '@bianxu/model';
import { describe, expect, test } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { type Checked, checkBytes } from '../src/check.ts';
import { entryOf } from '../../printer/src/source-contents.ts';
import { shownText } from '../../printer/src/symbols.ts';
import { framesOf } from '../src/print.ts';
import { createSession } from '../src/session.ts';
import { PLAIN_SETTINGS, PRINTED_FOLDERS, STEP } from './printed-folders.ts';

const root = join(import.meta.dirname, '../../..');
const pack = join(root, '.fonts');

const session = createSession(nodeWorld([{ path: pack, origin: 'pack' }]));

const plain = (text: string): string => text.replaceAll(/\s/g, '');

/** What a paragraph prints: its text without hidden runs. */
function visible(paragraph: Paragraph): string {
	return plain(paragraph.runs.map((run) => (run.format.hidden ? '' : shownText(paragraph.text, run))).join(''));
}

/** Text that the frames show of each block. */
function printed(doc: Doc, frames: readonly Frame[]): readonly string[] {
	const texts = doc.paragraphs.map(() => '');
	for (const frame of frames) {
		for (const item of frame.items)
			if (item.kind === 'text' && item.block !== undefined && item.offset !== undefined) texts[item.block] += item.text;
	}
	return texts.map(plain);
}

function filesOf(folder: string): readonly string[] {
	const names = readdirSync(folder)
		.filter((name) => /\.(?:docx|md)$/.test(name))
		.sort();
	return folder.includes('corpus') ? names.filter((_, index) => index % STEP === 0) : names;
}

describe.skipIf(!existsSync(join(pack, 'NotoSerifSC-Regular.ttf')))(
	'printing real and hostile documents (needs the fonts of the set-up)',
	() => {
		for (const { name: folder, path, present } of PRINTED_FOLDERS) {
			test.skipIf(!present)(
				`${folder}: everything is printed inside the type area, or the paper is refused`,
				async () => {
					let printedPapers = 0;
					for (const name of filesOf(path)) {
						const checked = checkBytes(
							session,
							join(path, name),
							new Uint8Array(readFileSync(join(path, name))),
							PLAIN_SETTINGS,
						);
						if (checked.document === null) continue;
						const frames = await framesOf(session, checked);
						if (frames.length === 0) continue;
						printedPapers++;
						expectWhole(name, checked, frames);
						expectTypeset(name, checked.document.doc, frames);
					}
					expect(printedPapers).toBeGreaterThan(0);
				},
				240_000,
			);
		}
	},
);

function expectWhole(name: string, checked: Checked, frames: readonly Frame[]): void {
	const { doc } = checked.document;
	const texts = printed(doc, frames);
	for (const paragraph of doc.paragraphs) {
		if (paragraph.where === 'header' || paragraph.where === 'footer') continue;
		// Of an entry of the paper's own 目录 the page number is the print's.
		const toc = checked.outline.claims[paragraph.block]?.role === 'toc';
		const wanted = toc ? plain(paragraph.text.slice(0, entryOf(paragraph).end)) : visible(paragraph);
		expect(texts[paragraph.block], `${name} block ${paragraph.block}`).toBe(wanted);
	}
	for (const frame of frames) {
		for (const item of frame.items) {
			if (item.kind !== 'text' || item.block === undefined) continue;
			const width = item.advances.reduce((sum, advance) => sum + advance, 0);
			const [right, top] = item.turn === undefined ? [item.x + width, item.y] : [item.x, item.y - width];
			const inside = item.x > 78.8 && right < 522.2 && top > 104.8 && item.y < 743.3;
			if (!inside) expect.fail(`${name}: ${item.text} at ${item.x} to ${right}, ${item.y}`);
		}
	}
}

const NO_START = new Set('、，。；：？！”’）》」』〉】〕～·%℃‰');
const NO_END = new Set('“‘（《〈「『【〔');
const HAN = /^\p{Script=Han}$/u;
const MM = 72 / 25.4;
const CELL = (156 * MM) / 28;

/** Lines of upright text of a page, from the top down; page numbers and marks left out. */
function textLines(frame: Frame): readonly (readonly TextItem[])[] {
	const lines = new Map<number, TextItem[]>();
	for (const item of frame.items) {
		if (item.kind !== 'text' || item.turn !== undefined || item.block === undefined) continue;
		// Superscripts stand a third of an em above their line.
		const key = [...lines.keys()].find((y) => Math.abs(y - item.y) < 7 && lines.get(y)?.[0]?.role === item.role);
		const own = key === undefined ? undefined : lines.get(key);
		if (own === undefined) lines.set(item.y, [item]);
		else own.push(item);
	}
	return [...lines].sort(([a], [b]) => a - b).map(([, items]) => items.sort((a, b) => a.x - b.x));
}

/** Roles that may leave a page as empty as they like: they begin a page or are kept in one piece. */
const FREE: ReadonlySet<string> = new Set([
	'title',
	'attachment-label',
	'attachment-title',
	'attachment-note',
	'signature',
	'date',
	'imprint',
	'table-caption',
	'unit-note',
	'table-cell',
	'textbox',
	'figure-caption',
]);

/** Least lines of a page of body text, by what the next page begins with: 22 but for lines that are kept together. */
function leastLines(frames: readonly Frame[], index: number): number {
	const following = frames[index + 1];
	if (following === undefined) return 1;
	const lines = textLines(following);
	const first = lines[0]?.[0];
	const role = first?.role ?? '';
	const pictured = following.items.some((item) => item.kind === 'image' && item.y < (first?.y ?? 0));
	if (pictured || FREE.has(role)) return 1;
	// 7.3.5.5: the signature takes the last two lines of the text along.
	if (lines.slice(0, 5).some((line) => FREE.has(line[0]?.role ?? ''))) return 1;
	// A line goes to the next page with its note.
	if (following.items.some((item) => item.kind === 'text' && item.role === 'note-text')) return 1;
	// Two headings and two lines of text stay together.
	if (role.startsWith('heading')) return 19;
	// A paragraph goes on with two lines at least: one line goes down with the last.
	if (role === 'body' && (first?.offset ?? 0) > 0) return 21;
	// One line of a paragraph does not stand alone, and three lines cannot part.
	const own = lines.filter((line) => line[0]?.block === first?.block).length;
	return role === 'body' && own <= 3 ? 20 : 21;
}

/** What the standard and Chinese typesetting ask of pages and lines, whatever the paper says. */
function expectTypeset(name: string, doc: Doc, frames: readonly Frame[]): void {
	frames.forEach((frame, index) => {
		const where = `${name}, page ${index + 1}`;
		const lines = textLines(frame);
		for (const line of lines) {
			const text = line
				.map((item) => item.text)
				.join('')
				.trim();
			const role = line[0]?.role ?? '';
			// Hostile lines of marks alone have no place where they may end.
			if (role === 'table-cell' || !/\p{Script=Han}/u.test(text)) continue;
			const first = Array.from(text)[0] ?? '';
			const last = Array.from(text).at(-1) ?? '';
			// A paragraph may itself begin or end with a mark; a turned line may not.
			const begins = line[0]?.offset === 0 || line[0]?.offset === undefined;
			if (NO_START.has(first) && !begins) expect.fail(`${where}: a line begins with ${first}: ${text}`);
			if (role !== 'body' || lines.at(-1) === line) continue;
			const next = lines[lines.indexOf(line) + 1]?.[0];
			const turned = next?.block === line[0]?.block;
			if (!turned) continue;
			if (NO_END.has(last)) expect.fail(`${where}: a line ends with ${last}: ${text}`);
			const x = line[0]?.x ?? 0;
			const cells = Math.round((79.37 + 28 * CELL - x) / CELL);
			const characters = Array.from(text);
			const after = (lines[lines.indexOf(line) + 1] ?? []).map((item) => item.text).join('');
			// Characters go down with a mark or a word that cannot begin a line, and so that no line has one character.
			const pushed = !/^\p{Script=Han}{4}/u.test(after);
			if (characters.every((character) => HAN.test(character)) && line.length === 1)
				expect(characters.length, `${where}: ${text}`)[pushed ? 'toBeGreaterThanOrEqual' : 'toBe'](
					pushed ? cells - 4 : cells,
				);
			const natural = characters.reduce((sum, character) => sum + (HAN.test(character) ? 1 : 0.5), 0);
			if (characters.every((character) => HAN.test(character) || /[、，。；：？！“”‘’（）《》]/.test(character)))
				expect(natural, `${where}: ${text}`).toBeLessThanOrEqual(cells);
		}
		const following = frames[index + 1];
		const bodyAlone = frame.items.every(
			(item) => item.kind === 'text' && (item.role === 'body' || item.block === undefined),
		);
		if (bodyAlone && lines.length > 0 && following !== undefined && following.number === (frame.number ?? 0) + 1) {
			const next = textLines(following)[0]?.[0];
			const last = lines.at(-1)?.[0]?.block ?? 0;
			const between = doc.paragraphs.slice(last, (next?.block ?? last) + 1);
			const asked = between.some(({ text, format }) => format.pageBreakBefore || text.includes('\f'));
			expect(lines.length, where).toBeLessThanOrEqual(22);
			if (!asked) expect(lines.length, where).toBeGreaterThanOrEqual(leastLines(frames, index));
		}
		const number = frame.items.find((item) => item.kind === 'text' && item.role === 'page-number');
		if (number?.kind === 'text') {
			// The middle of the dash, 0.4 em above the baseline, is 7 mm below the type area (262 mm).
			const below = (number.y - 0.4 * number.size) / MM - 262;
			expect(Math.abs(below - 7), where).toBeLessThanOrEqual(1);
		}
	});
}
