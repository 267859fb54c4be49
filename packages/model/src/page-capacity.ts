import type { Doc, Paragraph, Section } from './doc.ts';
import { pointsOfTwips } from './length.ts';
import type { Bilingual } from './source.ts';

/** How many lines a page or characters a line holds, and what decides; null where the file does not determine it. */
export interface Capacity {
	readonly count: number | null;
	readonly why: Bilingual;
}

/** Lines a page and characters a line of one section, for its running text. */
export interface PageCapacity {
	readonly lines: Capacity;
	readonly cells: Capacity;
}

/** Natural height of a line of Chinese type, as a multiple of its size: faces in use lie between 1.0 and 1.4. */
const TALLEST = 1.4;

/** A last line or character that misses by less than this share of itself still fits: 28 cells are 156 mm less 0.01 mm. */
const SLACK = 0.02;

/**
 * What the file says about 22 lines × 28 cells (GB/T 9704-2012, 5.2.3). The lines come from exact spacing, else from the
 * line grid that single-spaced text snaps to (17.6.5, 17.3.1.33); the cells from the character grid, else from the size
 * of the text. The commonest spacing and size of the section's running text decide; tables, notes and headers do not.
 */
export function pageCapacity(doc: Doc, index: number): PageCapacity {
	const section = doc.sections[index];
	if (section === undefined) return { lines: NO_PAGE, cells: NO_PAGE };
	const text = doc.paragraphs.filter(
		(paragraph) => paragraph.where === 'body' && paragraph.section === index && paragraph.text.trim() !== '',
	);
	return { lines: linesOf(section, text), cells: cellsOf(doc, section, text) };
}

const NO_PAGE: Capacity = { count: null, why: { zh: '没有页面设置', en: 'no page set-up' } };

/** The value that most characters have; undefined without text. */
function commonest<T>(text: readonly Paragraph[], value: (paragraph: Paragraph) => T): T | undefined {
	const weights = new Map<T, number>();
	for (const paragraph of text) {
		const key = value(paragraph);
		weights.set(key, (weights.get(key) ?? 0) + paragraph.text.length);
	}
	return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const sizeOf = (paragraph: Paragraph): number => (paragraph.runs[0]?.format ?? paragraph.markFormat).size;

function linesOf(section: Section, text: readonly Paragraph[]): Capacity {
	// A negative margin is fixed, not smaller (17.6.11).
	const height = section.height - Math.abs(section.top) - Math.abs(section.bottom);
	const area = `版心高 ${pointsOfTwips(height)} 磅`;
	const areaEn = `type area ${pointsOfTwips(height)} pt high`;
	const fit = (pitch: number): number => Math.floor(height / pitch + SLACK);
	const spacing = commonest(text, ({ format }) => {
		const snaps = format.snapToGrid && format.line === 240 && format.lineRule === 'auto';
		return format.lineRule === 'exact' ? `exact ${format.line}` : snaps ? 'grid' : 'font';
	});
	const exact = spacing?.startsWith('exact ') === true ? Number(spacing.slice(6)) : 0;
	if (exact > 0) {
		const pitch = pointsOfTwips(exact);
		return {
			count: fit(exact),
			why: { zh: `${area}，行距固定值 ${pitch} 磅`, en: `${areaEn}, lines exactly ${pitch} pt` },
		};
	}
	const { type, linePitch } = section.grid;
	const size = commonest(text, sizeOf) ?? 0;
	const pitch = pointsOfTwips(linePitch);
	if (spacing === 'grid' && type !== 'none' && linePitch > 0) {
		if (size * TALLEST <= pitch) {
			return {
				count: fit(linePitch),
				why: { zh: `${area}，行网格 ${pitch} 磅`, en: `${areaEn}, line grid of ${pitch} pt` },
			};
		}
		return {
			count: null,
			why: {
				zh: `行网格 ${pitch} 磅容不下一行 ${size} 磅的字，一行占几格要看字体`,
				en: `a line of ${size} pt may not fit the line grid of ${pitch} pt; how many rows it takes depends on the font`,
			},
		};
	}
	return {
		count: null,
		why: {
			zh: '行距既不是固定值，也不对齐行网格，要看字体',
			en: 'lines are neither exact nor on a grid: the font decides',
		},
	};
}

function cellsOf(doc: Doc, section: Section, text: readonly Paragraph[]): Capacity {
	const width = section.width - section.left - section.right - section.gutter;
	const area = `版心宽 ${pointsOfTwips(width)} 磅`;
	const areaEn = `type area ${pointsOfTwips(width)} pt wide`;
	if (section.columns > 1) {
		return { count: null, why: { zh: `分 ${section.columns} 栏`, en: `${section.columns} columns` } };
	}
	const fit = (cell: number): number => Math.floor(pointsOfTwips(width) / cell + SLACK);
	const { type, charSpace } = section.grid;
	const snaps = commonest(text, ({ format }) => format.snapToGrid) ?? true;
	if ((type === 'linesAndChars' || type === 'snapToChars') && snaps) {
		const cell = doc.settings.gridBaseSize + charSpace / 4096;
		const shown = cell.toFixed(2);
		return {
			count: cell > 0 ? fit(cell) : null,
			why: { zh: `${area}，字符网格每字 ${shown} 磅`, en: `${areaEn}, character grid of ${shown} pt` },
		};
	}
	const size = commonest(text, sizeOf);
	if (size === undefined) return { count: null, why: { zh: '没有正文', en: 'no running text' } };
	return {
		count: fit(size),
		why: { zh: `${area}，字号 ${size} 磅，没有字符网格`, en: `${areaEn}, ${size} pt type, no character grid` },
	};
}
