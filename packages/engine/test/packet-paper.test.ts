/** Scenarios 3, 6, 7, 8, 17, 20, 21, 24 of packets.md §9, and export, on the disk with real pages. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLock } from '../../config/src/index.ts';
import { hasFonts, world } from '../../proof/test/prints.ts';
import { applyVerb, planVerb, undoVerb } from '../src/packet.ts';
import { exportVerb } from '../src/packet-export.ts';
import { recordPrintVerb } from '../src/packet-prints.ts';
import { refreshWorkbook } from '../src/packet-refresh.ts';
import { reprintPlanned, reprintVerb } from '../src/packet-reprint.ts';
import { statusVerb } from '../src/packet-status.ts';
import { printSource } from '../src/print.ts';
import { rejectSource } from '../src/reject.ts';
import { createSession, type Session } from '../src/session.ts';
import { type Folder, newFolder } from './paper-packet.ts';
import { wasm } from '../../proof/test/pdfium.ts';

const pdfium = (): Promise<Uint8Array> => Promise.resolve(wasm);
const session: Session = createSession(world, { pdfium });
const options = { date: '2026-11-25' };
const numerals = [...'一二三四五六七八九'];

let folder: Folder;
let packet = '';
const path = (name: string): string => join(folder.path, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');

/** Papers of two pages each; `b` cites `a`. */
function paper(id: string, at: number): string {
	const lines = Array.from({ length: 26 }, (_, line) => `${id}材料第${line + 1}条情况如上所述。`);
	if (id === 'b') lines[24] = '有关情况见会议材料之一。';
	return `会议材料之${numerals[at]}\n\n# 关于${id}项工作情况的报告\n\n${lines.join('\n\n')}\n`;
}

const row = (id: string, more = ''): string =>
	`{ id: ${id}, file: ${id}.md, title: 关于${id}项工作情况的报告, department: ${id}局, copies: 30${more} }`;
const manifest = (items: readonly string[], freezeAt = 'distributed'): string =>
	[
		'session: { place: 滨江市, level: prefecture, term: 17, meeting: 23, days: [2026-11-26] }\n',
		`numbering: { scheme: continuous, form: 会议材料之{n}, freezeAt: ${freezeAt} }\n`,
		`items:\n${items.map((rows, at) => `  - { id: i${at}${rows.match(/\w+/g)?.[1] ?? ''}, title: 第${at + 1}件事, materials: [${rows}] }\n`).join('')}`,
	].join('');

async function print(): Promise<Uint8Array> {
	const printed = await printSource(session, { path: packet, options, contents: false, strictFonts: false });
	expect(printed.refusals).toEqual([]);
	await printed.recordPages?.('会议材料.pdf');
	return printed.bytes ?? new Uint8Array(0);
}

const lock = () => {
	const { lock: found } = readLock(read('packet.lock.yaml'));
	if (found === null) throw new Error('no lock');
	return found;
};
const numbers = (): Readonly<Record<string, string | null>> =>
	Object.fromEntries(lock().materials.map(({ id, number }) => [id, number]));

