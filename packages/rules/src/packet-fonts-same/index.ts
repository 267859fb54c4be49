import {
	faceKey,
	type PacketContext,
	type PacketFinding,
	type PacketMember,
	type Role,
	type Rule,
	sameFamily,
} from '@bianxu/model';
import { majority } from '../material/majority.ts';
import { practice } from '../text/sources.ts';
import { description, otherFamily, title } from './messages.ts';

const parts: readonly (readonly [Role, string])[] = [
	['title', '标题'],
	['body', '正文'],
	['heading-1', '一级标题'],
	['heading-2', '二级标题'],
];

interface Used {
	readonly member: PacketMember;
	readonly block: number;
	readonly family: string;
}

/** The East Asian family of most Han characters of a role in a paper, and the first block that has it; null when there is none. */
function usedBy(member: PacketMember, role: Role): Used | null {
	const counts = new Map<string, { count: number; readonly block: number; readonly family: string }>();
	for (const claim of member.outline.claims) {
		const paragraph = member.doc.paragraphs[claim.block];
		if (claim.role !== role || paragraph === undefined || paragraph.where !== 'body') continue;
		const end = claim.runInEnd ?? paragraph.text.length;
		for (const run of paragraph.runs) {
			if (run.start >= end || run.format.eastAsia === '') continue;
			const han = paragraph.text.slice(run.start, Math.min(run.end, end)).match(/\p{Script=Han}/gu)?.length ?? 0;
			if (han === 0) continue;
			const key = faceKey(run.format.eastAsia);
			const known = counts.get(key) ?? { count: 0, block: claim.block, family: run.format.eastAsia };
			counts.set(key, { ...known, count: known.count + han });
		}
	}
	const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
	return best === undefined ? null : { member, block: best.block, family: best.family };
}

function check({ members, template }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const findings: PacketFinding[] = [];
	for (const [role, name] of parts) {
		const font = template.roles[role]?.font;
		const used = members.flatMap((member) => {
			if (member.doc.kind === 'markdown') return [];
			const found = usedBy(member, role);
			if (found === null) return [];
			// A family that is not accepted is the font rules’; here only what is right alone is compared.
			const accepted =
				font === undefined || template.fonts[font.value].accept.some((each) => sameFamily(each, found.family));
			return accepted ? [found] : [];
		});
		const usual = majority(used.map(({ family }) => faceKey(family)));
		const sample = used.find(({ family }) => faceKey(family) === usual)?.family ?? '';
		for (const { member, block, family } of used) {
			if (faceKey(family) === usual) continue;
			const end = member.doc.paragraphs[block]?.text.length ?? 0;
			const message = otherFamily(name, family, sample);
			findings.push({ member: member.id, block, start: 0, end, message, expected: sample, actual: family });
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-fonts-same',
		number: 160,
		group: 'packet',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: practice,
		needsFormat: true,
	},
	check,
};
