import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { enumeratedItems } from '../enumerated-items.ts';
import { articleGenres, headingLists, holdsMark } from '../heading-lists.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { alone, description, title } from './messages.ts';

function check(context: DocumentContext): readonly Finding[] {
	const { doc, outline } = context;
	if (articleGenres.has(outline.genre)) return [];
	const items = enumeratedItems(doc, outline);
	const lists = headingLists(context);
	return lists.flatMap((list): Finding[] => {
		const [only] = list.items;
		const { parent } = list;
		if (parent === null || only === undefined || list.items.length !== 1 || list.level > 4) return [];
		if (only.mark.ordinal !== 1 || items.has(only.block) || items.has(parent.block)) return [];
		// Another list at the same place, or the second number inside a paragraph: the text is not as simple as it seems.
		if (lists.some((other) => other !== list && other.parent === parent)) return [];
		const last = lastOf(lists, parent.block, parent.mark.level, doc.paragraphs.length - 1);
		if (holdsMark(doc, only.block, last, list.level, 2)) return [];
		return [
			finding(only.block, only.mark.start, only.mark.end, alone(parent.mark.canonical, only.mark.canonical), {
				actual: only.mark.canonical,
			}),
		];
	});
}

/** Last block that belongs to a heading: the one before the next heading of its level or above. */
function lastOf(lists: ReturnType<typeof headingLists>, block: number, level: number, end: number): number {
	const next = lists
		.flatMap(({ items }) => items)
		.filter((heading) => heading.block > block && heading.mark.level <= level)
		.map((heading) => heading.block);
	return next.length === 0 ? end : Math.min(...next) - 1;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'heading-single-child',
		number: 53,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	examples,
	check: (context) => ({ findings: check(context) }),
};
