import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { listedOf } from '../material/packet.ts';
import { papersOf, wholeText } from '../material/papers.ts';
import { squeeze } from '../text/passages.ts';
import { bianxu } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, notListed, title } from './messages.ts';

function check(context: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const { manifest, members } = context;
	return {
		findings: papersOf(context, 'contents').flatMap((contents) => {
			const text = wholeText(contents);
			return members.flatMap((member) => {
				const material = listedOf(manifest, member)?.material;
				const name = squeeze(member.outline.title);
				if (material === undefined || member.id === contents.id || name === '') return [];
				// The organ may stand on a line of its own above the title, or the manifest may name it too.
				const names = [name, squeeze(material.title)].filter((each) => each !== '');
				if (names.some((each) => text.includes(each))) return [];
				return [{ member: contents.id, block: 0, start: 0, end: 0, message: notListed(name), expected: name }];
			});
		}),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-toc-agrees',
		number: 163,
		group: 'packet',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	examples,
	check,
};
