import type { Doc, DocumentContext, Paragraph, Role } from '@bianxu/model';
import { roleStretches } from './role-style.ts';

const RUNNING: readonly Role[] = [
	'body',
	'heading-1',
	'heading-2',
	'heading-3',
	'heading-4',
	'dash-item',
	'closing',
	'salutation',
];

/** Body paragraphs whose line pitch makes the page: text that runs over many lines, not titles or tables. */
export function runningText(context: Pick<DocumentContext, 'doc' | 'outline' | 'template'>): readonly Paragraph[] {
	return [...new Set(roleStretches(context, RUNNING).map((stretch) => stretch.paragraph))];
}

/**
 * True when a paragraph's lines fall on the section's line grid: single spacing, snapped, with the grid switched on.
 * Exact lines do not snap (ooxml.md §1.5).
 */
export function onGrid(doc: Doc, paragraph: Paragraph): boolean {
	const { format } = paragraph;
	const grid = doc.sections[paragraph.section]?.grid;
	return (
		grid !== undefined && grid.type !== 'none' && format.snapToGrid && format.lineRule === 'auto' && format.line === 240
	);
}
