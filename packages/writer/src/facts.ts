/** What a reference text takes from the template and the request: place, organs, day, salutation, closing sentence. */

import type { CongressLevel, Template } from '@bianxu/model';
import type { ReferenceLine } from './reference-text.ts';
import { line } from './reference-text.ts';

/** Names and formulas of one reference text. The places and people of the texts are invented. */
export interface Facts {
	/** 「滨江市」. */
	readonly place: string;
	/** How the place speaks of itself: 市, 县, 区, 省, 自治区 …. */
	readonly unit: string;
	/** Head of the people's government: 市长, 县长, 自治区主席 …. */
	readonly head: string;
	/** Departments of the people's government are 厅 in a province and 局 below it. */
	readonly office: '厅' | '局';
	/** 「滨江市人民代表大会常务委员会」. */
	readonly committee: string;
	/** Year of the request's date. */
	readonly year: number;
	/** The request's date, 2026年11月26日 (GB/T 9704-2012 7.3.5.4: Arabic, no leading zero). */
	readonly day: string;
	/** Read aloud (people are addressed, 题注) or only printed (the organ is addressed, 落款 and date). */
	readonly written: boolean;
	readonly template: Template;
}

/** Used when the settings name no place. */
const inventedPlaces: Readonly<Record<CongressLevel, string>> = {
	province: '东江省',
	prefecture: '滨江市',
	county: '清溪县',
};

const ownNames: Readonly<Record<CongressLevel, string>> = { province: '省', prefecture: '市', county: '县' };

/**
 * Facts for a template and a day (YYYY-MM-DD).
 * @throws RangeError for a date of another form: the caller has checked it.
 */
export function factsOf(template: Template, date: string): Facts {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
	if (parts === null) throw new RangeError(`no date of the form YYYY-MM-DD: ${date}`);
	const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
	const place = template.place === '' ? inventedPlaces[template.level] : template.place;
	const unit = /(?:自治区|特别行政区|林区|特区|省|市|州|盟|县|区|旗)$/.exec(place)?.[0] ?? ownNames[template.level];
	return {
		place,
		unit,
		head: unit === '自治区' ? '自治区主席' : `${unit}长`,
		office: unit === '省' || unit === '自治区' ? '厅' : '局',
		committee: `${place}人民代表大会常务委员会`,
		year,
		day: `${year}年${month}月${day}日`,
		// An office whose forms all name a 秘书长 has none for a county's meeting: such a paper addresses the organ.
		written: template.mode === 'written' || (template.mode === 'auto' && spokenForms(template).length === 0),
		template,
	};
}

/** Forms that address persons and fit the level. Organic Law art. 47: a county's standing committee has no 秘书长. */
function spokenForms({ salutations, level }: Template): readonly string[] {
	return salutations
		.map((form) => form.value)
		.filter((value) => !value.includes('{organ}') && (level !== 'county' || !value.includes('秘书长')));
}

/** The organ form for written papers, otherwise the first form that fits the template's level. */
export function salutation({ template, place }: Facts, written: boolean): ReferenceLine {
	if (!written) return line('salutation', spokenForms(template)[0] ?? '主任、各位副主任、各位委员：');
	const form = template.salutations.find(({ value }) => value.includes('{organ}'))?.value ?? '{organ}：';
	return line('salutation', form.replace('{organ}', `${place}人大常委会`));
}

/** The template's closing sentence for a genre (「以上说明，请予审议。」), else the one it proposes first. */
export function closing({ template }: Facts, genre: string): ReferenceLine {
	const values = template.closings.map((sentence) => sentence.value);
	const value = values.find((sentence) => sentence.startsWith(`以上${genre}，`)) ?? values[0];
	return line('closing', value ?? `以上${genre}，请予审议。`);
}

/** 题注: day and session in full, broken before 常务委员会 as long names are (domain.md §2.2 form A). */
export function caption({ day, place }: Facts): ReferenceLine {
	return line('caption', `——${day}在${place}第十七届人民代表大会\n常务委员会第二十三次会议上`);
}

/** 落款 of a paper that is only printed: who and when. */
export function signature(facts: Facts, name: string): readonly ReferenceLine[] {
	return [line('signature', name), line('date', facts.day)];
}
