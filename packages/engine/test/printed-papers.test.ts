/** The papers that people hold in their hands: each names the session, fits its page, and has room to write. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '@bianxu/model';
import { exchangeHtml, recallHtml, returnHtml, urgeHtml } from '@bianxu/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { read } from '../../parser/test/lower/round-trip.ts';
import { readPrint } from '../../proof/src/index.ts';
import { applyVerb, planVerb } from '../src/packet.ts';
import { recordPrintVerb } from '../src/packet-prints.ts';
import { reprintVerb } from '../src/packet-reprint.ts';
import { planFiles } from '../src/packet-sheets.ts';
import { signVerb } from '../src/packet-sign.ts';
import { statusVerb } from '../src/packet-status.ts';
import { jobSheet, printSource } from '../src/print.ts';
import { createSession } from '../src/session.ts';
import { type Folder, newFolder } from './paper-packet.ts';
import { pdfium, wasm } from '../../proof/test/pdfium.ts';

const root = join(import.meta.dirname, '../../..');
const pack = join(root, '.fonts');
const session = createSession(nodeWorld([{ path: pack, origin: 'pack' }]), { pdfium });
const options = { date: '2026-11-25' };
const meeting = '滨江市第十七届人民代表大会常务委员会第二十三次会议';
const title = (id: string): string => `滨江市人民代表大会常务委员会执法检查组关于检查${id}项法规实施情况的报告`;
const ids = [...'abcdefghijkl'];

let folder: Folder;
/** Papers by name: HTML, .docx or PDF. */
const papers = new Map<string, Uint8Array>();

const row = (id: string): string =>
	`{ id: ${id}, file: ${id}.md, title: ${title(id)}, kind: other, department: 市人大城市建设环境资源保护委员会${id}, person: 何秀兰, copies: 60 }`;
const manifest = (order: readonly string[]): string =>
	`session: { place: 滨江市, level: prefecture, term: 17, meeting: 23, days: [2026-11-26] }\nitems:\n${order.map((id, at) => `  - { id: i${at}, title: 第${at + 1}件事, materials: [${row(id)}] }\n`).join('')}unnumbered: [{ id: host, file: 主持词.md, kind: host-script }]\n`;

const text = (html: string): Uint8Array => new TextEncoder().encode(html);
const shown = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

async function frames(name: string): Promise<readonly Frame[]> {
	const opened = await readPrint(papers.get(name) ?? new Uint8Array(0), wasm);
	if (opened.refusal !== undefined) throw new Error(opened.refusal.message.zh);
	const found = opened.print.frames;
	opened.close();
	return found;
}

const words = (found: readonly Frame[]): string =>
	found
		.flatMap((frame) => frame.items.map((item) => (item.kind === 'text' ? item.text : '')))
		.join('')
		.replaceAll(/\s/gu, '');

