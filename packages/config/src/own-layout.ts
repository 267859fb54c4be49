/**
 * Reads the layout that `writeLock` writes, and nothing else: lines of `key: value`, lists of one entry a line, values in
 * YAML's flow style with JSON scalars. A lock of some hundred materials is read at every command; the general YAML reader
 * takes a hundred times as long for it. Whatever is not exactly of this layout is left to that reader (null).
 */

import type { MapEntry, YamlNode } from './yaml-tree.ts';

interface Cursor {
	readonly text: string;
	readonly line: number;
	at: number;
}

const deepest = 16;
const wordPattern = /[A-Za-z_][\w-]*/y;
const numberPattern = /-?(?:0|[1-9]\d{0,14})(?![\d.eE])/y;
const stringPattern = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y;

function take(cursor: Cursor, pattern: RegExp): string | null {
	pattern.lastIndex = cursor.at;
	const found = pattern.exec(cursor.text)?.[0];
	if (found === undefined) return null;
	cursor.at += found.length;
	return found;
}

function skip(cursor: Cursor, words: string): boolean {
	if (!cursor.text.startsWith(words, cursor.at)) return false;
	cursor.at += words.length;
	return true;
}

function scalar(cursor: Cursor, column: number): YamlNode | null {
	const { line } = cursor;
	const quoted = take(cursor, stringPattern);
	if (quoted !== null) {
		try {
			const value = JSON.parse(quoted) as string;
			return { kind: 'scalar', line, column, text: value, value };
		} catch {
			return null;
		}
	}
	const number = take(cursor, numberPattern);
	if (number !== null) return { kind: 'scalar', line, column, text: number, value: Number(number) };
	const word = take(cursor, wordPattern);
	if (word === null) return null;
	const value = word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : word;
	return { kind: 'scalar', line, column, text: value === null ? '' : word, value };
}

/** A key, bare or quoted, with its colon. */
function keyOf(cursor: Cursor): string | null {
	const quoted = take(cursor, stringPattern);
	const key = quoted === null ? take(cursor, wordPattern) : (JSON.parse(quoted) as string);
	return key !== null && skip(cursor, ': ') ? key : null;
}

function flow(cursor: Cursor, depth: number): YamlNode | null {
	const { line } = cursor;
	const column = cursor.at + 1;
	if (depth > deepest) return null;
	if (skip(cursor, '[')) {
		const items: YamlNode[] = [];
		if (skip(cursor, ']')) return { kind: 'list', line, column, items };
		do {
			const item = flow(cursor, depth + 1);
			if (item === null) return null;
			items.push(item);
		} while (skip(cursor, ', '));
		return skip(cursor, ']') ? { kind: 'list', line, column, items } : null;
	}
	if (skip(cursor, '{ ')) {
		const entries: MapEntry[] = [];
		if (skip(cursor, ' }')) return { kind: 'map', line, column, entries };
		do {
			const at = cursor.at + 1;
			const key = keyOf(cursor);
			const value = key === null ? null : flow(cursor, depth + 1);
			if (key === null || value === null || entries.some((each) => each.key === key)) return null;
			entries.push({ key, line, column: at, value });
		} while (skip(cursor, ', '));
		return skip(cursor, ' }') ? { kind: 'map', line, column, entries } : null;
	}
	return scalar(cursor, column);
}

/** The whole rest of a line as one value. */
function wholeFlow(text: string, at: number, line: number): YamlNode | null {
	const cursor: Cursor = { text, line, at };
	const value = flow(cursor, 0);
	return cursor.at === text.length ? value : null;
}

interface Lines {
	readonly all: readonly string[];
	next: number;
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

/** The entries of a map whose lines begin at `indent`. */
function mapAt(lines: Lines, indent: number): YamlNode | null {
	const entries: MapEntry[] = [];
	const first = lines.next + 1;
	for (;;) {
		const text = lines.all[lines.next];
		if (text === undefined || text === '' || indentOf(text) < indent) break;
		if (indentOf(text) > indent) return null;
		const line = lines.next + 1;
		const colon = text.indexOf(':', indent);
		const key = text.slice(indent, colon);
		if (colon < 0 || !/^[A-Za-z]\w*$/.test(key) || entries.some((each) => each.key === key)) return null;
		lines.next += 1;
		const value =
			text.length === colon + 1
				? below(lines, indent + 2)
				: text[colon + 1] === ' '
					? wholeFlow(text, colon + 2, line)
					: null;
		if (value === null) return null;
		entries.push({ key, line, column: indent + 1, value });
	}
	return entries.length === 0 ? null : { kind: 'map', line: first, column: indent + 1, entries };
}

function below(lines: Lines, indent: number): YamlNode | null {
	const line = lines.next + 1;
	if (lines.all[lines.next]?.startsWith(`${' '.repeat(indent)}- `) !== true) return mapAt(lines, indent);
	const items: YamlNode[] = [];
	for (;;) {
		const text = lines.all[lines.next];
		if (text?.startsWith(`${' '.repeat(indent)}- `) !== true) break;
		const item = wholeFlow(text, indent + 2, lines.next + 1);
		if (item === null) return null;
		items.push(item);
		lines.next += 1;
	}
	return { kind: 'list', line, column: indent + 1, items };
}

/** The tree of a lock as `writeLock` wrote it; null for any other text. */
export function readOwnLayout(text: string): YamlNode | null {
	const all = text.split('\n');
	if (all.at(-1) !== '') return null;
	const lines: Lines = { all, next: 0 };
	while (all[lines.next]?.startsWith('#') === true) lines.next += 1;
	const root = mapAt(lines, 0);
	return lines.next === all.length - 1 ? root : null;
}
