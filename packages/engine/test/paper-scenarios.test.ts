/** Scenarios 17, 19, 20, 22 and 24 of packets.md §9 by name, with real pages, real PDFs and a real workbook. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '@bianxu/model';
import { comparePrints, sideOf } from '@bianxu/packet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { f1Items } from '../../packet/test/f1.ts';
import { buildDocx } from '../../parser/test/docx/build-docx.ts';
import { readPrint } from '../../proof/src/index.ts';
import { hasFonts, mm, withBlankBacks, withEach, withPages, world } from '../../proof/test/prints.ts';
import { rejectHtml, reprintText } from '../../report/src/index.ts';
import { checkBytes } from '../src/check.ts';
import { applyVerb, planVerb } from '../src/packet.ts';
import { exportVerb } from '../src/packet-export.ts';
import { recordPrintVerb } from '../src/packet-prints.ts';
import { refreshWorkbook } from '../src/packet-refresh.ts';
import { reprintPlanned, reprintVerb } from '../src/packet-reprint.ts';
import { printSource } from '../src/print.ts';
import { rejectSource } from '../src/reject.ts';
import { createSession, type Session } from '../src/session.ts';
import { settingsFor } from '../src/settings.ts';
import { bookCell, csvCell, partsOf, personEdits, sheetPart, sheetRows, withRow } from './edit-workbook.ts';
import { f1Folder, f1Manifest, type Folder, newFolder } from './paper-packet.ts';
import { wasm } from '../../proof/test/pdfium.ts';

const pdfium = (): Promise<Uint8Array> => Promise.resolve(wasm);
const session: Session = createSession(world, { pdfium });
const options = { date: '2026-11-25' };
const han = [...'一二三四五六七八九', '十', '十一', '十二'];
const hash = (text: string): string => world.sha256(new TextEncoder().encode(text));

let folder: Folder;
let packet = '';
const path = (name: string): string => join(folder.path, name);

interface Options {
	readonly form?: string;
	readonly pages?: 'material' | 'packet';
	readonly term?: number;
}

/** packet.yaml of papers m1, m2 … in this order, one an item. */
function manifest(
	order: readonly string[],
	{ form = '会议材料之{n}', pages = 'material', term = 17 }: Options = {},
): string {
	const row = (id: string): string =>
		`{ id: ${id}, file: ${id}.md, title: 关于${id}的报告, kind: other, department: ${id}局, copies: 60 }`;
	return [
		`session: { place: 滨江市, level: prefecture, term: ${term}, meeting: 23, days: [2026-11-26] }\n`,
		`numbering: { scheme: continuous, form: ${form}, pages: ${pages} }\n`,
		`items:\n${order.map((id) => `  - { id: i-${id}, title: ${id}一事, materials: [${row(id)}] }\n`).join('')}`,
	].join('');
}

/** A paper of `lines` lines behind its mark and title: 22 lines a page, four of them gone on the first. */
function paper(id: string, mark: string, lines: number): string {
	const body = Array.from({ length: lines }, (_, at) => `${id}材料第${at + 1}条情况如上所述。`);
	return `${mark}\n\n# 关于${id}的报告\n\n${body.join('\n\n')}\n`;
}

async function apply(): Promise<void> {
	const done = await applyVerb(session, { packet, options });
	expect(done.refused ?? done.applied).toBe(true);
}

async function print(source = packet): Promise<Uint8Array> {
	const printed = await printSource(session, { path: source, options, contents: true, strictFonts: false });
	expect(printed.refusals).toEqual([]);
	await printed.recordPages?.('会议材料.pdf');
	return printed.bytes ?? new Uint8Array(0);
}

/** Pages of a PDF as PDFium draws them, at 150 dots per inch. */
async function pictures(bytes: Uint8Array): Promise<readonly Buffer[]> {
	const open = await readPrint(bytes, await pdfium());
	if (open.refusal !== undefined) throw new Error(open.refusal.message.zh);
	const drawn = open.print.frames.map((_, at) => Buffer.from(open.picture(at, 150 / 72).rgb));
	open.close();
	return drawn;
}

const isWhite = (picture: Buffer | undefined): boolean =>
	picture !== undefined && picture.every((value) => value === 255);

