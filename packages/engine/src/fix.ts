import type { Change, Diagnostic, Problem, RunFormatChange, Unsayable } from '@bianxu/model';
import type { Checked, Refused } from './check.ts';
import { checkBytes } from './check.ts';
import type { RewriteOptions } from './document.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import { verifyRewrite } from './verify.ts';

/** At most this many rounds of check → fix (design, idea 6); a rule whose fix calls for another rule's fix needs two. */
const MAX_ROUNDS = 5;

/** Outcome of fixing one file: new bytes (equal to the old when nothing was fixed) and the check of what remains. */
export interface Fixed {
	readonly bytes: Uint8Array;
	readonly fixed: number;
	readonly after: Checked | Refused;
	/** Set when the rewritten file did not read back as planned; the bytes are then the original's. */
	readonly failure: Problem | null;
	/** Fixes that could not be written, by reason: the findings are still there. */
	readonly unsaid: readonly Problem[];
}

/**
 * Fixes what may be fixed: `safe` fixes, or `all` with those that a person has asked for. Pure: the caller writes.
 * Each round lowers the changes that do not touch each other and checks the written bytes again, so a second call
 * finds nothing left to do.
 */
export function fixBytes(
	session: Session,
	path: string,
	bytes: Uint8Array,
	settings: Settings,
	which: 'safe' | 'all',
	how: RewriteOptions = {},
): Fixed {
	let checked = checkBytes(session, path, bytes, settings);
	const original = checked;
	let unsaid: readonly Unsayable[] = [];
	for (let round = 0; round < MAX_ROUNDS && checked.document !== null; round++) {
		unsaid = [];
		const chosen = chooseFixes(checked.result.diagnostics, which);
		if (chosen.length === 0) break;
		const changes = mergeChanges(chosen.flatMap((diagnostic) => diagnostic.fix?.changes ?? []));
		const rewritten = checked.document.rewrite(changes, how);
		unsaid = rewritten.unsayable;
		if (rewritten.bytes === checked.document.bytes) break;
		const refused = new Set(rewritten.unsayable.map((entry) => entry.change));
		const said = changes.filter((change) => !refused.has(change));
		const next = checkBytes(session, path, rewritten.bytes, settings);
		const failure =
			next.document === null ? brokenFile() : verifyRewrite(checked.document.doc, next.document.doc, said);
		if (failure !== null) return { bytes, fixed: 0, after: original, failure, unsaid: [] };
		checked = next;
	}
	const fixed = countGone(original.result.diagnostics, checked.result.diagnostics);
	return {
		bytes: checked.document?.bytes ?? bytes,
		fixed,
		after: checked,
		failure: null,
		unsaid: unsaidProblems(unsaid),
	};
}

/** One problem a reason, at the first place that it concerns. */
function unsaidProblems(unsaid: readonly Unsayable[]): readonly Problem[] {
	const byReason = new Map<string, Unsayable[]>();
	for (const entry of unsaid) byReason.set(entry.reason.zh, [...(byReason.get(entry.reason.zh) ?? []), entry]);
	return [...byReason.values()].flatMap((entries): readonly Problem[] => {
		const [first] = entries;
		if (first === undefined) return [];
		const count = entries.length;
		const { zh, en } = first.reason;
		const message =
			count === 1
				? { zh: `有一处未自动修正：${zh}`, en: `One fix was not written: ${en}` }
				: { zh: `有${count}处未自动修正：${zh}`, en: `${count} fixes were not written: ${en}` };
		return [{ code: 'fix-not-written', message, ...('block' in first.change ? { block: first.change.block } : {}) }];
	});
}

