import type { Role, Rule } from '@bianxu/model';
import { checkRoleSize } from '../role-size.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['imprint'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'size-imprint-4hao',
		number: 39,
		group: 'size-spacing',
		title: { zh: '版记用四号字', en: 'The imprint is set at 14 pt (四号)' },
		description: {
			zh: '版记的抄送机关、印发机关和印发日期用 4 号字（14 磅）。',
			en: 'Copies and issuing lines of the imprint are set at 14 pt (四号).',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.4' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleSize(context, ROLES, words) }),
};
