import type { Change, TextEdit } from '@bianxu/model';
import {
	type DeflateHost,
	encodePart,
	isRefusal,
	type OpcPackage,
	type PartText,
	readPartText,
	rewritePackage,
	splicePart,
} from '@bianxu/opc';
import type { DocxSource } from '../source.ts';
import type { PartEdit } from './element-edit.ts';

/** Edits of existing parts and whole new parts, by part name. */
export interface PackageEdits {
	readonly edits: readonly TextEdit[];
	readonly added: ReadonlyMap<string, string>;
}

/** Edits that belong together: all of them are written or none. */
export interface EditGroup {
	readonly changes: readonly Change[];
	readonly edits: readonly TextEdit[];
	/** Parts that come with the edits. */
	readonly added?: ReadonlyMap<string, string>;
}

/**
 * Groups that do not overlap: of two that touch the same place (a footer that is rewritten whole and a word in it) the
 * later one is left out. Two insertions at one place are no overlap.
 */
export function withoutOverlaps(groups: readonly EditGroup[]): readonly EditGroup[] {
	const dropped = new Set<number>();
	const all = groups
		.flatMap((group, index) => group.edits.map((edit) => ({ ...edit.range, index })))
		.sort((a, b) =>
			a.part < b.part ? -1 : a.part > b.part ? 1 : a.start - b.start || a.end - b.end || a.index - b.index,
		);
	for (let again = true; again; ) {
		again = false;
		let last: (typeof all)[number] | undefined;
		for (const edit of all) {
			if (dropped.has(edit.index)) continue;
			if (last !== undefined && last.part === edit.part && edit.start < last.end) {
				again = true;
				const later = Math.max(last.index, edit.index);
				dropped.add(later);
				if (later === edit.index) continue;
			}
			last = edit;
		}
	}
	return groups.filter((_, index) => !dropped.has(index));
}

/** Edits of one part as TextEdits. */
export function inPartEdits(part: string, edits: readonly PartEdit[]): readonly TextEdit[] {
	return edits.map(({ start, end, text }) => ({ range: { part, start, end }, text }));
}

/** Text of a part: as scanned, else read from the package; null when it is missing or unreadable. */
export function partText(source: DocxSource, name: string): PartText | null {
	const scanned = source.parts.get(name);
	if (scanned !== undefined) return scanned.text;
	if (!source.pkg.entries.has(name)) return null;
	const text = readPartText(source.pkg, name);
	return isRefusal(text) ? null : text;
}

/** Splices the edits and writes the package; every other entry is copied raw. Without edits the bytes are the same object. */
export function writePackage(source: DocxSource, { edits, added }: PackageEdits, host: DeflateHost): Uint8Array {
	const pkg: OpcPackage = source.pkg;
	if (edits.length === 0 && added.size === 0) return pkg.bytes;
	const byPart = new Map<string, TextEdit[]>();
	for (const edit of edits) {
		const list = byPart.get(edit.range.part);
		if (list === undefined) byPart.set(edit.range.part, [edit]);
		else list.push(edit);
	}
	const changed = new Map<string, Uint8Array>();
	for (const [name, list] of byPart) {
		const text = partText(source, name);
		if (text === null) throw new RangeError(`edit of ${name}, which was not read`);
		changed.set(name, encodePart({ ...text, text: splicePart(text.text, list) }));
	}
	const encoder = new TextEncoder();
	return rewritePackage(pkg, changed, host, new Map([...added].map(([name, text]) => [name, encoder.encode(text)])));
}
