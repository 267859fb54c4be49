import type { DocGrid, ParagraphFormat, Twips, Why } from '@bianxu/model';
import { type Layer, type Picked, pick } from './cascade.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';

/** What character and line units are measured with. */
export interface UnitBase {
	/** Advance of a character of the paragraph's own text in points: size, scaled, with letter spacing. */
	readonly advance: number;
	readonly grid: DocGrid;
	/** Twips of automatic spacing (w:beforeAutospacing), see automaticSpacing. */
	readonly automatic: Twips;
}

/** Effective paragraph format and where its values come from. */
export interface ResolvedParagraph {
	readonly format: ParagraphFormat;
	readonly why: Readonly<Partial<Record<keyof ParagraphFormat, Why>>>;
	/** w:contextualSpacing: no space between neighbours of the same style. */
	readonly contextual: boolean;
	/** Which of the two spaces is automatic: it closes up at the edges of cells and inside lists. */
	readonly automatic: { readonly before: boolean; readonly after: boolean };
}

const APPLICATION: Why = { origin: 'application-default' };

/** Automatic spacing in twips: 14 pt as in HTML, 5 pt under w:doNotUseHTMLParagraphAutoSpacing (17.15.3.21). */
export function automaticSpacing(likeHtml: boolean): Twips {
	return likeHtml ? 280 : 100;
}

type Layers = readonly Layer<ParagraphProperties>[];

/** Resolves a paragraph from its steps, nearest first. */
export function resolveParagraph(layers: Layers, base: UnitBase): ResolvedParagraph {
	const why: Partial<Record<keyof ParagraphFormat, Why>> = {};
	const take = <K extends keyof ParagraphProperties & keyof ParagraphFormat>(
		key: K,
		otherwise: ParagraphProperties[K],
	): ParagraphProperties[K] => {
		const picked = pick(layers, key);
		why[key] = picked?.why ?? APPLICATION;
		return picked === undefined ? otherwise : picked.value;
	};
	const snapToGrid = take('snapToGrid', true);
	const cell = characterTwips(base, snapToGrid);
	const indent = (key: 'firstLine' | 'left' | 'right', charsKey: 'firstLineChars' | 'leftChars' | 'rightChars') => {
		const chosen = unitsOrTwips(pick(layers, charsKey), pick(layers, key), cell);
		why[key] = chosen.why;
		if (chosen.units !== null) why[charsKey] = chosen.why;
		return chosen;
	};
	const firstLine = indent('firstLine', 'firstLineChars');
	const left = indent('left', 'leftChars');
	const right = indent('right', 'rightChars');
	const linePitch = base.grid.type === 'none' || base.grid.linePitch <= 0 ? 240 : base.grid.linePitch;
	const before = spaceOf(layers, 'before', linePitch, base.automatic);
	const after = spaceOf(layers, 'after', linePitch, base.automatic);
	why.before = before.why;
	why.after = after.why;
	const outline = take('outlineLevel', 9);
	const alignment = take('alignment', 'left');
	// In a right-to-left paragraph left and right mean leading and trailing (17.3.1.13).
	const mirrored = pick(layers, 'bidi')?.value === true;
	const format: ParagraphFormat = {
		alignment: mirrored && alignment === 'left' ? 'right' : mirrored && alignment === 'right' ? 'left' : alignment,
		firstLine: firstLine.twips,
		firstLineChars: firstLine.units,
		left: left.twips,
		leftChars: left.units,
		right: right.twips,
		rightChars: right.units,
		before: before.twips,
		after: after.twips,
		line: take('line', 240),
		lineRule: take('lineRule', 'auto'),
		snapToGrid,
		keepNext: take('keepNext', false),
		keepLines: take('keepLines', false),
		pageBreakBefore: take('pageBreakBefore', false),
		outlineLevel: outline > 8 ? null : outline,
	};
	return {
		format,
		why,
		contextual: pick(layers, 'contextualSpacing')?.value === true,
		automatic: { before: before.automatic, after: after.automatic },
	};
}

/** Twips of one character: the text's advance, and the grid's delta where a character grid is active (17.6.5). */
function characterTwips(base: UnitBase, snapToGrid: boolean): number {
	const onGrid = snapToGrid && (base.grid.type === 'linesAndChars' || base.grid.type === 'snapToChars');
	return (base.advance + (onGrid ? base.grid.charSpace / 4096 : 0)) * 20;
}

/** Character units that are not 0 override twips, wherever each was stated; 0 switches them off (17.3.1.12). */
function unitsOrTwips(
	units: Picked<number> | undefined,
	twips: Picked<number> | undefined,
	cell: number,
): { readonly twips: Twips; readonly units: number | null; readonly why: Why } {
	if (units !== undefined && units.value !== 0) {
		return { twips: Math.round((units.value / 100) * cell), units: units.value, why: units.why };
	}
	return { twips: twips?.value ?? 0, units: null, why: twips?.why ?? units?.why ?? APPLICATION };
}

/** 17.3.1.33: automatic spacing overrides line units, which override twips. */
function spaceOf(
	layers: Layers,
	key: 'before' | 'after',
	linePitch: Twips,
	automaticTwips: Twips,
): { readonly twips: Twips; readonly why: Why; readonly automatic: boolean } {
	const automatic = pick(layers, key === 'before' ? 'beforeAuto' : 'afterAuto');
	if (automatic?.value === true) return { twips: automaticTwips, why: automatic.why, automatic: true };
	const lines = pick(layers, key === 'before' ? 'beforeLines' : 'afterLines');
	if (lines !== undefined && lines.value !== 0) {
		return { twips: Math.round((lines.value / 100) * linePitch), why: lines.why, automatic: false };
	}
	const twips = pick(layers, key);
	return { twips: twips?.value ?? 0, why: twips?.why ?? APPLICATION, automatic: false };
}
