/** Where a finding on a paper as a whole, or on an item of the agenda, is told. */

import type { Manifest, PacketFinding, PacketMember } from '@bianxu/model';
import { titleLines } from './front.ts';

type Place = Pick<PacketFinding, 'member' | 'block' | 'start' | 'end'>;

/** The title of a paper, or the paper as a whole when none was recognised. */
export function titlePlace(member: PacketMember): Place {
	const [line] = titleLines(member);
	return line === undefined
		? { member: member.id, block: 0, start: 0, end: 0 }
		: { member: member.id, block: line.block, start: 0, end: line.text.length };
}

/** The title of the first paper of an item that is there; null when none is. */
export function itemPlace(manifest: Manifest, members: readonly PacketMember[], item: string): Place | null {
	const ids = manifest.items.find(({ id }) => id === item)?.materials.map(({ id }) => id) ?? [];
	const member = members.find(({ id }) => ids.includes(id));
	return member === undefined ? null : titlePlace(member);
}
