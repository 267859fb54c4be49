import { type DocumentContext, type Finding, type Rule, type RuleResult } from '@bianxu/model';
import { firstBlockOfSection, uprightSections } from '../section-place.ts';
import { fixTitle, noGrid, wrongCell } from './messages.ts';

/** Widths of a cell in points that set 28 characters in 156 mm (domain.md §1.1). */
const CELL = [15.7, 15.85] as const;
const FIXED_PITCH = 579;

function check({ doc, template }: DocumentContext): RuleResult {
	const { cells, charSpace } = template.page;
	const findings = uprightSections(doc).flatMap(({ section, index }): Finding[] => {
		const { grid } = section;
		const declared = grid.type === 'linesAndChars' || grid.type === 'snapToChars';
		const cell = doc.settings.gridBaseSize + grid.charSpace / 4096;
		if (declared && cell >= CELL[0] && cell <= CELL[1]) return [];
		const actual = declared ? `${cell.toFixed(2)}磅` : '无字符网格';
		// charSpace is added to the size of the default style: what gives 28 cells at 16 pt differs for other bases.
		const wanted = Math.round((16 - doc.settings.gridBaseSize) * 4096) + charSpace.value;
		const pitch = grid.type === 'none' ? FIXED_PITCH : grid.linePitch;
		const { block, start, end } = firstBlockOfSection(doc, index);
		return [
			{
				block,
				start,
				end,
				message: declared
					? wrongCell(index, doc.sections.length, cells.value, actual, cells.source)
					: noGrid(index, doc.sections.length, cells.value, cells.source),
				expected: `每行${cells.value}字`,
				actual,
				source: cells.source,
				severity: 'info',
				fix: {
					title: fixTitle(cells.value),
					safety: 'safe',
					changes: [
						{
							kind: 'format-page',
							section: index,
							page: { grid: { type: 'linesAndChars', linePitch: pitch, charSpace: wanted } },
						},
					],
				},
			},
		];
	});
	return { findings };
}

export const rule: Rule = {
	scope: 'document',
	meta: {
		id: 'page-grid-chars',
		number: 6,
		group: 'page',
		title: { zh: '每行 28 字（字符网格）', en: '28 characters a line (character grid)' },
		description: {
			zh: '一般每行排 28 字。三号字 28 个宽 158 毫米，版心只有 156 毫米，所以要在文档网格里指定每行 28 字，让字距略微压缩。标准说的是「一般」，所以只提示。',
			en: 'A line usually holds 28 characters. 28 characters of 16 pt are 158 mm wide and the type area 156 mm, so a character grid must close them up a little. The standard says “usually”: a remark only.',
		},
		severity: 'info',
		fix: 'safe',
		source: { level: 'national-standard', doc: 'GB/T 9704-2012', clause: '5.2.3' },
		needsFormat: true,
	},
	check,
};
