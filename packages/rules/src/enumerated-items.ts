import type { Doc, Outline, RoleClaim } from '@bianxu/model';
import { perOutline } from './per-outline.ts';

/** A heading is shorter than this; what is longer is a numbered paragraph. A run-in one is shorter still. */
const LONGEST_HEADING = 40;
const LONGEST_RUN_IN = 25;

/** Papers whose numbered paragraphs are articles or items, whatever their length. */
const GENRES = new Set(['决定', '决议', '议程', '日程', '名单']);

/**
 * Blocks that bear a heading mark and are no headings: the articles of a decision (「一、本市……。」) and the items of an
 * agenda, which follow each other without text between them. They are set as text, in any of the usual faces.
 */
export function enumeratedItems(doc: Doc, outline: Outline): ReadonlySet<number> {
	return itemsOf({ doc, outline });
}

const itemsOf = perOutline(({ doc, outline }): ReadonlySet<number> => {
	const shown = outline.claims.filter((claim) => claim.role !== 'blank' && claim.role !== 'page-furniture');
	const items = new Set<number>();
	let row: RoleClaim[] = [];
	const close = (): void => {
		if (row.length >= 3) for (const claim of row) items.add(claim.block);
		row = [];
	};
	for (const claim of shown) {
		if (claim.role.startsWith('heading-') && GENRES.has(outline.genre)) items.add(claim.block);
		if (claim.runInEnd !== undefined && claim.runInEnd - (claim.mark?.end ?? 0) > LONGEST_RUN_IN)
			items.add(claim.block);
		const text = (doc.paragraphs[claim.block]?.text ?? '').trim();
		if (!claim.role.startsWith('heading-') || claim.runInEnd !== undefined) {
			close();
			continue;
		}
		if (/[。；]$/.test(text) || text.length > LONGEST_HEADING) items.add(claim.block);
		if (row.length > 0 && row[0]?.role !== claim.role) close();
		row.push(claim);
	}
	close();
	return items;
});
