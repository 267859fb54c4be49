import type { Paragraph } from '@bianxu/model';

const BLANKS = ' \t\u00a0\u3000';

/**
 * True when the character at an offset is certainly no blank: nearly all texts begin with a Chinese character, and no
 * blank but the byte-order mark has a code as high. False says nothing.
 */
export function isShown(text: string, at = 0): boolean {
	const code = text.charCodeAt(at);
	return code > 0x3000 && code !== 0xfeff;
}

/** Length of the blanks typed at the head of a paragraph: half and full width, tabs. */
export function leadingBlanks(paragraph: Paragraph): number {
	const { text } = paragraph;
	if (isShown(text)) return 0;
	let length = 0;
	while (length < text.length && BLANKS.includes(text.charAt(length))) length += 1;
	return length;
}

/** Width in characters of the blanks typed at the head; a tab counts as two characters. */
export function leadingWidth(paragraph: Paragraph): number {
	let width = 0;
	for (const blank of paragraph.text.slice(0, leadingBlanks(paragraph))) {
		width += blank === '\u3000' ? 1 : blank === '\t' ? 2 : 0.5;
	}
	return width;
}

/** Em of a paragraph in twips: the size of its first visible run. */
export function emOf(paragraph: Paragraph): number {
	const { text, runs, markFormat } = paragraph;
	// Such a text is visible from its first run on.
	const first = isShown(text) ? runs[0] : undefined;
	const visible =
		first !== undefined && first.end > 0 ? first : runs.find((run) => text.slice(run.start, run.end).trim() !== '');
	return (visible?.format.size ?? markFormat.size) * 20;
}
