import type { DocumentContext, Paragraph, Rule, RuleResult, RunFormatChange } from '@bianxu/model';
import { asksDeliberation, closingOf, requestEndings, requestWords } from '../material/ending.ts';
import { bareTitle, deliveryOf, otherAddressee, salutationOf } from '../material/front.ts';
import { isAttachmentFile, preferredFamily } from '../role-style.ts';
import { mainProse, normalised } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { wuxi } from '../text/sources.ts';
import { addClosing, noRequest } from './messages.ts';

/** Papers for reference, which ask for nothing. */
const reference = /(?:调研|调查|考察|视察|暗访|评估|参阅|督查|督办)[^的]{0,6}(?:的)?(?:情况)?(?:的)?报告$/;

function check(context: DocumentContext): RuleResult {
	const { outline, template } = context;
	const closing = template.closings[0]?.value;
	if (closing === undefined || isAttachmentFile(outline) || reference.test(bareTitle(outline))) return { findings: [] };
	// A fragment, or a paper that is addressed to nobody, is not judged.
	if (salutationOf(context) === undefined || otherAddressee(context) || deliveryOf(context) === 'unknown')
		return { findings: [] };
	const texts = mainProse(context);
	const last = texts.findLast(({ where, role }) => where === 'body' && !role.startsWith('heading'));
	// Where it is asked for, it is asked for at the end.
	if (last === undefined || texts.findLast(({ text }) => text.includes('请') && asksDeliberation(text)) !== undefined)
		return { findings: [] };
	const paragraph = context.doc.paragraphs[last.block];
	if (paragraph === undefined) return { findings: [] };
	// A closing of another kind is wr-closing-form's and wr-no-request-genre's.
	const end = closingOf(context);
	if (end !== undefined && /请/.test(end.text)) return { findings: [] };
	if (
		texts.some(
			({ own, text }) =>
				/[请特]/.test(text) && (own.search(requestWords) >= 0 || requestEndings.test(normalised(text))),
		)
	) {
		return { findings: [] };
	}
	return {
		findings: [
			finding(last.block, last.text.length, last.text.length, noRequest(closing), {
				expected: closing,
				fix: {
					title: addClosing(closing),
					safety: 'ask',
					changes: [
						{
							kind: 'insert-paragraph',
							block: last.block,
							where: 'after',
							text: closing,
							run: runLike(paragraph, context),
							paragraph: { firstLineChars: 200, line: paragraph.format.line, lineRule: paragraph.format.lineRule },
						},
					],
				},
			}),
		],
	};
}

/** The new sentence looks like the text before it; what the file leaves open comes from the template. */
function runLike(paragraph: Paragraph, { template }: DocumentContext): RunFormatChange {
	const format = paragraph.runs.at(-1)?.format ?? paragraph.markFormat;
	return {
		eastAsia: format.eastAsia || preferredFamily(template, 'fangsong'),
		latin: format.ascii || preferredFamily(template, 'latin'),
		ambiguous: 'eastAsia',
		size: format.size,
	};
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-request-present',
		number: 71,
		group: 'work-report',
		title: { zh: '写明请予审议', en: 'The report asks for deliberation' },
		description: {
			zh: '提请常委会会议审议的报告，在开头或者结尾写明「请予审议」（述职报告「请予评议」）。调研、考察、视察一类参阅报告不查；没有称谓、看不出送交会议的不查。',
			en: 'A report to the standing committee asks for deliberation in its opening or closing. Reports for reference (surveys, inspections of places) and papers addressed to nobody are not judged.',
		},
		severity: 'warning',
		fix: 'ask',
		source: wuxi,
		templates: ['work-report', 'duty-report'],
		needsFormat: false,
	},
	check,
};
