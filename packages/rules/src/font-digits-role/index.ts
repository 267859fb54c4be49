import {
	type DocumentContext,
	faceKey,
	type FontRole,
	isBinding,
	type Role,
	type Rule,
	type RuleResult,
	sameFamily,
	type Source,
} from '@bianxu/model';
import { latinStretches, type Stretch } from '../effective-format.ts';
import { gather, type GatherableFinding, nothingFound } from '../gather.ts';
import { someRun } from '../role-looks.ts';
import { familyVerdict, preferredFamily, type RoleStretch, roleStretches } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, wrongLatin } from './messages.ts';

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
	'note',
];

function check(context: DocumentContext): RuleResult {
	const { template } = context;
	const source: Source = ruleSource(rule, template);
	const strict = isBinding(source.level);
	// An office that names one Latin face for all means it; the others may use the text's own.
	const isWrong = (ascii: string, eastAsia: string, own: FontRole | undefined): boolean => {
		if (ascii === '' || familyVerdict(template, 'latin', ascii) !== 'reject') return false;
		if (strict) return true;
		if (own !== undefined && familyVerdict(template, own, ascii) !== 'reject') return false;
		return ascii !== eastAsia && !sameFamily(ascii, eastAsia);
	};
	if (!someRun(context, ROLES, ({ ascii, eastAsia }, { font }) => isWrong(ascii, eastAsia, font?.value)))
		return nothingFound;
	const wanted = preferredFamily(template, 'latin');
	const stretches = roleStretches(context, ROLES);
	// A stretch of one face may reach over the end of a run-in heading: each half is judged with its own role.
	const partsOf = ({ paragraph, start, end }: RoleStretch): readonly Stretch<string>[] =>
		latinStretches(paragraph)
			.map((part) => ({ ...part, start: Math.max(part.start, start), end: Math.min(part.end, end) }))
			.filter((part) => part.start < part.end && /[0-9A-Za-z]/.test(paragraph.text.slice(part.start, part.end)));
	const findings = stretches.flatMap((stretch): GatherableFinding[] => {
		const { paragraph, style, end } = stretch;
		const own = style.font?.value;
		if (!paragraph.runs.some(({ format }) => isWrong(format.ascii, format.eastAsia, own))) return [];
		const wrong = partsOf(stretch).filter((part) => {
			const [ascii = '', eastAsia = ''] = part.value.split('\u0000');
			return isWrong(ascii, eastAsia, own);
		});
		const [first] = wrong;
		if (first === undefined) return [];
		const families = [
			...new Map(
				wrong.map((part) => [faceKey(part.value.split('\u0000')[0] ?? ''), part.value.split('\u0000')[0] ?? '']),
			).values(),
		].join('、');
		return [
			{
				block: paragraph.block,
				start: first.start,
				end: wrong.at(-1)?.end ?? end,
				message: wrongLatin(families, wanted, source),
				expected: wanted,
				actual: families,
				fix: {
					title: fixTitle(wanted),
					safety: 'safe',
					changes: wrong.map((part) => ({
						kind: 'format-run',
						block: paragraph.block,
						start: part.start,
						end: part.end,
						format: { latin: wanted },
					})),
				},
				same: families,
			},
		];
	});
	if (findings.length === 0) return nothingFound;
	const judged = new Set<number>();
	for (const stretch of stretches) if (partsOf(stretch).length > 0) judged.add(stretch.paragraph.block);
	return { findings: gather(findings, judged.size) };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-digits-role',
		number: 26,
		group: 'font',
		title: { zh: '数字、字母用同一种西文字体', en: 'Digits and letters share one face' },
		description: {
			zh: '数字和字母通行用 Times New Roman，也可以用所在文字的字体（仿宋数字）。Calibri、等线、Arial 等屏幕字体多半是模板默认值带来的，印出来粗细不一。',
			en: 'Digits and letters are set in Times New Roman or in the text’s own face. Calibri, DengXian, Arial mostly come from a template’s defaults and look uneven in print.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '通行做法（参照无锡市人大常委会2017年会议材料格式通知）', clause: '' },
		needsFormat: true,
	},
	check,
};
