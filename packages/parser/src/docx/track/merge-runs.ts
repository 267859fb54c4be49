import { attr, child, children, elementName, type XmlDocument } from '@bianxu/opc';
import { align, type Step } from './align.ts';
import { closeMark, holdsParagraphs, type Merge, openMark, openTag, sourceOf } from './merge.ts';
import { mergedRunProperties } from './merge-properties.ts';

/** One thing in a run that is compared: a character, or an element that stands for itself. */
interface Atom {
	readonly xml: XmlDocument;
	/** The w:r, or for the ends of a w:fldSimple the first run in it. */
	readonly run: number;
	/** What makes two atoms the same. */
	readonly key: string;
	/** Source of the character (an entity is one) or of the element. */
	readonly source: string;
	readonly kind: 'character' | 'instruction' | 'element' | 'field' | 'void';
	/** The element, for those that are one. */
	readonly element: number;
}

/** Merges an element that holds paragraphs (a text box in a run) and gives its source; null where that cannot be tracked. */
export type MergeNested = (before: number, after: number) => string | null;

/**
 * Runs that hold both texts: what only the old ones have in w:del, what only the new ones have in w:ins, the rest with
 * the new properties and the old ones in w:rPrChange. Runs of `before` may stand in w:fldSimple elements, which are
 * then deleted as complex fields. null: somebody's tracked change is in the way.
 */
export function mergeRuns(
	merge: Merge,
	before: readonly number[],
	after: readonly number[],
	nested: MergeNested,
): string | null {
	const old = before.flatMap((element) => atomsOf(merge.before, element));
	const now = after.flatMap((element) => atomsOf(merge.after, element));
	const steps = readable(old, now, align(keysOf(old), keysOf(now)));
	let out = '';
	for (let i = 0; i < steps.length; ) {
		const kind = (steps[i] as Step).kind;
		let end = i + 1;
		while (end < steps.length && (steps[end] as Step).kind === kind) end++;
		const group = steps.slice(i, end);
		if (kind === 'both') {
			const kept = keptRuns(merge, old, now, group as readonly Both[], nested);
			if (kept === null) return null;
			out += kept;
		} else if (kind === 'old') {
			const runs = plainRuns(
				merge,
				group.map((step) => old[(step as Old).old] as Atom),
				true,
			);
			if (runs !== '') out += `${openMark(merge, 'del')}${runs}${closeMark(merge, 'del')}`;
		} else {
			const runs = plainRuns(
				merge,
				group.map((step) => now[(step as New).new] as Atom),
				false,
			);
			if (runs !== '') out += `${openMark(merge, 'ins')}${runs}${closeMark(merge, 'ins')}`;
		}
		i = end;
	}
	return out;
}

type Both = Extract<Step, { kind: 'both' }>;
type Old = Extract<Step, { kind: 'old' }>;
type New = Extract<Step, { kind: 'new' }>;

const keysOf = (atoms: readonly Atom[]): readonly string[] => atoms.map((atom) => atom.key);

/** Atoms of a w:r or of a w:fldSimple. */
function atomsOf(xml: XmlDocument, element: number): readonly Atom[] {
	if (elementName(xml, element) === 'w:fldSimple') return fieldAtoms(xml, element);
	const atoms: Atom[] = [];
	for (const e of children(xml, element)) {
		const name = elementName(xml, e);
		if (name === 'w:rPr') continue;
		const source = sourceOf(xml, e);
		if (name === 'w:t' && !xml.text.slice(xml.tagEnd[e], xml.closeStart[e]).includes('<')) {
			atoms.push(...characters(xml, element, e));
		} else {
			const kind = name === 'w:fldChar' || name === 'w:instrText' ? 'field' : 'element';
			atoms.push({ xml, run: element, key: holdsParagraphs(xml, e) ? name : source, source, kind, element: e });
		}
	}
	// A run without content says nothing, but stays where it is.
	if (atoms.length === 0) {
		atoms.push({ xml, run: element, key: `void ${sourceOf(xml, element)}`, source: '', kind: 'void', element });
	}
	return atoms;
}

