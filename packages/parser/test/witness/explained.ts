import type { Doc, Paragraph, Run } from '@bianxu/model';
import { attr, child, children, type XmlDocument } from '@bianxu/opc';
import type { DocxSource } from '../../src/index.ts';
import type { Difference } from './agreement.ts';

/**
 * Where LibreOffice 7.4 is known to read a .docx otherwise than the standard or Word. Each class has a minimal file in
 * fixtures/reading/<id>.docx and its clause in docs/how-docx-works.md.
 */
export const CLASSES = [
	'one-western-font',
	'link-in-contents',
	'content-control',
	'toggle-with-table-style',
	'no-style-sheet',
	'drawing-text',
	'character-units',
	'line-units',
	'kashida',
	'distribute',
	'automatic-spacing',
	'indent-of-list',
	'custom-number-format',
] as const;

export type ExplainedClass = (typeof CLASSES)[number];

/** What an explanation may look at besides the two values. */
export interface Evidence {
	readonly doc: Doc;
	readonly source: DocxSource;
	readonly styles: XmlDocument | null;
	/** Places of content controls by part. */
	readonly controls: ReadonlyMap<string, readonly (readonly [start: number, end: number])[]>;
}

/** Collects the evidence of one file. */
export function evidenceOf(doc: Doc, source: DocxSource): Evidence {
	const styles = [...source.parts.values()].find(({ xml }) => xml.names[0] === 'w:styles')?.xml ?? null;
	const controls = new Map<string, (readonly [number, number])[]>();
	for (const { name, xml } of source.parts.values()) {
		const id = xml.names.indexOf('w:sdt');
		const found: [number, number][] = [];
		for (let e = 0; id >= 0 && e < xml.count; e++) {
			if (xml.name[e] === id) found.push([xml.start[e] as number, xml.end[e] as number]);
		}
		controls.set(name, found);
	}
	return { doc, source, styles, controls };
}

/** The class of a known difference, null for one that nobody has explained. */
export function explanationOf(difference: Difference, evidence: Evidence): ExplainedClass | null {
	return difference.run === undefined
		? paragraphExplanation(difference, evidence)
		: (characterExplanation(difference, difference.run, evidence) ?? null);
}

function characterExplanation(difference: Difference, run: Run, evidence: Evidence): ExplainedClass | null {
	const { attribute, ours, theirs, why, paragraph } = difference;
	const code = difference.character?.codePointAt(0) ?? 0;
	if (evidence.styles === null) return 'no-style-sheet';
	if (difference.story === 'shape') return 'drawing-text';
	if (run.source !== undefined && isInControl(evidence, run.source.part, run.source.start)) return 'content-control';
	if (why?.style !== undefined && /^hyperlink$/i.test(why.style) && isInContents(paragraph)) return 'link-in-contents';
	if (attribute === 'latin') {
		if (code >= 0x80 && run.format.ascii === theirs) return 'one-western-font';
	}
	if (attribute === 'bold' && ours === false && paragraph.cell !== null) {
		return why?.origin === 'paragraph-style' ? 'toggle-with-table-style' : null;
	}
	return null;
}

/** Whether the paragraph belongs to a table of contents made by a field. */
function isInContents(paragraph: Paragraph): boolean {
	return paragraph.fields.some((field) => field.name === 'TOC');
}

function isInControl({ controls }: Evidence, part: string, at: number): boolean {
	return controls.get(part)?.some(([start, end]) => start <= at && at < end) ?? false;
}

function paragraphExplanation(difference: Difference, evidence: Evidence): ExplainedClass | null {
	const { attribute, ours, theirs, paragraph } = difference;
	const { format } = paragraph;
	if (difference.story === 'shape') return 'drawing-text';
	if (attribute === 'alignment') {
		if (ours === 'distribute' && theirs === 'justify') return 'distribute';
		return ours === 'justify' && /Kashida"/.test(alignmentSource(difference, evidence)) ? 'kashida' : null;
	}
	if (attribute === 'label')
		return typeof ours === 'string' && hasCustomFormat(evidence) ? 'custom-number-format' : null;
	if (attribute === 'left' || attribute === 'firstLine' || attribute === 'right') {
		if (format[`${attribute}Chars`] !== null || statesUnits(paragraph.source, evidence, 'Chars="'))
			return 'character-units';
		return paragraph.label !== null ? 'indent-of-list' : null;
	}
	if (attribute === 'before' || attribute === 'after') {
		if (statesUnits(paragraph.source, evidence, 'Lines="')) return 'line-units';
		if (ours === 280 || theirs === 280 || (ours === 100 && theirs === 0)) return 'automatic-spacing';
	}
	return null;
}

/** Whether the paragraph's own properties hold a text such as `Lines="`. */
function statesUnits(
	range: { readonly part: string; readonly start: number; readonly end: number },
	evidence: Evidence,
	unit: string,
): boolean {
	const text = evidence.source.parts.get(range.part)?.text.text.slice(range.start, range.end) ?? '';
	const end = text.indexOf('</w:pPr>');
	return end > 0 && text.slice(0, end).includes(unit);
}

/** Source text that the alignment comes from: the paragraph's, and that of the style named by `why`. */
function alignmentSource({ paragraph, why }: Difference, { source, styles }: Evidence): string {
	const own =
		source.parts.get(paragraph.source.part)?.text.text.slice(paragraph.source.start, paragraph.source.end) ?? '';
	if (why?.style === undefined || styles === null) return own;
	const style = children(styles, 0, 'w:style').find(
		(each) => attr(styles, child(styles, each, 'w:name'), 'w:val') === why.style,
	);
	return own + (style === undefined ? '' : styles.text.slice(styles.start[style], styles.end[style]));
}

function hasCustomFormat({ source }: Evidence): boolean {
	return [...source.parts.values()].some(
		({ xml, text }) => xml.names[0] === 'w:numbering' && text.text.includes('w:format='),
	);
}
