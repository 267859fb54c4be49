import { type DocumentContext, type Finding, type Rule, type RuleResult, sizeName } from '@bianxu/model';
import { pageFieldPlace, pageNumberParagraphs } from '../page-furniture.ts';
import { familyVerdict, preferredFamily } from '../role-style.ts';
import { fixTitle, wrongNumber } from './messages.ts';

function check({ doc, template }: DocumentContext): RuleResult {
	const { font, size } = template.page.pageNumber;
	const family = preferredFamily(template, font.value);
	const findings = pageNumberParagraphs(doc).flatMap((paragraph): Finding[] => {
		const place = pageFieldPlace(paragraph);
		const run = paragraph.runs.find(
			(candidate) => place !== null && candidate.start < place.end && candidate.end > place.start,
		);
		if (run === undefined) return [];
		const wrongFont = run.format.ascii !== '' && familyVerdict(template, font.value, run.format.ascii) === 'reject';
		const wrongSize = Math.round(run.format.size * 2) !== Math.round(size.value * 2);
		if (!wrongFont && !wrongSize) return [];
		const actual = `${sizeName(run.format.size)}${run.format.ascii === '' ? '' : ` ${run.format.ascii}`}`;
		const expected = `${sizeName(size.value)} ${family}`;
		return [
			{
				block: paragraph.block,
				start: 0,
				end: paragraph.text.length,
				message: wrongNumber(expected, actual, font.source),
				expected,
				actual,
				source: font.source,
				fix: {
					title: fixTitle(expected),
					safety: 'safe',
					changes: [
						{
							kind: 'format-run',
							block: paragraph.block,
							start: 0,
							end: paragraph.text.length,
							format: { eastAsia: family, latin: family, size: size.value },
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
		id: 'page-number-font',
		number: 9,
		group: 'page',
		title: { zh: '页码用四号半角宋体', en: 'Page numbers are set in Songti at 14 pt' },
		description: {
			zh: '页码用 4 号（14 磅）半角宋体阿拉伯数字。数字取西文字体，所以西文字体也要设成宋体。',
			en: 'Page numbers are half-width Arabic digits in Songti at 14 pt (四号). Digits take the Latin font of the run, so that one must be Songti too.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.5' },
		needsFormat: true,
	},
	check,
};
