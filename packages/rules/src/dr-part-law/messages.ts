/** What the rule says of itself; its finding is that of every missing part (material/words.ts). */
import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职写明依法履职', en: 'The duty report covers the law' };

export const description: Bilingual = {
	zh: '述职报告写明遵守和执行宪法、法律法规，依法行政、公正司法的情况；标题或者正文里有方案列出的任何一个词即认为有。',
	en: 'A duty report covers how the constitution and the laws were observed and carried out; any of the words of the profile in a heading or in the text counts.',
};
