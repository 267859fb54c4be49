import type { Doc, Paragraph, ParagraphFormat, Role } from '@bianxu/model';

/** Text that runs over many lines, whose line pitch makes the page: not titles, not tables. */
export const RUNNING: readonly Role[] = [
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'closing',
	'salutation',
];

/** Single spacing that snaps to a line grid where one is switched on. Exact lines do not snap (ooxml.md §1.5). */
export function snaps({ snapToGrid, lineRule, line }: ParagraphFormat): boolean {
	return snapToGrid && lineRule === 'auto' && line === 240;
}

/** True when a paragraph's lines fall on the section's line grid. */
export function onGrid(doc: Doc, paragraph: Paragraph): boolean {
	const grid = doc.sections[paragraph.section]?.grid;
	return grid !== undefined && grid.type !== 'none' && snaps(paragraph.format);
}
