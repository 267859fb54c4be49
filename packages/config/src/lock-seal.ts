/**
 * The seal (校验码) of a lock file: its last line, a hash of all lines before it. It shows that the file was edited by
 * other hands. Somebody who runs the same arithmetic can set it anew, so papers that are signed by hand carry it too.
 */

const line = /\nseal: "([0-9a-f]{64})"\n?$/;

/** The text of a lock file with its seal behind it. `sha256` gives 64 hex digits of UTF-8 bytes. */
export function sealLock(text: string, sha256: (data: Uint8Array) => string): string {
	return `${text}seal: "${sha256(new TextEncoder().encode(text))}"\n`;
}

/** `whole`: as the tool wrote it; `edited`: not; `absent`: there is no seal. */
export function checkSeal(
	text: string,
	sha256: (data: Uint8Array) => string,
): { readonly state: 'whole' | 'edited' | 'absent'; readonly seal: string | null } {
	const found = line.exec(text);
	const seal = found?.[1];
	if (found === null || seal === undefined) return { state: 'absent', seal: null };
	const body = text.slice(0, found.index + 1);
	return { state: sha256(new TextEncoder().encode(body)) === seal ? 'whole' : 'edited', seal };
}
