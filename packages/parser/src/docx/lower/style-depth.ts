import type { Change, Doc, Paragraph, ParagraphFormatChange, Run, RunFormat, RunFormatChange } from '@bianxu/model';
import { slotOf } from '@bianxu/model';
import type { DocxSource } from '../source.ts';
import type { Style } from '../styles.ts';
import { type StyleFacts, styleFacts } from './style-facts.ts';
import {
	type Asked,
	keyOf,
	PARAGRAPH_UNITS,
	paragraphIsAs,
	type ParagraphUnit,
	paragraphUnits,
	RUN_UNITS,
	runIsAs,
	type RunUnit,
	runUnits,
	withoutParagraphUnits,
	withoutRunUnits,
} from './style-units.ts';

/** The style through which a change goes, by its name (w:name), and how many paragraphs share the change. */
export interface StyleShare {
	readonly style: string;
	readonly shared: number;
}

/** What one style gets. */
export interface StyleChange {
	/** The w:style element in `part`. */
	readonly element: number;
	readonly part: string;
	readonly run: RunFormatChange;
	readonly paragraph: ParagraphFormatChange;
	/** A paragraph that uses it, for the size of a character. */
	readonly example: Paragraph;
	/** The changes that it says, wholly or in part. */
	readonly changes: readonly Change[];
}

/** Changes parted by depth. */
export interface Depth {
	readonly styles: readonly StyleChange[];
	/** What must still be said directly, each with the change that it comes from. */
	readonly direct: readonly { readonly change: Change; readonly from: Change }[];
	/** The style through which a change is said as a whole, null for a direct one. */
	readonly through: (change: Change) => StyleShare | null;
}

/** One style is worth changing for this many paragraphs. */
const FEWEST = 2;

type FormatChange = Extract<Change, { kind: 'format-run' | 'format-paragraph' }>;

/** Places that want the same value of one unit. */
interface Ask {
	readonly asked: Asked;
	/** Stretches by block; the whole text for a paragraph unit. */
	readonly places: Map<number, { start: number; end: number }[]>;
}

/** A unit that a style takes over. */
interface Taken {
	readonly style: Style;
	readonly asked: Asked;
	readonly blocks: ReadonlySet<number>;
	/** Runs of those blocks that follow the style, for a run unit. */
	readonly runs: ReadonlySet<Run>;
}

/**
 * Finds formats that are wrong through a style: when everything that would follow the style wants the same value, one
 * change of the style says it, and nothing else in the document looks different. Everything else is said directly.
 * @param wanted all changes that are asked for, those of later rounds included: the style is only changed when every one
 * of its users is among them.
 */
export function styleDepth(
	doc: Doc,
	source: DocxSource,
	changes: readonly Change[],
	wanted: readonly Change[] = changes,
): Depth {
	const asks = asksOf(doc, wanted).filter((ask) => ask.places.size >= FEWEST);
	const facts = asks.length === 0 ? null : styleFacts(doc, source);
	const taken = facts === null ? [] : asks.flatMap((ask) => takeOver(doc, facts, ask, []));
	const accepted = withoutRivals(taken);
	const covering = (change: FormatChange, asked: Asked): Taken | undefined =>
		accepted.find((each) => keyOf(each.asked) === keyOf(asked) && each.blocks.has(change.block));
	const through = (change: Change): StyleShare | null => {
		if (change.kind !== 'format-run' && change.kind !== 'format-paragraph') return null;
		const { asked, rest } = change.kind === 'format-run' ? runUnits(change.format) : paragraphUnits(change.format);
		const covers = asked.map((each) => covering(change, each));
		const paragraph = doc.paragraphs[change.block];
		const whole = covers.every(
			(cover) => cover !== undefined && (change.kind !== 'format-run' || coversRuns(cover, paragraph, change)),
		);
		const [first] = covers;
		if (rest || !whole || first === undefined) return null;
		return { style: first.style.name, shared: first.blocks.size };
	};
	const direct: { change: Change; from: Change }[] = [];
	const said = new Map<Taken, Change[]>();
	for (const change of changes) {
		const formats = change.kind === 'format-run' || change.kind === 'format-paragraph';
		const parts = formats ? partsOf(doc, change, covering, said) : [change];
		direct.push(...parts.map((part) => ({ change: part, from: change })));
	}
	return { styles: facts === null ? [] : stylesOf(doc, facts, said), direct, through };
}

