import { applyTextEdits } from '@bianxu/model';
import { attr, attributes, children, elementName, escapeAttribute, type XmlDocument } from '@bianxu/opc';
import type { WordNames } from './word-names.ts';

/** A replacement in the text of one part. */
export interface PartEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Attributes by local name, in the order they are written; null takes one away. */
export type AttributeValues = Readonly<Record<string, string | null>>;

/** What a child element is to be: the attributes it must have (`merge`: others stay), or null: not there. */
export interface WantedChild {
	readonly name: string;
	readonly values: AttributeValues | null;
	/** Other attributes of an existing element stay. Without it the element has exactly these. */
	readonly merge?: boolean;
}

/** `<w:name w:a="1"/>`. */
export function writeEmpty(names: WordNames, name: string, values: AttributeValues): string {
	return `<${names.element(name)}${writeAttributes(names, values)}/>`;
}

/** ` w:a="1" w:b="2"`, null values left out. */
export function writeAttributes(names: WordNames, values: AttributeValues): string {
	return Object.entries(values)
		.map(([name, value]) => (value === null ? '' : ` ${names.attribute(name)}="${escapeAttribute(value)}"`))
		.join('');
}

/**
 * Edits that give a property element (w:rPr, w:pPr, w:sectPr) the wanted children, in schema order and with the least
 * change: children that are right already stay byte for byte, so a second call gives no edit.
 */
export function editProperties(
	xml: XmlDocument,
	element: number,
	names: WordNames,
	order: ReadonlyMap<string, number>,
	wanted: readonly WantedChild[],
): readonly PartEdit[] {
	const edits: PartEdit[] = [];
	const inserted = new Map<number, { rank: number; text: string }[]>();
	const empty = xml.end[element] === xml.tagEnd[element];
	const present = children(xml, element);
	for (const want of wanted) {
		const found = present.filter((candidate) => elementName(xml, candidate) === `w:${want.name}`);
		if (want.values === null) {
			for (const candidate of found)
				edits.push({ start: xml.start[candidate] ?? 0, end: xml.end[candidate] ?? 0, text: '' });
			continue;
		}
		const existing = found[0];
		if (existing !== undefined) {
			const edit =
				want.merge === true ? editAttributes(xml, existing, names, want.values) : exactly(xml, existing, names, want);
			if (edit !== null) edits.push(edit);
			continue;
		}
		const rank = order.get(`w:${want.name}`) ?? order.size;
		const text = writeEmpty(names, want.name, want.values);
		const before = present
			.filter((candidate) => (order.get(elementName(xml, candidate)) ?? order.size + 1) < rank)
			.at(-1);
		const place = before === undefined ? (xml.tagEnd[element] ?? 0) : (xml.end[before] ?? 0);
		inserted.set(place, [...(inserted.get(place) ?? []), { rank, text }]);
	}
	if (empty && inserted.size > 0) {
		const tag = xml.text.slice(xml.start[element], xml.tagEnd[element]);
		const content = [...inserted.values()].flat().sort((a, b) => a.rank - b.rank);
		const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
		const text = `${tag.replace(/\s*\/>$/, '>')}${content.map((entry) => entry.text).join('')}</${name}>`;
		return [{ start: xml.start[element] ?? 0, end: xml.end[element] ?? 0, text }];
	}
	for (const [place, entries] of inserted) {
		edits.push({
			start: place,
			end: place,
			text: entries
				.sort((a, b) => a.rank - b.rank)
				.map((entry) => entry.text)
				.join(''),
		});
	}
	return edits;
}

/** The element's source with edits of its own range applied. */
export function editedSource(xml: XmlDocument, element: number, edits: readonly PartEdit[]): string {
	const from = xml.start[element] ?? 0;
	const source = xml.text.slice(from, xml.end[element]);
	return applyTextEdits(
		source,
		edits.map((edit) => ({ start: edit.start - from, end: edit.end - from, text: edit.text })),
	);
}

/** Sets, adds and removes attributes of a start tag, others untouched; null when they are so already. */
export function editAttributes(
	xml: XmlDocument,
	element: number,
	names: WordNames,
	values: AttributeValues,
): PartEdit | null {
	const start = xml.start[element] ?? 0;
	const tag = xml.text.slice(start, xml.tagEnd[element]);
	const edits: PartEdit[] = [];
	let added = '';
	for (const [name, value] of Object.entries(values)) {
		const index = attributeNumber(xml, element, `w:${name}`);
		if (index < 0) {
			if (value !== null) added += ` ${names.attribute(name)}="${escapeAttribute(value)}"`;
		} else if (value === null) {
			let from = (xml.attrStart[index] ?? 0) - start;
			while (from > 0 && /\s/.test(tag[from - 1] ?? '')) from--;
			edits.push({ start: from, end: (xml.valueEnd[index] ?? 0) + 1 - start, text: '' });
		} else if (attr(xml, element, `w:${name}`) !== value) {
			edits.push({
				start: (xml.valueStart[index] ?? 0) - start,
				end: (xml.valueEnd[index] ?? 0) - start,
				text: attributeText(xml, index, value),
			});
		}
	}
	if (added !== '') {
		const at = /(?<!\s)\s*\/?>$/.exec(tag)?.index ?? tag.length;
		edits.push({ start: at, end: at, text: added });
	}
	return edits.length === 0 ? null : { start, end: start + tag.length, text: applyTextEdits(tag, edits) };
}

function attributeText(xml: XmlDocument, index: number, value: string): string {
	const quote = xml.text[(xml.valueStart[index] ?? 1) - 1];
	return quote === "'" ? escapeAttribute(value).replaceAll("'", '&#39;') : escapeAttribute(value);
}

function attributeNumber(xml: XmlDocument, element: number, name: string): number {
	const to = xml.attrFirst[element + 1] ?? 0;
	for (let a = xml.attrFirst[element] ?? 0; a < to; a++) if (xml.names[xml.attrName[a] ?? 0] === name) return a;
	return -1;
}

/** Replaces an element that has other attributes than wanted; on/off values in another spelling are the same. */
function exactly(xml: XmlDocument, element: number, names: WordNames, want: WantedChild): PartEdit | null {
	const values = Object.entries(want.values ?? {}).filter((entry): entry is [string, string] => entry[1] !== null);
	const actual = attributes(xml, element).filter(([name]) => name.startsWith('w:'));
	const same =
		values.length === actual.length &&
		values.every(([name, value]) => actual.some(([other, is]) => other === `w:${name}` && is === value));
	const on =
		values.length === 0 && actual.length === 1 && ['1', 'true', 'on'].includes(attr(xml, element, 'w:val') ?? '');
	const off =
		values.length === 1 &&
		values[0]?.[1] === '0' &&
		actual.length === 1 &&
		['false', 'off'].includes(attr(xml, element, 'w:val') ?? '');
	if (same || on || off) return null;
	return {
		start: xml.start[element] ?? 0,
		end: xml.end[element] ?? 0,
		text: writeEmpty(names, want.name, want.values ?? {}),
	};
}
