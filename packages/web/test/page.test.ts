import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { annotateBytes, type Checked, checkBytes, createSession, fixBytes, report, settingsFor } from '@bianxu/engine';
import type { World } from '@bianxu/model';
import { type Browser, type BrowserContext, chromium, type Download, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { isRefusal, openPackage } from '../../opc/src/index.ts';
import { buildWeb, PAGE } from '../build.ts';
import { browserWorld } from '../src/browser-world.ts';

/** Debian's; another one by BIANXU_CHROMIUM. Absent on most users' machines: the tests are then skipped by name. */
const CHROMIUM = process.env['BIANXU_CHROMIUM'] ?? '/usr/bin/chromium';
const FAULTY = join(import.meta.dirname, '../../../fixtures/packet/faulty');
const CLEAN = join(import.meta.dirname, '../../../fixtures/packet/clean');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/** Settings as the page chooses them for a file that stands alone. */
async function engineOn(world: World, name: string, bytes: Uint8Array, template: 'auto' | 'base' = 'auto') {
	const session = createSession(world);
	const path = `/${name}`;
	const settings = await settingsFor(session, path, { template, level: 'prefecture' });
	return { session, path, settings, checked: checkBytes(session, path, bytes, settings) };
}

/** Texts of all parts of a package by name, for comparing packages that were compressed by different programs. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
	const opened = openPackage(bytes, nodeWorld([]));
	if (isRefusal(opened)) throw new Error(opened.message.en);
	const textOf = (name: string): string => {
		const part = opened.read(name);
		if (isRefusal(part)) throw new Error(part.message.en);
		return Buffer.from(part).toString('utf8');
	};
	return new Map([...opened.entries.keys()].map((name) => [name, textOf(name)]));
}

describe.skipIf(!existsSync(CHROMIUM))('the offline page in Chromium', () => {
	const folder = mkdtempSync(join(tmpdir(), 'bianxu-page-'));
	let browser: Browser;
	let context: BrowserContext;
	let page: Page;
	let requests: string[];
	let faults: string[];

	beforeAll(async () => {
		await buildWeb();
		browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
	});
	afterAll(async () => {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	});
	beforeEach(async () => {
		requests = [];
		faults = [];
		context = await browser.newContext({
			offline: true,
			acceptDownloads: true,
			viewport: { width: 1100, height: 900 },
		});
		context.on('request', (request) => {
			if (!/^(?:file|blob|data|about):/.test(request.url())) requests.push(request.url());
		});
		page = await context.newPage();
		page.on('pageerror', (error) => faults.push(error.message));
		page.on('console', (message) => {
			if (message.type() === 'error') faults.push(message.text());
		});
		await page.goto(pathToFileURL(PAGE).href);
	});
	afterEach(async () => {
		expect(requests).toEqual([]);
		await context.close();
	});

	const choose = (...paths: readonly string[]): Promise<void> => page.locator('#files').setInputFiles([...paths]);
	const articleOf = (name: string): Locator =>
		page.locator('article', { has: page.getByRole('heading', { name, exact: false }) });
	const checkedArticle = async (name: string): Promise<Locator> => {
		const article = articleOf(name);
		await article.getByRole('button', { name: '打印修改清单' }).waitFor();
		return article;
	};
	const download = async (article: Locator, button: string): Promise<{ file: Download; bytes: Uint8Array }> => {
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			article.getByRole('button', { name: button }).click(),
		]);
		return { file, bytes: new Uint8Array(await readFile(await file.path())) };
	};

	it('shows the findings of the engine, number by number', async () => {
		const name = '述职报告-王振海.docx';
		await choose(join(FAULTY, name));
		const article = await checkedArticle(name);
		const { checked } = await engineOn(nodeWorld([]), name, new Uint8Array(readFileSync(join(FAULTY, name))));
		const expected = report.inTextOrder(checked.result.diagnostics);
		expect(expected.length).toBeGreaterThan(3);
		const items = article.locator('ol.findings > li');
		expect(await items.count()).toBe(expected.length);
		expect(await items.locator('.number').allTextContents()).toEqual(expected.map((_, index) => `${index + 1}`));
		expect(await items.locator('.message').allTextContents()).toEqual(
			expected.map((diagnostic) => report.escapeTerminal(diagnostic.message.zh)),
		);
		expect(await items.locator('.source').allTextContents()).toEqual(
			expected.map(
				({ source, rule }) => `依据：${report.escapeTerminal(report.sourceText(source, 'zh'))}　规则 ${rule}`,
			),
		);
		const { errors, warnings, infos } = report.summaryOf([checked.result]);
		await page.getByText(`共 1 个文件：错误 ${errors}，警告 ${warnings}，提示 ${infos}`).waitFor();
		expect(await article.getByText('没有检查的内容').count()).toBe(1);
		expect(faults).toEqual([]);
	});

	it('gives the corrected .docx of the engine, byte for byte', async () => {
		const name = '述职报告-王振海.docx';
		const bytes = new Uint8Array(readFileSync(join(FAULTY, name)));
		await choose(join(FAULTY, name));
		const { file, bytes: got } = await download(await checkedArticle(name), '下载改正稿');
		expect(file.suggestedFilename()).toBe('述职报告-王振海.改正.docx');
		const { session, path, settings } = await engineOn(browserWorld(new Map()), name, bytes);
		const fixed = fixBytes(session, path, bytes, settings, 'safe');
		expect(fixed.fixed).toBeGreaterThan(0);
		expect(Buffer.compare(got, fixed.bytes)).toBe(0);
		// Node's zlib compresses otherwise than fflate; what the parts say is the same.
		const onNode = await engineOn(nodeWorld([]), name, bytes);
		expect(partsOf(got)).toEqual(partsOf(fixBytes(onNode.session, onNode.path, bytes, onNode.settings, 'safe').bytes));
		await page.getByText(`已改正 ${fixed.fixed} 处`).waitFor();
		expect(faults).toEqual([]);
	});

	it('gives an annotated copy with Word comments and the same text', async () => {
		const name = '述职报告-王振海.docx';
		const bytes = new Uint8Array(readFileSync(join(FAULTY, name)));
		await choose(join(FAULTY, name));
		const { file, bytes: got } = await download(await checkedArticle(name), '下载批注稿');
		expect(file.suggestedFilename()).toBe('述职报告-王振海.批注.docx');
		const { session, path, settings, checked } = await engineOn(browserWorld(new Map()), name, bytes);
		const annotated = annotateBytes(session, path, bytes, settings);
		expect(annotated.comments).toBeGreaterThan(0);
		const comments = partsOf(got).get('/word/comments.xml') ?? '';
		expect(comments.match(/<w:comment /g)?.length).toBe(annotated.comments);
		const back = checkBytes(session, path, got, settings) as Checked;
		expect(back.document.doc.paragraphs.map((paragraph) => paragraph.text)).toEqual(
			(checked as Checked).document.doc.paragraphs.map((paragraph) => paragraph.text),
		);
		expect(faults).toEqual([]);
	});

	it('shows the 修改清单 of what the safe corrections leave, styled and ready to print', async () => {
		const name = '述职报告-王振海.docx';
		const bytes = new Uint8Array(readFileSync(join(FAULTY, name)));
		await choose(join(FAULTY, name));
		await (await checkedArticle(name)).getByRole('button', { name: '打印修改清单' }).click();
		const sheet = page.frameLocator('#sheet-frame');
		await sheet.getByRole('heading', { name: '修改清单' }).waitFor();
		const { session, path, settings } = await engineOn(browserWorld(new Map()), name, bytes);
		const left = fixBytes(session, path, bytes, settings, 'safe').after.result.diagnostics.length;
		expect(await sheet.locator('tbody tr').count()).toBe(left);
		expect(await sheet.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('16px');
		expect(await sheet.getByText(name).count()).toBe(1);
		// The print button reaches the frame's own print: the frame is of the page's origin.
		await page.evaluate(() => {
			const frame = document.querySelector('iframe');
			if (frame?.contentWindow) frame.contentWindow.print = () => document.body.setAttribute('data-printed', 'yes');
		});
		await page.getByRole('button', { name: '打印', exact: true }).click();
		expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
		await page.keyboard.press('Escape');
		expect(await page.locator('#sheet').isVisible()).toBe(false);
		expect(faults).toEqual([]);
	});

	it('takes Markdown and several files, refuses what it cannot read in one sentence, and checks the rest', async () => {
		const markdown = '计划执行情况审查意见.md';
		const broken = join(folder, '坏文件.docx');
		const old = join(folder, '旧文件.doc');
		writeFileSync(broken, 'PK\u0003\u0004 not a package');
		writeFileSync(old, 'old');
		await choose(broken, join(FAULTY, markdown), old);
		const article = await checkedArticle(markdown);
		const bytes = new Uint8Array(readFileSync(join(FAULTY, markdown)));
		const { session, path, settings, checked } = await engineOn(nodeWorld([]), markdown, bytes);
		expect(await article.locator('ol.findings > li').count()).toBe(checked.result.diagnostics.length);
		expect(await article.getByRole('button', { name: '下载批注稿' }).count()).toBe(0);
		const got = await download(article, '下载改正稿');
		expect(Buffer.compare(got.bytes, fixBytes(session, path, bytes, settings, 'safe').bytes)).toBe(0);
		for (const name of ['坏文件.docx', '旧文件.doc']) {
			const fault = articleOf(name).locator('.fault');
			await fault.waitFor();
			expect(await fault.textContent()).toMatch(/^未能检查：[^\n]{6,120}$/);
			expect(await articleOf(name).getByRole('button').count()).toBe(0);
		}
		await page.getByText('共 3 个文件').waitFor();
		expect(await page.getByRole('status').first().textContent()).toContain('未能检查 2');
		expect(faults).toEqual([]);
	});

	it('judges by the chosen type of material, and clears on demand', async () => {
		const name = '任免职务议案.docx';
		await choose(join(CLEAN, name));
		const article = await checkedArticle(name);
		expect(await article.locator('h2').textContent()).toContain('按「人事任免」检查');
		await page.getByLabel('材料类型').selectOption('base');
		await article.getByText('按「通用」检查').waitFor();
		const bytes = new Uint8Array(readFileSync(join(CLEAN, name)));
		const { checked } = await engineOn(nodeWorld([]), name, bytes, 'base');
		expect(await article.locator('ol.findings > li').count()).toBe(checked.result.diagnostics.length);
		await page.getByRole('button', { name: '清空结果' }).click();
		expect(await page.locator('article').count()).toBe(0);
		expect(faults).toEqual([]);
	});

	it('takes a dropped file', async () => {
		const name = '议程草案.docx';
		const base64 = readFileSync(join(FAULTY, name)).toString('base64');
		const transfer = await page.evaluateHandle(
			([text = '', called = '']) => {
				const data = new DataTransfer();
				const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
				data.items.add(new File([bytes], called));
				return data;
			},
			[base64, name],
		);
		await page.dispatchEvent('footer', 'drop', { dataTransfer: transfer });
		const article = await checkedArticle(name);
		const { checked } = await engineOn(nodeWorld([]), name, new Uint8Array(readFileSync(join(FAULTY, name))));
		expect(await article.locator('ol.findings > li').count()).toBe(checked.result.diagnostics.length);
	});

	it('can be worked by keyboard alone', async () => {
		await choose(join(FAULTY, '议程草案.docx'));
		const article = await checkedArticle('议程草案.docx');
		await page.locator('body').focus();
		const met: string[] = [];
		for (let press = 0; press < 8; press++) {
			await page.keyboard.press('Tab');
			met.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || ''));
		}
		expect(met).toEqual(expect.arrayContaining(['files', 'template', 'level', '打印修改清单']));
		await article.getByRole('button', { name: '打印修改清单' }).focus();
		await page.keyboard.press('Enter');
		await page.locator('#sheet').waitFor({ state: 'visible' });
	});

	it('forbids every connection, script and evaluation that is not its own', async () => {
		let hits = 0;
		const server = createServer((_, response) => {
			hits++;
			response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		// Nothing but the policy stands in the way: this context is online and the server answers.
		const online = await browser.newContext();
		const open = await online.newPage();
		const refusals: string[] = [];
		open.on('requestfailed', (request) => refusals.push(request.failure()?.errorText ?? ''));
		await open.goto(pathToFileURL(PAGE).href);
		const outcome = await open.evaluate(async (address) => {
			const violated: string[] = [];
			document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
			const refused = await fetch(address).then(
				() => false,
				() => true,
			);
			const picture = new Image();
			picture.src = `${address}picture.png`;
			const script = document.createElement('script');
			script.textContent = 'document.title = "changed"';
			document.body.append(script);
			const style = document.createElement('style');
			style.textContent = `@import "${address}a.css"; body { background: url("${address}b.png") }`;
			document.head.append(style);
			navigator.sendBeacon(`${address}beacon`, 'x');
			// A worker of a Blob has the policy of the page that made it.
			const source = `
				let evaluated = 'evaluated';
				try { (0, eval)('1'); } catch { evaluated = 'not evaluated'; }
				fetch('${address}').then(() => postMessage('sent, ' + evaluated), () => postMessage('refused, ' + evaluated));`;
			const worker = new Worker(URL.createObjectURL(new Blob([source])));
			const fromWorker = await new Promise((resolve) =>
				worker.addEventListener('message', (event) => resolve(event.data)),
			);
			await new Promise((resolve) => setTimeout(resolve, 300));
			return { refused, violated: [...new Set(violated)].sort(), fromWorker, title: document.title };
		}, `http://127.0.0.1:${port}/`);
		await online.close();
		await new Promise((resolve) => server.close(resolve));
		expect(outcome).toEqual({
			refused: true,
			violated: ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem'],
			fromWorker: 'refused, not evaluated',
			title: '编序 · 会议材料检查',
		});
		expect(refusals.every((reason) => reason === 'csp')).toBe(true);
		expect(hits).toBe(0);
	});
});

describe('the page as a file', () => {
	it('is one file in Chinese, without any address to load from, and without the heavy parts', async () => {
		const { bytes, sources } = await buildWeb();
		const html = readFileSync(PAGE, 'utf8');
		expect(html).toContain('<html lang="zh-CN">');
		expect(html).toContain('文件不离开本机');
		expect(html).not.toMatch(/<(?:script|img|link|iframe)\b[^>]*\b(?:src|href)=/);
		expect(bytes).toBe(Buffer.byteLength(html));
		expect(bytes).toBeLessThan(2 * 1024 * 1024);
		expect(sources.some((name) => name.endsWith('packages/engine/src/check.ts'))).toBe(true);
		const heavy = sources.filter((name) =>
			/packages\/(?:printer|proof|writer|cli)\/|node_modules\/(?:fontkit|docx|mammoth|@cantoo|@hyzyla)\//.test(name),
		);
		expect(heavy).toEqual([]);
		for (const library of ['unified', 'micromark', 'yaml', 'fflate', 'diff']) {
			expect(html).toMatch(new RegExp(`(?:^|, |>)${library} \\d+\\.`, 'm'));
		}
	});
	it('comes out the same twice', async () => {
		const digest = (): string => createHash('sha256').update(readFileSync(PAGE)).digest('hex');
		await buildWeb();
		const first = digest();
		await buildWeb();
		expect(digest()).toBe(first);
	});
});
