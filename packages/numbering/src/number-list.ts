/** Lists and ranges of numbers: 之三、之五 / （三）至（五） / （三、五、七） / 三至五. */

import { type NumberSpan, scanNumberSpan } from './material-number.ts';
import { isHanNumeral, scanHan } from './numeral.ts';
import type { ReferenceTerm } from './reference.ts';
import { behindWord } from './word-at.ts';

/** Terms read, and the offset after the last. */
export interface NumberList {
	readonly terms: readonly ReferenceTerm[];
	readonly end: number;
	readonly doubt: 'numeral-end' | null;
}

const ranges = ['至', '到', '—', '－', '～', '~', '–', '-'];
const separators = ['、', '，', ',', '以及', '和', '及', '与', '或'];
/** With what one of these begins. */
const joinStarts = new Set(Array.from([...ranges, ...separators], (word) => word.charCodeAt(0)));
/** Words in 一 that follow a number directly: 会议材料之三一并审议. */
const afterOne = '并起同道';
const bareFollowers = '的和及与或至到所中里已未是为由在附之将应可经均都等详见——至';
const punctuation = '，。、；：！？,.;:!?（）()[]【】〔〕《》〈〉“”‘’「」『』"\'/／…·—－-～~ \t\u00a0\u3000\n\f';

/** True when a bare number that ends at `end` can be an ordinal: not 三份, 五年, 一律. */
export function endsOrdinal(text: string, end: number): boolean {
	const next = text[end];
	return next === undefined || punctuation.includes(next) || bareFollowers.includes(next);
}

/**
 * A number behind 之 or in brackets. A run of numeral characters that swallowed the 一 of 一并 is cut; when both readings
 * are numbers (之十一并), the longer one is given with a doubt.
 */
function scanMarked(
	text: string,
	at: number,
): { readonly span: NumberSpan; readonly doubt: NumberList['doubt'] } | null {
	const span = scanNumberSpan(text, at);
	if (span === null) {
		let end = at;
		while (end < text.length && end - at < 10 && isHanNumeral(text[end])) end += 1;
		if (end - at < 2 || text[end - 1] !== '一' || !afterOne.includes(text[end] ?? '\n')) return null;
		const shorter = scanHan(text.slice(0, end - 1), at);
		return shorter === null ? null : { span: { ...shorter, parts: [shorter.value] }, doubt: null };
	}
	const swallowed = span.script === 'han' && span.end - span.start > 1 && text[span.end - 1] === '一';
	return { span, doubt: swallowed && afterOne.includes(text[span.end] ?? '\n') ? 'numeral-end' : null };
}

interface Element {
	readonly terms: readonly ReferenceTerm[];
	readonly end: number;
	readonly shape: 'zhi' | 'bracket' | 'bare';
	readonly doubt: NumberList['doubt'];
}

/** The terms inside a bracket: 三 / 三、五 / 三至五. `at` is behind the opening bracket. */
function scanBracket(text: string, at: number): Element | null {
	const terms: ReferenceTerm[] = [];
	let next = at;
	for (let guard = 0; guard < 64; guard++) {
		const from = scanNumberSpan(text, next);
		if (from === null) return null;
		const through = behindWord(text, from.end, ranges);
		const to = through < 0 ? null : scanNumberSpan(text, through);
		terms.push({ from, to });
		next = to?.end ?? from.end;
		if (text[next] === '）' || text[next] === ')') return { terms, end: next + 1, shape: 'bracket', doubt: null };
		next = behindWord(text, next, separators);
		if (next < 0) return null;
	}
	return null;
}

function scanElement(text: string, at: number): Element | null {
	const first = text[at];
	if (first === '之') {
		const marked = scanMarked(text, at + 1);
		return marked === null
			? null
			: { terms: [{ from: marked.span, to: null }], end: marked.span.end, shape: 'zhi', doubt: marked.doubt };
	}
	if (first === '（' || first === '(') return scanBracket(text, at + 1);
	const span = scanNumberSpan(text, at);
	if (span === null) return null;
	return { terms: [{ from: span, to: null }], end: span.end, shape: 'bare', doubt: null };
}

function isSingle(element: Element): boolean {
	return element.terms.length === 1 && element.terms[0]?.to === null;
}

/**
 * Reads a list of numbers behind a noun at `at`. `nouns` may be repeated before a later number (会议材料之三至会议材料之五).
 * A bare number must be followed by something that can follow an ordinal. Null when no number stands there.
 */
export function scanNumberList(text: string, at: number, nouns: readonly string[]): NumberList | null {
	const first = scanElement(text, at);
	if (first === null) return null;
	// Most numbers stand alone.
	if (!joinStarts.has(text.charCodeAt(first.end)))
		return first.shape === 'bare' && !endsOrdinal(text, first.end) ? null : first;
	const terms = first.terms.slice();
	let end = first.end;
	let doubt = first.doubt;
	let last = first;
	for (let guard = 0; guard < 64; guard++) {
		const through = behindWord(text, end, ranges);
		const isRange = through >= 0;
		const gap = isRange ? through : behindWord(text, end, separators);
		if (gap < 0) break;
		const repeated = behindWord(text, gap, nouns);
		const next = scanElement(text, repeated >= 0 ? repeated : gap);
		if (next === null) break;
		// A bare number after a comma (…之三，五年来), or before a measure (…之三、四个方面), begins something else.
		if (next.shape === 'bare' && (text[end] === '，' || text[end] === ',' || !endsOrdinal(text, next.end))) break;
		if (next.shape === 'bracket' && last.shape !== 'bracket') break;
		if (isRange) {
			const previous = terms.at(-1);
			const to = next.terms[0];
			if (previous === undefined || previous.to !== null || to === undefined || !isSingle(next)) break;
			terms[terms.length - 1] = { from: previous.from, to: to.from };
		} else terms.push(...next.terms);
		end = next.end;
		doubt ??= next.doubt;
		last = next;
	}
	if (last.shape === 'bare' && !endsOrdinal(text, end)) return null;
	return { terms, end, doubt };
}
