/** Judges a mutant beside its clean paper: what is new, where, and what a fix leaves. */
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Change, Diagnostic } from '@bianxu/model';
import type { Paper } from '../../../../scripts/fixtures/paper.ts';
import { nodeWorld } from '../../../cli/src/node-world.ts';
import { type Checked, checkBytes } from '../../src/check.ts';
import { withLayout } from '../../src/check-layout.ts';
import { fixBytes } from '../../src/fix.ts';
import { createSession } from '../../src/session.ts';
import { type Settings, settingsFor } from '../../src/settings.ts';
import { type Dialect, dialects, writeIn } from './dialects.ts';
import { blockOf, type Mutant, type Place, paperOf } from './mutant.ts';

const pack = join(import.meta.dirname, '../../../../.fonts');
const session = createSession(nodeWorld([{ path: pack, origin: 'pack' }]));
const settings: Settings = {
	...(await settingsFor(session, '/滨江市/材料.docx', { date: '2026-11-26' })),
	place: '滨江市',
};

function check(bytes: Uint8Array, level: Settings['level'], name: string): Checked {
	const checked = checkBytes(session, name, bytes, { ...settings, level });
	if (checked.document === null) throw new Error(checked.result.refused?.message.en);
	return checked;
}

const clean = new Map<string, Checked>();

/** The clean paper as checked in a dialect. */
export function cleanIn(source: string, dialect: Dialect, level: Settings['level'] = 'prefecture'): Checked {
	const key = `${source} ${dialect} ${level}`;
	const known = clean.get(key) ?? check(writeIn(dialect, paperOf(source)), level, `${source}.docx`);
	clean.set(key, known);
	return known;
}

/** A finding by what it says, without its place: places move when paragraphs come and go. */
const keyOf = ({ rule, actual, place }: Diagnostic): string => `${rule} ${actual ?? ''} ${place.text.slice(0, 12)}`;

function newOnes(after: Checked, before: Checked): readonly Diagnostic[] {
	const left = new Map<string, number>();
	for (const each of before.result.diagnostics) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
	return after.result.diagnostics.filter((each) => {
		const count = left.get(keyOf(each)) ?? 0;
		left.set(keyOf(each), count - 1);
		return count <= 0;
	});
}

const bodyOf = ({ document }: Checked): readonly string[] =>
	document.doc.paragraphs.filter(({ headerFooter }) => headerFooter === null).map(({ text }) => text);

/** What a mutant shows in one dialect. */
export interface Shown {
	readonly dialect: Dialect;
	readonly found: readonly Diagnostic[];
	/** Rules of the new findings, in order: equal in every dialect. */
	readonly rules: readonly string[];
}

/** The long run judges and mends every mutant in every dialect; the everyday one in two, the second by turns. */
const FULL = process.env['BIANXU_FULL'] === '1';

function dialectsOf({ without = [] }: Mutant, order: number): readonly Dialect[] {
	const possible = dialects.filter((dialect) => !without.includes(dialect));
	const [first, ...others] = possible;
	const turn = others[order % Math.max(1, others.length)];
	return FULL || first === undefined || turn === undefined ? possible : [first, turn];
}

/** Judges a mutant of a rule in the dialects in which it can be written. */
export function judge(rule: string, mutant: Mutant, order: number): readonly Shown[] {
	const { paper, place } = mutant.change(paperOf(mutant.source));
	const level = mutant.level ?? 'prefecture';
	return dialectsOf(mutant, order).map((dialect, index) => {
		const before = cleanIn(mutant.source, dialect, 'prefecture');
		const bytes = writeIn(dialect, paper, mutant.edit);
		const after = check(bytes, level, `${mutant.source}.docx`);
		const { found, own, rules } = shownBy(rule, paper, place, before, after, dialect);
		if (FULL || (index === 0 && order === 0)) repair(rule, own, after, bytes, level);
		return { dialect, found, rules };
	});
}

/** The same for a rule on pages: paper and mutant are laid out as `lint --layout` does. */
export async function judgeLayout(rule: string, mutant: Mutant, order: number): Promise<readonly Shown[]> {
	const { paper, place } = mutant.change(paperOf(mutant.source));
	const shown: Shown[] = [];
	for (const dialect of dialectsOf(mutant, order)) {
		const before = await laidOut(mutant.source, dialect);
		const checked = check(writeIn(dialect, paper, mutant.edit), 'prefecture', `${mutant.source}.docx`);
		const after = await withLayout(session, checked, settings);
		const { found, rules } = shownBy(rule, paper, place, before, after, dialect);
		shown.push({ dialect, found, rules });
	}
	return shown;
}

