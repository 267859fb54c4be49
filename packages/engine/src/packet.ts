/** The verbs of a session packet: plan, apply, undo, recover. */

import { readLock, resolveTemplate } from '@bianxu/config';
import type { Bilingual, Change, Diagnostic, Lock, Plan, Problem, SlipHead } from '@bianxu/model';
import { type Accept, parseAccept, planPacket, type Planned, recordPlan } from '@bianxu/packet';
import { runPacketRules } from '@bianxu/rules';
import type { OpenDocument } from './document.ts';
import { mergeChanges } from './merge-changes.ts';
import { digestOf, keepPlan, readKept } from './packet-kept-plan.ts';
import { type LoadedPacket, loadPacket, lockBytesOf, lockNameOf, ownerFilesOf } from './packet-files.ts';
import {
	ChangeFailed,
	commitChange,
	type FileChange,
	lastChange,
	type Recovery,
	recoverChange,
	reverseOf,
	type Way,
	writeFolder,
} from './packet-transaction.ts';
import { slipHead } from './packet-head.ts';
import { bytesOf, originalOf } from './packet-originals.ts';
import type { ReadingStore } from './packet-readings.ts';
import { type PacketRefused, problem, refuse, sayFailed, unfinishedProblem } from './packet-refusal.ts';
import { type Carried, carrySignOffs, keepWording } from './packet-wording.ts';
import { trackedCopies } from './packet-track.ts';
import { directoryOf, joinPath, nameOf } from './path.ts';
import { sameBytes } from './safe-write.ts';
import type { Session } from './session.ts';
import { dateOf, decodeUtf8, type Options, settingsOfManifest, templateOptions } from './settings.ts';
import { verifyRewrite } from './verify.ts';

export interface PacketRequest {
	/** Absolute path of packet.yaml. */
	readonly packet: string;
	readonly options: Options;
	/** Sign-offs as written: ID@BLOCK:START[=TEXT]. */
	readonly accepts?: readonly string[];
	readonly by?: string;
}

export interface PlanVerbRequest extends PacketRequest {
	/** True: findings of packet scope will be asked for, so that whole papers are read at once. */
	readonly findings?: boolean;
	/** What earlier runs kept of the same papers; null or absent: everything is read. */
	readonly readings?: ReadingStore | null;
}

export interface ApplyRequest extends PacketRequest {
	/** Bytes of a plan kept by `plan -o`; it is refused when any input has changed since. */
	readonly kept?: Uint8Array;
	/** Absolute path of a folder that does not exist: the packet is written there and the originals are left alone. */
	readonly output?: string;
	/** With `output`: copies with tracked changes for the departments, instead of the packet; nothing is carried out. */
	readonly track?: boolean;
	readonly dryRun?: boolean;
	/** False: the other schemes are not worked out, for a caller that does not show them. */
	readonly compare?: boolean;
	/** What a plan kept of the same papers: those it has are read again only when they change. */
	readonly readings?: ReadingStore | null;
}

/** A plan, and the text in which `plan -o` keeps it. */
export interface PacketPlanned {
	readonly refused?: undefined;
	readonly plan: Plan;
	/** For the head of what is printed of it. */
	readonly head: SlipHead;
	/** Findings of the rules of packet scope, by paper; looked for when they are asked for. */
	readonly findings: () => Promise<readonly PaperFindings[]>;
	readonly kept: string;
	readonly problems: readonly Problem[];
}

/** What apply did. `applied` is false for a blocked plan and a dry run. */
export interface PacketApplied {
	readonly refused?: undefined;
	readonly plan: Plan;
	readonly applied: boolean;
	/** Files written (or to be written in a dry run), relative to the packet folder. */
	readonly paths: readonly string[];
	/** Papers whose sign-offs went along with their new number: whom to tell (改号告知). */
	readonly carried?: readonly string[];
}

/** Findings that concern a paper beside the others of its packet. */
export interface PaperFindings {
	readonly path: string;
	readonly diagnostics: readonly Diagnostic[];
}

/**
 * Plans what a change of agenda does. Nothing is written but what `readings` keeps. Rejects with the World's error only.
 */
