/**
 * First looks at the format of a role. Readers give equal runs and equal paragraphs one format, so the stretches of a
 * role use a handful: where none of these can be at fault, a rule need not look at the paragraphs.
 */
import type { Outline, ParagraphFormat, Role, RoleStyle, RunFormat, Template } from '@bianxu/model';
import { addFormats } from './effective-format.ts';
import { eachStretch, type Styled } from './role-style.ts';
import { leadingBlanks } from './typed-blanks.ts';

/** How the stretches of a role look. Attachments count, and so does the other half of a paragraph with a run-in heading. */
export interface RoleLook {
	readonly role: Role;
	readonly style: RoleStyle;
	/** The different formats of their runs. */
	readonly runs: readonly RunFormat[];
	/** The different formats of their paragraphs. */
	readonly paragraphs: readonly ParagraphFormat[];
	/** True when one of their paragraphs begins with typed blanks. */
	readonly blanks: boolean;
}

/** A look while stretches are added to it. */
interface OpenLook extends RoleLook {
	readonly runs: RunFormat[];
	readonly paragraphs: ParagraphFormat[];
	blanks: boolean;
}

const kept = new WeakMap<Outline, { readonly template: Template; readonly looks: readonly RoleLook[] }>();

function looksOf(context: Styled): readonly RoleLook[] {
	const known = kept.get(context.outline);
	if (known?.template === context.template) return known.looks;
	const looks: OpenLook[] = [];
	eachStretch(context, (role, style, _claim, paragraph) => {
		let look = looks.find((each) => each.role === role);
		if (look === undefined) looks.push((look = { role, style, runs: [], paragraphs: [], blanks: false }));
		addFormats(look.runs, paragraph.runs);
		if (!look.paragraphs.includes(paragraph.format)) look.paragraphs.push(paragraph.format);
		look.blanks ||= leadingBlanks(paragraph) > 0;
	});
	kept.set(context.outline, { template: context.template, looks });
	return looks;
}

/** True when one of the roles has a look of which `suspect` holds. */
export function someLook(context: Styled, roles: readonly Role[], suspect: (look: RoleLook) => boolean): boolean {
	return looksOf(context).some((look) => roles.includes(look.role) && suspect(look));
}

/** True when runs of one of the roles have a format of which `suspect` holds. */
export function someRun(
	context: Styled,
	roles: readonly Role[],
	suspect: (format: RunFormat, style: RoleStyle) => boolean,
): boolean {
	return someLook(context, roles, ({ runs, style }) => runs.some((format) => suspect(format, style)));
}

/** True when paragraphs of one of the roles have a format of which `suspect` holds. */
export function someParagraph(
	context: Styled,
	roles: readonly Role[],
	suspect: (format: ParagraphFormat, style: RoleStyle) => boolean,
): boolean {
	return someLook(context, roles, ({ paragraphs, style }) => paragraphs.some((format) => suspect(format, style)));
}
