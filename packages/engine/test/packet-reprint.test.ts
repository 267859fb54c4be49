import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsId, type Frame, type World } from '@bianxu/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { f1Items, type F1Material, f1Table } from '../../packet/test/f1.ts';
import { readPrint } from '../../proof/src/index.ts';
import { exchangeHtml, recallHtml } from '../../report/src/index.ts';
import { applyVerb, planVerb } from '../src/packet.ts';
import { recordPrintVerb } from '../src/packet-prints.ts';
import { type PacketReprinted, reprintPlanned, type ReprintRequest, reprintVerb } from '../src/packet-reprint.ts';
import { printSource } from '../src/print.ts';
import { createSession, type Session } from '../src/session.ts';
import { f1Folder, f1Manifest, f1Text, type Folder } from './paper-packet.ts';
import { pdfium, wasm } from '../../proof/test/pdfium.ts';

const root = join(import.meta.dirname, '../../..');
const pack = join(root, '.fonts');
const world: World = nodeWorld([{ path: pack, origin: 'pack' }]);
// One session for all: pages of papers that do not change are laid out once.
const session: Session = createSession(world, { pdfium });
const options = { date: '2026-11-25' };
const full = process.env['BIANXU_FULL'] === '1';

let folder: Folder;
let packet = '';

async function printed(): Promise<Uint8Array> {
	const result = await printSource(session, { path: packet, options, contents: true, strictFonts: false });
	expect(result.refusals).toEqual([]);
	expect(await result.recordPages?.('会议材料.pdf')).toEqual([]);
	return result.bytes ?? new Uint8Array(0);
}

/** Every dangling place written anew by a person, so that the plan can be carried out. */
async function accepts(): Promise<readonly string[]> {
	const planned = await planVerb(session, { packet, options });
	if (planned.refused !== undefined) throw new Error(planned.refused[0]?.message.zh);
	return planned.plan.references.flatMap(({ in: id, block, start, status }) =>
		status === 'dangling' ? [`${id}@${block}:${start}=（已撤回的材料）`] : [],
	);
}

async function reprinted(request: Partial<ReprintRequest> = {}): Promise<PacketReprinted> {
	const result = await reprintVerb(session, { packet, options, ...request });
	if (result.refused !== undefined) throw new Error(result.refused[0]?.message.zh);
	return result;
}

async function framesOfPdf(bytes: Uint8Array): Promise<readonly Frame[]> {
	const read = await readPrint(bytes, wasm);
	if (read.refusal !== undefined) throw new Error(read.refusal.message.zh);
	const { frames } = read.print;
	read.close();
	return frames;
}

const ink = (frame: Frame | undefined): string =>
	(frame?.items ?? [])
		.map((item) =>
			item.kind === 'text' ? `${item.x.toFixed(1)},${item.y.toFixed(1)} ${item.font} ${item.text}` : item.kind,
		)
		.join('\n');

const change = (text: string, from: string, to: string): string => {
	expect(text).toContain(from);
	return text.replace(from, to);
};

const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

