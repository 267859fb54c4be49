import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '与其他材料重复的段落', en: 'Paragraphs that stand in another paper too' };

export const description: Bilingual = {
	zh: '一段（40 字以上）与同一会议的另一份材料，或者与 lint --previous 给出的往年材料基本相同的，提示一句。只是数字、年份不同的也算相同，往年的话换了数字再用的看得出来。没有统一规定，只作提示。',
	en: 'A paragraph of 40 characters or more that stands nearly the same in another paper of the session, or in an earlier one given with lint --previous, is pointed out. Figures and years do not count, so that last year’s text with new figures is seen. Nothing binding, a remark only.',
};

export function repeated(name: string, block: number, share: number): Bilingual {
	const how = share >= 1 ? { zh: '相同', en: 'the same as' } : { zh: '基本相同', en: 'nearly the same as' };
	return {
		zh: `这一段与 ${name} 第${block + 1}段${how.zh}（数字不计），请看是否需要重复`,
		en: `This paragraph is ${how.en} paragraph ${block + 1} of ${name} (figures aside): see whether it has to be said again`,
	};
}
