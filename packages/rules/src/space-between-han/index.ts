import type { Rule } from '@bianxu/model';
import { matches, prose } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { practice } from '../text/sources.ts';
import { description, letterSpaced, needless, removeTitle, title } from './messages.ts';

const blanks =
	/[ \u00a0\u3000](?<=[\p{Script=Han}，。、；：！？）”》].)[ \u00a0\u3000]{0,2}(?=[\p{Script=Han}，。、；：！？（“《])/gu;

/** A day to be filled in by hand (于   年   月   日), a box to be ticked (口 是 口 否). */
const toFillIn = /[ \u00a0\u3000]{2,}[年月日号]|(?<![\p{Script=Han}])[口□☐][ \u00a0\u3000]/u;

/** A blank behind 第十二条 or “一、” sets the number off from the text. */
function setsOff(before: string): boolean {
	return /(?:第[\d一二三四五六七八九十百千零〇]+[条章节款项编]|^\s*[“]?[\p{Script=Han}]{1,4}[、：])$/u.test(
		before.length > 16 ? `…${before.slice(-16)}` : before,
	);
}

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
	check: (context) => ({
		findings: matching(prose(context), 'text', blanks).flatMap((passage) => {
			const { block, text } = passage;
			// Lines without the end of a sentence are labels and forms: their blanks align.
			if (passage.where !== 'body' || !/[。；！？]["”）]?\s*$/u.test(text)) return [];
			// 「承接企业为  （企业名称）  ，」 is a form to be filled in.
			if (/[ \u00a0\u3000\t]{2}[（(][^（()）]{1,12}[）)][ \u00a0\u3000\t]/.test(text)) return [];
			if (toFillIn.test(text)) return [];
			const mark = context.outline.claims[block]?.mark?.end ?? -1;
			const places = matches(blanks, text)
				.map((match) => ({ start: match.index, end: match.index + match[0].length }))
				.filter(({ start }) => start !== mark && !setsOff(text.slice(0, start)));
			const first = places[0];
			const last = places.at(-1);
			if (first === undefined || last === undefined) return [];
			const changes = places.map(({ start, end }) => ({ kind: 'replace-text' as const, block, start, end, text: '' }));
			const fix = { title: removeTitle, safety: 'safe' as const, changes };
			// Letter-spaced text is one slip, not thirty.
			if (places.length > 3) return [finding(block, first.start, last.end, letterSpaced(places.length), { fix })];
			return places.map(({ start, end }, index) =>
				finding(block, start, end, needless, {
					actual: text.slice(start - 1, end + 1),
					expected: text.charAt(start - 1) + text.charAt(end),
					fix: { ...fix, changes: changes.slice(index, index + 1) },
				}),
			);
		}),
	}),
};
