/** `packet reprint` and `packet plan --reprint`: what a new print changes on paper, by our own pages. */

import {
	contentsId,
	type Frame,
	type Lock,
	type ManifestMaterial,
	type Plan,
	type PrintRecord,
	type Problem,
	type ReprintPaper,
	type ReprintResult,
	type SlipHead,
} from '@bianxu/model';
import {
	type ComparedPrint,
	comparePrints,
	facesOf,
	type Imposition,
	pointPages,
	type PointPages,
	pushedFrom,
} from '@bianxu/packet';
import { openDocument, type OpenDocument } from './document.ts';
import { type CollatedPaper, fontsText } from './job-sheet.ts';
import { livePages, pointLive } from './live-pages.ts';
import { mergeChanges } from './merge-changes.ts';
import { type LoadedPacket, loadPacket } from './packet-files.ts';
import { slipHead } from './packet-head.ts';
import { hashOf, newPrints, type NewPrint, type OldPrint, printsFromPdf, recordedPrint } from './packet-old-print.ts';
import type { PacketRefused } from './packet-refusal.ts';
import { orderSheet, printSource } from './print.ts';
import type { Printed } from './print-papers.ts';
import type { Session } from './session.ts';
import { dateOf, type Options } from './settings.ts';

export interface ReprintRequest {
	/** Absolute path of the manifest. */
	readonly packet: string;
	readonly options: Options;
	/** Absolute path of the PDF that went to print, when one is given. */
	readonly print?: string;
	/** One side of each sheet is printed. */
	readonly single?: boolean;
	/** Point pages where a loose paper overflows and they need fewer sheets. */
	readonly point?: boolean;
	/** Make the update PDF. */
	readonly paint?: boolean;
}

export interface PacketReprinted {
	readonly refused?: undefined;
	readonly result: ReprintResult;
	readonly head: SlipHead;
	/** The sheets to print, face by face; null when there are none, or they were not asked for. */
	readonly update: Uint8Array | null;
	/** Pages of the update in order: the paper and its face, null for a blank one. */
	readonly faces: readonly { readonly id: string; readonly page: string | null }[];
	/** 付印单 of the update as a PDF; null without an update. */
	readonly order: Uint8Array | null;
	readonly informal: boolean;
}

/** 60 % of the sheets exchanged: the paper is printed whole (packets.md §3). */
const mostlyShare = 0.6;

interface Judged {
	readonly paper: ReprintPaper;
	readonly compared: ComparedPrint;
	readonly point: PointPages | null;
	readonly next: NewPrint;
	readonly oldPages: number;
}

interface Papered {
	readonly id: string;
	readonly title: string;
	readonly department: string;
	readonly copies: number | null;
	readonly binding: ManifestMaterial['binding'];
	readonly number: string | null;
}

function papersOf({ manifest, lock, request }: LoadedPacket, plan: Plan | null): readonly Papered[] {
	const label = (id: string): string | null =>
		plan === null
			? (lock?.materials.find((each) => each.id === id)?.number ?? null)
			: (plan.materials.find((each) => each.id === id)?.to ?? null);
	const titleOf = (id: string): string => request.papers.find((each) => each.id === id)?.outline.title ?? '';
	return [
		...manifest.items.flatMap(({ materials }) =>
			materials.map(({ id, title, department, copies, binding }) => ({
				id,
				title: (title === '' ? titleOf(id) : title).replaceAll(/(?<!\s)\s*\n\s*/g, ''),
				department,
				copies,
				binding,
				number: label(id),
			})),
		),
		...manifest.unnumbered.map(({ id, kind }) => ({
			id,
			title: titleOf(id) || kind,
			department: '办公室',
			copies: null,
			binding: 'loose' as const,
			number: null,
		})),
	];
}

