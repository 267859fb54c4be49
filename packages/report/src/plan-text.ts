import type { Language, Plan, PlanCounts, PlannedMaterial, PlannedReference } from '@bianxu/model';
import { columnsOf } from './display-width.ts';
import { escapeTerminal } from './escape.ts';
import { opening } from './excerpt.ts';
import { type Paint, PLAIN } from './paint.ts';
import { SCHEME, STATE, STATUS, say } from './words.ts';

/** What a plan does, for people: one sentence, the old and new numbers, every reference with its context. */
export function planText(plan: Plan, options: { readonly language: Language; readonly paint?: Paint }): string {
	const { language } = options;
	const paint = options.paint ?? PLAIN;
	const zh = language === 'zh';
	const head = planSentence(plan, language);
	const lines = [plan.blocked ? paint.red(head) : paint.bold(head), ''];
	lines.push(
		...plan.obstacles.map((obstacle) =>
			paint.red(`  ${zh ? '阻断：' : 'blocked: '}${escapeTerminal(obstacle[language])}`),
		),
	);
	if (plan.obstacles.length > 0) lines.push('');
	lines.push(paint.bold(zh ? `改号对照表（${SCHEME[plan.scheme].zh}）` : `Numbers (${SCHEME[plan.scheme].en})`));
	lines.push(...materialLines(plan.materials, language).map((line) => `  ${line}`), '');
	for (const group of referenceGroups(plan.references)) {
		lines.push(...referenceLines(group, language, paint), '');
	}
	lines.push(...reprintLines(plan, language));
	if (plan.alternatives.length > 0) {
		lines.push(paint.bold(zh ? '其他编号方案' : 'Other schemes'));
		for (const { scheme, counts } of plan.alternatives) {
			lines.push(`  ${say(language, SCHEME[scheme])}${zh ? '：' : ': '}${countsSentence(counts, language)}`);
		}
	}
	while (lines.at(-1) === '') lines.pop();
	return lines.join('\n');
}

/** 「20份改号、23处引用改写、2处悬空……」, ending with whether the plan can be carried out. */
export function planSentence(plan: Plan, language: Language): string {
	const counts = countsSentence(plan.counts, language);
	const disputed = plan.references.filter(
		({ status, accepted }) => accepted === undefined && (status === 'mismatch' || status === 'ambiguous'),
	).length;
	if (language === 'zh') {
		const extra = disputed > 0 ? `、${disputed}处号名不符或有歧义` : '';
		return `${counts}${extra}${plan.blocked ? '；有阻断，须先处理' : '；可以执行'}。`;
	}
	const extra = disputed > 0 ? `, ${disputed} mismatching or ambiguous` : '';
	return `${counts}${extra}; ${plan.blocked ? 'blocked' : 'ready to apply'}.`;
}

function countsSentence(counts: PlanCounts, language: Language): string {
	const { renumbered, referencesRewritten, agendaRewritten, dangling, needsCheck, sheets } = counts;
	if (language === 'zh') {
		const parts = [`${renumbered}份改号`, `${referencesRewritten}处引用改写`];
		if (agendaRewritten > 0) parts.push(`${agendaRewritten}处议程序号改写`);
		parts.push(`${dangling}处悬空`);
		if (needsCheck > 0) parts.push(`${needsCheck}处待核对`);
		if (sheets !== null) parts.push(`重印${sheets}张`);
		return parts.join('、');
	}
	const parts = [`${renumbered} renumbered`, `${referencesRewritten} references rewritten`];
	if (agendaRewritten > 0) parts.push(`${agendaRewritten} agenda ordinals rewritten`);
	parts.push(`${dangling} dangling`);
	if (needsCheck > 0) parts.push(`${needsCheck} to check`);
	if (sheets !== null) parts.push(`${sheets} sheets to reprint`);
	return parts.join(', ');
}

