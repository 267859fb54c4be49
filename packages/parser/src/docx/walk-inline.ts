import type { ObjectKind, RunFormat, Why } from '@bianxu/model';
import { attr, child, elementName, firstChild, nextSibling, printable, textOf, textPieces } from '@bianxu/opc';
import { formatLabel } from '@bianxu/numbering';
import { readDrawings, withFallbackPictures } from './drawings.ts';
import { appendText, type Draft, type RunState } from './draft.ts';
import { chooseBranch, plainText, type ObjectContent, pairBoxes, readObject } from './objects.ts';
import { type NoteCount, resolvedRun, type Story, type StyleContext } from './reading.ts';
import { type ScannedPart, tagOf } from './scanned-part.ts';
import { familyOf } from './run-properties.ts';
import { onOffValue } from './xml-values.ts';

/** What wraps the runs being read. */
export interface Wrapping {
	/** Inside a tracked insertion or the new place of a move. */
	readonly inserted: boolean;
	/** Inside a content control that is locked or bound to data, which wins over the text on opening. */
	readonly locked: boolean;
}

/** Where inline content goes to. `block` is the number the paragraph will have. */
export interface Flow {
	readonly story: Story;
	readonly draft: Draft;
	readonly context: StyleContext;
	readonly block: number;
}

/** Reads the inline content of a w:p or of a wrapper inside it. Recursion is bounded by the scanner's depth limit. */
export function walkInline(flow: Flow, container: number, wrapping: Wrapping): void {
	const { part } = flow.story;
	for (let e = firstChild(part.xml, container); e >= 0; e = nextSibling(part.xml, e)) inline(flow, e, wrapping);
}

function inline(flow: Flow, e: number, wrapping: Wrapping): void {
	const { story, draft } = flow;
	const { part } = story;
	switch (tagOf(part, e)) {
		case 'w:r':
			return walkRun(flow, e, wrapping);
		case 'w:hyperlink':
		case 'w:smartTag':
		case 'w:customXml':
		case 'w:bdo':
		case 'w:dir':
		case 'm:oMathPara':
			return walkInline(flow, e, wrapping);
		case 'w:ins':
		case 'w:moveTo':
			return walkInline(flow, e, { ...wrapping, inserted: true });
		case 'w:del':
		case 'w:moveFrom':
			return;
		case 'w:sdt':
			return walkInline(flow, child(part.xml, e, 'w:sdtContent'), {
				...wrapping,
				locked: wrapping.locked || isLocked(part, e),
			});
		case 'w:fldSimple': {
			story.fields.beginSimple(attr(part.xml, e, 'w:instr') ?? '', draft.text.length);
			walkInline(flow, e, wrapping);
			return endField(flow);
		}
		case 'm:oMath':
			return equation(flow, e, wrapping);
		case 'mc:AlternateContent': {
			const { chosen, copy } = chooseBranch(part, e);
			if (chosen < 0) return;
			const boxes = draft.boxes.length;
			const drawings = draft.drawings.length;
			walkInline(flow, chosen, wrapping);
			withFallbacks(flow, chosen, copy, drawings);
			draft.boxes.push(...pairBoxes(part, draft.boxes.splice(boxes), copy));
			return;
		}
		case 'w:subDoc':
			return notRead(flow, 'sub-document', '子文档的内容不在本文件中，未检查', 'a sub-document is not in this file');
		case 'w:pPr':
		case 'w:customXmlPr':
		case 'w:smartTagPr':
		case 'w:proofErr':
		case 'w:bookmarkStart':
		case 'w:bookmarkEnd':
		case 'w:commentRangeStart':
		case 'w:commentRangeEnd':
		case 'w:permStart':
		case 'w:permEnd':
		case 'w:moveFromRangeStart':
		case 'w:moveFromRangeEnd':
		case 'w:moveToRangeStart':
		case 'w:moveToRangeEnd':
		case 'w:customXmlInsRangeStart':
		case 'w:customXmlInsRangeEnd':
		case 'w:customXmlDelRangeStart':
		case 'w:customXmlDelRangeEnd':
		case 'w:customXmlMoveFromRangeStart':
		case 'w:customXmlMoveFromRangeEnd':
		case 'w:customXmlMoveToRangeStart':
		case 'w:customXmlMoveToRangeEnd':
			return;
		default:
			return unknownElement(flow, e);
	}
}

/** Whether the content of a w:sdt must not be edited: locked (17.5.2.23) or bound to data (17.5.2.6). */
export function isLocked(part: ScannedPart, sdt: number): boolean {
	const properties = child(part.xml, sdt, 'w:sdtPr');
	if (properties < 0) return false;
	const lock = attr(part.xml, child(part.xml, properties, 'w:lock'), 'w:val');
	return lock === 'contentLocked' || lock === 'sdtContentLocked' || child(part.xml, properties, 'w:dataBinding') >= 0;
}

