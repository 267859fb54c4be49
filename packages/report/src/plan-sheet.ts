/** The plan as a sheet for people: 改号对照表 with what must be decided, every reference, the three ways, whom to call. */

import type {
	Language,
	Plan,
	PlanCounts,
	PlannedFact,
	PlannedReference,
	SheetBlock,
	SheetSpan,
	SlipHead,
} from '@bianxu/model';
import { paperName, planSentence, wordingOf } from './plan-words.ts';
import { SCHEME, STATE, STATUS, say } from './words.ts';

type Row = readonly (readonly SheetSpan[])[];

const cells = (...texts: readonly (string | readonly SheetSpan[])[]): Row =>
	texts.map((text) => (typeof text === 'string' ? [text] : text));

/** The line that says which meeting a sheet is for: organ, session, day. */
export function sessionLine({ organ, session, date }: SlipHead): SheetBlock {
	return { kind: 'session', text: `${organ}${session}　${date}` };
}

/** Blocks of the plan; begins with the session and what the plan means, ends with the departments to call and signatures. */
export function planSheet(plan: Plan, language: Language, head: SlipHead): readonly SheetBlock[] {
	const zh = language === 'zh';
	const sentence = planSentence(plan, language);
	return [
		{ kind: 'title', text: zh ? '改号对照表' : 'Renumbering plan' },
		sessionLine(head),
		{ kind: 'lead', spans: plan.blocked ? [{ text: sentence, mark: 'alert' }] : [{ text: sentence, mark: 'strong' }] },
		...obstacleBlocks(plan, language),
		...decisionBlocks(plan, language),
		...numberBlocks(plan, language),
		...rewrittenBlocks(plan, language),
		...checkBlocks(plan, language),
		...reprintBlocks(plan, zh),
		...comparisonBlocks(plan, language),
		...callBlocks(plan, language),
		{ kind: 'sign', names: zh ? ['经办人', '核对人', '批准人'] : ['prepared by', 'checked by', 'approved by'] },
	];
}

function obstacleBlocks({ obstacles }: Plan, language: Language): readonly SheetBlock[] {
	return obstacles.map((obstacle) => ({ kind: 'text', spans: [{ text: obstacle[language], mark: 'alert' }] }));
}

const blocking = (status: PlannedReference['status']): boolean =>
	status === 'dangling' || status === 'mismatch' || status === 'ambiguous';

function placeOf(reference: Pick<PlannedReference, 'in' | 'block' | 'start'>): string {
	return `${reference.in}@${reference.block}:${reference.start}`;
}

function whereOf(plan: Plan, place: Pick<PlannedReference, 'in' | 'block' | 'start'>, language: Language): string {
	const zh = language === 'zh';
	const paragraph = zh ? `第${place.block + 1}段` : `paragraph ${place.block + 1}`;
	// By its number: the titles stand in the table of numbers, and are too long for a narrow column.
	const material = plan.materials.find(({ id }) => id === place.in);
	const number = material?.from ?? material?.to ?? null;
	const name =
		number === null
			? paperName(plan, place.in, language)
			: material?.from === null
				? zh
					? `新${number}号`
					: `new ${number}`
				: zh
					? `原${number}号`
					: `old ${number}`;
	return `${name} ${paragraph}\n${placeOf(place)}`;
}

/** What stands in the way and is a person's to decide. */
function decisionBlocks(plan: Plan, language: Language): readonly SheetBlock[] {
	const zh = language === 'zh';
	const open = plan.references.filter(({ status, accepted }) => accepted === undefined && blocking(status));
	if (open.length === 0) return [];
	return [
		{ kind: 'heading', text: zh ? `须先处理（${open.length}处）` : `To be settled first (${open.length})` },
		{
			kind: 'table',
			head: zh ? ['位置', '状态', '原文', '说明与建议'] : ['place', 'status', 'text', 'note and proposal'],
			widths: [22, 10, 36, 32],
			rows: open.map((each) =>
				cells(
					whereOf(plan, each, language),
					[{ text: say(language, STATUS[each.status]), mark: 'alert' }],
					inContext(each),
					noteOf(each, language),
				),
			),
		},
		{
			kind: 'note',
			spans: [
				zh
					? '改好原文后重新 plan；或逐处签认：--accept 位置[=改成的文字] --by 姓名。'
					: 'Correct the text and plan again, or sign off each place: --accept PLACE[=TEXT] --by NAME.',
			],
		},
	];
}

