/**
 * Writes packages/rules/src/pr-name-order-strokes/stroke-table.ts: the 8,105 characters of the 通用规范汉字表 in the order
 * of strokes (GF 3003-1999). Run by hand when the sources change; the table is committed.
 *
 *   npx tsx scripts/build-stroke-table.ts UNIHAN_FOLDER CNCHAR_ORDER_JS
 *
 * UNIHAN_FOLDER: Unihan_IRGSources.txt and Unihan_OtherMappings.txt … of the Unicode Character Database (Unicode licence).
 * kTGH numbers the characters of each of the three levels in the list's own order, which is the order of strokes;
 * kTotalStrokes gives the number of strokes. CNCHAR_ORDER_JS: cnchar.order.min.js of the npm package cnchar-order (MIT),
 * which merges the levels: it names the strokes of 6,939 characters. The script stops when the two sources disagree.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TARGET = 'packages/rules/src/pr-name-order-strokes/stroke-table.ts';
/** First and last number of the three levels (一级字、二级字、三级字). */
const LEVELS: readonly (readonly [number, number])[] = [
	[1, 3500],
	[3501, 6500],
	[6501, 8105],
];
/** 横 (with 提), 竖 (with 竖钩), 撇, 点 (with 捺); every other letter is a turn (折). */
const CLASSES: Readonly<Record<string, string>> = { j: '1', i: '1', f: '2', g: '2', s: '3', k: '4', l: '4', d: '4' };

/** Between the 18 and the 19 strokes of their level: 辟 13 and 鸟 5 are 18, and so are 纟 3 and 墨 15. */
const BORDER = '䴙𬙊';

interface Entry {
	readonly character: string;
	readonly level: number;
	readonly number: number;
	strokes: number;
	/** Classes of the strokes in order, '' when unknown. */
	readonly sequence: string;
}

function unihan(folder: string): { readonly numbers: Map<number, string>; readonly strokes: Map<string, number> } {
	const numbers = new Map<number, string>();
	const strokes = new Map<string, number>();
	for (const name of readdirSync(folder).filter((each) => /^Unihan_.*\.txt$/.test(each))) {
		for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
			const [code = '', key = '', value = ''] = line.split('\t');
			if (!code.startsWith('U+') || (key !== 'kTGH' && key !== 'kTotalStrokes')) continue;
			const character = String.fromCodePoint(Number.parseInt(code.slice(2), 16));
			// Of two stroke counts the first is that of the mainland.
			if (key === 'kTGH') numbers.set(Number(value.split(':')[1]), character);
			else strokes.set(character, Number(value.split(' ')[0]));
		}
	}
	return { numbers, strokes };
}

/**
 * Some forty counts of rare characters are those of another form: a count beyond the neighbours in the list, which runs
 * from few strokes to many, is set to theirs. Stops where the neighbours do not settle it.
 */
function smooth(level: readonly Entry[]): void {
	const kept = longestRise(level.map(({ strokes }) => strokes));
	level.forEach((entry, at) => {
		if (kept.has(at)) return;
		const before = level.slice(0, at).findLast((_, index) => kept.has(index))?.strokes;
		const after = level.find((_, index) => index > at && kept.has(index))?.strokes;
		if (before === undefined || (before !== after && !BORDER.includes(entry.character)))
			throw new Error(`strokes of ${entry.character}: ${before} or ${after}`);
		entry.strokes = before;
	});
}

/** Indices of a longest non-decreasing subsequence. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
	const ends: number[] = [];
	const from: number[] = [];
	values.forEach((value, at) => {
		let low = 0;
		while (low < ends.length && (values[ends[low] ?? 0] ?? 0) <= value) low += 1;
		from[at] = ends[low - 1] ?? -1;
		ends[low] = at;
	});
	const kept = new Set<number>();
	for (let at = ends.at(-1) ?? -1; at >= 0; at = from[at] ?? -1) kept.add(at);
	return kept;
}

function main([folder, script]: readonly string[]): void {
	if (folder === undefined || script === undefined) throw new Error('usage: UNIHAN_FOLDER CNCHAR_ORDER_JS');
	const { numbers, strokes } = unihan(folder);
	const written = new Map(
		[...readFileSync(script, 'utf8').matchAll(/"(\p{Script=Han})":"([a-z]+)"/gu)].map(
			([, character = '', letters = '']) =>
				[character, Array.from(letters, (letter) => CLASSES[letter] ?? '5').join('')] as const,
		),
	);
	const levels = LEVELS.map(([first, last], level) => {
		const entries: Entry[] = [];
		for (let number = first; number <= last; number += 1) {
			const character = numbers.get(number);
			const count = character === undefined ? undefined : strokes.get(character);
			if (character === undefined || count === undefined) throw new Error(`nothing is known of character ${number}`);
			const sequence = written.get(character) ?? '';
			entries.push({
				character,
				level: level + 1,
				number,
				strokes: count,
				sequence: sequence.length === count ? sequence : '',
			});
		}
		smooth(entries);
		return entries;
	});
	for (const entries of levels) {
		const known = entries.filter(({ sequence }) => sequence !== '');
		known.forEach((entry, at) => {
			const before = known[at - 1];
			if (before !== undefined && before.strokes === entry.strokes && before.sequence > entry.sequence)
				throw new Error(`the sources disagree on ${before.character} and ${entry.character}`);
		});
	}
	const most = Math.max(...levels.flat().map((entry) => entry.strokes));
	const lines: string[] = [];
	for (let count = 1; count <= most; count += 1)
		lines.push(lineOf(levels.map((level) => level.filter((entry) => entry.strokes === count))));
	const head = readFileSync(TARGET, 'utf8').split('export const strokeTable')[0] ?? '';
	writeFileSync(
		TARGET,
		`${head}export const strokeTable: readonly string[] = [\n${lines.map((line) => `\t'${line}',`).join('\n')}\n];\n`,
	);
}

/** Merges the levels of one number of strokes: a character of unknown strokes stands right after its neighbour. */
function lineOf(levels: readonly (readonly Entry[])[]): string {
	const queues = levels.map((level) => [...level]);
	let line = '';
	let level = 0;
	let last = '';
	const take = (from: Entry[]): void => {
		const entry = from.shift();
		if (entry === undefined) return;
		if (entry.level !== level) line += entry.level;
		level = entry.level;
		const same = entry.sequence !== '' && entry.sequence === last;
		line += entry.sequence === '' ? `?${entry.character}` : same ? `=${entry.character}` : entry.character;
		if (entry.sequence !== '') last = entry.sequence;
	};
	for (;;) {
		for (const queue of queues) while (queue[0]?.sequence === '') take(queue);
		const heads = queues.filter((queue) => queue.length > 0);
		if (heads.length === 0) return line;
		heads.sort((a, b) => ((a[0]?.sequence ?? '') < (b[0]?.sequence ?? '') ? -1 : 1));
		const [first] = heads;
		if (first !== undefined) take(first);
	}
}

main(process.argv.slice(2));
