import type { Role, Rule } from '@bianxu/model';
import { checkRoleFont } from '../role-font.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['heading-3', 'heading-4'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-heading34-role',
		number: 24,
		group: 'font',
		title: { zh: '三级、四级标题用仿宋', en: 'Level 3 and 4 headings are set in Fangsong' },
		description: {
			zh: '「1.」三级和「（1）」四级用 3 号仿宋体，与正文相同。',
			en: 'Headings of level 3 (1.) and 4 （1） are set in Fangsong like body text.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.3' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleFont(context, ROLES, words) }),
};
