import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../src/index.ts';

const session =
	'session: { place: 滨江市, level: prefecture, term: 17, meeting: 23, days: [2026-11-26, 2026-11-27] }\n';
const one = (fields: string): string => `${session}items:\n  - id: i1\n    materials:\n      - { ${fields} }\n`;

function messages(text: string): readonly string[] {
	return readManifest(text).problems.map(({ message }) => message.zh);
}

describe('packet.yaml', () => {
	it('reads the manifest of the contract', () => {
		const { manifest, problems } = readManifest(`
session: { place: 滨江市, level: county, organ: 滨江市人大常委会, term: 17, meeting: 23, days: [2026-11-26, 2026-11-27] }
profile: gbt9704-2012
numbering: { scheme: item, form: 会议文件（{n}）, freezeAt: printed, pages: packet }
items:
  - id: i1
    title: 听取和审议市人民政府关于2026年计划执行情况的报告
    day: 2026-11-26
    materials:
      - { id: m1, file: m1.docx, title: 关于…的报告, kind: report, department: 发改委, person: 王某某, state: draft, copies: 60, binding: stapled }
      - { id: m2, file: 材料/m2.md, kind: opinion, of: m1, series: written, supplements: m1, replaces: null }
  - { id: i5, title: 撤回的, withdrawn: 主任会议决定, materials: [] }
  - { id: i6, title: 移走的, movedTo: 第二十四次会议 }
  - { id: i7, withdrawn: true }
  - { id: i8, withdrawn: false }
unnumbered:
  - { id: host, file: 主持词.docx, kind: host-script }
schedule:
  - { item: i1, lead: 财经委, unit: 发改委, person: 王某某, steps: 调研, due: 2026-11-10 }
`);
		expect(problems).toEqual([]);
		expect(manifest?.session).toEqual({
			place: '滨江市',
			level: 'county',
			organ: '滨江市人大常委会',
			term: 17,
			meeting: 23,
			days: ['2026-11-26', '2026-11-27'],
		});
		expect(manifest?.numbering).toEqual({
			scheme: 'item',
			form: '会议文件（{n}）',
			freezeAt: 'printed',
			pages: 'packet',
		});
		expect(manifest?.items.map(({ withdrawn, movedTo }) => [withdrawn, movedTo])).toEqual([
			[null, null],
			['主任会议决定', null],
			[null, '第二十四次会议'],
			[true, null],
			[null, null],
		]);
		expect(manifest?.items[0]?.materials[1]).toEqual({
			id: 'm2',
			file: '材料/m2.md',
			title: '',
			kind: 'opinion',
			department: '',
			person: '',
			state: 'draft',
			copies: null,
			binding: 'loose',
			series: 'written',
			of: 'm1',
			supplements: 'm1',
			replaces: null,
		});
		expect(manifest?.unnumbered).toEqual([{ id: 'host', file: '主持词.docx', kind: 'host-script' }]);
		expect(manifest?.schedule[0]).toMatchObject({ item: 'i1', due: '2026-11-10', done: null });
	});

	it('has the defaults of the contract', () => {
		const { manifest } = readManifest(`${session}items: []\n`);
		expect(manifest?.profile).toBe('gbt9704-2012');
		expect(manifest?.session.organ).toBe('滨江市人民代表大会常务委员会');
		expect(manifest?.numbering).toEqual({
			scheme: 'continuous',
			form: '会议材料之{n}',
			freezeAt: 'distributed',
			pages: 'material',
		});
	});

	it.each([
		['items: []', '第1行：缺少会议信息 session'],
		['session: { place: 滨江市, term: 17 }', '第1行：缺少次 meeting'],
		[one('id: m1, fil: a.md'), '第5行第19列：不认识的键 fil，是不是 file？'],
		[one('id: m1, file: a.md, kind: raport'), '第5行第37列：文种 kind「raport」不在'],
		[one('id: m1, file: ../a.md'), '第5行：文件「../a.md」应当是清单所在文件夹里的文件'],
		[one('id: m1, file: /etc/passwd'), '文件「/etc/passwd」应当'],
		[one('id: m1, file: "C:/a.md"'), '应当是清单所在文件夹里的文件'],
		[one('id: "a@b", file: a.md'), '只能用字母'],
		[one('id: m1, file: a.md, of: m9'), 'of 指向 m9，清单里没有这份材料'],
		[one('id: m1, file: a.md, supplements: m1'), 'supplements 指向 m1'],
		[`${one('id: m1, file: a.md')}      - { id: m1, file: b.md }\n`, '第6行：材料标识 id m1 在第5行已经用过'],
		[`${one('id: m1, file: a.md')}      - { id: m2, file: a.md }\n`, '第6行：文件 a.md 在第5行已经列过'],
		[`${one('id: m1, file: a.md')}unnumbered: [{ id: m1, file: h.md }]\n`, '第6行：文件标识 id m1 在第5行已经用过'],
		[`${session}numbering: { form: 会议材料 }\n`, '须有且只有一处 {n}'],
		[`${session}numbering: { scheme: continuos }\n`, '是不是 continuous？'],
		[session.replace('2026-11-27', '2026-11-31'), '不是日期'],
		[session.replace('[2026-11-26, 2026-11-27]', '[2026-11-27, 2026-11-26]'), '由早到晚'],
		[`${one('id: m1, file: a.md, supplements: m2')}      - { id: m2, file: b.md, supplements: m1 }\n`, '绕回了自己'],
	])('refuses %j', (text, expected) => {
		expect(readManifest(text).manifest).toBeNull();
		expect(messages(text).join('\n')).toContain(expected);
	});

	it('a key that means nothing here is said and passed over', () => {
		const { manifest, problems } = readManifest(`${session}备注: 随手记\nitems: []\n`);
		expect(manifest).not.toBeNull();
		expect(problems[0]?.message.zh).toBe('第2行第1列：不认识的键 备注');
	});

	it('never throws and never lets a text become code or a key of an object', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'abi:-{}[]&*!#|>\'"\n ,%@`\t0\u0000'), maxLength: 300 }),
				(text) => {
					readManifest(text);
					readManifest(session + text);
				},
			),
			{ numRuns: 300 },
		);
		for (const hostile of [
			'__proto__: { a: 1 }',
			'items: &a [*a]',
			'!!js/function "x"',
			`${'['.repeat(10_000)}`,
			'a: '.repeat(20_000),
		]) {
			expect(readManifest(hostile).manifest).toBeNull();
		}
		expect(({} as { a?: unknown }).a).toBeUndefined();
	});
});
