import { pageCapacity } from '@bianxu/model';
import { describe, expect, it } from 'vitest';
import { read } from './build-docx.ts';

const page = (grid: string): string =>
	`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/>${grid}</w:sectPr>`;
const body = (pPr: string): string =>
	`<w:p><w:pPr>${pPr}</w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>各位组成人员</w:t></w:r></w:p>`;
const NORMAL =
	'<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>';
const GRID = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>';

const cases: readonly (readonly [string, string, string, number | null, number | null, RegExp])[] = [
	['the grid of the standard', GRID, '', 22, 28, /行网格 28.95 磅/],
	['exact lines on a page without a grid', '', '<w:spacing w:line="580" w:lineRule="exact"/>', 22, 27, /固定值 29 磅/],
	['exact lines of 28 pt', GRID, '<w:spacing w:line="560" w:lineRule="exact"/>', 22, 28, /固定值 28 磅/],
	['exact lines of 30 pt', GRID, '<w:spacing w:line="600" w:lineRule="exact"/>', 21, 28, /固定值 30 磅/],
	['a grid of lines only', '<w:docGrid w:type="lines" w:linePitch="579"/>', '', 22, 27, /行网格/],
	[
		'Word’s default grid, too narrow for 16 pt',
		'<w:docGrid w:type="lines" w:linePitch="312"/>',
		'',
		null,
		27,
		/要看字体/,
	],
	['a bare pitch is no grid', '<w:docGrid w:linePitch="579"/>', '', null, 27, /要看字体/],
	['text that does not snap', GRID, '<w:snapToGrid w:val="0"/>', null, 27, /要看字体/],
];

describe('22 lines × 28 cells: yes, no, and why', () => {
	it.each(cases)('%s', (_, grid, pPr, lines, cells, why) => {
		const capacity = pageCapacity(read({ styles: NORMAL, body: body(pPr) + page(grid) }), 0);
		expect([capacity.lines.count, capacity.cells.count]).toEqual([lines, cells]);
		expect(capacity.lines.why.zh).toMatch(why);
		expect(capacity.lines.why.en).not.toMatch(/\p{Script=Han}/u);
	});

	it('says that columns and a missing page leave it open', () => {
		const doc = read({ body: body('') + page('<w:cols w:num="2"/>') });
		expect(pageCapacity(doc, 0).cells.count).toBeNull();
		expect(pageCapacity(doc, 7).lines.count).toBeNull();
	});
});
