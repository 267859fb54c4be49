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
import { inPartEdits, writePackage } from './part-edits.ts';
import { type Reason, reasons } from './reasons.ts';
import { canCut, isStorable, planText, rebuildRuns, type RunPlan } from './rebuild-runs.ts';

/** Edits of a package for the changes that it can say, the others with the reason, and the way to new bytes. */
export interface LoweredDocx {
	readonly edits: readonly TextEdit[];
	readonly unsayable: readonly Unsayable[];
	/** Splices the edits; parts without an edit keep their raw bytes, and without edits the result is the old bytes. */
	readonly write: (host: DeflateHost) => Uint8Array;
}

type BlockChange = Extract<Change, { block: number }>;

/**
 * Changes → splices of the parts that `readDocx` scanned. Text goes into the first touched run and keeps its format; run
 * formats split runs where they begin and end; new properties stand in schema order; a text box's copy in mc:Fallback
 * changes with it. What already is as asked gives no edit, so lowering the same format twice changes nothing.
 */
export function lowerDocx(doc: Doc, source: DocxSource, changes: readonly Change[]): LoweredDocx {
	const edits: TextEdit[] = [];
	const unsayable: Unsayable[] = [];
	const added = new Map<string, string>();
	const byBlock = new Map<number, BlockChange[]>();
	const sections = new Map<number, { readonly changes: Change[]; readonly plan: SectionPlan }>();
	const plan = (index: number, change: Change, more: SectionPlan): void => {
		const known = sections.get(index);
		const wanted = [...(known?.plan.wanted ?? []), ...more.wanted];
		sections.set(index, {
			changes: [...(known?.changes ?? []), change],
			plan: { wanted, leading: `${known?.plan.leading ?? ''}${more.leading}` },
		});
	};
	for (const change of changes) {
		if (change.kind === 'format-page') plan(change.section, change, { wanted: wantedPage(doc, change), leading: '' });
		else if (change.kind === 'page-numbers') {
			const numbers = lowerPageNumbers(doc, source, change);
			if ('reason' in numbers) unsayable.push({ change, reason: numbers.reason });
			else {
				edits.push(...numbers.edits);
				for (const [name, text] of numbers.added) added.set(name, text);
				for (const [index, more] of numbers.sections) plan(index, change, more);
			}
		} else byBlock.set(change.block, [...(byBlock.get(change.block) ?? []), change]);
	}
	for (const [index, entry] of sections) {
		const lowered = lowerSection(doc, source, index, entry.plan);
		if (isEdits(lowered)) edits.push(...inPartEdits(source.mainPart, lowered));
		else unsayable.push(...entry.changes.map((change) => ({ change, reason: lowered })));
	}
	for (const [block, list] of [...byBlock].sort(([a], [b]) => a - b)) {
		const lowered = lowerBlock(doc, source, block, list);
		edits.push(...lowered.edits);
		unsayable.push(...lowered.unsayable);
	}
	return { edits, unsayable, write: (host) => writePackage(source, { edits, added }, host) };
}

interface LoweredBlock {
	readonly edits: readonly TextEdit[];
	readonly unsayable: readonly Unsayable[];
}

/** All changes of one paragraph, in all its copies: each is said in every copy or in none. */
function lowerBlock(doc: Doc, source: DocxSource, block: number, changes: readonly BlockChange[]): LoweredBlock {
	const paragraph = doc.paragraphs[block];
	const refuse = (reason: Reason): LoweredBlock => ({
		edits: [],
		unsayable: changes.map((change) => ({ change, reason })),
	});
	if (paragraph === undefined) return refuse(reasons.place);
	const maps = paragraphMaps(source, paragraph);
	if (typeof maps === 'string') return refuse(reasons[maps]);
	const edits: TextEdit[] = [];
	const unsayable: Unsayable[] = [];
	const everywhere = (change: BlockChange, lower: (map: ParagraphMap) => Lowered): void => {
		const results = maps.map(lower);
		const reason = results.find((result): result is Reason => !isEdits(result));
		if (reason !== undefined) unsayable.push({ change, reason });
		else maps.forEach((map, index) => edits.push(...inPartEdits(map.part.name, results[index] as readonly PartEdit[])));
	};
	const plans = maps.map((): { texts: RunPlan['texts'][number][]; formats: RunPlan['formats'][number][] } => ({
		texts: [],
		formats: [],
	}));
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
				everywhere(change, (map) => removeParagraph(paragraph, map));
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
						: !isStorable(text)
							? reasons.character
							: null;
				if (reason !== null) unsayable.push({ change, reason });
				else if (paragraph.text === '') everywhere(change, (map) => fillEmptyParagraph(map, text));
				else {
					const planned = maps.map((map) => planText(map, start, end, text));
					if (planned.some((plan) => plan === null)) unsayable.push({ change, reason: reasons.protectedText });
					else {
						taken.push({ start, end });
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
				else for (const plan of plans) plan.formats.push(change);
				break;
			}
		}
	}
	maps.forEach((map, index) => {
		const plan = plans[index];
		if (plan !== undefined && (plan.texts.length > 0 || plan.formats.length > 0))
			edits.push(...inPartEdits(map.part.name, rebuildRuns(map, { ...plan, marks: [] })));
	});
	return { edits, unsayable };
}

/** Insertions before, the paragraph's own changes, insertions after: edits at one place keep this order. */
function inOrder(changes: readonly BlockChange[]): readonly BlockChange[] {
	const rank = (change: BlockChange): number =>
		change.kind !== 'insert-paragraph' ? 1 : change.where === 'before' ? 0 : 2;
	return [...changes].sort((a, b) => rank(a) - rank(b));
}

/** The paragraph with a size that the same round gives its first text, so that cached indents fit it. */
function withSize(paragraph: Doc['paragraphs'][number], changes: readonly BlockChange[]): Doc['paragraphs'][number] {
	const runs = paragraph.runs.map((run) => {
		const change = changes.find(
			(other) =>
				other.kind === 'format-run' &&
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
