// Longer than 500 lines on purpose: the kinds of difference between two prints share one alignment and are told in one order.
import type { RejectFinding, Template } from '@bianxu/model';
import { type Alignment, alignPages, type PagePair } from './align-pages.ts';
import { diffText, type Hunk } from './diff-text.ts';
import { AGAINST, finding, gb } from './finding.ts';
import type { Line, PageView } from './page.ts';

/** Text findings that are told one by one; the rest is counted. */
const MOST_TEXT_FINDINGS = 40;
/** Loose sheets and a wrong order are faults of binding: 6.3, pages may not be missing. */
const BINDING = gb('6.3');

/** Pages of the print beside those of our own. `pairs` index into the views handed in. */
export interface PageComparison {
	readonly findings: readonly RejectFinding[];
	readonly pairs: readonly PagePair[];
}

/** Compares pages and their text with our own print of the same source: missing, extra, moved pages; lines that differ. */
export function comparePages(
	printed: readonly PageView[],
	expected: readonly PageView[],
	template: Template,
): PageComparison {
	const theirs = indexesOfWritten(printed);
	const ours = indexesOfWritten(expected);
	if (theirs.length === 0) return { findings: [], pairs: [] };
	const found = alignPages(
		ours.map((index) => expected[index]?.text ?? ''),
		theirs.map((index) => printed[index]?.text ?? ''),
	);
	const alignment: Alignment = {
		pairs: found.pairs.map((pair) => ({
			...pair,
			expected: ours[pair.expected] ?? 0,
			printed: theirs[pair.printed] ?? 0,
		})),
		missing: found.missing.map((index) => ours[index] ?? 0),
		extra: found.extra.map((index) => theirs[index] ?? 0),
	};
	const context: Context = { printed, expected, template };
	if (alignment.pairs.length === 0 && ours.length > 0) {
		return { findings: [...otherPaper(context)], pairs: [] };
	}
	const blocks = blocksOf({ ...alignment, missing: withoutPictures(alignment, context) });
	const findings: RejectFinding[] = [];
	const texts: RejectFinding[] = [];
	let reflowed = false;
	for (const block of blocks) {
		const result = compareBlock(block, context);
		findings.push(...result.pages);
		texts.push(...result.texts);
		reflowed ||= result.reflowed;
	}
	findings.push(...movedFindings(alignment.pairs, context));
	if (!reflowed) findings.push(...blankFindings(alignment.pairs, context));
	else findings.push(...reflowFindings(context));
	findings.push(...texts.slice(0, MOST_TEXT_FINDINGS), ...restOf(texts.length - MOST_TEXT_FINDINGS, template));
	return { findings, pairs: alignment.pairs };
}

interface Context {
	readonly printed: readonly PageView[];
	readonly expected: readonly PageView[];
	readonly template: Template;
}

function indexesOfWritten(views: readonly PageView[]): readonly number[] {
	return views.flatMap((view, index) => (view.text === '' ? [] : [index]));
}

/** Pages that are not there: where as many pages of pictures stand between the same neighbours, they are there unread. */
function withoutPictures({ pairs, missing }: Alignment, { printed, expected }: Context): readonly number[] {
	const inOrder = pairs.filter((pair) => !pair.moved).sort((a, b) => a.expected - b.expected);
	const ends = [...inOrder, { expected: expected.length, printed: printed.length }];
	let before = { expected: -1, printed: -1 };
	const lost: number[] = [];
	for (const pair of ends) {
		const gone = missing.filter((index) => index > before.expected && index < pair.expected);
		const unread = printed
			.slice(before.printed + 1, Math.max(before.printed + 1, pair.printed))
			.filter((view) => view.text === '' && (view.hasImage || !view.frame.blank));
		if (unread.length < gone.length) lost.push(...gone);
		before = pair;
	}
	return lost;
}

/** Pages between two pages that are equal on both sides and in order. */
interface Block {
	readonly pairs: readonly PagePair[];
	readonly missing: readonly number[];
	readonly extra: readonly number[];
}

