import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { type Clause, clausesOf, personnelPaper } from '../material/personnel.ts';
import { proposalsOf } from '../material/proposer.ts';
import { finding } from '../text/replacement.ts';
import { practice } from '../text/sources.ts';
import { description, otherOrder, title } from './messages.ts';

const words = { appoint: '先任后免', remove: '先免后任' } as const;

function check(context: DocumentContext): readonly Finding[] {
	if (personnelPaper(context) !== 'list') return [];
	const cuts = proposalsOf(context).map(({ block }) => block);
	const groups = new Map<number, Clause[]>();
	for (const clause of clausesOf(context)) {
		const group = cuts.filter((block) => block < clause.block).length;
		groups.set(group, [...(groups.get(group) ?? []), clause]);
	}
	const removalsFirst = context.params['order'] === '免任';
	let seen: Clause['kind'] | null = null;
	const found: Finding[] = [];
	for (const clauses of groups.values()) {
		const first = clauses[0];
		if (first === undefined || clauses.every(({ kind }) => kind === first.kind)) continue;
		const unlikeSetting = removalsFirst && first.kind === 'appoint';
		if (unlikeSetting || (seen !== null && seen !== first.kind)) {
			const message = otherOrder(words[first.kind], unlikeSetting ? '设置的次序' : '前面各组');
			found.push(finding(first.block, first.start, first.end, message, { actual: words[first.kind] }));
		}
		seen ??= first.kind;
	}
	return found;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'pr-order-appoint-remove',
		number: 91,
		group: 'personnel',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: practice,
		templates: ['appointment'],
		needsFormat: false,
	},
	params: { order: '任免' },
	check: (context) => ({ findings: check(context) }),
};
