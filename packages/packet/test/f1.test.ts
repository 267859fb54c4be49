import type { Plan } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { type Accept, planPacket, type PlanRequest } from '../src/index.ts';
import { f1Items, f1Table } from './f1.ts';
import { f1Request } from './packet.ts';

const isMaterial = (id: string): boolean => /^m\d/.test(id);

/** A person rewrites every dangling place, so that its sheet changes too. */
function decided(request: PlanRequest, plan: Plan): PlanRequest {
	const accepts = plan.references
		.filter(({ status }) => status === 'dangling')
		.map(
			(each): Accept => ({ id: each.in, block: each.block, start: each.start, text: '（已撤回的材料）', by: '王某' }),
		);
	return { ...request, accepts };
}

function measured(request: PlanRequest) {
	const { plan } = planPacket(request);
	const mentions = plan.references.filter(({ in: id, form }) => isMaterial(id) && form === 'X8');
	const after = planPacket(decided(request, plan)).plan;
	const touched = Object.keys(after.changes).filter(isMaterial);
	const departments = new Set(
		f1Items.flat().flatMap(({ id, department }) => (touched.includes(id) ? [department] : [])),
	);
	const sheets = after.reprint
		.filter(({ id }) => isMaterial(id))
		.reduce((sum, each) => sum + (each.sheets?.length ?? 0), 0);
	return {
		renumbered: plan.counts.renumbered,
		references: mentions.filter(({ from, to, status }) => status === 'valid' && from !== to).length,
		dangling: mentions.filter(({ status }) => status === 'dangling').length,
		papers: touched.length,
		departments: departments.size,
		sheets,
	};
}

describe('F1: what a change of agenda costs', () => {
	it.each(f1Table)('$change by $scheme', ({ change, scheme, whole, ...expected }) => {
		const found = measured(f1Request(change, scheme));
		expect(found).toEqual({
			renumbered: expected.renumbered,
			references: expected.references,
			dangling: expected.dangling,
			papers: expected.papers,
			departments: expected.departments,
			sheets: expected.sheets,
		});
		expect(measured(f1Request(change, scheme, { binding: 'stapled' })).sheets).toBe(whole);
	});

	it('the file marks give the same old numbers where there is no lock', () => {
		for (const change of ['withdraw-5-and-insert', 'swap-3-4', 'move-9-to-2'] as const) {
			const withLock = planPacket(f1Request(change, 'continuous')).plan;
			const without = planPacket(f1Request(change, 'continuous', { lock: false })).plan;
			expect(without.materials.map(({ id, from, to }) => [id, from, to])).toEqual(
				withLock.materials.map(({ id, from, to }) => [id, from, to]),
			);
			expect(without.references).toEqual(withLock.references);
			expect(without.counts).toEqual({ ...withLock.counts, sheets: null });
			expect(without.reprint.every(({ sheets }) => sheets === null)).toBe(true);
		}
	});

	it('nothing to do: no change, no block, every reference valid', () => {
		const { plan } = planPacket(f1Request(null, 'continuous'));
		expect(plan.blocked).toBe(false);
		expect(plan.changes).toEqual({});
		expect(plan.references.every(({ status }) => status === 'valid')).toBe(true);
		expect(plan.references).toHaveLength(30 + 4 + 25 + 2);
	});
});

