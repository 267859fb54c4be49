import type { Doc, Outline, PictureDrawing, Problem, Role, Table, Template } from '@bianxu/model';
import { attachmentNote, imprint, signature } from './closing-parts.ts';
import type { FontSet } from './fonts.ts';
import { geometryOf } from './geometry.ts';
import { createNotes, marksByPage, withMarksByPage } from './notes.ts';
import { type Anchor, type Box, emptyBox, flow, type Page } from './page-flow.ts';
import { aligned, HEADINGS, type Member, paragraphBoxes, shapeMember } from './paragraph-boxes.ts';
import { pictureBoxes } from './pictures.ts';
import type { PrintImage } from './raster.ts';
import { namesOf, type Setter } from './setter.ts';
import type { BlockTag } from './structure-tree.ts';
import { createStyleBook, type GlyphFallback } from './style-book.ts';
import { turnedGeometry } from './table-cells.ts';
import { contentsBoxes, contentsTargets, lostEntries, numbersOfPages } from './source-contents.ts';
import { tableBoxes } from './table-layout.ts';
import { textBoxBoxes } from './text-box.ts';
import { continuedBy, turnedBlocks } from './turned-pages.ts';
import { leftOut, type Media, NO_MEDIA, printable, unsettable } from './unsettable.ts';

/** A material that was set: pages without numbers, and what was found on the way. */
export interface LaidOut {
	readonly pages: readonly Page[];
	/** What blocks are beside paragraphs, for tags. */
	readonly tags: ReadonlyMap<number, BlockTag>;
	/** Pictures that stand on the pages, by key. */
	readonly images: ReadonlyMap<string, PrintImage>;
	/** Places of titles and headings, for bookmarks. */
	readonly anchors: readonly Anchor[];
	/** Blocks that the entries of the paper's own 目录 name, by block of the entry. */
	readonly contents: ReadonlyMap<number, number>;
	/** Why it is not printed; empty when it is. Pages are then []. */
	readonly refusals: readonly Problem[];
	/** What is not printed on purpose (other page furniture, hidden text). */
	readonly notes: readonly Problem[];
	readonly fallbacks: readonly GlyphFallback[];
}

/**
 * Sets one material by role from the template, 22 lines of 28 cells (GB/T 9704-2012 5.2.3). What cannot be set is a
 * refusal by name; nothing is dropped.
 */
export function layoutMaterial(
	doc: Doc,
	outline: Outline,
	template: Template,
	fonts: FontSet,
	media: Media = NO_MEDIA,
): LaidOut {
	let laid = setMaterial(doc, outline, template, fonts, media);
	if (!marksByPage(doc)) return laid;
	// Marks that begin anew on each page depend on pages, and pages on the width of marks: usually the second round agrees.
	let marked = doc;
	for (let round = 0; laid.pages.length > 0; round++) {
		const next = withMarksByPage(marked, laid.pages);
		if (next === marked) break;
		if (round === NOTE_ROUNDS) return { ...laid, pages: [], anchors: [], refusals: [restlessNotes()] };
		marked = next;
		laid = setMaterial(marked, outline, template, fonts, media);
	}
	return laid;
}

/** Rounds in which marks of notes and pages must come to agree. */
const NOTE_ROUNDS = 6;

function restlessNotes(): Problem {
	return {
		code: 'print-note',
		message: {
			zh: '脚注按页编号，号码的宽窄使换页来回变动，排不定；请把脚注改为连续编号再印',
			en: 'footnotes are numbered page by page and their width moves the page ends to and fro; number them through',
		},
	};
}

/** Sets a material with the marks of notes as the document has them. */
function setMaterial(doc: Doc, outline: Outline, template: Template, fonts: FontSet, media: Media): LaidOut {
	const geometry = geometryOf(template);
	const notes = leftOut(doc);
	const contents = contentsTargets(doc, outline);
	const refusals: Problem[] = [...unsettable(doc, media), ...lostEntries(doc, contents)];
	const book = createStyleBook(fonts, geometry);
	const images = new Map<string, PrintImage>();
	const nothing = { pages: [], anchors: [], tags: NO_TAGS, contents: NO_CONTENTS, images, refusals, notes };
	if (refusals.length > 0) return { ...nothing, fallbacks: [] };
	const image = (picture: PictureDrawing): PrintImage | null => {
		const found = printable(picture, media);
		if (found !== null) images.set(found.key, found);
		return found;
	};
	const setter: Setter = {
		doc,
		outline,
		template,
		geometry,
		book,
		notes: createNotes(doc),
		names: namesOf(doc, outline),
		image,
	};
	const boxes = materialBoxes(setter, contents, refusals);
	const { fallbacks } = book;
	refusals.push(...missingGlyphs(fallbacks));
	if (refusals.length > 0) return { ...nothing, fallbacks };
	const { left, top, textWidth, textHeight, pitch } = geometry;
	const { pages, anchors } = flow(boxes, { left, top, width: textWidth, height: textHeight, pitch });
	if (pages.length === 0) return { ...nothing, refusals: [nothingToSet()], fallbacks };
	numbersOfPages(pages, contents);
	const named = new Map(
		[...contents].flatMap(([entry, target]) => (target === null ? [] : [[entry, target] as const])),
	);
	return { pages, anchors, tags: blockTags(doc, outline), contents: named, images, refusals, notes, fallbacks };
}

