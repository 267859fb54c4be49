import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composePrint } from '../src/compose.ts';
import { type FontSet, loadFonts } from '../src/fonts.ts';
import { layoutMaterial } from '../src/layout.ts';
import { paintPdf, type PaintOptions } from '../src/paint.ts';
import type { PrintImage } from '../src/raster.ts';
import { bookletSheets, markedSheets } from '../src/sheets.ts';
import { materialOf, type Part, pictureAt, type TablePart } from './material.ts';
import { deflate, hasTool, packComplete, packSources, runTool, sha256 } from './pack.ts';
import { template } from './template.ts';

const MATERIAL: readonly (Part | TablePart)[] = [
	{ role: 'file-mark', text: '会议材料之三' },
	{ role: 'title', text: '滨江市人民政府关于2026年国民经济和社会发展计划——上半年执行情况的报告' },
	{ role: 'caption', text: '——2026年11月26日在滨江市第十七届人大常委会第二十三次会议上' },
	{ role: 'salutation', text: '主任、各位副主任、秘书长、各位委员：' },
	{
		role: 'body',
		text: '今年以来，市人民政府认真落实“十四五”规划，增长5.8%……名字里有喆、祎、珺、𠮷字的同志也要印出来；面积12000m2、气温25℃。',
		superscript: [55, 56],
	},
	{ role: 'heading-1', text: '一、主要工作' },
	{ role: 'heading-2', text: '（一）加强领导。各级各部门落实责任，2026年1月—6月完成投资10～20亿元。', runInEnd: 8 },
	{
		headRows: 1,
		columns: [],
		rows: [
			['项目', '完成情况'],
			['阿卜杜拉·买买提负责的项目', '已完成《实施办法》规定的任务'],
		],
	},
	{ role: 'body', text: '印章式样如图。', drawings: [pictureAt(6, 20, 20), pictureAt(6, 200, 90)] },
	{ role: 'signature', text: '滨江市人民政府' },
	{ role: 'date', text: '2026年11月14日' },
];

/** Two by two pixels, red, green, blue, white. */
const IMAGE: PrintImage = {
	key: 'pixels',
	width: 2,
	height: 2,
	density: 96,
	color: 'rgb',
	encoding: { kind: 'raw' },
	data: Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]),
	source: new Uint8Array(0),
};

const JARS = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'jaxb-api', 'javax.activation'].map(
	(name) => `/usr/share/java/${name}.jar`,
);
const preflight = hasTool('java') && JARS.every((jar) => existsSync(jar));
const poppler = hasTool('pdftotext') && hasTool('pdffonts') && hasTool('pdftoppm');

