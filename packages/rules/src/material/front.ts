/** The front block of a material as the rules on reports read it: title, caption, author, salutation (domain.md §2.1–2.3). */

import type { Doc, DocumentContext, Outline, Paragraph, Role, Template } from '@bianxu/model';
import { scanSessions } from '@bianxu/numbering';
import { attachmentsFrom, claimsOf, CONFIDENT } from '../role-style.ts';
import { perOutline } from '../per-outline.ts';
import { normalised, squeeze } from '../text/passages.ts';

export type Material = Pick<DocumentContext, 'doc' | 'outline' | 'template'>;

/** Lines of the roles that were asked for. */
const linesByRole = perOutline((): Map<Role, readonly Paragraph[]> => new Map());

function linesWith(context: Pick<Material, 'doc' | 'outline'>, role: Role): readonly Paragraph[] {
	const known = linesByRole(context);
	let lines = known.get(role);
	if (lines === undefined) {
		const { doc, outline } = context;
		const last = attachmentsFrom(outline);
		lines = claimsOf(outline, role).flatMap(({ block, confidence }) => {
			const paragraph = doc.paragraphs[block];
			const shown = paragraph?.where === 'body' && paragraph.text.trim() !== '';
			return shown && block < last && confidence >= CONFIDENT ? [paragraph] : [];
		});
		known.set(role, lines);
	}
	return lines;
}

/** Paragraphs of the body that play one of the roles with confidence, before the attachments, blank ones left out. */
export function linesOf(context: Pick<Material, 'doc' | 'outline'>, ...roles: readonly Role[]): readonly Paragraph[] {
	const role = roles[0];
	if (role === undefined) return [];
	if (roles.length === 1) return linesWith(context, role);
	return roles.flatMap((each) => linesWith(context, each)).toSorted((left, right) => left.block - right.block);
}

/** The text of all lines with the role, joined without blanks: 「——2026年11月26日在…会议上」. */
export function joined(context: Pick<Material, 'doc' | 'outline'>, role: Role): string {
	return squeeze(
		linesOf(context, role)
			.map(({ text }) => text)
			.join(''),
	);
}

/** Paragraphs with text from the first one to the one before the first running text: what stands in front. */
export const frontLines = perOutline(({ doc, outline }): readonly Paragraph[] => {
	const running: readonly Role[] = ['body', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'dash-item', 'closing'];
	const first = outline.claims.find(
		(claim) => running.includes(claim.role) && doc.paragraphs[claim.block]?.where === 'body',
	);
	return doc.paragraphs.slice(0, first?.block).filter(({ where, text }) => where === 'body' && text.trim() !== '');
});

const dated = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/;

/** True for a line that states day and session: 「2026年11月26日在…第二十三次会议上」, and also a defective one. */
export function statesSession(text: string): boolean {
	const plain = squeeze(text);
	return dated.test(plain) && /次(?:主任)?会议/.test(plain);
}

/** True for 「…会议通过」「…修正」: the note of a text that was adopted, not of one that is delivered. */
export function statesAdoption(text: string): boolean {
	return /(?:通过|修正|修订|批准)[）)]?$/.test(squeeze(text));
}

/** The day and session note under the title says that the paper is read to the meeting: 「在…会议上」. */
export function deliveredCaption(context: Pick<Material, 'doc' | 'outline'>): boolean {
	const text = joined(context, 'caption');
	return statesSession(text) && !statesAdoption(text);
}

export type Addressed = 'persons' | 'organ' | 'unknown';

const organName = /^[\p{Script=Han}（）]{0,30}(?:人大常委会|人民代表大会常务委员会|常务委员会|常委会|主任会议)$/u;

/** Whom a salutation calls: the persons of the committee, or the committee. */
export function addressed(text: string): Addressed {
	const plain = squeeze(text).replace(/[：:，,]$/, '');
	if (organName.test(plain)) return 'organ';
	return /(?:主任|委员长|委员|秘书长|代表|同志们?|组成人员)$/.test(plain) ? 'persons' : 'unknown';
}

/** True when a salutation is one of the template's; 「{organ}」 stands for any congress committee. */
export function acceptedSalutation(template: Template, text: string): boolean {
	return template.salutations.some(({ value }) => {
		if (!value.includes('{organ}')) return value === text;
		const [before = '', after = ''] = value.split('{organ}');
		if (!text.startsWith(before) || !text.endsWith(after) || text.length < before.length + after.length) return false;
		return organName.test(text.slice(before.length, text.length - after.length));
	});
}

