import type { Change, Diagnostic, Problem, Unsayable } from '@bianxu/model';
import type { Checked, Refused } from './check.ts';
import { checkBytes } from './check.ts';
import type { RewriteOptions, Rewritten } from './document.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import { mergeChanges } from './merge-changes.ts';
import { hasUnaskedFormats, verifyRewrite } from './verify.ts';

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
	for (let count = 0; count < MAX_ROUNDS && checked.document !== null; count++) {
		unsaid = [];
		const chosen = chooseFixes(checked.result.diagnostics, which);
		if (chosen.length === 0) break;
		const changes = mergeChanges(chosen.flatMap((diagnostic) => diagnostic.fix?.changes ?? []));
		const wanted = wantedChanges(checked.result.diagnostics, which);
		const { document } = checked;
		const written = (options: RewriteOptions): Round => {
			const rewritten = document.rewrite(changes, { ...how, ...options });
			const refused = new Set(rewritten.unsayable.map((entry) => entry.change));
			const next = checkBytes(session, path, rewritten.bytes, settings);
			return { rewritten, next, said: changes.filter((change) => !refused.has(change)) };
		};
		let round = written({ wanted });
		// A style must not reach what nobody asked to change, whatever a document's styles may do: then it stays as it is.
		const reaching = round.next.document?.doc;
		if (reaching !== undefined && hasUnaskedFormats(document.doc, reaching, round.said, wanted)) {
			round = written({ direct: true });
		}
		const { rewritten, next, said } = round;
		unsaid = rewritten.unsayable;
		if (rewritten.bytes === document.bytes) break;
		const failure = next.document === null ? brokenFile() : verifyRewrite(document.doc, next.document.doc, said);
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

/** One round as written and read back. */
interface Round {
	readonly rewritten: Rewritten;
	readonly next: Checked | Refused;
	readonly said: readonly Change[];
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

function mayFix({ fix }: Diagnostic, which: 'safe' | 'all'): boolean {
	return fix !== undefined && (which === 'all' || fix.safety === 'safe');
}

/** All changes that fixes ask for, also those that wait for a later round. */
function wantedChanges(diagnostics: readonly Diagnostic[], which: 'safe' | 'all'): readonly Change[] {
	const candidates = diagnostics.filter((diagnostic) => mayFix(diagnostic, which));
	return mergeChanges(candidates.flatMap(({ fix }) => fix?.changes ?? []));
}

/**
 * The diagnostics whose fixes go into one round. Text changes that overlap wait for the next round, and so does run
 * formatting in a paragraph whose text changes now, because its offsets are those of the old text.
 */
export function chooseFixes(diagnostics: readonly Diagnostic[], which: 'safe' | 'all'): readonly Diagnostic[] {
	const candidates = diagnostics.filter((diagnostic) => mayFix(diagnostic, which));
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
