/** What happens to paper and by people: pages as printed, prints, sign-offs, errors. Kept in the lock. */

import type { Binding, Day } from './manifest.ts';

/**
 * One printed page in layers, each a short hash (packets.md §5.5): a changed number is no changed text. Blank pages hash
 * like any other.
 */
export interface SideHash {
	/** Everything but the layers below: words, faces, places. */
	readonly body: string;
	/** The file mark (编号位). */
	readonly mark: string;
	/** The page number (页码位). */
	readonly folio: string;
	/** Words of the body alone, without their places: finds pages that were only pushed. */
	readonly text: string;
	/** Length of those words in UTF-16 units. */
	readonly length: number;
}

/** Stands for the generated contents (目录) of a print in page maps and prints; no id of a manifest begins with it. */
export const contentsId = '@目录';

/** One batch of a paper that went to print (印制台账). */
export interface PrintRecord {
	readonly id: string;
	/** Label that it bore, null for a paper without a number. */
	readonly number: string | null;
	/** Hash of the file that was printed. */
	readonly sha256: string;
	readonly copies: number;
	/** Copy numbers as written on the copies (份号), "1-60"; '' when they bear none. */
	readonly serials: string;
	readonly on: Day;
	readonly binding: Binding;
	/** Both sides of a sheet are printed. A saddle-stitched booklet always is. */
	readonly duplex: boolean;
	/** Where the copies went; '' while they lie in the print room. */
	readonly where: string;
	/** Day on which the copies were collected again; null while they are out. */
	readonly recalled: Day | null;
	/** Pages as printed; [] when only the fact is known. */
	readonly sides: readonly SideHash[];
}

/** A sign-off (签审): one role, one person, on one wording. */
export interface SignOff {
	readonly id: string;
	readonly role: string;
	readonly by: string;
	readonly on: Day;
	/** `approve` 同意, `return` 退回. */
	readonly verdict: 'approve' | 'return';
	/** Reason of a return; '' otherwise. */
	readonly reason: string;
	/** Hash of the wording that was signed, then of what mechanical renumbering made of it, oldest first. */
	readonly wordings: readonly string[];
}

/**
 * A link of the chain over the ledgers: how many records there were, and a hash of the link before with the records since.
 * Slips bear the last code of their day, so that a ledger rewritten afterwards no longer has it (校验码).
 */
export interface LedgerCode {
	readonly signOffs: number;
	readonly prints: number;
	readonly faults: number;
	/** Hex. */
	readonly code: string;
}

export type FaultKind =
	| 'wording'
	| 'number'
	| 'reference'
	| 'format'
	| 'name'
	| 'date'
	| 'print'
	| 'distribution'
	| 'tool'
	| 'other';
export type FaultStep = 'draft' | 'review' | 'numbering' | 'printing' | 'distribution';

/** One entry of the error ledger (差错台账): it records and does not score. */
export interface Fault {
	/** Ordinal in the ledger from 1; never used twice. */
	readonly no: number;
	/** Paper it was found in; '' when it concerns the packet. */
	readonly id: string;
	readonly step: FaultStep;
	readonly department: string;
	readonly kind: FaultKind;
	readonly text: string;
	readonly foundBy: string;
	readonly on: Day;
	/** What the department says, or the correction of the entry; the first words stay. */
	readonly remarks: readonly { readonly by: string; readonly on: Day; readonly text: string }[];
	/** Struck out with a reason in the remarks: kept, not counted. */
	readonly struck: boolean;
}