/** Characters of a w:t, blanks that its missing xml:space hides left out (17.3.3.31). */
function characters(xml: XmlDocument, run: number, t: number): readonly Atom[] {
	let raw = xml.text.slice(xml.tagEnd[t], xml.closeStart[t]);
	const space = attr(xml, t, 'xml:space') ?? attr(xml, 0, 'xml:space');
	if (space !== 'preserve') raw = raw.replace(/^[ \t\r\n]+/, '').replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
	return (raw.match(/&[^;]{1,12};|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) ?? []).map((source) => ({
		xml,
		run,
		key: source,
		source,
		kind: 'character' as const,
		element: -1,
	}));
}

/** A simple field as the complex field that it is short for (17.16.19), so that it can stand in a w:del. */
function fieldAtoms(xml: XmlDocument, field: number): readonly Atom[] {
	const runs = children(xml, field, 'w:r');
	const run = runs[0] ?? -1;
	const prefix = /^<([^\s/>:]+:)/.exec(openTag(xml, field))?.[1] ?? '';
	const char = (type: string): Atom => ({
		xml,
		run,
		key: `field ${type}`,
		source: `<${prefix}fldChar ${prefix}fldCharType="${type}"/>`,
		kind: 'field',
		element: -1,
	});
	const instruction = /\s[^\s=:]*:?instr\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(openTag(xml, field));
	const code = instruction?.[1] ?? instruction?.[2] ?? '';
	return [
		char('begin'),
		{ xml, run, key: `code ${code}`, source: code, kind: 'instruction', element: -1 },
		char('separate'),
		...runs.flatMap((each) => atomsOf(xml, each)),
		char('end'),
	];
}

/**
 * Steps as a person would want to read them: single characters that happen to be the same between two changes are
 * replaced with them, and a field is replaced whole, never in parts.
 */
function readable(old: readonly Atom[], now: readonly Atom[], steps: readonly Step[]): readonly Step[] {
	const isField = (atom: Atom | undefined): boolean => atom?.kind === 'field' || atom?.kind === 'instruction';
	const touchesField = steps.some(
		(step) => (step.kind === 'old' && isField(old[step.old])) || (step.kind === 'new' && isField(now[step.new])),
	);
	if (touchesField) return replaced(0, old.length, 0, now.length);
	const out: Step[] = [];
	for (let i = 0; i < steps.length; ) {
		if ((steps[i] as Step).kind === 'both') {
			out.push(steps[i] as Step);
			i++;
			continue;
		}
		let end = changeEnd(steps, i);
		for (;;) {
			let equal = end;
			while (equal < steps.length && (steps[equal] as Step).kind === 'both') equal++;
			const next = changeEnd(steps, equal);
			const between = steps.slice(end, equal) as readonly Both[];
			const short = between.length * 2 <= Math.min(end - i, next - equal);
			const plain = between.every((step) => old[step.old]?.kind === 'character');
			if (next === equal || !short || !plain) break;
			end = next;
		}
		const part = steps.slice(i, end);
		for (const step of part) if (step.kind !== 'new') out.push({ kind: 'old', old: step.old });
		for (const step of part) if (step.kind !== 'old') out.push({ kind: 'new', new: step.new });
		i = end;
	}
	return out;
}

function changeEnd(steps: readonly Step[], from: number): number {
	let end = from;
	while (end < steps.length && (steps[end] as Step).kind !== 'both') end++;
	return end;
}

function replaced(oldFrom: number, oldTo: number, newFrom: number, newTo: number): readonly Step[] {
	const steps: Step[] = [];
	for (let i = oldFrom; i < oldTo; i++) steps.push({ kind: 'old', old: i });
	for (let i = newFrom; i < newTo; i++) steps.push({ kind: 'new', new: i });
	return steps;
}

