import type { Frame } from '@bianxu/model';
import type { Bookmark } from './compose.ts';
import { colorProfile, xmpPacket } from './archive.ts';
import type { Face } from './face.ts';
import type { FontSet } from './fonts.ts';
import { pageContent } from './page-content.ts';
import { embedFace, type EmbeddedFace } from './paint-font.ts';
import { paintImage } from './paint-image.ts';
import { createPdf, latin1, type ObjectNumber, type PdfFile, real, textString } from './pdf-file.ts';
import type { PrintImage } from './raster.ts';
import type { Sheet } from './sheets.ts';
import { type PageMarks, structureTree, type TagSource } from './structure-tree.ts';

/** A place on a page that leads to another: points from the upper left corner of the paper. */
export interface Link {
	readonly page: number;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly target: { readonly page: number; readonly y: number };
}

/** What the PDF says of itself, and the arithmetic that World lends. */
export interface PaintOptions {
	readonly title: string;
	/** YYYY-MM-DD; the only date in the file. */
	readonly date: string;
	readonly bookmarks: readonly Bookmark[];
	readonly links?: readonly Link[];
	/** Pictures of the frames by key. */
	readonly images?: ReadonlyMap<string, PrintImage>;
	/** What the blocks of each material are, for tags; pages are not tagged without it. */
	readonly tags?: TagSource;
	/** PDF/A (ISO 19005): part and level that the file claims. */
	readonly conformance?: '1b' | '2b';
	/** Sheets to print instead of the pages one by one. Bookmarks, links and tags are then left out: pages have no order. */
	readonly sheets?: readonly Sheet[];
	/** Zlib stream (RFC 1950); `dense` data hardly repeat. */
	readonly deflate: (data: Uint8Array, dense?: boolean) => Uint8Array;
	/** SHA-256, lower-case hex. */
	readonly sha256: (data: Uint8Array) => string;
}

/**
 * Paints frames as a PDF 1.7 (1.4 for PDF/A-1): raw content streams, one subset per face for the whole file with
 * ToUnicode, outline, links, page labels, tags. The same frames, faces and date give the same bytes: identifiers come
 * from hashes of the content.
 */
export function paintPdf(frames: readonly Frame[], fonts: FontSet, options: PaintOptions): Uint8Array {
	const { conformance, deflate, sha256, sheets } = options;
	const file = createPdf({ version: conformance === '1b' ? '1.4' : '1.7', deflate });
	const hashes: string[] = [];
	const faces = embedFaces(frames, fonts, file, options, hashes);
	const pictures = embedImages(options.images, file, hashes);
	const fontEntries = [...faces.values()].map((face) => `/${face.resource} ${face.number} 0 R`).join('');
	const imageEntries = [...pictures.values()].map(({ name, object }) => `/${name} ${object} 0 R`).join('');
	const resources = file.add(`<</Font<<${fontEntries}>>${imageEntries === '' ? '' : `/XObject<<${imageEntries}>>`}>>`);
	const pages = file.reserve();
	const nameOf = (key: string): string => pictures.get(key)?.name ?? '';
	let kids: readonly ObjectNumber[];
	const catalog: string[] = [];
	if (sheets !== undefined) {
		// Copies repeat their pages: each is written once.
		const known = new Map<Frame['items'], ObjectNumber>();
		const forms = frames.map((frame) => {
			const again = known.get(frame.items);
			if (again !== undefined) return again;
			const content = latin1(pageContent(frame, faces, nameOf, false).operators);
			hashes.push(sha256(content));
			const box = `/BBox[0 0 ${real(frame.width)} ${real(frame.height)}]`;
			const form = file.stream(content, `/Type/XObject/Subtype/Form${box}/Resources ${resources} 0 R`);
			known.set(frame.items, form);
			return form;
		});
		kids = sheets.map((sheet) => sheetPage(sheet, forms, faces, file, { pages }, hashes, sha256));
	} else {
		const made = framePages(frames, faces, nameOf, file, { pages, resources, options, hashes });
		kids = made.kids;
		catalog.push(...made.catalog);
	}
	file.set(pages, `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`);
	const id = sha256(latin1(`${hashes.join('')}${options.date}${conformance ?? ''}${options.title.length}`)).slice(
		0,
		32,
	);
	if (conformance !== undefined) catalog.push(...archiveEntries(file, options, conformance));
	const root = file.add(
		`<</Type/Catalog/Pages ${pages} 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>${catalog.join('')}>>`,
	);
	const stamp = `(D:${options.date.replaceAll('-', '')}000000Z)`;
	const info = file.add(`<</Title${textString(options.title)}/Producer(Bianxu)/CreationDate${stamp}/ModDate${stamp}>>`);
	return file.finish({ root, info, id });
}

