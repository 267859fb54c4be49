/** Order of characters and names by strokes: number of strokes, then 横竖撇点折 (GF 3003-1999). */

import { strokeTable } from './stroke-table.ts';

interface Place {
	readonly strokes: number;
	readonly level: number;
	/** Place in the whole table. */
	readonly rank: number;
	/** Characters of one group have strokes of the same classes; across levels none of them comes first. */
	readonly group: number;
	/** Order of strokes unknown: compared within its level only. */
	readonly open: boolean;
}

let places: ReadonlyMap<string, Place> | null = null;

/** The table as a map, made when the first list asks for it. */
function table(): ReadonlyMap<string, Place> {
	if (places !== null) return places;
	const made = new Map<string, Place>();
	let group = 0;
	strokeTable.forEach((line, index) => {
		let level = 0;
		let open = false;
		let same = false;
		for (const sign of line) {
			if (sign >= '1' && sign <= '3') level = Number(sign);
			else if (sign === '?') open = true;
			else if (sign === '=') same = true;
			else {
				if (!same) group += 1;
				made.set(sign, { strokes: index + 1, level, rank: made.size, group, open });
				open = false;
				same = false;
			}
		}
	});
	places = made;
	return made;
}

/** Number of strokes of a character of the 通用规范汉字表; null for any other. */
export function strokesOf(character: string): number | null {
	return table().get(character)?.strokes ?? null;
}

/** How many characters have a place in the order. */
export function coverage(): number {
	return table().size;
}

/** Negative when `a` comes first, positive when `b` does, 0 for the same or where the data cannot tell. */
function compareCharacters(a: string, b: string): number {
	const [left, right] = [table().get(a), table().get(b)];
	if (a === b || left === undefined || right === undefined) return 0;
	if (left.strokes !== right.strokes) return left.strokes - right.strokes;
	if (left.level === right.level) return left.rank - right.rank;
	return left.open || right.open || left.group === right.group ? 0 : left.rank - right.rank;
}

/** 姓名笔画: the second character of a two-character name counts as such; 姓氏笔画: it has an empty middle and comes first. */
export type StrokeOrder = 'xingming' | 'xingshi';

/** Two names in order: where they part, and which comes first there (0: the data cannot tell, or they are the same). */
export interface NameOrder {
	readonly order: number;
	/** Characters that decide; '' for the empty place of a two-character name. */
	readonly a: string;
	readonly b: string;
}

/** Compares two names without blanks. Names with a middle dot or of more than four characters: by the first character only. */
export function compareNames(first: string, second: string, by: StrokeOrder): NameOrder {
	const long = [first, second].some((name) => name.includes('·') || Array.from(name).length > 4);
	const [left, right] = [spread(first, by), spread(second, by)];
	const length = long ? 1 : Math.max(left.length, right.length);
	for (let at = 0; at < length; at += 1) {
		const [a = '', b = ''] = [left[at], right[at]];
		if (a === b) continue;
		return { order: a === '' ? -1 : b === '' ? 1 : compareCharacters(a, b), a, b };
	}
	return { order: 0, a: '', b: '' };
}

function spread(name: string, by: StrokeOrder): readonly string[] {
	const characters = Array.from(name);
	const [surname = '', given = ''] = characters;
	return by === 'xingshi' && characters.length === 2 ? [surname, '', given] : characters;
}

/** Characters of a name that decide its place and are not in the table. */
export function unknownCharacters(name: string): readonly string[] {
	const long = name.includes('·') || Array.from(name).length > 4;
	return Array.from(name)
		.slice(0, long ? 1 : undefined)
		.filter((character) => !table().has(character));
}
