import type { Frame, TextItem } from '@bianxu/model';
import {
	PDFContext,
	PDFDict,
	PDFHexString,
	PDFName,
	type PDFObject,
	PDFRawStream,
	type PDFRef,
	PDFStreamWriter,
	PDFString,
} from 'pdf-lib';
import type { Bookmark } from './compose.ts';
import type { Face } from './face.ts';
import type { FontSet } from './fonts.ts';
import { embedFace, type EmbeddedFace } from './paint-font.ts';

/** What the PDF says of itself, and the arithmetic that World lends. */
export interface PaintOptions {
	readonly title: string;
	/** YYYY-MM-DD; the only date in the file. */
	readonly date: string;
	readonly bookmarks: readonly Bookmark[];
	/** Zlib stream (RFC 1950). */
	readonly deflate: (data: Uint8Array) => Uint8Array;
	/** SHA-256, lower-case hex. */
	readonly sha256: (data: Uint8Array) => string;
}

/**
 * Paints frames as a PDF 1.7: raw content streams, one subset per face for the whole file with ToUnicode, outline and
 * page labels. The same frames, faces and date give the same bytes: identifiers come from hashes of the content.
 */
export async function paintPdf(frames: readonly Frame[], fonts: FontSet, options: PaintOptions): Promise<Uint8Array> {
	const context = PDFContext.create();
	const register = (data: Uint8Array, extra: Readonly<Record<string, string | number>> = {}): PDFRef => {
		const packed = options.deflate(data);
		return context.register(
			PDFRawStream.of(context.obj({ ...extra, Filter: 'FlateDecode', Length: packed.length }), packed),
		);
	};
	const hashes: string[] = [];
	const embedded = embedFaces(frames, fonts, context, register, options, hashes);
	const resources = context.register(
		context.obj({ Font: Object.fromEntries([...embedded.values()].map((face) => [face.resource, face.ref])) }),
	);
	const pagesRef = context.nextRef();
	const pageRefs: PDFRef[] = [];
	for (const frame of frames) {
		const content = latin1(contentOf(frame, embedded));
		hashes.push(options.sha256(content));
		const box = [0, 0, rounded(frame.width), rounded(frame.height)];
		pageRefs.push(
			context.register(
				context.obj({
					Type: 'Page',
					Parent: pagesRef,
					MediaBox: box,
					Resources: resources,
					Contents: register(content),
				}),
			),
		);
	}
	context.assign(pagesRef, context.obj({ Type: 'Pages', Kids: pageRefs, Count: pageRefs.length }));
	const outlines = outlineOf(options.bookmarks, frames, pageRefs, context);
	const catalog = context.obj({
		Type: 'Catalog',
		Pages: pagesRef,
		PageLabels: { Nums: pageLabels(frames, context) },
		ViewerPreferences: { DisplayDocTitle: true },
	}) as PDFDict;
	catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'));
	if (outlines !== null) {
		catalog.set(PDFName.of('Outlines'), outlines);
		catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
	}
	context.trailerInfo.Root = context.register(catalog);
	context.trailerInfo.Info = context.register(infoOf(options, context));
	const id = PDFHexString.of(options.sha256(latin1(`${hashes.join('')}${options.date}`)).slice(0, 32));
	context.trailerInfo.ID = context.obj([id, id]);
	return PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
}

