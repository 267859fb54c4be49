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
	type Template,
} from '@bianxu/model';

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

/** First block of the attachments bound with the paper; the number of blocks when there are none. */
export function attachmentsFrom(outline: Outline): number {
	return (
		outline.claims.find((claim) => claim.role === 'attachment-label' && claim.confidence >= CONFIDENT)?.block ??
		outline.claims.length
	);
}

/** True when the file itself is an attachment of a paper bound apart: nothing but a file mark stands above its label. */
export function isAttachmentFile(outline: Outline): boolean {
	const first = attachmentsFrom(outline);
	return (
		first < outline.claims.length &&
		outline.claims.slice(0, first).every(({ role }) => role === 'blank' || role === 'file-mark')
	);
}

/**
 * Stretches that play one of the roles with confidence, in the body and not in tables or text boxes. Attachments follow
 * their own forms and are left out, unless a role of theirs is asked for. The sentence after a run-in heading is body.
 */
export function roleStretches(
	context: Pick<DocumentContext, 'doc' | 'outline' | 'template'>,
	roles: readonly Role[],
): readonly RoleStretch[] {
	const { doc, outline, template } = context;
	const last = roles.some((role) => role.startsWith('attachment-') && role !== 'attachment-note')
		? outline.claims.length
		: attachmentsFrom(outline);
	const found: RoleStretch[] = [];
	for (const claim of outline.claims) {
		const paragraph = doc.paragraphs[claim.block];
		if (
			claim.block >= last ||
			claim.confidence < CONFIDENT ||
			paragraph === undefined ||
			paragraph.where !== 'body' ||
			isIssuerMark(paragraph)
		)
			continue;
		const length = paragraph.text.length;
		const split = claim.runInEnd === undefined ? length : Math.min(claim.runInEnd, length);
		const add = (role: Role, start: number, end: number): void => {
			const style = template.roles[role];
			if (roles.includes(role) && style !== undefined && paragraph.text.slice(start, end).trim() !== '') {
				found.push({ role, claim, paragraph, style, start, end });
			}
		};
		add(claim.role, 0, split);
		if (split < length) add('body', split, length);
	}
	return found;
}

/**
 * The red mark of the issuing organ at the head of a document (7.2.4) has a size and a place of its own and is no title
 * of a material: red, and bigger than a title or ending in 文件.
 */
export function isIssuerMark(paragraph: Paragraph): boolean {
	const red = paragraph.runs.some((run) => /^[C-F][0-9A-F][0-3][0-9A-F][0-3][0-9A-F]$/.test(run.format.color));
	return red && (paragraph.text.trim().endsWith('文件') || paragraph.runs.some((run) => run.format.size > 22));
}

type Verdict = 'accept' | 'tolerate' | 'reject';

/** Answers already given, by template: a document asks the same few families at every paragraph. */
const verdicts = new WeakMap<Template, Map<string, Verdict>>();

/** What the template says of a family in a typeface role. '' (undetermined) is never judged here. */
export function familyVerdict(template: Template, role: FontRole, family: string): Verdict {
	const known = verdicts.get(template) ?? new Map<string, Verdict>();
	verdicts.set(template, known);
	const question = `${role} ${family}`;
	const answer = known.get(question) ?? judgeFamily(template, role, family);
	known.set(question, answer);
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
