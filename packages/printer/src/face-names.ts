import type { FontSource } from '@bianxu/model';

/** What a font file says about one of its faces, read without its outlines. */
export interface FaceNames {
	/** Index in a collection (.ttc), 0 in a single font. */
	readonly index: number;
	/** Family and full names in every language, as written. */
	readonly families: readonly string[];
	/** PostScript name (name id 6), '' when there is none. */
	readonly postscript: string;
	/** OS/2 weight class, 400 when absent. */
	readonly weight: number;
	readonly italic: boolean;
	/** False when the foundry forbids embedding (OS/2 fsType 2), or the format has no fixed outlines (variable, bitmap). */
	readonly usable: boolean;
}

/** A name table is a few kilobytes; a larger one is cut, and the names in front still count. */
const MAX_NAMES = 256 * 1024;
/** Faces per collection that are looked at. */
const MAX_FACES = 64;

/**
 * Names of the faces in a font file (TrueType, OpenType, collection). Damaged or foreign files give an empty list; reading
 * never throws on content.
 */
export async function readFaceNames(source: FontSource): Promise<readonly FaceNames[]> {
	const read = await partReader(source);
	const head = await read(0, 12 + 4 * MAX_FACES);
	if (head.length < 12) return [];
	const view = viewOf(head);
	const tag = view.getUint32(0);
	if (tag === TAG_TTCF) {
		const count = Math.min(view.getUint32(8), MAX_FACES, (head.length - 12) >> 2);
		const faces: FaceNames[] = [];
		for (let i = 0; i < count; i++) faces.push(...(await readOne(read, view.getUint32(12 + 4 * i), i)));
		return faces;
	}
	return tag === TAG_TRUETYPE || tag === TAG_OTTO || tag === TAG_TRUE ? readOne(read, 0, 0) : [];
}

const TAG_TTCF = 0x74746366;
const TAG_TRUETYPE = 0x00010000;
const TAG_OTTO = 0x4f54544f;
const TAG_TRUE = 0x74727565;

type Read = (start: number, length: number) => Promise<Uint8Array>;

async function partReader(source: FontSource): Promise<Read> {
	if (source.readPart !== undefined) return source.readPart;
	const whole = await source.read();
	return (start, length) => Promise.resolve(whole.subarray(start, start + length));
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function readOne(read: Read, offset: number, index: number): Promise<readonly FaceNames[]> {
	const head = await read(offset, 12 + 16 * 64);
	if (head.length < 12) return [];
	const view = viewOf(head);
	const tables = new Map<string, { readonly offset: number; readonly length: number }>();
	const count = Math.min(view.getUint16(4), Math.floor((head.length - 12) / 16));
	for (let i = 0; i < count; i++) {
		const at = 12 + 16 * i;
		const tag = String.fromCharCode(head[at] ?? 0, head[at + 1] ?? 0, head[at + 2] ?? 0, head[at + 3] ?? 0);
		tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
	}
	const name = tables.get('name');
	if (name === undefined) return [];
	const { families, postscript } = namesOf(await read(name.offset, Math.min(name.length, MAX_NAMES)));
	const os2 = tables.get('OS/2');
	const facts = os2 === undefined ? new Uint8Array(0) : await read(os2.offset, 64);
	const factView = viewOf(facts);
	const outlines = tables.has('glyf') || tables.has('CFF ');
	const embeddable = facts.length < 10 || (factView.getUint16(8) & 0x0f) !== 2;
	return [
		{
			index,
			families,
			postscript,
			weight: facts.length < 6 ? 400 : factView.getUint16(4),
			italic: facts.length >= 64 && (factView.getUint16(62) & 1) === 1,
			usable: outlines && embeddable && !tables.has('fvar'),
		},
	];
}

/** Name ids of families: legacy family, full name, PostScript name, typographic family. */
const FAMILY_IDS = new Set([1, 4, 6, 16]);

function namesOf(table: Uint8Array): { readonly families: readonly string[]; readonly postscript: string } {
	if (table.length < 6) return { families: [], postscript: '' };
	let postscript = '';
	const view = viewOf(table);
	const count = Math.min(view.getUint16(2), Math.floor((table.length - 6) / 12));
	const strings = view.getUint16(4);
	const found = new Set<string>();
	for (let i = 0; i < count; i++) {
		const at = 6 + 12 * i;
		if (!FAMILY_IDS.has(view.getUint16(at + 6))) continue;
		const start = strings + view.getUint16(at + 10);
		const bytes = table.subarray(start, start + view.getUint16(at + 8));
		const text = decodeName(bytes, view.getUint16(at), view.getUint16(at + 2))
			.replaceAll('\u0000', '')
			.trim();
		if (text === '') continue;
		found.add(text);
		// The Windows record is the one that programs show; others only stand in for it.
		if (view.getUint16(at + 6) === 6 && (postscript === '' || view.getUint16(at) === 3)) postscript = text;
	}
	return { families: [...found], postscript };
}

/** Platform 3 is UTF-16BE except encoding 3 (PRC), which old foundries fill with GBK; platform 1 encoding 25 is GB 2312. */
function decodeName(bytes: Uint8Array, platform: number, encoding: number): string {
	if (platform === 3 && encoding === 3) return new TextDecoder('gbk').decode(bytes);
	if (platform === 3 || platform === 0) return new TextDecoder('utf-16be').decode(bytes);
	return new TextDecoder(encoding === 25 ? 'gbk' : 'latin1').decode(bytes);
}