const NO_CONTENTS: ReadonlyMap<number, number> = new Map();
const NO_TAGS: ReadonlyMap<number, BlockTag> = new Map();

/** Headings, captions, notes and cells; everything else is a paragraph. */
function blockTags(doc: Doc, outline: Outline): ReadonlyMap<number, BlockTag> {
	const tags = new Map<number, BlockTag>();
	for (const { block, role } of outline.claims) {
		const tag = TAGS[role];
		if (tag !== undefined) tags.set(block, { tag });
	}
	for (const table of doc.tables) {
		if (table.parent !== null) continue;
		for (const { row, column, rowSpan, columnSpan, blocks } of table.cells) {
			const head = row < table.headRows;
			const cell = { table: table.index, row, column, rows: rowSpan, columns: columnSpan, head };
			for (const block of blocks) tags.set(block, { tag: 'P', cell });
		}
	}
	return tags;
}

const TAGS: Readonly<Partial<Record<Role, BlockTag['tag']>>> = {
	title: 'H1',
	'attachment-title': 'H1',
	'heading-1': 'H2',
	'heading-2': 'H3',
	'heading-3': 'H4',
	'heading-4': 'H5',
	'table-caption': 'Caption',
	'figure-caption': 'Caption',
	'note-text': 'Note',
};

/** Characters that no open face has: each once, at its first place. */
function missingGlyphs(fallbacks: readonly GlyphFallback[]): readonly Problem[] {
	const problems = new Map<number, Problem>();
	for (const { codePoint, block, used } of fallbacks) {
		if (used !== null || problems.has(codePoint)) continue;
		const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
		const character = String.fromCodePoint(codePoint);
		// Controls and format characters have nothing to print: a font would not help.
		const invisible = /[\p{Cc}\p{Cf}\p{Co}\ufffd]/u.test(character);
		problems.set(codePoint, {
			code: 'print-glyph',
			block,
			message: invisible
				? {
						zh: `第 ${block} 段有不能印的字符 ${code}（控制符、自造字或乱码）；请在原文中删去或改正`,
						en: `paragraph ${block} has ${code}, which cannot be printed (control, private or damaged); remove it`,
					}
				: {
						zh: `第 ${block} 段的「${character}」（${code}）没有一种字体能印；请安装含此字的字体`,
						en: `paragraph ${block}: no font has ${character} (${code}); install one that does`,
					},
		});
	}
	return [...problems.values()];
}

