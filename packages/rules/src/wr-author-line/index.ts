import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import {
	addressed,
	deliveryOf,
	frontLines,
	linesOf,
	marksWritten,
	salutationOf,
	statesSession,
	titleLines,
} from '../material/front.ts';
import { squeeze } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { wuxi } from '../text/sources.ts';
import { extraWord, noAuthor, noBlank, noPost } from './messages.ts';

const label = /^\s*((?:报告|汇报|发言)人\s*[：:]?)/;
/** A name alone: two or three characters, or two with a blank; four with a compound family name are left alone. */
const nameOnly = /^(?:\p{Script=Han}{2,3}|\p{Script=Han}[\s\u3000]+\p{Script=Han})$/u;
/** Of `nameOnly`, in UTF-16 units: three characters beyond the basic plane. */
const LONGEST_NAME = 6;
const notNames = /(?:局|委|办|院|厅|部|处|组|会|府|室|团|联|协|队|站|所|社|校|中心|公司)$/;
const runTogether =
	/^(\p{Script=Han}{2,30}?(?:局长|厅长|院长|检察长|秘书长|市长|县长|区长|组长|部长|主任|主任委员))(?!委员|会议|助理|检察|科员)(\p{Script=Han}{2,3})$/u;

function check(context: DocumentContext): RuleResult {
	const lines = linesOf(context, 'author');
	const first = lines[0];
	if (first === undefined) return missing(context);
	const text = first.text.trim();
	const start = first.text.indexOf(text);
	const whole = (message: ReturnType<typeof noPost>): RuleResult => ({
		findings: [finding(first.block, start, start + text.length, message, { actual: text })],
	});
	const word = label.exec(text)?.[1];
	if (word !== undefined) {
		return { findings: [finding(first.block, start, start + word.length, extraWord(word), { actual: word })] };
	}
	// The post may stand on the line above the name.
	if (lines.length === 1 && squeeze(text).length <= LONGEST_NAME && nameOnly.test(text) && !notNames.test(text))
		return whole(noPost(text));
	const together = /\s/.test(text) ? null : runTogether.exec(text);
	if (together !== null && !notNames.test(text)) return whole(noBlank(together[1] ?? '', together[2] ?? ''));
	return { findings: [] };
}

/** An author is missed only in a report that is surely read, and only when no line in front is left unexplained. */
function missing(context: DocumentContext): RuleResult {
	const title = titleLines(context).at(-1);
	const salutation = salutationOf(context);
	if (title === undefined || salutation === undefined || marksWritten(context)) return { findings: [] };
	if (deliveryOf(context) !== 'oral' || addressed(salutation.text) !== 'persons') return { findings: [] };
	if (linesOf(context, 'signature').length > 0) return { findings: [] };
	const unexplained = frontLines(context).some(
		({ block, text }) =>
			block > title.block &&
			block !== salutation.block &&
			context.outline.claims[block]?.role !== 'caption' &&
			!statesSession(text),
	);
	if (unexplained) return { findings: [] };
	return { findings: [finding(salutation.block, 0, 0, noAuthor)] };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-author-line',
		number: 66,
		group: 'work-report',
		title: { zh: '报告人署名', en: 'The reporter’s line' },
		description: {
			zh: '口头报告在题注下署报告人的职务和姓名，职务与姓名之间空一字，不写「报告人：」；书面报告可以只署机关。',
			en: 'A report read to the meeting names post and person under the caption, with a blank between them and without 「报告人：」; a written one may name the organ only.',
		},
		severity: 'warning',
		fix: 'none',
		source: wuxi,
		templates: ['work-report'],
		needsFormat: false,
	},
	check,
};
