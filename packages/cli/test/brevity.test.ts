import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bianxu } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bianxu-brevity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const repeated = (figure: string): string =>
	`坚持城乡统筹、建管并重，落实资金${figure}亿元，新建规模化水厂6座，铺设供水管网860公里，农村自来水普及率继续提高。`;
const paper = (year: string, figure: string, extra = ''): string =>
	`# 关于${year}年农村供水工作情况的调查意见\n\n${repeated(figure)}\n\n${extra}`;

interface Output {
	readonly files: readonly {
		readonly diagnostics: readonly {
			readonly rule: string;
			readonly severity: string;
			readonly message: string;
			readonly place: { readonly block: number };
		}[];
		readonly suppressed?: readonly { readonly rule: string }[];
	}[];
}

it('lint --previous points out paragraphs of last year, figures aside, as remarks only', () => {
	writeFileSync(join(folder, '去年.md'), paper('2025', '4.3'));
	writeFileSync(
		join(folder, '今年.md'),
		paper(
			'2026',
			'5.1',
			'今年新建的项目另有专题报告，这一段是新写的内容，没有在往年的材料里出现过，不应当提示重复。\n',
		),
	);
	const run = (
		...args: readonly string[]
	): { readonly status: number | null; readonly output: Output; readonly stderr: string } => {
		const { status, stdout, stderr } = bianxu(['lint', '--format', 'json', '今年.md', ...args], { cwd: folder });
		return { status, output: JSON.parse(stdout) as Output, stderr };
	};
	const found = (output: Output): readonly string[] =>
		(output.files[0]?.diagnostics ?? [])
			.filter(({ rule }) => rule === 'brief-repeated')
			.map(({ severity, message, place }) => `${severity} ${place.block} ${message}`);
	expect(found(run().output)).toEqual([]);
	const compared = run('--previous', '去年.md');
	expect(compared.status).toBe(0);
	expect(found(compared.output)).toEqual(['info 1 这一段与 去年.md 第2段相同（数字不计），请看是否需要重复']);
	expect(found(run('--previous', '今年.md', '--previous', '去年.md').output)).toHaveLength(2);
	const missing = run('--previous', '没有.md');
	expect(missing.status).toBe(2);
	expect(missing.stderr.split('\n')[0]).toMatch(/^没有\.md: /);
	writeFileSync(join(folder, '今年.md.bianxu.yaml'), 'allow: [{ rule: brief-repeated, reason: 上年延续工程 }]\n');
	const signed = run('--previous', '去年.md').output;
	expect(found(signed)).toEqual([]);
	expect(signed.files[0]?.suppressed?.map(({ rule }) => rule)).toEqual(['brief-repeated']);
});
