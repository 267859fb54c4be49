import type { Bilingual, DocumentContext, Finding, Role } from '@bianxu/model';
import { parseHan } from '@bianxu/numbering';
import { claimsOf, CONFIDENT } from './role-style.ts';

/** A numbered caption taken apart. */
export interface CaptionParts {
	readonly number: number;
	readonly numberStart: number;
	readonly numberEnd: number;
	/** 「3-1」, 「3.1」. */
	readonly compound: boolean;
	readonly title: string;
	/** As it should read. */
	readonly canonical: string;
}

const NUMBER =
	/^([\s\u3000]*)(附?)([表图])[\s\u3000]*(?:(\d{1,3})((?:[-－—.]\d{1,3})?)|([一二三四五六七八九十]{1,3}))(?!\d)[\s\u3000]*([：:.．、，,]?)[\s\u3000]*/;

/** Reads a numbered caption (表1, a blank, the title) in any of its forms; null for a caption without number, and for text that only begins with 表. */
export function captionParts(text: string, word: '表' | '图'): CaptionParts | null {
	const match = NUMBER.exec(text);
	if (match === null || match[3] !== word) return null;
	const lead = (match[1] ?? '').length + (match[2] ?? '').length + 1;
	const digits = match[4] ?? match[6] ?? '';
	const number = match[4] === undefined ? parseHan(digits) : Number(digits);
	if (number === null) return null;
	const numberStart = text.indexOf(digits, lead);
	const suffix = (match[5] ?? '').replace(/[－—]/, '-');
	const title = text
		.slice(match[0].length)
		.replace(/[。．.；;：:][\s\u3000]*$/, '')
		.trimEnd();
	const name = `${match[2] ?? ''}${word}${number}${suffix}`;
	return {
		number,
		numberStart,
		numberEnd: numberStart + digits.length,
		compound: suffix !== '',
		title,
		canonical: title === '' ? name : `${name}\u3000${title}`,
	};
}

/** Findings on the form of numbered captions; one or two blanks of either width behind the number are right. */
export function captionFindings(
	{ doc, outline }: DocumentContext,
	role: Role,
	word: '表' | '图',
	message: (actual: string, expected: string) => Bilingual,
	fixTitle: (expected: string) => Bilingual,
): Finding[] {
	return claimsOf(outline, role).flatMap((claim): Finding[] => {
		const paragraph = doc.paragraphs[claim.block];
		if (claim.confidence < CONFIDENT || paragraph === undefined) return [];
		const parts = captionParts(paragraph.text, word);
		if (parts === null) return [];
		const text = paragraph.text.trim();
		if (text.replace(/^(附?[表图]\d+(?:[-.]\d+)?)[ \u3000]{1,2}/, '$1\u3000') === parts.canonical) return [];
		const place = { block: paragraph.block, start: 0, end: paragraph.text.length };
		return [
			{
				...place,
				message: message(text, parts.canonical),
				expected: parts.canonical,
				actual: text,
				fix: {
					title: fixTitle(parts.canonical),
					safety: 'safe',
					changes: [{ kind: 'replace-text', ...place, text: parts.canonical }],
				},
			},
		];
	});
}
