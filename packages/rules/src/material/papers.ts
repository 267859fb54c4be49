/** Papers without a number: agenda, schedule, contents, host script. */

import type { PacketContext, PacketMember, UnnumberedKind } from '@bianxu/model';
import { squeeze } from '../text/passages.ts';

/** Members that the manifest lists as unnumbered papers of one of the kinds. */
export function papersOf(
	{ manifest, members }: Pick<PacketContext, 'manifest' | 'members'>,
	...kinds: readonly UnnumberedKind[]
): readonly PacketMember[] {
	return members.filter((member) =>
		manifest.unnumbered.some(({ id, kind }) => id === member.id && kinds.includes(kind)),
	);
}

/** The whole text of a paper without blanks and without remarks of delivery: 「（书面）」. */
export function wholeText(member: PacketMember): string {
	return squeeze(member.doc.paragraphs.map(({ text }) => text).join('')).replace(/[（(](?:书面|口头)[）)]/g, '');
}
