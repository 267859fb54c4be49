import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '目录与材料的题名、序号、页码一致',
	en: 'The contents list agrees with titles, numbers and pages',
};

export const description: Bilingual = {
	zh: '目录里应当有每份编号材料的题名，一字不差（换行、空格不算）；题名前写了序号的，与材料上的会议文件标识一致；全套连续编页码、已经付印登记过页码的，页码与印出的一致。packet.yaml 里登记了目录（contents）的才查。',
	en: 'A contents list names every numbered material by its exact title; line breaks and blanks do not count. A number before a title is that of the paper; where pages run through the packet and were recorded by a print, they agree with it. Only packets that list a contents paper are checked.',
};

export function notListed(name: string): Bilingual {
	return {
		zh: `目录里没有“${name}”（题名不一致也会这样）。请核对。`,
		en: `The contents list does not have “${name}”, or has it in other words.`,
	};
}

export function otherNumber(name: string, actual: string, expected: string): Bilingual {
	return {
		zh: `目录里“${name}”的序号是“${actual}”，材料上是“${expected}”，请改。`,
		en: `The contents list numbers “${name}” ${actual}; the paper bears ${expected}.`,
	};
}

export function otherPage(name: string, actual: string, expected: string): Bilingual {
	return {
		zh: `目录里“${name}”在第${actual}页，按付印的页码应为第${expected}页，请改。`,
		en: `The contents list has “${name}” on page ${actual}; as printed it begins on page ${expected}.`,
	};
}
