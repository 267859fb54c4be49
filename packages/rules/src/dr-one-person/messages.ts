import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职人只有一位，写明姓名', en: 'One person reports, by name' };

export const description: Bilingual = {
	zh: '述职报告由一个人作：署名写职务和姓名，只有一位。署名里没有姓名（只写单位），或者写了两个人，请改正。',
	en: 'A duty report is one person’s: the author line has post and name, and one name only.',
};

export const nobody: Bilingual = {
	zh: '没有找到述职人的姓名。标题下面应当写明述职人的职务和姓名（书面述职的写“述职人：×××”）。',
	en: 'No name was found: post and name of the person stand below the title (or 述职人：… in a written report).',
};

export function several(names: string): Bilingual {
	return { zh: `述职人应当只有一位，现在有：${names}。`, en: `One person reports; here are: ${names}.` };
}