/** Reports an element whose meaning the reader does not know, once by name. */
export function unknownElement(flow: Pick<Flow, 'story' | 'block'>, e: number): void {
	const name = printable(elementName(flow.story.part.xml, e));
	flow.story.reading.notices.unchecked(
		'unknown-element',
		`含有不认识的内容“${name}”，其中的文字未检查`,
		`unknown content "${name}"; text in it was not checked`,
		flow.block,
		name,
	);
}

function notRead(flow: Flow, code: string, zh: string, en: string): void {
	flow.story.reading.notices.unchecked(code, zh, en, flow.block);
}

function walkRun(flow: Flow, element: number, wrapping: Wrapping): void {
	const { story, context } = flow;
	const { part } = story;
	const first = firstChild(part.xml, element);
	const rPr = first >= 0 && tagOf(part, first) === 'w:rPr' ? first : child(part.xml, element, 'w:rPr');
	const resolved = resolvedRun(story.reading, context, part, rPr);
	const run: RunState = { element, resolved, inserted: wrapping.inserted, locked: wrapping.locked };
	for (let e = first; e >= 0; e = nextSibling(part.xml, e)) runContent(flow, run, e, wrapping);
}

function runContent(flow: Flow, run: RunState, e: number, wrapping: Wrapping): void {
	const { story, draft } = flow;
	const { part } = story;
	switch (tagOf(part, e)) {
		case 'w:t':
			return runText(flow, run, e);
		case 'w:rPr':
		case 'w:lastRenderedPageBreak':
		case 'w:delText':
		case 'w:delInstrText':
		case 'w:annotationRef':
		case 'w:footnoteRef':
		case 'w:endnoteRef':
		case 'w:separator':
		case 'w:continuationSeparator':
			return;
		case 'w:tab':
		case 'w:ptab':
			return mark(flow, run, e, '\t', true);
		case 'w:cr':
			return lineBreak(flow, run, e, 'line');
		case 'w:br': {
			const type = attr(part.xml, e, 'w:type');
			return lineBreak(flow, run, e, type === 'page' || type === 'column' ? type : 'line');
		}
		case 'w:noBreakHyphen':
			return mark(flow, run, e, '\u2011', true);
		case 'w:softHyphen':
			return mark(flow, run, e, '\u00ad', true);
		case 'w:sym':
			return symbol(flow, run, e);
		case 'w:fldChar':
			return fieldCharacter(flow, e);
		case 'w:instrText':
			return story.fields.instruct(textOf(part.xml, e));
		case 'w:pgNum':
		case 'w:dayLong':
		case 'w:dayShort':
		case 'w:monthLong':
		case 'w:monthShort':
		case 'w:yearLong':
		case 'w:yearShort':
			return notRead(
				flow,
				'computed-text',
				'含有由程序填写的页码或日期，未检查',
				'a page number or date filled in by the program',
			);
		case 'w:ruby':
			return walkInline(flow, child(part.xml, e, 'w:rubyBase'), wrapping);
		case 'w:drawing':
		case 'w:pict':
		case 'w:object':
		case 'w:control':
			return object(flow, e);
		case 'mc:AlternateContent': {
			const { chosen, copy } = chooseBranch(part, e);
			if (chosen < 0) return;
			const boxes = draft.boxes.length;
			const drawings = draft.drawings.length;
			for (let c = firstChild(part.xml, chosen); c >= 0; c = nextSibling(part.xml, c)) {
				runContent(flow, run, c, wrapping);
			}
			withFallbacks(flow, chosen, copy, drawings);
			draft.boxes.push(...pairBoxes(part, draft.boxes.splice(boxes), copy));
			return;
		}
		case 'w:footnoteReference':
		case 'w:endnoteReference':
			return noteReference(flow, e);
		case 'w:commentReference':
			return note(draft, 'comment-reference');
		case 'w:contentPart':
			note(draft, 'shape');
			return notRead(flow, 'ink', '含有墨迹，未检查', 'ink was not checked');
		case 'm:oMath':
			return equation(flow, e, wrapping);
		default:
			return unknownElement(flow, e);
	}
}

function raw(part: ScannedPart, e: number): string {
	return part.xml.text.slice(part.xml.tagEnd[e], part.xml.closeStart[e]);
}

const isBlank = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10 || unit === 13;

