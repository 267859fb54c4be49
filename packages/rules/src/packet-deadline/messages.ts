import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '筹备步骤按期完成', en: 'Steps of preparation are in time' };

export const description: Bilingual = {
	zh: '一览表（schedule）里的步骤：到期没有完成的，完成日期迟于期限的，以及送达常委会组成人员的期限晚于会前 7 日、修改稿晚于会前 10 日、征求意见稿晚于会前 20 日的，提示一次。天数是监督法实施办法的常见规定，可用参数 deliver、revise、submit 改。',
	en: 'Steps of the schedule that are past their day, were done late, or are planned later than the usual days before the session: to members 7, revised text 10, text for comments 20; parameters deliver, revise, submit change them.',
};

/** A step whose day has passed. */
export function overdue(steps: string, due: string): Bilingual {
	return {
		zh: `一览表里「${steps}」应于${due}完成，还没有完成日期；请催办，或者补记完成日期`,
		en: `The step ${steps} was due on ${due} and has no date of completion`,
	};
}

/** A step that is too near the session. */
export function late(steps: string, day: string, days: number, last: string): Bilingual {
	return {
		zh: `一览表里「${steps}」定在${day}，通行做法是会议举行${days}日前（不晚于${last}）；请提前，或者说明原因`,
		en: `The step ${steps} stands on ${day}; by common practice it is done ${days} days before the session, by ${last}`,
	};
}
