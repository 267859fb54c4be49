// NameStartChar and NameChar of XML 1.0 (fifth edition, productions 4 and 4a). ASCII by table, the rest by ranges.
const NAME = 1;
const NAME_START = 2;
const ascii = makeAscii();

function makeAscii(): Uint8Array {
	const table = new Uint8Array(128);
	for (let c = 0; c < 128; c++) {
		const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || c === 58;
		const more = (c >= 48 && c <= 57) || c === 45 || c === 46;
		table[c] = letter ? NAME | NAME_START : more ? NAME : 0;
	}
	return table;
}

// Inclusive ranges of NameStartChar beyond ASCII; surrogates stand for #x10000-#xEFFFF.
const start: readonly number[] = [
	0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x2070, 0x218f, 0x2c00, 0x2fef,
	0x3001, 0xdb7f, 0xdc00, 0xdfff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd,
];
const extra: readonly number[] = [0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040];

function within(ranges: readonly number[], unit: number): boolean {
	for (let i = 0; i < ranges.length; i += 2) {
		if (unit >= (ranges[i] as number) && unit <= (ranges[i + 1] as number)) return true;
	}
	return false;
}

/** True when a UTF-16 unit may begin an XML name. */
export function isNameStart(unit: number): boolean {
	return unit < 128 ? ((ascii[unit] as number) & NAME_START) !== 0 : within(start, unit);
}

/** True when a UTF-16 unit may stand inside an XML name. */
export function isNameUnit(unit: number): boolean {
	return unit < 128 ? ascii[unit] !== 0 : within(start, unit) || within(extra, unit);
}
