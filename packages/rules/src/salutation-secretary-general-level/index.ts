import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { salutationOf } from '../material/front.ts';
import { ruleSource } from '../rule-source.ts';
import { replacement } from '../text/replacement.ts';
import { orgLaw } from '../text/sources.ts';
import { noSecretaryGeneral } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	if (context.template.level !== 'county') return { findings: [] };
	const line = salutationOf(context);
	// 「委员长」 marks a paper of the national standing committee, which the level of the profile does not describe.
	if (line === undefined || /委员长/.test(line.text)) return { findings: [] };
	const match = /、\s*秘书长|^\s*秘书长\s*[、，,]/.exec(line.text);
	if (match === null) return { findings: [] };
	const start = match.index;
	const end = start + match[0].length;
	const expected = `${line.text.slice(0, start)}${line.text.slice(end)}`.trim();
	const message = noSecretaryGeneral(expected, ruleSource(rule, context.template));
	return { findings: [replacement(line, start, end, '', message, 'ask', { expected })] };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'salutation-secretary-general-level',
		number: 68,
		group: 'work-report',
		title: { zh: '县级称谓没有秘书长', en: 'No secretary-general at county level' },
		description: {
			zh: '县、自治县、不设区的市、市辖区的人大常委会不设秘书长，称谓里不写；方案的级别为 county 时检查。',
			en: 'Standing committees at county level have no secretary-general, so the salutation names none. Checked when the level of the profile is county.',
		},
		severity: 'error',
		fix: 'ask',
		source: orgLaw('第四十七条'),
		needsFormat: false,
	},
	check,
};
