/** From the template's roles to named styles: which style a role has, and its format in the units of WordprocessingML. */

import { type FontRole, type Role, type RoleStyle, type Template, twipsOfMillimetres } from '@bianxu/model';

/** A named paragraph style. Built-in names (ECMA-376 17.7.4.9) show in the language of Word and WPS: Title as 标题. */
export interface StyleName {
	readonly id: string;
	readonly name: string;
	readonly role: Role;
	readonly outlineLevel?: number;
}

/** Style ids of what is no role of its own. */
export const FOOTER_STYLE = 'Footer';
export const NOTE_TURN_STYLE = 'AttachmentNoteNext';

/** Styles by role, in the order in which they are written. Roles not named here are set in Normal. */
export const styleNames: readonly StyleName[] = [
	{ id: 'Heading1', name: 'heading 1', role: 'heading-1', outlineLevel: 0 },
	{ id: 'Heading2', name: 'heading 2', role: 'heading-2', outlineLevel: 1 },
	{ id: 'Heading3', name: 'heading 3', role: 'heading-3', outlineLevel: 2 },
	{ id: 'Heading4', name: 'heading 4', role: 'heading-4', outlineLevel: 3 },
	{ id: 'OrganLine', name: '机关名称', role: 'organ-line' },
	{ id: 'Title', name: 'Title', role: 'title' },
	{ id: 'Subtitle', name: 'Subtitle', role: 'caption' },
	{ id: 'Author', name: '署名', role: 'author' },
	{ id: 'Salutation', name: 'Salutation', role: 'salutation' },
	{ id: 'NormalIndent', name: 'Normal Indent', role: 'body' },
	{ id: 'Closing', name: 'Closing', role: 'closing' },
	{ id: 'AttachmentNote', name: '附件说明', role: 'attachment-note' },
	{ id: 'Signature', name: 'Signature', role: 'signature' },
	{ id: 'Date', name: 'Date', role: 'date' },
	{ id: 'AttachmentLabel', name: '附件序号', role: 'attachment-label' },
	{ id: 'AttachmentTitle', name: '附件标题', role: 'attachment-title' },
	{ id: 'NameEntry', name: '名单条目', role: 'name-entry' },
];

/** Id of the style that paragraphs of a role have. */
export function styleIdOf(role: Role): string {
	return styleNames.find((style) => style.role === role)?.id ?? 'Normal';
}

/** Family written for a font role: the first that the profile accepts. */
export function familyOf(template: Template, role: FontRole): string {
	return template.fonts[role].accept[0] ?? '';
}

/** The role's own requirements over those of the text, which everything is set in unless stated (GB/T 9704-2012 5.2.2). */
export function lookOf(template: Template, role: Role): RoleStyle {
	const { font, size, bold, alignment } = template.roles.body ?? {};
	const text: RoleStyle = {
		...(font === undefined ? {} : { font }),
		...(size === undefined ? {} : { size }),
		...(bold === undefined ? {} : { bold }),
		...(alignment === undefined ? {} : { alignment }),
	};
	return { ...text, ...template.roles[role] };
}

/** Size in points of the text: the default style's, which the character grid is counted from. */
export function textSize(template: Template): number {
	return template.roles.body?.size?.value ?? GRID_SIZE;
}

/** The size that `Template.page.charSpace` is stated for (rules/base.yaml). */
const GRID_SIZE = 16;

/** Page set-up in twips, with the document grid; `charSpace` in 1/4096 pt. */
export interface PageTwips {
	readonly width: number;
	readonly height: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly left: number;
	readonly footer: number;
	readonly pitch: number;
	readonly charSpace: number;
	/** Line of the page number. */
	readonly numberLine: number;
}

/** Page of the template. Right and lower margins are what the type area leaves of the sheet. */
export function pageTwips({ page, ...template }: Template): PageTwips {
	const [least, most] = page.pitch.value;
	const textHeight = twipsOfMillimetres(page.textHeight.value);
	const below = page.height.value - page.top.value - page.textHeight.value;
	const numberLine = Math.round(page.pageNumber.size.value * 20 * 1.3);
	return {
		width: twipsOfMillimetres(page.width.value),
		height: twipsOfMillimetres(page.height.value),
		top: twipsOfMillimetres(page.top.value),
		left: twipsOfMillimetres(page.left.value),
		right: twipsOfMillimetres(page.width.value - page.left.value - page.textWidth.value),
		bottom: twipsOfMillimetres(below),
		// The dash stands in the middle of its line, and that line's lower edge is w:footer above the edge of the sheet.
		footer: twipsOfMillimetres(below - page.pageNumber.offset.value) - Math.round(numberLine / 2),
		// Rounded down so that the last line still fits, and never outside the range that the profile accepts.
		pitch: Math.min(most, Math.max(least, Math.floor(textHeight / page.lines.value))),
		charSpace: Math.round((GRID_SIZE - textSize({ page, ...template })) * 4096) + page.charSpace.value,
		numberLine,
	};
}

/** Twips that Word keeps beside an indent of `chars` hundredths of a character of `size` points on the grid: 200 → 632. */
export function cachedTwips(chars: number, size: number, charSpace: number): number {
	return Math.round((chars / 100) * (size + charSpace / 4096) * 20);
}
