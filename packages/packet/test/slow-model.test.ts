import type { ManifestItem } from '@bianxu/model';
import { formatHan } from '@bianxu/numbering';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPacket, type PlanRequest } from '../src/index.ts';
import { carryOut, over, type Texts } from './carry-out.ts';
import { item, manifest, material, request } from './packet.ts';
import { changed, decide, type Sequence, sequence } from './sequence.ts';
import { type Agenda, firstState, type ModelMention, type ModelState, stepOf } from './slow-model.ts';

/** Terms of a wish as paper indices; a range is one term of all from its first to its last. */
function termsOf(
	{ targets, shape }: Sequence['wishes'][number][number],
	count: number,
): readonly (readonly number[])[] {
	const at = [...new Set(targets.map((each) => each % count))].sort((a, b) => a - b);
	const through = (from: number, to: number): readonly number[] =>
		Array.from({ length: to - from + 1 }, (_, step) => from + step);
	const [first = 0, second = first] = at;
	const last = at.at(-1) ?? first;
	if (shape === 'range' && last > first) return [through(first, last)];
	if (shape === 'mixed' && at.length > 2) return [[first], through(second, last)];
	if (shape === 'list' || shape === 'mixed') return at.map((each) => [each]);
	return [[first]];
}

function mentionOf(paper: string, terms: readonly (readonly number[])[]): ModelMention {
	const word = (index: number | undefined): string => formatHan((index ?? 0) + 1);
	return {
		paper,
		terms: terms.map((ids) => ids.map((index) => `p${index}`)),
		written: terms.map((ids) => (ids.length === 1 ? word(ids[0]) : `${word(ids[0])}至${word(ids.at(-1))}`)).join('、'),
		open: false,
	};
}

function sentence(terms: readonly (readonly number[])[]): string {
	const number = (index: number | undefined): string => `之${formatHan((index ?? 0) + 1)}`;
	const words = terms.map((ids) => (ids.length === 1 ? number(ids[0]) : `${number(ids[0])}至${number(ids.at(-1))}`));
	return `见会议材料${words.join('、')}。`;
}

function agendaOf(items: readonly ManifestItem[]): Agenda {
	return items
		.filter(({ withdrawn }) => withdrawn === null)
		.flatMap(({ materials }, at) => materials.map(({ id }) => ({ id, item: at + 1 })));
}

/** Carries a sequence out in the engine and in the model, and holds one against the other at every step. */
function compare({ sizes, wishes, steps, scheme }: Sequence): void {
	const count = sizes.reduce((sum, size) => sum + size, 0);
	let serial = 0;
	let items: readonly ManifestItem[] = sizes.map((size, at) =>
		item(
			`i${at}`,
			Array.from({ length: size }, () => material(`p${serial++}`)),
		),
	);
	const terms = Array.from({ length: count }, (_, at) => (wishes[at] ?? []).map((each) => termsOf(each, count)));
	let texts: Texts = new Map(
		terms.map((mine, at): [string, string] => [
			`p${at}`,
			`会议材料之${formatHan(at + 1)}\n\n# 关于p${at}的报告\n\n${mine.map(sentence).join('\n\n')}\n`,
		]),
	);
	let state: ModelState = firstState(
		Array.from({ length: count }, (_, at) => `p${at}`),
		terms.flatMap((mine, at) => mine.map((each) => mentionOf(`p${at}`, each))),
	);
	let wanted: Omit<PlanRequest, 'papers'> = request(manifest(items, [], { scheme: 'continuous' }), []);
	({ texts, next: wanted } = carryOut(wanted, texts));
	for (const [at, step] of steps.entries()) {
		items = changed(items, step, at);
		const fresh = items.flatMap(({ materials }) => materials).filter(({ id }) => !texts.has(id));
		texts = new Map([...texts, ...fresh.map(({ id }): [string, string] => [id, `# 关于${id}的议案\n\n正文。\n`])]);
		wanted = { ...wanted, manifest: manifest(items, [], { scheme }) };
		const agenda = agendaOf(items);
		const model = stepOf(state, agenda, scheme);
		const { plan } = planPacket(over(wanted, texts));
		expect(plan.materials.flatMap(({ id, to }) => (to === null ? [] : [[id, to]]))).toEqual(
			agenda.map(({ id }) => [id, model.labels.get(id)]),
		);
		const order = agenda.map(({ id }) => id);
		const expected = order.flatMap((id) =>
			model.expected
				.filter(({ mention }) => mention.paper === id)
				.map(({ mention, status, to }) => [
					id,
					status,
					mention.written,
					mention.terms.flat().sort().join(),
					status === 'dangling' ? '' : to,
				]),
		);
		const found = plan.references
			.filter(({ form }) => form === 'X8')
			.map(({ in: id, status, from, to, target }) => [
				id,
				status,
				from,
				(target ?? '').split(',').sort().join(),
				status === 'dangling' ? '' : (to ?? ''),
			]);
		expect(found).toEqual(expected);
		const moved = expected.filter(([, status, from, , to]) => status === 'valid' && from !== to);
		expect(plan.counts.referencesRewritten).toBe(moved.length);
		expect(plan.counts.dangling).toBe(expected.filter(([, status]) => status === 'dangling').length);
		state = model.next;
		({ texts, next: wanted } = carryOut({ ...wanted, accepts: decide(over(wanted, texts)) }, texts));
	}
}

const full = process.env['BIANXU_FULL'] === '1';

describe('the plan beside a slow, obvious model', () => {
	it('numbers, states, targets and wordings agree at every step of any sequence', () => {
		fc.assert(
			fc.property(sequence, compare),
			full ? { numRuns: 3000, interruptAfterTimeLimit: 240_000 } : { numRuns: 40 },
		);
	}, 400_000);

	it('a newcomer does not take the number of a tombstone, also when nobody else is left', () => {
		const gone = [
			{ kind: 'withdraw', at: 1 },
			{ kind: 'withdraw', at: 0 },
			{ kind: 'insert', at: 0, papers: 1 },
		] as const;
		for (const scheme of ['frozen', 'continuous', 'item'] as const)
			compare({ sizes: [1, 1], wishes: [[], []], ordinals: [], steps: gone, scheme });
	});
});
