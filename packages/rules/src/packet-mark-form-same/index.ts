import type { PacketContext, PacketFinding, Rule } from '@bianxu/model';
import { formatFileMark, isFileMarkForm } from '@bianxu/numbering';
import { markOf } from '../material/packet.ts';
import { normalised } from '../text/passages.ts';
import { replacement } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { otherForm } from './messages.ts';

function check({ manifest, members }: PacketContext): { readonly findings: readonly PacketFinding[] } {
	const { form } = manifest.numbering;
	if (!isFileMarkForm(form)) return { findings: [] };
	const findings: PacketFinding[] = [];
	for (const member of members) {
		const spot = markOf(member, form);
		if (spot === null || spot.mark.form === 'supplement') continue;
		const { line, mark } = spot;
		const actual = line.text.trim();
		const expected = formatFileMark(form, mark.number);
		// Blanks are other rules'; half-width brackets make another form.
		if (actual === expected || (normalised(actual) === normalised(expected) && !/[()]/.test(actual))) continue;
		const start = line.text.indexOf(actual);
		findings.push({
			member: member.id,
			...replacement(line, start, start + actual.length, expected, otherForm(actual, expected), 'safe'),
		});
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'packet',
	meta: {
		id: 'packet-mark-form-same',
		number: 157,
		group: 'packet',
		title: { zh: '会议文件标识写法统一', en: 'One form of file mark' },
		description: {
			zh: '全部材料的会议文件标识用 packet.yaml 的 numbering.form 一种写法，例如「会议材料之三」；只改写法，不改序号。没有序号的标识、补充材料的标识不查。',
			en: 'All papers bear the file mark in the one form of packet.yaml (numbering.form), such as 「会议材料之三」; only the form is changed, never the number. Marks without a number and those of supplements are not looked at.',
		},
		severity: 'error',
		fix: 'safe',
		source: practice,
		needsFormat: false,
	},
	check,
};