const laid = new Map<string, Checked>();

async function laidOut(source: string, dialect: Dialect): Promise<Checked> {
	const key = `${source} ${dialect}`;
	const known = laid.get(key) ?? (await withLayout(session, cleanIn(source, dialect), settings));
	laid.set(key, known);
	expect(
		known.result.unchecked.filter(({ code }) => code === 'layout-unset'),
		key,
	).toEqual([]);
	return known;
}

/** What is new in a mutant: the rule's own findings, at their place, and not told many times over. */
function shownBy(
	rule: string,
	paper: Paper,
	place: Place,
	before: Checked,
	after: Checked,
	dialect: Dialect,
): { readonly found: readonly Diagnostic[]; readonly own: readonly Diagnostic[]; readonly rules: readonly string[] } {
	const found = newOnes(after, before);
	const own = found.filter((each) => each.rule === rule);
	const said = found.map((each) => `${each.rule}@${each.place.block} ${each.place.text.slice(0, 16)}`);
	expect(own.length, `${dialect}: not found; new are ${JSON.stringify(said)}`).toBeGreaterThan(0);
	if (place !== 'any') {
		const block = blockOf(paper, place);
		expect(
			own.map((each) => each.place.block),
			`${dialect}: at another place`,
		).toContain(block);
	}
	expect(found.length, `${dialect}: ${JSON.stringify(said)}`).toBeLessThanOrEqual(3);
	return { found, own, rules: [...new Set(found.map((each) => each.rule))].sort() };
}

/** `--fix=all` takes the fault away and changes no text but the stretches it was told for. */
function repair(
	rule: string,
	own: readonly Diagnostic[],
	after: Checked,
	bytes: Uint8Array,
	level: Settings['level'],
): void {
	const fixable = own.filter((each) => each.fix !== undefined);
	if (fixable.length === 0) return;
	const fixed = fixBytes(session, 'fix.docx', bytes, { ...settings, level }, 'all');
	expect(fixed.failure).toBeNull();
	if (fixed.after.document === null) throw new Error('refused after the fix');
	const keys = new Set(fixable.map(keyOf));
	const still = fixed.after.result.diagnostics.filter((each) => each.rule === rule && keys.has(keyOf(each)));
	expect(still.map(({ message }) => message.zh)).toEqual([]);
	keepsTheRest(
		after.result.diagnostics.flatMap((each) => each.fix?.changes ?? []),
		bodyOf(after),
		bodyOf(fixed.after),
	);
}

/**
 * Every paragraph that no change speaks of has its text, in its place; one that a change rewrites has what stands before and
 * behind the rewritten stretch.
 */
function keepsTheRest(changes: readonly Change[], texts: readonly string[], left: readonly string[]): void {
	const stretches = new Map<number, { readonly start: number; readonly end: number }>();
	const removed = new Set<number>();
	const added = { before: new Set<number>(), after: new Set<number>() };
	for (const change of changes) {
		if (change.kind === 'remove-paragraph') removed.add(change.block);
		if (change.kind === 'insert-paragraph') added[change.where].add(change.block);
		if (change.kind !== 'replace-text') continue;
		const { start, end } = stretches.get(change.block) ?? change;
		stretches.set(change.block, { start: Math.min(start, change.start), end: Math.max(end, change.end) });
	}
	let at = 0;
	for (const [block, text] of texts.entries()) {
		if (added.before.has(block)) at += 1;
		if (!removed.has(block)) {
			const now = left[at] ?? '(none)';
			const stretch = stretches.get(block);
			if (stretch === undefined) expect(now, 'text changed that no fix speaks of').toBe(text);
			else {
				const [head, tail] = [text.slice(0, stretch.start), text.slice(stretch.end)];
				expect(now.startsWith(head) && now.endsWith(tail), `${text} became ${now}`).toBe(true);
			}
			at += 1;
		}
		if (added.after.has(block)) at += 1;
	}
	expect(left.slice(at), 'paragraphs that no fix added').toEqual([]);
}
