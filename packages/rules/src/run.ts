import type {
	AuthorityLevel,
	Diagnostic,
	Doc,
	DocumentContext,
	Finding,
	FindingSeverity,
	PacketContext,
	Parameter,
	Place,
	Rule,
	RuleSetting,
	Template,
	Unchecked,
} from '@bianxu/model';
import { rules } from './book.ts';
import { forgetPapers } from './paper-memory.ts';

/** What the document rules judge: everything of their context but the parameters, which the runner fills in. */
export type DocumentInput = Omit<DocumentContext, 'params'>;

/** What the packet rules judge. */
export type PacketInput = Omit<PacketContext, 'params' | 'lock' | 'date'> &
	Partial<Pick<PacketContext, 'lock' | 'date'>>;

/** Findings of one document in reading order, and what no rule looked at. */
export interface DocumentRulesResult {
	readonly diagnostics: readonly Diagnostic[];
	readonly unchecked: readonly Unchecked[];
}

/**
 * Runs every document rule that applies to the template. A rule that is 'off' does not run; a rule that needs formatting
 * does not run on Markdown, and `unchecked` names it. An exception of a rule is a programming error and passes through.
 */
export function runDocumentRules(input: DocumentInput, book: readonly Rule[] = rules): DocumentRulesResult {
	const diagnostics: Diagnostic[] = [];
	const unchecked: Unchecked[] = [];
	const unseen: string[] = [];
	const { doc, outline, template, date } = input;
	const plain: DocumentContext = { doc, outline, template, date, params: {} };
	const formatted = doc.kind !== 'markdown';
	const chosen = selected(template, book);
	for (let at = 0; at < chosen.length; at++) {
		const each = chosen[at];
		if (each === undefined) continue;
		const { rule, check, setting, severity, params } = each;
		if (each.needsFormat && !formatted) {
			unseen.push(rule.meta.id);
			continue;
		}
		const result = check(params === null ? plain : { doc, outline, template, date, params });
		if (result.findings.length > 0)
			for (const finding of result.findings) diagnostics.push(diagnosticOf(rule, setting, severity, finding, doc));
		if (result.unchecked !== undefined) unchecked.push(...result.unchecked);
	}
	if (unseen.length > 0) unchecked.push(formatUnseen(unseen));
	forgetPapers();
	return { diagnostics: diagnostics.sort(inReadingOrder), unchecked };
}

type DocumentRule = Extract<Rule, { readonly scope: 'document' }>;

/** A document rule that runs for a template, with what the template sets for it; `params` is null when there are none. */
interface Selected {
	readonly rule: DocumentRule;
	/** These two are the rule's own: every rule is an object of another shape, and asking each of them is slow. */
	readonly check: DocumentRule['check'];
	readonly needsFormat: boolean;
	readonly setting: RuleSetting | undefined;
	readonly severity: FindingSeverity;
	readonly params: Readonly<Record<string, Parameter>> | null;
}

const selections = new WeakMap<Template, { readonly book: readonly Rule[]; readonly chosen: readonly Selected[] }>();

/** The document rules of the book that are on for the template: chosen once for all papers of a kind. */
function selected(template: Template, book: readonly Rule[]): readonly Selected[] {
	const known = selections.get(template);
	if (known?.book === book) return known.chosen;
	const chosen = book.flatMap((rule): Selected[] => {
		if (rule.scope !== 'document' || !applies(rule, template)) return [];
		const setting = template.rules[rule.meta.id];
		const severity = setting?.severity ?? rule.meta.severity;
		if (severity === 'off') return [];
		const params = paramsOf(rule, setting);
		const { check, meta } = rule;
		const { needsFormat } = meta;
		return [{ rule, check, needsFormat, setting, severity, params: Object.keys(params).length === 0 ? null : params }];
	});
	selections.set(template, { book, chosen });
	return chosen;
}

