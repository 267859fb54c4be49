import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TemplateId } from '@bianxu/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { check, type Checked, createSession, learnProfile, newFile, settingsFor } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const session = createSession(nodeWorld([]));
const types: readonly TemplateId[] = ['work-report', 'duty-report', 'appointment', 'base'];

/** What an office asks for that differs from the standard in every way that can be learnt. */
const house = `id: 滨江
extends: gbt9704-2012
sources: { house: { level: office-notice, doc: 滨江市人大常委会办公室会议材料格式通知 } }
page: { top: { value: 35, source: house }, textHeight: { value: 227, source: house } }
fonts:
  fangsong: { accept: [方正仿宋_GBK, 仿宋_GB2312], source: house }
  xiaobiaosong: { accept: [华康标宋], source: house }
roles:
  title: { font: xiaobiaosong, size: 24, source: house }
  organ-line: { font: xiaobiaosong, size: 24, source: house }
  heading-2: { font: heiti, size: 15, source: house }
  body: { font: fangsong, size: 15, firstLineChars: 200, source: house }
`;

async function written(profile: string): Promise<readonly Checked[]> {
	const files: Checked[] = [];
	for (const template of types) {
		const path = join(folder, `${template}.docx`);
		const options = { profile };
		const bytes = await newFile(session, {
			template,
			format: 'docx',
			path,
			options: { ...options, date: '2026-11-26' },
		});
		const checked = await check(session, { path, bytes, options });
		if (checked.document === null) throw new Error(checked.result.refused?.message.en);
		files.push(checked);
	}
	return files;
}

const rulesOf = (files: readonly Checked[]): readonly string[] =>
	files.flatMap(({ result }) =>
		result.diagnostics.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
	);

