import { flattenHeadings, type Rule } from '@bianxu/model';
import { finding } from '../text/replacement.ts';
import { gb } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, title, tooDeep } from './messages.ts';

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'heading-level-depth',
		number: 56,
		group: 'heading',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: gb('7.3.3'),
		needsFormat: false,
	},
	examples,
	check: (context) => {
		const node = flattenHeadings(context.outline.headings).find(({ level }) => level === 5);
		if (node === undefined) return { findings: [] };
		const { start, end, canonical } = node.mark;
		return { findings: [finding(node.block, start, end, tooDeep(canonical), { actual: canonical })] };
	},
};
