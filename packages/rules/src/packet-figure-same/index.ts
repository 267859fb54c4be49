import type { PacketContext, PacketFinding, PacketMember, Rule } from '@bianxu/model';
import { mainProse, matches } from '../text/passages.ts';
import { bianxu } from '../text/sources.ts';
import { description, differs, title } from './messages.ts';

interface Figure {
	readonly key: string;
	readonly name: string;
	readonly value: string;
	readonly member: string;
	readonly path: string;
	readonly block: number;
	readonly start: number;
	readonly end: number;
}

const period = /(?:19|20)\d{2}年(?:上半年|下半年|前三季度|一季度|\d{1,2}[—至～-]\d{1,2}月|\d{1,2}月底|末|底|全年)?/g;
/** A name of five Han characters or more, a verb perhaps, a figure with its unit. */
const named =
	/(\p{Script=Han}{5,20}?)(?:(?:预计)?(?:完成|达到|达|为|实现|是|共计|累计))?(\d[\d,]*(?:\.\d+)?)(万亿元|亿元|万元|公里|万亩|万人|万吨|[%％])/gu;
/** Words that say a name means a change, a plan or a part of something else. */
const relative = /增|减|降|比|占|同期|以上|以下|超|预算数|目标|计划|其中|力争|安排|新增|人均|分别/;

/** Figures of a paper whose period and name are both written in the same sentence. */
function figuresOf(member: PacketMember): readonly Figure[] {
	return mainProse(member).flatMap(({ block, own }) => {
		const found: Figure[] = [];
		for (const sentence of own.matchAll(/[^。；]+/g)) {
			const times = matches(period, sentence[0]);
			const [time] = times;
			// Two periods in a sentence: which one a figure belongs to is for people to say.
			if (time === undefined || times.length > 1) continue;
			for (const match of sentence[0].slice(time.index + time[0].length).matchAll(named)) {
				const [all, name = '', value = '', unit = ''] = match;
				if (relative.test(name) || match.index > 40) continue;
				const at = sentence.index + time.index + time[0].length + match.index;
				found.push({
					key: `${time[0]} ${name} ${unit}`,
					name: `${time[0]}${name}`,
					value: `${value.replaceAll(',', '')}${unit}`,
					member: member.id,
					path: member.path,
					block,
					start: at,
					end: at + all.length,
				});
				break;
			}
		}
		return found;
	});
}

function check({ members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const first = new Map<string, Figure>();
	const findings: PacketFinding[] = [];
	for (const figure of members.flatMap(figuresOf)) {
		const before = first.get(figure.key);
		if (before === undefined) first.set(figure.key, figure);
		else if (before.member !== figure.member && before.value !== figure.value) {
			const { member, block, start, end, name, value } = figure;
			const message = differs(name, value, before.value, before.path);
			findings.push({ member, block, start, end, message, expected: before.value, actual: value });
		}
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-figure-same',
		number: 165,
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
