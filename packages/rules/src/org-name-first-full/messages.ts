import type { Bilingual } from '@bianxu/model';

export const title: Bilingual = { zh: '机关名称先用全称', en: 'Organs are named in full first' };

export const description: Bilingual = {
	zh: '同一机关在文中既有全称又有简称的，先出现全称，再用简称；「（以下简称……）」写明了的除外。全文只用简称（如市发改委）是通行写法，不查；标题、署名不查。',
	en: 'Where a paper has both the full and the short name of an organ, the full one comes first, unless a short form is declared. A paper that has the short name only is left alone, and so are title and reporter.',
};

/** `short` stands before `full`, which follows later in the text. */
export function shortFirst(short: string, full: string): Bilingual {
	return {
		zh: `先出现了简称「${short}」，后文才有全称「${full}」；通行做法是第一次出现用全称，以后用简称，请对调或者统一`,
		en: `The short name ${short} comes before the full one, ${full}; by common practice the full name comes first`,
	};
}
