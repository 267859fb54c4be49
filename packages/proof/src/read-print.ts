import type { Bilingual, Frame, ImageItem, PrintFont, Problem, TextItem } from '@bianxu/model';
import { decodeFontName } from './font-name.ts';
import { startPdfium, type Pdfium } from './pdfium.ts';

/** A submitted print as read: its pages as frames, and the fonts that its text uses. */
export interface Print {
	readonly frames: readonly Frame[];
	readonly fonts: readonly PrintFont[];
	/** What the file says of itself (Title, Author, Company …); keys that it does not state are left out. */
	readonly about?: Readonly<Record<string, string>>;
}

/** An open print: what was read, pictures of its pages, and the memory to give back. */
export interface OpenPrint {
	readonly refusal?: undefined;
	readonly print: Print;
	/** RGB picture of one page (index from 0); `scale` 1 is 72 dots per inch. A picture too large is made smaller. */
	readonly picture: (page: number, scale: number) => PagePixels;
	readonly close: () => void;
}

/** Pixels row by row, three bytes each (red, green, blue). */
export interface PagePixels {
	readonly width: number;
	readonly height: number;
	readonly rgb: Uint8Array;
}

/** A print of more pages is refused: no packet has them, and each page costs memory. */
const MAX_PAGES = 3000;
/** Glyphs of one page; a page of text has some 700. */
const MAX_GLYPHS = 60_000;
/** Two glyphs stand on one baseline when they differ by less (points). */
const BASELINE = 0.6;
/** FPDFBitmap_BGRx. */
const BGRX = 3;
/** FPDF_ANNOT: draw annotations too, as a printer does. */
const WITH_ANNOTATIONS = 1;

/** A larger file is refused before it is copied into the module's memory; 1,000 pages of ours are some 5 MB. */
const MAX_BYTES = 300_000_000;
/** The module's memory may not pass this while pages are read. */
const MAX_MEMORY = 1_500_000_000;
/** Objects of one page that are looked through for pictures. */
const MAX_OBJECTS = 20_000;
/** FPDF_PAGEOBJ_IMAGE. */
const IMAGE_OBJECT = 3;
/** Pixels of one picture: a page of any size is scaled down to it. */
const MAX_PIXELS = 4_000_000;
/** Longest side of a picture, for pages of absurd proportions. */
const MAX_SIDE = 4000;

/**
 * Reads a PDF with PDFium (WebAssembly bytes given). Never rejects on content: a print that cannot be read is a refusal,
 * also when the module gives up on it. Each print has a module of its own, so a damaged one harms no other.
 */
export async function readPrint(
	bytes: Uint8Array,
	wasm: Uint8Array,
): Promise<OpenPrint | { readonly refusal: Problem }> {
	if (bytes.length > MAX_BYTES) return { refusal: refused('print-size', TOO_LARGE) };
	const pdfium = await startPdfium(wasm);
	try {
		return openPrint(pdfium, bytes);
	} catch {
		// An abort of the module (RuntimeError) or memory that cannot grow: nothing of it is used afterwards.
		return { refusal: refused('print-unreadable', UNREADABLE) };
	}
}

function openPrint(pdfium: Pdfium, bytes: Uint8Array): OpenPrint | { readonly refusal: Problem } {
	const data = pdfium.wasmExports.malloc(bytes.length);
	if (data === 0) return { refusal: refused('print-size', TOO_LARGE) };
	pdfium.HEAPU8.set(bytes, data);
	const document = pdfium._FPDF_LoadMemDocument(data, bytes.length, 0);
	if (document === 0) {
		const locked = pdfium._FPDF_GetLastError() === 4;
		return { refusal: locked ? refused('print-password', PASSWORD) : refused('print-unreadable', UNREADABLE) };
	}
	const count = pdfium._FPDF_GetPageCount(document);
	if (count <= 0 || count > MAX_PAGES) return { refusal: refused('print-pages', count <= 0 ? NO_PAGES : TOO_LARGE) };
	const memory = pdfium.wasmExports.malloc(128);
	const fonts = new Map<string, PrintFont>();
	const frames: Frame[] = [];
	for (let index = 0; index < count; index++) {
		frames.push(readPage(pdfium, document, index, memory, fonts));
		if (pdfium.HEAPU8.length > MAX_MEMORY) return { refusal: refused('print-size', TOO_LARGE) };
	}
	return {
		print: { frames, fonts: [...fonts.values()], about: readAbout(pdfium, document) },
		picture: (page, scale) => renderPage(pdfium, document, page, scale),
		close: () => {
			pdfium._FPDF_CloseDocument(document);
			pdfium._FPDF_DestroyLibrary();
		},
	};
}

