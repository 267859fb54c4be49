import type { Rule } from '@bianxu/model';
import { nothingFound } from '../gather.ts';
import { headingNodes } from '../heading-lists.ts';
import { firstAttachmentBlock, hasHan } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { description, mixed, title } from './messages.ts';

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'heading-auto-vs-typed',
		number: 57,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => {
		// In Markdown “1. ” is both: what is typed and what is numbered for the reader.
		if (context.doc.kind === 'markdown') return nothingFound;
		const nodes = headingNodes(context);
		if (!nodes.some(({ mark }) => mark.automatic) || nodes.every(({ mark }) => mark.automatic)) return nothingFound;
		const end = firstAttachmentBlock(context);
		const all = nodes.filter(({ block, text }) => block < end && hasHan(text));
		return {
			findings: [1, 2, 3, 4].flatMap((level) => {
				const row = all.filter((node) => node.level === level);
				const automatic = row.filter((node) => node.mark.automatic);
				const typed = row.filter((node) => !node.mark.automatic);
				const odd = (typed.length <= automatic.length ? typed : automatic)[0];
				if (odd === undefined) return [];
				return [finding(odd.block, odd.mark.start, odd.mark.end, mixed(typed.length, automatic.length))];
			}),
		};
	},
};
