import type { FileResult, Problem } from '@bianxu/model';
import { readDocx, trackDocx } from '@bianxu/parser';
import { fixBytes } from './fix.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import { sameReading } from './verify.ts';

/** Name that Word shows beside comments and tracked changes. */
export const AUTHOR = '编序';

/** A copy with tracked changes (修订稿): bytes, null where none was made (the result then says why). */
export interface Tracked {
	readonly bytes: Uint8Array | null;
	/** The check of what remains once all changes are accepted; `fixed` counts what the copy proposes. */
	readonly result: FileResult;
}

/**
 * A copy of a .docx with the fixes as tracked changes: rejecting all gives the original's text and formatting,
 * accepting all the plain fix. Fixes that tracked changes cannot say (page numbers in a text box) are left out by name.
 * Pure: the caller writes. The copy is read back and must read as the plain fix does.
 * @param date YYYY-MM-DD, shown as the day of the changes.
 */
export function trackBytes(
	session: Session,
	path: string,
	bytes: Uint8Array,
	settings: Settings,
	request: { readonly which: 'safe' | 'all'; readonly date: string },
): Tracked {
	const fixed = fixBytes(session, path, bytes, settings, request.which, { tracked: true });
	const { result, document } = fixed.after;
	const without = (problem: Problem): Tracked => ({
		bytes: null,
		result: { ...result, problems: [...result.problems, problem] },
	});
	if (fixed.failure !== null) return { bytes: null, result: { ...result, refused: fixed.failure } };
	if (document === null) return { bytes: null, result };
	if (document.doc.kind === 'markdown') return without(onlyDocx());
	if (fixed.bytes === bytes) return without(nothingToTrack());
	const [before, after] = [readDocx(bytes, session.world), readDocx(fixed.bytes, session.world)];
	if (before.refusal !== undefined || after.refusal !== undefined) return failed(result, '');
	const tracked = trackDocx(before.source, after.source, { author: AUTHOR, date: `${request.date}T00:00:00Z` });
	if (tracked.failed !== null) return failed(result, tracked.failed);
	const written = tracked.write(session.world);
	const back = readDocx(written, session.world);
	if (back.refusal !== undefined || !sameReading(after.doc, back.doc)) return failed(result, '');
	const settingsStay = tracked.untracked.length > 0 ? [untracked()] : [];
	return {
		bytes: written,
		result: { ...result, fixed: fixed.fixed, problems: [...result.problems, ...settingsStay, ...fixed.unsaid] },
	};
}

function failed(result: FileResult, part: string): Tracked {
	const refused: Problem = {
		code: 'track-unreadable',
		message: {
			zh: `修订稿写成后读回与修正结果不一致${part === '' ? '' : `（${part}）`}，没有保存，原文件未动`,
			en: `The tracked copy did not read back as the fix${part === '' ? '' : ` (${part})`}; it was not saved, the original was left alone`,
		},
	};
	return { bytes: null, result: { ...result, problems: [...result.problems, refused], refused } };
}

function onlyDocx(): Problem {
	return {
		code: 'track-docx-only',
		message: {
			zh: '修订稿只能由 .docx 生成；Markdown 没有修订痕迹，请用 --fix',
			en: 'Only a .docx can carry tracked changes; use --fix for Markdown',
		},
	};
}

function nothingToTrack(): Problem {
	return {
		code: 'track-nothing',
		message: {
			zh: '没有可以自动修正的问题，没有生成修订稿',
			en: 'Nothing could be corrected automatically; no tracked copy was written',
		},
	};
}

function untracked(): Problem {
	return {
		code: 'track-settings',
		message: {
			zh: '“奇偶页不同”是文件设置，Word 和 WPS 不能留修订痕迹：修订稿里已经打开；拒绝全部修订后各页页脚内容还原，这项设置仍是打开的',
			en: '"Different odd and even pages" is a setting that cannot be tracked: it is on in the copy; rejecting all changes restores every footer, the setting stays on',
		},
	};
}
