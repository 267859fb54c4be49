/** `packet record-print`: the print ledger (印制台账), and which prints are no longer current. */

import {
	type Binding,
	contentsId,
	type Lock,
	type MaterialState,
	type PrintRecord,
	type Problem,
	type SideHash,
} from '@bianxu/model';
import { sameSide } from '@bianxu/packet';
import { type LoadedPacket, loadPacket, lockBytesOf } from './packet-files.ts';
import { recordedPrint } from './packet-old-print.ts';
import { printsOfSheet, type SheetPrints } from './packet-print-sheet.ts';
import { type PacketRefused, refuse } from './packet-refusal.ts';
import { joinPath } from './path.ts';
import { printSource } from './print.ts';
import { writeSafely } from './safe-write.ts';
import type { Session } from './session.ts';
import { dateOf, type Options } from './settings.ts';

export interface RecordPrintRequest {
	readonly packet: string;
	readonly options: Options;
	/** Papers that were printed; all of the last print when empty. */
	readonly ids: readonly string[];
	/** Copies; those of the manifest when absent. */
	readonly copies?: number;
	readonly serials?: string;
	/** Where the copies went. Naming a place makes the paper 已发. */
	readonly where?: string;
	readonly binding?: Binding;
	readonly single?: boolean;
	/** The copies of the last batch were collected again. */
	readonly recalled?: boolean;
	/** Only what is another print than the last one recorded: after the sheets of `reprint` were exchanged. */
	readonly changed?: boolean;
	/** Records what people wrote into the sheet 印制 of the workbook. */
	readonly sheet?: boolean;
}

export interface PacketPrinted {
	readonly refused?: undefined;
	readonly records: readonly PrintRecord[];
	readonly problems: readonly Problem[];
}

/** What people call the generated contents on the command line. */
const contentsName = '目录';

interface Listed {
	readonly id: string;
	readonly copies: number | null;
	readonly binding: Binding;
}

/** Papers without a number go to everybody who gets the packet: as many copies as the most of a material. */
function listed({ manifest }: LoadedPacket): readonly Listed[] {
	const most = Math.max(0, ...manifest.items.flatMap(({ materials }) => materials.map(({ copies }) => copies ?? 0)));
	return [
		...manifest.items.flatMap(({ materials }) => materials.map(({ id, copies, binding }) => ({ id, copies, binding }))),
		...[contentsId, ...manifest.unnumbered.map(({ id }) => id)].map((id) => ({
			id,
			copies: most === 0 ? null : most,
			binding: 'loose' as const,
		})),
	];
}

/**
 * Sides of every paper as it stands now: from the page map where it is of the same file, else laid out. `afresh`: what an
 * update was printed from, which no page map knows, even where the file is the same and a font is another one.
 */
async function currentSides(
	session: Session,
	request: RecordPrintRequest,
	loaded: LoadedPacket,
	afresh = false,
): Promise<ReadonlyMap<string, readonly SideHash[]>> {
	const entries = loaded.lock?.pageMap?.entries ?? [];
	const printed = entries.find(({ id }) => id === contentsId);
	const mapped = new Map(
		entries.flatMap(({ id, hash, sides }) =>
			sides !== undefined && loaded.documents.get(id)?.hash === hash ? [[id, sides] as const] : [],
		),
	);
	// The contents is as it was printed while every paper of that print is.
	const whole = entries.every(({ id }) => id === contentsId || mapped.has(id));
	if (whole && printed?.sides !== undefined) mapped.set(contentsId, printed.sides);
	const known = request.ids.every((id) => mapped.has(id)) && mapped.size > 0 && (whole || printed === undefined);
	if (known && !afresh) return mapped;
	const fresh = await printSource(session, {
		path: request.packet,
		options: request.options,
		contents: printed !== undefined,
		also: loaded.manifest.unnumbered.flatMap(({ id }) => (request.ids.includes(id) ? [id] : [])),
		strictFonts: false,
		layoutOnly: true,
	});
	const own = fresh.contents === null ? fresh.pageMap : [fresh.contents, ...fresh.pageMap];
	const now = own.map(({ id, sides }) => [id, sides ?? []] as const);
	return new Map(afresh ? [...mapped, ...now] : [...now, ...mapped]);
}

