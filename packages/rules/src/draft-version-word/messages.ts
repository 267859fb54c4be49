import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function fixTitle(text: string): Bilingual {
	return { zh: `删去「${text}」`, en: `Delete 「${text}」` };
}

export function versionWord(text: string, source: Source): Bilingual {
	return {
		zh: `还带着「${text}」字样，${authority(source).zh}提交会议的定稿去掉；请核对是不是定稿后删去`,
		en: `「${text}」 is still there; ${authority(source).en} to drop it from what goes to the meeting: make sure that this is the final text`,
	};
}
