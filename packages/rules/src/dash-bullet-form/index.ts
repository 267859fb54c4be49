import type { Role, Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { description, title, wrongBullet } from './messages.ts';

/** Dashes at the head of a paragraph before Han; a single hyphen before a figure is a minus sign. */
const bullet = /^([ \t\u3000]*)([-－–―—─]{1,4}[ \t\u00a0\u3000]*)(?=[\p{Script=Han}“《])/gu;

const itemRoles: readonly Role[] = ['dash-item', 'body'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'dash-bullet-form',
		number: 61,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: punct('4.13'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context, itemRoles), 'text', bullet, (match, passage) => {
			const [, indent = '', actual = ''] = match;
			if (actual === '——' || passage.where !== 'body') return null;
			// A single dash before a line is a bullet only where the recogniser says so.
			if (passage.role !== 'dash-item' && actual.trimEnd().length < 2) return null;
			const start = match.index + indent.length;
			return replacement(passage, start, start + actual.length, '——', wrongBullet(actual), 'safe');
		}),
	}),
};
