import { flattenHeadings, type Rule } from '@bianxu/model';
import { firstAttachmentBlock, hasHan } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { examples } from './examples.ts';
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
	examples,
	check: (context) => {
		// In Markdown “1. ” is both: what is typed and what is numbered for the reader.
		if (context.doc.kind === 'markdown') return { findings: [] };
		const end = firstAttachmentBlock(context);
		const all = flattenHeadings(context.outline.headings).filter(({ block, text }) => block < end && hasHan(text));
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
