import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { hasHan, type Passage, passages } from '../text/passages.ts';
import { finding, replacement } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { punct } from '../text/sources.ts';
import { description, noClose, noOpen, oddStraight, reversed, straight, title } from './messages.ts';

function positions(text: string, open: string, close: string): readonly number[] {
	if (!text.includes(open) && !text.includes(close)) return [];
	const found: number[] = [];
	for (let at = 0; at < text.length; at++) if (text[at] === open || text[at] === close) found.push(at);
	return found;
}

/** Straight quotes that are not the inch sign behind a digit. */
function straightQuotes(text: string): readonly number[] {
	return positions(text, '"', '"').filter((at) => !/\d/.test(text[at - 1] ?? ''));
}

function checkStraight(passage: Passage): readonly Finding[] {
	const { block, text } = passage;
	const all = straightQuotes(text);
	const first = all[0];
	if (first === undefined) return [];
	// A pair around Latin words in a Latin sentence is not ours.
	const pairs = all.length / 2;
	if (!Number.isInteger(pairs)) return [finding(block, first, first + 1, oddStraight, { actual: '"' })];
	const found: Finding[] = [];
	for (let pair = 0; pair < pairs; pair++) {
		const open = all[pair * 2] ?? 0;
		const close = all[pair * 2 + 1] ?? 0;
		const around = `${text[open - 1] ?? ''}${text.slice(open, close + 1)}${text[close + 1] ?? ''}`;
		if (!hasHan(around)) continue;
		found.push(replacement(passage, open, open + 1, '“', straight, 'safe'));
		found.push(replacement(passage, close, close + 1, '”', straight, 'safe'));
	}
	return found;
}

/** Exactly two marks, or marks in strict ”“ alternation: the right direction is certain. */
function checkDirection(passage: Passage, marks: readonly number[]): readonly Finding[] | null {
	const { text } = passage;
	const wrong = marks.filter((at, order) => text[at] !== (order % 2 === 0 ? '“' : '”'));
	if (wrong.length === 0 && marks.length % 2 === 0) return [];
	if (marks.length % 2 !== 0 || (marks.length > 2 && wrong.length !== marks.length)) return null;
	return wrong.map((at) => replacement(passage, at, at + 1, text[at] === '“' ? '”' : '“', reversed, 'safe'));
}

const anyQuote = /["“”]/g;

function check(context: DocumentContext): readonly Finding[] {
	const found: Finding[] = [];
	const all = passages(context);
	for (const passage of matching(all, 'text', anyQuote)) {
		const { block, text } = passage;
		found.push(...checkStraight(passage));
		const marks = positions(text, '“', '”');
		if (marks.length === 0) continue;
		const order = all.indexOf(passage);
		// A quotation over several paragraphs repeats “ at the head of each; only the last one is closed.
		const head = text.search(/\S/u);
		const goesOn = text[head] === '“' && all[order + 1]?.text.trimStart().startsWith('“') && marks.length % 2 === 1;
		const continues = all[order - 1]?.text.trimStart().startsWith('“') ?? false;
		if (goesOn) continue;
		const directed = checkDirection(passage, marks);
		if (directed !== null) {
			found.push(...directed);
			continue;
		}
		let open = -1;
		for (const at of marks) {
			if (text[at] === '“') {
				if (open >= 0) {
					found.push(finding(block, open, open + 1, noClose, { actual: '“', expected: '“…”' }));
				}
				open = at;
			} else if (open >= 0) open = -1;
			else if (!continues) found.push(finding(block, at, at + 1, noOpen, { actual: '”', expected: '“…”' }));
		}
		if (open >= 0) found.push(finding(block, open, open + 1, noClose, { actual: '“', expected: '“…”' }));
	}
	return found;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-quote-pairs',
		number: 112,
		group: 'punctuation',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: punct('4.8'),
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
