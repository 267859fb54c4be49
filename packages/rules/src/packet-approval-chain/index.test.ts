import type { Manifest, ScheduleEntry } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { exampleDocument } from '../../test/build-example.ts';
import { exampleLock, exampleManifest, judgePacket, testPacketRule } from '../../test/example-packet.ts';
import { rule } from './index.ts';
import { examplesOf } from '../examples.ts';

const step = (steps: string, done: string | null): ScheduleEntry => ({
	item: 'i2',
	lead: '办公室',
	unit: '财经委',
	person: '王某某',
	steps,
	due: null,
	done,
});
const withSteps = (signed: string | null): Manifest => ({
	...exampleManifest,
	schedule: [step('拟稿', '2026-11-10'), step('部门审核', '2026-11-12'), step('领导审签', signed)],
});

testPacketRule(rule, {
	manifest: withSteps(null),
	goodManifest: withSteps('2026-11-13'),
	lock: exampleLock('printed'),
});

describe('packet-approval-chain', () => {
	it('says nothing before the paper is printed', () => {
		const papers = examplesOf(rule)
			.slice(0, 1)
			.map((example) => ({ id: 'm2', ...exampleDocument(example) }));
		expect(judgePacket(rule, papers, withSteps(null), exampleLock('numbered'))).toEqual([]);
		expect(judgePacket(rule, papers, withSteps(null), exampleLock('printed'))).toHaveLength(1);
	});
});
