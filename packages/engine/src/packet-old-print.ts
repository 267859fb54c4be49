/** Prints to compare: what the lock recorded, what a PDF holds, what would be printed now. */

import type { Frame, Lock, ManifestMaterial, PrintBasis, Problem, SideHash } from '@bianxu/model';
import { formerHolders, layerWords, sideOf, splitPrint, withLayers } from '@bianxu/packet';
import type { LoadedPacket } from './packet-files.ts';
import type { PacketRefused } from './packet-refusal.ts';
import type { Printed } from './print-papers.ts';
import type { Session } from './session.ts';

/** Hash of a text in hex. */
export const hashOf =
	(session: Session) =>
	(text: string): string =>
		session.world.sha256(new TextEncoder().encode(text));

/** The last known print of a paper. */
export interface OldPrint {
	readonly sides: readonly SideHash[];
	readonly basis: PrintBasis;
	readonly on: string | null;
	readonly number: string | null;
	readonly duplex: boolean | null;
	readonly binding: ManifestMaterial['binding'] | null;
}

/** The last print that the lock knows: of the ledger, else of the page map. */
export function recordedPrint(lock: Lock | null, id: string): OldPrint | null {
	const record = lock?.prints?.findLast((each) => each.id === id && each.sides.length > 0);
	if (record !== undefined) {
		const { sides, on, number, duplex, binding } = record;
		return { sides, basis: 'ledger', on, number, duplex, binding };
	}
	const entry = lock?.pageMap?.entries.find((each) => each.id === id);
	if (entry?.sides === undefined) return null;
	return {
		sides: entry.sides,
		basis: 'page-map',
		on: lock?.pageMap?.on ?? null,
		number: null,
		duplex: null,
		binding: null,
	};
}

/** A paper as it would be printed now. */
export interface NewPrint {
	readonly frames: readonly Frame[];
	readonly sides: readonly SideHash[];
}

/** Papers of a print by id. */
export function newPrints(printed: Printed): ReadonlyMap<string, NewPrint> {
	return new Map(
		printed.pageMap.map(({ id, first, pages, sides }) => [
			id,
			{ frames: printed.frames.slice(first, first + pages), sides: sides ?? [] },
		]),
	);
}

/**
 * The PDF that went to print as old prints, and our new one read the same way, so that equal ink gives equal layers.
 * A PDF of another program is compared by the words of its pages.
 */
export async function printsFromPdf(
	session: Session,
	loaded: LoadedPacket,
	path: string,
	printed: Printed,
): Promise<
	PacketRefused | { readonly olds: ReadonlyMap<string, OldPrint>; readonly next: ReadonlyMap<string, NewPrint> }
> {
	const wasm = await session.assets.pdfium().catch(() => null);
	if (wasm === null || printed.bytes === null) return { refused: [noReader] };
	const { readPrint } = await import('@bianxu/proof');
	const oldRead = await readPrint(await session.world.readFile(path), wasm);
	if (oldRead.refusal !== undefined) return { refused: [oldRead.refusal] };
	const newRead = await readPrint(printed.bytes, wasm);
	try {
		if (newRead.refusal !== undefined) return { refused: [newRead.refusal] };
		const { form } = loaded.manifest.numbering;
		const words = layerWords(form);
		const hash = hashOf(session);
		const ours = newPrints(printed);
		const offsets = new Map(printed.pageMap.map(({ id, first }) => [id, first]));
		const next = new Map<string, NewPrint>();
		for (const [id, { frames }] of ours) {
			const first = offsets.get(id) ?? 0;
			const own = withLayers(newRead.print.frames.slice(first, first + frames.length), words);
			next.set(id, { frames, sides: own.map((frame) => sideOf(frame, hash)) });
		}
		const foreign = !sameFaces(oldRead.print.frames, newRead.print.frames);
		const olds = new Map<string, OldPrint>();
		const parts = splitPrint(oldRead.print.frames, form).map(({ label, frames }) => ({
			label,
			sides: withLayers(frames, words).map((frame) => sideOf(frame, hash)),
		}));
		for (const [id, { label, sides }] of holdersOf(loaded, parts, next)) {
			olds.set(id, {
				sides: foreign ? sides.map(byWords) : sides,
				basis: 'pdf',
				on: null,
				number: label,
				duplex: null,
				binding: null,
			});
		}
		if (foreign) for (const [id, each] of next) next.set(id, { ...each, sides: each.sides.map(byWords) });
		return { olds, next };
	} finally {
		oldRead.close();
		if (newRead.refusal === undefined) newRead.close();
	}
}

/** A page by its words alone. */
const byWords = ({ text, length }: SideHash): SideHash => ({ body: text, mark: '', folio: '', text, length });

/** True when both prints use the same faces: then they come from the same machine and ink can be compared. */
function sameFaces(a: readonly Frame[], b: readonly Frame[]): boolean {
	const faces = (frames: readonly Frame[]): ReadonlySet<string> =>
		new Set(frames.flatMap((frame) => frame.items.flatMap((item) => (item.kind === 'text' ? [item.font] : []))));
	const known = faces(b);
	return [...faces(a)].every((face) => known.has(face));
}

interface PrintedPart {
	readonly label: string | null;
	readonly sides: readonly SideHash[];
}

/**
 * Which paper each part of an old print is: of those that bear or bore its number, the one with most pages in common;
 * each paper once. Without a page in common, the one that is left, a withdrawn one first.
 */
function holdersOf(
	{ lock }: LoadedPacket,
	parts: readonly PrintedPart[],
	next: ReadonlyMap<string, NewPrint>,
): ReadonlyMap<string, PrintedPart> {
	const pairs = parts.flatMap((part) => {
		const { label } = part;
		if (label === null || lock === null) return [];
		const holders = new Set([
			...formerHolders(lock, label).map(({ id }) => id),
			...lock.materials.flatMap(({ id, number }) => (number === label ? [id] : [])),
		]);
		const words = new Set(part.sides.map(({ text }) => text));
		return [...holders].map((id) => {
			const own = next.get(id);
			const common = own === undefined ? 0 : own.sides.filter(({ text }) => words.has(text)).length;
			return { id, part, common, gone: own === undefined };
		});
	});
	pairs.sort((a, b) => b.common - a.common || Number(b.gone) - Number(a.gone));
	const found = new Map<string, PrintedPart>();
	const taken = new Set<PrintedPart>();
	for (const { id, part } of pairs) {
		if (found.has(id) || taken.has(part)) continue;
		found.set(id, part);
		taken.add(part);
	}
	return found;
}

const noReader: Problem = {
	code: 'print-reader',
	message: {
		zh: '缺少读取 PDF 的部件 pdfium.wasm，请重新安装编序',
		en: 'pdfium.wasm, which reads PDF, is missing; install Bianxu again',
	},
};
