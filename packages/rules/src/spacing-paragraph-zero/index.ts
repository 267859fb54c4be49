import { type DocumentContext, pointsOfTwips, type Role, type Rule, type RuleResult } from '@bianxu/model';
import { gather, type GatherableFinding, nothingFound } from '../gather.ts';
import { someParagraph } from '../role-looks.ts';
import { roleParagraphs } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, spaced } from './messages.ts';

const ROLES: readonly Role[] = ['body', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'dash-item', 'closing'];

function check(context: DocumentContext): RuleResult {
	if (!someParagraph(context, ROLES, ({ before, after }) => before !== 0 || after !== 0)) return nothingFound;
	const source = ruleSource(rule, context.template);
	const judged = roleParagraphs(context, ROLES);
	const findings = judged.flatMap((paragraph): GatherableFinding[] => {
		const { before, after } = paragraph.format;
		if (before === 0 && after === 0) return [];
		const actual = `段前${pointsOfTwips(before)}磅、段后${pointsOfTwips(after)}磅`;
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: spaced(pointsOfTwips(before), pointsOfTwips(after), source),
				expected: '段前0磅、段后0磅',
				actual,
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: [{ kind: 'format-paragraph', block: paragraph.block, format: { before: 0, after: 0 } }],
				},
				same: actual,
			},
		];
	});
	return { findings: gather(findings, judged.length) };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'spacing-paragraph-zero',
		number: 41,
		group: 'size-spacing',
		title: { zh: '段前段后为 0', en: 'No space before and after paragraphs' },
		description: {
			zh: '正文和各级标题的段前、段后间距为 0，否则每面排不满 22 行。标题、题注、署名、称谓周围的间距不查。',
			en: 'Body text and headings have no space before or after, or the page does not hold 22 lines. The title block is left out.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check,
};
