import type { Template, TextItem } from '@bianxu/model';
import type { Face } from './face.ts';
import type { FontSet } from './fonts.ts';
import { geometryOf, POINTS_PER_MM } from './geometry.ts';

/** Middle of a 一字线 above its baseline, in em; its upper edge stands where 7.5 puts the page number. */
const DASH_MIDDLE = 0.4;

/** Text of a page number in the template's form, 「— 3 —」. */
export function pageNumberText(template: Template, number: number): string {
	return template.page.pageNumber.form.value.replace('{n}', String(number));
}

/** Baseline of the page number: 一字线 7 mm below the type area (GB/T 9704-2012 7.5). Points from the top of the paper. */
export function pageNumberBaseline(template: Template): number {
	const { top, textHeight } = geometryOf(template);
	const { offset, size } = template.page.pageNumber;
	return top + textHeight + offset.value * POINTS_PER_MM + DASH_MIDDLE * size.value;
}

/** The page number of a page: odd ones one cell in from the right, even ones one cell in from the left. */
export function pageNumberItem(template: Template, fonts: FontSet, number: number): TextItem | null {
	const { font, size } = template.page.pageNumber;
	const face = fonts.roles[font.value].face;
	if (face === null) return null;
	const geometry = geometryOf(template);
	const em = size.value;
	const text = pageNumberText(template, number);
	const advances = Array.from(text, (character) => halfWidth(face, character.codePointAt(0) ?? 0, em));
	const width = advances.reduce((sum, advance) => sum + advance, 0);
	const x = number % 2 === 1 ? geometry.left + geometry.textWidth - em - width : geometry.left + em;
	return {
		kind: 'text',
		x,
		y: pageNumberBaseline(template),
		size: em,
		font: face.name,
		text,
		advances,
		role: 'page-number',
	};
}

/** 半角: digits at their own width, the dash a full em, blanks half of one. */
function halfWidth(face: Face, codePoint: number, em: number): number {
	if (codePoint === 0x2014) return em;
	if (codePoint === 0x20) return em / 2;
	return (Math.max(0, face.advanceOf(codePoint)) * em) / 1000;
}

/** Words on every page of a print with substitutes; small, in the middle of the page number's line. */
export const SUBSTITUTE_MARK = '非正式：字体代用';
const MARK_SIZE = 7.5;

/** The mark as an item, null when no face is there for it. */
export function substituteMark(template: Template, fonts: FontSet): TextItem | null {
	const face = fonts.roles.songti.face;
	if (face === null) return null;
	const { left, textWidth } = geometryOf(template);
	const advances = Array.from(SUBSTITUTE_MARK, () => MARK_SIZE);
	const x = left + (textWidth - advances.length * MARK_SIZE) / 2;
	return {
		kind: 'text',
		x,
		y: pageNumberBaseline(template),
		size: MARK_SIZE,
		font: face.name,
		text: SUBSTITUTE_MARK,
		advances,
		role: 'page-furniture',
		color: '606060',
	};
}
