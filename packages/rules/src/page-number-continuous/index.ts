import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { ruleSource } from '../rule-source.ts';
import { firstBlockOfSection } from '../section-place.ts';
import { restarted } from './messages.ts';

function check({ doc, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = doc.sections.flatMap((section, index): Finding[] => {
		if (index === 0 || section.pageNumberStart === null) return [];
		// A cover or a contents page in front has a numbering of its own: the second section may begin with 1.
		if (
			index === 1 &&
			section.pageNumberStart === 1 &&
			isFrontMatter(
				doc.paragraphs
					.filter((paragraph) => paragraph.section === 0 && paragraph.headerFooter === null)
					.map((paragraph) => paragraph.text),
			)
		)
			return [];
		return [
			{
				...firstBlockOfSection(doc, index),
				message: restarted(index, section.pageNumberStart, source),
				expected: '接前页连续编号',
				actual: `从 ${section.pageNumberStart} 重新开始`,
			},
		];
	});
	return { findings };
}

/** A cover has few lines; a contents page begins with 目录. */
function isFrontMatter(texts: readonly string[]): boolean {
	const shown = texts.map((text) => text.replace(/\s/g, '')).filter((text) => text !== '');
	return (shown.length <= 8 && shown.join('').length <= 150) || /^目录$/.test(shown[0] ?? '');
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-number-continuous',
		number: 13,
		group: 'page',
		title: { zh: '页码连续编排', en: 'Page numbers run through' },
		description: {
			zh: '附件与正文一起装订时，页码接着正文连续编排，后面的节不得重新从 1 开始。封面、目录之后重新编号的不算错。',
			en: 'Attachments bound with the paper continue its page numbers: a later section does not begin again. After a cover or a contents page it may.',
		},
		severity: 'error',
		fix: 'none',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.5' },
		needsFormat: true,
	},
	check,
};
