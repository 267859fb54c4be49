import type { Rule } from '@bianxu/model';
import { gb } from '../text/sources.ts';
import { description, title } from './messages.ts';

/** Measured by the comparison of pages (packages/proof), whose messages name pages and lengths. */
export const rule: Rule = {
	scope: 'print',
	meta: {
		id: 'page-number-offset',
		number: 12,
		group: 'page',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: gb('7.5'),
		needsFormat: false,
	},
};