describe.skipIf(!packComplete)('pdf (needs the fonts of the set-up, 仿宋 and 楷 included)', () => {
	let fonts: FontSet;
	let folder: string;
	let file: string;
	let bytes: Uint8Array;
	const { doc, outline } = materialOf(MATERIAL);

	function make(
		set: FontSet,
		more: Partial<PaintOptions> = {},
		imposed: 'booklet' | 'marks' | null = null,
	): Uint8Array {
		const laid = layoutMaterial(doc, outline, template, set, () => IMAGE);
		expect(laid.refusals).toEqual([]);
		const headings = new Map([
			[5, { level: 1, title: '一、主要工作' }],
			[6, { level: 2, title: '（一）加强领导' }],
		]);
		const parts = ['m1', 'm2'].map((material) => ({
			material,
			label: '会议材料之三',
			title: outline.title,
			laid,
			headings,
		}));
		const composed = composePrint(parts, template, set, {
			contents: true,
			numbering: 'material',
			recto: true,
			marked: true,
		});
		return paintPdf(composed.frames, set, {
			title: '会议材料',
			date: '2026-11-26',
			bookmarks: composed.bookmarks,
			links: composed.links,
			images: composed.images,
			tags: composed.tags,
			...(imposed === 'booklet'
				? { sheets: bookletSheets(composed.frames.length, 1, { signature: 60, paper: 0.1 }).sheets }
				: imposed === 'marks'
					? { sheets: markedSheets(composed.frames) }
					: {}),
			deflate,
			sha256,
			...more,
		});
	}

	beforeAll(async () => {
		fonts = await loadFonts(packSources, template);
		folder = mkdtempSync(join(tmpdir(), 'bianxu-pdf-'));
		file = join(folder, 'print.pdf');
		bytes = make(fonts);
		writeFileSync(file, bytes);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('the same input gives the same bytes, also with fonts opened anew', async () => {
		expect(sha256(make(fonts))).toBe(sha256(bytes));
		expect(sha256(make(await loadFonts(packSources, template)))).toBe(sha256(bytes));
	});

	test('substitutes are marked as such, and the missing glyphs come from another face', () => {
		expect(fonts.roles.fangsong).toMatchObject({ wanted: '仿宋_GB2312', substitute: true });
		expect(fonts.roles.fangsong.face?.name).toBe('FandolFang-Regular');
		expect(fonts.roles.xiaobiaosong.face?.name).toBe('NotoSerifSC-Bold');
		expect(fonts.roles.latin).toMatchObject({ face: null, substitute: false });
		const { fallbacks } = layoutMaterial(doc, outline, template, fonts, () => IMAGE);
		expect(fallbacks.filter((fallback) => fallback.used === null)).toEqual([]);
		expect([...new Set(fallbacks.map((fallback) => String.fromCodePoint(fallback.codePoint)))]).toEqual(
			expect.arrayContaining(['喆', '祎', '珺']),
		);
	});

	test.skipIf(!hasTool('qpdf'))('qpdf finds nothing wrong', () => {
		expect(runTool('qpdf', ['--check', file]).stdout).toContain('No syntax or stream encoding errors');
	});

	test('there is no personal data, and one date', () => {
		const text = Buffer.from(bytes).toString('latin1');
		expect(text).not.toContain('/Author');
		expect(text).toContain('%PDF-1.7');
	});

	test.skipIf(!poppler)('all fonts are embedded as subsets with a Unicode map', () => {
		const rows = runTool('pdffonts', [file])
			.stdout.split('\n')
			.slice(2)
			.filter((row) => row !== '');
		expect(rows.length).toBe(5);
		for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+\s+CID (?:TrueType|Type 0C)\s+Identity-H\s+yes yes yes/);
	});

	test.skipIf(!poppler)('the text can be taken out again, character by character', () => {
		const plain = (text: string): string => text.replaceAll(/\s/g, '');
		const text = plain(runTool('pdftotext', ['-f', '3', '-l', '4', '-raw', file, '-']).stdout);
		for (const paragraph of doc.paragraphs) {
			// The superscript stands on a baseline of its own, so poppler may put it elsewhere in the line.
			const own = plain(paragraph.text);
			if (paragraph.block === 4) expect(text).toContain('认真落实“十四五”规划');
			else if (own.length < 16) expect(text).toContain(own);
		}
		const counted = (all: string): string => [...all].sort().join('');
		const furniture = '非正式：字体代用—1—非正式：字体代用—2—';
		const pages = doc.paragraphs.map((paragraph) => plain(paragraph.text)).join('') + furniture;
		expect(counted(text)).toBe(counted(pages));
	});

	test.skipIf(!poppler)('characters that a face draws with one glyph come out of the file as what they are', () => {
		// Texts copied out of PDFs have Kangxi radicals (⼈ U+2F08) for Han; Noto and LXGW draw them with the glyph of 人.
		const text = '人⼈一⼀山⼭•・µμ工作人员';
		const parts: readonly Part[] = [
			{ role: 'title', text },
			{ role: 'heading-1', text: `一、${text}` },
			{ role: 'heading-2', text: `（一）${text}` },
			{ role: 'body', text },
		];
		const own = materialOf(parts);
		const laid = layoutMaterial(own.doc, own.outline, template, fonts);
		const composed = composePrint(
			[{ material: '', label: '', title: '', laid, headings: new Map() }],
			template,
			fonts,
			{
				contents: false,
				numbering: 'material',
				recto: false,
				marked: false,
			},
		);
		const path = join(folder, 'twins.pdf');
		writeFileSync(
			path,
			paintPdf(composed.frames, fonts, { title: '', date: '2026-11-26', bookmarks: [], deflate, sha256 }),
		);
		expect(runTool('pdftotext', ['-raw', path, '-']).stdout.replaceAll(' ', '').trim().split('\n').slice(0, 4)).toEqual(
			[text, `一、${text}`, `（一）${text}`, text],
		);
		expect(runTool('qpdf', ['--check', path]).stdout).toContain('No syntax or stream encoding errors');
		const empty = join(folder, 'no-fonts.conf');
		writeFileSync(empty, `<?xml version="1.0"?><fontconfig><cachedir>${folder}/cache</cachedir></fontconfig>`);
		const alone = runTool('pdftoppm', ['-r', '72', '-gray', path, join(folder, 'twins')], { FONTCONFIG_FILE: empty });
		expect(alone.stderr).toBe('');
	});

	test.skipIf(!poppler)('it renders without any system font, and no glyph is broken or missing', () => {
		const empty = join(folder, 'fonts.conf');
		writeFileSync(empty, `<?xml version="1.0"?><fontconfig><cachedir>${folder}/cache</cachedir></fontconfig>`);
		const alone = runTool('pdftoppm', ['-r', '50', '-gray', file, join(folder, 'alone')], { FONTCONFIG_FILE: empty });
		expect(alone.stderr).toBe('');
		const ink = (name: string): number => {
			const image = readFileSync(join(folder, name));
			let sum = 0;
			for (let i = 20; i < image.length; i++) sum += 255 - (image[i] ?? 255);
			return sum / 255;
		};
		// Page 3 is the first page of the first material: about 150 characters of 16 pt and a title.
		const page = ink('alone-3.pgm');
		expect(page).toBeGreaterThan(3000);
		expect(page).toBeLessThan(12000);
	});

	test.skipIf(!preflight)(
		'PDF/A-1b passes PDFBox Preflight (needs libpdfbox2-java)',
		() => {
			const archive = join(folder, 'archive.pdf');
			writeFileSync(archive, make(fonts, { conformance: '1b' }));
			const said = runTool('java', ['-cp', JARS.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', archive]);
			expect(said.stdout).toContain('is a valid PDF/A-1b file');
		},
		120_000,
	);

	test('PDF/A-2b has what our list asks for', () => {
		const text = Buffer.from(make(fonts, { conformance: '2b' })).toString('latin1');
		expect(text.startsWith('%PDF-1.7\n%')).toBe(true);
		expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
		expect(text).toContain('/Type/Metadata/Subtype/XML/Length');
		expect(text).toMatch(/\/ID\[<[0-9a-f]{32}><[0-9a-f]{32}>\]/);
		expect(text).not.toContain('/Encrypt');
		expect(text).not.toContain('/SMask');
	});

	test.skipIf(!hasTool('qpdf'))('booklet and crop marks: whole files, four pages a sheet', () => {
		for (const [imposed, pages, width] of [
			['booklet', 4, 1190.55],
			['marks', 6, 651.97],
		] as const) {
			const sheets = join(folder, `${imposed}.pdf`);
			writeFileSync(sheets, make(fonts, {}, imposed));
			expect(runTool('qpdf', ['--check', sheets]).stdout).toContain('No syntax or stream encoding errors');
			const boxes = runTool('qpdf', ['--show-pages', sheets]).stdout.match(/^page \d+/gm) ?? [];
			expect(boxes.length).toBe(pages);
			const shown = runTool('pdfinfo', ['-l', '1', sheets]).stdout;
			expect(
				Number(/Page\s+1 size:\s+([\d.]+)/.exec(shown)?.[1] ?? /Page size:\s+([\d.]+)/.exec(shown)?.[1]),
			).toBeCloseTo(width, 1);
		}
	});

	test.skipIf(!poppler)('it is tagged: headings, cells, language', () => {
		const structure = runTool('pdfinfo', ['-struct', file]).stdout;
		for (const tag of ['Document', 'Sect', 'H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Figure'])
			expect(structure).toContain(`${tag}`);
		expect(runTool('pdfinfo', [file]).stdout).toMatch(/Tagged:\s+yes/);
	});

	test.skipIf(!hasTool('mutool'))('mutool reads it without a complaint', () => {
		const cleaned = runTool('mutool', ['clean', file, join(folder, 'clean.pdf')]);
		expect(cleaned.stderr).toBe('');
	});
});
