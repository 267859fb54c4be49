import {
	applyTextEdits,
	type Bilingual,
	type Change,
	type Doc,
	type Paragraph,
	type TextEdit,
	type Unsayable,
} from '@bianxu/model';
import { plannedTexts } from '../planned-text.ts';
import { lineEnd } from './complexity.ts';
import { type EscapeContext, escapeMarkdown } from './escape.ts';
import { PLAIN_TEXT, readMarkdown } from './read-markdown.ts';
import { insertionPlace, type Stretch, stretchesOf } from './source-place.ts';

/** Edits of a Markdown text for the changes that it can say, and the others with the reason. */
export interface LoweredMarkdown {
	readonly edits: readonly TextEdit[];
	readonly unsayable: readonly Unsayable[];
}

type Said = { readonly edits: readonly (Stretch & { readonly text: string })[] } | { readonly reason: Bilingual };

/**
 * Changes → edits of the text that `readMarkdown` returned. Text changes, paragraphs inserted and removed, and bold and
 * italic can be said in Markdown; other formats, page set-up and page numbers cannot. Every set of edits is applied and
 * read back here: a change after which the text would not read as planned (a `**` that stops being a mark beside new
 * punctuation, say) is given back as unsayable instead of being written.
 * @param doc @param text as `readMarkdown` returned them together.
 */
export function lowerMarkdown(doc: Doc, text: string, changes: readonly Change[]): LoweredMarkdown {
	if (doc.problems.some((problem) => problem.code === PLAIN_TEXT)) {
		return { edits: [], unsayable: changes.map((change) => ({ change, reason: plainReason })) };
	}
	const unsayable: Unsayable[] = [];
	const sayable: { readonly change: Change; readonly edits: readonly TextEdit[] }[] = [];
	const taken: Stretch[] = [];
	for (const change of changes) {
		const said = say(doc, text, change);
		if ('reason' in said) unsayable.push({ change, reason: said.reason });
		else if (said.edits.some((edit) => taken.some((other) => edit.start < other.end && other.start < edit.end))) {
			unsayable.push({ change, reason: overlapReason });
		} else {
			taken.push(...said.edits);
			sayable.push({
				change,
				edits: said.edits.map(({ start, end, text: written }) => ({ range: { part: '', start, end }, text: written })),
			});
		}
	}
	const accepted = accept(doc, text, [], sayable);
	for (const entry of sayable)
		if (!accepted.includes(entry)) unsayable.push({ change: entry.change, reason: readBackReason });
	return { edits: accepted.flatMap((entry) => entry.edits), unsayable };
}

interface Entry {
	readonly change: Change;
	readonly edits: readonly TextEdit[];
}

/** The entries that, added to those accepted before, still read back as planned; halves are tried when the whole fails. */
function accept(doc: Doc, text: string, before: readonly Entry[], entries: readonly Entry[]): readonly Entry[] {
	if (entries.length === 0) return before;
	const all = [...before, ...entries];
	if (readsBack(doc, text, all)) return all;
	if (entries.length === 1) return before;
	const half = entries.length >> 1;
	return accept(doc, text, accept(doc, text, before, entries.slice(0, half)), entries.slice(half));
}

function readsBack(doc: Doc, text: string, entries: readonly Entry[]): boolean {
	const edits = entries
		.flatMap((entry) => entry.edits)
		.map((edit) => ({ start: edit.range.start, end: edit.range.end, text: edit.text }));
	const again = readMarkdown(new TextEncoder().encode(applyTextEdits(text, edits)));
	if (again.refusal !== undefined) return false;
	const planned = plannedTexts(
		doc,
		entries.map((entry) => entry.change),
	);
	const found = again.doc.paragraphs;
	return (
		found.length === planned.length &&
		found.every((paragraph, index) => paragraph.text === planned[index]) &&
		again.doc.tables.length === doc.tables.length &&
		again.doc.counts.images === doc.counts.images &&
		again.doc.counts.footnotes === doc.counts.footnotes
	);
}

function say(doc: Doc, text: string, change: Change): Said {
	if (change.kind === 'format-page' || change.kind === 'page-numbers') return { reason: pageReason };
	const paragraph = doc.paragraphs[change.block];
	if (paragraph === undefined) return { reason: placeReason };
	switch (change.kind) {
		case 'replace-text':
			return sayText(text, paragraph, change);
		case 'format-run':
			return sayRun(text, paragraph, change);
		case 'format-paragraph':
			return { reason: formatReason };
		case 'insert-paragraph':
			return sayInsert(text, paragraph, change);
		case 'remove-paragraph':
			return sayRemove(text, paragraph);
	}
}

