import type { Paragraph, PictureDrawing, Role, RoleClaim, RoleStyle } from '@bianxu/model';
import { baselineIn } from './geometry.ts';
import { breakLines, type Line } from './line-breaking.ts';
import type { Box } from './page-flow.ts';
import { inlineAndBlock } from './pictures.ts';
import { alignedX, type LineItem, setLine } from './set-line.ts';
import { placesOfNames, type Setter, settingOf } from './setter.ts';
import { keepWhole, type Shaped, shape } from './shape.ts';
import { spansOf } from './spans.ts';
import { titleLines } from './title-lines.ts';

export const HEADINGS: ReadonlySet<Role> = new Set<Role>(['heading-1', 'heading-2', 'heading-3', 'heading-4']);
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

/** A paragraph with its claim and its shaped text. */
export interface Member {
	readonly paragraph: Paragraph;
	readonly claim: RoleClaim;
	readonly style: RoleStyle;
	readonly size: number;
	readonly shaped: Shaped;
	/** Pictures that stand by themselves below the text. */
	readonly pictures: readonly PictureDrawing[];
	/** A straight line stands below the text. */
	readonly rule: boolean;
}

/** Shapes a paragraph for its role; null when no face is there. */
export function shapeMember(setter: Setter, paragraph: Paragraph, claim: RoleClaim): Member | null {
	const { template, book } = setter;
	const setting = settingOf(template, claim.role);
	const runIn = claim.runInEnd !== undefined && claim.runInEnd < paragraph.text.length ? claim.runInEnd : null;
	const { inline, block: pictures } = inlineAndBlock(
		setter,
		paragraph,
		setter.geometry.textWidth,
		setter.geometry.pitch,
	);
	const spans =
		runIn === null
			? spansOf(paragraph, claim.role, book, setting, null, inline)
			: spansOf(paragraph, claim.role, book, settingOf(template, 'body'), { setting, end: runIn }, inline);
	if (spans === null) return null;
	const shaped = shape(spans, paragraph.block, claim.role);
	keepWhole(shaped, placesOfNames(setter.names, paragraph.text));
	return {
		paragraph,
		claim,
		style: template.roles[claim.role] ?? {},
		size: setting.size,
		shaped,
		pictures,
		rule: paragraph.drawings?.some(({ kind }) => kind === 'line') ?? false,
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

/** Lines of a paragraph in the alignment and indents of its role. */
export function paragraphBoxes(setter: Setter, member: Member): readonly Box[] {
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

/** What stands with the next is kept in one piece up to so many lines; a longer heading parts like text. */
const MOST_KEPT = 4;

/** Line boxes of a paragraph with the keeps of its lines: two at least at the foot and at the head of a page. */
export function lineBoxes(
	setter: Setter,
	member: Member,
	lines: readonly Line[],
	placeOf: (index: number) => { readonly x: number; readonly width: number },
	keepNext: boolean,
): readonly Box[] {
	const { pitch } = setter.geometry;
	const { claim, shaped } = member;
	const anchored = claim.role === 'title' || claim.role === 'attachment-title' || HEADINGS.has(claim.role);
	const whole = keepNext && lines.length <= MOST_KEPT;
	return lines.map((line, index) => {
		const items: LineItem[] = [];
		const { x, width } = placeOf(index);
		setLine(shaped, line, x, width, items);
		const height = lineHeight(shaped, line, pitch);
		const y = height - pitch + baselineIn(pitch, member.size);
		for (const item of items) item.y += y;
		const notes = shaped.notes === null ? [] : setter.notes.of(setter, shaped, line);
		const last = index === lines.length - 1;
		const keep = last ? keepNext : index === 0 || index === lines.length - 2 || whole;
		return {
			kind: 'line',
			height,
			items,
			keepNext: keep,
			...(anchored && index === 0 ? { anchor: shaped.block } : {}),
			...(notes.length === 0 ? {} : { notes }),
		};
	});
}

/** A line with a picture in it takes as many lines of the grid as it needs. */
function lineHeight(shaped: Shaped, line: Line, pitch: number): number {
	if (shaped.pictures === null) return pitch;
	let height = 0;
	for (const [index, picture] of shaped.pictures)
		if (index >= line.start && index < line.end) height = Math.max(height, picture.height);
	return Math.max(1, Math.ceil((height + 0.3 * pitch) / pitch)) * pitch;
}

/** Centred and right-aligned paragraphs; titles are broken by sense and balance. */
export function aligned(setter: Setter, member: Member, alignment: 'center' | 'right'): readonly Box[] {
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
