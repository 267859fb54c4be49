import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBaseline, writeBaseline } from '@bianxu/config';
import type { FileResult } from '@bianxu/model';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { annotateDocx, readDocx } from '@bianxu/parser';
import { baselineAfter, check, createSession, fixBytes, newFile, type Options, settingsFor } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-let-pass-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const session = createSession(nodeWorld([]));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
let count = 0;

/** Checks a Markdown text in a folder of its own, with files beside it. */
async function linted(
	text: string,
	beside: Readonly<Record<string, string>> = {},
	options: Options = {},
): Promise<FileResult> {
	const here = join(folder, `${(count += 1)}`);
	mkdirSync(here);
	for (const [name, content] of Object.entries(beside)) writeFileSync(join(here, name), content);
	const { result } = await check(session, { path: join(here, '报告.md'), bytes: encode(text), options });
	return result;
}

const rulesOf = ({ diagnostics }: FileResult): readonly string[] => diagnostics.map(({ rule }) => rule);
const passed = ({ suppressed }: FileResult): readonly string[] =>
	(suppressed ?? []).map(({ diagnostic, via, reason, by, on }) =>
		[diagnostic.rule, via, reason, by, on].join(' ').trim(),
	);

const head = '# 关于清水河治理情况的报告\n\n';
const fault = '治理工程已经完成。。水质稳定。';

describe('a comment in Markdown', () => {
	it('lets a finding of its rule pass in the next paragraph only', async () => {
		expect(rulesOf(await linted(`${head}${fault}\n`))).toContain('punct-duplicate');
		const result = await linted(
			`${head}<!-- 编序: 允许 punct-duplicate 引自碑文，原样照录 -->\n${fault}\n\n${fault}\n`,
		);
		expect(passed(result)).toEqual(['punct-duplicate comment 引自碑文，原样照录']);
		expect(rulesOf(result).filter((rule) => rule === 'punct-duplicate')).toHaveLength(1);
		expect(result.diagnostics.find(({ rule }) => rule === 'punct-duplicate')?.place.block).toBe(2);
	});

	it.each([
		['inside the paragraph', `${fault}<!-- 编序：允许 punct-duplicate 引文 -->`],
		['with half-width and full-width marks', `<!-- 编序：允许 punct-duplicate：引文 -->\n\n${fault}`],
		['of several rules', `<!-- 编序: 允许 punct-duplicate、punct-dash 引文 -->\n\n${fault}——`],
		['in English', `<!-- bianxu: allow punct-duplicate quoted -->\n\n${fault}`],
		['for the whole document', `${fault}\n\n第二段。\n\n<!-- 编序: 全文允许 punct-duplicate 引文 -->\n\n第三段。`],
		['in a list', `- ${fault} <!-- 编序: 允许 punct-duplicate 引文 -->`],
	])('works %s', async (_, body) => {
		const result = await linted(`${head}${body}\n`);
		expect(rulesOf(result)).not.toContain('punct-duplicate');
		expect(passed(result).some((text) => text.startsWith('punct-duplicate comment'))).toBe(true);
	});

	it.each([
		['without a reason', '<!-- 编序: 允许 punct-duplicate -->', '没有写理由', 'warning'],
		['without a rule', '<!-- 编序: 允许 原文如此 -->', '没有写明允许哪一条规则', 'warning'],
		['of an unknown rule', '<!-- 编序: 允许 punct-duplicates 引文 -->', '没有规则 punct-duplicates', 'warning'],
		['that says something else', '<!-- 编序: 忽略这里 -->', '没有写明允许哪一条规则', 'warning'],
	])('%s has no effect and is a finding', async (_, comment, message, severity) => {
		const result = await linted(`${head}${comment}\n\n${fault}\n`);
		expect(rulesOf(result)).toContain('punct-duplicate');
		const found = result.diagnostics.find(({ rule }) => rule === 'allow-reason');
		expect(found?.message.zh).toContain(message);
		expect(found?.severity).toBe(severity);
		expect(found?.place.block).toBe(1);
		expect(found?.place.line).toBe(5);
	});

	it('that lets nothing pass is said, unless its rule did not look', async () => {
		const unused = await linted(`${head}<!-- 编序: 允许 punct-duplicate 引文 -->\n\n治理工程已经完成。\n`);
		expect(
			unused.diagnostics
				.filter(({ rule }) => rule === 'allow-reason')
				.map(({ severity, message }) => severity + message.zh),
		).toEqual(['infopunct-duplicate 在这里没有可放过的问题，这条说明可以删去']);
		const format = await linted(`${head}<!-- 编序: 允许 font-title-role 旧版字库 -->\n\n治理工程已经完成。\n`);
		expect(rulesOf(format)).not.toContain('allow-reason');
		const off = { 'bianxu.yaml': 'rules: { punct-duplicate: off }' };
		expect(rulesOf(await linted(`${head}<!-- 编序: 允许 punct-duplicate 引文 -->\n\n${fault}\n`, off))).not.toContain(
			'allow-reason',
		);
	});

	it('in a code block or of somebody else lets nothing pass', async () => {
		const code = await linted(`${head}\`<!-- 编序: 允许 punct-duplicate 引文 -->\` ${fault}\n`);
		expect(rulesOf(code)).toContain('punct-duplicate');
		const other = await linted(`${head}<!-- 允许 punct-duplicate 引文 -->\n\n${fault}\n`);
		expect(rulesOf(other)).toContain('punct-duplicate');
	});

	it('keeps its place from being corrected', async () => {
		const text = `${head}<!-- 编序: 允许 punct-duplicate 引文 -->\n\n${fault}\n\n${fault}\n`;
		const path = join(folder, '改.md');
		const fixed = fixBytes(session, path, encode(text), await settingsFor(session, path, {}), 'all');
		const after = new TextDecoder().decode(fixed.bytes);
		expect(after.match(/。。/g)).toHaveLength(1);
		expect(after.indexOf('。。')).toBeLessThan(after.lastIndexOf('水质'));
	});
});

