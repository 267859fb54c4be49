import { describe, expect, it } from 'vitest';
import { planPacket } from '../src/index.ts';
import { f1Request } from './packet.ts';

describe('three ways compared before anything is done (F1)', () => {
	it('says what each way costs in numbers, references, departments, sheets and copies', () => {
		const { plan } = planPacket(f1Request('withdraw-5-and-insert', 'continuous', { state: 'printed' }));
		const disturbed = plan.calls.filter(({ materials }) => materials.some(({ from }) => from !== null));
		expect(disturbed).toHaveLength(12);
		// The script and the agenda were never printed, so that the sheets of all sets are not known yet.
		expect(plan.prints).toBeNull();
		expect(
			plan.alternatives.map(({ scheme, counts, departments }) => [scheme, counts.renumbered, departments]),
		).toEqual([
			['item', 25, 13],
			['frozen', 0, 1],
		]);
		const call = plan.calls.find(({ department }) => department === '审计局');
		expect(call?.materials).toEqual([{ id: 'm6', from: '6', to: '8', rewritten: 1, open: 0 }]);
		expect(plan.calls.flatMap(({ materials }) => materials).find(({ id }) => id === 'm19')?.open).toBe(1);
	});

	it('the cheapest free move is found by trying it', () => {
		const inserted = planPacket(f1Request('insert-after-2', 'continuous')).plan;
		expect(inserted.advice[0]).toMatchObject({ renumbered: 0 });
		expect(inserted.advice[0]?.message.zh).toBe('把新增议题i10放到议程最后：0份改号（现方案23份）');
		const withdrawn = planPacket(f1Request('withdraw-5', 'continuous')).plan;
		expect(withdrawn.advice).toHaveLength(1);
		expect(withdrawn.advice[0]?.message.zh).toMatch(/冻结原号.*0份改号；若同时有新议题，放到议程最后，也是0份改号/);
		const both = planPacket(f1Request('withdraw-5-and-insert', 'continuous')).plan;
		expect(both.advice.map(({ renumbered }) => renumbered)).toEqual([16, 0]);
		expect(planPacket(f1Request('append', 'continuous')).plan.advice).toEqual([]);
		expect(planPacket(f1Request('swap-3-4', 'continuous')).plan.advice.map(({ renumbered }) => renumbered)).toEqual([
			0,
		]);
	});
});
