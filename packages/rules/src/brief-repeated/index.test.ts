import { describe, expect, it } from 'vitest';
import { testPacketRule } from '../../test/example-packet.ts';
import { measured, type Repeat, repeatIndex, type Stretch } from '../text/repeats.ts';
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
	const index = repeatIndex();
	index.add('a.docx', measured([{ block: 3, text }]));
	const find = (paragraph: Stretch): Repeat | null =>
		measured([paragraph])
			.map((each) => index.find(each))
			.at(0) ?? null;
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
		const large = repeatIndex();
		large.add('b.docx', measured(many));
		for (const paragraph of measured(many)) large.find(paragraph);
		const { user } = process.cpuUsage(begin);
		expect(user / 1e6).toBeLessThan(5);
	});
	it('are those of the paper that had them first, whoever else has them', () => {
		const more = repeatIndex();
		more.add('a.docx', measured([{ block: 3, text }]));
		more.add('b.docx', measured([{ block: 5, text }]));
		expect(measured([{ block: 0, text }]).map((each) => more.find(each))).toMatchObject([
			{ name: 'a.docx', block: 3, share: 1 },
		]);
	});
});

describe('a packet of many papers', () => {
	it('is held against itself at a cost that grows with it and no faster', () => {
		let state = 7;
		const word = (): string => {
			state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
			return String.fromCodePoint(0x4e00 + ((state >>> 8) % 3000));
		};
		const papers = Array.from({ length: 240 }, () =>
			measured(Array.from({ length: 12 }, (_, block) => ({ block, text: Array.from({ length: 150 }, word).join('') }))),
		);
		const seconds = (count: number): number => {
			const begin = process.cpuUsage();
			const index = repeatIndex();
			for (const paper of papers.slice(0, count)) {
				for (const each of paper) expect(index.find(each)).toBeNull();
				index.add('x.docx', paper);
			}
			return process.cpuUsage(begin).user / 1e6;
		};
		seconds(30);
		// Eight times the papers: an index of its own for each of them would cost sixty-four times as much.
		expect(seconds(240)).toBeLessThan(Math.max(0.02, seconds(30)) * 30);
	});
});
