import type { Rule } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, never, rarely, title } from './messages.ts';

const office = /我(?:们|局|厅|委|办|院|单位|部门|处)/g;
/** 我市, 我国 and the like speak of the place, not of the office. */
const own = /我(?!们|局|厅|委|办|院|单位|部门|处|市|省|县|区|州|国|党|军)/g;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dr-first-person',
		number: 83,
		group: 'duty-report',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: practice,
		templates: ['duty-report'],
		needsFormat: false,
	},
	params: { share: 3 },
	examples,
	check: (context) => {
		const text = mainProse(context)
			.map((passage) => passage.own)
			.join('\n');
		if (text === '') return { findings: [] };
		const mine = text.match(own)?.length ?? 0;
		const offices = text.match(office)?.length ?? 0;
		const share = context.params['share'];
		if (mine === 0 && !/本人/.test(text)) return { findings: [documentFinding(never, { expected: '我' })] };
		if (offices >= 6 && typeof share === 'number' && offices > mine * share) {
			return { findings: [documentFinding(rarely(mine, offices))] };
		}
		return { findings: [] };
	},
};