/** Wishes by value; what a style says already is none. */
function asksOf(doc: Doc, changes: readonly Change[]): readonly Ask[] {
	const asks = new Map<string, Ask>();
	const add = (asked: Asked, block: number, start: number, end: number): void => {
		const key = keyOf(asked);
		const ask = asks.get(key) ?? { asked, places: new Map() };
		ask.places.set(block, [...(ask.places.get(block) ?? []), { start, end }]);
		asks.set(key, ask);
	};
	for (const change of changes) {
		if (change.kind !== 'format-run' && change.kind !== 'format-paragraph') continue;
		const paragraph = doc.paragraphs[change.block];
		if (paragraph === undefined) continue;
		if (change.kind === 'format-paragraph') {
			for (const asked of paragraphUnits(change.format).asked) {
				if (!isSaidByStyle(paragraph, null, asked)) add(asked, change.block, 0, 0);
			}
			continue;
		}
		for (const asked of runUnits(change.format).asked) {
			for (const run of paragraph.runs) {
				const [start, end] = [Math.max(run.start, change.start), Math.min(run.end, change.end)];
				if (start < end && !isSaidByStyle(paragraph, run, asked)) add(asked, change.block, start, end);
			}
		}
	}
	return [...asks.values()];
}

/** Styles that can say an ask: first the ones that state the wrong value, then the paragraphs' own. */
function takeOver(doc: Doc, facts: StyleFacts, ask: Ask, done: Taken[]): readonly Taken[] {
	const stating = new Set<Style>();
	const own = new Set<Style>();
	for (const block of ask.places.keys()) {
		const paragraph = doc.paragraphs[block];
		const chain = paragraph === undefined ? [] : facts.chain(paragraph);
		const states = chain.find((style) => statesAny(style, ask.asked));
		if (states !== undefined) stating.add(states);
		if (chain[0] !== undefined) own.add(chain[0]);
	}
	for (const style of [...stating, ...own]) {
		const covered = new Set(done.flatMap((each) => [...each.blocks]));
		if (done.some((each) => each.style === style) || !canEdit(facts, style)) continue;
		const found = ask.asked.kind === 'run' ? runsThrough(doc, facts, style, ask) : paragraphsThrough(facts, style, ask);
		if (found === null || found.blocks.size < FEWEST) continue;
		if ([...found.blocks].every((block) => covered.has(block))) continue;
		done.push({ style, asked: ask.asked, ...found });
	}
	return done;
}

function canEdit(facts: StyleFacts, style: Style): boolean {
	const element = facts.element(style);
	const { xml } = facts.part;
	return element >= 0 && xml.end[element] !== xml.tagEnd[element];
}

function statesAny(style: Style, asked: Asked): boolean {
	return asked.kind === 'run'
		? RUN_UNITS[asked.unit].some((key) => style.run[key] !== undefined)
		: PARAGRAPH_UNITS[asked.unit].some((key) => style.paragraph[key] !== undefined);
}

/** How many of some properties are stated by one of these sets. */
function stated<P>(keys: readonly (keyof P)[], sets: readonly Readonly<Partial<P>>[]): 'none' | 'some' | 'all' {
	const count = keys.filter((key) => sets.some((set) => set[key] !== undefined)).length;
	return count === 0 ? 'none' : count === keys.length ? 'all' : 'some';
}

type Found = Pick<Taken, 'blocks' | 'runs'>;

/** Paragraphs that would follow a style in one unit; null when one of them does not want that. */
function paragraphsThrough(facts: StyleFacts, style: Style, { asked, places }: Ask): Found | null {
	if (asked.kind !== 'paragraph') return null;
	const keys = PARAGRAPH_UNITS[asked.unit];
	const blocks = new Set<number>();
	for (const paragraph of facts.users(style)) {
		const chain = facts.chain(paragraph);
		const nearer = [facts.paragraph(paragraph), ...chain.slice(0, chain.indexOf(style)).map((each) => each.paragraph)];
		const state = stated(keys, nearer);
		if (state === 'all') continue;
		if (state === 'some') return null;
		if (places.has(paragraph.block)) {
			// Indents of a list level stand above or below the style, depending on who names the list.
			if (paragraph.label !== null && isIndent(asked.unit)) return null;
			if (fromTable(paragraph, asked.unit)) return null;
			blocks.add(paragraph.block);
			continue;
		}
		const unseen = isBlank(paragraph) && (isIndent(asked.unit) || asked.unit === 'alignment');
		if (!unseen && !paragraphIsAs(paragraph.format, asked.format)) return null;
	}
	return { blocks, runs: new Set() };
}

