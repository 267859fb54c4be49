/** The reference grammar X1–X32: one left-to-right pass of hand-written scanners, linear in the text. */

import { isHanNumeral } from './numeral.ts';
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

const materialStart = '会文材补';
const wordStart = '名方表材附首其再最如另会已（(本';

/** 1 for every UTF-16 unit at which a mention may begin: plain text between two of them is skipped unit by unit. */
const starts = new Uint8Array(0x10000);
for (const character of `${materialStart}${wordStart}第议附表图上前下后以如〔[［【注《零〇○一二两三四五六七八九十百千`)
	starts[character.charCodeAt(0)] = 1;
for (const [first, last] of [
	['0', '9'],
	['０', '９'],
	['①', '⑳'],
] as const)
	starts.fill(1, first.charCodeAt(0), last.charCodeAt(0) + 1);

function scanAt(context: ScanContext, at: number, ownStart: string): Mention | null {
	const { text } = context;
	const first = text.charAt(at);
	if (materialStart.includes(first) || ownStart.includes(first)) {
		const found = scanMaterial(context, at) ?? scanCountBehind(context, at);
		if (found !== null) return found;
	}
	let found: Mention | null = null;
	switch (first) {
		case '第':
			found = scanAgenda(context, at) ?? scanSection(text, at);
			break;
		case '议':
			found = scanAgenda(context, at) ?? scanCountBehind(context, at);
			break;
		case '附':
			found = scanAttachment(text, at) ?? scanTableOrFigure(text, at);
			break;
		case '表':
		case '图':
			found = scanTableOrFigure(text, at);
			break;
		case '上':
		case '前':
		case '下':
		case '后':
			found = scanNeighbour(context, at) ?? scanLocalCount(text, at);
			break;
		case '以':
		case '如':
			found = scanLocalCount(text, at);
			break;
		case '〔':
		case '[':
		case '［':
		case '【':
			found = scanDocumentNumber(text, at);
			break;
		case '注':
			found = scanNote(text, at);
			break;
		case '（':
		case '(':
			found = scanAbbreviation(text, at);
			break;
		default:
			if (isHanNumeral(first) || (first >= '0' && first <= '9') || (first >= '０' && first <= '９')) {
				found = scanCount(context, at) ?? scanSeries(text, at);
			} else if (first >= '①' && first <= '⑳') found = scanNote(text, at);
	}
	if (found === null && wordStart.includes(first)) found = scanWord(text, at);
	return found;
}

const usualNouns: readonly string[] = [...materialNouns].sort((left, right) => right.length - left.length);

/**
 * All mentions in one paragraph's text, in order, not overlapping except that a session (X27) may stand inside one.
 * Titles in 《》 are one mention each (X22); what stands inside them is not scanned. Numbers keep their exact places, so
 * that a change can replace digits and nothing else.
 */
export function scanReferences(text: string, options: ReferenceOptions = {}): readonly Mention[] {
	const zones = scanZones(text);
	const sessions = scanSessions(text);
	const own = (options.nouns ?? []).filter((noun) => !usualNouns.includes(noun));
	const nouns =
		own.length === 0
			? usualNouns
			: [...new Set([...own, ...materialNouns])].sort((left, right) => right.length - left.length);
	const context: ScanContext = { text, zones, sessions, nouns };
	const ownStart = own.map((noun) => noun.charAt(0)).join('');
	const found: Mention[] = [];
	let zone = 0;
	for (let at = 0; at < text.length; ) {
		if (starts[text.charCodeAt(at)] === 0 && (ownStart === '' || !ownStart.includes(text.charAt(at)))) {
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
		const next = scanAt(context, at, ownStart);
		if (next === null) {
			at += 1;
			continue;
		}
		const quoted: Protection | null =
			here?.kind === 'quotation' && here.start <= at ? (here.open ? 'open-quotation' : 'quotation') : null;
		found.push(quoted === null || next.protection !== null ? next : { ...next, protection: quoted });
		at = Math.max(next.end, at + 1);
	}
	for (const session of sessions) {
		const numbers =
			session.meeting === null ? [] : [{ from: { ...session.meeting, parts: [session.meeting.value] }, to: null }];
		found.push(mention({ kind: 'X27', start: session.start, end: session.end, noun: '会议', terms: numbers, session }));
	}
	if (sessions.length === 0) return found;
	return found.sort((left, right) => left.start - right.start || left.end - right.end);
}

/** Words without which no text cites what a packet numbers: every form of X1–X3, X7–X10, X22 and the packet's counts has one. */
const packetWords = /附件|文件|材料|议程|议题|《/;

/**
 * False where no mention of kinds X1–X3, X7–X10, X22 nor a count of the packet (X18) can stand, told without reading the
 * text for them: most paragraphs of a packet. `nouns` are those of its own file mark.
 */
export function mayCitePacket(text: string, nouns: readonly string[] = []): boolean {
	return packetWords.test(text) || nouns.some((noun) => text.includes(noun));
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
