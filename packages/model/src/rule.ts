import type { FindingSeverity, Fix, FixSafety } from './diagnostic.ts';
import type { Doc, ObjectKind } from './doc.ts';
import type { Frame, PrintFont } from './frame.ts';
import type { Manifest } from './manifest.ts';
import type { AttachmentEntry, HeadingMark, Outline, Role, TemplateId } from './outline.ts';
import type { Lock } from './plan.ts';
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
	| 'brevity'
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

/** A character that the face of its role does not have: the face that had it, or null when no open face does. */
export interface GlyphStandIn {
	readonly codePoint: number;
	readonly block: number;
	readonly role: Role;
	readonly wanted: string;
	readonly used: string | null;
}

/** Input of layout rules: the material as our printer sets it. `frames` is [] when it could not be set. */
export interface LayoutContext extends DocumentContext {
	readonly frames: readonly Frame[];
	readonly standIns: readonly GlyphStandIn[];
}

/** Input of print rules: a submitted print as read. `about` is what the file says of itself: Title, Author, Company …. */
export interface PrintContext {
	readonly frames: readonly Frame[];
	readonly fonts: readonly PrintFont[];
	readonly about: Readonly<Record<string, string>>;
	readonly template: Template;
	readonly params: Readonly<Record<string, Parameter>>;
}

/** What a print rule reports; pages count from 1, null for the print as a whole. */
export interface PrintFinding {
	readonly page: number | null;
	readonly message: Bilingual;
	readonly expected?: string;
	readonly actual?: string;
	readonly severity?: FindingSeverity;
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
	/** What has happened to the packet so far; null before its first apply. */
	readonly lock: Lock | null;
	/** Day of judgement, YYYY-MM-DD. */
	readonly date: string;
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
	/** For layout rules: characters that the face of a paragraph's role lacks. */
	readonly standIns?: readonly { readonly character: string; readonly block: number; readonly used: string | null }[];
	/** For print rules: the print, and the print of the source that it is compared with. */
	readonly print?: ExamplePrint;
}

/** A print of an example: see packages/rules/test/example-print.ts. */
export interface ExamplePrint {
	readonly pages: readonly ExamplePage[];
	readonly source?: readonly ExamplePage[];
	readonly about?: Readonly<Record<string, string>>;
	/** Names of fonts that the file does not carry. */
	readonly notEmbedded?: readonly string[];
}

/** A page of a print. Unset values are those of a right page. Lengths in mm. */
export interface ExamplePage {
	/** Lines of text from the top of the type area. */
	readonly lines: readonly string[];
	/** Number as printed; by default that of its place in the print; null for none. */
	readonly number?: string | null;
	/** Distance of the number's dash under the type area. */
	readonly offset?: number;
	/** How far everything on the page stands to the right. */
	readonly shifted?: number;
	/** Everything is scaled to this share. */
	readonly scale?: number;
	/** Side of the sheet at which the head of turned content stands; 'unknown' for a landscape sheet. */
	readonly head?: 'left' | 'right' | 'unknown';
	readonly images?: readonly {
		readonly width: number;
		readonly height: number;
		readonly pixels: readonly [number, number];
	}[];
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
	/** For layout rules: the lines as set, each with its page from 1; by default one line on the page of the one before. */
	readonly printed?: readonly { readonly page: number; readonly text: string }[];
}

interface RuleBase {
	readonly meta: RuleMeta;
	readonly params?: Readonly<Record<string, Parameter>>;
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
	  })
	| (RuleBase & {
			readonly scope: 'print';
			/** Absent where the comparison of pages (package proof) measures it along with the rest. */
			readonly check?: (context: PrintContext) => {
				readonly findings: readonly PrintFinding[];
				readonly unchecked?: readonly Unchecked[];
			};
	  });
