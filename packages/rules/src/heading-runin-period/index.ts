import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { allHeadings, articleGenres } from '../heading-lists.ts';
import { replacement } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, noPeriod, title } from './messages.ts';

const LONGEST = 40;

function check(context: DocumentContext): readonly Finding[] {
	if (articleGenres.has(context.outline.genre)) return [];
	return allHeadings(context)
		.filter(({ claim }) => claim.runInEnd !== undefined)
		.flatMap(({ block, claim, mark, text }): Finding[] => {
			const end = claim.runInEnd;
			if (end === undefined || text.slice(end).trim() === '' || end - mark.end > LONGEST) return [];
			const head = text.slice(0, end).trimEnd();
			if (head.length <= mark.end || /[。？！…—”）?!.]$/u.test(head) || /^\s*[。？！：，；—]/u.test(text.slice(end)))
				return [];
			const last = /[，；：、,;:]$/u.exec(head)?.[0] ?? '';
			const at = head.length - last.length;
			// With nothing but a blank between heading and text, the blank gives way.
			const stop = last === '' ? end : head.length;
			return [
				replacement({ block, text }, at, stop, '。', noPeriod(last), 'ask', {
					actual: text.slice(Math.max(mark.end, at - 4), stop),
					expected: `${text.slice(Math.max(mark.end, at - 4), at)}。`,
				}),
			];
		});
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'heading-runin-period',
		number: 55,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'ask',
		source: practice,
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