const isIndent = (unit: ParagraphUnit): boolean => unit === 'firstLine' || unit === 'left' || unit === 'right';

const isBlank = (paragraph: Paragraph): boolean =>
	paragraph.text === '' && paragraph.label === null && paragraph.objects.length === 0;

/** Programs differ on a table style against the default paragraph style: what comes from one is said directly. */
function fromTable(paragraph: Paragraph, unit: ParagraphUnit): boolean {
	return paragraph.why[unit]?.origin === 'table-style';
}

/** Runs that would follow a style in one unit; null when a character among them does not want that. */
function runsThrough(doc: Doc, facts: StyleFacts, style: Style, { asked, places }: Ask): Found | null {
	if (asked.kind !== 'run' || movesGrid(doc, facts, style, asked.unit)) return null;
	const keys = RUN_UNITS[asked.unit];
	const toggle = asked.unit === 'bold' || asked.unit === 'italic';
	const blocks = new Set<number>();
	const runs = new Set<Run>();
	for (const paragraph of facts.users(style)) {
		const chain = facts.chain(paragraph);
		const nearer = chain.slice(0, chain.indexOf(style)).map((each) => each.run);
		if (asked.unit === 'size' && markGrows(facts, paragraph, nearer, asked.format.size)) return null;
		const wanted = places.get(paragraph.block) ?? [];
		for (const run of paragraph.runs) {
			if (run.source === undefined) continue;
			const statement = facts.run(paragraph, run);
			const above = statement.character.map((each) => each.run);
			// Levels of a toggle property are combined (17.7.3): a style alone does not decide.
			if (toggle && (paragraph.cell !== null || stated(keys, above) !== 'none')) return null;
			const state = stated(keys, [statement.direct, ...above, ...nearer]);
			if (state === 'all') continue;
			if (state === 'some') return null;
			const relevant = relevantUnits(paragraph, run, asked.unit);
			if (relevant.every((at) => wanted.some(({ start, end }) => start <= at && at < end))) {
				if (Object.values(run.why).some((why) => why.origin === 'table-style')) return null;
				runs.add(run);
				if (relevant.length > 0) blocks.add(paragraph.block);
			} else if (!runIsAs(run.format, asked.format)) return null;
		}
	}
	return { blocks, runs };
}

/** Offsets of the characters of a run that show a unit: a font only those of its slot. */
function relevantUnits(paragraph: Paragraph, run: Run, unit: RunUnit): readonly number[] {
	const offsets: number[] = [];
	for (let at = run.start; at < run.end; at++) {
		const code = paragraph.text.codePointAt(at) ?? 0;
		const slot = slotOf(code, run.format.ambiguous);
		const shows = unit === 'eastAsia' ? slot === 'eastAsia' : unit === 'latin' ? slot !== 'eastAsia' : true;
		if (shows && (shownByBlanks(unit, run.format) || !/\s/.test(paragraph.text[at] ?? ''))) offsets.push(at);
		if (code > 0xffff) at++;
	}
	return offsets;
}

/** Whether a unit shows in a blank too: its width, and the line of an underlined one, which is a place to fill in. */
function shownByBlanks(unit: RunUnit, { underline, strike }: RunFormat): boolean {
	switch (unit) {
		case 'size':
		case 'scale':
		case 'letterSpacing':
		case 'underline':
			return true;
		case 'color':
			return underline !== 'none' || strike;
		case 'eastAsia':
		case 'latin':
		case 'bold':
		case 'italic':
			return false;
	}
}

/** An empty paragraph is as high as its mark, unless its line is exact. */
function markGrows(
	facts: StyleFacts,
	paragraph: Paragraph,
	nearer: readonly Readonly<Partial<{ readonly size: number }>>[],
	size: number | undefined,
): boolean {
	if (!isBlank(paragraph) || paragraph.format.lineRule === 'exact' || paragraph.markFormat.size === size) return false;
	return stated(['size'], [facts.mark(paragraph), ...nearer]) === 'none';
}

/** The character grid adds to the size of the default paragraph style (17.6.5): changing that would move every page. */
function movesGrid(doc: Doc, { sheet }: StyleFacts, style: Style, unit: RunUnit): boolean {
	const base = sheet.defaults.paragraph;
	return (
		unit === 'size' &&
		base !== undefined &&
		sheet.chain(base).includes(style) &&
		doc.sections.some(({ grid }) => grid.type === 'linesAndChars' || grid.type === 'snapToChars')
	);
}

