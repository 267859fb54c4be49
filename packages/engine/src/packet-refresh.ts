/** After a verb of the packet: the workbook shows what the lock says. */

import type { RoleState } from '@bianxu/model';
import { loadPacket } from './packet-files.ts';
import { reviewOf } from './packet-sign.ts';
import { isWorkbook, type WorkbookWritten, writeWorkbook } from './packet-workbook.ts';
import type { Session } from './session.ts';

/**
 * Writes ids, numbers, pages, reviews and prints into the workbook of a packet; null when the packet is kept in packet.yaml, has
 * no lock, or shows everything already. Rejects with the World's error; the workbook is then as it was.
 */
export async function refreshWorkbook(session: Session, packet: string): Promise<WorkbookWritten | null> {
	if (!isWorkbook(packet)) return null;
	const loaded = await loadPacket(session, packet);
	if ('refused' in loaded || loaded.workbook === null || loaded.lock === null) return null;
	const roles = new Map<string, readonly RoleState[]>();
	if (loaded.lock.signOffs !== undefined) {
		for (const { id } of loaded.workbook.read.reviews) {
			const review = await reviewOf(session, loaded, id);
			if (review !== null) roles.set(id, review.states);
		}
	}
	const { lock, manifestBytes, workbook } = loaded;
	return writeWorkbook(session, packet, manifestBytes, workbook, { lock, roles });
}