function judge(
	session: Session,
	lock: Lock | null,
	paper: Papered,
	old: OldPrint,
	next: NewPrint,
	{ single, point: pointWanted }: Pick<ReprintRequest, 'single' | 'point'>,
): Judged {
	const duplex = single === undefined ? (old.duplex ?? true) : !single;
	const imposition: Imposition = { binding: paper.binding, duplex };
	const was: Imposition = { binding: old.binding ?? paper.binding, duplex: old.duplex ?? duplex };
	const compared = comparePrints(old.sides, next.sides, was, imposition);
	const overflows = paper.binding === 'loose' && next.sides.length > old.sides.length;
	const found = overflows ? pointPages(old.sides, next.frames, hashOf(session), duplex) : null;
	const point = found !== null && found.sheets < compared.print.length ? found : null;
	const pointed = pointWanted === true && point !== null;
	const pushed = compared.print.length === 0 ? next.frames.length : pushedFrom(old.sides, next.frames, hashOf(session));
	const fate = (of: string): readonly number[] =>
		compared.pages.flatMap((page) => {
			const moved = page.page > pushed && (page.fate === 'changed' || page.fate === 'new');
			return (moved ? 'pushed' : page.fate) === of ? [page.page] : [];
		});
	const records = (lock?.prints ?? []).filter((each) => each.id === paper.id);
	return {
		compared,
		point,
		next,
		oldPages: old.sides.length,
		paper: {
			id: paper.id,
			number: paper.number,
			oldNumber: old.number === paper.number ? null : old.number,
			title: paper.title,
			department: paper.department,
			binding: paper.binding,
			duplex,
			copies: copiesOut(records) || paper.copies,
			basis: old.basis,
			printedOn: old.on,
			oldSheets: compared.oldSheets,
			newSheets: compared.sheets.length,
			print: pointed ? pointFaces(point, duplex) : compared.print,
			out: pointed ? pointOut(point, old.sides.length, duplex) : compared.out,
			changed: fate('changed'),
			renumbered: fate('mark'),
			pushed: fate('pushed'),
			added: fate('new'),
			point:
				point === null ? null : { first: point.first, last: point.last, labels: point.labels, sheets: point.sheets },
			pointed,
			mostly: compared.print.length >= mostlyShare * compared.sheets.length && compared.sheets.length > 1,
			live: pointed ? pointLive(point, old) : livePages(compared, old, records),
			recall: records.filter((each) => each.recalled === null && each.where !== '' && compared.out.length > 0),
		},
	};
}

/**
 * Copies that are about. A later batch for the same place with the same 份号 took the place of the earlier one, by
 * exchanged sheets or whole; another place or other numbers are more copies.
 */
function copiesOut(records: readonly PrintRecord[]): number {
	const copies = new Map<string, number>();
	for (const { where, serials, recalled, copies: count } of records)
		if (recalled === null) copies.set(`${where}\n${serials}`, count);
	return [...copies.values()].reduce((sum, count) => sum + count, 0);
}

/** Faces of the exchanged sheets and the point sheets, as positions from 1 in the point pages' frames. */
function pointFaces({ frames }: PointPages, duplex: boolean): readonly (readonly (number | null)[])[] {
	return facesOf(frames.length, { binding: 'loose', duplex });
}

function pointOut({ first, last }: PointPages, pages: number, duplex: boolean): readonly (readonly number[])[] {
	const step = duplex ? 2 : 1;
	const out: number[][] = [];
	for (let page = first; page <= last; page += step)
		out.push(Array.from({ length: step }, (_, at) => page + at).filter((each) => each <= pages));
	return out;
}

function refusedPrint(printed: Printed): PacketRefused {
	return {
		refused: printed.refusals.map(({ path, problem }) => ({
			...problem,
			message: { zh: `${path}：${problem.message.zh}`, en: `${path}: ${problem.message.en}` },
		})),
	};
}

/** Compares every paper as it stands with its last print. Nothing is written. Rejects with the World's error only. */
export async function reprintVerb(session: Session, request: ReprintRequest): Promise<PacketReprinted | PacketRefused> {
	const loaded = await loadPacket(session, request.packet);
	if ('refused' in loaded) return loaded;
	const layoutOnly = request.print === undefined;
	const printed = await printSource(session, {
		path: request.packet,
		options: request.options,
		contents: hasContents(loaded.lock),
		also: printedApart(loaded),
		strictFonts: false,
		layoutOnly,
	});
	if (printed.bytes === null) return refusedPrint(printed);
	let next = newPrints(printed);
	let olds: ReadonlyMap<string, OldPrint> | null = null;
	if (request.print !== undefined) {
		const read = await printsFromPdf(session, loaded, request.print, printed);
		if ('refused' in read) return read;
		olds = read.olds;
		next = read.next;
	}
	const old = (id: string): OldPrint | null =>
		olds === null ? recordedPrint(loaded.lock, id) : (olds.get(id) ?? null);
	const judged: Judged[] = [];
	const unchanged: string[] = [];
	const unprinted: string[] = [];
	for (const paper of papersOf(loaded, null)) {
		const fresh = next.get(paper.id);
		const before = old(paper.id);
		if (fresh === undefined) {
			// Withdrawn or moved away after it was printed: nothing to print, everything to take out.
			if (before !== null && before.basis !== 'page-map')
				judged.push(judge(session, loaded.lock, paper, before, { frames: [], sides: [] }, {}));
			continue;
		}
		if (before === null) {
			unprinted.push(paper.id);
			continue;
		}
		const verdict = judge(session, loaded.lock, paper, before, fresh, request);
		if (verdict.compared.print.length === 0 && verdict.compared.out.length === 0) unchanged.push(paper.id);
		else judged.push(verdict);
	}
	// A PDF that was given is compared paper by paper: its contents bears no number to know it by.
	const stays = olds !== null || (unprinted.length === 0 && keepsContents(judged));
	const contents = stays ? null : judgeContents(session, loaded, printed, request);
	if (contents !== null) judged.unshift(contents);
	const date = dateOf(session, request.options, loaded.manifest.session.days[0] ?? null);
	const head = slipHead(loaded, date);
	const made = request.paint === true ? await paintUpdate(printed, judged, newPrints(printed)) : null;
	return {
		result: {
			papers: judged.flatMap(({ paper }) => (paper.id === contentsId ? [] : [paper])),
			contents: contents?.paper ?? null,
			repaged: repagedOf(judged),
			unchanged,
			unprinted,
		},
		head,
		update: made?.bytes ?? null,
		faces: made?.faces ?? [],
		order: made === null ? null : await orderOf(session, request, printed, judged, made.faces, head),
		informal: printed.informal,
	};
}

