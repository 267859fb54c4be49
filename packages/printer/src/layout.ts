import type { Doc, Outline, Paragraph, Problem, Role, RoleClaim, RoleStyle, Template, TextItem } from '@bianxu/model';
import type { FontSet } from './fonts.ts';
import { baselineIn, geometryOf } from './geometry.ts';
import { breakLines, type Line, widthBetween } from './line-breaking.ts';
import { type Anchor, type Box, emptyBox, flow, type Page } from './page-flow.ts';
import { alignedX, type Placed, setLine } from './set-line.ts';
import { type Setter, settingOf } from './setter.ts';
import { type Shaped, shape } from './shape.ts';
import { spansOf } from './spans.ts';
import { createStyleBook, type GlyphFallback } from './style-book.ts';
import { tableBoxes } from './table-layout.ts';
import { titleLines } from './title-lines.ts';
import { leftOut, unsettable } from './unsettable.ts';

/** A material that was set: pages without numbers, and what was found on the way. */
export interface LaidOut {
	readonly pages: readonly Page[];
	/** Places of titles and headings, for bookmarks. */
	readonly anchors: readonly Anchor[];
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
export function layoutMaterial(doc: Doc, outline: Outline, template: Template, fonts: FontSet): LaidOut {
	const geometry = geometryOf(template);
	const notes = leftOut(doc);
	const refusals: Problem[] = [...unsettable(doc, outline)];
	const book = createStyleBook(fonts, geometry);
	if (refusals.length > 0) return { pages: [], anchors: [], refusals, notes, fallbacks: [] };
	const setter: Setter = { doc, outline, template, geometry, book };
	const boxes = materialBoxes(setter, refusals);
	refusals.push(...missingGlyphs(book.fallbacks));
	if (refusals.length > 0) return { pages: [], anchors: [], refusals, notes, fallbacks: book.fallbacks };
	const area = { top: geometry.top, height: geometry.textHeight, pitch: geometry.pitch };
	const { pages, anchors } = flow(boxes, area);
	if (pages.length === 0) return { pages, anchors, refusals: [nothingToSet()], notes, fallbacks: book.fallbacks };
	return { pages, anchors, refusals, notes, fallbacks: book.fallbacks };
}

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
const HEADINGS: ReadonlySet<Role> = new Set<Role>(['heading-1', 'heading-2', 'heading-3', 'heading-4']);
const KEPT_WITH_NEXT: ReadonlySet<Role> = new Set<Role>([
	'table-caption',
	'unit-note',
	'organ-line',
	'title',
	'caption',
	'author',
	'salutation',
	'attachment-label',
	'attachment-title',
]);

function materialBoxes(setter: Setter, refusals: Problem[]): readonly Box[] {
	const boxes: Box[] = [];
	const { doc, outline, geometry } = setter;
	let previous: Role | null = null;
	/** Blank lines asked for after the last paragraph. */
	let after = 0;
	let pageBreak = false;
	let bodySeen = false;
	for (let block = 0; block < doc.paragraphs.length; ) {
		const paragraph = doc.paragraphs[block];
		const claim = outline.claims[block];
		if (paragraph === undefined || claim === undefined) break;
		if (paragraph.where !== 'body' && paragraph.where !== 'table') {
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
		if (paragraph.cell !== null) {
			const table = doc.tables[paragraph.cell.table];
			if (table === undefined) break;
			if (pageBreak) boxes.push(emptyBox('page'));
			pageBreak = false;
			if (previous !== null && TITLE_BLOCK.has(previous)) boxes.push(emptyBox('space', geometry.pitch));
			const set = tableBoxes(setter, table);
			for (const box of set.boxes) boxes.push(box);
			boxes.push(emptyBox('snap'));
			refusals.push(...set.refusals);
			const snap = boxes.at(-1);
			if (snap !== undefined) snap.keepNext = false;
			previous = 'table-cell';
			after = 0;
			block = table.lastBlock + 1;
			continue;
		}
		const visible = text !== '' || paragraph.label !== null;
		if (SKIPPED.has(claim.role) || !visible) {
			block++;
			continue;
		}
		if (claim.role === 'body' || HEADINGS.has(claim.role) || claim.role === 'salutation') bodySeen = true;
		const group = groupEnd(setter, block, claim.role);
		const newPage =
			pageBreak ||
			claim.role === 'attachment-label' ||
			(claim.role === 'attachment-title' && previous !== 'attachment-label' && previous !== 'attachment-title');
		if (newPage && boxes.length > 0) boxes.push(emptyBox('page'));
		pageBreak = /\f\s*$/.test(paragraph.text);
		const before =
			newPage && claim.role !== 'attachment-title' ? 0 : Math.max(after, linesBefore(setter, previous, claim.role));
		const made = groupBoxes(setter, block, group, bodySeen, refusals);
		if (claim.role === 'imprint') boxes.push(emptyBox('foot'));
		else for (let i = 0; i < before && boxes.length > 0; i++) boxes.push(emptyBox('space', geometry.pitch));
		if (isSignature(claim.role) && bodySeen) keepLast(boxes);
		// A spread of a hundred thousand lines would overflow the stack.
		for (const box of made) boxes.push(box);
		after = setter.template.roles[claim.role]?.linesAfter?.value ?? 0;
		previous = claim.role;
		block = group;
	}
	return boxes;
}

function isSignature(role: Role): boolean {
	return role === 'signature' || role === 'date';
}

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
	if (previous === 'file-mark') return Math.max(1, own);
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
			SKIPPED.has(claim.role) ||
			(paragraph.text.trim() === '' && paragraph.label === null)
		)
			continue;
		const member = shapeMember(setter, paragraph, claim);
		if (member === null) {
			if (!refusals.some((refusal) => refusal.code === 'print-no-font')) refusals.push(noFont());
			continue;
		}
		if (member.shaped.count > 0) members.push(member);
	}
	const first = members[0];
	if (first === undefined) return [];
	const { role } = first.claim;
	if (role === 'attachment-note') return attachmentNote(setter, members);
	if (isSignature(role))
		return bodySeen ? signature(setter, members) : members.flatMap((member) => aligned(setter, member, 'center'));
	if (role === 'imprint') return imprint(setter, members);
	return members.flatMap((member) => paragraphBoxes(setter, member));
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

