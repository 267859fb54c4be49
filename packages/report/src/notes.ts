import type { FileResult, Language } from '@bianxu/model';
import { problemsOf } from './lint-json.ts';

/** A note beside the findings: its code, the kind in words and the whole text 「未检查：…」. Not escaped. */
export interface NoteText {
	readonly code: string;
	readonly unchecked: boolean;
	readonly text: string;
}

/** What the reader met (读取提示) and what nobody looked at (未检查), in words. */
export function noteTexts(result: FileResult, language: Language): readonly NoteText[] {
	const zh = language === 'zh';
	const colon = zh ? '：' : ': ';
	return [
		...problemsOf(result).map(({ code, message }) => ({
			code,
			unchecked: false,
			text: `${zh ? '读取提示' : 'reading'}${colon}${message[language]}`,
		})),
		...result.unchecked.map(({ code, message }) => ({
			code,
			unchecked: true,
			text: `${zh ? '未检查' : 'not checked'}${colon}${message[language]}`,
		})),
	];
}
