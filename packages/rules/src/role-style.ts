import {
	type Bilingual,
	type DocumentContext,
	faceKey,
	type FontRole,
	type Outline,
	type Paragraph,
	type Role,
	type RoleClaim,
	type RoleStyle,
	type RunFormat,
	type Template,
} from '@bianxu/model';
import { isShown } from './typed-blanks.ts';
import { paperMemory } from './paper-memory.ts';

/** Below this, a role is a guess and rules on format stay silent (design: false alarms are worse than misses). */
export const CONFIDENT = 0.5;

/** A stretch of a paragraph that plays one role: a whole paragraph, or one half of a run-in heading. */
export interface RoleStretch {
	readonly role: Role;
	readonly claim: RoleClaim;
	readonly paragraph: Paragraph;
	readonly style: RoleStyle;
	readonly start: number;
	readonly end: number;
}

/** Names of the roles that messages use. */
export const roleNames: Readonly<Partial<Record<Role, Bilingual>>> = {
	'file-mark': { zh: '会议文件标识', en: 'the file mark' },
	'organ-line': { zh: '标题上方的机关名称', en: 'the organ above the title' },
	title: { zh: '标题', en: 'the title' },
	caption: { zh: '题注', en: 'the caption under the title' },
	author: { zh: '署名', en: 'the reporter’s line' },
	salutation: { zh: '称谓', en: 'the salutation' },
	'heading-1': { zh: '一级标题', en: 'the level 1 heading' },
	'heading-2': { zh: '二级标题', en: 'the level 2 heading' },
	'heading-3': { zh: '三级标题', en: 'the level 3 heading' },
	'heading-4': { zh: '四级标题', en: 'the level 4 heading' },
	body: { zh: '正文', en: 'body text' },
	'dash-item': { zh: '破折号条目', en: 'the dash item' },
	closing: { zh: '结束语', en: 'the closing' },
	'attachment-note': { zh: '附件说明', en: 'the list of attachments' },
	signature: { zh: '落款', en: 'the signature' },
	date: { zh: '成文日期', en: 'the date' },
	note: { zh: '附注', en: 'the note' },
	'attachment-label': { zh: '附件标识', en: 'the attachment label' },
	'attachment-title': { zh: '附件标题', en: 'the attachment title' },
	'name-entry': { zh: '名单条目', en: 'the list entry' },
	'table-caption': { zh: '表题', en: 'the table caption' },
	'figure-caption': { zh: '图题', en: 'the figure caption' },
	'unit-note': { zh: '表的计量单位', en: 'the unit of the table' },
	imprint: { zh: '版记', en: 'the imprint' },
	'page-furniture': { zh: '页码', en: 'the page number' },
};

/** Name of a role; other roles are plain paragraphs. */
export function roleName(role: Role): Bilingual {
	return roleNames[role] ?? { zh: '段落', en: 'the paragraph' };
}

/** Names of typefaces as the standard writes them. */
export const fontRoleNames: Readonly<Record<FontRole, Bilingual>> = {
	xiaobiaosong: { zh: '小标宋', en: 'Xiaobiaosong' },
	fangsong: { zh: '仿宋', en: 'Fangsong' },
	kaiti: { zh: '楷体', en: 'Kaiti' },
	heiti: { zh: '黑体', en: 'Heiti' },
	songti: { zh: '宋体', en: 'Songti' },
	latin: { zh: '西文字体', en: 'a Latin face' },
};

const claims = paperMemory<Outline, ReadonlyMap<Role, readonly RoleClaim[]>>();
const none: readonly RoleClaim[] = [];

/** The claims of each role, in document order. */
export function claimsByRole(outline: Outline): ReadonlyMap<Role, readonly RoleClaim[]> {
	const known = claims.get(outline);
	if (known !== undefined) return known;
	const byRole = new Map<Role, RoleClaim[]>();
	for (let at = 0; at < outline.claims.length; at++) {
		const claim = outline.claims[at];
		if (claim === undefined) continue;
		const alike = byRole.get(claim.role);
		if (alike === undefined) byRole.set(claim.role, [claim]);
		else alike.push(claim);
	}
	claims.set(outline, byRole);
	return byRole;
}

/** The claims for a role, in document order. */
export function claimsOf(outline: Outline, role: Role): readonly RoleClaim[] {
	return claimsByRole(outline).get(role) ?? none;
}

const attachments = paperMemory<Outline, number>();

/** First block of the attachments bound with the paper; the number of blocks when there are none. */
export function attachmentsFrom(outline: Outline): number {
	const known = attachments.get(outline);
	if (known !== undefined) return known;
	const label = claimsOf(outline, 'attachment-label').find((claim) => claim.confidence >= CONFIDENT);
	const answer = label?.block ?? outline.claims.length;
	attachments.set(outline, answer);
	return answer;
}

