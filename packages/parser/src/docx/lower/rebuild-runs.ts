import type { RunFormatChange } from '@bianxu/model';
import { attr, child, elementName, escapeText, firstChild, parentOf, type XmlDocument } from '@bianxu/opc';
import { RUN_PROPERTY_ORDER } from './child-order.ts';
import { editedSource, editProperties, type PartEdit, writeEmpty } from './element-edit.ts';
import type { MappedRun, MappedSpan, ParagraphMap } from './paragraph-map.ts';
import { wantedRunProperties } from './run-properties-edit.ts';
import type { WordNames } from './word-names.ts';

/** A text change of one span: offsets of the paragraph's text inside the span. */
interface SpanEdit {
	readonly span: number;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** What is to happen to the runs of one paragraph copy; everything of one round goes in one plan. */
export interface RunPlan {
	readonly texts: readonly SpanEdit[];
	readonly formats: readonly { readonly start: number; readonly end: number; readonly format: RunFormatChange }[];
	/** XML to stand between runs at an offset (ends and starts of comment ranges), in order. */
	readonly marks: readonly { readonly at: number; readonly xml: string }[];
}

/**
 * Spans that take a replacement: the first touched one gets the text and so its run's format, the others lose what is
 * replaced. Inserted text joins the character before it, at the start the one behind. null: a span that must not change.
 */
export function planText(map: ParagraphMap, start: number, end: number, text: string): readonly SpanEdit[] | null {
	if (start === end) {
		const usable = (index: number): boolean => map.spans[index]?.span.editable === true && isPlainHolder(map, index);
		const before = map.spans.findIndex(({ span }) => span.start < start && start <= span.end);
		const inside = before >= 0 && (map.spans[before]?.span.end ?? 0) > start;
		const after = map.spans.findIndex(({ span }) => span.start === start);
		const index = before >= 0 && usable(before) ? before : !inside && after >= 0 && usable(after) ? after : -1;
		const chosen = map.spans[index]?.span;
		if (chosen === undefined || (inside && !chosen.verbatim)) return null;
		return [{ span: index, start, end, text }];
	}
	const edits: SpanEdit[] = [];
	for (const [index, { span }] of map.spans.entries()) {
		const from = Math.max(start, span.start);
		const to = Math.min(end, span.end);
		if (from >= to) continue;
		const partly = from > span.start || to < span.end;
		if (!span.editable || (partly && !span.verbatim) || !isPlainHolder(map, index)) return null;
		edits.push({ span: index, start: from, end: to, text: edits.length === 0 ? text : '' });
	}
	return edits.length === 0 ? null : edits;
}

/** True when runs can be parted at an offset: the element that holds the text there is the run's own child. */
export function canCut(map: ParagraphMap, at: number): boolean {
	const inside = map.runs.find((run) => run.start < at && at < run.end);
	if (inside === undefined) return true;
	return map.spans.every(({ span, holder }, index) => {
		if (at < span.start || at >= span.end) return true;
		if (at > span.start && !span.verbatim) return false;
		return parentOf(map.part.xml, holder) === inside.element && isPlainHolder(map, index);
	});
}

/** Text between CDATA marks or comments inside w:t is not spliced. */
function isPlainHolder(map: ParagraphMap, index: number): boolean {
	const holder = map.spans[index]?.holder ?? -1;
	const { xml } = map.part;
	return (
		elementName(xml, holder) !== 'w:t' || !xml.text.slice(xml.tagEnd[holder], xml.closeStart[holder]).includes('<')
	);
}

/** True when an offset parts a surrogate pair: neither half can be stored alone. */
export function partsPair(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return at > 0 && at < text.length && unit >= 0xdc00 && unit <= 0xdfff;
}

/** True when text has only characters of XML 1.0 (2.2): no control characters, no half pairs. */
export function isStorable(text: string): boolean {
	return !/[\u0000-\u0008\u000b\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
		text,
	);
}

/** Edits of the part for a plan. Runs that the plan does not touch give none. */
export function rebuildRuns(map: ParagraphMap, plan: RunPlan): readonly PartEdit[] {
	return map.runs.flatMap((run, index) => (run.element < 0 ? [] : rebuildRun(map, run, index, plan)));
}

function rebuildRun(map: ParagraphMap, run: MappedRun, index: number, plan: RunPlan): readonly PartEdit[] {
	const { xml } = map.part;
	const own = map.spans.map((mapped, number) => ({ mapped, number })).filter(({ mapped }) => mapped.run === index);
	const formats = plan.formats.filter(({ start, end }) => start < run.end && run.start < end);
	const bounds = new Set<number>();
	for (const { start, end } of formats)
		for (const at of [start, end]) if (at > run.start && at < run.end) bounds.add(at);
	for (const { at } of plan.marks) if (at > run.start && at < run.end) bounds.add(at);
	const cuts = [...bounds].sort((a, b) => a - b);
	const formatOf = (at: number): RunFormatChange =>
		Object.assign({}, ...formats.filter(({ start, end }) => start <= at && at < end).map(({ format }) => format));
	const segments = [run.start, ...cuts].map((at) => runProperties(xml, run, map.names, formatOf(at)));
	const edits: PartEdit[] = [...propertyEdits(xml, run, map.names, formatOf(run.start))];
	const close = `</${map.names.element('r')}>`;
	const open = (segment: number): string => `<${map.names.element('r')}>${segments[segment] ?? ''}`;
	const markAt = (at: number): string =>
		plan.marks
			.filter((mark) => mark.at === at)
			.map((mark) => mark.xml)
			.join('');
	let segment = 0;
	const cut = (at: number): string => {
		segment++;
		return `${close}${markAt(at)}${open(segment)}`;
	};
	for (const group of holdersOf(own)) {
		const holder = group.holder;
		const start = group.spans[0]?.mapped.span.start ?? 0;
		if (cuts[segment] === start) {
			const at = xml.start[holder] ?? 0;
			edits.push({ start: at, end: at, text: cut(start) });
		}
		const end = group.spans.at(-1)?.mapped.span.end ?? 0;
		const inner = cuts.filter((at) => at > start && at < end);
		const texts = plan.texts.filter((edit) => group.spans.some(({ number }) => number === edit.span));
		if (inner.length === 0 && texts.length === 0) continue;
		const text = rebuildHolder(map, group, texts, inner, cut);
		edits.push({ start: xml.start[holder] ?? 0, end: xml.end[holder] ?? 0, text });
	}
	return edits;
}

interface Group {
	readonly holder: number;
	readonly spans: readonly { readonly mapped: MappedSpan; readonly number: number }[];
}

function holdersOf(own: readonly { readonly mapped: MappedSpan; readonly number: number }[]): readonly Group[] {
	const groups: { holder: number; spans: { mapped: MappedSpan; number: number }[] }[] = [];
	for (const entry of own) {
		const last = groups.at(-1);
		if (last !== undefined && last.holder === entry.mapped.holder) last.spans.push(entry);
		else groups.push({ holder: entry.mapped.holder, spans: [entry] });
	}
	return groups;
}

/** Writes the text of one w:t (or of a mark such as w:tab that is replaced) again, with edits and cuts. */
function rebuildHolder(
	map: ParagraphMap,
	group: Group,
	texts: readonly SpanEdit[],
	cuts: readonly number[],
	cut: (at: number) => string,
): string {
	const { xml } = map.part;
	const writer = textWriter(
		map.names,
		elementName(xml, group.holder) === 'w:t' && attr(xml, group.holder, 'xml:space') === 'preserve',
	);
	const pending = [...cuts];
	for (const { mapped, number } of group.spans) {
		const { span } = mapped;
		const raw = (from: number, to: number): void => {
			if (from >= to) return;
			if (!span.verbatim)
				writer.raw(
					elementName(xml, mapped.holder) === 'w:t' ? 'text' : 'element',
					xml.text.slice(span.source.start, span.source.end),
					map.text.slice(span.start, span.end),
				);
			else
				writer.raw(
					'text',
					xml.text.slice(span.source.start + from - span.start, span.source.start + to - span.start),
					map.text.slice(from, to),
				);
		};
		const upTo = (from: number, to: number): void => {
			let at = from;
			while ((pending[0] ?? Number.POSITIVE_INFINITY) <= to && (pending[0] ?? 0) < span.end) {
				const next = pending.shift() ?? to;
				raw(at, Math.max(at, next));
				writer.element(cut(next));
				at = Math.max(at, next);
			}
			raw(at, to);
		};
		let at = span.start;
		for (const edit of texts
			.filter((entry) => entry.span === number)
			.sort((a, b) => a.start - b.start || a.end - b.end)) {
			upTo(at, edit.start);
			writer.text(edit.text);
			at = Math.max(at, edit.end);
		}
		upTo(at, span.end);
	}
	return writer.done();
}

interface TextWriter {
	/** Source as it stands, and the text it shows. */
	readonly raw: (kind: 'text' | 'element', source: string, shown: string) => void;
	/** New text: tabs and breaks become their elements. */
	readonly text: (text: string) => void;
	readonly element: (xml: string) => void;
	readonly done: () => string;
}

/** Collects text into w:t elements; xml:space="preserve" where it was or where a blank stands at an edge (17.3.3.31). */
function textWriter(names: WordNames, preserve: boolean): TextWriter {
	let out = '';
	let content = '';
	let shown = '';
	const flush = (): void => {
		if (content === '') return;
		const space = preserve || /^[ \t\r\n]|[ \t\r\n]$/.test(shown) ? ' xml:space="preserve"' : '';
		out += `<${names.element('t')}${space}>${content}</${names.element('t')}>`;
		content = '';
		shown = '';
	};
	const element = (xml: string): void => {
		flush();
		out += xml;
	};
	return {
		raw: (kind, source, text) => {
			if (kind === 'element') return element(source);
			content += source;
			shown += text;
		},
		text: (text) => {
			for (const piece of text.split(/([\t\n\f])/)) {
				if (piece === '\t') element(writeEmpty(names, 'tab', {}));
				else if (piece === '\n') element(writeEmpty(names, 'br', {}));
				else if (piece === '\f') element(writeEmpty(names, 'br', { type: 'page' }));
				else {
					content += escapeText(piece);
					shown += piece;
				}
			}
		},
		element,
		done: () => {
			flush();
			return out === '' ? `<${names.element('t')}></${names.element('t')}>` : out;
		},
	};
}

/** Content of a run for new text: w:t, w:tab, w:br. */
export function writeRunText(names: WordNames, text: string): string {
	const writer = textWriter(names, false);
	writer.text(text);
	return text === '' ? '' : writer.done();
}

function propertiesOf(xml: XmlDocument, run: number): number {
	const first = firstChild(xml, run);
	return first >= 0 && elementName(xml, first) === 'w:rPr' ? first : child(xml, run, 'w:rPr');
}

/** Source of the w:rPr that a run has after a format change; '' for none. */
function runProperties(xml: XmlDocument, run: MappedRun, names: WordNames, format: RunFormatChange): string {
	const rPr = propertiesOf(xml, run.element);
	const wanted = wantedRunProperties(format, run.format);
	if (rPr < 0) return newProperties(names, wanted.length === 0 ? null : format, run);
	// The record of an old format has an id that must stay the only one.
	const once = [...wanted, { name: 'rPrChange', values: null }];
	return editedSource(xml, rPr, editProperties(xml, rPr, names, RUN_PROPERTY_ORDER, once));
}

/** A w:rPr made from nothing; '' when nothing is asked for. */
export function newProperties(
	names: WordNames,
	format: RunFormatChange | null,
	run: Pick<MappedRun, 'format'> | null,
): string {
	const wanted = format === null ? [] : wantedRunProperties(format, run?.format ?? null);
	if (wanted.length === 0) return '';
	const rank = (name: string): number => RUN_PROPERTY_ORDER.get(`w:${name}`) ?? 0;
	const content = [...wanted]
		.sort((a, b) => rank(a.name) - rank(b.name))
		.map((want) => writeEmpty(names, want.name, want.values ?? {}));
	return `<${names.element('rPr')}>${content.join('')}</${names.element('rPr')}>`;
}

function propertyEdits(
	xml: XmlDocument,
	run: MappedRun,
	names: WordNames,
	format: RunFormatChange,
): readonly PartEdit[] {
	const rPr = propertiesOf(xml, run.element);
	const wanted = wantedRunProperties(format, run.format);
	if (wanted.length === 0) return [];
	if (rPr >= 0) return editProperties(xml, rPr, names, RUN_PROPERTY_ORDER, wanted);
	const at = xml.tagEnd[run.element] ?? 0;
	return [{ start: at, end: at, text: newProperties(names, format, run) }];
}
