import type { Finding, LayoutContext, Role, Rule, RuleResult } from '@bianxu/model';
import { setLines } from '../set-lines.ts';
import { bianxu } from '../text/sources.ts';
import { description, stranded, title } from './messages.ts';

const HEADINGS: ReadonlySet<Role> = new Set<Role>(['heading-1', 'heading-2', 'heading-3', 'heading-4']);

function check({ frames, doc, outline }: LayoutContext): RuleResult {
	const lines = setLines(frames);
	const findings: Finding[] = [];
	for (const [index, line] of lines.entries()) {
		const next = lines[index + 1];
		if (next === undefined || next.page === line.page || next.block === line.block || !HEADINGS.has(line.role))
			continue;
		// A run-in heading that fills its paragraph has its text with it.
		if (outline.claims[line.block]?.runInEnd !== undefined) continue;
		const end = doc.paragraphs[line.block]?.text.length ?? 0;
		findings.push({ block: line.block, start: 0, end, message: stranded, actual: `第${line.page + 1}页末行` });
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'layout',
	meta: {
		id: 'heading-keep-with-next',
		number: 58,
		group: 'heading',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: true,
	},
	check,
};
