import type { Diagnostic } from './diagnostic.ts';
import type { TemplateId } from './outline.ts';
import type { Problem, Unchecked } from './source.ts';

/** A finding that is let pass (放过): by a comment in the text, the file beside it, or the baseline of known findings. */
export interface Suppressed {
	readonly diagnostic: Diagnostic;
	readonly via: 'comment' | 'sidecar' | 'baseline';
	/** Why; '' for the baseline. */
	readonly reason: string;
	/** Who signed for it, and when (YYYY-MM-DD); '' when nobody is named. */
	readonly by: string;
	readonly on: string;
}

/** Result of checking one file. `refused` is set when the file could not be read at all. */
export interface FileResult {
	readonly path: string;
	readonly template: TemplateId | null;
	readonly problems: readonly Problem[];
	readonly unchecked: readonly Unchecked[];
	readonly diagnostics: readonly Diagnostic[];
	/** Findings that somebody let pass, with the reason; absent without any. */
	readonly suppressed?: readonly Suppressed[];
	/** Number of fixes written into the file by this call. */
	readonly fixed: number;
	readonly refused: Problem | null;
}

export type Verdict = 'accept' | 'revise' | 'reprint';

/** A finding of the gatekeeper: page and line as printed. */
export interface RejectFinding {
	readonly rule: string;
	readonly severity: 'error' | 'warning' | 'info';
	readonly page: number | null;
	readonly line: number | null;
	readonly expected: string | null;
	readonly actual: string | null;
	readonly source: import('./source.ts').Source;
	readonly message: import('./source.ts').Bilingual;
	/** The paragraph's text, or the line of the print, for the report. */
	readonly text: string;
}

/** A warning of the gatekeeper that somebody signed for: the print goes on with it, and with the name. */
export interface SignedFinding {
	readonly finding: RejectFinding;
	readonly by: string;
	/** YYYY-MM-DD. */
	readonly on: string;
	/** Why; '' when none was given. */
	readonly reason: string;
}

export interface RejectResult {
	readonly path: string;
	readonly verdict: Verdict;
	readonly material: string | null;
	readonly findings: readonly RejectFinding[];
	/** Warnings that were signed for with this verdict, taken out of `findings`; absent without any. */
	readonly signed?: readonly SignedFinding[];
	/** Findings that somebody let pass, with the reason; absent without any. */
	readonly suppressed?: readonly Suppressed[];
}
