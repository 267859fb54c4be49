/** Checks of the shape of YAML data: one reader per file, which gathers problems with their places. */

import type { Bilingual, Problem } from '@bianxu/model';
import { type At, atPlace, type MapNode, type YamlNode } from './yaml-tree.ts';

/** Gathers problems of one file. `fatal` is true once something was wrong that makes the data unusable. */
export interface Shape {
	readonly prefix: string;
	readonly problems: Problem[];
	fatal: boolean;
}

export function newShape(prefix: string): Shape {
	return { prefix, problems: [], fatal: false };
}

const mostProblems = 100;

/** Records a problem that makes the file unusable. */
export function refuse(shape: Shape, at: At, what: string, message: Bilingual): void {
	shape.fatal = true;
	remark(shape, at, what, message);
}

/** Records a problem that is said but does not stop the reading. */
export function remark(shape: Shape, at: At, what: string, message: Bilingual): void {
	if (shape.problems.length >= mostProblems) return;
	shape.problems.push({ code: `${shape.prefix}-${what}`, message: atPlace(at, message) });
}

/** Edit distance of two short words, two letters exchanged counting once; at most `limit` + 1 (the rest is not worth counting). */
function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let earlier: readonly number[] = [];
	let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const substituted = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
			const exchanged =
				row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
					? (earlier[column - 2] ?? 0) + 1
					: substituted;
			current.push(Math.min(substituted, exchanged, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
		}
		[earlier, previous] = [previous, current];
	}
	return previous[b.length] ?? 0;
}

/** The known word that a misspelt one probably means, or null. */
export function nearest(word: string, known: readonly string[]): string | null {
	if (word.length > 60) return null;
	const limit = word.length <= 4 ? 1 : 2;
	const found = known
		.map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase(), limit) }))
		.filter(({ far }) => far <= limit)
		.sort((a, b) => a.far - b.far)[0];
	return found?.each ?? null;
}

/** Text for a message: control characters out, at most 40 characters. */
export function shown(text: string): string {
	const plain = Array.from(text, (character) => (character < ' ' || character === '\u007f' ? '·' : character)).join('');
	return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

/** The node as a map with only the known keys; null (and a problem) when it is no map. Unknown keys are named. */
export function mapOf(
	shape: Shape,
	node: YamlNode,
	known: readonly string[],
	what: Bilingual,
): ReadonlyMap<string, YamlNode> | null {
	if (node.kind !== 'map') {
		refuse(shape, node, 'shape', {
			zh: `${what.zh}应当是「键: 值」的形式`,
			en: `${what.en} must be a map of keys and values`,
		});
		return null;
	}
	return keysOf(shape, node, known);
}

function keysOf(shape: Shape, node: MapNode, known: readonly string[]): ReadonlyMap<string, YamlNode> {
	const values = new Map<string, YamlNode>();
	for (const entry of node.entries) {
		const { key, value } = entry;
		if (known.includes(key)) {
			values.set(key, value);
			continue;
		}
		const meant = nearest(key, known);
		const hint = meant === null ? { zh: '', en: '' } : { zh: `，是不是 ${meant}？`, en: `; did you mean ${meant}?` };
		const message = { zh: `不认识的键 ${shown(key)}${hint.zh}`, en: `unknown key ${shown(key)}${hint.en}` };
		// A misspelt key changes what the file means; a foreign one is somebody's remark.
		if (meant === null) remark(shape, entry, 'unknown-key', message);
		else refuse(shape, entry, 'unknown-key', message);
	}
	return values;
}

/** The node as a list; [] (and a problem) when it is none; [] for an empty value. */
export function listOf(shape: Shape, node: YamlNode | undefined, what: Bilingual): readonly YamlNode[] {
	if (node === undefined || (node.kind === 'scalar' && node.value === null)) return [];
	if (node.kind === 'list') return node.items;
	refuse(shape, node, 'shape', { zh: `${what.zh}应当是一个列表`, en: `${what.en} must be a list` });
	return [];
}

/** A text; `fallback` when the key is absent or empty. Numbers and dates count as text as written. */
export function textOf(shape: Shape, node: YamlNode | undefined, fallback: string, what: Bilingual): string {
	if (node === undefined) return fallback;
	if (node.kind !== 'scalar') {
		refuse(shape, node, 'shape', { zh: `${what.zh}应当是文字`, en: `${what.en} must be a text` });
		return fallback;
	}
	return node.value === null ? fallback : node.text.trim();
}

/** As `textOf`, but an absent or empty value is a problem. `at` is where the value should have stood. */
export function requiredText(shape: Shape, node: YamlNode | undefined, at: At, what: Bilingual): string {
	const text = textOf(shape, node, '', what);
	if (text === '') refuse(shape, node ?? at, 'missing', { zh: `缺少${what.zh}`, en: `${what.en} is missing` });
	return text;
}

/** One of the given words. */
export function choiceOf<T extends string>(
	shape: Shape,
	node: YamlNode | undefined,
	choices: readonly T[],
	fallback: T,
	what: Bilingual,
): T {
	const text = textOf(shape, node, fallback, what);
	const found = choices.find((choice) => choice === text);
	if (found !== undefined) return found;
	const meant = nearest(text, choices);
	const hint = meant === null ? { zh: '', en: '' } : { zh: `，是不是 ${meant}？`, en: `; did you mean ${meant}?` };
	refuse(shape, node ?? 1, 'choice', {
		zh: `${what.zh}「${shown(text)}」不在 ${choices.join('、')} 之中${hint.zh}`,
		en: `${what.en} "${shown(text)}" is none of ${choices.join(', ')}${hint.en}`,
	});
	return fallback;
}

/** A whole number between the bounds; null when absent. */
export function integerOf(
	shape: Shape,
	node: YamlNode | undefined,
	bounds: readonly [number, number],
	what: Bilingual,
): number | null {
	if (node === undefined || (node.kind === 'scalar' && node.value === null)) return null;
	const value = node.kind === 'scalar' && typeof node.value === 'number' ? node.value : Number.NaN;
	if (Number.isInteger(value) && value >= bounds[0] && value <= bounds[1]) return value;
	refuse(shape, node, 'number', {
		zh: `${what.zh}应当是 ${bounds[0]} 到 ${bounds[1]} 之间的整数`,
		en: `${what.en} must be a whole number from ${bounds[0]} to ${bounds[1]}`,
	});
	return null;
}

/** True for a real day written YYYY-MM-DD. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	return year >= 1949 && day >= 1 && day <= length;
}

/** A day YYYY-MM-DD; null when absent. */
export function dayOf(shape: Shape, node: YamlNode | undefined, what: Bilingual): string | null {
	const text = textOf(shape, node, '', what);
	if (text === '') return null;
	if (isDay(text)) return text;
	refuse(shape, node ?? 1, 'day', {
		zh: `${what.zh}「${shown(text)}」不是日期，应写成 2026-11-26 的样子`,
		en: `${what.en} "${shown(text)}" is no date; write it as 2026-11-26`,
	});
	return null;
}
