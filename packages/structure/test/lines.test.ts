/** Single lines in their places: every form met in practice, the wrong ones too, and what only looks like them. */

import type { Outline, Role } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { recognise } from '../src/index.ts';
import { docOf, type Stated } from './doc-of.ts';

const session = '滨江市第十七届人民代表大会常务委员会第二十三次会议';
const title: Stated = { text: '关于2026年农村公路建设情况的报告', size: 22, alignment: 'center' };
const members = '主任、各位副主任、秘书长、各位委员：';
const text = '我受市人民政府委托，报告农村公路建设情况，请予审议。';

function read(...lines: readonly (Stated | string)[]): Outline {
	return recognise(docOf(lines), { template: 'auto' });
}

/** Role of the line at `at`. */
function roleAt(at: number, lines: readonly (Stated | string)[]): Role | undefined {
	return read(...lines).claims[at]?.role;
}

describe('file marks', () => {
	it.each([
		`${session}文件（三）`,
		`${session}文件之三`,
		`${session}文件`,
		'会议材料之三',
		'会议文件（3）',
		'材料三',
		'补充材料（一）',
	])('%s', (mark) => {
		expect(roleAt(0, [mark, title, members, text])).toBe('file-mark');
	});
	it('is looked for above the title only', () => {
		expect(roleAt(2, [title, members, '会议材料之三', text])).toBe('body');
	});
});

describe('captions', () => {
	it.each([
		`——2026年11月26日在${session}上`,
		`—2026年11月26日在${session}上`,
		`--2026年11月26日在${session}上`,
		`（2026年11月26日在${session}上）`,
		`2026年11月26日在市十七届人大常委会第二十三次会议上`,
		'——2026年11月26日滨江市第十七届人大常委会第二十三次会议',
		'（2026年7月30日市十七届人大常委会第二十一次会议通过）',
		'——2026年11月26日在市第17届人大常委会第23次会议上',
		'——二〇二六年十一月二十六日在市十七届人大常委会第二十三次会议上',
		`——在${session}上`,
	])('%s', (caption) => {
		expect(roleAt(1, [title, caption, '市交通运输局局长　王振海', members, text])).toBe('caption');
	});
	it('goes on in the next line', () => {
		const outline = read(
			title,
			'——2026年11月26日在滨江市第十七届人民代表大会',
			'常务委员会第二十三次会议上',
			members,
			text,
		);
		expect(outline.claims.map(({ role }) => role)).toEqual(['title', 'caption', 'caption', 'salutation', 'body']);
	});
	it.each([
		'2026年11月26日，市十七届人大常委会第二十三次会议听取了报告。',
		'2026年，在市人大常委会的监督下，各项工作顺利推进，取得了较好的成绩。',
	])('not: %s', (line) => {
		expect(roleAt(1, [title, line, text])).toBe('body');
	});
});

describe('authors', () => {
	it.each([
		['市交通运输局局长　王振海', '市交通运输局局长', '王振海'],
		['市审计局局长 林若谷', '市审计局局长', '林若谷'],
		['滨江市审计局局长  林若谷', '滨江市审计局局长', '林若谷'],
		['市审计局局长　李　红', '市审计局局长', '李红'],
		['市审计局局长 李 红', '市审计局局长', '李红'],
		['市人大常委会副主任、执法检查组组长 何秀兰', '市人大常委会副主任、执法检查组组长', '何秀兰'],
		['市交通运输局局长王振海', '市交通运输局局长', '王振海'],
		['滨江市审计局', '滨江市审计局', ''],
		['报告人：林若谷', '', '林若谷'],
	])('%s', (line, post, person) => {
		const outline = read(title, line, members, text);
		expect(outline.claims[1]?.role).toBe('author');
		expect(outline.reporter).toEqual({ post, person });
	});
});

