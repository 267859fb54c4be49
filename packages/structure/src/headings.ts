/** Headings of four levels, typed or automatic, on their own or run into the text (GB/T 9704-2012 7.3.3), and dash items. */

import type { Bilingual, HeadingMark, OutlineNode, Role, RoleClaim } from '@bianxu/model';
import { parseHan, parseHeadingMark } from '@bianxu/numbering';
import { because, claim, codesOf, COLONS, endsAsSentence, lastCode, type Line } from './line.ts';
import { itemGenres } from './words.ts';

/** Characters of a heading on a line of its own; longer is a numbered paragraph. */
const LONGEST_HEADING = 50;
/** The same when it ends as a sentence: 「二、存在的主要问题。」 is a heading with a slip, a long sentence is none. */
const LONGEST_SENTENCE = 30;
/** Characters of a run-in heading without its mark. */
const LONGEST_RUN_IN = 40;

const headingRoles: Readonly<Record<1 | 2 | 3 | 4, Role>> = {
	1: 'heading-1',
	2: 'heading-2',
	3: 'heading-3',
	4: 'heading-4',
};

/** The mark of a paragraph, from its text or from its automatic label. Null for bullets and for plain text. */
export function markOf(line: Line): HeadingMark | null {
	const { label, text } = line.paragraph;
	if (label !== null) {
		if (label.bullet) return null;
		const { text: shown } = label;
		const read = parseHeadingMark(shown) ?? parseHeadingMark(`${shown} `);
		if (read === null || shown.slice(read.end).trim() !== '') return null;
		return {
			level: read.level,
			ordinal: read.ordinal,
			form: read.form,
			automatic: true,
			start: 0,
			end: 0,
			canonical: read.canonical,
		};
	}
	const typed = parseHeadingMark(text);
	if (typed === null) return null;
	const { level, ordinal, form, start, end, canonical } = typed;
	return { level, ordinal, form, automatic: false, start, end, canonical };
}

/** End of the first sentence after the mark, its 。 included; -1 when the text behind the mark has none. */
function firstSentence(text: string, from: number): number {
	for (let at = from; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code !== 0x3002 && code !== 0xff01 && code !== 0xff1f) continue; // 。！？
		const next = text[at + 1];
		return next === '”' || next === '）' ? at + 2 : at + 1;
	}
	return -1;
}

/** True when the format changes at `at`: a run-in heading set in its own face. */
function formatChangesAt(line: Line, at: number): boolean {
	const { runs } = line.paragraph;
	if (runs.length < 2) return false;
	const before = runs.find((run) => run.start < at && run.end >= at);
	const after = runs.find((run) => run.start <= at && run.end > at);
	if (before === undefined || after === undefined || before === after) return false;
	return before.format.eastAsia !== after.format.eastAsia || before.format.bold !== after.format.bold;
}

/**
 * Where the heading's own typeface ends behind a comma, a colon or a blank: 「（一）加强领导，」 in Kaiti and the text in
 * Fangsong. Null when the typeface does not say so.
 */
function endByType(line: Line, start: number): number | null {
	const { text, runs } = line.paragraph;
	if (runs.length < 2) return null;
	const face = runs.find((run) => run.end > start)?.format.eastAsia;
	const other = runs.find((run) => run.start >= start + 3 && run.format.eastAsia !== face);
	if (face === undefined || other === undefined || other.start - start > LONGEST_RUN_IN) return null;
	const head = text.slice(start, other.start);
	return /[：:，,；;\s\u3000]$/.test(head) && !/[。！？]/.test(head) ? other.start : null;
}

function styled(line: Line): boolean {
	return line.styleLevel !== null && line.styleLevel > 0;
}

/** Whether words begin with the numeral after an ordinal. */
function countsOn(words: string, ordinal: number): boolean {
	const numeral = /^[一二三四五六七八九十]{1,3}/.exec(words)?.[0] ?? '';
	return numeral !== '' && parseHan(numeral) === ordinal + 1;
}

const numbers = new Map<string, Bilingual>();

/** Evidence for a heading: its number, then what else speaks for it. The same few numbers head every paper. */
function evidenceOf({ canonical, automatic }: HeadingMark, reason: Bilingual): readonly Bilingual[] {
	let number = numbers.get(canonical);
	if (number === undefined) {
		number = { zh: `序号“${canonical}”`, en: `number ${canonical}` };
		numbers.set(canonical, number);
	}
	return automatic ? [AUTOMATIC, number, reason] : [number, reason];
}

const AUTOMATIC: Bilingual = { zh: '自动编号', en: 'automatic number' };
const RUN_IN: Bilingual = { zh: '标题独句，后接正文', en: 'a short sentence before the text' };
const SHORT: Bilingual = { zh: '独立成行、较短', en: 'short, on a line of its own' };
const PHRASE = because('序号之后是短语', 'a phrase after the number');
/** Ends of a phrase that goes on. */
const OPEN_ENDS = codesOf('；;，,、');

