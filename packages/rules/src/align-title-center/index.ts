import type { DocumentContext, Finding, ParagraphFormat, Role, Rule, RuleResult } from '@bianxu/model';
import { nothingFound } from '../gather.ts';
import { someParagraph } from '../role-looks.ts';
import { roleStretches } from '../role-style.ts';
import { emOf, leadingBlanks } from '../typed-blanks.ts';
import { fixTitle, indented, notCentred } from './messages.ts';

/** An indent under this share of a character does not show. */
const TOLERANCE = 0.3;

const ROLES: readonly Role[] = ['organ-line', 'title', 'caption', 'author'];

/** Centred and not shifted to a side, whatever the size of the text. */
function isCentred({ alignment, firstLine, left, right }: ParagraphFormat): boolean {
	return alignment === 'center' && firstLine + left === right;
}

function check(context: DocumentContext): RuleResult {
	if (!someParagraph(context, ROLES, (format) => !isCentred(format))) return nothingFound;
	const findings = roleStretches(context, ROLES).flatMap(({ role, paragraph, style }): Finding[] => {
		const wanted = style.alignment;
		if (wanted?.value !== 'center') return [];
		const { alignment, firstLine, left, right } = paragraph.format;
		const blanks = leadingBlanks(paragraph);
		const shift = (firstLine + left - right) / emOf(paragraph);
		const centred = alignment === 'center';
		if (centred && blanks === 0 && Math.abs(shift) <= TOLERANCE) return [];
		// Two blanks before a centred line are mostly there on purpose, to balance a hanging title.
		if (centred && blanks > 0 && Math.abs(shift) <= TOLERANCE) return [];
		const place = { block: paragraph.block, start: 0, end: paragraph.text.length };
		return [
			{
				...place,
				message: centred
					? indented(role, Math.round(shift * 10) / 10, wanted.source)
					: notCentred(role, blanks > 0, wanted.source),
				expected: '居中，不缩进',
				actual: centred ? `居中，缩进${Math.round(shift * 10) / 10}字` : blanks > 0 ? '用空格凑居中' : '未居中',
				source: wanted.source,
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: [
						...(!centred && blanks > 0
							? [{ kind: 'replace-text' as const, block: paragraph.block, start: 0, end: blanks, text: '' }]
							: []),
						{
							kind: 'format-paragraph',
							block: paragraph.block,
							format: {
								alignment: 'center',
								firstLineChars: 0,
								firstLine: 0,
								leftChars: 0,
								left: 0,
								rightChars: 0,
								right: 0,
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
		id: 'align-title-center',
		number: 46,
		group: 'size-spacing',
		title: { zh: '标题居中', en: 'The title is centred' },
		description: {
			zh: '标题（包括上方的机关名称）、题注、署名居中排布，不带缩进。用空格凑出来的居中不算，首行缩进 2 字的「居中」会偏右。',
			en: 'The title block is centred and without indent. Blanks typed to push it into the middle do not count, and an indent left over from body text moves it to the right.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.1' },
		needsFormat: true,
	},
	check,
};
