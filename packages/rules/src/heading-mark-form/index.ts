import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { allHeadings, articleGenres } from '../heading-lists.ts';
import { ruleSource } from '../rule-source.ts';
import { finding, replacement } from '../text/replacement.ts';
import { gb } from '../text/sources.ts';
import { description, title, wrongLabel, wrongMark } from './messages.ts';

/** 1.1, 2.3.1: another system of numbers, as a whole; its levels are not those of 7.3.3. */
const dotted = /\d\.\d/;

function check(context: DocumentContext): readonly Finding[] {
	if (articleGenres.has(context.outline.genre)) return [];
	const source = ruleSource(rule, context.template);
	return allHeadings(context)
		.filter(({ mark }) => mark.form !== 'correct' && mark.level !== 5)
		.flatMap(({ block, claim, mark, text }): Finding[] => {
			// Numbered sentences are a list: its items may be numbered as the drafter likes.
			if (mark.level > 2 && claim.runInEnd === undefined && /[。；]\s*$/u.test(text)) return [];
			if (mark.automatic) {
				const actual = context.doc.paragraphs[block]?.label?.text.trim() ?? '';
				if (dotted.test(actual)) return [];
				return [finding(block, 0, 0, wrongLabel(actual, mark.canonical, source), { actual, expected: mark.canonical })];
			}
			const actual = text.slice(mark.start, mark.end);
			if (dotted.test(actual)) return [];
			const message = wrongMark(actual, mark.canonical, source);
			// What level 「1)」 means is for the drafter to say.
			return mark.form === 'other'
				? [finding(block, mark.start, mark.end, message, { actual, expected: mark.canonical })]
				: [replacement({ block, text }, mark.start, mark.end, mark.canonical, message, 'safe')];
		});
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'heading-mark-form',
		number: 50,
		group: 'heading',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: gb('7.3.3'),
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