/** The heading that a line is in a paper of the genre, or null: items and articles are text. */
export function headingClaim(line: Line, genre: string): RoleClaim | null {
	const mark = markOf(line);
	if (mark === null) return styledHeading(line);
	if (mark.level === 5) return null;
	const { block } = line;
	const role = headingRoles[mark.level];
	const text = line.paragraph.text;
	const trimmedEnd = text.trimEnd().length;
	const words = text.slice(mark.end).trim();
	const last = lastCode(words);
	if (words === '' || OPEN_ENDS.has(last)) return null;
	// 「一、二级保护区……。」 counts grades, 「十一、十二月份……。」 months: the stroke stands between two numerals of one word.
	if (mark.level === 1 && countsOn(words, mark.ordinal) && /[。；，]/.test(words)) return null;
	if (COLONS.has(last)) {
		// 「二、存在的问题：」 is a heading with a slip; deeper down it introduces a list.
		const slip = mark.level <= 2 && words.length <= 20 && !itemGenres.has(genre) && !/[，。]/.test(words);
		if (!slip && !styled(line)) return null;
		return { block, role, evidence: PHRASE, confidence: 0.6, mark };
	}
	const closed = endsAsSentence(words);
	// Articles of a decision are numbered sentences, items of an agenda numbered phrases.
	if (itemGenres.has(genre) && !styled(line) && (closed || genre === '议程' || genre === '日程')) return null;
	const sentence = firstSentence(text, mark.end);
	if (mark.form === 'ordinal-word' && sentence >= 0 && sentence < trimmedEnd) return null; // 「第一、……。……」 enumerates within the text.
	const end = endByType(line, mark.end) ?? sentence;
	if (end >= 0 && end < trimmedEnd) {
		const length = end - mark.end;
		const changes = formatChangesAt(line, end);
		if (length > LONGEST_RUN_IN && !changes) return null;
		// A clause with a stop inside is a sentence of the text; a run-in heading is one phrase.
		const long = length > 28 && !changes;
		const confidence = changes ? 0.9 : long ? 0.45 : mark.level === 1 ? 0.6 : 0.75;
		return { block, role, evidence: evidenceOf(mark, RUN_IN), confidence, mark, runInEnd: end };
	}
	if (closed && words.length > LONGEST_SENTENCE && !styled(line)) return null;
	if (words.length > LONGEST_HEADING && !styled(line)) return null;
	// 「一、会议时间：……。」 is a numbered sentence rather than a heading with a slip.
	const statement = closed && /[，：:]/.test(words);
	const confidence = styled(line) ? 0.95 : statement ? 0.45 : closed ? 0.6 : 0.9;
	return { block, role, evidence: evidenceOf(mark, SHORT), confidence, mark };
}

/** A heading without a number: only a heading style says so. Markdown's 「##」 is the first level under the title. */
function styledHeading(line: Line): RoleClaim | null {
	const { styleLevel, paragraph } = line;
	if (styleLevel === null || styleLevel === 0 || (paragraph.label !== null && paragraph.label.bullet)) return null;
	const level = paragraph.line === undefined ? styleLevel : styleLevel - 1;
	const role = level === 1 || level === 2 || level === 3 || level === 4 ? headingRoles[level] : null;
	if (role === null || line.dense.length > LONGEST_HEADING || endsAsSentence(line.text)) return null;
	return claim(line, role, 0.7, because('标题样式，没有序号', 'heading style without a number'));
}

const DASHES = codesOf('—-–―─－');

/** A list item that begins with a dash (「——坚持规划引领……」), or with what was typed for one. */
export function dashItem(line: Line): RoleClaim | null {
	if (!DASHES.has(line.text.charCodeAt(0))) return null;
	const match = /^(——|—|--+|––?|―+|──|－－?)\s*\S/.exec(line.text);
	if (match === null || line.paragraph.label !== null) return null;
	const proper = match[1] === '——';
	return claim(line, 'dash-item', proper ? 0.95 : 0.7, because('以破折号起头', 'begins with a dash'));
}

const END_MARKS = codesOf('。；：，、;:,.');

/** Words of a heading without its mark and its end mark. */
function headingWords(text: string, found: RoleClaim): string {
	const words = text.slice(found.mark?.end ?? 0, found.runInEnd ?? text.length).trim();
	const bare = END_MARKS.has(lastCode(words)) ? words.replace(/(?<![。；：，、;:,.])[。；：，、;:,.]+$/, '') : words;
	return bare.includes('\n') ? bare.replaceAll('\n', '') : bare;
}

interface Growing {
	readonly claim: RoleClaim;
	readonly mark: HeadingMark;
	readonly children: Growing[];
	last: number;
}

/** Roles that end the text of a heading: what follows belongs to the paper, not to its last part. */
const endRoles: ReadonlySet<Role> = new Set([
	'closing',
	'attachment-note',
	'signature',
	'date',
	'attachment-label',
	'attachment-title',
	'imprint',
	'page-furniture',
	'note-text',
]);

/**
 * The heading tree of the claims, in document order. Parents are the nearest heading of a higher level; a level may be left
 * out. `lastBlock` stops before the closing, the attachments and the headers. Headings without a mark are not in the tree.
 */
export function headingTree(claims: readonly RoleClaim[], textOf: (block: number) => string): readonly OutlineNode[] {
	const roots: Growing[] = [];
	// Headings that are not ended yet, each of a higher level than the next.
	const open: Growing[] = [];
	// The last block with something in it that belongs to them.
	let shown = -1;
	const close = (level: number): void => {
		for (let node = open.at(-1); node !== undefined && node.mark.level >= level; node = open.at(-1)) {
			node.last = shown;
			open.pop();
		}
	};
	for (let at = 0; at < claims.length; at += 1) {
		const each = claims[at];
		if (each === undefined || each.role === 'blank') continue;
		if (endRoles.has(each.role)) {
			close(0);
			continue;
		}
		const { mark } = each;
		if (mark !== undefined && each.role.startsWith('heading-')) {
			close(mark.level);
			const node: Growing = { claim: each, mark, children: [], last: each.block };
			(open.at(-1)?.children ?? roots).push(node);
			open.push(node);
		}
		shown = each.block;
	}
	close(0);
	const finish = (node: Growing): OutlineNode => ({
		block: node.claim.block,
		level: node.mark.level,
		mark: node.mark,
		text: headingWords(textOf(node.claim.block), node.claim),
		children: node.children.map(finish),
		lastBlock: node.last,
	});
	return roots.map(finish);
}
