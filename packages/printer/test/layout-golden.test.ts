import type { Drawing } from '@bianxu/model';
import { describe, expect, test } from 'vitest';
import { composePrint, type Composition } from '../src/compose.ts';
import { geometryOf } from '../src/geometry.ts';
import { layoutMaterial } from '../src/layout.ts';
import { BODY, CASES, FRONT } from './layout-cases.ts';
import { materialOf, type Part, pictureAt, type TablePart } from './material.ts';
import type { PrintImage } from '../src/raster.ts';
import { contentsTargets, entryOf } from '../src/source-contents.ts';
import { dump, linesOf } from './page-text.ts';
import { plainFonts } from './plain-fonts.ts';
import { template } from './template.ts';

const geometry = geometryOf(template);

/** A picture whose pixels no test of layout looks at. */
const IMAGE: PrintImage = {
	key: '',
	width: 300,
	height: 200,
	density: 96,
	color: 'rgb',
	encoding: { kind: 'raw' },
	data: new Uint8Array(0),
	source: new Uint8Array(0),
};

function framesOf(
	materials: readonly (readonly (Part | TablePart)[])[],
	composition: Partial<Composition> = {},
	missing = '',
) {
	const fonts = plainFonts(missing);
	const parts = materials.map((material, index) => {
		const { doc, outline } = materialOf(material);
		const laid = layoutMaterial(doc, outline, template, fonts, (target) => ({ ...IMAGE, key: target }));
		expect(laid.refusals).toEqual([]);
		const first = material[0];
		const label = first !== undefined && 'role' in first && first.role === 'file-mark' ? first.text : '';
		return {
			material: materials.length > 1 ? `m${index + 1}` : '',
			label,
			title: outline.title,
			laid,
			headings: new Map(),
		};
	});
	return composePrint(parts, template, fonts, {
		contents: false,
		numbering: 'material',
		recto: false,
		marked: false,
		...composition,
	}).frames;
}

