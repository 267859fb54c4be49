import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { mainProse, type Passage, squeeze } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { practice } from '../text/sources.ts';
import { description, title, tooLong } from './messages.ts';

const params = { max: 4400, speed: 220 };

const blank = /\s/g;

/** Characters of the running text without its blanks. */
function lengthOf(running: readonly Passage[]): number {
	const blanks = matching(running, 'text', blank).reduce(
		(sum, { text }) => sum + text.length - squeeze(text).length,
		0,
	);
	return running.reduce((sum, { text }) => sum + text.length, -blanks);
}

function check(context: DocumentContext): RuleResult {
	const value = (key: 'max' | 'speed'): number => {
		const given = context.params[key];
		return typeof given === 'number' && given > 0 ? given : params[key];
	};
	const count = lengthOf(mainProse(context));
	const max = value('max');
	if (count <= max) return { findings: [] };
	// Hundreds are what people speak of.
	const about = Math.round(count / 100) * 100;
	return {
		findings: [documentFinding(tooLong(about, max, value('speed')), { expected: `≤ ${max}`, actual: `${about}` })],
	};
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'brief-length',
		number: 0,
		group: 'brevity',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: practice,
		// A duty report has limits of its own (dr-length).
		templates: ['work-report', 'appointment', 'base'],
		needsFormat: false,
	},
	params,
	check,
};
