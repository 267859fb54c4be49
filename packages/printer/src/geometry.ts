import type { Template } from '@bianxu/model';

/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** The page of a template in points, origin at the upper left corner of the paper. */
export interface Geometry {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly top: number;
	readonly textWidth: number;
	readonly textHeight: number;
	/** Height of one of the 22 lines. */
	readonly pitch: number;
	/** Width of one of the 28 cells: 15.793 pt, a little less than the em of size 3. */
	readonly cell: number;
	/** Point size that the cell belongs to. */
	readonly bodySize: number;
}

/** Geometry of GB/T 9704-2012 5.2 from the template: pitch and cell divide the type area exactly. */
export function geometryOf(template: Template): Geometry {
	const { page } = template;
	const textWidth = page.textWidth.value * POINTS_PER_MM;
	const textHeight = page.textHeight.value * POINTS_PER_MM;
	return {
		width: page.width.value * POINTS_PER_MM,
		height: page.height.value * POINTS_PER_MM,
		left: page.left.value * POINTS_PER_MM,
		top: page.top.value * POINTS_PER_MM,
		textWidth,
		textHeight,
		pitch: textHeight / page.lines.value,
		cell: textWidth / page.cells.value,
		bodySize: template.roles.body?.size?.value ?? 16,
	};
}

/** Advance of a full-width character of a size: the grid's cell at body size, the em elsewhere. */
export function cellOf(geometry: Geometry, size: number): number {
	return size === geometry.bodySize ? geometry.cell : size;
}

/**
 * Ideographic em box: 0.88 em above the baseline, 0.12 below. Lines are placed by it and not by the ascent of a face,
 * which differs between faces of one design (print notes, metrics traps).
 */
export const EM_ASCENT = 0.88;

/** Baseline below the top of a line box that centres the em box. */
export function baselineIn(height: number, size: number): number {
	return (height - size) / 2 + EM_ASCENT * size;
}
