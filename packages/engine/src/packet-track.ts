/** A renumbering as tracked changes, so that departments see in Word what was renumbered in their papers. */

import { readDocx, trackDocx } from '@bianxu/parser';
import { type PacketRefused, refuse } from './packet-refusal.ts';
import type { FileChange } from './packet-transaction.ts';
import { extensionOf } from './path.ts';
import type { Session } from './session.ts';
import { AUTHOR } from './track.ts';
import { sameReading } from './verify.ts';

/** Copies of the papers that change: 名.修订.docx with tracked changes; a Markdown paper as it will be. */
export interface TrackedCopies {
	readonly refused?: undefined;
	readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** Writes nothing. Every copy is read back: with its changes accepted it is the renumbered paper, or all are refused. */
export function trackedCopies(
	session: Session,
	changes: readonly FileChange[],
	on: string,
): TrackedCopies | PacketRefused {
	const files: { readonly path: string; readonly bytes: Uint8Array }[] = [];
	for (const { path, old, next } of changes) {
		if (next === null || old === null) continue;
		const extension = extensionOf(path);
		if (extension === '.md') files.push({ path, bytes: next });
		if (extension !== '.docx' && extension !== '.docm' && extension !== '.dotx') continue;
		const [before, after] = [readDocx(old, session.world), readDocx(next, session.world)];
		if (before.refusal !== undefined || after.refusal !== undefined) return failed(path);
		const tracked = trackDocx(before.source, after.source, { author: AUTHOR, date: `${on}T00:00:00Z` });
		if (tracked.failed !== null) return failed(path);
		const bytes = tracked.write(session.world);
		const back = readDocx(bytes, session.world);
		if (back.refusal !== undefined || !sameReading(after.doc, back.doc)) return failed(path);
		files.push({
			path: `${path.slice(0, path.length - extension.length)}.修订${path.slice(-extension.length)}`,
			bytes,
		});
	}
	return { files };
}

function failed(path: string): PacketRefused {
	return refuse(
		'packet-track',
		`${path} 的修订稿写成后读回与改号结果不一致，没有写出；可以用 packet apply 直接改号`,
		`the tracked copy of ${path} does not read back as the renumbered paper; nothing was written`,
	);
}
