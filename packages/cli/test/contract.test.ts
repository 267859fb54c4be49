/** The command line as the contract has it: exit codes, streams, languages, precedence. One row, one promise. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bianxu, ROOT } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-contract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CLEAN = '# 关于清水河治理情况的调查意见\n\n治理工程已经完成。\n';
const FAULT = '# 关于清水河治理情况的调查意见\n\n治理工程已经完成,水质稳定。\n';

beforeAll(() => {
	const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
	put('合格.md', CLEAN);
	put('有错.md', FAULT);
	put('警告.md', '# 关于清水河治理情况的调查意见\n\n治理工程 已经完成。\n');
	put('坏.docx', 'not a zip');
	put('旧.doc', 'x');
	put('坏配置.yaml', 'id: a\nroles:\n  titel: {}\n');
	mkdirSync(join(folder, '空'));
	copyFileSync(join(ROOT, 'fixtures/packet/faulty/决定草案说明.docx'), join(folder, '说明.docx'));
});

/** Lines of stderr. */
const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

describe('exit codes', () => {
	it.each([
		[0, ['lint', '合格.md']],
		[0, ['lint', '警告.md']],
		[1, ['lint', '警告.md', '--max-warnings', '0']],
		[1, ['lint', '有错.md']],
		[1, ['lint', '合格.md', '有错.md']],
		[0, ['lint', '--fix', '-o', '改', '有错.md']],
		[2, ['lint', '有错.md', '坏.docx']],
		[2, ['lint', '合格.md', '没有.md']],
		[2, ['lint', '旧.doc']],
		[2, ['lint', '空']],
		[2, ['lint']],
		[2, ['lint', '--nonsense', '合格.md']],
		[2, ['lint', '--profile', 'gbt9704-2021', '合格.md']],
		[2, ['lint', '--profile', '坏配置.yaml', '合格.md']],
		[2, ['lint', '--date', '2026-02-30', '合格.md']],
		[2, ['nonsense']],
		[2, []],
		[0, ['--help']],
		[0, ['--version']],
		[0, ['lint', '--help']],
		[0, ['rules']],
		[0, ['explain', 'font-title-role']],
		[2, ['explain', 'font-title-rule']],
		[2, ['dump', '坏.docx']],
		[2, ['dump', '没有.docx']],
		[0, ['dump', '合格.md', '--stage', 'outline']],
		[2, ['new', 'letter', '-o', 'a.docx']],
		[2, ['new', 'base', '-o', 'a.pdf']],
		[2, ['new', 'base']],
		[2, ['print', '合格.md']],
		[0, ['reject', '合格.md']],
		[1, ['reject', '有错.md']],
		[2, ['reject', '没有.md']],
		[2, ['packet', 'plan']],
		[2, ['packet']],
		[0, ['profile', 'show']],
		[2, ['profile', 'show', 'wuxi']],
		[2, ['profile', 'learn', '合格.md']],
		[0, ['doctor']],
	] as const)('%i: %j', (status, args) => {
		const run = bianxu(args, { cwd: folder });
		expect(run.status, run.stderr).toBe(status);
		expect(run.stderr).not.toMatch(/\n\s+at |Error:/);
		if (status !== 2) expect(run.stderr).toBe('');
	});
});

