import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '引号成对、方向正确', en: 'Quotation marks paired and facing the right way' };

export const description: Bilingual = {
	zh: '中文引号用“”，成对出现，前引号在前。直引号（"）、方向相反的引号、缺一半的引号都会指出；连续几段引用、每段开头都有前引号的写法不算错。',
	en: 'Chinese quotations take “ ” in pairs. Straight quotes, quotes facing the wrong way and unpaired ones are reported; a quotation over several paragraphs that opens each of them is allowed.',
};

export const straight: Bilingual = {
	zh: '中文引号应为“ ”，现为直引号（"）。',
	en: 'Chinese text takes “ ”, not straight quotes (").',
};

export const reversed: Bilingual = {
	zh: '引号方向不对，应为前引号“、后引号”。',
	en: 'A quotation mark faces the wrong way.',
};

export const noClose: Bilingual = {
	zh: '只有前引号“，找不到对应的后引号”。请核对引文到哪里结束。',
	en: 'This “ has no closing ”. See where the quotation ends.',
};

export const noOpen: Bilingual = {
	zh: '只有后引号”，找不到对应的前引号“。请核对引文从哪里开始。',
	en: 'This ” has no opening “. See where the quotation begins.',
};

export const oddStraight: Bilingual = {
	zh: '直引号（"）不成对，应改为“ ”。请核对引文的起止。',
	en: 'Straight quotes are unpaired; use “ ” and see where the quotation begins and ends.',
};
