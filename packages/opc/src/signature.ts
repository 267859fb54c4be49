import { refusal, type Refusal } from './refusal.ts';

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
	return signature.every((byte, index) => bytes[at + index] === byte);
}

function asciiHead(bytes: Uint8Array): string {
	let head = '';
	const from = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
	for (let i = from; i < Math.min(bytes.length, from + 512); i++) head += String.fromCharCode(bytes[i] as number);
	return head.trimStart().toLowerCase();
}

/**
 * The refusal for bytes that are no zip archive, naming what they really are where their first bytes tell:
 * OLE2 (password-protected .docx or old .doc), RTF, PDF, Flat OPC, HTML, a `~$` owner file, plain text.
 */
export function notAnArchive(bytes: Uint8Array): Refusal {
	if (bytes.length === 0) return refusal('empty', '文件是空的', 'the file is empty');
	if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
		return refusal(
			'ole2',
			'不是 .docx：这是有打开密码的文档，或旧版 .doc；请在 Word 或 WPS 中去掉密码，另存为 .docx',
			'not a .docx: a password-protected document or an old .doc; remove the password and save as .docx',
		);
	}
	const head = asciiHead(bytes);
	if (head.startsWith('{\\rtf')) {
		return refusal(
			'rtf',
			'不是 .docx：内容是 RTF，请另存为 .docx',
			'not a .docx: the content is RTF; save it as .docx',
		);
	}
	if (head.startsWith('%pdf-')) {
		return refusal('pdf', '不是 .docx：内容是 PDF', 'not a .docx: the content is PDF');
	}
	if (head.includes('<pkg:package') || head.includes('mso-application progid="word.document"')) {
		return refusal(
			'flat-opc',
			'不是 .docx：内容是单个 XML 文件（Flat OPC），请另存为 .docx',
			'not a .docx: the content is one XML file (Flat OPC); save it as .docx',
		);
	}
	if (head.startsWith('<!doctype html') || head.startsWith('<html') || head.includes('<html')) {
		return refusal('html', '不是 .docx：内容是网页（HTML）', 'not a .docx: the content is HTML');
	}
	if (head.startsWith('<?xml')) {
		return refusal('xml', '不是 .docx：内容是 XML', 'not a .docx: the content is XML');
	}
	if (isOwnerFile(bytes)) {
		return refusal(
			'owner-file',
			'这是 Word 或 WPS 打开文档时的临时锁文件（~$），不是文档',
			'this is the lock file (~$) of an open document, not a document',
		);
	}
	if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
		return refusal(
			'truncated',
			'压缩包不完整：找不到结尾的目录（文件可能没有下载完或已损坏）',
			'the archive is cut off: its directory at the end is missing',
		);
	}
	return refusal('not-a-zip', '不是 .docx：不是 zip 压缩包', 'not a .docx: not a zip archive');
}

// Owner files hold a length byte, the user name and its UTF-16 twin, 54, 55 or 162-165 bytes in all.
function isOwnerFile(bytes: Uint8Array): boolean {
	const length = bytes[0] ?? 0;
	return length > 0 && length <= 54 && (bytes.length <= 55 || (bytes.length >= 160 && bytes.length <= 170));
}
