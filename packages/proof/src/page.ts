import type { Frame, Template, TextItem } from '@bianxu/model';

/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** Millimetres of a length in points, to 0.1 mm as people write them. */
export function millimetres(points: number): number {
	return Math.round((points / POINTS_PER_MM) * 10) / 10;
}

/** Type area (版心) of a template in points from the upper left corner of the paper. */
export interface TypeArea {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Type area of GB/T 9704-2012 5.2.1 from the template's page. */
export function typeAreaOf(template: Template): TypeArea {
	const { left, top, textWidth, textHeight } = template.page;
	return {
		left: left.value * POINTS_PER_MM,
		right: (left.value + textWidth.value) * POINTS_PER_MM,
		top: top.value * POINTS_PER_MM,
		bottom: (top.value + textHeight.value) * POINTS_PER_MM,
	};
}

/** One character where it stands; `item` is what it was set in. Blanks are left out. */
export interface Glyph {
	readonly character: string;
	readonly x: number;
	readonly y: number;
	readonly right: number;
	readonly item: TextItem;
}

/** Characters of one baseline from left to right. `text` has no blanks. */
export interface Line {
	readonly y: number;
	readonly text: string;
	readonly glyphs: readonly Glyph[];
	/** Largest size on the line, points. */
	readonly size: number;
}

/** A page number as printed (7.5). */
export interface PrintedNumber {
	readonly value: number;
	/** As printed, without blanks: 「—3—」. */
	readonly text: string;
	readonly left: number;
	readonly right: number;
	readonly y: number;
	readonly size: number;
}

/** A page as the comparison sees it: lines of the text, and what stands outside it. */
export interface PageView {
	readonly frame: Frame;
	/** Lines of the text, from the top; page number, header and words below the type area left out. */
	readonly lines: readonly Line[];
	/** Text of the lines, joined: blanks left out, so that two programs' ways to set them do not matter. */
	readonly text: string;
	readonly number: PrintedNumber | null;
	/** Text above and below the type area that is not the page number. */
	readonly header: readonly Line[];
	readonly footer: readonly Line[];
	readonly hasImage: boolean;
	/** Its text runs along the long side of the paper (a wide table, clause 8). */
	readonly turned: boolean;
}

/** Baselines nearer than this are one line (points): superscripts apart, programs round to 0.1 pt. */
const SAME_LINE = 3;
/** A baseline more than this above or below the type area is no text of it, even when the page is shifted (mm). */
const ABOVE = 3;
const BELOW = 6.5;
/** Dashes that people use around page numbers. */
const NUMBER_FORM = /^([—―─–\-－‐一]?)(\d{1,4})([—―─–\-－‐一]?)$/u;
/** Gap that parts two pieces of one baseline, in em. */
const PIECE_GAP = 3;

/** Words that our own printer puts under the pages of a print with substitutes. */
const OWN_WORDS = '非正式：字体代用';

/** Looks at a page. `template` says where its type area is, `dy` by how much the print stands lower (points). */
export function viewPage(frame: Frame, template: Template, dy = 0): PageView {
	const area = typeAreaOf(template);
	const glyphs: Glyph[] = [];
	let hasImage = false;
	for (const item of frame.items) {
		if (item.kind === 'text' && item.turn !== undefined) pushTurned(item, area, glyphs);
		else if (item.kind === 'text') pushGlyphs(item, glyphs);
		else if (item.kind === 'image') hasImage = true;
	}
	const lines = linesOf(glyphs);
	const found = numberOf(lines, area.bottom + dy);
	const body: Line[] = [];
	const header: Line[] = [];
	const footer: Line[] = [];
	for (const line of lines) {
		const rest = found === null || line !== found.line ? line : without(line, found.piece);
		if (rest === null || rest.text === OWN_WORDS) continue;
		if (rest.y - dy < area.top - ABOVE * POINTS_PER_MM) header.push(rest);
		else if (rest.y - dy > area.bottom + BELOW * POINTS_PER_MM) footer.push(rest);
		else body.push(rest);
	}
	const text = body.map((line) => line.text).join('');
	const turned = frame.items.some((item) => item.kind === 'text' && item.turn !== undefined);
	return { frame, lines: body, text, number: found?.number ?? null, header, footer, hasImage, turned };
}

/** Characters as compared: radicals and compatibility ideographs that fonts map to are those one types. */
function plain(character: string): string {
	return /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/u.test(character) ? character.normalize('NFKC') : character;
}

function pushGlyphs(item: TextItem, into: Glyph[]): void {
	let { x } = item;
	let index = 0;
	for (const written of item.text) {
		const advance = item.advances[index++] ?? 0;
		if (!/[\s\u200b-\u200f\ufeff\u0000-\u001f\u00ad\ufffe]/u.test(written)) {
			into.push({ character: plain(written), x, y: item.y, right: x + advance, item });
		}
		x += advance;
	}
}

/**
 * Text that runs upwards on a page turned a quarter, as one reads it: its lines begin at the left edge of the type area
 * and run along the long side of the paper, so that lines and their order are those of the reader.
 */
function pushTurned(item: TextItem, area: TypeArea, into: Glyph[]): void {
	pushGlyphs({ ...item, x: area.left + area.bottom - item.y, y: area.top + item.x - area.left }, into);
}

function linesOf(glyphs: readonly Glyph[]): readonly Line[] {
	const byBaseline = [...glyphs].sort((a, b) => a.y - b.y);
	const lines: Line[] = [];
	let group: Glyph[] = [];
	const close = (): void => {
		if (group.length > 0) lines.push(lineOf(group));
		group = [];
	};
	for (const glyph of byBaseline) {
		const first = group[0];
		if (first !== undefined && glyph.y - first.y > SAME_LINE) close();
		group.push(glyph);
	}
	close();
	return lines;
}

function lineOf(group: readonly Glyph[]): Line {
	const glyphs = [...group].sort((a, b) => a.x - b.x);
	// The baseline is that of most characters, so that one raised sign does not move the line.
	const y = medianOf(glyphs.map((glyph) => glyph.y));
	const size = glyphs.reduce((largest, glyph) => Math.max(largest, glyph.item.size), 0);
	return { y, text: glyphs.map((glyph) => glyph.character).join(''), glyphs, size };
}

/** Middle value; 0 of none. */
export function medianOf(values: readonly number[]): number {
	if (values.length === 0) return 0;
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? 0;
}

/** Pieces of a line with wide gaps between them. */
function piecesOf(line: Line): readonly (readonly Glyph[])[] {
	const pieces: Glyph[][] = [];
	let right = Number.NEGATIVE_INFINITY;
	for (const glyph of line.glyphs) {
		const last = pieces.at(-1);
		if (last === undefined || glyph.x - right > PIECE_GAP * glyph.item.size) pieces.push([glyph]);
		else last.push(glyph);
		right = Math.max(glyph.right, glyph.x);
	}
	return pieces;
}

interface FoundNumber {
	readonly line: Line;
	readonly piece: readonly Glyph[];
	readonly number: PrintedNumber;
}

/**
 * The page number: the lowest piece in the form of one. With dashes it may stand anywhere under the last text line, bare
 * digits only below the type area, where no table ends.
 */
function numberOf(lines: readonly Line[], bottom: number): FoundNumber | null {
	for (const line of [...lines].reverse()) {
		if (line.y < bottom - 8 * POINTS_PER_MM) return null;
		for (const piece of piecesOf(line)) {
			const text = piece.map((glyph) => glyph.character).join('');
			const match = NUMBER_FORM.exec(text);
			const first = piece[0];
			const last = piece.at(-1);
			if (match === null || first === undefined || last === undefined) continue;
			const dashed = match[1] !== '' && match[3] !== '';
			if (!dashed && line.y < bottom) continue;
			const number = {
				value: Number(match[2]),
				text,
				left: first.x,
				right: last.right,
				y: first.y,
				size: first.item.size,
			};
			return { line, piece, number };
		}
	}
	return null;
}

function without(line: Line, piece: readonly Glyph[]): Line | null {
	const gone = new Set(piece);
	const left = line.glyphs.filter((glyph) => !gone.has(glyph));
	return left.length === 0 ? null : lineOf(left);
}
