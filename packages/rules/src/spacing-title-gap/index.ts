import type { DocumentContext, Finding, Paragraph, Role, Rule, RuleResult } from '@bianxu/model';
import { isBlankParagraph } from '../effective-format.ts';
import { CONFIDENT } from '../role-style.ts';
import { fixTitle, gapMissing } from './messages.ts';

/** Most of a line of 28.95 pt: spacing of this height looks like a blank line. */
const LINE = 460;

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const findings = (['title', 'salutation'] as const).flatMap((role: Role): Finding[] => {
		const wanted = template.roles[role]?.linesBefore;
		const claim = outline.claims.find(
			(candidate) => candidate.role === role || (role === 'title' && candidate.role === 'organ-line'),
		);
		const paragraph = claim === undefined ? undefined : doc.paragraphs[claim.block];
		if (
			wanted === undefined ||
			wanted.value < 1 ||
			claim === undefined ||
			claim.confidence < CONFIDENT ||
			paragraph?.where !== 'body'
		)
			return [];
		const above = body(doc.paragraphs, claim.block);
		const blanks = countBlanks(above);
		const previous = above[above.length - 1 - blanks];
		// A salutation at the very top has no title above it to keep away from; a title there wants its line.
		if (role === 'salutation' && previous === undefined) return [];
		const spacing = paragraph.format.before + (previous?.format.after ?? 0);
		if (blanks >= wanted.value || spacing >= LINE) return [];
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: gapMissing(role, wanted.value, blanks, wanted.source),
				expected: `空${wanted.value}行`,
				actual: blanks === 0 ? '未空行' : `空${blanks}行`,
				source: wanted.source,
				fix: {
					title: fixTitle(wanted.value - blanks),
					safety: 'safe',
					changes: Array.from({ length: wanted.value - blanks }, () => ({
						kind: 'insert-paragraph' as const,
						block: paragraph.block,
						where: 'before' as const,
						text: '',
						run: {},
						paragraph: {},
					})),
				},
			},
		];
	});
	return { findings };
}

function body(paragraphs: readonly Paragraph[], before: number): readonly Paragraph[] {
	return paragraphs.slice(0, before).filter((paragraph) => paragraph.where === 'body');
}

function countBlanks(paragraphs: readonly Paragraph[]): number {
	let count = 0;
	for (let index = paragraphs.length - 1; index >= 0; index--) {
		const paragraph = paragraphs[index];
		if (paragraph === undefined || !isBlankParagraph(paragraph)) break;
		count += 1;
	}
	return count;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'spacing-title-gap',
		number: 42,
		group: 'size-spacing',
		title: { zh: '标题与称谓之间空一行', en: 'A blank line between title block and salutation' },
		description: {
			zh: '称谓（主送机关）编排在标题下空一行的位置。本机关还要求标题上面空一行的，写在方案里。空行可以是一个空段落，也可以是一行高的段前、段后间距。',
			en: 'The salutation stands one blank line under the title block; some offices also ask for one above the title. The line may be an empty paragraph or spacing of a line’s height.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.1' },
		needsFormat: true,
	},
	check,
};
