import type { Doc, DocumentContext, Finding, Rule, RuleResult, Table } from '@bianxu/model';
import { mainProse, matches, type Passage } from '../text/passages.ts';
import { finding } from '../text/replacement.ts';
import { type Hit, scan } from '../text/scan.ts';
import { bianxu } from '../text/sources.ts';
import { description, exceeds, notHundred, rowDiffers, title } from './messages.ts';

const unit = '(?:亿元|万元|元|人次|人|万人|件|个|项|户|家|所|公里|平方米|公顷|万亩|亩|吨|万吨|次|起|宗|场|期|名|座|处)';
const whole = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)(${unit})[^，。；\\d]{0,6}[，。；（]?其中[：:，,]?`, 'g');
const figure = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)(${unit})`, 'g');
const shares = /分别占[^。；，\d]{0,12}((?:\d{1,2}(?:\.\d{1,2})?[%％][、和，]?){3,8})/g;
const change = /(?:增|减|降|升|比|多|少|超|同期|上年|去年|累计|提高)[^，。；、\d]{0,6}$/;

function valueOf(text: string): number {
	return Number(text.replaceAll(',', ''));
}

function decimals(text: string): number {
	return text.split('.')[1]?.length ?? 0;
}

/** Written with as many decimals as the longest part has: sums of floats are not for reading. */
function shown(value: number, places: number): string {
	return value.toFixed(places);
}

/** Sums after 其中 that exceed the figure before it. Only the rest of the sentence is read. */
function partsOf(hits: readonly Hit<Passage>[]): readonly Finding[] {
	const findings: Finding[] = [];
	for (const { match, item } of hits) {
		const { block, own } = item;
		const [all, total = '', kind = ''] = match;
		const from = match.index + all.length;
		const rest = own.slice(from).split(/[。；）]|其中/)[0] ?? '';
		const parts = matches(figure, rest).filter(
			(part) => part[2] === kind && !change.test(rest.slice(Math.max(0, part.index - 10), part.index)),
		);
		if (parts.length < 2) continue;
		const texts = parts.map((part) => part[1] ?? '');
		const places = Math.max(...texts.map(decimals), decimals(total));
		const sum = texts.reduce((before, text) => before + valueOf(text), 0);
		const slack = (0.5 * (parts.length + 1)) / 10 ** Math.min(...texts.map(decimals), decimals(total));
		if (sum <= valueOf(total) + (places === 0 ? 0 : slack) + 1e-9) continue;
		const written = `${shown(sum, places)}${kind}`;
		const detail = { expected: written, actual: `${total}${kind}` };
		const end = match.index + total.length + kind.length;
		findings.push(finding(block, match.index, end, exceeds(written, `${total}${kind}`), detail));
	}
	return findings;
}

/** 「分别占60%、30%和9%」: three or more shares of one whole. */
function sharesOf(hits: readonly Hit<Passage>[]): readonly Finding[] {
	const findings: Finding[] = [];
	for (const { match, item } of hits) {
		const stated = matches(/\d+(?:\.\d+)?/g, match[1] ?? '').map(([text]) => text);
		const places = Math.max(...stated.map(decimals));
		const sum = stated.reduce((before, text) => before + Number(text), 0);
		const slack = (0.5 * stated.length) / 10 ** places + 1e-9;
		if (Math.abs(sum - 100) <= slack || Math.abs(sum - 100) > 5) continue;
		const text = shown(sum, places);
		const end = match.index + match[0].length;
		findings.push(finding(item.block, match.index, end, notHundred(text), { expected: '100%', actual: `${text}%` }));
	}
	return findings;
}

const totals = /^(?:合\s*计|总\s*计|共\s*计)$/;
const number = /^\d[\d,]*(?:\.\d+)?$/;

/** Columns of a table whose 合计 is not the sum of the others. */
function columnsOf(doc: Doc, table: Table): readonly Finding[] {
	const text = (row: number, column: number): string => {
		const cell = table.cells.find((each) => each.row === row && each.column === column);
		const blocks = cell === undefined || cell.columnSpan > 1 || cell.rowSpan > 1 ? [] : cell.blocks;
		return blocks.map((block) => doc.paragraphs[block]?.text.trim() ?? '').join('');
	};
	const rows = Array.from({ length: table.rows }, (_, row) => row);
	const all = table.cells.flatMap(({ blocks }) => blocks.map((block) => doc.paragraphs[block]?.text ?? ''));
	if (all.some((each) => /其中|小\s*计/.test(each)) || table.cells.some((cell) => cell.rowSpan > 1)) return [];
	const labelled = rows.filter((row) => totals.test(text(row, 0)) || totals.test(text(row, 1)));
	const [row] = labelled;
	if (row === undefined || labelled.length > 1) return [];
	const findings: Finding[] = [];
	for (let column = 1; column < table.columns.length; column++) {
		const total = text(row, column);
		const parts = rows.flatMap((each) => (each === row ? [] : [text(each, column)]));
		// The head is words; below it every cell must be a number.
		const head = parts.findIndex((each) => number.test(each));
		const values = parts.slice(head);
		if (!number.test(total) || head < 1 || values.length < 2 || !values.every((each) => number.test(each))) continue;
		if (/比|率|幅|占/.test(text(0, column)) || /序号|年/.test(text(0, column))) continue;
		const places = Math.max(...values.map(decimals), decimals(total));
		const sum = values.reduce((before, each) => before + valueOf(each), 0);
		const slack = places === 0 ? 0 : (0.5 * (values.length + 1)) / 10 ** places;
		if (Math.abs(sum - valueOf(total)) <= slack + 1e-9) continue;
		const block = table.cells.find((each) => each.row === row && each.column === column)?.blocks[0] ?? table.firstBlock;
		const detail = { expected: shown(sum, places), actual: total };
		const end = doc.paragraphs[block]?.text.length ?? 0;
		findings.push(finding(block, 0, end, rowDiffers(shown(sum, places), total), detail));
	}
	return findings;
}

function check(context: DocumentContext): RuleResult {
	const running = mainProse(context);
	const inTables = context.doc.tables.flatMap((table) => columnsOf(context.doc, table));
	return {
		findings: [...partsOf(scan(running, 'own', whole)), ...sharesOf(scan(running, 'own', shares)), ...inTables],
	};
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'num-percent-sum',
		number: 127,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
