/** Sentences of appointment and removal (domain.md §2.7): 任命…为…, 免去…的…职务, and list entries under a heading that has the verb. */

import type { Role } from '@bianxu/model';
import { attachmentsFrom, CONFIDENT, isAttachmentFile } from '../role-style.ts';
import { perOutline } from '../per-outline.ts';
import { paragraphsOf, squeeze } from '../text/passages.ts';
import { matching } from '../text/scan.ts';
import { bareTitle, type Material } from './front.ts';

export type Verb = '决定任命' | '批准任命' | '任命' | '决定免去' | '批准免去' | '免去';

/** A clause that appoints or removes. Offsets are of the paragraph's text; `end` is that of the closing mark (or the text). */
export interface Clause {
	readonly block: number;
	readonly text: string;
	readonly kind: 'appoint' | 'remove';
	readonly verb: Verb;
	/** Place of the verb; null when a heading above states it. */
	readonly verbAt: { readonly start: number; readonly end: number } | null;
	/** Block of the heading that states the verb. */
	readonly headingBlock: number | null;
	/** After the verb, up to the end mark. */
	readonly start: number;
	readonly end: number;
	/** True for an introduction 「…决定：」 above: then 「任命」 means 「决定任命」. */
	readonly underDecision: boolean;
}

const running: readonly Role[] = [
	'body',
	'name-entry',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'unknown',
];
const ordinal = /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|（\d+）)?\s*/;
const headingVerb = /^(决定任命|批准任命|任命|决定免去|批准免去|免去)(?:下列人员|以下人员|人员|名单|的人员)?[：:]?$/;
/** What most papers have nowhere; blanks may stand in the heading 「任 命」. */
const anyVerb = /任\s*命|免\s*去/g;
const leadingVerb = /^(决定任命|批准任命|任命|决定免去|批准免去|免去)(?=\S)/;

/**
 * Operative clauses of the paper, attachments left out: those that begin a paragraph or follow 「；」「：」 in it, and entries
 * under a heading 「一、决定任命」. Verbs in narrative (「提请任命」, 「会议决定任命我为」) are not operative.
 */
export const clausesOf = perOutline(({ doc, outline }): readonly Clause[] => {
	if (matching(paragraphsOf(doc).running, 'text', anyVerb).length === 0 || isAttachmentFile(outline)) return [];
	const last = attachmentsFrom(outline);
	const clauses: Clause[] = [];
	let current: { readonly verb: Verb; readonly block: number } | null = null;
	let underDecision = false;
	for (const { block, text, where } of doc.paragraphs) {
		const claim = outline.claims[block];
		if (block >= last || where !== 'body' || claim === undefined || !running.includes(claim.role)) continue;
		if (claim.role !== 'unknown' && claim.confidence < CONFIDENT) continue;
		const head = ordinal.exec(text)?.[0].length ?? 0;
		const rest = text.slice(head).trim();
		if (rest === '') continue;
		const heading = headingVerb.exec(squeeze(rest));
		if (heading !== null) {
			current = { verb: heading[1] as Verb, block };
			continue;
		}
		if (/[：:]$/.test(rest)) {
			current = null;
			underDecision = /决定[：:]$/.test(rest);
			continue;
		}
		let found = false;
		for (const start of startsOf(text, head)) {
			const match = leadingVerb.exec(text.slice(start));
			if (match === null) continue;
			const verb = match[1] as Verb;
			const after = start + verb.length;
			clauses.push({
				block,
				text,
				kind: verb.endsWith('任命') ? 'appoint' : 'remove',
				verb,
				verbAt: { start, end: after },
				headingBlock: null,
				start: after,
				end: endOf(text, after),
				underDecision: underDecision || /决定[：:]\s*$/.test(text.slice(Math.max(0, start - 8), start)),
			});
			found = true;
		}
		if (found) continue;
		const end = endOf(text, head);
		const whole = text.slice(head, end);
		const kind = current?.verb.endsWith('任命') === true ? 'appoint' : 'remove';
		const entry = kind === 'appoint' ? /^[^为，]{2,60}为\S{2,}/ : /职务$|的\S{4,}(?:长|主任|委员|员)$/;
		if (current !== null && entry.test(whole) && text.slice(end + 1).trim() === '') {
			clauses.push({
				block,
				text,
				kind,
				verb: current.verb,
				verbAt: null,
				headingBlock: current.block,
				start: head,
				end,
				underDecision,
			});
		} else if (claim.role === 'body' && whole.length > 40) {
			current = null;
			underDecision = false;
		}
	}
	return clauses;
});

function startsOf(text: string, head: number): readonly number[] {
	return [head, ...[...text.matchAll(/[；;：:]\s*/g)].map((match) => match.index + match[0].length)].filter(
		(start) => start < text.length,
	);
}

function endOf(text: string, from: number): number {
	const at = text.slice(from).search(/[；;。，,]/);
	return at < 0 ? text.trimEnd().length : from + at;
}

/** Names before 为 (or before 的), without blanks; [] when they cannot be told. Shape: 「郭芳、张晓宏」. */
export function namesOf(clause: Clause): readonly string[] {
	const body = clause.text.slice(clause.start, clause.end);
	const at = body.indexOf(clause.kind === 'appoint' ? '为' : '的');
	if (at < 2) return [];
	const names = body
		.slice(0, at)
		.split('、')
		.map((name) =>
			squeeze(name)
				.replace(/(?:同志|先生|女士)$/, '')
				.replace(/[（(].{0,100}?[）)]/g, ''),
		);
	return names.every((name) => /^[\p{Script=Han}·]{2,16}$/u.test(name)) ? names : [];
}

/** Text of the post: after 为, or between 的 and 职务. '' when it cannot be told. */
export function postOf(clause: Clause): string {
	const body = clause.text.slice(clause.start, clause.end);
	const at = body.indexOf(clause.kind === 'appoint' ? '为' : '的');
	const rest = at < 0 ? body : body.slice(at + 1);
	return squeeze(rest).replace(/职务$/, '');
}

export type PersonnelPaper = 'list' | 'decision' | 'bill' | 'other';

/** What kind of personnel paper it is, from the end of its title. */
export function personnelPaper(context: Material): PersonnelPaper {
	const title = bareTitle(context.outline);
	if (title.endsWith('名单')) return 'list';
	if (/(?:决定|决议)$/.test(title)) return 'decision';
	return /(?:议案|提请|报告)$/.test(title) ? 'bill' : 'other';
}