function blocksOf({ pairs, missing, extra }: Alignment): readonly Block[] {
	const inOrder = pairs.filter((pair) => !pair.moved).sort((a, b) => a.expected - b.expected);
	const equal = inOrder.filter((pair) => pair.equal);
	const blocks: Block[] = [];
	let e = -1;
	let p = -1;
	const end = { expected: Number.POSITIVE_INFINITY, printed: Number.POSITIVE_INFINITY };
	const changed = inOrder.filter((pair) => !pair.equal);
	let [c, m, x] = [0, 0, 0];
	const sortedMissing = [...missing].sort((a, b) => a - b);
	const sortedExtra = [...extra].sort((a, b) => a - b);
	for (const next of [...equal, end]) {
		const block: { pairs: PagePair[]; missing: number[]; extra: number[] } = { pairs: [], missing: [], extra: [] };
		for (let pair = changed[c]; pair !== undefined && pair.expected < next.expected; pair = changed[++c])
			if (pair.expected > e) block.pairs.push(pair);
		for (let at = sortedMissing[m]; at !== undefined && at < next.expected; at = sortedMissing[++m])
			block.missing.push(at);
		for (let at = sortedExtra[x]; at !== undefined && at < next.printed; at = sortedExtra[++x])
			if (at > p) block.extra.push(at);
		if (block.pairs.length + block.missing.length + block.extra.length > 0) blocks.push(block);
		e = next.expected;
		p = next.printed;
	}
	return blocks;
}

interface BlockResult {
	readonly pages: readonly RejectFinding[];
	readonly texts: readonly RejectFinding[];
	/** True when the same text is broken into pages in another way. */
	readonly reflowed: boolean;
}

function compareBlock({ pairs, missing, extra }: Block, context: Context): BlockResult {
	const expectedPages = [...pairs.map((pair) => pair.expected), ...missing].sort((a, b) => a - b);
	const printedPages = [...pairs.map((pair) => pair.printed), ...extra].sort((a, b) => a - b);
	if (expectedPages.length > 0 && printedPages.length > 0) {
		const ours = streamOf(context.expected, expectedPages);
		const theirs = streamOf(context.printed, printedPages);
		const { hunks, complete } = diffText(ours.characters, theirs.characters);
		const edited = hunks.reduce(
			(sum, hunk) => sum + hunk.expectedEnd - hunk.expectedStart + hunk.actualEnd - hunk.actualStart,
			0,
		);
		const loose = lengthOf(context.expected, missing) + lengthOf(context.printed, extra);
		if (
			(missing.length + extra.length === 0 || edited < loose * 0.5) &&
			(complete || missing.length + extra.length === 0)
		) {
			const sameBreaks =
				pairs.length === expectedPages.length && pairs.length === printedPages.length && hunks.length > 0;
			const foreign = !sameBreaks || sharedLines(ours, theirs) < SAME_LINES;
			const { kept, turned } = foreign ? withoutTurnedCells(hunks, ours, theirs) : { kept: hunks, turned: [] };
			return {
				pages: [],
				texts: [
					...kept.flatMap((hunk) => textFinding(hunk, ours, theirs, context)),
					...turned.flatMap((hunk) => cellFinding(hunk, theirs, context)),
				],
				reflowed: !sameBreaks,
			};
		}
	}
	const texts = runsOf(pairs).flatMap((run) => {
		const ours = streamOf(
			context.expected,
			run.map((pair) => pair.expected),
		);
		const theirs = streamOf(
			context.printed,
			run.map((pair) => pair.printed),
		);
		return diffText(ours.characters, theirs.characters).hunks.flatMap((hunk) =>
			textFinding(hunk, ours, theirs, context),
		);
	});
	return { pages: [...missingFindings(missing, context), ...extraFindings(extra, context)], texts, reflowed: false };
}

/** Differences with fewer equal characters between them belong to one table, when they touch one at all. */
const TABLE_REACH = 60;
/** A page of which fewer lines are the same was set by another program, which breaks cells into other lines. */
const SAME_LINES = 0.6;

/**
 * A table cell broken into other lines has its text in another order among the cells beside it: characters are missing
 * here and too many there, in rows of several pieces, and in sum the same. `turned` holds the first difference of each
 * such table; they are for a person to look at.
 */
function withoutTurnedCells(
	hunks: readonly Hunk[],
	ours: Stream,
	theirs: Stream,
): { readonly kept: readonly Hunk[]; readonly turned: readonly Hunk[] } {
	const groups: Hunk[][] = [];
	for (const hunk of hunks) {
		const last = groups.at(-1)?.at(-1);
		if (last !== undefined && hunk.expectedStart - last.expectedEnd < TABLE_REACH) groups.at(-1)?.push(hunk);
		else groups.push([hunk]);
	}
	const kept: Hunk[] = [];
	const turned: Hunk[] = [];
	for (const group of groups) {
		const [first] = group;
		const inTable = group.some(
			(hunk) =>
				ours.places.slice(hunk.expectedStart, hunk.expectedEnd + 1).some(({ of }) => isRow(of)) ||
				theirs.places.slice(hunk.actualStart, hunk.actualEnd + 1).some(({ of }) => isRow(of)),
		);
		const lost = group.flatMap((hunk) => ours.characters.slice(hunk.expectedStart, hunk.expectedEnd));
		const added = group.flatMap((hunk) => theirs.characters.slice(hunk.actualStart, hunk.actualEnd));
		if (first !== undefined && inTable && lost.sort().join('') === added.sort().join('')) turned.push(first);
		else kept.push(...group);
	}
	return { kept, turned };
}