/** Faces that the frames use, embedded with exactly the code points they show, in the order of their names. */
function embedFaces(
	frames: readonly Frame[],
	fonts: FontSet,
	context: PDFContext,
	register: (data: Uint8Array, extra?: Readonly<Record<string, string | number>>) => PDFRef,
	options: PaintOptions,
	hashes: string[],
): ReadonlyMap<string, EmbeddedFace> {
	const used = new Map<Face, Set<number>>();
	let lastFont = '';
	let set = new Set<number>();
	for (const frame of frames) {
		for (const item of frame.items) {
			if (item.kind !== 'text') continue;
			if (item.font !== lastFont) {
				const face = fonts.faces.get(item.font);
				if (face === undefined) throw new Error(`no face ${item.font}`);
				set = used.get(face) ?? new Set<number>();
				used.set(face, set);
				lastFont = item.font;
			}
			const { text } = item;
			for (let i = 0; i < text.length; i++) {
				const codePoint = text.codePointAt(i) ?? 0;
				if (codePoint > 0xffff) i++;
				set.add(codePoint);
			}
		}
	}
	const embedded = new Map<string, EmbeddedFace>();
	const faces = [...used].sort(([a], [b]) => (a.name < b.name ? -1 : 1));
	faces.forEach(([face, codePoints], index) => {
		const sorted = [...codePoints].filter((codePoint) => face.advanceOf(codePoint) >= 0).sort((a, b) => a - b);
		const made = embedFace(face, sorted, `F${index}`, context, register, options.sha256);
		hashes.push(made.hash);
		embedded.set(face.name, made);
	});
	return embedded;
}

/** Two decimals are a hundredth of a point, finer than any printer. */
function number(value: number): string {
	const text = value.toFixed(2);
	return text.endsWith('.00') ? text.slice(0, -3) : text;
}

function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}

function contentOf(frame: Frame, embedded: ReadonlyMap<string, EmbeddedFace>): string {
	let content = '';
	let text = '';
	let font = '';
	let color = '';
	let spacing = '';
	for (const item of frame.items) {
		if (item.kind === 'rule') {
			content += `${number(item.width)} w ${number(item.x1)} ${number(frame.height - item.y1)} m ${number(item.x2)} ${number(frame.height - item.y2)} l S\n`;
			continue;
		}
		if (item.kind === 'image') throw new Error('images are refused before painting');
		const face = embedded.get(item.font);
		if (face === undefined) continue;
		const wantedFont = `/${face.resource} ${number(item.size)} Tf`;
		if (wantedFont !== font) {
			text += `${wantedFont}\n`;
			font = wantedFont;
		}
		const wantedColor = `${colorOf(item.color)} g`;
		if (wantedColor !== color) {
			text += `${wantedColor}\n`;
			color = wantedColor;
		}
		const shown = showText(item, face, number(frame.height - item.y), spacing);
		text += shown.operators;
		spacing = shown.spacing;
	}
	return text === '' ? content : `${content}BT\n${text}ET`;
}

/** Grey level of a colour: prints are black on white (5.2.4), marks are grey. */
function colorOf(color: string | undefined): string {
	if (color === undefined) return '0';
	const value = Number.parseInt(color, 16);
	const luminance = 0.299 * ((value >> 16) & 255) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255);
	return number(luminance / 255);
}

/** A dash narrower than its cell is drawn wider, or —— would show a gap (some faces draw it 0.89 em wide). */
const DASH = 0x2014;

/**
 * Operators of one item. The commonest difference between wanted and natural advance is the character spacing, which
 * stays set from item to item; the others are TJ adjustments in thousandths of the size.
 */
function showText(
	item: TextItem,
	face: EmbeddedFace,
	y: string,
	before: string,
): { readonly operators: string; readonly spacing: string } {
	const { text, advances, size } = item;
	const first = text.codePointAt(0) ?? 0;
	const usual = (advances[0] ?? 0) - (face.advanceOf(first) * size) / 1000;
	const spacing = usual.toFixed(3);
	const set = Number(spacing);
	let operators = spacing === before ? '' : `${spacing} Tc\n`;
	operators += `1 0 0 1 ${number(item.x)} ${y} Tm `;
	let hex = '';
	let adjusted = false;
	let x = 0;
	let k = 0;
	let plain = '';
	for (let i = 0; i < text.length; i++, k++) {
		const codePoint = text.codePointAt(i) ?? 0;
		if (codePoint > 0xffff) i++;
		const code = face.hexOf(codePoint);
		const wanted = advances[k] ?? 0;
		const natural = (face.advanceOf(codePoint) * size) / 1000;
		if (codePoint === DASH && natural < size * 0.98) {
			// Tz scales Tc as well: the advance becomes the wanted one when the glyph is stretched to it.
			if (plain !== '' || hex !== '') operators += adjusted ? `[${hex}<${plain}>] TJ\n` : `<${plain}> Tj\n`;
			operators += `0 Tc ${number((wanted / natural) * 100)} Tz 1 0 0 1 ${number(item.x + x)} ${y} Tm <${code}> Tj 100 Tz ${spacing} Tc\n1 0 0 1 ${number(item.x + x + wanted)} ${y} Tm `;
			hex = '';
			plain = '';
			adjusted = false;
			x += wanted;
			continue;
		}
		plain += code;
		x += wanted;
		const off = wanted - natural - set;
		if (off > 0.004 || off < -0.004) {
			if (k + 1 < advances.length) {
				hex += `<${plain}>${(Math.round((-off * 10000) / size) / 10).toString()}`;
				plain = '';
				adjusted = true;
			}
		}
	}
	if (plain === '' && hex === '') return { operators: `${operators}\n`, spacing };
	operators += adjusted ? `[${hex}${plain === '' ? '' : `<${plain}>`}] TJ\n` : `<${plain}> Tj\n`;
	return { operators, spacing };
}

