import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, World } from '@bianxu/model';
import { readPrint } from '@bianxu/proof';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { readLock } from '../../config/src/index.ts';
import { checkBytes } from '../src/check.ts';
import { doctorFacts } from '../src/doctor.ts';
import { framesOf, printSource } from '../src/print.ts';
import type { Printed, PrintRequest } from '../src/print-papers.ts';
import { createSession } from '../src/session.ts';
import { settingsFor } from '../src/settings.ts';
import { wasm } from '../../proof/test/pdfium.ts';

const root = join(import.meta.dirname, '../../..');
const clean = join(root, 'fixtures/packet/clean');
const pack = join(root, '.fonts');
/** Only the fonts of the set-up, so that the result is the same on every machine. */
const world: World = nodeWorld([{ path: pack, origin: 'pack' }]);

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'bianxu-print-'));
	cpSync(clean, join(folder, 'packet'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pages as somebody who has only the PDF sees them. */
async function pagesOf(printed: Printed): Promise<readonly Frame[]> {
	const open = await readPrint(printed.bytes ?? new Uint8Array(0), wasm);
	if (open.refusal !== undefined) throw new Error(open.refusal.message.en);
	open.close();
	return open.print.frames;
}

function print(path: string, request: Partial<PrintRequest> = {}, own: World = world): Promise<Printed> {
	return printSource(createSession(own), { path, options: {}, contents: true, strictFonts: false, ...request });
}

describe.skipIf(!existsSync(join(pack, 'NotoSerifSC-Regular.ttf')))('print (needs the fonts of the set-up)', () => {
	const file = (): string => join(folder, 'packet', '学前教育调研报告.md');
	const manifest = (): string => join(folder, 'packet', 'packet.yaml');

	test('a file: pages numbered from 1, every block on a page, substitutes named', async () => {
		const printed = await print(file());
		expect(printed.refusals).toEqual([]);
		expect(printed.bytes?.length).toBeGreaterThan(50_000);
		expect(printed.frames.map((frame) => frame.number)).toEqual(printed.frames.map((_, index) => index + 1));
		expect(printed.informal).toBe(true);
		expect(printed.faces.find((face) => face.role === 'fangsong')).toMatchObject({
			wanted: '仿宋_GB2312',
			substitute: true,
		});
		const [entry] = printed.pageMap;
		expect(entry).toMatchObject({ id: '', first: 0, pages: printed.frames.length });
		expect(entry?.blocks?.at(-1)).toEqual([printed.frames.length, printed.frames.length]);
		expect(printed.recordPages).toBeNull();
	});

	test('the same file gives the same bytes, and dump shows the same pages', async () => {
		const first = await print(file());
		const second = await print(file());
		expect(world.sha256(second.bytes ?? new Uint8Array(0))).toBe(world.sha256(first.bytes ?? new Uint8Array(0)));
		const session = createSession(world);
		const checked = checkBytes(session, file(), await world.readFile(file()), await settingsFor(session, file(), {}));
		if (checked.document === null) throw new Error('refused');
		expect(await framesOf(session, checked)).toEqual(first.frames);
	});

	test('strict fonts refuse by name instead of printing', async () => {
		const printed = await print(file(), { strictFonts: true });
		expect(printed.bytes).toBeNull();
		expect(printed.refusals.map(({ problem }) => problem.code)).toContain('print-substitute');
		expect(printed.refusals.map(({ problem }) => problem.message.zh).join()).toContain('仿宋_GB2312');
	});

	test('a packet: each material on a recto, blank versos unnumbered, pages recorded in the lock', async () => {
		const printed = await print(manifest());
		expect(printed.refusals).toEqual([]);
		const materials = printed.pageMap.filter((entry) => /^m\d+$/.test(entry.id));
		expect(materials.map((entry) => entry.id)).toEqual(Array.from({ length: 16 }, (_, index) => `m${index + 1}`));
		for (const entry of printed.pageMap) {
			expect(entry.first % 2).toBe(0);
			expect(printed.frames[entry.first]?.number).toBe(1);
		}
		for (const frame of printed.frames) if (frame.blank) expect(frame).toMatchObject({ number: null, items: [] });
		const problems = (await printed.recordPages?.('packet.pdf')) ?? [];
		expect(problems).toEqual([]);
		const { lock } = readLock(readFileSync(join(folder, 'packet', 'packet.lock.yaml'), 'utf8'));
		expect(lock?.pageMap?.file).toBe('packet.pdf');
		// The contents has a page map of its own, for the sheets that a new title costs.
		const [contents, ...own] = lock?.pageMap?.entries ?? [];
		expect(contents?.id).toBe('@目录');
		expect(own).toEqual(printed.pageMap);
		expect(lock?.materials.find((material) => material.id === 'm9')?.number).toBe('9');
	});

	test('through numbering: odd numbers on rectos, the contents shows first pages', async () => {
		const text = readFileSync(manifest(), 'utf8');
		writeFileSync(join(folder, 'packet', 'through.yaml'), text.replace('pages: material', 'pages: packet'));
		const printed = await print(join(folder, 'packet', 'through.yaml'));
		expect(printed.refusals).toEqual([]);
		const offset = printed.pageMap[0]?.first ?? 0;
		for (const frame of printed.frames) if (frame.number !== null) expect(frame.number).toBe(frame.index - offset + 1);
	});

	test('mirrored margins move versos to the other edge, and the page map does not know of them', async () => {
		const plain = await print(file());
		const mirrored = await print(file(), { paper: { mirrored: true } });
		expect(mirrored.frames).toEqual(plain.frames);
		expect(mirrored.pageMap).toEqual(plain.pageMap);
		const frames = await pagesOf(mirrored);
		const before = await pagesOf(plain);
		const left = (frame: Frame | undefined): number =>
			Math.min(...(frame?.items ?? []).map((item) => (item.kind === 'text' ? item.x : 600)));
		expect(left(frames[0]) - left(before[0])).toBeCloseTo(0, 1);
		// 订口 28 mm at the right: 210 − 28 − 156 = 26 mm at the left.
		expect(((left(frames[1]) - left(before[1])) * 25.4) / 72).toBeCloseTo(-2, 1);
		expect(left(frames[2]) - left(before[2])).toBeCloseTo(0, 1);
	});

	test('no copy begins on the back of another: copies of an odd number of pages end with a blank one', async () => {
		const odd = join(folder, 'packet', '一面.md');
		writeFileSync(odd, '# 关于一面材料的报告\n\n只有一面。\n');
		const printed = await print(odd, { paper: { copies: [1, 3] } });
		expect(printed.sides).toBe(6);
		const frames = await pagesOf(printed);
		const words = frames.map((frame) => frame.items.map((item) => (item.kind === 'text' ? item.text : '')).join(''));
		expect(words.map((text) => /00000\d/.exec(text)?.[0] ?? '')).toEqual(['000001', '', '000002', '', '000003', '']);
	});

	test('a packet in state printed takes no substitutes', async () => {
		const text = readFileSync(manifest(), 'utf8');
		writeFileSync(join(folder, 'packet', 'final.yaml'), text.replace('state: draft', 'state: printed'));
		const printed = await print(join(folder, 'packet', 'final.yaml'));
		expect(printed.bytes).toBeNull();
		expect(printed.refusals.map(({ problem }) => problem.code)).toContain('print-substitute');
	});

	test('a paper that is not there refuses the whole packet by its name', async () => {
		const text = readFileSync(manifest(), 'utf8');
		writeFileSync(join(folder, 'packet', 'short.yaml'), text.replace('学前教育调研报告.md', '没有这个文件.md'));
		const printed = await print(join(folder, 'packet', 'short.yaml'));
		expect(printed.bytes).toBeNull();
		expect(printed.refusals.map(({ path }) => path)).toEqual([join(folder, 'packet', '没有这个文件.md')]);
	});

	test('without any font the print is refused, and doctor says that there is none', async () => {
		const bare = nodeWorld([]);
		const printed = await print(file(), {}, bare);
		expect(printed.bytes).toBeNull();
		expect(printed.refusals.map(({ problem }) => problem.code)).toEqual(['print-no-font']);
		expect((await doctorFacts(createSession(bare), {})).faces.every((face) => face.face === null)).toBe(true);
	});

	test('doctor names a face for every role', async () => {
		const { faces } = await doctorFacts(createSession(world), {});
		expect(faces.map((face) => face.role)).toEqual(['xiaobiaosong', 'fangsong', 'kaiti', 'heiti', 'songti', 'latin']);
		expect(faces.every((face) => face.face !== null && face.origin === 'pack')).toBe(true);
	});
});
