import type { Role, Rule } from '@bianxu/model';
import { checkRoleSize } from '../role-size.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['organ-line', 'title'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'size-title-2hao',
		number: 35,
		group: 'size-spacing',
		title: { zh: '标题用二号字', en: 'The title is set at 22 pt (二号)' },
		description: {
			zh: '标题（包括标题上方的机关名称）用 2 号字（22 磅），分行的每行一样大。',
			en: 'The title, with the organ above it, is set at 22 pt (二号), every line alike.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.1' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleSize(context, ROLES, words) }),
};
