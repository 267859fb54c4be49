import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Doc } from '@bianxu/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/index.ts';

const hostile = path.resolve(import.meta.dirname, '../../../../../shared/corpus/hostile');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string): { doc: Doc; text: string } {
	const result = readMarkdown(bytes(text));
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result;
}

const texts = (markdown: string): readonly string[] => read(markdown).doc.paragraphs.map((paragraph) => paragraph.text);

describe('blocks and their text', () => {
	const cases: readonly (readonly [name: string, markdown: string, texts: readonly string[]])[] = [
		[
			'heading and paragraphs',
			'# 关于重点工作的报告\n\n主任、各位副主任：\n\n现报告如下。\n',
			['关于重点工作的报告', '主任、各位副主任：', '现报告如下。'],
		],
		[
			'marks are left out',
			'今年**全市**增长*5.5%*，`重点`~~项目~~见[附件1](a.md)。',
			['今年全市增长5.5%，重点项目见附件1。'],
		],
		['escapes and references', '增长\\*5% &lt;注&gt; A&amp;B&#x3002;', ['增长*5% <注> A&B。']],
		['soft break in Chinese', '一是加强\n监督。\n二是提高质量', ['一是加强监督。二是提高质量']],
		['soft break in Latin', 'open\nsource', ['open source']],
		['soft break between Han and Latin', '使用\nIPv6协议', ['使用IPv6协议']],
		['hard break', '滨江市人民政府  \n2026年11月26日', ['滨江市人民政府\n2026年11月26日']],
		['hard break by tag', '甲<br>乙', ['甲\n乙']],
		['typed number is text', '一、主要工作\n\n（一）财政收支', ['一、主要工作', '（一）财政收支']],
		['four blanks are an indent', '    各位委员：\n\n　　现报告如下。', ['各位委员：', '　　现报告如下。']],
		['quotation', '> 引文一\n> 引文二', ['引文一引文二']],
		['empty heading', '#\n\n正文', ['', '正文']],
		['CRLF', '甲\r\n乙\r\n\r\n丙', ['甲乙', '丙']],
		['notes come last', '正文[^1]。\n\n[^1]: 注文\n\n后文', ['正文。', '后文', '注文']],
		['raw HTML keeps its text', '<div align="center">\n标题 <b>粗</b>\n</div>\n', ['标题 粗']],
		['comments are no text', '甲\n\n<!-- 备注 -->\n\n乙', ['甲', '乙']],
		['code keeps its lines', '```\na\n  b\n```', ['a\n  b']],
		['bare address', '见 www.example.com 网站', ['见 www.example.com 网站']],
		['CRLF in code', '```\r\na\r\nb\r\n```', ['a\nb']],
		['empty file', '', []],
	];
	it.each(cases)('%s', (_name, markdown, expected) => {
		expect(texts(markdown)).toEqual(expected);
	});

	it('gives headings their level and lines', () => {
		const { doc } = read('---\n标题: 甲\n---\n\n## 一级\n\n正文');
		expect(doc.paragraphs.map(({ style, line, format }) => [style, line, format.outlineLevel])).toEqual([
			['heading 2', 5, 1],
			['', 7, null],
		]);
		expect(doc.metadata).toEqual({ 标题: '甲' });
	});

	it('numbers ordered lists in labels', () => {
		const { doc } = read('3. 甲\n4. 乙\n\n   乙续\n   1) 丙\n\n- 丁\n');
		expect(
			doc.paragraphs.map(({ text, label }) => [text, label?.text, label?.value, label?.level, label?.bullet]),
		).toEqual([
			['甲', '3.', 3, 0, false],
			['乙', '4.', 4, 0, false],
			['乙续', undefined, undefined, undefined, undefined],
			['丙', '1)', 1, 1, false],
			['丁', '•', 1, 0, true],
		]);
	});

	it('reads tables cell by cell', () => {
		const { doc } = read('前\n\n| 序号 | 项目 |\n| ---: | :-- |\n| 1 | 水\\|电 |\n| 2 | |\n');
		expect(doc.paragraphs.map(({ text }) => text)).toEqual(['前', '序号', '项目', '1', '水|电', '2', '']);
		expect(doc.tables).toHaveLength(1);
		expect(doc.tables[0]).toMatchObject({ firstBlock: 1, lastBlock: 6, rows: 3, headRows: 1 });
		expect(doc.paragraphs[4]).toMatchObject({
			where: 'table',
			cell: { table: 0, row: 1, column: 1 },
			format: { alignment: 'left' },
		});
	});

	it('keeps bold and italic as runs', () => {
		const [paragraph] = read('甲**乙*丙***丁').doc.paragraphs;
		expect(paragraph?.runs.map(({ start, end, format }) => [start, end, format.bold, format.italic])).toEqual([
			[0, 1, false, false],
			[1, 2, true, false],
			[2, 3, true, true],
			[3, 4, false, false],
		]);
	});

	it('names what it does not look at', () => {
		const { doc } = read('见图![组织架构](a.png)\n\n<u>甲</u>\n\n```\nx\n```\n');
		expect(doc.unchecked.map(({ code, block }) => [code, block])).toEqual([
			['image', 0],
			['markdown-html', 1],
			['markdown-code', 2],
		]);
		expect(doc.counts.images).toBe(1);
		expect(doc.paragraphs[0]?.objects).toEqual(['image']);
	});
});

it('says when a bold mark has no effect beside Chinese punctuation', () => {
	const { doc } = read('正文\n\n**一是加强监督。**坚持依法履职。\n\n**二是提高质量**。`**`');
	expect(doc.problems.map(({ code, block }) => [code, block])).toEqual([['markdown-stray-mark', 1]]);
	expect(doc.paragraphs[1]?.text).toBe('**一是加强监督。**坚持依法履职。');
});

