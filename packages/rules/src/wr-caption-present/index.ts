import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import {
	addressed,
	deliveryOf,
	frontLines,
	markNamesSession,
	salutationOf,
	statesSession,
	titleLines,
} from '../material/front.ts';
import { finding } from '../text/replacement.ts';
import { wuxi } from '../text/sources.ts';
import { noCaption } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const title = titleLines(context).at(-1);
	const salutation = salutationOf(context);
	// Silent unless the paper is surely read to a meeting: it calls persons, or the profile says so.
	const oral = salutation !== undefined && addressed(salutation.text) === 'persons';
	if (title === undefined || !oral || deliveryOf(context) !== 'oral') return { findings: [] };
	if (markNamesSession(context) || frontLines(context).some(({ text }) => statesSession(text))) return { findings: [] };
	// A note broken over two lines counts as well.
	if (
		statesSession(
			frontLines(context)
				.map(({ text }) => text)
				.join(''),
		)
	)
		return { findings: [] };
	const place = context.template.place || (context.template.level === 'county' ? '××县' : '××市');
	const example = `——2026年×月×日在${place}第×届人民代表大会常务委员会第×次会议上`.replace(
		'2026',
		context.date.slice(0, 4),
	);
	return {
		findings: [finding(title.block, title.text.length, title.text.length, noCaption(example), { expected: example })],
	};
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-caption-present',
		number: 64,
		group: 'work-report',
		title: { zh: '口头报告有题注', en: 'A report read to the meeting has a caption' },
		description: {
			zh: '在会议上口头报告的，标题下写题注「——×年×月×日在……会议上」。会议文件标识写了届次的也算有；书面报告、看不出报告方式的不查。',
			en: 'A report read to the meeting has a note with day and session under its title. A file mark that names the session counts; written reports, and papers that do not show their way of delivery, are not looked at.',
		},
		severity: 'warning',
		fix: 'none',
		source: wuxi,
		templates: ['work-report', 'duty-report'],
		needsFormat: false,
	},
	check,
};
