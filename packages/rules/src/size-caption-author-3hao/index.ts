import type { Role, Rule } from '@bianxu/model';
import { checkRoleSize } from '../role-size.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['caption', 'author'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'size-caption-author-3hao',
		number: 38,
		group: 'size-spacing',
		title: { zh: '题注、署名用三号字', en: 'Caption and reporter’s line are set at 16 pt (三号)' },
		description: {
			zh: '标题下面的题注和署名通行用 3 号字。',
			en: 'The caption and the reporter’s line under the title are usually set at 16 pt.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleSize(context, ROLES, words) }),
};
