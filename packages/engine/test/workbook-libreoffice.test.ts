/** The workbook as LibreOffice writes it and reads it: what the tool does not own is the same before and after. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { applyVerb } from '../src/packet.ts';
import { recordPrintVerb } from '../src/packet-prints.ts';
import { refreshWorkbook } from '../src/packet-refresh.ts';
import { createSession } from '../src/session.ts';

const hasCalc = spawnSync('sh', ['-c', 'command -v soffice && command -v localc']).status === 0;

const cell = (text: string, more = ''): string =>
	`<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const texts = (...words: readonly string[]): string => row(...words.map((word) => cell(word)));
const table = (name: string, rows: readonly string[]): string =>
	`<table:table table:name="${name}"><table:table-column table:number-columns-repeated="9"/>${rows.join('')}</table:table>`;

/** As an office keeps it: a title over the head, colours, a note, a list to choose from, a merged item, real dates. */
function officeBook(): string {
	const note = '<office:annotation><text:p>请核对题目</text:p></office:annotation>';
	const noted = `<table:table-cell office:value-type="string" table:style-name="red">${note}<text:p>关于甲项工作情况的报告</text:p></table:table-cell>`;
	const merged = cell('关于第一件事', 'table:number-rows-spanned="2" table:number-columns-spanned="1"');
	const list = (word: string): string => cell(word, 'table:content-validation-name="kinds"');
	const materials = [
		row(
			cell('材料一览', 'table:number-columns-spanned="4" table:number-rows-spanned="1" table:style-name="red"'),
			'<table:covered-table-cell table:number-columns-repeated="3"/>',
		),
		texts('标识', '顺序', '编号', '标题', '文种', '所属议题', '文件名', '部门', '领导批示'),
		row(
			cell('ma'),
			cell('1'),
			'<table:table-cell table:style-name="red"/>',
			noted,
			list('报告'),
			merged,
			cell('甲.md'),
			cell('财政局'),
			cell('同意，照办'),
		),
		row(
			'<table:table-cell/>',
			cell('２'),
			'<table:table-cell/>',
			cell('关于乙项工作情况的报告'),
			list('其他'),
			'<table:covered-table-cell/>',
			cell('乙.md'),
			cell('审计局'),
			'<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>',
		),
	];
	// The office has a column of its own, and a row with a remark that waits.
	const red = '<table:table-cell table:style-name="red"/>';
	const prints = [
		texts('批次', '材料', '版次', '份数', '装订', '去向', '收回', '备注'),
		row(red.repeat(7), cell('三号机印')),
		row(red.repeat(7), red),
	];
	const day =
		'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="2026-11-26"><text:p>2026-11-26</text:p></table:table-cell>';
	return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles><number:date-style style:name="d"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="d"/><style:style style:name="red" style:family="table-cell"><style:table-cell-properties fo:background-color="#ffcccc"/><style:text-properties fo:color="#cc0000" fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:content-validations><table:content-validation table:name="kinds" table:condition="of:cell-content-is-in-list(&quot;报告&quot;;&quot;其他&quot;)" table:allow-empty-cell="true" table:base-cell-address="材料.E3"/></table:content-validations>${table('会议', [texts('项目', '内容'), texts('地名', '滨江市'), texts('届次', '十七'), texts('次数', '23'), row(cell('会期'), day)])}${table('议程', [texts('标识', '顺序', '议题', '状态'), texts('i1', '1', '关于第一件事', '列入')])}${table('材料', materials)}${table('审核', [texts('材料', '一审', '二审', '三审'), texts('关于甲项工作情况的报告', '', '', '')])}${table('印制', prints)}</office:spreadsheet></office:body></office:document>`;
}

describe.skipIf(!hasCalc)('the workbook in LibreOffice (needs libreoffice-calc)', () => {
	let folder = '';
	const path = (name: string): string => join(folder, name);
	const convert = (name: string, to: string, out: string): void => {
		execFileSync(
			'soffice',
			[
				`-env:UserInstallation=file://${folder}/lo`,
				'--headless',
				'--convert-to',
				to,
				'--outdir',
				path(out),
				path(name),
			],
			{ stdio: 'ignore', timeout: 120_000 },
		);
	};
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'bianxu-workbook-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('opens before and after; cells, styles, validations, notes and merges that are not ours are equal', async () => {
		writeFileSync(path('一览表.fods'), officeBook());
		convert('一览表.fods', 'xlsx', '.');
		for (const [name, title] of [
			['甲.md', '甲'],
			['乙.md', '乙'],
		] as const)
			writeFileSync(path(name), `# 关于${title}项工作情况的报告\n\n正文。\n`);
		const before = readFileSync(path('一览表.xlsx'));
		writeFileSync(path('前.xlsx'), before);
		const session = createSession(nodeWorld());
		const packet = path('一览表.xlsx');
		const applied = await applyVerb(session, { packet, options: { date: '2026-11-25' } });
		expect(applied.refused ?? applied.applied).toBe(true);
		expect(await refreshWorkbook(session, packet)).toMatchObject({ copy: false });
		expect(readFileSync(packet).equals(before)).toBe(false);
		const printed = { packet, options: { date: '2026-11-25' }, ids: ['ma'], copies: 60, where: '组成人员' };
		expect((await recordPrintVerb(session, printed)).refused).toBeUndefined();
		expect(await refreshWorkbook(session, packet)).toMatchObject({ copy: false });
		writeFileSync(path('后.xlsx'), readFileSync(packet));
		convert('前.xlsx', 'fods', 'before');
		convert('后.xlsx', 'fods', 'after');
		const shown = (name: string): readonly string[] =>
			readFileSync(path(name), 'utf8')
				.split('\n')
				// LibreOffice names any sheet there.
				.map((line) => line.trim().replace(/table:base-cell-address="[^"]*"/, ''))
				.filter((line) => !/<(?:meta|dc|config):|<office:(?:meta|settings)/.test(line));
		const old = shown('before/前.fods');
		const now = shown('after/后.fods');
		// Only these were put in: two numbers and a new id, in cells that were empty.
		const added = now.filter((line) => !old.includes(line)).filter((line) => line.startsWith('<text:p>'));
		// The batch stands in the row that waited, behind the one with the office's own remark.
		const sheet = now.join('').split('table:name="印制"')[1] ?? '';
		expect(sheet.indexOf('三号机印')).toBeLessThan(sheet.indexOf('组成人员'));
		expect(sheet).toMatch(/<text:p>1<\/text:p>.*关于甲项工作情况的报告.*<text:p>60<\/text:p>.*散页.*组成人员/);
		expect(added.map((line) => line.replace(/M[0-9A-F]{6}/, 'NEW'))).toEqual(
			expect.arrayContaining(['<text:p>NEW</text:p>']),
		);
		const rest = (lines: readonly string[], pattern: RegExp): readonly string[] =>
			// Sheets are imported side by side: the order of their page styles is not always the same.
			lines.filter((line) => pattern.test(line)).sort();
		/** Lines in front of the sheet 印制, into which a batch was written. */
		const front = (lines: readonly string[]): readonly string[] =>
			lines.slice(
				0,
				lines.findIndex((line) => line.includes('table:name="印制"')),
			);
		for (const pattern of [
			/content-validation/,
			/office:annotation|请核对题目/,
			/rows-spanned|columns-spanned|covered/,
			/<style:(?!master-page|page-layout|header|footer)|<number:/,
			/table:formula/,
			/table:name=/,
			/同意，照办|财政局|审计局|关于甲|关于乙|材料一览|date-value/,
		])
			expect(rest(front(now), pattern), String(pattern)).toEqual(rest(front(old), pattern));
		expect(rest(now, /三号机印/)).toEqual(rest(old, /三号机印/));
		expect(rest(old, /annotation|content-validation|rows-spanned/).length).toBeGreaterThan(3);
	});
});
