/** Reads a packet through the World: manifest, lock, papers. */

import { checkSeal, readLock, readManifest, sealLock, writeLock } from '@bianxu/config';
import type {
	Bilingual,
	DirectoryEntry,
	Lock,
	Manifest,
	PacketMember,
	Problem,
	TemplateId,
	World,
} from '@bianxu/model';
import { nounOfForm } from '@bianxu/numbering';
import {
	ledgerIsWhole,
	needsWholeTexts,
	type PacketPaper,
	type PlanRequest,
	type UnreadPaper,
	withLedgerCode,
} from '@bianxu/packet';
import { recognise } from '@bianxu/structure';
import { type OpenDocument, openDocument, openReading } from './document.ts';
import { type ReadingStore, readForPlan } from './packet-readings.ts';
import { unfinishedProblem } from './packet-refusal.ts';
import { isWorkbook, openWorkbook, type OpenWorkbook } from './packet-workbook.ts';
import { directoryOf, joinPath, nameOf } from './path.ts';
import type { Session } from './session.ts';
import { decodeUtf8, templateOfKind } from './settings.ts';

/** A packet as read, with everything a plan depends on. */
export interface LoadedPacket {
	readonly folder: string;
	readonly manifestName: string;
	readonly lockName: string;
	readonly manifest: Manifest;
	readonly manifestBytes: Uint8Array;
	readonly lock: Lock | null;
	readonly lockBytes: Uint8Array | null;
	/** 校验码 that slips bear: the last link over the ledgers, else the seal; null without a lock or for one that has none. */
	readonly seal: string | null;
	/** The workbook that the manifest was read from; null for packet.yaml. */
	readonly workbook: OpenWorkbook | null;
	/** Papers that could be read, by id; for a plan only those that it had to read and was to keep. */
	readonly documents: ReadonlyMap<string, OpenDocument>;
	/** Bytes of papers that were read for a plan and are kept, by id. */
	readonly bytes: ReadonlyMap<string, Uint8Array>;
	/** Documents with their outlines, as rules of packet scope take them. */
	readonly members: readonly PacketMember[];
	readonly request: Omit<PlanRequest, 'accepts'>;
	readonly problems: readonly Problem[];
}

/** Name of the lock file beside a manifest: packet.yaml → packet.lock.yaml; a workbook has that of its folder. */
export function lockNameOf(manifestName: string): string {
	if (isWorkbook(manifestName)) return 'packet.lock.yaml';
	return `${manifestName.replace(/\.ya?ml$/i, '')}.lock.yaml`;
}

/** How a packet is read. */
export interface LoadOptions {
	/** A lock that other hands have edited is refused unless it is to be taken. */
	readonly editedLock?: 'refuse' | 'take';
	/** For somebody who writes none of the papers: less is kept of them. */
	readonly onlyRead?: boolean;
	/**
	 * Of each paper only what a plan goes by, taken from the store where it has the same bytes. `keep`: for somebody who
	 * writes them afterwards, the bytes of all papers are kept, and those that the store has not as documents.
	 */
	readonly forPlan?: { readonly store: ReadingStore | null; readonly keep?: boolean };
}

/**
 * Reads the packet at the manifest's absolute path, or says why it cannot be used. Rejects with the World's error for the
 * manifest itself.
 */
