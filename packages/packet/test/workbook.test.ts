// Longer than 500 lines on purpose: every test edits the same workbook, sheet by sheet as packets.md §6 has them.
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Lock, PrintRecord } from '@bianxu/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../config/src/index.ts';
import { isRefusal, rewritePackage } from '../../opc/src/index.ts';
import { type Grid, type GridCell, tableOf } from '../src/workbook/grid.ts';
import {
	manifestOfWorkbook,
	newWorkbook,
	paperNames,
	printCells,
	printEntries,
	readCsv,
	readPrintSheet,
	readXlsx,
	writeCsv,
	writeXlsx,
} from '../src/index.ts';
import { dayIn, orderIn } from '../src/workbook/reading.ts';
import { columnNames } from '../src/workbook/words.ts';
import { item, manifest, material } from './packet.ts';

const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number) =>
		new Uint8Array(inflateRawSync(data, { maxOutputLength: maxOutput })),
	deflateRaw: (data: Uint8Array) => new Uint8Array(deflateRawSync(data)),
};
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Four items with two papers each. */
const whole = manifest(
	[1, 2, 3, 4].map((at) =>
		item(
			`i${at}`,
			[1, 2].map((no) =>
				material(`m${at}${no}`, {
					file: `材料${at}${no}.docx`,
					title: `关于第${at}件事第${no}份的报告`,
					kind: 'report',
					department: ['财政局', '审计局', '司法局', '办公室'][(at + no) % 4] ?? '',
					copies: 60,
				}),
			),
			{ title: `第${at}件事`, day: '2026-11-26' },
		),
	),
	[{ id: 'host', file: '主持词.docx', kind: 'host-script' }],
);
const papers = whole.items.flatMap((each) => each.materials.map((one) => ({ ...one, item: each.id })));
const lock: Lock = {
	version: 1,
	scheme: 'continuous',
	items: whole.items.map(({ id }) => id),
	materials: papers.map(({ id, file, item: of }, at) => ({
		id,
		number: String(at + 1),
		state: 'numbered',
		path: file,
		sha256: hash(file),
		item: of,
	})),
	tombstones: [],
	moves: [],
	pageMap: null,
} as unknown as Lock;
const files = new Map(papers.map(({ file }) => [file, hash(file)]));

function book(): readonly Grid[] {
	const read = readXlsx(newWorkbook(whole, new Map(), host), host);
	if (isRefusal(read)) throw new Error(read.message.en);
	return read.grids;
}

const read = (grids: readonly Grid[], more: Partial<Parameters<typeof manifestOfWorkbook>[0]> = {}) =>
	manifestOfWorkbook({ grids, lock, files, hash, ...more });

type Row = Map<number, GridCell>;
const cell = (text: string): GridCell => ({ text, formula: false, number: null });

/** The grids with the rows of one sheet changed; the head stays. */
function withRows(grids: readonly Grid[], name: string, change: (rows: Row[], grid: Grid) => Row[]): readonly Grid[] {
	return grids.map((grid) => {
		if (grid.name !== name) return grid;
		const [head, ...body] = grid.rows;
		if (head === undefined) return grid;
		const rows = change(
			body.map(({ cells }) => new Map(cells)),
			grid,
		);
		return { ...grid, rows: [head, ...rows.map((cells, at) => ({ row: at + 2, cells }))] };
	});
}

const column = (sheet: 'material' | 'agenda', name: string): number => {
	const grid = book().find((each) => each.name === (sheet === 'material' ? '材料' : '议程'));
	const table = grid === undefined ? null : tableOf(grid, columnNames[sheet]);
	return table?.columns.get(name) ?? 0;
};
const at = {
	id: column('material', 'id'),
	order: column('material', 'order'),
	title: column('material', 'title'),
	item: column('material', 'item'),
	file: column('material', 'file'),
	department: column('material', 'department'),
};