interface PageContext {
	readonly pages: ObjectNumber;
	readonly resources: ObjectNumber;
}

/** Pages in order with labels, bookmarks, links and tags; catalog entries that they need. */
function framePages(
	frames: readonly Frame[],
	faces: ReadonlyMap<string, EmbeddedFace>,
	nameOf: (key: string) => string,
	file: PdfFile,
	context: PageContext & { readonly options: PaintOptions; readonly hashes: string[] },
): { readonly kids: readonly ObjectNumber[]; readonly catalog: readonly string[] } {
	const { options, hashes, pages, resources } = context;
	const kids = frames.map(() => file.reserve());
	const marks: PageMarks[] = [];
	const links = linksByPage(options.links ?? []);
	// Copies repeat their pages: each is written once.
	const streams = new Map<Frame['items'], ObjectNumber>();
	frames.forEach((frame, index) => {
		const known = streams.get(frame.items);
		const made = known === undefined ? pageContent(frame, faces, nameOf, options.tags !== undefined) : NOTHING_MADE;
		let stream = known ?? 0;
		if (known === undefined) {
			const content = latin1(made.operators);
			hashes.push(options.sha256(content));
			stream = file.stream(content);
			streams.set(frame.items, stream);
		}
		const own = kids[index];
		if (own === undefined) return;
		const tagged = options.tags !== undefined && made.marks.length > 0;
		if (tagged) marks.push({ page: own, frame, marks: made.marks });
		const structure = tagged ? `/StructParents ${marks.length - 1}` : '';
		const annotations = (links.get(index) ?? []).map((link) => annotation(link, frames, kids, file));
		const list = annotations.length === 0 ? '' : `/Annots[${annotations.join(' ')}]`;
		const box = `[0 0 ${real(frame.width)} ${real(frame.height)}]`;
		file.set(
			own,
			`<</Type/Page/Parent ${pages} 0 R/MediaBox${box}/Resources ${resources} 0 R/Contents ${stream} 0 R${structure}${list}>>`,
		);
	});
	const catalog = [`/PageLabels<</Nums[${pageLabels(frames)}]>>`];
	const outlines = outlineOf(options.bookmarks, frames, kids, file);
	if (outlines !== null) catalog.push(`/Outlines ${outlines} 0 R/PageMode/UseOutlines`);
	if (options.tags !== undefined && marks.length > 0) {
		catalog.push(`/MarkInfo<</Marked true>>/StructTreeRoot ${structureTree(file, marks, options.tags)} 0 R`);
	}
	return { kids, catalog };
}

function linksByPage(links: readonly Link[]): ReadonlyMap<number, readonly Link[]> {
	const pages = new Map<number, Link[]>();
	for (const link of links) {
		const own = pages.get(link.page);
		if (own === undefined) pages.set(link.page, [link]);
		else own.push(link);
	}
	return pages;
}

const NOTHING_MADE = { operators: '', marks: [] } as const;