export async function loadPacket(
	session: Session,
	path: string,
	{ editedLock = 'refuse', onlyRead = false, forPlan }: LoadOptions = {},
): Promise<LoadedPacket | { readonly refused: readonly Problem[] }> {
	const { world } = session;
	const folder = directoryOf(path);
	const unfinished = await unfinishedProblem(session, folder);
	if (unfinished !== null) return { refused: [unfinished] };
	const manifestName = nameOf(path);
	const lockName = lockNameOf(manifestName);
	const manifestBytes = await world.readFile(path);
	const manifestHash = world.sha256(manifestBytes);
	const lockPath = joinPath(folder, lockName);
	const lockBytes = (await world.kindOf(lockPath)) === null ? null : await world.readFile(lockPath);
	const lockText = lockBytes === null ? null : decodeUtf8(lockBytes);
	const locked = lockText === null ? null : readLock(lockText);
	if (locked !== null && locked.lock === null) return { refused: [damagedLock(lockName, locked.problems)] };
	const lock = locked?.lock ?? null;
	const { state, seal } =
		lockText === null ? { state: 'whole', seal: null } : checkSeal(lockText, session.world.sha256);
	// A lock of an earlier version has no seal; one that holds sign-offs or prints always had one.
	const codes = lock === null || ledgerIsWhole(lock, (text) => world.sha256(new TextEncoder().encode(text)));
	const bare = state === 'absent' && lock !== null && (lock.signOffs ?? lock.prints ?? lock.faults) !== undefined;
	if ((state === 'edited' || bare || !codes) && editedLock === 'refuse')
		return { refused: [editedLockProblem(lockName)] };
	const opened = isWorkbook(path) ? await openWorkbook(session, path, manifestBytes, lock) : null;
	if (opened !== null && 'refused' in opened) return opened;
	const read = opened ?? session.remember('manifest', manifestHash, () => readManifest(decodeUtf8(manifestBytes)));
	if (read.manifest === null) return { refused: read.problems };
	const { manifest } = read;

	const inputs: Record<string, string> = { [manifestName]: manifestHash };
	if (lockBytes !== null) inputs[lockName] = world.sha256(lockBytes);
	const documents = new Map<string, OpenDocument>();
	const bytes = new Map<string, Uint8Array>();
	const members: PacketMember[] = [];
	const papers: PacketPaper[] = [];
	const unread: UnreadPaper[] = [];
	const listed = listedPapers(manifest);
	session.reserve(listed.length);
	const light = forPlan === undefined || needsWholeTexts(manifest, lock) ? null : forPlan;
	const noun = nounOfForm(manifest.numbering.form);
	const nouns = noun === null ? [] : [noun];
	const listings = await listingsOf(session, folder, listed);
	for (const { id, file, template } of listed) {
		if (light !== null) {
			const at = joinPath(folder, file);
			const read = await readPaper(session, at, listings.get(directoryOf(file))?.get(nameOf(file)));
			const opened = light.keep === true ? (document: OpenDocument) => documents.set(id, document) : undefined;
			const paper =
				'reason' in read ? read : readForPlan(session, at, read.bytes, { template, nouns, store: light.store, opened });
			if (paper.reason !== undefined) {
				unread.push({ id, path: file, reason: paper.reason });
				continue;
			}
			if (light.keep === true && 'bytes' in read) bytes.set(id, read.bytes);
			inputs[file] = paper.hash;
			papers.push({ id, path: file, ...paper.reading, sha256: paper.hash });
			continue;
		}
		const opened = await openPaper(session, joinPath(folder, file), onlyRead ? openReading : openDocument);
		if ('reason' in opened) {
			unread.push({ id, path: file, reason: opened.reason });
			continue;
		}
		const { document } = opened;
		documents.set(id, document);
		inputs[file] = document.hash;
		const outline = session.remember('outline', `${document.doc.kind}:${document.hash}:${template}`, () =>
			recognise(document.doc, { template }),
		);
		members.push({ id, path: file, doc: document.doc, outline });
		papers.push({ id, path: file, doc: document.doc, outline, sha256: document.hash });
	}
	unread.push(...(await rivalsOf(session, folder, listed, listings)));
	return {
		folder,
		manifestName,
		lockName,
		manifest,
		manifestBytes,
		lock,
		lockBytes,
		seal: lock?.codes?.at(-1)?.code ?? seal,
		workbook: opened,
		documents,
		bytes,
		members,
		request: { manifest, lock, papers, unread, inputs },
		problems: read.problems,
	};
}

