/** Authorities that the content rules cite when the template names none. The template's own source wins (runner). */

import { type Bilingual, isBinding, type Source } from '@bianxu/model';

/** Clause of GB/T 9704-2012 《党政机关公文格式》. */
export function gb(clause: string): Source {
	return { level: 'national-standard', doc: 'GB/T 9704-2012', clause };
}

/** Clause of GB/T 15834-2011 《标点符号用法》. */
export function punct(clause: string): Source {
	return { level: 'national-standard', doc: 'GB/T 15834-2011', clause };
}

/** Clause of GB/T 15835-2011 《出版物上数字用法》. */
export function num(clause: string): Source {
	return { level: 'national-standard', doc: 'GB/T 15835-2011', clause };
}

/** Article of 《地方组织法》. */
export function orgLaw(clause: string): Source {
	return { level: 'law', doc: '地方各级人民代表大会和地方各级人民政府组织法', clause };
}

/** What people's congresses usually do, without a text that binds. */
export const practice: Source = { level: 'practice', doc: '人大机关通行做法', clause: '' };

/** Common practice after the Wuxi notice of 2017, which binds Wuxi only. */
export const wuxi: Source = {
	level: 'practice',
	doc: '通行做法（参照无锡市人大常委会2017年会议材料格式通知）',
	clause: '',
};

/** Plain consistency that needs no authority. */
export const bianxu: Source = { level: 'project', doc: '编序', clause: '' };

/** 「GB/T 15834-2011 4.5.3.5规定」 for a binding source, 「按通行做法」 otherwise: the word 「规定」 is kept for what binds. */
export function according(source: Source): Bilingual {
	const place = `${source.doc}${source.clause === '' ? '' : ` ${source.clause}`}`;
	return isBinding(source.level)
		? { zh: `${place}规定`, en: `${place} requires` }
		: { zh: '按通行做法', en: 'By common practice' };
}
