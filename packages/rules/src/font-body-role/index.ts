import type { Role, Rule } from '@bianxu/model';
import { checkRoleFont } from '../role-font.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = [
	'body',
	'closing',
	'salutation',
	'attachment-note',
	'signature',
	'date',
	'name-entry',
	'note',
];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-body-role',
		number: 21,
		group: 'font',
		title: { zh: '正文用仿宋', en: 'Body text is set in Fangsong' },
		description: {
			zh: '正文、称谓、结束语、附件说明、落款和日期用 3 号仿宋体。每个字按它实际生效的字体判断：样式、主题、直接设置都算在内。表格、文本框、附件正文不查；仿宋字库里没有、临时借用别的字体的生僻字不算错。',
			en: 'Body text, salutation, closing, list of attachments, signature and date are set in Fangsong. Each character is judged by its effective font, with styles, theme and direct formatting resolved. Tables, text boxes and attachments are left out, and so is a rare character borrowed from another font.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.2' },
		needsFormat: true,
	},
	check: (context) => ({ findings: checkRoleFont(context, ROLES, words) }),
};