describe.skipIf(!hasFonts)('paper (needs the fonts of the set-up)', () => {
	beforeEach(async () => {
		folder = newFolder();
		packet = path('packet.yaml');
		[...'abcd'].forEach((id, at) => {
			folder.write(`${id}.md`, paper(id, at));
		});
		folder.write('new.md', '# 关于new项工作情况的报告\n\n正文。\n');
		folder.write('packet.yaml', manifest([...'abcd'].map((id) => row(id))));
		expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
	});
	afterEach(() => folder.remove());

	it('3: distributed: nothing is renumbered, newcomers are supplements, a withdrawn paper is collected whole', async () => {
		await print();
		await recordPrintVerb(session, { packet, options, ids: [], where: '组成人员', serials: '1-30' });
		expect(lock().materials.map(({ state }) => state)).toEqual(Array(4).fill('distributed'));
		const items = [...'abcd'].map((id) => row(id));
		folder.write(
			'packet.yaml',
			manifest([items[0] ?? '', row('new'), ...items.slice(1)]).replace(
				/(title: 第5件事)/,
				'$1, withdrawn: 主任会议决定',
			),
		);
		const applied = await applyVerb(session, { packet, options });
		expect(applied.refused === undefined && applied.applied).toBe(true);
		expect(numbers()).toMatchObject({ a: '1', b: '2', c: '3', new: '补1' });
		const result = await reprintVerb(session, { packet, options });
		if (result.refused !== undefined) throw new Error('refused');
		const [d] = result.result.papers;
		expect(result.result.papers).toHaveLength(1);
		expect(d).toMatchObject({ id: 'd', print: [], newSheets: 0, recall: [{ serials: '1-30', where: '组成人员' }] });
		expect(d?.out).toEqual([[1, 2]]);
		expect(result.result.unprinted).toEqual(['new']);
		// What was printed before the renumbering stays printed when it is taken back.
		const undone = await undoVerb(session, { packet });
		expect(undone.refused).toBeUndefined();
		expect(lock().prints).toHaveLength(4);
		await recordPrintVerb(session, { packet, options, ids: ['a'], recalled: true });
		expect(
			lock()
				.prints?.filter(({ recalled }) => recalled !== null)
				.map(({ id }) => id),
		).toEqual(['a']);
	});

	it('6, 8: after distribution a moved item keeps its number; two supplements are -1 and -2 in order of issue', async () => {
		await print();
		await recordPrintVerb(session, { packet, options, ids: [], where: '组成人员' });
		folder.write('packet.yaml', manifest([...'adbc'].map((id) => row(id))));
		expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
		expect(numbers()).toEqual({ a: '1', d: '4', b: '2', c: '3' });
		folder.write('second.md', '# 关于second项工作情况的报告\n\n正文。\n');
		const first = `${row('b')}, ${row('new', ', supplements: b')}`;
		folder.write('packet.yaml', manifest([row('a'), row('d'), first, row('c')]));
		await applyVerb(session, { packet, options });
		const both = `${row('b')}, ${row('second', ', supplements: b')}, ${row('new', ', supplements: b')}`;
		folder.write('packet.yaml', manifest([row('a'), row('d'), both, row('c')]));
		await applyVerb(session, { packet, options });
		expect(numbers()).toMatchObject({ b: '2', new: '2-1', second: '2-2' });
	});

	it('exchanged sheets are recorded for what changed alone, and sixty copies stay sixty', async () => {
		await print();
		await recordPrintVerb(session, { packet, options, ids: [], serials: '1-30' });
		folder.write('a.md', read('a.md').replace('a材料第3条情况如上', 'a材料第3条情况如前'));
		const first = await reprintVerb(session, { packet, options });
		expect(first.refused === undefined && first.result.papers.map(({ id, copies }) => [id, copies])).toEqual([
			['a', 30],
		]);
		const taken = await recordPrintVerb(session, { packet, options, ids: [], serials: '1-30', changed: true });
		expect(taken.refused === undefined && taken.records.map(({ id }) => id)).toEqual(['a']);
		const settled = await reprintVerb(session, { packet, options });
		expect(settled.refused === undefined && settled.result.papers).toEqual([]);
		folder.write('a.md', read('a.md').replace('a材料第3条情况如前', 'a材料第3条情况如后'));
		const again = await reprintVerb(session, { packet, options });
		expect(again.refused === undefined && again.result.papers.map(({ id, copies }) => [id, copies])).toEqual([
			['a', 30],
		]);
		// Ten more for the press are more copies.
		await recordPrintVerb(session, { packet, options, ids: ['a'], copies: 10, serials: '31-40', where: '新闻单位' });
		folder.write('a.md', read('a.md').replace('a材料第3条情况如后', 'a材料第3条情况如下'));
		const more = await reprintVerb(session, { packet, options });
		expect(more.refused === undefined && more.result.papers.map(({ copies }) => copies)).toEqual([40]);
	});

	it('a renumbering is not taken back once its prints are recorded', async () => {
		folder.write('packet.yaml', manifest([row('a'), row('new'), row('b'), row('c'), row('d')]));
		expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
		await print();
		await recordPrintVerb(session, { packet, options, ids: ['b'] });
		expect((await undoVerb(session, { packet })).refused?.[0]?.message.zh).toContain('改号之后已登记付印，不能撤回');
		expect(numbers()).toMatchObject({ new: '2', b: '3' });
	});

	it('7: a supplement inserted before printing: its followers get one sheet each, the others none', async () => {
		await print();
		const both = `${row('b')}, ${row('new', ', supplements: b')}`;
		folder.write('packet.yaml', manifest([row('a'), both, row('c'), row('d')]));
		const planned = await planVerb(session, { packet, options });
		if (planned.refused !== undefined) throw new Error('refused');
		const { plan, papers } = await reprintPlanned(session, packet, options, planned.plan);
		expect(plan.counts.sheets).toBe(2);
		expect(plan.reprint.map(({ id, sheets }) => [id, sheets])).toEqual([
			['c', [[1, 2]]],
			['d', [[1, 2]]],
		]);
		expect(papers.map(({ renumbered }) => renumbered)).toEqual([[1], [1]]);
	});

	it('17: a wider number that pushes a line to a new page makes the sheets of the whole paper', async () => {
		// The title stands so that it just fits one page more once a line is added.
		const lines = Array.from({ length: 22 * 2 - 4 }, (_, line) => `d材料第${line + 1}条情况如上所述。`);
		folder.write('d.md', `会议材料之四\n\n# 关于d项工作情况的报告\n\n${lines.join('\n\n')}\n`);
		await print();
		const before = lock().pageMap?.entries.find(({ id }) => id === 'd');
		folder.write('d.md', read('d.md').replace('d材料第3条', 'd材料第3条另有一个方面的具体情况需要在这里作补充说明，'));
		const result = await reprintVerb(session, { packet, options });
		if (result.refused !== undefined) throw new Error('refused');
		const [d] = result.result.papers;
		expect(before?.pages).toBe(2);
		expect(d).toMatchObject({ id: 'd', oldSheets: 1, newSheets: 2 });
		expect(d?.print).toEqual([
			[1, 2],
			[3, null],
		]);
	});

	it('21: a print of the old numbers is told as such, with the renumbering and the sheet to exchange', async () => {
		const single = await printSource(session, { path: path('c.md'), options, contents: false, strictFonts: false });
		writeFileSync(path('c旧.pdf'), single.bytes ?? new Uint8Array(0));
		folder.write('packet.yaml', manifest([row('a'), row('new'), row('b'), row('c'), row('d')]));
		expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
		for (const against of [path('c.md')]) {
			const rejected = await rejectSource(session, { path: path('c旧.pdf'), against, options, pictures: false });
			if (rejected.result === null) throw new Error('refused');
			expect(rejected.result.verdict).toBe('reprint');
			const errors = rejected.result.findings.filter(({ severity }) => severity === 'error');
			expect(errors.map(({ rule }) => rule)).toEqual(['print-old-edition']);
			expect(errors[0]).toMatchObject({ page: 1, expected: '4', actual: '3' });
			expect(errors[0]?.message.zh).toBe(
				'旧编号版：首页编号为3，现为4；印于2026-11-25改号之前。应换第1—2页（共1张），其余各页与现行件相符',
			);
		}
	});

	it('24: the packet in a workbook: numbers written back, a copy when it is open, questions instead of guesses', async () => {
		const book = path('一览表.xlsx');
		expect(await exportVerb(session, { packet, options, output: book })).toMatchObject({
			files: [{ change: 'added' }],
		});
		rmSync(packet);
		const planned = await planVerb(session, { packet: book, options });
		expect(planned.refused === undefined && planned.plan.materials.map(({ to }) => to)).toEqual(['1', '2', '3', '4']);
		expect(await refreshWorkbook(session, book)).toBeNull();
		await printSource(session, { path: book, options, contents: false, strictFonts: false }).then((printed) =>
			printed.recordPages?.('会议材料.pdf'),
		);
		expect(await refreshWorkbook(session, book)).toMatchObject({ path: book, copy: false });
		const whole = readFileSync(book);
		folder.write('~$一览表.xlsx', 'somebody');
		folder.write('packet.lock.yaml', read('packet.lock.yaml'));
		expect(await refreshWorkbook(session, book)).toBeNull();
		rmSync(path('~$一览表.xlsx'));
		expect((await statusVerb(session, { packet: book, options })).refused).toBeUndefined();
		renameSync(path('d.md'), path('丁.md'));
		// The row still names d.md: the paper is missing, nothing is guessed.
		const missing = await planVerb(session, { packet: book, options });
		expect(missing.refused === undefined && missing.plan.obstacles[0]?.zh).toContain('d（d.md）：找不到文件');
		expect(readFileSync(book).equals(whole)).toBe(true);
	});

	it('export: folders by item, numbers in the names, and what changed since the last time', async () => {
		const output = path('导出');
		const first = await exportVerb(session, { packet, options, output });
		expect(first.refused === undefined && first.files.map(({ change }) => change)).toEqual(Array(4).fill('added'));
		const oparl = JSON.parse(read('导出/oparl.json')) as {
			readonly agendaItem: readonly { readonly order: number; readonly number: string }[];
			readonly paper: readonly {
				readonly reference: string;
				readonly mainFile: { readonly fileName: string; readonly sha512Checksum: string };
			}[];
		};
		expect(oparl.agendaItem.map(({ order, number }) => [order, number])).toEqual(
			[0, 1, 2, 3].map((at) => [at, String(at + 1)]),
		);
		expect(oparl.paper.map(({ reference }) => reference)).toEqual(['1', '2', '3', '4']);
		expect(readFileSync(path(`导出/${oparl.paper[0]?.mainFile.fileName ?? ''}`))).toEqual(readFileSync(path('a.md')));
		// OParl 1.1 asks for SHA-512, of the file as it lies in the export.
		for (const { mainFile } of oparl.paper)
			expect(mainFile.sha512Checksum).toBe(
				createHash('sha512')
					.update(readFileSync(path(`导出/${mainFile.fileName}`)))
					.digest('hex'),
			);
		folder.write(
			'packet.yaml',
			manifest([row('a'), row('new'), row('b'), row('c'), row('d')]).replace(
				'title: 第5件事',
				'title: 第5件事, withdrawn: 主任会议决定',
			),
		);
		folder.write('a.md', read('a.md').replace('如上', '如前'));
		const applied = await applyVerb(session, { packet, options });
		if (applied.refused !== undefined || !applied.applied)
			throw new Error(JSON.stringify(applied, null, 1).slice(0, 2000));
		const second = await exportVerb(session, { packet, options, output });
		if (second.refused !== undefined) throw new Error('refused');
		expect(second.files.map(({ id, change }) => `${id} ${change}`)).toEqual([
			'a replaced',
			'new added',
			'b replaced',
			'c replaced',
			'd removed',
		]);
		expect(read('导出/增量清单.csv').split('\r\n')[1]).toMatch(/^替换,1,关于a项工作情况的报告,第01项/u);
		const left = readdirSync(output, { recursive: true }).filter((name) => String(name).endsWith('.md'));
		expect(left).toHaveLength(4);
	});
});
