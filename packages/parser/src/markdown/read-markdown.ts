import type {
	CellPlace,
	Doc,
	DocCounts,
	Label,
	Metadata,
	NoteKey,
	NoteReference,
	ObjectKind,
	Paragraph,
	Problem,
	Remark,
	Run,
	SourceSpan,
	Table,
	TableCell,
	Unchecked,
	Where,
} from '@bianxu/model';
import type { AlignedPiece } from './align.ts';
import { lineEnd, lineStartAfter, tooComplex } from './complexity.ts';
import { decodeMarkdown } from './decode.ts';
import { markdownParagraphFormat, markdownRunFormat, markdownSettings, noCounts } from './formats.ts';
import { readFrontMatter } from './front-matter.ts';
import { htmlText, remarksOf } from './html.ts';
import { type InlineText, inlineText } from './inline.ts';
import { type BlockNode, type InlineNode, type ListNode, parseMarkdown, type Root, type TableNode } from './syntax.ts';

/** Indent of one level of quotation or list in twips: two characters of 16 pt, as the printer sets a report. */
const LEVEL_INDENT = 640;

/** Problem code of a text that was read line by line, because its marks pass a limit; lowering then escapes nothing. */
export const PLAIN_TEXT = 'markdown-too-complex';

/** Result of reading Markdown: a refusal, or the document with the text that its offsets count in. */
export type MarkdownReading =
	| { readonly refusal: Problem }
	| { readonly refusal?: undefined; readonly doc: Doc; readonly text: string };

interface Reading {
	readonly source: string;
	readonly shift: number;
	readonly paragraphs: Paragraph[];
	readonly tables: Table[];
	readonly notes: Extract<BlockNode, { type: 'footnoteDefinition' }>[];
	/** Numbers of notes by identifier, in the order of their first marks. */
	readonly noteNumbers: Map<string, number>;
	readonly problems: Problem[];
	readonly unchecked: Unchecked[];
	/** Comments of the blocks read so far. */
	readonly remarks: Remark[];
	counts: DocCounts;
	metadata: Metadata;
	refusal: Problem | null;
}

interface Context {
	readonly where: Where;
	readonly depth: number;
	readonly label: Label | null;
	readonly cell: CellPlace | null;
	readonly note: NoteKey | null;
}

const body: Context = { where: 'body', depth: 0, label: null, cell: null, note: null };

/**
 * Reads a Markdown file into a Doc: one paragraph for each heading, paragraph, list-item paragraph and table cell, notes
 * last. `text` of a paragraph is what a reader sees: marks left out, escapes and references resolved; a soft line break
 * stands for nothing beside East Asian text and for one blank otherwise; a hard one is '\n'. The number of an ordered
 * list is automatic and stands in the label; a typed 「一、」 is text. `text` of the result is the file without its
 * byte-order mark; all offsets count in it.
 *
 * Never throws on content. Refused: more than 5 MB, another encoding than UTF-8, YAML aliases in the front matter. A
 * text whose marks pass the limits of `tooComplex` is read line by line as plain text, with a problem that says so.
 */
