import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { titleLines } from '../material/front.ts';
import { listedMaterials, listedOf } from '../material/packet.ts';
import { practice } from '../text/sources.ts';
import { description, missing, title } from './messages.ts';

function check({ manifest, members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	if (!listedMaterials(manifest).some(({ material }) => material.copies !== null)) return { findings: [] };
	return {
		findings: members.flatMap((member) => {
			const line = titleLines(member)[0];
			if (line === undefined || listedOf(manifest, member)?.material.copies !== null) return [];
			return [{ member: member.id, block: line.block, start: 0, end: line.text.length, message: missing }];
		}),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-copy-count',
		number: 171,
		group: 'packet',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	check,
};
