import type { Doc } from '@bianxu/model';

/** What a reader sees of a document: texts, labels and effective formats, without where they stand in the file. */
export function factsOf(doc: Doc, options: { readonly furniture?: boolean } = {}): readonly unknown[] {
	const paragraphs = doc.paragraphs
		.filter(({ where }) => options.furniture !== false || (where !== 'header' && where !== 'footer'))
		.map((paragraph) => {
			const runs: { text: string; format: string; revision: string }[] = [];
			for (const run of paragraph.runs) {
				const entry = {
					text: paragraph.text.slice(run.start, run.end),
					format: JSON.stringify(run.format),
					revision: run.revision ?? '',
				};
				const last = runs.at(-1);
				if (last !== undefined && last.format === entry.format) last.text += entry.text;
				else if (entry.text !== '') runs.push(entry);
			}
			return {
				where: paragraph.where,
				text: paragraph.text,
				label: paragraph.label?.text ?? null,
				format: paragraph.format,
				mark: paragraph.markFormat,
				runs: runs.map(({ text, format }) => [text, format]),
				section: paragraph.section,
				cell: paragraph.cell,
			};
		});
	const sections = doc.sections.map((section) => ({ ...section, source: undefined }));
	const { images, footnotes, endnotes, comments } = doc.counts;
	return [...paragraphs, ...sections, { images, footnotes, endnotes, comments, tables: doc.tables.length }];
}
