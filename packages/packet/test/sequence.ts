/** A packet that is numbered and then changed step by step; what every mention means is held against it after each. */

import type { ManifestItem } from '@bianxu/model';
import { formatHan } from '@bianxu/numbering';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Accept, planPacket, type PlanRequest } from '../src/index.ts';
import { carryOut, over, type Texts } from './carry-out.ts';
import { item, manifest, material, request } from './packet.ts';

/** A mention before anything has a number: which papers it means, and how it is written. */
export interface Wish {
	readonly targets: readonly number[];
	readonly shape: 'one' | 'list' | 'range' | 'mixed' | 'bracket';
}

export type Step =
	| { readonly kind: 'withdraw' | 'restore'; readonly at: number }
	| { readonly kind: 'move'; readonly at: number; readonly to: number }
	| { readonly kind: 'insert'; readonly at: number; readonly papers: number };

/** A packet and what happens to it. */
export interface Sequence {
	/** Papers of each item. */
	readonly sizes: readonly number[];
	/** Mentions of each paper. */
	readonly wishes: readonly (readonly Wish[])[];
	/** Agenda ordinals in the host's script. */
	readonly ordinals: readonly number[];
	readonly steps: readonly Step[];
	readonly scheme: 'continuous' | 'item' | 'frozen';
}

const wish: fc.Arbitrary<Wish> = fc.record({
	targets: fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 4 }),
	shape: fc.constantFrom('one', 'list', 'range', 'mixed', 'bracket'),
});
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constantFrom('withdraw' as const, 'restore' as const), at: fc.nat(20) }),
	fc.record({ kind: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }),
	fc.record({ kind: fc.constant('insert' as const), at: fc.nat(20), papers: fc.integer({ min: 1, max: 2 }) }),
);
/** Random packets and changes of their agenda. */
export const sequence: fc.Arbitrary<Sequence> = fc.record({
	sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 }),
	wishes: fc.array(fc.array(wish, { maxLength: 3 }), { minLength: 2, maxLength: 6 }),
	ordinals: fc.array(fc.nat(20), { maxLength: 4 }),
	steps: fc.array(step, { minLength: 1, maxLength: 5 }),
	scheme: fc.constantFrom('continuous' as const, 'item' as const, 'frozen' as const),
});

/** The sentence of a wish, and the ids that it means, named in the paragraph so that they can be held against the plan. */
export function sentence({ targets, shape }: Wish, count: number): string {
	const at = [...new Set(targets.map((each) => each % count))].sort((a, b) => a - b);
	const first = at[0] ?? 0;
	const last = at.at(-1) ?? first;
	const number = (each: number): string => formatHan(each + 1);
	const meant = (ids: readonly number[]): string => `指${ids.map((each) => `p${each}`).join('，')}：`;
	if (shape === 'range' && last > first) {
		const all = Array.from({ length: last - first + 1 }, (_, step) => first + step);
		return `${meant(all)}见会议材料之${number(first)}至之${number(last)}。`;
	}
	if (shape === 'mixed' && at.length > 2) {
		const second = at[1] ?? 0;
		const all = Array.from({ length: last - second + 1 }, (_, step) => second + step);
		return `${meant([first, ...all])}见会议材料之${number(first)}、之${number(second)}至之${number(last)}。`;
	}
	if (shape === 'list' || shape === 'mixed') return `${meant(at)}见会议材料之${at.map(number).join('、')}。`;
	if (shape === 'bracket') return `${meant([first])}见会议文件（${number(first)}）。`;
	return `${meant([first])}见会议材料之${number(first)}附件1。`;
}

/** The agenda after a step; `serial` makes the ids of newcomers new. */
export function changed(items: readonly ManifestItem[], step: Step, serial: number): readonly ManifestItem[] {
	const at = step.at % items.length;
	switch (step.kind) {
		case 'withdraw':
			return items.map((each, index) => (index === at ? { ...each, withdrawn: '主任会议决定' } : each));
		case 'restore':
			return items.map((each, index) => (index === at ? { ...each, withdrawn: null } : each));
		case 'move': {
			const rest = items.filter((_, index) => index !== at);
			const to = step.to % items.length;
			return [...rest.slice(0, to), ...items.slice(at, at + 1), ...rest.slice(to)];
		}
		case 'insert': {
			const papers = Array.from({ length: step.papers }, (_, index) => material(`n${serial}x${index}`));
			return [...items.slice(0, at), item(`new${serial}`, papers), ...items.slice(at)];
		}
	}
}

