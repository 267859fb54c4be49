import { describe, expect, it } from 'vitest';
import { exampleLock, exampleManifest, judgePacket, testPacketRule } from '../../test/example-packet.ts';
import { exampleDocument } from '../../test/build-example.ts';
import { rule } from './index.ts';
import { examplesOf } from '../examples.ts';

const lock = { ...exampleLock('distributed'), items: ['i1'] };
testPacketRule(rule, { lock, goodManifest: decided() });

function decided() {
	const entry = {
		item: 'i2',
		lead: '',
		unit: '',
		person: '',
		steps: '主任会议同意增列',
		due: null,
		done: '2026-11-24',
	};
	return { ...exampleManifest, schedule: [entry] };
}

describe('packet-change-recorded', () => {
	const papers = examplesOf(rule)
		.slice(0, 1)
		.map((example) => ({ id: 'm2', ...exampleDocument(example) }));

	it('asks for the decision by which an item was withdrawn', () => {
		const items = exampleManifest.items.map((item) => ({
			...item,
			withdrawn: item.id === 'i2' ? (true as const) : null,
		}));
		expect(judgePacket(rule, papers, { ...exampleManifest, items }).map(({ member }) => member)).toEqual(['m2']);
		const named = items.map((item) => ({ ...item, withdrawn: item.withdrawn === null ? null : '主任会议决定' }));
		expect(judgePacket(rule, papers, { ...exampleManifest, items: named })).toEqual([]);
	});

	it('says nothing before papers have gone out', () => {
		expect(judgePacket(rule, papers, exampleManifest, { ...exampleLock('numbered'), items: ['i1'] })).toEqual([]);
	});
});
