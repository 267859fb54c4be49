import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { compareNumbers, isFileMarkForm, type MaterialNumber } from '@bianxu/numbering';
import { type Listed, listedMaterials, type MarkSpot, markOf } from '../material/packet.ts';
import { practice } from '../text/sources.ts';
import { missing, outOfOrder, taken } from './messages.ts';

interface Numbered {
	readonly listed: Listed;
	readonly member: string;
	readonly path: string;
	readonly spot: MarkSpot;
}

function check({ manifest, members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const { form, scheme } = manifest.numbering;
	if (!isFileMarkForm(form)) return { findings: [] };
	const listed = listedMaterials(manifest);
	const papers = listed.flatMap((each): readonly Numbered[] => {
		const member = members.find(({ id }) => id === each.material.id);
		const spot = member === undefined ? null : markOf(member, form);
		return member === undefined || spot === null ? [] : [{ listed: each, member: member.id, path: member.path, spot }];
	});
	const findings: PacketFinding[] = [];
	const add = ({ member, spot }: Numbered, message: ReturnType<typeof missing>, expected?: string): void => {
		const { line, mark } = spot;
		const { start, end } = mark.span;
		const place = { block: line.block, start, end };
		findings.push({ member, ...place, message, actual: mark.label, ...(expected === undefined ? {} : { expected }) });
	};
	const bearers = new Map<string, Numbered>();
	const kept: Numbered[] = [];
	for (const paper of papers) {
		const { label } = paper.spot.mark;
		const other = bearers.get(label);
		if (other === undefined) {
			bearers.set(label, paper);
			kept.push(paper);
		} else add(paper, taken(label, other.path));
	}
	// Order and gaps are judged only where numbers follow the agenda and none has been frozen or set apart.
	const settled = listed.some(({ material }) => material.state !== 'draft' && material.state !== 'numbered');
	const whole = papers.length === listed.length;
	if (scheme !== 'continuous' || settled) return { findings };
	let before: Numbered | null = null;
	for (const paper of kept) {
		const { mark } = paper.spot;
		if (mark.number.series !== 'main') continue;
		if (before !== null && compareNumbers(mark.number, before.spot.mark.number) < 0) {
			add(paper, outOfOrder(mark.label, before.spot.mark.label));
			continue;
		}
		const last: number = before === null ? 0 : headOf(before.spot.mark.number);
		// Gaps mean something only when every paper is here and nothing else is wrong.
		if (whole && findings.length === 0 && headOf(mark.number) > last + 1) {
			const from = last + 1;
			const to = headOf(mark.number) - 1;
			add(paper, missing(from === to ? `${from}` : `${from}—${to}`), `${from}`);
		}
		before = paper;
	}
	return { findings };
}

function headOf(number: MaterialNumber): number {
	return number.parts[0] ?? 0;
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-number-unique',
		number: 156,
		group: 'packet',
		title: { zh: '材料序号不重、不漏、不乱', en: 'Numbers are unique, complete and in order' },
		description: {
			zh: '会议文件标识上的序号一份一号；连续编号的，与议程的先后一致，不跳号。已经印发、序号冻结的只查重复；还没有编号的不查。写法是否统一由 packet-mark-form-same 检查。',
			en: 'Each paper has a number of its own; in a continuous series numbers follow the agenda without gaps. Once papers are printed or distributed only repetitions are judged; papers without a number are not looked at.',
		},
		severity: 'error',
		fix: 'none',
		source: practice,
		needsFormat: false,
	},
	check,
};
