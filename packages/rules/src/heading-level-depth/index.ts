import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { nothingFound } from '../gather.ts';
import { headingNodes } from '../heading-lists.ts';
import { paragraphsOf } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { gb } from '../text/sources.ts';
import { description, title, tooDeep } from './messages.ts';

/** A line 「①健全机制」 of its own: short, without an end mark, over text. */
const circled = /^\s*([①-⑳])\s*[^。；：，！？]{2,30}$/;

/** Asked first: few papers have such a number at all. */
const anyCircled = /[①-⑳]/g;

function check(context: DocumentContext): RuleResult {
	const { doc, outline } = context;
	const node = headingNodes(context).find(({ level }) => level === 5);
	if (node !== undefined) {
		const { start, end, canonical } = node.mark;
		return { findings: [finding(node.block, start, end, tooDeep(canonical), { actual: canonical })] };
	}
	// The recogniser takes ① for text: within a sentence it counts, and only a line over a paragraph is a heading.
	for (const { block, where, text } of matching(paragraphsOf(doc).running, 'text', anyCircled)) {
		if (where !== 'body' || outline.claims[block]?.role !== 'body') continue;
		const next = doc.paragraphs[block + 1];
		const match = circled.exec(text);
		if (match === null || next === undefined || !/。\s*$/.test(next.text) || circled.test(next.text)) continue;
		const start = match[0].indexOf(match[1] ?? '');
		const mark = match[1] ?? '';
		return { findings: [finding(block, start, start + mark.length, tooDeep(mark), { actual: mark })] };
	}
	return nothingFound;
}

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
	check,
};
