import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparePrint } from '../src/index.ts';
import { clean, hasFonts, ownPrint, read } from './prints.ts';

/** LibreOffice's command, where it is installed. */
const OFFICE = 'soffice';
const hasOffice = spawnSync('sh', ['-c', `command -v ${OFFICE}`]).status === 0;
/** A report, a report with tables, a list of names; all of them under BIANXU_FULL. */
const names =
	process.env['BIANXU_FULL'] === '1'
		? readdirSync(clean).filter((name) => name.endsWith('.docx'))
		: ['执法检查报告.docx', '审计整改情况报告.docx', '任免名单草案.docx'];

describe.skipIf(!hasOffice || !hasFonts)('prints made by LibreOffice (needs soffice)', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'bianxu-office-'));
		const profile = pathToFileURL(join(folder, 'profile')).href;
		const files = names.map((name) => join(clean, name));
		spawnSync(
			OFFICE,
			[`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files],
			{
				timeout: 100_000,
			},
		);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test.each(names)('%s is read without trouble: same text, fonts by name, no error', async (name) => {
		const print = await read(new Uint8Array(readFileSync(join(folder, `${basename(name, '.docx')}.pdf`))));
		const own = await ownPrint(name);
		expect(print.fonts.length).toBeGreaterThan(0);
		expect(print.fonts.every((font) => font.embedded && font.name !== '')).toBe(true);
		expect(print.frames.every((frame) => frame.items.length > 0)).toBe(true);
		for (const expected of [null, own.frames]) {
			const findings = comparePrint(print, own.template, expected);
			expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		}
	});
});
