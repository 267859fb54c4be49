import type { Bilingual, Doc, ObjectKind, Outline, Paragraph, Problem } from '@bianxu/model';

const OBJECTS: Readonly<Partial<Record<ObjectKind, Bilingual>>> = {
	image: { zh: '图片', en: 'an image' },
	shape: { zh: '图形或文本框', en: 'a shape or text box' },
	equation: { zh: '公式', en: 'an equation' },
	embedded: { zh: '嵌入对象', en: 'an embedded object' },
	chart: { zh: '图表', en: 'a chart' },
	'note-reference': { zh: '脚注或尾注', en: 'a footnote or endnote' },
};

/** First words of a paragraph, for a clerk who looks for the place. */
export function placeOf(paragraph: Paragraph): string {
	const text = paragraph.text.trim();
	return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}

/**
 * What this printer cannot set, by name and place. A material with any of it is refused as a whole: a print must never
 * be without something that the paper has.
 */
export function unsettable(doc: Doc, outline: Outline): readonly Problem[] {
	const problems: Problem[] = [];
	const refuse = (code: string, paragraph: Paragraph, what: Bilingual): void => {
		const words = placeOf(paragraph);
		const zh = words === '' ? `第 ${paragraph.block} 段` : `第 ${paragraph.block} 段「${words}」`;
		const en = words === '' ? `paragraph ${paragraph.block}` : `paragraph ${paragraph.block} (${words})`;
		problems.push({
			code,
			block: paragraph.block,
			message: {
				zh: `${zh}有${what.zh}，本程序还不能排印；请用 Word 或 WPS 打印这一份`,
				en: `${en} has ${what.en}, which cannot be set yet; print this paper from Word or WPS`,
			},
		});
	};
	for (const paragraph of doc.paragraphs) {
		for (const object of new Set(paragraph.objects)) {
			const what = OBJECTS[object];
			if (what !== undefined) refuse(`print-${object}`, paragraph, what);
		}
		if (paragraph.where === 'textbox' && paragraph.text.trim() !== '')
			refuse('print-textbox', paragraph, { zh: '文本框文字', en: 'text of a text box' });
		if ((paragraph.where === 'footnote' || paragraph.where === 'endnote') && paragraph.text.trim() !== '') {
			refuse('print-note', paragraph, { zh: '脚注或尾注文字', en: 'text of a footnote or endnote' });
		}
		const role = outline.claims[paragraph.block]?.role;
		if (role === 'toc')
			refuse('print-toc', paragraph, {
				zh: '文内目录（页码会与印件不符）',
				en: 'a table of contents of its own, whose page numbers would be wrong',
			});
	}
	for (const table of doc.tables) {
		const first = doc.paragraphs[table.firstBlock];
		if (table.parent !== null && first !== undefined)
			refuse('print-nested-table', first, { zh: '表中表', en: 'a table within a table' });
	}
	return problems;
}

/** Headers and footers beyond page numbers, and hidden text: not printed, and said. */
export function leftOut(doc: Doc): readonly Problem[] {
	const notes: Problem[] = [];
	for (const paragraph of doc.paragraphs) {
		const { block } = paragraph;
		if (paragraph.where === 'header' || paragraph.where === 'footer') {
			const shown = paragraph.headerFooter?.shown !== false;
			if (
				shown &&
				/[^\s\d—－\-–第页共/]/.test(paragraph.text) &&
				!paragraph.fields.some((field) => field.name === 'PAGE')
			) {
				notes.push({
					code: 'print-furniture',
					block,
					message: {
						zh: `页眉页脚文字「${placeOf(paragraph)}」不印：页码由程序按标准编排`,
						en: `header or footer text (${placeOf(paragraph)}) is not printed: page furniture is the standard's`,
					},
				});
			}
		} else if (paragraph.runs.some((run) => run.format.hidden && run.end > run.start)) {
			notes.push({
				code: 'print-hidden',
				block,
				message: {
					zh: `第 ${block} 段有隐藏文字，不印`,
					en: `paragraph ${block} has hidden text, which is not printed`,
				},
			});
		}
	}
	return notes;
}