function materialLines(materials: readonly PlannedMaterial[], language: Language): readonly string[] {
	const zh = language === 'zh';
	const none = zh ? '（无）' : '(none)';
	const head = zh
		? ['原号', '', '新号', '', '标识', '状态', '单位', '标题']
		: ['old', '', 'new', '', 'id', 'state', 'department', 'title'];
	const rows = materials.map(({ id, from, to, state, title, department }) => [
		escapeTerminal(from ?? none),
		'→',
		escapeTerminal(to ?? none),
		from === to ? '' : '*',
		escapeTerminal(id),
		say(language, STATE[state]),
		escapeTerminal(department),
		escapeTerminal(opening(title, 40)),
	]);
	return columnsOf([head, ...rows], [0, 2]);
}

const ORDER: readonly PlannedReference['status'][] = ['dangling', 'mismatch', 'ambiguous', 'check', 'valid'];

/** References by status, blocking ones first; those that are left alone on purpose are counted only. */
function referenceGroups(references: readonly PlannedReference[]): readonly (readonly PlannedReference[])[] {
	return [...ORDER, 'ignored' as const]
		.map((status) => references.filter((reference) => reference.status === status))
		.filter((group) => group.length > 0);
}

function referenceLines(group: readonly PlannedReference[], language: Language, paint: Paint): readonly string[] {
	const zh = language === 'zh';
	const status = group[0]?.status ?? 'valid';
	const name = say(language, STATUS[status]);
	const title = zh ? `引用·${name}（${group.length}处）` : `References: ${name} (${group.length})`;
	const lines = [
		status === 'dangling' || status === 'mismatch' || status === 'ambiguous' ? paint.red(title) : paint.bold(title),
	];
	if (status === 'ignored') return lines;
	const shown =
		status === 'valid' ? group.filter((reference) => reference.to !== null && reference.to !== reference.from) : group;
	for (const reference of shown) lines.push(...oneReference(reference, language, paint));
	if (shown.length < group.length)
		lines.push(
			paint.dim(
				zh ? `  另有${group.length - shown.length}处不需改动` : `  ${group.length - shown.length} more need no change`,
			),
		);
	return lines;
}

function oneReference(reference: PlannedReference, language: Language, paint: Paint): readonly string[] {
	const zh = language === 'zh';
	const to = reference.to ?? (zh ? '？' : '?');
	const place = `${reference.in}@${reference.block}:${reference.start}`;
	const change = reference.to === reference.from ? reference.from : `${reference.from} → ${to}`;
	const target = reference.target === null ? '' : zh ? `（指向 ${reference.target}）` : ` (target ${reference.target})`;
	const lines = [
		`  ${paint.cyan(escapeTerminal(place))}  ${escapeTerminal(change)}${paint.dim(escapeTerminal(target))}  ${escapeTerminal(reference.context)}`,
	];
	if (reference.note !== null)
		lines.push(`      ${zh ? '说明：' : 'note: '}${escapeTerminal(reference.note[language])}`);
	if (reference.accepted !== undefined) {
		const { by, text } = reference.accepted;
		lines.push(
			`      ${escapeTerminal(zh ? `已由${by}签认，写作「${text}」` : `accepted by ${by}, written "${text}"`)}`,
		);
	}
	return lines;
}

function reprintLines(plan: Plan, language: Language): readonly string[] {
	if (plan.reprint.length === 0) return [];
	const zh = language === 'zh';
	const rows = plan.reprint.map(({ id, sheets, copies }) => {
		const pages =
			sheets === null
				? zh
					? '整份（没有付印记录）'
					: 'whole (no print recorded)'
				: sheets.map((sheet) => sheet.join('-')).join(zh ? '、' : ', ');
		return [escapeTerminal(id), pages, copies === null ? '' : zh ? `${copies}份` : `${copies} copies`];
	});
	return [zh ? '需要重印' : 'To reprint', ...columnsOf(rows).map((line) => `  ${line}`), ''];
}
