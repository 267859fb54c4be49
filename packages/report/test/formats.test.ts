import { describe, expect, it } from 'vitest';
import { lintGithub, lintJunit, lintSarif } from '../src/index.ts';
import { cleanReport, faultyReport, hostileReport, markdownReport, passedReport, refusedReport } from './results.ts';

const all = [faultyReport, markdownReport, cleanReport, passedReport, refusedReport];

it('sarif, junit and github read as expected', async () => {
	await expect(`${JSON.stringify(JSON.parse(lintSarif(all, 'zh')), null, '\t')}\n`).toMatchFileSnapshot(
		'expected/lint.sarif',
	);
	await expect(`${lintJunit(all, 'zh')}\n`).toMatchFileSnapshot('expected/lint.junit.xml');
	await expect(`${lintGithub(all, 'zh')}\n`).toMatchFileSnapshot('expected/lint.github.txt');
});

describe('sarif', () => {
	it('points every result at its rule', () => {
		const [run] = JSON.parse(lintSarif(all, 'en')).runs;
		expect(run.results).toHaveLength(7);
		for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
	});
	it('names an absolute path and a Windows path as file URIs', () => {
		const uri = (path: string): string =>
			JSON.parse(lintSarif([{ ...markdownReport, path }], 'zh')).runs[0].results[0].locations[0].physicalLocation
				.artifactLocation.uri;
		expect(uri('/材料/甲 乙.md')).toBe('file:///%E6%9D%90%E6%96%99/%E7%94%B2%20%E4%B9%99.md');
		expect(uri('D:\\材料\\甲.md')).toBe('file:///D:/%E6%9D%90%E6%96%99/%E7%94%B2.md');
		expect(uri('甲#1.md')).toBe('%E7%94%B2%231.md');
	});
});

describe('hostile text', () => {
	it('stays one workflow command a line', () => {
		const lines = lintGithub([hostileReport], 'zh').split('\n');
		expect(lines).toHaveLength(3);
		for (const line of lines)
			expect(line).toMatch(/^::(?:warning|notice) file=[^:,]*(,line=3,col=1)?,title=[^:,]*::[^\p{Cc}\p{Cf}]*$/u);
	});
	it('stays well-formed XML', () => {
		const xml = lintJunit([hostileReport], 'zh');
		expect(xml).not.toContain('<script');
		expect(xml).not.toContain(']]>');
		expect(xml.replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
		expect(xml.match(/<(?!\/)/g)).toHaveLength(6);
	});
});
