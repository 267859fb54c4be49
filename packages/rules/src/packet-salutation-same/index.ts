import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { salutationOf } from '../material/front.ts';
import { majority } from '../material/majority.ts';
import { normalised } from '../text/passages.ts';
import { bianxu } from '../text/sources.ts';
import { description, otherForm, title } from './messages.ts';

function check({ members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const spoken = members.flatMap((member) => {
		const line = salutationOf(member);
		const form = line === undefined ? '' : normalised(line.text);
		return line !== undefined && form.startsWith('主任、') ? [{ member: member.id, line, form }] : [];
	});
	const usual = majority(spoken.map(({ form }) => form));
	return {
		findings: spoken.flatMap(({ member, line, form }) =>
			usual === null || form === usual
				? []
				: [
						{
							member,
							block: line.block,
							start: 0,
							end: line.text.length,
							message: otherForm(line.text.trim(), usual),
							expected: usual,
							actual: line.text.trim(),
						},
					],
		),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-salutation-same',
		number: 159,
		group: 'packet',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
