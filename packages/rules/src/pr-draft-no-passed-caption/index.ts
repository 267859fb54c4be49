import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { frontLines, statesAdoption, statesSession, titleLines } from '../material/front.ts';
import { normalised } from '../text/passages.ts';
import { practice } from '../text/sources.ts';
import { draftPassed, removeNote } from './messages.ts';

function check(context: DocumentContext): RuleResult {
	const title = titleLines(context).at(-1);
	// Only an end 「（草案）」 makes the paper a draft; 「关于…（草案）的说明」 is none.
	if (title === undefined || !/（草案[^（）]*）$/.test(normalised(context.outline.title))) return { findings: [] };
	const notes = frontLines(context).filter(
		({ block, text }) => block > title.block && statesSession(text) && statesAdoption(text),
	);
	return {
		findings: notes.map(({ block, text }) => ({
			block,
			start: 0,
			end: text.length,
			message: draftPassed,
			actual: text.replace(/\s/g, ''),
			fix: { title: removeNote, safety: 'ask' as const, changes: [{ kind: 'remove-paragraph' as const, block }] },
		})),
	};
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-draft-no-passed-caption',
		number: 96,
		group: 'personnel',
		title: { zh: '草案没有「通过」的题注', en: 'A draft bears no note of adoption' },
		description: {
			zh: '标题末尾是「（草案）」的名单、决定，标题下不写「（……会议通过）」；表决通过后才写，同时删去「（草案）」。',
			en: 'A list or decision whose title ends with 「（草案）」 has no 「（……会议通过）」 under it; the note is added, and the word draft removed, after the vote.',
		},
		severity: 'error',
		fix: 'ask',
		source: practice,
		needsFormat: false,
	},
	check,
};
