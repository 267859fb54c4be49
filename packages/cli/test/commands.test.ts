import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bianxu, ROOT } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FAULTY = join(ROOT, 'fixtures/packet/faulty');
const CLEAN = join(ROOT, 'fixtures/packet/clean');

interface LintJson {
	readonly version: number;
	readonly files: readonly {
		readonly path: string;
		readonly template: string | null;
		readonly problems: readonly { readonly code: string; readonly message: string }[];
		readonly unchecked: readonly { readonly code: string }[];
		readonly diagnostics: readonly {
			readonly rule: string;
			readonly severity: string;
			readonly message: string;
			readonly expected: string | null;
			readonly actual: string | null;
			readonly source: { readonly level: string; readonly doc: string; readonly clause: string };
			readonly place: { readonly block: number; readonly text: string; readonly start: number; readonly end: number };
			readonly fix?: { readonly title: string; readonly safety: string };
		}[];
	}[];
	readonly summary: Readonly<Record<'errors' | 'warnings' | 'infos' | 'fixed', number>>;
}

/** A fresh copy of fixture files in a folder of their own. */
function copied(name: string, from: string, files: readonly string[]): string {
	const target = join(folder, name);
	mkdirSync(target, { recursive: true });
	for (const file of files) copyFileSync(join(from, file), join(target, file));
	return target;
}

describe('lint', () => {
	it('answers in the shape of the contract, with exit 1 for errors and 0 for a clean file', () => {
		const run = bianxu(['lint', '--format', 'json', join(FAULTY, '计划执行情况报告.docx')]);
		expect(run.status).toBe(1);
		const output = JSON.parse(run.stdout) as LintJson;
		expect(Object.keys(output)).toEqual(['version', 'files', 'summary']);
		expect(output.version).toBe(1);
		const file = output.files[0];
		expect(Object.keys(file ?? {})).toEqual(['path', 'template', 'problems', 'unchecked', 'diagnostics']);
		expect(file?.template).toBe('work-report');
		for (const diagnostic of file?.diagnostics ?? []) {
			const { place } = diagnostic;
			expect(Object.keys(diagnostic).slice(0, 7)).toEqual([
				'rule',
				'severity',
				'message',
				'expected',
				'actual',
				'source',
				'place',
			]);
			expect(place.start).toBeLessThanOrEqual(place.end);
			expect(place.end).toBeLessThanOrEqual(place.text.length);
		}
		expect(bianxu(['lint', join(CLEAN, '计划执行情况报告.docx')]).status).toBe(0);
	});

	it('walks folders and patterns, says one line for each refused file, and still does the others', () => {
		const here = copied('mixed', CLEAN, ['议程草案.docx', '计划执行情况审查意见.md']);
		writeFileSync(join(here, '坏文件.docx'), 'not a zip');
		writeFileSync(join(here, '旧版.doc'), 'x');
		const walked = JSON.parse(bianxu(['lint', '--format', 'json', '.'], { cwd: here }).stdout) as LintJson;
		expect(walked.files.map((file) => file.path).sort()).toEqual(
			['议程草案.docx', '计划执行情况审查意见.md', '坏文件.docx'].sort(),
		);
		const named = bianxu(['lint', '坏文件.docx', '旧版.doc', '没有.docx', '*.md'], { cwd: here });
		expect(named.status).toBe(2);
		const lines = named.stderr.split('\n').filter((line) => line !== '');
		expect(lines.map((line) => line.split(':')[0])).toEqual(['坏文件.docx', '旧版.doc', '没有.docx']);
		expect(named.stdout).toContain('计划执行情况审查意见.md');
	});

	it('corrects in place what is safe: twice is once, and -o leaves the original alone', () => {
		const names = readdirSync(FAULTY).filter((name) => /\.(?:docx|md)$/.test(name));
		const here = copied('fix', FAULTY, [...names, 'packet.yaml']);
		const before = names.map((name) => readFileSync(join(here, name)));
		const aside = bianxu(['lint', '--fix', '-o', 'aside', '.'], { cwd: here });
		expect(aside.status).not.toBe(2);
		names.forEach((name, index) => expect(readFileSync(join(here, name)).equals(before[index] as Buffer)).toBe(true));
		rmSync(join(here, 'aside'), { recursive: true });
		const first = JSON.parse(bianxu(['lint', '--fix', '--format', 'json', '.'], { cwd: here }).stdout) as LintJson;
		expect(first.summary.fixed).toBeGreaterThan(40);
		const once = names.map((name) => readFileSync(join(here, name)));
		const second = JSON.parse(bianxu(['lint', '--fix', '--format', 'json', '.'], { cwd: here }).stdout) as LintJson;
		expect(second.summary.fixed).toBe(0);
		names.forEach((name, index) => {
			expect(readFileSync(join(here, name)).equals(once[index] as Buffer), name).toBe(true);
		});
		for (const file of second.files)
			for (const { fix, rule } of file.diagnostics) expect(fix?.safety, `${file.path} ${rule}`).not.toBe('safe');
	}, 180_000);

	it('writes an annotated copy beside the original', () => {
		const here = copied('annotate', FAULTY, ['决定草案说明.docx']);
		const run = bianxu(['lint', '--annotate', '决定草案说明.docx'], { cwd: here });
		expect(run.status).toBe(1);
		expect(readdirSync(here).sort()).toEqual(['决定草案说明.docx', '决定草案说明.批注.docx'].sort());
		expect(readFileSync(join(here, '决定草案说明.docx')).equals(readFileSync(join(FAULTY, '决定草案说明.docx')))).toBe(
			true,
		);
	});

	it('writes the fixes as tracked changes into a copy; the file itself stays', () => {
		const here = copied('track', FAULTY, ['述职报告-王振海.docx', '学前教育调研报告.md']);
		const before = readFileSync(join(here, '述职报告-王振海.docx'));
		const run = bianxu(['lint', '--track', '--format', 'json', '.'], { cwd: here });
		const { files, summary } = JSON.parse(run.stdout) as LintJson;
		expect(run.status).toBe(1);
		expect(summary.fixed).toBeGreaterThan(0);
		expect(readdirSync(here).sort()).toEqual(
			['学前教育调研报告.md', '述职报告-王振海.docx', '述职报告-王振海.修订.docx'].sort(),
		);
		expect(readFileSync(join(here, '述职报告-王振海.docx')).equals(before)).toBe(true);
		expect(files.flatMap(({ problems }) => problems.map(({ code }) => code))).toContain('track-docx-only');
		const tracked = readFileSync(join(here, '述职报告-王振海.修订.docx'));
		bianxu(['lint', '--track', '-o', 'aside', '述职报告-王振海.docx'], { cwd: here });
		expect(readFileSync(join(here, 'aside/述职报告-王振海.修订.docx')).equals(tracked)).toBe(true);
		// What the copy proposes is the plain fix: nothing more is found in it but the revisions themselves.
		const plain = bianxu(['lint', '--fix', '--format', 'json', '述职报告-王振海.docx'], { cwd: here });
		const found = (text: string): readonly string[] =>
			(JSON.parse(text) as LintJson).files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)).sort();
		const again = bianxu(['lint', '--format', 'json', '述职报告-王振海.修订.docx'], { cwd: here });
		expect(found(again.stdout).filter((rule) => rule !== 'draft-tracked-changes')).toEqual(found(plain.stdout));
	});

	it('speaks English when asked', () => {
		const run = bianxu(['lint', '--lang', 'en', join(CLEAN, '议程草案.docx')]);
		expect(run.stdout).toContain('conforms');
	});
});