/** A paragraph with its claim and its shaped text. */
interface Member {
	readonly paragraph: Paragraph;
	readonly claim: RoleClaim;
	readonly style: RoleStyle;
	readonly size: number;
	readonly shaped: Shaped;
}

function shapeMember(setter: Setter, paragraph: Paragraph, claim: RoleClaim): Member | null {
	const { template, book } = setter;
	const setting = settingOf(template, claim.role);
	const runIn = claim.runInEnd !== undefined && claim.runInEnd < paragraph.text.length ? claim.runInEnd : null;
	const spans =
		runIn === null
			? spansOf(paragraph, claim.role, book, setting, null)
			: spansOf(paragraph, claim.role, book, settingOf(template, 'body'), { setting, end: runIn });
	if (spans === null) return null;
	return {
		paragraph,
		claim,
		style: template.roles[claim.role] ?? {},
		size: setting.size,
		shaped: shape(spans, paragraph.block, claim.role),
	};
}

/** Indent of the first line in cells when the template is silent. */
function firstCells(role: Role, style: RoleStyle): number {
	if (style.firstLineChars !== undefined) return style.firstLineChars.value / 100;
	return role === 'body' ||
		role === 'unknown' ||
		role === 'dash-item' ||
		role === 'closing' ||
		role === 'name-entry' ||
		role === 'note' ||
		HEADINGS.has(role)
		? 2
		: 0;
}

function paragraphBoxes(setter: Setter, member: Member): readonly Box[] {
	const { geometry } = setter;
	const { claim, style, shaped } = member;
	const alignment = style.alignment?.value ?? 'justify';
	if (alignment === 'center' || alignment === 'right') return aligned(setter, member, alignment);
	const indent = firstCells(claim.role, style) * geometry.cell;
	const left = ((style.leftChars?.value ?? 0) / 100) * geometry.cell;
	const measure = geometry.textWidth - left;
	const lines = breakLines(shaped, { first: measure - indent, rest: measure });
	const heading =
		HEADINGS.has(claim.role) && (claim.runInEnd === undefined || claim.runInEnd >= member.paragraph.text.length);
	return lineBoxes(
		setter,
		member,
		lines,
		(index) => ({ x: geometry.left + left + (index === 0 ? indent : 0), width: measure - (index === 0 ? indent : 0) }),
		heading || KEPT_WITH_NEXT.has(claim.role),
	);
}

/** Line boxes of a paragraph with the keeps of its lines: two at least at the foot and at the head of a page. */
function lineBoxes(
	setter: Setter,
	member: Member,
	lines: readonly Line[],
	placeOf: (index: number) => { readonly x: number; readonly width: number },
	keepNext: boolean,
): readonly Box[] {
	const { pitch } = setter.geometry;
	const { claim, shaped } = member;
	const y = baselineIn(pitch, member.size);
	const anchored = claim.role === 'title' || claim.role === 'attachment-title' || HEADINGS.has(claim.role);
	return lines.map((line, index) => {
		const items: Placed<TextItem>[] = [];
		const { x, width } = placeOf(index);
		setLine(shaped, line, x, width, items);
		for (const item of items) item.y += y;
		const last = index === lines.length - 1;
		const keep = last ? keepNext : index === 0 || index === lines.length - 2 || keepNext;
		return {
			kind: 'line',
			height: pitch,
			items,
			keepNext: keep,
			...(anchored && index === 0 ? { anchor: shaped.block } : {}),
		};
	});
}

