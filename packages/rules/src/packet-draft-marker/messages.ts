import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '交付审议的文本标“（草案）”', en: 'Texts before adoption are marked （草案）' };

export const description: Bilingual = {
	zh: '提交会议审议的决定、决议、名单，标题末尾写“（草案）”；题注已经写明“通过”的，标题不再写“（草案）”。packet.yaml 的类别是 draft 或者题名带“（草案）”的材料才查。',
	en: 'A decision or list put to the session ends its title with （草案）, and loses it once its caption says that it was adopted.',
};

export const unmarked: Bilingual = {
	zh: '这份材料交付会议审议，标题末尾应当写“（草案）”，现在没有。',
	en: 'This text is put to the session: its title ends with （草案）.',
};

export const adopted: Bilingual = {
	zh: '题注写明已经通过，标题不应再写“（草案）”，请核对。',
	en: 'The caption says that the text was adopted; （草案） has no place in its title.',
};
