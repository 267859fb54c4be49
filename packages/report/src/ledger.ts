/** The error ledger (差错台账): a list, counts by step, department and kind, and CSV that Excel opens. */

import type { Fault, FaultKind, FaultStep, Language } from '@bianxu/model';
import { columnsOf } from './display-width.ts';
import { escapeTerminal } from './escape.ts';

const KIND: Readonly<Record<FaultKind, { readonly zh: string; readonly en: string }>> = {
	wording: { zh: '文字', en: 'wording' },
	number: { zh: '编号', en: 'number' },
	reference: { zh: '引用', en: 'reference' },
	format: { zh: '格式', en: 'format' },
	name: { zh: '姓名职务', en: 'name or post' },
	date: { zh: '日期', en: 'date' },
	print: { zh: '印制', en: 'print' },
	distribution: { zh: '分发', en: 'distribution' },
	tool: { zh: '编序系统引起', en: 'caused by the tool' },
	other: { zh: '其他', en: 'other' },
};
const STEP: Readonly<Record<FaultStep, { readonly zh: string; readonly en: string }>> = {
	draft: { zh: '拟稿', en: 'draft' },
	review: { zh: '审核', en: 'review' },
	numbering: { zh: '编序', en: 'numbering' },
	printing: { zh: '印制', en: 'printing' },
	distribution: { zh: '分发', en: 'distribution' },
};

/** Counts of entries that stand, by a property; the most first. */
function counted(faults: readonly Fault[], of: (fault: Fault) => string): readonly (readonly [string, number])[] {
	const counts = new Map<string, number>();
	for (const fault of faults) if (!fault.struck) counts.set(of(fault), (counts.get(of(fault)) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** The ledger on the screen. */
export function ledgerText(faults: readonly Fault[], language: Language): string {
	const zh = language === 'zh';
	if (faults.length === 0) return zh ? '差错台账是空的。' : 'The ledger is empty.';
	const stand = faults.filter(({ struck }) => !struck).length;
	const groups = (name: string, of: (fault: Fault) => string): string =>
		`${name}${zh ? '：' : ': '}${counted(faults, of)
			.map(([word, count]) => `${escapeTerminal(word)} ${count}`)
			.join(zh ? '，' : ', ')}`;
	const rows = faults.map((fault) => [
		`${fault.no}${fault.struck ? (zh ? '（已销）' : ' (struck)') : ''}`,
		fault.on,
		STEP[fault.step][language],
		KIND[fault.kind][language],
		escapeTerminal(fault.department),
		escapeTerminal(fault.id),
		escapeTerminal(fault.foundBy),
		escapeTerminal([fault.text, ...fault.remarks.map(({ by, text }) => `${by}：${text}`)].join(' ｜ ')),
	]);
	return [
		zh
			? `差错台账：${stand}条${stand < faults.length ? `（另销${faults.length - stand}条）` : ''}，只记录，不评分。`
			: `${stand} entries; a record, not a score.`,
		...columnsOf(rows).map((line) => `  ${line}`),
		groups(zh ? '环节' : 'step', ({ step }) => STEP[step][language]),
		groups(zh ? '部门' : 'department', ({ department }) => department || '—'),
		groups(zh ? '种类' : 'kind', ({ kind }) => KIND[kind][language]),
	].join('\n');
}

/** `packet ledger --format json`. */
export function ledgerJson(faults: readonly Fault[]): string {
	const by = (of: (fault: Fault) => string): object => Object.fromEntries(counted(faults, of));
	return JSON.stringify({
		version: 1,
		faults,
		counts: {
			step: by(({ step }) => step),
			department: by(({ department }) => department),
			kind: by(({ kind }) => kind),
		},
	});
}

/** A cell of CSV: quoted where needed; a formula is shown, not computed. */
export function csvCell(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV with a byte-order mark, so that Excel reads Chinese. */
export function csvOf(rows: readonly (readonly string[])[]): string {
	return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** 差错台账 as CSV. */
export function ledgerCsv(faults: readonly Fault[]): string {
	return csvOf([
		['序号', '日期', '环节', '种类', '部门', '材料', '发现人', '内容', '申辩与更正', '是否销账'],
		...faults.map(({ no, on, step, kind, department, id, foundBy, text, remarks, struck }) => [
			String(no),
			on,
			STEP[step].zh,
			KIND[kind].zh,
			department,
			id,
			foundBy,
			text,
			remarks.map((remark) => `${remark.on} ${remark.by}：${remark.text}`).join('；'),
			struck ? '已销' : '',
		]),
	]);
}
