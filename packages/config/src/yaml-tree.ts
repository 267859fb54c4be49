/**
 * YAML text to a tree of plain nodes with line numbers. The tree is walked instead of converted (`toJS`) so that every
 * message can name its line and nothing of the text ever becomes an object key: `__proto__` is just a word here.
 */

import type { Bilingual, Problem } from '@bianxu/model';
import { readPlainYaml } from './plain-yaml.ts';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** A place in a file: line and column from 1 (columns in UTF-16 units), or a line alone. */
export type At = number | { readonly line: number; readonly column: number };

/** A scalar: `text` as written (quotes removed), `value` as YAML 1.2 core reads it. */
export interface ScalarNode {
	readonly kind: 'scalar';
	readonly line: number;
	readonly column: number;
	readonly text: string;
	readonly value: string | number | boolean | null;
}

export interface ListNode {
	readonly kind: 'list';
	readonly line: number;
	readonly column: number;
	readonly items: readonly YamlNode[];
}

export interface MapEntry {
	readonly key: string;
	readonly line: number;
	readonly column: number;
	readonly value: YamlNode;
}

export interface MapNode {
	readonly kind: 'map';
	readonly line: number;
	readonly column: number;
	readonly entries: readonly MapEntry[];
}

export type YamlNode = ScalarNode | ListNode | MapNode;

/** Files of people are small; a megabyte of YAML is no manifest. UTF-16 units. */
export const largestYaml = 1024 * 1024;
const deepest = 32;
const widestIndent = 400;
const mostNodes = 200_000;
const mostProblems = 50;

/** A message with its place in both languages. */
export function atPlace(at: At, message: Bilingual): Bilingual {
	if (typeof at === 'number') return { zh: `第${at}行：${message.zh}`, en: `line ${at}: ${message.en}` };
	const { line, column } = at;
	return { zh: `第${line}行第${column}列：${message.zh}`, en: `line ${line}, column ${column}: ${message.en}` };
}

/**
 * Nesting that the text could ask for, judged before any recursive reader sees it: open brackets, runs of 「- 」 and
 * 「? 」 in one line, and indentation. Brackets inside quotes count too; 32 of them in one place is no manifest either.
 */
function tooDeep(text: string): number | null {
	let line = 1;
	let brackets = 0;
	let dashes = 0;
	let indent = 0;
	let atStart = true;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 10) {
			line += 1;
			dashes = 0;
			indent = 0;
			atStart = true;
			continue;
		}
		if (code === 0x5b || code === 0x7b) brackets += 1;
		else if ((code === 0x5d || code === 0x7d) && brackets > 0) brackets -= 1;
		if (atStart && code === 0x20) indent += 1;
		else if (atStart && (code === 0x2d || code === 0x3f) && text.charCodeAt(at + 1) === 0x20) dashes += 1;
		else atStart = false;
		if (brackets > deepest || dashes > deepest || indent > widestIndent) return line;
	}
	return null;
}

function messageOf(code: string, message: string): Bilingual {
	const first = message.split('\n')[0] ?? message;
	switch (code) {
		case 'DUPLICATE_KEY':
			return { zh: '同一层里有两个相同的键', en: 'the same key stands twice in one map' };
		case 'TAB_AS_INDENT':
			return { zh: '缩进用了制表符，请改用空格', en: 'tabs are used for indentation; use blanks' };
		case 'BAD_INDENT':
			return { zh: '缩进不齐', en: 'bad indentation' };
		case 'MULTIPLE_DOCS':
			return { zh: '一个文件里只能有一份内容（去掉中间的 ---）', en: 'only one document is allowed in a file' };
		case 'MISSING_CHAR':
			return { zh: `少了引号、括号或者冒号（${first}）`, en: first };
		default:
			return { zh: `YAML 写法有误（${first}）`, en: first };
	}
}

type Place = Exclude<At, number>;

interface Walk {
	readonly problems: Problem[];
	readonly prefix: string;
	readonly placeOf: (node: unknown) => Place;
	nodes: number;
}

function complain(walk: Walk, at: At, what: string, message: Bilingual): null {
	if (walk.problems.length < mostProblems) {
		walk.problems.push({ code: `${walk.prefix}-${what}`, message: atPlace(at, message) });
	}
	return null;
}

function scalarOf(node: { readonly value: unknown; readonly source?: string | undefined }, at: Place): ScalarNode {
	const { value } = node;
	const plain =
		typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
			? value
			: value === null
				? null
				: String(value);
	const text = typeof plain === 'string' ? plain : plain === null ? '' : (node.source ?? String(plain));
	return { kind: 'scalar', ...at, text, value: plain };
}

