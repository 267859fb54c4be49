import {
	type Change,
	type Doc,
	fontOf,
	type Paragraph,
	type ParagraphFormat,
	type ParagraphFormatChange,
	type RunFormat,
	type RunFormatChange,
} from '@bianxu/model';

/** A paragraph character by character: slow and plain, to hold lowering against. */
export interface ModelParagraph {
	readonly text: string;
	/** Format of each UTF-16 unit. */
	readonly formats: readonly RunFormat[];
	readonly mark: RunFormat;
	readonly format: ParagraphFormat;
	readonly where: Paragraph['where'];
}

export interface ModelDoc {
	readonly paragraphs: readonly ModelParagraph[];
	readonly pageTop: number;
}

/** The model of what was read. */
export function modelOf(doc: Doc): ModelDoc {
	return {
		paragraphs: doc.paragraphs.map(({ text, runs, markFormat, format, where }) => ({
			text,
			formats: runs.flatMap((run) => Array.from({ length: run.end - run.start }, () => run.format)),
			mark: markFormat,
			format,
			where,
		})),
		pageTop: doc.sections[0]?.top ?? 0,
	};
}

/** The model after one change. @param plain a paragraph without any formatting of its own, for new ones. */
export function applyToModel(model: ModelDoc, change: Change, plain: ModelParagraph): ModelDoc {
	if (change.kind === 'format-page') return { ...model, pageTop: change.page.top ?? model.pageTop };
	if (change.kind === 'page-numbers') return model;
	const paragraphs = model.paragraphs.flatMap((paragraph, block): readonly ModelParagraph[] => {
		if (block !== change.block) return [paragraph];
		switch (change.kind) {
			case 'remove-paragraph':
				return [];
			case 'insert-paragraph': {
				const format = formatted(plain.mark, change.run);
				const added: ModelParagraph = {
					text: change.text,
					formats: Array.from({ length: change.text.length }, () => format),
					mark: format,
					format: paragraphFormatted(plain.format, change.paragraph),
					where: paragraph.where,
				};
				return change.where === 'before' ? [added, paragraph] : [paragraph, added];
			}
			case 'format-paragraph':
				return [{ ...paragraph, format: paragraphFormatted(paragraph.format, change.format) }];
			case 'format-run': {
				const formats = paragraph.formats.map((format, at) =>
					change.start <= at && at < change.end ? formatted(format, change.format) : format,
				);
				return [{ ...paragraph, formats }];
			}
			case 'replace-text': {
				const { start, end, text } = change;
				// New text looks like the first character it replaces; without one, like the character before it.
				const like = paragraph.formats[start < end ? start : Math.max(0, start - 1)] ?? paragraph.mark;
				return [
					{
						...paragraph,
						text: paragraph.text.slice(0, start) + text + paragraph.text.slice(end),
						formats: [
							...paragraph.formats.slice(0, start),
							...Array.from({ length: text.length }, () => like),
							...paragraph.formats.slice(end),
						],
					},
				];
			}
		}
	});
	return { ...model, paragraphs };
}

function formatted(format: RunFormat, { latin, ...rest }: RunFormatChange): RunFormat {
	return { ...format, ...rest, ...(latin === undefined ? {} : { ascii: latin, hAnsi: latin }) };
}

function paragraphFormatted(format: ParagraphFormat, change: ParagraphFormatChange): ParagraphFormat {
	const result: { -readonly [K in keyof ParagraphFormat]: ParagraphFormat[K] } = { ...format, ...change };
	for (const [twips, chars] of [
		['firstLine', 'firstLineChars'],
		['left', 'leftChars'],
		['right', 'rightChars'],
	] as const) {
		if (change[twips] === undefined && change[chars] === undefined) continue;
		const units = change[chars] ?? 0;
		result[chars] = units === 0 ? null : units;
		if (units === 0) result[twips] = change[twips] ?? 0;
	}
	return result;
}

/** The format of a character as far as it shows: one font, and of a blank its width and lines. */
function shown(code: number, format: RunFormat): RunFormat {
	const blank = /\s/.test(String.fromCodePoint(code));
	const font = blank ? '' : fontOf(code, format);
	const lined = format.underline !== 'none' || format.strike;
	const unseen = { bold: false, italic: false, ...(lined ? {} : { color: 'auto' }) };
	return { ...format, ascii: font, hAnsi: font, eastAsia: font, ...(blank ? unseen : {}) };
}

/**
 * What is compared: texts, formats of every character, paragraph formats with character units instead of the twips that
 * follow from them, the page. With `looks` only what can be seen: no marks, and of the fonts only those in use.
 */
export function modelFacts({ paragraphs, pageTop }: ModelDoc, looks = false): readonly unknown[] {
	return [
		...paragraphs.map(({ text, formats, mark, format, where }) => {
			const units = { ...format } as Record<string, unknown>;
			for (const key of ['firstLine', 'left', 'right'] as const) {
				if (format[`${key}Chars`] !== null) units[key] = 'in characters';
			}
			if (looks && text === '')
				for (const key of ['alignment', 'firstLine', 'firstLineChars', 'left', 'leftChars', 'right', 'rightChars'])
					delete units[key];
			if (!looks) return { text, formats, where, format: units, mark };
			const seen = formats.map((each, at) => shown(text.codePointAt(at) ?? 0, each));
			return { text, formats: seen, where, format: units };
		}),
		pageTop,
	];
}
