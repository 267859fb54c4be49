// The part of fontkit 2 that `name-keyed.ts` uses; the package ships no types of its own.
declare module 'fontkit' {
	interface Subset {
		/** Ids of the glyphs in the order of the subset, .notdef first. */
		readonly glyphs: number[];
		/** Adds a glyph by its id; the id it has in the subset. */
		includeGlyph(glyph: number): number;
		encode(): Uint8Array;
	}
	interface Font {
		glyphForCodePoint(codePoint: number): { readonly id: number };
		createSubset(): Subset;
	}
	interface Collection {
		readonly fonts: readonly Font[];
	}
	export function create(data: Uint8Array, postscriptName?: string): Font | Collection;
}
