/**
 * Reads YAML as people write a packet.yaml: maps and lists by indentation, values in one line, flow maps and lists, plain
 * and double-quoted words, comments on lines of their own. The general reader takes many times as long, and a manifest of
 * some hundred materials is read at every command. Whatever is written in any other way is left to that reader (null):
 * the two must never differ (test/plain-yaml.test.ts).
 */

import type { MapEntry, ScalarNode, YamlNode } from './yaml-tree.ts';

interface Lines {
	readonly all: string[];
	next: number;
}

interface Cursor {
	readonly text: string;
	readonly line: number;
	at: number;
}

const deepest = 16;
const keyPattern = /^([A-Za-z]\w*):(?: +(\S.*))?$/;

/** The value of a plain word in YAML's core schema; undefined where only the general reader should say. */
function plainValue(text: string): ScalarNode['value'] | undefined {
	const first = text.charCodeAt(0);
	const mayBeNumber = first <= 0x39 && first >= 0x2b;
	if (mayBeNumber) {
		if (/^[-+]?\d{1,15}$/.test(text)) return Number(text);
		if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
		if (/^[-+.\dxoa-fA-FeEinfNIF]+$/.test(text)) return undefined;
	}
	switch (text) {
		case 'true':
		case 'True':
		case 'TRUE':
			return true;
		case 'false':
		case 'False':
		case 'FALSE':
			return false;
		case 'null':
		case 'Null':
		case 'NULL':
		case '~':
			return null;
		default:
			return text;
	}
}

function plain(text: string, line: number, column: number): YamlNode | null {
	if (text === '' || '-?:,[]{}#&*!|>\'"%@`'.includes(text.charAt(0))) return null;
	if (text.includes(': ') || text.includes(' #') || text.endsWith(':')) return null;
	const value = plainValue(text);
	if (value === undefined) return null;
	return { kind: 'scalar', line, column, text: value === null ? '' : text, value };
}

const quotedPattern = /"(?:[^"\\\u0000-\u001f\u0085\u2028\u2029]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;

const singlePattern = /'(?:[^']|'')*'/y;

function quoted(cursor: Cursor): ScalarNode | null {
	const { line } = cursor;
	const column = cursor.at + 1;
	const single = cursor.text[cursor.at] === "'";
	const pattern = single ? singlePattern : quotedPattern;
	pattern.lastIndex = cursor.at;
	const found = pattern.exec(cursor.text)?.[0];
	if (found === undefined) return null;
	cursor.at += found.length;
	const value = single ? found.slice(1, -1).replaceAll("''", "'") : (JSON.parse(found) as string);
	return { kind: 'scalar', line, column, text: value, value };
}

/** A key that the core schema would read as a number, true or nothing is the general reader's. */
function isWord(key: string): boolean {
	return plainValue(key) === key;
}

function blanks(cursor: Cursor): void {
	while (cursor.text[cursor.at] === ' ') cursor.at += 1;
}

/** A value inside a flow map or list; `cursor` is at its first character. */
function flow(cursor: Cursor, depth: number): YamlNode | null {
	const { text, line } = cursor;
	const first = text[cursor.at];
	const column = cursor.at + 1;
	if (depth > deepest) return null;
	if (first === '"' || first === "'") return quoted(cursor);
	if (first === '[') {
		const items: YamlNode[] = [];
		cursor.at += 1;
		blanks(cursor);
		while (text[cursor.at] !== ']') {
			const item = flow(cursor, depth + 1);
			if (item === null || !separated(cursor, ']')) return null;
			items.push(item);
		}
		cursor.at += 1;
		return { kind: 'list', line, column, items };
	}
	if (first === '{') {
		const entries: MapEntry[] = [];
		cursor.at += 1;
		blanks(cursor);
		while (text[cursor.at] !== '}') {
			const at = cursor.at + 1;
			const key = flowKey(cursor);
			if (key === null || entries.some((each) => each.key === key)) return null;
			blanks(cursor);
			const value = flow(cursor, depth + 1);
			if (value === null || !separated(cursor, '}')) return null;
			entries.push({ key, line, column: at, value });
		}
		cursor.at += 1;
		return { kind: 'map', line, column, entries };
	}
	let end = cursor.at;
	while (end < text.length && !',[]{}'.includes(text.charAt(end))) end += 1;
	if (end === text.length || text[end] === '[' || text[end] === '{') return null;
	const word = text.slice(cursor.at, end).trimEnd();
	cursor.at = end;
	return plain(word, line, column);
}

