import type { Bilingual } from '@bianxu/model';

export function several(names: string): Bilingual {
	return {
		zh: `署名有不止一个人：「${names}」；一份述职报告通行做法是只由一个人述职，请分开`,
		en: `More than one person is named: 「${names}」; a duty report is by exactly one: make separate papers`,
	};
}

export function organOnly(organ: string): Bilingual {
	return {
		zh: `署名是「${organ}」，没有姓名；述职报告由个人述职，请写明职务和姓名`,
		en: `The author’s line is 「${organ}」 without a name; a duty report is by one person: state post and name`,
	};
}

export function differs(front: string, end: string): Bilingual {
	return {
		zh: `标题下署名是「${front}」，落款是「${end}」；请核对是谁述职`,
		en: `The line under the title names 「${front}」 and the signature 「${end}」: check who reports`,
	};
}
