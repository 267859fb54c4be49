import type { Rule } from '@bianxu/model';
import { gb } from '../text/sources.ts';
import { description, title } from './messages.ts';

/** Measured by the comparison of pages (packages/proof), whose messages name pages and lengths. */
export const rule: Rule = {
	scope: 'print',
	meta: {
		id: 'print-scale',
		number: 0,
		group: 'print',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: gb('5.2.2'),
		needsFormat: false,
	},
};