describe('a Word comment', () => {
	const { inflateRaw, deflateRaw } = session.world;
	const commented = async (text: string, block = 5): Promise<Uint8Array> => {
		const path = join(folder, '批.docx');
		const bytes = await newFile(session, {
			template: 'work-report',
			format: 'docx',
			path,
			options: { date: '2026-11-26' },
		});
		const read = readDocx(bytes, { inflateRaw });
		if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
		return annotateDocx(read.doc, read.source, [{ block, start: 0, end: 2, text }], {
			author: '王某某',
			date: '2026-11-20T08:00:00Z',
		}).write({ deflateRaw });
	};

	it('lets a finding pass and is the record of who signed for it', async () => {
		const path = join(folder, '批.docx');
		const plain = await check(session, { path, bytes: await commented('请核对数据') });
		// A stranger's comment must go before printing; ours is a record.
		expect(rulesOf(plain.result)).toContain('draft-tracked-changes');
		const bytes = await commented('编序: 允许 font-body-role 地名用字，仿宋缺字');
		const { diagnostics } = (await check(session, { path, bytes })).result;
		// The guidance of the reference text is a remark (info).
		const rules = diagnostics
			.filter(({ rule, severity }) => rule === 'allow-reason' || severity !== 'info')
			.map(({ rule }) => rule);
		expect(rules).not.toContain('draft-tracked-changes');
		expect(rules).toEqual(['allow-reason']); // nothing to let pass: the paper is clean
	});

	it('reads author, day and blocks', async () => {
		const read = readDocx(await commented('编序: 允许 punct-dash 引文\n第二行', 6), { inflateRaw });
		if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
		expect(read.doc.remarks?.filter(({ author }) => author === '王某某')).toEqual([
			{ text: '编序: 允许 punct-dash 引文\n第二行', author: '王某某', date: '2026-11-20', firstBlock: 6, lastBlock: 6 },
		]);
	});

	it('takes a finding out of a faulty file', async () => {
		const path = join(import.meta.dirname, '../../../fixtures/packet/faulty/计划执行情况报告.docx');
		const bytes = await session.world.readFile(path);
		const before = await check(session, { path, bytes });
		const target = before.result.diagnostics.find(
			({ place, rule }) => place.text !== '' && rule !== 'draft-tracked-changes',
		);
		if (before.document === null || target === undefined) throw new Error('the sample has findings');
		const read = readDocx(bytes, { inflateRaw });
		if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
		const { block } = target.place;
		const note = { block, start: 0, end: 0, text: `编序: 允许 ${target.rule} 经主任会议同意` };
		const written = annotateDocx(read.doc, read.source, [note], {
			author: '李某某',
			date: '2026-11-21T00:00:00Z',
		}).write({ deflateRaw });
		const after = await check(session, { path, bytes: written });
		expect(passed(after.result)).toContain(`${target.rule} comment 经主任会议同意 李某某 2026-11-21`);
		expect(after.result.diagnostics.filter(({ rule, place }) => rule === target.rule && place.block === block)).toEqual(
			[],
		);
	});
});

