import type { Language, SlipHead } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import {
	hostSheet,
	lintJson,
	lintText,
	planJson,
	planSentence,
	planSheet,
	planText,
	rejectJson,
	sheetHtml,
	summaryOf,
} from '../src/index.ts';
import {
	cleanReport,
	faultyReport,
	hostileReport,
	markdownReport,
	passedReport,
	plan,
	refusedReport,
	rejected,
} from './results.ts';

const head: SlipHead = {
	organ: '滨江市',
	session: '第十七届人民代表大会常务委员会第二十三次会议',
	date: '2026-11-25',
	seal: '',
};
const all = [faultyReport, markdownReport, cleanReport, passedReport, refusedReport];
const departments: Readonly<Record<string, string>> = {
	[faultyReport.path]: '发改委',
	[markdownReport.path]: '财经委',
};

describe.each<Language>(['zh', 'en'])('reports for people in %s', (language) => {
	it('show place, required beside actual, source, rule and fix', async () => {
		const text = lintText(all, { language, departmentOf: (path) => departments[path] ?? '' });
		await expect(`${text}\n`).toMatchFileSnapshot(`expected/lint.${language}.txt`);
	});
	it('say what a plan does, blocking references first', async () => {
		await expect(`${planText(plan, { language })}\n`).toMatchFileSnapshot(`expected/plan.${language}.txt`);
	});
	it('draw the plan and the differences of the host script as HTML', async () => {
		await expect(sheetHtml(planSheet(plan, language, head), language)).toMatchFileSnapshot(
			`expected/plan.${language}.html`,
		);
		const host = hostSheet(plan, language, head);
		await expect(sheetHtml(host ?? [], language)).toMatchFileSnapshot(`expected/host.${language}.html`);
	});
	it('write the contract as JSON', async () => {
		const pretty = (json: string): string => `${JSON.stringify(JSON.parse(json), null, '\t')}\n`;
		await expect(pretty(lintJson(all, language))).toMatchFileSnapshot(`expected/lint.${language}.json`);
		await expect(pretty(rejectJson(rejected, language))).toMatchFileSnapshot(`expected/reject.${language}.json`);
	});
});

describe('machine output', () => {
	it('of lint has the keys of the contract in their order', () => {
		const json = JSON.parse(lintJson([markdownReport], 'zh'));
		expect(Object.keys(json)).toEqual(['version', 'files', 'summary']);
		expect(Object.keys(json.files[0])).toEqual(['path', 'template', 'problems', 'unchecked', 'diagnostics']);
		const [finding] = json.files[0].diagnostics;
		expect(Object.keys(finding)).toEqual(['rule', 'severity', 'message', 'expected', 'actual', 'source', 'place']);
		expect(Object.keys(finding.place)).toEqual(['block', 'text', 'start', 'end', 'line', 'column']);
		expect(json.summary).toEqual({ errors: 0, warnings: 0, infos: 1, fixed: 0 });
	});
	it('of plan has the keys of the contract in their order', () => {
		const json = JSON.parse(planJson({ ...plan, facts: [] }));
		expect(Object.keys(json)).toEqual([
			'version',
			'scheme',
			'blocked',
			'materials',
			'references',
			'counts',
			'reprint',
			'alternatives',
		]);
		expect(Object.keys(json.references[0])).toEqual(['in', 'block', 'start', 'end', 'from', 'to', 'target', 'status']);
		expect(json.reprint[0]).toEqual({ id: 'm5', sheets: [[1, 2], [3]], copies: 60 });
		const moved = JSON.parse(planJson(plan));
		expect(moved.facts[0]).toEqual({
			in: 'host',
			block: 1,
			start: 0,
			end: 6,
			kind: 'day',
			from: '11月26日',
			to: '11月30日',
			status: 'valid',
		});
	});
	it('names a refusal among the problems exactly once', () => {
		const refused = refusedReport.refused;
		for (const problems of [[], refused === null ? [] : [refused]]) {
			const json = JSON.parse(lintJson([{ ...refusedReport, problems }], 'zh'));
			expect(json.files[0].problems).toEqual([{ code: 'not-a-zip', message: '不是有效的 .docx 文件' }]);
		}
	});
	it('counts over all files', () => {
		expect(summaryOf(all)).toEqual({ errors: 2, warnings: 1, infos: 1, fixed: 2 });
	});
});

describe('a plan for people', () => {
	it('begins with what it means and ends with the departments to call, in every form', () => {
		expect(planText(plan, { language: 'zh' })).toMatch(/^2份改号、1处引用改写、1处悬空须先处理；/);
		expect(planText(plan, { language: 'zh', more: ['补充说明'] })).toMatch(
			/补充说明\n\n需要打电话的部门\n(?: {2}.+\n)+ {2}.+$/,
		);
		const blocks = planSheet(plan, 'zh', head);
		expect(blocks[1]).toEqual({
			kind: 'session',
			text: '滨江市第十七届人民代表大会常务委员会第二十三次会议　2026-11-25',
		});
		expect(blocks.slice(-3)).toMatchObject([
			{ kind: 'heading', text: '需要打电话的部门' },
			{ kind: 'table' },
			{ kind: 'sign', names: ['经办人', '核对人', '批准人'] },
		]);
		expect(planText({ ...plan, calls: [], materials: [] }, { language: 'zh' })).toMatch(
			/需要打电话的部门\n {2}没有。$/,
		);
	});
	it('has no sheet for a host script that stays as it is', () => {
		expect(hostSheet({ ...plan, unnumbered: [] }, 'zh', head)).toBeNull();
		expect(hostSheet({ ...plan, references: [], facts: [] }, 'zh', head)).toBeNull();
	});
});

describe('hostile document text', () => {
	it('cannot forge a line or drive the terminal', () => {
		const text = lintText([hostileReport], { language: 'zh' });
		expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Cs}]/u);
		expect(
			text
				.split('\n')
				.filter((line) => line.includes('伪造'))
				.every((line) => /\\u\{/.test(line)),
		).toBe(true);
		expect(text.split('\n').filter((line) => /^ {2}\d+\. /.test(line))).toHaveLength(1);
		expect(text).not.toMatch(/^::/m);
	});
	it('keeps the lines of a plan apart', () => {
		const [first] = plan.references;
		if (first === undefined) throw new Error('the plan has references');
		const text = planText(
			{ ...plan, references: [{ ...first, context: '甲\n引用·悬空（9处）\u001b[31m' }] },
			{ language: 'zh' },
		);
		expect(text).not.toMatch(/^引用·悬空（9处）/m);
		expect(text).toContain('\\u{a}引用·悬空（9处）\\u{1b}[31m');
	});
});

it('quiet shows errors and the summary only', () => {
	const text = lintText([markdownReport, faultyReport], { language: 'zh', quiet: true });
	expect(text).not.toContain('警告]');
	expect(text).not.toContain('审查意见');
	expect(text).toContain('[错误]');
});

it('a plan that changes nothing says so in one sentence', () => {
	const idle = {
		...plan,
		blocked: false,
		references: [],
		facts: [],
		counts: { renumbered: 0, referencesRewritten: 0, agendaRewritten: 0, dangling: 0, needsCheck: 0, sheets: null },
	};
	expect(planSentence(idle, 'zh')).toBe('0份改号、0处引用改写、0处悬空；可以执行。');
});