/** True when the file itself is an attachment of a paper bound apart: nothing but a file mark stands above its label. */
export function isAttachmentFile(outline: Outline): boolean {
	const first = attachmentsFrom(outline);
	return (
		first < outline.claims.length &&
		outline.claims.slice(0, first).every(({ role }) => role === 'blank' || role === 'file-mark')
	);
}

/** What rules on format judge. */
export type Styled = Pick<DocumentContext, 'doc' | 'outline' | 'template'>;

/** All stretches of a document with a style of the template, and the selections of them that rules ask for. */
interface Stretches {
	readonly template: Template;
	readonly all: readonly RoleStretch[];
	readonly byRoles: Map<readonly Role[], readonly RoleStretch[]>;
}

const stretches = paperMemory<Outline, Stretches>();

function isBlank(text: string, start: number, end: number): boolean {
	return !(start < end && isShown(text, start)) && text.slice(start, end).trim() === '';
}

function stretchesIn({ doc, outline, template }: Styled): Stretches {
	const known = stretches.get(outline);
	if (known?.template === template) return known;
	const all: RoleStretch[] = [];
	for (const claim of outline.claims) {
		const paragraph = doc.paragraphs[claim.block];
		if (claim.confidence < CONFIDENT || paragraph?.where !== 'body' || isIssuerMark(paragraph)) continue;
		const length = paragraph.text.length;
		const split = claim.runInEnd === undefined ? length : Math.min(claim.runInEnd, length);
		const add = (role: Role, start: number, end: number): void => {
			const style = template.roles[role];
			if (style !== undefined && !isBlank(paragraph.text, start, end)) {
				all.push({ role, claim, paragraph, style, start, end });
			}
		};
		add(claim.role, 0, split);
		if (split < length) add('body', split, length);
	}
	const answer: Stretches = { template, all, byRoles: new Map() };
	stretches.set(outline, answer);
	return answer;
}

/**
 * Stretches that play one of the roles with confidence, in the body and not in tables or text boxes. Attachments follow
 * their own forms and are left out, unless a role of theirs is asked for. The sentence after a run-in heading is body.
 */
export function roleStretches(context: Styled, roles: readonly Role[]): readonly RoleStretch[] {
	const { all, byRoles } = stretchesIn(context);
	const known = byRoles.get(roles);
	if (known !== undefined) return known;
	const last = roles.some((role) => role.startsWith('attachment-') && role !== 'attachment-note')
		? context.outline.claims.length
		: attachmentsFrom(context.outline);
	const wanted = new Set(roles);
	const chosen = all.filter(({ role, claim }) => claim.block < last && wanted.has(role));
	byRoles.set(roles, chosen);
	return chosen;
}

/** The paragraphs of such stretches, each once. */
export function roleParagraphs(context: Styled, roles: readonly Role[]): readonly Paragraph[] {
	return [...new Set(roleStretches(context, roles).map((stretch) => stretch.paragraph))];
}

/**
 * The red mark of the issuing organ at the head of a document (7.2.4) has a size and a place of its own and is no title
 * of a material: red, and bigger than a title or ending in 文件.
 */
export function isIssuerMark(paragraph: Paragraph): boolean {
	return (
		paragraph.runs.some(({ format }) => isRed(format)) &&
		(paragraph.text.trim().endsWith('文件') || paragraph.runs.some((run) => run.format.size > 22))
	);
}

function isRed({ color }: RunFormat): boolean {
	return color !== 'auto' && color !== '000000' && /^[C-F][0-9A-F][0-3][0-9A-F][0-3][0-9A-F]$/.test(color);
}

type Verdict = 'accept' | 'tolerate' | 'reject';

/** Answers already given, by template: a document asks the same few families at every paragraph. */
const verdicts = new WeakMap<Template, Map<FontRole, Map<string, Verdict>>>();

/** What the template says of a family in a typeface role. '' (undetermined) is never judged here. */
export function familyVerdict(template: Template, role: FontRole, family: string): Verdict {
	let byRole = verdicts.get(template);
	if (byRole === undefined) verdicts.set(template, (byRole = new Map<FontRole, Map<string, Verdict>>()));
	let byFamily = byRole.get(role);
	if (byFamily === undefined) byRole.set(role, (byFamily = new Map<string, Verdict>()));
	let answer = byFamily.get(family);
	if (answer === undefined) byFamily.set(family, (answer = judgeFamily(template, role, family)));
	return answer;
}

function judgeFamily(template: Template, role: FontRole, family: string): Verdict {
	const key = faceKey(family);
	const families = template.fonts[role];
	if (families.accept.some((name) => faceKey(name) === key)) return 'accept';
	return families.tolerate.some((name) => faceKey(name) === key) ? 'tolerate' : 'reject';
}

/** The family that fixes write for a typeface role. */
export function preferredFamily(template: Template, role: FontRole): string {
	return template.fonts[role].accept[0] ?? fontRoleNames[role].zh;
}
