import type { Rule } from '@bianxu/model';
import { prose } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, needless, title } from './messages.ts';

const blanks = /(?<=\p{Script=Han})[ \u00a0]{1,2}(?=\d)|(?<=[\d%％])[ \u00a0]{1,2}(?=\p{Script=Han})/gu;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'space-han-latin',
		number: 123,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: practice,
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(prose(context), 'text', blanks, (match, passage) => {
			const { text } = passage;
			if (passage.where !== 'body' || !/[。；！？：]["”）]?\s*$/u.test(text)) return null;
			const end = match.index + match[0].length;
			// The digits belong to a code (GB/T 9704, WPS 2019): its own blanks stay.
			const before = text.slice(Math.max(0, match.index - 24), match.index);
			if (/[A-Za-z](?:[/-]* |(?:[/-]*\/)?)[\d.-]+$/.test(before)) return null;
			if (/^[ \u00a0\u3000]*\d+(?:\.\d+)*$/.test(text.slice(0, match.index))) return null;
			return replacement(passage, match.index, end, '', needless, 'safe', {
				actual: text.slice(match.index - 1, end + 1),
				expected: text.charAt(match.index - 1) + text.charAt(end),
			});
		}),
	}),
};
