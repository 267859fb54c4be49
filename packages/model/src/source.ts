/**
 * Where a required value comes from. A message says 「规定」 only for the first three levels and 「通行做法」 for the
 * others (design, idea 7), so the level is data and never guessed from the wording.
 */
export type AuthorityLevel = 'law' | 'national-standard' | 'office-notice' | 'practice' | 'project';

/** Authority of one value. `doc` names the text (「GB/T 9704-2012」), `clause` the place in it (「7.3.1」, may be empty). */
export interface Source {
	readonly level: AuthorityLevel;
	readonly doc: string;
	readonly clause: string;
}

/** True when a message may say 「规定」 / "requires" for a value of this level. */
export function isBinding(level: AuthorityLevel): boolean {
	return level === 'law' || level === 'national-standard' || level === 'office-notice';
}

/** A text in both languages of the product. Chinese is the original, English complete. */
export interface Bilingual {
	readonly zh: string;
	readonly en: string;
}

/** Language of messages and reports. */
export type Language = 'zh' | 'en';

/** Something the reader met and could not use as written; the document is still read. `block` when it has a place. */
export interface Problem {
	readonly code: string;
	readonly message: Bilingual;
	readonly block?: number;
}

/** Something nobody looked at (an embedded object, an altChunk, a rule without its input): "no findings" never hides it. */
export interface Unchecked {
	readonly code: string;
	readonly message: Bilingual;
	readonly block?: number;
}
