/** What the rule says of itself; its finding is that of every missing part (material/words.ts). */
import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职写明今后打算', en: 'The duty report covers plans' };

export const description: Bilingual = {
	zh: '述职报告写明今后打算和改进措施；标题或者正文里有方案列出的任何一个词即认为有。',
	en: 'A duty report covers plans and improvements; any of the words of the profile in a heading or in the text counts.',
};
