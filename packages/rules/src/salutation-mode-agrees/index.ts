import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import {
	addressed,
	deliveredCaption,
	marksWritten,
	organOf,
	proposedSalutation,
	salutationOf,
} from '../material/front.ts';
import { replacement } from '../text/replacement.ts';
import { wuxi } from '../text/sources.ts';
import { organInOral, personsInWritten } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const { outline, template } = context;
	const line = salutationOf(context);
	// A bill goes to the committee whoever reads the explanation; papers of no known type are not judged.
	if (line === undefined || outline.unknownType || outline.genre === '议案') return { findings: [] };
	const start = line.text.length - line.text.trimStart().length;
	const end = line.text.trimEnd().length;
	const actual = line.text.slice(start, end);
	const whom = addressed(actual);
	const written = template.mode === 'written' || marksWritten(context);
	const oral = !written && deliveredCaption(context);
	const findings: Finding[] = [];
	const judge = (mode: 'persons' | 'organ', words: typeof organInOral): void => {
		const expected = proposedSalutation(template, mode, organOf(template));
		if (expected !== null) {
			findings.push(replacement(line, start, end, expected, words(actual, expected), 'ask'));
		}
	};
	if (whom === 'organ' && oral) judge('persons', organInOral);
	if (whom === 'persons' && written && !deliveredCaption(context)) judge('organ', personsInWritten);
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'salutation-mode-agrees',
		number: 69,
		group: 'work-report',
		title: { zh: '称谓与报告方式一致', en: 'Salutation and way of delivery agree' },
		description: {
			zh: '在会议上口头报告的（有「在……会议上」的题注），称呼主任、副主任、秘书长、委员；注明书面报告的，称呼「××人大常委会：」。两者都看不出的不查。',
			en: 'A report read to the meeting (its caption says so) addresses persons; one marked as written addresses the committee. Papers that show neither are not judged.',
		},
		severity: 'warning',
		fix: 'ask',
		source: wuxi,
		needsFormat: false,
	},
	check,
};
