/** Lines that belong to tables and figures: captions and notes of units. */

import type { Doc, RoleClaim } from '@bianxu/model';
import { because, claim, codesOf, isCentred, type Line } from './line.ts';

const tableForm =
	/^(?:附)?表\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-—－.]\d{1,3})?(?:[：:、.．\s\u3000]|(?=[\p{Script=Han}“《]))/u;
const figureForm =
	/^(?:附)?图\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-—－.]\d{1,3})?(?:[：:、.．\s\u3000]|(?=[\p{Script=Han}“《]))/u;
const unitForm = /^[（(]?(?:计量|金额)?单位[：:][^。；]{1,20}[）)]?$/;
/** 「表1显示，……」, 「图2是……」: a sentence that begins with the table or figure. */
const sentenceForm =
	/^(?:附)?[表图]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:显示|反映|表明|说明了|列出|列示|给出|是|为|所示|所列|中的?|可以看出)/;
/** Without a picture beside it: a number, a blank or a mark, a short phrase. */
const bareFigure = /^图\s?\d{1,3}(?:[：:、.．][ \u3000]{0,2}|[ \u3000]{1,4})[^。；，！？：、\s][^。；，！？]{1,30}$/;
const LONGEST_CAPTION = 60;
/** With what one of the forms begins; no other line needs a closer look. */
const FIRST = codesOf('附表图（(计金单');
const BRACKETS = codesOf('（(');

function isPicture(doc: Doc, block: number): boolean {
	const objects = doc.paragraphs[block]?.objects ?? [];
	return objects.some(
		(object) => object === 'image' || object === 'chart' || object === 'shape' || object === 'embedded',
	);
}

/** Whether a table begins within the next `reach` body lines that are captions or notes of it, or blank. */
function tableFollows(doc: Doc, block: number): boolean {
	for (let next = block + 1; next <= block + 4; next += 1) {
		const paragraph = doc.paragraphs[next];
		if (paragraph === undefined) return false;
		if (paragraph.where === 'table') return true;
		const text = paragraph.text.trim();
		if (paragraph.where !== 'body' || (text !== '' && !unitForm.test(text) && !tableForm.test(text))) return false;
	}
	return false;
}

/** The claim of a caption or a note of units; null for other lines. */
export function tableLine(doc: Doc, line: Line): RoleClaim | null {
	const { dense, text, block } = line;
	const numbered = line.paragraph.label?.text ?? '';
	if (numbered !== '' && (/^(?:图|Fig)/i.test(numbered) || /^(?:表|Table)/i.test(numbered)))
		return claim(
			line,
			/^(?:表|Table)/i.test(numbered) ? 'table-caption' : 'figure-caption',
			0.6,
			because('自动的图表序号', 'an automatic number of a figure or a table'),
		);
	const first = dense.charCodeAt(0);
	if (!FIRST.has(first) || dense.length > LONGEST_CAPTION || sentenceForm.test(text)) return null;
	// Of the forms only a note of units stands in brackets; the usual line in them is a heading.
	if (BRACKETS.has(first) && !unitForm.test(dense)) return null;
	const follows = tableFollows(doc, block);
	if (unitForm.test(dense) && (follows || line.paragraph.format.alignment === 'right'))
		return claim(line, 'unit-note', 0.95, because('表格上方写明单位', 'states the unit above a table'));
	if (tableForm.test(text) && follows)
		return claim(line, 'table-caption', 0.95, because('表格上方，以表序起头', 'above a table, begins with its number'));
	if (tableForm.test(text) && isCentred(line) && !/[。；]$/.test(dense))
		return claim(line, 'table-caption', 0.6, because('居中，以表序起头', 'centred, begins with a table number'));
	const pictured = isPicture(doc, block) || isPicture(doc, block - 1) || isPicture(doc, block + 1);
	if (figureForm.test(text) && (pictured || isCentred(line)) && !/[。；].+/.test(dense))
		return claim(
			line,
			'figure-caption',
			pictured ? 0.95 : 0.6,
			because('图旁，以图序起头', 'beside a figure, begins with its number'),
		);
	if (bareFigure.test(text))
		return claim(line, 'figure-caption', 0.6, because('以图序起头的短语', 'a phrase that begins with a figure number'));
	return null;
}
