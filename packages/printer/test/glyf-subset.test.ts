import { describe, expect, test } from 'vitest';
import { subsetGlyf } from '../src/glyf-subset.ts';
import { readSfnt, type Sfnt } from '../src/sfnt.ts';
import { packComplete, packSources } from './pack.ts';

async function font(name: string): Promise<Sfnt> {
	const bytes = await packSources.find((source) => source.path.endsWith(name))?.read();
	return readSfnt(bytes ?? new Uint8Array(0), 0);
}

function outline(face: Sfnt, glyph: number): Uint8Array {
	const loca = face.tables.get('loca')?.offset ?? 0;
	const glyf = face.tables.get('glyf')?.offset ?? 0;
	const long = face.view.getInt16((face.tables.get('head')?.offset ?? 0) + 50) === 1;
	const at = (id: number): number =>
		long ? face.view.getUint32(loca + 4 * id) : 2 * face.view.getUint16(loca + 2 * id);
	return face.bytes.subarray(glyf + at(glyph), glyf + at(glyph + 1));
}

describe.skipIf(!packComplete)('subset of a TrueType face (needs the fonts of the set-up)', () => {
	test.each(['NotoSerifSC-Regular.ttf', 'LXGWWenKai-Regular.ttf'])(
		'%s: outlines and widths are those of the font',
		async (name) => {
			const whole = await font(name);
			const glyphs = [
				0,
				...Array.from('一会议材料喆𠮷Aé½', (character) => whole.glyphOf(character.codePointAt(0) ?? 0)),
			];
			const kept = [...new Set(glyphs)].sort((a, b) => a - b);
			const { program, count } = subsetGlyf(whole, kept);
			const view = new DataView(program.buffer);
			// head, hhea, maxp, hmtx, loca and glyf are read again by the same rules as any font's; there is no cmap in it.
			const tables = new Map<string, { offset: number; length: number }>();
			for (let i = 0; i < view.getUint16(4); i++) {
				const at = 12 + 16 * i;
				tables.set(Buffer.from(program.subarray(at, at + 4)).toString('latin1'), {
					offset: view.getUint32(at + 8),
					length: view.getUint32(at + 12),
				});
			}
			const part: Sfnt = { ...whole, bytes: program, view, tables };
			expect(view.getUint16((tables.get('maxp')?.offset ?? 0) + 4)).toBe(count);
			kept.forEach((glyph, id) => {
				const own = outline(part, id);
				const original = outline(whole, glyph);
				// Composites carry new component numbers; all other outlines are the same bytes, padded to four.
				if (original.length > 0 && (original[0] ?? 0) < 0x80)
					expect(own.subarray(0, original.length)).toEqual(original);
				expect(view.getUint16((tables.get('hmtx')?.offset ?? 0) + 4 * id)).toBe(whole.advanceOf(glyph));
			});
			let sum = 0;
			for (let at = 0; at < program.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
			expect(sum).toBe(0xb1b0afba);
		},
	);

	test('a glyph that is not there, or a damaged file, throws and nothing else', async () => {
		const whole = await font('NotoSansSC-Medium.ttf');
		expect(() => subsetGlyf(whole, [0, 70_000])).toThrow();
		for (let length = 0; length < 2000; length += 97)
			expect(() => readSfnt(whole.bytes.subarray(0, length), 0)).toThrow();
	});
});
