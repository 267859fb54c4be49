import type { Role, Rule } from '@bianxu/model';
import { checkRoleFont } from '../role-font.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['caption', 'author'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-caption-author-role',
		number: 25,
		group: 'font',
		title: { zh: '题注、署名用楷体', en: 'Caption and reporter’s line are set in Kaiti' },
		description: {
			zh: '标题下面的题注和署名通行用 3 号楷体。国家标准没有规定，本机关另有规定的写在方案里。',
			en: 'The caption and the reporter’s line under the title are usually set in Kaiti at 16 pt. The national standard is silent; an office’s own notice belongs in its profile.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleFont(context, ROLES, words) }),
};
