import type { RunFormat, Why } from '@bianxu/model';
import { type Layer, pick, whyOf } from './cascade.ts';
import type { FontRef, RunProperties } from './run-properties.ts';
import { type ThemeFonts, themeFamily } from './theme.ts';

/** What a theme reference is resolved with. */
export interface FontSettings {
	readonly theme: ThemeFonts | null;
	/** w:themeFontLang w:eastAsia, '' when absent. */
	readonly eastAsiaLanguage: string;
}

/** Effective format and where its values come from. */
export interface ResolvedRun {
	readonly format: RunFormat;
	readonly why: Readonly<Partial<Record<keyof RunFormat, Why>>>;
}

const APPLICATION: Why = { origin: 'application-default' };

/** Word's fonts and size where no step states any (17.7.2). */
const DEFAULT_FONT = 'Times New Roman';
const DEFAULT_SIZE = 10;

/** Resolves a run from its steps, nearest first: direct, character style, paragraph style, table style, defaults. */
export function resolveRun(layers: readonly Layer<RunProperties>[], fonts: FontSettings): ResolvedRun {
	const why: Partial<Record<keyof RunFormat, Why>> = {};
	const take = <K extends keyof RunProperties>(
		key: K,
		target: keyof RunFormat,
		otherwise: RunProperties[K],
	): RunProperties[K] => {
		const picked = pick(layers, key);
		why[target] = picked?.why ?? APPLICATION;
		return picked === undefined ? otherwise : picked.value;
	};
	const flag = (key: Toggle, target: keyof RunFormat): boolean => {
		const toggled = resolveToggle(layers, key);
		why[target] = toggled.why;
		return toggled.value;
	};
	const slot = (key: 'ascii' | 'hAnsi' | 'eastAsia'): string => {
		const picked = pick(layers, key);
		why[key] = picked === undefined ? APPLICATION : fontWhy(picked.value, picked.why);
		return picked === undefined ? DEFAULT_FONT : familyName(picked.value, fonts);
	};
	let ascii = slot('ascii');
	let hAnsi = slot('hAnsi');
	let eastAsia = slot('eastAsia');
	const isComplex = pick(layers, 'complex')?.value === true;
	if (isComplex) {
		// w:cs and w:rtl send every character to the complex-script font ([MS-OI29500] 2.1.88).
		const complex = pick(layers, 'cs');
		const family = complex === undefined ? DEFAULT_FONT : familyName(complex.value, fonts);
		ascii = family;
		hAnsi = family;
		eastAsia = family;
		if (complex !== undefined) {
			const complexWhy = fontWhy(complex.value, complex.why);
			why.ascii = complexWhy;
			why.hAnsi = complexWhy;
			why.eastAsia = complexWhy;
		}
	} else if (eastAsia === DEFAULT_FONT && ascii === hAnsi && ascii !== DEFAULT_FONT) {
		// Same table: Times New Roman as East Asian font yields to equal Western fonts.
		eastAsia = ascii;
		if (why.ascii !== undefined) why.eastAsia = why.ascii;
	}
	const strike = flag('strike', 'strike');
	const highlight = take('highlight', 'highlight', 'none');
	const shade = pick(layers, 'shade');
	if (highlight === 'none' && shade !== undefined && shade.value !== 'none') why.highlight = shade.why;
	const format: RunFormat = {
		eastAsia,
		ascii,
		hAnsi,
		ambiguous: take('hint', 'ambiguous', 'other') === 'eastAsia' ? 'eastAsia' : 'hAnsi',
		...(pick(layers, 'chinese')?.value === true ? { chinese: true as const } : {}),
		...(isComplex ? { complex: true as const } : {}),
		size: take(isComplex ? 'complexSize' : 'size', 'size', DEFAULT_SIZE),
		bold: flag(isComplex ? 'complexBold' : 'bold', 'bold'),
		italic: flag(isComplex ? 'complexItalic' : 'italic', 'italic'),
		underline: take('underline', 'underline', 'none'),
		color: take('color', 'color', 'auto'),
		highlight: highlight === 'none' ? (shade?.value ?? 'none') : highlight,
		strike: strike || pick(layers, 'doubleStrike')?.value === true,
		hidden: flag('hidden', 'hidden'),
		scale: take('scale', 'scale', 100),
		letterSpacing: take('letterSpacing', 'letterSpacing', 0),
		vertical: take('vertical', 'vertical', 'baseline'),
	};
	return { format, why };
}

function familyName(font: FontRef, fonts: FontSettings): string {
	return 'theme' in font ? themeFamily(fonts.theme, font.theme, fonts.eastAsiaLanguage) : font.name;
}

/** A theme font's origin is the theme; the style that refers to it stays named. */
function fontWhy(font: FontRef, why: Why): Why {
	return 'theme' in font ? { ...why, origin: 'theme' } : why;
}

type Toggle = 'bold' | 'italic' | 'complexBold' | 'complexItalic' | 'strike' | 'hidden';

/**
 * Toggle properties (17.7.3): a direct value is absolute; true document defaults make it true; otherwise the values of
 * the levels (table, paragraph, character style), each the first hit of its chain, are combined by exclusive or. A
 * literal reading, which makes `w:val="0"` in one style no contradiction to another (ooxml.md 1.2).
 */
function resolveToggle(layers: readonly Layer<RunProperties>[], key: Toggle): { value: boolean; why: Why } {
	let value = false;
	let nearest: Why | undefined;
	let nearestTrue: Why | undefined;
	for (const layer of layers) {
		const level = layer.values[key];
		if (level === undefined) continue;
		switch (layer.origin) {
			case 'direct':
			case 'numbering':
				return { value: level, why: whyOf(layer, key) };
			case 'doc-defaults':
				if (level || nearest === undefined) return { value: level, why: whyOf(layer, key) };
				break;
			case 'character-style':
			case 'paragraph-style':
			case 'table-style':
			case 'theme':
			case 'application-default':
				nearest ??= whyOf(layer, key);
				if (level) nearestTrue ??= whyOf(layer, key);
				value = value !== level;
				break;
		}
	}
	return { value, why: (value ? nearestTrue : nearest) ?? APPLICATION };
}

/**
 * Whether programs differ about a toggle that no direct value settles (ooxml.md 1.2): a character style switches off what
 * the paragraph style switches on, which by the letter of 17.7.3 leaves it on; or table and paragraph style both switch
 * it on, which by the letter cancels. The reader keeps to the letter and says so.
 */
export function hasDisputedToggle(layers: readonly Layer<RunProperties>[]): boolean {
	return (['bold', 'italic', 'strike', 'hidden'] as const).some((key) => {
		const stated = new Map(layers.map((layer) => [layer.origin, layer.values[key]] as const));
		if (stated.get('direct') !== undefined || stated.get('paragraph-style') !== true) return false;
		return stated.get('character-style') === false || stated.get('table-style') === true;
	});
}