/** A key of a flow map, bare or in double quotes; `cursor` is then behind its colon. */
function flowKey(cursor: Cursor): string | null {
	const { text } = cursor;
	let key: string | undefined;
	if (text[cursor.at] === '"') key = quoted(cursor)?.text;
	else {
		key = /^[A-Za-z]\w*/.exec(text.slice(cursor.at, cursor.at + 64))?.[0];
		if (key === undefined || !isWord(key)) return null;
		cursor.at += key.length;
	}
	if (key === undefined || !text.startsWith(': ', cursor.at)) return null;
	cursor.at += 1;
	return key;
}

/** Goes over the comma behind a value, or stops at the closing bracket; false for anything else. */
function separated(cursor: Cursor, close: string): boolean {
	blanks(cursor);
	if (cursor.text[cursor.at] === close) return true;
	if (cursor.text[cursor.at] !== ',') return false;
	cursor.at += 1;
	const from = cursor.at;
	blanks(cursor);
	// A comma that ends the list, or has no blank behind it, is for the general reader.
	return cursor.at > from && cursor.text[cursor.at] !== close;
}

/** The value that fills the rest of a line from `at`; a plain one must not go on in the next line. */
function inLine(lines: Lines, at: number, indent: number): YamlNode | null {
	const line = lines.next + 1;
	const text = (lines.all[lines.next] ?? '').trimEnd();
	lines.next += 1;
	const first = text.charAt(at);
	if (first === '"' || first === "'" || first === '[' || first === '{') {
		const cursor: Cursor = { text, line, at };
		const value = flow(cursor, 0);
		return value !== null && cursor.at === text.length && !goesOn(lines, indent) ? value : null;
	}
	return goesOn(lines, indent) ? null : plain(text.slice(at), line, at + 1);
}

function goesOn(lines: Lines, indent: number): boolean {
	const next = significant(lines);
	return next !== null && next > indent;
}

/** Goes to the next line that is neither blank nor a comment; its indentation, null at the end. */
function significant(lines: Lines): number | null {
	for (;;) {
		const text = lines.all[lines.next];
		if (text === undefined) return null;
		const indent = text.length - text.trimStart().length;
		if (indent < text.length && text[indent] !== '#') return indent;
		lines.next += 1;
	}
}

function block(lines: Lines, indent: number, depth: number): YamlNode | null {
	if (depth > deepest) return null;
	return lines.all[lines.next]?.startsWith('- ', indent) === true
		? list(lines, indent, depth)
		: map(lines, indent, depth);
}

function list(lines: Lines, indent: number, depth: number): YamlNode | null {
	const line = lines.next + 1;
	const items: YamlNode[] = [];
	while (significant(lines) === indent) {
		const text = lines.all[lines.next] ?? '';
		if (!text.startsWith('- ', indent)) break;
		if (text[indent + 2] === ' ' || text[indent + 2] === undefined) return null;
		let item: YamlNode | null;
		if (keyPattern.test(text.slice(indent + 2).trimEnd())) {
			// The map begins behind the dash; its further keys stand below the first.
			lines.all[lines.next] = `${' '.repeat(indent + 2)}${text.slice(indent + 2)}`;
			item = map(lines, indent + 2, depth + 1);
		} else item = inLine(lines, indent + 2, indent);
		if (item === null) return null;
		items.push(item);
	}
	return { kind: 'list', line, column: indent + 1, items };
}

function map(lines: Lines, indent: number, depth: number): YamlNode | null {
	const line = lines.next + 1;
	const entries: MapEntry[] = [];
	while (significant(lines) === indent) {
		const text = lines.all[lines.next] ?? '';
		const found = keyPattern.exec(text.slice(indent).trimEnd());
		const key = found?.[1];
		if (found === null || key === undefined || !isWord(key) || entries.some((each) => each.key === key)) return null;
		const at: number = lines.next + 1;
		let value: YamlNode | null;
		if (found[2] === undefined) {
			lines.next += 1;
			const next = significant(lines);
			const dashes = next !== null && lines.all[lines.next]?.startsWith('- ', next) === true;
			if (next === null || next < indent || (next === indent && !dashes)) return null;
			value = block(lines, next, depth + 1);
		} else value = inLine(lines, text.indexOf(found[2], indent + key.length + 1), indent);
		if (value === null) return null;
		entries.push({ key, line: at, column: indent + 1, value });
	}
	return entries.length === 0 ? null : { kind: 'map', line, column: indent + 1, entries };
}

/** The tree of a text that is written in the plain way; null for any other. */
export function readPlainYaml(text: string): YamlNode | null {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: controls and tabs are the general reader's business
	if (/[\u0000-\u0009\u000b-\u001f\u0085\u2028\u2029\ufeff]/.test(text)) return null;
	const lines: Lines = { all: text.split('\n'), next: 0 };
	if (significant(lines) !== 0 || /^(?:---|\.\.\.|%)/m.test(text)) return null;
	const root = map(lines, 0, 0);
	return root !== null && significant(lines) === null ? root : null;
}
