import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '议程、日程、主持词对得上', en: 'Agenda, schedule and host script agree' };

export const description: Bilingual = {
	zh: '“共有八项议程”应当就是议题的数目；日程、主持词里用“第×项议程”安排的，每一项都要安排到。',
	en: 'A count of items (共有八项议程) is the number of items, and a schedule that goes by ordinals covers every item.',
};

export function wrongCount(actual: string, expected: number): Bilingual {
	return {
		zh: `这里说“${actual}”，packet.yaml 里的议题是${expected}项，请核对。`,
		en: `“${actual}” is said here, and the packet has ${expected} items.`,
	};
}

export function notCovered(ordinals: string): Bilingual {
	return {
		zh: `这里按“第×项议程”安排，没有安排到第${ordinals}项议程，请核对。`,
		en: `The paper goes by ordinals and does not cover item ${ordinals}.`,
	};
}
