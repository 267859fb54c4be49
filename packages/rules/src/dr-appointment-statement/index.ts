import type { Rule } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, missing, title } from './messages.ts';

const stated = /任命|当选|选举|\d{4}年(?:\d{1,2}月)?[^。；]{0,12}(?:任|履新)|任[^。，；]{2,20}(?:长|主任)(?:以来|至今)/;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dr-appointment-statement',
		number: 77,
		group: 'duty-report',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['duty-report'],
		needsFormat: false,
	},
	check: (context) => {
		const opening = mainProse(context)
			.filter(({ role, where }) => role === 'body' && where === 'body')
			.slice(0, 4);
		const first = opening[0];
		if (first === undefined || opening.some(({ text }) => stated.test(text))) return { findings: [] };
		return { findings: [finding(first.block, 0, first.text.length, missing)] };
	},
};