export async function planVerb(session: Session, request: PlanVerbRequest): Promise<PacketPlanned | PacketRefused> {
	const accepts = readAccepts(request);
	if ('refused' in accepts) return accepts;
	const { findings: wanted = false, readings = null } = request;
	const forPlan = wanted ? {} : { forPlan: { store: readings } };
	const loaded = await loadPacket(session, request.packet, { onlyRead: true, ...forPlan });
	if ('refused' in loaded) return loaded;
	const { plan } = planPacket({ ...loaded.request, accepts: accepts.accepts });
	const findings = async (): Promise<readonly PaperFindings[]> => {
		const whole = wanted ? loaded : await loadPacket(session, request.packet, { onlyRead: true });
		return 'refused' in whole ? [] : packetFindings(session, whole, request.options);
	};
	return {
		plan,
		head: slipHead(loaded, dateOf(session, request.options, null)),
		findings,
		// Worked out when somebody keeps the plan.
		get kept() {
			return keepPlan(session, loaded, plan, accepts.accepts);
		},
		problems: loaded.problems,
	};
}

/** What the rules of packet scope find in the papers as they stand now, by paper in the order of the packet. */
async function packetFindings(
	session: Session,
	loaded: LoadedPacket,
	options: Options,
): Promise<readonly PaperFindings[]> {
	const { manifest, folder, manifestName } = loaded;
	const located = { folder, path: joinPath(folder, manifestName), manifest, bytes: loaded.manifestBytes, problems: [] };
	const settings = await settingsOfManifest(session, located, located.path, options);
	const template = resolveTemplate('base', templateOptions(settings));
	const { byMember } = runPacketRules({
		manifest,
		members: loaded.members,
		template,
		lock: loaded.lock,
		date: settings.date,
	});
	return loaded.members.flatMap(({ id, path }) => {
		const diagnostics = byMember.get(id) ?? [];
		return diagnostics.length === 0 ? [] : [{ path, diagnostics }];
	});
}

/**
 * Carries a plan out: every file or none. In place under a journal, or into a new folder that appears by one rename.
 * Doing it twice is doing it once. Rejects with the World's error only when nothing was touched.
 */
export async function applyVerb(session: Session, request: ApplyRequest): Promise<PacketApplied | PacketRefused> {
	const written = readAccepts(request);
	if ('refused' in written) return written;
	const { output } = request;
	if (output !== undefined && (await session.world.kindOf(output)) !== null) {
		return refuse(
			'packet-output',
			`${nameOf(output)} 已经存在，-o 须是一个还没有的文件夹名`,
			`${nameOf(output)} exists; -o must name a new folder`,
		);
	}
	const { readings = null } = request;
	const loaded = await loadPacket(session, request.packet, { forPlan: { store: readings, keep: true } });
	if ('refused' in loaded) return loaded;
	const kept = request.kept === undefined ? null : readKept(request.kept, loaded);
	if (kept !== null && 'refused' in kept) return kept;
	const accepts = [...(kept?.accepts ?? []), ...written.accepts];
	const planRequest = { ...loaded.request, accepts };
	const planned = planPacket(planRequest, request.compare ?? true);
	const { plan } = planned;
	if (kept !== null && written.accepts.length === 0 && kept.digest !== digestOf(session, plan)) {
		return refuse(
			'packet-stale',
			'保存的方案与现在重新推算的不一致（程序版本不同），请重新 plan 后核对',
			'the kept plan differs from what is computed now (another version of the program); plan again',
		);
	}
	if (plan.blocked) return { plan, applied: false, paths: [] };
	const on = dateOf(session, request.options, loaded.manifest.session.days[0] ?? null);
	const prepared = prepare(session, loaded, planned, accepts, on);
	if (prepared.refused !== undefined) return prepared;
	const paths = prepared.changes.map(({ path }) => path);
	if (request.dryRun === true) return { plan, applied: false, paths };
	if (request.track === true) {
		if (output === undefined) {
			return refuse(
				'packet-track',
				'修订稿要写到新文件夹：--track -o 文件夹',
				'tracked copies go into a new folder: --track -o FOLDER',
			);
		}
		const copies = trackedCopies(session, prepared.changes, on);
		if (copies.refused !== undefined) return copies;
		await writeFolder(session.world, output, copies.files);
		return { plan, applied: false, paths: copies.files.map(({ path }) => path) };
	}
	if (output !== undefined) return writeCopy(session, loaded, prepared.changes, plan, output);
	if (prepared.changes.length === 0) return { plan, applied: true, paths };
	const owner = await openElsewhere(session, loaded.folder, paths);
	if (owner !== null) return owner;
	for (const wording of prepared.carried.wordings) await keepWording(session, loaded.folder, wording);
	try {
		await commitChange(session.world, loaded.folder, on, prepared.changes);
	} catch (error) {
		if (error instanceof ChangeFailed) return sayFailed(error);
		throw error;
	}
	return { plan, applied: true, paths, carried: prepared.carried.ids };
}

