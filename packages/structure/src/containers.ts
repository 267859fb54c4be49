/** Paragraphs whose place says what they are: headers, footers, notes, text boxes, cells, contents, blank lines. */

import type { Doc, Paragraph, RoleClaim } from '@bianxu/model';
import { because, claim, type Line } from './line.ts';

/** A typed entry of contents: leaders or a tab, then a page number. */
function isLeader(text: string): boolean {
	return (
		text.length <= 120 &&
		/(?:(?<![…·.．])[…·.．]{3,}\s*|(?<!\s)[^\S\t]*\t\s*)[（(]?\d{1,4}[）)]?\s*$/.test(text) &&
		!/^[\s\d.,%]*$/.test(text)
	);
}

/** 目录 with any blanks between and around it. */
const LONGEST_WORD = 200;

/** Blocks of contents typed by hand: 「目录」 and the entries below it. */
function typedContents(doc: Doc): ReadonlySet<number> {
	const found = new Set<number>();
	const shown = doc.paragraphs.filter(({ where, text }) => where === 'body' && text.trim() !== '');
	shown.forEach((paragraph, index) => {
		// A word in short text: long paragraphs are not copied to see that they are none.
		if (paragraph.text.length > LONGEST_WORD || !paragraph.text.includes('目')) return;
		if (paragraph.text.replaceAll(/\s/g, '') !== '目录') return;
		const entries: number[] = [];
		for (const next of shown.slice(index + 1)) {
			if (!isLeader(next.text)) break;
			entries.push(next.block);
		}
		if (entries.length > 0) for (const block of [paragraph.block, ...entries]) found.add(block);
	});
	return found;
}

function isContents(paragraph: Paragraph): boolean {
	const { style, fields } = paragraph;
	return (
		(style !== '' && /^(?:toc(?: heading)?|目录)(?:\s*\d)?$/i.test(style.trim())) ||
		fields.some(({ name }) => name === 'TOC')
	);
}

function sure(line: Line, role: RoleClaim['role'], zh: string, en: string): RoleClaim {
	return claim(line, role, 1, because(zh, en));
}

function placed(line: Line, typed: ReadonlySet<number>): RoleClaim | null {
	const { paragraph } = line;
	switch (paragraph.where) {
		case 'header':
			return sure(line, 'page-furniture', '在页眉里', 'in a header');
		case 'footer':
			return sure(line, 'page-furniture', '在页脚里', 'in a footer');
		case 'footnote':
			return sure(line, 'note-text', '脚注', 'footnote');
		case 'endnote':
			return sure(line, 'note-text', '尾注', 'endnote');
		case 'textbox':
			return sure(line, 'textbox', '在文本框里', 'in a text box');
		case 'table':
			return sure(line, 'table-cell', '在表格里', 'in a table');
		case 'body':
			break;
	}
	if (isContents(paragraph)) return sure(line, 'toc', '目录域或目录样式', 'field or style of a table of contents');
	if (typed.has(paragraph.block))
		return claim(line, 'toc', 0.9, because('“目录”之下带页码的行', 'a line with a page number below 目录'));
	if (line.text !== '' || paragraph.label !== null) return null;
	return paragraph.objects.some((object) => object !== 'comment-reference')
		? claim(line, 'unknown', 0.3, because('只有图形，没有文字', 'an object without text'))
		: sure(line, 'blank', '没有文字', 'no text');
}

/** Claims for every paragraph whose place decides; sure ones. `lines` are those of all paragraphs. */
export function placedClaims(doc: Doc, lines: readonly Line[]): readonly RoleClaim[] {
	const typed = typedContents(doc);
	const claims: RoleClaim[] = [];
	for (const line of lines) {
		const found = placed(line, typed);
		if (found !== null) claims.push(found);
	}
	return claims;
}
