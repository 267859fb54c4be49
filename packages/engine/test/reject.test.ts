import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { rejectHtml } from '../../report/src/index.ts';
import { base64Of, pngOf } from '../src/page-image.ts';
import { printSource } from '../src/print.ts';
import { type RejectRequest, type Rejected, rejectSource } from '../src/reject.ts';
import { createSession } from '../src/session.ts';
import { pdfium } from '../../proof/test/pdfium.ts';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(root, 'fixtures/packet');
const pack = join(root, '.fonts');
const world = nodeWorld([{ path: pack, origin: 'pack' }]);

const reject = (path: string, request: Partial<RejectRequest> = {}): Promise<Rejected> =>
	rejectSource(createSession(world, { pdfium }), { path, options: {}, pictures: false, ...request });

describe('documents', () => {
	test('a clean material is accepted, with its id and department', async () => {
		const rejected = await reject(join(fixtures, 'clean/学前教育调研报告.md'));
		expect(rejected.result).toMatchObject({ verdict: 'accept', material: 'm9' });
		if (rejected.result === null) throw new Error('refused');
		expect(rejected.result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(rejected.head.number).toMatch(/会议/);
		expect(rejected.head.department).not.toBe('');
		expect(rejected.pages).toEqual([]);
	});

	test('a faulty one is returned: required beside actual, place in words', async () => {
		const rejected = await reject(join(fixtures, 'faulty/执法检查报告.docx'));
		if (rejected.result === null) throw new Error('refused');
		expect(rejected.result.verdict).toBe('revise');
		const errors = rejected.result.findings.filter(({ severity }) => severity === 'error');
		expect(errors.length).toBeGreaterThan(0);
		expect(errors.some(({ expected, actual, text }) => expected !== null && actual !== null && text !== '')).toBe(true);
		const html = rejectHtml(rejected.result, 'zh', { head: rejected.head, pages: rejected.pages });
		expect(html).toContain('发回修改通知单');
		expect(html).toContain(rejected.head.title);
	});

	test('a file type that nobody reads, and --against with a document, are refused', async () => {
		expect((await reject(join(fixtures, 'clean/packet.yaml'))).refusals[0]?.problem.code).toBe('unsupported-file');
		const path = join(fixtures, 'clean/学前教育调研报告.md');
		expect((await reject(path, { against: path })).refusals[0]?.problem.code).toBe('reject-against');
	});
});

describe.skipIf(!existsSync(join(pack, 'NotoSerifSC-Regular.ttf')))('prints (needs the fonts of the set-up)', () => {
	let folder: string;
	const at = (name: string): string => join(folder, name);
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'bianxu-reject-'));
		cpSync(join(fixtures, 'clean'), at('packet'), { recursive: true });
		const session = createSession(world);
		for (const [name, contents, out] of [
			['packet.yaml', true, 'packet.pdf'],
			['packet.yaml', false, 'packet-no-contents.pdf'],
			['学前教育调研报告.md', true, 'one.pdf'],
		] as const) {
			const printed = await printSource(session, {
				path: at(`packet/${name}`),
				options: {},
				contents,
				strictFonts: false,
			});
			writeFileSync(at(out), printed.bytes ?? new Uint8Array(0));
		}
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test.each([
		['one.pdf', '学前教育调研报告.md', 'm9'],
		['packet.pdf', 'packet.yaml', null],
		['packet-no-contents.pdf', 'packet.yaml', null],
	])('%s is accepted alone and against %s', async (print, source, material) => {
		expect((await reject(at(print))).result).toMatchObject({ verdict: 'accept', findings: [], material: null });
		const beside = await reject(at(print), { against: at(`packet/${source}`) });
		expect(beside.result).toMatchObject({ verdict: 'accept', findings: [], material });
	});

	test('a print of an older text is reprinted: the line, required beside actual, and a picture of the page', async () => {
		const path = at('packet/学前教育调研报告.md');
		const text = readFileSync(path, 'utf8');
		const found = /(\d+)所/u.exec(text);
		if (found === null) throw new Error('the fixture has no number of schools');
		const changed = at('packet/学前教育调研报告-改.md');
		writeFileSync(changed, text.replace(found[0], `${Number(found[1]) + 1}所`));
		const rejected = await reject(at('one.pdf'), { against: changed, pictures: true });
		if (rejected.result === null) throw new Error('refused');
		expect(rejected.result.verdict).toBe('reprint');
		const [finding] = rejected.result.findings;
		expect(finding).toMatchObject({ rule: 'print-text', severity: 'error' });
		expect(finding?.actual).toContain(found[0]);
		expect(rejected.pages.map(({ page }) => page)).toEqual([
			...new Set(rejected.result.findings.map(({ page }) => page)),
		]);
		const uri = rejected.pages[0]?.dataUri ?? '';
		const png = Buffer.from(uri.replace('data:image/png;base64,', ''), 'base64');
		expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
		expect(png.readUInt32BE(16)).toBe(496);
		expect(png.readUInt32BE(20)).toBe(702);
		const html = rejectHtml(rejected.result, 'zh', { head: rejected.head, pages: rejected.pages });
		expect(html).toContain('责成重印通知单');
		expect(html).toContain(uri.slice(0, 200));
	});

	test('a source that cannot be read is refused under its own path', async () => {
		const path = at('packet/坏.docx');
		writeFileSync(path, 'no zip');
		const rejected = await reject(at('one.pdf'), { against: path });
		expect(rejected.result).toBeNull();
		expect(rejected.refusals[0]?.path).toBe(path);
	});

	test('without the reader of PDF the refusal says what to do', async () => {
		const rejected = await rejectSource(createSession(world), { path: at('one.pdf'), options: {}, pictures: false });
		expect(rejected.refusals[0]?.problem.code).toBe('print-reader');
	});
});

test('PNG: rows come back as they were, grey and coloured', () => {
	for (const rgb of [
		[0, 0, 0, 9, 9, 9, 255, 255, 255, 1, 1, 1],
		[255, 0, 0, 0, 255, 0, 0, 0, 255, 1, 2, 3],
	]) {
		const png = Buffer.from(pngOf({ width: 2, height: 2, rgb: new Uint8Array(rgb) }, world));
		const data = inflateSync(png.subarray(png.indexOf('IDAT') + 4, png.length - 16));
		const grey = png[25] === 0;
		const row = grey ? 3 : 7;
		expect(data).toHaveLength(row * 2);
		const pixels = [...data.subarray(1, row), ...data.subarray(row + 1)];
		expect(grey ? pixels.flatMap((value) => [value, value, value]) : pixels).toEqual(rgb);
	}
	for (const length of [0, 1, 2, 3, 100]) {
		const bytes = new Uint8Array(length).map((_, at) => at * 37);
		expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
	}
});
