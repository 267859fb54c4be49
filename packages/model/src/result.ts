import type { Diagnostic } from './diagnostic.ts';
import type { TemplateId } from './outline.ts';
import type { Problem, Unchecked } from './source.ts';

/** Result of checking one file. `refused` is set when the file could not be read at all. */
export interface FileResult {
	readonly path: string;
	readonly template: TemplateId | null;
	readonly problems: readonly Problem[];
	readonly unchecked: readonly Unchecked[];
	readonly diagnostics: readonly Diagnostic[];
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

export interface RejectResult {
	readonly path: string;
	readonly verdict: Verdict;
	readonly material: string | null;
	readonly findings: readonly RejectFinding[];
}
