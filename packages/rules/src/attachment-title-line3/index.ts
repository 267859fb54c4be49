import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { isBlankParagraph } from '../effective-format.ts';
import { claimsOf, CONFIDENT } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { emOf } from '../typed-blanks.ts';
import { fixTitles, notCentred, wrongLine } from './messages.ts';

/** Most of a line of 28.95 pt: spacing of this height looks like a blank line. */
const LINE = 460;

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings: Finding[] = [];
	for (const claim of claimsOf(outline, 'attachment-title')) {
		const paragraph = doc.paragraphs[claim.block];
		if (claim.confidence < CONFIDENT || paragraph?.where !== 'body') continue;
		const { block, text, format } = paragraph;
		const place = { block, start: 0, end: text.length };
		let blanks = 0;
		while (blanks < block && isBlankLine(block - 1 - blanks)) blanks += 1;
		const above = outline.claims[block - 1 - blanks];
		const spacing = format.before + (doc.paragraphs[block - 1]?.format.after ?? 0);
		if (above?.role === 'attachment-label' && blanks === 0 && spacing < LINE) {
			findings.push({
				...place,
				message: wrongLine(source),
				expected: '第三行',
				actual: '第二行',
				fix: {
					title: fixTitles.line,
					safety: 'safe',
					changes: [{ kind: 'insert-paragraph', block, where: 'before', text: '', run: {}, paragraph: {} }],
				},
			});
		}
		if (
			format.alignment !== 'center' ||
			Math.abs(format.firstLine + format.left - format.right) / emOf(paragraph) > 0.3
		) {
			const center = {
				alignment: 'center' as const,
				firstLineChars: 0,
				firstLine: 0,
				leftChars: 0,
				left: 0,
				rightChars: 0,
				right: 0,
			};
			findings.push({
				...place,
				message: notCentred(source),
				expected: '居中',
				actual: format.alignment === 'center' ? '居中带缩进' : '未居中',
				fix: {
					title: fixTitles.center,
					safety: 'safe',
					changes: [{ kind: 'format-paragraph', block, format: center }],
				},
			});
		}
	}
	return { findings };

	function isBlankLine(block: number): boolean {
		const paragraph = doc.paragraphs[block];
		return paragraph !== undefined && paragraph.where === 'body' && isBlankParagraph(paragraph);
	}
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'attachment-title-line3',
		number: 144,
		group: 'attachment',
		title: { zh: '附件标题居中排在第三行', en: 'The attachment’s title is centred on line 3' },
		description: {
			zh: '附件标题居中编排在版心第三行，也就是「附件1」下面空一行。',
			en: 'The title of an attachment is centred on the third line of the page, one blank line under its label.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.7' },
		needsFormat: true,
	},
	check,
};
