import type { Change, Doc, Paragraph } from '@bianxu/model';
import { child, children, elementName, firstChild, parentOf, type XmlDocument } from '@bianxu/opc';
import { PARAGRAPH_PROPERTY_ORDER } from './child-order.ts';
import { editProperties, type PartEdit, writeEmpty } from './element-edit.ts';
import type { ParagraphMap } from './paragraph-map.ts';
import { insideLocked } from './paragraph-map.ts';
import { wantedParagraphProperties } from './paragraph-properties-edit.ts';
import { newProperties, writeRunText } from './rebuild-runs.ts';
import { type Reason, reasons } from './reasons.ts';
import type { WordNames } from './word-names.ts';

/** Edits, or the reason why there are none. */
export type Lowered = readonly PartEdit[] | Reason;

/** True for edits (and not a reason). */
export function isEdits(lowered: Lowered): lowered is readonly PartEdit[] {
	return Array.isArray(lowered);
}

/** Edits of one copy of a paragraph for a paragraph format. `cell`: twips of one character. */
export function formatParagraph(
	map: ParagraphMap,
	change: Extract<Change, { kind: 'format-paragraph' }>,
	cell: number,
): Lowered {
	const { xml } = map.part;
	const { element, names } = map;
	if (insideLocked(xml, element)) return reasons.protectedText;
	const wanted = wantedParagraphProperties(change.format, cell, names.strict);
	if (wanted.length === 0) return [];
	const pPr = child(xml, element, 'w:pPr');
	if (pPr < 0)
		return [intoParagraph(xml, element, names, 'start', newParagraphProperties(names, change.format, cell, ''))];
	if (child(xml, pPr, 'w:pPrChange') >= 0) return reasons.trackedFormat;
	return editProperties(xml, pPr, names, PARAGRAPH_PROPERTY_ORDER, wanted);
}

/** Content at the start or end of a w:p, also of `<w:p/>`. */
export function intoParagraph(
	xml: XmlDocument,
	element: number,
	names: WordNames,
	where: 'start' | 'end',
	content: string,
): PartEdit {
	if (xml.end[element] === xml.tagEnd[element]) {
		const start = xml.start[element] ?? 0;
		const end = xml.end[element] ?? 0;
		const tag = xml.text.slice(start, end).replace(/(?<!\s)\s*\/>$/, '>');
		return { start, end, text: `${tag}${content}</${names.element('p')}>` };
	}
	const at = (where === 'start' ? xml.tagEnd[element] : xml.closeStart[element]) ?? 0;
	return { start: at, end: at, text: content };
}

function newParagraphProperties(
	names: WordNames,
	format: Extract<Change, { kind: 'format-paragraph' }>['format'],
	cell: number,
	mark: string,
): string {
	const rank = (name: string): number => PARAGRAPH_PROPERTY_ORDER.get(`w:${name}`) ?? 0;
	const wanted = [...wantedParagraphProperties(format, cell, names.strict)].sort((a, b) => rank(a.name) - rank(b.name));
	const content = `${wanted.map((want) => writeEmpty(names, want.name, want.values ?? {})).join('')}${mark}`;
	return content === '' ? '' : `<${names.element('pPr')}>${content}</${names.element('pPr')}>`;
}

/** A new paragraph before or after one copy of a paragraph, in the same container. */
export function insertParagraph(
	doc: Doc,
	paragraph: Paragraph,
	map: ParagraphMap,
	change: Extract<Change, { kind: 'insert-paragraph' }>,
): Lowered {
	const { xml } = map.part;
	const { element, names } = map;
	if (insideLocked(xml, element)) return reasons.protectedText;
	if (isJoined(paragraph)) return reasons.joined;
	const next = doc.paragraphs[paragraph.block + 1];
	const anchors =
		next !== undefined && next.source.part === paragraph.source.part && next.source.end <= paragraph.source.end;
	if (change.where === 'after' && anchors) return reasons.anchoredBox;
	// What goes on from the paragraph before it through a deleted mark would take the new text with it.
	const properties = newProperties(names, change.run, null);
	const cell = (change.run.size ?? paragraph.markFormat.size) * 20;
	const text = writeRunText(names, change.text);
	const run = text === '' ? '' : `<${names.element('r')}>${properties}${text}</${names.element('r')}>`;
	const content = `<${names.element('p')}>${newParagraphProperties(names, change.paragraph, cell, properties)}${run}</${names.element('p')}>`;
	const at = (change.where === 'before' ? xml.start[element] : xml.end[element]) ?? 0;
	return [{ start: at, end: at, text: content }];
}

