import type { ObjectKind } from '@bianxu/model';
import { attr, elementName, firstChild, nextSibling, textOf } from '@bianxu/opc';
import type { PendingBox } from './draft.ts';
import { isUnderstood } from './numbering.ts';
import { type ScannedPart, tagOf } from './scanned-part.ts';

/** What a drawing, VML picture or embedded object holds, mc:AlternateContent resolved. */
export interface ObjectContent {
	readonly kinds: ObjectKind[];
	/** Text boxes in document order. */
	readonly boxes: PendingBox[];
	images: number;
	diagrams: number;
	/** VML WordArt with a text of its own, such as a watermark. */
	wordArt: number;
}

/**
 * The branch of an mc:AlternateContent that counts: the first Choice whose namespaces are understood, else Fallback
 * (Part 3, 7.6); -1 when there is none. `copy` is the Fallback beside a chosen Choice.
 */
export function chooseBranch(part: ScannedPart, element: number): { readonly chosen: number; readonly copy: number } {
	const { xml } = part;
	let choice = -1;
	let fallback = -1;
	for (let e = firstChild(xml, element); e >= 0; e = nextSibling(xml, e)) {
		const tag = tagOf(part, e);
		if (tag === 'mc:Choice' && choice < 0 && isUnderstood(xml, e)) choice = e;
		if (tag === 'mc:Fallback' && fallback < 0) fallback = e;
	}
	return choice >= 0 ? { chosen: choice, copy: fallback } : { chosen: fallback, copy: -1 };
}

/** Looks through a drawing or picture; recursion is bounded by the scanner's depth limit. */
export function readObject(part: ScannedPart, element: number): ObjectContent {
	const content: ObjectContent = { kinds: [], boxes: [], images: 0, diagrams: 0, wordArt: 0 };
	visit(part, element, content);
	return content;
}

function visit(part: ScannedPart, element: number, content: ObjectContent): void {
	const { xml } = part;
	switch (tagOf(part, element)) {
		case 'w:txbxContent':
			content.boxes.push({ element, copy: -1 });
			return;
		case 'mc:AlternateContent': {
			const { chosen, copy } = chooseBranch(part, element);
			if (chosen < 0) return;
			const own: ObjectContent = { kinds: content.kinds, boxes: [], images: 0, diagrams: 0, wordArt: 0 };
			visitChildren(part, chosen, own);
			content.boxes.push(...pairBoxes(part, own.boxes, copy));
			content.images += own.images;
			content.diagrams += own.diagrams;
			content.wordArt += own.wordArt;
			return;
		}
		case 'pic:pic':
		case 'v:imagedata':
			note(content, 'image');
			content.images++;
			break;
		case 'c:chart':
			note(content, 'chart');
			break;
		case 'dgm:relIds':
			note(content, 'shape');
			content.diagrams++;
			break;
		case 'v:textpath':
			if ((attr(xml, element, 'string') ?? '').trim() !== '') content.wordArt++;
			break;
		case 'o:OLEObject':
		case 'w:control':
			note(content, 'embedded');
			break;
		case 'wps:wsp':
		case 'v:shape':
		case 'v:rect':
		case 'v:line':
		case 'v:oval':
		case 'v:roundrect':
		case 'v:polyline':
			// The VML frame of a picture is no shape of its own.
			if (!hasImage(part, element)) note(content, 'shape');
			break;
		default:
			if (elementName(xml, element) === '{http://schemas.microsoft.com/office/drawing/2014/chartex}chart') {
				note(content, 'chart');
			}
	}
	visitChildren(part, element, content);
}

function visitChildren(part: ScannedPart, element: number, content: ObjectContent): void {
	for (let e = firstChild(part.xml, element); e >= 0; e = nextSibling(part.xml, e)) visit(part, e, content);
}

function note(content: ObjectContent, kind: ObjectKind): void {
	if (!content.kinds.includes(kind)) content.kinds.push(kind);
}

function hasImage(part: ScannedPart, element: number): boolean {
	for (let e = firstChild(part.xml, element); e >= 0; e = nextSibling(part.xml, e)) {
		if (tagOf(part, e) === 'v:imagedata') return true;
	}
	return false;
}

/** Pairs the text boxes of a chosen Choice with those of its Fallback when there are equally many. */
export function pairBoxes(part: ScannedPart, boxes: readonly PendingBox[], copy: number): readonly PendingBox[] {
	if (copy < 0 || boxes.length === 0) return boxes;
	const copies: number[] = [];
	collect(part, copy, 'w:txbxContent', copies);
	if (copies.length !== boxes.length) return boxes;
	return boxes.map((box, index) => ({ element: box.element, copy: copies[index] ?? -1 }));
}

/** Paragraphs of a text box and of its copy, paired where both hold the same text. */
export function pairParagraphs(part: ScannedPart, box: PendingBox): ReadonlyMap<number, number> | null {
	if (box.copy < 0) return null;
	const own: number[] = [];
	const copies: number[] = [];
	collectChildren(part, box.element, 'w:p', own);
	collectChildren(part, box.copy, 'w:p', copies);
	if (own.length !== copies.length) return null;
	const pairs = new Map<number, number>();
	own.forEach((paragraph, index) => {
		const copy = copies[index] ?? -1;
		if (copy >= 0 && writtenText(part, paragraph) === writtenText(part, copy)) pairs.set(paragraph, copy);
	});
	return pairs;
}

function collectChildren(part: ScannedPart, element: number, wanted: 'w:p' | 'w:txbxContent', found: number[]): void {
	for (let e = firstChild(part.xml, element); e >= 0; e = nextSibling(part.xml, e)) collect(part, e, wanted, found);
}

/** Outermost elements of a kind in document order. */
function collect(part: ScannedPart, element: number, wanted: 'w:p' | 'w:txbxContent', found: number[]): void {
	if (tagOf(part, element) === wanted) found.push(element);
	else collectChildren(part, element, wanted, found);
}

/** All w:t of an element, nested text boxes included: enough to tell whether two copies are the same. */
function writtenText(part: ScannedPart, element: number): string {
	if (tagOf(part, element) === 'w:t') return textOf(part.xml, element);
	let text = '';
	for (let e = firstChild(part.xml, element); e >= 0; e = nextSibling(part.xml, e)) text += writtenText(part, e);
	return text;
}

/** All m:t and w:t of an element in order, structure lost: the text of an equation or of a note separator. */
export function plainText(part: ScannedPart, element: number): string {
	const tag = tagOf(part, element);
	if (tag === 'm:t' || tag === 'w:t') return textOf(part.xml, element);
	let text = '';
	for (let e = firstChild(part.xml, element); e >= 0; e = nextSibling(part.xml, e)) text += plainText(part, e);
	return text;
}
