import type { Rule } from '@bianxu/model';
import { prose } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, needless, title } from './messages.ts';

const blanks = /(?<=[\p{Script=Han}，。、；：！？）”》])[ \u00a0\u3000]{1,3}(?=[\p{Script=Han}，。、；：！？（“《])/gu;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'space-between-han',
		number: 122,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: practice,
		needsFormat: false,
	},
	examples,
	check: (context) => ({
		findings: scanPassages(prose(context), 'text', blanks, (match, passage) => {
			const { text } = passage;
			// Lines without the end of a sentence are labels and forms: their blanks align.
			if (passage.where !== 'body' || !/[。；！？：]["”）]?\s*$/u.test(text)) return null;
			const before = text.slice(0, match.index);
			// 第十二条　… and “一、　…” set the number off from the text.
			if (/(?:第[\d一二三四五六七八九十百千零〇]+[条章节款项编]|^\s*[“]?[\p{Script=Han}]{1,4}[、：])$/u.test(before))
				return null;
			if ((context.outline.claims[passage.block]?.mark?.end ?? -1) === match.index) return null;
			const end = match.index + match[0].length;
			return replacement(passage, match.index, end, '', needless, 'safe', {
				actual: text.slice(match.index - 1, end + 1),
				expected: text.charAt(match.index - 1) + text.charAt(end),
			});
		}),
	}),
};
