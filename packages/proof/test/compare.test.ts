import { readdirSync } from 'node:fs';
import type { Frame, FrameItem, RejectFinding, TextItem } from '@bianxu/model';
import { StandardFonts } from 'pdf-lib';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { comparePrint, type Print } from '../src/index.ts';
import { clean, hasFonts, mm, type OwnPrint, ownPrint, read, withEach, withPages } from './prints.ts';

const brief = (findings: readonly RejectFinding[]): readonly string[] =>
	findings.map(({ severity, rule, page }) => `${severity} ${rule} ${page ?? '-'}`);

/** Pages that are printed on: `change` sees each text item, with the page from 0. */
function changed(print: Print, change: (item: TextItem, page: number) => TextItem | null): Print {
	const frames = print.frames.map((frame): Frame => {
		const items = frame.items.flatMap((item): readonly FrameItem[] => {
			const next = item.kind === 'text' ? change(item, frame.index) : item;
			return next === null ? [] : [next];
		});
		return { ...frame, items };
	});
	return { ...print, frames };
}

const textOf = (findings: readonly RejectFinding[]): string =>
	findings.flatMap(({ rule, message }) => (rule === 'print-text' ? [message.zh] : [])).join();

const isNumber = (item: TextItem): boolean => /^—\s*\d+\s*—$/u.test(item.text);

