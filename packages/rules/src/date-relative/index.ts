import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { finding, scanPassages } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, relative, title } from './messages.ts';

/** Days that depend on when the paper is read. 明天 as a word for the future (美好明天) is none. */
const days = /昨天|昨日|前天|后天(?!性|的努力|培养)|明天(?=[上下]午|晚上|，|将|召开|举行)|今天(?=[上下]午|凌晨)/g;
/** Years that depend on it, unless the title states one: 比去年增长 in a report on 2026 is clear. */
const years = /(?<![一二两三四五六七八九十\d])(?:去年|前年|明年|后年)/g;
const statedYear = /(?:19|20)\d{2}(?:年|—)|二[〇○零]/;

function check(context: DocumentContext): readonly Finding[] {
	const expressions = statedYear.test(context.outline.title) ? [days] : [days, years];
	const told = new Set<string>();
	return expressions.flatMap((expression) =>
		scanPassages(mainProse(context), 'own', expression, ({ 0: actual, index }, { block }) => {
			if (told.has(actual)) return null;
			told.add(actual);
			return finding(block, index, index + actual.length, relative(actual), { actual });
		}),
	);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'date-relative',
		number: 103,
		group: 'names-dates',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
