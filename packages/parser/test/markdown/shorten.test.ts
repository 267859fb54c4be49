import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../src/markdown/shorten.ts';
import { parseMarkdown, parseWhole } from '../../src/markdown/syntax.ts';

const han = '滨江市人民代表大会常务委员会第二十三次会议，听取和审议了市人民政府关于学前教育事业发展情况的报告。';

/** A tree without columns, which nobody reads and which count in the short text. */
function bare(tree: unknown): unknown {
	return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'column' ? undefined : value)));
}

const piece = fc.oneof(
	fc.nat({ max: han.length - 1 }).map((from) => han.slice(from)),
	fc.constantFrom(...'*_~#>|-+=.:!`<>[]()&\\@1 \t\n\r'),
	fc.constantFrom(
		'\n\n',
		'**',
		'~~',
		'——',
		'# ',
		'- ',
		'1. ',
		'    ',
		'\u3000\u3000',
		'  \n',
		'\r\n',
		'---\n',
		'| a | b |\n|---|---|\n',
	),
	fc.constantFrom(
		'[^1]',
		'[^1]: ',
		'](',
		']: ',
		'<!-- ',
		' -->',
		'```\n',
		'~~~\n',
		'&amp;',
		'https://',
		'www.a.cn',
		'“',
		'𠮷',
		'\ufeff',
		'\uf8ff',
	),
);

describe('shorten', () => {
	it('takes nothing from the tree that remark builds', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
				const text = pieces.join('');
				expect(bare(parseMarkdown(text))).toEqual(bare(parseWhole(text)));
			}),
			{ numRuns: 400 },
		);
	});

	it('shortens plain text and leaves delicate lines alone', () => {
		const short = shorten(`# ${han}\n\n${han}<br>\n`);
		expect(short?.cuts).toHaveLength(1);
		expect(short?.text.length).toBe(2 + 5 + 2 + han.length + 5);
		expect(shorten(`${han}[甲](乙)\n`)).toBeNull();
		expect(shorten(`${han}\uf8ff`)).toBeNull();
		expect(shorten('短。')).toBeNull();
	});
});
