import { attr, elementName, firstChild, nextSibling, type XmlDocument } from '@bianxu/opc';
import { integer, onOff, pointsOfHalf, twips } from './xml-values.ts';

/** What one rFonts attribute pair states for a slot: a family name, or a theme reference, which wins in one element. */
export type FontRef = { readonly name: string } | { readonly theme: string };

/** Properties of one w:rPr, only those that the model knows; unstated ones are absent. Sizes in points, lengths in twips. */
export interface RunProperties {
	readonly ascii: FontRef;
	readonly hAnsi: FontRef;
	readonly eastAsia: FontRef;
	readonly cs: FontRef;
	readonly hint: 'eastAsia' | 'other';
	/** w:cs or w:rtl: every character takes the complex-script font. */
	readonly complex: boolean;
	readonly size: number;
	readonly bold: boolean;
	readonly italic: boolean;
	/** w:szCs, w:bCs, w:iCs: they count in complex-script runs instead of the three above (17.3.2.39, .2, .17). */
	readonly complexSize: number;
	readonly complexBold: boolean;
	readonly complexItalic: boolean;
	/** w:lang w:eastAsia says Chinese: the hint then also reaches letters with tone marks ([MS-OI29500] 2.1.88). */
	readonly chinese: boolean;
	readonly strike: boolean;
	readonly doubleStrike: boolean;
	readonly hidden: boolean;
	readonly underline: string;
	readonly color: string;
	readonly highlight: string;
	readonly shade: string;
	readonly scale: number;
	readonly letterSpacing: number;
	readonly vertical: 'baseline' | 'superscript' | 'subscript';
}

type Mutable<T> = { -readonly [K in keyof T]?: T[K] };

const HEX = /^[0-9A-Fa-f]{6}$/;

/** A w:rPr as read. */
export interface RunPropertyElement {
	readonly values: Readonly<Partial<RunProperties>>;
	/** w:rStyle. */
	readonly style: string | undefined;
}

const NOTHING: RunPropertyElement = { values: {}, style: undefined };

/** Reads a w:rPr (17.3.2.28); -1 states nothing. Old properties (w:rPrChange) are never looked into. */
export function readRunProperties(xml: XmlDocument, rPr: number): RunPropertyElement {
	if (rPr < 0) return NOTHING;
	const values: Mutable<RunProperties> = {};
	let style: string | undefined;
	for (let e = firstChild(xml, rPr); e >= 0; e = nextSibling(xml, e)) {
		const name = elementName(xml, e);
		switch (name) {
			case 'w:rStyle':
				style = attr(xml, e, 'w:val');
				break;
			case 'w:rFonts':
				readFonts(xml, e, values);
				break;
			case 'w:b':
				setFlag(values, 'bold', onOff(xml, e));
				break;
			case 'w:i':
				setFlag(values, 'italic', onOff(xml, e));
				break;
			case 'w:bCs':
				setFlag(values, 'complexBold', onOff(xml, e));
				break;
			case 'w:iCs':
				setFlag(values, 'complexItalic', onOff(xml, e));
				break;
			case 'w:strike':
				setFlag(values, 'strike', onOff(xml, e));
				break;
			case 'w:dstrike':
				setFlag(values, 'doubleStrike', onOff(xml, e));
				break;
			case 'w:vanish':
				setFlag(values, 'hidden', onOff(xml, e));
				break;
			case 'w:cs':
			case 'w:rtl':
				setFlag(values, 'complex', onOff(xml, e));
				break;
			case 'w:sz': {
				const size = pointsOfHalf(xml, e, 'w:val');
				if (size !== undefined) values.size = size;
				break;
			}
			case 'w:szCs': {
				const size = pointsOfHalf(xml, e, 'w:val');
				if (size !== undefined) values.complexSize = size;
				break;
			}
			case 'w:lang': {
				const language = attr(xml, e, 'w:eastAsia');
				if (language !== undefined) values.chinese = /^zh/i.test(language);
				break;
			}
			case 'w:u': {
				const underline = attr(xml, e, 'w:val');
				if (underline !== undefined) values.underline = underline;
				break;
			}
			case 'w:color': {
				const color = attr(xml, e, 'w:val');
				if (color !== undefined) values.color = HEX.test(color) ? color.toUpperCase() : 'auto';
				break;
			}
			case 'w:highlight': {
				const highlight = attr(xml, e, 'w:val');
				if (highlight !== undefined) values.highlight = highlight;
				break;
			}
			case 'w:shd':
				values.shade = shadeOf(xml, e);
				break;
			case 'w:w': {
				const scale = integer(xml, e, 'w:val', 1, 600);
				if (scale !== undefined) values.scale = scale;
				break;
			}
			case 'w:spacing': {
				const spacing = twips(xml, e, 'w:val');
				if (spacing !== undefined) values.letterSpacing = spacing;
				break;
			}
			case 'w:vertAlign': {
				const vertical = attr(xml, e, 'w:val');
				if (vertical === 'superscript' || vertical === 'subscript' || vertical === 'baseline')
					values.vertical = vertical;
				break;
			}
		}
	}
	return { values, style };
}

type Flag = 'bold' | 'italic' | 'complexBold' | 'complexItalic' | 'strike' | 'doubleStrike' | 'hidden' | 'complex';

function setFlag(values: Mutable<RunProperties>, key: Flag, value: boolean | undefined): void {
	if (value !== undefined) values[key] = value;
}

const SLOTS: readonly (readonly [slot: 'ascii' | 'hAnsi' | 'eastAsia' | 'cs', name: string, theme: string])[] = [
	['ascii', 'w:ascii', 'w:asciiTheme'],
	['hAnsi', 'w:hAnsi', 'w:hAnsiTheme'],
	['eastAsia', 'w:eastAsia', 'w:eastAsiaTheme'],
	['cs', 'w:cs', 'w:cstheme'],
];

/** w:rFonts (17.3.2.26): in one element a theme attribute beats the name of its slot. */
function readFonts(xml: XmlDocument, element: number, values: Mutable<RunProperties>): void {
	for (const [slot, nameAttribute, themeAttribute] of SLOTS) {
		const theme = attr(xml, element, themeAttribute);
		if (theme !== undefined) {
			values[slot] = { theme };
			continue;
		}
		const name = familyOf(attr(xml, element, nameAttribute));
		if (name !== '') values[slot] = { name };
	}
	const hint = attr(xml, element, 'w:hint');
	if (hint !== undefined) values.hint = hint === 'eastAsia' ? 'eastAsia' : 'other';
}

/** First family of a list (LibreOffice writes `仿宋_GB2312;仿宋`), blanks around it removed. */
export function familyOf(value: string | undefined): string {
	return value === undefined ? '' : (value.split(';', 1)[0] ?? '').trim();
}

/** w:shd (17.3.2.32): its fill, else the colour or name of its pattern; 'none' when nothing is seen. */
function shadeOf(xml: XmlDocument, element: number): string {
	const fill = attr(xml, element, 'w:fill') ?? 'auto';
	if (HEX.test(fill)) return fill.toUpperCase();
	const pattern = attr(xml, element, 'w:val') ?? 'clear';
	if (pattern === 'clear' || pattern === 'nil' || pattern === 'none') return 'none';
	const color = attr(xml, element, 'w:color') ?? 'auto';
	return HEX.test(color) ? color.toUpperCase() : pattern;
}
