/** Parts that a type of material must have (template.parts): found by their words in headings and running text. */

import type { Finding, PartRequirement } from '@bianxu/model';
import { flattenHeadings } from '@bianxu/model';
import { attachmentsFrom } from '../role-style.ts';
import { perOutline } from '../per-outline.ts';
import { mainProse, squeeze } from '../text/passages.ts';
import { documentFinding } from '../text/replacement.ts';
import { bareTitle, type Material, otherAddressee } from './front.ts';
import { missingPart } from './words.ts';

/** The part of the template, or undefined when the profile does not require it. */
function requiredPart(context: Material, id: string): PartRequirement | undefined {
	const part = context.template.parts.find((each) => each.id === id);
	return part?.required === true && part.words.length > 0 ? part : undefined;
}

/** Running text before the attachments, without blanks. */
const wording = perOutline((context) =>
	// Joined by the end of a sentence: no word and nothing handled reaches over it.
	squeeze(
		mainProse(context)
			.map(({ text }) => text)
			.join('。'),
	),
);

/** The same without what was handled, behind the end of a sentence: every sentence has one before it. */
const told = perOutline((context) => `。${withoutHandled(wording(context))}`);

/** Headings before the attachments, without blanks and without what was handled. */
const headings = perOutline(({ outline }) => {
	const last = attachmentsFrom(outline);
	const list = flattenHeadings(outline.headings).flatMap(({ block, level, text }) =>
		block < last ? [{ level, words: withoutHandled(squeeze(text)) }] : [],
	);
	return { list, all: list.map(({ words }) => words).join('\n') };
});

/** True when a heading before the attachments has one of the part's words, or the running text speaks of the part. */
export function hasPart(context: Material, part: PartRequirement): boolean {
	const says = spoken[part.id];
	const { list, all } = headings(context);
	const known = part.words.filter((word) => all.includes(word));
	const named = list.some(({ level, words }) =>
		says === undefined || level === 1 ? known.some((word) => words.includes(word)) : says(words, known),
	);
	if (named) return true;
	if (says === undefined) {
		const whole = wording(context);
		return part.words.some((word) => whole.includes(word));
	}
	const text = told(context);
	if (says === tellsOfPlans)
		return aheadInText.test(text) || someSentence(text, part.words, (sentence) => beginsWith(sentence, part.words));
	return someSentence(text, [...part.words, ...lacks], (sentence) => says(sentence, part.words));
}

/** True for a character that ends a sentence or parts it: 。；！？：. */
function isEnd(code: number): boolean {
	return (
		code === 0x3002 || (code > 0xff00 && (code === 0xff1b || code === 0xff1a || code === 0xff01 || code === 0xff1f))
	);
}

/** True when a sentence that has one of the signs says it. The others are not looked at. */
function someSentence(text: string, signs: readonly string[], says: (sentence: string) => boolean): boolean {
	return signs.some((sign) => {
		for (let at = text.indexOf(sign); at >= 0 && at < text.length; ) {
			let start = at;
			while (start > 0 && !isEnd(text.charCodeAt(start - 1))) start -= 1;
			let end = at;
			while (end < text.length && !isEnd(text.charCodeAt(end))) end += 1;
			if (end > start && says(text.slice(start, end))) return true;
			at = text.indexOf(sign, end + 1);
		}
		return false;
	});
}

/** Suggestions of deputies are work that was done, not what the paper suggests. */
const handled = /代表的?(?:议案)?(?:意见)?建议|建议(?:办理|督办|落实)|(?:督办|办理)[^，。]{0,6}建议/g;

function withoutHandled(text: string): string {
	return text.includes('建议') ? text.replaceAll(handled, '') : text;
}

/**
 * Parts whose words also occur in any report of work (问题 solved, 建议 handled, 措施 taken): in running text a sentence
 * must speak of them as the part does.
 */
const spoken: Readonly<Record<string, (sentence: string, words: readonly string[]) => boolean>> = {
	problems: tellsOfShortcomings,
	shortcomings: tellsOfShortcomings,
	'next-steps': tellsOfPlans,
	plan: tellsOfPlans,
};

/** Words by which a paper owns up to what is missing: 「还存在一些不足」 「离要求仍有差距」. */
const owns = /存在|还有|仍[有是然]?|依然|面临|看到|意识到|认识到|反映出|不容忽视|不够|主要(?:问题|不足|困难)|感到/;
const solved = /解决|整改(?:到位|完成)|督促|办理|反映的.{0,12}问题(?!是)|针对/;

/** What says that something is missing without one of the part's words. */
const lacks = ['不够', '有待', '亟待', '还需', '不到位', '不平衡', '滞后'];
const lacking = new RegExp(lacks.join('|'));

function tellsOfShortcomings(sentence: string, words: readonly string[]): boolean {
	if (!words.some((word) => sentence.includes(word)) && !lacking.test(sentence)) return false;
	if (beginsWith(sentence, words)) return true;
	return /有待|亟待|还需/.test(sentence) || (owns.test(sentence) && !solved.test(sentence));
}

/** What speaks of what is to come, behind `start` or anywhere; `inner` is a character of the sentence. */
function speaksAhead(start: string, inner: string): RegExp {
	return new RegExp(
		`${start}(?:今后|下一步|下步|下一年|下半年|明年|来年|接下来|未来|为此|对此|建议|要)|(?:19|20)\\d{2}年${inner}{0,12}将|(?:我们?|本人|全院|全市|全县|常委会|市政府|县政府|省政府|我[局委院厅])(?:们)?(?:将|要|建议)|将(?:继续|进一步|坚持|着力|认真|切实|以)`,
	);
}

const ahead = speaksAhead('^', '[^。]');
/** The same of all sentences of a text at once. */
const aheadInText = speaksAhead('[。；！？：]', '[^。；！？：]');

function tellsOfPlans(sentence: string, words: readonly string[]): boolean {
	return ahead.test(sentence) || beginsWith(sentence, words);
}

/** True when a sentence begins with one of the words, behind its own number. */
function beginsWith(sentence: string, words: readonly string[]): boolean {
	return words.some((word) => sentence.includes(word) && headOf(sentence).startsWith(word));
}

/** A sentence from its first word, behind its own number. */
function headOf(sentence: string): string {
	return sentence.replace(/^(?:[一二三四五六七八九十]+[、是要]|（[^（）]{1,3}）|\d{1,2}[.．、])/, '');
}

/** One finding on the whole paper when the required part is missing; nothing when the paper has no running text at all. */
export function missingPartFindings(context: Material, id: string): readonly Finding[] {
	const part = requiredPart(context, id);
	if (part === undefined || mainProse(context).length === 0 || hasPart(context, part)) return [];
	return [documentFinding(missingPart(part), { expected: part.name, source: part.source })];
}

/**
 * True for a report on work done: special reports, inspections, audits. Reports on a plan to be adopted, on an examination
 * or a revision, and on credentials, have parts of their own.
 */
export function reportsWork(context: Material): boolean {
	if (otherAddressee(context)) return false;
	const title = bareTitle(context.outline);
	if (/审查|审议结果|修改情况|资格|(?:调整|安排)方案|决算|选举|表决|筹备|起草|办法|条例[^》]*(?:草案|修改)/.test(title))
		return false;
	return /工作|情况|检查|调研|审计/.test(title);
}