/** w:t (17.3.3.31): blanks at its ends count only under xml:space="preserve"; line ends inside are blanks. */
function runText(flow: Flow, run: RunState, e: number): void {
	const { story, draft } = flow;
	if (story.fields.hidden()) return;
	const { part } = story;
	const { xml } = part;
	const field = story.fields.current();
	const space = attr(xml, e, 'xml:space');
	const preserve = space === undefined ? story.preserveSpace : space === 'preserve';
	const text = raw(part, e);
	const start = xml.tagEnd[e] as number;
	if (xml.coded[e] === 0 && xml.firstChild[e] === -1) {
		let from = 0;
		let to = text.length;
		if (!preserve) {
			while (from < to && isBlank(text.charCodeAt(from))) from++;
			while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
		}
		const shown = from === 0 && to === text.length ? text : text.slice(from, to);
		appendText(draft, part, run, field, shown, start + from, start + to, true, true);
		return;
	}
	const pieces = textPieces(xml, e);
	let whole = '';
	for (const piece of pieces) whole += piece.text;
	let from = 0;
	let to = whole.length;
	if (!preserve) {
		while (from < to && isBlank(whole.charCodeAt(from))) from++;
		while (to > from && isBlank(whole.charCodeAt(to - 1))) to--;
	}
	let at = 0;
	for (const piece of pieces) {
		const low = Math.max(from, at) - at;
		const high = Math.min(to, at + piece.text.length) - at;
		at += piece.text.length;
		if (low >= high) continue;
		if (!piece.verbatim) {
			const shown = piece.text === '\n' ? ' ' : piece.text;
			appendText(draft, part, run, field, shown, piece.start, piece.end, false, true);
			continue;
		}
		// A line feed inside the text shows as a blank, so it is a piece of its own.
		let cut = low;
		while (cut < high) {
			const found = piece.text.indexOf('\n', cut);
			const stop = found < 0 || found >= high ? high : found;
			const begin = piece.start + cut;
			appendText(draft, part, run, field, piece.text.slice(cut, stop), begin, piece.start + stop, true, true);
			if (stop === high) break;
			appendText(draft, part, run, field, ' ', piece.start + stop, piece.start + stop + 1, false, true);
			cut = stop + 1;
		}
	}
}

/** One character that stands for a whole element. */
function mark(flow: Flow, run: RunState, e: number, text: string, editable: boolean): void {
	const { story, draft } = flow;
	if (story.fields.hidden()) return;
	const { part } = story;
	const start = part.xml.start[e] as number;
	appendText(draft, part, run, story.fields.current(), text, start, part.xml.end[e] as number, false, editable);
}

function lineBreak(flow: Flow, run: RunState, e: number, kind: 'line' | 'page' | 'column'): void {
	if (flow.story.fields.hidden()) return;
	flow.draft.breaks.push({ at: flow.draft.text.length, kind });
	mark(flow, run, e, kind === 'line' ? '\n' : '\f', true);
}

const DIRECT: Why = { origin: 'direct' };

/** w:sym (17.3.3.30): a character of a font of its own. */
function symbol(flow: Flow, run: RunState, e: number): void {
	const { xml } = flow.story.part;
	const code = Number.parseInt(attr(xml, e, 'w:char') ?? '', 16);
	if (!(code > 0x1f && code <= 0xffff) || (code >= 0xd800 && code <= 0xdfff)) return;
	const family = familyOf(attr(xml, e, 'w:font'));
	let { resolved } = run;
	if (family !== '') {
		const format: RunFormat = { ...resolved.format, ascii: family, hAnsi: family, eastAsia: family };
		resolved = { format, why: { ...resolved.why, ascii: DIRECT, hAnsi: DIRECT, eastAsia: DIRECT } };
	}
	mark(flow, { ...run, resolved }, e, String.fromCharCode(code), false);
}

function fieldCharacter(flow: Flow, e: number): void {
	const { story, draft, block } = flow;
	const { xml } = story.part;
	if (story.brokenFields.has(e)) {
		story.reading.notices.problem(
			'field-broken',
			'域不完整（缺少开始或结束标记），按普通文字读取',
			'a field lacks its beginning or its end; read as plain text',
			block,
		);
		return;
	}
	const at = draft.text.length;
	switch (attr(xml, e, 'w:fldCharType')) {
		case 'begin':
			return story.fields.begin(at);
		case 'separate':
			return story.fields.separate(at);
		case 'end':
			return endField(flow);
	}
}

/** Fields that show nothing, or a page number, which is judged by the field itself. */
const WITHOUT_RESULT = new Set(
	'XE TC TA RD PRIVATE SET ASK FILLIN TOA PAGE NUMPAGES SECTIONPAGES SECTION BIDIOUTLINE NEXT NEXTIF SKIPIF'.split(' '),
);

function endField(flow: Flow): void {
	const { story, draft, block } = flow;
	const ended = story.fields.end(draft.text.length);
	if (ended === null || story.fields.hidden()) return;
	draft.fields.push(ended.field);
	const { name } = ended.field;
	if (ended.shown || name === '' || WITHOUT_RESULT.has(name)) return;
	const shown = printable(name);
	story.reading.notices.unchecked(
		'computed-field',
		`域 ${shown} 显示的内容由程序当场计算，文件里没有，未检查`,
		`what field ${shown} shows is computed on opening and not in the file`,
		block,
		name,
	);
}

