/** The board of `packet status`, 催办单 and 退稿单. */

import type { Board, BoardRow, FileResult, Language, RoleState, SlipHead } from '@bianxu/model';
import { columnsOf } from './display-width.ts';
import { escapeTerminal } from './escape.ts';
import { opening } from './excerpt.ts';
import { type Paint, PLAIN } from './paint.ts';
import { type Slip, slipsHtml } from './slip-html.ts';
import { sourceText } from './source-text.ts';
import { SEVERITY, STATE, say } from './words.ts';

const ROLE_STATE: Readonly<Record<RoleState['state'], string>> = {
	open: '待签',
	approved: '已签',
	returned: '退回',
	void: '失效',
};

/** One sentence, then a row per material: state, who has it, findings, signatures, deadline; then what is wanted. */
export function boardText(board: Board, options: { readonly language: Language; readonly paint?: Paint }): string {
	const { language } = options;
	const paint = options.paint ?? PLAIN;
	const zh = language === 'zh';
	const sentence = board.sentence[language];
	const head = zh
		? ['编号', '标题', '单位', '状态', '现在谁手里', '错误/警告', ...board.roles, '时限']
		: ['no.', 'title', 'department', 'state', 'with', 'errors/warnings', ...board.roles, 'due'];
	const rows = board.rows.map((row) => [
		escapeTerminal(row.number ?? row.id),
		escapeTerminal(opening(row.title, 20)),
		escapeTerminal(row.department),
		say(language, STATE[row.state]),
		escapeTerminal(row.holder),
		`${row.errors}/${row.warnings}`,
		...row.roles.map((each) => escapeTerminal(`${ROLE_STATE[each.state]}${each.by === '' ? '' : ` ${each.by}`}`)),
		dueText(row, zh),
	]);
	const wanting = board.rows.filter(({ wants }) => wants.length > 0);
	return [
		board.ready ? paint.bold(sentence) : paint.red(sentence),
		'',
		...columnsOf([head, ...rows]),
		...(wanting.length === 0 ? [] : ['', zh ? '还差什么' : 'What is wanted']),
		...wanting.map(
			({ number, id, title, wants }) =>
				`  ${escapeTerminal(`${number ?? id} ${opening(title, 20)}`)}：${escapeTerminal(wants.join('；'))}`,
		),
	].join('\n');
}

function dueText({ due, late, done }: BoardRow, zh: boolean): string {
	if (due === null) return '';
	if (late > 0) return zh ? `${due} 逾期${late}天` : `${due}, ${late} days late`;
	return done === null ? due : zh ? `${due} 已完成` : `${due} done`;
}

/** `packet status --format json`. */
export function boardJson(board: Board, seal: string): string {
	return JSON.stringify({
		version: 1,
		ready: board.ready,
		sentence: board.sentence.zh,
		seal,
		roles: board.roles,
		materials: board.rows,
	});
}

/** 催办单: a slip per department that owes something, each paper with what is wanted and by when. */
export function urgeHtml(board: Board, head: SlipHead): string {
	const byDepartment = new Map<string, BoardRow[]>();
	for (const row of board.rows) {
		if (row.wants.length === 0 && row.late === 0) continue;
		const department = row.department === '' ? '办公室' : row.department;
		byDepartment.set(department, [...(byDepartment.get(department) ?? []), row]);
	}
	const slips = [...byDepartment].map(
		([department, rows]): Slip => ({
			title: '催办单',
			to: department,
			lead: ['下列会议材料尚未办结，请按时限办理；有困难的请当日说明。'],
			tables: [
				{
					columns: ['材料', '标题', '经办', '尚差', '时限', '办理情况'],
					widths: [9, 25, 10, null, 14, 15],
					rows: rows.map((row) => [
						row.number ?? row.id,
						opening(row.title, 40),
						row.person,
						row.wants.join('；'),
						dueText(row, true),
						'',
					]),
				},
			],
			sign: ['催办人', '签收人', '承办部门负责人'],
		}),
	);
	const none: Slip = { title: '催办单', to: '', lead: ['没有需要催办的材料。'], tables: [], sign: [] };
	return slipsHtml(head, '催办单', slips.length > 0 ? slips : [none]);
}

/** A paper that is sent back. */
export interface ReturnedPaper {
	readonly id: string;
	readonly number: string | null;
	readonly title: string;
	readonly department: string;
	readonly check: FileResult;
}

/** 退稿单: reason, what the check found, and places for those who correct it. One slip a paper. */
export function returnHtml(
	papers: readonly ReturnedPaper[],
	reason: string,
	by: { readonly role: string; readonly name: string },
	head: SlipHead,
): string {
	const slips = papers.map(({ id, number, title, department, check }): Slip => {
		const findings = check.diagnostics;
		const errors = findings.filter(({ severity }) => severity === 'error').length;
		return {
			title: '退稿单',
			to: department === '' ? '拟稿部门' : department,
			lead: [
				`《${title}》（${number === null ? id : `材料${number}`}）经${by.role}${by.name}审核退回。`,
				`退回理由：${reason}`,
				findings.length === 0
					? '格式检查：没有发现问题。'
					: `格式检查：错误 ${errors} 处，其他 ${findings.length - errors} 处，列后。`,
			],
			tables:
				findings.length === 0
					? []
					: [
							{
								columns: ['序号', '级别', '位置', '问题与依据', '应为', '改'],
								widths: [7, 8, 24, null, 17, 6],
								rows: findings.map(({ severity, place, message, source, expected }, at) => [
									String(at + 1),
									SEVERITY[severity].zh,
									place.text === '' ? `第${place.block + 1}段` : opening(place.text, 24),
									`${message.zh}（${sourceText(source, 'zh')}）`,
									opening(expected ?? '', 30),
									'',
								]),
							},
						],
			sign: ['退回人', '签收人', '拟稿人', '部门负责人'],
		};
	});
	return slipsHtml(head, '退稿单', slips);
}
