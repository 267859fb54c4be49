import type { Bilingual, Doc, Drawing, ObjectKind, Paragraph, PictureDrawing, Problem } from '@bianxu/model';
import type { PrintImage, Unreadable } from './raster.ts';
import { hasSymbolFont, shownText } from './symbols.ts';

/** Answers what a picture's target holds; null when it is not there. */
export type Media = (target: string) => PrintImage | Unreadable | null;

/** No pictures at hand: each is refused. */
export const NO_MEDIA: Media = () => null;

const OBJECTS: Readonly<Partial<Record<ObjectKind, Bilingual>>> = {
	image: { zh: '图片', en: 'an image' },
	shape: { zh: '图形', en: 'a shape' },
	equation: { zh: '公式', en: 'an equation' },
	embedded: { zh: '嵌入对象', en: 'an embedded object' },
	chart: { zh: '图表', en: 'a chart' },
	'note-reference': { zh: '脚注或尾注', en: 'a footnote or endnote' },
};

const DRAWINGS: Readonly<Record<Exclude<Drawing['kind'], 'picture' | 'box' | 'line'>, Bilingual>> = {
	chart: { zh: '图表（没有附带图片）', en: 'a chart without a picture of itself' },
	diagram: { zh: 'SmartArt 图形', en: 'a SmartArt diagram' },
	embedded: { zh: '嵌入对象（没有附带图片）', en: 'an embedded object without a picture of itself' },
	shape: { zh: '自绘图形', en: 'a drawn shape' },
	group: { zh: '组合图形', en: 'a group of shapes' },
};

const UNREADABLE: Readonly<Record<Unreadable['unreadable'], Bilingual>> = {
	emf: { zh: 'EMF 图片', en: 'an EMF picture' },
	wmf: { zh: 'WMF 图片', en: 'a WMF picture' },
	tiff: { zh: 'TIFF 图片', en: 'a TIFF picture' },
	bmp: { zh: 'BMP 图片', en: 'a BMP picture' },
	gif: { zh: 'GIF 图片', en: 'a GIF picture' },
	webp: { zh: 'WebP 图片', en: 'a WebP picture' },
	svg: { zh: 'SVG 图片', en: 'an SVG picture' },
	unknown: { zh: '格式不明的图片', en: 'a picture of an unknown format' },
	damaged: { zh: '损坏的图片', en: 'a damaged picture' },
	huge: { zh: '像素过多的图片', en: 'a picture of too many pixels' },
};

/** The image that is printed for a picture: its own, else the one that the file brings in its place; null when neither can be. */
export function printable(drawing: PictureDrawing, media: Media): PrintImage | null {
	for (const target of [drawing.target, drawing.fallback ?? null]) {
		const image = target === null ? null : media(target);
		if (image !== null && !('unreadable' in image)) return image;
	}
	return null;
}

/** Why a drawing cannot be set; null when it can. */
function unsettableDrawing(drawing: Drawing, media: Media): { readonly code: string; readonly what: Bilingual } | null {
	switch (drawing.kind) {
		case 'box':
		case 'line':
			return null;
		case 'picture': {
			if (drawing.target === null)
				return { code: 'print-image', what: { zh: '不在文件里的图片', en: 'a picture that is not in the file' } };
			if (printable(drawing, media) !== null) return null;
			const image = media(drawing.target);
			if (image === null)
				return { code: 'print-image', what: { zh: '找不到的图片', en: 'a picture that cannot be found' } };
			return 'unreadable' in image ? { code: 'print-image', what: UNREADABLE[image.unreadable] } : null;
		}
		default:
			return { code: `print-${drawing.kind}`, what: DRAWINGS[drawing.kind] };
	}
}

/** Code of the first picture of a symbol font that no character stands for; null without any. Other faces draw something else there. */
function symbolIn({ runs, text }: Paragraph): string | null {
	for (const run of runs) {
		if (run.format.hidden || !hasSymbolFont(run.format)) continue;
		const found = /[\uf020-\uf0ff]/.exec(shownText(text, run))?.[0];
		if (found !== undefined) return `U+${found.charCodeAt(0).toString(16).toUpperCase()}`;
	}
	return null;
}

/** Objects of a paragraph that its drawings and note marks do not tell more about. */
function plainObjects(paragraph: Paragraph): ReadonlySet<ObjectKind> {
	const told = new Set<ObjectKind>(paragraph.notes === undefined ? [] : ['note-reference']);
	if (paragraph.drawings !== undefined) for (const kind of DRAWN) told.add(kind);
	return new Set(paragraph.objects.filter((object) => !told.has(object)));
}

const DRAWN: readonly ObjectKind[] = ['image', 'shape', 'embedded', 'chart'];

/** First words of a paragraph, for a clerk who looks for the place. */
export function placeOf(paragraph: Paragraph): string {
	const text = paragraph.text.trim();
	return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}

/**
 * What this printer cannot set, by name and place. A material with any of it is refused as a whole: a print must never
 * be without something that the paper has.
 */
export function unsettable(doc: Doc, media: Media): readonly Problem[] {
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
		// Page furniture is the standard's: what stands there is not set, and `leftOut` says so.
		if (paragraph.where === 'header' || paragraph.where === 'footer') continue;
		const picture = symbolIn(paragraph);
		if (picture !== null)
			refuse('print-symbol', paragraph, {
				zh: `符号字体（如 Wingdings）里没有对应字符的图形符号 ${picture}`,
				en: `${picture}, a picture of a symbol font that is no character`,
			});
		for (const object of plainObjects(paragraph)) {
			const what = OBJECTS[object];
			if (what !== undefined) refuse(`print-${object}`, paragraph, what);
		}
		const seen = new Set<string>();
		for (const drawing of paragraph.drawings ?? []) {
			const reason = unsettableDrawing(drawing, media);
			if (reason === null || seen.has(reason.what.zh)) continue;
			seen.add(reason.what.zh);
			refuse(reason.code, paragraph, reason.what);
		}
		const note = paragraph.where === 'footnote' || paragraph.where === 'endnote';
		if (note && (paragraph.cell !== null || (paragraph.drawings?.length ?? 0) > 0))
			refuse('print-note', paragraph, { zh: '注文里的表格或图片', en: 'a table or picture in a note' });
		else if (note && paragraph.note === undefined && paragraph.text.trim() !== '')
			refuse('print-note', paragraph, { zh: '脚注或尾注文字', en: 'text of a footnote or endnote' });
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
			if (shown && paragraph.drawings !== undefined) {
				notes.push({
					code: 'print-furniture-picture',
					block,
					message: {
						zh: '页眉页脚里的图片、图形或水印不印：页眉页脚由程序按标准编排',
						en: "pictures, shapes and watermarks of headers and footers are not printed: page furniture is the standard's",
					},
				});
			}
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
			continue;
		}
		const enclosed = paragraph.cell !== null || paragraph.where === 'textbox';
		if (enclosed && paragraph.drawings?.some(({ kind }) => kind === 'line') === true) {
			notes.push({
				code: 'print-line',
				block,
				message: {
					zh: `第 ${block} 段的单元格或文本框里画的直线不印`,
					en: `a line drawn in the cell or text box of paragraph ${block} is not printed`,
				},
			});
		}
		if (paragraph.runs.some((run) => run.format.hidden && run.end > run.start)) {
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