describe.skipIf(!existsSync(join(pack, 'NotoSerifSC-Regular.ttf')))(
	'papers that are handed out (needs the fonts of the set-up)',
	() => {
		beforeAll(async () => {
			folder = newFolder();
			const packet = join(folder.path, 'packet.yaml');
			for (const [at, id] of ids.entries())
				folder.write(
					`${id}.md`,
					`会议材料之${'一二三四五六七八九'[at] ?? `十${'零一二'[at - 9] ?? ''}`.replace('零', '')}\n\n# ${title(id)}\n\n正文如上。\n`,
				);
			folder.write('new.md', `# ${title('new')}\n\n正文。\n`);
			folder.write('主持词.md', '# 主持词\n\n请看会议材料之五。\n');
			folder.write('packet.yaml', manifest(ids));
			expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
			const request = { path: packet, options, contents: true, strictFonts: false };
			const printed = await printSource(session, request);
			await printed.recordPages?.('会议材料.pdf');
			papers.set('付印单.pdf', (await jobSheet(session, request, printed, '会议材料.pdf')) ?? new Uint8Array(0));
			const recorded = { packet, options, ids: [], where: '常委会组成人员', serials: '1-60' };
			expect((await recordPrintVerb(session, { ...recorded, where: '' })).refused).toBeUndefined();
			folder.write('packet.yaml', manifest(['a', 'new', ...ids.slice(1)]));
			const planned = await planVerb(session, { packet, options });
			if (planned.refused !== undefined) throw new Error('refused');
			for (const name of ['改号对照表.html', '改号对照表.docx'])
				for (const file of await planFiles(session, planned, planned.plan, join(folder.path, name), 'zh'))
					papers.set(file.path.slice(folder.path.length + 1), file.bytes);
			expect(await applyVerb(session, { packet, options })).toMatchObject({ applied: true });
			const reprint = await reprintVerb(session, { packet, options, paint: true });
			if (reprint.refused !== undefined) throw new Error('refused');
			papers.set('抽换单.html', text(exchangeHtml(reprint.result, reprint.head)));
			papers.set('收回清单.html', text(recallHtml(reprint.result, reprint.head)));
			papers.set('换页付印单.pdf', reprint.order ?? new Uint8Array(0));
			const status = await statusVerb(session, { packet, options });
			if (status.refused !== undefined) throw new Error('refused');
			papers.set('催办单.html', text(urgeHtml(status.board, status.head)));
			const sent = await signVerb(session, {
				packet,
				options,
				ids: ['a'],
				role: '拟稿人',
				by: '高建业',
				returned: '数据与附件不符',
			});
			if (sent.refused !== undefined) throw new Error('refused');
			const by = { role: '拟稿人', name: '高建业' };
			papers.set('退稿单.html', text(returnHtml(sent.papers, '数据与附件不符', by, sent.head)));
		});
		afterAll(() => folder.remove());

		const signatures: Readonly<Record<string, readonly string[]>> = {
			'改号对照表.html': ['经办人', '核对人', '批准人', '接听人', '通知时间'],
			'改号对照表.docx': ['经办人', '核对人', '批准人', '接听人', '通知时间'],
			'改号对照表.主持词差异单.html': ['核对人', '主持人'],
			'抽换单.html': ['签收人', '抽换人', '复核人', '核'],
			'收回清单.html': ['收回人', '复核人'],
			'催办单.html': ['催办人', '签收人', '承办部门负责人', '办理情况'],
			'退稿单.html': ['退回人', '签收人', '拟稿人', '部门负责人'],
			'付印单.pdf': ['批准付印', '送印人', '印制人', '验收人', '交付时间'],
			'换页付印单.pdf': ['批准付印', '送印人', '印制人', '验收人', '交付时间'],
		};

		it.each(Object.entries(signatures))('%s names the session and has places to write', async (name, places) => {
			const bytes = papers.get(name);
			const said = name.endsWith('.pdf')
				? words(await frames(name))
				: name.endsWith('.docx')
					? docxText(bytes)
					: shown(bytes);
			expect(said).toContain(meeting);
			for (const place of places) expect(said).toContain(place);
			expect(said).toMatch(/_{6,}/);
			expect(said).toMatch(/月[\s　_]*日[\s　_]*时/u);
		});

		it('a 付印单 lists every paper with sheets and copies, and nothing leaves the page', async () => {
			const order = await frames('付印单.pdf');
			const said = words(order);
			for (const id of ids) expect(said).toContain(title(id));
			expect(said).toContain('60份');
			expect(said).toMatch(/校验码[0-9a-f]{12}/);
			const again = words(await frames('换页付印单.pdf'));
			expect(again).toContain('更新页.pdf');
			// Eleven papers got another number, one sheet each, and the contents with them; sixty copies.
			expect(again).toContain('每份用纸12张A4');
			expect(again).toContain('共用纸720张A4');
			for (const frame of order)
				for (const item of frame.items) {
					if (item.kind !== 'text') continue;
					const width = item.advances.reduce((sum, each) => sum + each, 0);
					expect(item.x).toBeGreaterThanOrEqual(0);
					expect(item.x + width).toBeLessThanOrEqual(frame.width);
					expect(item.y).toBeLessThanOrEqual(frame.height);
				}
		});

		const hasTools =
			spawnSync('sh', ['-c', 'command -v chromium && command -v soffice && command -v pdftotext']).status === 0;
		it.skipIf(!hasTools || process.env['BIANXU_FULL'] !== '1')(
			'on paper: A4, every page inside its margins, no heading left alone (BIANXU_FULL=1, needs chromium, soffice, pdftotext)',
			() => {
				for (const [name, bytes] of papers) {
					const source = join(folder.path, `印-${name}`);
					folder.write(`印-${name}`, bytes);
					const pdf = source.replace(/\.[a-z]+$/, '.out.pdf');
					if (name.endsWith('.html')) {
						const common = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
						const own = [`--user-data-dir=${folder.path}/chromium`, `--print-to-pdf=${pdf}`, source];
						execFileSync('chromium', [...common, ...own], { stdio: 'ignore', timeout: 60_000 });
					} else if (name.endsWith('.docx')) {
						const profile = `-env:UserInstallation=file://${folder.path}/lo`;
						execFileSync(
							'soffice',
							[profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder.path, 'out'), source],
							{ stdio: 'ignore', timeout: 120_000 },
						);
						execFileSync('cp', [join(folder.path, 'out', `印-${name.replace('.docx', '.pdf')}`), pdf]);
					} else execFileSync('cp', [source, pdf]);
					const boxes = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' });
					const pages = boxes.split('<page ').slice(1);
					expect(pages.length, name).toBeGreaterThan(0);
					for (const page of pages) {
						const [width, height] = [/width="([\d.]+)"/, /height="([\d.]+)"/].map((of) => Number(of.exec(page)?.[1]));
						expect([name, Math.round(width ?? 0), Math.round((height ?? 0) / 2)]).toEqual([name, 595, 421]);
						const found = [
							...page.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g),
						];
						expect(found.length, `${name}: an empty page`).toBeGreaterThan(0);
						for (const [, left, top, right, bottom, word] of found) {
							expect(Number(left), `${name} ${word}`).toBeGreaterThan(20);
							expect(Number(right), `${name} ${word}`).toBeLessThan(575);
							expect(Number(top), `${name} ${word}`).toBeGreaterThan(20);
							expect(Number(bottom), `${name} ${word}`).toBeLessThan(825);
						}
						// The last line of a page is no heading.
						expect(found.at(-1)?.[5], name).not.toMatch(
							/^(?:需要重印|三种编号方案比较|需要打电话的部门|引用改写|配页单)/,
						);
					}
				}
			},
		);
	},
);

const docxText = (bytes: Uint8Array | undefined): string =>
	read(bytes ?? new Uint8Array(0))
		.doc.paragraphs.map(({ text: each }) => each)
		.join('\n');
