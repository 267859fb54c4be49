import type { Change, Doc, TextEdit, Unsayable } from '@bianxu/model';
import type { DeflateHost } from '@bianxu/opc';
import { child, elementName } from '@bianxu/opc';
import type { DocxSource } from '../source.ts';
import type { PartEdit } from './element-edit.ts';
import { lowerSection, type SectionPlan, wantedPage } from './page.ts';
import { lowerPageNumbers } from './page-numbers.ts';
import { type ParagraphMap, paragraphMaps } from './paragraph-map.ts';
import { cellOf } from './paragraph-properties-edit.ts';
import {
	fillEmptyParagraph,
	formatParagraph,
	insertParagraph,
	isEdits,
	type Lowered,
	removeParagraph,
} from './paragraphs.ts';
import { type EditGroup, inPartEdits, withoutOverlaps, writePackage } from './part-edits.ts';
import { type Reason, reasons } from './reasons.ts';
import { type Depth, styleDepth } from './style-depth.ts';
import { editStyle } from './style-edit.ts';
import { canCut, isStorable, partsPair, planText, rebuildRuns, type RunPlan } from './rebuild-runs.ts';

/** Edits of a package for the changes that it can say, the others with the reason, and the way to new bytes. */
export interface LoweredDocx {
	readonly edits: readonly TextEdit[];
	readonly unsayable: readonly Unsayable[];
	/** Splices the edits; parts without an edit keep their raw bytes, and without edits the result is the old bytes. */
	readonly write: (host: DeflateHost) => Uint8Array;
}

/** How edits will be told. */
export interface LoweringOptions {
	/** As tracked changes (`trackDocx`): what they cannot say is unsayable then. */
	readonly tracked?: boolean;
	/** Changes of later rounds too: formats that all users of a style want go into the style (`styleDepth`). */
	readonly wanted?: readonly Change[];
	/** Styles stay as they are: every format is said at its paragraph or run. */
	readonly direct?: boolean;
}

type BlockChange = Extract<Change, { block: number }>;

/**
 * Changes → splices of the parts that `readDocx` scanned. Text goes into the first touched run and keeps its format; run
 * formats split runs where they begin and end; new properties stand in schema order; a text box's copy in mc:Fallback
 * changes with it. What already is as asked gives no edit, so lowering the same format twice changes nothing.
 */
export function lowerDocx(
	doc: Doc,
	source: DocxSource,
	changes: readonly Change[],
	options: LoweringOptions = {},
): LoweredDocx {
	const lowered: Lowerings = { groups: [], unsayable: [], gone: new Map() };
	// A style cannot be tracked: what is to be rejected is said where it is seen.
	const depth =
		options.tracked === true || options.direct === true
			? null
			: lowerStyles(doc, source, changes, options.wanted ?? changes, lowered);
	const origins = new Map(depth?.map(({ change, from }) => [change, from]));
	const byBlock = new Map<number, BlockChange[]>();
	const onPages: PageLevelChange[] = [];
	for (const change of depth?.map((each) => each.change) ?? changes) {
		if (change.kind === 'format-page' || change.kind === 'page-numbers') onPages.push(change);
		else byBlock.set(change.block, [...(byBlock.get(change.block) ?? []), change]);
	}
	lowerPages(doc, source, onPages, lowered, options.tracked === true);
	for (const [block, list] of [...byBlock].sort(([a], [b]) => a - b)) lowerBlock(doc, source, block, list, lowered);
	const kept = withoutOverlaps(lowered.groups);
	for (const group of lowered.groups) {
		if (!kept.includes(group))
			lowered.unsayable.push(...group.changes.map((change) => ({ change, reason: reasons.overlap })));
	}
	const edits = kept.flatMap((group) => group.edits);
	const added = new Map(kept.flatMap((group) => [...(group.added ?? [])]));
	const refused = new Map<Change, Unsayable>();
	for (const { change, reason } of lowered.unsayable) {
		const from = origins.get(change) ?? change;
		if (!refused.has(from)) refused.set(from, { change: from, reason });
	}
	return { edits, unsayable: [...refused.values()], write: (host) => writePackage(source, { edits, added }, host) };
}

