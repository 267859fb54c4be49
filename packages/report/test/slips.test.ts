import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Board, ReprintPaper, ReprintResult, SlipHead } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { exchangeHtml, liveHtml, recallHtml, returnHtml, urgeHtml } from '../src/index.ts';

const head: SlipHead = {
	organ: '滨江市',
	session: '第十七届人民代表大会常务委员会第二十三次会议',
	date: '2026-11-25',
	seal: 'ec57f3e59a6e',
};
const paper = (more: Partial<ReprintPaper>): ReprintPaper => ({
	id: 'm14',
	number: '14',
	oldNumber: null,
	title: '滨江市人民代表大会常务委员会执法检查组关于检查《滨江市饮用水水源保护条例》实施情况的报告',
	department: '市司法局',
	binding: 'loose',
	duplex: true,
	copies: 60,
	basis: 'ledger',
	printedOn: '2026-11-24',
	oldSheets: 8,
	newSheets: 9,
	print: [
		[5, 6],
		[7, null],
	],
	out: [[5, 6]],
	changed: [5],
	renumbered: [],
	pushed: [7],
	added: [],
	point: null,
	pointed: false,
	mostly: false,
	live: [
		{ page: '1', on: '2026-11-24' },
		{ page: '2', on: null },
	],
	recall: [
		{
			id: 'm14',
			number: '15',
			sha256: '',
			copies: 60,
			serials: '1-60',
			on: '2026-11-24',
			binding: 'loose',
			duplex: true,
			where: '常委会组成人员',
			recalled: null,
			sides: [],
		},
	],
	...more,
});
const result: ReprintResult = {
	papers: [
		paper({}),
		paper({ id: 'm8', number: null, oldNumber: '8', department: '市教育局', print: [], newSheets: 0, live: [] }),
	],
	contents: null,
	repaged: [],
	unchanged: [],
	unprinted: [],
};
const board: Board = {
	ready: false,
	sentence: { zh: '今晚还不能付印：1份没有签完。', en: 'Not ready.' },
	roles: ['拟稿人'],
	rows: [
		{
			id: 'm14',
			number: '14',
			title: '关于执法检查情况的报告',
			department: '市司法局',
			person: '何秀兰',
			state: 'numbered',
			holder: '拟稿人',
			errors: 0,
			warnings: 0,
			roles: [],
			due: '2026-11-20',
			done: null,
			late: 5,
			stale: false,
			wants: ['待拟稿人签审'],
		},
	],
};
const check = {
	path: 'm14.docx',
	template: null,
	problems: [],
	unchecked: [],
	diagnostics: [],
	fixed: 0,
	refused: null,
};
const slips: Readonly<
	Record<string, { readonly html: string; readonly count: number; readonly says: readonly string[] }>
> = {
	抽换单: {
		html: exchangeHtml(result, head),
		count: 2,
		says: ['第5页 / 第6页', '第7页 / 空白', '第5—6页', '整份（8张）', '抽换人：____', '材料原8'],
	},
	收回清单: { html: recallHtml(result, head), count: 1, says: ['常委会组成人员', '1-60', '5—6', '收回人：____'] },
	现行页清单: { html: liveHtml(result, head), count: 1, says: ['1：2026-11-24；2：本次', '核对人：____'] },
	催办单: {
		html: urgeHtml(board, head),
		count: 1,
		says: ['待拟稿人签审', '2026-11-20 逾期5天', '承办部门负责人：____'],
	},
	退稿单: {
		html: returnHtml(
			[{ id: 'm14', number: '14', title: '关于执法检查情况的报告', department: '市司法局', check }],
			'数据不符',
			{ role: '部门负责人', name: '郑某' },
			head,
		),
		count: 1,
		says: ['退回理由：数据不符', '格式检查：没有发现问题。', '拟稿人：____'],
	},
};

describe('papers that are handed out', () => {
	it.each(Object.entries(slips))(
		'%s names the session and the seal, says what to do and leaves room to write',
		(name, { html, count, says }) => {
			expect(html.split('<section class="slip">')).toHaveLength(count + 1);
			expect(html).toContain(`<h1>${name}</h1>`);
			expect(html).toContain('滨江市第十七届人民代表大会常务委员会第二十三次会议');
			expect(html).toContain('校验码 ec57f3e59a6e');
			for (const words of says) expect(html).toContain(words);
			expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
		},
	);

	const hasChromium = spawnSync('sh', ['-c', 'command -v chromium && command -v pdfinfo']).status === 0;
	it.skipIf(!hasChromium || process.env['BIANXU_FULL'] !== '1')(
		'each slip is one A4 page (BIANXU_FULL=1, needs chromium and pdfinfo)',
		() => {
			const folder = mkdtempSync(join(tmpdir(), 'bianxu-slips-'));
			try {
				for (const [name, { html, count }] of Object.entries(slips)) {
					writeFileSync(join(folder, 'slip.html'), html);
					const print = [
						'--headless',
						'--no-sandbox',
						'--disable-gpu',
						`--user-data-dir=${folder}/profile`,
						'--no-pdf-header-footer',
					];
					execFileSync('chromium', [...print, `--print-to-pdf=${folder}/slip.pdf`, `${folder}/slip.html`], {
						stdio: 'ignore',
						timeout: 60_000,
					});
					const info = execFileSync('pdfinfo', [join(folder, 'slip.pdf')], { encoding: 'utf8' });
					expect([name, /Pages:\s+(\d+)/.exec(info)?.[1]]).toEqual([name, String(count)]);
					expect(info).toMatch(/59\d\.?\d* x 84\d\.?\d* pts \(A4\)/);
				}
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		},
	);
});