describe('the workbook', () => {
	it('a new one says what the manifest said', () => {
		const { text, questions, notices } = read(book(), { lock: null, files: new Map() });
		expect([questions, notices]).toEqual([[], []]);
		const again = readManifest(text);
		expect(again.problems).toEqual([]);
		expect(again.manifest).toEqual({ ...whole });
	});

	it('rows sorted by department, an item merged over its rows, full-width and Han orders: the same manifest', () => {
		const sorted = withRows(book(), '材料', (rows) =>
			[...rows].sort((a, b) => ((a.get(at.department)?.text ?? '') < (b.get(at.department)?.text ?? '') ? -1 : 1)),
		);
		const words = ['一', '第2项', '３', '第4件事'];
		const spelled = withRows(sorted, '材料', (rows) =>
			rows.map((row) => row.set(at.item, cell(words[Number(row.get(at.item)?.text) - 1] ?? ''))),
		);
		expect(readManifest(read(spelled).text).manifest?.items).toEqual(whole.items);
		const merged = withRows(book(), '材料', (rows) =>
			rows.map((row, index) => (index % 2 === 1 ? (row.delete(at.item), row) : row)),
		).map((grid) =>
			grid.name === '材料'
				? { ...grid, merges: [2, 4, 6, 8].map((top) => ({ top, bottom: top + 1, left: at.item, right: at.item })) }
				: grid,
		);
		expect(read(merged).questions).toEqual([]);
		expect(readManifest(read(merged).text).manifest?.items).toEqual(whole.items);
	});

	it('a copied row: the copy gets an id of its own when its file is another, else it is asked about', () => {
		const copied = (file: string) =>
			withRows(book(), '材料', (rows) => {
				const copy: Row = new Map(rows[2]);
				copy.set(at.file, cell(file)).set(at.order, cell('3')).set(at.title, cell('关于增加的一件事的报告'));
				return [copy, ...rows];
			});
		const fresh = read(copied('新材料.docx'), { files: new Map([...files, ['新材料.docx', hash('new')]]) });
		expect(fresh.questions).toEqual([]);
		expect(fresh.notices[0]?.message.zh).toContain('复制来的，已另发标识');
		expect(fresh.writes).toHaveLength(1);
		const found = readManifest(fresh.text).manifest?.items[1]?.materials.map(({ id }) => id);
		expect(found?.slice(0, 2)).toEqual(['m21', 'm22']);
		expect(found?.[2]).toMatch(/^M[0-9A-F]{6}$/);
		expect(read(copied('材料21.docx')).questions[0]?.message.zh).toContain('是复制来的行');
		// The lock has taken it in, the sheet was open: the row is known again by its file.
		const [own] = fresh.writes;
		const taken = { ...(lock.materials[0] as Lock['materials'][number]), id: String(own?.value), path: '新材料.docx' };
		const later = read(copied('新材料.docx'), {
			lock: { ...lock, materials: [...lock.materials, { ...taken, sha256: hash('new') }] },
			files: new Map([...files, ['新材料.docx', hash('new')]]),
		});
		expect([later.questions, later.writes]).toEqual([[], fresh.writes]);
	});

	it('a deleted row is no withdrawal: it is asked about, and the sheet 变更 answers', () => {
		const gone = withRows(book(), '材料', (rows) => rows.filter((_, index) => index !== 3));
		expect(read(gone).questions.map(({ message }) => message.zh)).toEqual([
			expect.stringContaining('材料 m22（编号4，材料22.docx）在表里没有了：撤回、移至下次，还是录错？'),
		]);
		const answered = (action: string) =>
			withRows(gone, '变更', () => [
				new Map([
					[2, cell('主任会议')],
					[3, cell(action)],
					[4, cell('m22')],
					[5, cell('第五次主任会议')],
				]),
			]);
		const withdrawn = readManifest(read(answered('撤')).text).manifest?.items.at(-1);
		expect(withdrawn).toMatchObject({ withdrawn: '第五次主任会议', materials: [{ id: 'm22', file: '材料22.docx' }] });
		expect(readManifest(read(answered('移')).text).manifest?.items.at(-1)).toMatchObject({ movedTo: '第五次主任会议' });
		expect(readManifest(read(answered('误录')).text).manifest?.items.at(-1)).toMatchObject({
			withdrawn: '第五次主任会议',
		});
	});

	it('an id that came to stand beside another file is asked about; a renamed file with the same content is not', () => {
		const renamed = withRows(book(), '材料', (rows) => {
			rows[0]?.set(at.file, cell('改名.docx'));
			return rows;
		});
		expect(read(renamed, { files: new Map([...files, ['改名.docx', hash('材料11.docx')]]) }).questions).toEqual([]);
		const other = read(renamed, { files: new Map([...files, ['改名.docx', hash('another')]]) });
		expect(other.questions[0]?.message.zh).toContain('标识 m11 原来是文件 材料11.docx，现在是 改名.docx');
		const swapped = withRows(book(), '材料', (rows) => {
			rows[0]?.set(at.id, cell('m21'));
			rows[2]?.set(at.id, cell('m11'));
			return rows;
		});
		expect(read(swapped).questions).toHaveLength(4);
	});

	it('days and orders as people and spreadsheets write them', () => {
		const days = ['2026-11-26', '2026年11月26日', '2026/11/26', '2026.11.26', '２０２６－１１－２６'];
		expect(days.map((text) => dayIn(cell(text), false))).toEqual(days.map(() => '2026-11-26'));
		expect(dayIn({ text: '46352', formula: false, number: 46352 }, false)).toBe('2026-11-26');
		expect(dayIn({ text: '44890', formula: false, number: 44890 }, true)).toBe('2026-11-26');
		expect(['5', '５', '五', '第五项', '第5项', '十二', '', '甲'].map(orderIn)).toEqual([
			5,
			5,
			5,
			5,
			5,
			12,
			null,
			null,
		]);
	});

	it('random edits by a person end in the right result or a question, never in another paper’s number', () => {
		const edit = fc.record({
			kind: fc.constantFrom(
				'sort',
				'copy',
				'copy-new',
				'delete',
				'rename',
				'retitle',
				'clear',
				'swap',
				'move',
				'merge',
				'order',
			),
			a: fc.nat(30),
			b: fc.nat(30),
		});
		let asked = 0;
		let understood = 0;
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
				let grids = book();
				const known = new Map(files);
				let serial = 0;
				for (const { kind, a, b } of edits) {
					grids = withRows(grids, '材料', (rows) => {
						const one = rows[a % rows.length];
						const two = rows[b % rows.length];
						if (one === undefined || two === undefined) return rows;
						switch (kind) {
							case 'sort':
								return [...rows].sort((x, y) =>
									(x.get(at.department)?.text ?? '') < (y.get(at.department)?.text ?? '') ? -1 : 1,
								);
							case 'copy':
								return [...rows.slice(0, b % rows.length), new Map(one), ...rows.slice(b % rows.length)];
							case 'copy-new': {
								serial++;
								known.set(`新${serial}.docx`, hash(`new ${serial}`));
								const copy: Row = new Map(one);
								copy
									.set(at.file, cell(`新${serial}.docx`))
									.set(at.title, cell(`新的第${serial}份`))
									.set(at.order, cell(String(50 + serial)));
								return [...rows, copy];
							}
							case 'delete':
								return rows.length > 1 ? rows.filter((row) => row !== one) : rows;
							case 'rename': {
								serial++;
								const old = one.get(at.file)?.text ?? '';
								// Half of them are the same file under another name.
								known.set(`名${serial}.docx`, b % 2 === 0 ? (known.get(old) ?? '') : hash(`other ${serial}`));
								one.set(at.file, cell(`名${serial}.docx`));
								return rows;
							}
							case 'retitle':
								one.set(at.title, cell(`改过的题目${b}`));
								return rows;
							case 'clear':
								one.delete(at.id);
								return rows;
							case 'swap': {
								const id = one.get(at.id);
								const other = two.get(at.id);
								if (id !== undefined && other !== undefined) {
									one.set(at.id, other);
									two.set(at.id, id);
								}
								return rows;
							}
							case 'move':
								one.set(at.item, cell(String((b % 4) + 1))).set(at.order, cell(String(80 + b)));
								return rows;
							case 'order':
								one.set(at.order, cell(String(b)));
								return rows;
							case 'merge':
								return rows;
						}
					});
					if (kind === 'merge')
						grids = grids.map((grid) =>
							grid.name === '材料'
								? {
										...grid,
										merges: [
											{
												top: 2 + (a % 6),
												bottom: 3 + (a % 6),
												left: [at.item, at.title, at.file][b % 3] ?? 1,
												right: [at.item, at.title, at.file][b % 3] ?? 1,
											},
										],
									}
								: grid,
						);
				}
				const result = read(grids, { files: known });
				if (result.questions.length > 0) {
					asked++;
					return;
				}
				understood++;
				const parsed = readManifest(result.text);
				// A manifest that its own reader refuses gives nobody a number.
				if (parsed.manifest === null) return;
				const byHash = new Map(papers.map(({ id, file }) => [hash(file), id]));
				const listed = parsed.manifest.items.flatMap(({ materials }) => materials);
				expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
				for (const { id, file } of listed) {
					const owner = byHash.get(known.get(file) ?? '');
					// A paper that was in the packet keeps its id; another one never has it.
					if (owner !== undefined && lock.materials.some((each) => each.path === file))
						expect([file, id]).toEqual([file, owner]);
					else if (owner === undefined) expect([file, papers.some((each) => each.id === id)]).toEqual([file, false]);
					else expect([file, id === owner || !papers.some((each) => each.id === id)]).toEqual([file, true]);
				}
				// Nobody is lost without a word.
				for (const { id } of papers) expect(listed.some((each) => each.id === id)).toBe(true);
				// The next run knows everybody again: with the new ids in the sheet, and without them while it is open.
				const next = {
					...lock,
					materials: parsed.manifest.items.flatMap(({ id: of, materials }) =>
						materials.map(({ id, file }, index) => ({
							id,
							number: String(index + 1),
							state: 'numbered',
							path: file,
							sha256: known.get(file) ?? '',
							item: of,
						})),
					),
				} as unknown as Lock;
				const kept = grids.map((grid) => ({
					...grid,
					rows: grid.rows.map(({ row, cells }) => {
						const own = result.writes.filter((write) => write.sheet === grid.name && write.row === row);
						return {
							row,
							cells: new Map([...cells, ...own.map(({ column: c, value }) => [c, cell(String(value))] as const)]),
						};
					}),
				}));
				for (const [sheet, fresh] of [
					[kept, []],
					[grids, result.writes],
				] as const) {
					const again = read(sheet, { files: known, lock: next });
					expect(again.questions).toEqual([]);
					expect(again.writes).toEqual(fresh);
					expect(readManifest(again.text).manifest?.items).toEqual(parsed.manifest.items);
				}
			}),
			{ numRuns: process.env['BIANXU_FULL'] === '1' ? 1000 : 60 },
		);
		expect(asked).toBeGreaterThan(5);
		expect(understood).toBeGreaterThan(5);
	});

	it('CSV: sections, quotes, a mark at the beginning; only the cells written change', () => {
		const text =
			'\ufeff【会议】\r\n地名,滨江市\r\n【材料】\r\n标识,顺序,编号,标题,文件名\r\nm1,1,,"关于""甲"",乙的报告",甲.docx\r\n,2,=1+1,关于丙的报告,丙.docx\r\n';
		const csv = readCsv(text);
		expect(csv.grids.map(({ name }) => name)).toEqual(['会议', '材料']);
		expect(csv.grids[1]?.rows[1]?.cells.get(4)?.text).toBe('关于"甲",乙的报告');
		const written = writeCsv(csv, [
			{ sheet: '材料', row: 5, column: 3, value: 12 },
			{ sheet: '材料', row: 6, column: 1, value: 'M0A1' },
		]);
		expect(written).toBe(text.replace('m1,1,,', 'm1,1,12,').replace('\n,2,', '\nM0A1,2,'));
	});

	it('the sheet 印制 and the ledger: rows are added, people’s words kept, what they filled in is understood', () => {
		const record = (id: string, more: Partial<PrintRecord> = {}): PrintRecord => ({
			id,
			number: '1',
			sha256: 'a',
			copies: 60,
			serials: '',
			on: '2026-11-24',
			binding: 'loose',
			duplex: true,
			where: '',
			recalled: null,
			sides: [],
			...more,
		});
		const twins = {
			...whole,
			items: whole.items.map((each, index) => ({
				...each,
				materials: each.materials.map((one) => (index === 3 ? { ...one, title: '述职报告' } : one)),
			})),
		};
		const names = paperNames(twins);
		const printed = {
			...lock,
			prints: [record('m11'), record('m41', { serials: '1-60' }), record('m11', { sha256: 'b' })],
		};
		const opened = (bytes: Uint8Array) => {
			const found = readXlsx(bytes, host);
			if (isRefusal(found)) throw new Error(found.message.en);
			return found;
		};
		const sheetOf = (grids: readonly Grid[]) => {
			const sheet = readPrintSheet(grids, names);
			if (sheet === null) throw new Error('no sheet');
			return sheet;
		};
		const fresh = opened(newWorkbook(twins, new Map(), host));
		const first = printCells(sheetOf(fresh.grids), printed, names);
		const written = opened(writeXlsx(fresh, first.writes, host, first.appends));
		const grid = (of: typeof fresh) => of.grids.find(({ name }) => name === '印制');
		const shown = (of: typeof fresh) =>
			grid(of)?.rows.map(({ row, cells }) => [row, ...[...cells.values()].map(({ text }) => text)]);
		expect(shown(written)).toEqual([
			[1, '批次', '材料', '版次', '份数', '份号', '装订', '去向', '收回'],
			[2, '1', '关于第1件事第1份的报告', '1', '60', '', '散页', '', ''],
			[3, '1', '述职报告（m41）', '1', '60', '1-60', '散页', '', ''],
			[4, '2', '关于第1件事第1份的报告', '2', '60', '', '散页', '', ''],
		]);
		// Written once; the same again writes nothing.
		expect(printCells(sheetOf(written.grids), printed, names).appends).toEqual([]);
		const rest = (of: typeof fresh) => of.sheets.filter(({ name }) => name !== '印制').map(({ xml }) => xml.text);
		expect(rest(written)).toEqual(rest(fresh));
		// A person says where the first batch went, takes the second back, and adds a print by hand.
		const edited = withRows(written.grids, '印制', (rows) => {
			rows[0]?.set(7, cell('组成人员'));
			rows[1]?.set(8, cell('2026年11月25日'));
			rows[2]?.set(4, cell('80'));
			return [
				...rows.reverse(),
				new Map([
					[2, cell('m22')],
					[4, cell('5')],
					[7, cell('备用')],
				]),
			];
		});
		const entries = printEntries(sheetOf(edited), printed);
		expect(entries.fresh.map(({ id, copies, where }) => [id, copies, where])).toEqual([['m22', 5, '备用']]);
		expect(entries.moved.map(({ record: of, where, recalled }) => [of.id, where, recalled])).toEqual([
			['m41', '', '2026-11-25'],
			['m11', '组成人员', null],
		]);
		expect(entries.faults.map(({ zh }) => zh)).toEqual(['份数80与台账的60不符，以台账为准']);
		// What stands there in a person's words is not written over.
		const second = printCells(sheetOf(edited), { ...printed, prints: [...printed.prints, record('m22')] }, names);
		expect(second.writes.filter(({ column: at }) => at === 4 || at === 7)).toEqual([]);
		const copied = withRows(written.grids, '印制', (rows) => [
			...rows,
			new Map(rows[0]),
			new Map([[2, cell('述职报告')]]),
		]);
		expect(printEntries(sheetOf(copied), printed).faults.map(({ zh }) => zh)).toEqual([
			expect.stringContaining('批次1与上面的行相同，是复制来的行'),
			expect.stringContaining('材料「述职报告」找不到或不止一份'),
		]);
	});

	it('rows are added with the styles above, into rows that wait empty, past merges, and into a sheet without rows', () => {
		const fresh = readXlsx(newWorkbook(whole, new Map(), host), host);
		if (isRefusal(fresh)) throw new Error(fresh.message.en);
		const part = fresh.sheets.find(({ name }) => name === '印制')?.part ?? '';
		const shaped = (xml: string) => {
			const bytes = rewritePackage(fresh.pkg, new Map([[part, new TextEncoder().encode(xml)]]), host);
			const again = readXlsx(bytes, host);
			if (isRefusal(again)) throw new Error(again.message.en);
			return again;
		};
		const head = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`;
		const append = (like: number | null) => ({ sheet: '印制', after: 2, like, cells: new Map([[1, 7]]) });
		const sheetXml = (book: ReturnType<typeof shaped>, count: number, like: number | null = 2) => {
			const next = readXlsx(
				writeXlsx(
					book,
					[],
					host,
					Array.from({ length: count }, () => append(like)),
				),
				host,
			);
			return isRefusal(next) ? '' : (next.sheets.find(({ name }) => name === '印制')?.xml.text ?? '');
		};
		const two = '<row r="1"><c r="A1"/></row><row r="2"><c r="A2" s="4"/></row>';
		const styled = shaped(`${head}<dimension ref="A1:B2"/><sheetData>${two}</sheetData></worksheet>`);
		expect(sheetXml(styled, 2)).toBe(
			`${head}<dimension ref="A1:B4"/><sheetData>${two}<row r="3"><c r="A3" s="4"><v>7</v></c></row><row r="4"><c r="A4" s="4"><v>7</v></c></row></sheetData></worksheet>`,
		);
		const waiting = shaped(`${head}<sheetData>${two}<row r="3"><c r="A3" s="5"/></row></sheetData></worksheet>`);
		expect(sheetXml(waiting, 1)).toContain('<row r="3"><c r="A3" s="5"><v>7</v></c></row></sheetData>');
		const merged = shaped(
			`${head}<sheetData>${two}<row r="9"/></sheetData><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells></worksheet>`,
		);
		expect(sheetXml(merged, 1)).toContain('<row r="5"><c r="A5" s="4"><v>7</v></c></row><row r="9"/>');
		const bare = shaped(`${head}<sheetData/></worksheet>`);
		expect(sheetXml(bare, 1, null)).toContain('<sheetData><row r="3"><c r="A3"><v>7</v></c></row></sheetData>');
		const text = '\ufeff【印制】\r\n批次,材料\r\n1,甲\r\n【变更】\r\n动作,对象\r\n';
		const csv = readCsv(text);
		const added = writeCsv(csv, [], [{ sheet: '印制', after: 3, like: null, cells: new Map([[2, '乙,丙']]) }]);
		expect(added).toBe(text.replace('1,甲', '1,甲\r\n,"乙,丙"'));
	});

	it('writing leaves every other byte of the sheet alone, and opens again', () => {
		const bytes = newWorkbook(whole, new Map(), host);
		const before = readXlsx(bytes, host);
		if (isRefusal(before)) throw new Error(before.message.en);
		const next = writeXlsx(
			before,
			[
				{ sheet: '材料', row: 3, column: 3, value: 7 },
				{ sheet: '材料', row: 4, column: 3, value: '补1' },
			],
			host,
		);
		const after = readXlsx(next, host);
		if (isRefusal(after)) throw new Error(after.message.en);
		const sheet = (of: typeof before) => of.sheets.find(({ name }) => name === '材料')?.xml.text ?? '';
		expect(sheet(after)).toBe(
			sheet(before)
				.replace('<c r="C3" s="2"/>', '<c r="C3" s="2"><v>7</v></c>')
				.replace('<c r="C4" s="2"/>', '<c r="C4" s="2" t="inlineStr"><is><t>补1</t></is></c>'),
		);
		expect(writeXlsx(after, [{ sheet: '材料', row: 3, column: 3, value: 7 }], host)).toBe(next);
	});
});