/** Share of the expected lines that the print has too, word for word. */
function sharedLines(ours: Stream, theirs: Stream): number {
	const there = new Set(theirs.places.map(({ of }) => of.text));
	const lines = new Set(ours.places.map(({ of }) => of));
	let shared = 0;
	for (const line of lines) if (there.has(line.text)) shared++;
	return lines.size === 0 ? 1 : shared / lines.size;
}

/** True for a line of several pieces, as the rows of a table are. */
function isRow(line: Line): boolean {
	return line.glyphs.some((glyph, index) => {
		const next = line.glyphs[index + 1];
		return next !== undefined && next.x - glyph.right > glyph.item.size * 0.8;
	});
}

function cellFinding(hunk: Hunk, theirs: Stream, { template }: Context): readonly RejectFinding[] {
	const place = theirs.places[Math.min(hunk.actualStart, theirs.places.length - 1)];
	return finding(
		template,
		'print-text',
		'warning',
		AGAINST,
		{
			zh: '表格单元格的换行与对照件不同，这一带文字逐字相符但次序无法比对，请人工核对这张表',
			en: 'cells of a table are broken into other lines than in the source: the characters are the same, their order could not be compared. Look at this table',
		},
		{
			page: place === undefined ? null : place.page + 1,
			line: place === undefined ? null : place.line + 1,
			text: place?.of.text ?? '',
		},
	);
}

/** Pairs that follow one another on both sides: text may have flowed from one page to the next. */
function runsOf(pairs: readonly PagePair[]): readonly (readonly PagePair[])[] {
	const runs: PagePair[][] = [];
	for (const pair of pairs) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (
			run !== undefined &&
			last !== undefined &&
			pair.expected === last.expected + 1 &&
			pair.printed === last.printed + 1
		)
			run.push(pair);
		else runs.push([pair]);
	}
	return runs;
}

function lengthOf(views: readonly PageView[], pages: readonly number[]): number {
	return pages.reduce((sum, page) => sum + (views[page]?.text.length ?? 0), 0);
}

/** Characters of some pages, and for each the page and line it stands in. */
interface Stream {
	readonly characters: readonly string[];
	readonly places: readonly { readonly page: number; readonly line: number; readonly of: Line }[];
}

function streamOf(views: readonly PageView[], pages: readonly number[]): Stream {
	const characters: string[] = [];
	const places: Stream['places'][number][] = [];
	for (const page of pages) {
		views[page]?.lines.forEach((line, index) => {
			const place = { page, line: index, of: line };
			for (const glyph of line.glyphs) {
				characters.push(glyph.character);
				places.push(place);
			}
		});
	}
	return { characters, places };
}

/** Text of the lines that a stretch touches, at most three. */
function linesText(stream: Stream, start: number, end: number): string {
	const touched = new Set(stream.places.slice(start, Math.max(end, start + 1)).map((place) => place.of));
	return (
		[...touched]
			.slice(0, 3)
			.map((line) => line.text)
			.join('') + (touched.size > 3 ? '……' : '')
	);
}

function textFinding(hunk: Hunk, ours: Stream, theirs: Stream, { template }: Context): readonly RejectFinding[] {
	const place = theirs.places[Math.min(hunk.actualStart, theirs.places.length - 1)];
	const expected = linesText(ours, Math.min(hunk.expectedStart, ours.characters.length - 1), hunk.expectedEnd);
	const actual = linesText(theirs, Math.min(hunk.actualStart, theirs.characters.length - 1), hunk.actualEnd);
	const cut = (stream: Stream, start: number, end: number): string => {
		const text = stream.characters.slice(start, end).join('');
		return text.length > 30 ? `${text.slice(0, 28)}……` : text;
	};
	const wanted = cut(ours, hunk.expectedStart, hunk.expectedEnd);
	const got = cut(theirs, hunk.actualStart, hunk.actualEnd);
	const zh = got === '' ? `漏印「${wanted}」` : wanted === '' ? `多出「${got}」` : `应为「${wanted}」，印成「${got}」`;
	const en =
		got === ''
			? `"${wanted}" is missing`
			: wanted === ''
				? `"${got}" is too much`
				: `"${wanted}" is printed as "${got}"`;
	return finding(
		template,
		'print-text',
		'error',
		AGAINST,
		{ zh: `文字与对照件不同：${zh}`, en: `the text differs from the source: ${en}` },
		{
			page: place === undefined ? null : place.page + 1,
			line: place === undefined ? null : place.line + 1,
			expected,
			actual,
			text: place?.of.text ?? '',
		},
	);
}

