import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { itemPlace } from '../material/packet-place.ts';
import { description, late, overdue, title } from './messages.ts';

interface Kind {
	readonly words: RegExp;
	readonly days: number;
}

const preset = { deliver: 7, revise: 10, submit: 20 } as const;

/** Day `days` before another, both YYYY-MM-DD. */
function daysBefore(day: string, days: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1, date - days)).toISOString().slice(0, 10);
}

function check({ manifest, members, date, params }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const first = [...manifest.session.days].sort()[0];
	const days = (key: keyof typeof preset): number => {
		const own = params[key];
		return typeof own === 'number' ? own : preset[key];
	};
	const kinds: readonly Kind[] = [
		{ words: /送达|分发|印发|发送(?:各位)?(?:委员|组成人员)/, days: days('deliver') },
		{ words: /修改(?:稿|后)|报送正式|提交正式|人事任免|任免案/, days: days('revise') },
		{ words: /征求意见|送交.{0,8}(?:委|工委)|初稿送/, days: days('submit') },
	];
	const findings: PacketFinding[] = [];
	for (const { item, steps, due, done } of manifest.schedule) {
		const place = itemPlace(manifest, members, item);
		if (place === null) continue;
		const kind = kinds.find(({ words }) => words.test(steps));
		const last = first === undefined || kind === undefined ? null : daysBefore(first, kind.days);
		const day = done ?? due;
		if (last !== null && kind !== undefined && day !== null && day > last) {
			findings.push({ ...place, message: late(steps, day, kind.days, last), expected: last, actual: day });
		} else if (done === null && due !== null && date !== '' && due < date) {
			findings.push({ ...place, message: overdue(steps, due), expected: due });
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-deadline',
		number: 170,
		group: 'packet',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: { level: 'practice', doc: '各地实施监督法办法的常见规定', clause: '' },
		needsFormat: false,
	},
	params: preset,
	check,
};
