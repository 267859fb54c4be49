/**
 * The 24 planted faults of a generator that we did not write (../shared/bench/lint/gen.mjs): each found at its place in .docx,
 * and in Markdown where the fault exists in text; nothing on its clean files (docs/adr/0011).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic, FileResult } from '@bianxu/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { checkBytes } from '../src/check.ts';
import { createSession } from '../src/session.ts';
import { settingsFor } from '../src/settings.ts';

const generator = join(import.meta.dirname, '../../../../shared/bench/lint/gen.mjs');

/** Rule that names the fault, and the beginning of the paragraph where it stands; '' for the document as a whole. */
const faults: readonly (readonly [file: string, rule: string, place: string, actual: string | null])[] = [
	['D01-title-font', 'font-title-role', '某县人民代表大会', '黑体'],
	['D02-body-size-all', 'size-body-3hao', '建成代表联络站3个', '四号（14磅）'],
	['D03-body-size-one', 'size-body-3hao', '坚持问题导向', '四号（14磅）'],
	['D04-body-font-one', 'font-body-role', '坚持问题导向', '宋体'],
	['D05-run-font', 'font-body-role', '坚持问题导向', '微软雅黑'],
	['D06-line-spacing-one', 'spacing-line', '坚持问题导向', '1.5倍行距'],
	['D07-indent-one', 'indent-first-line-2', '坚持问题导向', '首行缩进0字'],
	['D08-margins', 'page-margin-left', '', '31.7mm'],
	['D09-h1-gap', 'heading-number-sequence', '四、做好代表工作', '四、'],
	['D10-h2-dup', 'heading-number-sequence', '（一）突出工作重点', '（一）'],
	['D11-level-skip', 'heading-level-order', '1.抓好任务分解', '1.'],
	['D12-h1-font', 'font-heading1-role', '二、依法履行监督职权', '仿宋_GB2312'],
	['D13-h3-dunhao', 'heading-mark-form', '1、抓好任务分解', '1、'],
	['D14-half-punct', 'punct-fullwidth', '建成代表联络站3个,', ','],
	['D15-half-paren', 'heading-mark-form', '(一)健全工作机制', '(一)'],
	['D16-date-zero', 'date-arabic-full', '2026年01月01日', '2026年01月01日'],
	['D17-no-pagenum', 'page-number-present', '', '无'],
	['D18-pagenum-shape', 'page-number-dash', '第1页', '第1页'],
	['D19-att-mismatch', 'attachment-note-vs-body', '2.代表建议办理情况统计表', null],
	['D20-missing-section', 'wr-next-steps-section', '', null],
	['D21-no-request', 'wr-request-present', '坚持问题导向', null],
	['D22-inherited-size', 'size-body-3hao', '坚持问题导向', '五号（10.5磅）'],
	['D23-title-size', 'size-title-2hao', '某县人民代表大会', '三号（16磅）'],
	['D24-h3-gap', 'heading-number-sequence', '2.抓好任务分解', '2.'],
];

describe.skipIf(!existsSync(generator))('planted faults of ../shared/bench/lint/gen.mjs', () => {
	let folder: string;
	const session = createSession(nodeWorld([]));
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'bianxu-planted-'));
		execFileSync(process.execPath, [generator, folder, '12', '1']);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const judge = async (inside: string): Promise<FileResult> => {
		const path = join(folder, inside);
		const settings = await settingsFor(session, path, { date: '2026-11-26' });
		return checkBytes(session, path, new Uint8Array(readFileSync(path)), settings).result;
	};
	const serious = ({ diagnostics }: FileResult): readonly Diagnostic[] =>
		diagnostics.filter(({ severity }) => severity !== 'info');

	it('plants those of the table and no other', () => {
		const manifest = JSON.parse(readFileSync(join(folder, 'defects/manifest.json'), 'utf8')) as readonly {
			readonly id: string;
		}[];
		expect(manifest.map(({ id }) => id)).toEqual(faults.map(([id]) => id));
	});

	it('has neither error nor warning in the clean files of both dialects and in Markdown', async () => {
		const clean = [
			'defects/C00-clean-direct.docx',
			'defects/C01-clean-styles.docx',
			'defects-md/C00-clean.md',
			...readdirSync(join(folder, 'docx')).map((name) => join('docx', name)),
			...readdirSync(join(folder, 'md')).map((name) => join('md', name)),
		];
		expect(clean).toHaveLength(27);
		for (const name of clean) {
			const result = await judge(name);
			expect(
				serious(result).map(({ rule, message }) => `${rule}: ${message.zh}`),
				name,
			).toEqual([]);
		}
	});

	it.each(faults)('%s: %s at 「%s」', async (id, rule, place, actual) => {
		const files = [`defects/${id}.docx`, `defects-md/${id}.md`].filter((name) => existsSync(join(folder, name)));
		for (const name of files) {
			const found = serious(await judge(name));
			const hits = found.filter((each) => each.rule === rule && each.actual === actual);
			expect(
				hits.map((each) => each.place.text.slice(0, place.length)),
				name,
			).toContain(place);
			// One fault is not told many times over: margins are three values, a pasted stretch is font and size.
			expect(found.length, name).toBeLessThanOrEqual(3);
		}
	});
});
