import type { Rule } from '@bianxu/model';
import { bianxu } from '../text/sources.ts';
import { description, title } from './messages.ts';

/** Measured by the comparison of pages (packages/proof), whose messages name pages and lengths. */
export const rule: Rule = {
	scope: 'print',
	meta: {
		id: 'page-duplex-parity',
		number: 17,
		group: 'page',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
};
