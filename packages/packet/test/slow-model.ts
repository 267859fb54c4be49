/**
 * A slow, obvious model of renumbering: it keeps for every mention the papers that it means and the words that stand in
 * the text, walks through everything at every step, and knows nothing of the engine's registers, locks or bindings.
 */

import { formatHan } from '@bianxu/numbering';

/** A mention of numbers: which papers each of its terms means, and how its numbers read now. */
export interface ModelMention {
	readonly paper: string;
	/** One list of ids a term; a term of several ids is a range. */
	readonly terms: readonly (readonly string[])[];
	readonly written: string;
	/** Left as it stands at an earlier step although its papers have other numbers. */
	readonly open: boolean;
}

/** A number as compared: of the main series or the supplementary one, then part by part. */
interface Label {
	readonly supplement: boolean;
	readonly parts: readonly number[];
}

export interface ModelState {
	/** Numbers of papers on the agenda, and those that withdrawn papers will get back. */
	readonly labels: ReadonlyMap<string, Label>;
	readonly mentions: readonly ModelMention[];
}

/** What a step does to a mention: its state, and its numbers as they will read. */
export interface Expected {
	readonly mention: ModelMention;
	readonly status: 'valid' | 'check' | 'dangling';
	readonly to: string;
}

/** Papers on the agenda in order, each with the 1-based place of its item. */
export type Agenda = readonly { readonly id: string; readonly item: number }[];

export function labelText({ supplement, parts }: Label): string {
	return (supplement ? '补' : '') + parts.join('-');
}

function han({ parts }: Label): string {
	return [formatHan(parts[0] ?? 0), ...parts.slice(1)].join('-');
}

function before(left: Label, right: Label): boolean {
	if (left.supplement !== right.supplement) return right.supplement;
	for (let at = 0; at < Math.max(left.parts.length, right.parts.length); at++) {
		const difference = (left.parts[at] ?? 0) - (right.parts[at] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return false;
}

/** Numbers of the next step by the words of the rule book. */
function numbered(
	agenda: Agenda,
	scheme: 'continuous' | 'item' | 'frozen',
	old: ReadonlyMap<string, Label>,
): ReadonlyMap<string, Label> {
	const labels = new Map<string, Label>();
	if (scheme === 'frozen') {
		// Nobody's number changes, nobody's number is given away, and newcomers are 补1, 补2 in the order of the agenda.
		for (const [id, label] of old) labels.set(id, label);
		let last = Math.max(
			0,
			...[...old.values()].filter(({ supplement }) => supplement).map(({ parts }) => parts[0] ?? 0),
		);
		for (const { id } of agenda) if (!labels.has(id)) labels.set(id, { supplement: true, parts: [++last] });
		return labels;
	}
	for (const [at, { id, item }] of agenda.entries()) {
		const place = agenda.filter((each, other) => each.item === item && other <= at).length;
		labels.set(id, { supplement: false, parts: scheme === 'item' ? [item, place] : [at + 1] });
	}
	return labels;
}

/** The state after the first numbering: 1 to n. */
export function firstState(papers: readonly string[], mentions: readonly ModelMention[]): ModelState {
	return { labels: new Map(papers.map((id, at) => [id, { supplement: false, parts: [at + 1] }])), mentions };
}

/**
 * One change of agenda. `expected` has the mentions of papers on the agenda, in their order. A dangling mention is written
 * over by a person and is out; one to check stays as it stands.
 */
export function stepOf(
	state: ModelState,
	agenda: Agenda,
	scheme: 'continuous' | 'item' | 'frozen',
): { readonly next: ModelState; readonly expected: readonly Expected[]; readonly labels: ReadonlyMap<string, string> } {
	const all = numbered(agenda, scheme, state.labels);
	const live = new Map(agenda.map(({ id }) => [id, all.get(id) ?? { supplement: false, parts: [0] }] as const));
	const inOrder = [...live.keys()].sort((a, b) => {
		const [left, right] = [live.get(a), live.get(b)];
		return left === undefined || right === undefined || before(left, right) ? -1 : 1;
	});
	const expected: Expected[] = [];
	const mentions: ModelMention[] = [];
	for (const mention of state.mentions) {
		if (!live.has(mention.paper)) {
			mentions.push(mention);
			continue;
		}
		const judged = judge(mention, live, inOrder);
		expected.push({ mention, ...judged });
		if (judged.status === 'valid') mentions.push({ ...mention, written: judged.to, open: false });
		else if (judged.status === 'check') mentions.push({ ...mention, open: true });
	}
	return {
		next: { labels: scheme === 'frozen' ? all : live, mentions },
		expected,
		labels: new Map([...live].map(([id, label]) => [id, labelText(label)])),
	};
}

function judge(
	{ terms, written, open }: ModelMention,
	live: ReadonlyMap<string, Label>,
	inOrder: readonly string[],
): Pick<Expected, 'status' | 'to'> {
	if (terms.flat().some((id) => !live.has(id))) return { status: 'dangling', to: '' };
	let strangers = false;
	const words = terms.map((ids) => {
		const places = ids.map((id) => inOrder.indexOf(id));
		const [low, high] = [Math.min(...places), Math.max(...places)];
		if (high - low + 1 > ids.length) strangers = true;
		const word = (place: number): string => {
			const label = live.get(inOrder[place] ?? '');
			return label === undefined ? '' : han(label);
		};
		return ids.length === 1 ? word(low) : `${word(low)}至${word(high)}`;
	});
	const to = words.join('、');
	return { status: strangers || (open && to !== written) ? 'check' : 'valid', to };
}
