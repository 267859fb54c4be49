import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { enumeratedItems } from '../enumerated-items.ts';
import { articleGenres, type Heading, type HeadingList, headingLists, holdsMark } from '../heading-lists.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { alone, description, title } from './messages.ts';

function check(context: DocumentContext): readonly Finding[] {
	const { doc, outline } = context;
	if (articleGenres.has(outline.genre)) return [];
	const lists = headingLists(context);
	const single = lists.filter(
		({ items, parent, level }) => parent !== null && items.length === 1 && items[0]?.mark.ordinal === 1 && level <= 4,
	);
	if (single.length === 0) return [];
	const items = enumeratedItems(doc, outline);
	const ends = lastBlocks(lists, doc.paragraphs.length - 1);
	return single.flatMap(({ items: [only], parent, level }): Finding[] => {
		if (parent === null || only === undefined || items.has(only.block) || items.has(parent.block)) return [];
		// Another list at the same place, or the second number inside a paragraph: the text is not as simple as it seems.
		if (lists.filter((other) => other.parent === parent).length !== 1) return [];
		if (holdsMark(doc, only.block, ends.get(parent) ?? only.lastOwn, level, 2)) return [];
		return [
			finding(only.block, only.mark.start, only.mark.end, alone(parent.mark.canonical, only.mark.canonical), {
				actual: only.mark.canonical,
			}),
		];
	});
}

/** Last block that belongs to each heading: the one before the next heading of its level or above. */
function lastBlocks(lists: readonly HeadingList[], end: number): ReadonlyMap<Heading, number> {
	const headings = lists.flatMap(({ items }) => items).toSorted((left, right) => left.block - right.block);
	const ends = new Map<Heading, number>();
	const open: Heading[] = [];
	for (const heading of headings) {
		for (let top = open.at(-1); top !== undefined && top.mark.level >= heading.mark.level; top = open.at(-1)) {
			ends.set(top, heading.block - 1);
			open.pop();
		}
		open.push(heading);
	}
	for (const heading of open) ends.set(heading, end);
	return ends;
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
	check: (context) => ({ findings: check(context) }),
};
