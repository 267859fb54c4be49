import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { practice } from '../text/sources.ts';
import { boilerplate, description, title } from './messages.ts';

/** 「一年来」 「今年以来」: a time before the first phrase is no phrase of its own. */
const time = /^[^，。；：]{0,12}(?:来|以来|年度?|期间|以后)$/;
const stock = [
	/^在[^，。；：]{2,60}(?:领导|指导|支持|监督|关心|帮助|配合|重视|关怀|努力)下$/,
	/^以[^，。；：]{2,40}为(?:指导|指引|统领|引领|统揽|抓手|目标|主线|动力|核心|契机|导向|根本|宗旨)$/,
];
/** With what a phrase of `stock` ends. */
const stockEnd =
	/(?:领导|指导|支持|监督|关心|帮助|配合|重视|关怀|努力)下|为(?:指导|指引|统领|引领|统揽|抓手|目标|主线|动力|核心|契机|导向|根本|宗旨)/g;
const params = { clauses: 3 };
/** Longest opening that is looked at, UTF-16 units. */
const most = 400;

function check(context: DocumentContext): RuleResult {
	const wanted = typeof context.params['clauses'] === 'number' ? context.params['clauses'] : params.clauses;
	const findings = matching(mainProse(context), 'text', stockEnd).flatMap(({ block, text }): Finding[] => {
		const head = text.slice(0, most);
		let count = 0;
		let end = 0;
		for (let at = 0; at <= head.length; ) {
			const comma = head.indexOf('，', at);
			const stop = comma < 0 ? head.length : comma;
			const plain = head.slice(at, stop).trim();
			if (stock.some((phrase) => phrase.test(plain))) {
				count += 1;
				end = stop;
			} else if (count > 0 || !time.test(plain)) break;
			at = stop + 1;
		}
		return count < wanted ? [] : [finding(block, 0, end, boilerplate(count, end), {})];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'brief-boilerplate',
		number: 0,
		group: 'brevity',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	params,
	check,
};
