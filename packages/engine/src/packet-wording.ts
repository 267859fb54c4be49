/** Wordings of papers as people sign them: hash, kept text, and what changed since. */

import type { Lock, Plan, SignOff } from '@bianxu/model';
import { isRefusal, openPackage } from '@bianxu/opc';
import { type Accept, wordingChanges, wordingChangeText, wordingLines } from '@bianxu/packet';
import { openDocument, type OpenDocument } from './document.ts';
import type { LoadedPacket } from './packet-files.ts';
import type { FileChange } from './packet-transaction.ts';
import { joinPath } from './path.ts';
import { sameBytes, writeSafely } from './safe-write.ts';
import type { Session } from './session.ts';

/** A wording and its lines. */
export interface Wording {
	readonly hash: string;
	readonly lines: readonly string[];
}

/** The wording of a document: its visible text, and the pictures and other parts that are no text. */
export function wordingOf(session: Session, document: OpenDocument): Wording {
	const lines = wordingLines(document.doc, document.doc.kind === 'docx' ? picturesOf(session, document) : []);
	return { hash: session.world.sha256(new TextEncoder().encode(JSON.stringify(lines))), lines };
}

/** Names and check sums of media and embedded objects, in the order of their names. */
function picturesOf(session: Session, document: OpenDocument): readonly string[] {
	const pkg = openPackage(document.bytes, session.world);
	if (isRefusal(pkg)) return [];
	return [...pkg.entries]
		.filter(([part]) => /\/(?:media|embeddings|charts)\//.test(part))
		.map(([part, { crc, size }]) => `${part} ${crc.toString(16)} ${size}`)
		.sort();
}

const signedFolder = '.bianxu/signed';

/** Keeps the text of a wording in the packet's own folder, by its hash, so that a later change can be named. */
export async function keepWording(session: Session, folder: string, { hash, lines }: Wording): Promise<void> {
	const own = joinPath(folder, signedFolder);
	const path = joinPath(own, `${hash}.json`);
	const bytes = new TextEncoder().encode(JSON.stringify(lines));
	if ((await session.world.kindOf(path)) === 'file' && sameBytes(await session.world.readFile(path), bytes)) return;
	await session.world.makeDirectory(own);
	await writeSafely(session.world, path, bytes);
}

/** The kept text of a wording; null when it is not there or not what its name says. */
async function keptLines(session: Session, folder: string, hash: string): Promise<readonly string[] | null> {
	if (!/^[0-9a-f]{64}$/.test(hash)) return null;
	const path = joinPath(joinPath(folder, signedFolder), `${hash}.json`);
	if ((await session.world.kindOf(path)) !== 'file') return null;
	const bytes = await session.world.readFile(path);
	if (session.world.sha256(bytes) !== hash) return null;
	const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
	return Array.isArray(value) && value.every((line) => typeof line === 'string') ? value : null;
}

/** Which words of a signed paper changed, and who saved the file last, for people. */
export async function changedSince(
	session: Session,
	folder: string,
	signed: SignOff,
	now: Wording,
	document: OpenDocument,
): Promise<string> {
	const saved = document.doc.metadata['lastModifiedBy'];
	const who = saved === undefined || saved === '' ? '' : `（文件最后由${saved}保存）`;
	for (const hash of [...signed.wordings].reverse()) {
		const lines = await keptLines(session, folder, hash);
		if (lines === null) continue;
		return `${wordingChangeText(wordingChanges(lines, now.lines))}${who}`;
	}
	return `签后改动过，签时的文本没有留存${who}`;
}

/** Sign-offs after a plan was carried out, and the wordings that it gave to signed papers. */
export interface Carried {
	readonly signOffs: readonly SignOff[] | undefined;
	readonly wordings: readonly Wording[];
	/** Papers whose sign-offs went along. */
	readonly ids: readonly string[];
}

/**
 * Sign-offs go along with mechanical renumbering: a paper that was valid before and of which only numbers were written
 * gets the new wording too. Words that a person gave (`--accept …=TEXT`) and facts of the session are no such thing.
 */
export function carrySignOffs(
	session: Session,
	loaded: LoadedPacket,
	lock: Lock,
	plan: Plan,
	accepts: readonly Accept[],
	written: ReadonlyMap<string, FileChange>,
): Carried {
	if (lock.signOffs === undefined) return { signOffs: undefined, wordings: [], ids: [] };
	const next = new Map<string, { readonly before: string; readonly after: Wording }>();
	for (const { id, path } of loaded.request.papers) {
		const change = written.get(path);
		if (change === undefined || change.old === null || change.next === null) continue;
		const byPerson = accepts.some((accept) => accept.id === id && accept.text !== null);
		const facts = plan.facts.some((fact) => fact.in === id && fact.status === 'valid' && fact.to !== fact.from);
		if (byPerson || facts) continue;
		const [before, after] = [openDocument(session, path, change.old), openDocument(session, path, change.next)];
		if (before.document === null || after.document === null) continue;
		next.set(id, {
			before: wordingOf(session, before.document).hash,
			after: wordingOf(session, after.document),
		});
	}
	const ids = new Set<string>();
	const signOffs = lock.signOffs.map((each): SignOff => {
		const change = next.get(each.id);
		if (change === undefined || !each.wordings.includes(change.before)) return each;
		ids.add(each.id);
		const { hash } = change.after;
		return each.wordings.includes(hash) ? each : { ...each, wordings: [...each.wordings, hash] };
	});
	return { signOffs, wordings: [...ids].flatMap((id) => next.get(id)?.after ?? []), ids: [...ids] };
}