const UNREADABLE: Bilingual = {
	zh: '不是有效的 PDF，或已损坏，请重新生成',
	en: 'this is not a PDF, or it is damaged; make it again',
};
const PASSWORD: Bilingual = {
	zh: '印件设了打开密码，请去掉密码后再核验',
	en: 'the print needs a password; remove it and try again',
};
const NO_PAGES: Bilingual = { zh: '印件没有页', en: 'the print has no pages' };
const TOO_LARGE: Bilingual = {
	zh: `印件太大（上限 ${MAX_PAGES} 页），请分开核验`,
	en: `the print is too large (limit ${MAX_PAGES} pages); check it in parts`,
};

function refused(code: string, message: Bilingual): Problem {
	return { code, message };
}

function floats(pdfium: Pdfium, at: number, count: number): readonly number[] {
	const view = new DataView(pdfium.HEAPU8.buffer, at, count * 4);
	return Array.from({ length: count }, (_, index) => view.getFloat32(index * 4, true));
}

/** Lower left corner of the visible page in user space: CropBox, else MediaBox, else the origin. */
function cornerOf(pdfium: Pdfium, page: number, memory: number): { readonly left: number; readonly bottom: number } {
	const asked = (box: Pdfium['_FPDFPage_GetCropBox']): readonly number[] | null =>
		box(page, memory, memory + 4, memory + 8, memory + 12) === 0 ? null : floats(pdfium, memory, 4);
	const found = asked(pdfium._FPDFPage_GetCropBox) ?? asked(pdfium._FPDFPage_GetMediaBox);
	return { left: found?.[0] ?? 0, bottom: found?.[1] ?? 0 };
}

/** Entries of the information dictionary that name people, machines and places. */
const ABOUT = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'Company', 'Manager', 'SourceModified'];
/** Bytes of one entry that are read; a path or a name is shorter. */
const ABOUT_BYTES = 1024;

function readAbout(pdfium: Pdfium, document: number): Readonly<Record<string, string>> {
	const memory = pdfium.wasmExports.malloc(ABOUT_BYTES + 64);
	const about: Record<string, string> = {};
	for (const tag of ABOUT) {
		pdfium.HEAPU8.set([...new TextEncoder().encode(tag), 0], memory);
		const length = pdfium._FPDF_GetMetaText(document, memory, memory + 64, ABOUT_BYTES);
		// UTF-16LE with a closing NUL; 2 bytes are an empty text. A longer one is left unread by the module.
		if (length <= 2 || length > ABOUT_BYTES) continue;
		const bytes = pdfium.HEAPU8.slice(memory + 64, memory + 64 + length - 2);
		about[tag] = new TextDecoder('utf-16le').decode(bytes);
	}
	pdfium.wasmExports.free(memory);
	return about;
}

/**
 * Where the head of a turned page stands on the sheet, by the direction in which most of its text runs in user space:
 * upwards, and the head is on the left. A landscape sheet that is not turned leaves it to the printing program.
 */
function headOf(
	sheet: { readonly width: number; readonly height: number },
	turns: readonly number[],
): 'left' | 'right' | 'unknown' | null {
	const [along = 0, up = 0, back = 0, down = 0] = turns;
	const most = Math.max(along, up, back, down);
	if (most === 0) return null;
	if (sheet.width > sheet.height) return 'unknown';
	return up === most ? 'left' : down === most ? 'right' : null;
}

/** Quarter turns of a text matrix: 0 along the line, 1 upwards, 2 upside down, 3 downwards. */
function quarterOf(a: number, b: number): number {
	return ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4;
}

interface Glyph {
	readonly character: string;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly width: number;
	readonly font: string;
	/** Runs upwards on the page as one holds it. */
	readonly turned: boolean;
}

function readPage(
	pdfium: Pdfium,
	document: number,
	index: number,
	memory: number,
	fonts: Map<string, PrintFont>,
): Frame {
	const page = pdfium._FPDF_LoadPage(document, index);
	// A damaged page object reads as an empty page of no size, which the comparison reports.
	if (page === 0) return { width: 0, height: 0, index, number: null, blank: true, material: '', items: [] };
	const width = pdfium._FPDF_GetPageWidthF(page);
	const height = pdfium._FPDF_GetPageHeightF(page);
	const turns = [0, 0, 0, 0];
	const size = { width, height };
	const rotation = pdfium._FPDFPage_GetRotation(page);
	const asHeld = readGlyphs(pdfium, page, memory, size, fonts, { turns, rotation });
	const head = headOf(rotation % 2 === 1 ? { width: height, height: width } : size, turns);
	// A turned page that lies the wrong way round, number and all, is read the right way round: its head is what is told.
	const about = head === 'right' && (turns[0] ?? 0) + (turns[1] ?? 0) === 0 ? (rotation + 2) % 4 : rotation;
	const glyphs =
		about === rotation ? asHeld : readGlyphs(pdfium, page, memory, size, fonts, { turns, rotation: about });
	const images = readImages(pdfium, page, memory, size, about);
	const blank = glyphs.length === 0 && pdfium._FPDFPage_CountObjects(page) === 0;
	pdfium._FPDF_ClosePage(page);
	const items = [...itemsOf(glyphs), ...images];
	return { width, height, index, number: null, blank, material: '', items, ...(head === null ? {} : { head }) };
}

