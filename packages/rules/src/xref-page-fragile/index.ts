import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { ownMentions } from '../text/mentions.ts';
import { mainProse } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { bianxu } from '../text/sources.ts';
import { description, fragile, title } from './messages.ts';

/** A page of another work is that work's: 《…》第3页, 第12卷第3页. */
function ofAnotherWork(text: string, start: number): boolean {
	return /(?:[》”号卷册期版辑]|P\.?)[，,（(]?$/u.test(text.slice(0, start).trimEnd());
}

const naming = /页/g;

function check(context: DocumentContext): readonly Finding[] {
	return matching(mainProse(context), 'own', naming).flatMap((passage): Finding[] =>
		ownMentions(passage).flatMap((mention): Finding[] => {
			if (mention.kind !== 'X17' && mention.kind !== 'X24') return [];
			if (mention.protection !== null || ofAnotherWork(passage.text, mention.start)) return [];
			const actual = passage.text.slice(mention.start, mention.end);
			return [finding(passage.block, mention.start, mention.end, fragile(actual), { actual })];
		}),
	);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'xref-page-fragile',
		number: 153,
		group: 'reference',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
