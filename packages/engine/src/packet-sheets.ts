/** Files of a plan for people and for the program: kept plan, 改号对照表, 主持词差异单. */

import type { Language, Plan, SheetBlock } from '@bianxu/model';
import { hostSheet, planSheet, sheetHtml } from '@bianxu/report';
import type { PacketPlanned } from './packet.ts';
import { extensionOf } from './path.ts';
import type { Session } from './session.ts';

/** One file to write; `what` tells people which it is. */
export interface PlanFile {
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly what: 'kept' | 'plan' | 'host';
}

const hostName = '.主持词差异单';

/**
 * What `plan -o PATH` writes, by the extension: .html and .docx are the plan for people, with the differences of the host
 * script beside it where there are any; anything else is the plan that `apply --plan` takes. `shown`: the plan as people
 * see it, with sheets where they were measured.
 */
export async function planFiles(
	session: Session,
	planned: PacketPlanned,
	shown: Plan,
	path: string,
	language: Language,
): Promise<readonly PlanFile[]> {
	const extension = extensionOf(path);
	if (extension !== '.html' && extension !== '.docx') {
		return [{ path, bytes: new TextEncoder().encode(planned.kept), what: 'kept' }];
	}
	const draw = await painter(session, extension, language);
	const host = hostSheet(shown, language, planned.head);
	const beside = path.slice(0, path.length - extension.length) + hostName + path.slice(-extension.length);
	return [
		{ path, bytes: draw(planSheet(shown, language, planned.head)), what: 'plan' },
		...(host === null ? [] : [{ path: beside, bytes: draw(host), what: 'host' as const }]),
	];
}

async function painter(
	session: Session,
	extension: '.html' | '.docx',
	language: Language,
): Promise<(blocks: readonly SheetBlock[]) => Uint8Array> {
	if (extension === '.html') return (blocks) => new TextEncoder().encode(sheetHtml(blocks, language));
	const { writeSheet } = await import('@bianxu/writer');
	const { inflateRaw, deflateRaw } = session.world;
	return (blocks) => writeSheet(blocks, { inflateRaw, deflateRaw });
}
