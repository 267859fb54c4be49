import type { Rule } from '@bianxu/model';
import { gb } from '../text/sources.ts';
import { description, title } from './messages.ts';

/** Measured by the comparison of pages (packages/proof), whose messages name pages and lengths. */
export const rule: Rule = {
	scope: 'print',
	meta: {
		id: 'print-page-missing',
		number: 0,
		group: 'print',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: gb('6.3'),
		needsFormat: false,
	},
};
