import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { ownMentions, plainTitle } from '../material/packet-references.ts';
import { replaceFix } from '../text/replacement.ts';
import { bianxu } from '../text/sources.ts';
import { nearly } from './messages.ts';

/** Shorter titles are short names, and two different papers may be near to each other by chance. */
const SHORTEST = 14;
const FARTHEST = 2;

/** Changes of single characters between two texts, up to `most`; `most + 1` beyond. */
function distance(left: string, right: string, most: number): number {
	if (Math.abs(left.length - right.length) > most) return most + 1;
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (let at = 1; at <= left.length; at++) {
		const next = [at];
		for (let other = 1; other <= right.length; other++) {
			const same = left[at - 1] === right[other - 1] ? 0 : 1;
			next.push(Math.min((row[other] ?? 0) + 1, (next[other - 1] ?? 0) + 1, (row[other - 1] ?? 0) + same));
		}
		if (Math.min(...next) > most) return most + 1;
		row = next;
	}
	return row[right.length] ?? most + 1;
}

/** Digits and Han numerals: another year or another session makes another paper. */
function figures(title: string): string {
	return title.replace(/[^\d一二三四五六七八九十〇]/gu, '');
}

/** Ways in which a title is cited: whole, or from 关于 on. */
function formsOf(title: string): readonly string[] {
	const about = title.indexOf('关于');
	return about > 0 ? [title, title.slice(about)] : [title];
}

interface Known {
	readonly written: string;
	readonly plain: string;
	readonly figures: string;
}

function knownTitles({ manifest, members }: PacketContext): readonly Known[] {
	const written = [
		...members.map(({ outline }) => outline.title),
		...manifest.items.flatMap(({ materials }) => materials.map(({ title }) => title)),
	];
	return [...new Set(written.flatMap(formsOf))]
		.map((title) => ({ written: title, plain: plainTitle(title), figures: figures(title) }))
		.filter(({ plain }) => plain.length >= SHORTEST);
}

/** The one title that the cited one misses by a character or two; null when it is right, or far from all. */
function meantBy(cited: string, known: readonly Known[]): Known | null {
	const plain = plainTitle(cited);
	if (plain.length < SHORTEST) return null;
	if (known.some((each) => each.plain.includes(plain) || plain.includes(each.plain))) return null;
	const genre = plain.slice(-2);
	const numbers = figures(cited);
	const near = known.filter(
		(each) =>
			each.plain.endsWith(genre) && each.figures === numbers && distance(plain, each.plain, FARTHEST) <= FARTHEST,
	);
	return near.length === 1 ? (near[0] ?? null) : null;
}

function check(context: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const known = knownTitles(context);
	const judged = new Map<string, Known | null>();
	const findings = context.members.flatMap((member) =>
		ownMentions(member, context.manifest).flatMap(({ block, text, mention }): PacketFinding[] => {
			if (mention.kind !== 'X22') return [];
			const start = mention.start + 1;
			const end = mention.end - 1;
			const actual = text.slice(start, end);
			// 《…》（滨人发〔2025〕5号） is a paper of another time.
			if (/^[（(]?[^（()）。，]{0,12}[〔[［]/u.test(text.slice(mention.end, mention.end + 16))) return [];
			let meant = judged.get(actual);
			if (meant === undefined) {
				meant = meantBy(actual, known);
				judged.set(actual, meant);
			}
			if (meant === null) return [];
			const expected = meant.written;
			return [
				{
					member: member.id,
					block,
					start,
					end,
					message: nearly(actual, expected),
					expected,
					actual,
					fix: replaceFix(block, start, end, expected, 'ask'),
				},
			];
		}),
	);
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'xref-title-exact',
		number: 151,
		group: 'reference',
		title: { zh: '引用的材料题目准确', en: 'Titles are cited exactly' },
		description: {
			zh: '书名号里的题目与本次会议某份材料的题目只差一两个字的，多半是引错了，或者材料改了题目。省去机关名称、用简称（《决定（草案）》）的不算；年份、次数不同的是另一份材料，不算。',
			en: 'A title in 《》 that misses the title of a paper of this packet by a character or two is a slip, or the paper was renamed. Titles without the organ, short names, and titles with other years or numbers are left alone.',
		},
		severity: 'error',
		fix: 'ask',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
