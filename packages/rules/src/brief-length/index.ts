import type { DocumentContext, Rule, RuleResult } from '@bianxu/model';
import { mainProse, type Passage, squeeze } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, title, tooLong } from './messages.ts';

const params = { max: 4400, speed: 220 };

const blank = /\s/;

function lengthOf(running: readonly Passage[], length: (passage: Passage) => number): number {
	return running.reduce((sum, passage) => sum + length(passage), 0);
}

function check(context: DocumentContext): RuleResult {
	const value = (key: 'max' | 'speed'): number => {
		const given = context.params[key];
		return typeof given === 'number' && given > 0 ? given : params[key];
	};
	const running = mainProse(context);
	const max = value('max');
	// Without its blanks a text is no longer than with them.
	if (lengthOf(running, ({ text }) => text.length) <= max) return { findings: [] };
	const count = lengthOf(running, ({ text }) => (blank.test(text) ? squeeze(text).length : text.length));
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
	examples,
	check,
};
