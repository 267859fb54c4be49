import type { Change } from './change.ts';
import type { Day, MaterialState, NumberingScheme, SessionFacts, UnnumberedPaper } from './manifest.ts';
import type { Fault, LedgerCode, PrintRecord, SideHash, SignOff } from './paper.ts';
import type { Bilingual } from './source.ts';

export type ReferenceStatus = 'valid' | 'dangling' | 'mismatch' | 'ambiguous' | 'check' | 'ignored';

/** One material in a plan; `from` and `to` are labels ("5", "7-2", "补1") or null. */
export interface PlannedMaterial {
	readonly id: string;
	readonly from: string | null;
	readonly to: string | null;
	readonly state: MaterialState;
	readonly title: string;
	readonly department: string;
}

/** One mention. `start`/`end` span the whole mention in the old text; `from`/`to` the number as written ("五", "三、五"). */
export interface PlannedReference {
	readonly in: string;
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly from: string;
	readonly to: string | null;
	/** Id, ids joined by a comma, "count", or null. */
	readonly target: string | null;
	readonly status: ReferenceStatus;
	/** The mention's sentence for a person to read, its offset in the paragraph, and what is wrong or proposed. */
	readonly context: string;
	readonly contextStart: number;
	readonly note: Bilingual | null;
	/** Kind of the reference grammar: X7 … X32. */
	readonly form: string;
	/** Sign-off given for this place. */
	readonly accepted?: { readonly by: string; readonly text: string };
}

/** A fact of the session in a text (day, weekday, ordinal, place, person) that changes with the manifest. */
export interface PlannedFact {
	readonly in: string;
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly kind: 'day' | 'ordinal' | 'place' | 'person';
	readonly from: string;
	/** As it is to read; null: no counterpart, a person has to decide. */
	readonly to: string | null;
	/** `valid` is written; `check` and `ignored` (historical, quoted) are left as they stand. */
	readonly status: 'valid' | 'check' | 'ignored';
	readonly context: string;
	readonly contextStart: number;
	readonly note: Bilingual | null;
}

/** A department whose papers the plan touches, for the telephone. */
export interface DepartmentCall {
	readonly department: string;
	readonly materials: readonly {
		readonly id: string;
		readonly from: string | null;
		readonly to: string | null;
		/** Places of its text that are rewritten, and places that it has to decide. */
		readonly rewritten: number;
		readonly open: number;
	}[];
}

/** What another scheme would cost. */
export interface PlanAlternative {
	readonly scheme: NumberingScheme;
	readonly counts: PlanCounts;
	readonly departments: number;
	/** Printed sheets made waste: sheets × copies; null while a page map or a number of copies is missing. */
	readonly prints: number | null;
}

/** A cheaper way to the same agenda, found by trying it. */
export interface PlanAdvice {
	readonly message: Bilingual;
	readonly renumbered: number;
}

export interface PlanCounts {
	readonly renumbered: number;
	readonly referencesRewritten: number;
	readonly agendaRewritten: number;
	readonly dangling: number;
	readonly needsCheck: number;
	readonly sheets: number | null;
}

export interface ReprintEntry {
	readonly id: string;
	/** Pages of each sheet; null where no page map was recorded. */
	readonly sheets: readonly (readonly number[])[] | null;
	readonly copies: number | null;
}

/** What a change of agenda does, before anything is done. */
export interface Plan {
	readonly scheme: NumberingScheme;
	readonly blocked: boolean;
	/** Why it is blocked beyond references (unknown file, id used twice …). */
	readonly obstacles: readonly Bilingual[];
	readonly materials: readonly PlannedMaterial[];
	readonly references: readonly PlannedReference[];
	readonly counts: PlanCounts;
	readonly reprint: readonly ReprintEntry[];
	/** Sheets × copies of `reprint`; null while something of it is unknown. */
	readonly prints: number | null;
	/** Materials whose kept numbers stand out of order (号序倒置). */
	readonly inverted: readonly string[];
	readonly facts: readonly PlannedFact[];
	readonly calls: readonly DepartmentCall[];
	readonly unnumbered: readonly UnnumberedPaper[];
	readonly alternatives: readonly PlanAlternative[];
	readonly advice: readonly PlanAdvice[];
	/** Content hash (sha256, hex) of every input by path relative to the packet folder, the manifest included. */
	readonly inputs: Readonly<Record<string, string>>;
	/** Changes per material or unnumbered paper id. */
	readonly changes: Readonly<Record<string, readonly Change[]>>;
}

