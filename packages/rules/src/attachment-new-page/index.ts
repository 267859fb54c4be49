import type { DocumentContext, Finding, Paragraph, Rule, RuleResult } from '@bianxu/model';
import { isBlankParagraph } from '../effective-format.ts';
import { claimsOf, CONFIDENT } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, sameSide } from './messages.ts';

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = claimsOf(outline, 'attachment-label').flatMap((claim): Finding[] => {
		const paragraph = doc.paragraphs[claim.block];
		if (
			claim.confidence < CONFIDENT ||
			paragraph?.where !== 'body' ||
			beginsPage(
				doc.paragraphs,
				paragraph,
				doc.sections.map((section) => section.start),
			)
		)
			return [];
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: sameSide(paragraph.text.trim(), source),
				expected: '另面',
				actual: '接排',
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: [{ kind: 'format-paragraph', block: paragraph.block, format: { pageBreakBefore: true } }],
				},
			},
		];
	});
	return { findings };
}

/** True when a page, or the document, begins with this paragraph; blank lines between the break and it do not matter. */
function beginsPage(paragraphs: readonly Paragraph[], paragraph: Paragraph, starts: readonly string[]): boolean {
	if (paragraph.format.pageBreakBefore || /^[\s\u3000]*\f/.test(paragraph.text)) return true;
	for (let block = paragraph.block - 1; block >= 0; block--) {
		const above = paragraphs[block];
		if (above === undefined || above.headerFooter !== null) continue;
		if (above.section !== paragraph.section) return starts[paragraph.section] !== 'continuous';
		const breakAt = above.breaks.findLast((entry) => entry.kind === 'page');
		if (breakAt !== undefined && above.text.slice(breakAt.at).trim() === '') return true;
		if (!isBlankParagraph(above)) return false;
		if (above.format.pageBreakBefore) return true;
	}
	return true;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'attachment-new-page',
		number: 142,
		group: 'attachment',
		title: { zh: '附件另面编排', en: 'Attachments begin on a new page' },
		description: {
			zh: '附件另起一面编排，不接在正文或者上一个附件后面。用分页符、分节符或者「段前分页」都可以。',
			en: 'An attachment begins on a page of its own, by a page break, a section break or “page break before”.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.7' },
		needsFormat: true,
	},
	check,
};