function restOf(count: number, template: Template): readonly RejectFinding[] {
	if (count <= 0) return [];
	return finding(
		template,
		'print-text',
		'error',
		AGAINST,
		{ zh: `文字不同之处另有 ${count} 处，未逐一列出`, en: `the text differs in ${count} more places, not listed` },
		{},
	);
}

/** 「第3页（「…」开头）」 of our own print, with the page number it bears where that is another. */
function nameOf(view: PageView | undefined): { readonly zh: string; readonly en: string } {
	if (view === undefined) return { zh: '', en: '' };
	const page = view.frame.index + 1;
	const opening = view.lines[0]?.text.slice(0, 16) ?? '';
	const number = view.frame.number ?? view.number?.value ?? null;
	const bears =
		number === null || number === page ? { zh: '', en: '' } : { zh: `，页码 ${number}`, en: `, numbered ${number}` };
	return {
		zh: `第 ${page} 页（「${opening}」开头${bears.zh}）`,
		en: `page ${page} (beginning "${opening}"${bears.en})`,
	};
}

function missingFindings(pages: readonly number[], { expected, template }: Context): readonly RejectFinding[] {
	return stretches(pages).flatMap(([first, last]) => {
		const name = nameOf(expected[first]);
		const more =
			last > first
				? { zh: `起共 ${last - first + 1} 页`, en: ` and the ${last - first} after it` }
				: { zh: '', en: '' };
		return finding(
			template,
			'print-page-missing',
			'error',
			BINDING,
			{
				zh: `缺页：对照件${name.zh}${more.zh}不在印件中，规定装订不掉页，请补印后重新装订`,
				en: `missing: ${name.en}${more.en} of the source is not in the print; no page may be lost. Print it and bind again`,
			},
			{
				expected: `第 ${first + 1}${last > first ? `—${last + 1}` : ''} 页`,
				actual: '缺',
				text: expected[first]?.lines[0]?.text ?? '',
			},
		);
	});
}

function extraFindings(pages: readonly number[], { printed, template }: Context): readonly RejectFinding[] {
	return stretches(pages).flatMap(([first, last]) => {
		const name = nameOf(printed[first]);
		return finding(
			template,
			'print-page-extra',
			'error',
			BINDING,
			{
				zh: `多页：印件${name.zh}${last > first ? `起共 ${last - first + 1} 页` : ''}不在对照件中，请核对是否重印或混入`,
				en: `extra: ${name.en}${last > first ? ` and the ${last - first} after it` : ''} of the print is not in the source; check for a page printed twice or from another paper`,
			},
			{
				page: first + 1,
				expected: '无',
				actual: `第 ${first + 1}${last > first ? `—${last + 1}` : ''} 页`,
				text: printed[first]?.lines[0]?.text ?? '',
			},
		);
	});
}

function stretches(pages: readonly number[]): readonly (readonly [number, number])[] {
	const found: [number, number][] = [];
	for (const page of [...pages].sort((a, b) => a - b)) {
		const last = found.at(-1);
		if (last !== undefined && page === last[1] + 1) last[1] = page;
		else found.push([page, page]);
	}
	return found;
}

/** Pages out of their order; two that changed places are told together. */
function movedFindings(pairs: readonly PagePair[], { expected, printed, template }: Context): readonly RejectFinding[] {
	const byPrinted = new Map(pairs.map((pair) => [pair.printed, pair]));
	const told = new Set<PagePair>();
	return pairs
		.filter((pair) => pair.moved)
		.flatMap((pair) => {
			if (told.has(pair)) return [];
			const name = nameOf(expected[pair.expected]);
			const other = byPrinted.get(pair.expected);
			const swapped = other !== undefined && other.expected === pair.printed;
			if (swapped) told.add(other);
			const [first, second] = [pair.printed, pair.expected].sort((a, b) => a - b).map((page) => page + 1);
			const at = swapped ? Math.min(pair.printed, pair.expected) : pair.printed;
			return finding(
				template,
				'print-page-order',
				'error',
				BINDING,
				swapped
					? {
							zh: `页序不对：印件第 ${first} 页与第 ${second} 页次序颠倒，请按次序重新装订`,
							en: `out of order: pages ${first} and ${second} of the print have changed places; bind again in order`,
						}
					: {
							zh: `页序不对：印件第 ${pair.printed + 1} 页是对照件${name.zh}，请按次序重新装订`,
							en: `out of order: page ${pair.printed + 1} of the print is ${name.en} of the source; bind again in order`,
						},
				{
					page: at + 1,
					expected: swapped ? `第 ${first}、${second} 页` : `第 ${pair.expected + 1} 页`,
					actual: swapped ? `第 ${second}、${first} 页` : `第 ${pair.printed + 1} 页`,
					text: printed[at]?.lines[0]?.text ?? '',
				},
			);
		});
}

