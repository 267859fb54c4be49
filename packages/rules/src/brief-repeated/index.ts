import type { Doc, Finding, Outline, PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { indexOf, type OtherText } from '../text/repeats.ts';
import { practice } from '../text/sources.ts';
import { examples } from './examples.ts';
import { description, repeated, title } from './messages.ts';

/** A paper as both uses of the rule have it. */
interface Paper {
	readonly doc: Doc;
	readonly outline: Outline;
}

function other(name: string, paper: Paper): OtherText {
	return { name, paragraphs: mainProse(paper) };
}

/** Paragraphs of a paper that stand in one of the others. */
export function repeatedParagraphs(
	paper: Paper,
	others: readonly (Paper & { readonly name: string })[],
): readonly Finding[] {
	const find = indexOf(others.map((each) => other(each.name, each)));
	return mainProse(paper).flatMap((paragraph): Finding[] => {
		const found = find(paragraph);
		if (found === null) return [];
		const message = repeated(found.name, found.block, found.share);
		return [{ block: paragraph.block, start: 0, end: paragraph.text.length, message }];
	});
}

/** Each paper against those before it in the packet: what is said twice is pointed out once, where it is said again. */
function check({ members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	return {
		findings: members.flatMap((member, at) => {
			const before = members.slice(0, at).map((each) => ({ ...each, name: each.path }));
			return repeatedParagraphs(member, before).map((finding) => ({ ...finding, member: member.id }));
		}),
	};
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'brief-repeated',
		number: 0,
		group: 'brevity',
		title,
		description,
		severity: 'info',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	examples,
	check,
};
