import type { Bilingual, Language, Problem } from '@bianxu/model';

/** Exit codes of the contract; the larger one wins. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes and what it ends with. Nothing else in the CLI touches the process. */
export interface Terminal {
	readonly language: Language;
	readonly color: boolean;
	readonly quiet: boolean;
	readonly cwd: string;
	/** stdout, with a line end added. */
	readonly print: (text: string) => void;
	/** One line on stderr. */
	readonly complain: (line: string) => void;
	/** Raises the exit code; 2 beats 1 beats 0. */
	readonly exit: (code: ExitCode) => void;
}

/** Text of a bilingual message in the chosen language. */
export function say(terminal: Terminal, message: Bilingual): string {
	return message[terminal.language];
}

/** C0, C1, bidi and zero-width characters as `\u{…}`: a path or a message must not drive the terminal or forge a line. */
export function printable(text: string): string {
	return text.replace(
		/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
		(character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
	);
}

/** Says on stderr that a renumbering was interrupted, with both ways out, to somebody whose command goes on. */
export function complainOfUnfinished(terminal: Terminal, unfinished: Problem | null): void {
	if (unfinished !== null) terminal.complain(printable(say(terminal, unfinished.message)));
}

/** What a person can do about an error code of the file system. */
export function explainSystemError(error: unknown): Bilingual {
	const code = (error as { code?: unknown }).code;
	switch (code) {
		case 'ENOENT':
			return { zh: '找不到文件，请核对路径', en: 'no such file; check the path' };
		case 'EACCES':
		case 'EPERM':
			return {
				zh: '没有读写权限，请检查文件是否只读或正被占用',
				en: 'no permission; check whether the file is read-only or in use',
			};
		case 'EBUSY':
			return {
				zh: '文件正被其他程序打开，请关闭后重试',
				en: 'the file is open in another program; close it and try again',
			};
		case 'ENOSPC':
			return { zh: '磁盘空间不足，原文件未动', en: 'the disk is full; the original was left alone' };
		case 'EROFS':
			return { zh: '所在磁盘只读，请换一个文件夹', en: 'the disk is read-only; choose another folder' };
		case 'EISDIR':
			return { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' };
		default:
			return { zh: `无法处理：${messageOf(error)}`, en: `failed: ${messageOf(error)}` };
	}
}

function messageOf(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return printable(text.split('\n')[0] ?? '');
}
