import type { Change, DocumentContext, Finding, Rule } from '@bianxu/model';
import { headingMark } from '@bianxu/numbering';
import { enumeratedItems } from '../enumerated-items.ts';
import { articleGenres, type HeadingList, headingLists } from '../heading-lists.ts';
import { finding } from '../text/replacement.ts';
import { gb } from '../text/sources.ts';
import { description, fixTitle, skippedLevel, title } from './messages.ts';

function check(context: DocumentContext): readonly Finding[] {
	if (articleGenres.has(context.outline.genre)) return [];
	const lists = headingLists(context);
	const skipping = lists.filter(({ level, parent }) => parent !== null && level > parent.mark.level + 1 && level !== 5);
	return skipping.flatMap((list): Finding[] => {
		const first = list.items[0];
		if (list.parent === null || first === undefined) return [];
		const parent = list.parent.mark;
		const items = enumeratedItems(context.doc, context.outline);
		if (list.items.some(({ block }) => items.has(block))) return [];
		// Numbered paragraphs under a heading are a list, not headings; headings stand over text or run into it.
		if (first.claim.runInEnd === undefined && first.lastOwn === first.block) return [];
		const level = parent.level === 1 ? 2 : 3;
		const expected = headingMark(level, first.mark.ordinal);
		const actual = first.mark.canonical;
		const changes = relevelled(list, lists, level);
		return [
			finding(first.block, first.mark.start, first.mark.end, skippedLevel(parent.canonical, actual, expected), {
				actual,
				expected,
				...(changes === null ? {} : { fix: { title: fixTitle(expected), safety: 'ask', changes } }),
			}),
		];
	});
}

/** Marks of the whole list at another level; null when headings stand below it or a number is automatic. */
function relevelled(list: HeadingList, all: readonly HeadingList[], level: 2 | 3): readonly Change[] | null {
	if (list.items.some(({ mark }) => mark.automatic)) return null;
	if (all.some(({ parent }) => parent !== null && list.items.includes(parent))) return null;
	return list.items.map(({ block, mark }) => ({
		kind: 'replace-text',
		block,
		start: mark.start,
		end: mark.end,
		text: headingMark(level, mark.ordinal),
	}));
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'heading-level-order',
		number: 51,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'ask',
		source: gb('7.3.3'),
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
