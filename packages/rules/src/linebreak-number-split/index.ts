import type { Finding, LayoutContext, Rule, RuleResult } from '@bianxu/model';
import { neighbours, setLines } from '../set-lines.ts';
import { num } from '../text/sources.ts';
import { description, parted, title } from './messages.ts';

/** Lines shorter than this are cells too narrow for any rule. */
const SHORTEST = 6;

function check({ frames }: LayoutContext): RuleResult {
	const findings: Finding[] = [];
	for (const [before, line] of neighbours(setLines(frames))) {
		// Digits of a word, an address or a path are no number.
		if (/[A-Za-z/_=-][\d,.]*$/.test(before.text) || /^[\d.,]*[A-Za-z/_=-]/.test(line.text)) continue;
		const head = /(?<![\d,.])[,.]*(\d[\d,.]*)$/.exec(before.text)?.[1] ?? '';
		const tail = /^[\d.,]*\d[%％‰]?|^[%％‰℃]/.exec(line.text)?.[0] ?? '';
		if (head === '' || tail === '' || head.length === before.text.length || before.text.length < SHORTEST) continue;
		const start = before.start + before.text.length - head.length;
		const actual = `第${line.page + 1}页`;
		findings.push({ block: before.block, start, end: start + head.length, message: parted(head, tail), actual });
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'layout',
	meta: {
		id: 'linebreak-number-split',
		number: 131,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: num('5.1.7'),
		needsFormat: true,
	},
	check,
};
