import type { Rule } from '@bianxu/model';
import { bianxu } from '../text/sources.ts';
import { description, title } from './messages.ts';

/** Measured by the comparison of pages (packages/proof), whose messages name pages and lengths. */
export const rule: Rule = {
	scope: 'print',
	meta: {
		id: 'print-page-breaks',
		number: 0,
		group: 'print',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
};
