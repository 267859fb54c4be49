import type { Paragraph, SourceSpan } from '@bianxu/model';

/** A stretch of the file to replace. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/**
 * Stretches of the source that say `text[start, end)` of a paragraph, in order: several when marks stand between them.
 * null when a span may not be changed or is only partly covered (an entity that stands for two units).
 */
export function stretchesOf(paragraph: Paragraph, start: number, end: number): readonly Stretch[] | null {
	const stretches: Stretch[] = [];
	for (const span of paragraph.spans) {
		const from = Math.max(start, span.start);
		const to = Math.min(end, span.end);
		if (from >= to) continue;
		if (!span.editable) return null;
		if (span.verbatim)
			stretches.push({ start: span.source.start + from - span.start, end: span.source.start + to - span.start });
		else if (from === span.start && to === span.end) stretches.push({ start: span.source.start, end: span.source.end });
		else return null;
	}
	return stretches.length === 0 ? null : stretches;
}

/** Place in the source for text inserted at `at`: after the unit before it, so that it takes that unit's format. */
export function insertionPlace(paragraph: Paragraph, at: number): number | null {
	const before = paragraph.spans.find((span) => span.start < at && at <= span.end);
	const after = paragraph.spans.find((span) => span.start === at);
	if (before !== undefined) return before.editable ? placeIn(before, at) : null;
	return after?.editable === true ? after.source.start : null;
}

function placeIn(span: SourceSpan, at: number): number | null {
	if (span.verbatim) return span.source.start + at - span.start;
	return at === span.end ? span.source.end : null;
}
