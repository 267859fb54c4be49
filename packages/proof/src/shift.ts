import type { RejectFinding, Template } from '@bianxu/model';
import { finding, gb } from './finding.ts';
import { medianOf, millimetres, type PageView, POINTS_PER_MM, typeAreaOf } from './page.ts';

/** How far a whole print stands off its place, in points; right and down are positive. */
export interface Shift {
	readonly dx: number;
	readonly dy: number;
}

/** What mirrored margins move the text of even pages by: 26 mm in place of 28 (210 − 28 − 156). */
const MIRROR_MM = -2;
/** A line at least this part of the text width begins at the left edge: a first line, two cells in, is 0.93 of it. */
const FLUSH = 0.95;
/** Full lines that must begin at one place to show the left edge of a page. */
const EDGE_LINES = 3;
/** Pages of fewer lines say nothing about the upper and lower edge. */
const FULL_PAGE = 15;
/** From this a shift is spoken of (mm): 6.1 allows 1 mm. */
const SPOKEN_MM = 1.2;
/**
 * Beyond this it is an error (mm). Less is a warning, for which a department may answer: the sheets lie alike and read
 * well, and printing all again for the feed of a machine is for the office to decide.
 */
const ERROR_MM = 10;

/** Edges of a page's text in points; `flush` is the left edge that its full lines share, null where too few do. */
export interface Extent {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	readonly flush: number | null;
}

/** Punctuation that may hang beyond the edge, as Word sets it by default. */
const HANGING = /[，。、；：！？”’）》〉】〕,.;:!?)]/u;

/** Extent of a page's text; null for a page without. */
export function extentOf(view: PageView, template: Template): Extent | null {
	if (view.lines.length === 0) return null;
	const full = template.page.textWidth.value * POINTS_PER_MM * FLUSH;
	let left = Number.POSITIVE_INFINITY;
	let right = Number.NEGATIVE_INFINITY;
	let top = Number.POSITIVE_INFINITY;
	let bottom = Number.NEGATIVE_INFINITY;
	const flush: number[] = [];
	for (const line of view.lines) {
		const { glyphs, y, size } = line;
		const first = glyphs[0];
		const hanging = glyphs.length > 1 && HANGING.test(glyphs.at(-1)?.character ?? '');
		const last = hanging ? glyphs.at(-2) : glyphs.at(-1);
		if (first === undefined || last === undefined) continue;
		left = Math.min(left, first.x);
		right = Math.max(right, last.right);
		top = Math.min(top, y - 0.88 * size);
		bottom = Math.max(bottom, y + 0.12 * size);
		if ((glyphs.at(-1)?.right ?? 0) - first.x >= full) flush.push(first.x);
	}
	return { left, right, top, bottom, flush: edgeOf(flush) };
}

/** Left edge that enough full lines share, the leftmost; one long title line, centred, is no edge. */
function edgeOf(lefts: readonly number[]): number | null {
	const sorted = [...lefts].sort((a, b) => a - b);
	const edge = sorted.find(
		(left, index) => (sorted[index + EDGE_LINES - 1] ?? Number.POSITIVE_INFINITY) - left < 0.5 * POINTS_PER_MM,
	);
	return edge ?? null;
}

/** True for the back of a leaf: the second, fourth … page of the file. */
export function isVerso(view: PageView): boolean {
	return view.frame.index % 2 === 1;
}

/** Allowed offset of a page's text beside the print's: mirrored margins move versos by 2 mm. */
export function mirrorOf(view: PageView, flush: number | null, left: number, dx: number): number {
	if (!isVerso(view) || flush === null) return 0;
	const mirror = MIRROR_MM * POINTS_PER_MM;
	const off = flush - left - dx;
	return Math.abs(off - mirror) < Math.abs(off) ? mirror : 0;
}

/** Value that four fifths of the values lie near (points), or null. */
function common(values: readonly number[], near: number): number | null {
	if (values.length === 0) return null;
	const middle = medianOf(values);
	const agreeing = values.filter((value) => Math.abs(value - middle) <= near).length;
	return agreeing >= values.length * 0.8 ? middle : null;
}