describe.skipIf(!hasFonts)('paper, scenario by scenario (needs the fonts of the set-up)', () => {
	beforeEach(() => {
		folder = newFolder();
		packet = path('packet.yaml');
	});
	afterEach(() => folder.remove());

	it('17. m9 from 之九 to 之十一: its mark takes a second line, six pages become seven, three sheets four', async () => {
		// Twenty-eight cells with a number of one: the first line of page 1 is full.
		const form = '滨江市第八届人民代表大会常务委员会第二十三次会议材料之{n}';
		const mark = (at: number): string => form.replace('{n}', han[at] ?? '');
		const ids = Array.from({ length: 10 }, (_, at) => `m${at + 1}`);
		for (const [at, id] of ids.entries()) folder.write(`${id}.md`, paper(id, mark(at), id === 'm9' ? 22 * 6 - 4 : 3));
		for (const id of ['n1', 'n2']) folder.write(`${id}.md`, '# 关于补充情况的议案\n\n正文。\n');
		folder.write('packet.yaml', manifest(ids, { form, pages: 'packet', term: 8 }));
		await apply();
		await print();
		await recordPrintVerb(session, { packet, options, ids: [] });
		folder.write(
			'packet.yaml',
			manifest(['m1', 'm2', 'n1', 'n2', ...ids.slice(2)], { form, pages: 'packet', term: 8 }),
		);
		const planned = await planVerb(session, { packet, options });
		if (planned.refused !== undefined) throw new Error('refused');
		// Before anything is written: by the page map alone it would be the first sheet.
		expect(planned.plan.reprint.find(({ id }) => id === 'm9')?.sheets).toEqual([[1, 2]]);
		const { papers, plan } = await reprintPlanned(session, packet, options, planned.plan);
		const wide = papers.find(({ id }) => id === 'm9');
		expect(wide).toMatchObject({ number: '11', oldNumber: '9', oldSheets: 3, newSheets: 4, mostly: true });
		expect(wide?.print).toEqual([
			[1, 2],
			[3, 4],
			[5, 6],
			[7, null],
		]);
		expect(plan.reprint.find(({ id }) => id === 'm9')?.sheets).toHaveLength(4);
		// A paper whose number keeps its width only changes its first sheet.
		expect(papers.find(({ id }) => id === 'm3')?.print).toEqual([[1, null]]);
		await apply();
		const { result } = await reprintVerb(session, { packet, options }).then((done) => {
			if (done.refused !== undefined) throw new Error('refused');
			return done;
		});
		expect(result.papers.find(({ id }) => id === 'm9')?.print).toHaveLength(4);
		// And the contents has other page numbers behind it.
		expect(result.repaged).toEqual([{ id: 'm9', from: 6, to: 7 }]);
		expect(result.contents?.print).toEqual([[1, 2]]);
		expect(reprintText(result, 'zh')).toContain('m9 由6页变7页，目录页码随之变动');
	});

	it('19. only the number changes: a sheet each, its back as it was, pixel by pixel, or blank behind one page', async () => {
		const ids = ['m1', 'm2', 'm3', 'm4'];
		// Two pages, three, and one alone on its sheet.
		const lines: Readonly<Record<string, number>> = { m1: 30, m2: 30, m3: 50, m4: 5 };
		for (const [at, id] of ids.entries()) folder.write(`${id}.md`, paper(id, `会议材料之${han[at]}`, lines[id] ?? 0));
		folder.write('new.md', '# 关于new的报告\n\n正文。\n');
		folder.write('packet.yaml', manifest(ids));
		await apply();
		const before = await print();
		await recordPrintVerb(session, { packet, options, ids: [] });
		folder.write('packet.yaml', manifest(['m1', 'new', ...ids.slice(1)]));
		await apply();
		const done = await reprintVerb(session, { packet, options, paint: true });
		if (done.refused !== undefined) throw new Error('refused');
		const { papers } = done.result;
		expect(papers.map(({ id, print: sheets, renumbered }) => [id, sheets, renumbered])).toEqual([
			['m2', [[1, 2]], [1]],
			['m3', [[1, 2]], [1]],
			['m4', [[1, null]], [1]],
		]);
		const old = await pictures(before);
		const now = await pictures(done.update ?? new Uint8Array(0));
		const at = (id: string, page: string | null): number =>
			done.faces.findIndex((face) => face.id === id && face.page === page);
		// Contents and its blank back, then m1 on two pages, m2 on two, m3 on three and a blank, m4.
		const oldFirst = { m2: 4, m3: 6, m4: 10 } as const;
		for (const id of ['m2', 'm3'] as const) {
			expect(now[at(id, '1')]?.equals(old[oldFirst[id]] ?? Buffer.alloc(0)), `${id}: the front`).toBe(false);
			expect(now[at(id, '2')]?.equals(old[oldFirst[id] + 1] ?? Buffer.alloc(0)), `${id}: the back`).toBe(true);
		}
		expect(isWhite(now[at('m4', '1')])).toBe(false);
		expect(isWhite(now[at('m4', null)])).toBe(true);
	});

	it('20. a number in the header of every page: lint warns, and the packet costs 63 sheets in place of 25', async () => {
		const text = Array.from({ length: 14 * 22 }, (_, at) => `<w:p><w:r><w:t>第${at + 1}条情况如上。</w:t></w:r></w:p>`);
		const bytes = buildDocx({
			body: `${text.join('')}<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`,
			extra: { header1: '<w:p><w:r><w:t>会议材料之六</w:t></w:r></w:p>' },
		});
		writeFileSync(path('审计.docx'), bytes);
		const settings = await settingsFor(session, path('审计.docx'), options);
		const { result } = checkBytes(session, path('审计.docx'), bytes, settings);
		const found = result.diagnostics.find(({ rule }) => rule === 'page-header-empty');
		expect(found).toMatchObject({ severity: 'warning', expected: '编号只在首页', actual: '会议材料之六' });
		expect(found?.message.zh).toContain('改号时约要重印7张而非1张');

		folder.remove();
		folder = f1Folder();
		packet = path('packet.yaml');
		await apply();
		const pages = async (): Promise<ReadonlyMap<string, readonly Frame[]>> => {
			const printed = await printSource(session, {
				path: packet,
				options,
				contents: false,
				strictFonts: false,
				layoutOnly: true,
			});
			return new Map(
				printed.pageMap.map(({ id, first, pages: count }) => [id, printed.frames.slice(first, first + count)]),
			);
		};
		const old = await pages();
		folder.write('packet.yaml', f1Manifest('withdraw-5-and-insert'));
		const planned = await planVerb(session, { packet, options });
		if (planned.refused !== undefined) throw new Error('refused');
		const accepts = planned.plan.references.flatMap(({ in: id, block, start, status }) =>
			status === 'dangling' ? [`${id}@${block}:${start}=（已撤回的材料）`] : [],
		);
		await applyVerb(session, { packet, options, accepts, by: '王某' });
		const next = await pages();
		const labels = new Map(planned.plan.materials.map(({ id, from, to }) => [id, [from, to] as const]));
		const sheets = (mark: boolean): number =>
			f1Items.flat().reduce((sum, { id }) => {
				const [was, is] = [old.get(id), next.get(id)];
				if (was === undefined || is === undefined) return sum;
				const [from, to] = labels.get(id) ?? [null, null];
				const sides = (frames: readonly Frame[], label: string | null) =>
					frames.map((frame) => sideOf(mark ? withHeader(frame, label ?? '') : frame, hash));
				const compared = comparePrints(sides(was, from), sides(is, to), { binding: 'loose', duplex: true });
				return sum + compared.print.length;
			}, 0);
		expect([sheets(false), sheets(true)]).toEqual([25, 63]);
	});

	it('22. one side only, page 6 missing, 9 and 10 exchanged, 6 mm off: four findings, and a warning is signed for', async () => {
		folder.write('m1.md', paper('m1', '会议材料之一', 22 * 12 - 4));
		folder.write('packet.yaml', manifest(['m1']));
		await apply();
		const own = await print(path('m1.md'));
		const bad = await withPages(own, (count) =>
			Array.from({ length: count }, (_, at) => at)
				.filter((at) => at !== 5)
				.map((at) => (at === 8 ? 9 : at === 9 ? 8 : at)),
		);
		const shifted = await withEach(bad, (page) => page.translateContent(mm(6), 0));
		const single = await withBlankBacks(shifted);
		writeFileSync(path('印件.pdf'), single);
		const judge = (more: object = {}) =>
			rejectSource(session, { path: path('印件.pdf'), against: path('m1.md'), options, pictures: true, ...more });
		const strict = await judge();
		const rules = (of: Awaited<ReturnType<typeof judge>>): readonly string[] =>
			(of.result?.findings ?? []).map(({ severity, rule }) => `${severity} ${rule}`);
		expect(strict.result?.verdict).toBe('reprint');
		expect([...rules(strict)].sort()).toEqual([
			'error print-page-extra',
			'error print-page-missing',
			'error print-page-order',
			'warning page-margin-left',
		]);
		const said = (strict.result?.findings ?? []).map(({ message }) => message.zh).join('\n');
		expect(said).toContain('单面印刷');
		expect(said).toContain('向右偏移 6.0 毫米');
		expect(said).toMatch(/缺页：对照件第 6 页/);
		expect(said).toMatch(/页序不对：.*第 (?:9|10) 页/);
		const refusal = async (more: object) => (await judge(more)).refusals[0]?.problem.message.zh ?? '';
		expect(await refusal({ accepts: ['page-margin-left'] })).toContain('签认须写明签认人');
		expect(await refusal({ accepts: ['print-page-missing'], by: '李某' })).toContain('是错误，不能签认');
		expect(await refusal({ accepts: ['print-text'], by: '李某' })).toContain('没有「print-text」这一条');
		const signed = await judge({ accepts: ['page-margin-left=打印机走纸偏移，已调'], by: '司法局 李某' });
		if (signed.result === null) throw new Error('refused');
		expect(signed.result.findings).toHaveLength(3);
		expect(signed.result.signed).toMatchObject([
			{ finding: { rule: 'page-margin-left' }, by: '司法局 李某', on: '2026-11-25', reason: '打印机走纸偏移，已调' },
		]);
		const html = rejectHtml(signed.result, 'zh', { head: signed.head, pages: signed.pages });
		expect(html).toContain('已签认');
		expect(html).toContain('司法局 李某');
		expect(html).toContain('<figure>');
	});

	it('24. Excel goes wrong: a row copied, one deleted, sorted, merged, and the file open', async () => {
		const ids = ['m1', 'm2', 'm3', 'm4'];
		for (const [at, id] of ids.entries()) folder.write(`${id}.md`, paper(id, `会议材料之${han[at]}`, 3));
		folder.write('new.md', '# 关于new的报告\n\n正文。\n');
		folder.write('packet.yaml', manifest(ids));
		await apply();
		const book = path('一览表.xlsx');
		expect((await exportVerb(session, { packet, options, output: book })).refused).toBeUndefined();
		rmSync(packet);
		packet = book;
		const whole = new Uint8Array(readFileSync(book));
		// m2 is copied for a new paper, m3 deleted, the rest sorted by department, the column of items merged.
		const edited = personEdits(whole, (rows) => {
			const [m1, m2, , m4] = rows;
			if (m1 === undefined || m2 === undefined || m4 === undefined) throw new Error('rows');
			const copy = m2.map((cell) => cell.replace('m2.md', 'new.md').replace('关于m2的报告', '关于new的报告'));
			copy[1] = copy[1]?.replace('<v>1</v>', '<v>2</v>') ?? '';
			return [m4, m2, copy, m1];
		});
		writeFileSync(book, edited);
		const asked = await planVerb(session, { packet, options });
		expect(asked.refused?.map(({ message }) => message.zh)).toEqual([
			expect.stringContaining('材料 m3（编号3，m3.md）在表里没有了：撤回、移至下次，还是录错？'),
		]);
		expect(readFileSync(book).equals(edited)).toBe(true);
		// The answer stands in 变更.
		const answered = withRow(edited, '变更', ['', '主任会议', '撤', 'm3', '第五次主任会议']);
		writeFileSync(book, answered);
		const planned = await planVerb(session, { packet, options });
		if (planned.refused !== undefined) throw new Error(planned.refused[0]?.message.zh);
		const numbers = new Map(planned.plan.materials.map(({ id, from, to }) => [id, [from, to]]));
		const fresh = [...numbers.keys()].find((id) => /^M[0-9A-F]{6}$/.test(id)) ?? '';
		expect(Object.fromEntries(numbers)).toEqual({
			m1: ['1', '1'],
			m2: ['2', '2'],
			[fresh]: [null, '3'],
			m3: ['3', null],
			m4: ['4', '4'],
		});
		expect(planned.problems.map(({ message }) => message.zh)).toEqual([
			expect.stringContaining('《关于new的报告》是从《关于m2的报告》复制来的，已另发标识'),
		]);
		folder.write('~$一览表.xlsx', 'somebody');
		await apply();
		const written = await refreshWorkbook(session, book);
		expect(written).toMatchObject({ path: path('一览表.带号副本.xlsx'), copy: true });
		expect(readFileSync(book).equals(answered)).toBe(true);
		const copy = new Uint8Array(readFileSync(path('一览表.带号副本.xlsx')));
		const [before, after] = [partsOf(answered), partsOf(copy)];
		expect([...after.keys()]).toEqual([...before.keys()]);
		const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
		expect(changed).toEqual([sheetPart(answered, '材料')]);
		const sheet = after.get(changed[0] ?? '') ?? '';
		const kept = (text: string): readonly string[] =>
			text.match(
				/<(?:dataValidations|mergeCells|cols|sheetViews|conditionalFormatting|legacyDrawing).*?\/(?:dataValidations|mergeCells|cols|sheetViews|conditionalFormatting)?>/gu,
			) ?? [];
		expect(kept(sheet)).toEqual(kept(before.get(changed[0] ?? '') ?? ''));
		expect(kept(sheet).length).toBeGreaterThan(3);
		expect(sheet).toContain(fresh);
	});

	it('印制: batches stand in the sheet, what a person fills in goes into the ledger; the same in CSV', async () => {
		for (const [at, id] of ['m1', 'm2'].entries()) folder.write(`${id}.md`, paper(id, `会议材料之${han[at]}`, 3));
		const yaml = manifest(['m1', 'm2']);
		for (const extension of ['xlsx', 'csv']) {
			packet = path('packet.yaml');
			folder.write('packet.yaml', yaml);
			rmSync(path('packet.lock.yaml'), { force: true });
			await apply();
			const book = path(`一览表.${extension}`);
			expect((await exportVerb(session, { packet, options, output: book })).refused).toBeUndefined();
			rmSync(packet);
			packet = book;
			await print();
			expect((await recordPrintVerb(session, { packet, options, ids: [] })).refused).toBeUndefined();
			expect(await refreshWorkbook(session, book)).toMatchObject({ copy: false });
			const rows = (): readonly (readonly string[])[] =>
				sheetRows(new Uint8Array(readFileSync(book)), '印制', extension);
			expect(rows()).toEqual([
				['批次', '材料', '版次', '份数', '份号', '装订', '去向', '收回'],
				['1', '目录', '1', '60', '', '散页', '', ''],
				['1', '关于m1的报告', '1', '60', '', '散页', '', ''],
				['1', '关于m2的报告', '1', '60', '', '散页', '', ''],
			]);
			// Nothing new: nothing is written.
			const asIs = readFileSync(book);
			expect(await refreshWorkbook(session, book)).toBeNull();
			expect(readFileSync(book).equals(asIs)).toBe(true);
			// Copies of m1 went out; ten more of m2 were printed on one evening and collected again.
			const bytes = new Uint8Array(asIs);
			const out =
				extension === 'csv' ? csvCell(bytes, '关于m1的报告', 7, '组成人员') : bookCell(bytes, '印制', 'G3', '组成人员');
			writeFileSync(
				book,
				withRow(out, '印制', ['', '关于m2的报告', '', '10', '61-70', '订书钉', '备用', '2026-11-25']),
			);
			const taken = await recordPrintVerb(session, { packet, options, ids: [], sheet: true });
			if (taken.refused !== undefined) throw new Error(taken.refused[0]?.message.zh);
			expect(
				taken.records.map(({ id, copies, where, serials, binding, recalled }) => [
					id,
					copies,
					where,
					serials,
					binding,
					recalled,
				]),
			).toEqual([
				['m2', 10, '备用', '61-70', 'stapled', '2026-11-25'],
				['m1', 60, '组成人员', '', 'loose', null],
			]);
			expect(await refreshWorkbook(session, book)).toMatchObject({ copy: false });
			expect(rows().at(-1)).toEqual(['2', '关于m2的报告', '1', '10', '61-70', '订书钉', '备用', '2026-11-25']);
			expect(rows()).toHaveLength(5);
			const again = await recordPrintVerb(session, { packet, options, ids: [], sheet: true });
			expect(again.refused === undefined && [again.records, again.problems]).toEqual([[], []]);
			if (extension === 'csv') expect([...readFileSync(book).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
			// A row that nobody can read stops all of it.
			writeFileSync(
				book,
				withRow(new Uint8Array(readFileSync(book)), '印制', ['', '没有这份', '', '1', '', '', '', '']),
			);
			const unclear = await recordPrintVerb(session, { packet, options, ids: [], sheet: true });
			expect(unclear.refused?.[0]?.message.zh).toContain('材料「没有这份」找不到或不止一份');
		}
		folder.write('packet.yaml', yaml);
		const none = await recordPrintVerb(session, { packet: path('packet.yaml'), options, ids: [], sheet: true });
		expect(none.refused?.[0]?.code).toBe('packet-sheet');
	});
});

/** A page with the number of its paper in the header, as some offices print it. */
function withHeader(frame: Frame, label: string): Frame {
	const text = `会议材料之${label}`;
	const item = { kind: 'text', x: 80, y: 60, size: 12, font: 'F', text, advances: [...text].map(() => 12) } as const;
	return { ...frame, items: [{ ...item, role: 'body' }, ...frame.items] };
}
