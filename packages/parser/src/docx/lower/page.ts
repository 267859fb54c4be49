import type { Change, Doc, PageChange, Section } from '@bianxu/model';
import { child, type XmlDocument } from '@bianxu/opc';
import type { DocxPart, DocxSource } from '../source.ts';
import { SECTION_PROPERTY_ORDER } from './child-order.ts';
import { editProperties, type WantedChild, writeEmpty } from './element-edit.ts';
import type { Lowered } from './paragraphs.ts';
import { reasons } from './reasons.ts';
import { elementAt, type WordNames, wordNames } from './word-names.ts';

/** What the w:sectPr of one section is to get: children, and references to headers and footers in front of them. */
export interface SectionPlan {
	readonly wanted: readonly WantedChild[];
	readonly leading: string;
}

/** Edits of the main part for one section. A document without w:sectPr gets one at the end of its body. */
export function lowerSection(doc: Doc, source: DocxSource, index: number, plan: SectionPlan): Lowered {
	const section = doc.sections[index];
	const part = source.parts.get(source.mainPart);
	if (section === undefined || part === undefined) return reasons.place;
	return editSection(part, section, plan.wanted, plan.leading);
}

/** Children of w:sectPr that a page change asks for. */
export function wantedPage(doc: Doc, change: Extract<Change, { kind: 'format-page' }>): readonly WantedChild[] {
	const section = doc.sections[change.section];
	return section === undefined ? [] : wantedSection(change.page, section);
}

/** Edits that give a section's w:sectPr the wanted children; makes the element where the section has none. */
function editSection(part: DocxPart, section: Section, wanted: readonly WantedChild[], leading = ''): Lowered {
	const { xml } = part;
	const names = wordNames(xml);
	if (names === null) return reasons.names;
	if (section.source === undefined) return newSection(xml, names, section, wanted, leading);
	const element = elementAt(xml, section.source.start);
	if (element < 0) return reasons.place;
	if (child(xml, element, 'w:sectPrChange') >= 0) return reasons.trackedFormat;
	const edits = editProperties(xml, element, names, SECTION_PROPERTY_ORDER, wanted);
	if (leading === '') return edits;
	if (xml.end[element] === xml.tagEnd[element]) {
		const start = xml.start[element] ?? 0;
		const end = xml.end[element] ?? 0;
		const source =
			edits[0]?.text ?? `${xml.text.slice(start, end).replace(/\s*\/>$/, '>')}</${names.element('sectPr')}>`;
		return [{ start, end, text: source.replace('>', () => `>${leading}`) }];
	}
	const at = xml.tagEnd[element] ?? 0;
	return [{ start: at, end: at, text: leading }, ...edits];
}

function newSection(
	xml: XmlDocument,
	names: WordNames,
	section: Section,
	wanted: readonly WantedChild[],
	leading: string,
): Lowered {
	const body = child(xml, 0, 'w:body');
	if (body < 0 || xml.end[body] === xml.tagEnd[body]) return reasons.place;
	const page = wantedSection({}, section, true);
	const byName = new Map([...page, ...wanted].map((want) => [want.name, want] as const));
	for (const want of page) {
		const asked = wanted.find((other) => other.name === want.name);
		if (asked !== undefined) byName.set(want.name, { ...want, values: { ...want.values, ...asked.values } });
	}
	const rank = (name: string): number => SECTION_PROPERTY_ORDER.get(`w:${name}`) ?? 0;
	const content = [...byName.values()]
		.sort((a, b) => rank(a.name) - rank(b.name))
		.map((want) => writeEmpty(names, want.name, want.values ?? {}));
	const at = xml.closeStart[body] ?? 0;
	return [
		{
			start: at,
			end: at,
			text: `<${names.element('sectPr')}>${leading}${content.join('')}</${names.element('sectPr')}>`,
		},
	];
}

/** Children of w:sectPr for a page change; all that the schema requires when `whole`. Margins need all seven (17.6.11). */
function wantedSection(page: PageChange, section: Section, whole = false): readonly WantedChild[] {
	const wanted: WantedChild[] = [];
	const { width, height } = page;
	if (whole || width !== undefined || height !== undefined) {
		const [w, h] = [width ?? section.width, height ?? section.height];
		wanted.push({
			name: 'pgSz',
			values: { w: number(w), h: number(h), orient: w > h ? 'landscape' : null },
			merge: true,
		});
	}
	const margins = (['top', 'right', 'bottom', 'left', 'footer'] as const).filter((key) => page[key] !== undefined);
	if (whole || margins.length > 0) {
		const base = section.source === undefined || whole;
		const values: Record<string, string> = {};
		for (const key of ['top', 'right', 'bottom', 'left', 'header', 'footer', 'gutter'] as const) {
			const asked = key === 'header' || key === 'gutter' ? undefined : page[key];
			if (asked !== undefined || base) values[key] = number(asked ?? section[key]);
		}
		wanted.push({ name: 'pgMar', values, merge: true });
	}
	if (page.grid !== undefined) {
		const { type, linePitch, charSpace } = page.grid;
		wanted.push({
			name: 'docGrid',
			values: { type, linePitch: number(linePitch), charSpace: number(charSpace) },
			merge: true,
		});
	}
	return wanted;
}

function number(value: number): string {
	return String(Math.round(value) + 0);
}

/** The w:sectPr elements of the sections, -1 where a section has none. */
export function sectionElements(doc: Doc, part: DocxPart): readonly number[] {
	return doc.sections.map((section) => (section.source === undefined ? -1 : elementAt(part.xml, section.source.start)));
}
