/** The papers that go with a reprint: 抽换单, 收回清单, 现行页清单; and the list on the screen. */

import { contentsId, type Language, type ReprintPaper, type ReprintResult, type SlipHead } from '@bianxu/model';
import { columnsOf } from './display-width.ts';
import { escapeTerminal } from './escape.ts';
import { opening } from './excerpt.ts';
import { type Slip, slipsHtml } from './slip-html.ts';

const BINDING = { loose: '散页', stapled: '订书钉', saddle: '骑马订' } as const;

/** 「1、2」 as 「1—2」: pages of a sheet. */
function span(pages: readonly number[]): string {
	const [first] = pages;
	const last = pages.at(-1);
	if (first === undefined || last === undefined) return '';
	return first === last ? `${first}` : pages.length === last - first + 1 ? `${first}—${last}` : pages.join('、');
}

function ranges(pages: readonly number[]): string {
	const groups: number[][] = [];
	for (const page of pages) {
		const group = groups.at(-1);
		if (group !== undefined && (group.at(-1) ?? 0) + 1 === page) group.push(page);
		else groups.push([page]);
	}
	return groups.map(span).join('、');
}

function facePages(paper: ReprintPaper): readonly string[] {
	const names = pageNames(paper);
	return paper.print.map((faces) =>
		faces.map((face) => (face === null ? '空白' : `第${names[face - 1] ?? face}页`)).join(' / '),
	);
}

function pageNames({ pointed, point, live }: ReprintPaper): readonly string[] {
	if (!pointed || point === null) return live.map(({ page }) => page);
	const exchanged = Array.from({ length: point.last - point.first + 1 }, (_, at) => String(point.first + at));
	return [...exchanged, ...point.labels];
}

/** Number as it is, or was; 无号 for a paper that has none. */
const label = ({ id, number, oldNumber }: ReprintPaper): string =>
	id === contentsId ? '目录' : (number ?? (oldNumber === null ? '无号' : `原${oldNumber}`));

/** What goes on slips: the contents in front of the papers. */
const withContents = ({ papers, contents }: ReprintResult): readonly ReprintPaper[] =>
	contents === null ? papers : [contents, ...papers];

const name = (paper: ReprintPaper): string =>
	`材料${label(paper)}　${opening(paper.title, 80)}`.replace('材料无号', '无号文件').replace('材料目录　目录', '目录');

function departments(papers: readonly ReprintPaper[]): ReadonlyMap<string, readonly ReprintPaper[]> {
	const byName = new Map<string, ReprintPaper[]>();
	for (const paper of papers) {
		const department = paper.department === '' ? '办公室' : paper.department;
		const list = byName.get(department);
		if (list === undefined) byName.set(department, [paper]);
		else list.push(paper);
	}
	return byName;
}

function why(paper: ReprintPaper): string {
	const parts: string[] = [];
	if (paper.newSheets === 0) parts.push('本次不再印发，全部收回');
	if (paper.changed.length > 0) parts.push(`文字改动：第${ranges(paper.changed)}页`);
	if (paper.renumbered.length > 0) parts.push(`仅换编号：第${ranges(paper.renumbered)}页`);
	if (paper.pushed.length > 0) parts.push(`仅被挤动：第${ranges(paper.pushed)}页`);
	if (paper.added.length > 0) parts.push(`新增：第${ranges(paper.added)}页`);
	return parts.join('；');
}

/** 抽换单: one slip per department, each sheet with what to take out and what to put in, to be ticked and signed. */
export function exchangeHtml(result: ReprintResult, head: SlipHead): string {
	const slips = [...departments(withContents(result))].map(([department, papers]): Slip => {
		const sheets = papers.reduce((sum, { print }) => sum + print.length, 0);
		return {
			title: '抽换单',
			to: department,
			lead: [
				`请对下列材料逐份抽换，共 ${sheets} 张／套。先核对原件编号，不符的不要抽换，请与会议材料组联系；每换一张在“核”栏打勾。`,
			],
			tables: papers.map((paper) => ({
				title: `${name(paper)}${paper.oldNumber === null ? '' : `（原号 ${paper.oldNumber}）`}`,
				columns: ['步骤', '抽出（原页）', '插入（新页，正面／背面）', '份数', '核'],
				widths: [9, 24, null, 10, 8],
				rows: exchangeRows(paper),
			})),
			sign: ['签收人', '抽换人', '复核人'],
		};
	});
	return slipsHtml(head, '抽换单', slips);
}