export function readMarkdown(bytes: Uint8Array): MarkdownReading {
	const decoded = decodeMarkdown(bytes);
	if ('refusal' in decoded) return decoded;
	const { text } = decoded;
	const complex = tooComplex(text);
	if (complex !== null) return { doc: plainDoc(text, complex.line), text };
	let root: Root;
	try {
		root = parseMarkdown(text);
	} catch (error) {
		if (error instanceof RangeError) return { doc: plainDoc(text, 1), text };
		throw error;
	}
	// remark drops a byte-order mark, of which decoding has left only a second one, and counts without it.
	const reading = newReading(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
	addBlocks(reading, root.children, body);
	for (const note of reading.notes) {
		const key = { kind: 'footnote', id: note.identifier } as const;
		addBlocks(reading, note.children, { ...body, where: 'footnote', note: key });
	}
	if (reading.refusal !== null) return { refusal: reading.refusal };
	if (text.includes('\0')) reading.problems.push(nulProblem);
	const { paragraphs, tables, counts, metadata, problems, unchecked } = reading;
	const remarks = reading.remarks.filter((remark) => remark.firstBlock < paragraphs.length);
	const doc: Doc = {
		kind: 'markdown',
		paragraphs,
		sections: [],
		tables,
		settings: markdownSettings,
		counts,
		metadata,
		...(remarks.length === 0 ? {} : { remarks }),
		problems,
		unchecked,
	};
	return { doc, text };
}

function newReading(source: string, shift: number): Reading {
	return {
		source,
		shift,
		paragraphs: [],
		tables: [],
		notes: [],
		noteNumbers: new Map(),
		problems: [],
		unchecked: [],
		remarks: [],
		counts: noCounts,
		metadata: {},
		refusal: null,
	};
}

const nulProblem: Problem = {
	code: 'markdown-nul',
	message: { zh: '文件中有空字符（U+0000），显示为“\ufffd”', en: 'The file contains NUL characters, shown as U+FFFD' },
};

function addBlocks(reading: Reading, nodes: readonly BlockNode[], context: Context): void {
	let first = true;
	for (const node of nodes) {
		const here = first ? context : { ...context, label: null };
		switch (node.type) {
			case 'heading':
				addInline(reading, node, node.children, here, node.depth);
				break;
			case 'paragraph':
				addInline(reading, node, node.children, here, null);
				break;
			case 'blockquote':
				addBlocks(reading, node.children, { ...here, depth: here.depth + 1 });
				break;
			case 'list':
				addList(reading, node, here);
				break;
			case 'table':
				addTable(reading, node, here);
				break;
			case 'code':
				addCode(reading, node, node.value, here);
				break;
			case 'html':
				addHtml(reading, node, here);
				break;
			case 'yaml': {
				const front = readFrontMatter(node.value);
				if (front.refusal !== undefined) reading.refusal = front.refusal;
				else {
					reading.metadata = front.metadata;
					reading.problems.push(...front.problems);
				}
				break;
			}
			case 'footnoteDefinition':
				reading.notes.push(node);
				reading.counts = { ...reading.counts, footnotes: reading.counts.footnotes + 1 };
				break;
			case 'thematicBreak':
			case 'definition':
				break;
			default:
				// List items, rows and cells stand only inside their containers; inline nodes never at the top.
				break;
		}
		first = false;
	}
}

function addInline(
	reading: Reading,
	node: Positioned,
	children: readonly InlineNode[],
	context: Context,
	heading: number | null,
): void {
	addParagraph(reading, node, inlineText(reading.source, children, reading.shift), context, heading);
}

interface Positioned {
	readonly position?:
		| {
				readonly start: { readonly offset?: number | undefined; readonly line: number };
				readonly end: { readonly offset?: number | undefined };
		  }
		| undefined;
}

function rangeOf(reading: Reading, node: Positioned): { part: ''; start: number; end: number } {
	const start = (node.position?.start.offset ?? 0) + reading.shift;
	return { part: '', start, end: Math.max(start, (node.position?.end.offset ?? 0) + reading.shift) };
}

function addParagraph(
	reading: Reading,
	node: Positioned,
	inline: InlineText,
	context: Context,
	heading: number | null,
): void {
	const block = reading.paragraphs.length;
	const level = heading === null ? null : heading - 1;
	reading.paragraphs.push({
		block,
		where: context.where,
		text: inline.text,
		label: context.label,
		format: { ...markdownParagraphFormat, outlineLevel: level, left: context.depth * LEVEL_INDENT },
		why: level === null ? {} : { outlineLevel: { origin: 'paragraph-style', style: `heading ${heading}` } },
		runs: inline.runs,
		markFormat: markdownRunFormat,
		spans: inline.spans,
		style: heading === null ? '' : `heading ${heading}`,
		section: 0,
		cell: context.cell,
		headerFooter: null,
		fields: [],
		breaks: inline.breaks,
		source: rangeOf(reading, node),
		objects: inline.objects,
		...(inline.drawings.length === 0 ? {} : { drawings: inline.drawings }),
		...(inline.noteMarks.length === 0 ? {} : { notes: inline.noteMarks.map((mark) => noteReference(reading, mark)) }),
		...(context.note === null ? {} : { note: context.note }),
		line: node.position?.start.line ?? 1,
	});
	for (const comment of inline.comments) reading.remarks.push(...remarksOf(comment, block));
	reading.counts = { ...reading.counts, images: reading.counts.images + inline.images.length };
	for (const image of inline.images) {
		reading.unchecked.push(
			unchecked(
				'image',
				block,
				`图片未检查${image === '' ? '' : `（${shown(image)}）`}`,
				`An image was not checked${image === '' ? '' : ` (${shown(image)})`}`,
			),
		);
	}
	if (inline.stray > 0) {
		// CommonMark 6.2: a closing ** between Chinese punctuation and a character is no mark. Writers rarely know.
		reading.problems.push({
			code: 'markdown-stray-mark',
			message: {
				zh: '加粗标记“**”未生效，会照原样印出：收尾的“**”前是标点、后紧接文字。请把标点移到“**”之后，或在“**”后空一格',
				en: 'A bold mark "**" has no effect and would be printed: punctuation stands before the closing "**" and a character right behind it. Move the punctuation behind the "**", or put a blank there',
			},
			block,
		});
	}
	if (inline.tags.length > 0) {
		const tag = shown(inline.tags[0] ?? '');
		reading.unchecked.push(
			unchecked(
				'markdown-html',
				block,
				`HTML 标记（${tag} 等 ${inline.tags.length} 处）未检查，标记之间的文字已检查`,
				`HTML tags were not checked (${tag}, ${inline.tags.length} in all); the text between them was`,
			),
		);
	}
}

function addList(reading: Reading, list: ListNode, context: Context): void {
	const ordered = list.ordered === true;
	const position = String(list.position?.start.offset ?? 0);
	list.children.forEach((item, index) => {
		const value = (list.start ?? 1) + index;
		const marker = /^(?:[*+-]|\d{1,9}([.)]))/.exec(
			reading.source.slice(rangeOf(reading, item).start, rangeOf(reading, item).start + 10),
		);
		const label: Label = {
			text: ordered ? `${value}${marker?.[1] ?? '.'}` : '•',
			level: Math.min(8, context.depth),
			list: position,
			bullet: !ordered,
			value: ordered ? value : index + 1,
			format: markdownRunFormat,
		};
		addBlocks(reading, item.children, { ...context, depth: context.depth + 1, label });
	});
}