describe('a profile learnt from files', () => {
	const houseFile = join(folder, '滨江.yaml');
	const learntFile = join(folder, '归纳.yaml');
	let files: readonly Checked[] = [];
	let learnt = '';
	beforeAll(async () => {
		writeFileSync(houseFile, house);
		files = await written(houseFile);
		learnt = learnProfile(files, '归纳');
		writeFileSync(learntFile, learnt);
	});

	it('states what they do and what share of them agrees', () => {
		expect(learnt).toContain('top: { value: 35, source: own } # 4 份中 4 份一致');
		expect(learnt).toContain('# left: 28（4 份中 4 份一致，与 gbt9704-2012 相同）');
		expect(learnt).toMatch(/xiaobiaosong: # \d 份中 \d 份用 华康标宋\n {4}accept: \[华康标宋, 方正小标宋简体/);
		expect(learnt).toMatch(/title:\n {4}# font: xiaobiaosong[^\n]*\n {4}size: \{ value: 24, source: own \}/);
		expect(learnt).toMatch(/heading-2:\n {4}font: \{ value: heiti, source: own \}/);
	});

	it('is one that can be used at once: the files that it was learnt from conform to it', async () => {
		const settings = await settingsFor(session, join(folder, 'x.docx'), { profile: learntFile });
		expect(settings.problems).toEqual([]);
		expect(settings.profile).toBe('归纳');
		const against = async (profile: string): Promise<readonly string[]> => {
			const checked: Checked[] = [];
			for (const { document } of files) {
				const again = await check(session, { path: document.path, bytes: document.bytes, options: { profile } });
				if (again.document !== null) checked.push(again);
			}
			return rulesOf(checked);
		};
		expect(rulesOf(files)).toEqual([]);
		expect(await against(learntFile)).toEqual([]);
		expect(new Set(await against('gbt9704-2012'))).toEqual(
			new Set([
				'font-title-role',
				'size-title-2hao',
				'font-heading2-role',
				'size-heading-3hao',
				'size-body-3hao',
				'page-margin-top',
			]),
		);
	});

	it('takes nothing where they do not agree', async () => {
		const mixed = [...(await written('gbt9704-2012')), ...files];
		const text = learnProfile(mixed, '混合');
		expect(text).toMatch(/# title\.size：意见不一，没有采用：22（4）、24（4）/);
	});
});

describe('settings files', () => {
	const place = (name: string, files: Readonly<Record<string, string>>): string => {
		const here = join(folder, name);
		mkdirSync(here, { recursive: true });
		for (const [file, text] of Object.entries(files)) writeFileSync(join(here, file), text);
		return join(here, '材料.md');
	};

	it('may name a profile beside them, which may extend another file', async () => {
		const path = place('chain', {
			'bianxu.yaml': 'profile: 本机关.yaml\nrules: { font-no-bold: off }\n',
			'本机关.yaml': 'id: 本机关\nextends: 市级.yaml\nroles: { title: { size: 23 } }\n',
			'市级.yaml': 'id: 市级\nextends: wuxi-2017\nroles: { title: { size: 21, bold: true, source: wuxi } }\n',
		});
		const settings = await settingsFor(session, path, {});
		expect(settings.problems).toEqual([]);
		expect(settings.layers?.map((layer) => layer.id)).toEqual(['wuxi-2017', '市级', '本机关']);
	});

	it.each([
		[
			'circle',
			{ 'bianxu.yaml': 'profile: a.yaml', 'a.yaml': 'id: a\nextends: b.yaml', 'b.yaml': 'id: b\nextends: a.yaml' },
			'绕了回来',
			'b.yaml',
		],
		['missing', { 'bianxu.yaml': 'profile: a.yaml' }, '找不到规格配置文件 a.yaml', 'bianxu.yaml'],
		['unknown', { 'bianxu.yaml': 'profile: wuxi-2018' }, '没有规格配置 wuxi-2018，是不是 wuxi-2017？', 'bianxu.yaml'],
		[
			'parent',
			{ 'bianxu.yaml': 'profile: a.yaml', 'a.yaml': 'id: a\nextends: gbt9704' },
			'没有规格配置 gbt9704',
			'a.yaml',
		],
		[
			'rule',
			{ 'bianxu.yaml': 'rules:\n  font-title-rule: off' },
			'第2行第3列：没有规则 font-title-rule，是不是 font-title-role？',
			'bianxu.yaml',
		],
		['packet', { 'packet.yaml': 'sesion: {}' }, '不认识的键 sesion，是不是 session？', 'packet.yaml'],
	])('with a fault are named: %s', async (name, files, message, file) => {
		const own = createSession(nodeWorld([]));
		const settings = await settingsFor(own, place(name, files as Readonly<Record<string, string>>), {});
		expect(settings.problems.map((problem) => problem.message.zh).join('\n')).toContain(message);
		expect(settings.profile).toBe('gbt9704-2012');
		const [fault] = own.faults();
		expect(fault?.fatal).toBe(true);
		expect(fault?.path.endsWith(`/${file}`), fault?.path).toBe(true);
	});

	it('that lower a rule of law are told that it stays', async () => {
		const path = place('law', { 'bianxu.yaml': 'rules: { salutation-secretary-general-level: off }' });
		const settings = await settingsFor(session, path, {});
		expect(settings.problems.map(({ code }) => code)).toEqual(['law-rule-kept']);
	});

	it('of a packet: its profile is that of packet.yaml, its rules those of the nearest bianxu.yaml', async () => {
		const path = place('both', {
			'packet.yaml':
				'session: { place: 滨江市, level: county, organ: 滨江市人民代表大会常务委员会, term: 17, meeting: 23, days: [2026-11-26] }\nprofile: wuxi-2017\nitems: []\n',
			'bianxu.yaml': 'profile: gbt9704-2012\nlevel: province\nrules: { font-no-bold: off }\nbaseline: 基线.json\n',
		});
		const settings = await settingsFor(session, path, {});
		expect(settings).toMatchObject({ profile: 'wuxi-2017', level: 'county', date: '2026-11-26' });
		expect(settings.rules['font-no-bold']?.severity).toBe('off');
		expect(settings.baseline).toBe(join(folder, 'both', '基线.json'));
		expect(
			await settingsFor(session, path, { profile: 'gbt9704-2012', level: 'prefecture', date: '2026-01-02' }),
		).toMatchObject({
			profile: 'gbt9704-2012',
			level: 'prefecture',
			date: '2026-01-02',
		});
	});
});
