import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '任免先后一致', en: 'One order of appointments and removals' };

export const description: Bilingual = {
	zh: '一份名单里各组或者都先任后免，或者都先免后任，不混用。设置了“免任”的，先任后免的组也指出。',
	en: 'The blocks of one list all begin with appointments, or all with removals. Where the setting says removals first, blocks that begin with appointments are reported.',
};

export function otherOrder(actual: string, expected: string): Bilingual {
	return {
		zh: `这一组${actual}，与${expected}不一致，请统一任、免的先后。`,
		en: `This block goes ${actual === '先任后免' ? 'appointments first' : 'removals first'}, unlike ${expected === '前面各组' ? 'the blocks before' : 'the setting'}.`,
	};
}
