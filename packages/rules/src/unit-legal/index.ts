import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { finding, replacement, scanPassages } from '../text/replacement.ts';
import { description, notLegal, title } from './messages.ts';

const legal: Readonly<Record<string, string>> = {
	公分: '厘米',
	平米: '平方米',
	立米: '立方米',
	公升: '升',
	KM: 'km',
	Km: 'km',
	KG: 'kg',
	Kg: 'kg',
	KW: 'kW',
	Kw: 'kW',
	kw: 'kW',
	KWH: 'kW·h',
	Kwh: 'kW·h',
	kwh: 'kW·h',
	MM: 'mm',
	M2: 'm²',
	M3: 'm³',
};
/** Units whose number changes with the legal one: named, never replaced. */
const converted: Readonly<Record<string, string>> = { 市斤: '千克（1市斤＝0.5千克）', 华里: '千米（1华里＝0.5千米）' };
const unit =
	/(?<=\d|万|亿|千|百|每)(?:公分|平米|立米|公升|市斤|华里|KWH|Kwh|kwh|KM|Km|KG|Kg|KW|Kw|kw|MM|M2|M3)(?![A-Za-z\d])/g;

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'unit-legal',
		number: 128,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'ask',
		source: { level: 'national-standard', doc: 'GB 3100-1993', clause: '' },
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'own', unit, (match, passage) => {
			const end = match.index + match[0].length;
			const other = converted[match[0]];
			if (other !== undefined)
				return finding(passage.block, match.index, end, notLegal(match[0], other), {
					expected: other,
					actual: match[0],
				});
			const expected = legal[match[0]];
			if (expected === undefined) return null;
			return replacement(passage, match.index, end, expected, notLegal(match[0], expected), 'ask');
		}),
	}),
};
