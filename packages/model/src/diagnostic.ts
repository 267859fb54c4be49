import type { Change } from './change.ts';
import type { Bilingual, Source } from './source.ts';

export type FindingSeverity = 'error' | 'warning' | 'info';

/** Place of a finding: block and offsets in its text; block 0, 0, 0 for the document as a whole (then `text` is ''). */
export interface Place {
	readonly block: number;
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** 1-based; Markdown only. */
	readonly line?: number;
	readonly column?: number;
}

/** `safe`: format, punctuation, numbering. `ask`: names, posts, verbs, dates: never without a person. */
export type FixSafety = 'safe' | 'ask';

export interface Fix {
	readonly title: Bilingual;
	readonly safety: FixSafety;
	readonly changes: readonly Change[];
}

/** A finding in both languages; the output contract shows one of them. */
export interface Diagnostic {
	readonly rule: string;
	readonly severity: FindingSeverity;
	readonly message: Bilingual;
	readonly expected: string | null;
	readonly actual: string | null;
	readonly source: Source;
	readonly place: Place;
	readonly fix?: Fix;
}
