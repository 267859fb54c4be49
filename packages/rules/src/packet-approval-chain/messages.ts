import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '付印前三级审核齐全', en: 'Three levels of approval before printing' };

export const description: Bilingual = {
	zh: '材料付印前经过拟稿、部门审核、领导审签三级。一览表（schedule）里列了这些步骤的，付印、印发的材料每一步都要有完成日期；没有列步骤的不查。',
	en: 'A paper is drafted, examined by its department and signed by a leader before it is printed. Where the schedule lists these steps for an item, each has its date before the paper is printed; items without them are not looked at.',
};

/** Steps without a date. */
export function open(steps: readonly string[]): Bilingual {
	const named = steps.join('、');
	return {
		zh: `材料已经付印，一览表里「${named}」还没有完成日期；通行做法是拟稿、部门审核、领导审签三级齐全才付印，请补齐`,
		en: `The paper is printed, and these steps of approval have no date in the schedule: ${named}; complete them first`,
	};
}
