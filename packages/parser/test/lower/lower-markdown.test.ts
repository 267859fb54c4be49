import { applyTextEdits, type Change, type Doc } from '@bianxu/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerMarkdown, readMarkdown } from '../../src/index.ts';

function read(text: string): { doc: Doc; text: string } {
	const result = readMarkdown(new TextEncoder().encode(text));
	if (result.refusal !== undefined) throw new Error(result.refusal.message.en);
	return result;
}

function apply(text: string, changes: readonly Change[]): { written: string; unsayable: number } {
	const { doc } = read(text);
	const { edits, unsayable } = lowerMarkdown(doc, text, changes);
	return {
		written: applyTextEdits(
			text,
			edits.map((edit) => ({ ...edit.range, text: edit.text })),
		),
		unsayable: unsayable.length,
	};
}

const replace = (block: number, start: number, end: number, text: string): Change => ({
	kind: 'replace-text',
	block,
	start,
	end,
	text,
});
const insert = (block: number, where: 'before' | 'after', text: string): Change => ({
	kind: 'insert-paragraph',
	block,
	where,
	text,
	run: {},
	paragraph: {},
});

describe('what Markdown can say', () => {
	const cases: readonly (readonly [name: string, before: string, change: Change, after: string])[] = [
		['plain text', '会议文件（三）\n', replace(0, 5, 6, '五'), '会议文件（五）\n'],
		['inside bold', '**会议文件三**通过', replace(0, 4, 5, '五'), '**会议文件五**通过'],
		['keeps marks that still hold text', '甲**乙丙**丁', replace(0, 0, 2, '子'), '子**丙**丁'],
		['an escape goes whole', '增长\\*5%', replace(0, 2, 3, '约'), '增长约5%'],
		['a reference goes whole', 'A&amp;B', replace(0, 1, 2, '与'), 'A与B'],
		['escapes what would be a mark', '甲乙', replace(0, 1, 1, '*_[a]`'), '甲\\*\\_\\[a\\]\\`乙'],
		['escapes a list number', '甲', replace(0, 0, 1, '1. 乙'), '1\\. 乙'],
		['escapes a heading mark', '甲', replace(0, 0, 1, '# 乙'), '\\# 乙'],
		['escapes a bar in a cell', '| 甲 |\n| - |\n', replace(0, 0, 1, 'a|b'), '| a\\|b |\n| - |\n'],
		['across a soft break', '甲\n乙\n丙', replace(0, 0, 2, '丁'), '丁\n丙'],
		['removes a line whole', '甲\n乙\n丙', replace(0, 1, 2, ''), '甲\n丙'],
		['removes the first line', '甲\n乙', replace(0, 0, 1, ''), '乙'],
		['keeps CRLF', '甲\r\n乙\r\n\r\n丙\r\n', replace(1, 0, 1, '丁'), '甲\r\n乙\r\n\r\n丁\r\n'],
		['a hard break', '甲\n', replace(0, 1, 1, '\n乙'), '甲\\\n乙\n'],
		['fills an empty cell', '| 甲 |  |\n| - | - |\n', replace(1, 0, 0, '乙'), '| 甲 | 乙 |\n| - | - |\n'],
		['inserts before', '# 题\n\n正文\n', insert(0, 'before', '会议文件（一）'), '会议文件（一）\n\n# 题\n\n正文\n'],
		[
			'inserts after front matter',
			'---\na: b\n---\n# 题\n',
			insert(0, 'before', '会议文件（一）'),
			'---\na: b\n---\n会议文件（一）\n\n# 题\n',
		],
		['inserts after', '甲\r\n\r\n乙', insert(0, 'after', '丙'), '甲\r\n\r\n丙\r\n\r\n乙'],
		['inserts in a quotation', '> 甲\n', insert(0, 'after', '乙'), '> 甲\n>\n> 乙\n'],
		['inserts in a list item', '1. 甲\n2. 乙\n', insert(0, 'after', '丙'), '1. 甲\n\n   丙\n2. 乙\n'],
		['removes a paragraph', '甲\n\n乙\n\n丙\n', { kind: 'remove-paragraph', block: 1 }, '甲\n\n丙\n'],
		['removes the first paragraph', '甲\n\n乙\n', { kind: 'remove-paragraph', block: 0 }, '乙\n'],
		['removes the last paragraph', '甲\n\n乙\n', { kind: 'remove-paragraph', block: 1 }, '甲\n'],
		['removes a list item', '- 甲\n- 乙\n- 丙\n', { kind: 'remove-paragraph', block: 1 }, '- 甲\n- 丙\n'],
		['makes bold', '甲乙丙', { kind: 'format-run', block: 0, start: 1, end: 2, format: { bold: true } }, '甲**乙**丙'],
		[
			'takes bold away',
			'甲**乙**丙',
			{ kind: 'format-run', block: 0, start: 1, end: 2, format: { bold: false } },
			'甲乙丙',
		],
		[
			'bold already there',
			'**甲**',
			{ kind: 'format-run', block: 0, start: 0, end: 1, format: { bold: true } },
			'**甲**',
		],
	];
	it.each(cases)('%s', (_name, before, change, after) => {
		expect(apply(before, [change])).toEqual({ written: after, unsayable: 0 });
	});
});

