import type { Alignment, Paragraph, ParagraphFormatChange, Section } from '@bianxu/model';
import type { WantedChild } from './element-edit.ts';

/** Points of one character of a paragraph: size of its first visible text, with the grid's delta (17.6.5), in twips. */
export function cellOf(
	paragraph: Pick<Paragraph, 'runs' | 'text' | 'markFormat' | 'format'>,
	section: Section | undefined,
): number {
	const first = paragraph.runs.find(
		(run) => !run.format.hidden && paragraph.text.slice(run.start, run.end).trim() !== '',
	);
	const size = (first?.format ?? paragraph.markFormat).size;
	const grid = section?.grid;
	const onGrid = paragraph.format.snapToGrid && (grid?.type === 'linesAndChars' || grid?.type === 'snapToChars');
	return (size + (onGrid ? (grid?.charSpace ?? 0) / 4096 : 0)) * 20;
}

/**
 * Children of w:pPr that a format change asks for. Character units are written with the twips they stand for, which
 * other programs read; and what would win over a stated value (character units, line units, automatic spacing, also
 * inherited ones) is set to 0 (17.3.1.12, 17.3.1.33).
 * @param cell twips of one character.
 */
export function wantedParagraphProperties(
	change: ParagraphFormatChange,
	cell: number,
	strict: boolean,
): readonly WantedChild[] {
	const wanted: WantedChild[] = [];
	const flag = (name: string, value: boolean | undefined): void => {
		if (value !== undefined) wanted.push({ name, values: value ? {} : { val: '0' } });
	};
	flag('keepNext', change.keepNext);
	flag('pageBreakBefore', change.pageBreakBefore);
	const spacing: Record<string, string | null> = {};
	if (change.before !== undefined)
		Object.assign(spacing, { before: whole(change.before), beforeLines: '0', beforeAutospacing: '0' });
	if (change.after !== undefined)
		Object.assign(spacing, { after: whole(change.after), afterLines: '0', afterAutospacing: '0' });
	if (change.line !== undefined) spacing['line'] = whole(change.line);
	if (change.lineRule !== undefined) spacing['lineRule'] = change.lineRule;
	if (Object.keys(spacing).length > 0) wanted.push({ name: 'spacing', values: spacing, merge: true });
	const indent = {
		...sideOf('left', change, cell, strict),
		...sideOf('right', change, cell, strict),
		...firstLineOf(change, cell),
	};
	if (Object.keys(indent).length > 0) wanted.push({ name: 'ind', values: indent, merge: true });
	if (change.alignment !== undefined)
		wanted.push({ name: 'jc', values: { val: alignmentValue(change.alignment, strict) } });
	return wanted;
}

function sideOf(
	side: 'left' | 'right',
	change: ParagraphFormatChange,
	cell: number,
	strict: boolean,
): Record<string, string | null> {
	const chars = side === 'left' ? change.leftChars : change.rightChars;
	const twips = side === 'left' ? change.left : change.right;
	if (chars === undefined && twips === undefined) return {};
	const logical = side === 'left' ? 'start' : 'end';
	const [name, other] = strict ? [logical, side] : [side, logical];
	const length = chars === undefined || chars === 0 ? (twips ?? 0) : (chars / 100) * cell;
	return { [`${name}Chars`]: whole(chars ?? 0), [name]: whole(length), [`${other}Chars`]: null, [other]: null };
}

function firstLineOf(change: ParagraphFormatChange, cell: number): Record<string, string | null> {
	const { firstLineChars: chars, firstLine: twips } = change;
	if (chars === undefined && twips === undefined) return {};
	const length = chars === undefined || chars === 0 ? (twips ?? 0) : (chars / 100) * cell;
	const hanging = length < 0;
	return hanging
		? { hangingChars: whole(-(chars ?? 0)), hanging: whole(-length), firstLineChars: null, firstLine: null }
		: { firstLineChars: whole(chars ?? 0), firstLine: whole(length), hangingChars: null, hanging: null };
}

function whole(value: number): string {
	return String(Math.round(value) + 0);
}

/** ST_Jc (17.18.44). */
function alignmentValue(alignment: Alignment, strict: boolean): string {
	switch (alignment) {
		case 'left':
			return strict ? 'start' : 'left';
		case 'right':
			return strict ? 'end' : 'right';
		case 'justify':
			return 'both';
		case 'center':
		case 'distribute':
			return alignment;
	}
}
