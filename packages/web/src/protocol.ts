import type { CongressLevel, FindingSeverity, TemplateId } from '@bianxu/model';

/** What a person chose for all files on the page. */
export interface Choice {
	readonly template: TemplateId | 'auto';
	readonly level: CongressLevel;
}

/** check: findings; fix: 改正稿; annotate: 批注稿; list: 修改清单 of what the safe fixes leave. */
export type Verb = 'check' | 'fix' | 'annotate' | 'list';

/** One request of the page to the worker. The bytes travel with each, so a worker that was ended can be replaced. */
export interface Request {
	readonly id: number;
	readonly verb: Verb;
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly choice: Choice;
}

/** A finding as the page shows it: texts in Chinese, unseen characters made visible. Numbers count from 1 in text order. */
export interface ShownFinding {
	readonly number: number;
	readonly severity: FindingSeverity;
	readonly place: string;
	/** The faulty stretch with its surroundings, null when the finding is about a whole paragraph or document. */
	readonly excerpt: { readonly before: string; readonly hit: string; readonly after: string } | null;
	readonly message: string;
	readonly required: string | null;
	readonly actual: string | null;
	readonly source: string;
	readonly rule: string;
	/** 'safe': 改正稿 corrects it; 'ask': a correction exists, but a person decides; 'none': by hand. */
	readonly fix: 'safe' | 'ask' | 'none';
}

/** Everything the page shows of one checked file. */
export interface ShownFile {
	/** Why the file could not be read; then there is nothing else. */
	readonly refused: string | null;
	readonly template: TemplateId | null;
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	/** A .docx can be annotated; Markdown cannot. */
	readonly annotatable: boolean;
	readonly findings: readonly ShownFinding[];
	/** What the reader could not use as written. */
	readonly problems: readonly string[];
	/** What nobody looked at. */
	readonly unchecked: readonly string[];
}

/** Outcome of a request. `failed` carries one sentence for a person. */
export type Reply =
	| { readonly id: number; readonly verb: 'check'; readonly file: ShownFile }
	| {
			readonly id: number;
			readonly verb: 'fix';
			readonly bytes: Uint8Array;
			readonly fixed: number;
			readonly left: number;
	  }
	| { readonly id: number; readonly verb: 'annotate'; readonly bytes: Uint8Array; readonly comments: number }
	| { readonly id: number; readonly verb: 'list'; readonly html: string }
	| { readonly id: number; readonly verb: 'failed'; readonly message: string };
