import type { PrintContext, Rule } from '@bianxu/model';
import { gb } from '../text/sources.ts';
import { description, undetermined, wrongSide, title } from './messages.ts';

function check({ frames }: PrintContext): ReturnType<NonNullable<Extract<Rule, { scope: 'print' }>['check']>> {
	const pagesWith = (head: 'right' | 'unknown'): string =>
		frames.flatMap((frame) => (frame.head === head ? [frame.index + 1] : [])).join('、');
	const wrong = pagesWith('right');
	const open = pagesWith('unknown');
	const page = frames.findIndex(({ head }) => head === 'right') + 1;
	return {
		findings: wrong === '' ? [] : [{ page, message: wrongSide(wrong), expected: '表头在左边', actual: '表头在右边' }],
		unchecked: open === '' ? [] : [{ code: 'table-landscape-head-side', message: undetermined(open) }],
	};
}

export const rule: Rule = {
	scope: 'print',
	meta: {
		id: 'table-landscape-head-side',
		number: 137,
		group: 'table',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: gb('8'),
		needsFormat: false,
	},
	check,
};