describe.skipIf(!existsSync(join(pack, 'NotoSerifSC-Regular.ttf')))(
	'reprint of F1 (needs the fonts of the set-up)',
	() => {
		beforeEach(async () => {
			folder = f1Folder();
			packet = join(folder.path, 'packet.yaml');
			expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
		});
		afterEach(() => folder.remove());

		const rows = f1Table.filter(({ scheme }) => scheme !== 'item');
		it.each(full ? rows : rows.slice(1, 2))(
			'2: the sheets of §5.2 from real pages: $change by $scheme',
			async (row) => {
				await printed();
				folder.write('packet.yaml', f1Manifest(row.change, { scheme: row.scheme }));
				const planned = await planVerb(session, { packet, options, accepts: await accepts(), by: '王某' });
				if (planned.refused !== undefined) throw new Error('refused');
				const { plan } = await reprintPlanned(session, packet, options, planned.plan);
				expect(plan.counts.sheets).toBe(row.sheets);
				folder.write('packet.yaml', f1Manifest(row.change, { scheme: row.scheme, binding: 'stapled' }));
				const whole = await planVerb(session, { packet, options, accepts: await accepts(), by: '王某' });
				if (whole.refused !== undefined) throw new Error('refused');
				expect((await reprintPlanned(session, packet, options, whole.plan)).plan.counts.sheets).toBe(row.whole);
			},
		);

		it('2: printed, not yet distributed: 25 sheets, 1,500 in all, 12 departments; the update is the new print', async () => {
			const before = await printed();
			const lockBefore = read('packet.lock.yaml');
			const recorded = await recordPrintVerb(session, { packet, options, ids: [] });
			expect(recorded.refused === undefined && recorded.records).toHaveLength(28);
			expect(read('packet.lock.yaml')).not.toBe(lockBefore);
			folder.write('packet.yaml', f1Manifest('withdraw-5-and-insert'));
			const signed = await accepts();
			expect(await applyVerb(session, { packet, options, accepts: signed, by: '王某' })).toMatchObject({
				applied: true,
			});
			const { result } = await reprinted();
			const { papers } = result;
			const sheets = papers.reduce((sum, { print }) => sum + print.length, 0);
			expect(sheets).toBe(25);
			expect(papers.reduce((sum, { print, copies }) => sum + print.length * (copies ?? 0), 0)).toBe(1500);
			expect(new Set(papers.flatMap(({ print, department }) => (print.length > 0 ? [department] : []))).size).toBe(12);
			expect(papers.filter(({ newSheets }) => newSheets === 0).map(({ id }) => id)).toEqual(['m10', 'm11', 'm12']);
			expect(papers.find(({ id }) => id === 'm27')).toMatchObject({ number: '26', oldNumber: '27', renumbered: [1] });
			expect(result.unprinted).toEqual(['n1', 'n2']);
			if (full) await updateIsNewPrint(before, f1Items.flat());
		});

		it('the update and the sheets that stay, page by page, are the new print; the same from the PDF alone', async () => {
			const few = f1Items.slice(2, 5).flat();
			const rows = few.map(
				({ id, department }) =>
					`{ id: ${id}, file: ${id}.md, title: 关于${id}的报告, department: ${department}, copies: 60 }`,
			);
			const small = (order: readonly (string | undefined)[]): string =>
				[
					'session: { place: 滨江市, level: prefecture, term: 17, meeting: 23, days: [2026-11-26, 2026-11-27] }\n',
					`items:\n${order.map((entry, at) => `  - { id: i${at}, materials: [${entry ?? ''}] }\n`).join('')}`,
				].join('');
			const numbers = new Map(few.map(({ id }, at) => [id, at + 1]));
			const known = few.map((each) => ({ ...each, mentions: each.mentions.filter(([, id]) => numbers.has(id)) }));
			for (const each of known) folder.write(`${each.id}.md`, f1Text(each, numbers));
			folder.write('packet.yaml', small(rows));
			rmSync(join(folder.path, 'packet.lock.yaml'));
			expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
			const before = await printed();
			await recordPrintVerb(session, { packet, options, ids: [] });
			folder.write('packet.yaml', small([rows[3], rows[0], rows[1], rows[6], rows[2], rows[4], rows[5]]));
			expect(await applyVerb(session, { packet, options, accepts: await accepts(), by: '王某' })).toMatchObject({
				applied: true,
			});
			await updateIsNewPrint(before, known);
		});

		it('2: and agenda, schedule, contents, the host’s script and the list of those attending, sheet by sheet', async () => {
			const page = (title: string, pages: number, cited: Readonly<Record<number, string>>): string => {
				const lines = Array.from({ length: 22 * (pages - 1) + 5 }, (_, at) => `${title}第${at + 1}行。`);
				for (const [at, words] of Object.entries(cited)) lines[22 * (Number(at) - 1) + 2] = words;
				return `# ${title}\n\n${lines.join('\n\n')}\n`;
			};
			folder.write(
				'主持词.md',
				page('主持词', 6, {
					2: '先进行第三项议程，再看会议材料之二十。',
					3: '请看会议材料之十二。',
					5: '请看会议材料之二十五和会议材料之二十八。',
				}),
			);
			folder.write('议程.md', page('议程（草案）', 2, { 1: '三、第三件事。' }));
			folder.write('日程.md', page('日程（草案）', 3, { 1: '上午：第四项议程。' }));
			folder.write('列席名单.md', page('列席名单', 2, { 1: '列席第三项议题的同志。' }));
			const others = [
				'{ id: host, file: 主持词.md, kind: host-script }',
				'{ id: agenda, file: 议程.md, kind: agenda }',
				'{ id: schedule, file: 日程.md, kind: schedule }',
				'{ id: attendees, file: 列席名单.md, kind: attendees }',
			];
			const manifest = (...of: Parameters<typeof f1Manifest>): string =>
				f1Manifest(...of).replace(/unnumbered: .*/u, `unnumbered: [${others.join(', ')}]`);
			folder.write('packet.yaml', manifest(null));
			expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
			await printed();
			await recordPrintVerb(session, { packet, options, ids: [] });
			// These two are printed by themselves, a few copies for the chair.
			const few = await recordPrintVerb(session, { packet, options, ids: ['host', 'attendees'], copies: 5 });
			expect(few.refused === undefined && few.records.map(({ sides }) => sides.length)).toEqual([6, 2]);
			// Nothing changed: nothing is to be printed, the contents neither.
			const nothing = await reprinted();
			expect([nothing.result.papers, nothing.result.contents]).toEqual([[], null]);
			const sheets = async (scheme: string): Promise<Readonly<Record<string, number>>> => {
				folder.write('packet.yaml', manifest('withdraw-5-and-insert', { scheme }));
				const planned = await planVerb(session, { packet, options, accepts: await accepts(), by: '王某' });
				if (planned.refused !== undefined) throw new Error('refused');
				const { papers, contents } = await reprintPlanned(session, packet, options, planned.plan);
				const count = (id: string): number => papers.find((each) => each.id === id)?.print.length ?? 0;
				return {
					...Object.fromEntries(['host', 'schedule', 'attendees'].map((id) => [id, count(id)])),
					contents: contents?.print.length ?? 0,
					materials: papers.filter(({ id }) => /^m\d/.test(id)).reduce((sum, { print }) => sum + print.length, 0),
				};
			};
			// 目录 has two pages here, on one sheet; the ordinals of items 3 and 4 change under every scheme.
			expect(await sheets('continuous')).toEqual({ host: 3, schedule: 1, attendees: 1, contents: 1, materials: 25 });
			expect(await sheets('frozen')).toMatchObject({ host: 2, schedule: 1, attendees: 1, materials: 1 });
			// A person writes the new agenda; only its first sheet is another one.
			folder.write('packet.yaml', manifest('withdraw-5-and-insert'));
			folder.write('议程.md', change(read('议程.md'), '三、第三件事。', '三、人事任免。'));
			const { result } = await reprinted();
			expect(result.papers.find(({ id }) => id === 'agenda')?.print).toEqual([[1, 2]]);
			// And the plan names the way that costs least, with what it costs.
			const planned = await planVerb(session, { packet, options, accepts: await accepts(), by: '王某' });
			if (planned.refused !== undefined) throw new Error('refused');
			expect(planned.plan.advice.map(({ message }) => message.zh).join()).toMatch(/frozen.*0份改号/);
		});

		it('3: the same, distributed: numbers stay, supplements, 撤回 in the contents, slips, and pages 3–4 of m19', async () => {
			await printed();
			const sent = { packet, options, ids: [], where: '常委会组成人员', serials: '1-60' };
			expect((await recordPrintVerb(session, sent)).refused).toBeUndefined();
			folder.write('packet.yaml', f1Manifest('withdraw-5-and-insert'));
			const signed = await accepts();
			const applied = await applyVerb(session, { packet, options, accepts: signed, by: '王某' });
			if (applied.refused !== undefined) throw new Error(applied.refused[0]?.message.zh);
			const numbers = new Map(applied.plan.materials.map(({ id, from, to }) => [id, [from, to]]));
			expect([numbers.get('n1'), numbers.get('n2'), numbers.get('m13')]).toEqual([
				[null, '补1'],
				[null, '补2'],
				['13', '13'],
			]);
			const done = await reprinted({ paint: true });
			const { papers, contents, unprinted } = done.result;
			expect(papers.map(({ id, print, out }) => [id, print, out])).toEqual([
				...['m10', 'm11', 'm12'].map((id) => [id, [], expect.anything()]),
				['m19', [[3, 4]], [[3, 4]]],
			]);
			expect(unprinted).toEqual(['n1', 'n2']);
			// Everybody who has one of them gives it back, or exchanges a sheet.
			for (const { recall } of papers)
				expect(recall).toMatchObject([{ copies: 60, serials: '1-60', where: '常委会组成人员' }]);
			const exchange = exchangeHtml(done.result, done.head);
			expect(exchange).toContain('不插入');
			expect(exchange).toContain('第3—4页');
			const recall = recallHtml(done.result, done.head);
			expect([...recall.matchAll(/<tr><td>(\d+)<\/td>/g)].map(([, number]) => number)).toEqual([
				'10',
				'11',
				'12',
				'19',
			]);
			// The withdrawn keep their line in the contents.
			const shown = await framesOfPdf(done.update ?? new Uint8Array(0));
			const front = shown
				.slice(0, done.faces.filter(({ id }) => id === contentsId).length)
				.flatMap((frame) => frame.items.map((item) => (item.kind === 'text' ? item.text : '')))
				.join('')
				.replaceAll(/[\s…]/gu, '');
			expect(contents?.recall).toMatchObject([{ copies: 60 }]);
			for (const [number, id] of [
				['十', 'm10'],
				['十一', 'm11'],
				['十二', 'm12'],
			])
				expect(front).toContain(`会议材料之${number}关于${id}的报告（撤回）`);
			expect(front).toContain('补充材料（一）');
			expect(front).toMatch(/会议材料之十三关于m13的报告1—2/);
		});

		it('18: a sentence more on page 5 of m14 after distribution: seven sheets, or two with a point page', async () => {
			// Sixteen full pages: one line more makes seventeen.
			folder.write('m14.md', fullText(22 * 16 - 4));
			await printed();
			await recordPrintVerb(session, { packet, options, ids: [], where: '常委会组成人员', serials: '1-60' });
			const text = read('m14.md');
			folder.write(
				'm14.md',
				change(text, 'm14材料第95条情况如上所述。', 'm14材料第95条情况如上所述。\n\n会上增加一句。'),
			);
			const { result } = await reprinted();
			const [m14] = result.papers;
			expect(result.papers).toHaveLength(1);
			// Seventeen pages stand in the contents then, sixteen with a point page.
			expect(result.contents?.print).toHaveLength(1);
			expect(result.repaged).toEqual([{ id: 'm14', from: 16, to: 17 }]);
			expect(m14).toMatchObject({ id: 'm14', oldSheets: 8, newSheets: 9, mostly: true, changed: [5, 6] });
			expect(m14?.print).toHaveLength(7);
			expect(m14?.point).toEqual({ first: 5, last: 6, labels: ['6-1'], sheets: 2 });
			expect(m14?.recall).toMatchObject([{ copies: 60, serials: '1-60', where: '常委会组成人员' }]);
			const pointed = await reprinted({ point: true, paint: true });
			expect([pointed.result.contents, pointed.result.repaged]).toEqual([null, []]);
			expect(pointed.faces.map(({ page }) => page)).toEqual(['5', '6', '6-1', null]);
			const shown = await framesOfPdf(pointed.update ?? new Uint8Array(0));
			const words = (frame: Frame | undefined): string =>
				(frame?.items ?? []).map((item) => (item.kind === 'text' ? item.text : '')).join('');
			expect(words(shown[0])).toContain('会上增加一句。');
			expect(words(shown[2]).replaceAll(/\s|非正式：字体代用/gu, '')).toBe('m14材料第128条情况如上所述。—6-1—');
			expect(shown[3]?.items).toEqual([]);
			expect(pointed.result.papers[0]?.live.filter(({ on }) => on === null).map(({ page }) => page)).toEqual([
				'5',
				'6',
				'6-1',
			]);
		});
	},
);

