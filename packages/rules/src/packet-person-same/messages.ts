import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '人名、职务全会一致', en: 'Names and posts agree throughout the packet' };

export const description: Bilingual = {
	zh: '材料署名的报告人应当就是 packet.yaml 里写的人；同一个人在几份材料里署名，职务应当一样。署名只写机关的不查。',
	en: 'The person who signs a paper is the one that packet.yaml names, and a person who signs several papers has the same post in each.',
};

export function otherPerson(actual: string, expected: string): Bilingual {
	return {
		zh: `署名是“${actual}”，packet.yaml 里写的是“${expected}”，请核对。`,
		en: `The paper is signed “${actual}”, and packet.yaml names “${expected}”.`,
	};
}

export function otherPost(person: string, actual: string, expected: string): Bilingual {
	return {
		zh: `“${person}”的职务这里写“${actual}”，前面的材料写“${expected}”，请核对。`,
		en: `The post of “${person}” is “${actual}” here and “${expected}” in an earlier paper.`,
	};
}
