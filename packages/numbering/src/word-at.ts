/** Fixed words and blanks at a place of a text. */

/** A space, a tab, a no-break or an ideographic space, by its code. */
export function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
}

/** Offset behind the first of the words that stands at `at`, '' left out; -1 when none does. */
export function behindWord(text: string, at: number, words: readonly string[]): number {
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index];
		if (word !== undefined && word !== '' && text.startsWith(word, at)) return at + word.length;
	}
	return -1;
}
