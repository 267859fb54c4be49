import * as fontkit from 'fontkit';
import type { Face } from './face.ts';

/** Subsets of a name-keyed CFF face: fontkit makes a CID-keyed one of it. The only module that knows fontkit. */
export function nameKeyedSubsets(bytes: Uint8Array, index: number): Face['subset'] {
	const opened = fontkit.create(bytes);
	const font = 'fonts' in opened ? opened.fonts[index] : opened;
	if (font === undefined) throw new Error(`no face ${index}`);
	return (codePoints) => {
		const subset = font.createSubset();
		const glyphs = new Map<number, number>();
		for (const codePoint of codePoints) {
			const { id } = font.glyphForCodePoint(codePoint);
			const before = subset.glyphs.length;
			const place = subset.includeGlyph(id);
			// A glyph that another code point has already: a copy, for a code of the PDF stands for one character only.
			if (place >= before || id === 0) glyphs.set(codePoint, place);
			else glyphs.set(codePoint, subset.glyphs.push(id) - 1);
		}
		if (glyphs.size > 0xffff) throw new RangeError('subset: too many glyphs');
		const count = Math.max(0, ...glyphs.values()) + 1;
		return { program: subset.encode(), glyphs, count };
	};
}
