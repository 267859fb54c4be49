import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { matches, type Passage, passages } from '../text/passages.ts';
import { finding, replacement } from '../text/replacement.ts';
import { type Hit, scan } from '../text/scan.ts';
import { punct } from '../text/sources.ts';
import { description, mixedWidth, title, unpaired } from './messages.ts';

const partners: Readonly<Record<string, string>> = {
	'（': '）',
	'(': ')',
	'《': '》',
	'〈': '〉',
	'〔': '〕',
	'【': '】',
};
const closers = new Map(Object.entries(partners).map(([open, close]) => [close, open]));
/** Round brackets of either width belong together. */
function kindOf(mark: string): string {
	return mark === '(' || mark === ')' ? '（' : (closers.get(mark) ?? mark);
}

interface Mark {
	readonly at: number;
	readonly mark: string;
}

interface Reading {
	readonly lonely: readonly Mark[];
	readonly mixed: readonly Mark[];
}

/** 1） a） 一） at the head of a clause is a label, not half a bracket. */
function isLabelTail(text: string, at: number): boolean {
	return /(?:^|[。；：，、\s（(由见如据按])[\dA-Za-z一二三四五六七八九十]{1,3}$/u.test(
		text.slice(Math.max(0, at - 5), at),
	);
}

const anyBracket = /[（）()《》〈〉〔〕【】]/g;

function marksOf(text: string): readonly Mark[] {
	return matches(anyBracket, text).map(({ 0: mark, index }) => ({ at: index, mark }));
}

function read(text: string): Reading {
	const open: Mark[] = [];
	const lonely: Mark[] = [];
	const mixed: Mark[] = [];
	for (const each of marksOf(text)) {
		const { at, mark } = each;
		if (partners[mark] !== undefined) {
			open.push(each);
			continue;
		}
		const last = open.at(-1);
		if (last !== undefined && kindOf(last.mark) === kindOf(mark)) {
			open.pop();
			if (partners[last.mark] !== mark) mixed.push(last.mark === '(' ? last : each);
		} else if (!isLabelTail(text, at)) lonely.push(each);
	}
	return { lonely: [...lonely, ...open].sort((a, b) => a.at - b.at), mixed };
}

/** True when each bracket that opens is closed by the next one: nearly all texts. */
function isPlain(hits: readonly Hit<Passage>[], from: number, to: number): boolean {
	if ((to - from) % 2 !== 0) return false;
	for (let at = from; at < to; at += 2) {
		const open = hits[at]?.match[0];
		const close = hits[at + 1]?.match[0];
		if (open === undefined || close === undefined || partners[open] !== close) return false;
	}
	return true;
}

/** A bracket that opens in one line and closes in a later line of the same block of lines. */
function closedLater(all: readonly Passage[], order: number, mark: string): boolean {
	const partner = partners[mark];
	const role = all[order]?.role;
	for (const later of all.slice(order + 1, order + 4)) {
		if (later.role !== role) return false;
		if (read(later.text).lonely.some((each) => each.mark === partner)) return true;
	}
	return false;
}

function openedBefore(all: readonly Passage[], order: number, mark: string): boolean {
	const partner = closers.get(mark);
	const role = all[order]?.role;
	return all
		.slice(Math.max(0, order - 3), order)
		.some((earlier) => earlier.role === role && read(earlier.text).lonely.some((each) => each.mark === partner));
}

function check(context: DocumentContext): readonly Finding[] {
	const found: Finding[] = [];
	const all = passages(context);
	const hits = scan(all, 'text', anyBracket);
	for (let from = 0, to = 0; from < hits.length; from = to) {
		const passage = hits[from]?.item;
		while (to < hits.length && hits[to]?.item === passage) to += 1;
		if (passage === undefined || isPlain(hits, from, to)) continue;
		const reading = read(passage.plain);
		const order = all.indexOf(passage);
		for (const { at, mark } of reading.mixed) {
			const expected = mark === '(' ? '（' : '）';
			found.push(replacement(passage, at, at + 1, expected, mixedWidth(mark, expected), 'safe'));
		}
		for (const { at, mark } of reading.lonely) {
			const opens = partners[mark];
			if (opens !== undefined ? closedLater(all, order, mark) : openedBefore(all, order, mark)) continue;
			const partner = opens ?? closers.get(mark) ?? '';
			found.push(
				finding(passage.block, at, at + 1, unpaired(mark, partner), {
					actual: mark,
					expected: opens === undefined ? `${partner}…${mark}` : `${mark}…${partner}`,
				}),
			);
		}
	}
	return found;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-brackets-paired',
		number: 113,
		group: 'punctuation',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: punct('4.9'),
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
