import type { Break, Drawing, ObjectKind, Run, RunFormat, SourceSpan } from '@bianxu/model';
import { type AlignedPiece, alignText } from './align.ts';
import { markdownRunFormat } from './formats.ts';
import type { InlineNode } from './syntax.ts';

/** What the inline content of one block came to. */
export interface InlineText {
	readonly text: string;
	readonly spans: readonly SourceSpan[];
	readonly runs: readonly Run[];
	readonly breaks: readonly Break[];
	readonly objects: readonly ObjectKind[];
	/** Alternative texts of images, in order. */
	readonly images: readonly string[];
	/** The same images with their paths as written; null where a path stands elsewhere in the file. */
	readonly drawings: readonly Drawing[];
	/** Identifiers of footnotes with their places, in order. */
	readonly noteMarks: readonly { readonly at: number; readonly id: string }[];
	/** Raw HTML tags that were left out of the text. */
	readonly tags: readonly string[];
	/** Raw HTML comments, marks and all. */
	readonly comments: readonly string[];
	/** `**` that are no marks where they stand and so show as they are. */
	readonly stray: number;
}

interface Building {
	text: string;
	readonly spans: SourceSpan[];
	readonly runs: Run[];
	readonly breaks: Break[];
	readonly objects: ObjectKind[];
	readonly images: string[];
	readonly drawings: Drawing[];
	readonly noteMarks: { readonly at: number; readonly id: string }[];
	readonly tags: string[];
	readonly comments: string[];
	stray: number;
}

/**
 * Visible text of inline nodes: marks, link targets and tags left out, escapes and references resolved, `<br>` a hard
 * break. Nesting is as deep as the marks of one paragraph, which `tooComplex` has limited.
 * @param shift added to remark's offsets.
 */
export function inlineText(source: string, nodes: readonly InlineNode[], shift: number): InlineText {
	const building: Building = {
		text: '',
		spans: [],
		runs: [],
		breaks: [],
		objects: [],
		images: [],
		drawings: [],
		noteMarks: [],
		tags: [],
		comments: [],
		stray: 0,
	};
	addNodes(building, source, nodes, markdownRunFormat, shift);
	return building;
}

function addNodes(out: Building, source: string, nodes: readonly InlineNode[], format: RunFormat, shift: number): void {
	for (const node of nodes) {
		const start = (node.position?.start.offset ?? 0) + shift;
		const end = (node.position?.end.offset ?? 0) + shift;
		switch (node.type) {
			case 'text':
				for (const piece of alignText(source, start, end, node.value)) {
					addPiece(out, piece, format, piece.exact);
					if (piece.verbatim && piece.text.includes('**')) out.stray++;
				}
				break;
			case 'inlineCode':
				addPiece(out, codePiece(source, start, end, node.value), format, true);
				break;
			case 'emphasis':
				addNodes(out, source, node.children, { ...format, italic: true }, shift);
				break;
			case 'strong':
				addNodes(out, source, node.children, { ...format, bold: true }, shift);
				break;
			case 'delete':
				addNodes(out, source, node.children, { ...format, strike: true }, shift);
				break;
			case 'link':
			case 'linkReference':
				addNodes(out, source, node.children, format, shift);
				break;
			case 'break':
				addBreak(out, { start, end: lineStart(source, end) }, format);
				break;
			case 'html':
				if (/^<br\s*\/?>$/i.test(node.value)) addBreak(out, { start, end }, format);
				else if (node.value.startsWith('<!--')) out.comments.push(node.value);
				else out.tags.push(node.value);
				break;
			case 'image':
			case 'imageReference':
				out.objects.push('image');
				out.images.push(node.alt ?? '');
				out.drawings.push(pictureAt(out.text.length, node.type === 'image' ? node.url : null));
				break;
			case 'footnoteReference':
				out.objects.push('note-reference');
				out.noteMarks.push({ at: out.text.length, id: node.identifier });
				break;
		}
	}
}

function pictureAt(at: number, target: string | null): Drawing {
	const plain = { width: null, height: null, crop: null, rotation: 0, flipped: 'none', floating: false } as const;
	return { kind: 'picture', at, target, ...plain };
}

/** Content of a code span: between the backticks, where the same text stands there; else the whole span, untouchable. */
function codePiece(source: string, start: number, end: number, value: string): AlignedPiece {
	const fence = /^`*/.exec(source.slice(start, Math.min(end, start + 64)))?.[0].length ?? 0;
	const found = source.indexOf(value, start + fence);
	const verbatim = found >= 0 && found + value.length <= end - fence && !/[\r\n]/.test(value);
	return verbatim
		? { text: value, start: found, end: found + value.length, verbatim, exact: true }
		: { text: value.replace(/\r\n|[\r\n]/g, ' '), start, end, verbatim: false, exact: false };
}

function addPiece(out: Building, piece: AlignedPiece, format: RunFormat, editable: boolean): void {
	const start = out.text.length;
	if (piece.text !== '') {
		out.text += piece.text;
		const { start: from, end: to, verbatim } = piece;
		out.spans.push({ start, end: out.text.length, source: { part: '', start: from, end: to }, verbatim, editable });
		addRun(out, start, format);
	}
}

function addBreak(out: Building, source: { start: number; end: number }, format: RunFormat): void {
	const start = out.text.length;
	out.breaks.push({ at: start, kind: 'line' });
	out.text += '\n';
	out.spans.push({ start, end: start + 1, source: { part: '', ...source }, verbatim: false, editable: true });
	addRun(out, start, format);
}

function addRun(out: Building, start: number, format: RunFormat): void {
	const last = out.runs.at(-1);
	if (last !== undefined && sameFormat(last.format, format))
		out.runs[out.runs.length - 1] = { ...last, end: out.text.length };
	else out.runs.push({ start, end: out.text.length, format, why: whyOf(format) });
}

function sameFormat(a: RunFormat, b: RunFormat): boolean {
	return a.bold === b.bold && a.italic === b.italic && a.strike === b.strike;
}

function whyOf(format: RunFormat): Run['why'] {
	return {
		...(format.bold ? { bold: { origin: 'direct' as const } } : {}),
		...(format.italic ? { italic: { origin: 'direct' as const } } : {}),
		...(format.strike ? { strike: { origin: 'direct' as const } } : {}),
	};
}

/** First visible place of the line that a hard break's end stands at. */
function lineStart(source: string, at: number): number {
	let end = at;
	while (end < source.length && /[ \t>]/.test(source[end] ?? '')) end++;
	return end;
}
