/**
 * Name of a font as a PDF declares it: government systems write GBK bytes into /BaseFont, so bytes that are not UTF-8
 * are read as GBK. A subset tag `ABCDEF+` is taken off and reported (ISO 32000-1 9.6.4).
 */
export function decodeFontName(bytes: Uint8Array): { readonly name: string; readonly subset: boolean } {
	const text = utf8(bytes) ?? new TextDecoder('gbk').decode(bytes);
	const subset = /^[A-Z]{6}\+/.test(text);
	return { name: subset ? text.slice(7) : text, subset };
}

function utf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