/** The sentence with the mention in it marked. */
function inContext({
	context,
	contextStart,
	start,
	end,
}: Pick<PlannedReference, 'context' | 'contextStart' | 'start' | 'end'>): readonly SheetSpan[] {
	const from = Math.max(0, start - contextStart);
	const to = Math.max(from, Math.min(context.length, end - contextStart));
	const spans: SheetSpan[] = [
		context.slice(0, from),
		{ text: context.slice(from, to), mark: 'strong' },
		context.slice(to),
	];
	return spans.filter((span) => (typeof span === 'string' ? span : span.text) !== '');
}

function noteOf({ note, to, from, accepted }: PlannedReference, language: Language): string {
	const zh = language === 'zh';
	const lines = note === null ? [] : [note[language]];
	if (to !== null && to !== from) lines.push(zh ? `建议写作「${to}」` : `proposal: ${to}`);
	if (accepted !== undefined)
		lines.push(
			zh
				? `已由${accepted.by}签认，写作「${accepted.text}」`
				: `signed off by ${accepted.by}, written "${accepted.text}"`,
		);
	return lines.join('；');
}

function numberBlocks(plan: Plan, language: Language): readonly SheetBlock[] {
	const zh = language === 'zh';
	const none = zh ? '（无）' : '(none)';
	return [
		{
			kind: 'heading',
			text: zh ? `原号与新号（${SCHEME[plan.scheme].zh}）` : `Numbers (${SCHEME[plan.scheme].en})`,
		},
		{
			kind: 'table',
			head: zh
				? ['原号', '新号', '标题', '单位', '状态', '标识']
				: ['old', 'new', 'title', 'department', 'state', 'id'],
			widths: [10, 10, 44, 16, 10, 10],
			rows: plan.materials.map(({ id, from, to, state, title, department }) =>
				cells(
					[from === to || from === null ? (from ?? none) : { text: from, mark: 'old' }],
					[from === to ? (to ?? none) : { text: to ?? (zh ? '消号' : 'none'), mark: 'new' }],
					title,
					department,
					say(language, STATE[state]),
					id,
				),
			),
		},
		...(plan.inverted.length === 0
			? []
			: [{ kind: 'note', spans: [invertedWords(plan, language)] } satisfies SheetBlock]),
	];
}

/** Numbers that stay although their papers moved: the contents must say so. */
export function invertedWords({ inverted, materials }: Plan, language: Language): string {
	const labels = inverted.map((id) => materials.find((each) => each.id === id)?.to ?? id);
	return language === 'zh'
		? `号序倒置${inverted.length}份（次序变了、号不变，目录须注明）：${labels.join('、')}`
		: `${inverted.length} out of order (moved, number kept; say so in the contents): ${labels.join(', ')}`;
}

