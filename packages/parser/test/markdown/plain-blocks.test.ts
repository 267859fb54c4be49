import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tooComplex } from '../../src/markdown/complexity.ts';
import { sift } from '../../src/markdown/plain-blocks.ts';
import { parseMarkdown, parseWhole } from '../../src/markdown/syntax.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const CORPUS = join(ROOT, '../shared/corpus');

/** A tree without columns, which nobody reads and which count in the shortened text. */
function bare(tree: unknown): unknown {
	return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'column' ? undefined : value)));
}

const plainLine = fc.constantFrom(
	'# 滨江市人民政府关于学前教育事业发展情况的报告',
	'## 一、主要工作',
	'###### 1.抓好任务分解',
	'各位副主任、秘书长、各位委员：',
	'2026年6月24日，全市在园幼儿3.2万人，比上年增长1.5%。',
	'1.抓好任务分解',
	'　　现将有关情况报告如下。',
	'以上报告，请予审议。',
	'A+B=C, (x - y) "z" 10/3 {w} $5 ^ ;',
	'😀 ok',
);

const oddLine = fc.constantFrom(
	'',
	' ',
	'\t',
	'- 第一项',
	'1. 第一项',
	'1) 第一项',
	'12.',
	'  缩进两格',
	'    缩进四格',
	'> 引文',
	'**加粗**的字',
	'尾随空格 ',
	'硬换行  ',
	'#没有空格',
	'#　全角空格',
	'# 收尾 #',
	'#',
	'# ',
	'---',
	'===',
	'- ',
	'+ 加',
	'```',
	'~~~',
	'<!-- 注释',
	'-->',
	'<div>',
	'</div>',
	'<script>',
	'</script>',
	'| 甲 | 乙 |',
	'|---|---|',
	'甲 | 乙',
	'--- | ---',
	':-',
	'[^1]: 注文',
	'正文[^1]',
	'[甲]: http://a.cn',
	'见[甲]',
	'www.a.cn 网址',
	'https://a.cn',
	'a@b.cn',
	'&amp;',
	'\\*',
	'标记：值',
	'title: 标题',
	'\u00a0不间断空格\u00a0',
	'\u000c换页',
	'\0',
	'\ufeff中',
	'\uf8fe',
	'\uf8ff',
	'\u2028行',
);

const lines = fc.array(fc.tuple(fc.oneof({ weight: 3, arbitrary: plainLine }, oddLine), fc.nat(4)), { maxLength: 14 });

/** Lines with what ends each: mostly a blank line, as between the paragraphs of a report. */
const text = fc.tuple(lines, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean()).map(([given, newline, open]) => {
	const written = given.map(([line, gap]) => line + newline.repeat(gap === 0 ? 1 : gap === 4 ? 3 : 2)).join('');
	return open ? written.trimEnd() : written;
});

describe('plain blocks', () => {
	it('are what remark builds', () => {
		fc.assert(
			fc.property(text, (source) => {
				expect(bare(parseMarkdown(source))).toEqual(bare(parseWhole(source)));
			}),
			{ numRuns: process.env['BIANXU_FULL'] === '1' ? 4000 : 400 },
		);
	});

	it('carry the columns that remark counts', () => {
		const source = '# 甲\n\n乙。\n\n## 丙\n丁。\n';
		expect(sift(source)?.rest).toBeNull();
		expect(JSON.parse(JSON.stringify(parseMarkdown(source)))).toEqual(JSON.parse(JSON.stringify(parseWhole(source))));
	});

	it('leave to remark only what is not plain', () => {
		expect(sift('# 甲\n\n乙。\n\n- 丙\n\n丁。\n\n戊。\n\n```\n')?.rest).toBe('\uf8fe\n\n- 丙\n\n\uf8fe\n\n```\n');
		expect(sift('- 丙\n')).toBeNull();
		expect(sift('甲\n乙\n')).toBeNull();
	});

	const markdownIn = (folder: string): readonly string[] =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.md'))
			.map((name) => join(folder, name));

	it('of our own files are what remark builds', () => {
		const files = ['fixtures', 'docs/adr'].flatMap((folder) => markdownIn(join(ROOT, folder)));
		expect(files.length).toBeGreaterThan(5);
		for (const file of files) {
			const source = readFileSync(file, 'utf8');
			expect(bare(parseMarkdown(source)), file).toEqual(bare(parseWhole(source)));
		}
	});

	it.skipIf(!existsSync(CORPUS))('of the corpus are what remark builds', () => {
		for (const file of markdownIn(CORPUS)) {
			const source = readFileSync(file, 'utf8');
			if (source.length < 100_000 && tooComplex(source) === null)
				expect(bare(parseMarkdown(source)), file).toEqual(bare(parseWhole(source)));
		}
	});
});
