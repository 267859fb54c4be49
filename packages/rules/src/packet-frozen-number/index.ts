import type { MaterialState, PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { isFileMarkForm } from '@bianxu/numbering';
import { markOf } from '../material/packet.ts';
import { bianxu } from '../text/sources.ts';
import { description, changed, title } from './messages.ts';

const life: readonly MaterialState[] = ['draft', 'numbered', 'printed', 'distributed'];

function check({ manifest, members, lock }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const { form, freezeAt } = manifest.numbering;
	if (lock === null || !isFileMarkForm(form)) return { findings: [] };
	const frozen = lock.materials.filter(({ state }) => life.indexOf(state) >= life.indexOf(freezeAt));
	return {
		findings: members.flatMap((member): readonly PacketFinding[] => {
			const locked = frozen.find(({ id }) => id === member.id)?.number ?? null;
			const spot = markOf(member, form);
			if (locked === null || spot === null || spot.mark.label === locked) return [];
			const { start, end } = spot.mark.span;
			const { label } = spot.mark;
			const place = { member: member.id, block: spot.line.block, start, end };
			return [{ ...place, message: changed(label, locked), expected: locked, actual: label }];
		}),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-frozen-number',
		number: 167,
		group: 'packet',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
