import { type Diagnostic, type Doc, isBinding, type Language } from '@bianxu/model';
import type { Annotation } from '@bianxu/parser';
import { saidIn } from '@bianxu/report';

/** Beyond this many findings in one comment it says how many more there are. */
const PER_COMMENT = 6;
/** The same complaint at so many paragraphs is one comment at the first of them, with the other places. */
const REPEATED = 3;
/** Places that such a comment lists. */
const LISTED = 12;
/** Comments on one page of print; what is left goes into one more. */
const PER_PAGE = 8;
/** GB/T 9704-2012 5.2.3: 22 lines of 28 characters a page, which is what a reader sees at once. */
const LINES = 22;
const CELLS = 28;

interface Note extends Annotation {
	/** 0 error, 1 warning, 2 info. */
	readonly rank: number;
	/** The same in one line, for a comment that gathers. */
	readonly brief: string;
}

/**
 * Comments for findings, in document order. Findings of one paragraph share a comment; the same rule for the same reason
 * in three paragraphs or more is one comment with the count and the places; a page shows eight comments at most, the
 * gravest, and one more that gathers the rest. What concerns the whole document stands at the first paragraph with text.
 */
export function notesOf(diagnostics: readonly Diagnostic[], doc: Doc, language: Language): readonly Annotation[] {
	const first = doc.paragraphs.find((paragraph) => paragraph.text.trim() !== '')?.block ?? 0;
	const blockOf = ({ place }: Diagnostic): number => (place.text === '' && place.block === 0 ? first : place.block);
	const reasons = grouped(diagnostics, ({ rule, expected, actual, message }) =>
		JSON.stringify([rule, expected, actual, expected === null && actual === null ? message.zh : '']),
	);
	const notes: Note[] = [];
	const single: Diagnostic[] = [];
	for (const group of reasons.values()) {
		const blocks = new Set(group.map(blockOf));
		if (blocks.size < REPEATED) single.push(...group);
		else notes.push(repeatedNote(group, blockOf, doc, language));
	}
	for (const [block, group] of grouped(single, blockOf)) notes.push(paragraphNote(group, block, doc, language));
	notes.sort((a, b) => a.block - b.block || a.start - b.start);
	return pagesOf(notes, doc).flatMap((page) => withinPage(page, language));
}

function grouped<K>(diagnostics: readonly Diagnostic[], keyOf: (diagnostic: Diagnostic) => K): Map<K, Diagnostic[]> {
	const groups = new Map<K, Diagnostic[]>();
	for (const diagnostic of diagnostics) {
		const key = keyOf(diagnostic);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [diagnostic]);
		else group.push(diagnostic);
	}
	return groups;
}

const RANK: Readonly<Record<Diagnostic['severity'], number>> = { error: 0, warning: 1, info: 2 };

function rankOf(group: readonly Diagnostic[]): number {
	return Math.min(...group.map(({ severity }) => RANK[severity]));
}

function paragraphNote(group: readonly Diagnostic[], block: number, doc: Doc, language: Language): Note {
	const start = Math.min(...group.map(({ place }) => (place.text === '' ? 0 : place.start)));
	const end = Math.max(...group.map(({ place }) => (place.text === '' ? 0 : place.end)));
	const length = doc.paragraphs[block]?.text.length ?? 0;
	const shown = group.slice(0, PER_COMMENT).map((diagnostic) => noteLine(diagnostic, language));
	const more = group.length - shown.length;
	if (more > 0) shown.push(language === 'zh' ? `另有 ${more} 处，见检查结果。` : `${more} more, see the findings.`);
	return {
		block,
		start,
		end: end > start ? Math.min(end, length) : length,
		text: shown.join('\n'),
		rank: rankOf(group),
		brief: briefly(group, block, language),
	};
}