describe('what Markdown cannot say', () => {
	const cases: readonly (readonly [name: string, before: string, change: Change])[] = [
		['a font', '甲', { kind: 'format-run', block: 0, start: 0, end: 1, format: { eastAsia: '仿宋_GB2312' } }],
		['an indent', '甲', { kind: 'format-paragraph', block: 0, format: { firstLineChars: 200 } }],
		['a page', '甲', { kind: 'format-page', section: 0, page: { width: 11906 } }],
		['page numbers', '甲', { kind: 'page-numbers', font: '宋体', size: 14 }],
		['text of code', '```\n甲\n```', replace(0, 0, 1, '乙')],
		['an emptied bold', '**甲**乙', replace(0, 0, 1, '')],
		['a cell removed', '| 甲 |\n| - |\n', { kind: 'remove-paragraph', block: 0 }],
		['a blank paragraph', '甲', insert(0, 'after', '')],
	];
	it.each(cases)('%s', (_name, before, change) => {
		expect(apply(before, [change])).toEqual({ written: before, unsayable: 1 });
	});
});

describe('invariant', () => {
	const word = fc.constantFrom(
		'甲',
		'乙。',
		'，',
		'“',
		'”',
		'a',
		' ',
		'\n',
		'**',
		'*',
		'`x`',
		'[丙](y)',
		'\\*',
		'&amp;',
		'\n\n',
		'- ',
		'> ',
		'1. ',
		'| a | b |\n| - | - |\n| c | d |\n\n',
		'\r\n',
		'<br>',
	);
	const inserted = fc
		.array(fc.constantFrom('五', '*', '_', '#', '1.', ' ', '-', '<a>', '&lt;', '|', '\\', '[', '`', '\n', '~~', '>'), {
			maxLength: 4,
		})
		.map((units) => units.join(''));

	it('what was said reads back as planned, and a paragraph of plain Chinese text can always be said', () => {
		let said = 0;
		fc.assert(
			fc.property(
				fc.array(word, { maxLength: 25 }).map((words) => words.join('')),
				inserted,
				fc.nat(),
				fc.nat(),
				fc.nat(),
				(source, text, a, b, c) => {
					const { doc } = read(source);
					const paragraph = doc.paragraphs[a % Math.max(1, doc.paragraphs.length)];
					if (paragraph === undefined) return;
					const [start, end] = [b % (paragraph.text.length + 1), c % (paragraph.text.length + 1)].sort(
						(x, y) => x - y,
					) as [number, number];
					const { written, unsayable } = apply(source, [replace(paragraph.block, start, end, text)]);
					if (unsayable > 0) {
						expect(written).toBe(source);
						return;
					}
					said++;
					const expected = doc.paragraphs.map((other) =>
						other === paragraph ? other.text.slice(0, start) + text + other.text.slice(end) : other.text,
					);
					expect(read(written).doc.paragraphs.map((other) => other.text)).toEqual(expected);
				},
			),
			{ numRuns: 1500 },
		);
		expect(said).toBeGreaterThan(700);
	});

	it('plain text takes any text', () => {
		fc.assert(
			fc.property(
				inserted.filter((text) => text.trim() !== '' && !/^\n|\n$|\n\n/.test(text)),
				fc.integer({ min: 0, max: 4 }),
				(text, at) => {
					expect(apply('前文\n\n滨江市\n人大\n\n后文', [replace(1, at, at, text)]).unsayable).toBe(0);
				},
			),
			{ numRuns: 500 },
		);
	});
});
