import type { Bilingual, DocumentContext, Finding, Paragraph, Rule, RuleResult } from '@bianxu/model';
import { paragraphsOf } from '../text/passages.ts';
import { type Hit, scan } from '../text/scan.ts';
import { described, privateUse, standIn } from './messages.ts';

const PRIVATE = /[\uE000-\uF8FF]|[\u{F0000}-\u{FFFFD}]|[\u{100000}-\u{10FFFD}]/gu;
const DESCRIBED = /[\u2FF0-\u2FFB][\p{Script=Han}\u2E80-\u2FDF\u2FF0-\u2FFB]{2,4}/gu;
const STAND_IN =
	/[（(【[]\p{Script=Han}[+＋]\p{Script=Han}[）)】\]]|[（(]\s*(?:左\p{Script=Han}右\p{Script=Han}|上\p{Script=Han}下\p{Script=Han}|外\p{Script=Han}内\p{Script=Han})\s*[）)]/gu;

/** Symbols of Wingdings and Symbol (w:sym, F020-F0FF) are drawings, not characters of a name. */
function isSymbol(codePoint: number): boolean {
	return codePoint >= 0xf020 && codePoint <= 0xf0ff;
}

/** What no match of these expressions lacks. */
const SIGN = /[（(【[\u2FF0-\u2FFB\uE000-\uF8FF\uDB80-\uDBFF]/;

/** Headers and footers are few and short: not worth a joined text of their own. */
function each(paragraphs: readonly Paragraph[], expression: RegExp): readonly Hit<Paragraph>[] {
	return paragraphs.flatMap((item) => [...item.text.matchAll(expression)].map((match) => ({ match, item })));
}

function check({ doc }: DocumentContext): RuleResult {
	const { running, furniture: all } = paragraphsOf(doc);
	const furniture = all.filter(({ text }) => SIGN.test(text));
	const tell = (expression: RegExp, message: (found: string) => Bilingual): readonly Finding[] =>
		[...scan(running, 'text', expression), ...each(furniture, expression)].map(
			({ match: { 0: actual, index }, item: { block } }) => ({
				block,
				start: index,
				end: index + actual.length,
				message: message(actual),
				actual,
			}),
		);
	const codeOf = (found: string): number => found.codePointAt(0) ?? 0;
	return {
		findings: [
			...tell(PRIVATE, (found) => privateUse(codeOf(found))).filter(({ actual = '' }) => !isSymbol(codeOf(actual))),
			...tell(DESCRIBED, described),
			...tell(STAND_IN, standIn),
		],
	};
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'name-rare-char',
		number: 109,
		group: 'names-dates',
		title: { zh: '生僻字用标准编码', en: 'Rare characters have a standard code' },
		description: {
			zh: '人名、地名里的生僻字要用国家标准 GB 18030 里的编码。用造字程序造的字（私有码位）、拼字符（⿰）、「（金+监）」「左金右监」这样的替代写法，换一台电脑或者打印时会变成方框，也无法检索。',
			en: 'Rare characters in names use their code of GB 18030. Self-made glyphs (private use code points), ideographic description (⿰) and stand-ins such as （金+监） turn into boxes elsewhere and cannot be searched.',
		},
		severity: 'error',
		fix: 'none',
		source: { level: 'project', doc: '编序', clause: '' },
		needsFormat: false,
	},
	check,
};
