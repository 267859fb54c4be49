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
	it.each([
		'我们向市人大常委会作了报告',
		'会议听取了市人民政府关于农村公路建设情况的报告',
		'现提出如下报告',
		'今天下午召开会议研究农村公路建设方案',
		'请各单位认真落实本次会议决定',
		'各部门要认真落实常委会审议意见',
		'市交通运输局应当按时向市人大常委会提交报告',
		'下午继续听取各部门的汇报',
	])('%s', (clause) => {
		for (const rest of [[text], []]) {
			const outline = read(clause, ...rest);
			expect(roles(outline)[0]).toBe('body');
			expect([outline.title, outline.unknownType]).toEqual(['', true]);
		}
	});
	it.each([
		'关于2026年农村公路建设情况的报告',
		'市人民政府关于为了孩子行动情况的报告',
		'2026年农村公路建设情况汇报',
		'滨江市人民政府关于认真落实审议意见情况的报告',
		'审议意见研究处理情况的报告',
		'滨江市切实加强生态环境保护工作情况的报告',
		'继续深化行政审批制度改革工作总结',
		'滨江市研究室工作要点',
		'本市今年农村公路建设完成情况',
	])('%s still is one', (line) => expect(roles(read(line, members, text))[0]).toBe('title'));
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
	it.each([
		['附件1.预算收支表', '附件2.重点项目清单'],
		['附件1　预算收支表', '附件2　重点项目清单'],
		['附件一 预算收支表', '附件二 重点项目清单'],
	])('%s, %s are one too', (one, other) => {
		for (const end of [[], ['滨江市人民政府', '2026年11月20日']]) {
			const outline = read(title, members, text, one, other, ...end);
			expect(roles(outline).slice(3, 5)).toEqual(['attachment-note', 'attachment-note']);
			expect(outline.listedAttachments.map(({ number, title: name }) => [number, name])).toEqual([
				[1, '预算收支表'],
				[2, '重点项目清单'],
			]);
		}
	});
	it.each([[[]], [['滨江市人民政府', '2026年11月20日']]])('one line is, when the paper ends with it: %j', (end) => {
		const outline = read(title, members, text, '附件1：预算收支表', ...end);
		expect(roles(outline)[3]).toBe('attachment-note');
		expect(outline.listedAttachments).toMatchObject([{ number: 1, title: '预算收支表' }]);
	});
	it('lines that cite attachments are text', () => {
		const outline = read(title, members, text, '附件1 中所列项目已经完成，见附件1。', '附件2 中所列项目正在推进。');
		expect(roles(outline).slice(3)).toEqual(['body', 'body']);
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
	it.each([
		'一、二级保护区划定情况良好，水质稳定达标。',
		'二、三产业增加值同比提高。',
		'一、二、三产业比重分别为5%、40%、55%。',
		'十一、十二月份完成全部任务。',
		'七、八年级学生参加活动。',
		'（三、四年级学生参加活动。）',
	])('%s', (sentence) => {
		expect(roles(read(title, members, sentence))[2]).toBe('body');
	});
	it('a short phrase stays a heading', () => {
		expect(roles(read(title, members, '一、二期工程建设情况', text))[2]).toBe('heading-1');
	});
});

it('a name with a middle dot is an entry of a list', () => {
	const list = { text: '滨江市人民代表大会常务委员会任免名单（草案）', size: 22, alignment: 'center' } as const;
	const names = ['阿依古丽·买买提', '买买提·艾力·玉素甫', '阿依古丽・买买提（女，维吾尔族）', '张三丰'];
	expect(roles(read(list, '任命：', ...names)).slice(2)).toEqual(names.map(() => 'name-entry'));
});

it('（书面） on a line of its own is no part of the title, and still says how the paper is delivered', () => {
	const outline = read({ ...title, text: '关于2026年农村公路建设情况的报告' }, '（书面）', '滨江市交通运输局', text);
	expect(outline.title).toBe('关于2026年农村公路建设情况的报告');
	expect(roles(outline).slice(0, 3)).toEqual(['title', 'note', 'author']);
	expect(outline.delivery).toBe('written');
});

it('（书面） in the type of the title is none either; （草案） is', () => {
	const set = (words: string): Stated => ({ ...title, text: words });
	const outline = read(title, set('（书面）'), '滨江市人大常委会：', text);
	expect([outline.title, outline.delivery]).toEqual(['关于2026年农村公路建设情况的报告', 'written']);
	expect(roles(outline)[1]).toBe('note');
	expect(read(set('滨江市农村公路条例'), set('（草案）'), text).title).toBe('滨江市农村公路条例（草案）');
});

describe('captions of figures', () => {
	it.each(['图1　路网示意图', '图1：路网示意图', '图2、历年里程'])(
		'without a picture (Markdown), a number, a blank or a mark, and a short phrase: %s',
		(caption) => expect(roles(read(title, members, caption, text))[2]).toBe('figure-caption'),
	);
	it.each(['图1显示路网日趋完善。', '图1是路网示意图'])('%s is text', (sentence) => {
		expect(roles(read(title, members, sentence, text))[2]).toBe('body');
	});
});

describe('lines of forms and letters are no running text', () => {
	it.each(['单位名称（公章）：                       ', '联系人：            手机号码：           '])('%j', (line) => {
		expect(roles(read(title, members, text, line, text))[3]).toBe('unknown');
	});
	it('a short line pushed to the right with blanks', () => {
		expect(roles(read(title, members, text, `${' '.repeat(30)}打印时间：2026年11月20日10时`, text))[3]).toBe('unknown');
	});
	it('an organ addressed in an attached letter', () => {
		const attached = [{ text: '附件', pageBreakBefore: true }, '滨江市民政局：', text];
		expect(roles(read(title, members, text, ...attached))[4]).toBe('unknown');
		expect(roles(read(title, members, text, '滨江市财政局、滨江市民政局：', text))[3]).toBe('unknown');
	});
	it('what a template leaves open', () => {
		const open = read(title, '[此处输入主送机关]：', text, '[发文单位]', '[日期]');
		expect(roles(open)).toEqual(['title', 'salutation', 'body', 'signature', 'date']);
	});
	it('the source of a figure below its caption', () => {
		const below = read(title, members, text, { text: '图1　路网示意图', alignment: 'center' }, '来源：市交通运输局。');
		expect(roles(below).slice(3)).toEqual(['figure-caption', 'unknown']);
	});
	it('an automatic number of a figure', () => {
		expect(roles(read(title, members, text, { text: '路网示意图', label: '图1' }))[3]).toBe('figure-caption');
	});
});

it('the last of several numbered sentences is no heading', () => {
	const long = `（一）${'各责任单位应当按照职责分工推进整改，按期报送进展情况，重大事项及时报告。'.repeat(2)}`;
	expect(roles(read(title, members, text, long, '（二）法律、法规规定的其他情形。'))[4]).toBe('body');
});

it('a heading of the first level with a stop behind a long numbered sentence stays one', () => {
	const long = `一、${'今年以来全市农村公路建设坚持规划引领、分类推进，新建和改建里程均超额完成年度计划'.repeat(2)}。`;
	expect(roles(read(title, members, text, long, '二、存在的主要问题。', text))[4]).toBe('heading-1');
});

it('two names below the title are authors', () => {
	const names = { text: '李明、王晓红', alignment: 'center' } as const;
	expect(roles(read(title, names, members, text))[1]).toBe('author');
});
