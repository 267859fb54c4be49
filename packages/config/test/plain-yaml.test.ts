import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainYaml } from '../src/plain-yaml.ts';
import { readAnyYaml } from '../src/yaml-tree.ts';

const sample = `# 滨江市第十七届人大常委会第二十三次会议
session: { place: 滨江市, level: prefecture, term: 17, meeting: 23, days: [2026-11-26, 2026-11-27] }
profile: gbt9704-2012
numbering: { scheme: continuous, form: 会议材料之#, freezeAt: distributed }

items:
  - id: i1
    title: 听取和审议市人民政府关于2026年计划执行情况的报告
    day: 2026-11-26
    materials:
      # 正件
      - { id: m1, file: m1.docx, title: "关于…的报告", kind: report, copies: 60 }
      - { id: m2, file: 二.md, title: 关于（草案）的说明, department: 财经委 }
  - id: i2
    withdrawn: true
    materials: []
unnumbered:
- { id: host, file: 主持词.docx, kind: host-script }
`;

/** The short way reads nothing, or exactly what the general reader reads. */
function agrees(text: string): boolean {
	const short = readPlainYaml(text);
	if (short === null) return false;
	const long = readAnyYaml(text, 'test');
	expect(long.problems).toEqual([]);
	expect(short).toEqual(long.root);
	return true;
}

describe('the short way through a manifest', () => {
	it('reads a manifest as people write it', () => expect(agrees(sample)).toBe(true));

	it('reads the fixture packets', () => {
		const root = join(import.meta.dirname, '../../../fixtures/packet');
		let read = 0;
		for (const folder of readdirSync(root)) {
			const text = readFileSync(join(root, folder, 'packet.yaml'), 'utf8').replace(/\{(?:n|arabic)\}/g, '号');
			if (agrees(text)) read += 1;
		}
		expect(read).toBeGreaterThan(0);
	});

	it.each([
		'a: 1.5\n',
		'a: 0x1F\n',
		'a: -1\nb: +3\nc: 007\n',
		'a: 2026-11-26\nb: 2026年\nc: 7-2\n',
		'a: yes\nb: Null\nc: TRUE\n',
		"a: 'b'\n",
		'a: b # c\n',
		'a: b\n  c\n',
		'a: |\n  b\n',
		'a:\nb: 1\n',
		'a: {b: 1}\n',
		'a: { b: 1, }\n',
		'a: { "市审计局局长": 赵某某, "b: c": 1 }\n',
		"a: { b: 'it''s', c: '' }\n",
		'a: [1,2]\n',
		'a: [ 1 , 2 ]\n',
		'a: *b\n',
		'- a\n- b\n',
		'a: "\\x41"\n',
		'a: b: c\n',
		'a: http://x\n',
		'a: 1\na: 2\n',
		'a: ~\n',
		'a: "b" c\n',
		'a:\n  - b: 1\n    c: 2\n  - d\n',
	])('agrees on, or leaves alone: %j', (text) => {
		agrees(text);
	});

	it('never reads otherwise than the general reader, however a manifest is spoilt', () => {
		const piece = fc.constantFrom(
			...':-#[]{}", \n\'&*!|>%@`?~.0a中\t',
			': ',
			' #',
			'- ',
			'\n  ',
			'\n    ',
			'"',
			'null',
			'1e3',
			'---',
		);
		let read = 0;
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(sample.length), fc.nat(12), piece), { minLength: 1, maxLength: 3 }),
				(edits) => {
					let text = sample;
					for (const [at, cut, insert] of edits) text = text.slice(0, at) + insert + text.slice(at + cut);
					if (agrees(text)) read += 1;
				},
			),
			{ numRuns: process.env['BIANXU_FULL'] === '1' ? 20_000 : 800 },
		);
		expect(read).toBeGreaterThan(20);
	});
});
