import type {
	Change,
	Doc,
	DocumentContext,
	Finding,
	Fix,
	Paragraph,
	Rule,
	RuleResult,
	Template,
	Unchecked,
} from '@bianxu/model';
import { footersAreReplaceable, pageNumberParagraphs } from '../page-furniture.ts';
import { preferredFamily } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { fixTitle, gapMissing, notMirrored, wrongSide } from './messages.ts';

/**
 * What cannot be told from a paragraph alone: in a frame or a text box, where Word and WPS often put the number, its
 * alignment is not its place on the page. Such paragraphs are left-aligned within their frame.
 */
const unknownPlace: Unchecked = {
	code: 'page-number-place',
	message: {
		zh: '页码可能放在图文框或者文本框里，位置未检查，请看打印结果（规定单页居右、双页居左，各空一字）',
		en: 'The page number may stand in a frame or text box; its place was not checked: look at the print',
	},
};

function check({ doc, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const numbered = pageNumberParagraphs(doc).filter((paragraph) => paragraph.headerFooter?.kind !== 'first');
	const odd = numbered.filter((paragraph) => paragraph.headerFooter?.kind === 'default');
	const [first] = odd;
	if (first === undefined) return { findings: [] };
	if (odd.some((paragraph) => sideOf(paragraph) === 'left')) return { findings: [], unchecked: [unknownPlace] };
	if (!doc.settings.evenAndOddHeaders) {
		const message = notMirrored(source);
		return {
			findings: [
				{ ...whole(first), message, expected: '单页居右、双页居左', actual: '单双页相同', ...fixOf(doc, template) },
			],
		};
	}
	const findings = numbered.flatMap((paragraph): Finding[] => {
		const even = paragraph.headerFooter?.kind === 'even';
		const side = sideOf(paragraph);
		const expected = even ? '居左空一字' : '居右空一字';
		if (side !== (even ? 'left' : 'right')) {
			return [
				{
					...whole(paragraph),
					message: wrongSide(even, side, source),
					expected,
					actual: sideName(side),
					...fixOf(doc, template),
				},
			];
		}
		if (gapOf(paragraph, even)) return [];
		const message = gapMissing(even, source);
		return [
			{ ...whole(paragraph), message, expected, actual: '未空一字', severity: 'warning', ...fixOf(doc, template) },
		];
	});
	return { findings };
}

/** Footers with the right page numbers, where that loses nothing. */
function fixOf(doc: Doc, template: Template): { readonly fix?: Fix } {
	if (!footersAreReplaceable(doc)) return {};
	const { font, size } = template.page.pageNumber;
	const changes: readonly Change[] = [
		{ kind: 'page-numbers', font: preferredFamily(template, font.value), size: size.value },
	];
	return { fix: { title: fixTitle, safety: 'safe', changes } };
}

function whole(paragraph: Paragraph): { readonly block: number; readonly start: number; readonly end: number } {
	return { block: paragraph.block, start: 0, end: paragraph.text.length };
}

type Side = 'left' | 'center' | 'right';

/** Justified and distributed single lines begin at the left. A tab before the number moves it to a stop we do not know. */
function sideOf(paragraph: Paragraph): Side {
	const { alignment } = paragraph.format;
	if (/^\s*\t/.test(paragraph.text)) return paragraph.text.trimStart() === paragraph.text ? 'left' : 'right';
	return alignment === 'right' || alignment === 'center' ? alignment : 'left';
}

function sideName(side: Side): string {
	return side === 'left' ? '居左' : side === 'right' ? '居右' : '居中';
}

/** 「空一字」 by indent of the outer side, or by typed blanks. */
function gapOf(paragraph: Paragraph, even: boolean): boolean {
	const { format, text } = paragraph;
	const blanks = even ? /^[\s\u3000]*/.exec(text)?.[0] : /(?<![\s\u3000])[\s\u3000]*$/.exec(text)?.[0];
	const typed = [...(blanks ?? '')].reduce((width, blank) => width + (blank === '\u3000' ? 1 : 0.5), 0);
	const indent = even ? format.left + Math.max(0, format.firstLine) : format.right;
	// One character of 14 pt is 280 twips; half of it is not a gap any more.
	return typed * 280 + indent >= 200;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-number-position',
		number: 11,
		group: 'page',
		title: { zh: '页码单页居右、双页居左，空一字', en: 'Page numbers on the outer side, one character in' },
		description: {
			zh: '单页的页码居右空一字，双页的页码居左空一字。因此文稿要选「奇偶页不同」，并设两种页脚。放在图文框、文本框里的页码看不出位置，会在「未检查」里说明。',
			en: 'Odd pages have the number on the right, even ones on the left, one character in, which needs “different odd and even pages” and two footers. The place of a number in a text box is not known and is told as unchecked.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.5' },
		needsFormat: true,
	},
	check,
};