/** Takes the last apply back, byte for byte; refused when a file has changed since. */
export async function undoVerb(
	session: Session,
	request: Pick<PacketRequest, 'packet'> & { readonly dryRun?: boolean },
): Promise<PacketRefused | { readonly refused?: undefined; readonly paths: readonly string[]; readonly on: string }> {
	const unfinished = await sayUnfinished(session, request.packet);
	if (unfinished !== null) return unfinished;
	const folder = directoryOf(request.packet);
	const last = await lastChange(session.world, folder);
	if (last === null) return refuse('packet-undo', '没有可以撤回的改号', 'there is no renumbering to take back');
	const since = { printed: false };
	try {
		const lockName = lockNameOf(nameOf(request.packet));
		const reverse = await reverseOf(session.world, folder, last, (path, current, old) => {
			if (path !== lockName) return current;
			since.printed = printsIn(current) > printsIn(old);
			return withoutLater(session, current, old);
		});
		const bookless = reverse.find(({ path, next }) => path === lockName && next === null);
		if (bookless !== undefined && hasLedgers(lockIn(bookless.old))) {
			return refuse(
				'packet-undo',
				'首次编号之后已有签审或印制记录，不能撤回首次编号；请改议程后重新 plan',
				'sign-offs or prints were recorded since the first numbering; it cannot be taken back. Change the agenda and plan',
			);
		}
		const changes = reverse.map((change) =>
			change.path === lockName ? { ...change, next: keepingLater(session, change.next, change.old) } : change,
		);
		const paths = changes.map(({ path }) => path);
		if (request.dryRun === true) return { paths, on: last.journal.on };
		const owner = await openElsewhere(session, folder, paths);
		if (owner !== null) return owner;
		await commitChange(session.world, folder, last.journal.on, changes, last);
		return { paths, on: last.journal.on };
	} catch (error) {
		if (since.printed) return printedMeanwhile;
		if (error instanceof ChangeFailed) return sayFailed(error);
		throw error;
	}
}

const printedMeanwhile = refuse(
	'packet-undo',
	'改号之后已登记付印，不能撤回；请改议程后重新 plan，印件按重印单处理',
	'prints were recorded since; it cannot be taken back. Change the agenda, plan, and see packet reprint',
);

const lockIn = (bytes: Uint8Array | null): Lock | null => (bytes === null ? null : readLock(decodeUtf8(bytes)).lock);

const printsIn = (bytes: Uint8Array | null): number => lockIn(bytes)?.prints?.length ?? 0;

const hasLedgers = (lock: Lock | null): boolean => (lock?.prints ?? lock?.signOffs ?? lock?.faults) !== undefined;

/** What `print` and people record after an apply: undo passes over it. */
function laterOf(lock: Lock | null): Partial<Lock> {
	const { pageMap = null, prints, signOffs, faults, codes } = lock ?? {};
	return {
		pageMap,
		...(codes === undefined ? {} : { codes }),
		...(prints === undefined ? {} : { prints }),
		...(signOffs === undefined ? {} : { signOffs }),
		...(faults === undefined ? {} : { faults }),
	};
}

