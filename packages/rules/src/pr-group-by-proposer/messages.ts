import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '名单按提请人分组，次序一致', en: 'Blocks by proposer, in the set order' };

export const description: Bilingual = {
	zh: '任免名单按提请人分组，组的先后按设置的次序（默认市长、主任会议、监察委员会、法院、检察院）。没有写“根据……提请”的不查。',
	en: 'A list has one block a proposer, in the order of the settings. Only blocks that name their proposer are looked at.',
};

export function wrongOrder(actual: string, before: string, order: string): Bilingual {
	return {
		zh: `“${actual}提请”的一组排在“${before}提请”之后，设定的次序是：${order}。请调整。`,
		en: `The block of ${actual} stands behind that of ${before}; the set order is ${order}.`,
	};
}
