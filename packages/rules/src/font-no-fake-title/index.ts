import type { DocumentContext, Finding, Role, Rule, RuleResult } from '@bianxu/model';
import { familyStretches } from '../effective-format.ts';
import { hasBold, imitatesXiaobiaosong, mayImitate } from '../fake-title.ts';
import { nothingFound } from '../gather.ts';
import { someRun } from '../role-looks.ts';
import { preferredFamily, roleStretches } from '../role-style.ts';
import { fakeTitle, fixTitle } from './messages.ts';

const ROLES: readonly Role[] = ['organ-line', 'title'];

function check(context: DocumentContext): RuleResult {
	const { template } = context;
	if (!someRun(context, ROLES, ({ eastAsia }) => mayImitate(template, eastAsia))) return nothingFound;
	const wanted = preferredFamily(template, 'xiaobiaosong');
	const findings = roleStretches(context, ROLES).flatMap(({ paragraph, style, start, end }): Finding[] => {
		const source = style.font?.source;
		if (source === undefined || style.font?.value !== 'xiaobiaosong') return [];
		const bold = hasBold(paragraph, start, end);
		const parts = familyStretches(paragraph, start, end).filter((part) => imitatesXiaobiaosong(template, part, bold));
		const [first] = parts;
		if (first === undefined) return [];
		const actual = `${first.value}${bold ? '加粗' : ''}`;
		return [
			{
				block: paragraph.block,
				start: first.start,
				end: parts.at(-1)?.end ?? end,
				message: fakeTitle(first.value, bold, wanted, source),
				expected: wanted,
				actual,
				source,
				fix: {
					title: fixTitle(wanted),
					safety: 'safe',
					changes: parts.map((part) => ({
						kind: 'format-run',
						block: paragraph.block,
						start: part.start,
						end: part.end,
						format: { eastAsia: wanted, bold: false },
					})),
				},
			},
		];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-no-fake-title',
		number: 30,
		group: 'font',
		title: { zh: '标题不用宋体加粗、华文中宋代替小标宋', en: 'No bold Songti or STZhongsong in place of Xiaobiaosong' },
		description: {
			zh: '电脑上没有小标宋时，常见用宋体加粗或者华文中宋代替，看起来相近，但不是小标宋。',
			en: 'Where Xiaobiaosong is not installed, bold Songti or STZhongsong are put in its place; they look similar and are another typeface.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.1' },
		needsFormat: true,
	},
	check,
};