interface ListedPaper {
	readonly id: string;
	readonly file: string;
	readonly template: TemplateId;
}

/** What lies in the folders of the papers, by folder as the manifest writes it and by name. */
type Listings = ReadonlyMap<string, ReadonlyMap<string, DirectoryEntry['kind']>>;

/** Folders that are there are looked through once, instead of asking for each paper by itself. */
async function listingsOf(session: Session, folder: string, papers: readonly ListedPaper[]): Promise<Listings> {
	const found = new Map<string, ReadonlyMap<string, DirectoryEntry['kind']>>();
	for (const parent of new Set(papers.map(({ file }) => directoryOf(file)))) {
		const here = parent === '.' ? folder : joinPath(folder, parent);
		if ((await session.world.kindOf(here)) !== 'directory') continue;
		found.set(parent, new Map((await session.world.list(here)).map(({ name, kind }) => [name, kind])));
	}
	return found;
}

function listedPapers(manifest: Manifest): readonly ListedPaper[] {
	return [
		...manifest.items.flatMap(({ materials }) =>
			materials.map(({ id, file, kind }) => ({ id, file, template: templateOfKind(kind) })),
		),
		...manifest.unnumbered.map(({ id, file }) => ({ id, file, template: 'base' as const })),
	];
}

async function openPaper(
	session: Session,
	path: string,
	open: typeof openDocument = openReading,
): Promise<{ readonly document: OpenDocument } | { readonly reason: Bilingual }> {
	const read = await readPaper(session, path);
	if ('reason' in read) return read;
	const opened = open(session, path, read.bytes);
	return opened.document === null ? { reason: opened.refused.message } : { document: opened.document };
}

/**
 * Bytes of a paper, or why there are none. `listed`: what a listing of its folder says that the path is; a name that stands
 * there in other letters is asked for.
 */
export async function readPaper(
	session: Session,
	path: string,
	listed?: DirectoryEntry['kind'],
): Promise<{ readonly bytes: Uint8Array } | { readonly reason: Bilingual }> {
	const kind = listed ?? (await session.world.kindOf(path));
	if (kind === null)
		return { reason: { zh: '找不到文件，请核对清单里的 file', en: 'no such file; check file in the manifest' } };
	if (kind !== 'file') {
		return {
			reason: { zh: '不是普通文件（不跟随链接），请放入文件本身', en: 'not a plain file (links are not followed)' },
		};
	}
	try {
		return { bytes: await session.world.readFile(path) };
	} catch (error) {
		const code = (error as { readonly code?: unknown }).code;
		const shown = typeof code === 'string' ? code : 'error';
		return {
			reason: { zh: `文件读不出（${shown}），请检查权限和是否被占用`, en: `the file cannot be read (${shown})` },
		};
	}
}

