import type { PacketContext, PacketFinding, PacketMember, Rule } from '@bianxu/model';
import { linesOf } from '../material/front.ts';
import { majority } from '../material/majority.ts';
import { ownSessions } from '../material/packet.ts';
import { bianxu } from '../text/sources.ts';
import { description, otherForm, title } from './messages.ts';

interface Caption {
	readonly member: PacketMember;
	readonly form: string;
}

/** 「破折号、全称」: how the caption begins, and how it names the session. */
function formOf(text: string): string {
	const head = /^[—―－–-]/.test(text) ? '破折号开头' : /^[（(]/.test(text) ? '括号' : '不加符号';
	const name = text.includes('人民代表大会常务委员会') ? '会议用全称' : '会议用简称';
	return `${head}、${name}`;
}

function check({ members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const captions: readonly Caption[] = members.flatMap((member) => {
		const named = ownSessions(member).find(({ role }) => role === 'caption');
		return named === undefined ? [] : [{ member, form: formOf(named.joined.text) }];
	});
	const usual = majority(captions.map(({ form }) => form));
	return {
		findings: captions.flatMap(({ member, form }) => {
			const line = linesOf(member, 'caption')[0];
			if (usual === null || form === usual || line === undefined) return [];
			const place = { member: member.id, block: line.block, start: 0, end: line.text.length };
			return [{ ...place, message: otherForm(form, usual), expected: usual, actual: form }];
		}),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-caption-form-same',
		number: 158,
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
