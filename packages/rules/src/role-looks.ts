/**
 * First looks at the format of a role. Readers give equal runs and equal paragraphs one format, so the paragraphs of a
 * role use a handful: where none of these can be at fault, a rule need not look at the paragraphs.
 */
import type { Doc, Outline, ParagraphFormat, Role, RoleClaim, RoleStyle, RunFormat, Template } from '@bianxu/model';
import { addFormats } from './effective-format.ts';
import { claimsByRole, claimsOf, CONFIDENT, type Styled } from './role-style.ts';
import { leadingBlanks } from './typed-blanks.ts';
import { paperMemory } from './paper-memory.ts';

/**
 * How the paragraphs of a role look, by all that `roleStretches` gives and some more: attachments count, and so does the
 * other half of a paragraph with a run-in heading.
 */
export interface RoleLook {
	readonly style: RoleStyle;
	/** The different formats of their runs. */
	readonly runs: readonly RunFormat[];
	/** Their own different formats. */
	readonly paragraphs: readonly ParagraphFormat[];
	/** True when one begins with typed blanks. */
	readonly blanks: boolean;
}

interface Looks {
	readonly template: Template;
	readonly byRole: ReadonlyMap<Role, RoleLook>;
}

const kept = paperMemory<Outline, Looks>();

function looksOf({ doc, outline, template }: Styled): Looks {
	const known = kept.get(outline);
	if (known?.template === template) return known;
	const byRole = new Map<Role, RoleLook>();
	const add = (claims: readonly RoleClaim[], role: Role): void => {
		const style = template.roles[role];
		if (style !== undefined) byRole.set(role, lookOf(doc, style, claims));
	};
	claimsByRole(outline).forEach(add);
	// The sentence after a run-in heading is body.
	const runIn = outline.claims.filter((claim) => claim.runInEnd !== undefined);
	if (runIn.length > 0) add([...claimsOf(outline, 'body'), ...runIn], 'body');
	const looks = { template, byRole };
	kept.set(outline, looks);
	return looks;
}

function lookOf(doc: Doc, style: RoleStyle, claims: readonly RoleClaim[]): RoleLook {
	const runs: RunFormat[] = [];
	const paragraphs: ParagraphFormat[] = [];
	let blanks = false;
	for (let at = 0; at < claims.length; at++) {
		const claim = claims[at];
		const paragraph = claim === undefined ? undefined : doc.paragraphs[claim.block];
		if (claim === undefined || claim.confidence < CONFIDENT || paragraph?.where !== 'body') continue;
		addFormats(runs, paragraph.runs);
		if (!paragraphs.includes(paragraph.format)) paragraphs.push(paragraph.format);
		blanks ||= leadingBlanks(paragraph) > 0;
	}
	return { style, runs, paragraphs, blanks };
}

/** True when one of the roles has a look of which `suspect` holds. */
export function someLook(context: Styled, roles: readonly Role[], suspect: (look: RoleLook) => boolean): boolean {
	const { byRole } = looksOf(context);
	for (let at = 0; at < roles.length; at++) {
		const role = roles[at];
		const look = role === undefined ? undefined : byRole.get(role);
		if (look !== undefined && suspect(look)) return true;
	}
	return false;
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
