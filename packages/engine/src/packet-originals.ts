/** Papers of a packet that was loaded to be written, as the plan went by them. */

import type { Change } from '@bianxu/model';
import type { PacketPaper } from '@bianxu/packet';
import { type OpenDocument, openFresh } from './document.ts';
import type { LoadedPacket } from './packet-files.ts';
import { type PacketRefused, refuse } from './packet-refusal.ts';
import { joinPath } from './path.ts';
import type { Session } from './session.ts';

/** The bytes that the plan went by. */
export function bytesOf({ documents, bytes }: LoadedPacket, { id }: PacketPaper): Uint8Array {
	const known = documents.get(id)?.bytes ?? bytes.get(id);
	if (known === undefined) throw new RangeError(`${id} was not loaded to be written`);
	return known;
}

/**
 * The paper to write these changes into. A plan may have gone by what an earlier run kept of the same bytes: every
 * paragraph that changes must read the same here.
 */
export function originalOf(
	session: Session,
	loaded: LoadedPacket,
	paper: PacketPaper,
	changes: readonly Change[],
): PacketRefused | { readonly refused?: undefined; readonly document: OpenDocument } {
	const known = loaded.documents.get(paper.id);
	if (known !== undefined) return { document: known };
	const path = joinPath(loaded.folder, paper.path);
	const { document } = openFresh(session, path, bytesOf(loaded, paper), paper.sha256);
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
