/** Words that every form of a plan shares: its first sentence, names of papers, old and new wording of a place. */

import type { Language, Plan, SheetSpan, UnnumberedKind } from '@bianxu/model';

const UNNUMBERED: Readonly<Record<UnnumberedKind, { readonly zh: string; readonly en: string }>> = {
	agenda: { zh: '议程', en: 'agenda' },
	schedule: { zh: '日程', en: 'schedule' },
	contents: { zh: '目录', en: 'contents' },
	'host-script': { zh: '主持词', en: 'host script' },
	attendees: { zh: '列席人员名单', en: 'attendees' },
	voting: { zh: '表决办法', en: 'voting rules' },
	notice: { zh: '会议通知', en: 'notice' },
};

/** A paper as a clerk calls it: 主持词, or the title of a material; its id where it has no other name. */
export function paperName(plan: Plan, id: string, language: Language): string {
	const paper = plan.unnumbered.find((each) => each.id === id);
	if (paper !== undefined) return UNNUMBERED[paper.kind][language];
	const title = plan.materials.find((each) => each.id === id)?.title ?? '';
	return title === '' ? id : title;
}

interface Open {
	readonly materials: number;
	readonly agenda: number;
	readonly disputed: number;
}

function openOf(plan: Plan): Open {
	const open = plan.references.filter(({ accepted }) => accepted === undefined);
	const dangling = open.filter(({ status }) => status === 'dangling');
	const agenda = dangling.filter(({ form }) => form === 'X10').length;
	return {
		agenda,
		materials: dangling.length - agenda,
		disputed: open.filter(({ status }) => status === 'mismatch' || status === 'ambiguous').length,
	};
}

/** 「20份改号、23处引用改写、2处悬空须先处理；……」, ending with whether the plan can be carried out. */
export function planSentence(plan: Plan, language: Language): string {
	const { counts, blocked } = plan;
	const open = openOf(plan);
	const facts = plan.facts.filter(({ status }) => status === 'valid').length;
	const doubtful = plan.facts.filter(({ status }) => status === 'check').length;
	const parts: string[] = [];
	if (language === 'zh') {
		const must = (count: number): string => (count > 0 ? '须先处理' : '');
		parts.push(
			`${counts.renumbered}份改号、${counts.referencesRewritten}处引用改写、${open.materials}处悬空${must(open.materials)}`,
		);
		if (counts.agendaRewritten > 0 || open.agenda > 0)
			parts.push(`议程序号${counts.agendaRewritten}处改写、${open.agenda}处悬空${must(open.agenda)}`);
		if (open.disputed > 0) parts.push(`${open.disputed}处号题不符或有歧义须先处理`);
		if (facts > 0) parts.push(`${facts}处会次、日期、地点、人名改写`);
		if (counts.needsCheck + doubtful > 0) parts.push(`${counts.needsCheck + doubtful}处待核对`);
		if (counts.sheets !== null) parts.push(`重印${counts.sheets}张`);
		return `${parts.join('；')}；${blocked ? '有阻断，须先处理' : '可以执行'}。`;
	}
	const must = (count: number): string => (count > 0 ? ' to be settled first' : '');
	parts.push(
		`${counts.renumbered} renumbered, ${counts.referencesRewritten} references rewritten, ${open.materials} dangling${must(open.materials)}`,
	);
	if (counts.agendaRewritten > 0 || open.agenda > 0)
		parts.push(`agenda ordinals: ${counts.agendaRewritten} rewritten, ${open.agenda} dangling${must(open.agenda)}`);
	if (open.disputed > 0) parts.push(`${open.disputed} mismatching or ambiguous to be settled first`);
	if (facts > 0) parts.push(`${facts} facts of the session rewritten`);
	if (counts.needsCheck + doubtful > 0) parts.push(`${counts.needsCheck + doubtful} to check`);
	if (counts.sheets !== null) parts.push(`${counts.sheets} sheets to reprint`);
	return `${parts.join('; ')}; ${blocked ? 'blocked' : 'ready to apply'}.`;
}

/** The sentence of a place as it was and as it will be, old and new words marked. */
export function wordingOf(
	plan: Plan,
	place: { readonly in: string; readonly block: number; readonly context: string; readonly contextStart: number },
): { readonly before: readonly SheetSpan[]; readonly after: readonly SheetSpan[]; readonly changed: boolean } {
	const { context, contextStart } = place;
	const end = contextStart + context.length;
	const changes = Object.hasOwn(plan.changes, place.in) ? (plan.changes[place.in] ?? []) : [];
	const pieces = changes
		.flatMap((change) =>
			change.kind === 'replace-text' &&
			change.block === place.block &&
			change.start >= contextStart &&
			change.end <= end
				? [{ start: change.start - contextStart, end: change.end - contextStart, text: change.text }]
				: [],
		)
		.sort((a, b) => a.start - b.start);
	const before: SheetSpan[] = [];
	const after: SheetSpan[] = [];
	let at = 0;
	for (const piece of pieces) {
		if (piece.start < at) continue;
		const kept = context.slice(at, piece.start);
		if (kept !== '') {
			before.push(kept);
			after.push(kept);
		}
		if (piece.end > piece.start) before.push({ text: context.slice(piece.start, piece.end), mark: 'old' });
		if (piece.text !== '') after.push({ text: piece.text, mark: 'new' });
		at = piece.end;
	}
	const rest = context.slice(at);
	if (rest !== '') {
		before.push(rest);
		after.push(rest);
	}
	return { before, after, changed: pieces.length > 0 };
}