describe('salutations', () => {
	it.each([
		members,
		'主任、各位副主任、秘书长，各位委员：',
		'主任、副主任、秘书长、各位委员：',
		'主任、各位副主任、各位委员：',
		'各位副主任、秘书长、各位委员：',
		'各位委员：',
		'主任、各位副主任、秘书长：',
		'委员长、各位副委员长、秘书长、各位委员：',
		'尊敬的市人大主任、副主任，各位委员，各位代表：',
		'主任、各位副主任、秘书长、各位委员:',
		'主任、各位副主任、秘书长、各位委员',
		'主任、各位副主任、秘书长、各位委员，',
	])('persons: %s', (line) => {
		const outline = read(title, line, text);
		expect(outline.claims[1]?.role).toBe('salutation');
		expect(outline.delivery).toBe('oral');
	});
	it.each(['市人大常委会：', '滨江市人民代表大会常务委员会：', '各县（市、区）委，市直各单位：'])(
		'organs: %s',
		(line) => {
			const outline = read(title, line, text);
			expect(outline.claims[1]?.role).toBe('salutation');
			expect(outline.delivery).toBe('written');
		},
	);
	it.each(['现将有关情况报告如下：', '主要有以下三个方面的问题：', '会议建议：'])('not: %s', (line) => {
		expect(roleAt(1, [title, line, text])).toBe('body');
	});
	it('occurs once: an address within the text is text', () => {
		const again = '主任、各位副主任、秘书长、各位委员，做好今年后期的各项工作，任务艰巨。';
		expect(roleAt(3, [title, members, text, again, '以上报告，请予审议。'])).toBe('body');
	});
});

describe('closings', () => {
	it.each([
		'以上报告，请予审议。',
		'以上报告请予审议。',
		'以上汇报，请审议。',
		'以上议案，请予审议。',
		'请予审议。',
		'请审议决定。',
		'名单（草案）附后，请予审议。',
		'以上述职，请予评议。',
		'特此报告。',
		'妥否，请批示。',
		'以上报告如有不妥，请批评指正。',
	])('%s', (line) => {
		expect(roleAt(3, [title, members, text, line])).toBe('closing');
	});
	it.each([
		'请市人民政府将研究处理情况书面报告市人大常委会。',
		'以上三项工作，市人民政府将在年底前全部完成，并向社会公布结果，接受群众监督，同时继续做好后续工作，巩固已有成果。',
	])('not: %s', (line) => {
		expect(roleAt(3, [title, members, text, line])).toBe('body');
	});
});

describe('headings', () => {
	it('automatic numbers count as typed ones do', () => {
		const outline = read(
			title,
			members,
			{ text: '主要工作', label: '一、' },
			{ text: '健全制度', label: '（一）' },
			text,
			{ text: '存在的问题', label: '二、' },
			text,
		);
		expect(outline.headings.map(({ mark, lastBlock }) => [mark.canonical, mark.automatic, lastBlock])).toEqual([
			['一、', true, 4],
			['二、', true, 6],
		]);
		expect(outline.headings[0]?.children[0]?.text).toBe('健全制度');
	});
	it('a run-in heading ends where its sentence ends', () => {
		const line = '（一）加强组织领导。市人民政府成立专班。';
		const outline = read(title, members, { text: line, head: 10 }, text);
		expect(outline.claims[2]).toMatchObject({ role: 'heading-2', runInEnd: 10 });
		expect(outline.claims[2]?.confidence).toBeGreaterThan(0.8);
	});
	it.each([
		'一是健全领导体制。二是完善制度。',
		'十五五时期经济社会发展的目标已经明确。',
		'1.5亿元资金已经拨付到位。',
		'2026年，全市完成投资6.8亿元。',
		'（2026年11月26日上午）',
		'第一条　为了加强管理，制定本办法。',
		'（一）本市国民经济和社会发展规划的调整；',
	])('not: %s', (line) => {
		expect(roleAt(2, [title, members, line, text])).toBe('body');
	});
	it('bullets are no headings', () => {
		expect(roleAt(2, [title, members, { text: '短句', label: '•' }, text])).toBe('body');
	});
	it('a heading style without a number is a heading, outside the tree', () => {
		const outline = read(title, members, { text: '基本情况', style: 'heading 1' }, text);
		expect(outline.claims[2]?.role).toBe('heading-1');
		expect(outline.headings).toEqual([]);
	});
	it('articles of a decision are text, typed or automatic', () => {
		const decision: Stated = {
			text: '滨江市人民代表大会常务委员会关于加强流域保护的决定',
			size: 22,
			alignment: 'center',
		};
		const outline = read(
			decision,
			'为了加强流域保护，作如下决定：',
			{ text: '流域保护坚持生态优先。', label: '一、' },
			'二、本决定自2027年1月1日起施行。',
		);
		expect(outline.claims.map(({ role }) => role)).toEqual(['title', 'body', 'body', 'body']);
	});
	it('items of an agenda are text', () => {
		const agenda: Stated = { text: `${session}议程（草案）`, size: 22, alignment: 'center' };
		const outline = read(
			agenda,
			{ text: '听取审计工作报告', label: '一、' },
			{ text: '审议人事任免事项', label: '二、' },
		);
		expect(outline.claims.map(({ role }) => role)).toEqual(['title', 'body', 'body']);
	});
});