/** Formats that go into styles; what is left of the changes is said directly. */
function lowerStyles(
	doc: Doc,
	source: DocxSource,
	changes: readonly Change[],
	wanted: readonly Change[],
	out: Lowerings,
): Depth['direct'] {
	const depth = styleDepth(doc, source, changes, wanted);
	for (const style of depth.styles) {
		const part = source.parts.get(style.part);
		const cell = cellOf(withSize(style.example, wanted), doc.sections[style.example.section]);
		const edits = part === undefined ? reasons.place : editStyle(part, style, cell);
		if (isEdits(edits)) out.groups.push({ changes: style.changes, edits: inPartEdits(style.part, edits) });
		else out.unsayable.push(...style.changes.map((change) => ({ change, reason: edits })));
	}
	return depth.direct;
}

/** What has been lowered so far. */
interface Lowerings {
	readonly groups: EditGroup[];
	readonly unsayable: Unsayable[];
	/** Paragraph elements taken away, by part. */
	readonly gone: Map<string, Set<number>>;
}

function goneFrom(out: Lowerings, part: string): Set<number> {
	const known = out.gone.get(part) ?? new Set();
	out.gone.set(part, known);
	return known;
}

type PageLevelChange = Extract<Change, { kind: 'format-page' | 'page-numbers' }>;

/** Page changes and page numbers: both go into w:sectPr, which is edited once; numbers stand in every section or in none. */
function lowerPages(
	doc: Doc,
	source: DocxSource,
	changes: readonly PageLevelChange[],
	out: Lowerings,
	tracked: boolean,
): void {
	const numbered = changes.find((change) => change.kind === 'page-numbers');
	const pages = changes.filter((change) => change.kind === 'format-page');
	const others = changes.filter((change) => change.kind === 'page-numbers' && change !== numbered);
	out.unsayable.push(...others.map((change) => ({ change, reason: reasons.overlap })));
	const numbers = numbered === undefined ? null : lowerPageNumbers(doc, source, numbered, tracked);
	const leading = new Map<number, SectionPlan>(numbers === null || 'reason' in numbers ? [] : numbers.sections);
	const section = (index: number, more: SectionPlan | undefined): Lowered => {
		const wanted = pages.filter((change) => change.section === index).flatMap((change) => wantedPage(doc, change));
		return lowerSection(doc, source, index, {
			wanted: [...wanted, ...(more?.wanted ?? [])],
			leading: more?.leading ?? '',
		});
	};
	const together = [...leading].map(([index, more]) => ({ index, lowered: section(index, more) }));
	const barrier = together.map(({ lowered }) => lowered).find((lowered): lowered is Reason => !isEdits(lowered));
	const said = numbers !== null && !('reason' in numbers) && barrier === undefined ? numbers : null;
	if (numbered !== undefined && said !== null) {
		const edits = together.flatMap(({ lowered }) => (isEdits(lowered) ? inPartEdits(source.mainPart, lowered) : []));
		const sharing = pages.filter((change) => leading.has(change.section));
		out.groups.push({ changes: [numbered, ...sharing], edits: [...said.edits, ...edits], added: said.added });
	} else if (numbered !== undefined) {
		const reason = numbers !== null && 'reason' in numbers ? numbers.reason : (barrier ?? reasons.place);
		out.unsayable.push({ change: numbered, reason });
	}
	for (const index of new Set(pages.map((change) => change.section))) {
		if (said !== null && leading.has(index)) continue;
		const own = pages.filter((change) => change.section === index);
		const lowered = section(index, undefined);
		if (isEdits(lowered)) out.groups.push({ changes: own, edits: inPartEdits(source.mainPart, lowered) });
		else out.unsayable.push(...own.map((change) => ({ change, reason: lowered })));
	}
}

