/** Mentions that are counted or only checked: neighbours, totals (X18), titles (X22), attachments (X1–X3). */

import { formatNumber } from '@bianxu/numbering';
import { isThisSession, note, plain, type Spot, type Verdict } from './spot.ts';

/** 上一份材料: right as long as the neighbour is the same paper. */
export function judgeNeighbour({ mention, paper, context, paragraph, held }: Spot): Verdict | null {
	const { materialRegister: register, materials } = context.scene;
	const step = mention.noun.startsWith('上') || mention.noun.startsWith('前') ? -1 : 1;
	const at = register.old.findIndex(({ id }) => id === paper.id);
	if (at < 0) return null;
	const written = paragraph.text.slice(mention.start, mention.end);
	if (mention.protection !== null)
		return plain('ignored', written, null, note('引号内的原文不改', 'inside a quotation'));
	// Asked before and not yet put right: it still means the neighbour that it had then.
	const before = held?.target ?? register.old[at + step]?.id ?? null;
	const order = materials.filter(({ active }) => active).map(({ material }) => material.id);
	const after = order[order.indexOf(paper.id) + step] ?? null;
	if (before !== null && before === after) return plain('valid', written, before);
	return plain(
		'check',
		null,
		before,
		note('前后材料有变动，请写明编号或标题', 'the neighbouring paper has changed; name it by number or title'),
	);
}

/** 共九项议程、二十八份材料: shown only where the count of the packet changes. */
export function judgeCount({ mention, from, context, paper, held }: Spot): Verdict | null {
	const [term] = mention.terms;
	if (mention.counts === null || term === undefined) return null;
	if (mention.protection !== null && mention.protection !== 'open-quotation')
		return plain('ignored', from, 'count', note('不是本次会议的总数', 'not a count of this session'));
	if (mention.session !== null && !isThisSession(mention.session, context))
		return plain('ignored', from, 'count', note('不是本次会议的总数', 'not a count of this session'));
	const { old, next } = context.scene.counts[mention.counts];
	const { value, script, start, end } = term.from;
	if (value === next) return plain('valid', from, 'count');
	// In a report 「办理三项议题」 counts the report's own matters, unless it is the packet's old total.
	if (value !== old && held === null && !context.unnumbered.has(paper.id)) return null;
	if (next < 1) return plain('check', null, 'count', note('现在一项也没有了', 'none are left'));
	const to = formatNumber(next, script);
	return {
		status: 'check',
		to,
		target: 'count',
		note: note(`现为${to}${mention.counts === 'agenda' ? '项' : '份'}，请核对`, `now ${next}; check the sentence`),
		pieces: [{ start, end, text: to }],
	};
}

/** 《title》 of a paper of this session: bound and checked, and mentioned only when the paper is no longer there. */
export function judgeTitle({ mention, context }: Spot): Verdict | null {
	const { titles, next } = context.scene.materialRegister;
	const same = titles.named(mention.noun);
	if (same === null) return null;
	if (next.has(same)) return null;
	return plain(
		'check',
		null,
		same,
		note(`${same} 已不在本次会议材料中`, `${same} is no longer a paper of this session`),
	);
}

/** 附件2: bound within its own paper and checked, and mentioned only when there is no such attachment. */
export function judgeAttachment({ mention, paper, context, paragraph }: Spot): Verdict | null {
	const role = paper.outline.claims[paragraph.block]?.role;
	// The note that lists the attachments, and the label over one, are what references are held against.
	if (role === 'attachment-label' || role === 'attachment-note' || mention.protection !== null) return null;
	const numbers = new Set(
		[...paper.outline.presentAttachments, ...paper.outline.listedAttachments].map(({ number }) => number ?? 1),
	);
	const apart = context.scene.materials.filter(({ material }) => material.of === paper.id).length;
	for (let at = 1; at <= apart; at++) numbers.add(at);
	const wanted = mention.terms.flatMap(({ from: low, to }) =>
		to === null
			? [low.value]
			: Array.from({ length: Math.min(100, Math.max(0, to.value - low.value + 1)) }, (_, at) => low.value + at),
	);
	const missing = wanted.filter((number) => !numbers.has(number));
	if (missing.length === 0 && (wanted.length > 0 || numbers.size > 0)) return null;
	const shown = missing.join('、');
	return plain('check', null, paper.id, note(`本材料没有附件${shown}`, `this paper has no attachment ${shown}`));
}
