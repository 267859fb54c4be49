import { type BaselineEntry, readBaseline, readSidecar } from '@bianxu/config';
import type { FileResult } from '@bianxu/model';
import type { Allowance } from '@bianxu/rules';
import { directoryOf, relativeTo } from './path.ts';
import type { SettingsFault } from './profile.ts';
import type { Session } from './session.ts';

/** What stands beside one file about findings that are let pass; plain data, part of its settings. */
export interface LetPassFiles {
	/** Entries of FILE.bianxu.yaml. */
	readonly sidecar: readonly Allowance[];
	/** Known findings of this file: its entries of the baseline. */
	readonly known: readonly BaselineEntry[];
	readonly faults: readonly SettingsFault[];
}

/** Reads FILE.bianxu.yaml, and from the baseline (absolute path, null for none) what it knows of the file. */
export async function readLetPass(session: Session, path: string, baseline: string | null): Promise<LetPassFiles> {
	const beside = await readBeside(session, `${path}.bianxu.yaml`);
	const known = baseline === null ? { entries: [], faults: [] } : await loadBaseline(session, baseline);
	const file = baseline === null ? '' : fileIn(baseline, path);
	return {
		sidecar: beside.sidecar,
		known: known.entries.filter((entry) => entry.file === file),
		faults: [...beside.faults, ...known.faults],
	};
}

async function readBeside(session: Session, path: string): Promise<Pick<LetPassFiles, 'sidecar' | 'faults'>> {
	if ((await session.world.kindOf(path)) !== 'file') return { sidecar: [], faults: [] };
	const bytes = await session.world.readFile(path);
	const { entries, problems } = readSidecar(decode(bytes));
	return {
		sidecar: entries.map((entry) => ({ ...entry, via: 'sidecar', blocks: null })),
		faults: problems.map((problem) => ({ path, problem, fatal: true })),
	};
}

/** Entries of a baseline; none and a fault that is only said when the file is not there. */
export async function loadBaseline(
	session: Session,
	path: string,
): Promise<{ readonly entries: readonly BaselineEntry[]; readonly faults: readonly SettingsFault[] }> {
	if ((await session.world.kindOf(path)) !== 'file') {
		const message = {
			zh: '找不到基线文件，全部问题照常提示',
			en: 'the baseline is not there; every finding is shown',
		};
		return { entries: [], faults: [{ path, problem: { code: 'baseline-missing', message }, fatal: false }] };
	}
	const bytes = await session.world.readFile(path);
	const read = session.remember('baseline', session.world.sha256(bytes), () => readBaseline(decode(bytes)));
	return { entries: read.entries, faults: read.problems.map((problem) => ({ path, problem, fatal: true })) };
}

/** How a baseline names a file: relative to its own folder when the file lies inside. */
function fileIn(baseline: string, path: string): string {
	return relativeTo(directoryOf(baseline), path) ?? path;
}

/** First 16 hex digits of the SHA-256 of a paragraph's text. */
export function textHash(session: Session, text: string): string {
	return session.world.sha256(new TextEncoder().encode(text)).slice(0, 16);
}

/** Number of findings of a rule in a paragraph of a text that the entries know. */
export function knownIn(session: Session, entries: readonly BaselineEntry[]): (rule: string, text: string) => number {
	if (entries.length === 0) return () => 0;
	const counts = new Map(entries.map(({ rule, hash, count }) => [`${rule} ${hash}`, count]));
	return (rule, text) => counts.get(`${rule} ${textHash(session, text)}`) ?? 0;
}

/** Longest opening of a paragraph that a baseline shows, in characters. */
const OPENING = 24;

/**
 * The baseline after a run: entries of the files that were checked are those of their results (absolute paths), the
 * others stay. What somebody let pass with a reason is no entry.
 */
export function baselineAfter(
	session: Session,
	baseline: string,
	before: readonly BaselineEntry[],
	results: readonly FileResult[],
): readonly BaselineEntry[] {
	const checked = new Set(results.filter(({ refused }) => refused === null).map(({ path }) => fileIn(baseline, path)));
	const entries = new Map<string, BaselineEntry>();
	for (const { path, diagnostics, suppressed } of results) {
		const file = fileIn(baseline, path);
		const known = (suppressed ?? []).filter(({ via }) => via === 'baseline').map(({ diagnostic }) => diagnostic);
		for (const { rule, place } of [...diagnostics, ...known]) {
			const hash = textHash(session, place.text);
			const key = `${file}\u0000${rule}\u0000${hash}`;
			const text = Array.from(place.text.trim()).slice(0, OPENING).join('');
			entries.set(key, { file, rule, text, hash, count: (entries.get(key)?.count ?? 0) + 1 });
		}
	}
	return [...before.filter(({ file }) => !checked.has(file)), ...entries.values()];
}

function decode(bytes: Uint8Array): string {
	return new TextDecoder('utf-8').decode(bytes);
}