function exchangeRows(paper: ReprintPaper): readonly (readonly string[])[] {
	const copies = paper.copies === null ? '' : String(paper.copies);
	if (paper.newSheets === 0) return [['1', `整份（${paper.oldSheets}张）`, '不插入', copies, '']];
	if (paper.binding !== 'loose') {
		return [
			['1', `整份（${paper.oldSheets}张，${BINDING[paper.binding]}）`, `整份（${paper.print.length}张）`, copies, ''],
		];
	}
	const inserted = facePages(paper);
	const rows = Math.max(inserted.length, paper.out.length);
	return Array.from({ length: rows }, (_, at) => {
		const out = paper.out[at];
		return [
			String(at + 1),
			out === undefined ? '（不抽）' : `第${span(out)}页`,
			inserted[at] ?? '（不插）',
			copies,
			'',
		];
	});
}

/** 收回清单: copies that are out and hold sheets that are no longer current, by where they went. */
export function recallHtml(result: ReprintResult, head: SlipHead): string {
	const rows = withContents(result).flatMap((paper) =>
		paper.recall.map((batch) => [
			batch.number ?? label(paper),
			opening(paper.title, 30),
			batch.where,
			batch.serials,
			String(batch.copies),
			batch.on,
			paper.newSheets === 0 || paper.binding !== 'loose' ? '整份' : paper.out.map(span).join('、'),
			'',
		]),
	);
	return slipsHtml(head, '收回清单', [
		{
			title: '收回清单',
			to: '',
			lead: [rows.length === 0 ? '没有已发出的失效印件。' : '下列印件已发出，所列各页失效，请收回并逐份点清。'],
			tables:
				rows.length === 0
					? []
					: [
							{
								columns: ['原号', '标题', '去向', '份号', '份数', '印于', '收回页', '实收'],
								widths: [8, null, 13, 9, 7, 16, 13, 8],
								rows,
							},
						],
			sign: ['收回人', '复核人'],
		},
	]);
}

/** 现行页清单: for each paper the print that each of its pages comes from. */
export function liveHtml(result: ReprintResult, head: SlipHead): string {
	return slipsHtml(head, '现行页清单', [
		{
			title: '现行页清单',
			to: '',
			lead: ['各页以所列日期印出的为准；“本次”指随本单印发的更新页。'],
			tables: [
				{
					columns: ['材料', '标题', '现行页'],
					widths: [10, 36, null],
					rows: withContents(result)
						.filter(({ newSheets }) => newSheets > 0)
						.map((paper) => [label(paper), opening(paper.title, 40), liveText(paper)]),
				},
			],
			sign: ['核对人'],
		},
	]);
}

function liveText({ live }: ReprintPaper): string {
	const groups: { readonly on: string; readonly pages: string[] }[] = [];
	for (const { page, on } of live) {
		const key = on ?? '本次';
		const last = groups.at(-1);
		if (last !== undefined && last.on === key) last.pages.push(page);
		else groups.push({ on: key, pages: [page] });
	}
	return groups
		.map(({ on, pages }) => `${pages.length === 1 ? pages[0] : `${pages[0]}—${pages.at(-1)}`}：${on}`)
		.join('；');
}

