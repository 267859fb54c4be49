import { deflateRawSync } from 'node:zlib';
import type { Change, Doc, Unsayable } from '@bianxu/model';
import { openPackage, isRefusal } from '@bianxu/opc';
import { verifyRewrite } from '../../../engine/src/verify.ts';
import { host } from '../../../opc/test/host.ts';
import { type DocxSource, lowerDocx, readDocx } from '../../src/index.ts';

/** Reads a .docx that the test expects to be readable. */
export function read(bytes: Uint8Array): { doc: Doc; source: DocxSource } {
	const result = readDocx(bytes, host);
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result;
}

/** Lowers, writes, reads back and runs the engine's own check of the result. */
export function apply(
	bytes: Uint8Array,
	changes: readonly Change[],
): { doc: Doc; bytes: Uint8Array; unsayable: readonly Unsayable[]; failure: string | null; edits: number } {
	const { doc, source } = read(bytes);
	const lowered = lowerDocx(doc, source, changes);
	const written = lowered.write({ deflateRaw: (data) => deflateRawSync(data) });
	const after = read(written).doc;
	const refused = new Set(lowered.unsayable.map((entry) => entry.change));
	const failure = verifyRewrite(
		doc,
		after,
		changes.filter((change) => !refused.has(change)),
	);
	return {
		doc: after,
		bytes: written,
		unsayable: lowered.unsayable,
		failure: failure === null ? null : failure.message.en,
		edits: lowered.edits.length,
	};
}

/** Text of a part. */
export function partOf(bytes: Uint8Array, name: string): string {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) throw new Error(pkg.message.en);
	const content = pkg.read(name);
	if (isRefusal(content)) throw new Error(content.message.en);
	return new TextDecoder().decode(content);
}

/** Names of the parts whose bytes differ between two packages, new ones included. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
	const [a, b] = [openPackage(before, host), openPackage(after, host)];
	if (isRefusal(a) || isRefusal(b)) throw new Error('not a package');
	const raw = (pkg: typeof a, name: string): string => {
		const entry = pkg.entries.get(name);
		return entry === undefined
			? 'none'
			: Buffer.from(pkg.bytes.subarray(entry.localStart, entry.dataStart + entry.compressedSize)).toString('base64');
	};
	return [...new Set([...a.entries.keys(), ...b.entries.keys()])]
		.filter((name) => raw(a, name) !== raw(b, name))
		.sort();
}
