import type { Role } from '@bianxu/model';

/** One paragraph of a reference text. `text` may hold '\n' where a title or caption breaks its line; numbers are typed. */
export interface ReferenceLine {
	readonly role: Role;
	readonly text: string;
	/** How to write what stands here: a comment beside it, never part of the paper. */
	readonly guidance?: string;
}

/** A reference text (参考文本): what it is called, and its paragraphs without the blank ones, which the template asks for. */
export interface ReferenceText {
	readonly title: string;
	readonly lines: readonly ReferenceLine[];
}

/** Shorthand of the text modules. */
export function line(role: Role, text: string, guidance?: string): ReferenceLine {
	return guidance === undefined ? { role, text } : { role, text, guidance };
}

/** Body paragraphs in a row. */
export function body(...texts: readonly string[]): readonly ReferenceLine[] {
	return texts.map((text) => line('body', text));
}

/** A level-1 heading with the guidance for its part and what stands under it. */
export function part(
	heading: string,
	guidance: string,
	...under: readonly (readonly ReferenceLine[])[]
): readonly ReferenceLine[] {
	return [line('heading-1', heading, guidance), ...under.flat()];
}

/** A level-2 heading with its body paragraphs. */
export function section(heading: string, ...texts: readonly string[]): readonly ReferenceLine[] {
	return [line('heading-2', heading), ...body(...texts)];
}