describe.skipIf(!hasFonts)(
	'a submitted print beside the template and our own pages (needs the fonts of the set-up)',
	() => {
		let own: OwnPrint;
		let print: Print;
		beforeAll(async () => {
			own = await ownPrint('学前教育调研报告.md');
			print = await read(own.bytes);
		});
		const against = async (bytes: Uint8Array): Promise<readonly RejectFinding[]> =>
			comparePrint(await read(bytes), own.template, own.frames);
		const alone = async (bytes: Uint8Array): Promise<readonly RejectFinding[]> =>
			comparePrint(await read(bytes), own.template, null);
		const beside = (frames: Print): readonly string[] => brief(comparePrint(frames, own.template, own.frames));
		const unaided = (frames: Print): readonly string[] => brief(comparePrint(frames, own.template, null));

		test('our own print has at least five pages and no finding, with and without its source', async () => {
			expect(own.frames.length).toBeGreaterThanOrEqual(5);
			expect(await against(own.bytes)).toEqual([]);
			expect(await alone(own.bytes)).toEqual([]);
		});

		test('our own pages of every material of the packet have no finding: short ones, lists, tables, long titles', async () => {
			for (const name of readdirSync(clean).filter((file) => /\.(?:docx|md)$/u.test(file))) {
				const { frames, template } = await ownPrint(name);
				for (const expected of [null, frames]) {
					expect({ name, findings: comparePrint({ frames, fonts: [] }, template, expected) }).toEqual({
						name,
						findings: [],
					});
				}
			}
		});

		test('a page gone is missing by number, and a gap in the numbers without the source', async () => {
			const copy = await withPages(own.bytes, (count) =>
				Array.from({ length: count }, (_, at) => at).filter((at) => at !== 2),
			);
			const [missing, ...more] = await against(copy);
			expect(more.filter(({ severity }) => severity === 'error')).toEqual([]);
			expect(missing).toMatchObject({ rule: 'print-page-missing', severity: 'error', expected: '第 3 页' });
			expect(missing?.source).toMatchObject({ doc: 'GB/T 9704-2012', clause: '6.3' });
			const [gap] = await alone(copy);
			expect(gap).toMatchObject({ rule: 'page-number-continuous', severity: 'error', page: 3, actual: '缺第 3 页' });
		});

		test('the last page gone is missing too', async () => {
			const copy = await withPages(own.bytes, (count) => Array.from({ length: count - 1 }, (_, at) => at));
			expect(brief(await against(copy))).toEqual(['error print-page-missing -']);
		});

		test.each([
			[1, 3],
			[2, 3],
		])('pages swapped (%i and %i from 0) are out of order', async (one, other) => {
			const copy = await withPages(own.bytes, (count) =>
				Array.from({ length: count }, (_, at) => (at === one ? other : at === other ? one : at)),
			);
			const findings = await against(copy);
			expect(brief(findings).filter((line) => line.startsWith('error'))).toEqual([`error print-page-order ${one + 1}`]);
			expect(findings[0]?.message.zh).toContain(`第 ${one + 1} 页与第 ${other + 1} 页次序颠倒`);
			expect((await alone(copy))[0]).toMatchObject({ rule: 'page-number-continuous', severity: 'error' });
		});

		test('a page moved to the end is told with its place', async () => {
			const copy = await withPages(own.bytes, (count) => [
				...Array.from({ length: count }, (_, at) => at).filter((at) => at !== 1),
				1,
			]);
			const findings = (await against(copy)).filter(({ severity }) => severity === 'error');
			const last = own.frames.length;
			expect(brief(findings)).toEqual([`error print-page-order ${last}`]);
			expect(findings[0]).toMatchObject({ expected: '第 2 页', actual: `第 ${last} 页` });
		});

		test('a page printed twice is extra', async () => {
			const copy = await withPages(own.bytes, (count) =>
				Array.from({ length: count }, (_, at) => at).flatMap((at) => (at === 1 ? [1, 1] : [at])),
			);
			expect(brief(await against(copy)).filter((line) => line.includes('print-page'))).toEqual([
				'error print-page-extra 3',
			]);
		});

		test.each([
			['right', 6, 0, '向右偏移 6.0 毫米', 'page-margin-left'],
			['left', -6, 0, '向左偏移 6.0 毫米', 'page-margin-left'],
			['down', 0, 6, '向下偏移 6.0 毫米', 'page-margin-top'],
			['up', 0, -6, '向上偏移 6.0 毫米', 'page-margin-top'],
		])('everything shifted 6 mm %s is told once', async (_, dx, dy, words, rule) => {
			const copy = await withEach(own.bytes, (page) => page.translateContent(mm(dx), -mm(dy)));
			for (const findings of [await against(copy), await alone(copy)]) {
				expect(brief(findings)).toEqual([`warning ${rule} -`]);
				expect(findings[0]?.message.zh).toContain(words);
			}
		});

		test('beyond 10 mm it is an error: the text comes near the edge of the paper', async () => {
			const copy = await withEach(own.bytes, (page) => page.translateContent(mm(12), 0));
			expect(brief(await alone(copy))).toContain('error page-margin-left -');
		});

		test('mirrored margins are no fault: versos 2 mm to the left', async () => {
			const copy = await withEach(own.bytes, (page, index) => page.translateContent(index % 2 === 1 ? mm(-2) : 0, 0));
			expect(await against(copy)).toEqual([]);
			expect(await alone(copy)).toEqual([]);
		});

		test('one page askew is told for that page', async () => {
			const copy = await withEach(own.bytes, (page, index) => page.translateContent(index === 2 ? mm(5) : 0, 0));
			expect(brief(await against(copy))).toContain('error print-page-shifted 3');
			expect(brief(await alone(copy))).toContain('error page-type-area 3');
		});

		test('a print scaled to 95 % says so', async () => {
			const copy = await withEach(own.bytes, (page) => page.scaleContent(0.95, 0.95));
			const findings = await against(copy);
			expect(findings.find(({ rule }) => rule === 'print-scale')).toMatchObject({ severity: 'error', actual: '95%' });
		});

		test('another paper size is named', async () => {
			const copy = await withEach(own.bytes, (page, index) => {
				if (index === 1) page.setMediaBox(0, 0, 612, 792);
			});
			expect(await against(copy)).toEqual(
				expect.arrayContaining([
					expect.objectContaining({ rule: 'page-size-a4', page: 2, actual: '215.9 × 279.4 毫米' }),
				]),
			);
		});

		test('a font that is not embedded is named', async () => {
			const document = await PDFDocument.load(own.bytes);
			const helvetica = await document.embedFont(StandardFonts.Helvetica);
			document.getPage(1).drawText('draft', { x: mm(40), y: mm(150), size: 16, font: helvetica });
			const findings = await alone(await document.save());
			expect(findings).toEqual([
				expect.objectContaining({ rule: 'font-embedded-in-pdf', severity: 'error', actual: 'Helvetica 未嵌入' }),
			]);
		});

		test('a changed, a lost and an added word are told with page, line, required and actual', () => {
			let at: { readonly page: number; readonly text: string } | null = null;
			const edit = (from: RegExp, to: string): Print => {
				let done = false;
				return changed(print, (item, page) => {
					if (done || page !== 2 || !from.test(item.text)) return item;
					done = true;
					const text = item.text.replace(from, to);
					at = { page, text };
					const advances = Array.from(text, (_, index) => item.advances[index] ?? item.advances.at(-1) ?? 16);
					return { ...item, text, advances };
				});
			};
			const one = comparePrint(edit(/教育/u, '教肓'), own.template, own.frames);
			expect(at).not.toBeNull();
			expect(brief(one)).toEqual(['error print-text 3']);
			expect(one[0]?.message.zh).toBe('文字与对照件不同：应为「育」，印成「肓」');
			expect(one[0]?.line).toBeGreaterThan(0);
			expect(one[0]?.expected).toContain('教育');
			expect(one[0]?.actual).toContain('教肓');
			expect(textOf(comparePrint(edit(/教育/u, '教'), own.template, own.frames))).toContain('漏印「育」');
			expect(textOf(comparePrint(edit(/教育/u, '教育育'), own.template, own.frames))).toContain('多出「育」');
		});

		test('another paper altogether is said to be one', () => {
			const other = changed(print, (item) => ({ ...item, text: Array.from(item.text, () => '乙').join('') }));
			const findings = comparePrint(other, own.template, own.frames);
			expect(findings.find(({ rule }) => rule === 'print-page-missing')?.message.zh).toContain('不是同一份材料');
		});

		test('page numbers: form, side, distance, absence', () => {
			const number = (change: (item: TextItem) => TextItem | null): Print =>
				changed(print, (item) => (isNumber(item) ? change(item) : item));
			const hyphens = number((item) => ({ ...item, text: item.text.replaceAll('—', '-') }));
			expect(beside(hyphens)).toEqual(['warning page-number-dash 1']);
			const bare = number((item) => ({
				...item,
				text: item.text.replaceAll(/[—\s]/gu, ''),
				x: mm(35),
				advances: [7, 7],
			}));
			expect(unaided(bare)).toEqual(['error page-number-position 1', 'warning page-number-dash 1']);
			expect(beside(number((item) => ({ ...item, y: item.y - mm(4) })))).toEqual(['warning page-number-offset 1']);
			expect(unaided(number(() => null))).toEqual(['error page-number-present -']);
			const oneMissing = changed(print, (item, page) => (page === 2 && isNumber(item) ? null : item));
			expect(unaided(oneMissing)).toEqual(['error page-number-present 3', 'error page-number-continuous 4']);
		});

		test('a number on a blank page, and a running header', () => {
			const last = print.frames.length;
			const numbered: Frame = {
				...(print.frames[0] as Frame),
				index: last,
				items: (print.frames[last % 2 === 0 ? 0 : 1]?.items ?? []).flatMap((item) =>
					item.kind === 'text' && isNumber(item)
						? [
								{
									...item,
									text: `— ${last + 1} —`,
									advances: Array.from(`— ${last + 1} —`, () => item.advances[0] ?? 14),
								},
							]
						: [],
				),
			};
			const found = unaided({ ...print, frames: [...print.frames, numbered] });
			expect(found).toContain(`warning page-number-blank ${last + 1}`);
			const header: TextItem = {
				kind: 'text',
				x: mm(30),
				y: mm(20),
				size: 9,
				font: 'x',
				text: '内部资料',
				advances: [9, 9, 9, 9],
			};
			const headed = print.frames.map((frame) => ({ ...frame, items: [header, ...frame.items] }));
			const findings = comparePrint({ ...print, frames: headed }, own.template, own.frames);
			expect(brief(findings)).toEqual(['warning page-header-empty 1']);
			expect(findings[0]?.message.zh).toContain('通行做法');
		});

		test('a body face that nobody asked for is named once', () => {
			const body = own.template.fonts.fangsong;
			const used = new Set(
				own.frames.flatMap((frame) =>
					frame.items.flatMap((item) => (item.kind === 'text' && item.role === 'body' ? [item.font] : [])),
				),
			);
			const swap = (font: string): Print => changed(print, (item) => (used.has(item.font) ? { ...item, font } : item));
			const findings = comparePrint(swap('MicrosoftYaHei'), own.template, own.frames);
			expect(brief(findings).filter((line) => line.includes('font-body-role'))).toHaveLength(1);
			expect(findings.find(({ rule }) => rule === 'font-body-role')).toMatchObject({
				expected: body.accept[0],
				actual: 'MicrosoftYaHei',
			});
			expect(beside(swap('FangSong_GB2312')).filter((line) => line.includes('font-body-role'))).toEqual([]);
		});

		test('a scan, or text turned into outlines, cannot be accepted', () => {
			const scan = ({ width, height }: Frame): readonly FrameItem[] => [
				{ kind: 'image', x: 0, y: 0, width, height, image: '' },
			];
			for (const items of [scan, () => []]) {
				const frames = print.frames.map((frame): Frame => ({ ...frame, items: items(frame) }));
				for (const expected of [null, own.frames]) {
					const findings = comparePrint({ frames, fonts: [] }, own.template, expected);
					expect(findings[0]).toMatchObject({ rule: 'print-text-unreadable', severity: 'error' });
				}
			}
		});

		test('1,000 pages compare in seconds', () => {
			const many = (frames: readonly Frame[]): readonly Frame[] =>
				Array.from({ length: 1000 }, (_, index): Frame => {
					const frame = frames[index % frames.length] as Frame;
					const items = frame.items.map(
						(item): FrameItem =>
							item.kind === 'text' && index % 3 === 0 && !isNumber(item)
								? { ...item, text: item.text.replaceAll('，', String.fromCodePoint(0x4e00 + index)) }
								: item,
					);
					return { ...frame, index, items };
				});
			const begin = process.cpuUsage();
			const findings = comparePrint({ ...print, frames: many(print.frames) }, own.template, many(own.frames));
			expect(process.cpuUsage(begin).user / 1000).toBeLessThan(20_000);
			expect(findings.filter(({ rule }) => rule.startsWith('print-'))).toEqual([]);
		});
	},
);
