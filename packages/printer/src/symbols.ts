import type { Run, RunFormat } from '@bianxu/model';

/** Characters by their code in Wingdings: those that Chinese papers have, boxes to tick and bullets. */
const WINGDINGS: Readonly<Record<number, string>> = {
	0x22: '✂',
	0x28: '☎',
	0x46: '☞',
	0x4a: '☺',
	0x6c: '●',
	0x6e: '■',
	0x6f: '□',
	0x71: '❑',
	0x72: '❒',
	0x75: '◆',
	0x76: '❖',
	0x9e: '·',
	0x9f: '•',
	0xa1: '○',
	0xa4: '◉',
	0xa7: '▪',
	0xa8: '□',
	0xab: '★',
	0xd8: '➢',
	0xdf: '←',
	0xe0: '→',
	0xe1: '↑',
	0xe2: '↓',
	0xe8: '➔',
	0xef: '⇦',
	0xf0: '⇨',
	0xfb: '✗',
	0xfc: '✓',
	0xfd: '☒',
	0xfe: '☑',
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
	0x4f: '✗',
	0x50: '✓',
	0x51: '☒',
	0x52: '☑',
	0x53: '☒',
	0x54: '☒',
	0x97: '●',
	0xa2: '■',
	0xa3: '□',
	0xae: '◆',
};

/** Symbol (Adobe's encoding): Greek letters, and the signs of arithmetic. */
const SYMBOL: Readonly<Record<number, string>> = {
	...from(0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅'),
	...from(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'),
	...from(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'),
	...from(0xa2, '′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
	...from(0xc4, '⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇'),
	...from(0xd5, '∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈'),
	0xd2: '®',
	0xd3: '©',
	0xd4: '™',
	0xe2: '®',
	0xe3: '©',
	0xe4: '™',
	0xe5: '∑',
	0xf1: '〉',
	0xf2: '∫',
};

function from(first: number, characters: string): Readonly<Record<number, string>> {
	return Object.fromEntries([...characters].map((character, index) => [first + index, character]));
}

/** Fonts whose codes mean pictures; {} for those whose pictures have no characters of their own here. */
const FONTS: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([
	['wingdings', WINGDINGS],
	['wingdings 2', WINGDINGS_2],
	['wingdings 3', {}],
	['webdings', {}],
	['symbol', SYMBOL],
	['mt extra', {}],
]);

/** True when some character of a run may be a picture of a symbol font. */
export function hasSymbolFont({ ascii, hAnsi, eastAsia }: RunFormat): boolean {
	return fontOf(ascii) !== null || (hAnsi !== ascii && fontOf(hAnsi) !== null) || fontOf(eastAsia) !== null;
}

const known = new Map<string, Readonly<Record<number, string>> | null>();

function fontOf(family: string): Readonly<Record<number, string>> | null {
	const found = known.get(family);
	if (found !== undefined) return found;
	const font = FONTS.get(family.trim().toLowerCase()) ?? null;
	known.set(family, font);
	return font;
}

/**
 * What a run shows: characters of symbol fonts (typed, or w:sym at U+F020 to U+F0FF, 17.3.3.30) as the characters that
 * they look like, so that any face prints them and they can be searched. A picture without a character stays in the
 * private area, where no face has it: the print is refused by name. Same length, unit by unit.
 */
export function shownText(text: string, { start, end, format }: Pick<Run, 'start' | 'end' | 'format'>): string {
	const own = text.slice(start, end);
	if (!hasSymbolFont(format)) return own;
	let shown = '';
	for (let i = 0; i < own.length; i++) shown += shownUnit(own.charCodeAt(i), format);
	return shown;
}

function shownUnit(unit: number, { ascii, hAnsi, eastAsia }: RunFormat): string {
	const same = String.fromCharCode(unit);
	if (unit >= 0xf020 && unit <= 0xf0ff) {
		const font = fontOf(ascii) ?? fontOf(hAnsi) ?? fontOf(eastAsia);
		return font?.[unit & 0xff] ?? same;
	}
	if (unit <= 0x20 || unit > 0xff || (unit >= 0x7f && unit <= 0xa0)) return same;
	const font = fontOf(unit < 0x80 ? ascii : hAnsi);
	return font === null ? same : (font[unit] ?? String.fromCharCode(0xf000 + unit));
}