/** Runs of what both texts have. A run that is the same in both keeps its source. */
function keptRuns(
	merge: Merge,
	old: readonly Atom[],
	now: readonly Atom[],
	steps: readonly Both[],
	nested: MergeNested,
): string | null {
	let out = '';
	for (let i = 0; i < steps.length; ) {
		const first = steps[i] as Both;
		const a = old[first.old] as Atom;
		const b = now[first.new] as Atom;
		let end = i;
		while (
			end < steps.length &&
			old[(steps[end] as Both).old]?.run === a.run &&
			now[(steps[end] as Both).new]?.run === b.run
		) {
			end++;
		}
		const group = steps.slice(i, end);
		const whole = isWhole(old, first.old, end - i) && isWhole(now, first.new, end - i);
		if (b.kind === 'void' || (whole && sourceOf(a.xml, a.run) === sourceOf(b.xml, b.run))) {
			out += sourceOf(b.xml, b.run);
		} else {
			const properties = mergedRunProperties(
				merge,
				{ xml: a.xml, element: propertiesOf(a) },
				{ xml: b.xml, element: propertiesOf(b) },
			);
			if (properties === null) return null;
			const atoms: Atom[] = [];
			for (const step of group) {
				const [from, to] = [old[step.old] as Atom, now[step.new] as Atom];
				const source = from.source === to.source ? to.source : nested(from.element, to.element);
				if (source === null) return null;
				atoms.push({ ...to, source });
			}
			out += `${openTag(b.xml, b.run)}${properties}${contentOf(merge, atoms, false)}${closeMark(merge, 'r')}`;
		}
		i = end;
	}
	return out;
}

/** True when a stretch of atoms is all that its run has. */
function isWhole(atoms: readonly Atom[], from: number, count: number): boolean {
	const run = atoms[from]?.run;
	return atoms[from - 1]?.run !== run && atoms[from + count]?.run !== run;
}

function propertiesOf(atom: Atom): number {
	return atom.run < 0 ? -1 : child(atom.xml, atom.run, 'w:rPr');
}

/** Runs of what one text has, in its own format; somebody's record of an older format does not go along. */
function plainRuns(merge: Merge, atoms: readonly Atom[], deleted: boolean): string {
	let out = '';
	for (let i = 0; i < atoms.length; ) {
		const first = atoms[i] as Atom;
		let end = i;
		while (end < atoms.length && atoms[end]?.run === first.run) end++;
		const content = contentOf(merge, atoms.slice(i, end), deleted);
		if (content !== '') {
			const tag = first.run < 0 ? `<${merge.names.element('r')}>` : openTag(first.xml, first.run);
			out += `${tag}${sourceOf(first.xml, propertiesOf(first))}${content}${closeMark(merge, 'r')}`;
		}
		i = end;
	}
	return out;
}

/** Content of a run: characters in w:t or w:delText, other elements as they are. */
function contentOf(merge: Merge, atoms: readonly Atom[], deleted: boolean): string {
	let out = '';
	let text = '';
	const write = (name: string, content: string): string => {
		const space = /^[ \t\r\n]|[ \t\r\n]$/.test(content) ? ' xml:space="preserve"' : '';
		return `<${merge.names.element(name)}${space}>${content}${closeMark(merge, name)}`;
	};
	const flush = (): void => {
		if (text !== '') out += write(deleted ? 'delText' : 't', text);
		text = '';
	};
	for (const atom of atoms) {
		if (atom.kind === 'character') {
			text += atom.source;
			continue;
		}
		flush();
		if (atom.kind === 'void') continue;
		if (atom.kind === 'instruction') out += write(deleted ? 'delInstrText' : 'instrText', atom.source);
		else out += deleted ? asDeleted(merge, atom) : atom.source;
	}
	flush();
	return out;
}

/** w:t and w:instrText have names of their own inside w:del (17.3.3.7, 17.16.13). */
function asDeleted(merge: Merge, { xml, element, source }: Atom): string {
	const name = element < 0 ? '' : elementName(xml, element);
	if (name !== 'w:t' && name !== 'w:instrText') return source;
	const renamed = name === 'w:t' ? 'delText' : 'delInstrText';
	const content = xml.text.slice(xml.tagEnd[element], xml.closeStart[element]);
	return `<${merge.names.element(renamed)} xml:space="preserve">${content}${closeMark(merge, renamed)}`;
}
