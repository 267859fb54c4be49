import type { Change, DocumentContext, Finding, Role, Rule, RuleResult } from '@bianxu/model';
import { familyStretches } from '../effective-format.ts';
import { nothingFound } from '../gather.ts';
import { someRun } from '../role-looks.ts';
import { preferredFamily, roleStretches } from '../role-style.ts';
import { fixTitle, undetermined } from './messages.ts';

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
	'name-entry',
];

/** One finding for the document: the cause is one (the theme), and so is the cure. */
function check(context: DocumentContext): RuleResult {
	const { template } = context;
	if (!someRun(context, ROLES, ({ eastAsia }) => eastAsia === '')) return nothingFound;
	const places = roleStretches(context, ROLES).flatMap(({ paragraph, style, start, end }) =>
		familyStretches(paragraph, start, end)
			.filter((part) => part.value === '')
			.map((part) => ({ paragraph, part, font: style.font?.value })),
	);
	const [first] = places;
	if (first === undefined) return nothingFound;
	const changes = places.flatMap(({ paragraph, part, font }): Change[] =>
		font === undefined
			? []
			: [
					{
						kind: 'format-run',
						block: paragraph.block,
						start: part.start,
						end: part.end,
						format: { eastAsia: preferredFamily(template, font) },
					},
				],
	);
	const paragraphs = new Set(places.map((place) => place.paragraph.block)).size;
	const finding: Finding = {
		block: first.paragraph.block,
		start: first.part.start,
		end: first.part.end,
		message: undetermined(paragraphs),
		expected: '写明中文字体',
		actual: '未写明',
		...(changes.length === 0 ? {} : { fix: { title: fixTitle, safety: 'safe', changes } }),
	};
	return { findings: [finding] };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'font-theme-resolved',
		number: 31,
		group: 'font',
		title: { zh: '字体能够确定', en: 'The font is determined' },
		description: {
			zh: '文字的字体可能由样式或者主题决定。主题没有写明中文字体时，同一个文件在不同电脑上会显示成不同的字体，打印前必须写明。用程序生成的文件常有这个问题。',
			en: 'A font may come from a style or the theme. Where the theme names no Chinese font, one file shows different fonts on different machines, so it must be named before printing; generated files often have this defect.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'project', doc: '编序', clause: '' },
		needsFormat: true,
	},
	check,
};
