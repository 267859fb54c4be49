import type { Doc, RunFormat } from '@bianxu/model';
import { expect, test } from 'vitest';
import { layoutMaterial } from '../src/layout.ts';
import { shownText } from '../src/symbols.ts';
import { materialOf } from './material.ts';
import { linesOf } from './page-text.ts';
import { plainFonts } from './plain-fonts.ts';
import { template } from './template.ts';

/** A paragraph whose last characters are in a symbol font. */
function ticked(text: string, symbols: string, family: string) {
	const { doc, outline } = materialOf([{ role: 'body', text: text + symbols }]);
	const paragraphs = doc.paragraphs.map((paragraph) => {
		const format = paragraph.runs[0]?.format as RunFormat;
		const symbolic = { ...format, ascii: family, hAnsi: family, eastAsia: family };
		const cut = text.length;
		const runs = [
			{ start: 0, end: cut, format, why: {} },
			{ start: cut, end: paragraph.text.length, format: symbolic, why: {} },
		];
		return { ...paragraph, runs };
	});
	const own: Doc = { ...doc, paragraphs };
	return layoutMaterial(own, outline, template, plainFonts());
}

const wordsOf = (laid: ReturnType<typeof ticked>): string =>
	laid.pages
		.flatMap(({ items }) => linesOf(items))
		.flatMap((line) => line.map(({ text }) => text))
		.join('');

test('boxes to tick of Wingdings are printed as what they look like, typed or by code', () => {
	expect(wordsOf(ticked('同意', '\uf0fe', 'Wingdings'))).toBe('同意☑');
	expect(wordsOf(ticked('同意', 'þ不同意o', 'Wingdings'))).toBe('同意☑不同意□');
	expect(wordsOf(ticked('同意', 'R不同意\uf0a3', 'Wingdings 2'))).toBe('同意☑不同意□');
	expect(wordsOf(ticked('系数', 'a=3', 'Symbol'))).toBe('系数α=3');
});

test('places in the text stay where they were', () => {
	const { pages } = ticked('同意', 'þ不同意o', 'Wingdings');
	for (const item of pages.flatMap(({ items }) => items))
		if (item.kind === 'text' && item.offset !== undefined)
			expect(item.offset + item.text.length).toBeLessThanOrEqual('同意þ不同意o'.length);
});

test('a picture without a character refuses the print by name, it is not printed as the letter that was typed', () => {
	const { refusals } = ticked('电话', ')', 'Webdings');
	expect(refusals).toMatchObject([{ code: 'print-symbol', block: 0 }]);
	expect(refusals[0]?.message.zh).toContain('U+F029');
});

test('text in other fonts is itself', () => {
	const format = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } as RunFormat;
	expect(shownText('甲a\uf0fe', { start: 0, end: 3, format })).toBe('甲a\uf0fe');
});
