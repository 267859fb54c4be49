import { describe, expect, test } from 'vitest';
import { breakLines } from '../src/line-breaking.ts';
import { shape } from '../src/shape.ts';
import { plainFace } from './plain-fonts.ts';

const style = { face: plainFace('仿宋'), size: 16, cell: 16, rise: 0 };

/** Lines of a text in a measure of so many cells of 16 pt; the first line is as long as the others. */
function broken(text: string, cells: number): readonly string[] {
	const shaped = shape([{ text, offset: 0, styleOf: () => style }], 0, 'body');
	return breakLines(shaped, { first: cells * 16, rest: cells * 16 }).map(({ start, end }) =>
		String.fromCodePoint(...shaped.codePoints.subarray(start, end)),
	);
}

interface Case {
	readonly name: string;
	readonly text: string;
	readonly cells: number;
	readonly lines: readonly string[];
}

const CASES: readonly Case[] = [
	{
		name: 'a long address is parted after a slash where it would leave a hole',
		text: '请登录https://www.binjiang.gov.cn/hygl/index查看',
		cells: 18,
		lines: ['请登录https://www.binjiang.gov.cn/', 'hygl/index查看'],
	},
	{
		name: 'a short hole leaves an address whole',
		text: '会议材料请各位委员登录https://www.bj.gov.cn/a查看',
		cells: 13,
		lines: ['会议材料请各位委员登录', 'https://www.bj.gov.cn/a查看'],
	},
	{
		name: 'a long word that is no address goes down whole',
		text: '型号为ABCDEFGHIJKLMNOPQRSTUVW的设备',
		cells: 18,
		lines: ['型号为', 'ABCDEFGHIJKLMNOPQRSTUVW的', '设备'],
	},
	{
		name: 'a number keeps its counter',
		text: '今年新开工项目12个都已完成',
		cells: 8,
		lines: ['今年新开工项目', '12个都已完成'],
	},
	{ name: 'a padded name is one word', text: '代表：王　芳、李明', cells: 4.5, lines: ['代表：', '王　芳、', '李明'] },
	{
		name: 'a 一字线 between years does not begin a line',
		text: '规划期2021年—2025年',
		cells: 6,
		lines: ['规划期', '2021年—', '2025年'],
	},
	{ name: 'fills cells', text: '各位委员现在开会讨论', cells: 5, lines: ['各位委员现', '在开会讨论'] },
	{
		name: 'a mark at the line end takes half a cell, so it fits',
		text: '一二三四五，六七八九',
		cells: 5.5,
		lines: ['一二三四五，', '六七八九'],
	},
	{
		name: 'push in: an inner comma gives its half for a full stop',
		text: '一二，四五六七。八九十',
		cells: 7.5,
		lines: ['一二，四五六七。', '八九十'],
	},
	{
		name: 'push out: nothing to compress, a character goes down with its mark',
		text: '一二三四五六，七八九',
		cells: 6,
		lines: ['一二三四五', '六，七八九'],
	},
	{
		name: 'an opening mark does not end a line',
		text: '一二三四“五六七八九”',
		cells: 5,
		lines: ['一二三四', '“五六七', '八九”'],
	},
	{
		name: 'a break before an opening quote is allowed',
		text: '要贯彻了“十四五”规划',
		cells: 4,
		lines: ['要贯彻了', '“十四', '五”规划'],
	},
	{
		name: 'a closing mark does not begin a line: the opening one gives its half',
		text: '印发《实施办法》之后',
		cells: 7,
		lines: ['印发《实施办法》', '之后'],
	},
	{
		name: 'a closing mark does not begin a line: its character goes down',
		text: '《印发实施办法》之后',
		cells: 7,
		lines: ['《印发实施办', '法》之后'],
	},
	{ name: '—— is one mark', text: '一二三四——五六七', cells: 5, lines: ['一二三四', '——五六七'] },
	{ name: '…… is one mark', text: '一二三四……五六七', cells: 5, lines: ['一二三四', '……五六七'] },
	{
		name: 'a number keeps its digits and per cent sign',
		text: '增长了百分之13.5%左右',
		cells: 8,
		lines: ['增长了百分之', '13.5%左右'],
	},
	{ name: 'a number keeps its unit', text: '我们今天在2026年开会', cells: 7, lines: ['我们今天在', '2026年开会'] },
	{
		name: 'GB/T and its number are words',
		text: '按照标准GB/T 9704执行',
		cells: 6,
		lines: ['按照标准', 'GB/T 9704', '执行'],
	},
	{
		name: 'an unbreakable word longer than the line is cut',
		text: '12345678901234567890',
		cells: 5,
		lines: ['1234567890', '1234567890'],
	},
	{
		name: 'the last line is not one character',
		text: '一二三四五六七八九十甲',
		cells: 10,
		lines: ['一二三四五六七八九', '十甲'],
	},
	{
		name: 'the last line is not one character and its mark: it is pulled in',
		text: '一，三，五，七八九十。',
		cells: 10,
		lines: ['一，三，五，七八九十。'],
	},
	{ name: 'a dot does not begin a line', text: '代表阿卜杜拉·买买提', cells: 6, lines: ['代表阿卜杜', '拉·买买提'] },
	{
		name: 'a connector does not begin a line',
		text: '一二三四五～十二万元',
		cells: 5,
		lines: ['一二三四', '五～十二', '万元'],
	},
	{ name: 'a forced break', text: '一二三\n四五六', cells: 10, lines: ['一二三', '四五六'] },
	{ name: 'blanks at a line end take no room', text: '一二三四　五六七', cells: 4, lines: ['一二三四', '五六七'] },
	{
		name: 'two marks that meet share a cell and a half',
		text: '称为“一，二”，三四五',
		cells: 8.5,
		lines: ['称为“一，二”，三', '四五'],
	},
	{
		name: 'beyond the basic plane one character is one cell',
		text: '𠮷𠮷𠮷𠮷𠮷𠮷',
		cells: 3,
		lines: ['𠮷𠮷𠮷', '𠮷𠮷𠮷'],
	},
	{
		name: 'a selector stays with its character',
		text: '葛\u{e0100}葛\u{e0100}葛\u{e0100}葛',
		cells: 2,
		lines: ['葛\u{e0100}葛\u{e0100}', '葛\u{e0100}葛'],
	},
];

describe('breakLines', () => {
	for (const { name, text, cells, lines } of CASES) {
		test(name, () => {
			expect(broken(text, cells)).toEqual(lines);
		});
	}
});
