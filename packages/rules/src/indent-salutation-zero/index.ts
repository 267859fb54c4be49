import type { DocumentContext, Finding, Rule, RuleResult } from '@bianxu/model';
import { roleStretches } from '../role-style.ts';
import { emOf, leadingBlanks, leadingWidth } from '../typed-blanks.ts';
import { examples } from './examples.ts';
import { fixTitle, indented } from './messages.ts';

const TOLERANCE = 0.3;

function check(context: DocumentContext): RuleResult {
	const findings = roleStretches(context, ['salutation']).flatMap(({ paragraph, style }): Finding[] => {
		const wanted = style.firstLineChars;
		if (wanted === undefined || wanted.value !== 0) return [];
		const { firstLine, left, alignment } = paragraph.format;
		const blanks = leadingBlanks(paragraph);
		const indent = (firstLine + left) / emOf(paragraph);
		const centred = alignment === 'center' || alignment === 'right';
		if (blanks === 0 && Math.abs(indent) <= TOLERANCE && !centred) return [];
		const actual = centred ? '未居左' : `空${Math.round((indent + leadingWidth(paragraph)) * 10) / 10}字`;
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: indented(actual, wanted.source),
				expected: '顶格',
				actual,
				source: wanted.source,
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: [
						...(blanks > 0
							? [{ kind: 'replace-text' as const, block: paragraph.block, start: 0, end: blanks, text: '' }]
							: []),
						{
							kind: 'format-paragraph',
							block: paragraph.block,
							format: {
								firstLineChars: 0,
								firstLine: 0,
								leftChars: 0,
								left: 0,
								...(centred ? { alignment: 'justify' as const } : {}),
							},
						},
					],
				},
			},
		];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'indent-salutation-zero',
		number: 44,
		group: 'size-spacing',
		title: { zh: '称谓顶格', en: 'The salutation is flush left' },
		description: {
			zh: '称谓（主送机关）居左顶格，不缩进，回行仍顶格。',
			en: 'The salutation or addressee stands flush left, and so do its turn-over lines.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.2' },
		needsFormat: true,
	},
	examples,
	check,
};