/** Of two values for one unit of a style, the one that more paragraphs share. */
function withoutRivals(taken: readonly Taken[]): readonly Taken[] {
	const best = new Map<string, Taken>();
	for (const each of taken) {
		const key = `${each.asked.kind} ${each.asked.unit} ${each.style.id}`;
		const other = best.get(key);
		if (other === undefined || other.blocks.size < each.blocks.size) best.set(key, each);
	}
	return [...best.values()];
}

function coversRuns(
	taken: Taken,
	paragraph: Paragraph | undefined,
	{ start, end }: { readonly start: number; readonly end: number },
): boolean {
	return (
		paragraph !== undefined &&
		paragraph.runs.every((run) => run.end <= start || end <= run.start || taken.runs.has(run))
	);
}

/** What is left of a change when styles take over their units; notes in `spoken` which styles those are. */
function partsOf(
	doc: Doc,
	change: FormatChange,
	covering: (change: FormatChange, asked: Asked) => Taken | undefined,
	spoken: Map<Taken, Change[]>,
): readonly Change[] {
	const { asked } = change.kind === 'format-run' ? runUnits(change.format) : paragraphUnits(change.format);
	const covers = asked.flatMap((each) => covering(change, each) ?? []);
	for (const cover of covers) spoken.set(cover, [...(spoken.get(cover) ?? []), change]);
	const paragraph = doc.paragraphs[change.block];
	if (paragraph === undefined) return [change];
	if (change.kind === 'format-paragraph') {
		const units = new Set([
			...covers.flatMap(({ asked: { kind, unit } }) => (kind === 'paragraph' ? [unit] : [])),
			...asked.flatMap((each) => (isSaidByStyle(paragraph, null, each) ? [each.unit as ParagraphUnit] : [])),
		]);
		if (units.size === 0) return [change];
		const format = withoutParagraphUnits(change.format, units);
		return Object.keys(format).length === 0 ? [] : [{ ...change, format }];
	}
	const saidIn = (run: Run): ReadonlySet<RunUnit> =>
		new Set([
			...covers.flatMap((cover) => (cover.asked.kind === 'run' && cover.runs.has(run) ? [cover.asked.unit] : [])),
			...asked.flatMap((each) => (isSaidByStyle(paragraph, run, each) ? [each.unit as RunUnit] : [])),
		]);
	const touched = paragraph.runs.filter((run) => run.start < change.end && change.start < run.end);
	const said = touched.map(saidIn);
	if (said.every((units) => units.size === 0)) return [change];
	return touched.flatMap((run, index): readonly Change[] => {
		const format = withoutRunUnits(change.format, said[index] ?? new Set());
		const [start, end] = [Math.max(run.start, change.start), Math.min(run.end, change.end)];
		return Object.keys(format).length === 0 ? [] : [{ ...change, start, end, format }];
	});
}

/** A style says it already: saying it again beside the text would only part the paragraph from its style. */
function isSaidByStyle(paragraph: Paragraph, run: Run | null, asked: Asked): boolean {
	if (asked.kind === 'paragraph') {
		return paragraph.why[asked.unit]?.origin === 'paragraph-style' && paragraphIsAs(paragraph.format, asked.format);
	}
	if (run === null || !runIsAs(run.format, asked.format)) return false;
	const keys = asked.unit === 'latin' ? (['ascii', 'hAnsi'] as const) : ([asked.unit] as const);
	return keys.every((key) => run.why[key]?.origin === 'paragraph-style');
}

function stylesOf(doc: Doc, facts: StyleFacts, said: ReadonlyMap<Taken, readonly Change[]>): readonly StyleChange[] {
	const byStyle = new Map<Style, StyleChange>();
	for (const [{ style, asked, blocks }, changes] of said) {
		const example = doc.paragraphs[[...blocks][0] ?? -1];
		if (example === undefined) continue;
		const known = byStyle.get(style) ?? {
			element: facts.element(style),
			part: facts.part.name,
			run: {},
			paragraph: {},
			example,
			changes: [],
		};
		byStyle.set(style, {
			...known,
			run: asked.kind === 'run' ? { ...known.run, ...asked.format } : known.run,
			paragraph: asked.kind === 'paragraph' ? { ...known.paragraph, ...asked.format } : known.paragraph,
			changes: [...new Set([...known.changes, ...changes])],
		});
	}
	return [...byStyle.values()];
}