/** Centred and right-aligned paragraphs; titles are broken by sense and balance. */
function aligned(setter: Setter, member: Member, alignment: 'center' | 'right'): readonly Box[] {
	const { geometry } = setter;
	const { shaped, claim } = member;
	const measure =
		geometry.textWidth - (alignment === 'right' ? ((member.style.rightChars?.value ?? 0) / 100) * geometry.cell : 0);
	const balanced = alignment === 'center' ? titleLines(shaped, measure) : [];
	const lines =
		balanced.length > 0
			? balanced
			: breakLines(shaped, { first: measure, rest: measure }).map((line) => ({ ...line, last: true }));
	return lineBoxes(
		setter,
		member,
		lines,
		(index) => ({ x: alignedX(alignment, geometry.left, measure, lines[index]?.width ?? 0), width: measure }),
		KEPT_WITH_NEXT.has(claim.role),
	);
}

/**
 * 附件说明 (7.3.4): 左空二字, 「附件：」; further entries align with the first number, turned lines with the first
 * character of the name.
 */
function attachmentNote(setter: Setter, members: readonly Member[]): readonly Box[] {
	const { geometry } = setter;
	const two = 2 * geometry.cell;
	let numbers = two;
	return members.flatMap((member) => {
		const { shaped } = member;
		const text = Array.from(shaped.codePoints.subarray(0, shaped.count), (codePoint) =>
			String.fromCodePoint(codePoint),
		).join('');
		const lead = /^附\s*件\s*[：:]\s*/.exec(text)?.[0] ?? '';
		const mark = /^\d{1,3}[.．、]\s*/.exec(text.slice(lead.length))?.[0] ?? '';
		const from = lead.length;
		const to = from + mark.length;
		const indent = lead === '' && mark !== '' ? numbers : two;
		if (lead !== '') numbers = two + widthOfPart(shaped, 0, from);
		const hang = indent + widthOfPart(shaped, 0, to);
		const lines = breakLines(shaped, { first: geometry.textWidth - indent, rest: geometry.textWidth - hang });
		return lineBoxes(
			setter,
			member,
			lines,
			(index) => ({
				x: geometry.left + (index === 0 ? indent : hang),
				width: geometry.textWidth - (index === 0 ? indent : hang),
			}),
			false,
		);
	});
}

/** Width of the first characters with the gap after them, as they stand inside a line. */
function widthOfPart(shaped: Shaped, start: number, end: number): number {
	let width = 0;
	for (let i = start; i < end; i++) width += (shaped.widths[i] ?? 0) + (shaped.gaps[i] ?? 0);
	return width;
}

/**
 * Signature and date without seal (7.3.5.2): the name 右空二字, the date's first character two cells right of the name's;
 * a longer date stands 右空二字 and moves the name to the left.
 */
function signature(setter: Setter, members: readonly Member[]): readonly Box[] {
	const { geometry } = setter;
	const { cell, textWidth, left } = geometry;
	const boxes: Box[] = [];
	const right = 2 * cell;
	const limit = textWidth - right;
	for (let i = 0; i < members.length; i++) {
		const member = members[i];
		const next = members[i + 1];
		if (member === undefined) break;
		const width = widthBetween(member.shaped, 0, member.shaped.count);
		if (width > limit) {
			boxes.push(...aligned(setter, member, 'right'));
			continue;
		}
		let x = limit - width;
		if (member.claim.role === 'signature' && next?.claim.role === 'date') {
			const dateX = Math.min(x + 2 * cell, limit - widthBetween(next.shaped, 0, next.shaped.count));
			x = Math.max(0, Math.min(x, dateX - 2 * cell));
			boxes.push(...single(setter, member, left + x, true), ...single(setter, next, left + dateX, false));
			i++;
			continue;
		}
		boxes.push(...single(setter, member, left + x, next !== undefined));
	}
	return boxes;
}

function single(setter: Setter, member: Member, x: number, keepNext: boolean): readonly Box[] {
	const { shaped } = member;
	const line = { start: 0, end: shaped.count, last: true, width: widthBetween(shaped, 0, shaped.count) };
	return lineBoxes(setter, member, [line], () => ({ x, width: line.width }), keepNext);
}

/** 版记 (7.4): between two rules of the type area's width, one cell in on both sides, at the foot of the last page. */
function imprint(setter: Setter, members: readonly Member[]): readonly Box[] {
	const { geometry } = setter;
	const { left, textWidth, cell } = geometry;
	const boxes = members.flatMap((member) => {
		const measure = textWidth - 2 * cell;
		const lines = breakLines(member.shaped, { first: measure, rest: measure });
		return lineBoxes(setter, member, lines, () => ({ x: left + cell, width: measure }), true);
	});
	const first = boxes[0];
	const last = boxes.at(-1);
	if (first === undefined || last === undefined) return boxes;
	const rule = (y: number, width: number): Box => ({
		kind: 'line',
		height: 0,
		keepNext: true,
		items: [{ kind: 'rule', x1: left, y1: y, x2: left + textWidth, y2: y, width }],
	});
	return [rule(0, 1), ...boxes, { ...rule(0, 1), keepNext: false }];
}
