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
			glyphs.set(codePoint, subset.includeGlyph(font.glyphForCodePoint(codePoint).id));
		}
		if (glyphs.size > 0xffff) throw new RangeError('subset: too many glyphs');
		const count = Math.max(0, ...glyphs.values()) + 1;
		return { program: subset.encode(), glyphs, count };
	};
}