function equation(flow: Flow, e: number, wrapping: Wrapping): void {
	const { story, draft, context } = flow;
	note(draft, 'equation');
	notRead(flow, 'equation', '公式只读出文字，结构和字体未检查', 'of an equation only the characters were read');
	if (story.fields.hidden()) return;
	const { part } = story;
	const run: RunState = { element: -1, resolved: resolvedRun(story.reading, context, part, -1), ...wrapping };
	const start = part.xml.start[e] as number;
	const text = plainText(part, e);
	appendText(draft, part, run, story.fields.current(), text, start, part.xml.end[e] as number, false, false);
}

function object(flow: Flow, e: number): void {
	const { story, draft } = flow;
	const content = readObject(story.part, e);
	const tag = tagOf(story.part, e);
	if ((tag === 'w:object' || tag === 'w:control') && !content.kinds.includes('embedded')) {
		content.kinds.push('embedded');
	}
	for (const kind of content.kinds) note(draft, kind);
	draft.drawings.push(...readDrawings(story.part, e, draft.text.length, targetIn(flow)));
	draft.boxes.push(...content.boxes);
	story.reading.images += content.images;
	reportObject(flow, content);
}

/** What a relationship of the part leads to. */
function targetIn({ story }: Flow): (id: string) => string | null {
	return (id) => story.reading.targetOf(story.part.name, id);
}

/** Drawings met since `from` in a chosen mc:Choice, with the pictures of its mc:Fallback. */
function withFallbacks(flow: Flow, chosen: number, copy: number, from: number): void {
	const { draft, story } = flow;
	if (draft.drawings.length === from) return;
	const own = draft.drawings.splice(from);
	draft.drawings.push(...withFallbackPictures(story.part, chosen, copy, own, targetIn(flow)));
}

/** A mark counts unless the text itself holds it (17.11.7). */
function noteReference({ story, draft }: Flow, e: number): void {
	const { part, reading } = story;
	note(draft, 'note-reference');
	const kind = tagOf(part, e) === 'w:footnoteReference' ? 'footnote' : 'endnote';
	const id = attr(part.xml, e, 'w:id') ?? '';
	reading.noteSections.set(`${kind} ${id}`, story.section);
	const custom = attr(part.xml, e, 'w:customMarkFollows');
	const counts = custom === undefined || onOffValue(custom) === false;
	const at = draft.text.length;
	const numbering = reading.notes[story.section]?.[kind];
	if (!counts || numbering === undefined) {
		draft.notes.push({ at, note: { kind, id }, label: '' });
		return;
	}
	const { format, restart, start } = numbering;
	const count = reading.noteCounts[kind];
	// The first note of all has the number to start from, and so has the first of a section that begins anew.
	const anew = count.section < 0 || (restart === 'eachSect' && count.section !== story.section);
	count.value = anew ? start : count.value + 1;
	count.section = story.section;
	const byPage = restart === 'eachPage' && kind === 'footnote' ? { byPage: marksOfPage(count, format, start) } : {};
	draft.notes.push({ at, note: { kind, id }, label: noteLabel(format, count.value), ...byPage });
}

function noteLabel(format: string, value: number): string {
	return formatLabel(format, value) ?? String(value);
}

/** More notes than a page of 22 lines can hold. */
const NOTES_OF_PAGE = 99;

function marksOfPage(count: NoteCount, format: string, start: number): readonly string[] {
	const key = `${format} ${start}`;
	const known = count.byPage.get(key);
	if (known !== undefined) return known;
	const made = Array.from({ length: NOTES_OF_PAGE }, (_, index) => noteLabel(format, start + index));
	count.byPage.set(key, made);
	return made;
}

function reportObject(flow: Flow, content: ObjectContent): void {
	for (let i = 0; i < content.images; i++) {
		notRead(flow, 'image', '图片中的内容未检查', 'the content of images was not checked');
	}
	if (content.kinds.includes('chart')) notRead(flow, 'chart', '图表中的文字未检查', 'text in charts was not checked');
	if (content.kinds.includes('embedded')) {
		notRead(flow, 'embedded', '嵌入对象中的内容未检查', 'the content of embedded objects was not checked');
	}
	if (content.wordArt > 0) {
		notRead(flow, 'word-art', '艺术字（含水印）中的文字未检查', 'text in WordArt and watermarks was not checked');
	}
	if (content.diagrams > 0) {
		notRead(flow, 'diagram', 'SmartArt 图形中的文字未检查', 'text in diagrams was not checked');
	}
}

function note(draft: Draft, kind: ObjectKind): void {
	draft.objects.push(kind);
}