/** Shift of a print measured against the template alone: by the left edge of full lines, and by edges passed above or below. */
export function shiftFromTemplate(views: readonly PageView[], template: Template, baseline: number): Shift {
	const area = typeAreaOf(template);
	const near = 0.8 * POINTS_PER_MM;
	const extents = views.flatMap((view) => {
		const across = view.frame.width > view.frame.height || view.turned;
		const extent = across ? null : extentOf(view, template);
		return extent === null ? [] : [{ view, extent }];
	});
	const lefts = (versos: boolean): readonly number[] =>
		extents.flatMap(({ view, extent }) =>
			extent.flush === null || isVerso(view) !== versos ? [] : [extent.flush - area.left],
		);
	const versos = common(lefts(true), near);
	const mirrored = versos === null ? null : versos - MIRROR_MM * POINTS_PER_MM;
	const nearest = versos === null || mirrored === null || Math.abs(versos) <= Math.abs(mirrored) ? versos : mirrored;
	const dx = common(lefts(false), near) ?? nearest ?? 0;

	const full = extents.filter(({ view }) => view.lines.length >= FULL_PAGE);
	const tolerance = (template.page.tolerance.value + 0.3) * POINTS_PER_MM;
	const above = medianOf(full.map(({ extent }) => extent.top - area.top));
	const below = medianOf(full.map(({ extent }) => extent.bottom - area.bottom));
	const passed = above < -tolerance ? above : below > tolerance ? below : 0;
	if (passed === 0) return { dx, dy: 0 };
	// Lines do not begin at the very edge, so what is passed says too little; page numbers that moved along say it.
	const numbers = views.flatMap(({ number }) => (number === null ? [] : [number.y - baseline]));
	const moved = common(numbers, near);
	const dy =
		moved !== null && Math.sign(moved) === Math.sign(passed) && Math.abs(moved) >= Math.abs(passed) - near
			? moved
			: passed;
	return { dx, dy };
}

/** Says a shift once for the whole print; nothing within the tolerance. */
export function shiftFindings(shift: Shift, template: Template): readonly RejectFinding[] {
	const horizontal = millimetres(Math.abs(shift.dx));
	const vertical = millimetres(Math.abs(shift.dy));
	const largest = Math.max(horizontal, vertical);
	if (largest < SPOKEN_MM) return [];
	const parts: { readonly zh: string; readonly en: string }[] = [];
	if (horizontal >= SPOKEN_MM) {
		const right = shift.dx > 0;
		parts.push({
			zh: `向${right ? '右' : '左'}偏移 ${horizontal.toFixed(1)} 毫米`,
			en: `${horizontal.toFixed(1)} mm to the ${right ? 'right' : 'left'}`,
		});
	}
	if (vertical >= SPOKEN_MM) {
		const down = shift.dy > 0;
		parts.push({
			zh: `向${down ? '下' : '上'}偏移 ${vertical.toFixed(1)} 毫米`,
			en: `${vertical.toFixed(1)} mm ${down ? 'down' : 'up'}`,
		});
	}
	const { left, top } = template.page;
	const rule = horizontal >= vertical ? 'page-margin-left' : 'page-margin-top';
	const shownLeft = (left.value + shift.dx / POINTS_PER_MM).toFixed(1);
	const shownTop = (top.value + shift.dy / POINTS_PER_MM).toFixed(1);
	return finding(
		template,
		rule,
		largest > ERROR_MM ? 'error' : 'warning',
		gb('5.2.1'),
		{
			zh: `全件版面${parts.map((part) => part.zh).join('、')}；规定订口 ${left.value} 毫米、天头 ${top.value} 毫米，误差不超过 ${template.page.tolerance.value} 毫米。请检查打印缩放和送纸位置后重印`,
			en: `the whole print is shifted ${parts.map((part) => part.en).join(' and ')}; the standard requires a left margin of ${left.value} mm and a top margin of ${top.value} mm, within ${template.page.tolerance.value} mm. Check scaling and paper feed, then print again`,
		},
		{
			expected: `订口 ${left.value} 毫米，天头 ${top.value} 毫米`,
			actual: `订口 ${shownLeft} 毫米，天头 ${shownTop} 毫米`,
		},
	);
}
