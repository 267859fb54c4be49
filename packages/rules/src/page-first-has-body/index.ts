import type { LayoutContext, Role, Rule, RuleResult } from '@bianxu/model';
import { setLines } from '../set-lines.ts';
import { gb } from '../text/sources.ts';
import { description, pushed, title } from './messages.ts';

/** What counts as text of the paper, as against its front block. */
const TEXT: ReadonlySet<Role> = new Set<Role>([
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'closing',
	'name-entry',
	'table-cell',
	'table-caption',
	'unit-note',
]);

function check({ frames, doc }: LayoutContext): RuleResult {
	const lines = setLines(frames);
	const first = lines.find(({ role }) => TEXT.has(role));
	if (first === undefined || first.page === 0 || !lines.some(({ page }) => page === 0)) return { findings: [] };
	const end = doc.paragraphs[first.block]?.text.length ?? 0;
	return { findings: [{ block: first.block, start: 0, end, message: pushed, actual: `第${first.page + 1}页` }] };
}

export const rule: Rule = {
	scope: 'layout',
	meta: {
		id: 'page-first-has-body',
		number: 15,
		group: 'page',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: gb('7.3.3'),
		needsFormat: true,
	},
	check,
};
