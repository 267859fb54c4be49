import type { XmlDocument } from '@bianxu/opc';
import type { ResolvedRun } from './run-format.ts';
import type { Style, StyleSheet } from './styles.ts';

/** An effective format, and the character style that has part in it. */
export interface SharedRun {
	readonly resolved: ResolvedRun;
	readonly character: Style | undefined;
}

/**
 * Effective formats of runs outside tables, by paragraph style and the source text of w:rPr. The papers of one office
 * share their styles and theme byte for byte, and what is direct in them repeats: it is worked out once, and equal
 * formats of several papers are one object.
 */
export interface SharedFormats {
	readonly find: (style: Style | undefined, written: string) => SharedRun | undefined;
	readonly keep: (style: Style | undefined, written: string, run: SharedRun) => void;
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

/** Formats, and grounds of one style sheet, beyond which no more are kept. */
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
	const byStyle = new Map<string, Map<string, SharedRun>>();
	let count = 0;
	return {
		find: (style, written) => byStyle.get(style?.id ?? '')?.get(written),
		keep: (style, written, run) => {
			if (count === MOST) return;
			count += 1;
			const id = style?.id ?? '';
			const runs = byStyle.get(id);
			if (runs === undefined) byStyle.set(id, new Map([[copyOf(written), run]]));
			else runs.set(copyOf(written), run);
		},
	};
}

/** A slice holds the whole part that it was cut from in memory; its copy does not. */
function copyOf(slice: string): string {
	return slice.split('').join('');
}
