/** What the rule says of itself; its finding is that of every missing part (material/words.ts). */
import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职写明问题和不足', en: 'The duty report covers shortcomings' };

export const description: Bilingual = {
	zh: '述职报告写明本人存在的问题和不足；标题或者正文里有方案列出的任何一个词即认为有。',
	en: 'A duty report covers the shortcomings of its author; any of the words of the profile in a heading or in the text counts.',
};
