import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { ruleSource } from '../rule-source.ts';
import { firstBlockOfSection } from '../section-place.ts';
import { landscapeText } from './messages.ts';

function check({ doc, template }: DocumentContext): RuleResult {
	const findings = doc.sections.flatMap((section, index): Finding[] => {
		if (section.width <= section.height) return [];
		const members = doc.paragraphs.filter(
			(paragraph) => paragraph.section === index && paragraph.headerFooter === null,
		);
		const hasTable = members.some((paragraph) => paragraph.cell !== null);
		const hasPicture = members.some((paragraph) =>
			paragraph.objects.some((kind) => kind === 'image' || kind === 'chart' || kind === 'shape'),
		);
		return hasTable || hasPicture
			? []
			: [
					{
						...firstBlockOfSection(doc, index),
						message: landscapeText(index, doc.sections.length, ruleSource(rule, template)),
					},
				];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-orientation-mixed',
		number: 7,
		group: 'page',
		title: { zh: '横向页面只用于宽表', en: 'Landscape pages are for wide tables only' },
		description: {
			zh: '会议材料竖排装订，只有放不下的表格才用横向页面。没有表格和图的横向节多半是粘贴或者设置时带进来的。',
			en: 'Papers are bound upright; only a table that does not fit turns the page. A landscape section without table or picture is mostly an accident of pasting.',
		},
		severity: 'warning',
		fix: 'none',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '8' },
		needsFormat: true,
	},
	check,
};
