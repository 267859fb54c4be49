import type { FontRole, Role } from '@bianxu/model';
import type { Face } from './face.ts';
import type { FontSet } from './fonts.ts';
import { cellOf, type Geometry } from './geometry.ts';
import type { TextStyle } from './shape.ts';

/** A character that its role's face lacks and another face gave; reported, never silent. */
export interface GlyphFallback {
	readonly codePoint: number;
	readonly block: number;
	readonly role: Role;
	/** Face that should have had it, and the one that had it; null when no open face has it. */
	readonly wanted: string;
	readonly used: string | null;
}

/** Answers styles for font roles; one object per face, size and rise. */
export interface StyleBook {
	/** Function that answers the style of each code point of a stretch. null when there is no face at all for the role. */
	readonly styles: (
		font: FontRole,
		size: number,
		place: { readonly block: number; readonly role: Role },
		rise?: number,
	) => ((codePoint: number, western: boolean) => TextStyle) | null;
	readonly fallbacks: readonly GlyphFallback[];
}

/** Control characters, blanks and selectors need no glyph of their own. */
function needsGlyph(codePoint: number): boolean {
	return !(
		codePoint <= 0x20 ||
		codePoint === 0x3000 ||
		codePoint === 0x85 ||
		codePoint === 0x2028 ||
		codePoint === 0x2029 ||
		(codePoint >= 0x2000 && codePoint <= 0x200f) ||
		(codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
		codePoint >= 0xe0100 ||
		// Stands for a picture in the line.
		codePoint === 0xfffc
	);
}

/** Opens a style book over the chosen faces. */
export function createStyleBook(fonts: FontSet, geometry: Geometry): StyleBook {
	const known = new Map<string, TextStyle>();
	const fallbacks: GlyphFallback[] = [];
	const styleFor = (face: Face, size: number, cell: number, rise: number): TextStyle => {
		const key = `${face.name}\u0000${size}\u0000${rise}`;
		const found = known.get(key);
		if (found !== undefined) return found;
		const style: TextStyle = { face, size, cell, rise };
		known.set(key, style);
		return style;
	};
	const styles: StyleBook['styles'] = (font, size, place, rise = 0) => {
		const own = fonts.roles[font].face;
		if (own === null) return null;
		const cell = cellOf(geometry, size);
		const base = styleFor(own, size, cell, rise);
		const western = fonts.roles.latin.face;
		const westernStyle = western === null ? null : styleFor(western, size, cell, rise);
		return (codePoint, isWestern) => {
			if (isWestern && westernStyle !== null && westernStyle.face.advanceOf(codePoint) >= 0) return westernStyle;
			if (own.advanceOf(codePoint) >= 0 || !needsGlyph(codePoint)) return base;
			const other = fonts.fallback.find((face) => face.advanceOf(codePoint) >= 0);
			fallbacks.push({ codePoint, ...place, wanted: own.name, used: other?.name ?? null });
			return other === undefined ? base : styleFor(other, size, cell, rise);
		};
	};
	return { styles, fallbacks };
}
