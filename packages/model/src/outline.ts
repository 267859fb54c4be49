import type { Bilingual } from './source.ts';

/** Part that a paragraph plays. One paragraph has one role. Chinese terms: docs/glossary.md. */
export type Role =
	| 'file-mark' // 会议文件标识
	| 'organ-line' // 标题上方的机关行
	| 'title' // 标题
	| 'caption' // 题注
	| 'author' // 署名（报告人）
	| 'salutation' // 称谓、主送机关
	| 'heading-1' // 一、
	| 'heading-2' // （一）
	| 'heading-3' // 1.
	| 'heading-4' // （1）
	| 'body' // 正文
	| 'dash-item' // ——条目
	| 'closing' // 结束语
	| 'attachment-note' // 附件说明
	| 'signature' // 落款署名
	| 'date' // 成文日期
	| 'note' // 附注
	| 'attachment-label' // 附件1（附件正文首行）
	| 'attachment-title' // 附件标题
	| 'name-entry' // 名单条目
	| 'table-cell' // 表格单元格
	| 'table-caption' // 表题
	| 'figure-caption' // 图题
	| 'unit-note' // 单位：万元
	| 'imprint' // 版记
	| 'toc' // 目录
	| 'blank' // 空行
	| 'page-furniture' // 页眉、页脚、页码
	| 'note-text' // 脚注、尾注
	| 'textbox' // 文本框
	| 'unknown';

/** Template ids of the contract. */
export type TemplateId = 'work-report' | 'duty-report' | 'appointment' | 'base';

/** Form in which a heading mark was met; 'correct' is the form of GB/T 9704 7.3.3 for its level. */
export type HeadingMarkForm =
	| 'correct'
	| 'han-period'
	| 'han-comma'
	| 'paren-comma'
	| 'paren-half'
	| 'arabic-dunhao'
	| 'arabic-comma'
	| 'arabic-fullwidth-period'
	| 'arabic-paren-enclosed'
	| 'ordinal-word'
	| 'other';

/** The number of a heading, typed or automatic. */
export interface HeadingMark {
	readonly level: 1 | 2 | 3 | 4 | 5;
	readonly ordinal: number;
	readonly form: HeadingMarkForm;
	/** Automatic numbers stand in the label, outside `text`. */
	readonly automatic: boolean;
	/** Place of a typed mark in the paragraph's text; 0,0 when automatic. */
	readonly start: number;
	readonly end: number;
	/** The mark as it should read, 「（三）」. */
	readonly canonical: string;
}

/** What one paragraph is, and why the recogniser thinks so. */
export interface RoleClaim {
	readonly block: number;
	readonly role: Role;
	/** Evidence in words, strongest first: 「首段居中、二号」. */
	readonly evidence: readonly Bilingual[];
	/** 0 to 1; below 0.5 rules on format stay silent. */
	readonly confidence: number;
	readonly mark?: HeadingMark;
	/** End offset of a run-in heading's own sentence; text after it is body (「（一）加强领导。各级……」). */
	readonly runInEnd?: number;
}

/** A node of the heading tree. */
export interface OutlineNode {
	readonly block: number;
	readonly level: 1 | 2 | 3 | 4 | 5;
	readonly mark: HeadingMark;
	/** Heading words without the mark and without an end mark. */
	readonly text: string;
	readonly children: readonly OutlineNode[];
	/** Last block that belongs to the node, inclusive. */
	readonly lastBlock: number;
}

/** One entry of the 附件说明, or one attachment that is present. */
export interface AttachmentEntry {
	readonly block: number;
	/** Null when the only attachment has no number. */
	readonly number: number | null;
	readonly title: string;
}

/** How the material reaches the meeting: read aloud, or only printed. */
export type Delivery = 'oral' | 'written' | 'unknown';

/** What structure knows beside the Doc. `claims[i].block === i` for every paragraph of the Doc. */
export interface Outline {
	readonly template: TemplateId;
	readonly templateEvidence: readonly Bilingual[];
	/** True when no type was recognised and only the common rules apply. */
	readonly unknownType: boolean;
	/** Genre word of the title: 报告, 议案, 说明, 决定, 名单, 意见, 议程 …; '' when none. */
	readonly genre: string;
	readonly delivery: Delivery;
	readonly claims: readonly RoleClaim[];
	/** Whole title, lines joined without blanks. */
	readonly title: string;
	readonly headings: readonly OutlineNode[];
	readonly listedAttachments: readonly AttachmentEntry[];
	readonly presentAttachments: readonly AttachmentEntry[];
	/** Reporter as 署名 names him: post and person; '' when unknown. */
	readonly reporter: { readonly post: string; readonly person: string };
}

/** First claim with the role, or undefined. */
export function claimOf(outline: Outline, role: Role): RoleClaim | undefined {
	return outline.claims.find((claim) => claim.role === role);
}

/** All claims with one of the roles, in document order. */
export function claimsOf(outline: Outline, ...roles: readonly Role[]): readonly RoleClaim[] {
	return outline.claims.filter((claim) => roles.includes(claim.role));
}

/** Headings in document order, parents before children. */
export function flattenHeadings(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
	const flat: OutlineNode[] = [];
	const add = (node: OutlineNode): void => {
		flat.push(node);
		if (node.children.length > 0) node.children.forEach(add);
	};
	nodes.forEach(add);
	return flat;
}
