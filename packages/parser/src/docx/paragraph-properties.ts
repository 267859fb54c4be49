import type { Alignment, LineRule } from '@bianxu/model';
import { attr, elementName, firstChild, nextSibling, type XmlDocument } from '@bianxu/opc';
import { integer, onOff, onOffValue, twips } from './xml-values.ts';

/** Properties of one w:pPr; unstated ones are absent. Twips, hundredths of a character, hundredths of a line. */
export interface ParagraphProperties {
	readonly alignment: Alignment;
	/** Negative: hanging. First-line and hanging are one choice, whichever is stated nearest (17.3.1.12). */
	readonly firstLine: number;
	readonly firstLineChars: number;
	readonly left: number;
	readonly leftChars: number;
	readonly right: number;
	readonly rightChars: number;
	readonly before: number;
	readonly beforeLines: number;
	readonly beforeAuto: boolean;
	readonly after: number;
	readonly afterLines: number;
	readonly afterAuto: boolean;
	readonly line: number;
	readonly lineRule: LineRule;
	readonly snapToGrid: boolean;
	readonly keepNext: boolean;
	readonly keepLines: boolean;
	readonly pageBreakBefore: boolean;
	/** 9 is body text. */
	readonly outlineLevel: number;
	readonly contextualSpacing: boolean;
	readonly bidi: boolean;
}

/** w:numPr: each half may be missing. */
export interface NumberingReference {
	readonly numId: string | undefined;
	readonly level: number | undefined;
}

/** A w:pPr as read. */
export interface ParagraphPropertyElement {
	readonly values: Readonly<Partial<ParagraphProperties>>;
	readonly style: string | undefined;
	readonly numbering: NumberingReference | null;
}

type Mutable<T> = { -readonly [K in keyof T]?: T[K] };

const NOTHING: ParagraphPropertyElement = { values: {}, style: undefined, numbering: null };

/** Reads a w:pPr (17.3.1.26); -1 states nothing. Old properties (w:pPrChange) are never looked into. */
export function readParagraphProperties(xml: XmlDocument, pPr: number): ParagraphPropertyElement {
	if (pPr < 0) return NOTHING;
	const values: Mutable<ParagraphProperties> = {};
	let style: string | undefined;
	let numbering: NumberingReference | null = null;
	for (let e = firstChild(xml, pPr); e >= 0; e = nextSibling(xml, e)) {
		switch (elementName(xml, e)) {
			case 'w:pStyle':
				style = attr(xml, e, 'w:val');
				break;
			case 'w:numPr':
				numbering = readNumbering(xml, e);
				break;
			case 'w:jc': {
				const alignment = alignmentOf(attr(xml, e, 'w:val'));
				if (alignment !== undefined) values.alignment = alignment;
				break;
			}
			case 'w:ind':
				readIndents(xml, e, values);
				break;
			case 'w:spacing':
				readSpacing(xml, e, values);
				break;
			case 'w:snapToGrid':
				setFlag(values, 'snapToGrid', onOff(xml, e));
				break;
			case 'w:keepNext':
				setFlag(values, 'keepNext', onOff(xml, e));
				break;
			case 'w:keepLines':
				setFlag(values, 'keepLines', onOff(xml, e));
				break;
			case 'w:pageBreakBefore':
				setFlag(values, 'pageBreakBefore', onOff(xml, e));
				break;
			case 'w:contextualSpacing':
				setFlag(values, 'contextualSpacing', onOff(xml, e));
				break;
			case 'w:bidi':
				setFlag(values, 'bidi', onOff(xml, e));
				break;
			case 'w:outlineLvl':
				set(values, 'outlineLevel', integer(xml, e, 'w:val', 0, 9));
				break;
		}
	}
	return { values, style, numbering };
}

type Flag = {
	[K in keyof ParagraphProperties]: ParagraphProperties[K] extends boolean ? K : never;
}[keyof ParagraphProperties];
type Count = {
	[K in keyof ParagraphProperties]: ParagraphProperties[K] extends number ? K : never;
}[keyof ParagraphProperties];

function setFlag(values: Mutable<ParagraphProperties>, key: Flag, value: boolean | undefined): void {
	if (value !== undefined) values[key] = value;
}

function set(values: Mutable<ParagraphProperties>, key: Count, value: number | undefined): void {
	if (value !== undefined) values[key] = value;
}

function readNumbering(xml: XmlDocument, numPr: number): NumberingReference {
	let numId: string | undefined;
	let level: number | undefined;
	for (let e = firstChild(xml, numPr); e >= 0; e = nextSibling(xml, e)) {
		const name = elementName(xml, e);
		if (name === 'w:numId') numId = attr(xml, e, 'w:val');
		if (name === 'w:ilvl') level = integer(xml, e, 'w:val', 0, 8);
	}
	return { numId, level };
}

/** ST_Jc (17.18.44), Strict spellings included. */
function alignmentOf(value: string | undefined): Alignment | undefined {
	switch (value) {
		case 'left':
		case 'start':
		case 'numTab':
			return 'left';
		case 'center':
			return 'center';
		case 'right':
		case 'end':
			return 'right';
		case 'both':
		case 'lowKashida':
		case 'mediumKashida':
		case 'highKashida':
			return 'justify';
		case 'distribute':
		case 'thaiDistribute':
			return 'distribute';
		default:
			return undefined;
	}
}

function readIndents(xml: XmlDocument, e: number, values: Mutable<ParagraphProperties>): void {
	set(values, 'left', twips(xml, e, 'w:left') ?? twips(xml, e, 'w:start'));
	set(values, 'right', twips(xml, e, 'w:right') ?? twips(xml, e, 'w:end'));
	set(values, 'leftChars', chars(xml, e, 'w:leftChars') ?? chars(xml, e, 'w:startChars'));
	set(values, 'rightChars', chars(xml, e, 'w:rightChars') ?? chars(xml, e, 'w:endChars'));
	// Hanging wins over first line in one element (17.3.1.12).
	const hanging = twips(xml, e, 'w:hanging');
	set(values, 'firstLine', hanging === undefined ? twips(xml, e, 'w:firstLine') : 0 - hanging);
	const hangingChars = chars(xml, e, 'w:hangingChars');
	set(values, 'firstLineChars', hangingChars === undefined ? chars(xml, e, 'w:firstLineChars') : 0 - hangingChars);
}

function chars(xml: XmlDocument, e: number, name: string): number | undefined {
	return integer(xml, e, name, -100_000, 100_000);
}

function readSpacing(xml: XmlDocument, e: number, values: Mutable<ParagraphProperties>): void {
	set(values, 'before', twips(xml, e, 'w:before'));
	set(values, 'after', twips(xml, e, 'w:after'));
	set(values, 'beforeLines', chars(xml, e, 'w:beforeLines'));
	set(values, 'afterLines', chars(xml, e, 'w:afterLines'));
	setFlag(values, 'beforeAuto', onOffValue(attr(xml, e, 'w:beforeAutospacing')));
	setFlag(values, 'afterAuto', onOffValue(attr(xml, e, 'w:afterAutospacing')));
	set(values, 'line', twips(xml, e, 'w:line'));
	const rule = attr(xml, e, 'w:lineRule');
	if (rule === 'auto' || rule === 'exact' || rule === 'atLeast') values.lineRule = rule;
}
