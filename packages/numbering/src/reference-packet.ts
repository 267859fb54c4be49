/** Mentions of what the packet numbers: materials (X7–X9), agenda items (X10), and counts of both (X18). */

import { type NumberSpan, scanNumberSpan } from './material-number.ts';
import { endsOrdinal, scanNumberList } from './number-list.ts';
import { endOfHan, isHanNumeral, isHanNumeralAt, scanNumber } from './numeral.ts';
import { clauseStart, type Zone, zoneAt } from './protection.ts';
import { type AdjacentTitle, type Mention, mention, type Protection, type ReferenceTerm } from './reference.ts';
import type { SessionMention } from './session.ts';
import { behindWord } from './word-at.ts';

/** What the scanners of one paragraph share. */
export interface ScanContext {
	readonly text: string;
	readonly zones: readonly Zone[];
	readonly sessions: readonly SessionMention[];
	/** Nouns of materials, longest first. */
	readonly nouns: readonly string[];
}

/** Nouns that a material's number may follow; a packet with another form of file mark adds its own. */
export const materialNouns = ['会议补充材料', '补充材料', '会议文件', '会议材料', '文件', '材料'] as const;

/** Meetings that are not the session: 主任会议材料之三. */
const otherMeetings = ['主任', '党组', '党委', '常务', '联席', '专题', '座谈', '办公', '代表大会'];
/** What may stand between the name of a session and what is of it. */
const betweenSession = ['', '的', '印发的', '审议的', '议程', '会议'];
const beforePlainNoun = '见详参阅和及与或由对在将把按据照引看如同以于用的是为';

function isHan(character: string | undefined): boolean {
	return character !== undefined && character >= '\u4e00' && character <= '\u9fff';
}

const noSession = { session: null, direct: false } as const;

/** The session directly before a noun (第二十二次会议材料之三, 上次会议的材料之三), or the last one named in the same clause. */
function sessionBefore(
	context: ScanContext,
	start: number,
	noun: string,
	marks?: string,
): { readonly session: SessionMention | null; readonly direct: boolean } {
	const { text, zones, sessions } = context;
	if (sessions.length === 0) return noSession;
	const clause = clauseStart(text, start, marks);
	let low = 0;
	let high = sessions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sessions[middle]?.start ?? 0) <= start) low = middle + 1;
		else high = middle;
	}
	let nearest: SessionMention | null = null;
	for (let index = low - 1; index >= 0 && nearest === null; index--) {
		const session = sessions[index];
		if (session === undefined || session.end < clause) break;
		if (zoneAt(zones, session.start)?.kind !== 'title') nearest = session;
	}
	if (nearest === null) return noSession;
	const overlap = noun.startsWith('会议') ? 2 : 0;
	const between = nearest.end >= start + overlap ? '' : text.slice(nearest.end, start);
	const direct = nearest.end <= start + overlap && betweenSession.includes(between);
	return { session: nearest, direct };
}

function quoted(context: ScanContext, at: number): Protection | null {
	const zone = zoneAt(context.zones, at);
	if (zone === null) return null;
	return zone.open ? 'open-quotation' : 'quotation';
}

const leadWords = ['详见', '参见', '见', '即', '印发为', '为'];

function titleBeside(context: ScanContext, start: number, end: number): AdjacentTitle | null {
	const { text, zones } = context;
	if (zones.length === 0) return null;
	const read = (zone: Zone | null): AdjacentTitle | null =>
		zone?.kind === 'title'
			? { text: text.slice(zone.start + 1, zone.end - 1), start: zone.start, end: zone.end }
			: null;
	let before = start;
	const lead = leadWords.find((word) => text.startsWith(word, before - word.length));
	if (lead !== undefined) before -= lead.length;
	if (text[before - 1] === '（' || text[before - 1] === '(') before -= 1;
	if (text[before - 1] === '》') return read(zoneAt(zones, before - 1));
	let after = end;
	if (text[after] === '（' || text[after] === '(') after += 1;
	return text[after] === '《' ? read(zoneAt(zones, after)) : null;
}

/** 附件2 or 的附件 behind a material: X9. */
function attachmentBehind(text: string, end: number): Mention['attachment'] {
	const start = text.startsWith('的附件', end) ? end + 1 : end;
	if (!text.startsWith('附件', start)) return null;
	const number = scanNumberSpan(text, start + 2);
	return { number, start, end: number?.end ?? start + 2 };
}

function nounAt(context: ScanContext, at: number): string | null {
	const end = behindWord(context.text, at, context.nouns);
	return end < 0 ? null : context.text.slice(at, end);
}

