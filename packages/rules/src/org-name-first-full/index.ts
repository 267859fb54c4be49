import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { mainProse, type Passage } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { holds } from '../text/scan.ts';
import { practice } from '../text/sources.ts';
import { description, shortFirst, title } from './messages.ts';

/** Short names of organs of a people's government and congress, without the place, and the full ones. */
const names: Readonly<Record<string, string>> = {
	发改委: '发展和改革委员会',
	发展改革委: '发展和改革委员会',
	卫健委: '卫生健康委员会',
	国资委: '国有资产监督管理委员会',
	财经委: '财政经济委员会',
	监委: '监察委员会',
	民宗局: '民族宗教事务局',
	人社局: '人力资源和社会保障局',
	住建局: '住房和城乡建设局',
	市场监管局: '市场监督管理局',
	市监局: '市场监督管理局',
	应急局: '应急管理局',
	医保局: '医疗保障局',
	城管局: '城市管理局',
	工信局: '工业和信息化局',
	资规局: '自然资源和规划局',
	自规局: '自然资源和规划局',
	文广旅局: '文化广电和旅游局',
	退役军人局: '退役军人事务局',
	中院: '中级人民法院',
};

interface Seen {
	readonly block: number;
	readonly start: number;
	readonly text: string;
}

function check(context: DocumentContext): RuleResult {
	const shorts = context.params['names'];
	const table = typeof shorts === 'object' && !Array.isArray(shorts) ? (shorts as typeof names) : names;
	const running = mainProse(context);
	const findings: Finding[] = [];
	for (const short of Object.keys(table)) {
		const full = table[short];
		if (full === undefined || !holds(running, 'own', short)) continue;
		const first = firstOf(running, short);
		const complete = firstOf(running, full);
		if (first === null || complete === null || !before(first, complete)) continue;
		const declared = running.some(({ text }) => /以下简称/.test(text) && text.includes(short));
		if (declared) continue;
		const start = Math.max(0, first.start - 1);
		const place = /^[省市县区州]/.test(first.text.slice(start)) ? start : first.start;
		const end = first.start + short.length;
		const actual = first.text.slice(place, end);
		const at = complete.start - (/[省市县区州]$/.test(complete.text.slice(0, complete.start)) ? 1 : 0);
		const expected = complete.text.slice(at, complete.start + full.length);
		findings.push(finding(first.block, place, end, shortFirst(actual, expected), { expected, actual }));
	}
	return { findings };
}

function firstOf(running: readonly Passage[], name: string): Seen | null {
	for (const { block, own, text } of running) {
		const start = own.indexOf(name);
		if (start >= 0) return { block, start, text };
	}
	return null;
}

function before(a: Seen, b: Seen): boolean {
	return a.block < b.block || (a.block === b.block && a.start < b.start);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'org-name-first-full',
		number: 105,
		group: 'names-dates',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	params: { names },
	check,
};
