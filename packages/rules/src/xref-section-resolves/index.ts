import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { headingMark, scanReferences } from '@bianxu/numbering';
import { firstAttachmentBlock, mainProse } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { bianxu } from '../text/sources.ts';
import { description, noItem, noPart, title } from './messages.ts';

/** What stands before a reference to a part of another paper. */
const elsewhere =
	/(?:》|”|规划|纲要|条例|办法|法|方案|意见|决定|计划|议案|说明|通知|总体规划|文件|材料)(?:的|中的|中)?$/;

const naming = /部分/g;

function check(context: DocumentContext): readonly Finding[] {
	const end = firstAttachmentBlock(context);
	const parts = context.outline.headings.filter(({ level, block }) => level === 1 && block < end);
	if (parts.length < 2) return [];
	const highest = Math.max(...parts.map(({ mark }) => mark.ordinal));
	return matching(mainProse(context), 'text', naming).flatMap(({ block, text }) =>
		scanReferences(text).flatMap(({ kind, start, end: stop, noun, terms, protection }): readonly Finding[] => {
			if ((kind !== 'X11' && kind !== 'X13') || noun !== '部分' || protection !== null) return [];
			if (elsewhere.test(text.slice(0, start)) && !/本(?:报告|方案|说明|意见)$/.test(text.slice(0, start))) return [];
			const [first, second] = terms;
			if (first === undefined) return [];
			const actual = text.slice(start, stop);
			const part = parts.find(({ mark }) => mark.ordinal === first.from.value);
			if (part === undefined) {
				// 第一部分 … 第二部分 … in running text may enumerate something of its own.
				const counted = /(?:分为|分成|包括|共|分)[^。]{0,12}部分/.test(text);
				return first.from.value <= highest || counted
					? []
					: [finding(block, start, stop, noPart(actual, parts.length), { actual })];
			}
			if (second === undefined || part.children.length === 0) return [];
			const item = part.children.some(({ mark }) => mark.ordinal === second.from.value);
			return item ? [] : [finding(block, start, stop, noItem(actual, headingMark(1, part.mark.ordinal)), { actual })];
		}),
	);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'xref-section-resolves',
		number: 150,
		group: 'reference',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
