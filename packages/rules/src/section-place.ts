import type { Doc, Section } from '@bianxu/model';

/** Place for a finding about a section: the document as a whole for the first one, else its first paragraph. */
export function firstBlockOfSection(
	doc: Doc,
	section: number,
): { readonly block: number; readonly start: number; readonly end: number } {
	const first =
		section === 0
			? undefined
			: doc.paragraphs.find((paragraph) => paragraph.section === section && paragraph.headerFooter === null);
	return { block: first?.block ?? 0, start: 0, end: first?.text.length ?? 0 };
}

/** Upright sections with their index. Turned pages have turned margins, which the standard states only for tables. */
export function uprightSections(doc: Doc): readonly { readonly section: Section; readonly index: number }[] {
	return doc.sections.flatMap((section, index) => (section.width > section.height ? [] : [{ section, index }]));
}
