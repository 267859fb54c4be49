import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '开头写明何时任现职', en: 'The opening tells when the person was appointed' };

export const description: Bilingual = {
	zh: '述职报告开头写明什么时候、由哪次会议任命（当选）现职。只看前四段，写了“任命”“当选”“任职”“担任”或者“某年某月……任”就算。',
	en: 'The opening tells when, and by which meeting, the person was appointed. The first four paragraphs are looked at.',
};

export const missing: Bilingual = {
	zh: '开头没有写明什么时候、由哪次会议任命现职，通行做法是在第一段写明，如“2023年4月27日，市十七届人大常委会第七次会议决定任命我为市民政局局长”。',
	en: 'The opening does not tell when and by which meeting the person was appointed; common practice puts it into the first paragraph.',
};