function sayText(text: string, paragraph: Paragraph, change: Extract<Change, { kind: 'replace-text' }>): Said {
	const { start, end } = change;
	if (start < 0 || end < start || end > paragraph.text.length) return { reason: placeReason };
	if (start === end) {
		const place = insertionPlace(paragraph, start) ?? (paragraph.text === '' ? emptyPlace(text, paragraph) : null);
		if (place === null) return { reason: placeReason };
		const at = { start: place, end: place };
		return { edits: [{ ...at, text: escapeMarkdown(change.text, contextOf(text, paragraph, at)) }] };
	}
	const stretches = stretchesOf(paragraph, start, end);
	if (stretches === null) return { reason: untouchableReason };
	const joined = joinAcrossBreaks(text, stretches);
	const edits = joined.map((stretch, index) => ({
		...stretch,
		text: index === 0 ? escapeMarkdown(change.text, contextOf(text, paragraph, stretch)) : '',
	}));
	return { edits: edits.map((edit) => (edit.text === '' ? withoutBlankLine(text, paragraph, edit) : edit)) };
}

function contextOf(text: string, paragraph: Paragraph, { start, end }: Stretch): EscapeContext {
	const heading = paragraph.style.startsWith('heading');
	const line = text.slice(Math.max(startOfLine(text, start), Math.min(paragraph.source.start, start)), start);
	return {
		lineStart: paragraph.cell === null && !heading && /^[ \t>]*$/.test(line),
		lineEnd: text.slice(end, lineEnd(text, end)).trim() === '' || paragraph.cell !== null || heading,
		cell: paragraph.cell !== null,
		lineBreak: lineBreakOf(text, paragraph),
	};
}

/** Stretches on both sides of a soft line break are one: text that is replaced whole leaves no line end behind. */
function joinAcrossBreaks(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
	const joined: Stretch[] = [];
	for (const stretch of stretches) {
		const last = joined.at(-1);
		if (last !== undefined && /^(?:[ \t]*(?:\r\n|\n|\r)[ \t>]*)?$/.test(text.slice(last.end, stretch.start)))
			joined[joined.length - 1] = { start: last.start, end: stretch.end };
		else joined.push(stretch);
	}
	return joined;
}

/** A line of a paragraph that becomes blank would end the paragraph there: its line end goes with it. */
function withoutBlankLine(
	text: string,
	paragraph: Paragraph,
	edit: Stretch & { readonly text: string },
): Stretch & { readonly text: string } {
	const lineStart = startOfLine(text, edit.start);
	if (!/^[ \t>]*$/.test(text.slice(lineStart, edit.start)) || lineStart <= paragraph.source.start) {
		const lineStop = lineEnd(text, edit.end);
		const whole =
			edit.start === paragraph.source.start &&
			lineStop < paragraph.source.end &&
			text.slice(edit.end, lineStop).trim() === '';
		return whole ? { ...edit, end: afterPrefix(text, afterLineEnd(text, lineStop)) } : edit;
	}
	const stop = lineEnd(text, edit.end);
	if (text.slice(edit.end, stop).trim() !== '') return edit;
	return { start: beforeLineEnd(text, lineStart), end: edit.end, text: '' };
}

function sayRun(text: string, paragraph: Paragraph, change: Extract<Change, { kind: 'format-run' }>): Said {
	const { bold, italic, ...others } = change.format;
	if (Object.keys(others).length > 0) return { reason: formatReason };
	const runs = paragraph.runs.filter((run) => run.start < change.end && change.start < run.end);
	const edits: (Stretch & { text: string })[] = [];
	const marks = [
		{ wanted: bold, key: 'bold' as const, mark: '**', other: '__' },
		{ wanted: italic, key: 'italic' as const, mark: '*', other: '_' },
	];
	for (const { wanted, key, mark, other } of marks) {
		if (wanted === undefined) continue;
		const differing = runs.filter((run) => run.format[key] !== wanted);
		for (const run of differing) {
			const stretch = stretchesOf(paragraph, Math.max(run.start, change.start), Math.min(run.end, change.end));
			const only = stretch?.[0];
			if (only === undefined || stretch?.length !== 1) return { reason: formatReason };
			if (wanted)
				edits.push({ start: only.start, end: only.start, text: mark }, { start: only.end, end: only.end, text: mark });
			else {
				const [open, close] = [
					text.slice(only.start - mark.length, only.start),
					text.slice(only.end, only.end + mark.length),
				];
				if (open !== close || (open !== mark && open !== other)) return { reason: formatReason };
				edits.push(
					{ start: only.start - mark.length, end: only.start, text: '' },
					{ start: only.end, end: only.end + mark.length, text: '' },
				);
			}
		}
	}
	return edits.length === 0 ? { edits: [] } : { edits };
}

function sayInsert(text: string, paragraph: Paragraph, change: Extract<Change, { kind: 'insert-paragraph' }>): Said {
	if (paragraph.cell !== null) return { reason: cellReason };
	if (change.text.trim() === '') return { reason: blankReason };
	const lineStart = startOfLine(text, paragraph.source.start);
	const prefix = text.slice(lineStart, paragraph.source.start);
	if (!/^(?:[ \t>]|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))*$/.test(prefix)) return { reason: placeReason };
	const listItem = /[^ \t>]/.test(prefix);
	if (listItem && change.where === 'before') return { reason: placeReason };
	const indent = prefix.replace(/[^ \t>]/g, ' ');
	const eol = lineEndOf(text);
	const written = escapeMarkdown(change.text, {
		lineStart: true,
		lineEnd: true,
		cell: false,
		lineBreak: indent === '' ? `\\${eol}` : '<br>',
	});
	if (change.where === 'before') {
		return {
			edits: [{ start: lineStart, end: lineStart, text: `${indent}${written}${eol}${indent.trimEnd()}${eol}` }],
		};
	}
	const stop = lineEnd(text, paragraph.source.end);
	return { edits: [{ start: stop, end: stop, text: `${eol}${indent.trimEnd()}${eol}${indent}${written}` }] };
}

