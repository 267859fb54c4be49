import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { mainProse, squeeze } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, title, tooLong } from './messages.ts';

const params = { max: 4400, speed: 220 };

function check(context: DocumentContext): RuleResult {
	const value = (key: 'max' | 'speed'): number => {
		const given = context.params[key];
		return typeof given === 'number' && given > 0 ? given : params[key];
	};
	const count = mainProse(context).reduce((sum, { text }) => sum + squeeze(text).length, 0);
	const max = value('max');
	if (count <= max) return { findings: [] };
	// Hundreds are what people speak of.
	const about = Math.round(count / 100) * 100;
	return {
		findings: [documentFinding(tooLong(about, max, value('speed')), { expected: `≤ ${max}`, actual: `${about}` })],
	};
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'brief-length',
		number: 0,
		group: 'brevity',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: practice,
		// A duty report has limits of its own (dr-length).
		templates: ['work-report', 'appointment', 'base'],
		needsFormat: false,
	},
	params,
	examples,
	check,
};
