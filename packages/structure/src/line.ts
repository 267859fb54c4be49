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
	/** Largest size of its runs in points, 0 when the file does not say (Markdown). */
	readonly size: number;
	readonly centred: boolean;
	/** Level of a heading style, 0 for 'Title', null for any other style. */
	readonly styleLevel: number | null;
}

/** Level that a style's name states: 'heading 2' 2, 'Title' 0, anything else null. */
export function headingStyle(name: string): number | null {
	if (name === '') return null;
	const plain = name.trim().toLowerCase();
	if (plain === 'title' || plain === '标题') return 0;
	const match = /^(?:heading|标题)\s*([1-9])$/.exec(plain);
	return match === null ? null : Number(match[1]);
}

function largestSize({ runs }: Paragraph): number {
	let largest = 0;
	for (const { format } of runs) if (format.size > largest) largest = format.size;
	return largest;
}

/** Most lines of running text hold no blank, and are not copied. */
const BLANK = /\s/;

/** The line of a paragraph. */
export function lineOf(paragraph: Paragraph): Line {
	const text = (paragraph.text.includes('\f') ? paragraph.text.replaceAll('\f', '') : paragraph.text).trim();
	return {
		block: paragraph.block,
		paragraph,
		text,
		dense: BLANK.test(text) ? text.replaceAll(/\s/g, '') : text,
		size: largestSize(paragraph),
		centred: paragraph.format.alignment === 'center',
		styleLevel: headingStyle(paragraph.style),
	};
}

/** Size that most characters of the running text have, in points; 0 when sizes are unknown. */
export function bodySize(doc: Doc): number {
	const counts = new Map<number, number>();
	let size = 0;
	let count = 0;
	for (const { where, runs } of doc.paragraphs) {
		if (where !== 'body') continue;
		for (const { format, start, end } of runs) {
			if (format.size !== size) {
				counts.set(size, (counts.get(size) ?? 0) + count);
				size = format.size;
				count = 0;
			}
			count += end - start;
		}
	}
	counts.set(size, (counts.get(size) ?? 0) + count);
	return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** Both languages of one piece of evidence. */
export function because(zh: string, en: string): Bilingual {
	return { zh, en };
}

/** A claim for a line. `confidence` from 0 to 1. */
export function claim(line: Line, role: Role, confidence: number, ...evidence: readonly Bilingual[]): RoleClaim {
	return { block: line.block, role, evidence, confidence };
}

/** True when the text ends as a sentence does. */
export function endsAsSentence(text: string): boolean {
	return /[。；！？;!?]["”』）)]?$/.test(text);
}
