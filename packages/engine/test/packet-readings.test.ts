import type { PackedReading } from '@bianxu/packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import type { ReadingStore } from '../src/packet-readings.ts';
import { planVerb } from '../src/packet.ts';
import { createSession } from '../src/session.ts';
import { docxPaper, f1Agenda, f1OnDisk, lateItem, type OnDisk } from './f1-on-disk.ts';

interface Counted extends ReadingStore {
	readonly entries: Map<string, PackedReading>;
	readonly made: () => number;
}

function store(): Counted {
	const entries = new Map<string, PackedReading>();
	let made = 0;
	return {
		entries,
		made: () => made,
		get: (key) => entries.get(key),
		set: (key, reading) => {
			made += 1;
			// As a file would give it back.
			entries.set(key, JSON.parse(JSON.stringify(reading)) as PackedReading);
		},
	};
}

describe('readings kept between runs', () => {
	let packet: OnDisk;
	beforeAll(async () => {
		packet = await f1OnDisk();
		packet.manifest([...f1Agenda().slice(0, 2), lateItem, ...f1Agenda().slice(2)]);
	});
	afterAll(() => packet.remove());

	/** A plan in a session of its own, as a new process has it, and how many parts it inflated. */
	const plan = async (readings: ReadingStore | null, findings = false) => {
		let inflated = 0;
		const world = nodeWorld([]);
		const counting: typeof world = {
			...world,
			inflateRaw: (data, most) => {
				inflated += 1;
				return world.inflateRaw(data, most);
			},
		};
		const result = await planVerb(createSession(counting), { ...packet.request, readings, findings });
		if (result.refused !== undefined) throw new Error(JSON.stringify(result.refused));
		return { plan: result.plan, kept: result.kept, inflated };
	};

	it('give the same plan without opening a paper, and read only what has changed', async () => {
		const readings = store();
		const whole = await plan(null, true);
		const first = await plan(readings);
		expect(first.plan).toEqual(whole.plan);
		expect(first.kept).toBe(whole.kept);
		expect(readings.made()).toBe(readings.entries.size);
		const second = await plan(readings);
		expect(second.plan).toEqual(whole.plan);
		expect(second.inflated).toBe(0);
		packet.write('m5.docx', docxPaper('会议材料之五', '关于m5有关情况的报告', ['见会议材料之七。', '补一句。']));
		const made = readings.made();
		const third = await plan(readings);
		expect(readings.made()).toBe(made + 1);
		expect(third.plan).toEqual((await plan(null, true)).plan);
		expect(third.plan).not.toEqual(second.plan);
	});

	it('that are damaged are read anew', async () => {
		const readings = store();
		const { plan: whole } = await plan(readings);
		for (const key of readings.entries.keys()) readings.entries.set(key, { title: '' } as unknown as PackedReading);
		expect((await plan(readings)).plan).toEqual(whole);
	});
});