/** 会议材料之五, 会议文件（五）, 材料五, 之三至之五, 三、五、七, with a bound attachment or a title beside. */
export function scanMaterial(context: ScanContext, at: number): Mention | null {
	const { text } = context;
	const noun = nounAt(context, at);
	if (noun === null) return null;
	const numbers = scanNumberList(text, at + noun.length, context.nouns);
	if (numbers === null) return null;
	const { session, direct } = sessionBefore(context, at, noun);
	const plain = noun === '文件' || noun === '材料';
	const foreign = plain
		? isHan(text[at - 1]) && !beforePlainNoun.includes(text.charAt(at - 1)) && !direct
		: otherMeetings.some((word) => text.startsWith(word, at - word.length)) && !noun.includes('补充');
	const marked = '之（('.includes(text.charAt(at + noun.length));
	if (foreign && !marked) return null;
	const attachment = attachmentBehind(text, numbers.end);
	const away = session !== null && session.relative !== 'this' && session.relative !== null;
	const protection = quoted(context, at) ?? (foreign ? 'other-papers' : away && direct ? 'other-session' : null);
	return mention({
		kind: attachment !== null ? 'X9' : noun.endsWith('文件') ? 'X7' : 'X8',
		start: at,
		end: attachment?.end ?? numbers.end,
		noun,
		terms: numbers.terms,
		series: noun.includes('补充') ? 'supplement' : 'main',
		protection,
		session: session?.relative === 'this' ? null : session,
		attachment,
		title: titleBeside(context, at, numbers.end),
		doubt: numbers.doubt ?? (session !== null && session.relative !== 'this' && !direct ? 'session-in-clause' : null),
	});
}

/** 上一份材料, 前一份文件, 下一份材料: a material by its place. */
export function scanNeighbour(context: ScanContext, at: number): Mention | null {
	if (context.text[at + 2] !== '份') return null;
	const match = /^(?:上|前|下|后)(?:一|1)份(?:会议)?(?:材料|文件)/.exec(context.text.slice(at, at + 8));
	if (match === null) return null;
	const end = at + match[0].length;
	return mention({ kind: 'X8', start: at, end, noun: match[0], protection: quoted(context, at) });
}

const agendaNouns = ['议程', '议题'];
const agendaRanges = ['至', '到', '—', '－', '～', '-'];
const agendaSeparators = ['、', '，', '和', '及', '与', '以及'];
const agendaJoins = [...agendaRanges, ...agendaSeparators];

/** Ordinals as 第三项、第四项 or 第三至五项; `measured` tells whether the last one carried 项. */
function scanOrdinals(
	text: string,
	at: number,
): { readonly terms: readonly ReferenceTerm[]; readonly end: number; readonly measured: boolean } | null {
	const terms: ReferenceTerm[] = [];
	let next = at;
	let measured = false;
	for (let guard = 0; guard < 32; guard++) {
		const from = scanOrdinal(text, next, terms.length === 0);
		if (from === null) return null;
		next = from.end;
		measured = from.measured;
		let to: NumberSpan | null = null;
		const through = behindWord(text, next, agendaRanges);
		if (through >= 0) {
			const until = scanOrdinal(text, through, false);
			if (until === null) return null;
			to = until.span;
			next = until.end;
			measured = until.measured;
		}
		terms.push({ from: from.span, to });
		const separator = behindWord(text, next, agendaSeparators);
		if (separator < 0 || (measured && scanOrdinal(text, separator, true) === null)) break;
		if (!measured && scanOrdinal(text, separator, false) === null) break;
		next = separator;
	}
	return { terms, end: next, measured };
}

function scanOrdinal(
	text: string,
	at: number,
	marked: boolean,
): { readonly span: NumberSpan; readonly end: number; readonly measured: boolean } | null {
	const start = text[at] === '第' ? at + 1 : at;
	if (marked && start === at) return null;
	const number = scanNumber(text, start);
	if (number === null) return null;
	const measure = text[number.end] === '项' || text[number.end] === '个';
	// 第三项议程、第四项议程: the noun may stand behind each.
	const noun = measure ? behindWord(text, number.end + 1, agendaNouns) : -1;
	const nextOrdinal = noun >= 0 ? behindWord(text, noun, agendaJoins) : -1;
	const end = nextOrdinal >= 0 && isAgendaOrdinal(text, nextOrdinal) ? noun : number.end + (measure ? 1 : 0);
	return { span: { ...number, parts: [number.value] }, end, measured: measure };
}

function isAgendaOrdinal(text: string, at: number): boolean {
	if (text[at] !== '第') return false;
	const number = scanNumber(text, at + 1);
	return (
		number !== null && '项个'.includes(text[number.end] ?? '\n') && behindWord(text, number.end + 1, agendaNouns) >= 0
	);
}