/** Every place that is written: references, agenda ordinals, facts of the session; each with its sentence. */
function rewrittenBlocks(plan: Plan, language: Language): readonly SheetBlock[] {
	const zh = language === 'zh';
	const written = plan.references.filter(
		({ status, from, to, accepted }) => accepted !== undefined || (status === 'valid' && to !== null && to !== from),
	);
	const facts = plan.facts.filter(({ status }) => status === 'valid');
	const row = (place: PlannedReference | PlannedFact, change: string): Row => {
		const { before, after } = wordingOf(plan, place);
		return cells(whereOf(plan, place, language), change, before, after);
	};
	const rows = [
		...written.map((each) => row(each, `${each.from} → ${each.accepted?.text ?? each.to ?? ''}`)),
		...facts.map((each) => row(each, `${each.from} → ${each.to ?? ''}`)),
	];
	if (rows.length === 0) return [];
	return [
		{ kind: 'heading', text: zh ? `引用改写（${rows.length}处）` : `References rewritten (${rows.length})` },
		{
			kind: 'table',
			head: zh ? ['位置', '改动', '原文', '改后'] : ['place', 'change', 'before', 'after'],
			widths: [20, 16, 32, 32],
			rows,
		},
	];
}

function checkBlocks(plan: Plan, language: Language): readonly SheetBlock[] {
	const zh = language === 'zh';
	const open = plan.references.filter(({ status, accepted }) => status === 'check' && accepted === undefined);
	const facts = plan.facts.filter(({ status }) => status === 'check');
	const ignored =
		plan.references.filter(({ status }) => status === 'ignored').length +
		plan.facts.filter(({ status }) => status === 'ignored').length;
	const blocks: SheetBlock[] = [];
	if (open.length + facts.length > 0) {
		blocks.push(
			{
				kind: 'heading',
				text: zh ? `待核对，照留原文（${open.length + facts.length}处）` : `To check (${open.length + facts.length})`,
			},
			{
				kind: 'table',
				head: zh ? ['位置', '原文', '说明与建议'] : ['place', 'text', 'note and proposal'],
				widths: [22, 42, 36],
				rows: [
					...open.map((each) => cells(whereOf(plan, each, language), inContext(each), noteOf(each, language))),
					...facts.map((each) =>
						cells(whereOf(plan, each, language), inContext(each), each.note === null ? '' : each.note[language]),
					),
				],
			},
		);
	}
	if (ignored > 0) {
		const text = zh
			? `另有${ignored}处不动：引文、法条、其他会次、已签认的。`
			: `${ignored} more are left alone: quotations, law, other sessions, signed off before.`;
		blocks.push({ kind: 'note', spans: [text] });
	}
	return blocks;
}

function reprintBlocks(plan: Plan, zh: boolean): readonly SheetBlock[] {
	if (plan.reprint.length === 0) return [];
	return [
		{ kind: 'heading', text: zh ? '需要重印' : 'To reprint' },
		{
			kind: 'table',
			head: zh ? ['材料', '张（页码）', '份数'] : ['paper', 'sheets (pages)', 'copies'],
			widths: [40, 44, 16],
			rows: plan.reprint.map(({ id, sheets, copies }) =>
				cells(
					paperName(plan, id, zh ? 'zh' : 'en'),
					sheets === null
						? zh
							? '整份（没有付印记录）'
							: 'whole (no print recorded)'
						: sheets.map((sheet) => sheet.join('-')).join(zh ? '、' : ', '),
					copies === null ? '' : String(copies),
				),
			),
		},
	];
}

/** One way of numbering with what it costs; the first is the plan itself. */
export interface Way {
	readonly name: string;
	readonly counts: PlanCounts;
	readonly departments: number;
	readonly prints: number | null;
}

/** The plan and its alternatives, side by side. */
export function waysOf(plan: Plan, language: Language): readonly Way[] {
	const chosen = language === 'zh' ? '（现方案）' : ' (this plan)';
	return [
		{
			name: `${say(language, SCHEME[plan.scheme])}${chosen}`,
			counts: plan.counts,
			departments: plan.calls.filter(({ materials }) => materials.some(({ from }) => from !== null)).length,
			prints: plan.prints,
		},
		...plan.alternatives.map(({ scheme, counts, departments, prints }) => ({
			name: say(language, SCHEME[scheme]),
			counts,
			departments,
			prints,
		})),
	];
}

