import type { Role, Rule } from '@bianxu/model';
import { checkRoleFont } from '../role-font.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['heading-1'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-heading1-role',
		number: 22,
		group: 'font',
		title: { zh: '一级标题用黑体', en: 'Level 1 headings are set in Heiti' },
		description: {
			zh: '「一、」一级用 3 号黑体，不加粗。',
			en: 'Headings of level 1 (一、) are set in Heiti at 16 pt, not bold.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.3' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleFont(context, ROLES, words) }),
};