/** Words by which people name another version of a file: 最终版2(1), 副本, 定稿, v2, _修改. */
const versionWords =
	/^[\s_\-—.]*(?:最终|终稿|定稿|副本|修改|修订|新版?|旧版?|改后?|第?[0-9一二三四五六七八九十]+稿|copy|final|v\d|\(|（|\d)/iu;
/** Copies that this program itself writes beside a paper. */
const ownCopies = /\.(?:批注|修订)\.docx$/;

/**
 * Files beside the papers that are by their names another version of one, with other contents (U 盘带回的「最终版」). Nobody
 * can tell which of the two is meant, so that the plan stops until one of them is gone.
 */
async function rivalsOf(
	session: Session,
	folder: string,
	papers: readonly ListedPaper[],
	listings: Listings,
): Promise<readonly UnreadPaper[]> {
	const listed = new Set(papers.map(({ file }) => file));
	const found: UnreadPaper[] = [];
	for (const [parent, entries] of listings) {
		const here = parent === '.' ? folder : joinPath(folder, parent);
		const stray = [...entries]
			.filter(([name, kind]) => kind === 'file' && !listed.has(parent === '.' ? name : joinPath(parent, name)))
			.map(([name]) => name)
			.filter((name) => /\.(?:docx|md)$/i.test(name) && !ownCopies.test(name) && !/^(?:~\$|\.)/.test(name));
		if (stray.length === 0) continue;
		for (const { id, file } of papers) {
			if (directoryOf(file) !== parent) continue;
			const stem = nameOf(file).replace(/\.[^.]*$/, '');
			for (const name of stray) {
				if (!name.startsWith(stem) || !versionWords.test(name.slice(stem.length))) continue;
				const rival = await rivalOf(session, here, name, joinPath(folder, file), file);
				if (rival !== null) found.push({ id, path: parent === '.' ? name : joinPath(parent, name), reason: rival });
			}
		}
	}
	return found;
}

async function rivalOf(
	session: Session,
	folder: string,
	name: string,
	path: string,
	file: string,
): Promise<Bilingual | null> {
	const [other, own] = [await openPaper(session, joinPath(folder, name)), await openPaper(session, path)];
	if ('reason' in other || 'reason' in own || other.document.hash === own.document.hash) return null;
	const texts = ({ doc }: OpenDocument): readonly string[] => doc.paragraphs.map(({ text }) => text);
	const [mine, theirs] = [texts(own.document), texts(other.document)];
	const at = mine.findIndex((text, index) => text !== theirs[index]);
	const where = at >= 0 ? at : Math.min(mine.length, theirs.length);
	const cut = (text: string | undefined): string => (text === undefined ? '（无）' : text.slice(0, 30));
	return {
		zh: `像是 ${file} 的另一个版本，内容不同（第${where + 1}段：「${cut(mine[where])}」对「${cut(theirs[where])}」）。请确定用哪一份，把另一份移出文件夹或改名`,
		en: `looks like another version of ${file} and differs (paragraph ${where + 1}: "${cut(mine[where])}" against "${cut(theirs[where])}"). Keep one and move the other away`,
	};
}

function damagedLock(name: string, problems: readonly Problem[]): Problem {
	const first = problems[0]?.message ?? { zh: '内容不完整', en: 'incomplete' };
	return {
		code: 'packet-lock',
		message: {
			zh: `锁文件 ${name} 读不出：${first.zh}。请从备份恢复；确实没有备份时删去它，程序改以各文件上的标识为原号`,
			en: `the lock file ${name} cannot be read: ${first.en}. Restore it from a copy, or delete it to start from the file marks`,
		},
	};
}

function editedLockProblem(name: string): Problem {
	return {
		code: 'packet-lock-edited',
		message: {
			zh: `锁文件 ${name} 被改动过（校验码不符），签审和印制记录不可信。请从备份恢复；核对无误确要照用时，运行 bianxu packet recover --accept-lock --by 姓名`,
			en: `the lock file ${name} was edited (its seal does not match); restore it from a copy, or take it as it is with bianxu packet recover --accept-lock --by NAME`,
		},
	};
}

/** Bytes of a lock file, sealed, its ledgers linked. */
export function lockBytesOf(world: Pick<World, 'sha256'>, lock: Lock): Uint8Array {
	const { sha256 } = world;
	const linked = withLedgerCode(lock, (text) => sha256(new TextEncoder().encode(text)));
	return new TextEncoder().encode(sealLock(writeLock(linked), sha256));
}

/** Names of files by which Word and LibreOffice say that they have `name` open. Word replaces the first letters of long names. */
export function ownerFilesOf(name: string): readonly string[] {
	const stem = name.replace(/\.[^.]*$/, '');
	const cut = stem.length >= 8 ? 2 : stem.length === 7 ? 1 : 0;
	return [...new Set([`~$${name}`, `~$${name.slice(cut)}`, `.~lock.${name}#`])];
}