function addTable(reading: Reading, table: TableNode, context: Context): void {
	const index = reading.tables.length;
	const firstBlock = reading.paragraphs.length;
	const cells: TableCell[] = [];
	table.children.forEach((row, rowIndex) => {
		row.children.forEach((cell, column) => {
			const place: CellPlace = { table: index, row: rowIndex, column };
			const block = reading.paragraphs.length;
			cells.push({
				row: rowIndex,
				column,
				columnSpan: 1,
				rowSpan: 1,
				blocks: [block],
				width: null,
				verticalAlign: 'top',
			});
			addInline(
				reading,
				cell,
				cell.children,
				{ ...context, where: context.where === 'body' ? 'table' : context.where, cell: place, label: null },
				null,
			);
			const alignment = table.align?.[column];
			const written = reading.paragraphs[block];
			if (written !== undefined && alignment !== undefined && alignment !== null) {
				reading.paragraphs[block] = { ...written, format: { ...written.format, alignment } };
			}
		});
	});
	reading.tables.push({
		index,
		parent: null,
		firstBlock,
		lastBlock: Math.max(firstBlock, reading.paragraphs.length - 1),
		columns: [],
		rows: table.children.length,
		headRows: 1,
		cells,
		alignment: 'left',
		borders: true,
	});
}

/** A code block is one paragraph with line breaks; its characters are no prose and a splice must not touch them. */
function addCode(reading: Reading, node: Positioned, content: string, context: Context): void {
	const value = content.replace(/\r\n|\r/g, '\n');
	const { source } = reading;
	const range = rangeOf(reading, node);
	const spans: SourceSpan[] = [];
	let line = lineStartAfter(source, range.start);
	let at = 0;
	for (const text of value.split('\n')) {
		const end = lineEnd(source, line);
		const found = source.slice(line, end).lastIndexOf(text);
		const start = found < 0 ? line : line + found;
		if (text !== '')
			spans.push({
				start: at,
				end: at + text.length,
				source: { part: '', start, end: start + text.length },
				verbatim: found >= 0,
				editable: false,
			});
		at += text.length + 1;
		line = lineStartAfter(source, line);
	}
	const breaks = [...value.matchAll(/\n/g)].map((match) => ({ at: match.index, kind: 'line' as const }));
	const runs: Run[] = value === '' ? [] : [{ start: 0, end: value.length, format: markdownRunFormat, why: {} }];
	const block = reading.paragraphs.length;
	addParagraph(reading, node, { ...noInline, text: value, spans, runs, breaks }, context, null);
	reading.unchecked.push(
		unchecked('markdown-code', block, '代码块不作公文文字修改', 'A code block is read but never changed'),
	);
}

