import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { captionParts } from '../caption-form.ts';
import { claimsOf, CONFIDENT } from '../role-style.ts';
import { fixTitle, outOfSequence } from './messages.ts';

function check({ doc, outline }: DocumentContext): RuleResult {
	const findings: Finding[] = [];
	if (claimsOf(outline, 'table-caption').length === 0) return { findings };
	let wanted = 1;
	for (const claim of outline.claims) {
		if (claim.role === 'attachment-label') {
			wanted = 1;
			continue;
		}
		if (claim.role !== 'table-caption' || claim.confidence < CONFIDENT) continue;
		const paragraph = doc.paragraphs[claim.block];
		const parts = paragraph === undefined ? null : captionParts(paragraph.text, '表');
		// 「表3-1」 numbers by part; such schemes are not judged.
		if (paragraph === undefined || parts === null || parts.compound) continue;
		if (parts.number !== wanted) {
			const place = { block: paragraph.block, start: parts.numberStart, end: parts.numberEnd };
			findings.push({
				...place,
				message: outOfSequence(parts.number, wanted),
				expected: `表${wanted}`,
				actual: `表${parts.number}`,
				fix: {
					title: fixTitle(wanted),
					safety: 'ask',
					changes: [{ kind: 'replace-text', ...place, text: String(wanted) }],
				},
			});
		}
		wanted += 1;
	}
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'table-number-sequence',
		number: 134,
		group: 'table',
		title: { zh: '表的序号连续', en: 'Tables are numbered in sequence' },
		description: {
			zh: '编了号的表从 1 开始连续编号，不重不漏。附件里的表可以另外从 1 编起。',
			en: 'Numbered tables run from 1 without gap or repetition. An attachment may begin again with 1.',
		},
		severity: 'error',
		fix: 'ask',
		source: { level: 'project', doc: '编序', clause: '' },
		needsFormat: false,
	},
	check,
};
