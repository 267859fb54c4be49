/** Paragraphs as the recognisers see them: text without outer blanks, and the few facts of format that are evidence. */

import type { Bilingual, Doc, Paragraph, Role, RoleClaim } from '@bianxu/model';

/** One paragraph of the running text, with what speaks for its role. */
export interface Line {
	readonly block: number;
	readonly paragraph: Paragraph;
	/** Without outer blanks; line breaks are kept as '\n'. */
	readonly text: string;
	/** Without any blank or break. */
	readonly dense: string;
	/** Level of a heading style, 0 for 'Title', null for any other style. */
	readonly styleLevel: number | null;
}

/** With what the names of such styles begin; most have another one. */
const NAMED = /^\s*(?:heading|title|标题)/i;

/** Level that a style's name states: 'heading 2' 2, 'Title' 0, anything else null. */
export function headingStyle(name: string): number | null {
	if (!NAMED.test(name)) return null;
	const plain = name.trim().toLowerCase();
	if (plain === 'title' || plain === '标题') return 0;
	const match = /^(?:heading|标题)\s*([1-9])$/.exec(plain);
	return match === null ? null : Number(match[1]);
}

/** Largest size of the line's runs in points, 0 when the file does not say (Markdown). */
export function sizeOf({ paragraph: { runs } }: Line): number {
	let largest = 0;
	for (const { format } of runs) if (format.size > largest) largest = format.size;
	return largest;
}

export function isCentred({ paragraph }: Line): boolean {
	return paragraph.format.alignment === 'center';
}

/** Most lines of running text hold no blank, and are not copied. */
const BLANK = /\s/;

/** The line of a paragraph. */
export function lineOf(paragraph: Paragraph): Line {
	const { block, text: whole } = paragraph;
	const styleLevel = headingStyle(paragraph.style);
	if (!BLANK.test(whole)) return { block, paragraph, text: whole, dense: whole, styleLevel };
	const text = (whole.includes('\f') ? whole.replaceAll('\f', '') : whole).trim();
	return { block, paragraph, text, dense: BLANK.test(text) ? text.replaceAll(/\s/g, '') : text, styleLevel };
}

/** Size that most characters of the running text have, in points; 0 when sizes are unknown. */
export function bodySize(doc: Doc): number {
	const counts = new Map<number, number>();
	let size = 0;
	let count = 0;
	const { paragraphs } = doc;
	for (let block = 0; block < paragraphs.length; block += 1) {
		const paragraph = paragraphs[block];
		if (paragraph?.where !== 'body') continue;
		const { runs } = paragraph;
		for (let at = 0; at < runs.length; at += 1) {
			const run = runs[at];
			if (run === undefined) continue;
			if (run.format.size !== size) {
				counts.set(size, (counts.get(size) ?? 0) + count);
				({ size } = run.format);
				count = 0;
			}
			count += run.end - run.start;
		}
	}
	counts.set(size, (counts.get(size) ?? 0) + count);
	return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** Evidence of one piece, in both languages. */
export function because(zh: string, en: string): readonly Bilingual[] {
	return [{ zh, en }];
}

/** A claim for a line or a paragraph. `confidence` from 0 to 1. */
export function claim(
	{ block }: Pick<Line, 'block'>,
	role: Role,
	confidence: number,
	evidence: readonly Bilingual[],
): RoleClaim {
	return { block, role, evidence, confidence };
}

/** Code of the last character, NaN for ''. */
export function lastCode(text: string): number {
	return text.charCodeAt(text.length - 1);
}

/** The characters' codes: to look for one of them without copying it out of its text. */
export function codesOf(characters: string): ReadonlySet<number> {
	return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** Colons at full and half width. */
export const COLONS = codesOf('：:');
const SENTENCE_MARKS = codesOf('。；！？;!?');
const CLOSING_MARKS = codesOf('"”』）)');

/** True when the text ends as a sentence does. */
export function endsAsSentence(text: string): boolean {
	const last = lastCode(text);
	return SENTENCE_MARKS.has(last) || (CLOSING_MARKS.has(last) && SENTENCE_MARKS.has(text.charCodeAt(text.length - 2)));
}
