/** The reference grammar X1–X32: one left-to-right pass of hand-written scanners, linear in the text. */

import { scanZones } from './protection.ts';
import { type Mention, mention, type Protection } from './reference.ts';
import {
	scanAbbreviation,
	scanAttachment,
	scanDocumentNumber,
	scanLocalCount,
	scanNote,
	scanSection,
	scanSeries,
	scanTableOrFigure,
	scanWord,
} from './reference-local.ts';
import {
	materialNouns,
	type ScanContext,
	scanAgenda,
	scanCount,
	scanCountBehind,
	scanMaterial,
	scanNeighbour,
} from './reference-packet.ts';
import { scanSessions } from './session.ts';

/** Settings of a scan. */
export interface ReferenceOptions {
	/** Nouns of materials beside 会议材料, 会议文件 and the like: those of the packet's own file mark. */
	readonly nouns?: readonly string[];
}

/** What may begin at a UTF-16 unit, one bit a kind; plain text between two of them, 0, is skipped unit by unit. */
const MATERIAL = 1;
const WORD = 2;
const NUMERAL = 4;
const SIGN = 8;
const starts = new Uint8Array(0x10000);
for (const [kind, characters] of [
	[MATERIAL, '会文材补'],
	[WORD, '名方表材附首其再最如另会已（(本'],
	[NUMERAL, '零〇○一二两三四五六七八九十百千0123456789０１２３４５６７８９'],
	[SIGN, '第议附表图上前下后以如（(〔[［【注《①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'],
] as const)
	for (const character of characters) starts[character.charCodeAt(0)] = (starts[character.charCodeAt(0)] ?? 0) | kind;

/** The mention at `at`, where the unit has the bits `start`; `own` for one with which a noun of the packet's own begins. */
function scanAt(context: ScanContext, at: number, start: number, own: boolean): Mention | null {
	const { text } = context;
	if (own || (start & MATERIAL) !== 0) {
		const found = scanMaterial(context, at) ?? scanCountBehind(context, at);
		if (found !== null) return found;
	}
	let found: Mention | null = null;
	if ((start & NUMERAL) !== 0) found = scanCount(context, at) ?? scanSeries(text, at);
	else if ((start & SIGN) !== 0) found = scanSign(context, at, text.charAt(at));
	return found === null && (start & WORD) !== 0 ? scanWord(text, at) : found;
}

function scanSign(context: ScanContext, at: number, first: string): Mention | null {
	const { text } = context;
	switch (first) {
		case '第':
			return scanAgenda(context, at) ?? scanSection(text, at);
		case '议':
			return scanAgenda(context, at) ?? scanCountBehind(context, at);
		case '附':
			return scanAttachment(text, at) ?? scanTableOrFigure(text, at);
		case '表':
		case '图':
			return scanTableOrFigure(text, at);
		case '上':
		case '前':
		case '下':
		case '后':
			return scanNeighbour(context, at) ?? scanLocalCount(text, at);
		case '以':
		case '如':
			return scanLocalCount(text, at);
		case '〔':
		case '[':
		case '［':
		case '【':
			return scanDocumentNumber(text, at);
		case '（':
		case '(':
			return scanAbbreviation(text, at);
		default:
			// 注, ①
			return scanNote(text, at);
	}
}

/** Nouns of materials, longest first, and with what those begin that no other packet has. */
interface Vocabulary {
	readonly nouns: readonly string[];
	readonly ownStart: string;
}

const longestFirst = (nouns: readonly string[]): readonly string[] =>
	[...nouns].sort((left, right) => right.length - left.length);
const usual: Vocabulary = { nouns: longestFirst(materialNouns), ownStart: '' };
const vocabularies = new WeakMap<readonly string[], Vocabulary>();

/** One packet's nouns serve all its texts. */
function vocabularyOf(given: readonly string[] | undefined): Vocabulary {
	if (given === undefined || given.length === 0) return usual;
	let known = vocabularies.get(given);
	if (known === undefined) {
		const own = given.filter((noun) => !usual.nouns.includes(noun));
		known =
			own.length === 0
				? usual
				: {
						nouns: longestFirst([...new Set([...own, ...materialNouns])]),
						ownStart: own.map((noun) => noun.charAt(0)).join(''),
					};
		vocabularies.set(given, known);
	}
	return known;
}

