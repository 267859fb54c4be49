import type { Role, Rule } from '@bianxu/model';
import { checkRoleSize } from '../role-size.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['heading-1', 'heading-2', 'heading-3', 'heading-4'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'size-heading-3hao',
		number: 37,
		group: 'size-spacing',
		title: { zh: '各级标题用三号字', en: 'Headings are set at 16 pt (三号)' },
		description: {
			zh: '正文里的各级标题与正文一样用 3 号字，靠字体区分层次，不靠字号。',
			en: 'Headings of all levels have the size of body text, 16 pt; levels differ by typeface, not by size.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.3' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleSize(context, ROLES, words) }),
};
