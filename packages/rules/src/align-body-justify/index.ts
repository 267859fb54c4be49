import type { DocumentContext, Role, Rule, RuleResult } from '@bianxu/model';
import { gather, type GatherableFinding, nothingFound } from '../gather.ts';
import { someParagraph } from '../role-looks.ts';
import { roleStretches } from '../role-style.ts';
import { alignmentName, fixTitle, notJustified } from './messages.ts';

const ROLES: readonly Role[] = ['body'];

function check(context: DocumentContext): RuleResult {
	if (!someParagraph(context, ROLES, ({ alignment }) => alignment !== 'justify')) return nothingFound;
	const cells = context.template.page.cells.value;
	const judged = roleStretches(context, ROLES).filter(
		// Lines broken by hand would be stretched.
		({ paragraph, style }) =>
			style.alignment?.value === 'justify' && paragraph.text.length >= cells && !paragraph.text.includes('\n'),
	);
	const findings = judged.flatMap(({ paragraph, style }): GatherableFinding[] => {
		const { alignment } = paragraph.format;
		const source = style.alignment?.source;
		if (alignment === 'justify' || source === undefined) return [];
		const actual = alignmentName(alignment);
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: notJustified(actual, source),
				expected: '两端对齐',
				actual: actual.zh,
				source,
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: [{ kind: 'format-paragraph', block: paragraph.block, format: { alignment: 'justify' } }],
				},
				same: alignment,
			},
		];
	});
	return { findings: gather(findings, judged.length) };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'align-body-justify',
		number: 45,
		group: 'size-spacing',
		title: { zh: '正文两端对齐', en: 'Body text is justified' },
		description: {
			zh: '正文用两端对齐，否则版心右边参差不齐。不到一行的段落看不出差别，不查。',
			en: 'Body text is justified, or the right edge of the type area is ragged. Paragraphs shorter than a line show no difference and are left out.',
		},
		severity: 'warning',
		fix: 'safe',
		source: { level: 'practice', doc: '人大机关通行做法', clause: '' },
		needsFormat: true,
	},
	check,
};
