import type { ManifestMaterial } from '@bianxu/model';
import type { PaperOptions, Printed } from './print-papers.ts';

/** What the print room has to know of a job. */
export interface JobFacts {
	/** Pages of one copy, blank ones included. */
	readonly pages: number;
	readonly copies: number;
	/** Sheets of one copy: A4 printed on both sides, A3 for a booklet. */
	readonly sheets: number;
	readonly paper: 'A4' | 'A3';
	/** Edge over which the paper turns when it is printed on both sides. */
	readonly turn: 'long' | 'short';
	readonly binding: 'loose' | 'saddle';
	/** Pages of each signature of a booklet. */
	readonly signatures: readonly number[];
	/** First and last 份号, null without. */
	readonly numbers: readonly [number, number] | null;
}

/** Facts of a job from what was printed. */
export function jobFacts(printed: Printed, paper: PaperOptions): JobFacts {
	const pages = printed.frames.length;
	const numbers = paper.copies ?? null;
	const copies = numbers === null ? 1 : numbers[1] - numbers[0] + 1;
	const booklet = paper.imposition === 'booklet';
	const sheets = booklet ? printed.signatures.reduce((sum, size) => sum + size / 4, 0) : Math.ceil(pages / 2);
	return {
		pages,
		copies,
		sheets,
		paper: booklet ? 'A3' : 'A4',
		turn: booklet ? 'short' : 'long',
		binding: booklet ? 'saddle' : 'loose',
		signatures: printed.signatures,
		numbers,
	};
}

const ROLES: Readonly<Record<string, string>> = {
	xiaobiaosong: '小标宋',
	fangsong: '仿宋',
	kaiti: '楷体',
	heiti: '黑体',
	songti: '宋体',
	latin: '西文',
};

const BINDINGS: Readonly<Record<ManifestMaterial['binding'], string>> = {
	loose: '散页',
	stapled: '订书钉',
	saddle: '骑马订',
};

