/** Paragraphs as the content rules read them: with role, and with the stretches that are not the drafter's own words. */

import type { Doc, Outline, Paragraph, Role } from '@bianxu/model';
import { scanZones, type Zone } from '@bianxu/numbering';

/** One paragraph with its role. `own` is the text with quotations, titles and addresses blanked out, of the same length. */
export interface Passage {
	readonly block: number;
	readonly text: string;
	readonly own: string;
	readonly role: Role;
	readonly where: Paragraph['where'];
	readonly zones: readonly Zone[];
}

interface Judged {
	readonly doc: Doc;
	readonly outline: Outline;
}

/** Stands for a character that a wording rule must not look at; no rule matches it. */
export const hole = '\uFFFC';

const addresses =
	/(?:https?:\/\/|www\.)[\w\-./?%&=#:~]+|[\w.-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+\.(?:com|cn|gov|org|net)\b[\w\-./]*/g;

function blank(text: string, start: number, end: number): string {
	return text.slice(0, start) + hole.repeat(end - start) + text.slice(end);
}

/** The text with web and mail addresses blanked out, of the same length. */
export function withoutAddresses(text: string): string {
	return /[@/.]/.test(text) ? text.replace(addresses, (match) => hole.repeat(match.length)) : text;
}

/** True when the text has at least one Han character. */
export function hasHan(text: string): boolean {
	return /\p{Script=Han}/u.test(text);
}

const furniture: readonly Role[] = ['toc', 'page-furniture', 'blank'];

const read = new WeakMap<Outline, readonly Passage[]>();

/** Kana beyond a stray word: the paper is Japanese, and nothing here is meant for it. */
function isJapanese(doc: Doc): boolean {
	let kana = 0;
	for (const { text } of doc.paragraphs) {
		kana += text.match(/[\u3041-\u3096\u30a1-\u30fa]/g)?.length ?? 0;
		if (kana > 50) return true;
	}
	return false;
}

/** All passages of a document; kept with its outline, because every content rule asks for them. */
function passagesOf({ doc, outline }: Judged): readonly Passage[] {
	const kept = read.get(outline);
	if (kept !== undefined) return kept;
	const found: Passage[] = [];
	if (!isJapanese(doc)) {
		for (const { block, role } of outline.claims) {
			const paragraph = doc.paragraphs[block];
			if (paragraph === undefined || !hasHan(paragraph.text)) continue;
			const { text, where } = paragraph;
			const zones = scanZones(text);
			let own = withoutAddresses(text);
			for (const zone of zones) own = blank(own, zone.start, zone.end);
			found.push({ block, text, own, role, where, zones });
		}
	}
	read.set(outline, found);
	return found;
}

/** Everything that is read by people, in document order: not the contents list, not headers and footers. Han text only. */
export function passages(context: Judged, roles?: readonly Role[]): readonly Passage[] {
	return passagesOf(context).filter(({ role }) =>
		roles === undefined ? !furniture.includes(role) : roles.includes(role),
	);
}

/** Roles of running text: sentences, not list lines, captions or cells. */
export const proseRoles: readonly Role[] = [
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'closing',
	'note',
];

/** Running text of the material, in document order. */
export function prose(context: Judged): readonly Passage[] {
	return passages(context, proseRoles);
}

/** Block from which the attachments begin; the number of paragraphs when there are none. */
export function firstAttachmentBlock(context: Judged): number {
	const claim = context.outline.claims.find(
		(each) => each.role === 'attachment-label' || each.role === 'attachment-title',
	);
	return claim?.block ?? context.doc.paragraphs.length;
}

/** Running text before the attachments. */
export function mainProse(context: Judged): readonly Passage[] {
	const end = firstAttachmentBlock(context);
	return prose(context).filter((passage) => passage.block < end);
}

/** All matches of a global expression, with their offsets. */
export function matches(expression: RegExp, text: string): readonly RegExpExecArray[] {
	return [...text.matchAll(expression)];
}

/** The text without any blanks, for comparing names and fixed forms. */
export function squeeze(text: string): string {
	return text.replace(/[\s\u3000]/g, '');
}

/** Half-width punctuation as full width, blanks gone: the form in which fixed phrases are compared. */
export function normalised(text: string): string {
	const wide: Readonly<Record<string, string>> = {
		',': '，',
		':': '：',
		';': '；',
		'(': '（',
		')': '）',
		'?': '？',
		'!': '！',
	};
	return squeeze(text).replace(/[,:;()?!]/g, (mark) => wide[mark] ?? mark);
}
