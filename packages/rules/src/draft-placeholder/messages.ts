import type { Bilingual, Source } from '@bianxu/model';
import { authority } from '../authority.ts';

export function placeholder(text: string, source: Source): Bilingual {
	return {
		zh: `这里还留着「${text}」没有填，${authority(source).zh}定稿不留空；请填上内容`,
		en: `「${text}」 is still to be filled in; ${authority(source).en} to leave nothing open in a final paper`,
	};
}
