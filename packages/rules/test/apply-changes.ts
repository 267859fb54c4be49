/** Applies Changes to a plain Doc, as the languages' `lower` does to files: the tests' view of what a fix leaves. */
import {
	type AttachmentEntry,
	type Change,
	type Paragraph,
	type ParagraphFormat,
	type Run,
	type RunFormat,
	type RunFormatChange,
} from '@bianxu/model';
import { exampleDocument, type ExampleDocument, rereadHeadings } from './build-example.ts';

/** Document after the changes. New paragraphs take the role that `roleOf` gives; blocks are counted anew. */
export function applyChanges(before: ExampleDocument, changes: readonly Change[]): ExampleDocument {
	const doc = before.doc;
	const sections = doc.sections.map((section, index) => {
		const page = Object.assign(
			{},
			...changes.flatMap((change) => (change.kind === 'format-page' && change.section === index ? [change.page] : [])),
		);
		return { ...section, ...page };
	});
	const kept: { readonly paragraph: Paragraph; readonly claim: number }[] = [];
	for (const paragraph of doc.paragraphs) {
		const own = changes.filter((change) => 'block' in change && change.block === paragraph.block);
		const inserted = (where: 'before' | 'after'): void => {
			for (const change of own) {
				if (change.kind !== 'insert-paragraph' || change.where !== where) continue;
				const format = { ...paragraph.markFormat, ...runValues(change.run) };
				kept.push({
					paragraph: {
						...paragraph,
						text: change.text,
						label: null,
						format: paragraphValues(paragraph, change.paragraph),
						runs: change.text === '' ? [] : [{ start: 0, end: change.text.length, format, why: {} }],
						markFormat: format,
						fields: [],
						breaks: [],
					},
					claim: -1,
				});
			}
		};
		inserted('before');
		if (!own.some((change) => change.kind === 'remove-paragraph'))
			kept.push({ paragraph: changed(paragraph, own), claim: paragraph.block });
		inserted('after');
	}
	const numbers = changes.find((change) => change.kind === 'page-numbers');
	const body = numbers === undefined ? kept : kept.filter(({ paragraph }) => paragraph.where !== 'footer');
	const paragraphs = body.map(({ paragraph }, block) => ({ ...paragraph, block }));
	const claims = body.map(({ paragraph, claim }, block) => {
		const old = before.outline.claims[claim];
		return {
			...(old ?? {
				role: paragraph.text.trim() === '' ? ('blank' as const) : ('body' as const),
				evidence: [],
				confidence: 1,
			}),
			block,
		};
	});
	/** What an attachment entry says after the changes: its title may have been replaced, its block moved. */
	const reread = (entry: AttachmentEntry): AttachmentEntry => {
		const at = body.findIndex(({ claim }) => claim === entry.block);
		const old = doc.paragraphs[entry.block]?.text ?? '';
		const edit = changes.find(
			(change) =>
				change.kind === 'replace-text' &&
				change.block === entry.block &&
				old.slice(change.start, change.end) === entry.title,
		);
		return {
			...entry,
			block: at < 0 ? entry.block : at,
			title: edit?.kind === 'replace-text' ? edit.text : entry.title,
		};
	};
	let settings = doc.settings;
	if (numbers !== undefined) {
		const standard = exampleDocument({ kind: 'good', title: '', paragraphs: [], page: { sections: sections.length } });
		settings = { ...settings, evenAndOddHeaders: true };
		for (const footer of standard.doc.paragraphs) {
			const block = paragraphs.length;
			const runs = footer.runs.map((run) => ({
				...run,
				format: { ...run.format, eastAsia: numbers.font, ascii: numbers.font, hAnsi: numbers.font, size: numbers.size },
			}));
			paragraphs.push({ ...footer, block, runs });
			claims.push({ block, role: 'page-furniture', evidence: [], confidence: 1 });
		}
	}
	const after = { ...doc, sections, paragraphs, settings };
	return {
		doc: after,
		outline: {
			...before.outline,
			...rereadHeadings(claims, after),
			listedAttachments: before.outline.listedAttachments.map(reread),
			presentAttachments: before.outline.presentAttachments.map(reread),
		},
	};
}

function runValues(change: RunFormatChange): Partial<RunFormat> {
	const { latin, ...rest } = change;
	return latin === undefined ? rest : { ...rest, ascii: latin, hAnsi: latin };
}

function paragraphValues(paragraph: Paragraph, change: Partial<ParagraphFormat>): ParagraphFormat {
	const size = paragraph.markFormat.size - 849 / 4096;
	const chars = (value: number | null | undefined): number | undefined =>
		value === undefined || value === null ? undefined : Math.round((value / 100) * size * 20);
	const derived: Partial<Record<'firstLine' | 'left' | 'right', number>> = {};
	const first = chars(change.firstLineChars);
	const left = chars(change.leftChars);
	const right = chars(change.rightChars);
	if (first !== undefined) derived.firstLine = first;
	if (left !== undefined) derived.left = left;
	if (right !== undefined) derived.right = right;
	return { ...paragraph.format, ...change, ...derived };
}

function changed(paragraph: Paragraph, changes: readonly Change[]): Paragraph {
	let result = paragraph;
	for (const change of changes) {
		if (change.kind === 'format-paragraph') result = { ...result, format: paragraphValues(result, change.format) };
		if (change.kind === 'format-run')
			result = {
				...result,
				runs: result.runs.flatMap((run) => cut(run, change.start, change.end, change.format)),
				markFormat:
					change.end >= paragraph.text.length
						? { ...result.markFormat, ...runValues(change.format) }
						: result.markFormat,
			};
	}
	const edits = changes.filter((change) => change.kind === 'replace-text').sort((a, b) => b.start - a.start);
	for (const edit of edits) result = replaced(result, edit.start, edit.end, edit.text);
	return result;
}

function cut(run: Run, start: number, end: number, format: RunFormatChange): readonly Run[] {
	const from = Math.max(run.start, start);
	const to = Math.min(run.end, end);
	if (from >= to) return [run];
	return [
		{ ...run, end: from },
		{ ...run, start: from, end: to, format: { ...run.format, ...runValues(format) } },
		{ ...run, start: to },
	].filter((piece) => piece.end > piece.start);
}

/** Replaced text takes the format of the run in which it starts. */
function replaced(paragraph: Paragraph, start: number, end: number, text: string): Paragraph {
	const shift = text.length - (end - start);
	const move = (offset: number): number =>
		offset <= start ? offset : offset >= end ? offset + shift : start + text.length;
	const runs = paragraph.runs.map((run, index) => ({
		...run,
		start: index === 0 ? 0 : move(run.start),
		end: move(run.end),
	}));
	const host = runs.findIndex((run) => run.start <= start && start <= run.end);
	const covering = runs.map((run, index) => ({
		...run,
		start: index > host && run.start < start + text.length ? Math.min(run.end, start + text.length) : run.start,
		end: index === host ? Math.max(run.end, start + text.length) : run.end,
	}));
	const newText = paragraph.text.slice(0, start) + text + paragraph.text.slice(end);
	const fields = paragraph.fields.map((field) => ({ ...field, start: move(field.start), end: move(field.end) }));
	return {
		...paragraph,
		text: newText,
		runs: covering.filter((run) => run.end > run.start),
		fields,
		format: paragraph.format,
	};
}