/** Records a batch of each paper in the lock, or that a batch was collected. Rejects with the World's error only. */
export async function recordPrintVerb(
	session: Session,
	request: RecordPrintRequest,
): Promise<PacketPrinted | PacketRefused> {
	const loaded = await loadPacket(session, request.packet);
	if ('refused' in loaded) return loaded;
	const { lock } = loaded;
	if (lock === null) {
		return refuse(
			'packet-lock',
			'还没有锁文件：请先运行 bianxu packet apply 定号，再登记付印',
			'there is no lock yet: number the packet with bianxu packet apply first',
		);
	}
	const papers = new Map(listed(loaded).map((paper) => [paper.id, paper]));
	// People call the contents by its name; a paper may have that for its id.
	const front = (id: string): boolean => id === contentsName && !papers.has(id);
	const ids = request.ids.filter((id) => !front(id));
	const unknown = ids.find((id) => !papers.has(id));
	if (unknown !== undefined) {
		return refuse(
			'packet-unknown',
			`清单里没有 ${unknown}，请核对标识`,
			`the manifest has no ${unknown}; check the id`,
		);
	}
	const on = dateOf(session, request.options, null);
	if (request.recalled === true)
		return recall(
			session,
			loaded,
			lock,
			request.ids.map((id) => (front(id) ? contentsId : id)),
			on,
		);
	const { copies = null, serials = '', where = '' } = request;
	const told = { copies, serials, where, binding: request.binding ?? null, recalled: null };
	if (request.sheet === true) {
		const read = printsOfSheet(loaded, lock, on);
		if (read.refused !== undefined) return read;
		const sides = await currentSides(session, { ...request, ids: read.fresh.map(({ id }) => id) }, loaded);
		const made = recordsOf(session, { ...loaded, lock: read.lock }, request, read.fresh, sides, on);
		if (made.refused !== undefined) return made;
		const records = [...made.records, ...read.moved];
		if (records.length > 0) await writeLock(session, loaded, recorded(read.lock, made.records));
		return { records, problems: [...read.problems, ...made.problems] };
	}
	const sides = await currentSides(session, { ...request, ids }, loaded, request.changed === true);
	const all = request.ids.length === 0;
	const wanted = all ? [...sides.keys()].filter((id) => id !== contentsId && papers.has(id)) : ids;
	const contents = (all || request.ids.some(front)) && sides.has(contentsId) ? [contentsId] : [];
	const batches = [...contents, ...wanted].flatMap((id) =>
		request.changed === true && isPrinted(lock, id, sides.get(id) ?? []) ? [] : [{ id, ...told }],
	);
	const made = recordsOf(session, loaded, request, batches, sides, on);
	if (made.refused !== undefined) return made;
	await writeLock(session, loaded, recorded(lock, made.records));
	return { records: made.records.filter(({ id }) => id !== contentsId), problems: made.problems };
}

/** True when the last recorded print of a paper has these pages. */
function isPrinted(lock: Lock, id: string, sides: readonly SideHash[]): boolean {
	const before = recordedPrint({ ...lock, pageMap: null }, id)?.sides ?? null;
	return (
		before !== null &&
		before.length === sides.length &&
		before.every((side, at) => {
			const now = sides[at];
			return now !== undefined && sameSide(side, now);
		})
	);
}

/** One batch to be recorded; what is null is that of the manifest. */
type Batch = SheetPrints['fresh'][number];

/** Records of batches by the papers as they are printed now; all of them or none. */
function recordsOf(
	session: Session,
	loaded: LoadedPacket,
	{ single }: RecordPrintRequest,
	batches: readonly Batch[],
	sides: ReadonlyMap<string, readonly SideHash[]>,
	on: string,
): PacketPrinted | PacketRefused {
	const papers = new Map(listed(loaded).map((paper) => [paper.id, paper]));
	const records: PrintRecord[] = [];
	const problems: Problem[] = [];
	for (const { id, copies, serials, binding, where, recalled } of batches) {
		const paper = papers.get(id);
		const document = loaded.documents.get(id);
		const own = sides.get(id) ?? [];
		if (id !== contentsId && (paper === undefined || document === undefined)) {
			return refuse(
				'packet-unread',
				`${id} 的文件读不出，没有登记`,
				`the file of ${id} cannot be read; nothing was recorded`,
			);
		}
		const count = copies ?? paper?.copies ?? 0;
		if (count === 0) {
			return refuse(
				'packet-copies',
				`${id} 没有份数：请在清单里写 copies，或用 --copies`,
				`${id} has no number of copies: give copies in the manifest or --copies`,
			);
		}
		if (own.length === 0)
			problems.push({
				code: 'packet-pages',
				message: {
					zh: `${id} 没有本程序的页面记录，只登记份数；换页时按整份计`,
					en: `${id} has no pages of ours; only the copies are recorded, and it is reprinted whole`,
				},
			});
		const pages = own.map(({ body }) => body).join();
		records.push({
			id,
			number: loaded.lock?.materials.find((each) => each.id === id)?.number ?? null,
			// The contents has no file: its hash is that of its pages.
			sha256: document?.hash ?? session.world.sha256(new TextEncoder().encode(pages)),
			copies: count,
			serials,
			on,
			binding: binding ?? paper?.binding ?? 'loose',
			duplex: single !== true,
			where,
			recalled,
			sides: own,
		});
	}
	return { records, problems };
}

/** The lock with batches: papers of which copies went somewhere are 已发, the others 付印. */
function recorded(lock: Lock, records: readonly PrintRecord[]): Lock {
	const materials = lock.materials.map((each) => {
		const own = records.filter(({ id }) => id === each.id);
		if (own.length === 0 || (each.state !== 'draft' && each.state !== 'numbered' && each.state !== 'printed'))
			return each;
		const state: MaterialState = own.some(({ where }) => where !== '') ? 'distributed' : 'printed';
		return { ...each, state };
	});
	return { ...lock, materials, prints: [...(lock.prints ?? []), ...records] };
}

async function recall(
	session: Session,
	loaded: LoadedPacket,
	lock: Lock,
	ids: readonly string[],
	on: string,
): Promise<PacketPrinted | PacketRefused> {
	const wanted = new Set(ids);
	const records = (lock.prints ?? []).filter(({ id, recalled }) => recalled === null && wanted.has(id));
	if (records.length === 0) {
		return refuse('packet-recall', '没有可登记收回的印件', 'there is no print that could be collected');
	}
	const back = new Set(records);
	const prints = (lock.prints ?? []).map((each) => (back.has(each) ? { ...each, recalled: on } : each));
	await writeLock(session, loaded, { ...lock, prints });
	return { records: records.map((each) => ({ ...each, recalled: on })), problems: [] };
}

/** Writes the lock beside the manifest, sealed. */
export async function writeLock(session: Session, loaded: LoadedPacket, lock: Lock): Promise<void> {
	await writeSafely(session.world, joinPath(loaded.folder, loaded.lockName), lockBytesOf(session.world, lock));
}
