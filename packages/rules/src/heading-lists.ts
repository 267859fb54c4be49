import {
	type Doc,
	flattenHeadings,
	type HeadingMark,
	type OutlineNode,
	type Role,
	type RoleClaim,
} from '@bianxu/model';
import { headingMark } from '@bianxu/numbering';
import { perOutline } from './per-outline.ts';
import { hasHan, passages } from './text/passages.ts';

/** A numbered heading, typed or automatic. */
export interface Heading {
	readonly block: number;
	readonly mark: HeadingMark;
	readonly claim: RoleClaim;
	/** Whole text of the paragraph. */
	readonly text: string;
	/** Id of the automatic list; null when the number is typed. */
	readonly list: string | null;
	/** Last block before the next heading of any level, inclusive. */
	readonly lastOwn: number;
}

/** Headings of one level under one parent, in order. */
export interface HeadingList {
	readonly parent: Heading | null;
	readonly level: HeadingMark['level'];
	readonly items: readonly Heading[];
}

interface OpenList {
	readonly parent: Heading | null;
	readonly level: HeadingMark['level'];
	readonly items: Heading[];
}

/** Papers whose numbered paragraphs are articles or items and no headings. */
export const articleGenres: ReadonlySet<string> = new Set(['决定', '决议', '议程', '日程', '名单']);

/** Where another text begins, with numbers of its own. */
const boundaries: ReadonlySet<Role> = new Set<Role>(['title', 'organ-line', 'attachment-label', 'attachment-title']);

/** A heading while the next one is not known. */
interface OpenHeading extends Heading {
	lastOwn: number;
}

/** The heading tree as a list, parents before children. */
export const headingNodes = perOutline(({ outline }): readonly OutlineNode[] => flattenHeadings(outline.headings));

const HAN_DIGITS = '一二三四五六七八九十';

/** 「三、四季度」 and 「一、二级公路」 are words of a sentence, not marks. */
function isWordOfSentence(text: string, end: number): boolean {
	return (
		HAN_DIGITS.includes(text.charAt(end)) &&
		/^[一二三四五六七八九十]+(?:、[一二三四五六七八九十]+)*(?:季度|月|级|类|期|线)/u.test(text.slice(end))
	);
}

/** The numbered headings of the paper in order, of which the recogniser is reasonably sure, cut where another text begins. */
export const headingsOf = perOutline(({ doc, outline }): readonly (readonly Heading[])[] => {
	// Nothing that is read, or a paper in another language: its numbers follow other rules.
	if (passages({ doc, outline }).length === 0) return [];
	const { claims } = outline;
	const segments: OpenHeading[][] = [];
	let segment: OpenHeading[] = [];
	const close = (last: number): void => {
		const open = segment.at(-1);
		if (open !== undefined) open.lastOwn = last;
	};
	for (let at = 0; at < claims.length; at++) {
		const claim = claims[at];
		if (claim === undefined) continue;
		const { block, role, mark } = claim;
		if (boundaries.has(role)) {
			close(block - 1);
			if (segment.length > 0) segments.push(segment);
			segment = [];
			continue;
		}
		if (mark === undefined || !role.startsWith('heading-') || claim.confidence < 0.5) continue;
		const text = doc.paragraphs[block]?.text ?? '';
		if (!mark.automatic && isWordOfSentence(text, mark.end)) continue;
		// A line of a contents list, or of a paper in another language.
		if ((text.includes('\t') && /\t\d+\s*$/.test(text)) || !hasHan(text)) continue;
		close(block - 1);
		const list = mark.automatic ? (doc.paragraphs[block]?.label?.list ?? null) : null;
		segment.push({ block, mark, claim, text, list, lastOwn: block });
	}
	close(claims.length - 1);
	if (segment.length > 0) segments.push(segment);
	return segments;
});

/** The same headings in one list. */
export const allHeadings = perOutline((context): readonly Heading[] => headingsOf(context).flat());

/** A number 1 begins a new list behind a higher number, or when the automatic list is another one. */
function restarts(heading: Heading, last: Heading | undefined): boolean {
	if (heading.mark.ordinal !== 1 || last === undefined) return false;
	if (last.mark.ordinal > 1) return true;
	return heading.list !== null && last.list !== null && heading.list !== last.list;
}

/**
 * The headings as lists of siblings. A list that starts again with 1 after a number above 1 is a list of its own: that
 * is how 「1.…2.…」 restarts under an unnumbered line.
 */
export const headingLists = perOutline((context): readonly HeadingList[] => {
	const lists: OpenList[] = [];
	for (const segment of headingsOf(context)) {
		const open: OpenList[] = [];
		for (let at = 0; at < segment.length; at++) {
			const heading = segment[at];
			if (heading === undefined) continue;
			const { level } = heading.mark;
			while ((open.at(-1)?.level ?? 0) > level) open.pop();
			const top = open.at(-1);
			if (top !== undefined && top.level === level) {
				if (!restarts(heading, top.items.at(-1))) {
					top.items.push(heading);
					continue;
				}
				open.pop();
			}
			const list: OpenList = { parent: open.at(-1)?.items.at(-1) ?? null, level, items: [heading] };
			lists.push(list);
			open.push(list);
		}
	}
	return lists;
});

/** Whether a mark stands somewhere in the blocks `from`..`to`, also inside a paragraph: then a number is not missing. */
export function holdsMark(doc: Doc, from: number, to: number, level: HeadingMark['level'], ordinal: number): boolean {
	const mark = headingMark(level, ordinal);
	const loose = mark.replace(/[（）()、.]/g, '');
	const forms = level === 2 || level === 4 ? [mark, `(${loose})`, `（${loose}、`] : [mark, `${loose}．`, `${loose}、`];
	return doc.paragraphs
		.slice(from, to + 1)
		.some(({ text, label }) => forms.some((form) => text.includes(form) || label?.text.includes(form) === true));
}
