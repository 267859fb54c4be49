import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { linesOf } from '../material/front.ts';
import { listedOf } from '../material/packet.ts';
import { squeeze } from '../text/passages.ts';
import { bianxu } from '../text/sources.ts';
import { description, otherPerson, otherPost, title } from './messages.ts';

/** Names in the manifest that stand for a person yet to be named. */
const stand = /^[某×X]|[某×X]$|^$/;

function check({ manifest, members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const posts = new Map<string, string>();
	const findings: PacketFinding[] = [];
	for (const member of members) {
		const line = linesOf(member, 'author')[0];
		const person = squeeze(member.outline.reporter.person);
		const post = squeeze(member.outline.reporter.post);
		if (line === undefined || person === '') continue;
		const place = { member: member.id, block: line.block, start: 0, end: line.text.length };
		const named = squeeze(listedOf(manifest, member)?.material.person ?? '');
		if (!stand.test(named) && !named.split(/[、,，]/).includes(person)) {
			findings.push({ ...place, message: otherPerson(person, named), expected: named, actual: person });
		}
		const before = posts.get(person);
		// 市财政局局长 and 滨江市财政局局长 are one post, named in short and in full.
		if (before !== undefined && post !== '' && !before.endsWith(post) && !post.endsWith(before)) {
			findings.push({ ...place, message: otherPost(person, post, before), expected: before, actual: post });
		}
		if (before === undefined && post !== '') posts.set(person, post);
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-person-same',
		number: 164,
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