describe('bytes', () => {
	it('leaves the byte-order mark out of the text', () => {
		const result = readMarkdown(bytes('\ufeff# 标题'));
		expect(result.refusal).toBeUndefined();
		if (result.refusal === undefined)
			expect([result.text, result.doc.paragraphs[0]?.spans[0]?.source.start]).toEqual(['# 标题', 2]);
	});

	it.each([
		['GBK', [0xb9, 0xd8, 0xd3, 0xda], 'markdown-encoding'],
		['damaged', [0xff, 0x41], 'markdown-encoding'],
		['UTF-16', [0xff, 0xfe, 0x41, 0], 'markdown-encoding'],
	])('refuses %s by name', (_name, values, code) => {
		expect(readMarkdown(Uint8Array.from(values)).refusal?.code).toBe(code);
	});

	it('refuses more than 5 MB', () => {
		expect(readMarkdown(new Uint8Array(5 * 1024 * 1024 + 1).fill(65)).refusal?.code).toBe('markdown-size');
	});

	it('refuses YAML aliases and never obeys tags or prototype keys', () => {
		expect(readMarkdown(bytes('---\na: &x [1]\nb: *x\n---\n')).refusal?.code).toBe('front-matter-alias');
		const { doc } = read('---\n__proto__: 1\nplace: "滨江市"  \n单位: 人大 & 政府\n---\n正文');
		expect(Object.entries(doc.metadata)).toEqual([
			['__proto__', '1'],
			['place', '滨江市'],
			['单位', '人大 & 政府'],
		]);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	it('shows NUL as U+FFFD, with a problem', () => {
		const { doc } = read('甲\0乙');
		expect([doc.paragraphs[0]?.text, doc.problems[0]?.code]).toEqual(['甲\ufffd乙', 'markdown-nul']);
	});
});

describe('invariants', () => {
	const word = fc.constantFrom(
		'甲',
		'乙。',
		'a',
		' ',
		'\n',
		'\n\n',
		'**',
		'*',
		'`',
		'[x](y)',
		'\\*',
		'&amp;',
		'&lt;',
		'# ',
		'- ',
		'1. ',
		'> ',
		'|',
		'| - |\n',
		'<b>',
		'<br>',
		'![i](j)',
		'\r\n',
		'\t',
		'　',
		'~~',
		'_',
		'\0',
		'[^1]',
		'\n[^1]: n',
		'```',
		'---\n',
		'&',
		'\\',
		'&foo;',
		'😀',
	);
	const markdown = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));

	it('runs and spans cover the text, spans say where it stands', () => {
		fc.assert(
			fc.property(markdown, (source) => {
				const result = readMarkdown(bytes(source));
				if (result.refusal !== undefined) return;
				result.doc.paragraphs.forEach((paragraph, index) => {
					expect(paragraph.block).toBe(index);
					let at = 0;
					for (const run of paragraph.runs) {
						expect(run.start).toBe(at);
						at = run.end;
					}
					expect(at).toBe(paragraph.text.length);
					expect(paragraph.text).not.toContain('\r');
					expect(paragraph.breaks.map((entry) => entry.at)).toEqual(
						[...paragraph.text.matchAll(/\n/g)].map((match) => match.index),
					);
					let before = -1;
					for (const span of paragraph.spans) {
						expect(span.source.start).toBeGreaterThanOrEqual(before);
						before = span.source.end;
						if (span.verbatim)
							expect(result.text.slice(span.source.start, span.source.end)).toBe(
								paragraph.text.slice(span.start, span.end),
							);
					}
				});
			}),
			{ numRuns: 2000 },
		);
	});
});

describe.skipIf(!existsSync(hostile))('hostile corpus', () => {
	const marks = existsSync(hostile)
		? new Map(
				[
					...readFileSync(path.join(hostile, 'README.md'), 'utf8').matchAll(/^\| (md-\S+) \| markdown \| (\w+) \|/gm),
				].map((match) => [match[1] ?? '', match[2] ?? '']),
			)
		: new Map<string, string>();
	const files = existsSync(hostile)
		? readdirSync(path.join(hostile, 'own')).filter((name) => name.endsWith('.md'))
		: [];
	it.each(files)('%s: right answer within 5 s, nothing lost', (name) => {
		const content = new Uint8Array(readFileSync(path.join(hostile, 'own', name)));
		const start = process.cpuUsage();
		const result = readMarkdown(content);
		expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
		const mark = marks.get(name);
		if (mark === 'E') expect(result.refusal?.message.zh).toBeTruthy();
		if (mark === 'N') expect(result.refusal).toBeUndefined();
	});
});

describe('limits', () => {
	it.each([
		['quotations', '> '.repeat(3000)],
		['list marks', '- '.repeat(3000)],
		['emphasis', '*a **a '.repeat(12_000)],
		['comments', '</<!--'.repeat(12_000)],
		['many paragraphs of comments', `${'</<!--'.repeat(1500)}\n\n`.repeat(40)],
		['brackets', '['.repeat(60_000)],
		['lines', 'a\n'.repeat(400_000)],
		['words', 'a.'.repeat(200_000)],
	])('%s are read as plain lines, quickly and whole', (_name, markdown) => {
		const start = process.cpuUsage();
		const { doc } = read(markdown);
		expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
		expect(doc.problems.map((problem) => problem.code)).toEqual(['markdown-too-complex']);
		expect(doc.paragraphs.map((paragraph) => paragraph.text).join('\n')).toBe(
			markdown
				.split('\n')
				.filter((line) => line.trim() !== '')
				.join('\n'),
		);
	});
});
