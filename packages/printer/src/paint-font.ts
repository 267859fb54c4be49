import type { Face } from './face.ts';
import { nameObject, type ObjectNumber, type PdfFile } from './pdf-file.ts';

/** A face in the file: its resource name, its font object, and the codes of its glyphs. */
export interface EmbeddedFace {
	readonly resource: string;
	readonly number: ObjectNumber;
	/** Hash of the subset, part of the file's identifier. */
	readonly hash: string;
	/** Natural advance in thousandths of an em; 0 for what the face lacks (blanks only). */
	readonly advanceOf: (codePoint: number) => number;
	/** Two bytes of a code point's glyph as they stand in a literal string; '' for what the face lacks (blanks only). */
	readonly codeOf: (codePoint: number) => string;
}

/** Code points per bfchar section (9.10.3: at most 100). */
const SECTION = 100;

/** Embeds a subset of a face as a CID font with Identity-H codes and a ToUnicode map. `cidSet`: PDF/A-1 6.3.5. */
export function embedFace(
	face: Face,
	codePoints: readonly number[],
	resource: string,
	file: PdfFile,
	sha256: (data: Uint8Array) => string,
	cidSet: boolean,
): EmbeddedFace {
	const subset = face.subset(codePoints);
	const hash = sha256(subset.program);
	const name = nameObject(`${tagOf(hash)}+${face.name}`);
	const program = file.stream(
		subset.program,
		face.cff ? '/Subtype/CIDFontType0C' : `/Length1 ${subset.program.length}`,
		true,
	);
	const codes = new Map<number, string>();
	// Codes of the basic plane are asked for once per character of the print.
	const plane: string[] = [];
	const astral = new Map<number, string>();
	const widths = new Map<number, number>();
	for (const [codePoint, glyph] of subset.glyphs) {
		const code = glyph.toString(16).padStart(4, '0');
		codes.set(codePoint, code);
		if (codePoint < 0x10000) plane[codePoint] = literal(glyph);
		else astral.set(codePoint, literal(glyph));
		widths.set(glyph, face.advanceOf(codePoint));
	}
	const set = cidSet ? `/CIDSet ${file.stream(allOf(subset.count))} 0 R` : '';
	const bounds = face.bounds.map((value) => Math.round(value)).join(' ');
	const descriptor = file.add(
		`<</Type/FontDescriptor/FontName${name}/Flags 4/FontBBox[${bounds}]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/${face.cff ? 'FontFile3' : 'FontFile2'} ${program} 0 R${set}>>`,
	);
	const descendant = file.add(
		`<</Type/Font/Subtype/${face.cff ? 'CIDFontType0' : 'CIDFontType2'}/BaseFont${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 1000/W[${widthArray(widths)}]${face.cff ? '' : '/CIDToGIDMap/Identity'}>>`,
	);
	const unicode = file.stream(toUnicode(codes));
	const number = file.add(
		`<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
	);
	return {
		resource,
		number,
		hash,
		advanceOf: (codePoint) => Math.max(0, face.advanceOf(codePoint)),
		codeOf: (codePoint) => plane[codePoint] ?? astral.get(codePoint) ?? '',
	};
}

/** Two bytes in a literal string: brackets, the backslash and the line end are escaped (7.3.4.2). */
function literal(glyph: number): string {
	const byte = (value: number): string => {
		if (value === 0x0d) return '\\r';
		const character = String.fromCharCode(value);
		return value === 0x28 || value === 0x29 || value === 0x5c ? `\\${character}` : character;
	};
	return byte(glyph >> 8) + byte(glyph & 255);
}

/** Six capitals from the hash of the subset (9.6.4): the same subset has the same name in every file. */
function tagOf(hash: string): string {
	let tag = '';
	for (let i = 0; i < 6; i++) tag += String.fromCharCode(65 + (Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16) % 26));
	return tag;
}

/** A bit for each of the first `count` CIDs, highest first. */
function allOf(count: number): Uint8Array {
	const bits = new Uint8Array(Math.ceil(count / 8));
	for (let i = 0; i < count; i++) bits[i >> 3] = (bits[i >> 3] ?? 0) | (0x80 >> (i & 7));
	return bits;
}

/** Widths that differ from the default, runs of neighbouring glyphs together. */
function widthArray(widths: ReadonlyMap<number, number>): string {
	let array = '';
	let next = -1;
	for (const [glyph, width] of [...widths].sort(([a], [b]) => a - b)) {
		if (width === 1000) continue;
		if (glyph === next) array += ` ${width}`;
		else array += `${next < 0 ? '' : ']'}${glyph}[${width}`;
		next = glyph + 1;
	}
	return next < 0 ? '' : `${array}]`;
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
