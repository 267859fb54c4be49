import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { ownMentions } from '../text/mentions.ts';
import { mainProse } from '../text/passages.ts';
import { replacement } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { bianxu } from '../text/sources.ts';
import { description, otherGenre, title } from './messages.ts';

/**
 * What a paper of a genre cannot call itself. 本方案 and 本办法 are left out, and so is 本决定 in a report or an
 * explanation: there they may well mean the text that is reported on.
 */
const strange: Readonly<Record<string, readonly string[]>> = {
	报告: ['本议案', '本说明', '本决议'],
	汇报: ['本议案', '本说明', '本决议'],
	说明: ['本报告'],
	议案: ['本报告', '本说明'],
	决定: ['本报告', '本决议', '本议案', '本说明'],
	决议: ['本报告', '本议案', '本说明'],
	名单: ['本报告', '本议案', '本说明'],
};

/** 基本报告, 文本说明: 本 belongs to the word before. */
const wordsBefore = '基样文副版资成课剧原读根日标账书';
/** 本报告期 and 本报告书 name something else. */
const wordsBehind = '期书文单';

/** The words that each genre cannot use, as one expression. */
const naming: ReadonlyMap<string, RegExp> = new Map(
	Object.entries(strange).map(([genre, words]) => [genre, new RegExp(words.join('|'), 'g')]),
);

function check(context: DocumentContext): readonly Finding[] {
	const { genre } = context.outline;
	const wrong = strange[genre];
	const words = naming.get(genre);
	if (wrong === undefined || words === undefined) return [];
	return matching(mainProse(context), 'own', words).flatMap((passage): Finding[] =>
		ownMentions(passage).flatMap((mention): Finding[] => {
			const { start, end, noun } = mention;
			if (mention.kind !== 'X21' || mention.protection !== null || !wrong.includes(noun)) return [];
			const before = passage.text[start - 1];
			const after = passage.text[end];
			if (before !== undefined && wordsBefore.includes(before)) return [];
			if (after !== undefined && wordsBehind.includes(after)) return [];
			const expected = `本${genre}`;
			return [replacement(passage, start, end, expected, otherGenre(noun, genre, expected), 'ask')];
		}),
	);
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'xref-self-genre',
		number: 152,
		group: 'reference',
		title,
		description,
		severity: 'error',
		fix: 'ask',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
