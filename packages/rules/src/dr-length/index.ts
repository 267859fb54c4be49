import type { Rule } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, outOfRange, title } from './messages.ts';

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dr-length',
		number: 84,
		group: 'duty-report',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['duty-report'],
		needsFormat: false,
	},
	params: { min: 1500, max: 5000 },
	examples,
	check: (context) => {
		const { min, max } = context.params;
		if (typeof min !== 'number' || typeof max !== 'number') return { findings: [] };
		const actual = mainProse(context).reduce(
			(sum, { text }) => sum + (text.match(/[\p{Script=Han}\d]/gu)?.length ?? 0),
			0,
		);
		// A few lines are a fragment that somebody is still writing.
		if (actual < 200 || (actual >= min && actual <= max)) return { findings: [] };
		return {
			findings: [documentFinding(outOfRange(actual, min, max), { expected: `${min}—${max}`, actual: String(actual) })],
		};
	},
};
