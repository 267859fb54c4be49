import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { formatHan, type ScannedNumber, scanSessions, zoneAt } from '@bianxu/numbering';
import { passages } from '../text/passages.ts';
import { replacement } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { arabic, description, title } from './messages.ts';

function check(context: DocumentContext): readonly Finding[] {
	return passages(context).flatMap((passage) => {
		const { text, zones } = passage;
		return scanSessions(text).flatMap((session) => {
			if (session.organ === 'unstated' || zoneAt(zones, session.start) !== null) return [];
			// Chairpersons’ meetings are numbered high, and many offices write them in Arabic digits.
			const numbers: readonly (ScannedNumber | null)[] =
				session.kind === 'meeting' ? [session.term, session.meeting] : [session.term];
			return numbers.flatMap((number) => {
				if (number === null || number.script === 'han') return [];
				const expected = formatHan(number.value);
				const actual = text.slice(number.start, number.end);
				return [replacement(passage, number.start, number.end, expected, arabic(actual, expected), 'safe')];
			});
		});
	});
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'session-name-form',
		number: 98,
		group: 'names-dates',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: practice,
		needsFormat: false,
	},
	examples,
	check: (context) => ({ findings: check(context) }),
};
