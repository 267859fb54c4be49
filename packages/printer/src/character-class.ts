/**
 * Classes of characters for line breaking: CLREQ's prohibition of line starts and ends in the form of GB/T 15834-2011
 * 5.1, about a hundred characters, because UAX #14 forbids breaks beside Chinese quotation marks.
 */
export const CharacterClass = {
	/** Han, kana and whatever else takes a cell and breaks anywhere. */
	han: 0,
	/** Opening halves: “ （ 《 … never at a line end; ink in the right half of the cell. */
	open: 1,
	/** Closing halves: ” ） 》 … never at a line start; ink in the left half. */
	close: 2,
	/** 、 ， ； ： */
	pause: 3,
	/** 。 ？ ！ */
	stop: 4,
	/** — (U+2014); two of them are one mark. */
	dash: 5,
	/** … (U+2026); two of them are one mark. */
	ellipsis: 6,
	/** · between parts of a name. */
	dot: 7,
	/** ～ and other full-width connectors. */
	connector: 8,
	digit: 9,
	/** Letters and all other Western characters. */
	latin: 10,
	space: 11,
	/** Western marks that close: , . ; : ! ? ) ] } and % ‰ ℃ °, which stay with their number. */
	westernClose: 12,
	/** Western marks that open, and currency signs, which stay with their number. */
	westernOpen: 13,
	/** / and ／: neither at a line start nor at a line end. */
	slash: 14,
	/** - inside words and numbers. */
	hyphen: 15,
	/** A forced line break. */
	newline: 16,
	/** Combining marks and selectors: belong to the character before. */
	mark: 17,
} as const;

const OPEN = '‘“（〔［｛〈《「『【〖〝';
const CLOSE = '’”）〕］｝〉》」』】〗〞';
const PAUSE = '、，；：';
const STOP = '。．？！';
const CONNECTOR = '～－‐–〜';
const WESTERN_CLOSE = ',.;:!?)]}%‰℃°′″％＂"';
const WESTERN_OPEN = '([{$￥¥£€№＄';

const TABLE = new Uint8Array(0x10000).fill(CharacterClass.han);

function put(characters: string, value: number): void {
	for (const character of characters) TABLE[character.codePointAt(0) ?? 0] = value;
}

TABLE.fill(CharacterClass.latin, 0x21, 0x2000);
TABLE.fill(CharacterClass.han, 0x1100, 0x1200);
TABLE.fill(CharacterClass.mark, 0x300, 0x370);
TABLE.fill(CharacterClass.mark, 0x200b, 0x2010);
TABLE.fill(CharacterClass.mark, 0xfe00, 0xfe10);
TABLE.fill(CharacterClass.digit, 0x30, 0x3a);
TABLE.fill(CharacterClass.space, 0x2000, 0x200b);
put('\t \u3000', CharacterClass.space);
TABLE[0xa0] = CharacterClass.latin;
put(OPEN, CharacterClass.open);
put(CLOSE, CharacterClass.close);
put(PAUSE, CharacterClass.pause);
put(STOP, CharacterClass.stop);
put('—', CharacterClass.dash);
put('…⋯', CharacterClass.ellipsis);
put('·・', CharacterClass.dot);
put(CONNECTOR, CharacterClass.connector);
put(WESTERN_CLOSE, CharacterClass.westernClose);
put(WESTERN_OPEN, CharacterClass.westernOpen);
put('/／', CharacterClass.slash);
put('-\u2011', CharacterClass.hyphen);
put('\n\u000b\f\r\u0085\u2028\u2029', CharacterClass.newline);

/** Class of a code point. */
export function classOf(codePoint: number): number {
	if (codePoint < 0x10000) return TABLE[codePoint] ?? CharacterClass.han;
	return codePoint >= 0xe0100 && codePoint <= 0xe01ef ? CharacterClass.mark : CharacterClass.han;
}

/** True for classes that are set at their natural width; the others take a cell. */
export function isWestern(value: number): boolean {
	return (
		value === CharacterClass.digit ||
		value === CharacterClass.latin ||
		value === CharacterClass.hyphen ||
		value === CharacterClass.westernClose ||
		value === CharacterClass.westernOpen
	);
}

/** True for full-width marks whose empty half may go: at a line end (GB/T 15834 5.1.10) and beside another mark. */
export function isHalvable(value: number): boolean {
	return value === CharacterClass.close || value === CharacterClass.pause || value === CharacterClass.stop;
}

/**
 * Han that a number is not parted from: units of time, magnitudes, measures and the commonest counters (CLREQ: a number
 * with its suffix). Units of several characters begin with one of them: 公里、公顷、平方米、立方米、毫克.
 */
const NUMBER_SUFFIX = new Set(
	[...'年月日时分秒万亿元千百角个人名件项次家户天岁亩吨米克升度号届条级倍公平立毫厘'].map(
		(character) => character.codePointAt(0) ?? 0,
	),
);

/**
 * True when a line may end between two neighbouring characters. `before` and `after` are their classes; the code point
 * after decides for units. Rules of GB/T 15834 5.1.1–5.1.9 and GB/T 15835 5.1.7; an emergency break inside a
 * word longer than a line is the caller's business.
 */
export function mayBreak(before: number, after: number, afterCodePoint: number): boolean {
	const c = CharacterClass;
	switch (after) {
		case c.close:
		case c.pause:
		case c.stop:
		case c.dot:
		case c.connector:
		case c.slash:
		case c.westernClose:
		case c.mark:
		case c.space:
		case c.newline:
			return false;
		case c.dash:
			if (before === c.dash) return false;
			break;
		case c.ellipsis:
			if (before === c.ellipsis) return false;
			break;
		case c.han:
			if (before === c.digit && NUMBER_SUFFIX.has(afterCodePoint)) return false;
			break;
		case c.hyphen:
			if (before !== c.space) return false;
			break;
		default:
			break;
	}
	if (before === c.open || before === c.westernOpen || before === c.slash || before === c.newline) return false;
	return !(isWestern(before) && isWestern(after));
}
