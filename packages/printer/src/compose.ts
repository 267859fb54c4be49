import type { Frame, FrameItem, Template } from '@bianxu/model';
import { coverPage } from './cover-page.ts';
import { type ContentsEntry, contentsPages } from './contents-page.ts';
import type { FontSet } from './fonts.ts';
import { geometryOf } from './geometry.ts';
import type { LaidOut } from './layout.ts';
import { pageNumberItem, substituteMark } from './page-furniture.ts';
import type { Page } from './page-flow.ts';
import type { Link } from './paint.ts';
import type { PrintImage } from './raster.ts';
import { withPageNumber } from './source-contents.ts';
import type { TagSource } from './structure-tree.ts';

/** One material on its way into a print. */
export interface PrintPart {
	/** Id of the material in a packet, '' for a single file. */
	readonly material: string;
	/** Number as the contents shows it: the file mark. */
	readonly label: string;
	readonly title: string;
	readonly laid: LaidOut;
	/** Headings for bookmarks by block: level 1 to 4 and words. */
	readonly headings: ReadonlyMap<number, { readonly level: number; readonly title: string }>;
}

/** How the parts become one file. */
export interface Composition {
	/** Print a 目录 in front. */
	readonly contents: boolean;
	/** Page numbers per material, or through the packet. */
	readonly numbering: 'material' | 'packet';
	/** Each material begins on a recto: a blank verso, without a number, goes before it where needed. */
	readonly recto: boolean;
	/** Put the words on every page that say that a face is a substitute. */
	readonly marked: boolean;
	/** Lines of a cover in front: congress, meeting, what it is, days; [] for none. */
	readonly cover?: readonly string[];
	/** Papers that are gone and keep their number (墓碑): a line of the contents each, before the part of index `before`. */
	readonly gone?: readonly GonePaper[];
	/** Materials that the contents leaves out. */
	readonly unlisted?: ReadonlySet<string>;
	/** A blank verso at the end where the number of pages is odd. */
	readonly padded?: boolean;
}

/** A withdrawn or moved paper as the contents names it. */
export interface GonePaper {
	readonly before: number;
	readonly label: string;
	readonly title: string;
	/** 「撤回」, 「移走」. */
	readonly note: string;
}

/** An entry of the PDF's outline: page from 0, y in points from the top of the paper. */
export interface Bookmark {
	readonly title: string;
	readonly page: number;
	readonly y: number;
	readonly children: readonly Bookmark[];
}

/** Where a material lies in the print. */
export interface PartPages {
	readonly material: string;
	/** Index of its first page in the file. */
	readonly first: number;
	/** Its own pages, without the blank verso. */
	readonly pages: number;
}

/** A print as data: pages in order, outline, and where each material lies. */
export interface Composed {
	/** Pictures of all materials by key, and what their blocks are, by material. */
	readonly images: ReadonlyMap<string, PrintImage>;
	readonly tags: TagSource;
	/** From the entries of the contents to the materials. */
	readonly links: readonly Link[];
	readonly frames: readonly Frame[];
	readonly bookmarks: readonly Bookmark[];
	readonly parts: readonly PartPages[];
}

