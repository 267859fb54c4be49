import type { DocumentContext, Finding, Role, Rule } from '@bianxu/model';
import { parseHeadingMark } from '@bianxu/numbering';
import { allHeadings, articleGenres, type Heading } from '../heading-lists.ts';
import { replacement } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { description, endMark, title } from './messages.ts';

/** A heading of a line and a half; what is longer is a paragraph. */
const LONGEST = 40;
const END_MARKS = '。，；：、,;:';
const below: ReadonlySet<Role> = new Set<Role>([
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'table-caption',
	'figure-caption',
]);

/** Role of the first block behind the heading that is not blank; undefined at the end. */
function followedBy(
	context: DocumentContext,
	block: number,
): { readonly role: Role; readonly level: number } | undefined {
	const claim = context.outline.claims
		.slice(block + 1)
		.find(({ role }) => role !== 'blank' && role !== 'page-furniture');
	const paragraph = claim === undefined ? undefined : context.doc.paragraphs[claim.block];
	if (claim === undefined || paragraph === undefined) return undefined;
	// The next item of a list bears a mark, whatever it was taken for.
	const mark = parseHeadingMark(`${paragraph.label?.text ?? ''}${paragraph.text}`);
	return { role: claim.role, level: mark?.level ?? 9 };
}

/** True when a neighbour of the same level is a sentence with nothing below it: the heading is an item of a list. */
function inSentences(context: DocumentContext, { block, mark }: Heading): boolean {
	const all = allHeadings(context);
	const at = all.findIndex((other) => other.block === block);
	return [all[at - 1], all[at + 1]].some((other) => {
		if (other === undefined || other.mark.level !== mark.level || !other.text.trimEnd().endsWith('。')) return false;
		const next = followedBy(context, other.block);
		return other.claim.runInEnd === undefined && next !== undefined && next.level <= mark.level;
	});
}

function check(context: DocumentContext): readonly Finding[] {
	if (articleGenres.has(context.outline.genre)) return [];
	return allHeadings(context)
		.filter(({ text }) => END_MARKS.includes(text.trimEnd().at(-1) ?? ' '))
		.flatMap((heading): Finding[] => {
			const { block, claim, mark, text } = heading;
			if (claim.runInEnd !== undefined && claim.runInEnd < text.trimEnd().length) return [];
			const words = text.slice(mark.end).trim();
			const last = /[。，；：、,;:]$/u.exec(words)?.[0];
			if (last === undefined || words.length > LONGEST || mark.level > 3) return [];
			// Two sentences, or a sentence with a semicolon, is a paragraph with a number.
			if (/[。；！？：:;]/u.test(words.slice(0, -1))) return [];
			if (last === '。' && inSentences(context, heading)) return [];
			const next = followedBy(context, block);
			// It stands over text or lower headings; numbered sentences that follow each other are a list.
			if (next === undefined || !below.has(next.role) || next.level <= mark.level) return [];
			// 「主要做法有：」 introduces a list.
			if ((last === '：' || last === ':') && next.role !== 'body') return [];
			const at = text.trimEnd().length - 1;
			return [replacement({ block, text }, at, at + 1, '', endMark(last), 'safe', { actual: last, expected: '' })];
		});
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'heading-no-end-punct',
		number: 54,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: punct('B.4'),
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
