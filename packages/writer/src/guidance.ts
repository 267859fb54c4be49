import type { Facts } from './facts.ts';
import type { ReferenceLine } from './reference-text.ts';

/** A comment as the reader knows it for guidance: it is to be deleted, and it is no remark of a colleague. */
export function guidanceText(guidance: string): string {
	return `编序: 提示 ${guidance}`;
}

/** Guidance that every paper has, by the role of the paragraph, added to what a text says itself. */
export function withGuidance(lines: readonly ReferenceLine[], { written }: Facts): readonly ReferenceLine[] {
	const said = new Set<string>();
	return lines.map((line) => {
		const general = line.guidance ?? generalGuidance(line.role, written);
		if (general === null || (line.guidance === undefined && said.has(line.role))) return line;
		said.add(line.role);
		return { ...line, guidance: general };
	});
}

function generalGuidance(role: ReferenceLine['role'], written: boolean): string | null {
	switch (role) {
		case 'title':
			return '标题写明机关、事由和文种，不用标点；全文地名、人名、数字都是示例，逐处替换。写完删去全部提示。';
		case 'caption':
			return '题注写会议日期、届次和次数，届次用汉字；日期不明的待定后再填。';
		case 'salutation':
			return written
				? '书面报告称呼机关。'
				: '口头报告称呼组成人员；县级人大常委会没有秘书长，会议的称呼以本机关通知为准。';
		case 'closing':
			return '结束语用本机关规定的句子，单独成段。';
		default:
			return null;
	}
}
