import { type Diagnostic, type Doc, type FileResult, isBinding, type Language, type Problem } from '@bianxu/model';
import { type Annotation, annotateDocx, readDocx } from '@bianxu/parser';
import { checkBytes } from './check.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import { AUTHOR } from './track.ts';

/** Comments of one paragraph are one balloon: beyond this many findings it says how many more there are. */
const PER_PARAGRAPH = 6;

/** An annotated copy (批注稿): bytes, null where none could be made (the result then says why), and the check itself. */
export interface Annotated {
	readonly bytes: Uint8Array | null;
	readonly comments: number;
	readonly result: FileResult;
}

/**
 * A copy of a .docx with a Word comment at every paragraph that has findings; texts and formats stay as they are.
 * Pure: the caller writes. The result is read back: same texts, more comments, nothing else.
 */
export function annotateBytes(
	session: Session,
	path: string,
	bytes: Uint8Array,
	settings: Settings,
	language: Language = 'zh',
): Annotated {
	const { document, result } = checkBytes(session, path, bytes, settings);
	const without = (problem: Problem): Annotated => ({
		bytes: null,
		comments: 0,
		result: { ...result, problems: [...result.problems, problem] },
	});
	if (document === null) return { bytes: null, comments: 0, result };
	if (document.doc.kind === 'markdown') return without(onlyDocx());
	const { inflateRaw, deflateRaw } = session.world;
	const read = readDocx(bytes, { inflateRaw });
	if (read.refusal !== undefined) return without(read.refusal);
	const notes = notesOf(result.diagnostics, read.doc, language);
	if (notes.length === 0) return { bytes, comments: 0, result };
	const date = `${settings.date}T00:00:00Z`;
	const written = annotateDocx(read.doc, read.source, notes, { author: AUTHOR, date }).write({ deflateRaw });
	const back = readDocx(written, { inflateRaw });
	// Bytes that did not change: an existing comments part that cannot be extended.
	if (written === bytes || back.refusal !== undefined || !sameTexts(read.doc, back.doc)) return without(notReadBack());
	return { bytes: written, comments: notes.length, result };
}

/** One note a paragraph, in document order; what concerns the whole document stands at the first paragraph with text. */
function notesOf(diagnostics: readonly Diagnostic[], doc: Doc, language: Language): readonly Annotation[] {
	const first = doc.paragraphs.find((paragraph) => paragraph.text.trim() !== '')?.block ?? 0;
	const groups = new Map<number, Diagnostic[]>();
	for (const diagnostic of diagnostics) {
		const whole = diagnostic.place.text === '' && diagnostic.place.block === 0;
		const block = whole ? first : diagnostic.place.block;
		groups.set(block, [...(groups.get(block) ?? []), diagnostic]);
	}
	return [...groups]
		.sort(([a], [b]) => a - b)
		.map(([block, group]) => {
			const start = Math.min(...group.map(({ place }) => (place.text === '' ? 0 : place.start)));
			const end = Math.max(...group.map(({ place }) => (place.text === '' ? 0 : place.end)));
			const length = doc.paragraphs[block]?.text.length ?? 0;
			return { block, start, end: end > start ? Math.min(end, length) : length, text: noteText(group, language) };
		});
}

function noteText(group: readonly Diagnostic[], language: Language): string {
	const shown = group.slice(0, PER_PARAGRAPH).map((diagnostic) => noteLine(diagnostic, language));
	const more = group.length - shown.length;
	if (more > 0) shown.push(language === 'zh' ? `另有 ${more} 处，见检查结果。` : `${more} more, see the findings.`);
	return shown.join('\n');
}

function noteLine({ message, expected, actual, source, rule }: Diagnostic, language: Language): string {
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

function sameTexts(a: Doc, b: Doc): boolean {
	return (
		a.paragraphs.length === b.paragraphs.length &&
		a.paragraphs.every((paragraph, index) => paragraph.text === b.paragraphs[index]?.text)
	);
}

function onlyDocx(): Problem {
	return {
		code: 'annotate-docx-only',
		message: {
			zh: '批注稿只能由 .docx 生成；Markdown 请用编辑器或检查结果',
			en: 'Only a .docx can be annotated; use the findings or an editor for Markdown',
		},
	};
}

function notReadBack(): Problem {
	return {
		code: 'annotate-unreadable',
		message: { zh: '批注稿写成后读回不一致，没有保存', en: 'The annotated copy did not read back; it was not saved' },
	};
}
