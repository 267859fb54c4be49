import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
	configSchema,
	inheritedSources,
	profileChain,
	profileSchema,
	readConfig,
	readLayer,
	resolveTemplate,
	type SchemaRule,
	shownValues,
} from '../src/index.ts';

const root = join(import.meta.dirname, '../../..');
const rules: readonly SchemaRule[] = [
	{ id: 'dr-length', title: { zh: '篇幅', en: 'length' }, params: { min: 1500, max: 5000 } },
	{ id: 'font-no-bold', title: { zh: '不加粗', en: 'no bold' }, params: { allow: ['heading-3'] } },
	{ id: 'pr-verb-by-organ', title: { zh: '动词', en: 'verb' }, params: {} },
];
const known = new Map(rules.map(({ id, params }) => [id, Object.keys(params)]));
const read = (text: string) => readLayer(text, inheritedSources(profileChain('gbt9704-2012') ?? []), known);
const said = (text: string): string =>
	read(text)
		.problems.map(({ message }) => message.zh)
		.join('\n');

describe('an office’s own profile', () => {
	it.each([
		['id: a\nextend: gbt9704-2012', '第2行第1列：不认识的键 extend，是不是 extends？'],
		['id: a\nroles:\n  titel: { size: 22 }', '第3行第3列：不认识的键 titel，是不是 title？'],
		['id: a\nroles:\n  title: { siez: 22 }', '第3行第12列：不认识的键 siez，是不是 size？'],
		['id: a\nroles:\n  title: { font: fangsing }', '第3行第18列：font 应当是'],
		['id: a\nroles:\n  title: { size: 二号 }', '第3行第18列：size 应当是数字'],
		['id: a\nrules:\n  font-no-blod: off', '第3行第3列：没有规则 font-no-blod，是不是 font-no-bold？'],
		[
			'id: a\nrules:\n  font-no-bold: waring',
			'第3行第17列：severity「waring」不在 error、warning、info、off 之中，是不是 warning？',
		],
		['id: a\nrules:\n  dr-length: { params: { maximum: 1 } }', '第3行第26列：没有规则 dr-length 的参数 maximum'],
		[
			'id: a\nroles:\n  title: { size: 22, source: gbt 7.3.1 }',
			'第3行第30列：来源代号 gbt 没有在 sources 里登记，是不是 gb？',
		],
		['id: a\npage:\n  pageNumber: { form: 第页 }', '第3行第23列：form 应当是'],
		['id: a\npage:\n  mirrored: 对称', '第3行第13列：mirrored 应当是'],
		['id: a\nroles: [title]', '第2行第8列：roles应当是「键: 值」的形式'],
		['name: 只有名称', '缺少id'],
		['id: a\nroles:\n\ttitle: {}', '第3行第1列：缩进用了制表符，请改用空格'],
		['id: a\nid: b', '第2行第1列：同一层里有两个相同的键'],
	])('is refused with place and the word that was meant: %j', (text, message) => {
		expect(said(text)).toContain(message);
		expect(read(text).layer).toBeNull();
	});

	it('takes the sources of what it extends and states its own', () => {
		const text =
			'id: 滨江\nextends: gbt9704-2012\nroles:\n  title: { size: 26, source: gb 7.3.1 }\n  body: { size: 15 }\n';
		const { layer } = read(text);
		if (layer === null) throw new Error(said(text));
		const template = resolveTemplate('base', { profile: [...(profileChain('gbt9704-2012') ?? []), layer] });
		expect(template.profile).toBe('滨江');
		expect(template.roles.title?.size?.value).toBe(26);
		expect(template.roles.title?.size?.source.doc).toBe('GB/T 9704-2012');
		expect(template.roles.title?.font?.value).toBe('xiaobiaosong');
		expect(template.roles.body?.size?.source).toEqual({ level: 'practice', doc: '本机关要求', clause: '' });
	});

	it('does not switch off a rule of law', () => {
		const { layer } = read('id: a\nrules: { pr-verb-by-organ: off, font-no-bold: off }');
		const template = resolveTemplate('appointment', { profile: layer === null ? [] : [layer] });
		expect(template.rules['pr-verb-by-organ']?.severity).toBe('error');
		expect(template.rules['font-no-bold']?.severity).toBe('off');
	});
});

