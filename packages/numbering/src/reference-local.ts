/** Mentions of parts of the same text, of law, and the words that point without a number: X1–X6, X11–X17, X18–X32. */

import { type NumberSpan, scanNumberSpan } from './material-number.ts';
import { endOfHan, scanArabic, scanHan, scanNumber } from './numeral.ts';
import { type Mention, mention, type ReferenceKind, type ReferenceTerm } from './reference.ts';
import { behindWord } from './word-at.ts';

const ranges = ['至', '到', '—', '－', '～', '-'];
const separators = ['、', '，', ',', '和', '及', '与'];

function single(number: NumberSpan | null): readonly ReferenceTerm[] {
	return number === null ? [] : [{ from: number, to: null }];
}

function spanOf(text: string, at: number): NumberSpan | null {
	const number = scanNumber(text, at);
	return number === null ? null : { ...number, parts: [number.value] };
}

/** X1–X4, X29: 附件, 附件2, 附件1、2, 附件1至3, 附件3-1, 附件3之1, 附件：. */
export function scanAttachment(text: string, at: number): Mention | null {
	if (!text.startsWith('附件', at)) return null;
	const noun = '附件';
	let end = at + 2;
	if ((text[end] === ':' || text[end] === '：') && at <= 8 && text.slice(0, at).trim() === '') {
		return mention({ kind: 'X29', start: at, end: end + 1, noun });
	}
	const first = scanNumberSpan(text, end);
	const seen = text[at - 1] === '见';
	const bracketed = text[at - 1] === '（' || text[at - 1] === '(';
	if (first === null)
		return seen || bracketed ? mention({ kind: bracketed ? 'X2' : 'X1', start: at, end, noun }) : null;
	if (first.script === 'han' && '份个项条页类种'.includes(text[first.end] ?? '\n')) return null;
	end = first.end;
	if (text[end] === '之') {
		const nested = scanArabic(text, end + 1);
		if (nested !== null) {
			const number: NumberSpan = { ...first, end: nested.end, parts: [...first.parts, nested.value] };
			return mention({ kind: 'X4', start: at, end: nested.end, noun, terms: single(number) });
		}
	}
	const terms: ReferenceTerm[] = [{ from: first, to: null }];
	for (let guard = 0; guard < 64; guard++) {
		const through = behindWord(text, end, ranges);
		const gap = through >= 0 ? through : behindWord(text, end, separators);
		if (gap < 0) break;
		const repeated = behindWord(text, gap, [noun]);
		const next = scanNumberSpan(text, repeated >= 0 ? repeated : gap);
		if (next === null || next.script !== first.script || (repeated < 0 && !endsTerm(text, next.end))) break;
		const previous = terms.at(-1);
		if (through >= 0 && previous !== undefined) terms[terms.length - 1] = { from: previous.from, to: next };
		else terms.push({ from: next, to: null });
		end = next.end;
	}
	const several = terms.length > 1 || terms[0]?.to !== null;
	const kind: ReferenceKind = several ? 'X3' : first.parts.length > 1 ? 'X4' : seen || !bracketed ? 'X1' : 'X2';
	return mention({ kind, start: at, end, noun, terms });
}

/** A number in a list must not be the start of a quantity: 附件1、2026年…. */
function endsTerm(text: string, end: number): boolean {
	return !'年月日时%％万亿元个项份条页人号.．'.includes(text[end] ?? '\n') || text[end] === undefined;
}

function isHan(code: number): boolean {
	return code >= 0x4e00 && code <= 0x9fff;
}

/** X6, X15, X16: 附表1, 附图2, 附录A, 表1—表3, 图2-1. Not 代表1名, 地图2. */
export function scanTableOrFigure(text: string, at: number): Mention | null {
	const attached = text[at] === '附';
	const letterAt = attached ? at + 1 : at;
	const letter = text[letterAt];
	if (letter !== '表' && letter !== '图' && !(attached && letter === '录')) return null;
	if (!attached && isHan(text.charCodeAt(at - 1)) && !'见如在由和及与以看据中至、'.includes(text.charAt(at - 1)))
		return null;
	const noun = text.slice(at, letterAt + 1);
	const next = letterAt + 1;
	if (attached && /[A-Z]/.test(text[next] ?? '')) return mention({ kind: 'X6', start: at, end: next + 1, noun });
	const first = scanArabic(text, next);
	if (first === null) return null;
	const from = scanNumberSpan(text, next);
	if (from === null || '名人份张年月日个'.includes(text[from.end] ?? '\n')) return null;
	const through = behindWord(text, from.end, ranges);
	const repeated = through < 0 ? -1 : behindWord(text, through, [noun]);
	const to = repeated < 0 ? null : scanNumberSpan(text, repeated);
	const kind: ReferenceKind = attached ? 'X6' : letter === '表' ? 'X15' : 'X16';
	return mention({ kind, start: at, end: to?.end ?? from.end, noun, terms: [{ from, to }] });
}