/** Where pictures stand: a page of pictures without text is a scan, which nobody can compare. */
function readImages(
	pdfium: Pdfium,
	page: number,
	memory: number,
	size: { readonly width: number; readonly height: number },
	rotation: number,
): readonly ImageItem[] {
	const placed = placement(rotation, cornerOf(pdfium, page, memory), size);
	const count = Math.min(pdfium._FPDFPage_CountObjects(page), MAX_OBJECTS);
	const images: ImageItem[] = [];
	for (let at = 0; at < count; at++) {
		const object = pdfium._FPDFPage_GetObject(page, at);
		if (object === 0 || pdfium._FPDFPageObj_GetType(object) !== IMAGE_OBJECT) continue;
		if (pdfium._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12) === 0) continue;
		const [left = 0, bottom = 0, right = 0, top = 0] = floats(pdfium, memory, 4);
		const one = placed(left, bottom);
		const other = placed(right, top);
		const x = Math.min(one.x, other.x);
		const y = Math.min(one.y, other.y);
		const width = Math.abs(one.x - other.x);
		const pixels = pixelsOf(pdfium, object, memory);
		const place = { x, y, width, height: Math.abs(one.y - other.y) };
		images.push({ kind: 'image', ...place, image: '', ...(pixels === null ? {} : { pixels }) });
	}
	return images;
}

/** Width and height of a picture in pixels; null when the module cannot tell. */
function pixelsOf(pdfium: Pdfium, object: number, memory: number): readonly [number, number] | null {
	if (pdfium._FPDFImageObj_GetImagePixelSize(object, memory, memory + 4) === 0) return null;
	const view = new DataView(pdfium.HEAPU8.buffer, memory, 8);
	return [view.getUint32(0, true), view.getUint32(4, true)];
}

function readGlyphs(
	pdfium: Pdfium,
	page: number,
	memory: number,
	size: { readonly width: number; readonly height: number },
	fonts: Map<string, PrintFont>,
	{ turns, rotation }: { readonly turns: number[]; readonly rotation: number },
): readonly Glyph[] {
	const corner = cornerOf(pdfium, page, memory);
	const place = placement(rotation, corner, size);
	const text = pdfium._FPDFText_LoadPage(page);
	const count = Math.min(pdfium._FPDFText_CountChars(text), MAX_GLYPHS);
	const known = new Map<number, string>();
	const glyphs: Glyph[] = [];
	let object = 0;
	let font = '';
	for (let at = 0; at < count; at++) {
		// PDFium adds blanks and line ends that are not in the file: they have no place.
		if (pdfium._FPDFText_IsGenerated(text, at) === 1) continue;
		const code = pdfium._FPDFText_GetUnicode(text, at);
		if (code === 0 || code === 0x0a || code === 0x0d) continue;
		const owner = pdfium._FPDFText_GetTextObject(text, at);
		if (owner !== object) {
			object = owner;
			font = fontOf(pdfium, owner, memory, known, fonts);
		}
		pdfium._FPDFText_GetCharOrigin(text, at, memory, memory + 8);
		const origin = new DataView(pdfium.HEAPU8.buffer, memory, 16);
		const { x, y } = place(origin.getFloat64(0, true), origin.getFloat64(8, true));
		pdfium._FPDFText_GetMatrix(text, at, memory);
		const [a = 1, b = 0, c = 0, d = 1] = floats(pdfium, memory, 4);
		const quarter = quarterOf(a, b);
		turns[quarter] = (turns[quarter] ?? 0) + 1;
		// The size in the file is the one before matrices (Chromium's Type 3 fonts): the matrix makes it what one sees.
		const tall = pdfium._FPDFText_GetFontSize(text, at) * Math.hypot(c, d);
		pdfium._FPDFText_GetLooseCharBox(text, at, memory);
		// FS_RECTF: left, top, right, bottom.
		const [left = 0, top = 0, right = 0, bottom = 0] = floats(pdfium, memory, 4);
		const wide = Math.abs(right - left) || tall * Math.hypot(a, b);
		const turned = (quarter + 4 - rotation) % 4 === 1;
		const along = turned ? Math.abs(top - bottom) || tall : wide;
		glyphs.push({ character: String.fromCodePoint(code), x, y, size: tall, width: along, font, turned });
	}
	pdfium._FPDFText_ClosePage(text);
	return glyphs;
}