/** A link without a frame of its own; it prints nothing (PDF/A wants the print flag on every annotation). */
function annotation(
	{ x, y, width, height, page, target }: Link,
	frames: readonly Frame[],
	kids: readonly ObjectNumber[],
	file: PdfFile,
): string {
	const full = frames[page]?.height ?? 0;
	const rectangle = [x, full - y - height, x + width, full - y].map(real).join(' ');
	const destination = destinationOf(target, frames, kids);
	return `${file.add(`<</Type/Annot/Subtype/Link/Rect[${rectangle}]/Border[0 0 0]/F 4/Dest${destination}>>`)} 0 R`;
}

function destinationOf(
	target: { readonly page: number; readonly y: number },
	frames: readonly Frame[],
	kids: readonly ObjectNumber[],
): string {
	const height = frames[target.page]?.height ?? 0;
	return `[${kids[target.page] ?? 0} 0 R/XYZ 0 ${real(height - target.y)} 0]`;
}

function sheetPage(
	sheet: Sheet,
	forms: readonly ObjectNumber[],
	faces: ReadonlyMap<string, EmbeddedFace>,
	file: PdfFile,
	{ pages }: Pick<PageContext, 'pages'>,
	hashes: string[],
	sha256: PaintOptions['sha256'],
): ObjectNumber {
	let operators = '';
	let objects = '';
	for (const { page, x, y } of sheet.placed) {
		const form = forms[page];
		if (form === undefined) continue;
		objects += `/P${page} ${form} 0 R`;
		operators += `q 1 0 0 1 ${real(x)} ${real(y)} cm /P${page} Do Q\n`;
	}
	const { width, height, items } = sheet;
	const over = pageContent({ ...EMPTY, width, height, items }, faces, () => '', false);
	const content = latin1(operators + over.operators);
	hashes.push(sha256(content));
	const stream = file.stream(content);
	const box = `[0 0 ${real(width)} ${real(height)}]`;
	const trim = sheet.trim === null ? '' : `/TrimBox[${sheet.trim.map(real).join(' ')}]`;
	const fonts = `<</Font<<${[...faces.values()].map((face) => `/${face.resource} ${face.number} 0 R`).join('')}>>/XObject<<${objects}>>>>`;
	return file.add(`<</Type/Page/Parent ${pages} 0 R/MediaBox${box}${trim}/Resources${fonts}/Contents ${stream} 0 R>>`);
}

const EMPTY: Frame = { width: 0, height: 0, index: 0, number: null, blank: false, material: '', items: [] };

/** Entries of the catalog that make a file a PDF/A: its metadata and the meaning of its colours. */
function archiveEntries(file: PdfFile, options: PaintOptions, conformance: '1b' | '2b'): readonly string[] {
	const xmp = xmpPacket(options.title, options.date, conformance);
	// 6.7.2: the packet must be readable without a filter.
	const metadata = file.packedStream(xmp, '/Type/Metadata/Subtype/XML');
	const profile = file.stream(colorProfile(), '/N 3');
	const intent = `/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ${profile} 0 R>>]`;
	return [`/Metadata ${metadata} 0 R`, intent];
}

function embedImages(
	images: ReadonlyMap<string, PrintImage> | undefined,
	file: PdfFile,
	hashes: string[],
): ReadonlyMap<string, { readonly name: string; readonly object: ObjectNumber }> {
	const embedded = new Map<string, { readonly name: string; readonly object: ObjectNumber }>();
	for (const image of images?.values() ?? []) {
		if (embedded.has(image.key)) continue;
		hashes.push(image.key);
		embedded.set(image.key, { name: `I${embedded.size}`, object: paintImage(file, image) });
	}
	return embedded;
}

