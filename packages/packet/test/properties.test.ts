import { formatHan } from '@bianxu/numbering';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPacket } from '../src/index.ts';
import { over } from './carry-out.ts';
import { item, manifest, material, request } from './packet.ts';
import { checkSequence, sequence } from './sequence.ts';

const full = process.env['BIANXU_FULL'] === '1';
/** The full run ends after four minutes on a slow machine, with what it has drawn by then. */
const runs = full ? { numRuns: 3000, interruptAfterTimeLimit: 240_000 } : { numRuns: 40 };

describe('any sequence of withdrawing, restoring, moving and inserting', () => {
	it('keeps what every reference means; applying twice is applying once', () => {
		fc.assert(fc.property(sequence, checkSequence), runs);
	}, 400_000);

	it('the cost of a plan grows with the packet and no faster', () => {
		const seconds = (count: number): number => {
			const items = Array.from({ length: count }, (_, at) =>
				item(`i${at}`, [material(`p${at}`, { title: `关于第${at}项工作的报告` })]),
			);
			const cited = (at: number): string => `见《关于第${at}项工作的报告》（会议材料之${formatHan(at + 1)}）。`;
			const texts = new Map(
				items.map((_, at): [string, string] => {
					const body = Array.from({ length: 10 }, (_, step) => cited((at * 7 + step) % count)).join('\n\n');
					return [`p${at}`, `会议材料之${formatHan(at + 1)}\n\n# 关于第${at}项工作的报告\n\n${body}\n`];
				}),
			);
			const moved = [...items.slice(1), ...items.slice(0, 1)];
			const full = over(request(manifest(moved), []), texts);
			const begin = process.cpuUsage();
			expect(planPacket(full).plan.counts.referencesRewritten).toBe(count * 10);
			return process.cpuUsage(begin).user / 1000 / 1000;
		};
		seconds(60);
		// Eight times the papers: linear is 8, quadratic 64; the machine may be busy.
		expect(seconds(480)).toBeLessThan(Math.max(0.05, seconds(60)) * 30);
	});

	it('the same input gives the same plan', () => {
		fc.assert(
			fc.property(sequence, ({ sizes }) => {
				const items = sizes.map((_, at) => item(`i${at}`, [material(`p${at}`)]));
				const texts = new Map(sizes.map((_, at): [string, string] => [`p${at}`, `# 关于p${at}的报告\n`]));
				const full = over(request(manifest(items), []), texts);
				expect(JSON.stringify(planPacket(full).plan)).toBe(JSON.stringify(planPacket(full).plan));
			}),
			{ numRuns: 20 },
		);
	});
});