/** A paragraph whose text began in an earlier w:p with a deleted mark (17.13.5.15). */
function isJoined(paragraph: Paragraph): boolean {
	const first = paragraph.spans[0];
	return first !== undefined && first.source.start < paragraph.source.start;
}

const RANGE_MARKS = new Set([
	'w:bookmarkStart',
	'w:bookmarkEnd',
	'w:commentRangeStart',
	'w:commentRangeEnd',
	'w:permStart',
	'w:permEnd',
]);

const HEAVY = new Set([
	'w:drawing',
	'w:pict',
	'w:object',
	'w:fldChar',
	'w:fldSimple',
	'w:footnoteReference',
	'w:endnoteReference',
	'w:commentReference',
	'w:ins',
	'w:del',
	'w:moveFrom',
	'w:moveTo',
	'w:rPrChange',
	'w:pPrChange',
	'w:moveFromRangeStart',
	'w:moveToRangeStart',
	'w:sdt',
	'm:oMath',
	'mc:AlternateContent',
]);

/**
 * Takes one copy of a paragraph away; ends of bookmarks and comment ranges in it stay where it stood.
 * @param gone elements of the part that this round takes away, this one added: the last of a cell must stay.
 */
export function removeParagraph(paragraph: Paragraph, map: ParagraphMap, gone: Set<number>): Lowered {
	const { xml } = map.part;
	const { element } = map;
	if (insideLocked(xml, element)) return reasons.protectedText;
	if (isJoined(paragraph)) return reasons.joined;
	const pPr = child(xml, element, 'w:pPr');
	if (pPr >= 0 && child(xml, pPr, 'w:sectPr') >= 0) return reasons.sectionBreak;
	const parent = parentOf(xml, element);
	const siblings = children(xml, parent).filter((e) => !RANGE_MARKS.has(elementName(xml, e)) && !gone.has(e));
	const index = siblings.indexOf(element);
	const isParagraph = (e: number | undefined): boolean => e !== undefined && elementName(xml, e) === 'w:p';
	const isTable = (e: number | undefined): boolean => e !== undefined && elementName(xml, e) === 'w:tbl';
	const last = !isParagraph(siblings[index + 1]) && elementName(xml, parent) !== 'w:body';
	if (siblings.filter(isParagraph).length < 2 || (last && !isParagraph(siblings[index - 1]))) return reasons.lastInCell;
	const next = siblings[index + 1];
	const atEnd = next === undefined || elementName(xml, next) === 'w:sectPr';
	if (isTable(siblings[index - 1]) && (isTable(next) || atEnd)) return reasons.betweenTables;
	let marks = '';
	let e = element + 1;
	for (; e < xml.count && (xml.start[e] ?? 0) < (xml.end[element] ?? 0); e++) {
		const name = elementName(xml, e);
		if (HEAVY.has(name)) return reasons.holdsObjects;
		if (RANGE_MARKS.has(name)) marks += xml.text.slice(xml.start[e], xml.end[e]);
	}
	gone.add(element);
	return [{ start: xml.start[element] ?? 0, end: xml.end[element] ?? 0, text: marks }];
}

/** Text for a paragraph without any: a new run with the format of the paragraph mark. */
export function fillEmptyParagraph(map: ParagraphMap, text: string): Lowered {
	const { xml } = map.part;
	const { element, names } = map;
	if (insideLocked(xml, element)) return reasons.protectedText;
	if (hasOpenField(xml, element)) return reasons.protectedText;
	const pPr = child(xml, element, 'w:pPr');
	const mark = pPr < 0 ? -1 : child(xml, pPr, 'w:rPr');
	const kept: string[] = [];
	if (mark >= 0) {
		for (let e = firstChild(xml, mark); e >= 0; e = xml.next[e] ?? -1) {
			// The mark's own revisions are no properties of a run (CT_ParaRPr).
			if (!['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange'].includes(elementName(xml, e)))
				kept.push(xml.text.slice(xml.start[e], xml.end[e]));
		}
	}
	const properties = kept.length === 0 ? '' : `<${names.element('rPr')}>${kept.join('')}</${names.element('rPr')}>`;
	const run = `<${names.element('r')}>${properties}${writeRunText(names, text)}</${names.element('r')}>`;
	return text === '' ? [] : [intoParagraph(xml, element, names, 'end', run)];
}

function hasOpenField(xml: XmlDocument, element: number): boolean {
	for (let e = element + 1; e < xml.count && (xml.start[e] ?? 0) < (xml.end[element] ?? 0); e++) {
		if (elementName(xml, e) === 'w:fldChar') return true;
	}
	return false;
}
