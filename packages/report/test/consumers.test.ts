/** Every format is read by a program, or judged by a schema, that this project did not write. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FileResult, Language } from '@bianxu/model';
import * as actions from '@actions/core';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { HtmlValidate } from 'html-validate';
import { parse } from 'junit2json';
import { describe, expect, it, vi } from 'vitest';
import {
	correctionListHtml,
	lintGithub,
	lintHtml,
	lintJunit,
	lintSarif,
	type RulePages,
	rejectHtml,
	rejectJson,
} from '../src/index.ts';
import {
	cleanReport,
	faultyReport,
	hostileReport,
	markdownReport,
	passedReport,
	refusedReport,
	rejected,
} from './results.ts';

const require = createRequire(import.meta.url);
const sets: readonly (readonly [string, readonly FileResult[]])[] = [
	['ordinary results', [faultyReport, markdownReport, cleanReport, passedReport, refusedReport]],
	['hostile text', [hostileReport]],
	['nothing', []],
];
const pagesOf = ({ diagnostics }: FileResult): RulePages =>
	new Map(
		diagnostics.map(({ rule }) => [
			rule,
			{ title: { zh: `规则 <${rule}>`, en: rule }, description: { zh: '说明“&”', en: 'what it asks for' } },
		]),
	);
const languages: readonly Language[] = ['zh', 'en'];

describe('sarif', () => {
	const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
	addFormats.default(ajv);
	const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
	// It names draft 4, but uses no word that later drafts read otherwise.
	const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
	const valid = ajv.compile(schema);
	it.each(sets)('is valid SARIF 2.1.0: %s', (_, results) => {
		for (const language of languages) {
			expect(valid(JSON.parse(lintSarif(results, language))), JSON.stringify(valid.errors)).toBe(true);
		}
	});
	it('says of each rule what its page says', () => {
		const log = JSON.parse(lintSarif([faultyReport], 'zh', pagesOf(faultyReport)));
		expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
		for (const { id, help } of log.runs[0].tool.driver.rules) expect(help.text).toContain(`bianxu explain ${id}`);
	});
	it('has a schema that refuses what is wrong', () => {
		const log = JSON.parse(lintSarif([faultyReport], 'zh'));
		log.runs[0].results[0].level = 'loud';
		expect(valid(log)).toBe(false);
	});
	it('carries what was not checked', () => {
		const [run] = JSON.parse(lintSarif([faultyReport], 'zh')).runs;
		const texts = run.invocations[0].toolExecutionNotifications.map(
			(note: { message: { text: string } }) => note.message.text,
		);
		expect(texts).toContain('嵌入的表格对象未检查');
	});
});

describe('junit', () => {
	it.each(sets)('is read with the same counts: %s', async (_, results) => {
		const read = await parse(lintJunit(results, 'zh'));
		if (read === undefined || read === null || !('tests' in read)) throw new Error('not read');
		const suites = 'testsuite' in read ? (read.testsuite ?? []) : [];
		expect(suites).toHaveLength(results.length);
		const cases = suites.flatMap((suite) => suite.testcase ?? []);
		expect(Number(read.tests)).toBe(cases.length);
		expect(Number(read.failures)).toBe(cases.filter((each) => (each.failure ?? []).length > 0).length);
		expect(Number(read.errors)).toBe(cases.filter((each) => (each.error ?? []).length > 0).length);
		expect(Number(read.failures)).toBe(
			results.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity === 'error').length,
		);
	});
	it('carries what was not checked', async () => {
		const read = await parse(lintJunit([faultyReport], 'zh'));
		expect(JSON.stringify(read)).toContain('嵌入的表格对象未检查');
	});
});

describe('github', () => {
	it.each(sets)('writes commands as the runner’s own library does: %s', (_, results) => {
		for (const line of lintGithub(results, 'zh')
			.split('\n')
			.filter((each) => each !== '')) {
			const [, kind = '', properties = '', data = ''] = /^::(error|warning|notice) ([^:]*)::(.*)$/s.exec(line) ?? [];
			const unescape = (text: string): string =>
				text
					.replaceAll('%3A', ':')
					.replaceAll('%2C', ',')
					.replaceAll('%0D', '\r')
					.replaceAll('%0A', '\n')
					.replaceAll('%25', '%');
			const named = new Map(
				properties.split(',').map((pair) => {
					const [key = '', value = ''] = pair.split('=');
					return [key, unescape(value)];
				}),
			);
			const written: string[] = [];
			const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
				written.push(String(text));
				return true;
			});
			const say = kind === 'error' ? actions.error : kind === 'warning' ? actions.warning : actions.notice;
			const number = (key: string): { readonly [name: string]: number } =>
				named.has(key) ? { [key === 'line' ? 'startLine' : 'startColumn']: Number(named.get(key)) } : {};
			say(unescape(data), {
				title: named.get('title') ?? '',
				file: named.get('file') ?? '',
				...number('line'),
				...number('col'),
			});
			spy.mockRestore();
			const order = (text: string): readonly string[] => (/^::\w+ ([^:]*)::/.exec(text)?.[1] ?? '').split(',').sort();
			const ours = order(line);
			expect(order(written.join(''))).toEqual(ours);
			expect(
				written
					.join('')
					.replace(/^::\w+ [^:]*::/, '')
					.trimEnd(),
			).toBe(data.trimEnd());
		}
	});
	it('carries what was not checked', () => {
		expect(lintGithub([faultyReport], 'zh')).toMatch(
			/^::notice file=[^:]*,title=embedded::未检查：嵌入的表格对象未检查/m,
		);
	});
});

describe('html', () => {
	const validator = new HtmlValidate({
		extends: ['html-validate:standard'],
		rules: { 'no-inline-style': 'off', 'no-trailing-whitespace': 'off' },
	});
	const problems = async (html: string): Promise<readonly string[]> => {
		const report = await validator.validateString(html);
		return report.results.flatMap(({ messages }) =>
			messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
		);
	};
	const head = { number: '五', title: '关于预算执行情况的报告', department: '财政局', date: '2026-11-25' };
	it.each(sets)('is valid: %s', async (_, results) => {
		for (const language of languages) expect(await problems(lintHtml(results, language))).toEqual([]);
	});
	it('links each finding to the page of its rule below, and is valid with the links', async () => {
		for (const language of languages) {
			const html = lintHtml([faultyReport], language, pagesOf(faultyReport));
			expect(await problems(html)).toEqual([]);
			const links = [...html.matchAll(/href="#(rule-[a-z0-9-]+)"/g)].map(([, id]) => id);
			expect(links.length).toBe(faultyReport.diagnostics.length);
			for (const id of links) expect(html).toContain(`id="${id}"`);
		}
	});
	it('of corrections and of a return is valid', async () => {
		expect(await problems(correctionListHtml(faultyReport, 'zh'))).toEqual([]);
		const pages = [{ page: 1, title: '№1', dataUri: 'data:image/png;base64,AAAA' }];
		const signed = {
			...rejected,
			...(passedReport.suppressed === undefined ? {} : { suppressed: passedReport.suppressed }),
		};
		const page = rejectHtml(signed, 'zh', { head, pages });
		expect(await problems(page)).toEqual([]);
		expect(page).toContain('理由：引自碑文，原样照录（王某某，2026-11-20）');
		expect(JSON.parse(rejectJson(signed, 'zh')).suppressed).toHaveLength(3);
	});
	it('has a judge that refuses what is wrong', async () => {
		expect(await problems(lintHtml([faultyReport], 'zh').replace('</table>', ''))).not.toEqual([]);
	});
	it('carries what was not checked', () => {
		expect(lintHtml([faultyReport], 'zh')).toContain('未检查：嵌入的表格对象未检查');
	});
});
