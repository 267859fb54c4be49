import type { DocumentContext, Role, Rule, RuleResult } from '@bianxu/model';
import { hasBold, imitatesXiaobiaosong } from '../fake-title.ts';
import { checkRoleFont } from '../role-font.ts';
import { words } from './messages.ts';

const ROLES: readonly Role[] = ['organ-line', 'title'];

function check(context: DocumentContext): RuleResult {
	// Bold Songti and STZhongsong in place of Xiaobiaosong are font-no-fake-title's, unless that is switched off.
	const told = context.template.rules['font-no-fake-title']?.severity !== 'off';
	const findings = checkRoleFont(context, ROLES, words, ({ paragraph, start, end }, part) => {
		return told && imitatesXiaobiaosong(context.template, part, hasBold(paragraph, start, end));
	});
	return { findings };
}

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
	check,
};
