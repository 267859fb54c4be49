import type { Bilingual, DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { scan } from '../text/scan.ts';
import { num } from '../text/sources.ts';
import { description, mixed, title } from './messages.ts';

interface Kind {
	readonly name: Bilingual;
	readonly han: RegExp;
	readonly arabic: RegExp;
}

const kinds: readonly Kind[] = [
	{
		name: { zh: '日期', en: 'the date' },
		han: /[一二][〇○零一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月)?/g,
		arabic: /(?:19|20)\d{2}年(?:\d{1,2}月)?/g,
	},
	{
		name: { zh: '百分比', en: 'the percentage' },
		han: /百分之[一二三四五六七八九十百零〇点]{1,8}/g,
		arabic: /(?<!\d)\d+(?:\.\d+)?[%％]/g,
	},
	{
		name: { zh: '金额', en: 'the amount' },
		han: /(?<![几数多\d百千万零一二三四五六七八九十])[一二三四五六七八九十百千零两]{1,8}(?:点[一二三四五六七八九]{1,2})?[万亿]元/g,
		arabic: /\d+(?:\.\d+)?[万亿]元/g,
	},
];

function check(context: DocumentContext): RuleResult {
	const running = mainProse(context);
	const findings: Finding[] = [];
	for (const { name, han, arabic } of kinds) {
		const written = scan(running, 'own', han);
		const [first] = written;
		if (first === undefined) continue;
		const figures = scan(running, 'own', arabic);
		const usual = figures[0]?.match[0];
		// A single turn of phrase among many figures is told; where Han numerals prevail, the paper has its own way.
		if (usual === undefined || figures.length <= written.length) continue;
		const [actual] = first.match;
		const start = first.match.index;
		const detail = { actual, expected: usual };
		findings.push(finding(first.item.block, start, start + actual.length, mixed(actual, usual, name), detail));
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'num-mixed-style',
		number: 126,
		group: 'punctuation',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: num('4.3'),
		needsFormat: false,
	},
	check,
};