describe('streams', () => {
	it('one line on stderr for each refused file, beginning with its path; the others are done', () => {
		const run = bianxu(['lint', '--format', 'json', '坏.docx', '合格.md', '旧.doc', '没有.md', '有错.md'], {
			cwd: folder,
		});
		expect(lines(run.stderr).map((line) => line.split(': ')[0])).toEqual(['坏.docx', '旧.doc', '没有.md']);
		const { files, summary } = JSON.parse(run.stdout) as {
			files: { path: string; problems: unknown[] }[];
			summary: object;
		};
		expect(files.map(({ path }) => path)).toEqual(['坏.docx', '合格.md', '旧.doc', '没有.md', '有错.md']);
		expect(files.filter(({ problems }) => problems.length > 0)).toHaveLength(3);
		expect(summary).toMatchObject({ errors: 1 });
	});

	it.each([
		[
			['lint', '坏.docx'],
			['version', 'files', 'summary'],
		],
		[
			['lint', '空'],
			['version', 'files', 'summary'],
		],
		[
			['dump', '坏.docx'],
			['version', 'kind', 'paragraphs', 'sections', 'problems', 'unchecked'],
		],
		[
			['dump', '没有.docx'],
			['version', 'kind', 'paragraphs', 'sections', 'problems', 'unchecked'],
		],
		[
			['explain', 'nonsense'],
			['version', 'rule'],
		],
		[
			['reject', '坏.docx'],
			['version', 'verdict', 'material', 'findings', 'refusals'],
		],
		[
			['print', '坏.docx', '-o', 'a.pdf'],
			['version', 'file', 'refusals'],
		],
		[
			['packet', 'plan'],
			['version', 'refused'],
		],
	] as const)('JSON is whole also at 2: %j', (args, keys) => {
		const run = bianxu([...args, '--format', 'json'], { cwd: folder });
		expect(run.status).toBe(2);
		expect(Object.keys(JSON.parse(run.stdout) as object)).toEqual(keys);
		expect(lines(run.stderr)).toHaveLength(1);
	});

	it('a settings file at fault is said once, with its place, whatever the number of files', () => {
		const here = join(folder, '配置');
		mkdirSync(here);
		writeFileSync(join(here, 'bianxu.yaml'), 'rules:\n  font-no-blod: off\n');
		writeFileSync(join(here, 'a.md'), CLEAN);
		writeFileSync(join(here, 'b.md'), CLEAN);
		const run = bianxu(['lint', '--format', 'json', '配置'], { cwd: folder });
		expect(run.status).toBe(2);
		expect(lines(run.stderr)).toEqual(['配置/bianxu.yaml: 第2行第3列：没有规则 font-no-blod，是不是 font-no-bold？']);
		expect((JSON.parse(run.stdout) as { files: unknown[] }).files).toHaveLength(2);
	});

	it('no colour where NO_COLOR is set or the output is no terminal', () => {
		for (const env of [{ NO_COLOR: '1' }, { FORCE_COLOR: '1' }, {}]) {
			expect(bianxu(['lint', '有错.md'], { cwd: folder, env }).stdout).not.toContain('\u001b[');
		}
	});

	it('quiet shows errors and the last line', () => {
		const { stdout } = bianxu(['lint', '--quiet', '合格.md', '警告.md', '有错.md'], { cwd: folder });
		expect(stdout).toContain('[错误]');
		expect(stdout).not.toMatch(/\[警告\]|未检查|合格\.md/);
	});
});

describe('languages', () => {
	it.each([
		[['lint', '--nonsense', '合格.md'], '不认识的选项 --nonsense', "unknown option '--nonsense'"],
		[['lnit', '合格.md'], '没有命令 lnit，是不是 lint？', 'Did you mean lint?'],
		[['lint'], '缺少参数 <files>', "missing required argument 'files'"],
		[
			['lint', '--format', 'xml', '合格.md'],
			'可用：text、json、sarif、html、junit、github',
			'Allowed choices are text, json',
		],
		[['lint', '--date', 'x', '合格.md'], '日期须写作 YYYY-MM-DD', 'a date is YYYY-MM-DD'],
		[['new', 'base'], '缺少选项 -o, --output <file>', "required option '-o, --output <file>'"],
		[['explain', 'nonsense'], '没有规则 nonsense', 'no rule nonsense'],
		[['dump', '没有.docx'], '找不到文件', 'no such file'],
		[['profile', 'show', 'wuxi-2071'], '是不是 wuxi-2017？', 'did you mean wuxi-2017?'],
	] as const)('a usage error is one line in either: %j', (args, zh, en) => {
		for (const [language, words] of [
			['zh', zh],
			['en', en],
		] as const) {
			const run = bianxu([...args, '--lang', language], { cwd: folder });
			expect(run.status).toBe(2);
			expect(lines(run.stderr)).toHaveLength(1);
			expect(run.stderr).toContain(words);
			if (language === 'en') expect(run.stderr.replace('没有.docx', '')).not.toMatch(/\p{Script=Han}/u);
		}
	});

	/** Names of fonts, places, files and quoted text are the document's own; everything of ours must be English. */
	const ours = (text: string): string =>
		text
			.replaceAll(/“[^”]*”|"[^"]*"|「[^」]*」|《[^》]*》|【[^】]*】/g, '')
			.split('\n')
			.filter((line) => !/^\s+(?:text|required|actual|source) /.test(line))
			.join('\n');

	it.each([
		[['doctor']],
		[['lint', '合格.md', '有错.md', '警告.md']],
		[['lint', '--format', 'github', '有错.md']],
		[['reject', '合格.md']],
		[['packet', 'plan']],
		[['print', '坏.docx', '-o', 'a.pdf']],
	])('English is complete: %j', (args) => {
		const run = bianxu([...args, '--lang', 'en'], { cwd: folder });
		const text = ours(run.stdout + run.stderr).replaceAll(
			/(?:合格|有错|警告|坏)\.(?:md|docx)|substitute for [^\n]*/g,
			'',
		);
		expect(text.match(/[^\n]*\p{Script=Han}[^\n]*/gu) ?? []).toEqual([]);
	});
});

