import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { closingOf, requestEndings, requestWords } from '../material/ending.ts';
import { otherAddressee } from '../material/front.ts';
import { mainProse, normalised } from '../text/passages.ts';
import { finding, replacement } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { practice } from '../text/sources.ts';
import { requestInReport } from './messages.ts';

/** A paragraph as short as this is a closing of its own and is replaced as a whole. */
const short = 40;

function check(context: DocumentContext): RuleResult {
	const closing = context.template.closings[0]?.value ?? '请予审议。';
	const end = closingOf(context);
	const findings: Finding[] = [];
	const running = mainProse(context);
	const ends = end !== undefined && requestEndings.test(normalised(end.text)) && !otherAddressee(context);
	if (!ends && matching(running, 'own', requestWords).length === 0) return { findings };
	for (const { block, text, own } of running) {
		const match = own.includes('请') ? [...own.matchAll(requestWords)][0] : undefined;
		const ending = ends && block === end?.block;
		if (match === undefined && !ending) continue;
		const words =
			match?.[0] ??
			normalised(text)
				.replace(/^以上报告，/, '')
				.replace(/。$/, '');
		const message = requestInReport(words, closing);
		if (block === end?.block && text.trim().length <= short) {
			findings.push(replacement({ block, text }, 0, text.length, closing, message, 'ask'));
		} else {
			const start = match?.index ?? 0;
			findings.push(finding(block, start, start + (match?.[0].length ?? text.length), message, { actual: words }));
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-no-request-genre',
		number: 75,
		group: 'work-report',
		title: { zh: '报告不夹带请示用语', en: 'No wording of requests in a report' },
		description: {
			zh: '报告不得夹带请示事项：「妥否，请批示」「特此请示」「请予批复」，以及作结束语的「特此报告」「请批准」，都不用在提请常委会会议审议的报告里。',
			en: 'A report contains no request to a superior: 「妥否，请批示」, 「特此请示」, 「请予批复」, or a closing 「特此报告」 or 「请批准」.',
		},
		severity: 'error',
		fix: 'ask',
		source: practice,
		templates: ['work-report', 'duty-report'],
		needsFormat: false,
	},
	check,
};