const TITLE_BLOCK: ReadonlySet<Role> = new Set<Role>(['organ-line', 'title', 'caption', 'author', 'attachment-title']);
const SKIPPED: ReadonlySet<Role> = new Set<Role>(['blank', 'page-furniture']);
function materialBoxes(
	base: Setter,
	contents: ReadonlyMap<number, number | null>,
	refusals: Problem[],
): readonly Box[] {
	const boxes: Box[] = [];
	const { doc, outline } = base;
	const turned: Setter = { ...base, geometry: turnedGeometry(base.geometry) };
	const across = turnedBlocks(base, refusals);
	let setter = base;
	let previous: Role | null = null;
	/** Blank lines asked for after the last paragraph. */
	let after = 0;
	let pageBreak = false;
	let bodySeen = false;
	for (let block = 0; block < doc.paragraphs.length; ) {
		const paragraph = doc.paragraphs[block];
		const claim = outline.claims[block];
		if (paragraph === undefined || claim === undefined) break;
		if (paragraph.where !== 'body' && paragraph.where !== 'table' && paragraph.where !== 'textbox') {
			block++;
			continue;
		}
		const text = paragraph.text.trim();
		if (
			paragraph.format.pageBreakBefore ||
			paragraph.text.trimStart().startsWith('\f') ||
			(text === '' && paragraph.text.includes('\f'))
		)
			pageBreak = true;
		const drawn = paragraph.drawings?.some(({ kind }) => kind === 'picture' || kind === 'line') ?? false;
		const visible = text !== '' || paragraph.label !== null || drawn || paragraph.cell !== null;
		const skipped = !visible || (SKIPPED.has(claim.role) && !drawn);
		const own = across.blocks.has(block) ? turned : base;
		if (own !== setter && !skipped) {
			boxes.push({ ...emptyBox('page'), turned: own === turned });
			setter = own;
			pageBreak = false;
			after = 0;
			previous = null;
		}
		const { geometry } = setter;
		if (paragraph.cell !== null) {
			const table = outermost(doc, paragraph.cell.table);
			if (table === undefined) break;
			if (pageBreak) boxes.push(pageBox(setter));
			pageBreak = false;
			if (previous !== null && TITLE_BLOCK.has(previous)) boxes.push(emptyBox('space', geometry.pitch));
			const fit = across.fits.get(table.index);
			if (fit !== undefined && fit !== null)
				for (const box of tableBoxes(setter, table, fit, continuedBy(setter, table))) boxes.push(box);
			boxes.push({ ...emptyBox('snap'), keepNext: false });
			previous = 'table-cell';
			after = 0;
			block = table.lastBlock + 1;
			continue;
		}
		if (skipped) {
			block++;
			continue;
		}
		if (paragraph.where === 'textbox') {
			let end = block + 1;
			while (doc.paragraphs[end]?.where === 'textbox' && doc.paragraphs[end]?.cell === null) end++;
			const framed = doc.paragraphs[block - 1]?.drawings?.some((each) => each.kind === 'box' && !each.framed) !== true;
			const made = textBoxBoxes(setter, doc.paragraphs.slice(block, end), framed);
			if (made === null) refusals.push(noFont());
			for (const box of made ?? []) boxes.push(box);
			previous = 'textbox';
			after = 0;
			block = end;
			continue;
		}
		if (claim.role === 'body' || HEADINGS.has(claim.role) || claim.role === 'salutation') bodySeen = true;
		const group = groupEnd(setter, block, claim.role);
		const listed = claim.role === 'toc' && !drawn ? contentsBoxes(setter, paragraph, contents) : null;
		const newPage =
			pageBreak ||
			claim.role === 'attachment-label' ||
			(claim.role === 'attachment-title' && previous !== 'attachment-label' && previous !== 'attachment-title');
		if (newPage && boxes.length > 0) boxes.push(pageBox(setter));
		pageBreak = /\f\s*$/.test(paragraph.text);
		const before =
			newPage && claim.role !== 'attachment-title' ? 0 : Math.max(after, linesBefore(setter, previous, claim.role));
		const made = listed ?? groupBoxes(setter, block, group, bodySeen, refusals);
		if (claim.role === 'imprint') boxes.push(emptyBox('foot'));
		else for (let i = 0; i < before && boxes.length > 0; i++) boxes.push(emptyBox('space', geometry.pitch));
		if (isSignature(claim.role) && bodySeen) keepLast(boxes);
		// The signature's page has text of the paper: a short 附件说明 before it is none, and goes with the text's end.
		if (claim.role === 'attachment-note' && bodySeen && made.length <= SHORT_NOTE) {
			keepLast(boxes);
			for (const box of made.slice(0, -1)) box.keepNext = true;
		}
		// A spread of a hundred thousand lines would overflow the stack.
		for (const box of made) boxes.push(box);
		after = setter.template.roles[claim.role]?.linesAfter?.value ?? 0;
		previous = claim.role;
		block = group;
	}
	if (setter !== base) boxes.push({ ...emptyBox('page'), turned: false });
	const rest = base.notes.rest(base);
	if (rest.length > 0) boxes.push(emptyBox('space', base.geometry.pitch), ...rest);
	return boxes;
}

/** The table of a cell that no other table is around. */
function outermost(doc: Doc, index: number): Table | undefined {
	let table = doc.tables[index];
	while (table !== undefined && table.parent !== null) table = doc.tables[table.parent];
	return table;
}

/** A page end within the same orientation. */
function pageBox(setter: Setter): Box {
	return { ...emptyBox('page'), turned: setter.geometry.textWidth > setter.geometry.textHeight };
}

function isSignature(role: Role): boolean {
	return role === 'signature' || role === 'date';
}

/** Lines of a 附件说明 that stays in one piece with the end of the text. */
const SHORT_NOTE = 6;

/** The signature takes the end of the text along (7.3.5.5): it never stands alone on a page. */
function keepLast(boxes: Box[]): void {
	for (let i = boxes.length - 1; i >= 0; i--) {
		const box = boxes[i];
		if (box === undefined || box.kind === 'page') return;
		box.keepNext = true;
		if (box.kind === 'line' || box.kind === 'row') return;
	}
}

/** Blank lines between two roles: the template's, one after the title block (7.3.2), one between file mark and title. */
function linesBefore(setter: Setter, previous: Role | null, role: Role): number {
	if (previous === null) return 0;
	const own = setter.template.roles[role]?.linesBefore?.value ?? 0;
	if (role === previous)
		return isSignature(role) || role === 'attachment-note'
			? 0
			: role === 'attachment-title' || role === 'salutation'
				? 0
				: own;
	if (isSignature(role) && isSignature(previous)) return 0;
	if (TITLE_BLOCK.has(previous) && !TITLE_BLOCK.has(role)) return Math.max(1, own);
	if (previous === 'file-mark' || previous === 'toc') return Math.max(1, own);
	return own;
}