describe('settings', () => {
	interface Found {
		readonly files: readonly {
			readonly diagnostics: readonly { readonly rule: string; readonly severity: string }[];
		}[];
	}
	const severities = (
		args: readonly string[],
		cwd: string,
		env: Readonly<Record<string, string>> = {},
	): readonly string[] => {
		const run = bianxu(['lint', '--format', 'json', ...args], { cwd, env });
		return (JSON.parse(run.stdout) as Found).files.flatMap(({ diagnostics }) =>
			diagnostics.map(({ rule, severity }) => `${rule} ${severity}`),
		);
	};

	it('packet.yaml goes before bianxu.yaml, the nearest before the farther, and options win', () => {
		const [outer, inner] = [join(folder, '外'), join(folder, '外/内')];
		mkdirSync(inner, { recursive: true });
		const paper =
			'# 关于清水河治理情况的报告\n\n主任、各位副主任、秘书长、各位委员：\n\n现将有关情况报告如下。\n\n以上报告，请予审议。\n';
		writeFileSync(join(inner, 'a.md'), paper);
		const shown = (cwd: string, ...args: readonly string[]): string => {
			const { profile, level } = JSON.parse(
				bianxu(['profile', 'show', '--format', 'json', ...args], { cwd }).stdout,
			) as Record<string, string>;
			return `${profile} ${level}`;
		};
		expect(shown(inner)).toBe('gbt9704-2012 prefecture');
		writeFileSync(join(outer, 'bianxu.yaml'), 'profile: wuxi-2017\nlevel: county\n');
		expect(shown(inner)).toBe('wuxi-2017 county');
		writeFileSync(join(inner, 'bianxu.yaml'), 'level: province\n');
		expect(shown(inner)).toBe('gbt9704-2012 province');
		const session =
			'place: 滨江市, level: prefecture, organ: 滨江市人民代表大会常务委员会, term: 17, meeting: 23, days: [2026-11-26]';
		writeFileSync(join(outer, 'packet.yaml'), `session: { ${session} }\nprofile: wuxi-2017\nitems: []\n`);
		expect(shown(inner)).toBe('wuxi-2017 prefecture');
		expect(shown(inner, '--profile', 'gbt9704-2012', '--level', 'county')).toBe('gbt9704-2012 county');
		// A county has no 秘书长: the level reaches the rules.
		expect(severities(['a.md'], inner)).not.toContain('salutation-secretary-general-level error');
		expect(severities(['a.md', '--level', 'county'], inner)).toContain('salutation-secretary-general-level error');
	});

	it('the day is --date, else SOURCE_DATE_EPOCH, else the first day of the session, else today', () => {
		const here = join(folder, '日期');
		mkdirSync(here);
		const dayOf = (args: readonly string[], env: Readonly<Record<string, string>>): string => {
			const name = `${Math.random()}.md`;
			bianxu(['new', 'work-report', '-o', name, '--mode', 'written', ...args], { cwd: here, env });
			return /(\d{4}年\d{1,2}月\d{1,2}日)\s*$/.exec(readFileSync(join(here, name), 'utf8'))?.[1] ?? '';
		};
		const none = { SOURCE_DATE_EPOCH: '' };
		const now = new Date();
		const today = `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
		expect(dayOf([], none)).toBe(today);
		const session =
			'place: 滨江市, level: prefecture, organ: 滨江市人民代表大会常务委员会, term: 17, meeting: 23, days: [2026-11-26, 2026-11-27]';
		writeFileSync(join(here, 'packet.yaml'), `session: { ${session} }\nitems: []\n`);
		expect(dayOf([], none)).toBe('2026年11月26日');
		expect(dayOf([], { SOURCE_DATE_EPOCH: '1772668800' })).toBe('2026年3月5日');
		expect(dayOf(['--date', '2026-12-31'], { SOURCE_DATE_EPOCH: '1772668800' })).toBe('2026年12月31日');
	});
});

describe('the script of the repository', () => {
	it('resolves paths against the caller’s folder and keeps stdout clean', () => {
		const run = spawnSync(
			process.execPath,
			[join(ROOT, 'scripts/run-bianxu.mjs'), 'lint', '--format', 'json', '有错.md'],
			{
				cwd: ROOT,
				encoding: 'utf8',
				env: { ...process.env, INIT_CWD: folder },
			},
		);
		expect(run.status).toBe(1);
		expect((JSON.parse(run.stdout) as { files: { path: string }[] }).files.map(({ path }) => path)).toEqual([
			'有错.md',
		]);
	});
});