/** The first salutation of the template that calls persons, or the organ. `organ` fills the place of the organ's name. */
export function proposedSalutation(template: Template, mode: 'persons' | 'organ', organ: string): string | null {
	const found = template.salutations.find(({ value }) => value.includes('{organ}') === (mode === 'organ'));
	return found?.value.replace('{organ}', organ) ?? null;
}

/** 「滨江市人大常委会」 as the place of the template names it, 「市人大常委会」 without one. */
export function organOf(template: Template): string {
	if (template.place !== '') return `${template.place}人大常委会`;
	return `${template.level === 'county' ? '县' : template.level === 'province' ? '省' : '市'}人大常委会`;
}

/** The salutation line: the first line that plays the role. */
export function salutationOf(context: Pick<Material, 'doc' | 'outline'>): Paragraph | undefined {
	return linesOf(context, 'salutation')[0];
}

/** True when the paper itself says that it is only printed: 「（书面）」 「（书面报告）」 in its front block. */
export function marksWritten(context: Pick<Material, 'doc' | 'outline'>): boolean {
	return frontLines(context).some(({ text }) => /[（(]书面(?:报告|汇报)?[）)]/.test(text));
}

/**
 * How the paper reaches the meeting: what the profile says, else what the caption and the salutation show, else what
 * structure found. 'unknown' keeps the rules silent.
 */
export function deliveryOf(context: Material): 'oral' | 'written' | 'unknown' {
	const { outline, template } = context;
	if (template.mode !== 'auto') return template.mode;
	if (marksWritten(context)) return 'written';
	if (deliveredCaption(context)) return 'oral';
	const salutation = salutationOf(context);
	const whom = salutation === undefined ? 'unknown' : addressed(salutation.text);
	if (whom === 'persons') return 'oral';
	if (whom === 'organ') return 'written';
	return outline.delivery;
}

/** True when the file mark names the session: 「滨江市十七届人大常委会第二十三次会议文件」 stands for the caption. */
export function markNamesSession({ doc, outline }: Pick<Material, 'doc' | 'outline'>): boolean {
	return [...claimsOf(outline, 'file-mark'), ...claimsOf(outline, 'page-furniture')].some(({ block }) =>
		scanSessions(squeeze(doc.paragraphs[block]?.text ?? '')).some(({ meeting }) => meeting !== null),
	);
}

/** The title without blanks, without a subtitle 「——以……为例」 and without a bracketed end such as （草案）, （书面）. */
export function bareTitle(outline: Outline): string {
	let title = normalised(outline.title).replace(/(?<=.)——.+$/, '');
	while (/（[^（）]{1,12}）$/.test(title)) title = title.replace(/（[^（）]{1,12}）$/, '');
	return title;
}

/** Place of the last line of the title; null when no line has the role. */
export function titleLines(context: { readonly doc: Doc; readonly outline: Outline }): readonly Paragraph[] {
	return linesOf(context, 'title');
}

/** The place word at the head of the title: 「滨江市」; '' when there is none. */
export function placeInTitle(outline: Outline, context: Pick<Material, 'doc' | 'outline'>): string {
	const text = joined(context, 'organ-line') + normalised(outline.title);
	return (
		/^\p{Script=Han}{2,8}?(?:自治区|自治州|自治县|省|市|州|盟|县|旗|区)(?=人民|人大|监察|中级)/u.exec(text)?.[0] ?? ''
	);
}

/** True when the paper is addressed to somebody else than a congress committee: its forms are not ours to judge. */
export function otherAddressee(context: Pick<Material, 'doc' | 'outline'>): boolean {
	const salutation = salutationOf(context);
	return salutation !== undefined && addressed(salutation.text) === 'unknown';
}

/** True when the paper goes to a session of the congress itself (「各位代表：」), which has forms of its own. */
export function forCongress(context: Pick<Material, 'doc' | 'outline'>): boolean {
	const called = salutationOf(context);
	return (
		scanSessions(joined(context, 'caption')).some(({ organ }) => organ === 'congress') ||
		(called !== undefined && /^各位代表[：:]?$/.test(squeeze(called.text)))
	);
}
