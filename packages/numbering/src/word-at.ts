/** Fixed words at a place of a text. */

/** Offset behind the first of the words that stands at `at`, '' left out; -1 when none does. */
export function behindWord(text: string, at: number, words: readonly string[]): number {
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index];
		if (word !== undefined && word !== '' && text.startsWith(word, at)) return at + word.length;
	}
	return -1;
}
