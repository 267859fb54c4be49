import { describe, expect, it } from 'vitest';
import { correctionListHtml, lintHtml, rejectHtml } from '../src/index.ts';
import {
	cleanReport,
	faultyReport,
	hostileReport,
	markdownReport,
	passedReport,
	refusedReport,
	rejected,
} from './results.ts';

const head = {
	number: '会议材料之五',
	title: '关于2026年预算执行情况的报告',
	department: '财政局',
	date: '2026-11-25',
};

it('findings, correction list and reject report read as expected', async () => {
	const all = [faultyReport, markdownReport, cleanReport, passedReport, refusedReport];
	await expect(lintHtml(all, 'zh')).toMatchFileSnapshot('expected/lint.html');
	await expect(correctionListHtml(faultyReport, 'zh')).toMatchFileSnapshot('expected/correction-list.html');
	const pages = [{ page: 1, title: '要求', svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>' }];
	await expect(rejectHtml(rejected, 'zh', { head, pages })).toMatchFileSnapshot('expected/reject.html');
});

describe('hostile text', () => {
	it('never becomes markup', () => {
		const pages = [
			lintHtml([hostileReport], 'zh'),
			correctionListHtml(hostileReport, 'en'),
			rejectHtml({ ...rejected, path: '<script>x</script>' }, 'zh', { head, pages: [] }),
		];
		for (const page of pages) {
			expect(page).not.toContain('<script');
			expect(page).toContain("default-src 'none'");
		}
	});
});

it('English is complete: no Chinese of ours in the English frame', () => {
	const page = lintHtml([cleanReport], 'en').replace(/<style>[^]*<\/style>/, '');
	expect(page.replaceAll('m3.docx', '')).not.toMatch(/[\u4e00-\u9fff（）]/);
});
