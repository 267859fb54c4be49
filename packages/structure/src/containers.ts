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
		if (paragraph.text.length > LONGEST_WORD || paragraph.text.replaceAll(/\s/g, '') !== '目录') return;
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
	return (
		/^(?:toc(?: heading)?|目录)(?:\s*\d)?$/i.test(paragraph.style.trim()) ||
		paragraph.fields.some(({ name }) => name === 'TOC')
	);
}

function placed(line: Line, typed: ReadonlySet<number>): RoleClaim | null {
	const { paragraph } = line;
	const of = (role: RoleClaim['role'], zh: string, en: string): RoleClaim => claim(line, role, 1, because(zh, en));
	switch (paragraph.where) {
		case 'header':
			return of('page-furniture', '在页眉里', 'in a header');
		case 'footer':
			return of('page-furniture', '在页脚里', 'in a footer');
		case 'footnote':
			return of('note-text', '脚注', 'footnote');
		case 'endnote':
			return of('note-text', '尾注', 'endnote');
		case 'textbox':
			return of('textbox', '在文本框里', 'in a text box');
		case 'table':
			return of('table-cell', '在表格里', 'in a table');
		case 'body':
			break;
	}
	if (isContents(paragraph)) return of('toc', '目录域或目录样式', 'field or style of a table of contents');
	if (typed.has(paragraph.block))
		return claim(line, 'toc', 0.9, because('“目录”之下带页码的行', 'a line with a page number below 目录'));
	if (line.text !== '' || paragraph.label !== null) return null;
	return paragraph.objects.some((object) => object !== 'comment-reference')
		? claim(line, 'unknown', 0.3, because('只有图形，没有文字', 'an object without text'))
		: of('blank', '没有文字', 'no text');
}

/** Claims for every paragraph whose place decides; sure ones. `lines` are those of all paragraphs. */
export function placedClaims(doc: Doc, lines: readonly Line[]): readonly RoleClaim[] {
	const typed = typedContents(doc);
	return lines.flatMap((line) => placed(line, typed) ?? []);
}