async function paintUpdate(
	printed: Printed,
	judged: readonly Judged[],
	ours: ReadonlyMap<string, NewPrint>,
): Promise<{ readonly bytes: Uint8Array; readonly faces: PacketReprinted['faces'] } | null> {
	const frames: Frame[] = [];
	const faces: { readonly id: string; readonly page: string | null }[] = [];
	const size = printed.frames[0];
	if (printed.paint === null || size === undefined) return null;
	for (const { paper, point, next } of judged) {
		const own = paper.pointed && point !== null ? point.frames : (ours.get(paper.id)?.frames ?? next.frames);
		const names = paper.pointed && point !== null ? pointNames(point) : own.map((_, at) => String(at + 1));
		// The update is read front, back, front, back; a booklet goes through the imposition of `print --booklet`.
		const reading =
			paper.binding === 'saddle' ? facesOf(own.length, { binding: 'stapled', duplex: true }) : paper.print;
		for (const sheet of reading) {
			for (const face of sheet) {
				const frame = face === null ? undefined : own[face - 1];
				if (frame === undefined && !paper.duplex) continue;
				frames.push(
					frame === undefined
						? { ...size, number: null, blank: true, material: paper.id, items: [], index: frames.length }
						: { ...frame, index: frames.length },
				);
				faces.push({ id: paper.id, page: face === null ? null : (names[face - 1] ?? null) });
			}
		}
	}
	if (frames.length === 0) return null;
	return { bytes: await printed.paint(frames, '更新页'), faces };
}

/** Papers without a number that were printed by themselves (主持词): compared like the others. */
function printedApart({ manifest, lock }: LoadedPacket): readonly string[] {
	return manifest.unnumbered.flatMap(({ id }) => (lock?.prints?.some((each) => each.id === id) === true ? [id] : []));
}

/** True when the last print of the packet had a contents. */
function hasContents(lock: Lock | null): boolean {
	return recordedPrint(lock, contentsId) !== null;
}

/** True when point pages alone are printed: titles, numbers and last pages stay as the contents has them. */
function keepsContents(judged: readonly Judged[]): boolean {
	return judged.length > 0 && judged.every(({ paper, point }) => paper.pointed && point !== null && point.first > 1);
}

/** The contents as a paper of its own; null when it stays as printed or was not printed. */
function judgeContents(
	session: Session,
	loaded: LoadedPacket,
	printed: Printed,
	request: Pick<ReprintRequest, 'single'>,
): Judged | null {
	const old = recordedPrint(loaded.lock, contentsId);
	if (old === null || printed.contents === null) return null;
	const { first, pages, sides = [] } = printed.contents;
	const copies = loaded.manifest.items.flatMap(({ materials }) => materials.map((each) => each.copies ?? 0));
	const paper: Papered = {
		id: contentsId,
		title: '目录',
		department: '办公室',
		copies: Math.max(0, ...copies) || null,
		binding: 'loose',
		number: null,
	};
	const next = { frames: printed.frames.slice(first, first + pages), sides };
	const judged = judge(session, loaded.lock, paper, old, next, { ...request, point: false });
	return judged.compared.print.length === 0 && judged.compared.out.length === 0 ? null : judged;
}

/** Papers whose number of pages changed. */
function repagedOf(judged: readonly Judged[]): ReprintResult['repaged'] {
	return judged.flatMap(({ paper, compared, oldPages }) => {
		const to = compared.pages.length;
		return paper.id === contentsId || paper.pointed || to === 0 || to === oldPages
			? []
			: [{ id: paper.id, from: oldPages, to }];
	});
}

