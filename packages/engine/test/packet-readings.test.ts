import type { PackedReading } from '@bianxu/packet';
import type { World } from '@bianxu/model';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import type { ReadingStore } from '../src/packet-readings.ts';
import { applyVerb, planVerb } from '../src/packet.ts';
import { createSession } from '../src/session.ts';
import { copyOf, docxPaper, f1Agenda, f1OnDisk, lateItem, type OnDisk } from './f1-on-disk.ts';

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

describe('an apply by kept readings', () => {
	let packet: OnDisk;
	let here: OnDisk;
	let readings: Counted;
	beforeAll(async () => {
		packet = await f1OnDisk();
		// The last item goes first: every paper is renumbered, and nothing is left to decide.
		packet.manifest([...f1Agenda().slice(-1), ...f1Agenda().slice(0, -1)]);
	});
	afterAll(() => packet.remove());
	beforeEach(async () => {
		here = copyOf(packet);
		readings = store();
		await planVerb(createSession(nodeWorld([])), { ...here.request, readings });
	});
	afterEach(() => here.remove());

	const apply = (world: World, kept: ReadingStore | null) =>
		applyVerb(createSession(world), { ...here.request, readings: kept });

	it('writes what an apply does that reads everything', async () => {
		const other = copyOf(packet);
		const whole = await applyVerb(createSession(nodeWorld([])), other.request);
		const made = readings.made();
		const applied = await apply(nodeWorld([]), readings);
		expect(readings.made()).toBe(made);
		expect(applied).toEqual(whole);
		expect(here.files()).toEqual(other.files());
		other.remove();
	});

	it('is refused when a paper changes after its reading, and leaves everything as it is', async () => {
		const before = here.files();
		const world = nodeWorld([]);
		let times = 0;
		const readFile = async (path: string) => {
			const bytes = await world.readFile(path);
			if (!path.endsWith('/m5.docx')) return bytes;
			times += 1;
			return times === 1 ? bytes : docxPaper('会议材料之五', '关于m5有关情况的报告', ['又改了一句。']);
		};
		const refused = await apply({ ...world, readFile }, readings);
		expect(refused.refused?.map(({ code, message }) => [code, message.zh])).toEqual([
			['packet-failed', '没有做成，一份文件也没有改：m5.docx 在此期间被改动过，请重新 plan 并核对'],
		]);
		expect(here.files()).toEqual(before);
	});

	it('is refused when what is kept is not what the paper says', async () => {
		const before = here.files();
		for (const [key, reading] of readings.entries) {
			const kept = reading.kept.map(([block, text, ...rest]) => [block, `${text}又`, ...rest] as const);
			readings.entries.set(key, { ...reading, kept });
		}
		const refused = await apply(nodeWorld([]), readings);
		expect(refused.refused?.map(({ code }) => code)).toEqual(['packet-kept-reading']);
		expect(refused.refused?.[0]?.message.zh).toContain('请删去 .bianxu/cache 后重新运行');
		expect(here.files()).toEqual(before);
	});
});