/** All changes of one paragraph, in all its copies: each is said in every copy or in none. */
function lowerBlock(
	doc: Doc,
	source: DocxSource,
	block: number,
	changes: readonly BlockChange[],
	out: Lowerings,
): void {
	const paragraph = doc.paragraphs[block];
	const refuse = (reason: Reason): void => {
		out.unsayable.push(...changes.map((change) => ({ change, reason })));
	};
	if (paragraph === undefined) return refuse(reasons.place);
	const maps = paragraphMaps(source, paragraph);
	if (typeof maps === 'string') return refuse(reasons[maps]);
	const { unsayable } = out;
	const everywhere = (change: BlockChange, lower: (map: ParagraphMap) => Lowered): void => {
		const results = maps.map(lower);
		const reason = results.find((result): result is Reason => !isEdits(result));
		if (reason !== undefined) unsayable.push({ change, reason });
		else {
			const edits = maps.flatMap((map, index) => inPartEdits(map.part.name, results[index] as readonly PartEdit[]));
			out.groups.push({ changes: [change], edits });
		}
	};
	const plans = maps.map((): { texts: RunPlan['texts'][number][]; formats: RunPlan['formats'][number][] } => ({
		texts: [],
		formats: [],
	}));
	const inRuns: BlockChange[] = [];
	const taken: { start: number; end: number }[] = [];
	const removed = changes.some((change) => change.kind === 'remove-paragraph');
	for (const change of inOrder(changes)) {
		switch (change.kind) {
			case 'insert-paragraph':
				everywhere(change, (map) =>
					isStorable(change.text) ? insertParagraph(doc, paragraph, map, change) : reasons.character,
				);
				break;
			case 'remove-paragraph':
				everywhere(change, (map) => removeParagraph(paragraph, map, goneFrom(out, map.part.name)));
				break;
			case 'format-paragraph':
				if (removed) unsayable.push({ change, reason: reasons.overlap });
				else
					everywhere(change, (map) =>
						formatParagraph(map, change, cellOf(withSize(paragraph, changes), doc.sections[paragraph.section])),
					);
				break;
			case 'replace-text': {
				const { start, end, text } = change;
				const outside = start < 0 || end < start || end > paragraph.text.length;
				const overlaps = removed || taken.some((other) => start < other.end && other.start < end);
				const reason = outside
					? reasons.place
					: overlaps
						? reasons.overlap
						: !isStorable(text) || partsPair(paragraph.text, start) || partsPair(paragraph.text, end)
							? reasons.character
							: null;
				if (reason !== null) unsayable.push({ change, reason });
				else if (paragraph.text === '') everywhere(change, (map) => fillEmptyParagraph(map, text));
				else {
					const planned = maps.map((map) => planText(map, start, end, text));
					if (planned.some((plan) => plan === null)) unsayable.push({ change, reason: reasons.protectedText });
					else {
						taken.push({ start, end });
						inRuns.push(change);
						planned.forEach((plan, index) => plans[index]?.texts.push(...(plan ?? [])));
					}
				}
				break;
			}
			case 'format-run': {
				const reason = removed
					? reasons.overlap
					: maps.map((map) => formatBarrier(map, change)).find((found) => found !== null);
				if (reason !== undefined && reason !== null) unsayable.push({ change, reason });
				else {
					inRuns.push(change);
					for (const plan of plans) plan.formats.push(change);
				}
				break;
			}
		}
	}
	if (inRuns.length === 0) return;
	const edits = maps.flatMap((map, index) => {
		const plan = plans[index];
		return plan === undefined ? [] : inPartEdits(map.part.name, rebuildRuns(map, { ...plan, marks: [] }));
	});
	out.groups.push({ changes: inRuns, edits });
}

/** Insertions before, the paragraph's own changes, insertions after: edits at one place keep this order. */
function inOrder(changes: readonly BlockChange[]): readonly BlockChange[] {
	const rank = (change: BlockChange): number =>
		change.kind !== 'insert-paragraph' ? 1 : change.where === 'before' ? 0 : 2;
	return [...changes].sort((a, b) => rank(a) - rank(b));
}

/** The paragraph with a size that the same round gives its first text, so that cached indents fit it. */
function withSize(paragraph: Doc['paragraphs'][number], changes: readonly Change[]): Doc['paragraphs'][number] {
	const runs = paragraph.runs.map((run) => {
		const change = changes.find(
			(other) =>
				other.kind === 'format-run' &&
				other.block === paragraph.block &&
				other.format.size !== undefined &&
				other.start <= run.start &&
				run.start < other.end,
		);
		const size = change?.kind === 'format-run' ? change.format.size : undefined;
		return size === undefined ? run : { ...run, format: { ...run.format, size } };
	});
	return { ...paragraph, runs };
}

/** Why the runs of a stretch cannot be formatted, null when they can. */
function formatBarrier(map: ParagraphMap, { start, end }: Extract<Change, { kind: 'format-run' }>): Reason | null {
	if (start < 0 || end > map.text.length || end <= start) return reasons.place;
	if (partsPair(map.text, start) || partsPair(map.text, end)) return reasons.character;
	const { xml } = map.part;
	for (const run of map.runs) {
		if (run.start >= end || start >= run.end) continue;
		if (!run.free) return reasons.protectedText;
		const rPr = child(xml, run.element, 'w:rPr');
		if (rPr >= 0 && child(xml, rPr, 'w:rPrChange') >= 0) return reasons.trackedFormat;
	}
	const symbols = map.spans.some(
		({ span, holder }) => span.start < end && start < span.end && elementName(xml, holder) === 'w:sym',
	);
	return symbols || !canCut(map, start) || !canCut(map, end) ? reasons.protectedText : null;
}
