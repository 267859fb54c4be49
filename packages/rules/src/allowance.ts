/** 「编序: 允许 规则 理由」: what a comment in the text, or the file beside it, lets pass. */

import type { Doc, Remark } from '@bianxu/model';

/** Findings that are let pass: of these rules, at these blocks or in the whole document. */
export interface Allowance {
	readonly via: 'comment' | 'sidecar';
	/** Rule ids as written; [] when none could be read. */
	readonly rules: readonly string[];
	readonly reason: string;
	readonly by: string;
	readonly on: string;
	/** Blocks, inclusive; null: the whole document. */
	readonly blocks: { readonly first: number; readonly last: number } | null;
	/** Text that the paragraph holds (files beside a document know no blocks); '' when blocks are given. */
	readonly text: string;
}

const begin = /^\s*(?:编序|bianxu)\s*[:：]\s*/i;
const whole = /^(?:全文允许|allow-all)(?![a-z-])\s*/i;
const single = /^(?:允许|allow)(?![a-z-])\s*/i;
const guidance = /^(?:提示|hint)(?![a-z-])/i;
const ruleList = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:[、,，][ \t]*[a-z][a-z0-9]*(?:-[a-z0-9]+)+)*/;

/** True for a comment that speaks to this program. */
function speaksToUs(text: string): boolean {
	return begin.test(text);
}

/** True for the guidance (提示) of a reference text, to be deleted before the paper goes out. */
export function isGuidance(text: string): boolean {
	return speaksToUs(text) && guidance.test(text.replace(begin, ''));
}

/** The allowance that a comment states; null for a comment that is not for us. Without a rule or a reason it lets nothing pass. */
export function allowanceOf({ text, author, date, firstBlock, lastBlock }: Remark): Allowance | null {
	if (!speaksToUs(text) || isGuidance(text)) return null;
	const order = text.replace(begin, '');
	const all = whole.test(order);
	const rest = all ? order.replace(whole, '') : single.test(order) ? order.replace(single, '') : '';
	const listed = ruleList.exec(rest)?.[0] ?? '';
	return {
		via: 'comment',
		rules: listed === '' ? [] : listed.split(/[、,，][ \t]*/),
		reason: rest
			.slice(listed.length)
			.replace(/^[\s:：，,（(-]+/, '')
			.trim(),
		by: author,
		on: date,
		blocks: all ? null : { first: firstBlock, last: lastBlock },
		text: '',
	};
}

/** Allowances that the comments of a document state, in its order. */
export function allowancesOf(doc: Doc): readonly Allowance[] {
	return (doc.remarks ?? []).flatMap((remark) => allowanceOf(remark) ?? []);
}
