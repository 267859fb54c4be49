import type { FindingSeverity, Fix, FixSafety } from './diagnostic.ts';
import type { Doc, ObjectKind } from './doc.ts';
import type { Frame } from './frame.ts';
import type { Manifest } from './manifest.ts';
import type { AttachmentEntry, HeadingMark, Outline, Role, TemplateId } from './outline.ts';
import type { Bilingual, Source, Unchecked } from './source.ts';
import type { Parameter, Template } from './template.ts';

export type RuleGroup =
	| 'page'
	| 'font'
	| 'size-spacing'
	| 'heading'
	| 'work-report'
	| 'duty-report'
	| 'personnel'
	| 'names-dates'
	| 'punctuation'
	| 'table'
	| 'attachment'
	| 'reference'
	| 'packet'
	| 'hygiene'
	| 'print';

/** What every rule knows about itself; the docs pages are generated from it. */
export interface RuleMeta {
	/** Id of domain.md §4. */
	readonly id: string;
	/** Number in the catalogue of domain.md §4; 0 for rules beyond it. */
	readonly number: number;
	readonly group: RuleGroup;
	readonly title: Bilingual;
	/** Why the rule exists and what it looks at, a few sentences. */
	readonly description: Bilingual;
	readonly severity: FindingSeverity;
	readonly fix: FixSafety | 'none';
	readonly source: Source;
	/** Templates it applies to; all when absent. */
	readonly templates?: readonly TemplateId[];
	/** True when the rule needs formatting that Markdown does not have. */
	readonly needsFormat: boolean;
}

/** What a rule reports; the runner adds rule id, severity and source. */
export interface Finding {
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly message: Bilingual;
	readonly expected?: string;
	readonly actual?: string;
	readonly fix?: Fix;
	/** Overrides the rule's source when a template value with a source of its own was violated. */
	readonly source?: Source;
	/** Lowers or raises one finding (a tolerated family is info). */
	readonly severity?: FindingSeverity;
}

export interface RuleResult {
	readonly findings: readonly Finding[];
	/** What the rule could not look at. */
	readonly unchecked?: readonly Unchecked[];
}

/** Input of document rules. `date` is the day of judgement (YYYY-MM-DD); `params` merges the rule's defaults with the template's. */
export interface DocumentContext {
	readonly doc: Doc;
	readonly outline: Outline;
	readonly template: Template;
	readonly date: string;
	readonly params: Readonly<Record<string, Parameter>>;
}

export interface LayoutContext extends DocumentContext {
	readonly frames: readonly Frame[];
}

/** One material of a packet as packet rules see it. */
export interface PacketMember {
	readonly id: string;
	readonly path: string;
	readonly doc: Doc;
	readonly outline: Outline;
}

export interface PacketContext {
	readonly manifest: Manifest;
	readonly members: readonly PacketMember[];
	readonly template: Template;
	readonly params: Readonly<Record<string, Parameter>>;
}

/** A packet finding also names its material. */
export interface PacketFinding extends Finding {
	readonly member: string;
}

/** Example text of a rule: `good` yields nothing, `bad` yields at least one finding, `fixed` is the text after the safe fixes. */
export interface RuleExample {
	readonly kind: 'good' | 'bad';
	readonly title: string;
	/** Markdown of a whole report or a fragment, or a docx described by `docx`. */
	readonly markdown?: string;
	/** Paragraph list for rules on format: see packages/rules/test/build-example.ts. */
	readonly paragraphs?: readonly ExampleParagraph[];
	/** Page set-up that differs from the correct one: see packages/rules/test/build-example.ts. */
	readonly page?: Readonly<Record<string, number>>;
	readonly template?: TemplateId;
	readonly level?: 'province' | 'prefecture' | 'county';
	/** Text of the paragraphs after applying the fix, joined by '\n'. */
	readonly fixed?: string;
}

/** Run formatting of a format example; unset values are those of correct body text. Sizes in points. */
export interface ExampleRun {
	readonly text: string;
	readonly font?: string;
	readonly latin?: string;
	readonly size?: number;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly underline?: string;
	readonly color?: string;
	readonly highlight?: string;
	readonly hidden?: boolean;
	/** True: “ ” — … take the East Asian font (w:hint); the default. */
	readonly hint?: boolean;
	readonly scale?: number;
	readonly letterSpacing?: number;
	readonly revision?: 'inserted';
}

/**
 * A paragraph of a format example; unset values are those of correct body text. `runs` replaces the paragraph's own run
 * values stretch by stretch, and their texts must then join to `text`. Lengths in twips.
 */
export interface ExampleParagraph extends ExampleRun {
	readonly where?: 'body' | 'header' | 'footer' | 'table' | 'textbox' | 'footnote';
	/** Part the paragraph plays; by default 'blank' when empty, that of the place elsewhere, 'body' in the body. */
	readonly role?: Role;
	readonly mark?: HeadingMark;
	readonly runInEnd?: number;
	readonly confidence?: number;
	/** Displayed automatic number, never part of `text`. */
	readonly label?: string;
	readonly runs?: readonly ExampleRun[];
	readonly alignment?: 'left' | 'center' | 'right' | 'justify' | 'distribute';
	readonly firstLineChars?: number | null;
	readonly firstLine?: number;
	readonly leftChars?: number | null;
	readonly left?: number;
	readonly rightChars?: number | null;
	readonly right?: number;
	readonly line?: number;
	readonly lineRule?: 'auto' | 'exact' | 'atLeast';
	readonly before?: number;
	readonly after?: number;
	readonly keepNext?: boolean;
	readonly pageBreakBefore?: boolean;
	readonly even?: boolean;
	readonly field?: 'PAGE';
	/** Index of the section, 0 by default. */
	readonly section?: number;
	/** Place in a table, for where 'table'. */
	readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
	/** Entry of the 附件说明 or attachment that the paragraph states. */
	readonly lists?: AttachmentEntry;
	readonly presents?: AttachmentEntry;
	readonly objects?: readonly ObjectKind[];
}

interface RuleBase {
	readonly meta: RuleMeta;
	readonly params?: Readonly<Record<string, Parameter>>;
	readonly examples: readonly RuleExample[];
}

/** A rule is a pure function of one declared scope. */
export type Rule =
	| (RuleBase & { readonly scope: 'document'; readonly check: (context: DocumentContext) => RuleResult })
	| (RuleBase & { readonly scope: 'layout'; readonly check: (context: LayoutContext) => RuleResult })
	| (RuleBase & {
			readonly scope: 'packet';
			readonly check: (context: PacketContext) => {
				readonly findings: readonly PacketFinding[];
				readonly unchecked?: readonly Unchecked[];
			};
	  });