/**
 * All mentions in one paragraph's text, in order, not overlapping except that a session (X27) may stand inside one.
 * Titles in 《》 are one mention each (X22); what stands inside them is not scanned. Numbers keep their exact places, so
 * that a change can replace digits and nothing else.
 */
export function scanReferences(text: string, options: ReferenceOptions = {}): readonly Mention[] {
	const zones = scanZones(text);
	const sessions = scanSessions(text);
	const { nouns, ownStart } = vocabularyOf(options.nouns);
	const context: ScanContext = { text, zones, sessions, nouns };
	const found: Mention[] = [];
	let zone = 0;
	for (let at = 0; at < text.length; ) {
		const start = starts[text.charCodeAt(at)] ?? 0;
		const own = ownStart !== '' && ownStart.includes(text.charAt(at));
		if (start === 0 && !own) {
			at += 1;
			continue;
		}
		while ((zones[zone]?.end ?? Number.POSITIVE_INFINITY) <= at) zone += 1;
		const here = zones[zone];
		if (here?.kind === 'title' && here.start === at) {
			found.push(mention({ kind: 'X22', start: at, end: here.end, noun: text.slice(at + 1, here.end - 1) }));
			at = here.end;
			continue;
		}
		const next = scanAt(context, at, start, own);
		if (next === null) {
			at += 1;
			continue;
		}
		const quoted: Protection | null =
			here?.kind === 'quotation' && here.start <= at ? (here.open ? 'open-quotation' : 'quotation') : null;
		found.push(quoted === null || next.protection !== null ? next : { ...next, protection: quoted });
		at = Math.max(next.end, at + 1);
	}
	if (sessions.length === 0) return found;
	for (const session of sessions) {
		const numbers =
			session.meeting === null ? [] : [{ from: { ...session.meeting, parts: [session.meeting.value] }, to: null }];
		found.push(mention({ kind: 'X27', start: session.start, end: session.end, noun: '会议', terms: numbers, session }));
	}
	return found.sort((left, right) => left.start - right.start || left.end - right.end);
}

/** Words without which no text cites what a packet numbers: every form of X1–X3, X7–X10, X22 and the packet's counts has one. */
const packetWords = /附件|文件|材料|议程|议题|《/;

/**
 * False where no mention of kinds X1–X3, X7–X10, X22 nor a count of the packet (X18) can stand, told without reading the
 * text for them: most paragraphs of a packet. `nouns` are those of its own file mark.
 */
export function mayCitePacket(text: string, nouns: readonly string[] = []): boolean {
	if (packetWords.test(text)) return true;
	for (let at = 0; at < nouns.length; at += 1) if (text.includes(nouns[at] ?? '')) return true;
	return false;
}

const read = new WeakMap<object, { readonly nouns: string; readonly mentions: readonly Mention[] }>();

/** As `scanReferences` of a paragraph's text; each paragraph is scanned once, whoever asks (paragraphs never change). */
export function mentionsOf(paragraph: { readonly text: string }, options: ReferenceOptions = {}): readonly Mention[] {
	const nouns = (options.nouns ?? []).join(' ');
	const known = read.get(paragraph);
	if (known?.nouns === nouns) return known.mentions;
	const mentions = scanReferences(paragraph.text, options);
	read.set(paragraph, { nouns, mentions });
	return mentions;
}

/** The noun before the number in a form of file mark: 第二十三次会议文件{n} → 文件, 参阅件（{n}） → 参阅件; null when it has none. */
export function nounOfForm(form: string): string | null {
	const at = form.search(/\{n\}|\{arabic\}/);
	if (at < 0) return null;
	let head = form.slice(0, at).replace(/(?<![之（(第\s])[之（(第\s]+$/u, '');
	const session = scanSessions(head).at(-1);
	if (session !== undefined) head = head.slice(session.end);
	return head.trim() === '' ? null : head.trim();
}
