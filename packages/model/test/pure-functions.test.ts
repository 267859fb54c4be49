import { describe, expect, it } from 'vitest';
import {
	applyTextEdits,
	faceKey,
	fontOf,
	isHan,
	millimetresOfTwips,
	pointsOfTwips,
	type RunFormat,
	sameFamily,
	sizeName,
	slotOf,
	twipsOfMillimetres,
	twipsOfPoints,
} from '../src/index.ts';

describe('lengths', () => {
	it('turn into twips and back as GB/T 9704 writes them', () => {
		expect(twipsOfMillimetres(37)).toBe(2098);
		expect(twipsOfMillimetres(28)).toBe(1587);
		expect(millimetresOfTwips(2098)).toBe(37);
		expect(twipsOfPoints(28.95)).toBe(579);
		expect(pointsOfTwips(579)).toBe(28.95);
	});
	it('name sizes as people do', () => {
		expect(sizeName(16)).toBe('三号（16磅）');
		expect(sizeName(10.5)).toBe('五号（10.5磅）');
		expect(sizeName(17)).toBe('17磅');
	});
});

describe('text edits', () => {
	it('apply at once, in any order, and keep the order at one place', () => {
		const edits = [
			{ start: 3, end: 4, text: '丁' },
			{ start: 0, end: 1, text: '甲' },
			{ start: 2, end: 2, text: 'x' },
			{ start: 2, end: 2, text: 'y' },
		];
		expect(applyTextEdits('abcd', edits)).toBe('甲bxyc丁');
	});
	it('that overlap are a programming error', () => {
		const overlapping = [
			{ start: 0, end: 2, text: '' },
			{ start: 1, end: 3, text: '' },
		];
		expect(() => applyTextEdits('abcd', overlapping)).toThrow(RangeError);
	});
});

describe('font names', () => {
	it('of one face are one, of two faces two', () => {
		expect(sameFamily('仿宋', 'FangSong')).toBe(true);
		expect(sameFamily('ABCDEF+SimSun', '宋体')).toBe(true);
		expect(sameFamily('FZXBSJW--GB1-0', '方正小标宋简体')).toBe(true);
		expect(sameFamily('仿宋', '仿宋_GB2312')).toBe(false);
		expect(faceKey('')).toBe('');
	});
});

describe('the slot of a character ([MS-OI29500] 2.1.88)', () => {
	it.each([
		['A', 'ascii', 'ascii'],
		['8', 'ascii', 'ascii'],
		['中', 'eastAsia', 'eastAsia'],
		['，', 'eastAsia', 'eastAsia'],
		['“', 'hAnsi', 'eastAsia'],
		['—', 'hAnsi', 'eastAsia'],
		['·', 'hAnsi', 'eastAsia'],
		['é', 'hAnsi', 'hAnsi'],
		['𠮷', 'eastAsia', 'eastAsia'],
	] as const)('%s', (character, plain, hinted) => {
		const code = character.codePointAt(0) ?? 0;
		expect(slotOf(code, 'hAnsi')).toBe(plain);
		expect(slotOf(code, 'eastAsia')).toBe(hinted);
		const format = { ascii: 'a', hAnsi: 'h', eastAsia: 'e', ambiguous: 'hAnsi' } as RunFormat;
		expect(fontOf(code, format)).toBe({ ascii: 'a', hAnsi: 'h', eastAsia: 'e' }[plain]);
	});
	it('takes letters with tone marks along with the hint where the language is Chinese', () => {
		for (const code of [0xe0, 0xfc, 0x101, 0x1ce, 0x1e3f]) {
			expect(slotOf(code, 'eastAsia', true)).toBe('eastAsia');
			expect(slotOf(code, 'eastAsia')).toBe('hAnsi');
			expect(slotOf(code, 'hAnsi', true)).toBe('hAnsi');
		}
		expect(slotOf(0xe2, 'eastAsia', true)).toBe('hAnsi');
	});

	it('Han includes 〇 and extension B, not punctuation', () => {
		expect([...'〇𠮷中'].every((character) => isHan(character.codePointAt(0) ?? 0))).toBe(true);
		expect(isHan(0xff0c)).toBe(false);
	});
});
