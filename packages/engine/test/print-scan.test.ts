import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from '@bianxu/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { readPrint } from '../../proof/src/index.ts';
import { printSource } from '../src/print.ts';
import type { PaperOptions, Printed } from '../src/print-papers.ts';
import { rejectSource } from '../src/reject.ts';
import { createSession } from '../src/session.ts';
import { pdfium, wasm } from '../../proof/test/pdfium.ts';

const root = join(import.meta.dirname, '../../..');
const clean = join(root, 'fixtures/packet/clean');
const corpus = join(root, '../shared/corpus/docx');
const pack = join(root, '.fonts');
const world = nodeWorld([{ path: pack, origin: 'pack' }]);
const session = createSession(world);

function has(command: string, argument: string): boolean {
	return spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;
}

const tools = has('qpdf', '--version') && has('mutool', '-v') && has('pdftoppm', '-v');

function run(command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
	return spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...environment }, maxBuffer: 1 << 28 });
}

/** Characters of pages in any order: what PDFium finds and what the frames say must be the same, none more, none less. */
function charactersOf(frame: Frame | undefined): string {
	const text = (frame?.items ?? []).map((item) => (item.kind === 'text' ? item.text : '')).join('');
	// PDFium gives a hyphen at a line end as U+0002.
	const found = text.replaceAll('\u0002', '-');
	return [...found.replaceAll(/[\s\u3000\u00ad]/g, '').normalize('NFC')].sort().join('');
}

async function print(path: string, paper: PaperOptions = {}): Promise<Printed> {
	return printSource(session, { path, options: { date: '2026-11-26' }, contents: true, strictFonts: false, paper });
}

/** Chinese papers of the corpus: those with more Han than anything else in their names or known to be so. */
const CHINESE = /[\u4e00-\u9fff]|gongwen/;

describe.skipIf(!existsSync(join(pack, 'LXGWWenKai-Regular.ttf')))(
	'files that print (need the fonts of the set-up)',
	() => {
		let folder: string;
		beforeAll(() => {
			folder = mkdtempSync(join(tmpdir(), 'bianxu-scan-'));
		});
		afterAll(() => rmSync(folder, { recursive: true, force: true }));

		async function expectSound(name: string, printed: Printed): Promise<void> {
			if (printed.bytes === null) return;
			const read = await readPrint(printed.bytes, wasm);
			if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
			try {
				expect(read.print.frames.length, name).toBe(printed.frames.length);
				printed.frames.forEach((frame, index) => {
					expect(charactersOf(read.print.frames[index]), `${name}, page ${index + 1}`).toBe(charactersOf(frame));
				});
				for (const font of read.print.fonts) expect(font, name).toMatchObject({ embedded: true });
			} finally {
				read.close();
			}
			if (!tools) return;
			const file = join(folder, 'x.pdf');
			writeFileSync(file, printed.bytes);
			expect(run('qpdf', ['--check', file]).stdout, name).toContain('No syntax or stream encoding errors');
			expect(run('mutool', ['clean', file, join(folder, 'y.pdf')]).stderr, name).toBe('');
			const none = join(folder, 'fonts.conf');
			writeFileSync(none, `<?xml version="1.0"?><fontconfig><cachedir>${folder}/cache</cachedir></fontconfig>`);
			const drawn = run('pdftoppm', ['-r', '20', '-gray', file, join(folder, 'p')], { FONTCONFIG_FILE: none });
			expect(drawn.stderr, name).toBe('');
			const fonts = run('pdffonts', [file])
				.stdout.split('\n')
				.slice(2)
				.filter((row) => row !== '');
			for (const row of fonts) expect(row, name).toMatch(/^[A-Z]{6}\+\S+\s.*yes yes yes/);
		}

		test('the fixture packet: text of every page, fonts, three programs that are not ours', async () => {
			await expectSound('packet', await print(join(clean, 'packet.yaml'), { cover: true }));
		}, 120_000);

		test.skipIf(!existsSync(corpus))(
			'Chinese papers of the corpus',
			async () => {
				const names = readdirSync(corpus).filter((name) => CHINESE.test(name) && name.endsWith('.docx'));
				let whole = 0;
				for (const name of names) {
					const printed = await print(join(corpus, name));
					if (printed.bytes !== null) whole++;
					else for (const { problem } of printed.refusals) expect(problem.message.zh, name).not.toBe('');
					await expectSound(name, printed);
				}
				expect(whole).toBeGreaterThan(names.length / 2);
			},
			240_000,
		);

		test('a wide table lies across, its text is found again, and reject takes the print for what it is', async () => {
			const columns = Array.from({ length: 14 }, (_, index) => `指标名称${index}`);
			const rows = Array.from({ length: 30 }, (_, row) =>
				columns.map((__, column) => String(100_000 + row * 37 + column)),
			);
			const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
			const text = [
				'# 滨江市2026年主要指标完成情况的报告',
				'主任、各位副主任、秘书长、各位委员：',
				'主要指标完成情况见下表。',
				'表1　各镇主要指标',
				'单位：万元',
				[line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n'),
				'以上报告，请予审议。',
			].join('\n\n');
			const source = join(folder, '宽表.md');
			writeFileSync(source, text);
			const printed = await print(source);
			expect(printed.refusals).toEqual([]);
			const turned = printed.frames.filter((frame) =>
				frame.items.some((item) => item.kind === 'text' && item.turn === 'left'),
			);
			expect(turned.length).toBeGreaterThan(1);
			// The number of a turned page stands upright at its foot, as on all pages.
			for (const frame of turned) {
				const number = frame.items.find((item) => item.kind === 'text' && item.role === 'page-number');
				expect(number).not.toHaveProperty('turn');
			}
			await expectSound('wide table', printed);
			const pdf = join(folder, '宽表.pdf');
			writeFileSync(pdf, printed.bytes ?? new Uint8Array(0));
			const judging = createSession(world, { pdfium });
			const judged = await rejectSource(judging, { path: pdf, options: {}, pictures: false, against: source });
			expect(judged.result?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		}, 60_000);

		test('the same bytes whatever the time zone and the language of the machine', () => {
			const script = join(root, 'packages/cli/dist/bianxu.mjs');
			if (!existsSync(script)) return;
			const hashes = [
				{ TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' },
				{ TZ: 'America/Los_Angeles', LC_ALL: 'C' },
			].map((environment, index) => {
				const file = join(folder, `z${index}.pdf`);
				const source = join(clean, '学前教育调研报告.md');
				const done = run(process.execPath, [script, 'print', source, '-o', file, '--date', '2026-11-26'], environment);
				expect(done.status, done.stderr).toBe(0);
				return world.sha256(new Uint8Array(readFileSync(file)));
			});
			expect(hashes[0]).toBe(hashes[1]);
		}, 60_000);
	},
);
