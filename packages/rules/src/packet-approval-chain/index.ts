import type { MaterialState, PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { titlePlace } from '../material/packet-place.ts';
import { practice } from '../text/sources.ts';
import { description, open, title } from './messages.ts';

/** Steps of approval as 筹备工作一览表 names them: drafting, the department, the leader. */
const approval = /拟稿|起草|部门审核|审核|初审|复审|审签|签发|审定|领导审/;

function check({ manifest, members, lock }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const printed = (id: string, asked: MaterialState): boolean => {
		const state = lock?.materials.find((material) => material.id === id)?.state ?? asked;
		return [state, asked].some((each) => each === 'printed' || each === 'distributed');
	};
	const findings: PacketFinding[] = [];
	for (const { id, materials, withdrawn, movedTo } of manifest.items) {
		if (withdrawn !== null || movedTo !== null) continue;
		const steps = manifest.schedule.filter(({ item, steps: words }) => item === id && approval.test(words));
		const undone = steps.filter(({ done }) => done === null).map(({ steps: words }) => words);
		if (undone.length === 0) continue;
		for (const material of materials) {
			const member = members.find((each) => each.id === material.id);
			if (member === undefined || !printed(material.id, material.state)) continue;
			findings.push({ ...titlePlace(member), message: open(undone), actual: undone.join('、') });
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-approval-chain',
		number: 169,
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
