/** What the rule says of itself; its finding is that of every missing part (material/words.ts). */
import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职写明勤政廉政', en: 'The duty report covers integrity' };

export const description: Bilingual = {
	zh: '述职报告写明勤政廉政、廉洁自律的情况；标题或者正文里有方案列出的任何一个词即认为有。',
	en: 'A duty report covers diligence and integrity; any of the words of the profile in a heading or in the text counts.',
};