/** Findings that are gone: by rule, how many fewer there are than before. */
export function countGone(before: readonly Diagnostic[], after: readonly Diagnostic[]): number {
	const left = new Map<string, number>();
	for (const { rule } of before) left.set(rule, (left.get(rule) ?? 0) + 1);
	for (const { rule } of after) left.set(rule, (left.get(rule) ?? 0) - 1);
	return [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
}

function brokenFile(): Problem {
	return {
		code: 'fix-unreadable',
		message: {
			zh: '修正后的文件无法读回，原文件未动',
			en: 'The corrected file could not be read back; the original was left alone',
		},
	};
}

/**
 * The diagnostics whose fixes go into one round. Text changes that overlap wait for the next round, and so does run
 * formatting in a paragraph whose text changes now, because its offsets are those of the old text.
 */
export function chooseFixes(diagnostics: readonly Diagnostic[], which: 'safe' | 'all'): readonly Diagnostic[] {
	const candidates = diagnostics.filter(
		(diagnostic) => diagnostic.fix !== undefined && (which === 'all' || diagnostic.fix.safety === 'safe'),
	);
	const textBlocks = new Set<number>();
	for (const { fix } of candidates)
		for (const change of fix?.changes ?? []) if (isTextChange(change)) textBlocks.add(change.block);
	const taken = new Map<number, { start: number; end: number }[]>();
	const removed = new Set<number>();
	const chosen: Diagnostic[] = [];
	for (const diagnostic of candidates) {
		const changes = diagnostic.fix?.changes ?? [];
		if (changes.length === 0 || changes.some((change) => clashes(change, textBlocks, taken, removed))) continue;
		for (const change of changes) claim(change, taken, removed);
		chosen.push(diagnostic);
	}
	return chosen;
}

type TextChange = Extract<Change, { kind: 'replace-text' | 'remove-paragraph' | 'insert-paragraph' }>;

function isTextChange(change: Change): change is TextChange {
	return change.kind === 'replace-text' || change.kind === 'remove-paragraph' || change.kind === 'insert-paragraph';
}

function clashes(
	change: Change,
	textBlocks: ReadonlySet<number>,
	taken: ReadonlyMap<number, readonly { start: number; end: number }[]>,
	removed: ReadonlySet<number>,
): boolean {
	switch (change.kind) {
		case 'format-run':
			return textBlocks.has(change.block);
		case 'replace-text':
			if (removed.has(change.block)) return true;
			return (taken.get(change.block) ?? []).some((span) => change.start <= span.end && span.start <= change.end);
		case 'remove-paragraph':
		case 'insert-paragraph':
			return taken.has(change.block) || removed.has(change.block);
		case 'format-paragraph':
			return removed.has(change.block);
		case 'format-page':
		case 'page-numbers':
			return false;
	}
}

function claim(change: Change, taken: Map<number, { start: number; end: number }[]>, removed: Set<number>): void {
	if (change.kind === 'replace-text') {
		const spans = taken.get(change.block) ?? [];
		spans.push({ start: change.start, end: change.end });
		taken.set(change.block, spans);
	} else if (change.kind === 'remove-paragraph' || change.kind === 'insert-paragraph') {
		removed.add(change.block);
	}
}

/**
 * Joins changes of the same thing, so that each run, paragraph and section is spliced once: page changes by section,
 * paragraph formats by block, run formats cut at each other's borders (later ones win).
 */
export function mergeChanges(changes: readonly Change[]): readonly Change[] {
	const merged: Change[] = [];
	const pages = new Map<number, Extract<Change, { kind: 'format-page' }>>();
	const paragraphs = new Map<number, Extract<Change, { kind: 'format-paragraph' }>>();
	const runs = new Map<number, Extract<Change, { kind: 'format-run' }>[]>();
	let pageNumbers = false;
	for (const change of changes) {
		switch (change.kind) {
			case 'format-page':
				pages.set(change.section, { ...change, page: { ...pages.get(change.section)?.page, ...change.page } });
				break;
			case 'format-paragraph':
				paragraphs.set(change.block, {
					...change,
					format: { ...paragraphs.get(change.block)?.format, ...change.format },
				});
				break;
			case 'format-run':
				runs.set(change.block, [...(runs.get(change.block) ?? []), change]);
				break;
			case 'page-numbers':
				if (!pageNumbers) merged.push(change);
				pageNumbers = true;
				break;
			default:
				merged.push(change);
		}
	}
	return [...merged, ...pages.values(), ...paragraphs.values(), ...[...runs.values()].flatMap(cutRuns)];
}

function cutRuns(changes: readonly Extract<Change, { kind: 'format-run' }>[]): readonly Change[] {
	const borders = [...new Set(changes.flatMap((change) => [change.start, change.end]))].sort((a, b) => a - b);
	const pieces: Extract<Change, { kind: 'format-run' }>[] = [];
	for (let i = 0; i + 1 < borders.length; i++) {
		const start = borders[i] ?? 0;
		const end = borders[i + 1] ?? 0;
		const covering = changes.filter((change) => change.start <= start && end <= change.end);
		const first = covering[0];
		if (first === undefined) continue;
		const format: RunFormatChange = Object.assign({}, ...covering.map((change) => change.format));
		const last = pieces.at(-1);
		if (last !== undefined && last.end === start && JSON.stringify(last.format) === JSON.stringify(format))
			pieces[pieces.length - 1] = { ...last, end };
		else pieces.push({ kind: 'format-run', block: first.block, start, end, format });
	}
	return pieces;
}
