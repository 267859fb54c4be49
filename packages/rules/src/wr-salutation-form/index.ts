import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import {
	acceptedSalutation,
	addressed,
	forCongress,
	organOf,
	proposedSalutation,
	salutationOf,
} from '../material/front.ts';
import { ruleSource } from '../rule-source.ts';
import { normalised } from '../text/passages.ts';
import { replacement } from '../text/replacement.ts';
import { wuxi } from '../text/sources.ts';
import { wrongSalutation } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const line = salutationOf(context);
	if (line === undefined || forCongress(context)) return { findings: [] };
	const { template } = context;
	const start = line.text.length - line.text.trimStart().length;
	const end = line.text.trimEnd().length;
	const actual = line.text.slice(start, end);
	if (acceptedSalutation(template, actual)) return { findings: [] };
	// The nearest form: without 尊敬的 and with proper marks; else the first one of the template.
	const plain = normalised(actual)
		.replace(/尊敬的/g, '')
		.replace(/(?<![：。，、；])[：。，、；]*$/, '：');
	const mode = addressed(plain);
	const expected = acceptedSalutation(template, plain)
		? plain
		: mode === 'unknown'
			? null
			: proposedSalutation(template, mode, organOf(template));
	if (expected === null || expected === actual) return { findings: [] };
	const message = wrongSalutation(actual, expected, ruleSource(rule, template));
	return { findings: [replacement(line, start, end, expected, message, 'ask')] };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-salutation-form',
		number: 67,
		group: 'work-report',
		title: { zh: '称谓的写法', en: 'Form of the salutation' },
		description: {
			zh: '口头报告称呼「主任、各位副主任、秘书长、各位委员：」，书面报告称呼「××人大常委会：」，认可的写法由方案列出；不加「尊敬的」，末尾用全角冒号。',
			en: 'A report read to the meeting addresses 「主任、各位副主任、秘书长、各位委员：」, a written one the committee; the profile lists the accepted forms. No 「尊敬的」, and a full-width colon at the end.',
		},
		severity: 'warning',
		fix: 'ask',
		source: wuxi,
		templates: ['work-report', 'duty-report'],
		needsFormat: false,
	},
	check,
};
