import type { Bilingual } from '@bianxu/model';

export function otherDay(actual: string, days: readonly string[]): Bilingual {
	const wanted = days.join('、');
	return {
		zh: `题注的日期是${actual}，${days.length > 1 ? '会议日期' : '本议题的会议日期'}是${wanted}；请核对后统一`,
		en: `The caption says ${actual} and ${days.length > 1 ? 'the days of the session are' : 'the item stands on'} ${wanted}: make them agree`,
	};
}
