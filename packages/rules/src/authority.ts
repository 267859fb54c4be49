import { type Bilingual, isBinding, type Source } from '@bianxu/model';

/** 「GB/T 9704-2012 7.3.1 规定」 for binding sources, 「通行做法是」 for the others: how messages introduce a required value. */
export function authority(source: Source): Bilingual {
	const cited = source.clause === '' ? source.doc : `${source.doc} ${source.clause}`;
	if (isBinding(source.level)) return { zh: `${cited} 规定`, en: `${cited} requires` };
	return source.level === 'project'
		? { zh: '应当', en: 'it should be' }
		: { zh: '通行做法是', en: 'common practice is' };
}
