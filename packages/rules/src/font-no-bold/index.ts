import type { DocumentContext, Role, Rule, RuleResult } from '@bianxu/model';
import { formatsOf, isVisible, stretchesOf } from '../effective-format.ts';
import { gather, type GatherableFinding, nothingFound } from '../gather.ts';
import { familyVerdict, roleStretches } from '../role-style.ts';
import { bold, fixTitle } from './messages.ts';

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
	'dash-item',
	'closing',
	'attachment-note',
	'signature',
	'date',
];

function check(context: DocumentContext): RuleResult {
	if (formatsOf(context.doc).every((format) => !format.bold)) return nothingFound;
	const allowed = context.params['allow'];
	const allow: readonly (string | number)[] = Array.isArray(allowed) ? allowed : [];
	const judged = roleStretches(context, ROLES).filter(
		({ role, style }) => style.bold?.value === false && !allow.includes(role),
	);
	const findings = judged.flatMap(({ role, paragraph, style, start, end }): GatherableFinding[] => {
		const parts = stretchesOf(paragraph, start, end, isVisible, (format) => {
			// Bold Songti in the place of Xiaobiaosong is font-no-fake-title's fault, told once.
			if (
				(role === 'title' || role === 'organ-line') &&
				familyVerdict(context.template, 'xiaobiaosong', format.eastAsia) === 'reject'
			)
				return false;
			return format.bold;
		}).filter((part) => part.value);
		const [first] = parts;
		const source = style.bold?.source;
		if (first === undefined || source === undefined) return [];
		return [
			{
				block: paragraph.block,
				start: first.start,
				end: parts.at(-1)?.end ?? end,
				message: bold(role, source),
				expected: '不加粗',
				actual: '加粗',
				source,
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: parts.map((part) => ({
						kind: 'format-run',
						block: paragraph.block,
						start: part.start,
						end: part.end,
						format: { bold: false },
					})),
				},
				same: role,
			},
		];
	});
	return { findings: gather(findings, judged.length) };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-no-bold',
		number: 28,
		group: 'font',
		title: { zh: '不加粗', en: 'No bold' },
		description: {
			zh: '标题、正文都不加粗，层次靠字体区分。国家标准没有要求任何文字加粗；三级标题和破折号条目加粗是普遍习惯，缺省放行，本机关可以在方案里收紧。',
			en: 'Neither headings nor text are bold: levels differ by typeface. The national standard asks for bold nowhere; bold on level 3 and on dash items is a widespread habit and allowed by default.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '通行做法（参照无锡市人大常委会2017年会议材料格式通知）', clause: '' },
		needsFormat: true,
	},
	params: { allow: ['heading-3', 'dash-item'] },
	check,
};
