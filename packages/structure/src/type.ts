/** Type of a material: which template holds for it (title words, genre, contents). */

import type { Bilingual, Delivery, RoleClaim, TemplateId } from '@bianxu/model';
import { because } from './line.ts';
import { appointmentActs, appointmentGenres, appointmentWords, dutyWords } from './words.ts';

/** 「工作部门履职情况」「县人民政府依法履职情况」: those who perform the duty are organs. 的 is left out. */
const organsDuty =
	/(?:部门|单位|机关|政府|委员会|办公室|法院|检察院|局|厅)(?:(?:19|20)\d{2}年度?)?(?:依法)?履(?:职|行职责)/;

interface Judged {
	readonly template: TemplateId;
	readonly evidence: readonly Bilingual[];
	readonly unknownType: boolean;
}

function judged(template: TemplateId, zh: string, en: string): Judged {
	return { template, evidence: because(zh, en), unknownType: false };
}

/**
 * The template for a title and genre. A stated one wins. `claims` help where there is no title: entries of appointments, or a
 * duty report's own words in `opening` (the first paragraph of the text). `person` is the reporter's name, '' when none: a
 * report on the 履职情况 of departments or of an organ, by nobody in person, is a work report.
 */
export function templateOf(
	stated: TemplateId | 'auto',
	title: string,
	genre: string,
	claims: readonly RoleClaim[],
	opening: string,
	person: string,
): Judged {
	if (stated !== 'auto') return judged(stated, '由设置指定', 'stated by the settings');
	const plain = title.replaceAll('的', '');
	const duty = dutyWords.find((word) => plain.includes(word));
	const collective = /代表(?:依法)?履职|代表履行/.test(plain) || (person === '' && organsDuty.test(plain));
	if (duty !== undefined && (genre === '报告' || genre === '') && !collective)
		return judged('duty-report', `标题里有“${duty}”`, `the title says ${duty}`);
	const plainly = appointmentWords.find((word) => title.includes(word));
	if (plainly !== undefined && !/(?:任免|任命)[^，]*(?:办法|条例|规定|规则|工作情况|执行情况)/.test(title))
		return judged('appointment', `标题里有“${plainly}”`, `the title says ${plainly}`);
	const act =
		appointmentActs.find((word) => title.includes(word)) ?? (/撤销.{2,60}职务/.test(title) ? '撤销职务' : undefined);
	if (act !== undefined && appointmentGenres.has(genre))
		return judged('appointment', `标题里有“${act}”，文种是${genre}`, `the title says ${act}, the genre is ${genre}`);
	// 「关于……情况」 that begins 「我受市人民政府委托，报告……」 is a report whose title lacks its last word.
	if (
		(genre === '' || genre === '情况') &&
		title !== '' &&
		/^我?受[^。，]{2,20}委托[，,]?[^。]{0,12}(?:报告|汇报)/.test(opening)
	)
		return judged(
			'work-report',
			'标题没有文种，开头说受委托报告',
			'no genre in the title; the opening reports on behalf of an organ',
		);
	if (genre === '报告' || genre === '汇报') return judged('work-report', `文种是${genre}`, `the genre is ${genre}`);
	if (title === '') {
		const entries = claims.filter(({ role }) => role === 'name-entry').length;
		if (entries >= 2) return judged('appointment', '没有标题，但有任免条目', 'no title, but entries of appointments');
		if (/述职如下|依法履职情况(?:报告|汇报)如下/.test(opening))
			return judged('duty-report', '没有标题，开头说述职', 'no title; the opening says it is a duty report');
	}
	return {
		template: 'base',
		evidence:
			genre === ''
				? because('认不出文种，只用共同的规则', 'no genre recognised; only the common rules apply')
				: because(
						`${genre}没有自己的模板，只用共同的规则`,
						`${genre} has no template of its own; only the common rules apply`,
					),
		unknownType: true,
	};
}

interface Spoken {
	readonly caption: string;
	readonly salutation: 'person' | 'organ' | 'none';
	readonly title: string;
	readonly signed: boolean;
	readonly person: boolean;
}

/** Oral or written: 「（书面）」, then the caption, then who is addressed, then a signature with a date. */
export function deliveryOf({ caption, salutation, title, signed, person }: Spoken): Delivery {
	if (/[（(]书面/.test(title) || /书面/.test(caption)) return 'written';
	if (/会议上?[）)]?$|会上[）)]?$/.test(caption) && !/通过|修正/.test(caption)) return 'oral';
	if (salutation === 'person') return 'oral';
	if (salutation === 'organ') return 'written';
	if (signed) return 'written';
	return person && caption !== '' && !/通过/.test(caption) ? 'oral' : 'unknown';
}
