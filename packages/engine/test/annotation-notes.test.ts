import type { Diagnostic } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { readDocx } from '@bianxu/parser';
import { host } from '../../opc/test/host.ts';
import { buildDocx } from '../../parser/test/docx/build-docx.ts';
import { notesOf } from '../src/annotation-notes.ts';

const texts = Array.from({ length: 40 }, (_, index) => `第${index + 1}段的内容，说明一项工作的进展情况。`);
const read = readDocx(
	buildDocx({ body: texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('') }),
	host,
);
if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
const { doc } = read;

const finding = (rule: string, block: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
	rule,
	severity: 'warning',
	message: { zh: `${rule}不符`, en: `${rule} is wrong` },
	expected: '仿宋',
	actual: '宋体',
	source: { level: 'practice', doc: '', clause: '' },
	place: { block, text: texts[block] ?? '', start: 0, end: 3 },
	...more,
});

describe('comments do not drown a page', () => {
	it('findings of one paragraph share a comment', () => {
		const notes = notesOf([finding('a', 3), finding('b', 3), finding('a', 5)], doc, 'zh');
		expect(notes.map(({ block }) => block)).toEqual([3, 5]);
		expect(notes[0]?.text.split('\n')).toHaveLength(2);
	});

	it('the same rule for the same reason is one comment with the count and the places', () => {
		const notes = notesOf(
			[2, 4, 9, 30].map((block) => finding('a', block)),
			doc,
			'zh',
		);
		expect(notes).toHaveLength(1);
		expect(notes[0]).toMatchObject({ block: 2, start: 0, end: 3 });
		expect(notes[0]?.text).toContain('同样的问题共 4 处，其余在：第5段「第5段的内容，说明一项工…」；第10段');
	});

	it('another reason is another comment', () => {
		const notes = notesOf(
			[2, 4, 9].map((block) => finding('a', block, { actual: `${block}磅` })),
			doc,
			'zh',
		);
		expect(notes).toHaveLength(3);
	});

	it('a page shows eight, the gravest, and loses nothing', () => {
		const many = Array.from({ length: 15 }, (_, block) =>
			finding(`rule-${block}`, block, { severity: block === 14 ? 'error' : 'info' }),
		);
		const notes = notesOf([...many, finding('far', 35)], doc, 'zh');
		expect(notes).toHaveLength(9);
		const all = notes.map(({ text }) => text).join('\n');
		for (const { rule } of many) expect(all).toContain(`${rule}不符`);
		expect(notes.some(({ block }) => block === 14)).toBe(true);
		expect(all).toContain('这一页另有 8 处：');
		expect(notes.map(({ block }) => block)).toEqual(notes.map(({ block }) => block).sort((a, b) => a - b));
	});
});
