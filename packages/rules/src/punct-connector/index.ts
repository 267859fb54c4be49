import type { Rule } from '@bianxu/model';
import { passages } from '../text/passages.ts';
import { replacement, scanPassages } from '../text/replacement.ts';
import { punct } from '../text/sources.ts';
import { description, title, wrongConnector } from './messages.ts';

/** Number, unit, connector, number, unit. Identifiers are kept out by what may stand before. */
const span =
	/(?<![\dA-Za-z.\-－—/／〔第])(\d{1,6}(?:\.\d{1,4})?)(年|月|日|时|%|％|万|亿)?(-{1,2}|－|–|~|∼)(\d{1,6}(?:\.\d{1,4})?)(年|个月|月|日|时|%|％|万|亿|元|人|名|个|项|户|家|公里|千米|米|亩|吨|岁|倍|天|次|件|套|台|所|度)(?![\d\-－])/g;
const timeUnits = ['年', '月', '日', '时'];

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'punct-connector',
		number: 116,
		group: 'punctuation',
		title,
		description,
		severity: 'warning',
		fix: 'safe',
		source: punct('4.13'),
		needsFormat: false,
	},
	check: (context) => ({
		findings: scanPassages(passages(context), 'text', span, (match, passage) => {
			const [whole, first = '', unit = '', connector = '', second = '', last = ''] = match;
			const start = match.index + first.length + unit.length;
			if (passage.plain.slice(match.index, match.index + whole.length) !== whole) return null;
			const time = timeUnits.includes(last) && (unit === '' || timeUnits.includes(unit));
			// 附件3-1项 and 表2-1个 are numbers with a part.
			if (/(?:附件|附表|表|图|之)$/u.test(passage.text.slice(0, match.index))) return null;
			if (time && last === '年' && (first.length !== 4 || second.length !== 4)) return null;
			const expected = time ? '—' : '～';
			return replacement(
				passage,
				start,
				start + connector.length,
				expected,
				wrongConnector(connector, expected, time),
				'safe',
			);
		}),
	}),
};
