import type { Finding, LayoutContext, Role, Rule, RuleResult } from '@bianxu/model';
import { setLines } from '../set-lines.ts';
import { gb } from '../text/sources.ts';
import { description, alone, title } from './messages.ts';

const END: ReadonlySet<Role> = new Set<Role>(['signature', 'date', 'note', 'imprint']);

function check({ frames, doc }: LayoutContext): RuleResult {
	const lines = setLines(frames);
	const findings: Finding[] = [];
	for (const page of new Set(lines.map((line) => line.page))) {
		const own = lines.filter((line) => line.page === page);
		const signed = own.find(({ role }) => role === 'signature' || role === 'date');
		if (page === 0 || signed === undefined || own.some(({ role }) => !END.has(role))) continue;
		const end = doc.paragraphs[signed.block]?.text.length ?? 0;
		findings.push({ block: signed.block, start: 0, end, message: alone, actual: `第${page + 1}页` });
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'layout',
	meta: {
		id: 'page-orphan-signature',
		number: 19,
		group: 'page',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: gb('7.3.5.5'),
		needsFormat: true,
	},
	check,
};
