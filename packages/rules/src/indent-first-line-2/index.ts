import type { DocumentContext, Paragraph, ParagraphFormat, Role, Rule, RuleResult } from '@bianxu/model';
import { gather, type GatherableFinding, nothingFound } from '../gather.ts';
import { type RoleLook, someLook } from '../role-looks.ts';
import { roleStretches } from '../role-style.ts';
import { hasHan } from '../text/passages.ts';
import { emOf, leadingBlanks, leadingWidth } from '../typed-blanks.ts';
import { fixTitle, typedIndent, wrongIndent } from './messages.ts';

const ROLES: readonly Role[] = [
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'closing',
	'note',
];

/** Deviation in characters that is rounding, or the grid’s compression, and not another indent. */
const TOLERANCE = 0.3;

/** A line of text this long is full (characters). */
const LONG = 28;

/** Whether a paragraph goes on with the one above it, whose line was broken off by hand: it is no first line. */
function follows({ doc, outline }: DocumentContext, { block }: Paragraph): boolean {
	const roles = [block - 1, block].map((each) => outline.claims[each]);
	const above = doc.paragraphs[block - 1];
	return (
		roles.every((claim) => claim?.role === 'body' || claim?.role.startsWith('heading-') === true) &&
		roles[1]?.mark === undefined &&
		above?.where === 'body' &&
		above.breaks.length === 0 &&
		above.text.length >= LONG &&
		/[\p{Script=Han}，、]$/u.test(above.text.trimEnd())
	);
}

function isSetApart({ alignment }: ParagraphFormat): boolean {
	return alignment === 'center' || alignment === 'right';
}

/** The first line's indent is stated in characters and the left one is nothing: right whatever the size of the text. */
function isRight({ firstLineChars, leftChars, left }: ParagraphFormat, wanted: number): boolean {
	return (
		firstLineChars !== null &&
		firstLineChars !== 0 &&
		Math.abs(firstLineChars / 100 - wanted / 100) <= TOLERANCE &&
		(leftChars === null || leftChars === 0) &&
		left === 0
	);
}

function isSuspect({ style, blanks, paragraphs }: RoleLook): boolean {
	const wanted = style.firstLineChars?.value;
	return (
		wanted !== undefined && (blanks || paragraphs.some((format) => !isSetApart(format) && !isRight(format, wanted)))
	);
}

function check(context: DocumentContext): RuleResult {
	if (!someLook(context, ROLES, isSuspect)) return nothingFound;
	const judged = roleStretches(context, ROLES).filter(({ paragraph, start, style }) => {
		// Text of another language, and lines of a form with blanks to fill in, are not set as paragraphs are.
		if (!hasHan(paragraph.text) || /\S[ \u00a0\u3000]{6}/.test(paragraph.text)) return false;
		return start === 0 && style.firstLineChars !== undefined && !isSetApart(paragraph.format);
	});
	const findings = judged.flatMap(({ role, paragraph, style }): GatherableFinding[] => {
		const wanted = style.firstLineChars;
		if (wanted === undefined) return [];
		const { source } = wanted;
		const chars = wanted.value / 100;
		const blanks = leadingBlanks(paragraph);
		const { first, left } = indentOf(paragraph);
		const byProperty =
			Math.abs(first + left - chars) <= TOLERANCE && (Math.abs(left) <= TOLERANCE || paragraph.label !== null);
		if ((blanks === 0 && byProperty) || (blanks === 0 && follows(context, paragraph))) return [];
		// A remark of one line stands two characters in, whichever of the two indents says so (7.3.6).
		if (role === 'note' && blanks === 0 && Math.abs(first + left - chars) <= TOLERANCE) return [];
		// An automatic number carries indents of its list: only a first line at the very edge is certainly wrong,
		// or one that somebody set in the paragraph itself.
		const stated = paragraph.why.firstLine?.origin === 'direct' && (paragraph.format.firstLineChars ?? 0) > 0;
		if (paragraph.label !== null && blanks === 0 && first + left > TOLERANCE && !stated) return [];
		const format = { firstLineChars: wanted.value, ...(Math.abs(left) > TOLERANCE ? { leftChars: 0, left: 0 } : {}) };
		const place = { block: paragraph.block, start: 0, end: paragraph.text.length };
		const common = {
			...place,
			expected: `首行缩进${chars}字`,
			source,
			fix: {
				title: fixTitle(chars),
				safety: 'safe' as const,
				changes: [
					...(blanks > 0
						? [{ kind: 'replace-text' as const, block: paragraph.block, start: 0, end: blanks, text: '' }]
						: []),
					...(byProperty ? [] : [{ kind: 'format-paragraph' as const, block: paragraph.block, format }]),
				],
			},
		};
		if (blanks > 0) {
			const width = leadingWidth(paragraph);
			const actual = `空格${width}字${first + left > TOLERANCE ? `加缩进${round(first + left)}字` : ''}`;
			return [
				{
					...common,
					message: typedIndent(role, chars, width, first + left > TOLERANCE ? round(first + left) : 0, source),
					actual,
					same: actual,
				},
			];
		}
		const actual =
			Math.abs(left) > TOLERANCE ? `首行${round(first)}字、左缩进${round(left)}字` : `首行缩进${round(first)}字`;
		return [
			{
				...common,
				message: wrongIndent(role, chars, round(first), Math.abs(left) > TOLERANCE ? round(left) : 0, source),
				actual,
				same: actual,
			},
		];
	});
	return { findings: gather(findings, judged.length) };
}

/** First-line and left indent in characters; stated character units win over the twips, which are then a cache. */
function indentOf(paragraph: Paragraph): { readonly first: number; readonly left: number } {
	const em = emOf(paragraph);
	const { firstLineChars, firstLine, leftChars, left } = paragraph.format;
	return {
		first: firstLineChars === null || firstLineChars === 0 ? firstLine / em : firstLineChars / 100,
		left: leftChars === null || leftChars === 0 ? left / em : leftChars / 100,
	};
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'indent-first-line-2',
		number: 43,
		group: 'size-spacing',
		title: { zh: '段落首行缩进 2 字', en: 'First lines are indented by two characters' },
		description: {
			zh: '正文和标题每个自然段左空 2 字，回行顶格，用「首行缩进 2 字符」设置。用空格或者制表符凑出来的缩进，换字体就对不齐，按错误处理。居中、居右的段落和表格不查。',
			en: 'Each paragraph of text and each heading begins two characters in, by the paragraph’s first-line indent. Blanks or tabs typed in its place go astray with the font and count as faults. Centred and right-aligned paragraphs and tables are left out.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.3' },
		needsFormat: true,
	},
	check,
};
