/**
 * Three faults or more for each rule on a print, in prints of clean papers of full length: pages taken out, turned, moved,
 * scanned, printed from another wording. A print has no dialects: a PDF states the faces and sizes that came out of them.
 */
import { PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib';
import { type Mutant, sectionAfter, set, text } from '../../engine/test/mutations/mutant.ts';
import { mm, read, scanOf, withEach, withPages } from './prints.ts';

/** A changed print of a clean paper. */
export interface PrintMutant {
	readonly source: string;
	/** The paper is printed from this wording instead. */
	readonly printedFrom?: Mutant;
	/** The wording that was approved, where it is not the clean one; the print is of it. */
	readonly approved?: Mutant;
	/** The profile with which it is printed; the usual one by default. */
	readonly profile?: string;
	readonly change?: (bytes: Uint8Array) => Promise<Uint8Array>;
	/** Page on which the fault is told, from 1; null: of the print as a whole. */
	readonly page: number | null;
}

const P = '学前教育专项报告';
const J = '审计整改情况报告';
const W = '计划执行情况报告';
const D = '述职报告-李秀梅';
const three = [P, J, W] as const;

const paged = (
	source: string,
	order: (pages: readonly number[]) => readonly number[],
	page: number | null,
): PrintMutant => ({
	source,
	page,
	change: (bytes) => withPages(bytes, (count) => order(Array.from({ length: count }, (_, at) => at))),
});

const onPage = (
	source: string,
	page: number,
	change: (page: PDFPage, document: PDFDocument) => void,
	told: number | null = page,
): PrintMutant => ({
	source,
	page: told,
	change: (bytes) =>
		withEach(bytes, (each, index, document) => {
			if (index === page - 1) change(each, document);
		}),
});

const everyPage = (source: string, change: (page: PDFPage) => void): PrintMutant => ({
	source,
	page: null,
	change: (bytes) => withEach(bytes, (page) => change(page)),
});

const whole = (source: string, change: (document: PDFDocument) => void): PrintMutant => ({
	source,
	page: null,
	change: async (bytes) => {
		const document = await PDFDocument.load(bytes, { updateMetadata: false });
		change(document);
		return document.save();
	},
});

/** Words in a face that the file does not carry, in the middle of a page. */
const foreign = (source: string, font: StandardFonts): PrintMutant => ({
	source,
	page: null,
	change: async (bytes) => {
		const document = await PDFDocument.load(bytes);
		const face = await document.embedFont(font);
		document.getPage(1).drawText('draft', { x: mm(60), y: mm(20), size: 16, font: face });
		return document.save();
	},
});

/** A page as a scanner sees it in the place of the page itself. */
const scanned = (source: string, ...pages: readonly number[]): PrintMutant => ({
	source,
	page: pages[0] ?? null,
	change: async (bytes) => {
		const document = await PDFDocument.load(bytes);
		for (const page of pages) {
			const picture = await document.embedPng(await scanOf(bytes, page - 1));
			document.removePage(page - 1);
			document.insertPage(page - 1, [595.28, 841.89]).drawImage(picture, { x: 0, y: 0, width: 595.28, height: 841.89 });
		}
		return document.save();
	},
});

/** A blank page put in, with a number on it or without. */
const blank = (source: string, at: number | 'end', number: string | null): PrintMutant => ({
	source,
	page: null,
	change: async (bytes) => {
		const document = await PDFDocument.load(bytes);
		const count = document.getPageCount();
		const page = document.insertPage(at === 'end' ? count : at, [595.28, 841.89]);
		if (number === null) return document.save();
		const font = await document.embedFont(StandardFonts.TimesRoman);
		const odd = Number(number) % 2 === 1;
		page.drawText(`\u2014 ${number} \u2014`, { x: odd ? mm(164.2) : mm(33), y: mm(26), size: 14, font });
		return document.save();
	},
});

/** Page numbers lower or higher than they should be: printed for an office that wants them so. */
const offset = (source: string, millimetres: number): PrintMutant => ({
	source,
	profile: [
		'id: elsewhere',
		'name: 另一机关的格式',
		'extends: gbt9704-2012',
		'sources:',
		'  own: { level: office-notice, doc: 另一机关的通知 }',
		'page:',
		'  pageNumber:',
		`    offset: { value: ${millimetres}, source: own }`,
		'',
	].join('\n'),
	page: 1,
});

const picture = (source: string, page: number, width: number, height: number): PrintMutant => ({
	source,
	page,
	change: async (bytes) => {
		const document = await PDFDocument.load(bytes);
		const png = await document.embedPng(await scanOf(bytes, 0));
		document.getPage(page - 1).drawImage(png, { x: mm(30), y: mm(60), width: mm(width), height: mm(height) });
		return document.save();
	},
});

/** A paper with a part on landscape pages, and those turned the other way round in the print. */
const upsideDown = (source: string, from: string, to: string): PrintMutant => ({
	source,
	approved: sectionAfter(source, [
		[from, ''],
		[to, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'],
	]),
	page: null,
	change: async (bytes) => {
		const turned = (await read(bytes)).frames.filter(({ head }) => head === 'left').map(({ index }) => index);
		if (turned.length === 0) throw new Error(`no landscape page in ${source}`);
		return withEach(bytes, (page, index) => {
			if (!turned.includes(index)) return;
			page.scaleContent(-1, -1);
			page.translateContent(page.getWidth(), page.getHeight());
		});
	},
});

export const printFaults: Readonly<Record<string, readonly PrintMutant[]>> = {
	'print-page-missing': [
		paged(P, (pages) => pages.filter((at) => at !== 2), null),
		paged(J, (pages) => pages.filter((at) => at !== 1), null),
		paged(W, (pages) => pages.slice(0, -1), null),
	],
	'print-page-extra': [
		paged(P, (pages) => pages.flatMap((at) => (at === 1 ? [1, 1] : [at])), 3),
		paged(J, (pages) => pages.flatMap((at) => (at === 2 ? [2, 2] : [at])), 4),
		paged(W, (pages) => [...pages, 0], null),
	],
	'print-page-order': [
		paged(P, ([a = 0, b = 0, c = 0, ...rest]) => [a, c, b, ...rest], 2),
		paged(J, ([a = 0, b = 0, c = 0, d = 0, ...rest]) => [a, d, c, b, ...rest], 2),
		paged(W, (pages) => [...pages.filter((at) => at !== 1), 1], null),
	],
	'print-page-shifted': three.map((source, at) =>
		onPage(source, 2 + (at % 2), (page) => page.translateContent(mm([4, -3, 0][at] ?? 0), mm([0, 0, 5][at] ?? 0))),
	),
	'print-scale': three.map((source, at) =>
		everyPage(source, (page) => page.scaleContent([0.95, 0.9, 0.97][at] ?? 1, [0.95, 0.9, 0.97][at] ?? 1)),
	),
	'print-text': [
		{ source: P, printedFrom: text(P, 'body', 2, /\p{Script=Han}{2}/u, '另外'), page: null },
		{ source: J, printedFrom: text(J, 'body', 1, /\d/, '7'), page: null },
		{ source: W, printedFrom: text(W, 'h2', 0, /\p{Script=Han}{2}/u, '另外'), page: null },
	],
	'print-text-unreadable': [scanned(P, 2), scanned(J, 3), scanned(W, 2, 3)],
	'print-page-breaks': three.map((source) => ({
		source,
		printedFrom: set(source, 'body', 3, { newPage: true }),
		page: null,
	})),
	'page-duplex-parity': [blank(P, 1, null), blank(J, 2, null), blank(W, 3, null)],
	'page-number-blank': [blank(P, 'end', '9'), blank(J, 'end', '10'), blank(W, 'end', '12')],
	'page-number-offset': [offset(P, 11), offset(J, 3.5), offset(W, 12)],
	'font-embedded-in-pdf': [
		foreign(P, StandardFonts.Helvetica),
		foreign(J, StandardFonts.TimesRoman),
		foreign(W, StandardFonts.Courier),
	],
	'image-resolution': [picture(P, 2, 150, 200), picture(J, 2, 140, 180), picture(W, 3, 150, 150)],
	'table-landscape-head-side': [
		upsideDown(P, '全部办成公办园', '组建集团化办园联合体'),
		upsideDown(J, '修订内部管理制度', '违规出借资金'),
		upsideDown(D, '推动城乡低保标准', '逐条研究'),
	],
	'draft-metadata': [
		whole(P, (document) => document.setAuthor('zhang san')),
		whole(J, (document) => document.setTitle('D:\\审计\\第三稿.docx')),
		whole(W, (document) => document.setAuthor('高建业')),
	],
};
