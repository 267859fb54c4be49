import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { clausesOf } from '../material/personnel.ts';
import { replacement } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { noPostWord, wrongLink } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const findings: Finding[] = [];
	for (const clause of clausesOf(context)) {
		if (clause.kind !== 'appoint') continue;
		const { text, start, end } = clause;
		const body = text.slice(start, end);
		const tail = /职务\s*$/.exec(body);
		// 「任命…为…并免去其…职务」 ends with the removal.
		if (tail !== null && !/[免辞]去|撤销/.test(body)) {
			const at = start + tail.index;
			findings.push(replacement(clause, at, at + 2, '', noPostWord, 'ask', { actual: '职务' }));
		}
		const link = /^(\p{Script=Han}[\p{Script=Han}·\u3000、]{1,40}?)(担任|出任|任)(?=\p{Script=Han}{4})/u.exec(body);
		if (link !== null && !body.includes('为')) {
			const at = start + (link[1] ?? '').length;
			const word = link[2] ?? '';
			findings.push(replacement(clause, at, at + word.length, '为', wrongLink(word), 'ask'));
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-appoint-form',
		number: 86,
		group: 'personnel',
		title: { zh: '任命的写法', en: 'Form of an appointment' },
		description: {
			zh: '任命写作「任命×××为（机关）（职务）」，末尾不加「职务」，不写「担任」；一人几个职务、几人同一职务用顿号连接。',
			en: 'An appointment reads 「任命 name 为 organ post」, without 「职务」 and without 「担任」.',
		},
		severity: 'error',
		fix: 'ask',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	check,
};
