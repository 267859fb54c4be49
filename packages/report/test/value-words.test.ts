import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/src/index.ts';
import { documentOf, type Judged, judgeExample } from '../../rules/test/judge-example.ts';
import { resolveTemplate } from '../../config/src/index.ts';
import { englishValue, saidIn } from '../src/value-words.ts';
import { examplesOf } from '../../rules/src/examples.ts';

/** Names of typefaces and of sizes stay: they are what the menus of Word say. */
const template = resolveTemplate('base');
const NAMES = new RegExp(
	[
		...Object.values(template.fonts).flatMap(({ accept, tolerate }) => [...accept, ...tolerate]),
		'微软雅黑',
		'汉仪小标宋简',
		'等线',
		'宋体',
		'仿宋',
		'[（(](?:初号|小初|[小一二三四五六七八]{1,2}号?)[）)]',
		'见附件\\d*',
	]
		.sort((a, b) => b.length - a.length)
		.join('|'),
	'g',
);

/** Every value that an example yields, by rule, with the words that it may quote. */
const found = rules.flatMap((rule) =>
	examplesOf(rule).flatMap((example) => {
		const quoted =
			example.markdown === undefined && example.paragraphs === undefined
				? ''
				: documentOf(example)
						.doc.paragraphs.map(({ text }) => text)
						.join('\n');
		return judgeExample(rule, example).map((judged): Judged & { readonly quoted: string } => ({ ...judged, quoted }));
	}),
);

describe('values in English', () => {
	it('are those of at least a hundred rules', () => {
		expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThan(100);
	});

	it('hold no Chinese but names of faces and sizes, and words of the paper', () => {
		const left = found.flatMap(({ rule, expected, actual, quoted }) =>
			[expected, actual].flatMap((value) => {
				if (value === null || value === undefined || quoted.includes(value)) return [];
				const english = englishValue(rule, value);
				if (english === value && QUOTING.has(rule)) return [];
				return /\p{Script=Han}/u.test(english.replaceAll(NAMES, '')) ? [`${rule}: ${value} → ${english}`] : [];
			}),
		);
		expect([...new Set(left)]).toEqual([]);
	});

	it.each([
		['size-body-3hao', '四号（14磅）、小三（15磅）', '14 pt (四号), 15 pt (小三)'],
		['indent-first-line-2', '首行2.5字、左缩进-0.7字', 'first line 2.5 characters, left indent -0.7 characters'],
		['indent-first-line-2', '空格1字加缩进2字', 'blanks of 1 characters and an indent of 2'],
		['spacing-line', '固定值28—29磅', 'exactly 28–29 pt'],
		['page-type-area', '超出左边 4.0 毫米', 'beyond the left edge by 4.0 mm'],
		['attachment-title-line3', '第三行', 'line 3'],
		['print-page-missing', '第 3—4 页', 'pages 3–4'],
		['page-number-font', '四号（14磅） 仿宋_GB2312', '14 pt (四号) 仿宋_GB2312'],
		['xref-page-fragile', '第3页', '第3页'],
		['typo-confusable', '其它', '其它'],
	])('%s: %s is %s', (rule, value, english) => {
		expect(englishValue(rule, value)).toBe(english);
	});

	it('stand in the English message too, and leave the Chinese finding alone', () => {
		const own = {
			rule: 'size-body-3hao',
			message: { zh: '正文的字号是四号（14磅）', en: 'The body text has the size 四号（14磅）' },
			expected: '三号（16磅）',
			actual: '四号（14磅）',
			fix: { title: { zh: '字号改为三号（16磅）', en: 'Set the size to 三号（16磅）' }, safety: 'safe', changes: [] },
		} as const;
		expect(saidIn(own, 'en')).toEqual({
			...own,
			message: { ...own.message, en: 'The body text has the size 14 pt (四号)' },
			expected: '16 pt (三号)',
			actual: '14 pt (四号)',
			fix: { ...own.fix, title: { ...own.fix.title, en: 'Set the size to 16 pt (三号)' } },
		});
		expect(saidIn(own, 'zh')).toBe(own);
	});
});

/** Rules whose required value is a wording: what should stand in the paper, or the name of the part that is missing. */
const QUOTING: ReadonlySet<string> = new Set([
	'attachment-label-form',
	'attachment-ref-resolves',
	'date-arabic-full',
	'date-valid-weekday',
	'dr-one-person',
	'dr-part-integrity',
	'dr-part-law',
	'dr-part-npc-supervision',
	'dr-part-plan',
	'dr-part-shortcomings',
	'draft-metadata',
	'figure-caption-form',
	'heading-mark-form',
	'heading-number-sequence',
	'heading-runin-period',
	'inline-series-complete',
	'npcsc-vs-npc',
	'num-percent-sum',
	'num-range-units',
	'packet-date-same',
	'packet-mark-form-same',
	'packet-number-unique',
	'packet-session-same',
	'pr-appoint-form',
	'pr-group-by-proposer',
	'pr-name-order-strokes',
	'pr-name-spacing',
	'pr-post-fullname',
	'pr-remove-form',
	'pr-verb-by-organ',
	'print-text',
	'punct-docnumber-bracket',
	'salutation-mode-agrees',
	'salutation-secretary-general-level',
	'session-name-form',
	'space-between-han',
	'space-han-latin',
	'table-caption-form',
	'table-number-sequence',
	'table-unit-note',
	'term-jie-typo',
	'typo-confusable',
	'unit-legal',
	'wr-caption-form',
	'wr-caption-present',
	'wr-closing-form',
	'wr-next-steps-section',
	'wr-no-request-genre',
	'wr-problems-section',
	'wr-request-present',
	'wr-salutation-form',
	'xref-self-genre',
	'year-four-digits',
	'yifu-yiwei-liangyuan',
]);
