import type { Change, DocumentContext, Finding, Fix, Rule } from '@bianxu/model';
import { headingMark } from '@bianxu/numbering';
import { type Heading, type HeadingList, headingLists, holdsMark, headingsOf } from '../heading-lists.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, fixTitle, outOfOrder, repeated, skipped, title } from './messages.ts';

/** Numbers the whole list anew; null when one of the wrong numbers is automatic, which is not text. */
function renumbered(list: HeadingList): Fix | null {
	const changes: Change[] = [];
	for (const [index, { block, mark }] of list.items.entries()) {
		if (mark.ordinal === index + 1) continue;
		if (mark.automatic) return null;
		const text = headingMark(list.level, index + 1);
		changes.push({ kind: 'replace-text', block, start: mark.start, end: mark.end, text });
	}
	return changes.length === 0 ? null : { title: fixTitle, safety: 'ask', changes };
}

/**
 * True when the paper has its levels the other way round: the number before this one is followed by a series of a higher
 * level that begins at its first number, so that series is below it. heading-level-order tells of that.
 */
function goesOn(context: DocumentContext, { block, mark }: Heading): boolean {
	const segment = headingsOf(context).find((each) => each.some((other) => other.block === block)) ?? [];
	const at = segment.findIndex((other) => other.block === block);
	let first: Heading | null = null;
	for (const other of segment.slice(0, at).reverse()) {
		if (other.mark.level === 1) return false;
		if (other.mark.level === mark.level && (first === null || first.mark.ordinal === 1))
			return first !== null && other.mark.ordinal < mark.ordinal;
		if (other.mark.level < mark.level) first = other;
	}
	return false;
}

function checkList(context: DocumentContext, list: HeadingList): readonly Finding[] {
	const found: Finding[] = [];
	let previous: Heading | null = null;
	for (const [index, heading] of list.items.entries()) {
		const { ordinal } = heading.mark;
		const before: Heading | null = previous;
		previous = heading;
		const next: number = (before?.mark.ordinal ?? 0) + 1;
		// After a slip both ways of counting on are right: that of the slip and that of the place.
		if (ordinal === next || ordinal === index + 1) continue;
		// 「4.5」 counts in another way, and 「6、」 over 「（一）」 to 「（六）」 goes on behind them.
		if (/^\s*\d+\.\d/.test(heading.text) || (before === null && goesOn(context, heading))) continue;
		const from = before?.block ?? list.parent?.block ?? 0;
		// The missing number may stand inside a paragraph or in a line that was not taken for a heading.
		if (ordinal > next && holdsMark(context.doc, from, heading.block - 1, list.level, next)) continue;
		// A list that starts again in a paragraph or in lines that were not taken for headings.
		if (
			before !== null &&
			ordinal < next &&
			ordinal > 1 &&
			holdsMark(context.doc, before.block + 1, heading.block - 1, list.level, ordinal - 1)
		)
			continue;
		const expected = headingMark(list.level, next);
		const actual = headingMark(list.level, ordinal);
		const message =
			ordinal === next - 1
				? repeated(actual, expected)
				: ordinal > next
					? skipped(actual, expected, before === null)
					: outOfOrder(actual, expected);
		const fix = found.length === 0 ? renumbered(list) : null;
		found.push(
			finding(heading.block, heading.mark.start, heading.mark.end, message, {
				actual,
				expected,
				...(fix === null ? {} : { fix }),
			}),
		);
	}
	return found;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'heading-number-sequence',
		number: 52,
		group: 'heading',
		title,
		description,
		severity: 'error',
		fix: 'ask',
		source: practice,
		needsFormat: false,
	},
	check: (context) => ({
		findings: headingLists(context)
			.filter(({ level, items }) => level < 5 && items.some(({ mark }, index) => mark.ordinal !== index + 1))
			.flatMap((list) => checkList(context, list)),
	}),
};