function repeatedNote(
	group: readonly Diagnostic[],
	blockOf: (diagnostic: Diagnostic) => number,
	doc: Doc,
	language: Language,
): Note {
	const ordered = [...group].sort((a, b) => blockOf(a) - blockOf(b) || a.place.start - b.place.start);
	const head = ordered[0] as Diagnostic;
	const block = blockOf(head);
	const others = [...new Set(ordered.map(blockOf))].filter((other) => other !== block);
	const zh = language === 'zh';
	const places = others.slice(0, LISTED).map((other) => {
		const excerpt = shorten(doc.paragraphs[other]?.text ?? '');
		return zh ? `第${other + 1}段「${excerpt}」` : `paragraph ${other + 1} "${excerpt}"`;
	});
	const more = others.length - places.length;
	if (more > 0) places.push(zh ? `还有${more}段，见检查结果` : `${more} more, see the findings`);
	const count = zh
		? `同样的问题共 ${group.length} 处，其余在：${places.join('；')}。`
		: `The same ${group.length} times; the others: ${places.join('; ')}.`;
	const note = paragraphNote([head], block, doc, language);
	return { ...note, text: `${note.text}\n${count}`, brief: briefly(group, block, language) };
}

function briefly(group: readonly Diagnostic[], block: number, language: Language): string {
	const zh = language === 'zh';
	const [head] = group;
	const message = (zh ? head?.message.zh : head?.message.en) ?? '';
	const more = group.length > 1 ? (zh ? `（共${group.length}处）` : ` (${group.length} in all)`) : '';
	return zh ? `第${block + 1}段：${message}${more}` : `paragraph ${block + 1}: ${message}${more}`;
}

function shorten(text: string): string {
	const plain = text.trim();
	return plain.length <= 12 ? plain : `${plain.slice(0, 12)}…`;
}

/** Notes by the page of print that their paragraph would begin on. */
function pagesOf(notes: readonly Note[], doc: Doc): readonly (readonly Note[])[] {
	const pageOf: number[] = [];
	let line = 0;
	for (const { text } of doc.paragraphs) {
		pageOf.push(Math.floor(line / LINES));
		line += Math.max(1, Math.ceil(text.length / CELLS));
	}
	const pages = new Map<number, Note[]>();
	for (const note of notes) {
		const page = pageOf[note.block] ?? 0;
		pages.set(page, [...(pages.get(page) ?? []), note]);
	}
	return [...pages.values()];
}

function withinPage(notes: readonly Note[], language: Language): readonly Annotation[] {
	if (notes.length <= PER_PAGE) return notes;
	const byGravity = [...notes].sort((a, b) => a.rank - b.rank);
	const kept = new Set(byGravity.slice(0, PER_PAGE - 1));
	const rest = notes.filter((note) => !kept.has(note));
	const [place] = rest;
	if (place === undefined) return notes;
	const head = language === 'zh' ? `这一页另有 ${rest.length} 处：` : `${rest.length} more on this page:`;
	const lines = rest.slice(0, 2 * LISTED).map(({ brief }) => brief);
	const more = rest.length - lines.length;
	if (more > 0) lines.push(language === 'zh' ? `还有 ${more} 处，见检查结果。` : `${more} more, see the findings.`);
	const gathered: Annotation = {
		block: place.block,
		start: place.start,
		end: place.end,
		text: [head, ...lines].join('\n'),
	};
	return notes.flatMap((note) => (kept.has(note) ? [note] : note === place ? [gathered] : []));
}

function noteLine(diagnostic: Diagnostic, language: Language): string {
	const { message, expected, actual, source, rule } = saidIn(diagnostic, language);
	const zh = language === 'zh';
	const values = [
		expected === null ? '' : `${zh ? '要求：' : 'required: '}${expected}`,
		actual === null ? '' : `${zh ? '实际：' : 'actual: '}${actual}`,
	].filter((value) => value !== '');
	const cited = isBinding(source.level) ? `${source.doc} ${source.clause}`.trim() : '';
	const tail = [cited, rule].filter((part) => part !== '').join(zh ? '，' : ', ');
	const detail = values.length === 0 ? '' : zh ? `${values.join('；')}。` : ` ${values.join('; ')}.`;
	return zh ? `${message.zh}。${detail}（${tail}）`.replaceAll('。。', '。') : `${message.en}.${detail} (${tail})`;
}
