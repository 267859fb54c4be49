import type { Doc, FileResult, Language, Problem } from '@bianxu/model';
import { annotateDocx, readDocx } from '@bianxu/parser';
import { notesOf } from './annotation-notes.ts';
import { checkBytes } from './check.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import { AUTHOR } from './track.ts';
import { sameReading } from './verify.ts';

/** An annotated copy (批注稿): bytes, null where none could be made (the result then says why), and the check itself. */
export interface Annotated {
	readonly bytes: Uint8Array | null;
	readonly comments: number;
	readonly result: FileResult;
}

/**
 * A copy of a .docx with Word comments at the findings, grouped so that no page drowns (`notesOf`); texts and formats
 * stay as they are. Pure: the caller writes. The result is read back: same texts and formats, more comments, nothing else.
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
	const read = readDocx(bytes, session.world);
	if (read.refusal !== undefined) return without(read.refusal);
	const notes = notesOf(result.diagnostics, read.doc, language);
	if (notes.length === 0) return { bytes, comments: 0, result };
	if (!read.doc.paragraphs.some(({ where }) => where === 'body' || where === 'table')) return without(nowhere());
	const date = `${settings.date}T00:00:00Z`;
	const written = annotateDocx(read.doc, read.source, notes, { author: AUTHOR, date }).write(session.world);
	const back = readDocx(written, session.world);
	// Bytes that did not change: an existing comments part that cannot be extended.
	if (written === bytes || back.refusal !== undefined || !onlyCommented(read.doc, back.doc, notes.length)) {
		return without(notReadBack());
	}
	return { bytes: written, comments: notes.length, result };
}

/** The copy reads as the original does, with so many comments more. */
function onlyCommented(before: Doc, after: Doc, added: number): boolean {
	const comments = before.counts.comments + added;
	const revisions = ({ counts }: Doc): string => [counts.insertions, counts.deletions, counts.formatChanges].join();
	return (
		after.counts.comments === comments &&
		revisions(before) === revisions(after) &&
		sameReading({ ...before, counts: { ...before.counts, comments } }, after)
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

function nowhere(): Problem {
	return {
		code: 'annotate-no-text',
		message: {
			zh: '正文里没有可以加批注的段落（内容来自并入的外部文档），没有生成批注稿',
			en: 'The body has no paragraph that a comment could stand at; no annotated copy was written',
		},
	};
}

function notReadBack(): Problem {
	return {
		code: 'annotate-unreadable',
		message: { zh: '批注稿写成后读回不一致，没有保存', en: 'The annotated copy did not read back; it was not saved' },
	};
}
