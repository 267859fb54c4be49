import type { Role, Rule } from '@bianxu/model';
import { checkRoleFont } from '../role-font.ts';
import { examples } from './examples.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['organ-line', 'title'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-title-role',
		number: 20,
		group: 'font',
		title: { zh: '标题用小标宋', en: 'The title is set in Xiaobiaosong' },
		description: {
			zh: '标题（包括标题上方的机关名称）用 2 号小标宋体。可用的小标宋字体由方案规定；宋体加粗、华文中宋都不是小标宋。',
			en: 'The title, with the organ above it, is set in Xiaobiaosong. The profile names the families that count; bold Songti or STZhongsong do not.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.1' },
		needsFormat: true,
	},
	examples,
	check: (context) => ({ findings: checkRoleFont(context, ROLES, words) }),
};
