import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '同一人名用字一致', en: 'One spelling for one person' };

export const description: Bilingual = {
	zh: '署名人、任免人员的姓名在全文里用字应当一致。同样长短、只差一个形近或者音同字（喆/哲、堃/坤、钟/锺……）的，指出来请核对；可能确是两个人，不自动改。',
	en: 'The names of the reporter and of people appointed are written alike throughout. Names that differ in one look-alike character only are pointed out, never changed.',
};

export function otherSpelling(actual: string, known: string): Bilingual {
	return {
		zh: `人名“${actual}”与文中的“${known}”只差一个形近字，请核对是不是同一个人、用哪个字。`,
		en: `“${actual}” and “${known}” differ in one look-alike character; are they one person?`,
	};
}
