import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { deliveredCaption, joined, linesOf } from '../material/front.ts';
import { mainProse, squeeze } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { noMandate } from './messages.ts';

const mandate = /(?:受|根据|按照|经)[^。；]{1,30}?委托|代表[^。；]{1,20}(?:人民政府|市政府|县政府|区政府)/;
/** Heads of departments: they report for the government. Presidents of courts and the like report for their own organ. */
const departmentHead = /(?:局局长|厅厅长|委员会主任|(?:办公室|中心)主任)$/;
const otherOrgan = /人大|人民代表大会|法院|检察院|监察|常委会|检查组|调研组|政协/;
/** Paragraphs from the beginning within which the mandate is looked for. */
const opening = 3;

function check(context: DocumentContext): RuleResult {
	const author = linesOf(context, 'author');
	const line = author[0];
	if (author.length !== 1 || line === undefined || !deliveredCaption(context)) return { findings: [] };
	const post = /^(\S+)[\s\u3000]+\p{Script=Han}[\s\u3000\p{Script=Han}·]*$/u.exec(line.text.trim())?.[1] ?? '';
	if (!departmentHead.test(post) || otherOrgan.test(post) || otherOrgan.test(joined(context, 'organ-line'))) {
		return { findings: [] };
	}
	const first = mainProse(context)
		.filter(({ block, where }) => block > line.block && where === 'body')
		.slice(0, opening);
	const place = first[0];
	if (place === undefined || first.some(({ text }) => mandate.test(squeeze(text)))) return { findings: [] };
	return { findings: [finding(place.block, 0, 0, noMandate(post))] };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-opening-mandate',
		number: 70,
		group: 'work-report',
		title: { zh: '开头写明受谁委托', en: 'The opening states the mandate' },
		description: {
			zh: '部门负责人代表政府在会议上报告的，开头写明「我受市人民政府委托，报告……情况」。法院、检察院、监察委员会、人大专门委员会报告自己的工作，以及书面报告，不查。',
			en: 'The head of a department who reports for the government says so in the opening: 「我受市人民政府委托，报告……」. Organs that report their own work, and written reports, are not looked at.',
		},
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['work-report'],
		needsFormat: false,
	},
	check,
};
