import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { formatHan, scanReferences } from '@bianxu/numbering';
import { papersOf } from '../material/papers.ts';
import { practice } from '../text/sources.ts';
import { description, notCovered, title, wrongCount } from './messages.ts';

function check(context: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const { manifest } = context;
	const count = manifest.items.filter(({ withdrawn, movedTo }) => withdrawn === null && movedTo === null).length;
	const findings: PacketFinding[] = [];
	for (const member of papersOf(context, 'agenda', 'schedule', 'host-script')) {
		const covered = new Set<number>();
		for (const { block, text } of member.doc.paragraphs) {
			for (const { kind, start, end, terms, counts, protection } of scanReferences(text)) {
				if (protection !== null) continue;
				if (kind === 'X18' && counts === 'agenda' && /共|本次会议/.test(text.slice(Math.max(0, start - 12), end))) {
					const value = terms[0]?.from.value;
					if (value === undefined || value === count) continue;
					const actual = text.slice(start, end);
					const expected = String(count);
					findings.push({ member: member.id, block, start, end, message: wrongCount(actual, count), expected, actual });
				}
				if (kind !== 'X10') continue;
				for (const { from, to } of terms) {
					for (let ordinal = from.value; ordinal <= (to?.value ?? from.value) && ordinal <= 200; ordinal++) {
						covered.add(ordinal);
					}
				}
			}
		}
		const missing = Array.from({ length: count }, (_, index) => index + 1).filter((ordinal) => !covered.has(ordinal));
		// A paper that names one item in passing does not go by ordinals.
		if (covered.size < 2 || covered.size * 2 < count || missing.length === 0) continue;
		const named = missing.map((ordinal) => formatHan(ordinal)).join('、');
		// Between an edit of packet.yaml and `packet apply` this is usual, and apply mends the ordinals.
		const whole = { member: member.id, block: 0, start: 0, end: 0 };
		findings.push({ ...whole, message: notCovered(named), expected: named, severity: 'warning' });
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-agenda-schedule-agree',
		number: 162,
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
