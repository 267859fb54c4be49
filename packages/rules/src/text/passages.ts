/** Paragraphs as the content rules read them: with role, and with the stretches that are not the drafter's own words. */

import type { Doc, Paragraph, Role } from '@bianxu/model';
import { claimsOf } from '../role-style.ts';
import { scanZones, type Zone } from '@bianxu/numbering';
import { type Judged, perOutline } from '../per-outline.ts';
import { matching, select, textsIn } from './scan.ts';
import { paperMemory } from '../paper-memory.ts';

/** One paragraph with its role. `own` is the text with quotations, titles and addresses blanked out, of the same length. */
export interface Passage {
	readonly block: number;
	readonly text: string;
	readonly own: string;
	/** The text with web and mail addresses alone blanked out, of the same length. */
	readonly plain: string;
	readonly role: Role;
	readonly where: Paragraph['where'];
	readonly zones: readonly Zone[];
}

/** Stands for a character that a wording rule must not look at; no rule matches it. */
export const hole = '\uFFFC';

const addresses =
	/(?:https?:\/\/|www\.)[\w\-./?%&=#:~]+|(?<![\w.-])[\w.-]+@[\w-]+(?:\.[\w-]+)+|\b(?:(?<![\w-])|(?<=(?<![\w-])-+))[\w-]+\.(?:com|cn|gov|org|net)\b[\w\-./]*/g;

/** Every address has one of these; decimals, which are common, have none. */
const signOfAddress = /:\/\/|www\.|@|\.(?:com|cn|gov|org|net)/g;

/** What a zone opens with. */
const signOfZone = /[“「『‘《"]/g;

/** The text with the zones blanked out, of the same length. */
function withoutZones(text: string, zones: readonly Zone[]): string {
	if (zones.length === 0) return text;
	let own = '';
	let at = 0;
	for (const { start, end } of zones) {
		own += text.slice(at, start) + hole.repeat(end - start);
		at = end;
	}
	return own + text.slice(at);
}

/** The text with web and mail addresses blanked out, of the same length. */
function withoutAddresses(text: string): string {
	return text.replace(addresses, (match) => hole.repeat(match.length));
}

/** True when the text has at least one Han character. */
export function hasHan(text: string): boolean {
	// Most texts begin with one: the common block is asked for before the property, which is slow.
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= 0x4e00 && code <= 0x9fff) return true;
	}
	return han.test(text);
}

const han = /\p{Script=Han}/u;

const furniture: readonly Role[] = ['toc', 'page-furniture', 'blank'];

/** What is kept with an outline: all passages, and the selections of them that rules ask for. */
interface Read {
	readonly all: readonly Passage[];
	readonly byRoles: Map<readonly Role[] | null, readonly Passage[]>;
	main: readonly Passage[] | null;
}

interface Places {
	/** What people read from the first page to the last. */
	readonly running: readonly Paragraph[];
	/** Headers and footers. */
	readonly furniture: readonly Paragraph[];
}

const places = paperMemory<Doc, Places>();

/**
 * Paragraphs outside headers and footers, and those in them. The same document gets the same arrays, so that `scan` joins
 * the texts of the first once.
 */
export function paragraphsOf(doc: Doc): Places {
	const known = places.get(doc);
	if (known !== undefined) return known;
	const running: Paragraph[] = [];
	const furniture: Paragraph[] = [];
	for (let block = 0; block < doc.paragraphs.length; block++) {
		const paragraph = doc.paragraphs[block];
		if (paragraph === undefined) continue;
		(paragraph.where === 'header' || paragraph.where === 'footer' ? furniture : running).push(paragraph);
	}
	const found: Places = { running, furniture };
	places.set(doc, found);
	return found;
}

const kana = /[\u3041-\u3096\u30a1-\u30fa]/g;

/** Kana beyond a stray word: the paper is Japanese, and nothing here is meant for it. */
function isJapanese(paragraphs: readonly Paragraph[]): boolean {
	let count = 0;
	for (const { text } of matching(paragraphs, 'text', kana)) {
		count += text.match(kana)?.length ?? 0;
		if (count > 50) return true;
	}
	return false;
}

const noZones: readonly Zone[] = [];

/** Passages of a document; kept with its outline, because every content rule asks for them. */
const readOf = perOutline(({ doc, outline }): Read => {
	const all: Passage[] = [];
	const paragraphs = paragraphsOf(doc).running;
	if (!isJapanese(paragraphs)) {
		const zoned = matching(paragraphs, 'text', signOfZone);
		const addressed = matching(paragraphs, 'text', signOfAddress);
		/** Index in each of them of the next one. */
		let nextZoned = 0;
		let nextAddressed = 0;
		const orders: number[] = [];
		for (let order = 0; order < paragraphs.length; order++) {
			const paragraph = paragraphs[order];
			if (paragraph === undefined) continue;
			const hasAddress = addressed[nextAddressed] === paragraph;
			if (hasAddress) nextAddressed += 1;
			const hasZone = zoned[nextZoned] === paragraph;
			if (hasZone) nextZoned += 1;
			const { block, text, where } = paragraph;
			const role = outline.claims[block]?.role;
			if (role === undefined || !hasHan(text)) continue;
			const plain = hasAddress ? withoutAddresses(text) : text;
			const zones = hasZone ? scanZones(text) : noZones;
			all.push({ block, text, own: withoutZones(plain, zones), plain, role, where, zones });
			orders.push(order);
		}
		textsIn(all, paragraphs, orders);
	}
	return { all, byRoles: new Map(), main: null };
});

/**
 * Everything that is read by people, in document order: not the contents list, not headers and footers. Han text only.
 * The same question gets the same array, so that `scan` joins its texts once.
 */
export function passages(context: Judged, roles: readonly Role[] | null = null): readonly Passage[] {
	const { all, byRoles } = readOf(context);
	const known = byRoles.get(roles);
	if (known !== undefined) return known;
	const chosen = select(all, ({ role }) => (roles === null ? !furniture.includes(role) : roles.includes(role)));
	byRoles.set(roles, chosen);
	return chosen;
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
export function firstAttachmentBlock({ doc, outline }: Judged): number {
	return Math.min(
		claimsOf(outline, 'attachment-label')[0]?.block ?? doc.paragraphs.length,
		claimsOf(outline, 'attachment-title')[0]?.block ?? doc.paragraphs.length,
	);
}

/** Running text before the attachments. */
export function mainProse(context: Judged): readonly Passage[] {
	const read = readOf(context);
	if (read.main === null) {
		const end = firstAttachmentBlock(context);
		read.main = select(prose(context), ({ block }) => block < end);
	}
	return read.main;
}

/** All matches of a global expression, with their offsets. */
export function matches(expression: RegExp, text: string): readonly RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	expression.lastIndex = 0;
	for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
		found.push(match);
		if (match[0] === '') expression.lastIndex += 1;
	}
	return found;
}

/** The text without any blanks, for comparing names and fixed forms. */
export function squeeze(text: string): string {
	return text.replace(/[\s\u3000]/g, '');
}

const wide: Readonly<Record<string, string>> = {
	',': '，',
	':': '：',
	';': '；',
	'(': '（',
	')': '）',
	'?': '？',
	'!': '！',
};

/** Half-width punctuation as full width, blanks gone: the form in which fixed phrases are compared. */
export function normalised(text: string): string {
	return squeeze(text).replace(/[,:;()?!]/g, (mark) => wide[mark] ?? mark);
}
