import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { punct } from '../text/sources.ts';
import { description, halfWidth, title } from './messages.ts';

const wide: Readonly<Record<string, string>> = {
	',': '，',
	'.': '。',
	':': '：',
	';': '；',
	'?': '？',
	'!': '！',
	'(': '（',
	')': '）',
};
/** Half-width marks; the point of a decimal and of a heading's number, which is in most papers, is none. */
const halfWidthMark = /[,:;?!()]|(?<!\d)\./g;
const han = /[\p{Script=Han}〇]/u;
const fullMarks = '，。、；：？！）》”’】〕…％';
const openings = '“‘《（〈【〔';

function isHan(character: string | undefined): boolean {
	return character !== undefined && han.test(character);
}

/** Whether the mark at `at` stands in Chinese: Han or Chinese punctuation before it, or a digit before and Han behind. */
function standsInChinese(text: string, at: number): boolean {
	const before = text[at - 1];
	const after = text[at + 1];
	if (before === undefined) return false;
	if (isHan(before) || fullMarks.includes(before)) return true;
	return /[\d%A-Za-z)]/.test(before) && after !== undefined && (isHan(after) || openings.includes(after));
}

/** A full stop needs more care: decimals, marks of headings (一.), name dots (买买提.艾力), ellipses. */
function isFullStop(text: string, at: number): boolean {
	if (text[at - 1] === '.' || text[at + 1] === '.') return false;
	if (!isHan(text[at - 1]) && !'）”》'.includes(text[at - 1] ?? '\n')) return false;
	const behind = /\S/u.exec(text.slice(at + 1, at + 9))?.[0];
	if (behind === undefined) return text.length <= at + 9;
	// Seven characters without a mark: a clause that can end here.
	return isHan(behind) && at >= 7 && !/[，。；：,;:\s]/u.test(text.slice(at - 7, at));
}

function bracketPairs(text: string): readonly (readonly [number, number])[] {
	const pairs: [number, number][] = [];
	const open: number[] = [];
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '(') open.push(at);
		else if (text[at] === ')') {
			const start = open.pop();
			// 「f(R)」 of a formula is no bracket of the sentence.
			if (start !== undefined && !/^[A-Za-z]$/.test(text.slice(start + 1, at))) pairs.push([start, at]);
		}
	}
	return pairs;
}

function check(context: DocumentContext): readonly Finding[] {
	const found: Finding[] = [];
	for (const passage of matching(passages(context), 'text', halfWidthMark)) {
		const { block, text } = passage;
		// Entries of a bibliography keep the half-width marks of GB/T 7714.
		if (/\[(?:J|M|D|C|N|R|S|P|Z|EB\/OL|DB\/OL)\]/.test(text)) continue;
		const clean = passage.plain;
		const mark = context.outline.claims[block]?.mark;
		const head = mark === undefined || mark.automatic ? 0 : mark.end;
		const report = (at: number): void => {
			const actual = text.charAt(at);
			const expected = wide[actual] ?? actual;
			found.push(replacement(passage, at, at + 1, expected, halfWidth(actual, expected), 'safe'));
		};
		for (let at = head; at < clean.length; at++) {
			const character = clean.charAt(at);
			if (character === '.') {
				if (isFullStop(clean, at)) report(at);
			} else if (',:;?!'.includes(character) && standsInChinese(clean, at)) {
				if (character === ':' && clean[at + 1] === '/') continue;
				report(at);
			}
		}
		for (const [start, end] of bracketPairs(clean)) {
			if (start < head) continue;
			const inner = clean.slice(start + 1, end);
			const beside = isHan(clean[start - 1]) || isHan(clean[end + 1]);
			// A bare (1) in a cell or at the head of a list is a label.
			if (/^\d*$/.test(inner) && (passage.where === 'table' || start === 0)) continue;
			if (!han.test(inner) && !beside) continue;
			report(start);
			report(end);
		}
	}
	return found;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-fullwidth',
		number: 111,
		group: 'punctuation',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: punct('4'),
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