const noInline: InlineText = {
	text: '',
	spans: [],
	runs: [],
	breaks: [],
	objects: [] as readonly ObjectKind[],
	images: [],
	drawings: [],
	noteMarks: [],
	tags: [],
	comments: [],
	stray: 0,
};

/** Marks of one note show one number, however often they stand. */
function noteReference(reading: Reading, { at, id }: { readonly at: number; readonly id: string }): NoteReference {
	const number = reading.noteNumbers.get(id) ?? reading.noteNumbers.size + 1;
	reading.noteNumbers.set(id, number);
	return { at, note: { kind: 'footnote', id }, label: String(number) };
}

function addHtml(reading: Reading, node: Positioned, context: Context): void {
	const range = rangeOf(reading, node);
	// A comment between blocks speaks of the block that follows.
	reading.remarks.push(...remarksOf(reading.source.slice(range.start, range.end), reading.paragraphs.length));
	const pieces = htmlText(reading.source, range.start, range.end);
	if (pieces.length === 0) {
		if (!reading.source.startsWith('<!--', range.start))
			reading.unchecked.push(
				unchecked(
					'markdown-html',
					undefined,
					`第${node.position?.start.line ?? 1}行的 HTML 未检查`,
					`HTML on line ${node.position?.start.line ?? 1} was not checked`,
				),
			);
		return;
	}
	const block = reading.paragraphs.length;
	addParagraph(reading, node, pieceText(pieces), context, null);
	reading.unchecked.push(
		unchecked(
			'markdown-html',
			block,
			'HTML 标记未检查，标记之间的文字已检查',
			'HTML tags were not checked; the text between them was',
		),
	);
}

/** Text of raw HTML: read, but not to be spliced, since what would be markup there is another language's business. */
function pieceText(pieces: readonly AlignedPiece[]): InlineText {
	const spans: SourceSpan[] = [];
	let text = '';
	for (const piece of pieces) {
		const start = text.length;
		text += piece.text;
		spans.push({
			start,
			end: text.length,
			source: { part: '', start: piece.start, end: piece.end },
			verbatim: piece.verbatim,
			editable: false,
		});
	}
	return { ...noInline, text, spans, runs: [{ start: 0, end: text.length, format: markdownRunFormat, why: {} }] };
}

/** The document of a text that remark must not see: each line that is not blank is a paragraph, marks and all. */
function plainDoc(source: string, line: number): Doc {
	const reading = newReading(source, 0);
	let number = 1;
	for (let at = 0; at < source.length; number++) {
		const end = lineEnd(source, at);
		const text = source.slice(at, end);
		if (text.trim() !== '') {
			const span: SourceSpan = {
				start: 0,
				end: text.length,
				source: { part: '', start: at, end },
				verbatim: true,
				editable: true,
			};
			const run: Run = { start: 0, end: text.length, format: markdownRunFormat, why: {} };
			const node: Positioned = { position: { start: { offset: at, line: number }, end: { offset: end } } };
			addParagraph(reading, node, { ...noInline, text, spans: [span], runs: [run] }, body, null);
		}
		at = lineStartAfter(source, at);
	}
	const problems: Problem[] = [
		{
			code: PLAIN_TEXT,
			message: {
				zh: `第${line}行附近的 Markdown 标记过多或嵌套过深，全文按纯文字逐行读取，未识别标题、列表和表格`,
				en: `Near line ${line} the Markdown marks are too many or nested too deeply; the file was read line by line as plain text, without headings, lists and tables`,
			},
		},
	];
	return {
		kind: 'markdown',
		paragraphs: reading.paragraphs,
		sections: [],
		tables: [],
		settings: markdownSettings,
		counts: noCounts,
		metadata: {},
		problems,
		unchecked: [],
	};
}

function unchecked(code: string, block: number | undefined, zh: string, en: string): Unchecked {
	return { code, message: { zh, en }, ...(block === undefined ? {} : { block }) };
}

function shown(text: string): string {
	const plain = text.replace(/\s+/g, ' ');
	return plain.length <= 20 ? plain : `${plain.slice(0, 20)}…`;
}
