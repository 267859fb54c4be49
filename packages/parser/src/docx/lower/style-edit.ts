import { child, children, elementName } from '@bianxu/opc';
import type { DocxPart } from '../source.ts';
import { PARAGRAPH_PROPERTY_ORDER, RUN_PROPERTY_ORDER } from './child-order.ts';
import { editProperties, type PartEdit, type WantedChild, writeEmpty } from './element-edit.ts';
import { wantedParagraphProperties } from './paragraph-properties-edit.ts';
import { type Reason, reasons } from './reasons.ts';
import { wantedRunProperties } from './run-properties-edit.ts';
import type { StyleChange } from './style-depth.ts';
import { wordNames } from './word-names.ts';

/** Children of w:style that stand behind w:pPr and w:rPr (CT_Style, 17.7.4.17), and those themselves. */
const PROPERTIES = new Set(['w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblStylePr']);

/**
 * Edits of the style sheet that give a style its new properties.
 * @param cell twips of one character where the style is used.
 */
export function editStyle(part: DocxPart, change: StyleChange, cell: number): readonly PartEdit[] | Reason {
	const { xml } = part;
	const { element } = change;
	const names = wordNames(xml);
	if (names === null) return reasons.names;
	const before = children(xml, element).filter((each) => !PROPERTIES.has(elementName(xml, each)));
	const last = before.at(-1);
	let place = (last === undefined ? xml.tagEnd[element] : xml.end[last]) ?? 0;
	const edits: PartEdit[] = [];
	const write = (name: 'pPr' | 'rPr', order: ReadonlyMap<string, number>, wanted: readonly WantedChild[]): void => {
		const existing = child(xml, element, `w:${name}`);
		if (existing >= 0) {
			if (wanted.length > 0) edits.push(...editProperties(xml, existing, names, order, wanted));
			place = xml.end[existing] ?? place;
		} else if (wanted.length > 0) {
			const rank = (want: WantedChild): number => order.get(`w:${want.name}`) ?? order.size;
			const content = [...wanted]
				.sort((a, b) => rank(a) - rank(b))
				.map((want) => writeEmpty(names, want.name, want.values ?? {}));
			const text = `<${names.element(name)}>${content.join('')}</${names.element(name)}>`;
			edits.push({ start: place, end: place, text });
		}
	};
	write('pPr', PARAGRAPH_PROPERTY_ORDER, wantedParagraphProperties(change.paragraph, cell, names.strict));
	write('rPr', RUN_PROPERTY_ORDER, wantedRunProperties(change.run, null));
	return edits;
}