/** Faces that the frames use, embedded with exactly the code points they show, in the order of their names. */
function embedFaces(
	frames: readonly Frame[],
	fonts: FontSet,
	file: PdfFile,
	options: PaintOptions,
	hashes: string[],
): ReadonlyMap<string, EmbeddedFace> {
	const used = new Map<Face, CodePoints>();
	let lastFont = '';
	let set = newCodePoints();
	const items = [...frames.flatMap((frame) => frame.items), ...(options.sheets ?? []).flatMap((sheet) => sheet.items)];
	for (const item of items) {
		if (item.kind !== 'text') continue;
		if (item.font !== lastFont) {
			const face = fonts.faces.get(item.font);
			if (face === undefined) throw new Error(`no face ${item.font}`);
			set = used.get(face) ?? newCodePoints();
			used.set(face, set);
			lastFont = item.font;
		}
		const { text } = item;
		for (let i = 0; i < text.length; i++) {
			const unit = text.charCodeAt(i);
			if (unit < 0xd800 || unit > 0xdbff) set.plane[unit] = 1;
			else set.astral.add(text.codePointAt(i++) ?? 0);
		}
	}
	const embedded = new Map<string, EmbeddedFace>();
	const faces = [...used].sort(([a], [b]) => (a.name < b.name ? -1 : 1));
	faces.forEach(([face, codePoints], index) => {
		const sorted = listed(codePoints).filter((codePoint) => face.advanceOf(codePoint) >= 0);
		const made = embedFace(face, sorted, `F${index}`, file, options.sha256, options.conformance === '1b');
		hashes.push(made.hash);
		embedded.set(face.name, made);
	});
	return embedded;
}

/** A set of code points: a flag each for the basic plane, which nearly all text lies in. */
interface CodePoints {
	readonly plane: Uint8Array;
	readonly astral: Set<number>;
}

function newCodePoints(): CodePoints {
	return { plane: new Uint8Array(0x10000), astral: new Set() };
}

function listed({ plane, astral }: CodePoints): readonly number[] {
	const list: number[] = [];
	for (let codePoint = 0; codePoint < plane.length; codePoint++) if (plane[codePoint] === 1) list.push(codePoint);
	return [...list, ...[...astral].sort((a, b) => a - b)];
}

/** Page labels: printed numbers where there are some, nothing on contents and blank pages. */
function pageLabels(frames: readonly Frame[]): string {
	const labels: string[] = [];
	let expected: number | null | undefined;
	for (const frame of frames) {
		if (frame.number !== expected || frame.index === 0)
			labels.push(`${frame.index}${frame.number === null ? '<<>>' : `<</S/D/St ${frame.number}>>`}`);
		expected = frame.number === null ? null : frame.number + 1;
	}
	return labels.join(' ');
}

function outlineOf(
	bookmarks: readonly Bookmark[],
	frames: readonly Frame[],
	kids: readonly ObjectNumber[],
	file: PdfFile,
): ObjectNumber | null {
	if (bookmarks.length === 0) return null;
	const root = file.reserve();
	const { first, last } = outlineItems(bookmarks, root, frames, kids, file);
	file.set(root, `<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${bookmarks.length}>>`);
	return root;
}

function outlineItems(
	bookmarks: readonly Bookmark[],
	parent: ObjectNumber,
	frames: readonly Frame[],
	kids: readonly ObjectNumber[],
	file: PdfFile,
): { readonly first: ObjectNumber; readonly last: ObjectNumber } {
	const numbers = bookmarks.map(() => file.reserve());
	bookmarks.forEach((bookmark, index) => {
		const own = numbers[index];
		if (own === undefined) return;
		const entries = [
			`/Title${textString(bookmark.title)}/Parent ${parent} 0 R/Dest${destinationOf(bookmark, frames, kids)}`,
		];
		const before = numbers[index - 1];
		const after = numbers[index + 1];
		if (before !== undefined) entries.push(`/Prev ${before} 0 R`);
		if (after !== undefined) entries.push(`/Next ${after} 0 R`);
		if (bookmark.children.length > 0) {
			const { first, last } = outlineItems(bookmark.children, own, frames, kids, file);
			// Negative: shown closed.
			entries.push(`/First ${first} 0 R/Last ${last} 0 R/Count ${-bookmark.children.length}`);
		}
		file.set(own, `<<${entries.join('')}>>`);
	});
	const [first] = numbers;
	const last = numbers.at(-1);
	if (first === undefined || last === undefined) throw new Error('outline without entries');
	return { first, last };
}
