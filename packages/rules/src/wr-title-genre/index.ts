import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { bareTitle, joined, titleLines } from '../material/front.ts';
import { ruleSource } from '../rule-source.ts';
import { finding } from '../text/replacement.ts';
import { gb } from '../text/sources.ts';
import { endMark, noGenre, noSubject } from './messages.ts';

/** Genre words of other papers: a title that ends in one is another type's matter. */
const otherGenre =
	/(?:意见|说明|议案|决定|决议|名单|议程|日程|办法|条例|规定|方案|通知|请示|函|纪要|公告|通报|讲话|发言|规划|计划|总结|要点|清单)$/;
const bareGenre = /^(?:关于)?(?:工作|有关|情况)?(?:情况)?的?(?:报告|汇报)$/;

function check(context: DocumentContext): RuleResult {
	const lines = titleLines(context);
	const last = lines.at(-1);
	if (last === undefined) return { findings: [] };
	const source = ruleSource(rule, context.template);
	const findings: Finding[] = [];
	const text = last.text.trimEnd();
	const mark = /[。，；、：.,;:]$/.exec(text)?.[0];
	const title = bareTitle(context.outline).replace(/[。，；、：.]$/, '');
	const { titleWords } = context.template;
	if (mark !== undefined) {
		findings.push(finding(last.block, text.length - mark.length, text.length, endMark(mark), { actual: mark }));
	}
	if (!titleWords.some((word) => title.endsWith(word)) && !otherGenre.test(title)) {
		findings.push(finding(last.block, 0, last.text.length, noGenre(title, source), { actual: title }));
	} else if (bareGenre.test(title) && joined(context, 'organ-line') === '') {
		findings.push(finding(last.block, 0, last.text.length, noSubject, { actual: title }));
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-title-genre',
		number: 62,
		group: 'work-report',
		title: { zh: '标题写明事由和文种', en: 'The title states subject and genre' },
		description: {
			zh: '工作报告的标题写明事由，以「报告」「汇报」结尾，末尾不用标点；文种之后可以有「（书面）」「（草案）」。以其他文种结尾的不归本规则管。',
			en: 'The title of a work report states its subject and ends in 「报告」 or 「汇报」, without an end mark; 「（书面）」 or 「（草案）」 may follow. Titles that end in the word of another genre are not judged.',
		},
		severity: 'error',
		fix: 'none',
		source: gb('7.3.1'),
		templates: ['work-report'],
		needsFormat: false,
	},
	check,
};
