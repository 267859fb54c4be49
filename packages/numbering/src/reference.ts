/** What the reference grammar answers: one mention of something else, with the exact places of its digits. */

import type { MaterialNumber, NumberSpan } from './material-number.ts';
import type { SessionMention } from './session.ts';

/** Row of the table of forms (reference grammar X1–X32). */
export type ReferenceKind =
	| 'X1' // 见附件2
	| 'X2' // （附件1）
	| 'X3' // 附件1、2 附件1至3
	| 'X4' // 附件3-1
	| 'X5' // 附后
	| 'X6' // 附表1 附图2 附录A
	| 'X7' // 会议文件（三）
	| 'X8' // 会议材料之五
	| 'X9' // 会议文件（五）附件2
	| 'X10' // 第三项议程
	| 'X11' // 第二部分
	| 'X12' // 第（三）项
	| 'X13' // 第二部分第（三）项第1点
	| 'X14' // 第五条第二款第（三）项
	| 'X15' // 表1
	| 'X16' // 图2
	| 'X17' // 第3页
	| 'X18' // 上述三项措施, 共九项议程, 二十八份材料
	| 'X19' // 一是…二是…
	| 'X20' // 首先…其次…
	| 'X21' // 本报告
	| 'X22' // 《…》
	| 'X23' // （以下简称《条例》）
	| 'X24' // 本材料第4—6页
	| 'X25' // 注1 ①
	| 'X26' // 〔2024〕5号
	| 'X27' // 上次会议 第十一次会议
	| 'X28' // 如前所述
	| 'X29' // 附件：1.…
	| 'X30' // 另附
	| 'X31' // 会前已印发
	| 'X32'; // （书面）

/** Why a mention must be left alone. `open-quotation`: the closing mark is missing, so a person has to look. */
export type Protection = 'quotation' | 'open-quotation' | 'law' | 'other-session' | 'other-papers';

/** A single number, or a range from one to another (both included). */
export interface ReferenceTerm {
	readonly from: NumberSpan;
	readonly to: NumberSpan | null;
}

/** The title that stands directly beside a number: 《审计工作报告》（会议材料之七）. */
export interface AdjacentTitle {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** One mention. `start`..`end` span it whole; the digits are in `terms`, in order. */
export interface Mention {
	readonly kind: ReferenceKind;
	readonly start: number;
	readonly end: number;
	/** The word that carries the number: 会议材料, 议程, 附件, 部分, 份材料. '' for forms that have none. */
	readonly noun: string;
	readonly terms: readonly ReferenceTerm[];
	readonly series: MaterialNumber['series'];
	readonly protection: Protection | null;
	/** The session that the mention names, if it names one. */
	readonly session: SessionMention | null;
	/** The bound attachment of X9: 附件 with or without a number. */
	readonly attachment: { readonly number: NumberSpan | null; readonly start: number; readonly end: number } | null;
	readonly title: AdjacentTitle | null;
	/** What X18 counts when it counts the packet. */
	readonly counts: 'agenda' | 'material' | null;
	/** Why the reading is not certain: 之十一并审议 is 之十 + 一并, or 之十一 + 并. */
	readonly doubt: 'numeral-end' | 'session-in-clause' | null;
}

const none: readonly ReferenceTerm[] = [];

/** A mention with only the given fields set; the others say 'nothing of the kind'. */
export function mention(
	fields: Pick<Mention, 'kind' | 'start' | 'end' | 'noun'> & Partial<Omit<Mention, 'kind' | 'start' | 'end' | 'noun'>>,
): Mention {
	return {
		kind: fields.kind,
		start: fields.start,
		end: fields.end,
		noun: fields.noun,
		terms: fields.terms ?? none,
		series: fields.series ?? 'main',
		protection: fields.protection ?? null,
		session: fields.session ?? null,
		attachment: fields.attachment ?? null,
		title: fields.title ?? null,
		counts: fields.counts ?? null,
		doubt: fields.doubt ?? null,
	};
}

/** The numbers of a mention as a person would say them: 五, 三、五, 三至五. */
export function numbersWritten(text: string, terms: readonly ReferenceTerm[]): string {
	const only = terms[0];
	if (terms.length === 1 && only?.to === null) return text.slice(only.from.start, only.from.end);
	const written = (span: NumberSpan): string => text.slice(span.start, span.end);
	return terms
		.map((term) => (term.to === null ? written(term.from) : `${written(term.from)}至${written(term.to)}`))
		.join('、');
}
