import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { personnelPaper } from '../material/personnel.ts';
import { attachmentsFrom } from '../role-style.ts';
import { passages } from '../text/passages.ts';
import { replacement } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { noAddress } from './messages.ts';

/** 「吴若楠同志」 names with a blank; 「各位同志」 「同志们」 are no names. */
const address =
	/(?<=\p{Script=Han}[\u3000 ]?\p{Script=Han})(?<!各位|全体|有关|这些|负责|其他|以上|上述|该)(同志|先生|女士)(?!们)/gu;

function check(context: DocumentContext): RuleResult {
	const paper = personnelPaper(context);
	if (paper !== 'list' && paper !== 'decision') return { findings: [] };
	const last = attachmentsFrom(context.outline);
	const findings: Finding[] = [];
	for (const passage of passages(context)) {
		if (passage.block >= last || passage.where !== 'body') continue;
		for (const match of passage.own.matchAll(address)) {
			const end = match.index + match[0].length;
			findings.push(replacement(passage, match.index, end, '', noAddress(match[0]), 'ask', { actual: match[0] }));
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-no-comrade',
		number: 88,
		group: 'personnel',
		title: { zh: '名单、决定里不称「同志」', en: 'No 「同志」 in lists and decisions' },
		description: {
			zh: '任免名单和接受辞职、代理、撤职的决定只写姓名，不加「同志」「先生」「女士」。说明、议案、简历不查。',
			en: 'Lists and decisions on personnel give names without 「同志」, 「先生」, 「女士」. Explanations, bills and biographies are not looked at.',
		},
		severity: 'warning',
		fix: 'ask',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	check,
};