describe('layout', () => {
	for (const { name, parts } of CASES) {
		test(name, async () => {
			await expect(`${dump(framesOf([parts]), geometry)}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
		});
	}

	test('packet-with-contents', async () => {
		const second: readonly Part[] = [
			{ role: 'file-mark', text: '会议材料之四' },
			{ role: 'title', text: '关于学前教育普及普惠发展情况的调研报告' },
			{ role: 'body', text: BODY },
		];
		const long = Array.from({ length: 8 }, (): Part => ({ role: 'body', text: BODY }));
		const frames = framesOf([[...FRONT, ...long], second], {
			contents: true,
			recto: true,
			numbering: 'packet',
			marked: true,
		});
		await expect(`${dump(frames, geometry)}\n`).toMatchFileSnapshot('golden/packet-with-contents.txt');
	});

	test('a character that the face lacks comes from another face, one that no face has refuses the print', () => {
		const { doc, outline } = materialOf([{ role: 'body', text: '王喆同志' }]);
		const helped = layoutMaterial(doc, outline, template, plainFonts('喆'));
		expect(helped.refusals).toEqual([]);
		expect(helped.fallbacks).toEqual([{ codePoint: 0x5586, block: 0, role: 'body', wanted: '仿宋', used: '宋体' }]);
		const without = plainFonts('喆');
		const refused = layoutMaterial(doc, outline, template, { ...without, fallback: [] });
		expect(refused.pages).toEqual([]);
		expect(refused.refusals.map(({ code, block }) => ({ code, block }))).toEqual([{ code: 'print-glyph', block: 0 }]);
	});

	test("entries of a paper's own 目录 show the pages of our print, also where a packet is numbered through", () => {
		const parts = CASES.find(({ name }) => name === 'own-contents')?.parts ?? [];
		for (const numbering of ['material', 'packet'] as const) {
			const frames = framesOf([Array.from({ length: 9 }, (): Part => ({ role: 'body', text: BODY })), parts], {
				numbering,
			});
			const own = frames.filter(({ material }) => material === 'm2');
			const numbers = frames
				.flatMap(({ items }) => items)
				.flatMap((item) => (item.kind === 'text' && item.refersTo !== undefined ? [item] : []));
			const { doc, outline } = materialOf(parts);
			const targets = contentsTargets(doc, outline);
			expect(numbers.length).toBe(4);
			for (const { block, text, x, advances } of numbers) {
				const target = targets.get(block ?? -1);
				const page = own.find(({ items }) => items.some((item) => item.kind === 'text' && item.block === target));
				expect(text).toBe(String(page?.number));
				expect(x + advances.reduce((sum, advance) => sum + advance, 0)).toBeCloseTo(
					geometry.left + geometry.textWidth,
					3,
				);
			}
			expect(new Set(numbers.map(({ text }) => text)).size).toBe(3);
		}
	});

	test('marks of footnotes that begin anew on each page are the same beside the text and beside the note', () => {
		const parts = CASES.find(({ name }) => name === 'footnotes-numbered-by-page')?.parts ?? [];
		const frames = framesOf([parts]);
		expect(frames.length).toBeGreaterThan(1);
		for (const { items } of frames) {
			const marks = (role: string): string =>
				items
					.map((item) => (item.kind === 'text' && item.role === role ? item.text.replaceAll(/[^①-⑳]/g, '') : ''))
					.join('');
			expect(marks('body')).toBe('①②③④⑤⑥⑦⑧'.slice(0, marks('body').length));
			expect(marks('body').length).toBeGreaterThan(0);
			expect(marks('note-text')).toBe(marks('body'));
		}
	});

	test('rows joined by merged cells with a table in them that no page holds refuse the print', () => {
		const long = { rows: Array.from({ length: 60 }, (_, n) => [`第${n}笔`]), headRows: 0, columns: [2000] };
		const { doc, outline } = materialOf([
			{
				rows: [
					['项目', '甲'],
					['', '乙'],
				],
				headRows: 0,
				columns: [4000, 4000],
				spans: [[0, 0, 2, 1]],
				nested: [[0, 0, long]],
			},
		]);
		const { refusals } = layoutMaterial(doc, outline, template, plainFonts());
		expect(refusals.map(({ code, block }) => ({ code, block }))).toEqual([{ code: 'print-nested-table', block: 0 }]);
	});

	test('an entry that names nothing in the text refuses the print by its words', () => {
		const { doc, outline } = materialOf([
			{ role: 'toc', text: '一、已经删去的部分\t3', style: 'toc 1', pageField: [10, 11] },
			{ role: 'heading-1', text: '一、现有的部分' },
			{ role: 'body', text: BODY },
		]);
		const { refusals } = layoutMaterial(doc, outline, template, plainFonts());
		expect(refusals.map(({ code, block }) => ({ code, block }))).toEqual([{ code: 'print-toc', block: 0 }]);
		expect(refusals[0]?.message.zh).toContain('「一、已经删去的部分」');
	});

	test('a picture of an unreadable kind is set from the one that the file brings in its place', () => {
		const picture = { ...pictureAt(0, 100, 100), target: 'chart.emf', fallback: 'chart.png' } as Drawing;
		const { doc, outline } = materialOf([{ role: 'body', text: BODY, drawings: [picture] }]);
		const laid = layoutMaterial(doc, outline, template, plainFonts(), (target) =>
			target.endsWith('.emf') ? { unreadable: 'emf' } : { ...IMAGE, key: target },
		);
		expect(laid.refusals).toEqual([]);
		const pictures = laid.pages.flatMap((page) => page.items).filter((item) => item.kind === 'image');
		expect(pictures.map(({ image }) => image)).toEqual(['chart.png']);
	});

	test('a picture beside an attachment note, a signature or a 版记 is printed as well', () => {
		for (const role of ['attachment-note', 'signature', 'imprint'] as const) {
			const { doc, outline } = materialOf([
				{ role: 'body', text: BODY },
				{ role, text: '滨江市人民政府', drawings: [pictureAt(0, 100, 100)] },
			]);
			const laid = layoutMaterial(doc, outline, template, plainFonts(), (target) => ({ ...IMAGE, key: target }));
			const pictures = laid.pages.flatMap((page) => page.items).filter((item) => item.kind === 'image');
			expect(pictures.length, role).toBe(1);
		}
	});

	test('names of the reporter and of lists are never parted by a line end', () => {
		for (let shift = 0; shift < 12; shift++) {
			const { doc, outline } = materialOf([
				{ role: 'body', text: `${'市'.repeat(20 + shift)}阿卜杜拉·买买提和欧阳建国同志到会。` },
				{ role: 'name-entry', text: '阿卜杜拉·买买提、欧阳建国' },
			]);
			const laid = layoutMaterial(doc, outline, template, plainFonts());
			const texts = laid.pages
				.flatMap((page) => linesOf(page.items))
				.map((line) => line.map((item) => item.text).join(''));
			for (const name of ['阿卜杜拉·买买提', '欧阳建国'])
				expect(texts.filter((text) => text.includes(name)).length, texts.join('|')).toBe(2);
		}
	});

	test('what cannot be set is refused by name and place', () => {
		const { doc, outline } = materialOf([
			{ role: 'body', text: '见下图。' },
			{ role: 'body', text: '水源地分布', objects: ['image'] },
			{ role: 'body', text: '公式', objects: ['equation'] },
			{ role: 'body', text: '', objects: ['image'], drawings: [pictureAt(0, 100, 100)] },
			{ role: 'body', text: '组织架构', objects: ['shape'], drawings: [{ kind: 'group', at: 0 }] },
		]);
		const { refusals, pages } = layoutMaterial(doc, outline, template, plainFonts(), () => ({ unreadable: 'emf' }));
		expect(pages).toEqual([]);
		expect(refusals.map(({ code, block }) => ({ code, block }))).toEqual([
			{ code: 'print-image', block: 1 },
			{ code: 'print-equation', block: 2 },
			{ code: 'print-image', block: 3 },
			{ code: 'print-group', block: 4 },
		]);
		expect(refusals[0]?.message.zh).toContain('水源地分布');
		expect(refusals[2]?.message.zh).toContain('EMF');
	});

	test('every character of every case stands on a page, footnotes and text boxes included', () => {
		for (const { name, parts } of CASES) {
			const frames = framesOf([parts]);
			const printed = new Map<number, string>();
			for (const frame of frames)
				for (const item of frame.items)
					if (item.kind === 'text' && item.block !== undefined && item.offset !== undefined)
						printed.set(item.block, (printed.get(item.block) ?? '') + item.text);
			const { doc, outline } = materialOf(parts);
			for (const paragraph of doc.paragraphs) {
				const { block, text, runs } = paragraph;
				if (outline.claims[block]?.role === 'toc') {
					// Leaders and page numbers are the print's own; the words are the paper's.
					expect((printed.get(block) ?? '').replaceAll(/\s/g, ''), name).toBe(
						text.slice(0, entryOf(paragraph).end).replaceAll(/\s/g, ''),
					);
					continue;
				}
				const shown = runs.map((run) => (run.format.hidden ? '' : text.slice(run.start, run.end))).join('');
				expect((printed.get(block) ?? '').replaceAll(/[\s　]/g, ''), name).toBe(shown.replaceAll(/[\s　]/g, ''));
			}
		}
	});
});
