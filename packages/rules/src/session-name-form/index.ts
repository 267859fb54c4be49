import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { formatHan, type ScannedNumber, scanSessions, zoneAt } from '@bianxu/numbering';
import { passages } from '../text/passages.ts';
import { replacement } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { practice } from '../text/sources.ts';
import { arabic, description, title } from './messages.ts';

/** The text without line breaks, and the offset of each of its characters: 「人民代表大会｜常务委员会」 is one name. */
function unbroken(text: string): { readonly dense: string; readonly at: (index: number) => number } {
	// Only the breaks are remembered: a text may have millions of characters.
	const breaks = [...text.matchAll(/[\n\v]/g)].map(({ index }) => index);
	if (breaks.length === 0) return { dense: text, at: (index) => index };
	const at = (index: number): number => {
		// Breaks before the character: those whose place among the kept characters is not behind it.
		let low = 0;
		let high = breaks.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((breaks[middle] ?? 0) - middle <= index) low = middle + 1;
			else high = middle;
		}
		return index + low;
	};
	return { dense: text.replaceAll(/[\n\v]/g, ''), at };
}

/** A session with numbers has 第 before that of the meeting. */
const numbered = /第/g;

function check(context: DocumentContext): readonly Finding[] {
	return matching(passages(context), 'text', numbered).flatMap((passage) => {
		const { text, zones } = passage;
		const { dense, at } = unbroken(text);
		return scanSessions(dense).flatMap((session) => {
			if (session.organ === 'unstated' || zoneAt(zones, at(session.start)) !== null) return [];
			// Chairpersons’ meetings are numbered high, and many offices write them in Arabic digits.
			const numbers: readonly (ScannedNumber | null)[] =
				session.kind === 'meeting' ? [session.term, session.meeting] : [session.term];
			return numbers.flatMap((number) => {
				if (number === null || number.script === 'han') return [];
				const expected = formatHan(number.value);
				const start = at(number.start);
				const end = at(number.end - 1) + 1;
				return [replacement(passage, start, end, expected, arabic(text.slice(start, end), expected), 'safe')];
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
	check: (context) => ({ findings: check(context) }),
};