/** Puts contents, materials, blank versos and page numbers together. */
export function composePrint(
	parts: readonly PrintPart[],
	template: Template,
	fonts: FontSet,
	composition: Composition,
): Composed {
	const { width, height } = geometryOf(template);
	const frames: Frame[] = [];
	const bookmarks: Bookmark[] = [];
	const where: PartPages[] = [];
	const entryPlaces: (Omit<Link, 'target'> & { readonly entry: number })[] = [];
	const mark = composition.marked ? substituteMark(template, fonts) : null;
	/** `first`: number of the first page of the page's material. */
	const put = (page: Page, number: number | null, material: string, first = 1): void => {
		if (page.blank === true) return blank(material);
		const items = page.items.map(
			(item): FrameItem =>
				item.kind === 'text' && item.refersTo !== undefined && first !== 1 ? withPageNumber(item, first) : item,
		);
		const item = number === null || page.unnumbered === true ? null : pageNumberItem(template, fonts, number);
		if (item !== null) items.push(item);
		if (mark !== null) items.push(mark);
		const shown = page.unnumbered === true ? null : number;
		frames.push({ width, height, index: frames.length, number: shown, blank: false, material, items });
	};
	const blank = (material: string): void => {
		frames.push({ width, height, index: frames.length, number: null, blank: true, material, items: [] });
	};
	const cover = composition.cover ?? [];
	if (cover.length > 0) {
		put(coverPage(template, fonts, cover), null, '');
		blank('');
	}
	if (composition.contents) {
		const first = frames.length;
		const listed = entriesOf(parts, composition);
		for (const page of contentsPages(template, fonts, listed) ?? []) {
			for (const { entry, ...place } of page.entries)
				entryPlaces.push({ ...place, page: frames.length, entry: listed[entry]?.part ?? -1 });
			put(page, null, '');
		}
		bookmarks.push({ title: '目录', page: first, y: 0, children: [] });
		if (frames.length % 2 === 1) blank('');
	}
	const images = new Map<string, PrintImage>();
	const tags = new Map<string, PrintPart['laid']['tags']>();
	let number = 1;
	for (const part of parts) {
		for (const [key, image] of part.laid.images) images.set(key, image);
		tags.set(part.material, part.laid.tags);
		if (composition.recto && frames.length % 2 === 1) blank(where.at(-1)?.material ?? '');
		if (composition.numbering === 'material') number = 1;
		// Blank versos have no number but count: odd numbers stay on rectos.
		else if (composition.recto && number % 2 === 0) number++;
		const first = frames.length;
		const begins = number;
		for (const page of part.laid.pages) put(page, number++, part.material, begins);
		where.push({ material: part.material, first, pages: part.laid.pages.length });
		bookmarks.push(bookmarkOf(part, first));
	}
	if (composition.padded === true && frames.length % 2 === 1) blank(where.at(-1)?.material ?? '');
	const links = entryPlaces.flatMap(({ entry, ...place }) => {
		const target = where[entry];
		return target === undefined ? [] : [{ ...place, target: { page: target.first, y: 0 } }];
	});
	return { frames, bookmarks, links, images, tags, parts: where };
}

/** Lines of the contents; `part`: the part that one leads to, null for a paper that is gone. */
function entriesOf(
	parts: readonly PrintPart[],
	{ numbering, recto, gone = [], unlisted = new Set() }: Composition,
): readonly (ContentsEntry & { readonly part: number | null })[] {
	let number = 1;
	const entries: (ContentsEntry & { readonly part: number | null })[] = [];
	const tombs = (at: number): void => {
		for (const { before, label, title, note } of gone)
			if (before === at) entries.push({ label, title, pages: `（${note}）`, part: null });
	};
	parts.forEach((part, index) => {
		tombs(index);
		if (unlisted.has(part.material)) return;
		const pages = part.laid.pages.length;
		const { label, title } = part;
		if (numbering === 'material') {
			entries.push({ label, title, pages: pages > 1 ? `1—${pages}` : '1', part: index });
			return;
		}
		if (recto && number % 2 === 0) number++;
		entries.push({ label, title, pages: String(number), part: index });
		number += pages;
	});
	tombs(parts.length);
	return entries;
}

interface OpenBookmark {
	readonly title: string;
	readonly page: number;
	readonly y: number;
	readonly level: number;
	readonly children: OpenBookmark[];
}

/** A material's bookmark with its headings nested by level. */
function bookmarkOf(part: PrintPart, first: number): Bookmark {
	const title = part.label === '' ? part.title : `${part.label}　${part.title}`;
	const root: OpenBookmark = { title, page: first, y: 0, level: 0, children: [] };
	const stack: OpenBookmark[] = [root];
	for (const anchor of part.laid.anchors) {
		const heading = part.headings.get(anchor.block);
		if (heading === undefined) continue;
		while ((stack.at(-1)?.level ?? 0) >= heading.level && stack.length > 1) stack.pop();
		const entry: OpenBookmark = {
			title: heading.title,
			page: first + anchor.page,
			y: anchor.y,
			level: heading.level,
			children: [],
		};
		stack.at(-1)?.children.push(entry);
		stack.push(entry);
	}
	return root;
}

/**
 * First and last page (1-based, within the material) of each of its `count` blocks, for the page map; a block that
 * prints nothing stands where the block before it ends.
 */
export function blockPages(pages: readonly Page[], count: number): readonly (readonly [number, number])[] {
	const spans: ([number, number] | undefined)[] = Array.from({ length: count });
	pages.forEach((page, index) => {
		for (const item of page.items) {
			if (item.kind !== 'text' || item.block === undefined || item.block < 0 || item.block >= count) continue;
			const span = spans[item.block];
			if (span === undefined) spans[item.block] = [index + 1, index + 1];
			else span[1] = index + 1;
		}
	});
	let last = 1;
	return spans.map((span) => {
		if (span === undefined) return [last, last];
		last = span[1];
		return span;
	});
}