/** Holds the update and the old print beside the new one, page by page; then does it again from the PDF alone. */
async function updateIsNewPrint(before: Uint8Array, papers: readonly F1Material[]): Promise<void> {
	const recorded = await reprinted({ paint: true });
	const { update, faces, result } = recorded;
	const { contents } = result;
	// Every paper got another number: so did its line of the contents.
	expect(contents?.print).toHaveLength(1);
	const sheets = [contents, ...result.papers].reduce((sum, paper) => sum + (paper?.print.length ?? 0), 0);
	const next = await printSource(session, { path: packet, options, contents: true, strictFonts: false });
	const newFrames = await framesOfPdf(next.bytes ?? new Uint8Array(0));
	const oldFrames = await framesOfPdf(before);
	const updateFrames = await framesOfPdf(update ?? new Uint8Array(0));
	expect(updateFrames).toHaveLength(2 * sheets);
	const oldMap = new Map<string, number>();
	let first = 2;
	for (const { id, pages } of papers) {
		oldMap.set(id, first);
		first += pages + (pages % 2);
	}
	let kept = 0;
	const front = next.contents;
	for (let page = 1; page <= (front?.pages ?? 0); page++) {
		const inUpdate = faces.findIndex((face) => face.id === contentsId && face.page === String(page));
		const shown = inUpdate >= 0 ? updateFrames[inUpdate] : oldFrames[page - 1];
		expect(ink(shown), `contents, page ${page}`).toBe(ink(newFrames[(front?.first ?? 0) + page - 1]));
	}
	for (const { id, pages, first: at } of next.pageMap) {
		if (id.startsWith('n')) continue;
		for (let page = 1; page <= pages; page++) {
			const inUpdate = faces.findIndex((face) => face.id === id && face.page === String(page));
			if (inUpdate < 0) kept++;
			const shown = inUpdate >= 0 ? updateFrames[inUpdate] : oldFrames[(oldMap.get(id) ?? 0) + page - 1];
			expect(ink(shown), `${id} page ${page}`).toBe(ink(newFrames[at + page - 1]));
		}
	}
	expect(kept).toBeGreaterThan(0);
	writeFileSync(join(folder.path, 'old.pdf'), before);
	const fromPdf = await reprinted({ print: join(folder.path, 'old.pdf') });
	const sheetsOf = (of: PacketReprinted): object =>
		Object.fromEntries(of.result.papers.flatMap(({ id, print }) => (print.length > 0 ? [[id, print]] : [])));
	expect(sheetsOf(fromPdf)).toEqual(sheetsOf(recorded));
}

const fullText = (lines: number): string =>
	`会议材料之十四\n\n# 关于m14的报告\n\n${Array.from({ length: lines }, (_, at) => `m14材料第${at + 1}条情况如上所述。`).join('\n\n')}\n`;
