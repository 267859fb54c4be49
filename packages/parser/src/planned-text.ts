import { applyTextEdits, type Change, type Doc } from '@bianxu/model';

/**
 * Texts of a document's paragraphs after changes, in order: what a written file must read back as. Format, page and
 * page-number changes leave texts alone.
 */
export function plannedTexts(doc: Doc, changes: readonly Change[]): readonly string[] {
	const byBlock = new Map<number, Change[]>();
	for (const change of changes) {
		if (!('block' in change)) continue;
		const list = byBlock.get(change.block);
		if (list === undefined) byBlock.set(change.block, [change]);
		else list.push(change);
	}
	return doc.paragraphs.flatMap((paragraph) => {
		const here = byBlock.get(paragraph.block);
		if (here === undefined) return [paragraph.text];
		const inserted = here.filter((change) => change.kind === 'insert-paragraph');
		const edits = here.filter((change) => change.kind === 'replace-text');
		const kept = here.some((change) => change.kind === 'remove-paragraph')
			? []
			: [applyTextEdits(paragraph.text, edits)];
		return [
			...inserted.filter((change) => change.where === 'before').map((change) => change.text),
			...kept,
			...inserted.filter((change) => change.where === 'after').map((change) => change.text),
		];
	});
}
