import type { DocumentContext, Finding, Rule } from '@bianxu/model';
import { parseHan } from '@bianxu/numbering';
import { claimsOf, CONFIDENT } from '../role-style.ts';
import { hasHan, passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { matching } from '../text/scan.ts';
import { gb, practice } from '../text/sources.ts';
import { description, title, wrongForm } from './messages.ts';

const padded = /((?:19|20)\d{2})年(0?\d|1[0-2])月(0?\d|[12]\d|3[01])日/g;
const dotted =
	/((?:19|20)\d{2})(?<![\d.\-/A-Za-z]\d{4})([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.\-/]|[ T]?\d{1,2}[:：])/g;
const han = /^([一二三四五六七八九〇○零OＯ]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/u;

const hanMonth = /年[一二三四五六七八九十]{1,2}月/g;

function hanYear(text: string): string {
	return [...text].map((digit) => ('OＯ○零〇'.includes(digit) ? 0 : '〇一二三四五六七八九'.indexOf(digit))).join('');
}

function check(context: DocumentContext): readonly Finding[] {
	const all = passages(context);
	const dateOf = (match: RegExpExecArray, month: number, day: number): string =>
		`${match[1] ?? ''}年${Number(match[month] ?? '')}月${Number(match[day] ?? '')}日`;
	const bare = claimsOf(context.outline, 'date').flatMap(({ block, confidence }): readonly Finding[] => {
		const text = context.doc.paragraphs[block]?.text ?? '';
		// 「2026.11.16」 alone has no Han character, so it is no passage.
		const match =
			confidence >= CONFIDENT && !hasHan(text)
				? /^\s*((?:19|20)\d{2})([./-])(\d{1,2})\2(\d{1,2})\s*$/.exec(text)
				: null;
		if (match === null || Number(match[3]) > 12 || Number(match[4]) > 31) return [];
		const expected = dateOf(match, 3, 4);
		const start = text.length - text.trimStart().length;
		const end = text.trimEnd().length;
		return [
			replacement({ block, text }, start, end, expected, wrongForm(text.trim(), expected), 'safe', {
				source: gb('7.3.5.4'),
			}),
		];
	});
	return [
		...bare,
		...scanPassages(all, 'own', padded, (match, passage) => {
			const expected = dateOf(match, 2, 3);
			const actual = match[0];
			if (actual === expected) return null;
			const end = match.index + actual.length;
			// 7.3.5.4 speaks of the date of the paper; elsewhere this is practice.
			const source = passage.role === 'date' ? gb('7.3.5.4') : practice;
			return replacement(passage, match.index, end, expected, wrongForm(actual, expected), 'safe', { source });
		}),
		...scanPassages(all, 'own', dotted, (match, passage) => {
			if (passage.where !== 'body') return null;
			const expected = dateOf(match, 3, 4);
			const end = match.index + match[0].length;
			const source = passage.role === 'date' ? gb('7.3.5.4') : practice;
			return replacement(passage, match.index, end, expected, wrongForm(match[0], expected), 'safe', { source });
		}),
		...matching(all, 'text', hanMonth).flatMap((passage) => {
			// A line that is nothing but a date is one, whatever it was taken for.
			if (passage.where !== 'body') return [];
			const text = passage.text.trim();
			const match = han.exec(text);
			const month = parseHan(match?.[2] ?? '');
			const day = parseHan(match?.[3] ?? '');
			if (match === null || month === null || day === null || month > 12 || day > 31) return [];
			const expected = `${hanYear(match[1] ?? '')}年${month}月${day}日`;
			const start = passage.text.indexOf(text);
			return [replacement(passage, start, start + text.length, expected, wrongForm(text, expected), 'safe')];
		}),
	];
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'date-arabic-full',
		number: 101,
		group: 'names-dates',
		title,
		description,
		severity: 'error',
		fix: 'safe',
		source: gb('7.3.5.4'),
		needsFormat: false,
	},
	check: (context) => ({ findings: check(context) }),
};
