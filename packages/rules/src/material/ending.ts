/** The closing sentence of a material and the request for deliberation (domain.md §2.4). */

import type { Paragraph } from '@bianxu/model';
import { CONFIDENT, isAttachmentFile } from '../role-style.ts';
import { mainProse, normalised } from '../text/passages.ts';
import { linesOf, type Material } from './front.ts';

const closingLike =
	/^(?:以上|特此|妥否|当否|可否|请(?:予|予以)?审议|请审议|请(?:予)?评议|报告完毕|汇报完毕|.{0,14}附后[，,]请|.{0,16}请.{0,8}(?:审议|评议|批示|批复|批评指正|指正)[。.]?$)/;

/**
 * The closing sentence: the line with the role, else the last running text before attachments when it is short and reads
 * like a closing. Undefined when the paper ends with ordinary text.
 */
export function closingOf(context: Material): Paragraph | undefined {
	if (isAttachmentFile(context.outline)) return undefined;
	const claimed = linesOf(context, 'closing').at(-1);
	if (claimed !== undefined) return claimed;
	const last = mainProse(context).findLast(({ where, role }) => where === 'body' && role === 'body');
	const paragraph = last === undefined ? undefined : context.doc.paragraphs[last.block];
	if (paragraph === undefined || (context.outline.claims[paragraph.block]?.confidence ?? 0) < CONFIDENT)
		return undefined;
	const text = paragraph.text.trim();
	return text.length <= 40 && closingLike.test(text) ? paragraph : undefined;
}

/** True for a sentence that asks the committee to deliberate: 「请予审议」, 「请审议」, 「请予评议」, 「请各位委员审议」. */
export function asksDeliberation(text: string): boolean {
	const plain = normalised(text);
	// 「按程序提请市人民代表大会审查」 speaks of another meeting, 「已提请本次会议审议，列为第六项」 of another paper.
	return (
		/(?<!提)请(?:予|予以)?[^。，；]{0,10}?(?:审议|评议|审查|审定)/.test(plain) ||
		/提请(?![^。，；]{0,10}(?:代表大会|全国人大|省人大))[^。，；]{0,10}?(?:审议|评议|审查|审定)(?:决定|通过|批准|表决)?(?:[。：]|$)/.test(
			plain,
		)
	);
}

/**
 * Words that belong to a request to a superior (请示), not to a report before a standing committee. 「是否妥当，请审议」 is the
 * usual end of reports on a draft and is none.
 */
export const requestWords =
	/(?:是否妥当|妥否|当否)[，,]?请[^。，；审]{0,4}(?:批示|批复|批准|审批|核示|核准|指示|示复|复示)|请(?:予|予以)?(?:批示|批复|核示|指示)|特此(?:请示|报请)/g;

/** The same at the end of a paper, where plain 「特此报告」 and 「请批准」 are out of place too. */
export const requestEndings = /^(?:以上报告，)?(?:特此报告|请(?:予|予以)?批准|报请批准)。?$/;