/** Text in a cell of a Markdown table. */
function cell(text: string): string {
	return text
		.replaceAll('\\', '\\\\')
		.replaceAll('|', '\\|')
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/([*_`<[])/g, '\\$1');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
	return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** One material as the print room collates it. */
export interface CollatedPaper {
	readonly mark: string;
	readonly title: string;
	readonly pages: number;
	/** 1-based page of the PDF on which it begins. */
	readonly first: number;
	/** Sheets of one copy. */
	readonly sheets: number;
	/** null where nobody has said: filled in by hand. */
	readonly copies: number | null;
	readonly binding: ManifestMaterial['binding'] | null;
	readonly duplex: boolean;
}

/** What a 付印单 says, whether a whole packet goes to print, one file, or the sheets of a reprint. */
export interface PrintOrder {
	/** 滨江市第十七届…第二十三次会议; '' for a file of no packet. */
	readonly session: string;
	/** First digits of the lock's seal, '' without. */
	readonly seal: string;
	/** What is printed, and the name of its PDF. */
	readonly title: string;
	readonly file: string;
	readonly date: string;
	readonly facts: JobFacts;
	/** Blank pages among those of `facts`. */
	readonly blank: number;
	readonly fonts: string;
	/** Papers of the 配页单; [] when there is nothing to collate. */
	readonly papers: readonly CollatedPaper[];
}

/** Filled in by hand. */
const OPEN = '　';

/** The 付印单 with its 配页单 as Markdown that our own printer sets. */
export function jobSheetText(order: PrintOrder): string {
	const { facts, papers, blank } = order;
	const edge = facts.turn === 'short' ? '沿短边翻转' : '沿长边翻转';
	const sides = papers.map(({ duplex }) => duplex);
	const printing = sides.every((duplex) => duplex)
		? `双面印刷，${edge}`
		: sides.some((duplex) => duplex)
			? `单、双面见配页单，双面的${edge}`
			: '单面印刷';
	const signatures =
		facts.signatures.length > 1 ? `，分 ${facts.signatures.length} 帖（${facts.signatures.join('、')} 面）` : '';
	const copies = facts.numbers === null ? commonCopies(papers) : facts.copies;
	const total = totalSheets(order, copies);
	const rows: (readonly [string, string])[] = [
		...(order.session === '' ? [] : [['会议', order.session] as const]),
		['印件', order.title],
		['文件', order.file],
		['日期', order.date],
		['面数', `${facts.pages} 面${blank > 0 ? `，其中空白 ${blank} 面` : ''}`],
		['份数', copies !== null ? `${copies} 份` : papers.some((paper) => paper.copies !== null) ? '见配页单' : OPEN],
		['每份用纸', `${facts.sheets} 张 ${facts.paper}`],
		['共用纸', total === null ? OPEN : `${total} 张 ${facts.paper}`],
		['纸张', '60～80 g/m² 胶版印刷纸或复印纸'],
		['印刷', `${printing}，黑色单色，页码套正误差不超过 2 mm，不得缩放`],
		['装订', facts.binding === 'saddle' ? `骑马订${signatures}` : bindingText(papers)],
		[
			'份号',
			facts.numbers === null ? '不编份号' : facts.numbers.map((value) => String(value).padStart(6, '0')).join(' 至 '),
		],
		['字体', order.fonts],
		...(order.seal === '' ? [] : [['校验码', order.seal] as const]),
	];
	const parts = ['# 付印单', table(['项目', '内容'], rows), ...SIGNATURES];
	if (papers.length > 0) parts.push('## 配页单', table(COLLATION, papers.map(collationRow)));
	return `${parts.join('\n\n')}\n`;
}

/** Places to write by hand: in the type of the text, so that there is room. */
const SIGNATURES = [
	`批准付印：${line(10)}　送印人：${line(10)}`,
	`印制人：${line(10)}　验收人：${line(10)}`,
	`交付时间：${line(6)}年${line(4)}月${line(4)}日${line(4)}时`,
];

function line(length: number): string {
	return '\\_'.repeat(length);
}

/** As many columns as stand upright on A4. */
const COLLATION = ['材料', '起始面', '面数', '张数', '份数', '合计张', '装订', '核对'];

function collationRow(paper: CollatedPaper): readonly string[] {
	const { mark, title, first, pages, sheets, copies, binding, duplex } = paper;
	return [
		mark === '' ? title : `${mark}　${title}`,
		String(first),
		String(pages),
		String(sheets),
		copies === null ? OPEN : String(copies),
		copies === null ? OPEN : String(copies * sheets),
		`${binding === null ? '' : BINDINGS[binding]}${duplex ? '' : '（单面）'}`,
		'□',
	];
}

/** Copies when all papers that say a number say the same; null otherwise. */
function commonCopies(papers: readonly CollatedPaper[]): number | null {
	const known = new Set(papers.flatMap(({ copies }) => (copies === null ? [] : [copies])));
	const [only] = known;
	return known.size === 1 && only !== undefined ? only : null;
}

/** Sheets of all copies; null while some number of copies is missing. */
function totalSheets({ facts, papers }: PrintOrder, copies: number | null): number | null {
	if (copies !== null) return facts.sheets * copies;
	let total = 0;
	for (const paper of papers) {
		if (paper.copies === null) return null;
		total += paper.copies * paper.sheets;
	}
	// What is in the file beside the papers (contents, cover) has no number of its own.
	const listed = papers.reduce((sum, { sheets }) => sum + sheets, 0);
	return papers.length > 0 && listed === facts.sheets ? total : null;
}

function bindingText(papers: readonly CollatedPaper[]): string {
	const known = new Set(papers.flatMap(({ binding }) => (binding === null ? [] : [binding])));
	const [only] = known;
	return known.size === 1 && only !== undefined ? BINDINGS[only] : known.size > 1 ? '见配页单' : '左侧装订';
}

/** Faces of a print in a line, substitutes named. */
export function fontsText(printed: Printed): string {
	const faces = printed.faces.map(({ role, face, substitute, wanted }) => {
		const name = ROLES[role] ?? role;
		if (face === null) return `${name}随正文`;
		return `${name} ${face}${substitute ? `（代用，要求 ${wanted}）` : ''}`;
	});
	return `${faces.join('；')}${printed.informal ? '。非正式：字体代用' : ''}`;
}
