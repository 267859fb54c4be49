import type { PrintContext, PrintFinding, Rule } from '@bianxu/model';
import { bianxu } from '../text/sources.ts';
import { description, named, title } from './messages.ts';

const entries: Readonly<Record<string, string>> = {
	Author: '作者',
	Company: '单位',
	Manager: '经理',
	Title: '标题',
	Subject: '主题',
	Keywords: '关键词',
};
const organ = /(?:委员会|常委会|人大|政府|办公室|办公厅|研究室|法院|检察院|[局委厅院处]|中心)$/;
/** A path, or the name of a file. */
const path = /[A-Za-z]:\\|\\\\|^\/(?:home|Users)\/|file:|\.(?:docx?|wps|md|pdf|txt)\b/i;

function check({ about }: PrintContext): { readonly findings: readonly PrintFinding[] } {
	const findings = Object.entries(entries).flatMap(([key, name]): readonly PrintFinding[] => {
		const value = (Object.hasOwn(about, key) ? (about[key] ?? '') : '').trim();
		const person = (key === 'Author' || key === 'Company' || key === 'Manager') && value !== '' && !organ.test(value);
		if (!person && !path.test(value)) return [];
		return [{ page: null, message: named(name, value.slice(0, 60)), expected: '空', actual: value.slice(0, 60) }];
	});
	return { findings: findings.slice(0, 1) };
}

export const rule: Rule = {
	scope: 'print',
	meta: {
		id: 'draft-metadata',
		number: 175,
		group: 'hygiene',
		title,
		description,
		severity: 'warning',
		fix: 'none',
		source: bianxu,
		needsFormat: false,
	},
	check,
};
