/** What the verbs of paper and people answer; plain data for reports and machine output. */

import type { Binding, Day, MaterialState } from './manifest.ts';
import type { PrintRecord } from './paper.ts';

/** What the old print of a paper is known from. */
export type PrintBasis = 'ledger' | 'page-map' | 'pdf';

/** One page of a paper as it must be now. */
export interface LivePage {
	/** As printed: "3", or "6-1" for a point page. */
	readonly page: string;
	/** Day of the print that it comes from; null: to be printed now. */
	readonly on: Day | null;
}

/** What has to be printed again of one paper. */
export interface ReprintPaper {
	readonly id: string;
	/** Number as it is now. */
	readonly number: string | null;
	/** Number on the old print, where it is known to be another one. */
	readonly oldNumber: string | null;
	readonly title: string;
	readonly department: string;
	readonly binding: Binding;
	readonly duplex: boolean;
	readonly copies: number | null;
	readonly basis: PrintBasis | null;
	/** Day of the old print; null when unknown. */
	readonly printedOn: Day | null;
	/** Sheets of the old print and of the new one; 0 old ones for a paper that was never printed. */
	readonly oldSheets: number;
	readonly newSheets: number;
	/** Faces of each sheet to print, as page numbers from 1 within the paper, null where blank. */
	readonly print: readonly (readonly (number | null)[])[];
	/** Pages of each old sheet that is taken out. */
	readonly out: readonly (readonly number[])[];
	/** Pages whose words changed, that only got another number, that were only pushed, that are new. */
	readonly changed: readonly number[];
	readonly renumbered: readonly number[];
	readonly pushed: readonly number[];
	readonly added: readonly number[];
	/** The other way for a loose paper that overflows: fewer sheets, with point pages. */
	readonly point: {
		readonly first: number;
		readonly last: number;
		readonly labels: readonly string[];
		readonly sheets: number;
	} | null;
	/** The point pages were chosen: `print` and `live` are theirs. */
	readonly pointed: boolean;
	/** 60 % of the sheets or more are exchanged: print the paper whole. */
	readonly mostly: boolean;
	readonly live: readonly LivePage[];
	/** Batches that are out and hold sheets that are no longer current. */
	readonly recall: readonly PrintRecord[];
}

export interface ReprintResult {
	readonly papers: readonly ReprintPaper[];
	/** The generated contents (目录), counted apart from the papers; null when it stays or none was printed. */
	readonly contents: ReprintPaper | null;
	/** Papers of which the number of pages is another one: page numbers in the contents move. */
	readonly repaged: readonly { readonly id: string; readonly from: number; readonly to: number }[];
	/** Papers that stay as printed. */
	readonly unchanged: readonly string[];
	/** Papers that no print is known of. */
	readonly unprinted: readonly string[];
}

/** Facts of the session for the head of a printed paper. */
export interface SlipHead {
	/** 滨江市 */
	readonly organ: string;
	/** 第十七届人民代表大会常务委员会第二十三次会议. */
	readonly session: string;
	readonly date: Day;
	/** First digits of the lock's seal; '' without a lock. */
	readonly seal: string;
}

/** One role of the review as it stands for one paper. */
export interface RoleState {
	readonly role: string;
	readonly state: 'open' | 'approved' | 'returned' | 'void';
	readonly by: string;
	readonly on: Day | null;
	/** For a void one: which words changed and who saved the file; for a return: its reason. */
	readonly note: string;
}

/** A row of the board of `packet status`. */
export interface BoardRow {
	readonly id: string;
	readonly number: string | null;
	readonly title: string;
	readonly department: string;
	readonly person: string;
	readonly state: MaterialState;
	/** 拟稿, 审核 with a role, 印制 …: who has it now. */
	readonly holder: string;
	readonly errors: number;
	readonly warnings: number;
	readonly roles: readonly RoleState[];
	readonly due: Day | null;
	readonly done: Day | null;
	/** Days past the deadline; 0 when in time or without one. */
	readonly late: number;
	/** The last print is of an older wording. */
	readonly stale: boolean;
	/** What this paper still prevents, in words; '' when it is ready. */
	readonly wants: readonly string[];
}

export interface Board {
	readonly ready: boolean;
	/** The first sentence: 「今晚可以付印」, or what prevents it. */
	readonly sentence: { readonly zh: string; readonly en: string };
	readonly rows: readonly BoardRow[];
	readonly roles: readonly string[];
}
