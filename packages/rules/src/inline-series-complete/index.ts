import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { formatHan } from '@bianxu/numbering';
import { ownMentions } from '../text/mentions.ts';
import { mainProse } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { bianxu } from '../text/sources.ts';
import { description, gap, repeated, title } from './messages.ts';

/** Series inside series that are kept in mind. */
const DEEPEST = 6;

/** With what an item of a series begins, if it is one. */
const counting = /[〇○零一二两三四五六七八九十百千]是/g;

/** Series do not run over a heading. */
function check(context: DocumentContext): readonly Finding[] {
	const found: Finding[] = [];
	let open: number[] = [];
	let seen = new Set<string>();
	const running = mainProse(context);
	const counted = new Set(matching(running, 'own', counting));
	if (counted.size === 0) return found;
	for (const passage of running) {
		if (passage.role.startsWith('heading-')) {
			open = [];
			seen = new Set();
		}
		if (!counted.has(passage)) continue;
		const written = [...passage.own.matchAll(/[一二三四五六七八九十]{1,3}是/gu)];
		let read = 0;
		for (const mention of ownMentions(passage)) {
			const value = mention.terms[0]?.from.value;
			if (mention.kind !== 'X19' || value === undefined) continue;
			for (; (written[read]?.index ?? mention.start) < mention.start; read++) seen.add(written[read]?.[0] ?? '');
			if (value === 1) {
				open = [...open.slice(-DEEPEST), 1];
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
			if (top === value) {
				found.push(finding(passage.block, mention.start, mention.end, repeated(actual), { actual }));
			} else if (!seen.has(missing) && (top !== undefined ? value > top : value === 2)) {
				found.push(
					finding(passage.block, mention.start, mention.end, gap(actual, missing), { actual, expected: missing }),
				);
			}
		}
		for (; read < written.length; read++) seen.add(written[read]?.[0] ?? '');
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
	check: (context) => ({ findings: check(context) }),
};
