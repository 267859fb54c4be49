import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { itemPlace } from '../material/packet-place.ts';
import { description, added, withdrawn as undecided, title } from './messages.ts';

const decided = /主任会议|全体会议|决定|同意/;

function check({ manifest, members, lock }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const gone = lock?.materials.some(({ state }) => state === 'printed' || state === 'distributed') ?? false;
	const findings: PacketFinding[] = [];
	for (const { id, withdrawn: decision, movedTo } of manifest.items) {
		const late = gone && lock !== null && !lock.items.includes(id) && decision === null && movedTo === null;
		const recorded = manifest.schedule.some(
			({ item, steps, done }) => item === id && done !== null && decided.test(steps),
		);
		const message = decision === true ? undecided : late && !recorded ? added : null;
		const place = message === null ? null : itemPlace(manifest, members, id);
		if (message !== null && place !== null) findings.push({ ...place, message });
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-change-recorded',
		number: 168,
		group: 'packet',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: { level: 'project', doc: '编序', clause: '' },
		needsFormat: false,
	},
	check,
};
