/** Names of sessions: 滨江市第十七届人民代表大会常务委员会第二十三次会议, 市十七届人大常委会第23次主任会议, 第十一次会议, 上次会议. */

import { isHanNumeral, type ScannedNumber, scanNumber } from './numeral.ts';

/** Whose meeting it is. */
export type SessionOrgan = 'standing-committee' | 'congress' | 'unstated';

/** A session named in a text; ranges are UTF-16 offsets in it. */
export interface SessionMention {
	readonly start: number;
	readonly end: number;
	/** 滨江市, or a bare 市; null when none stands there. */
	readonly place: { readonly text: string; readonly start: number; readonly end: number } | null;
	readonly term: ScannedNumber | null;
	/** Null for 上次会议 and the like. */
	readonly meeting: ScannedNumber | null;
	readonly relative: 'this' | 'previous' | 'next' | null;
	readonly organ: SessionOrgan;
	readonly kind: 'meeting' | 'chairpersons-meeting';
}

const placeEnds = [
	'自治区',
	'自治州',
	'直辖市',
	'自治县',
	'自治旗',
	'林区',
	'特区',
	'地区',
	'省',
	'市',
	'州',
	'盟',
	'县',
	'旗',
	'区',
];
const organs: readonly (readonly [string, SessionOrgan])[] = [
	['人民代表大会常务委员会', 'standing-committee'],
	['人民代表大会常委会', 'standing-committee'],
	['人大常委会', 'standing-committee'],
	['常委会', 'standing-committee'],
	['人民代表大会', 'congress'],
	['人大', 'congress'],
];
const relatives: readonly (readonly [string, 'this' | 'previous' | 'next'])[] = [
	['本次', 'this'],
	['这次', 'this'],
	['此次', 'this'],
	['上一次', 'previous'],
	['上次', 'previous'],
	['前次', 'previous'],
	['历次', 'previous'],
	['下一次', 'next'],
	['下次', 'next'],
];
const relativeKinds: readonly (readonly [string, SessionMention['kind']])[] = [
	['常委会主任会议', 'chairpersons-meeting'],
	['主任会议', 'chairpersons-meeting'],
	['人大常委会会议', 'meeting'],
	['常委会会议', 'meeting'],
	['常委会', 'meeting'],
	['会议', 'meeting'],
];

function isHan(character: string | undefined): boolean {
	return character !== undefined && character >= '\u4e00' && character <= '\u9fff';
}

/** The number that ends at `end`. */
function scanNumberBack(text: string, end: number): ScannedNumber | null {
	let start = end;
	const digit = (index: number): boolean => {
		const code = text.charCodeAt(index);
		return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
	};
	if (digit(end - 1)) while (start > 0 && end - start < 5 && digit(start - 1)) start -= 1;
	else while (start > 0 && end - start < 10 && isHanNumeral(text[start - 1])) start -= 1;
	const number = start < end ? scanNumber(text, start) : null;
	return number !== null && number.end === end ? number : null;
}

const verbsBefore = [
	'提请',
	'报请',
	'提交',
	'根据',
	'按照',
	'依照',
	'列席',
	'出席',
	'参加',
	'审议',
	'印发',
	'召集',
	'筹备',
];

/** A place name that ends at `end`: 滨江市, 滨江市望海区 (at most 12 characters), or one bare character 市. */
function placeBefore(text: string, end: number): SessionMention['place'] {
	const suffix = placeEnds.find((each) => text.startsWith(each, end - each.length));
	if (suffix === undefined) return null;
	let start = end - suffix.length;
	const stops = '在经由向对和与及于为将是日，。、；：（(——》”开举行召';
	while (start > 0 && end - start < 12 && isHan(text[start - 1]) && !stops.includes(text.charAt(start - 1))) start -= 1;
	// 提请市人大常委会: a verb is no part of a name, though its characters stand in names (日照市, 交口县).
	for (const verb of verbsBefore) {
		const at = text.lastIndexOf(verb, end - suffix.length - verb.length);
		if (at >= start) start = at + verb.length;
	}
	return { text: text.slice(start, end), start, end };
}

/** Reads backwards from the number of the meeting: organ, term, place. `at` is the offset of 第 (or of the number). */
function headOf(text: string, at: number): Pick<SessionMention, 'start' | 'place' | 'term' | 'organ'> {
	const organ = organs.find(([name]) => text.startsWith(name, at - name.length) && at >= name.length);
	let start = organ === undefined ? at : at - organ[0].length;
	let term: ScannedNumber | null = null;
	if (text[start - 1] === '届') {
		term = scanNumberBack(text, start - 1);
		if (term !== null) start = text[term.start - 1] === '第' ? term.start - 1 : term.start;
	}
	const place = organ !== undefined || term !== null ? placeBefore(text, start) : null;
	return { start: place?.start ?? start, place, term, organ: organ?.[1] ?? 'unstated' };
}

function sessionAt(text: string, times: number): SessionMention | null {
	const meeting = scanNumberBack(text, times);
	if (meeting === null || text[meeting.start - 1] !== '第') return null;
	const tail = text.startsWith('会议', times + 1)
		? (['会议', 'meeting'] as const)
		: relativeKinds.find(([name]) => name.endsWith('会议') && text.startsWith(name, times + 1));
	if (tail === undefined) return null;
	return {
		...headOf(text, meeting.start - 1),
		end: times + 1 + tail[0].length,
		meeting,
		relative: null,
		kind: tail[1],
	};
}

function relativeAt(text: string, at: number): SessionMention | null {
	for (const [word, relative] of relatives) {
		if (!text.startsWith(word, at)) continue;
		const kind = relativeKinds.find(([name]) => text.startsWith(name, at + word.length));
		if (kind === undefined) continue;
		return {
			start: at,
			end: at + word.length + kind[0].length,
			place: null,
			term: null,
			meeting: null,
			relative,
			organ: kind[0].includes('常委会') ? 'standing-committee' : 'unstated',
			kind: kind[1],
		};
	}
	return null;
}

/** All sessions named in a text, in order. Numbers may be Han or Arabic. Linear in the text. */
export function scanSessions(text: string): readonly SessionMention[] {
	const found: SessionMention[] = [];
	for (let at = text.indexOf('次'); at >= 0; at = text.indexOf('次', at + 1)) {
		const session = sessionAt(text, at) ?? relativeAt(text, at - 1) ?? relativeAt(text, at - 2);
		if (session !== null && session.start >= (found.at(-1)?.end ?? 0)) found.push(session);
	}
	return found;
}
