import type { Problem } from '@bianxu/model';

/**
 * Bytes of a Markdown file that are read at all. The longest work reports have some 60 kB; a book has 2 MB. Beyond it the
 * file is refused, because remark needs memory of many times the text.
 */
export const MARKDOWN_BYTES = 5 * 1024 * 1024;

/**
 * Decodes a Markdown file: UTF-8 with or without byte-order mark, which is not part of the text. Invalid bytes are
 * refused and never replaced, because a replaced byte would be lost on the next save.
 */
export function decodeMarkdown(bytes: Uint8Array): { readonly refusal: Problem } | { readonly text: string } {
	if (bytes.length > MARKDOWN_BYTES) {
		return refuse(
			'markdown-size',
			`文件过大：${bytes.length} 字节，上限 ${MARKDOWN_BYTES} 字节（5 MB）。请拆分后再检查`,
			`The file is too large: ${bytes.length} bytes, limit ${MARKDOWN_BYTES} (5 MB). Split it and check again`,
		);
	}
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		return refuse(
			'markdown-encoding',
			'文件是 UTF-16 编码（记事本称“Unicode”），Markdown 只读 UTF-8。请另存为 UTF-8 后再检查',
			'The file is UTF-16; Markdown is read as UTF-8. Save it as UTF-8 and check again',
		);
	}
	const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	const body = marked ? bytes.subarray(3) : bytes;
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body) };
	} catch {
		return looksLikeGbk(body)
			? refuse(
					'markdown-encoding',
					'文件不是 UTF-8 编码，看来是 GBK（记事本称“ANSI”）。请另存为 UTF-8 后再检查',
					'The file is not UTF-8; it looks like GBK ("ANSI"). Save it as UTF-8 and check again',
				)
			: refuse(
					'markdown-encoding',
					'文件不是有效的 UTF-8 编码，可能已损坏。请另存为 UTF-8 后再检查',
					'The file is not valid UTF-8 and may be damaged. Save it as UTF-8 and check again',
				);
	}
}

/** True when every byte above ASCII is half of a pair that GBK can hold (lead 81-FE, trail 40-7E or 80-FE). */
function looksLikeGbk(bytes: Uint8Array): boolean {
	let pairs = 0;
	for (let i = 0; i < bytes.length; i++) {
		const lead = bytes[i] ?? 0;
		if (lead < 0x80) continue;
		const trail = bytes[i + 1] ?? 0;
		if (lead < 0x81 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return false;
		pairs++;
		i++;
	}
	return pairs > 1;
}

/** A refusal or problem in both languages. */
export function refuse(code: string, zh: string, en: string): { readonly refusal: Problem } {
	return { refusal: { code, message: { zh, en } } };
}
