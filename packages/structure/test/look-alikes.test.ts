/** Lines that look like something they are not, and forms that a plain look would miss; each was met once and read wrongly. */

import type { Outline } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { recognise } from '../src/index.ts';
import { docOf, type Stated } from './doc-of.ts';

const title: Stated = { text: '关于2026年农村公路建设情况的报告', size: 22, alignment: 'center' };
const members = '主任、各位副主任、秘书长、各位委员：';
const text = '我受市人民政府委托，报告农村公路建设情况，请予审议。';

function read(...lines: readonly (Stated | string)[]): Outline {
	return recognise(docOf(lines), { template: 'auto' });
}

function roles(outline: Outline): readonly string[] {
	return outline.claims.map(({ role }) => role);
}

describe('a clause that ends in a genre word is no title', () => {
	it.each(['我们向市人大常委会作了报告', '会议听取了市人民政府关于农村公路建设情况的报告', '现提出如下报告'])(
		'%s',
		(clause) => {
			const outline = read(clause, text);
			expect(roles(outline)[0]).toBe('body');
			expect([outline.title, outline.unknownType]).toEqual(['', true]);
		},
	);
	it.each(['关于2026年农村公路建设情况的报告', '市人民政府关于为了孩子行动情况的报告', '2026年农村公路建设情况汇报'])(
		'%s still is one',
		(line) => expect(roles(read(line, members, text))[0]).toBe('title'),
	);
});

describe('attachments listed one a line, each with its own word', () => {
	it('two lines are a list', () => {
		const outline = read(title, members, text, '附件1：预算收支表', '附件2：重点项目清单');
		expect(roles(outline).slice(3)).toEqual(['attachment-note', 'attachment-note']);
		expect(outline.listedAttachments.map(({ number, title: name }) => [number, name])).toEqual([
			[1, '预算收支表'],
			[2, '重点项目清单'],
		]);
		expect(outline.presentAttachments).toEqual([]);
	});
	it('on a page of its own such a line heads an attachment', () => {
		const outline = read(title, members, text, { text: '附件1：预算收支表', pageBreakBefore: true }, '收支情况如下。');
		expect(roles(outline)[3]).toBe('attachment-label');
		expect(outline.listedAttachments).toEqual([]);
	});
	it('one line that text follows is no list', () => {
		const outline = read(title, members, text, '附件1：预算收支表', '全年收入平稳增长，支出保障有力。');
		expect(outline.listedAttachments).toEqual([]);
	});
});

describe('a sentence about a table is no caption', () => {
	it.each(['表1显示，增长较快。', '表1反映了收支的变化', '表2中的数据由市统计局提供。'])('%s', (sentence) => {
		expect(roles(read(title, members, sentence, { text: '指标', where: 'table' }))[2]).toBe('body');
	});
	it.each(['表1　主要指标完成情况', '表1 主要指标完成情况。', '表2：中小学学位供给情况'])(
		'%s still is one',
		(caption) => {
			expect(roles(read(title, members, caption, { text: '指标', where: 'table' }))[2]).toBe('table-caption');
		},
	);
});

describe('grades and phases are counted, not numbered', () => {
	it.each(['一、二级保护区划定情况良好，水质稳定达标。', '二、三产业增加值同比提高。'])('%s', (sentence) => {
		expect(roles(read(title, members, sentence))[2]).toBe('body');
	});
	it('a short phrase stays a heading', () => {
		expect(roles(read(title, members, '一、二期工程建设情况', text))[2]).toBe('heading-1');
	});
});

it('a name with a middle dot is an entry of a list', () => {
	const list = { text: '滨江市人民代表大会常务委员会任免名单（草案）', size: 22, alignment: 'center' } as const;
	expect(roles(read(list, '任命：', '阿依古丽·买买提', '张三丰')).slice(2)).toEqual(['name-entry', 'name-entry']);
});

it('（书面） on a line of its own is no part of the title, and still says how the paper is delivered', () => {
	const outline = read({ ...title, text: '关于2026年农村公路建设情况的报告' }, '（书面）', '滨江市交通运输局', text);
	expect(outline.title).toBe('关于2026年农村公路建设情况的报告');
	expect(roles(outline).slice(0, 3)).toEqual(['title', 'note', 'author']);
	expect(outline.delivery).toBe('written');
});

describe('captions of figures', () => {
	it('without a picture (Markdown), a number, a blank and a short phrase', () => {
		expect(roles(read(title, members, '图1　路网示意图', text))[2]).toBe('figure-caption');
	});
	it.each(['图1显示路网日趋完善。', '图1是路网示意图'])('%s is text', (sentence) => {
		expect(roles(read(title, members, sentence, text))[2]).toBe('body');
	});
});