const sectionNouns = ['部分', '章', '节'];
const firstSteps = [...sectionNouns, '条', '款', '项', '点', '目'];
const laterSteps = ['条', '款', '项', '点', '目', ...sectionNouns];
const lawSteps = ['条', '款', '项', '目'];

/** 第（三）项, 第三条, 第1点: one step of a path; `at` is at 第. */
function scanStep(
	text: string,
	at: number,
	nouns: readonly string[],
): { readonly number: NumberSpan; readonly noun: string; readonly end: number; readonly bracketed: boolean } | null {
	if (text[at] !== '第') return null;
	const bracketed = text[at + 1] === '（' || text[at + 1] === '(';
	const number = spanOf(text, bracketed ? at + 2 : at + 1);
	if (number === null) return null;
	let end = number.end;
	if (bracketed) {
		if (text[end] !== '）' && text[end] !== ')') return null;
		end += 1;
	}
	const noun = nouns.find((each) => text.startsWith(each, end));
	return noun === undefined ? null : { number, noun, end: end + noun.length, bracketed };
}

/** X11–X14, X17, X24: 第二部分, 第（三）项, 第二部分第（三）项第1点, 第五条第二款第（三）项, 第3页, 第4—6页. */
export function scanSection(text: string, at: number): Mention | null {
	const page = scanPage(text, at);
	if (page !== null) return page;
	const first = scanStep(text, at, firstSteps);
	if (first === null) return null;
	// 第三项措施 counts measures, and 第三项议程 is the agenda's: a bare 项 or 点 is a reference only inside a path or in brackets.
	if (!first.bracketed && (first.noun === '项' || first.noun === '点' || first.noun === '目')) return null;
	const terms: ReferenceTerm[] = [{ from: first.number, to: null }];
	let end = first.end;
	for (let guard = 0; guard < 6; guard++) {
		const next = scanStep(text, end, laterSteps);
		if (next === null) break;
		terms.push({ from: next.number, to: null });
		end = next.end;
	}
	const law = lawSteps.includes(first.noun) && !first.bracketed;
	const kind: ReferenceKind = law
		? 'X14'
		: terms.length > 1
			? 'X13'
			: sectionNouns.includes(first.noun)
				? 'X11'
				: 'X12';
	return mention({ kind, start: at, end, noun: first.noun, terms, protection: law ? 'law' : null });
}

function scanPage(text: string, at: number): Mention | null {
	const from = text[at] === '第' ? spanOf(text, at + 1) : null;
	if (from === null) return null;
	let next = text[from.end] === '页' ? from.end + 1 : from.end;
	const through = behindWord(text, next, ranges);
	const toAt = through >= 0 && text[through] === '第' ? through + 1 : through;
	const to = toAt >= 0 ? spanOf(text, toAt) : null;
	if (to !== null && text[to.end] === '页') next = to.end + 1;
	else if (next === from.end) return null;
	const ranged = to !== null && next === to.end + 1;
	const own = text.startsWith('本材料', at - 3) || text.startsWith('本报告', at - 3);
	return mention({
		kind: own ? 'X24' : 'X17',
		start: at,
		end: next,
		noun: '页',
		terms: [{ from, to: ranged ? to : null }],
	});
}

const here = ['前述', '以上', '上述', '下列', '以下', '如下'];
const hereCounted = ['个方面', '项', '点', '条', '类', '种', '件', '份'];

/** X18: 上述三项措施, 以下五个方面. */
export function scanLocalCount(text: string, at: number): Mention | null {
	const next = behindWord(text, at, here);
	const number = next < 0 ? null : spanOf(text, next);
	if (number === null) return null;
	const end = behindWord(text, number.end, hereCounted);
	if (end < 0) return null;
	return mention({ kind: 'X18', start: at, end, noun: text.slice(number.end, end), terms: single(number) });
}

const IS = '是'.charCodeAt(0);

/** X19: 一是 at the head of a clause. */
export function scanSeries(text: string, at: number): Mention | null {
	// Most numerals count something.
	if (text.charCodeAt(endOfHan(text, at)) !== IS) return null;
	if (at > 0 && !'。；：;:，,\u3000 '.includes(text.charAt(at - 1))) return null;
	const number = scanHan(text, at);
	if (number === null) return null;
	return mention({
		kind: 'X19',
		start: at,
		end: number.end + 1,
		noun: '是',
		terms: single({ ...number, parts: [number.value] }),
	});
}

