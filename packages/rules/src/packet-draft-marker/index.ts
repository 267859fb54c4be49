import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { joined, statesAdoption, titleLines } from '../material/front.ts';
import { listedOf } from '../material/packet.ts';
import { normalised } from '../text/passages.ts';
import { practice } from '../text/sources.ts';
import { adopted, description, title, unmarked } from './messages.ts';

const marked = /（[^（）]*(?:草案|审议稿|修改稿|表决稿)[^（）]*）$/;

function check({ manifest, members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	return {
		findings: members.flatMap((member) => {
			const material = listedOf(manifest, member)?.material;
			const line = titleLines(member).at(-1);
			if (material === undefined || line === undefined) return [];
			const written = normalised(member.outline.title);
			const passed = statesAdoption(joined(member, 'caption'));
			const place = { member: member.id, block: line.block, start: 0, end: line.text.length };
			if (passed) {
				// Notes of adoption in personnel papers are pr-draft-no-passed-caption’s.
				const stale = marked.test(written) && member.outline.template !== 'appointment';
				return stale ? [{ ...place, message: adopted, actual: line.text }] : [];
			}
			const draft = material.kind === 'draft' || marked.test(normalised(material.title));
			if (!draft || marked.test(written) || written === '') return [];
			return [{ ...place, message: unmarked, expected: '（草案）', actual: line.text }];
		}),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-draft-marker',
		number: 166,
		group: 'packet',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	check,
};