/** A person rewrites every place that blocks, so that the paragraph is out of the game. */
export function decide(full: PlanRequest): readonly Accept[] {
	return planPacket(full)
		.plan.references.filter(({ status }) => status === 'dangling' || status === 'mismatch' || status === 'ambiguous')
		.map(({ in: id, block, start }) => ({ id, block, start, text: '（另有说明）', by: '王某' }));
}

/** What a plan says of the other schemes is what they say themselves. */
function compareSchemes(full: PlanRequest): void {
	for (const { scheme, counts, departments } of planPacket(full).plan.alternatives) {
		const { numbering } = full.manifest;
		const alone = { ...full, manifest: { ...full.manifest, numbering: { ...numbering, scheme } } };
		const { plan } = planPacket(alone, false);
		const disturbed = plan.calls.filter(({ materials }) => materials.some(({ from }) => from !== null)).length;
		expect([scheme, counts, departments]).toEqual([scheme, plan.counts, disturbed]);
	}
}

/** Carries the steps out one after another; fails where a mention does not mean what it says it means. */
export function checkSequence({ sizes, wishes, ordinals, steps, scheme }: Sequence): void {
	const count = sizes.reduce((sum, size) => sum + size, 0);
	let next = 0;
	let items: readonly ManifestItem[] = sizes.map((size, at) =>
		item(
			`i${at}`,
			Array.from({ length: size }, () => material(`p${next++}`)),
		),
	);
	const script = ordinals
		.map((each) => each % sizes.length)
		.map((each) => `指i${each}：第${formatHan(each + 1)}项议程。`);
	let texts: Texts = new Map<string, string>([
		...Array.from({ length: count }, (_, at): [string, string] => {
			const body = (wishes[at] ?? []).map((each) => sentence(each, count)).join('\n\n');
			return [`p${at}`, `会议材料之${formatHan(at + 1)}\n\n# 关于p${at}的报告\n\n${body}\n`];
		}),
		['host', `# 主持词\n\n${script.join('\n\n')}\n`],
	]);
	const unnumbered = [{ id: 'host', file: 'host.md', kind: 'host-script' as const }];
	let wanted: Omit<PlanRequest, 'papers'> = request(manifest(items, unnumbered, { scheme: 'continuous' }), []);
	({ texts, next: wanted } = carryOut(wanted, texts));

	for (const [serial, each] of steps.entries()) {
		items = changed(items, each, serial);
		const fresh = items.flatMap(({ materials }) => materials).filter(({ id }) => !texts.has(id));
		texts = new Map([...texts, ...fresh.map(({ id }): [string, string] => [id, `# 关于${id}的议案\n\n正文。\n`])]);
		wanted = { ...wanted, manifest: manifest(items, unnumbered, { scheme }) };
		if (serial === steps.length - 1) compareSchemes(over(wanted, texts));
		const result = carryOut({ ...wanted, accepts: decide(over(wanted, texts)) }, texts);
		({ texts, next: wanted } = result);

		const labels = result.planned.plan.materials.flatMap(({ to }) => (to === null ? [] : [to]));
		expect(new Set(labels).size).toBe(labels.length);

		const full = over(wanted, texts);
		const again = planPacket(full);
		expect(again.plan.changes).toEqual({});
		expect(again.plan.counts.renumbered).toBe(0);
		expect(carryOut(wanted, texts).next.lock).toEqual(wanted.lock);
		const docs = new Map(full.papers.map((paper) => [paper.id, paper.doc]));
		for (const reference of again.plan.references) {
			const paragraph = docs.get(reference.in)?.paragraphs[reference.block]?.text ?? '';
			const meant = /^指([^：]*)：/.exec(paragraph)?.[1]?.split('，') ?? [];
			if (meant.length === 0 || !/^X(?:8|9|7|10)$/.test(reference.form)) continue;
			expect([reference.target?.split(',').sort(), paragraph]).toEqual([[...meant].sort(), paragraph]);
			expect(['valid', 'check']).toContain(reference.status);
		}
	}
}