function sayRemove(text: string, paragraph: Paragraph): Said {
	if (paragraph.cell !== null) return { reason: cellReason };
	const lineStart = startOfLine(text, paragraph.source.start);
	if (!/^[ \t>*+.)\d-]*$/.test(text.slice(lineStart, paragraph.source.start))) return { reason: placeReason };
	let start = lineStart;
	let end = afterLineEnd(text, lineEnd(text, paragraph.source.end));
	const blankBefore = start === 0 || text.slice(startOfLine(text, beforeLineEnd(text, start)), start).trim() === '';
	if (blankBefore) {
		// The blank lines before stay as the separation; those after would double it.
		let next = end;
		while (next < text.length && text.slice(next, lineEnd(text, next)).trim() === '')
			next = afterLineEnd(text, lineEnd(text, next));
		if (next < text.length) end = next;
		else
			while (start > 0 && text.slice(startOfLine(text, beforeLineEnd(text, start)), start).trim() === '')
				start = startOfLine(text, beforeLineEnd(text, start));
	}
	return { edits: [{ start, end, text: '' }] };
}

/** Place for the first text of an empty block: after the `#` of a heading, or inside the bars of a cell. */
function emptyPlace(text: string, { source, cell }: Paragraph): number | null {
	const written = text.slice(source.start, source.end);
	if (cell === null) return /^#{1,6} *$/.test(written) && written.endsWith(' ') ? source.end : null;
	const bars = /^\|?[ \t]/.exec(written);
	return bars === null ? null : source.start + bars[0].length;
}

/** A hard break: a backslash at the line's end in plain paragraphs, `<br>` where a line end would end more. */
function lineBreakOf(text: string, paragraph: Paragraph): string {
	const lineStart = startOfLine(text, paragraph.source.start);
	const plain = paragraph.cell === null && paragraph.style === '' && lineStart === paragraph.source.start;
	return plain ? `\\${lineEndOf(text)}` : '<br>';
}

/** The line end that the file uses: that of its first line. */
function lineEndOf(text: string): string {
	return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function startOfLine(text: string, at: number): number {
	let start = at;
	while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
	return start;
}

function afterLineEnd(text: string, at: number): number {
	if (text[at] === '\r' && text[at + 1] === '\n') return at + 2;
	return Math.min(text.length, at + 1);
}

function beforeLineEnd(text: string, lineStart: number): number {
	if (text[lineStart - 1] === '\n' && text[lineStart - 2] === '\r') return lineStart - 2;
	return Math.max(0, lineStart - 1);
}

function afterPrefix(text: string, at: number): number {
	let end = at;
	while (end < text.length && /[ \t>]/.test(text[end] ?? '')) end++;
	return end;
}

const formatReason: Bilingual = {
	zh: 'Markdown 没有字体、字号、缩进、行距等格式，请在 Word 文件中修改',
	en: 'Markdown has no fonts, sizes, indents or line spacing; change them in the Word file',
};
const pageReason: Bilingual = {
	zh: 'Markdown 没有页面设置和页码，打印时按模板设置',
	en: 'Markdown has no page set-up or page numbers; printing sets them from the template',
};
const placeReason: Bilingual = {
	zh: '此处在 Markdown 中不能直接修改，请手工处理',
	en: 'This place cannot be changed in Markdown automatically; please do it by hand',
};
const untouchableReason: Bilingual = {
	zh: '此处是代码、HTML 或特殊标记，不自动修改，请手工处理',
	en: 'This is code, HTML or special markup, which is not changed automatically; please do it by hand',
};
const cellReason: Bilingual = {
	zh: '表格单元格内不能增删段落，请手工处理',
	en: 'Paragraphs cannot be added to or removed from a table cell; please do it by hand',
};
const blankReason: Bilingual = {
	zh: 'Markdown 没有空段落，段间距由模板决定',
	en: 'Markdown has no empty paragraphs; spacing comes from the template',
};
const overlapReason: Bilingual = {
	zh: '与另一处修改重叠，请再运行一次',
	en: 'Overlaps another change; run again',
};
const readBackReason: Bilingual = {
	zh: '改后与相邻的 Markdown 标记相混，读回的文字会与计划不符，请手工处理',
	en: 'The new text would mix with Markdown marks beside it and not read back as planned; please do it by hand',
};
const plainReason: Bilingual = {
	zh: '全文按纯文字读取（标记过多或嵌套过深），不自动修改',
	en: 'The file was read as plain text (too many or too deeply nested marks) and is not changed automatically',
};