function latin1(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	return bytes;
}

function infoOf(options: PaintOptions, context: PDFContext): PDFObject {
	const info = context.obj({}) as PDFDict;
	const stamp = PDFString.of(`D:${options.date.replaceAll('-', '')}000000Z`);
	info.set(PDFName.of('Title'), PDFHexString.fromText(options.title));
	info.set(PDFName.of('Producer'), PDFString.of('Bianxu'));
	info.set(PDFName.of('CreationDate'), stamp);
	info.set(PDFName.of('ModDate'), stamp);
	return info;
}

/** Page labels: printed numbers where there are some, nothing on contents and blank pages. */
function pageLabels(frames: readonly Frame[], context: PDFContext): PDFObject[] {
	const labels: PDFObject[] = [];
	let expected: number | null | undefined;
	for (const frame of frames) {
		if (frame.number !== expected || frame.index === 0) {
			labels.push(
				context.obj(frame.index),
				frame.number === null ? context.obj({}) : context.obj({ S: 'D', St: frame.number }),
			);
		}
		expected = frame.number === null ? null : frame.number + 1;
	}
	return labels;
}

function outlineOf(
	bookmarks: readonly Bookmark[],
	frames: readonly Frame[],
	pages: readonly PDFRef[],
	context: PDFContext,
): PDFRef | null {
	if (bookmarks.length === 0) return null;
	const root = context.nextRef();
	const list = outlineItems(bookmarks, root, frames, pages, context);
	context.assign(root, context.obj({ Type: 'Outlines', ...list, Count: bookmarks.length }));
	return root;
}

function outlineItems(
	bookmarks: readonly Bookmark[],
	parent: PDFRef,
	frames: readonly Frame[],
	pages: readonly PDFRef[],
	context: PDFContext,
): { readonly First: PDFRef; readonly Last: PDFRef } {
	const refs = bookmarks.map(() => context.nextRef());
	bookmarks.forEach((bookmark, index) => {
		const ref = refs[index];
		const page = pages[bookmark.page];
		if (ref === undefined || page === undefined) return;
		const height = frames[bookmark.page]?.height ?? 0;
		const dict = context.obj({ Parent: parent, Dest: [page, 'XYZ', 0, rounded(height - bookmark.y), 0] }) as PDFDict;
		dict.set(PDFName.of('Title'), PDFHexString.fromText(bookmark.title));
		const before = refs[index - 1];
		const after = refs[index + 1];
		if (before !== undefined) dict.set(PDFName.of('Prev'), before);
		if (after !== undefined) dict.set(PDFName.of('Next'), after);
		if (bookmark.children.length > 0) {
			const { First, Last } = outlineItems(bookmark.children, ref, frames, pages, context);
			dict.set(PDFName.of('First'), First);
			dict.set(PDFName.of('Last'), Last);
			// Negative: shown closed.
			dict.set(PDFName.of('Count'), context.obj(-bookmark.children.length));
		}
		context.assign(ref, dict);
	});
	const [first] = refs;
	const last = refs.at(-1);
	if (first === undefined || last === undefined) throw new Error('outline without entries');
	return { First: first, Last: last };
}
