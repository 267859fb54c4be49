// One place where foreign text becomes part of an output. Document text, file names and messages that quote them are
// hostile until they have passed through one of these.

/** Controls, format characters (bidi, zero width, tags), line separators, lone surrogates, fillers that show nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu;

function codePointText(character: string): string {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * Text for one line of a terminal or a log: what could move the cursor, reorder the line, hide, or start a new line is
 * shown as `\u{…}`. Never returns a line end.
 */
export function escapeTerminal(text: string): string {
	return text.replace(UNSEEN, codePointText);
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML content and quoted attributes; unseen characters as in `escapeTerminal`. */
export function escapeHtml(text: string): string {
	return escapeTerminal(text).replace(/[&<>"']/g, (character) => HTML[character] ?? character);
}

/** Text for XML 1.0 content and quoted attributes; XML cannot carry most controls, so they are shown as `\u{…}`. */
export function escapeXml(text: string): string {
	return escapeHtml(text).replace(/[\ufffe\uffff]/g, codePointText);
}
