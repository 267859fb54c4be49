import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '印发以后不改号', en: 'Numbers stay after distribution' };

export const description: Bilingual = {
	zh: '材料付印、印发以后（由 packet.yaml 的 freezeAt 决定），文件上的编号与锁文件记下的编号一致；补充材料另给编号，不动原有的号。',
	en: 'Once a paper has reached the state at which numbers freeze (freezeAt in packet.yaml), its number is the one that the lock recorded.',
};

/** The number of record and the one that the paper bears. */
export function changed(actual: string, locked: string): Bilingual {
	return {
		zh: `这份材料已经印发（付印），编号应为「${locked}」，文件上是「${actual}」；印发以后不改号，请改回，补充的材料另给编号`,
		en: `This paper was printed or distributed under ${locked} and now bears ${actual}; numbers stay then, put it back`,
	};
}
