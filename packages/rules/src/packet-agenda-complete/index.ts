import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { papersOf, wholeText } from '../material/papers.ts';
import { squeeze } from '../text/passages.ts';
import { bianxu } from '../text/sources.ts';
import { description, noMaterial, noReport, notOnAgenda, title } from './messages.ts';

/** Kinds that can be what an item 听取…报告 hears. */
const heard: readonly string[] = ['report', 'duty', 'explanation', 'opinion', 'bill', 'appointment', 'other'];

function check(context: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const { manifest, members } = context;
	const agendas = papersOf(context, 'agenda');
	const host = agendas[0] ?? members[0];
	if (host === undefined) return { findings: [] };
	const findings: PacketFinding[] = [];
	const whole = { block: 0, start: 0, end: 0 };
	for (const item of manifest.items) {
		if (item.withdrawn !== null || item.movedTo !== null || item.title === '') continue;
		if (item.materials.length === 0) {
			findings.push({ member: host.id, ...whole, message: noMaterial(item.title) });
		} else if (/^听取.*报告$/.test(item.title) && !item.materials.some(({ kind }) => heard.includes(kind))) {
			findings.push({ member: host.id, ...whole, message: noReport(item.title) });
		}
		const wanted = squeeze(item.title).replace(/[（(](?:书面|口头)[）)]/g, '');
		// 听取和审议 and 审议 are often exchanged; what follows the verb names the item.
		const subject = wanted.replace(/^(?:听取和审议|听取和评议|听取并审议|听取审议|审议|听取|审查和批准|审议通过)/, '');
		for (const agenda of agendas) {
			if (wholeText(agenda).includes(subject)) continue;
			findings.push({ member: agenda.id, ...whole, message: notOnAgenda(item.title), expected: item.title });
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-agenda-complete',
		number: 161,
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