/** Runs every packet rule; diagnostics are keyed by the member's id, each list in reading order. */
export function runPacketRules(
	input: PacketInput,
	book: readonly Rule[] = rules,
): { readonly byMember: ReadonlyMap<string, readonly Diagnostic[]>; readonly unchecked: readonly Unchecked[] } {
	const byMember = new Map<string, Diagnostic[]>();
	const unchecked: Unchecked[] = [];
	const docs = new Map(input.members.map((member) => [member.id, member.doc]));
	for (const rule of book) {
		if (rule.scope !== 'packet' || !applies(rule, input.template)) continue;
		const setting = input.template.rules[rule.meta.id];
		const severity = setting?.severity ?? rule.meta.severity;
		if (severity === 'off') continue;
		const result = rule.check({ lock: null, date: '', ...input, params: paramsOf(rule, setting) });
		for (const finding of result.findings) {
			const doc = docs.get(finding.member);
			if (doc === undefined) throw new RangeError(`${rule.meta.id} names a member ${finding.member} that is not there`);
			const list = byMember.get(finding.member) ?? [];
			list.push(diagnosticOf(rule, setting, severity, finding, doc));
			byMember.set(finding.member, list);
		}
		unchecked.push(...(result.unchecked ?? []));
	}
	for (const list of byMember.values()) list.sort(inReadingOrder);
	forgetPapers();
	return { byMember, unchecked };
}

/** True when the rule belongs to the template. */
export function applies(rule: Rule, template: Template): boolean {
	return rule.meta.templates === undefined || rule.meta.templates.includes(template.id);
}

/** The rule's parameters with those of the template over them. */
export function paramsOf(rule: Rule, setting: RuleSetting | undefined): Readonly<Record<string, Parameter>> {
	return { ...rule.params, ...setting?.params };
}

/** A finding as a diagnostic: rule, severity by authority, source, place. */
export function diagnosticOf(
	rule: Rule,
	setting: RuleSetting | undefined,
	severity: FindingSeverity,
	finding: Finding,
	doc: Doc,
): Diagnostic {
	const own = setting?.source ?? rule.meta.source;
	const source = finding.source ?? own;
	return {
		rule: rule.meta.id,
		severity: finding.severity ?? (weaker(source.level, own.level) ? atMostWarning(severity) : severity),
		message: finding.message,
		expected: finding.expected ?? null,
		actual: finding.actual ?? null,
		source,
		place: placeOf(doc, finding),
		...(finding.fix === undefined ? {} : { fix: finding.fix }),
	};
}

/** A value that rests on practice only must not fail a paper, though the rule as such rests on the standard. */
function weaker(value: AuthorityLevel, rule: AuthorityLevel): boolean {
	return value === 'practice' && rule !== 'practice' && rule !== 'project';
}

function atMostWarning(severity: FindingSeverity): FindingSeverity {
	return severity === 'error' ? 'warning' : severity;
}

function placeOf(doc: Doc, finding: Finding): Place {
	const { block, start, end } = finding;
	if (block === 0 && start === 0 && end === 0) return { block, text: '', start, end };
	const paragraph = doc.paragraphs[block];
	if (paragraph === undefined) throw new RangeError(`a finding cites block ${block} of ${doc.paragraphs.length}`);
	const place = { block, text: paragraph.text, start, end };
	return doc.kind === 'markdown' ? { ...place, ...lineAndColumn(doc, block, start) } : place;
}

/** 1-based line and column of a place in Markdown; from the file's line starts, or else counted on the block's first line. */
function lineAndColumn(doc: Doc, block: number, start: number): { readonly line?: number; readonly column?: number } {
	const paragraph = doc.paragraphs[block];
	if (paragraph?.line === undefined) return {};
	const span = paragraph.spans.find((candidate) => candidate.start <= start && start <= candidate.end);
	const offset =
		span === undefined ? paragraph.source.start : span.source.start + (span.verbatim ? start - span.start : 0);
	const starts = doc.lineStarts;
	if (starts === undefined) return { line: paragraph.line, column: offset - paragraph.source.start + 1 };
	let low = 0;
	let high = starts.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Order of blocks, then of offsets, then of rules. */
export function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
	return (
		a.place.block - b.place.block ||
		a.place.start - b.place.start ||
		(a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
		a.place.end - b.place.end
	);
}

function formatUnseen(ids: readonly string[]): Unchecked {
	return {
		code: 'format-rules',
		message: {
			zh: `Markdown 文稿没有版式，以下 ${ids.length} 条版式规则未检查（打印时由程序按模板排版）：${ids.join('、')}`,
			en: `Markdown has no layout of its own, so these ${ids.length} rules on format were not checked (printing sets the type from the template): ${ids.join(', ')}`,
		},
	};
}
