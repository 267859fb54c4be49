import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { numbersOf, ownMentions } from '../material/packet-references.ts';
import { bianxu } from '../text/sources.ts';
import { beyond } from './messages.ts';

function check({ manifest, members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const items = manifest.items.filter(({ withdrawn, movedTo }) => withdrawn === null && movedTo === null).length;
	if (items === 0) return { findings: [] };
	const findings = members.flatMap((member) =>
		ownMentions(member, manifest).flatMap(({ block, text, mention }): PacketFinding[] => {
			if (mention.kind !== 'X10') return [];
			const lost = numbersOf(mention).find(({ value }) => value > items);
			if (lost === undefined) return [];
			const actual = text.slice(mention.start, mention.end);
			const { start, end } = mention;
			return [{ member: member.id, block, start, end, message: beyond(actual, items), actual }];
		}),
	);
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'xref-agenda-resolves',
		number: 149,
		group: 'reference',
		title: { zh: '引用的议程项目存在', en: 'Cited agenda items exist' },
		description: {
			zh: '「第九项议程」指到的项目，本次会议的议程要有。撤回、移到别的会议的项目不算在内；引文和别的会议的议程不查。',
			en: 'The number of an agenda item, as in 第九项议程, is one that the agenda has. Items withdrawn or moved do not count; quotations and agendas of other sessions are left alone.',
		},
		severity: 'error',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
