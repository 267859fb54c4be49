import type { Role, Rule } from '@bianxu/model';
import { checkRoleSize } from '../role-size.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = [
	'body',
	'closing',
	'salutation',
	'dash-item',
	'attachment-note',
	'signature',
	'date',
	'name-entry',
	'note',
];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'size-body-3hao',
		number: 36,
		group: 'size-spacing',
		title: { zh: '正文用三号字', en: 'Body text is set at 16 pt (三号)' },
		description: {
			zh: '正文、称谓、结束语、附件说明、落款、日期用 3 号字（16 磅）。表格、文本框、附件正文不查，上下标不算。',
			en: 'Body text, salutation, closing, list of attachments, signature and date are set at 16 pt (三号). Tables, text boxes, attachments and superscripts are left out.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.2' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleSize(context, ROLES, words) }),
};
