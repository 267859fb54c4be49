/** Paragraphs whose place says what they are: headers, footers, notes, text boxes, cells, contents, blank lines, tags. */

import type { Doc, Paragraph, RoleClaim } from '@bianxu/model';
import { because, claim } from './line.ts';

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
export function typedContents({ paragraphs }: Doc): ReadonlySet<number> {
	const found = new Set<number>();
	for (let at = 0; at < paragraphs.length; at += 1) {
		const paragraph = paragraphs[at];
		// A word in short text: long paragraphs are not copied to see that they are none.
		if (paragraph === undefined || paragraph.text.length > LONGEST_WORD || !paragraph.text.includes('目')) continue;
		if (paragraph.where !== 'body' || paragraph.text.replaceAll(/\s/g, '') !== '目录') continue;
		for (let below = at + 1; below < paragraphs.length; below += 1) {
			const entry = paragraphs[below];
			if (entry?.where !== 'body' || entry.text.trim() === '') continue;
			if (!isLeader(entry.text)) break;
			found.add(paragraph.block).add(entry.block);
		}
	}
	return found;
}

const CONTENTS_STYLE = /^\s*(?:toc(?: heading)?|目录)(?:\s*\d)?\s*$/i;

function isContents({ style, fields }: Paragraph): boolean {
	return (style !== '' && CONTENTS_STYLE.test(style)) || fields.some(isContentsField);
}

function isContentsField({ name }: Paragraph['fields'][number]): boolean {
	return name === 'TOC';
}

/** Anything but blanks. */
const INK = /\S/;

/** Evidence is the same for every paragraph of a place. */
const IN_HEADER = because('在页眉里', 'in a header');
const IN_FOOTER = because('在页脚里', 'in a footer');
const FOOTNOTE = because('脚注', 'footnote');
const ENDNOTE = because('尾注', 'endnote');
const IN_TEXTBOX = because('在文本框里', 'in a text box');
const IN_TABLE = because('在表格里', 'in a table');
const CONTENTS = because('目录域或目录样式', 'field or style of a table of contents');
const UNDER_CONTENTS = because('“目录”之下带页码的行', 'a line with a page number below 目录');
const OBJECT_ONLY = because('只有图形，没有文字', 'an object without text');
const NO_TEXT = because('没有文字', 'no text');
const TAG = because('模板标记', 'a tag of a template');

/** The claim of a paragraph whose place decides, a sure one; null for running text. `typed`: blocks of typed contents. */
export function placedClaim(paragraph: Paragraph, typed: ReadonlySet<number>): RoleClaim | null {
	switch (paragraph.where) {
		case 'header':
			return claim(paragraph, 'page-furniture', 1, IN_HEADER);
		case 'footer':
			return claim(paragraph, 'page-furniture', 1, IN_FOOTER);
		case 'footnote':
			return claim(paragraph, 'note-text', 1, FOOTNOTE);
		case 'endnote':
			return claim(paragraph, 'note-text', 1, ENDNOTE);
		case 'textbox':
			return claim(paragraph, 'textbox', 1, IN_TEXTBOX);
		case 'table':
			return claim(paragraph, 'table-cell', 1, IN_TABLE);
		case 'body':
			break;
	}
	if (isContents(paragraph)) return claim(paragraph, 'toc', 1, CONTENTS);
	if (typed.has(paragraph.block)) return claim(paragraph, 'toc', 0.9, UNDER_CONTENTS);
	const { text } = paragraph;
	if (INK.test(text)) {
		// Tags of a template are gone when it is filled in: whatever stands around them reads on.
		return text.includes('{{') && /^\s*\{\{[^{}]*\}\}\s*$/.test(text) ? claim(paragraph, 'unknown', 0.3, TAG) : null;
	}
	if (paragraph.label !== null) return null;
	return paragraph.objects.some((object) => object !== 'comment-reference')
		? claim(paragraph, 'unknown', 0.3, OBJECT_ONLY)
		: claim(paragraph, 'blank', 1, NO_TEXT);
}