/** Blank pages keep materials on rectos: a print with other blank pages has its sides changed. */
function blankFindings(pairs: readonly PagePair[], { expected, printed, template }: Context): readonly RejectFinding[] {
	const inOrder = pairs.filter((pair) => !pair.moved).sort((a, b) => a.expected - b.expected);
	const blanks = (views: readonly PageView[], from: number, to: number): number =>
		views.slice(from + 1, to).filter((view) => view.text === '' && !view.hasImage).length;
	const ends = [...inOrder, { expected: expected.length, printed: printed.length }];
	if (isSingleSided(inOrder, { expected, printed })) return singleSided(template);
	let before = { expected: -1, printed: -1 };
	const findings: RejectFinding[] = [];
	for (const pair of ends) {
		const wanted = blanks(expected, before.expected, pair.expected);
		const got = blanks(printed, before.printed, pair.printed);
		if (wanted !== got && pair.printed > before.printed) {
			const page = Math.min(pair.printed, printed.length - 1) + 1;
			findings.push(
				...finding(
					template,
					'page-duplex-parity',
					'warning',
					{ level: 'project', doc: '编序', clause: '' },
					{
						zh: `印件第 ${page} 页前应有空白页 ${wanted} 面，实有 ${got} 面；双面印刷的正反面会因此错位`,
						en: `${wanted} blank pages should stand before page ${page} of the print, there are ${got}; sides of the leaves change places`,
					},
					{ page, expected: `空白页 ${wanted} 面`, actual: `空白页 ${got} 面` },
				),
			);
		}
		before = pair;
	}
	return findings;
}

/** Pages that must lie behind each other before a print is called single-sided. */
const FEW_PAGES = 3;

/** True when a blank side follows nearly every page that ours has none behind: one side of each sheet is printed. */
function isSingleSided(
	inOrder: readonly PagePair[],
	{ expected, printed }: Pick<Context, 'expected' | 'printed'>,
): boolean {
	const isBlank = (view: PageView | undefined): boolean => view !== undefined && view.text === '' && !view.hasImage;
	let asked = 0;
	let blank = 0;
	for (const pair of inOrder) {
		// The last page has nothing behind it; a page before a blank of ours proves nothing.
		if (pair.printed + 1 >= printed.length || isBlank(expected[pair.expected + 1])) continue;
		asked++;
		if (isBlank(printed[pair.printed + 1])) blank++;
	}
	return asked >= FEW_PAGES && blank >= 0.9 * asked;
}

function singleSided(template: Template): readonly RejectFinding[] {
	return finding(
		template,
		'print-page-extra',
		'error',
		gb('6.2'),
		{
			zh: '单面印刷：各页背面都是空白，规定双面印刷，请重印',
			en: 'printed on one side: every page has a blank back; the standard requires both sides. Print again',
		},
		{ expected: '双面印刷', actual: '单面' },
	);
}

function reflowFindings({ expected, printed, template }: Context): readonly RejectFinding[] {
	const differ = expected.length !== printed.length;
	return finding(
		template,
		'print-page-breaks',
		'warning',
		AGAINST,
		{
			zh: `分页与对照件不同（对照件 ${expected.length} 页，印件 ${printed.length} 页），文字已逐字比对；请核对每面行数和每行字数`,
			en: `pages break elsewhere than in the source (${expected.length} pages there, ${printed.length} in the print); the text was compared character by character`,
		},
		{ expected: `${expected.length} 页`, actual: differ ? `${printed.length} 页` : `${printed.length} 页，分页不同` },
	);
}

function otherPaper({ expected, printed, template }: Context): readonly RejectFinding[] {
	return finding(
		template,
		'print-page-missing',
		'error',
		AGAINST,
		{
			zh: '印件与对照件没有一页相同，可能不是同一份材料，请核对 --against 所指文件',
			en: 'no page of the print is in the source; this may be another paper: check --against',
		},
		{
			expected: expected.find((view) => view.text !== '')?.lines[0]?.text ?? '',
			actual: printed.find((view) => view.text !== '')?.lines[0]?.text ?? '',
		},
	);
}
