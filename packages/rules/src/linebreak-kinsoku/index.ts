import type { Finding, LayoutContext, Rule, RuleResult } from '@bianxu/model';
import { neighbours, type SetLine, setLines } from '../set-lines.ts';
import { punct } from '../text/sources.ts';
import { description, forbidden, title } from './messages.ts';

/** Closing halves, pauses, stops, connectors, and what belongs to the number before it. */
const NOT_AT_START = '、。，．：；？！·～’”）〕］｝〉》」』】〗%‰℃％';
const NOT_AT_END = '‘“（〔［｛〈《「『【〖￥¥';

function check({ frames }: LayoutContext): RuleResult {
	const findings: Finding[] = [];
	for (const [before, line] of neighbours(setLines(frames))) {
		const first = [...line.text][0] ?? '';
		const last = [...before.text.trimEnd()].at(-1) ?? '';
		if (first !== '' && NOT_AT_START.includes(first)) findings.push(findingAt(line, line.start, first, 'start'));
		if (last !== '' && NOT_AT_END.includes(last)) {
			findings.push(findingAt(before, before.start + before.text.trimEnd().length - last.length, last, 'end'));
		}
	}
	return { findings };
}

function findingAt(line: SetLine, start: number, mark: string, place: 'start' | 'end'): Finding {
	const page = `第${line.page + 1}页`;
	return { block: line.block, start, end: start + mark.length, message: forbidden(mark, place), actual: page };
}

export const rule: Rule = {
	scope: 'layout',
	meta: {
		id: 'linebreak-kinsoku',
		number: 130,
		group: 'punctuation',
		title,
		description,
		severity: 'error',
		fix: 'none',
		source: punct('5.1'),
		needsFormat: true,
	},
	check,
};