/** Index after the paragraphs that are set together: lines of a title, a 附件说明, a signature with its date. */
function groupEnd(setter: Setter, block: number, role: Role): number {
	const together = (other: Role): boolean => {
		if (role === 'attachment-note' || role === 'imprint') return other === role;
		if (isSignature(role)) return isSignature(other);
		return false;
	};
	let end = block + 1;
	for (let i = end; i < setter.doc.paragraphs.length; i++) {
		const paragraph = setter.doc.paragraphs[i];
		const other = setter.outline.claims[i]?.role;
		if (paragraph === undefined || other === undefined || paragraph.where !== 'body') break;
		if (paragraph.drawings !== undefined) break;
		if (SKIPPED.has(other) || (paragraph.text.trim() === '' && paragraph.label === null)) continue;
		if (!together(other)) break;
		end = i + 1;
	}
	return end;
}

function groupBoxes(
	setter: Setter,
	start: number,
	end: number,
	bodySeen: boolean,
	refusals: Problem[],
): readonly Box[] {
	const members: Member[] = [];
	for (let block = start; block < end; block++) {
		const paragraph = setter.doc.paragraphs[block];
		const claim = setter.outline.claims[block];
		if (
			paragraph === undefined ||
			claim === undefined ||
			(SKIPPED.has(claim.role) && paragraph.drawings === undefined) ||
			(paragraph.text.trim() === '' && paragraph.label === null && paragraph.drawings === undefined)
		)
			continue;
		const member = shapeMember(setter, paragraph, claim);
		if (member === null) {
			if (!refusals.some((refusal) => refusal.code === 'print-no-font')) refusals.push(noFont());
			continue;
		}
		if (member.shaped.count > 0 || member.pictures.length > 0 || member.rule) members.push(member);
	}
	const first = members[0];
	if (first === undefined) return [];
	const { role } = first.claim;
	const set = specialBoxes(setter, role, members, bodySeen);
	if (set !== null) return [...set, ...members.flatMap((member) => drawnBelow(setter, member))];
	return members.flatMap((member) => [
		...(member.shaped.count > 0 ? paragraphBoxes(setter, member) : []),
		...drawnBelow(setter, member),
	]);
}

/** Parts that are set together; null for a paragraph like others. Paragraphs of pictures alone take no line. */
function specialBoxes(
	setter: Setter,
	role: Role,
	members: readonly Member[],
	bodySeen: boolean,
): readonly Box[] | null {
	if (role !== 'attachment-note' && role !== 'imprint' && !isSignature(role)) return null;
	const worded = members.filter((member) => member.shaped.count > 0);
	if (role === 'attachment-note') return attachmentNote(setter, worded);
	if (role === 'imprint') return imprint(setter, worded);
	return bodySeen ? signature(setter, worded) : worded.flatMap((member) => aligned(setter, member, 'center'));
}

/** Pictures and straight lines of a paragraph, which stand below its text. */
function drawnBelow(setter: Setter, member: Member): readonly Box[] {
	const { paragraph, pictures, rule } = member;
	return [
		...pictureBoxes(setter, paragraph, pictures, captionFollows(setter, paragraph.block)),
		...(rule ? [ruleBox(setter)] : []),
	];
}

/** A picture stays with the caption below it. */
function captionFollows({ doc, outline }: Setter, block: number): boolean {
	for (let next = block + 1; next < doc.paragraphs.length; next++) {
		const role = outline.claims[next]?.role;
		if (role !== 'blank') return role === 'figure-caption';
	}
	return false;
}

/** A straight line of the source, as wide as the type area. */
function ruleBox({ geometry }: Setter): Box {
	const { left, textWidth, pitch } = geometry;
	const y = pitch / 2;
	return {
		kind: 'line',
		height: pitch,
		items: [{ kind: 'rule', x1: left, y1: y, x2: left + textWidth, y2: y, width: 1 }],
		keepNext: false,
	};
}

function nothingToSet(): Problem {
	return {
		code: 'print-empty-paper',
		message: { zh: '文件里没有可印的文字', en: 'there is no text to print in this paper' },
	};
}

function noFont(): Problem {
	return {
		code: 'print-no-font',
		message: {
			zh: '没有可用的中文字体；请把字体文件放进 ~/.bianxu/fonts，或用 BIANXU_FONTS 指定文件夹',
			en: 'no Chinese font was found; put font files into ~/.bianxu/fonts or name a folder in BIANXU_FONTS',
		},
	};
}