/** The lock as it was before anything was recorded after the change that is taken back. */
function withoutLater(session: Session, current: Uint8Array, old: Uint8Array | null): Uint8Array {
	const now = lockIn(current);
	if (now === null) return current;
	const { prints: _prints, signOffs, faults: _faults, codes: _codes, ...rest } = now;
	const before = laterOf(lockIn(old));
	// The apply carried the sign-offs along; what was signed since stands behind them.
	const then = before.signOffs === undefined ? {} : { signOffs: signOffs?.slice(0, before.signOffs.length) ?? [] };
	return lockBytesOf(session.world, { ...rest, pageMap: null, ...before, ...then });
}

/** The lock to go back to, with the ledgers as they are now: paper that was printed stays printed. */
function keepingLater(session: Session, next: Uint8Array | null, current: Uint8Array | null): Uint8Array | null {
	const before = lockIn(next);
	const now = lockIn(current);
	const { prints, signOffs, faults, codes } = laterOf(now);
	if (before === null || !hasLedgers(now)) return next;
	return lockBytesOf(session.world, {
		...before,
		...(prints === undefined ? {} : { prints }),
		...(signOffs === undefined ? {} : { signOffs }),
		...(faults === undefined ? {} : { faults }),
		...(codes === undefined ? {} : { codes }),
	});
}

/**
 * Ends an interrupted apply or undo: all files new, or all files old. `way`: as far as it can be told, or back on request.
 * A dry run says what would be done.
 */
export async function recoverVerb(
	session: Session,
	request: Pick<PacketRequest, 'packet'> & { readonly way?: Way; readonly dryRun?: boolean },
): Promise<PacketRefused | (Recovery & { readonly refused?: undefined })> {
	try {
		return await recoverChange(session.world, directoryOf(request.packet), request.way, request.dryRun);
	} catch (error) {
		if (error instanceof ChangeFailed) return sayFailed(error);
		throw error;
	}
}

function readAccepts(request: PacketRequest): { readonly accepts: readonly Accept[] } | PacketRefused {
	const by = request.by?.trim() ?? '';
	const texts = request.accepts ?? [];
	if (texts.length > 0 && by === '') {
		return refuse('packet-accept', '签认须写明签认人：--by 姓名', 'a sign-off needs a name: --by NAME');
	}
	const accepts: Accept[] = [];
	for (const text of texts) {
		const accept = parseAccept(text, by);
		if (accept === null) {
			return refuse(
				'packet-accept',
				`签认「${text}」写法不对，应为 标识@段:起[=文本]，例如 m19@4:12=十三`,
				`the sign-off "${text}" must be ID@BLOCK:START[=TEXT], such as m19@4:12`,
			);
		}
		accepts.push(accept);
	}
	return { accepts };
}

async function sayUnfinished(session: Session, packet: string): Promise<PacketRefused | null> {
	const unfinished = await unfinishedProblem(session, directoryOf(packet));
	return unfinished === null ? null : { refused: [unfinished] };
}

interface Prepared {
	readonly refused?: undefined;
	readonly changes: readonly FileChange[];
	/** Sign-offs that go along with the renumbering. */
	readonly carried: Carried;
}