describe('other commands', () => {
	it.each(['work-report', 'duty-report', 'appointment', 'base'])('a new %s lints clean, as .docx and as .md', (id) => {
		for (const extension of ['docx', 'md']) {
			const name = `${id}.${extension}`;
			const written = bianxu(['new', id, '-o', name], { cwd: folder });
			expect(written.status, written.stderr).toBe(0);
			const { summary, files } = JSON.parse(
				bianxu(['lint', '--format', 'json', name], { cwd: folder }).stdout,
			) as LintJson;
			expect(summary, JSON.stringify(files[0]?.diagnostics)).toMatchObject({ errors: 0, warnings: 0 });
			if (id !== 'base') expect(files[0]?.template).toBe(id);
			expect(bianxu(['new', id, '-o', name], { cwd: folder }).status).toBe(2);
			const printed = bianxu(['print', name, '-o', `${name}.pdf`, '--format', 'json'], { cwd: folder });
			expect(printed.status, printed.stderr).toBe(0);
			const { pages, refusals } = JSON.parse(printed.stdout) as { pages: number; refusals: readonly unknown[] };
			expect(pages).toBeGreaterThanOrEqual(2);
			expect(refusals).toEqual([]);
		}
	});

	it('explain and rules know every rule of the book', () => {
		const rules = JSON.parse(bianxu(['rules', '--format', 'json']).stdout) as { rules: readonly { id: string }[] };
		expect(rules.rules.length).toBeGreaterThanOrEqual(40);
		expect(bianxu(['explain', 'font-title-role']).stdout).toContain('font-title-role');
		const wrong = bianxu(['explain', 'font-title-rule']);
		expect(wrong.status).toBe(2);
		expect(wrong.stderr.trim().split('\n')).toHaveLength(1);
	});

	it('doctor names the face of every role', () => {
		const run = bianxu(['doctor', '--format', 'json']);
		expect(run.status).toBe(0);
		const facts = JSON.parse(run.stdout) as { faces: readonly { role: string; face: string | null }[] };
		expect(facts.faces.map((face) => face.role)).toEqual(expect.arrayContaining(['fangsong', 'kaiti', 'heiti']));
	});

	it('dump shows what the reader and the recogniser see, in points', () => {
		const file = join(CLEAN, '计划执行情况报告.docx');
		const doc = JSON.parse(bianxu(['dump', file, '--stage', 'doc', '--format', 'json']).stdout) as {
			sections: readonly { width: number; top: number }[];
			paragraphs: readonly { runs: readonly { eastAsia: string; size: number }[] }[];
		};
		expect(doc.sections[0]?.width).toBeCloseTo(595.3, 0);
		expect(doc.paragraphs.some(({ runs }) => runs.some((run) => run.size === 22))).toBe(true);
		expect(bianxu(['dump', file, '--stage', 'outline', '--format', 'json']).status).toBe(0);
	});

	it('an unknown option is one line and exit 2', () => {
		const run = bianxu(['lint', '--nonsense', 'x.md']);
		expect(run.status).toBe(2);
		expect(run.stderr).not.toMatch(/\n\s+at /);
	});
});
