import type { Alignment } from './doc.ts';
import type { Role, TemplateId } from './outline.ts';
import type { Source } from './source.ts';

/** A value and its authority. */
export interface Sourced<T> {
	readonly value: T;
	readonly source: Source;
}

/** Typeface asked for by role (字体角色); which families satisfy it is the profile's (`Template.fonts`). */
export type FontRole = 'xiaobiaosong' | 'fangsong' | 'kaiti' | 'heiti' | 'songti' | 'latin';

/** What a profile accepts for a font role. Names compare through `sameFamily`. */
export interface FontFamilies {
	/** First entry is written by fixes. */
	readonly accept: readonly string[];
	/** Accepted, with a remark at severity info. */
	readonly tolerate: readonly string[];
	/** Who names these families; the role's own source when absent. */
	readonly source?: Source;
}

/** How paragraphs of a role are set. Undefined: nothing is required. Sizes in points, indents in hundredths of a character. */
export interface RoleStyle {
	readonly font?: Sourced<FontRole>;
	readonly size?: Sourced<number>;
	readonly bold?: Sourced<boolean>;
	readonly alignment?: Sourced<Alignment>;
	readonly firstLineChars?: Sourced<number>;
	readonly leftChars?: Sourced<number>;
	readonly rightChars?: Sourced<number>;
	/** Blank lines before / after, used by the printer and spacing-title-gap. */
	readonly linesBefore?: Sourced<number>;
	readonly linesAfter?: Sourced<number>;
}

/** Page of the template. Lengths in mm except the grid: pitch in twips, cell in points. */
export interface PageStyle {
	readonly width: Sourced<number>;
	readonly height: Sourced<number>;
	readonly top: Sourced<number>;
	readonly left: Sourced<number>;
	readonly textWidth: Sourced<number>;
	readonly textHeight: Sourced<number>;
	readonly tolerance: Sourced<number>;
	readonly lines: Sourced<number>;
	readonly cells: Sourced<number>;
	/** Accepted range of the exact line pitch, twips. */
	readonly pitch: Sourced<readonly [number, number]>;
	readonly charSpace: Sourced<number>;
	/** Prints have the 订口 at the right of versos; see `mirrorVersos` of the printer. */
	readonly mirrored: Sourced<boolean>;
	readonly pageNumber: {
		readonly font: Sourced<FontRole>;
		readonly size: Sourced<number>;
		/** mm from the lower edge of the type area to the dash. */
		readonly offset: Sourced<number>;
		readonly form: Sourced<string>;
	};
}

export type Severity = 'error' | 'warning' | 'info' | 'off';

/** Scalars, lists and maps of a rule's parameters, checked by the rule itself. */
export type Parameter =
	| string
	| number
	| boolean
	| readonly string[]
	| readonly number[]
	| Readonly<Record<string, string | number | boolean>>;

export interface RuleSetting {
	readonly severity?: Severity;
	readonly params?: Readonly<Record<string, Parameter>>;
	readonly source?: Source;
}

/** One required or optional part of a report type, in order. `headings` are words any of which identifies the part. */
export interface PartRequirement {
	readonly id: string;
	readonly name: string;
	readonly words: readonly string[];
	readonly required: boolean;
	readonly source: Source;
}

/** Level of the congress: counties have no 秘书长 (domain.md §2.3). */
export type CongressLevel = 'province' | 'prefecture' | 'county';

/** A resolved template: base, type and profile merged, each value with its source. */
export interface Template {
	readonly id: TemplateId;
	readonly profile: string;
	readonly level: CongressLevel;
	/** As configured; 'auto' lets structure decide from the document. */
	readonly mode: 'oral' | 'written' | 'auto';
	readonly place: string;
	readonly page: PageStyle;
	readonly fonts: Readonly<Record<FontRole, FontFamilies>>;
	readonly roles: Readonly<Partial<Record<Role, RoleStyle>>>;
	readonly rules: Readonly<Record<string, RuleSetting>>;
	readonly salutations: readonly Sourced<string>[];
	readonly closings: readonly Sourced<string>[];
	readonly titleWords: readonly string[];
	readonly parts: readonly PartRequirement[];
}
