import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { missingPartFindings } from '../material/parts.ts';
import { practice } from '../text/sources.ts';
import { description, title } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	return { findings: missingPartFindings(context, 'law') };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dr-part-law',
		number: 78,
		group: 'duty-report',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: practice,
		templates: ['duty-report'],
		needsFormat: false,
	},
	check,
};
