import type { Doc, FontRole, Outline, PictureDrawing, Role, Template } from '@bianxu/model';
import type { Geometry } from './geometry.ts';
import type { Notes } from './notes.ts';
import type { PrintImage } from './raster.ts';
import type { Setting } from './spans.ts';
import type { StyleBook } from './style-book.ts';

/** State of one material while its boxes are made. */
export interface Setter {
	readonly doc: Doc;
	readonly outline: Outline;
	readonly template: Template;
	readonly geometry: Geometry;
	readonly book: StyleBook;
	readonly notes: Notes;
	/** Names of persons that the paper is about: no line ends inside them. */
	readonly names: readonly string[];
	/** Image of a picture; null when there is none to print. */
	readonly image: (picture: PictureDrawing) => PrintImage | null;
}

/** Fonts of roles that the templates leave open. */
const DEFAULT_FONTS: Readonly<Partial<Record<Role, FontRole>>> = {
	'table-caption': 'heiti',
	'figure-caption': 'heiti',
	'unit-note': 'fangsong',
};

/** Font and size of a role: the template's, else those of body text. */
export function settingOf(template: Template, role: Role): Setting {
	const style = template.roles[role];
	const size = style?.size?.value ?? (role === 'unit-note' ? 14 : 16);
	return { font: style?.font?.value ?? DEFAULT_FONTS[role] ?? 'fangsong', size };
}

/** The reporter and the persons of name lists, as long as they are names of two to four characters or have a 间隔号. */
export function namesOf(doc: Doc, outline: Outline): readonly string[] {
	const names = new Set<string>([outline.reporter.person]);
	for (const { block, role } of outline.claims) {
		if (role !== 'name-entry') continue;
		for (const word of (doc.paragraphs[block]?.text ?? '').split(/[、，；：（）()\s\u3000]/)) names.add(word);
	}
	return [...names].filter((name) => /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}·[\p{Script=Han}·]{1,12}$/u.test(name));
}

/** Places of the names in a text. */
export function placesOfNames(names: readonly string[], text: string): readonly (readonly [number, number])[] {
	const places: (readonly [number, number])[] = [];
	for (const name of names) {
		for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
			places.push([at, at + name.length]);
	}
	return places;
}