/** X26: 〔2024〕5号, with 文件 behind it. */
export function scanDocumentNumber(text: string, at: number): Mention | null {
	const year = scanArabic(text, at + 1);
	if (year === null || !'〕]】］'.includes(text[year.end] ?? '\n')) return null;
	const number = spanOf(text, year.end + 1);
	if (number === null || text[number.end] !== '号') return null;
	const end = text.startsWith('文件', number.end + 1) ? number.end + 3 : number.end + 1;
	return mention({ kind: 'X26', start: at, end, noun: '号', terms: single(number) });
}

/** X25: 注1, ①. */
export function scanNote(text: string, at: number): Mention | null {
	const code = text.charCodeAt(at);
	if (code >= 0x2460 && code <= 0x2473) {
		const number: NumberSpan = {
			value: code - 0x245f,
			start: at,
			end: at + 1,
			script: 'arabic',
			parts: [code - 0x245f],
		};
		return mention({ kind: 'X25', start: at, end: at + 1, noun: '', terms: single(number) });
	}
	const number = text[at] === '注' ? scanArabic(text, at + 1) : null;
	if (number === null) return null;
	return mention({
		kind: 'X25',
		start: at,
		end: number.end,
		noun: '注',
		terms: single({ ...number, parts: [number.value] }),
	});
}

const words: readonly (readonly [string, ReferenceKind])[] = [
	['名单附后', 'X5'],
	['方案附后', 'X5'],
	['表格附后', 'X5'],
	['表附后', 'X5'],
	['材料附后', 'X5'],
	['附后', 'X5'],
	['首先', 'X20'],
	['其次', 'X20'],
	['再次', 'X20'],
	['最后', 'X20'],
	['如前所述', 'X28'],
	['如上所述', 'X28'],
	['另行印发', 'X30'],
	['另附', 'X30'],
	['另发', 'X30'],
	['会前已印发', 'X31'],
	['已印发各位', 'X31'],
	['（书面）', 'X32'],
	['(书面)', 'X32'],
	['（口头）', 'X32'],
	['(口头)', 'X32'],
	['本报告', 'X21'],
	['本议案', 'X21'],
	['本决定', 'X21'],
	['本决议', 'X21'],
	['本说明', 'X21'],
	['本方案', 'X21'],
	['本办法', 'X21'],
];

/** By the code of their first character. */
const wordsByStart = new Map<number, (readonly [string, ReferenceKind])[]>();
for (const entry of words) {
	const start = entry[0].charCodeAt(0);
	wordsByStart.set(start, [...(wordsByStart.get(start) ?? []), entry]);
}

/** X5, X20, X21, X28, X30–X32: words that point by themselves. */
export function scanWord(text: string, at: number): Mention | null {
	const found = wordsByStart.get(text.charCodeAt(at))?.find(([word]) => text.startsWith(word, at));
	return found === undefined ? null : mention({ kind: found[1], start: at, end: at + found[0].length, noun: found[0] });
}

const abbreviating = ['以下统一简称', '以下统简称', '以下简称'];

/** X23: （以下简称《条例》）. `noun` is the abbreviation itself. */
export function scanAbbreviation(text: string, at: number): Mention | null {
	const next = behindWord(text, at + 1, abbreviating);
	if (next < 0) return null;
	let end = next;
	while (end < text.length && end - next < 60 && text[end] !== '）' && text[end] !== ')') end += 1;
	if (text[end] !== '）' && text[end] !== ')') return null;
	const quotes = '“”《》「」"';
	const start = quotes.includes(text.charAt(next)) ? next + 1 : next;
	const noun = text.slice(start, quotes.includes(text.charAt(end - 1)) ? end - 1 : end);
	return mention({ kind: 'X23', start: at, end: end + 1, noun });
}

/** True for a mention at `start` that belongs to another paper: 「《通知》附件3」「会议材料之五附件2」「〔2026〕5号附件1」. */
export function ofAnotherPaper(text: string, start: number): boolean {
	return /(?:[》号〕\]]|材料(?:之?[（(]?[一二三四五六七八九十百\d]+[）)]?)?|文件(?:[（(]?[一二三四五六七八九十百\d]+[）)]?)?)(?:的|中的|所附)?$/.test(
		text.slice(Math.max(0, start - 16), start),
	);
}
