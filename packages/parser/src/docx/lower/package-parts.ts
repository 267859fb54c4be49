import type { TextEdit } from '@bianxu/model';
import {
	attr,
	escapeAttribute,
	isRefusal,
	relationshipPartOf,
	relationshipsOf,
	scanXml,
	type XmlDocument,
} from '@bianxu/opc';
import type { DocxSource } from '../source.ts';
import { partText } from './part-edits.ts';

/** A part to add, with its relationship from the main part and its content type. */
export interface NewPart {
	readonly name: string;
	/** Last segment of the relationship type: 'footer', 'comments', 'settings'. */
	readonly type: string;
	readonly contentType: string;
	readonly text: string;
	readonly relationship: string;
}

/** Adds parts to a package being edited; hands out names and relationship ids that are not in use. */
export interface PartRegistry {
	/** Name such as `/word/footer3.xml` beside the main part, and a relationship id. */
	readonly reserve: (stem: string, numbered: boolean) => { readonly name: string; readonly relationship: string };
	readonly add: (part: NewPart) => void;
	/** Edits of relationships and content types, and the new parts; null when those tables cannot be edited. */
	readonly finish: () => { readonly edits: readonly TextEdit[]; readonly added: ReadonlyMap<string, string> } | null;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Relationship namespace that a part's types are written in. */
export function officeRelationships(strict: boolean): string {
	return strict ? STRICT_OFFICE : OFFICE;
}

/** A registry for the main part's relationships. */
export function partRegistry(source: DocxSource, strict: boolean): PartRegistry {
	const { pkg, mainPart } = source;
	const relsPart = relationshipPartOf(mainPart);
	const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1);
	const known = relationshipsOf(pkg, mainPart);
	const ids = new Set(isRefusal(known) ? [] : known.map((relationship) => relationship.id));
	const names = new Set([...pkg.entries.keys()].map((name) => name.toLowerCase()));
	const parts: NewPart[] = [];
	return {
		reserve: (stem, numbered) => {
			let name = `${folder}${stem}.xml`;
			for (let n = 1; names.has(name.toLowerCase()) || (numbered && n === 1); n++) {
				name = `${folder}${stem}${n}.xml`;
				if (!names.has(name.toLowerCase())) break;
			}
			names.add(name.toLowerCase());
			let number = ids.size + 1;
			while (ids.has(`rId${number}`)) number++;
			const relationship = `rId${number}`;
			ids.add(relationship);
			return { name, relationship };
		},
		add: (part) => {
			parts.push(part);
		},
		finish: () => {
			if (parts.length === 0) return { edits: [], added: new Map() };
			const added = new Map(parts.map((part) => [part.name, part.text]));
			const relationships = parts.map(
				(part) =>
					[
						'Relationship',
						{
							Id: part.relationship,
							Type: `${officeRelationships(strict)}/${part.type}`,
							Target: part.name.slice(folder.length),
						},
					] as const,
			);
			const types = parts.map((part) => ['Override', { PartName: part.name, ContentType: part.contentType }] as const);
			const edits: TextEdit[] = [];
			if (pkg.entries.has(relsPart)) {
				const edit = appendTo(source, relsPart, relationships);
				if (edit === null) return null;
				edits.push(edit);
			} else {
				const content = relationships.map(([name, values]) => emptyElement('', name, values)).join('');
				added.set(
					relsPart,
					`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}">${content}</Relationships>`,
				);
			}
			const contentTypes = [...pkg.entries.keys()].find((name) => name.toLowerCase() === '/[content_types].xml');
			const edit = contentTypes === undefined ? null : appendTo(source, contentTypes, types);
			return edit === null ? null : { edits: [...edits, edit], added };
		},
	};
}

/** An edit that appends empty elements to the root of a part, in the root's own prefix. */
function appendTo(
	source: DocxSource,
	name: string,
	elements: readonly (readonly [string, Readonly<Record<string, string>>])[],
): TextEdit | null {
	const text = partText(source, name);
	const xml = text === null ? null : scanXml(text.text, source.pkg.budgets);
	if (text === null || xml === null || isRefusal(xml)) return null;
	const tag = text.text.slice(xml.start[0], xml.tagEnd[0]);
	const qualified = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
	const prefix = qualified.includes(':') ? `${qualified.split(':')[0]}:` : '';
	const content = elements.map(([element, values]) => emptyElement(prefix, element, values)).join('');
	const at = xml.closeStart[0] ?? 0;
	if (xml.end[0] !== xml.tagEnd[0]) return { range: { part: name, start: at, end: at }, text: content };
	return {
		range: { part: name, start: xml.start[0] ?? 0, end: xml.tagEnd[0] ?? 0 },
		text: `${tag.replace(/\s*\/>$/, '>')}${content}</${qualified}>`,
	};
}

function emptyElement(prefix: string, name: string, values: Readonly<Record<string, string>>): string {
	return `<${prefix}${name}${Object.entries(values)
		.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
		.join('')}/>`;
}

/** Largest number in attributes of this name on these elements of a part, -1 for none. */
export function largestId(xml: XmlDocument, elements: ReadonlySet<string>, attribute: string): number {
	let largest = -1;
	for (let e = 0; e < xml.count; e++) {
		if (!elements.has(xml.names[xml.name[e] ?? 0] ?? '')) continue;
		const value = Number(attr(xml, e, attribute));
		if (Number.isSafeInteger(value) && value > largest) largest = value;
	}
	return largest;
}
