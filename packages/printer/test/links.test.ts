import { expect, test } from 'vitest';
import { composePrint } from '../src/compose.ts';
import { layoutMaterial } from '../src/layout.ts';
import { linksBetween } from '../src/links.ts';
import { materialOf, type Part } from './material.ts';
import { plainFonts } from './plain-fonts.ts';
import { template } from './template.ts';

const HAN = '市人民政府认真落实市委决策部署和市人大常委会审议意见';

function print(materials: readonly (readonly Part[])[]) {
	const fonts = plainFonts();
	const parts = materials.map((material, index) => {
		const { doc, outline } = materialOf(material);
		const laid = layoutMaterial(doc, outline, template, fonts);
		return { material: `m${index + 1}`, label: '', title: '', laid, headings: new Map() };
	});
	return composePrint(parts, template, fonts, { contents: false, numbering: 'material', recto: true, marked: false });
}

test('a mention is a rectangle on each line that it stands in and leads to the paper or the place named', () => {
	const text = `${HAN}，指标见表1。${HAN}`;
	const composed = print([
		[
			{ role: 'body', text },
			...Array.from({ length: 30 }, (): Part => ({ role: 'body', text: HAN })),
			{ role: 'table-caption', text: '表1　主要指标' },
		],
		[{ role: 'body', text: HAN }],
	]);
	const at = text.indexOf('表1');
	const links = linksBetween(composed, [
		{ part: 0, block: 0, start: at, end: at + 2, to: { part: 0, block: 31 } },
		// Over a line end: 28 cells with an indent of two hold 26 characters.
		{ part: 0, block: 0, start: 20, end: 28, to: { part: 1, block: null } },
		{ part: 0, block: 0, start: 0, end: 1, to: { part: 0, block: 99 } },
	]);
	const [one, ...two] = [...links].sort((a, b) => a.target.page - b.target.page);
	const page = composed.frames[0];
	const item = page?.items.find((each) => each.kind === 'text' && each.text.includes('表'));
	if (item?.kind !== 'text') throw new Error('no text');
	const before = item.advances.slice(0, [...item.text].indexOf('表')).reduce((sum, advance) => sum + advance, 0);
	expect(one).toMatchObject({
		page: 0,
		target: {
			page: composed.frames.findIndex(({ items }) =>
				items.some((each) => each.kind === 'text' && each.text.includes('主要指标')),
			),
		},
	});
	expect(one?.x).toBeCloseTo(item.x + before, 3);
	expect(one?.target.page).toBeGreaterThan(0);
	expect(two.length).toBe(2);
	expect(two.map(({ target }) => target)).toEqual([0, 0].map(() => ({ page: composed.parts[1]?.first, y: 0 })));
	expect((two[1]?.y ?? 0) - (two[0]?.y ?? 0)).toBeGreaterThan(20);
});
