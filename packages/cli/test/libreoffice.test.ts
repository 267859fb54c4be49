import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bianxu, hasProgram, ROOT } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every document of a folder as PDF, through a LibreOffice with a profile of its own. */
function converted(from: string, to: string): readonly string[] {
	const documents = readdirSync(from).filter((name) => name.endsWith('.docx'));
	mkdirSync(to, { recursive: true });
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	const files = documents.map((name) => join(from, name));
	spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', to, ...files], { timeout: 240_000 });
	return documents.filter((name) => {
		const pdf = join(to, name.replace(/\.docx$/, '.pdf'));
		return !readdirSync(to).includes(name.replace(/\.docx$/, '.pdf')) || statSync(pdf).size < 1000;
	});
}

describe.skipIf(!hasProgram('soffice'))('another program opens what we write: LibreOffice (libreoffice-writer)', () => {
	it('corrected, annotated, renumbered and new documents all open and convert', () => {
		const packet = join(ROOT, 'fixtures/packet');
		const written = join(folder, 'written');
		expect(bianxu(['lint', '--fix=all', '-o', written, join(packet, 'faulty')]).status).not.toBe(2);
		bianxu(['lint', '--annotate', '-o', written, join(packet, 'faulty')]);
		for (const id of ['work-report', 'duty-report', 'appointment', 'base']) {
			expect(bianxu(['new', id, '-o', join(written, `${id}.docx`)]).status).toBe(0);
		}
		const office = join(folder, 'office');
		cpSync(join(packet, 'clean'), office, { recursive: true });
		expect(bianxu(['packet', 'apply'], { cwd: office }).status).toBe(0);
		cpSync(join(packet, 'evening'), office, { recursive: true });
		expect(bianxu(['packet', 'apply'], { cwd: office }).status).toBe(0);
		expect(readdirSync(written).filter((name) => name.endsWith('.docx')).length).toBeGreaterThan(30);
		expect(converted(written, join(folder, 'pdf-written'))).toEqual([]);
		expect(converted(office, join(folder, 'pdf-office'))).toEqual([]);
	}, 500_000);
});
