import type { PacketContext, PacketFinding, PacketMember, Rule } from '@bianxu/model';
import { writeNumber } from '@bianxu/numbering';
import {
	type BorneNumbers,
	borneNumbers,
	labelOfSpan,
	numbersOf,
	ownMentions,
	type PlacedMention,
	plainTitle,
} from '../material/packet-references.ts';
import { markOf } from '../material/packet.ts';
import { replaceFix } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { otherTitle, unresolved } from './messages.ts';

function check(context: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const borne = borneNumbers(context);
	if (borne.byLabel.size === 0) return { findings: [] };
	const titles = titlesOf(context);
	const findings = context.members.flatMap((member) =>
		ownMentions(member, context.manifest).flatMap((placed): PacketFinding[] => {
			const { kind } = placed.mention;
			if (kind !== 'X7' && kind !== 'X8' && kind !== 'X9') return [];
			return missing(member, placed, borne) ?? misnamed(member, placed, borne, titles, context);
		}),
	);
	return { findings };
}

/** A number that no paper bears; null when all are there. */
function missing(
	member: PacketMember,
	{ block, text, mention }: PlacedMention,
	borne: BorneNumbers,
): PacketFinding[] | null {
	const lost = numbersOf(mention).find((span) => {
		if (borne.byLabel.has(labelOfSpan(span, mention))) return false;
		// While some papers have no number yet, only a number beyond all of them is certainly wrong. In a series that runs
		// from 1, a number within it is missing because a paper bears a wrong one: packet-number-unique says so, once.
		const within = mention.series === 'main' && (span.parts[0] ?? 0) <= borne.listed;
		return within ? borne.whole && !borne.running : borne.whole || mention.series === 'main';
	});
	if (lost === undefined) return null;
	const actual = text.slice(mention.start, mention.end);
	return [
		{
			member: member.id,
			block,
			start: mention.start,
			end: mention.end,
			message: unresolved(actual, text.slice(lost.start, lost.end), borne.listed),
			actual,
		},
	];
}

/** Plain titles to the one member that has each; null where two have it. */
function titlesOf({ members }: PacketContext): ReadonlyMap<string, PacketMember | null> {
	const titles = new Map<string, PacketMember | null>();
	for (const member of members) {
		const title = plainTitle(member.outline.title);
		if (title !== '') titles.set(title, titles.has(title) ? null : member);
	}
	return titles;
}

/** The title beside a number is, word for word, that of another paper. */
function misnamed(
	member: PacketMember,
	{ block, text, mention }: PlacedMention,
	borne: BorneNumbers,
	titles: ReadonlyMap<string, PacketMember | null>,
	{ manifest }: PacketContext,
): PacketFinding[] {
	const [span, ...more] = numbersOf(mention);
	if (mention.title === null || span === undefined || more.length > 0) return [];
	const meant = titles.get(plainTitle(mention.title.text)) ?? null;
	const named = borne.byLabel.get(labelOfSpan(span, mention));
	const spot = meant === null ? null : markOf(meant, manifest.numbering.form);
	if (meant === null || named === undefined || spot === null || meant.id === named.id) return [];
	if (spot.mark.number.series !== mention.series) return [];
	const expected = writeNumber(spot.mark.number, span.script);
	const actual = text.slice(span.start, span.end);
	return [
		{
			member: member.id,
			block,
			start: span.start,
			end: span.end,
			message: otherTitle(mention.title.text, actual, expected, named.outline.title),
			expected,
			actual,
			fix: replaceFix(block, span.start, span.end, expected, 'ask'),
		},
	];
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'xref-material-resolves',
		number: 148,
		group: 'reference',
		title: { zh: '引用的会议材料存在', en: 'Cited materials exist' },
		description: {
			zh: '「见会议材料之五」「会议文件（三）」指到的序号，本次会议要有这份材料；旁边写着题目的，序号要与题目相符。引文、别的会议的材料和读法不确定的数字不查。还有材料没有编号时，只查超出份数的序号。',
			en: 'Numbers such as 会议材料之五 are those of a paper of the packet, and a title beside a number is that paper’s. Quotations, papers of other meetings and doubtful numerals are left alone; while papers have no numbers yet, only numbers beyond their count are reported.',
		},
		severity: 'error',
		fix: 'ask',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
