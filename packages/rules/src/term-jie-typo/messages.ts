import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '“届”不写成“界”', en: '届 is not 界' };

export const description: Bilingual = {
	zh: '“第十七届人大”的“届”误写成“界”是最常见的别字之一；“换界选举”“本界政府”“历界会议”也是。“各界”“第三界”等不在此列。',
	en: '第十七届 is often mistyped 第十七界; so are 换届, 本届 and 历届. 各界 is a word of its own.',
};

export const wrongJie: Bilingual = { zh: '别字：这里的“界”应为“届”。', en: 'A slip: 界 should be 届 here.' };