describe('the shipped profiles', () => {
	/** Rules of domain.md §4 whose only source is one office's notice (S7). */
	const oneNotice = [
		'font-caption-author-role',
		'font-digits-role',
		'font-no-bold',
		'size-caption-author-3hao',
		'wr-caption-present',
		'wr-author-line',
		'wr-salutation-form',
		'salutation-mode-agrees',
		'wr-request-present',
		'wr-closing-form',
	];
	it('take what one office asks for as advice, and from its own profile as that office’s notice', () => {
		const base = resolveTemplate('work-report');
		const wuxi = resolveTemplate('work-report', { profile: 'wuxi-2017' });
		for (const id of oneNotice) {
			expect(['warning', 'info'], id).toContain(base.rules[id]?.severity);
			expect(base.rules[id]?.source?.level, id).toBe('practice');
			expect(wuxi.rules[id]?.source, id).toEqual({
				level: 'office-notice',
				doc: '无锡市人大常委会关于规范会议材料格式的通知（2017）',
				clause: '',
			});
		}
	});

	it('show every value with the layer that set it', () => {
		const values = new Map(
			shownValues('work-report', { profile: 'wuxi-2017', overrides: { 'font-no-bold': { severity: 'info' } } }).map(
				(each) => [each.key, each],
			),
		);
		expect(values.get('page.top')).toMatchObject({ value: 37, origin: 'base', source: { clause: '5.2.1' } });
		expect(values.get('roles.caption.font')).toMatchObject({ value: 'kaiti', origin: 'wuxi-2017' });
		expect(values.get('rules.wr-title-genre.severity')).toMatchObject({ value: 'error', origin: 'work-report' });
		expect(values.get('rules.wr-caption-present.severity')).toMatchObject({ value: 'error', origin: 'wuxi-2017' });
		expect(values.get('rules.font-no-bold.severity')).toMatchObject({ value: 'info', origin: 'bianxu.yaml' });
		expect(values.get('closings')).toMatchObject({ value: ['以上报告，请予审议。'], origin: 'wuxi-2017' });
	});

	it('show what the resolved template has', () => {
		for (const profile of ['gbt9704-2012', 'wuxi-2017']) {
			const template = resolveTemplate('duty-report', { profile });
			const values = new Map(shownValues('duty-report', { profile }).map(({ key, value }) => [key, value]));
			for (const [role, style] of Object.entries(template.roles))
				for (const [key, { value }] of Object.entries(style)) expect(values.get(`roles.${role}.${key}`)).toEqual(value);
			for (const [id, { severity }] of Object.entries(template.rules))
				expect(values.get(`rules.${id}.severity`), id).toBe(severity);
			for (const [role, { accept }] of Object.entries(template.fonts))
				expect(values.get(`fonts.${role}.accept`)).toEqual(accept);
		}
	});
});

describe('the schema', () => {
	const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
	const profile = ajv.compile(JSON.parse(readFileSync(join(root, 'rules/schema/profile.schema.json'), 'utf8')));
	const small = ajv.compile(profileSchema(rules));
	const config = ajv.compile(configSchema(rules));

	it.each([
		'profiles/gbt9704-2012.yaml',
		'profiles/wuxi-2017.yaml',
		'work-report.yaml',
		'duty-report.yaml',
		'appointment.yaml',
	])('accepts rules/%s', (file) => {
		const data = parse(readFileSync(join(root, 'rules', file), 'utf8'));
		profile(data);
		// The types name rules of the catalogue that are not written yet; nothing else may be amiss.
		const left = (profile.errors ?? []).filter(({ instancePath }) => instancePath !== '/rules');
		expect(left).toEqual([]);
	});

	it.each([
		'id: a',
		'id: a\nextends: wuxi-2017\nroles: { title: { font: heiti, size: { value: 22, source: gb 7.3.1 } } }',
		'id: a\nrules: { font-no-bold: { severity: off, params: { allow: [] } }, dr-length: info }',
		'id: a\nrules: { font-no-bold: false }',
		'id: a\ntemplates: { work-report: { closings: [{ value: 请审议。 }] } }',
		'id: a\nfonts: { fangsong: { accept: [方正仿宋_GBK] } }',
		'id: a\npage: { pitch: [560, 580], pageNumber: { form: "- {n} -" } }',
		'id: a\nextend: b',
		'id: a\nroles: { titel: { size: 2 } }',
		'id: a\nroles: { title: { size: 二号 } }',
		'id: a\nroles: { title: { bold: 1 } }',
		'id: a\nrules: { font-no-blod: off }',
		'id: a\nrules: { font-no-bold: loud }',
		'id: a\nrules: { dr-length: { params: { maximum: 2 } } }',
		'id: a\nfonts: { fangsong: { accept: [] } }',
		'id: a\npage: { pitch: 560 }',
		'id: a\npage: { mirrored: true }',
		'id: a\npage: { mirrored: 2 }',
		'id: a\npage: { left: true }',
		'id: a\nsources: { own: { level: edict, doc: 通知 } }',
		'name: x',
	])('and the reader agree on %j', (text) => {
		expect(small(parse(text)) === true, JSON.stringify(small.errors)).toBe(read(text).layer !== null);
	});

	it.each([
		'profile: wuxi-2017\nlevel: county\nplace: 清溪县\nbaseline: 基线.json',
		'rules: { font-no-bold: off }',
		'levle: county',
		'level: village',
		'rules: { font-no-blod: off }',
	])('of bianxu.yaml and its reader agree on %j', (text) => {
		expect(config(parse(text)) === true).toBe(readConfig(text, known).config !== null);
	});
});
