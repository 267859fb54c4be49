import { describe, expect, it } from 'vitest';
import { testPacketRule } from '../../test/example-packet.ts';
import { indexOf } from '../text/repeats.ts';
import { rule } from './index.ts';

testPacketRule(rule, {
	first: {
		kind: 'good',
		title: '',
		paragraphs: [
			{ text: '关于农村供水保障工作情况的报告', role: 'title' },
			{
				text: '坚持城乡统筹、建管并重，落实资金4.3亿元，新建规模化水厂6座，铺设供水管网860公里，农村自来水普及率达到98.6%。',
			},
			{ text: '以上报告，请予审议。', role: 'closing' },
		],
	},
});

describe('paragraphs that repeat', () => {
	const text =
		'我们健全从水源到水龙头的全过程监测制度，对小型集中供水工程实行统一巡检、统一消毒，水质合格率连续三年提高，群众满意度明显上升。';
	const find = indexOf([{ name: 'a.docx', paragraphs: [{ block: 3, text }] }]);
	it('are found when some words differ, and not when most do', () => {
		expect(find({ block: 0, text: text.replace('明显上升', '进一步提升') })?.block).toBe(3);
		expect(
			find({
				block: 0,
				text: `${text.slice(0, 20)}其他部门也按照职责分工做了大量的工作，取得了阶段性的成果，还要继续努力。`,
			}),
		).toBeNull();
	});
	it('cost what the texts are long', () => {
		const many = Array.from({ length: 2000 }, (_, block) => ({
			block,
			text: `${text}${block % 7}项工作逐项落实到位。`,
		}));
		const begin = process.cpuUsage();
		const index = indexOf([{ name: 'b.docx', paragraphs: many }]);
		for (const paragraph of many) index(paragraph);
		const { user } = process.cpuUsage(begin);
		expect(user / 1e6).toBeLessThan(5);
	});
});