/** 第三项议程, 第三、四项议程, 第三项至第五项议题, 议程第三项. */
export function scanAgenda(context: ScanContext, at: number): Mention | null {
	const { text } = context;
	const noun = behindWord(text, at, agendaNouns);
	const ordinals = scanOrdinals(text, noun >= 0 ? noun : at);
	if (ordinals === null) return null;
	let end = ordinals.end;
	if (noun < 0) {
		end = behindWord(text, ordinals.end, agendaNouns);
		if (end < 0) return null;
	}
	if (!ordinals.measured) return null;
	const { session, direct } = sessionBefore(context, at, '');
	const away = session !== null && session.relative !== null && session.relative !== 'this';
	return mention({
		kind: 'X10',
		start: at,
		end,
		noun: text.slice(noun >= 0 ? at : end - 2, noun >= 0 ? noun : end),
		terms: ordinals.terms,
		protection: quoted(context, at) ?? (away && direct ? 'other-session' : null),
		session: session?.relative === 'this' ? null : session,
		title: titleBeside(context, at, end),
		doubt: session !== null && session.relative !== 'this' && !direct ? 'session-in-clause' : null,
	});
}

const countedNouns: readonly (readonly [string, Mention['counts']])[] = [
	['项议程', 'agenda'],
	['项议题', 'agenda'],
	['个议题', 'agenda'],
	['份会议材料', 'material'],
	['份会议文件', 'material'],
	['份材料', 'material'],
	['份文件', 'material'],
];
const countsBehind: readonly { readonly noun: string; readonly measure: string; readonly counts: Mention['counts'] }[] =
	[
		{ noun: '议程', measure: '项', counts: 'agenda' },
		{ noun: '议题', measure: '项', counts: 'agenda' },
		{ noun: '议题', measure: '个', counts: 'agenda' },
		{ noun: '材料', measure: '份', counts: 'material' },
		{ noun: '文件', measure: '份', counts: 'material' },
	];
/** 项, 个, 份. */
function isMeasure(code: number): boolean {
	return code === 0x9879 || code === 0x4e2a || code === 0x4efd;
}

/** 第九项议程 is an ordinal; 前三项议程, 其余六项议程 count a part of the packet. */
const partialBefore = '第前后余另剩这那各每之至';

/** 共九项议程, 二十八份材料: a count of the packet. `at` is at the number. */
export function scanCount(context: ScanContext, at: number): Mention | null {
	const { text } = context;
	// Most numbers count something else: the measure is asked for before anything that costs more.
	if (isHanNumeralAt(text, at) && !isMeasure(text.charCodeAt(endOfHan(text, at)))) return null;
	const number = scanNumber(text, at);
	if (number === null || !isMeasure(text.charCodeAt(number.end))) return null;
	const noun = countedNouns.find(([word]) => text.startsWith(word, number.end));
	if (noun === undefined) return null;
	const previous = text[at - 1];
	if (previous !== undefined && (partialBefore.includes(previous) || isNumeralCharacter(previous))) return null;
	if (/(?:上述|以上|下列|以下|前述|如下|其中)$/.test(text.slice(Math.max(0, at - 2), at))) return null;
	return count(context, { ...number, parts: [number.value] }, at, number.end + noun[0].length, noun[0], noun[1]);
}

const totals = ['共计', '共有', '总共', '共', '计'];

/** 议程共九项, 印发材料二十八份: the noun stands before the number. `at` is at the noun. */
export function scanCountBehind(context: ScanContext, at: number): Mention | null {
	const { text } = context;
	for (let index = 0; index < countsBehind.length; index += 1) {
		const counted = countsBehind[index];
		if (counted === undefined || !text.startsWith(counted.noun, at)) continue;
		const { noun, measure, counts } = counted;
		let next = at + noun.length;
		const word = behindWord(text, next, totals);
		if (word >= 0) next = word;
		const number = scanNumber(text, next);
		if (number === null || !text.startsWith(measure, number.end)) continue;
		const end = number.end + measure.length;
		if (!endsOrdinal(text, end)) continue;
		return count(context, { ...number, parts: [number.value] }, at, end, measure + noun, counts);
	}
	return null;
}

function isNumeralCharacter(character: string): boolean {
	return isHanNumeral(character) || /[0-9０-９.万亿余]/.test(character);
}

function count(
	context: ScanContext,
	span: NumberSpan,
	start: number,
	end: number,
	noun: string,
	counts: Mention['counts'],
): Mention {
	const { session } = sessionBefore(context, start, '', '。；！？;!?\n\f');
	const away = session !== null && session.relative !== null && session.relative !== 'this';
	return mention({
		kind: 'X18',
		start,
		end,
		noun,
		terms: [{ from: span, to: null }],
		protection: quoted(context, start) ?? (away ? 'other-session' : null),
		session: session?.relative === 'this' ? null : session,
		counts,
	});
}
