import type { DocumentContext, Finding, ParagraphFormat, Role, Rule, RuleResult } from '@bianxu/model';
import { nothingFound } from '../gather.ts';
import { type RoleLook, someLook } from '../role-looks.ts';
import { roleStretches } from '../role-style.ts';
import { emOf, leadingBlanks, leadingWidth } from '../typed-blanks.ts';
import { fixTitle, indented } from './messages.ts';

const TOLERANCE = 0.3;

const ROLES: readonly Role[] = ['salutation'];

function isCentred({ alignment }: ParagraphFormat): boolean {
	return alignment === 'center' || alignment === 'right';
}

function isSuspect({ blanks, paragraphs }: RoleLook): boolean {
	return blanks || paragraphs.some((format) => format.firstLine + format.left !== 0 || isCentred(format));
}

function check(context: DocumentContext): RuleResult {
	if (!someLook(context, ROLES, isSuspect)) return nothingFound;
	const findings = roleStretches(context, ROLES).flatMap(({ paragraph, style }): Finding[] => {
		const wanted = style.firstLineChars;
		if (wanted === undefined || wanted.value !== 0) return [];
		const { firstLine, left } = paragraph.format;
		const blanks = leadingBlanks(paragraph);
		const indent = (firstLine + left) / emOf(paragraph);
		const centred = isCentred(paragraph.format);
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
	check,
};
