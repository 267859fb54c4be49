import type { FontSource } from '@bianxu/model';
import { describe, expect, test } from 'vitest';
import { readFaceNames } from '../src/face-names.ts';
import { loadFonts } from '../src/fonts.ts';
import { packComplete, packSources } from './pack.ts';
import { template } from './template.ts';

interface Name {
	readonly platform: number;
	readonly encoding: number;
	readonly id: number;
	readonly bytes: readonly number[];
}

const utf16 = (text: string): readonly number[] =>
	Array.from(text, (character) => character.charCodeAt(0)).flatMap((code) => [code >> 8, code & 255]);

/** A font file with nothing but its directory, names and OS/2 table, enough for choosing a face. */
function fontFile(
	names: readonly Name[],
	options: { readonly fsType?: number; readonly tables?: readonly string[] } = {},
): Uint8Array {
	const strings = names.flatMap((name) => name.bytes);
	let at = 0;
	const records = names.flatMap(({ platform, encoding, id, bytes }) => {
		const record = [platform, encoding, 0, id, bytes.length, at];
		at += bytes.length;
		return record.flatMap((value) => [value >> 8, value & 255]);
	});
	const name = [0, 0, 0, names.length, 0, 6 + 12 * names.length, ...records, ...strings];
	const os2 = Array.from({ length: 64 }, () => 0);
	os2[4] = 700 >> 8;
	os2[5] = 700 & 255;
	os2[9] = options.fsType ?? 0;
	const tables: (readonly [string, readonly number[]])[] = [
		['OS/2', os2],
		...(options.tables ?? ['glyf']).map((tag) => [tag, [0, 0, 0, 0]] as const),
		['name', name],
	];
	const head = [0, 1, 0, 0, 0, tables.length, 0, 0, 0, 0, 0, 0];
	let offset = 12 + 16 * tables.length;
	const directory = tables.flatMap(([tag, data]) => {
		const entry = [
			...Array.from(tag, (character) => character.charCodeAt(0)),
			0,
			0,
			0,
			0,
			...long(offset),
			...long(data.length),
		];
		offset += data.length;
		return entry;
	});
	return Uint8Array.from([...head, ...directory, ...tables.flatMap(([, data]) => data)]);
}

const long = (value: number): readonly number[] => [
	(value >>> 24) & 255,
	(value >>> 16) & 255,
	(value >>> 8) & 255,
	value & 255,
];

const sourceOf = (bytes: Uint8Array, origin: FontSource['origin'] = 'office'): FontSource => ({
	path: 'x.ttf',
	origin,
	read: () => Promise.resolve(bytes),
});

describe('names of faces', () => {
	test('names in UTF-16, in GBK bytes and in Latin', async () => {
		const gbk = [0xb7, 0xc2, 0xcb, 0xce];
		const bytes = fontFile([
			{ platform: 3, encoding: 1, id: 1, bytes: utf16('方正小标宋简体') },
			{ platform: 3, encoding: 3, id: 1, bytes: gbk },
			{ platform: 1, encoding: 25, id: 4, bytes: gbk },
			{ platform: 1, encoding: 0, id: 6, bytes: [...'FZXBSJW--GB1-0'].map((character) => character.charCodeAt(0)) },
			{ platform: 3, encoding: 1, id: 5, bytes: utf16('version') },
		]);
		expect(await readFaceNames(sourceOf(bytes))).toEqual([
			{
				index: 0,
				families: ['方正小标宋简体', '仿宋', 'FZXBSJW--GB1-0'],
				postscript: 'FZXBSJW--GB1-0',
				weight: 700,
				italic: false,
				usable: true,
			},
		]);
	});

	test('faces that must not be embedded, vary or have no outlines are not used', async () => {
		const names = [{ platform: 3, encoding: 1, id: 1, bytes: utf16('仿宋') }];
		for (const options of [{ fsType: 2 }, { tables: ['glyf', 'fvar'] }, { tables: ['EBDT'] }]) {
			expect((await readFaceNames(sourceOf(fontFile(names, options))))[0]?.usable).toBe(false);
		}
	});

	test('a damaged file has no faces, at any length', async () => {
		const bytes = fontFile([{ platform: 3, encoding: 1, id: 1, bytes: utf16('仿宋') }]);
		for (let length = 0; length < bytes.length; length += 7) {
			const read = readFaceNames(sourceOf(bytes.subarray(0, length))).catch(() => []);
			await expect(read).resolves.toBeInstanceOf(Array);
		}
		expect(await readFaceNames(sourceOf(new Uint8Array([1, 2, 3])))).toEqual([]);
	});

	test('no fonts at all: every role says so', async () => {
		const fonts = await loadFonts([], template);
		expect(Object.values(fonts.roles).map((role) => role.face)).toEqual([null, null, null, null, null, null]);
	});
});

describe.skipIf(!packComplete)('choice (needs the fonts of the set-up)', () => {
	const named = (name: string): FontSource => {
		const source = packSources.find((candidate) => candidate.path.endsWith(name));
		if (source === undefined) throw new Error(name);
		return source;
	};

	test('an accepted family wins over a substitute, the office folder over the others', async () => {
		const asked = { ...template, fonts: { ...template.fonts, kaiti: { accept: ['霞鹜文楷'], tolerate: [] } } };
		const fonts = await loadFonts(
			[...packSources, { ...named('LXGWWenKai-Regular.ttf'), origin: 'office' as const, path: 'office/kai.ttf' }],
			asked,
		);
		expect(fonts.roles.kaiti).toMatchObject({ substitute: false, wanted: '霞鹜文楷' });
		expect(fonts.roles.kaiti.face?.path).toBe('office/kai.ttf');
	});

	test('where 仿宋 and 楷 are missing, another face serves and is named a substitute', async () => {
		const fonts = await loadFonts([named('NotoSerifSC-Regular.ttf')], template);
		expect(fonts.roles.fangsong).toMatchObject({ substitute: true });
		expect(fonts.roles.fangsong.face?.name).toBe('NotoSerifSC-Regular');
		expect(fonts.roles.kaiti.face?.name).toBe('NotoSerifSC-Regular');
	});
});
