import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import type { Mention } from '@bianxu/numbering';
import { headingLists } from '../heading-lists.ts';
import { ownMentions } from '../text/mentions.ts';
import { mainProse, type Passage } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { bianxu } from '../text/sources.ts';
import { description, mismatch, title } from './messages.ts';

/** More than this is not counted on the fingers, and stands in a table or an attachment. */
const MOST = 20;
/** From the claim to the first item, so that the two belong together. */
const NEAR = 60;
/** A list that runs on beyond this many characters is not counted. */
const LONGEST = 20_000;

type Shape = (text: string, number: number) => number;

const han = '一二三四五六七八九十';
/** Heads of inline items: 一是, （一）, 1., 第一，, ①. Each answers where the item stands. */
const shapes: readonly Shape[] = [
	(text, number) => text.search(new RegExp(`(?:^|[。；：，;:,])${han[number - 1] ?? '〇'}是`, 'u')),
	(text, number) => text.search(new RegExp(`[（(]${han[number - 1] ?? '〇'}[）)]`, 'u')),
	(text, number) => text.search(new RegExp(`(?:^|[。；：;:])第${han[number - 1] ?? '〇'}[，,、]`, 'u')),
	(text, number) => text.search(new RegExp(`(?:^|[。；：;:])${number}[.．、](?!\\d)`, 'u')),
	(text, number) => text.indexOf(String.fromCharCode(0x2460 + number - 1)),
];

/** How many items of one shape stand in a text, in order; 0 when the first is not near its head, 1 when a number is missing. */
function countInline(text: string, shape: Shape): number {
	const first = shape(text, 1);
	if (first < 0 || first > NEAR) return 0;
	let count = 1;
	for (let at = first; count < 9; count++) {
		const next = shape(text.slice(at + 1), count + 1);
		// A gap is heading-number-sequence's or inline-series-complete's to tell.
		if (next < 0) return shape(text.slice(at + 1), count + 2) < 0 ? count : 1;
		at += next + 1;
	}
	return count;
}

/** The text from the end of the claim to the next heading, paragraphs joined as one; null when it is too long. */
function textBehind(all: readonly Passage[], order: number, from: number): string | null {
	const parts = [all[order]?.own.slice(from) ?? ''];
	let length = parts[0]?.length ?? 0;
	for (let next = order + 1; next < all.length; next++) {
		const passage = all[next];
		if (passage?.role !== 'body') break;
		if (length > LONGEST) return null;
		parts.push(passage.own);
		length += passage.own.length;
	}
	return parts.join('。');
}

/** Items listed behind the claim, or null when there is no list that can be counted with certainty. */
function countBehind(context: DocumentContext, all: readonly Passage[], order: number, from: number): number | null {
	const passage = all[order];
	if (passage === undefined) return null;
	const inline = textBehind(all, order, from);
	if (inline === null) return null;
	for (const shape of shapes) {
		const count = countInline(inline, shape);
		if (count > 1) return count;
		if (count === 1) return null;
	}
	// A list below: the claim is in the last sentence of its paragraph.
	if (/[。！？]/u.test(passage.own.slice(from).replace(/[。：！？]\s*$/u, ''))) return null;
	const next = all[order + 1];
	if (next?.role === 'dash-item') {
		let dashes = 0;
		while (all[order + 1 + dashes]?.role === 'dash-item') dashes += 1;
		return dashes > 1 && all[order + 1 + dashes]?.role !== 'body' ? dashes : null;
	}
	if (next === undefined || !next.role.startsWith('heading-')) return null;
	const list = headingLists(context).find(({ items }) => items[0]?.block === next.block);
	if (list === undefined || list.items.length < 2) return null;
	if (list.items.some(({ mark }, index) => mark.ordinal !== index + 1)) return null;
	return list.items.length;
}

/** With what a claim begins. */
const claimWords = /以下|下列|如下/g;

function claimed(mention: Mention, text: string): number | null {
	if (mention.kind !== 'X18' || mention.protection !== null) return null;
	if (!/^(?:以下|下列|如下)/.test(text.slice(mention.start, mention.end))) return null;
	const value = mention.terms[0]?.from.value;
	return value === undefined || value < 2 || value > MOST ? null : value;
}

function check(context: DocumentContext): readonly Finding[] {
	const all = mainProse(context);
	const claiming = matching(all, 'own', claimWords);
	return claiming.flatMap((passage): Finding[] => {
		const mentions = ownMentions(passage).filter((mention) => claimed(mention, passage.own) !== null);
		// Two claims in one paragraph: which list is whose is not certain.
		const [mention] = mentions;
		if (mention === undefined || mentions.length > 1) return [];
		const said = claimed(mention, passage.own);
		const listed = countBehind(context, all, all.indexOf(passage), mention.end);
		if (said === null || listed === null || said === listed) return [];
		const actual = passage.text.slice(mention.start, mention.end);
		return [
			finding(passage.block, mention.start, mention.end, mismatch(actual, said, listed), {
				actual: String(said),
				expected: String(listed),
			}),
		];
	});
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'count-claim-matches-list',
		number: 60,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
