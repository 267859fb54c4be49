import type { Doc, Paragraph, TextEdit } from '@bianxu/model';
import { type DeflateHost, escapeAttribute, escapeText, isRefusal, relationshipsOf } from '@bianxu/opc';
import type { PartEdit } from './lower/element-edit.ts';
import { largestId, partRegistry } from './lower/package-parts.ts';
import { type ParagraphMap, paragraphMaps } from './lower/paragraph-map.ts';
import { intoParagraph } from './lower/paragraphs.ts';
import { inPartEdits, writePackage } from './lower/part-edits.ts';
import { canCut, rebuildRuns } from './lower/rebuild-runs.ts';
import { type WordNames, wordNames } from './lower/word-names.ts';
import type { DocxSource } from './source.ts';

/** A remark on a stretch of a paragraph's text; `text` may hold '\n' between paragraphs of the comment. */
export interface Annotation {
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** The way to the annotated bytes. */
export interface AnnotatedDocx {
	readonly write: (host: DeflateHost) => Uint8Array;
}

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** A remark with its number and the stretch that it is put on. */
interface Placed {
	readonly id: number;
	readonly paragraph: Paragraph;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * Writes remarks as Word comments (17.13.4): range marks and a reference in the text, the comment in the comments part,
 * which is extended or made. An empty stretch at 0 means the whole paragraph. Word has no comments in headers, footers,
 * notes and text boxes: those go to the nearest paragraph of the body and begin with where they belong. Everything else
 * in the file stays; the same input, author and date give the same bytes. Without remarks, or where the comments part
 * cannot be written, the bytes are the old ones.
 * @param options.date `YYYY-MM-DD`, or a whole xsd:dateTime.
 */
export function annotateDocx(
	doc: Doc,
	source: DocxSource,
	notes: readonly Annotation[],
	options: { readonly author: string; readonly date: string },
): AnnotatedDocx {
	const nothing: AnnotatedDocx = { write: () => source.pkg.bytes };
	const main = source.parts.get(source.mainPart);
	const names = main === undefined ? null : wordNames(main.xml);
	const relationships = relationshipsOf(source.pkg, source.mainPart);
	if (main === undefined || names === null || isRefusal(relationships)) return nothing;
	const existing = relationships.find(({ type, external }) => type === 'comments' && !external)?.part ?? null;
	const comments = existing === null ? null : source.parts.get(existing);
	const commentNames = comments === null ? names : comments === undefined ? null : wordNames(comments.xml);
	if (comments === undefined || commentNames === null) return nothing;
	const marks = new Set(['w:comment', 'w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']);
	const largest = Math.max(
		largestId(main.xml, marks, 'w:id'),
		comments === null ? -1 : largestId(comments.xml, marks, 'w:id'),
	);
	const placed = placeNotes(doc, source, notes, largest + 1);
	if (placed.length === 0) return nothing;
	const edits: TextEdit[] = [...inPartEdits(main.name, textMarks(source, placed))];
	const written = placed.map((note) => writeComment(commentNames, note, options)).join('');
	const registry = partRegistry(source, names.strict);
	if (comments === null) {
		const { name, relationship } = registry.reserve('comments', false);
		const uri = names.strict
			? 'http://purl.oclc.org/ooxml/wordprocessingml/main'
			: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
		const [element, declaration] = [names.element('comments'), declarationOf(names, uri)];
		const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${element}${declaration}>${written}</${element}>`;
		registry.add({ name, relationship, type: 'comments', contentType: COMMENTS_TYPE, text });
	} else {
		const { xml } = comments;
		const closed = xml.end[0] === xml.tagEnd[0];
		const tag = xml.text.slice(xml.start[0], xml.tagEnd[0]);
		const edit: PartEdit = closed
			? {
					start: xml.start[0] ?? 0,
					end: xml.tagEnd[0] ?? 0,
					text: `${tag.replace(/\s*\/>$/, '>')}${written}</${commentNames.element('comments')}>`,
				}
			: { start: xml.closeStart[0] ?? 0, end: xml.closeStart[0] ?? 0, text: written };
		edits.push(...inPartEdits(comments.name, [edit]));
	}
	const finished = registry.finish();
	if (finished === null) return nothing;
	const all = { edits: [...edits, ...finished.edits], added: finished.added };
	return { write: (host) => writePackage(source, all, host) };
}

function declarationOf(names: WordNames, uri: string): string {
	const prefix = names.attribute('').replace(':', '');
	const plain = names.element('p') === 'p' ? ` xmlns="${uri}"` : '';
	return `${plain} xmlns:${prefix}="${uri}"`;
}

/** Gives each remark a number and a paragraph in the body of the main part. */
function placeNotes(doc: Doc, source: DocxSource, notes: readonly Annotation[], firstId: number): readonly Placed[] {
	const inBody = (paragraph: Paragraph): boolean =>
		(paragraph.where === 'body' || paragraph.where === 'table') && paragraph.source.part === source.mainPart;
	// A paragraph of a drawing and nothing else shows no remark, and LibreOffice 7.4 hangs over one on a cover page.
	const holds = (paragraph: Paragraph): boolean =>
		inBody(paragraph) && (paragraph.text !== '' || paragraph.objects.length === 0);
	const first =
		doc.paragraphs.find((paragraph) => inBody(paragraph) && paragraph.text !== '') ??
		doc.paragraphs.find(holds) ??
		doc.paragraphs.find(inBody);
	if (first === undefined) return [];
	return notes.map((note, index) => {
		const paragraph = doc.paragraphs[note.block] ?? first;
		const id = firstId + index;
		if (holds(paragraph)) return { id, paragraph, ...stretchOf(paragraph.text, note), text: note.text };
		const before = doc.paragraphs.slice(0, paragraph.block).findLast(holds);
		const host = paragraph.where === 'textbox' ? (before ?? first) : first;
		const text = `【${PLACES[paragraph.where]}：${excerpt(paragraph.text)}】\n${note.text}`;
		return { id, paragraph: host, start: 0, end: host.text.length, text };
	});
}

const PLACES: Readonly<Record<Paragraph['where'], string>> = {
	body: '正文',
	table: '表格',
	textbox: '文本框',
	header: '页眉',
	footer: '页脚',
	footnote: '脚注',
	endnote: '尾注',
};

function excerpt(text: string): string {
	if (text === '') return '无文字的一段';
	return text.length <= 20 ? text : `${text.slice(0, 20)}…`;
}

/** The stretch within the text, never empty where there is text, never through a surrogate pair. */
function stretchOf(text: string, note: Annotation): { readonly start: number; readonly end: number } {
	let start = Math.min(Math.max(0, note.start), text.length);
	let end = Math.min(Math.max(start, note.end), text.length);
	if (start === end && start === 0) end = text.length;
	else if (start === end && end < text.length) end++;
	else if (start === end) start--;
	if (isLow(text, start)) start--;
	if (isLow(text, end)) end++;
	return { start, end };
}

function isLow(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return at > 0 && at < text.length && unit >= 0xdc00 && unit <= 0xdfff;
}

/** Range marks and references of all remarks. */
function textMarks(source: DocxSource, placed: readonly Placed[]): readonly PartEdit[] {
	const byBlock = new Map<number, Placed[]>();
	for (const note of placed) byBlock.set(note.paragraph.block, [...(byBlock.get(note.paragraph.block) ?? []), note]);
	return [...byBlock.values()].flatMap((list) => {
		const paragraph = list[0]?.paragraph;
		const maps = paragraph === undefined ? 'place' : paragraphMaps(source, paragraph);
		const map = typeof maps === 'string' ? undefined : maps[0];
		return map === undefined ? [] : paragraphMarks(map, list);
	});
}

function paragraphMarks(map: ParagraphMap, notes: readonly Placed[]): readonly PartEdit[] {
	const { names } = map;
	const start = (id: number): string => `<${names.element('commentRangeStart')} ${names.attribute('id')}="${id}"/>`;
	const end = (id: number): string =>
		`<${names.element('commentRangeEnd')} ${names.attribute('id')}="${id}"/><${names.element('r')}><${names.element('commentReference')} ${names.attribute('id')}="${id}"/></${names.element('r')}>`;
	if (map.runs.length === 0) {
		return [
			intoParagraph(map.part.xml, map.element, names, 'end', notes.map(({ id }) => `${start(id)}${end(id)}`).join('')),
		];
	}
	// Ends before starts, so that remarks that touch do not nest.
	const wanted = [
		...notes.map((note) => ({ at: note.end, side: 'end' as const, xml: end(note.id) })),
		...notes.map((note) => ({ at: note.start, side: 'start' as const, xml: start(note.id) })),
	];
	const inside: { at: number; xml: string }[] = [];
	const between: PartEdit[] = [];
	for (const { at, side, xml } of wanted) {
		const run = map.runs.find((candidate) => candidate.start < at && at < candidate.end);
		if (run !== undefined && run.element >= 0 && canCut(map, at)) inside.push({ at, xml });
		else {
			const place = boundary(map, at, side);
			between.push({ start: place, end: place, text: xml });
		}
	}
	return [...between, ...rebuildRuns(map, { texts: [], formats: [], marks: inside })];
}

/** Offset in the part before or after the run at a text offset; a run that cannot be parted is covered whole. */
function boundary(map: ParagraphMap, at: number, side: 'start' | 'end'): number {
	const { xml } = map.part;
	const index =
		side === 'start'
			? map.runs.findIndex((run) => run.start <= at && at < run.end)
			: map.runs.findIndex((run) => run.start < at && at <= run.end);
	const number = index >= 0 ? index : side === 'start' ? 0 : map.runs.length - 1;
	const run = map.runs[number];
	const holder =
		run !== undefined && run.element >= 0
			? run.element
			: (map.spans.find((span) => span.run === number)?.holder ?? map.element);
	return (side === 'start' ? xml.start[holder] : xml.end[holder]) ?? 0;
}

function writeComment(
	names: WordNames,
	note: Placed,
	options: { readonly author: string; readonly date: string },
): string {
	const { element: e, attribute: a } = names;
	const date = /^\d{4}-\d{2}-\d{2}$/.test(options.date) ? `${options.date}T00:00:00Z` : options.date;
	const initials = [...options.author].slice(0, 2).join('');
	const paragraphs = note.text.split('\n').map((line, index) => {
		const reference = index === 0 ? `<${e('r')}><${e('annotationRef')}/></${e('r')}>` : '';
		return `<${e('p')}>${reference}<${e('r')}><${e('t')} xml:space="preserve">${escapeText(storable(line))}</${e('t')}></${e('r')}></${e('p')}>`;
	});
	return `<${e('comment')} ${a('id')}="${note.id}" ${a('author')}="${escapeAttribute(options.author)}" ${a('date')}="${escapeAttribute(date)}" ${a('initials')}="${escapeAttribute(initials)}">${paragraphs.join('')}</${e('comment')}>`;
}

/** Characters that XML forbids, half pairs included, as U+FFFD: a remark may quote what it complains of. */
function storable(text: string): string {
	let out = '';
	for (const ch of text) {
		const code = ch.codePointAt(0) ?? 0xfffd;
		const bad = (code < 0x20 && code !== 9) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
		out += bad ? '\ufffd' : ch;
	}
	return out;
}
