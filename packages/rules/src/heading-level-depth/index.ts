import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { nothingFound } from '../gather.ts';
import { headingNodes } from '../heading-lists.ts';
import { claimsOf } from '../role-style.ts';
import { finding } from '../text/replacement.ts';
import { gb } from '../text/sources.ts';
import { isShown } from '../typed-blanks.ts';
import { examples } from './examples.ts';
import { description, title, tooDeep } from './messages.ts';

/** A line 「①健全机制」 of its own: short, without an end mark, over text. */
const circled = /^\s*([①-⑳])\s*[^。；：，！？]{2,30}$/;

function check(context: DocumentContext): RuleResult {
	const { doc, outline } = context;
	const node = headingNodes(context).find(({ level }) => level === 5);
	if (node !== undefined) {
		const { start, end, canonical } = node.mark;
		return { findings: [finding(node.block, start, end, tooDeep(canonical), { actual: canonical })] };
	}
	// The recogniser takes ① for text: within a sentence it counts, and only a line over a paragraph is a heading.
	// Its code is lower than those of Chinese characters.
	const body = claimsOf(outline, 'body').filter(({ block }) => !isShown(doc.paragraphs[block]?.text ?? ''));
	for (const { block } of body) {
		const paragraph = doc.paragraphs[block];
		const next = doc.paragraphs[block + 1];
		const match = paragraph?.where === 'body' ? circled.exec(paragraph.text) : null;
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
	examples,
	check,
};