/** The 付印单 of an update: the same form as that of a whole print. */
async function orderOf(
	session: Session,
	{ packet, options }: ReprintRequest,
	printed: Printed,
	judged: readonly Judged[],
	faces: PacketReprinted['faces'],
	head: SlipHead,
): Promise<Uint8Array | null> {
	const marks = new Map(printed.pageMap.map(({ id }, at) => [id, printed.collated[at]?.mark ?? '']));
	const papers = judged.flatMap(({ paper }): readonly CollatedPaper[] => {
		const { id, title, print, copies, binding, duplex } = paper;
		const pages = faces.filter((face) => face.id === id).length;
		if (pages === 0) return [];
		const first = faces.findIndex((face) => face.id === id) + 1;
		return [{ mark: marks.get(id) ?? '', title, pages, first, sheets: print.length, copies, binding, duplex }];
	});
	const request = { path: packet, options, contents: false, strictFonts: false };
	return orderSheet(session, request, {
		session: `${head.organ}${head.session}`,
		seal: head.seal,
		title: '更新页（换页）',
		file: '更新页.pdf',
		date: head.date,
		facts: {
			pages: faces.length,
			copies: 1,
			sheets: papers.reduce((sum, { sheets }) => sum + sheets, 0),
			paper: 'A4',
			turn: 'long',
			binding: 'loose',
			signatures: [],
			numbers: null,
		},
		blank: faces.filter(({ page }) => page === null).length,
		fonts: fontsText(printed),
		papers,
	});
}

function pointNames({ first, last, labels }: PointPages): readonly string[] {
	return [...Array.from({ length: last - first + 1 }, (_, at) => String(first + at)), ...labels];
}

/** A plan measured by our own pages. */
export interface PlanReprint {
	readonly plan: Plan;
	readonly papers: readonly ReprintPaper[];
	readonly contents: ReprintPaper | null;
	readonly repaged: ReprintResult['repaged'];
	readonly problems: readonly Problem[];
}

/**
 * The plan with sheets by our own pages: what it would write is laid out and compared with the recorded print, so that a
 * number that breaks a line and a page that overflows are in the count. Papers that cannot be set keep the estimate.
 */
export async function reprintPlanned(
	session: Session,
	packet: string,
	options: Options,
	plan: Plan,
): Promise<PlanReprint> {
	const none = { plan, papers: [], contents: null, repaged: [], problems: [] };
	const loaded = await loadPacket(session, packet);
	if ('refused' in loaded) return { ...none, problems: loaded.refused };
	const documents = new Map<string, OpenDocument>();
	for (const [id, changes] of Object.entries(plan.changes)) {
		const document = loaded.documents.get(id);
		if (document === undefined || changes.length === 0) continue;
		const { bytes } = document.rewrite(mergeChanges(changes));
		const opened = openDocument(session, document.path, bytes);
		if (opened.document !== null) documents.set(id, opened.document);
	}
	const printed = await printSource(session, {
		path: packet,
		options,
		contents: hasContents(loaded.lock),
		also: printedApart(loaded),
		strictFonts: false,
		documents,
		layoutOnly: true,
	});
	if (printed.bytes === null) return { ...none, problems: printed.refusals.map(({ problem }) => problem) };
	const next = newPrints(printed);
	const judged: Judged[] = [];
	const measured = new Map<string, readonly (readonly number[])[]>();
	for (const paper of papersOf(loaded, plan)) {
		const fresh = next.get(paper.id);
		const before = recordedPrint(loaded.lock, paper.id);
		if (fresh === undefined || before === null) continue;
		const verdict = judge(session, loaded.lock, paper, before, fresh, {});
		const { compared } = verdict;
		measured.set(
			paper.id,
			compared.print.map((faces) => faces.filter((page) => page !== null)),
		);
		if (compared.print.length > 0 || compared.out.length > 0) judged.push(verdict);
	}
	if (measured.size === 0) return none;
	const papers = judged.map(({ paper }) => paper);
	const contents = judgeContents(session, loaded, printed, {})?.paper ?? null;
	const kept = plan.reprint.flatMap((entry) => {
		const sheets = measured.get(entry.id);
		if (sheets === undefined) return [entry];
		return sheets.length === 0 ? [] : [{ ...entry, sheets }];
	});
	const known = new Set(kept.map(({ id }) => id));
	const more = papers.flatMap(({ id, copies }) => {
		const sheets = measured.get(id) ?? [];
		return known.has(id) || sheets.length === 0 ? [] : [{ id, sheets, copies }];
	});
	const reprint = [...kept, ...more];
	const sheets = reprint.reduce((sum, entry) => sum + (entry.sheets?.length ?? 0), 0);
	const shown = { ...plan, reprint, counts: { ...plan.counts, sheets } };
	return { plan: shown, papers, contents, repaged: repagedOf(judged), problems: [] };
}
