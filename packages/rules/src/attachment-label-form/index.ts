import {
	type DocumentContext,
	type Finding,
	type Paragraph,
	type Rule,
	type RuleResult,
	sizeName,
	type Template,
} from '@bianxu/model';
import { parseHan } from '@bianxu/numbering';
import { familyStretches, sizeStretches } from '../effective-format.ts';
import { claimsOf, CONFIDENT, familyVerdict, preferredFamily } from '../role-style.ts';
import { ruleSource } from '../rule-source.ts';
import { emOf } from '../typed-blanks.ts';
import { fixTitles, wrongFont, wrongIndent, wrongText } from './messages.ts';

const LABEL =
	/^[\s\u3000]*附[\s\u3000]*件[\s\u3000]*(?:(\d{1,2}(?:[-－—]\d{1,2})?)|([一二三四五六七八九十]{1,3}))?[\s\u3000]*[：:]?[\s\u3000]*$/;
const TOLERANCE = 0.3;

function check({ doc, outline, template }: DocumentContext): RuleResult {
	const source = ruleSource(rule, template);
	const findings = claimsOf(outline, 'attachment-label').flatMap((claim): Finding[] => {
		const paragraph = doc.paragraphs[claim.block];
		if (claim.confidence < CONFIDENT || paragraph === undefined) return [];
		const place = { block: paragraph.block, start: 0, end: paragraph.text.length };
		const found: Finding[] = [];
		const match = LABEL.exec(paragraph.text);
		// 「滨人发〔2026〕5号附件1」 is the form for attachments bound apart; it is not looked into.
		if (match !== null) {
			const number =
				match[1]?.replace(/[－—]/, '-') ?? (match[2] === undefined ? '' : String(parseHan(match[2]) ?? match[2]));
			const expected = `附件${number}`;
			if (paragraph.text.trimEnd() !== expected) {
				found.push({
					...place,
					message: wrongText(paragraph.text.trim(), expected, source),
					expected,
					actual: paragraph.text,
					fix: {
						title: fixTitles.text(expected),
						safety: 'safe',
						changes: [{ kind: 'replace-text', ...place, text: expected }],
					},
				});
			}
		}
		return doc.kind === 'docx' && paragraph.where === 'body'
			? [...found, ...formatFindings(paragraph, template)]
			: found;
	});
	return { findings };
}

function formatFindings(paragraph: Paragraph, template: Template): readonly Finding[] {
	const style = template.roles['attachment-label'];
	const place = { block: paragraph.block, start: 0, end: paragraph.text.length };
	const found: Finding[] = [];
	if (style?.font !== undefined && style.size !== undefined) {
		const { font, size } = style;
		const family = preferredFamily(template, font.value);
		const families = familyStretches(paragraph, 0, place.end).filter(
			(part) => part.value !== '' && familyVerdict(template, font.value, part.value) === 'reject',
		);
		const sizes = sizeStretches(paragraph, 0, place.end).filter((part) => part.value !== size.value);
		if (families.length > 0 || sizes.length > 0) {
			const actual = [...families.map((part) => part.value), ...sizes.map((part) => sizeName(part.value))].join('，');
			const expected = `${sizeName(size.value)} ${family}`;
			found.push({
				...place,
				message: wrongFont(actual, expected, font.source),
				expected,
				actual,
				source: font.source,
				fix: {
					title: fixTitles.font(expected),
					safety: 'safe',
					changes: [{ kind: 'format-run', ...place, format: { eastAsia: family, size: size.value } }],
				},
			});
		}
	}
	const indent = (paragraph.format.firstLine + paragraph.format.left) / emOf(paragraph);
	const { alignment } = paragraph.format;
	if (
		style?.firstLineChars?.value === 0 &&
		(Math.abs(indent) > TOLERANCE || alignment === 'center' || alignment === 'right')
	) {
		const { source } = style.firstLineChars;
		found.push({
			...place,
			message: wrongIndent(source),
			expected: '顶格',
			actual:
				alignment === 'center' ? '居中' : alignment === 'right' ? '居右' : `缩进${Math.round(indent * 10) / 10}字`,
			source,
			fix: {
				title: fixTitles.indent,
				safety: 'safe',
				changes: [
					{
						kind: 'format-paragraph',
						block: paragraph.block,
						format: { alignment: 'justify', firstLineChars: 0, firstLine: 0, leftChars: 0, left: 0 },
					},
				],
			},
		});
	}
	return found;
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'attachment-label-form',
		number: 143,
		group: 'attachment',
		title: { zh: '附件标识的写法', en: 'Form of the attachment label' },
		description: {
			zh: '附件页第一行顶格写「附件」和阿拉伯数字序号（「附件1」），用 3 号黑体，后面不加冒号。',
			en: 'The first line of an attachment reads 「附件」 and an Arabic number, flush left, in Heiti at 16 pt, without a colon.',
		},
		severity: 'error',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '7.3.7' },
		needsFormat: false,
	},
	check,
};
