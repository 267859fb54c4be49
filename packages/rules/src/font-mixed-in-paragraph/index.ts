import { type DocumentContext, faceKey, type Finding, type Role, type Rule, type RuleResult } from '@bianxu/model';
import { familyStretches, hasRun } from '../effective-format.ts';
import { nothingFound } from '../gather.ts';
import { someLook } from '../role-looks.ts';
import { familyVerdict, roleStretches } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, mixed } from './messages.ts';

const ROLES: readonly Role[] = [
	'organ-line',
	'title',
	'caption',
	'author',
	'salutation',
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'closing',
	'attachment-note',
	'signature',
	'date',
];

function check(context: DocumentContext): RuleResult {
	const { template } = context;
	// Without two families in one role there are not two in a stretch of it.
	if (!someLook(context, ROLES, ({ runs }) => runs.some(({ eastAsia }) => eastAsia !== runs[0]?.eastAsia)))
		return nothingFound;
	const source = ruleSource(rule, template);
	const findings = roleStretches(context, ROLES).flatMap(({ paragraph, style, start, end }): Finding[] => {
		const font = style.font?.value;
		if (font === undefined) return [];
		const family = paragraph.runs[0]?.format.eastAsia;
		if (!hasRun(paragraph, start, end, ({ eastAsia }) => eastAsia !== family)) return [];
		const parts = familyStretches(paragraph, start, end).filter(
			(part) => part.value !== '' && familyVerdict(template, font, part.value) !== 'reject',
		);
		const counts = new Map<string, { readonly name: string; readonly count: number }>();
		for (const part of parts) {
			const key = faceKey(part.value);
			counts.set(key, { name: counts.get(key)?.name ?? part.value, count: (counts.get(key)?.count ?? 0) + part.count });
		}
		const [main, ...others] = [...counts.entries()].sort((a, b) => b[1].count - a[1].count);
		if (main === undefined || others.length === 0) return [];
		const minor = parts.filter((part) => faceKey(part.value) !== main[0]);
		const actual = [main, ...others].map(([, { name }]) => name).join('、');
		return [
			{
				block: paragraph.block,
				start: minor[0]?.start ?? start,
				end: minor.at(-1)?.end ?? end,
				message: mixed(actual, main[1].name, source),
				expected: main[1].name,
				actual,
				fix: {
					title: fixTitle(main[1].name),
					safety: 'ask',
					changes: minor.map((part) => ({
						kind: 'format-run',
						block: paragraph.block,
						start: part.start,
						end: part.end,
						format: { eastAsia: main[1].name },
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
		id: 'font-mixed-in-paragraph',
		number: 32,
		group: 'font',
		title: { zh: '一段之内中文字体一致', en: 'One Chinese font within a paragraph' },
		description: {
			zh: '同一段里混用两种都合格的字体（如仿宋_GB2312 和仿宋），印出来笔画粗细不同。接排的标题除外。两种字体本身不合格的，由各部分的字体规则检查。',
			en: 'Two families that are both acceptable (Fangsong_GB2312 and Fangsong) differ in weight when mixed in one paragraph. Run-in headings are apart; families that are not acceptable are the role rules’ matter.',
		},
		severity: 'warning',
		fix: 'ask',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check,
};
