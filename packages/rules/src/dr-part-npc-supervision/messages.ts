/** What the rule says of itself; its finding is that of every missing part (material/words.ts). */
import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '述职写明接受人大监督',
	en: 'The duty report covers supervision by the congress',
};

export const description: Bilingual = {
	zh: '述职报告写明执行人大及其常委会决议决定、办理代表建议、接受监督的情况；标题或者正文里有方案列出的任何一个词即认为有。',
	en: 'A duty report covers resolutions of the congress, deputies’ proposals and supervision; any of the words of the profile in a heading or in the text counts.',
};