describe('titles', () => {
	it('a red issuer mark and what goes with it are none', () => {
		const outline = read(
			{ text: '滨江市人大常委会办公室文件', size: 42, color: 'FF0000', alignment: 'center' },
			'滨人常办〔2026〕12号',
			title,
			'市人民政府：',
			text,
		);
		expect(outline.claims.map(({ role }) => role)).toEqual(['unknown', 'unknown', 'title', 'salutation', 'body']);
		expect(outline.title).toBe(title.text);
	});
	it('lines in the same large type belong together', () => {
		const outline = read(
			{ text: '滨江市人民代表大会常务委员会', size: 22, alignment: 'center' },
			{ text: '任免名单（草案）', size: 22, alignment: 'center' },
			'任命罗晓峰为副秘书长。',
		);
		expect(outline.claims.map(({ role }) => role)).toEqual(['title', 'title', 'name-entry']);
	});
	it('an organ above 关于 is an organ line and part of the whole title', () => {
		const outline = read({ text: '滨江市人民政府', size: 22, alignment: 'center' }, title, members, text);
		expect(outline.claims[0]?.role).toBe('organ-line');
		expect(outline.title).toBe(`滨江市人民政府${title.text}`);
	});
	it('a short plain paragraph is no title', () => {
		expect(read('表示衷心感谢！', '谢谢大家').claims.map(({ role }) => role)).toEqual(['body', 'body']);
	});
});

describe('kind of paper', () => {
	it.each([
		['关于农村公路建设情况的报告', 'work-report', '报告'],
		['关于农村公路建设情况的汇报', 'work-report', '汇报'],
		['关于依法履职情况的报告', 'duty-report', '报告'],
		['述职述廉报告', 'duty-report', '报告'],
		['关于市人大代表履职情况的报告', 'work-report', '报告'],
		['滨江市人民代表大会常务委员会任免名单（草案）', 'appointment', '名单'],
		['关于提请任免周敬亭职务的议案', 'appointment', '议案'],
		['滨江市人民代表大会常务委员会关于撤销陈雪松职务的决定（草案）', 'appointment', '决定'],
		['关于代理记账机构管理情况的报告', 'work-report', '报告'],
		['滨江市第十七届人大常委会第二十三次会议日程', 'base', '日程'],
	])('%s', (words, template, genre) => {
		const outline = read({ text: words, size: 22, alignment: 'center' }, '正文第一段，内容如下。');
		expect([outline.template, outline.genre, outline.unknownType]).toEqual([template, genre, template === 'base']);
		expect(outline.templateEvidence.length).toBeGreaterThan(0);
	});
	it('a stated template wins', () => {
		const outline = recognise(docOf([title, members, text]), { template: 'duty-report' });
		expect([outline.template, outline.unknownType]).toEqual(['duty-report', false]);
	});
});

describe('places', () => {
	it('headers, footers, notes, text boxes and cells are what their place says', () => {
		const outline = read(
			title,
			{ text: '格', where: 'table' },
			{ text: '框', where: 'textbox' },
			{ text: '会议材料之三', where: 'header' },
			{ text: '— 1 —', where: 'footer' },
			{ text: '注', where: 'footnote' },
			{ text: '注', where: 'endnote' },
		);
		expect(outline.claims.map(({ role }) => role)).toEqual([
			'title',
			'table-cell',
			'textbox',
			'page-furniture',
			'page-furniture',
			'note-text',
			'note-text',
		]);
	});
	it('captions stand beside tables and figures', () => {
		const outline = read(
			title,
			members,
			text,
			'表1　整改情况',
			'单位：亿元',
			{ text: '格', where: 'table' },
			'表2反映了资金构成。',
			{ text: '', image: true },
			'图1　流域图',
		);
		expect(outline.claims.slice(3).map(({ role }) => role)).toEqual([
			'table-caption',
			'unit-note',
			'table-cell',
			'body',
			'unknown',
			'figure-caption',
		]);
	});
});
