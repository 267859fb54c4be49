import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { type Passage, passages } from '../text/passages.ts';
import { finding, replacement } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { punct } from '../text/sources.ts';
import { examples } from './examples.ts';
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

const anyBracket = /[\u3008-\u3015（）()]/g;
const sound: Reading = { lonely: [], mixed: [] };

function read(text: string): Reading {
	const open: Mark[] = [];
	const lonely: Mark[] = [];
	const mixed: Mark[] = [];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		// Most characters stand in the blocks of Han characters, which hold no bracket.
		if (code > 0x3015 && code < 0xff08) continue;
		if (!((code >= 0x3008 && code <= 0x3015) || code === 0xff08 || code === 0xff09 || code === 0x28 || code === 0x29))
			continue;
		const mark = text.charAt(at);
		if (partners[mark] !== undefined) open.push({ at, mark });
		else if (closers.has(mark)) {
			const last = open.at(-1);
			if (last !== undefined && kindOf(last.mark) === kindOf(mark)) {
				open.pop();
				if (partners[last.mark] !== mark) mixed.push(last.mark === '(' ? last : { at, mark });
			} else if (!isLabelTail(text, at)) lonely.push({ at, mark });
		}
	}
	if (open.length === 0) return lonely.length === 0 && mixed.length === 0 ? sound : { lonely, mixed };
	return { lonely: [...lonely, ...open].sort((a, b) => a.at - b.at), mixed };
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
	for (const passage of matching(all, 'text', anyBracket)) {
		const reading = read(passage.plain);
		if (reading === sound) continue;
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
	examples,
	check: (context) => ({ findings: check(context) }),
};