/** Where pages of a material lie in the recorded print: `pages` printed pages, first page index in the packet PDF. */
export interface PageMapEntry {
	readonly id: string;
	readonly pages: number;
	readonly first: number;
	readonly hash: string;
	/** First and last page (1-based, in the material) of each block of the Doc that was printed; finds the sheets that a change touches. */
	readonly blocks?: readonly (readonly [number, number])[];
	/** Its pages as printed, in layers; finds the sheets that a later print changes. */
	readonly sides?: readonly SideHash[];
}

/**
 * A mention whose binding must survive a renumbering because its numbers do not tell it: a range, one left to be checked,
 * one that a person signed off. Place and text are those of the file as the lock's hash names it.
 */
export interface HeldReference {
	readonly in: string;
	readonly block: number;
	readonly start: number;
	/** The whole mention as written. */
	readonly text: string;
	/** Ids that the mention means, by comma within a term and semicolon between terms; null: nothing in the packet. */
	readonly target: string | null;
	/** Left to be checked: asked again until the text is right. */
	readonly open?: true;
	readonly accepted?: { readonly by: string; readonly on: Day };
}

export interface LockedMaterial {
	readonly id: string;
	readonly number: string | null;
	readonly state: MaterialState;
	readonly path: string;
	readonly sha256: string;
	readonly item: string;
	/** Who reports it, as the texts name them. */
	readonly person?: string;
}

/** Numbers and agenda as papers saw them that then left: their text still speaks of these when they come back. */
export interface Departure {
	readonly ids: readonly string[];
	readonly numbers: readonly { readonly id: string; readonly number: string }[];
	readonly items: readonly string[];
	/** Who had left before: ranges of that time do not mean them. */
	readonly gone?: readonly string[];
	/** The session that their texts speak of. */
	readonly session?: SessionFacts;
}

/** packet.lock.yaml: what happened, kept by the tool. */
export interface Lock {
	readonly version: 1;
	readonly scheme: NumberingScheme;
	/** Agenda order of item ids when the lock was written. */
	readonly items: readonly string[];
	readonly materials: readonly LockedMaterial[];
	readonly tombstones: readonly {
		readonly id: string;
		readonly number: string;
		readonly reason: string;
		readonly on: Day;
	}[];
	readonly moves: readonly {
		readonly id: string;
		readonly from: string | null;
		readonly to: string | null;
		readonly on: Day;
		/** Another session that the old number is of, for papers carried over: 第二十三次会议. */
		readonly session?: string;
	}[];
	/** Facts of the session as the texts have them. */
	readonly session?: SessionFacts;
	/** References left as written whose numbers no longer say what they mean. */
	readonly held?: readonly HeldReference[];
	/** For papers that are withdrawn or moved away now. */
	readonly departures?: readonly Departure[];
	readonly pageMap: { readonly file: string; readonly on: Day; readonly entries: readonly PageMapEntry[] } | null;
	/** Print ledger (印制台账), oldest first. */
	readonly prints?: readonly PrintRecord[];
	/** Sign-offs (签审), oldest first. */
	readonly signOffs?: readonly SignOff[];
	/** Error ledger (差错台账), oldest first. */
	readonly faults?: readonly Fault[];
	/** The chain over the three ledgers; absent while they are empty. */
	readonly codes?: readonly LedgerCode[];
}
