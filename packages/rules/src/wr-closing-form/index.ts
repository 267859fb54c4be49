import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { asksDeliberation, closingOf, requestEndings, requestWords } from '../material/ending.ts';
import { otherAddressee } from '../material/front.ts';
import { normalised } from '../text/passages.ts';
import { finding, replacement } from '../text/replacement.ts';
import { wuxi } from '../text/sources.ts';
import { wrongClosing } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const closing = closingOf(context);
	const { closings } = context.template;
	const proposed = closings[0];
	if (closing === undefined || proposed === undefined || otherAddressee(context)) return { findings: [] };
	const start = closing.text.length - closing.text.trimStart().length;
	const end = closing.text.trimEnd().length;
	const actual = closing.text.slice(start, end);
	if (closings.some(({ value }) => value === actual)) return { findings: [] };
	const plain = normalised(actual);
	// Requests to a superior are wr-no-request-genre's.
	if (requestEndings.test(plain) || plain.search(requestWords) >= 0) return { findings: [] };
	// Reports on a draft end with 「以上报告是否妥当，请审议」.
	if (/是否妥当，请(?:予)?审议。$/.test(plain)) return { findings: [] };
	// The same words with other punctuation keep their own form.
	const bare = (text: string): string => text.replace(/[，。,.]/g, '');
	const wanted = closings.find(({ value }) => bare(value) === bare(plain)) ?? proposed;
	const free = wanted === proposed && bare(wanted.value) !== bare(plain) && asksDeliberation(plain);
	const message = wrongClosing(actual, wanted.value, wanted.source);
	const { source } = wanted;
	// Another wording of the request may say more (「以上报告和决议草案，请予审议」): a fix would drop it.
	if (free) {
		const detail = { expected: wanted.value, actual, source, severity: 'info' as const };
		return { findings: [finding(closing.block, start, end, message, detail)] };
	}
	return { findings: [replacement(closing, start, end, wanted.value, message, 'safe', { source })] };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-closing-form',
		number: 72,
		group: 'work-report',
		title: { zh: '报告的结束语', en: 'Closing sentence of a report' },
		description: {
			zh: '报告以「以上报告，请予审议。」一类的结束语收尾，认可的写法由方案列出。没有结束语、在开头请求审议的不查；意思相同的其他写法只提示。',
			en: 'A report closes with 「以上报告，请予审议。」 or another form that the profile lists. A report without a closing, whose opening asks for deliberation, is not looked at; other wordings of the same request get a remark.',
		},
		severity: 'warning',
		fix: 'safe',
		source: wuxi,
		templates: ['work-report'],
		needsFormat: false,
	},
	check,
};
