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
	loose: '单页',
	stapled: '平订',
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
	readonly material: ManifestMaterial | null;
}

/**
 * 付印单 of a job with the collation sheet (配页单) of its materials, as Markdown that our own printer sets. `file` is the
 * name of the PDF, `date` YYYY-MM-DD.
 */
export function jobSheetText(
	printed: Printed,
	paper: PaperOptions,
	papers: readonly CollatedPaper[],
	job: { readonly file: string; readonly title: string; readonly date: string },
): string {
	const facts = jobFacts(printed, paper);
	const blank = printed.frames.filter((frame) => frame.blank).length;
	const total = facts.sheets * facts.copies;
	const turn = facts.turn === 'short' ? '双面印刷，沿短边翻转' : '双面印刷，沿长边翻转';
	const signatures =
		facts.signatures.length > 1 ? `，分 ${facts.signatures.length} 帖（${facts.signatures.join('、')} 面）` : '';
	const rows: (readonly [string, string])[] = [
		['印件', job.title],
		['文件', job.file],
		['日期', job.date],
		['面数', `${facts.pages} 面${blank > 0 ? `，其中空白 ${blank} 面` : ''}`],
		['份数', facts.numbers === null ? '　' : `${facts.copies} 份`],
		['每份用纸', `${facts.sheets} 张 ${facts.paper}`],
		['共用纸', facts.numbers === null ? '　' : `${total} 张 ${facts.paper}`],
		['纸张', '60～80 g/m² 胶版印刷纸或复印纸'],
		['印刷', `${turn}，黑色单色，页码套正误差不超过 2 mm，不得缩放`],
		['装订', facts.binding === 'saddle' ? `骑马订${signatures}` : '左侧装订'],
		[
			'份号',
			facts.numbers === null ? '不编份号' : facts.numbers.map((value) => String(value).padStart(6, '0')).join(' 至 '),
		],
		['字体', fontsText(printed)],
		['送印人', '　'],
		['印制人', '　'],
	];
	const parts = [`# 付印单`, table(['项目', '内容'], rows)];
	if (papers.length > 1 || papers[0]?.material !== null) {
		const list = papers.map(({ mark, title, pages, first, material }, index) => [
			String(index + 1),
			mark === '' ? title : `${mark}　${title}`,
			String(first),
			String(pages),
			String(Math.ceil(pages / 2)),
			material?.copies === null || material === null ? '　' : String(material.copies),
			material === null ? '　' : BINDINGS[material.binding],
			'□',
		]);
		parts.push('## 配页单', table(['序号', '材料', '起始面', '面数', '张数', '份数', '装订', '核对'], list));
	}
	return `${parts.join('\n\n')}\n`;
}

function fontsText(printed: Printed): string {
	const faces = printed.faces.map(({ role, face, substitute, wanted }) => {
		const name = ROLES[role] ?? role;
		if (face === null) return `${name}随正文`;
		return `${name} ${face}${substitute ? `（代用，要求 ${wanted}）` : ''}`;
	});
	return `${faces.join('；')}${printed.informal ? '。非正式：字体代用' : ''}`;
}
