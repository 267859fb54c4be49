import type { ParagraphFormat, ParagraphFormatChange, RunFormat, RunFormatChange } from '@bianxu/model';
import type { ParagraphProperties } from '../paragraph-properties.ts';
import type { RunProperties } from '../run-properties.ts';

/** Run properties that are looked at one by one; the others are always said directly. */
export type RunUnit =
	| 'eastAsia'
	| 'latin'
	| 'size'
	| 'bold'
	| 'italic'
	| 'underline'
	| 'color'
	| 'scale'
	| 'letterSpacing';

/** What a run unit states in a w:rPr. */
export const RUN_UNITS: Readonly<Record<RunUnit, readonly (keyof RunProperties)[]>> = {
	eastAsia: ['eastAsia'],
	latin: ['ascii', 'hAnsi'],
	size: ['size'],
	bold: ['bold'],
	italic: ['italic'],
	underline: ['underline'],
	color: ['color'],
	scale: ['scale'],
	letterSpacing: ['letterSpacing'],
};

/** Paragraph properties that belong together, because one of them can displace another (17.3.1.12, 17.3.1.33). */
export type ParagraphUnit = 'alignment' | 'firstLine' | 'left' | 'right' | 'before' | 'after' | 'line';

/** What a paragraph unit states in a w:pPr. */
export const PARAGRAPH_UNITS: Readonly<Record<ParagraphUnit, readonly (keyof ParagraphProperties)[]>> = {
	alignment: ['alignment'],
	firstLine: ['firstLine', 'firstLineChars'],
	left: ['left', 'leftChars'],
	right: ['right', 'rightChars'],
	before: ['before', 'beforeLines', 'beforeAuto'],
	after: ['after', 'afterLines', 'afterAuto'],
	line: ['line', 'lineRule'],
};

const PARAGRAPH_KEYS: Readonly<Record<ParagraphUnit, readonly (keyof ParagraphFormatChange)[]>> = {
	alignment: ['alignment'],
	firstLine: ['firstLine', 'firstLineChars'],
	left: ['left', 'leftChars'],
	right: ['right', 'rightChars'],
	before: ['before'],
	after: ['after'],
	line: ['line', 'lineRule'],
};

/** One unit of a change with the part of the format that it is. */
export type Asked =
	| { readonly kind: 'run'; readonly unit: RunUnit; readonly format: RunFormatChange }
	| { readonly kind: 'paragraph'; readonly unit: ParagraphUnit; readonly format: ParagraphFormatChange };

/** A unit with its value as text: equal keys ask for the same. */
export function keyOf({ kind, unit, format }: Asked): string {
	return `${kind} ${unit} ${JSON.stringify(format)}`;
}

/** Units of a run format and the keys that belong to none. */
export function runUnits(format: RunFormatChange): { readonly asked: readonly Asked[]; readonly rest: boolean } {
	const asked: Asked[] = [];
	let rest = false;
	for (const key of Object.keys(format) as (keyof RunFormatChange)[]) {
		if (key === 'ambiguous' || key === 'highlight') rest = true;
		else asked.push({ kind: 'run', unit: key, format: { [key]: format[key] } });
	}
	return { asked, rest };
}

/** Units of a paragraph format and whether keys are left over that belong to none. */
export function paragraphUnits(format: ParagraphFormatChange): {
	readonly asked: readonly Asked[];
	readonly rest: boolean;
} {
	const asked: Asked[] = [];
	const taken = new Set<keyof ParagraphFormatChange>();
	for (const unit of Object.keys(PARAGRAPH_KEYS) as ParagraphUnit[]) {
		const keys = PARAGRAPH_KEYS[unit].filter((key) => format[key] !== undefined);
		if (keys.length === 0) continue;
		for (const key of keys) taken.add(key);
		asked.push({ kind: 'paragraph', unit, format: Object.fromEntries(keys.map((key) => [key, format[key]])) });
	}
	return { asked, rest: (Object.keys(format) as (keyof ParagraphFormatChange)[]).some((key) => !taken.has(key)) };
}

/** A run format without some units. */
export function withoutRunUnits(format: RunFormatChange, units: ReadonlySet<RunUnit>): RunFormatChange {
	return Object.fromEntries(Object.entries(format).filter(([key]) => !units.has(key as RunUnit)));
}

/** A paragraph format without some units. */
export function withoutParagraphUnits(
	format: ParagraphFormatChange,
	units: ReadonlySet<ParagraphUnit>,
): ParagraphFormatChange {
	const gone = new Set([...units].flatMap((unit) => PARAGRAPH_KEYS[unit] as readonly string[]));
	return Object.fromEntries(Object.entries(format).filter(([key]) => !gone.has(key)));
}

/** True when a run already looks as asked. */
export function runIsAs(format: RunFormat, asked: RunFormatChange): boolean {
	const { latin, ...rest } = asked;
	return (
		(latin === undefined || (format.ascii === latin && format.hAnsi === latin)) &&
		(Object.keys(rest) as (keyof typeof rest)[]).every((key) => format[key] === rest[key])
	);
}

/** True when a paragraph already looks as asked: zero character units mean the twips beside them, none stated being 0. */
export function paragraphIsAs(format: ParagraphFormat, asked: ParagraphFormatChange): boolean {
	for (const [twips, chars] of [
		['firstLine', 'firstLineChars'],
		['left', 'leftChars'],
		['right', 'rightChars'],
	] as const) {
		if (asked[twips] === undefined && asked[chars] === undefined) continue;
		const units = asked[chars] ?? 0;
		const same =
			units === 0 ? format[chars] === null && format[twips] === (asked[twips] ?? 0) : format[chars] === units;
		if (!same) return false;
	}
	return (['alignment', 'before', 'after', 'line', 'lineRule', 'keepNext', 'pageBreakBefore'] as const).every(
		(key) => asked[key] === undefined || format[key] === asked[key],
	);
}
