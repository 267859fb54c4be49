import type { Doc, Finding, Outline, PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { mainProse } from '../text/passages.ts';
import { type Measured, measured, type RepeatIndex, repeatIndex } from '../text/repeats.ts';
import { practice } from '../text/sources.ts';
import { description, repeated, title } from './messages.ts';

/** A paper as both uses of the rule have it. */
interface Paper {
	readonly doc: Doc;
	readonly outline: Outline;
}

function repeatsIn(paragraphs: readonly Measured[], index: RepeatIndex): readonly Finding[] {
	return paragraphs.flatMap((each): Finding[] => {
		const found = index.find(each);
		if (found === null) return [];
		const { block, text } = each.paragraph;
		return [{ block, start: 0, end: text.length, message: repeated(found.name, found.block, found.share) }];
	});
}

/** Paragraphs of a paper that stand in one of the others. */
export function repeatedParagraphs(
	paper: Paper,
	others: readonly (Paper & { readonly name: string })[],
): readonly Finding[] {
	const index = repeatIndex();
	for (const other of others) index.add(other.name, measured(mainProse(other)));
	return repeatsIn(measured(mainProse(paper)), index);
}

/**
 * Each paper against those before it in the packet: what is said twice is pointed out once, where it is said again. One
 * index grows with the papers: an index of its own for each of 300 papers took minutes.
 */
function check({ members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const index = repeatIndex();
	return {
		findings: members.flatMap((member) => {
			const paragraphs = measured(mainProse(member));
			const found = repeatsIn(paragraphs, index).map((finding) => ({ ...finding, member: member.id }));
			index.add(member.path, paragraphs);
			return found;
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
	check,
};
