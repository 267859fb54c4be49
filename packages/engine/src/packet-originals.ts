/** Papers as a plan went by them, read when they are to be written. */

import type { Change } from '@bianxu/model';
import type { PacketPaper } from '@bianxu/packet';
import { type OpenDocument, openFresh } from './document.ts';
import { type LoadedPacket, readPaper } from './packet-files.ts';
import { type PacketRefused, refuse } from './packet-refusal.ts';
import { joinPath } from './path.ts';
import type { Session } from './session.ts';

type Original<T> = T | PacketRefused;

/** The bytes that the plan went by; refused when the file has other ones by now. */
export async function bytesOf(
	session: Session,
	loaded: LoadedPacket,
	paper: PacketPaper,
): Promise<Original<{ readonly bytes: Uint8Array }>> {
	const known = loaded.documents.get(paper.id);
	if (known !== undefined) return { bytes: known.bytes };
	const read = await readPaper(session, joinPath(loaded.folder, paper.path));
	if ('bytes' in read && session.world.sha256(read.bytes) === paper.sha256) return { bytes: read.bytes };
	return refuse(
		'packet-stale',
		`${paper.path} 在推算方案时变动了，请核对后重新运行；一份文件也没有改`,
		`${paper.path} changed while the plan was worked out; look at it and run this again. No file was changed`,
	);
}

/**
 * The paper to write these changes into. A plan may have gone by what an earlier run kept of the same bytes: every
 * paragraph that changes must read the same here.
 */
export async function originalOf(
	session: Session,
	loaded: LoadedPacket,
	paper: PacketPaper,
	changes: readonly Change[],
): Promise<Original<{ readonly document: OpenDocument }>> {
	const known = loaded.documents.get(paper.id);
	if (known !== undefined) return { document: known };
	const original = await bytesOf(session, loaded, paper);
	if ('refused' in original) return original;
	const path = joinPath(loaded.folder, paper.path);
	const { document } = openFresh(session, path, original.bytes, paper.sha256);
	const kept = paper.doc.paragraphs;
	const same = (change: Change): boolean =>
		!('block' in change) || document?.doc.paragraphs[change.block]?.text === kept[change.block]?.text;
	if (document !== null && changes.every(same)) return { document };
	return refuse(
		'packet-kept-reading',
		`.bianxu/cache 里留存的内容与 ${paper.path} 不符，请删去 .bianxu/cache 后重新运行；一份文件也没有改`,
		`what is kept of ${paper.path} in .bianxu/cache is not what it says; delete .bianxu/cache and run this again. No file was changed`,
	);
}