/** New bytes of every paper that changes, read back and compared with the plan, and of the lock, which comes last. */
function prepare(
	session: Session,
	loaded: LoadedPacket,
	planned: Planned,
	accepts: readonly Accept[],
	on: string,
): Prepared | PacketRefused {
	const changes: FileChange[] = [];
	const refused: Problem[] = [];
	const hashes = new Map<string, string>();
	for (const paper of loaded.request.papers) {
		hashes.set(paper.id, paper.sha256);
		const wanted = Object.hasOwn(planned.plan.changes, paper.id) ? (planned.plan.changes[paper.id] ?? []) : [];
		if (wanted.length === 0) continue;
		const original = originalOf(session, loaded, paper, wanted);
		if (original.refused !== undefined) return original;
		const { document } = original;
		const rewritten = rewritePaper(session, document, wanted);
		if ('failure' in rewritten) {
			const { zh, en } = rewritten.failure;
			refused.push(
				problem('packet-write', {
					zh: `${paper.id}（${paper.path}）：${zh}`,
					en: `${paper.id} (${paper.path}): ${en}`,
				}),
			);
			continue;
		}
		hashes.set(paper.id, rewritten.hash);
		const known = { old: paper.sha256, next: rewritten.hash };
		changes.push({ path: paper.path, old: document.bytes, next: rewritten.bytes, hashes: known });
	}
	if (refused.length > 0) return { refused };
	const recorded = recordPlan({ ...loaded.request, accepts }, planned, hashes, on);
	const written = new Map(changes.map((change) => [change.path, change]));
	const carried = carrySignOffs(session, loaded, recorded, planned.plan, accepts, written);
	const lock = lockBytesOf(
		session.world,
		carried.signOffs === undefined ? recorded : { ...recorded, signOffs: carried.signOffs },
	);
	if (loaded.lockBytes === null || !sameBytes(loaded.lockBytes, lock)) {
		changes.push({ path: loaded.lockName, old: loaded.lockBytes, next: lock });
	}
	return { changes, carried };
}

function rewritePaper(
	session: Session,
	document: OpenDocument,
	wanted: readonly Change[],
): { readonly bytes: Uint8Array; readonly hash: string } | { readonly failure: Bilingual } {
	const changes = mergeChanges(wanted);
	const { bytes, unsayable } = document.rewrite(changes);
	const [first] = unsayable;
	if (first !== undefined) return { failure: first.reason };
	const hash = session.world.sha256(bytes);
	const again = document.readBack(bytes, hash);
	if (again.document === null) return { failure: again.refused.message };
	const wrong = verifyRewrite(document.doc, again.document.doc, changes);
	return wrong === null ? { bytes, hash } : { failure: wrong.message };
}

/** The whole packet in a new folder: manifest, lock and every paper that exists, also those that did not change. */
async function writeCopy(
	session: Session,
	loaded: LoadedPacket,
	changes: readonly FileChange[],
	plan: Plan,
	output: string,
): Promise<PacketApplied> {
	const files = new Map<string, Uint8Array>([[loaded.manifestName, loaded.manifestBytes]]);
	for (const paper of loaded.request.papers) files.set(paper.path, bytesOf(loaded, paper));
	if (loaded.lockBytes !== null) files.set(loaded.lockName, loaded.lockBytes);
	for (const { path, next } of changes) if (next !== null) files.set(path, next);
	await writeFolder(
		session.world,
		output,
		[...files].map(([path, bytes]) => ({ path, bytes })),
	);
	return { plan, applied: true, paths: changes.map(({ path }) => path) };
}

/** Why the files cannot be written now: open in another program, or read-only. Looked at before anything is touched. */
async function openElsewhere(
	session: Session,
	folder: string,
	paths: readonly string[],
): Promise<PacketRefused | null> {
	const { world } = session;
	const open: string[] = [];
	const readOnly: string[] = [];
	const namesIn = new Map<string, ReadonlySet<string>>();
	for (const path of paths) {
		const full = joinPath(folder, path);
		const parent = directoryOf(full);
		if ((await world.isReadOnly?.(full)) === true) readOnly.push(path);
		let names = namesIn.get(parent);
		if (names === undefined) {
			const entries = (await world.kindOf(parent)) === 'directory' ? await world.list(parent) : [];
			names = new Set(entries.map(({ name }) => name));
			namesIn.set(parent, names);
		}
		if (ownerFilesOf(nameOf(path)).some((name) => names.has(name))) open.push(path);
	}
	if (open.length > 0) {
		return refuse(
			'packet-open',
			`${open.join('、')} 正在 Word 或 WPS 中打开，请先保存关闭；一份文件也没有改`,
			`${open.join(', ')} is open in Word or WPS; save and close it. No file was changed`,
		);
	}
	if (readOnly.length === 0) return null;
	return refuse(
		'packet-read-only',
		`${readOnly.join('、')} 是只读文件，请去掉只读属性再做；一份文件也没有改`,
		`${readOnly.join(', ')} is read-only; make it writable. No file was changed`,
	);
}
