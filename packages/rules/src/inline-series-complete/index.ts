import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { formatHan, scanReferences } from '@bianxu/numbering';
import { mainProse } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, gap, repeated, title } from './messages.ts';

/** How far back an item that the grammar did not see is looked for, in characters. */
const FARTHEST = 4000;

/** Series do not run over a heading. */
function check(context: DocumentContext): readonly Finding[] {
	const found: Finding[] = [];
	let open: number[] = [];
	let seen = '';
	for (const passage of mainProse(context)) {
		if (passage.role.startsWith('heading-')) {
			open = [];
			seen = '';
		}
		seen += passage.own;
		for (const mention of scanReferences(passage.own)) {
			const value = mention.terms[0]?.from.value;
			if (mention.kind !== 'X19' || value === undefined) continue;
			if (value === 1) {
				open.push(1);
				continue;
			}
			// A series may stand inside an item of another: 二是 goes on with the innermost one that waits for it.
			const depth = open.lastIndexOf(value - 1);
			if (depth >= 0) {
				open = [...open.slice(0, depth), value];
				continue;
			}
			const top = open.at(-1);
			const missing = `${formatHan(value - 1)}是`;
			const actual = `${formatHan(value)}是`;
			open = [...open.slice(0, -1), value];
			// 「，其一是」 「（一是」: the grammar saw no head of a clause there, a reader does.
			const at = seen.length - passage.own.length + mention.start;
			const earlier = seen.slice(Math.max(0, at - FARTHEST), at);
			if (top === value) {
				found.push(finding(passage.block, mention.start, mention.end, repeated(actual), { actual }));
			} else if (!earlier.includes(missing) && (top !== undefined ? value > top : value === 2)) {
				found.push(
					finding(passage.block, mention.start, mention.end, gap(actual, missing), { actual, expected: missing }),
				);
			}
		}
	}
	return found;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'inline-series-complete',
		number: 59,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	examples,
	check: (context) => ({ findings: check(context) }),
};
