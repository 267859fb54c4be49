import type { Language, Plan, PlannedMaterial, PlannedReference } from '@bianxu/model';
import { columnsOf } from './display-width.ts';
import { escapeTerminal } from './escape.ts';
import { opening, surroundings } from './excerpt.ts';
import { type Paint, PLAIN } from './paint.ts';
import { callLines, comparisonOf, invertedWords } from './plan-sheet.ts';
import { planSentence } from './plan-words.ts';
import { SCHEME, STATE, STATUS, say } from './words.ts';

/**
 * What a plan does, for people: one sentence, the old and new numbers, every reference with its context, the ways compared,
 * and at the end the departments to call. `more` are lines of the caller's that stand before these.
 */
export function planText(
	plan: Plan,
	options: { readonly language: Language; readonly paint?: Paint; readonly more?: readonly string[] },
): string {
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
	lines.push(...materialLines(plan.materials, language).map((line) => `  ${line}`));
	if (plan.inverted.length > 0) lines.push(`  ${invertedWords(plan, language)}`);
	lines.push('');
	for (const group of referenceGroups(plan.references)) {
		lines.push(...referenceLines(group, language, paint), '');
	}
	lines.push(...factLines(plan, language, paint), ...reprintLines(plan, language));
	lines.push(...comparisonLines(plan, language, paint));
	if (options.more !== undefined && options.more.length > 0) lines.push(...options.more, '');
	lines.push(...callsLines(plan, language, paint));
	while (lines.at(-1) === '') lines.pop();
	return lines.join('\n');
}

/** Facts of the session that change: days, ordinals, places, persons. */
function factLines(plan: Plan, language: Language, paint: Paint): readonly string[] {
	if (plan.facts.length === 0) return [];
	const zh = language === 'zh';
	const lines = [
		paint.bold(zh ? `会次、日期、地点、人名（${plan.facts.length}处）` : `Facts of the session (${plan.facts.length})`),
	];
	for (const fact of plan.facts) {
		const { in: id, block, start, from, to, status, note } = fact;
		const place = paint.cyan(escapeTerminal(`${id}@${block}:${start}`));
		const change = escapeTerminal(status === 'ignored' ? from : `${from} → ${to ?? (zh ? '？' : '?')}`);
		const state = status === 'valid' ? '' : `【${say(language, STATUS[status])}】`;
		lines.push(`  ${place}  ${change}${state}  ${escapeTerminal(shortContext(fact))}`);
		if (note !== null) lines.push(`      ${zh ? '说明：' : 'note: '}${escapeTerminal(note[language])}`);
	}
	return [...lines, ''];
}

function comparisonLines(plan: Plan, language: Language, paint: Paint): readonly string[] {
	if (plan.alternatives.length === 0) return [];
	const { head, rows } = comparisonOf(plan, language);
	const numeric = head.flatMap((_, at) => (at === 0 ? [] : [at]));
	const lines = [
		paint.bold(language === 'zh' ? '三种编号方案比较' : 'Three ways compared'),
		...columnsOf([head, ...rows], numeric).map((line) => `  ${line}`),
	];
	for (const { message } of plan.advice)
		lines.push(`  ${language === 'zh' ? '更省的办法：' : 'Cheaper: '}${escapeTerminal(message[language])}`);
	return [...lines, ''];
}

function callsLines(plan: Plan, language: Language, paint: Paint): readonly string[] {
	const zh = language === 'zh';
	const calls = callLines(plan, language);
	const heading = paint.bold(zh ? '需要打电话的部门' : 'Departments to call');
	if (calls.length === 0) return [heading, zh ? '  没有。' : '  None.'];
	return [heading, ...calls.map(([name, words]) => `  ${escapeTerminal(name)}：${escapeTerminal(words)}`)];
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
		`  ${paint.cyan(escapeTerminal(place))}  ${escapeTerminal(change)}${paint.dim(escapeTerminal(target))}  ${escapeTerminal(shortContext(reference))}`,
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

/** The sentence, cut to one line around the mention. */
function shortContext({
	context,
	contextStart,
	start,
	end,
}: Pick<PlannedReference, 'context' | 'contextStart' | 'start' | 'end'>): string {
	if (context.length <= 72) return context;
	const from = Math.max(0, start - contextStart);
	const { before, hit, after } = surroundings(
		context,
		from,
		Math.max(from, Math.min(context.length, end - contextStart)),
		30,
	);
	return before + hit + after;
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
