import { claimOf, type DocumentContext, type Paragraph, type Role, type Rule, type RuleResult } from '@bianxu/model';
import { formatsOf, isVisible, stretchesOf } from '../effective-format.ts';
import { gather, type GatherableFinding, nothingFound } from '../gather.ts';
import { isIssuerMark } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { coloured, fixTitle } from './messages.ts';

/** Red is the colour of the 版头 (7.2.4, 7.2.7); lines of unknown role above the title belong to it. */
function mayBeRed(role: Role, aboveTitle: boolean): boolean {
	return role === 'file-mark' || role === 'organ-line' || (role === 'unknown' && aboveTitle);
}

function check({ doc, outline, template }: DocumentContext): RuleResult {
	if (formatsOf(doc).every((format) => isBlack(format.color))) return nothingFound;
	const source = ruleSource(rule, template);
	const title = claimOf(outline, 'title')?.block ?? 0;
	// A line that is nothing but a tag of a template is not printed.
	const judged = doc.paragraphs.filter(
		({ headerFooter, text }) => headerFooter === null && text.trim() !== '' && !/^\s*\{\{[^{}]*\}\}\s*$/.test(text),
	);
	const findings = judged.flatMap((paragraph): GatherableFinding[] => {
		if (paragraph.runs.every((run) => isBlack(run.format.color)) || isIssuerMark(paragraph)) return [];
		const role = outline.claims[paragraph.block]?.role ?? 'unknown';
		const parts = coloursOf(paragraph).filter(
			(part) => !isBlack(part.value) && !(mayBeRed(role, paragraph.block < title) && isRed(part.value)),
		);
		const [first] = parts;
		if (first === undefined) return [];
		const actual = [...new Set(parts.map((part) => `#${part.value}`))].join('、');
		return [
			{
				block: paragraph.block,
				start: first.start,
				end: parts.at(-1)?.end ?? paragraph.text.length,
				message: coloured(actual, source),
				expected: '黑色',
				actual,
				fix: {
					title: fixTitle,
					safety: 'safe',
					changes: parts.map((part) => ({
						kind: 'format-run',
						block: paragraph.block,
						start: part.start,
						end: part.end,
						format: { color: '000000' },
					})),
				},
				same: actual,
			},
		];
	});
	return { findings: gather(findings, judged.length) };
}

function coloursOf(paragraph: Paragraph): ReturnType<typeof stretchesOf<string>> {
	return stretchesOf(paragraph, 0, paragraph.text.length, isVisible, (format) => format.color);
}

/** Automatic colour, or so dark that print shows black (the themes' 「黑色，文字 1，淡色 5%」 is 0D0D0D). */
function isBlack(color: string): boolean {
	return color === 'auto' || !/^[0-9A-F]{6}$/.test(color) || channels(color).every((value) => value <= 0x20);
}

function isRed(color: string): boolean {
	const [red = 0, green = 0, blue = 0] = channels(color);
	return red >= 0xc0 && green <= 0x40 && blue <= 0x40;
}

function channels(color: string): readonly number[] {
	return [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-text-colour',
		number: 18,
		group: 'page',
		title: { zh: '文字为黑色', en: 'Text is black' },
		description: {
			zh: '没有特别说明的文字都用黑色。修改时标的红字、网页粘贴来的灰字和蓝色链接，付印前要改回黑色。版头的红色不算错。',
			en: 'All text is black unless stated otherwise. Red marks of a revision, grey text of the web and blue links become black before printing. The red of a document head is no fault.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.4' },
		needsFormat: true,
	},
	check,
};