describe('scenarios of packets.md §9', () => {
	it('1: item 5 withdrawn and two papers inserted the evening before', () => {
		const { plan } = planPacket(f1Request('withdraw-5-and-insert', 'continuous'));
		expect(plan.blocked).toBe(true);
		const numbers = plan.materials.map(({ from, to }) => [from, to] as const);
		expect(numbers.filter(([from, to]) => from !== null && to !== null && from !== to)).toHaveLength(20);
		expect(numbers.filter(([from, to]) => from !== null && from === to)).toHaveLength(5);
		expect(numbers.filter(([from, to]) => from !== null && to === null)).toHaveLength(3);
		expect(numbers.filter(([from, to]) => from === null && to !== null)).toHaveLength(2);
		expect(plan.counts).toMatchObject({ renumbered: 20, referencesRewritten: 23, agendaRewritten: 6 });
		const dangling = plan.references.filter(({ status }) => status === 'dangling');
		expect(dangling.filter(({ form }) => form === 'X8').map(({ in: id, target }) => [id, target])).toEqual([
			['m19', 'm11'],
			['host', 'm12'],
		]);
		expect(dangling.filter(({ form }) => form === 'X10')).toHaveLength(3);
		// Nothing reaches a withdrawn paper, not even its own references.
		expect(Object.keys(plan.changes).some((id) => ['m10', 'm11', 'm12'].includes(id))).toBe(false);
		const frozen = plan.alternatives.find(({ scheme }) => scheme === 'frozen');
		expect(frozen?.counts).toMatchObject({ renumbered: 0, referencesRewritten: 0 });
	});

	it('15: nine items still, twenty-seven papers now: only the second count is shown', () => {
		const { plan } = planPacket(f1Request('withdraw-5-and-insert', 'continuous'));
		const counts = plan.references.filter(({ target }) => target === 'count');
		expect(counts.map(({ from, to, status }) => [from, to, status])).toEqual([
			['九', '九', 'valid'],
			['二十八', '二十七', 'check'],
		]);
		expect(plan.counts.needsCheck).toBe(1);
		const block = counts[1]?.block;
		expect(plan.changes['host']?.filter((change) => 'block' in change && change.block === block)).toEqual([]);
	});

	it('2: printed but not distributed: sheets of each way, from the page map of the print', () => {
		const { plan } = planPacket(f1Request('withdraw-5-and-insert', 'continuous', { state: 'printed' }));
		expect(plan.counts.sheets).toBe(25);
		const frozen = plan.alternatives.find(({ scheme }) => scheme === 'frozen');
		expect(frozen?.counts.sheets).toBe(0);
		const copies = plan.reprint.reduce((sum, { sheets, copies: sets }) => sum + (sheets?.length ?? 0) * (sets ?? 0), 0);
		expect(copies).toBe(1500);
		expect(plan.reprint.find(({ id }) => id === 'm26')).toEqual({ id: 'm26', sheets: [[1, 2]], copies: 60 });
		// No print recorded the host's script.
		expect(plan.reprint.find(({ id }) => id === 'host')).toEqual({ id: 'host', sheets: null, copies: null });
	});

	it('3: after distribution nothing moves; newcomers are 补1 and 补2', () => {
		const { plan } = planPacket(f1Request('withdraw-5-and-insert', 'continuous', { state: 'distributed' }));
		expect(plan.counts.renumbered).toBe(0);
		const to = new Map(plan.materials.map(({ id, to: label }) => [id, label]));
		expect([to.get('n1'), to.get('n2'), to.get('m6'), to.get('m11')]).toEqual(['补1', '补2', '6', null]);
	});

	it('4: only item 5 withdrawn: 16 renumbered, 14 references; a new last item would cost nothing', () => {
		expect(planPacket(f1Request('withdraw-5', 'continuous')).plan.counts).toMatchObject({ renumbered: 16 });
		expect(planPacket(f1Request('append', 'continuous')).plan.counts).toMatchObject({ renumbered: 0, dangling: 0 });
	});

	it('5: items 3 and 4 exchanged: all numbers are substituted at once', () => {
		const { plan } = planPacket(f1Request('swap-3-4', 'continuous'));
		expect(plan.materials.filter(({ from, to }) => from !== to).map(({ id, from, to }) => [id, from, to])).toEqual([
			['m8', '8', '6'],
			['m9', '9', '7'],
			['m6', '6', '8'],
			['m7', '7', '9'],
		]);
		const mentions = plan.references.filter(({ in: id, from, to }) => isMaterial(id) && from !== to);
		expect(mentions.map(({ in: id, from, to, target }) => `${id} ${from}→${to} ${target}`)).toEqual([
			'm4 六→八 m6',
			'm8 九→七 m9',
			'm9 八→六 m8',
			'm7 六→八 m6',
			'm18 六→八 m6',
			'm19 六→八 m6',
		]);
	});

	it('7: a supplement in item 7 after distribution is 18-1', () => {
		const { plan } = planPacket(f1Request('insert-paper-in-7', 'continuous', { state: 'distributed' }));
		expect(plan.materials.find(({ id }) => id === 'n1')?.to).toBe('18-1');
		expect(plan.counts.renumbered).toBe(0);
	});
});