/** Heads and rows of the comparison. */
export function comparisonOf(
	plan: Plan,
	language: Language,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
	const zh = language === 'zh';
	const unknown = zh ? '待付印后知' : 'unknown';
	return {
		head: zh
			? ['方案', '改号', '改引用', '改序号', '悬空', '部门', '张/套', '张×份']
			: ['scheme', 'renumbered', 'references', 'ordinals', 'dangling', 'departments', 'sheets', 'sheets × copies'],
		rows: waysOf(plan, language).map(({ name, counts, departments, prints }) => [
			name,
			String(counts.renumbered),
			String(counts.referencesRewritten),
			String(counts.agendaRewritten),
			String(counts.dangling),
			String(departments),
			counts.sheets === null ? unknown : String(counts.sheets),
			prints === null ? unknown : String(prints),
		]),
	};
}

function comparisonBlocks(plan: Plan, language: Language): readonly SheetBlock[] {
	if (plan.alternatives.length === 0) return [];
	const { head, rows } = comparisonOf(plan, language);
	return [
		{ kind: 'heading', text: language === 'zh' ? '三种编号方案比较' : 'Three ways compared' },
		{ kind: 'table', head, widths: [26, 10, 11, 11, 10, 10, 11, 11], rows: rows.map((row) => cells(...row)) },
		...plan.advice.map(
			({ message }): SheetBlock => ({
				kind: 'text',
				spans: [{ text: language === 'zh' ? '更省的办法：' : 'Cheaper: ', mark: 'strong' }, message[language]],
			}),
		),
	];
}

/** One line of the telephone list: department, and its papers in words. */
export function callLines(plan: Plan, language: Language): readonly (readonly [string, string])[] {
	const zh = language === 'zh';
	const nobody = zh ? '（清单未写单位）' : '(no department in the manifest)';
	const lines = plan.calls.map(({ department, materials }): readonly [string, string] => [
		department === '' ? nobody : department,
		materials
			.map(({ id, from, to, rewritten, open }) => {
				const name = paperName(plan, id, language);
				const moved =
					from === to || to === null
						? ''
						: from === null
							? zh
								? `新号${to}`
								: `new ${to}`
							: zh
								? `原${from}改${to}`
								: `${from} → ${to}`;
				const parts = [
					moved,
					rewritten > 0 ? (zh ? `改写${rewritten}处` : `${rewritten} rewritten`) : '',
					open > 0 ? (zh ? `须核对${open}处` : `${open} to decide`) : '',
				].filter((part) => part !== '');
				return `${zh ? `《${name}》` : name}${parts.join(zh ? '、' : ', ')}`;
			})
			.join(zh ? '；' : '; '),
	]);
	const gone = plan.materials.filter(({ from, to }) => from !== null && to === null);
	if (gone.length > 0) {
		const names = gone.map(({ id, from, department }) => {
			const whose = department === '' ? '' : zh ? `（${department}）` : ` (${department})`;
			return `${zh ? '原' : ''}${from}${zh ? '号' : ' '}《${paperName(plan, id, language)}》${whose}`;
		});
		lines.unshift([zh ? '撤回、移出的' : 'withdrawn or moved', names.join(zh ? '；' : '; ')]);
	}
	return lines;
}

function callBlocks(plan: Plan, language: Language): readonly SheetBlock[] {
	const zh = language === 'zh';
	const lines = callLines(plan, language);
	const heading: SheetBlock = { kind: 'heading', text: zh ? '需要打电话的部门' : 'Departments to call' };
	if (lines.length === 0) return [heading, { kind: 'text', spans: [zh ? '没有。' : 'None.'] }];
	return [
		heading,
		{
			kind: 'table',
			// The last two are filled in by hand.
			head: zh ? ['部门', '材料与改动', '接听人', '通知时间'] : ['department', 'papers', 'spoke to', 'at'],
			widths: [18, 56, 12, 14],
			rows: lines.map(([department, words]) => cells(department, words, '', '')),
		},
	];
}
