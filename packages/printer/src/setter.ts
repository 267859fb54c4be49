import type { Doc, FontRole, Outline, Role, Template } from '@bianxu/model';
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
	/** A picture by its target in the Doc; null when there is none to print. */
	readonly image: (target: string) => PrintImage | null;
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
