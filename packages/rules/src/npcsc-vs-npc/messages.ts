import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = {
	zh: '人大与人大常委会不混称',
	en: 'Congress and standing committee are not confused',
};

export const description: Bilingual = {
	zh: '主任、副主任、秘书长是人大常委会的职务，写“市人大常委会主任”，不写“市人大主任”；机关名称不写“人大常委”。引文和书名号里的不查。',
	en: 'Director, deputy directors and secretary-general are officers of the standing committee: 市人大常委会主任, not 市人大主任. 人大常委 is a person, not the organ.',
};

export function officer(actual: string, expected: string): Bilingual {
	return {
		zh: `“${actual}”应称“${expected}”：主任、副主任、秘书长是人大常委会的职务。`,
		en: `“${actual}” should read “${expected}”: these are officers of the standing committee.`,
	};
}

export function organ(actual: string, expected: string): Bilingual {
	return {
		zh: `机关名称应写“${expected}”，现为“${actual}”。`,
		en: `The organ is called “${expected}”, not “${actual}”.`,
	};
}
