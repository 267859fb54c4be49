/**
 * Headings and paragraphs of plain text, read without remark. They are the bulk of a report, and remark takes ten times
 * as long for them as for everything else that is done with one.
 */

import type { BlockNode, Root } from './syntax.ts';

/** Plain blocks that follow each other, with what separates them. */
interface Stretch {
	/** Offset of its stand-in in the rest. */
	readonly at: number;
	/** Units and line ends that it is longer than its stand-in, together with all stretches before it. */
	readonly longer: number;
	readonly lines: number;
	readonly nodes: readonly BlockNode[];
}

/** A text without its plain blocks. */
export interface Sifted {
	/** What remark must see: a paragraph of one stand-in for each stretch. Null when nothing but blank lines is left. */
	readonly rest: string | null;
	readonly stretches: readonly Stretch[];
}

/** Stands for a stretch in the rest: a private-use character of no meaning to remark. */
const STAND_IN = '\uf8fe';

/**
 * One line that is a heading or a paragraph of one text: no character with a meaning in Markdown or GFM, no blank at either
 * end, and a paragraph does not begin as a list, a rule, a quotation or a heading does.
 */
const PLAIN =
	/(?:(#{1,6}) (?! )|(?![ #+=:-])(?!\d{1,9}[.)](?:[ \r\n]|$)))[^\0-\x1f\x7f#\\`*_[\]<>&~|@]+(?<! )(?=[\r\n]|$)/y;

/** Bare web addresses, which GFM links. */
const ADDRESS = /:\/\/|www\./i;

/** Blanks up to the end of a line, and its end. */
const BLANK = /[ \t]*(?:\r\n|[\r\n]|$)/y;

/** Any line with its end. */
const LINE = /[^\r\n]*(?:\r\n|[\r\n]|$)/y;

/** Where an expression's match at a place ends; -1 when there is none. */
function endOf(expression: RegExp, text: string, at: number): number {
	expression.lastIndex = at;
	return expression.test(text) ? expression.lastIndex : -1;
}

/**
 * Takes the plain blocks out of a text: those between blank lines that are plain throughout. Null when there are none.
 * Whether they stand in a container that reaches over blank lines (code, a comment) is seen when the rest is read.
 */
export function sift(text: string): Sifted | null {
	// A byte-order mark is dropped by remark, which shifts all places.
	if (text.includes(STAND_IN) || text.charCodeAt(0) === 0xfeff) return null;
	const stretches: Stretch[] = [];
	let rest = '';
	let copied = 0;
	let lines = 0;
	let stretch: { start: number; end: number; line: number; last: number; nodes: BlockNode[] } | null = null;
	const close = (): void => {
		if (stretch === null) return;
		const { start, end, line, last, nodes } = stretch;
		rest += text.slice(copied, start);
		lines += last - line;
		stretches.push({ at: rest.length, longer: end - rest.length - STAND_IN.length, lines, nodes });
		rest += STAND_IN;
		copied = end;
		stretch = null;
	};
	let line = 1;
	let blank = true;
	for (let at = 0; at < text.length; ) {
		const next = endOf(BLANK, text, at);
		if (next > 0) {
			at = next;
			line += 1;
			continue;
		}
		const chunk = readChunk(text, at, line);
		if (chunk.nodes === null) {
			close();
			blank = false;
		} else {
			stretch ??= { start: at, end: at, line, last: line, nodes: [] };
			stretch.nodes.push(...chunk.nodes);
			stretch.end = chunk.end;
			stretch.last = chunk.line;
		}
		at = chunk.next;
		line = chunk.nextLine;
	}
	close();
	if (stretches.length === 0) return null;
	return { rest: blank ? null : rest + text.slice(copied), stretches };
}

/** Lines up to the next blank one. */
interface Chunk {
	/** Null when the chunk is not plain. */
	readonly nodes: readonly BlockNode[] | null;
	/** End of its last line without the line end, and that line's number. */
	readonly end: number;
	readonly line: number;
	/** Where the next line begins. */
	readonly next: number;
	readonly nextLine: number;
}

function readChunk(text: string, start: number, firstLine: number): Chunk {
	const nodes: BlockNode[] = [];
	let plain = true;
	let line = firstLine;
	let end = start;
	let at = start;
	for (let last: BlockNode | null = null; ; ) {
		const block: BlockNode | null = plain ? readBlock(text, at, line) : null;
		// Two lines of text are one paragraph, with a line break that only remark reads.
		if (block === null || (block.type === 'paragraph' && last?.type === 'paragraph')) plain = false;
		else nodes.push(block);
		last = block;
		end = block?.position?.end.offset ?? end;
		const next = endOf(LINE, text, at);
		if (next >= text.length && !/[\r\n]/.test(text.charAt(next - 1)))
			return { nodes: plain ? nodes : null, end, line, next, nextLine: line };
		at = next;
		if (at >= text.length || endOf(BLANK, text, at) >= 0)
			return { nodes: plain ? nodes : null, end, line, next: at, nextLine: line + 1 };
		line += 1;
	}
}

/** The block of one plain line, as remark would build it; null when the line is not plain. */
function readBlock(text: string, at: number, line: number): BlockNode | null {
	PLAIN.lastIndex = at;
	const match = PLAIN.exec(text);
	if (match === null || ADDRESS.test(match[0])) return null;
	const marks = match[1]?.length ?? 0;
	const from = marks === 0 ? 0 : marks + 1;
	const point = (offset: number): { line: number; column: number; offset: number } => ({
		line,
		column: offset + 1,
		offset: at + offset,
	});
	const { length } = match[0];
	const value = match[0].slice(from);
	const children = [{ type: 'text' as const, value, position: { start: point(from), end: point(length) } }];
	const position = { start: point(0), end: point(length) };
	switch (marks) {
		case 0:
			return { type: 'paragraph', children, position };
		case 1:
		case 2:
		case 3:
		case 4:
		case 5:
		case 6:
			return { type: 'heading', depth: marks, children, position };
		default:
			return null;
	}
}

/** The tree of a text whose blocks are all plain. */
export function plainRoot(text: string, { stretches }: Sifted): Root {
	const lines = text.split(/\r\n|[\r\n]/);
	const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: text.length };
	return {
		type: 'root',
		children: stretches.flatMap(({ nodes }) => nodes),
		position: { start: { line: 1, column: 1, offset: 0 }, end },
	};
}

/**
 * Puts the plain blocks back into the tree of the rest, which is of our own making and is changed. Null when a stand-in
 * is not where it must be: the stretch stands inside code, a comment or front matter, and remark must see all of it.
 * Columns of the end of a tree are left as remark counted them.
 */
export function unsift(root: Root, { stretches }: Sifted): Root | null {
	const children: BlockNode[] = [];
	let order = 0;
	for (const node of root.children) {
		const stretch = stretches[order];
		if (stretch !== undefined && node.position?.start.offset === stretch.at) {
			if (node.type !== 'paragraph' || node.position.end.offset !== stretch.at + STAND_IN.length) return null;
			children.push(...stretch.nodes);
			order += 1;
		} else {
			shift(node, stretches);
			children.push(node);
		}
	}
	if (order < stretches.length) return null;
	shiftPosition(root, stretches);
	root.children = children;
	return root;
}

interface AnyNode {
	position?: { start: Point; end: Point } | undefined;
	readonly children?: readonly AnyNode[];
}

interface Point {
	line: number;
	offset?: number | undefined;
}

/** Moves the places of a node and of all within it behind the stretches that stand before it. */
function shift(node: AnyNode, stretches: readonly Stretch[]): void {
	shiftPosition(node, stretches);
	for (const child of node.children ?? []) shift(child, stretches);
}

function shiftPosition({ position }: AnyNode, stretches: readonly Stretch[]): void {
	for (const point of position === undefined ? [] : [position.start, position.end]) {
		const before = lastBefore(stretches, point.offset ?? 0);
		point.offset = (point.offset ?? 0) + (before?.longer ?? 0);
		point.line += before?.lines ?? 0;
	}
}

/** The last stretch whose stand-in begins before an offset of the rest. */
function lastBefore(stretches: readonly Stretch[], offset: number): Stretch | undefined {
	let low = 0;
	let high = stretches.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((stretches[middle]?.at ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return stretches[low - 1];
}