/** What has to be printed again, on the screen: one sentence, then by department. */
export function reprintText(result: ReprintResult, language: Language): string {
	const zh = language === 'zh';
	const { papers, contents, repaged, unchanged, unprinted } = result;
	const sheets = papers.reduce((sum, { print }) => sum + print.length, 0);
	const total = papers.reduce((sum, { print, copies }) => sum + print.length * (copies ?? 0), 0);
	const groups = departments(papers);
	const lines = [
		papers.length === 0
			? zh
				? `没有要重印的：${unchanged.length}份材料与已印的一致。`
				: `Nothing to reprint: ${unchanged.length} papers are as printed.`
			: zh
				? `重印${sheets}张／套${total > 0 ? `，合计${total}张` : ''}，涉及${papers.length}份材料、${groups.size}个部门；${unchanged.length}份不动。`
				: `Reprint ${sheets} sheets a set${total > 0 ? `, ${total} in all` : ''}: ${papers.length} papers of ${groups.size} departments; ${unchanged.length} stay.`,
	];
	for (const [department, own] of groups) {
		lines.push('', escapeTerminal(department));
		const rows = own.map((paper) => [
			escapeTerminal(label(paper)),
			escapeTerminal(opening(paper.title, 30)),
			zh ? `${paper.print.length}／${paper.newSheets}张` : `${paper.print.length}/${paper.newSheets} sheets`,
			paper.binding === 'loose'
				? paper.print.map((faces) => span(faces.filter((face) => face !== null))).join(' ')
				: BINDING[paper.binding],
			escapeTerminal(why(paper)),
		]);
		lines.push(...columnsOf(rows).map((line) => `  ${line}`));
		for (const paper of own) {
			const { point, pointed, mostly, recall } = paper;
			if (point !== null && !pointed)
				lines.push(
					zh
						? `  ${label(paper)}：用点页（${point.labels.join('、')}）只换 ${point.sheets} 张，加 --point`
						: `  ${label(paper)}: ${point.sheets} sheets with point pages (${point.labels.join(', ')}): --point`,
				);
			if (mostly && paper.binding === 'loose' && !pointed)
				lines.push(
					zh
						? `  ${label(paper)}：改动已占 ${Math.round((100 * paper.print.length) / paper.newSheets)}%，建议整份重印`
						: `  ${label(paper)}: ${Math.round((100 * paper.print.length) / paper.newSheets)} % changes; print it whole`,
				);
			for (const batch of recall)
				lines.push(
					zh
						? `  ${label(paper)}：${escapeTerminal(batch.where)}的 ${batch.copies} 份已发出${batch.serials === '' ? '' : `（份号 ${escapeTerminal(batch.serials)}）`}，须${paper.newSheets === 0 ? '收回' : '抽换'}`
						: `  ${label(paper)}: ${batch.copies} copies are out (${escapeTerminal(batch.where)})`,
				);
		}
	}
	if (contents !== null)
		lines.push(
			'',
			zh
				? `另：目录重印${contents.print.length}张／套（${contents.print.map((faces) => span(faces.filter((face) => face !== null))).join('、')}页）`
				: `And the contents: ${contents.print.length} sheets a set`,
		);
	for (const { id, from, to } of repaged)
		lines.push(
			zh
				? `${escapeTerminal(id)} 由${from}页变${to}页，目录页码随之变动`
				: `${escapeTerminal(id)} has ${to} pages in place of ${from}: page numbers of the contents move`,
		);
	if (unprinted.length > 0)
		lines.push(
			'',
			zh
				? `没有付印记录，须整份付印：${unprinted.map(escapeTerminal).join('、')}`
				: `No print recorded: ${unprinted.map(escapeTerminal).join(', ')}`,
		);
	return lines.join('\n');
}

/** `packet reprint --format json`. */
export function reprintJson(result: ReprintResult, files: readonly string[]): string {
	return JSON.stringify({
		version: 1,
		papers: result.papers.map((paper) => ({
			id: paper.id,
			number: paper.number,
			oldNumber: paper.oldNumber,
			department: paper.department,
			binding: paper.binding,
			duplex: paper.duplex,
			copies: paper.copies,
			basis: paper.basis,
			sheets: paper.print.map((faces) => faces.filter((face) => face !== null)),
			out: paper.out,
			oldSheets: paper.oldSheets,
			newSheets: paper.newSheets,
			changed: paper.changed,
			renumbered: paper.renumbered,
			pushed: paper.pushed,
			added: paper.added,
			point: paper.point,
			pointed: paper.pointed,
			live: paper.live,
			recall: paper.recall.map(({ number, on, copies, serials, where }) => ({ number, on, copies, serials, where })),
		})),
		contents:
			result.contents === null
				? null
				: {
						sheets: result.contents.print.map((faces) => faces.filter((face) => face !== null)),
						out: result.contents.out,
						copies: result.contents.copies,
					},
		repaged: result.repaged,
		unchanged: result.unchanged,
		unprinted: result.unprinted,
		sheets: result.papers.reduce((sum, { print }) => sum + print.length, 0),
		files,
	});
}
