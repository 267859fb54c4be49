import type { XmlDocument } from '@bianxu/opc';
import type { ResolvedParagraph, UnitBase } from './paragraph-format.ts';
import type { ResolvedRun } from './run-format.ts';
import type { Style, StyleSheet } from './styles.ts';

/** An effective format, and the character style that has part in it. */
export interface SharedRun {
	readonly resolved: ResolvedRun;
	readonly character: Style | undefined;
}

/** An effective format of a paragraph, and what its units were measured with. */
export interface MeasuredParagraph extends UnitBase {
	readonly resolved: ResolvedParagraph;
}

/** A hostile document could have a grid a paragraph: beyond this, formats are resolved anew instead of searched. */
export const MOST_MEASURES = 64;

/**
 * Effective formats of runs and paragraphs outside tables and lists, by paragraph style and the source text of w:rPr and
 * w:pPr. The papers of one office share their styles and theme byte for byte, and what is direct in them repeats: it is
 * worked out once, and equal formats of several papers are one object.
 */
export interface SharedFormats {
	readonly find: (style: Style | undefined, written: string) => SharedRun | undefined;
	readonly keep: (style: Style | undefined, written: string, run: SharedRun) => void;
	/** Formats of paragraphs, to be added to; a list of one's own where the common one is full. */
	readonly paragraphs: (style: Style | undefined, written: string) => MeasuredParagraph[];
}

/** On what effective formats depend besides the styles; the root's tag says what prefixes mean. */
interface Ground {
	readonly theme: XmlDocument | null;
	readonly language: string;
	readonly root: string;
	readonly formats: SharedFormats;
}

/** By the styles of a scanned part, which papers with the same bytes share. */
const grounds = new WeakMap<StyleSheet['byId'], Ground[]>();

/** Formats of a kind, and grounds of one style sheet, beyond which no more are kept. */
const MOST = 1000;
const MOST_GROUNDS = 16;

/** What papers with these styles, theme, East Asian language and prefixes of the main part have in common. */
export function sharedFormats(
	styles: StyleSheet,
	theme: XmlDocument | null,
	language: string,
	main: XmlDocument,
): SharedFormats {
	const root = main.text.slice(main.start[0], main.tagEnd[0]);
	const known = grounds.get(styles.byId) ?? [];
	const same = known.find((each) => each.theme === theme && each.language === language && each.root === root);
	if (same !== undefined) return same.formats;
	const formats = emptyFormats();
	if (known.length < MOST_GROUNDS) {
		known.push({ theme, language, root: copyOf(root), formats });
		grounds.set(styles.byId, known);
	}
	return formats;
}

function emptyFormats(): SharedFormats {
	const runs = new Map<string, SharedRun>();
	const paragraphs = new Map<string, MeasuredParagraph[]>();
	return {
		find: (style, written) => runs.get(keyOf(style, written)),
		keep: (style, written, run) => {
			if (runs.size < MOST) runs.set(copyOf(keyOf(style, written)), run);
		},
		paragraphs: (style, written) => {
			const key = keyOf(style, written);
			const known = paragraphs.get(key);
			if (known !== undefined) return known.length < MOST_MEASURES ? known : [];
			const list: MeasuredParagraph[] = [];
			if (paragraphs.size < MOST) paragraphs.set(copyOf(key), list);
			return list;
		},
	};
}

function keyOf(style: Style | undefined, written: string): string {
	return `${style?.id ?? ''}\n${written}`;
}

/** A slice holds the whole part that it was cut from in memory; its copy does not. */
function copyOf(slice: string): string {
	return slice.split('').join('');
}
