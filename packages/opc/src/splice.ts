import { applyTextEdits, type TextEdit } from '@bianxu/model';

/**
 * Applies the edits of one part to its text; ranges are UTF-16 offsets into `text`. Everything outside the ranges stays
 * as it is, unit by unit.
 * @throws RangeError when a range leaves the text, two edits overlap, or the edits name two parts: a defect of the
 * caller, never of the document.
 */
export function splicePart(text: string, edits: readonly TextEdit[]): string {
	const part = edits[0]?.range.part;
	const stray = edits.find((edit) => edit.range.part !== part);
	if (stray !== undefined) throw new RangeError(`edits of ${part} and ${stray.range.part} in one splice`);
	if (edits.some((edit) => !(edit.range.start >= 0))) throw new RangeError(`edit before the start of ${part}`);
	return applyTextEdits(
		text,
		edits.map((edit) => ({ start: edit.range.start, end: edit.range.end, text: edit.text })),
	);
}
