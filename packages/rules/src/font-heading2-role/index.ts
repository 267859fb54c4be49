import type { Role, Rule } from '@bianxu/model';
import { checkRoleFont } from '../role-font.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['heading-2'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-heading2-role',
		number: 23,
		group: 'font',
		title: { zh: '二级标题用楷体', en: 'Level 2 headings are set in Kaiti' },
		description: {
			zh: '「（一）」二级用 3 号楷体。标题后接排正文的，只有标题那一句用楷体。',
			en: 'Headings of level 2 （一） are set in Kaiti at 16 pt; when the text runs on, only the heading’s own sentence is.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.3' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleFont(context, ROLES, words) }),
};