function walkNode(walk: Walk, node: unknown, above: Place, depth: number): YamlNode | null {
	walk.nodes += 1;
	if (depth > deepest) return complain(walk, above, 'depth', { zh: '嵌套层数太多', en: 'nested too deeply' });
	if (walk.nodes > mostNodes) return complain(walk, above, 'size', { zh: '内容太多', en: 'too many values' });
	if (node === null || node === undefined) return { kind: 'scalar', ...above, text: '', value: null };
	if (isAlias(node)) {
		return complain(walk, walk.placeOf(node), 'alias', {
			zh: '不支持 YAML 的别名（*），请把内容写全',
			en: 'YAML aliases (*) are not supported; write the value out',
		});
	}
	if (isScalar(node)) return scalarOf(node, walk.placeOf(node));
	if (isSeq(node)) {
		const items: YamlNode[] = [];
		for (const item of node.items) {
			const read = walkNode(walk, item, walk.placeOf(node), depth + 1);
			if (read !== null) items.push(read);
			else if (walk.nodes > mostNodes) break;
		}
		return { kind: 'list', ...walk.placeOf(node), items };
	}
	if (isMap(node)) {
		const entries: MapEntry[] = [];
		for (const pair of node.items) {
			const at = walk.placeOf(pair.key);
			if (!isScalar(pair.key)) {
				complain(walk, at, 'key', { zh: '键必须是一个词', en: 'a key must be a plain word' });
				continue;
			}
			const value = walkNode(walk, pair.value, at, depth + 1);
			if (value !== null) entries.push({ key: scalarOf(pair.key, at).text, ...at, value });
			else if (walk.nodes > mostNodes) break;
		}
		return { kind: 'map', ...walk.placeOf(node), entries };
	}
	return complain(walk, above, 'syntax', { zh: '看不懂的内容', en: 'a value that cannot be read' });
}

function placeAt(lines: LineCounter, offset: number): Place {
	const { line, col } = lines.linePos(offset);
	return { line: Math.max(1, line), column: Math.max(1, col) };
}

/**
 * Reads YAML 1.2 (JSON included). Never throws: what cannot be read is a problem whose code starts with `prefix`, with a
 * line. Aliases, several documents, nesting beyond 32 and texts beyond a megabyte are refused by name. `root` is null
 * when anything was wrong.
 */
export function readYaml(
	text: string,
	prefix: string,
): { readonly root: YamlNode | null; readonly problems: readonly Problem[] } {
	const refused = (what: string, message: Bilingual) => ({
		root: null,
		problems: [{ code: `${prefix}-${what}`, message }],
	});
	if (text.length > largestYaml) return refused('size', { zh: '文件超过 1 MB', en: 'the file is larger than 1 MB' });
	const deep = tooDeep(text);
	if (deep !== null) return refused('depth', atPlace(deep, { zh: '嵌套层数太多', en: 'nested too deeply' }));
	const plain = readPlainYaml(text);
	if (plain !== null) return { root: plain, problems: [] };
	return readAnyYaml(text, prefix);
}

/** As `readYaml` of a text that is neither too long nor too deep, by the general reader. */
export function readAnyYaml(
	text: string,
	prefix: string,
): { readonly root: YamlNode | null; readonly problems: readonly Problem[] } {
	const lines = new LineCounter();
	const problems: Problem[] = [];
	try {
		const document = parseDocument(text.replace(/^\uFEFF/, ''), {
			lineCounter: lines,
			prettyErrors: false,
			uniqueKeys: true,
			schema: 'core',
			merge: false,
			logLevel: 'silent',
		});
		for (const fault of [...document.errors, ...document.warnings].slice(0, mostProblems)) {
			const at = placeAt(lines, fault.pos[0]);
			problems.push({ code: `${prefix}-syntax`, message: atPlace(at, messageOf(fault.code, fault.message)) });
		}
		if (problems.length > 0) return { root: null, problems };
		const placeOf = (node: unknown): Place => {
			const range = (node as { readonly range?: readonly number[] | null } | null)?.range;
			return placeAt(lines, range?.[0] ?? 0);
		};
		const walk: Walk = { problems, prefix, placeOf, nodes: 0 };
		const root = walkNode(walk, document.contents, { line: 1, column: 1 }, 0);
		return { root: problems.length > 0 ? null : root, problems };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = { zh: `YAML 读不出来（${reason}）`, en: `the YAML cannot be read (${reason})` };
		return { root: null, problems: [{ code: `${prefix}-syntax`, message }] };
	}
}
