import { type PDFContext, type PDFDict, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import type { Face } from './face.ts';

/** A face in the file: its resource name, its font object, and the codes of its glyphs. */
export interface EmbeddedFace {
	readonly resource: string;
	readonly ref: PDFRef;
	/** Hash of the subset, part of the file's identifier. */
	readonly hash: string;
	/** Natural advance in thousandths of an em; 0 for what the face lacks (blanks only). */
	readonly advanceOf: (codePoint: number) => number;
	/** Four hex digits of a code point's glyph; '' for what the face lacks (blanks only). */
	readonly hexOf: (codePoint: number) => string;
}

type Register = (data: Uint8Array, extra?: Readonly<Record<string, string | number>>) => PDFRef;

/** Code points per bfchar section (9.10.3: at most 100). */
const SECTION = 100;

/** Embeds a subset of a face as a CID font with Identity-H codes and a ToUnicode map. */
export function embedFace(
	face: Face,
	codePoints: readonly number[],
	resource: string,
	context: PDFContext,
	register: Register,
	sha256: (data: Uint8Array) => string,
): EmbeddedFace {
	const subset = face.subset(codePoints);
	const hash = sha256(subset.program);
	const name = `${tagOf(hash)}+${face.name}`;
	const program = register(
		subset.program,
		face.cff ? { Subtype: 'CIDFontType0C' } : { Length1: subset.program.length },
	);
	const hex = new Map<number, string>();
	const widths = new Map<number, number>();
	for (const [codePoint, glyph] of subset.glyphs) {
		hex.set(codePoint, glyph.toString(16).padStart(4, '0'));
		widths.set(glyph, face.advanceOf(codePoint));
	}
	const descriptor = context.register(
		context.obj({
			Type: 'FontDescriptor',
			FontName: name,
			Flags: 4,
			FontBBox: face.bounds.map((value) => Math.round(value)),
			ItalicAngle: 0,
			Ascent: 880,
			Descent: -120,
			CapHeight: 700,
			StemV: 80,
			[face.cff ? 'FontFile3' : 'FontFile2']: program,
		}),
	);
	const descendant = context.obj({
		Type: 'Font',
		Subtype: face.cff ? 'CIDFontType0' : 'CIDFontType2',
		BaseFont: name,
		FontDescriptor: descriptor,
		DW: 1000,
		W: widthArray(widths),
		...(face.cff ? {} : { CIDToGIDMap: 'Identity' }),
	}) as PDFDict;
	const system = context.obj({ Supplement: 0 }) as PDFDict;
	system.set(PDFName.of('Registry'), PDFString.of('Adobe'));
	system.set(PDFName.of('Ordering'), PDFString.of('Identity'));
	descendant.set(PDFName.of('CIDSystemInfo'), system);
	const ref = context.register(
		context.obj({
			Type: 'Font',
			Subtype: 'Type0',
			BaseFont: name,
			Encoding: 'Identity-H',
			DescendantFonts: [context.register(descendant)],
			ToUnicode: register(toUnicode(hex)),
		}),
	);
	return {
		resource,
		ref,
		hash,
		advanceOf: (codePoint) => Math.max(0, face.advanceOf(codePoint)),
		hexOf: (codePoint) => hex.get(codePoint) ?? '',
	};
}

/** Six capitals from the hash of the subset (9.6.4): the same subset has the same name in every file. */
function tagOf(hash: string): string {
	let tag = '';
	for (let i = 0; i < 6; i++) tag += String.fromCharCode(65 + (Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16) % 26));
	return tag;
}

/** Widths that differ from the default, runs of neighbouring glyphs together. */
function widthArray(widths: ReadonlyMap<number, number>): (number | number[])[] {
	const array: (number | number[])[] = [];
	let next = -1;
	let run: number[] = [];
	for (const [glyph, width] of [...widths].sort(([a], [b]) => a - b)) {
		if (width === 1000) continue;
		if (glyph !== next) {
			run = [];
			array.push(glyph, run);
		}
		run.push(width);
		next = glyph + 1;
	}
	return array;
}

function toUnicode(hex: ReadonlyMap<number, string>): Uint8Array {
	const entries = [...hex].map(([codePoint, code]) => `<${code}><${utf16(codePoint)}>`);
	const sections: string[] = [];
	for (let i = 0; i < entries.length; i += SECTION) {
		const part = entries.slice(i, i + SECTION);
		sections.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
	}
	return new TextEncoder().encode(
		`/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${sections.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`,
	);
}

function utf16(codePoint: number): string {
	const text = String.fromCodePoint(codePoint);
	let out = '';
	for (let i = 0; i < text.length; i++) out += text.charCodeAt(i).toString(16).padStart(4, '0');
	return out;
}
