import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '“等”前不用顿号', en: 'No enumeration comma before 等' };

export const description: Bilingual = {
	zh: '列举的最后一项和“等”之间不用顿号、逗号。“等级”“等次”“等额”这样的词不算。',
	en: 'The last item of an enumeration and 等 have no comma between them. Words such as 等级 and 等额 do not count.',
};

export const needless: Bilingual = {
	zh: '列举之后的“等”前面不用顿号，请删去。',
	en: 'Remove the enumeration comma before 等.',
};
