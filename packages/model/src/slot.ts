import type { RunFormat } from './doc.ts';

/** Font slot of w:rFonts that a character takes. */
export type FontSlot = 'ascii' | 'hAnsi' | 'eastAsia';

/** Latin-1 characters that w:hint="eastAsia" turns to the East Asian font ([MS-OI29500] 2.1.88). */
const HINTED_LATIN1 = new Set([
	0xa1, 0xa4, 0xa7, 0xa8, 0xaa, 0xad, 0xaf, 0xb0, 0xb1, 0xb2, 0xb3, 0xb4, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbc, 0xbd,
	0xbe, 0xbf, 0xd7, 0xf7,
]);

/** Letters with tone marks of Pinyin, which the hint takes along where the run's language is Chinese (same table). */
const HINTED_CHINESE = new Set([0xe0, 0xe1, 0xe8, 0xe9, 0xea, 0xec, 0xed, 0xf2, 0xf3, 0xf9, 0xfa, 0xfc]);

/**
 * Slot of one code point (17.3.2.26 and the table of [MS-OI29500] 2.1.88). `ambiguous` says what the hint decided for
 * characters that both scripts use (“ ” ‘ ’ — … ·), `chinese` whether the run's East Asian language is Chinese.
 */
export function slotOf(codePoint: number, ambiguous: 'eastAsia' | 'hAnsi', chinese = false): FontSlot {
	if (codePoint < 0x80) return 'ascii';
	if (codePoint < 0x100) {
		const hinted = HINTED_LATIN1.has(codePoint) || (chinese && HINTED_CHINESE.has(codePoint));
		return ambiguous === 'eastAsia' && hinted ? 'eastAsia' : 'hAnsi';
	}
	if (codePoint >= 0x1100 && codePoint <= 0x11ff) return 'eastAsia';
	if (codePoint >= 0x590 && codePoint <= 0x7bf) return 'ascii';
	if (codePoint >= 0x2e80 && codePoint <= 0xdfff) return 'eastAsia';
	if (codePoint >= 0xf900 && codePoint <= 0xfaff) return 'eastAsia';
	if (codePoint >= 0xfe30 && codePoint <= 0xfe6f) return 'eastAsia';
	if (codePoint >= 0xff00 && codePoint <= 0xffef) return 'eastAsia';
	if (codePoint > 0xffff) return 'eastAsia';
	if (codePoint >= 0xfb1d && codePoint <= 0xfdff) return 'ascii';
	const both =
		(codePoint >= 0x2b0 && codePoint <= 0x4ff) ||
		(chinese && (codePoint <= 0x2af || (codePoint >= 0x1e00 && codePoint <= 0x1eff))) ||
		(codePoint >= 0x2000 && codePoint <= 0x27bf) ||
		(codePoint >= 0xe000 && codePoint <= 0xf8ff);
	return both && ambiguous === 'eastAsia' ? 'eastAsia' : 'hAnsi';
}

/** Effective family of one code point in a run; '' when undetermined. */
export function fontOf(codePoint: number, format: RunFormat): string {
	return format[slotOf(codePoint, format.ambiguous, format.chinese)];
}

/** True for Han characters (unified ideographs, compatibility ideographs, 〇). */
export function isHan(codePoint: number): boolean {
	return (
		(codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
		(codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
		(codePoint >= 0x20000 && codePoint <= 0x323af) ||
		(codePoint >= 0xf900 && codePoint <= 0xfaff) ||
		codePoint === 0x3007
	);
}
