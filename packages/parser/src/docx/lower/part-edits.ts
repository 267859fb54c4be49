import type { TextEdit } from '@bianxu/model';
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
