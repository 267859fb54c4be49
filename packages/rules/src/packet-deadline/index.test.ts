import type { Manifest } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { exampleDocument } from '../../test/build-example.ts';
import { exampleManifest, judgePacket, testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';
import { examplesOf } from '../examples.ts';

const withStep = (steps: string, due: string | null, done: string | null): Manifest => ({
	...exampleManifest,
	schedule: [{ item: 'i2', lead: '办公室', unit: '财经委', person: '王某某', steps, due, done }],
});

testPacketRule(rule, {
	manifest: withStep('送达常委会组成人员', '2026-11-23', null),
	goodManifest: withStep('送达常委会组成人员', '2026-11-19', '2026-11-16'),
});

describe('packet-deadline', () => {
	const papers = examplesOf(rule)
		.slice(0, 1)
		.map((example) => ({ id: 'm2', ...exampleDocument(example) }));

	it('names a step that is past its day', () => {
		const found = judgePacket(rule, papers, withStep('起草审查意见', '2026-11-10', null));
		expect(found.map(({ message }) => message.zh)).toEqual([expect.stringContaining('2026-11-10')]);
		expect(judgePacket(rule, papers, withStep('起草审查意见', '2026-12-10', null))).toEqual([]);
		expect(judgePacket(rule, papers, withStep('起草审查意见', '2026-11-10', '2026-11-10'))).toEqual([]);
	});

	it('asks for text for comments twenty days ahead', () => {
		expect(judgePacket(rule, papers, withStep('送交财经委征求意见', null, '2026-11-10'))).toHaveLength(1);
		expect(judgePacket(rule, papers, withStep('送交财经委征求意见', null, '2026-11-06'))).toEqual([]);
	});
});
