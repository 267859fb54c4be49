import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { missingPartFindings, reportsWork } from '../material/parts.ts';
import { practice } from '../text/sources.ts';
import { description, title } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	return { findings: reportsWork(context) ? missingPartFindings(context, 'next-steps') : [] };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'wr-next-steps-section',
		number: 74,
		group: 'work-report',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['work-report'],
		needsFormat: false,
	},
	check,
};
