import type { Break, Drawing, Field, NoteReference, ObjectKind, Run, SourceSpan } from '@bianxu/model';
import type { ResolvedRun } from './run-format.ts';
import { rangeOf, type ScannedPart } from './scanned-part.ts';

/** A text box met in a paragraph: its w:txbxContent and the copy of it in mc:Fallback (-1: none). */
export interface PendingBox {
	readonly element: number;
	readonly copy: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A paragraph while it is read. */
export interface Draft {
	text: string;
	readonly runs: Mutable<Run>[];
	readonly spans: Mutable<SourceSpan>[];
	readonly fields: Field[];
	readonly breaks: Break[];
	readonly objects: ObjectKind[];
	readonly drawings: Drawing[];
	readonly notes: NoteReference[];
	readonly boxes: PendingBox[];
	/** Run element of the last entry of `runs`. */
	lastRun: number;
}

/** An empty draft. The lists are made one by one: the engine copies a literal that nests them by its slow way. */
function newDraft(): Draft {
	const runs: Draft['runs'] = [];
	const spans: Draft['spans'] = [];
	const fields: Draft['fields'] = [];
	const breaks: Draft['breaks'] = [];
	const objects: Draft['objects'] = [];
	const drawings: Draft['drawings'] = [];
	const notes: Draft['notes'] = [];
	const boxes: Draft['boxes'] = [];
	return { text: '', runs, spans, fields, breaks, objects, drawings, notes, boxes, lastRun: -1 };
}

/** An empty draft after `spent`, whose paragraph is made: what that has nothing but text leaves six empty lists. */
export function nextDraft(spent: Draft | null): Draft {
	if (spent === null || !isPlain(spent)) return newDraft();
	const { fields, breaks, objects, drawings, notes, boxes } = spent;
	const runs: Draft['runs'] = [];
	const spans: Draft['spans'] = [];
	return { text: '', runs, spans, fields, breaks, objects, drawings, notes, boxes, lastRun: -1 };
}

/** Whether a paragraph has nothing but text. */
export function isPlain({ fields, breaks, objects, drawings, notes, boxes }: Draft): boolean {
	return fields.length + breaks.length + objects.length + drawings.length + notes.length + boxes.length === 0;
}

/** The run that text is appended for. */
export interface RunState {
	/** The w:r; -1 where text stands in no run (equations). */
	readonly element: number;
	readonly resolved: ResolvedRun;
	/** Inside a tracked insertion. */
	readonly inserted: boolean;
	/** Inside a locked or bound content control. */
	readonly locked: boolean;
}

/** Appends visible text with the place it comes from (UTF-16 offsets in the part). */
export function appendText(
	draft: Draft,
	part: ScannedPart,
	run: RunState,
	field: string | null,
	text: string,
	start: number,
	end: number,
	verbatim: boolean,
	editable: boolean,
): void {
	if (text === '') return;
	const from = draft.text.length;
	const to = from + text.length;
	draft.text += text;
	const free = editable && field === null && !run.inserted && !run.locked;
	const before = draft.spans.at(-1);
	if (verbatim && before?.verbatim === true && before.editable === free && before.source.end === start) {
		before.end = to;
		before.source = { part: part.name, start: before.source.start, end };
	} else {
		draft.spans.push({ start: from, end: to, source: { part: part.name, start, end }, verbatim, editable: free });
	}
	const last = draft.runs.at(-1);
	if (
		last !== undefined &&
		run.element >= 0 &&
		draft.lastRun === run.element &&
		last.source?.part === part.name &&
		last.format === run.resolved.format &&
		last.field === (field ?? undefined)
	) {
		last.end = to;
		return;
	}
	const { format, why } = run.resolved;
	const added: Mutable<Run> =
		run.element < 0
			? { start: from, end: to, format, why }
			: { start: from, end: to, format, why, source: rangeOf(part, run.element) };
	if (run.inserted) added.revision = 'inserted';
	if (field !== null) added.field = field;
	draft.runs.push(added);
	draft.lastRun = run.element;
}
