import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '述职报告用第一人称', en: 'A duty report speaks in the first person' };

export const description: Bilingual = {
	zh: '述职报告说的是本人履职，不是单位工作总结。全篇没有用“我”，或者“我局”“我们”比“我”多得多，提示一次。',
	en: 'A duty report is about the person, not the office. Where 我 is absent, or 我局 and 我们 far outnumber it, one remark says so.',
};

export const never: Bilingual = {
	zh: '全篇没有用第一人称“我”。述职报告说的是本人履职情况，请改用“我”来写。',
	en: 'The text never says 我; a duty report tells of the person’s own work.',
};

export function rarely(own: number, office: number): Bilingual {
	return {
		zh: `“我”用了${own}次，“我局”“我们”一类用了${office}次，像单位工作总结。述职报告重在写本人做了什么。`,
		en: `我 stands ${own} times, 我局, 我们 and the like ${office} times: it reads like the report of an office.`,
	};
}
