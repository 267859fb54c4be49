import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { clausesOf, namesOf, personnelPaper } from '../material/personnel.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { twice } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const paper = personnelPaper(context);
	// Explanations repeat names on purpose.
	if (paper !== 'list' && paper !== 'bill') return { findings: [] };
	const seen = new Set<string>();
	const findings: Finding[] = [];
	for (const clause of clausesOf(context)) {
		for (const name of namesOf(clause)) {
			const key = `${clause.kind} ${name}`;
			if (seen.has(key)) {
				findings.push(finding(clause.block, clause.start, clause.end, twice(name, clause.kind), { actual: name }));
			}
			seen.add(key);
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-duplicate-person',
		number: 95,
		group: 'personnel',
		title: { zh: '一人不重复任免', en: 'A person once for each verb' },
		description: {
			zh: '同一份名单、议案里，一个人任命一次、免去一次；几个职务写在一句里。同名的两个人请在姓名后注明，并把本规则对该份材料关掉。',
			en: 'In one list or bill a person is appointed once and removed once; several posts go into one sentence.',
		},
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	check,
};
