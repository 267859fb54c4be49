// The part of fontkit 2 that `face.ts` uses; the package ships no types of its own.
declare module 'fontkit' {
	interface Glyph {
		readonly id: number;
	}
	interface Subset {
		/** Adds a glyph by its id; the id it has in the subset. */
		includeGlyph(glyph: number): number;
		encode(): Uint8Array;
	}
	interface Font {
		readonly postscriptName: string;
		readonly familyName: string;
		readonly unitsPerEm: number;
		readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
		readonly directory: {
			readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number } | undefined>>;
		};
		glyphForCodePoint(codePoint: number): Glyph;
		createSubset(): Subset;
	}
	interface Collection {
		readonly fonts: readonly Font[];
	}
	export function create(data: Uint8Array, postscriptName?: string): Font | Collection;
}
