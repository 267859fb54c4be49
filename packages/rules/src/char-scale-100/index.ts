import {
	type DocumentContext,
	type Finding,
	pointsOfTwips,
	type Role,
	type Rule,
	type RuleResult,
} from '@bianxu/model';
import { isVisible, stretchesOf } from '../effective-format.ts';
import { nothingFound } from '../gather.ts';
import { someRun } from '../role-looks.ts';
import { roleStretches } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, squeezed } from './messages.ts';

const ROLES: readonly Role[] = [
	'organ-line',
	'title',
	'salutation',
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'closing',
	'attachment-note',
];

/** Half a point: less is the grid’s compression or a hand’s fine adjustment. */
const TOLERANCE = 10;

function check(context: DocumentContext): RuleResult {
	if (!someRun(context, ROLES, ({ scale, letterSpacing }) => scale !== 100 || Math.abs(letterSpacing) > TOLERANCE))
		return nothingFound;
	const source = ruleSource(rule, context.template);
	const findings = roleStretches(context, ROLES).flatMap(({ paragraph, start, end }): Finding[] => {
		const parts = stretchesOf(
			paragraph,
			start,
			end,
			isVisible,
			(format) => `${format.scale}\u0000${Math.abs(format.letterSpacing) > TOLERANCE ? format.letterSpacing : 0}`,
		).filter((part) => part.value !== '100\u00000');
		const [first] = parts;
		if (first === undefined) return [];
		const [scale = 100, spacing = 0] = first.value.split('\u0000').map(Number);
		return [
			{
				block: paragraph.block,
				start: first.start,
				end: parts.at(-1)?.end ?? end,
				message: squeezed(scale, pointsOfTwips(spacing), source),
				expected: '缩放100%，间距标准',
				actual: [
					...(scale === 100 ? [] : [`缩放${scale}%`]),
					...(spacing === 0 ? [] : [`间距${spacing > 0 ? '加宽' : '紧缩'}${Math.abs(pointsOfTwips(spacing))}磅`]),
				].join('，'),
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: parts.map((part) => ({
						kind: 'format-run',
						block: paragraph.block,
						start: part.start,
						end: part.end,
						format: { scale: 100, letterSpacing: 0 },
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
		id: 'char-scale-100',
		number: 47,
		group: 'size-spacing',
		title: { zh: '字符不压扁、不疏密', en: 'Characters keep their width and spacing' },
		description: {
			zh: '字符缩放为 100%，字间距加宽、紧缩不超过 0.5 磅。为了挤进一行而压扁的字，同别的字放在一起很显眼。署名、落款和名单里拉开的姓名不算。',
			en: 'Characters are scaled to 100 % and spaced by no more than half a point either way. Text squeezed into a line stands out. Names drawn apart in signatures and lists are left out.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check,
};