/** User space (origin below, y up) to the page as one holds it (origin above, y down), turned by /Rotate. */
function placement(
	rotation: number,
	corner: { readonly left: number; readonly bottom: number },
	size: { readonly width: number; readonly height: number },
): (x: number, y: number) => { readonly x: number; readonly y: number } {
	const { left, bottom } = corner;
	switch (rotation) {
		case 1:
			return (x, y) => ({ x: y - bottom, y: x - left });
		case 2:
			return (x, y) => ({ x: size.width - (x - left), y: y - bottom });
		case 3:
			return (x, y) => ({ x: size.width - (y - bottom), y: size.height - (x - left) });
		default:
			return (x, y) => ({ x: x - left, y: size.height - (y - bottom) });
	}
}

function fontOf(
	pdfium: Pdfium,
	object: number,
	memory: number,
	known: Map<number, string>,
	fonts: Map<string, PrintFont>,
): string {
	const font = object === 0 ? 0 : pdfium._FPDFTextObj_GetFont(object);
	const before = known.get(font);
	if (before !== undefined) return before;
	const length = font === 0 ? 0 : Math.min(pdfium._FPDFFont_GetBaseFontName(font, memory, 128), 128);
	// The length counts the closing NUL.
	const { name, subset } = decodeFontName(pdfium.HEAPU8.slice(memory, memory + Math.max(0, length - 1)));
	known.set(font, name);
	const embedded = font !== 0 && pdfium._FPDFFont_GetIsEmbedded(font) === 1;
	const declared = fonts.get(name);
	// One name may be declared by several font objects; one that is not embedded is what matters.
	if (declared === undefined || (declared.embedded && !embedded)) fonts.set(name, { name, embedded, subset });
	return name;
}

/** Joins glyphs of one font, size and baseline into items, in the order of the file. */
function itemsOf(glyphs: readonly Glyph[]): readonly TextItem[] {
	const items: TextItem[] = [];
	let run: Glyph[] = [];
	const close = (): void => {
		const first = run[0];
		if (first !== undefined) items.push(itemOf(first, run));
		run = [];
	};
	for (const glyph of glyphs) {
		const last = run.at(-1);
		const goesOn =
			last !== undefined &&
			last.font === glyph.font &&
			Math.abs(last.size - glyph.size) < 0.01 &&
			last.turned === glyph.turned &&
			(glyph.turned
				? follows(last.x, glyph.x, last.y - glyph.y, last.size)
				: follows(last.y, glyph.y, glyph.x - last.x, last.size));
		if (!goesOn) close();
		run.push(glyph);
	}
	close();
	return items;
}

/** True for a glyph on the same baseline that stands a little further along the line. */
function follows(before: number, baseline: number, along: number, size: number): boolean {
	return Math.abs(before - baseline) < BASELINE && along >= 0 && along < size * 2.5;
}

function itemOf(first: Glyph, run: readonly Glyph[]): TextItem {
	const along = (glyph: Glyph): number => (glyph.turned ? -glyph.y : glyph.x);
	return {
		kind: 'text',
		x: first.x,
		y: first.y,
		size: first.size,
		font: first.font,
		text: run.map((glyph) => glyph.character).join(''),
		advances: run.map((glyph, index) => {
			const next = run[index + 1];
			return next === undefined ? glyph.width : along(next) - along(glyph);
		}),
		...(first.turned ? { turn: 'left' as const } : {}),
	};
}

function renderPage(pdfium: Pdfium, document: number, index: number, scale: number): PagePixels {
	const page = pdfium._FPDF_LoadPage(document, index);
	const size = {
		width: page === 0 ? 1 : pdfium._FPDF_GetPageWidthF(page),
		height: page === 0 ? 1 : pdfium._FPDF_GetPageHeightF(page),
	};
	const wanted = size.width * size.height * scale * scale;
	const factor = scale * (wanted > MAX_PIXELS ? Math.sqrt(MAX_PIXELS / wanted) : 1);
	const width = Math.min(MAX_SIDE, Math.max(1, Math.round(size.width * factor)));
	const height = Math.min(MAX_SIDE, Math.max(1, Math.round(size.height * factor)));
	const stride = width * 4;
	const data = pdfium.wasmExports.malloc(stride * height);
	const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, BGRX, data, stride);
	pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
	if (page !== 0) {
		pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS);
		pdfium._FPDF_ClosePage(page);
	}
	const rgb = new Uint8Array(width * height * 3);
	const pixels = pdfium.HEAPU8;
	for (let i = 0, from = data, to = 0; i < width * height; i++, from += 4, to += 3) {
		rgb[to] = pixels[from + 2] ?? 255;
		rgb[to + 1] = pixels[from + 1] ?? 255;
		rgb[to + 2] = pixels[from] ?? 255;
	}
	pdfium._FPDFBitmap_Destroy(bitmap);
	pdfium.wasmExports.free(data);
	return { width, height, rgb };
}