describe('a file beside the document', () => {
	const beside = (text: string): Readonly<Record<string, string>> => ({ '报告.md.bianxu.yaml': text });
	it('lets findings pass in paragraphs with a text, or everywhere, signed', async () => {
		const entry = '{ rule: punct-duplicate, text: 治理工程, reason: 引自碑文, by: 王某某, on: 2026-11-20 }';
		const result = await linted(`${head}${fault}\n\n另一段。。\n`, beside(`allow:\n  - ${entry}\n`));
		expect(passed(result)).toEqual(['punct-duplicate sidecar 引自碑文 王某某 2026-11-20']);
		expect(rulesOf(result).filter((rule) => rule === 'punct-duplicate')).toHaveLength(1);
		const all = await linted(
			`${head}${fault}\n\n另一段。。\n`,
			beside('allow: [{ rule: punct-duplicate, reason: 引文 }]'),
		);
		expect(rulesOf(all)).not.toContain('punct-duplicate');
	});
	it('needs a reason, and its faults have a place', async () => {
		const none = await linted(`${head}${fault}\n`, beside('allow: [{ rule: punct-duplicate }]'));
		expect(rulesOf(none)).toEqual(expect.arrayContaining(['punct-duplicate', 'allow-reason']));
		const wrong = await linted(`${head}${fault}\n`, beside('allow:\n  - { rule: punct-duplicate, raeson: 引文 }\n'));
		expect(wrong.problems.map(({ message }) => message.zh)).toContain(
			'第2行第30列：不认识的键 raeson，是不是 reason？',
		);
	});
});

describe('a baseline', () => {
	const path = join(folder, '基线.yaml');
	const at = (name: string): string => join(folder, name);
	const found = async (name: string, text: string): Promise<FileResult> =>
		(await check(session, { path: at(name), bytes: encode(text), options: { baseline: path } })).result;

	it('knows what was there, shows what is new, and survives edits elsewhere', async () => {
		const first = await found('旧.md', `${head}${fault}\n\n第二处。。\n`);
		writeFileSync(path, writeBaseline(baselineAfter(session, path, [], [first])));
		const again = await found('旧.md', `${head}${fault}\n\n第二处。。\n`);
		expect(again.diagnostics).toEqual([]);
		expect(again.suppressed?.length).toBe(first.diagnostics.length);
		const edited = await found('旧.md', `${head}新加一段。\n\n再加一段。\n\n${fault}\n\n第二处。。又改了。\n`);
		expect(edited.diagnostics.filter(({ rule }) => rule === 'punct-duplicate').map(({ place }) => place.text)).toEqual([
			'第二处。。又改了。',
		]);
		const other = await found('新.md', `${head}${fault}\n`);
		expect(rulesOf(other)).toContain('punct-duplicate');
	});

	it('lets pass no more of a kind than it knows, and forgets what is gone', async () => {
		const one = await found('数.md', `${head}${fault}\n`);
		const before = baselineAfter(session, path, [], [one]);
		writeFileSync(path, writeBaseline(before));
		const two = await found('数.md', `${head}${fault}\n\n${fault}\n`);
		expect(rulesOf(two).filter((rule) => rule === 'punct-duplicate')).toHaveLength(1);
		const gone = baselineAfter(session, path, before, [await found('数.md', '# 关于清水河治理情况的报告\n')]);
		expect(gone.some(({ rule }) => rule === 'punct-duplicate')).toBe(false);
	});

	it('keeps entries of files that were not checked', async () => {
		const other = { file: '别的.md', rule: 'punct-dash', text: '一段', hash: '0123456789abcdef', count: 2 };
		const result = await found('数.md', `${head}${fault}\n`);
		expect(baselineAfter(session, path, [other], [result])).toContainEqual(other);
	});

	it('reads back what was written', () => {
		const entry = fc.record({
			file: fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== ''),
			rule: fc.constantFrom('punct-dash', 'font-title-role'),
			text: fc.string().map((text) => text.trim()),
			hash: fc.stringMatching(/^[0-9a-f]{16}$/),
			count: fc.integer({ min: 1, max: 99 }),
		});
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
				const { entries: back, problems } = readBaseline(writeBaseline(entries));
				expect(problems).toEqual([]);
				expect([...back].sort()).toHaveLength(entries.length);
				for (const each of entries) expect(back).toContainEqual(each);
			}),
			{ numRuns: 100 },
		);
	});
});
