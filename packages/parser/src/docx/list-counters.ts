import { formatLabel } from '@bianxu/numbering';
import type { List, ListLevel } from './numbering.ts';

/** Number of one paragraph as displayed, without the suffix. */
export interface CountedLabel {
	readonly text: string;
	readonly bullet: boolean;
	/** Value of the counter of this level. */
	readonly value: number;
	/** Format that the numbering package does not know; decimal is shown then. */
	readonly unknownFormat: string | null;
}

/** Counters of one stream of paragraphs (main story; text boxes; each header, footer and note part). */
export interface ListCounters {
	/** Counts one paragraph of a list level and gives its label. */
	readonly next: (list: List, level: number) => CountedLabel;
}

/** A fresh stream. Counters belong to the abstract definition; each num's startOverride acts at its first use. */
export function listCounters(): ListCounters {
	const counters = new Map<string, (number | undefined)[]>();
	const used = new Set<string>();
	const next = (list: List, level: number): CountedLabel => {
		let values = counters.get(list.abstractId);
		if (values === undefined) {
			values = [];
			counters.set(list.abstractId, values);
		}
		// A level that is skipped counts with its start: after "1.1" as the first number the next one above is 2.
		for (let above = 0; above < level; above++) {
			values[above] ??= list.startOverrides.get(above) ?? list.levels[above]?.start ?? 0;
		}
		const use = `${list.id} ${level}`;
		const override = used.has(use) ? undefined : list.startOverrides.get(level);
		used.add(use);
		const current = values[level];
		const value = override ?? (current === undefined ? (list.levels[level]?.start ?? 0) : current + 1);
		values[level] = value;
		for (let deeper = level + 1; deeper <= 8; deeper++) {
			const restart = list.levels[deeper]?.restart;
			if (restart === undefined || (restart > 0 && level < restart)) values[deeper] = undefined;
		}
		return labelOf(list, level, values, value);
	};
	return { next };
}

function labelOf(list: List, level: number, values: readonly (number | undefined)[], value: number): CountedLabel {
	const definition = list.levels[level];
	if (definition === undefined) return { text: '', bullet: false, value, unknownFormat: null };
	if (definition.format === 'bullet') return { text: definition.text, bullet: true, value, unknownFormat: null };
	let unknownFormat: string | null = null;
	let text = '';
	const template = definition.text;
	for (let i = 0; i < template.length; i++) {
		const index = template.charCodeAt(i) === 37 ? template.charCodeAt(i + 1) - 49 : -1;
		if (index >= 0 && index <= 8) {
			const source = list.levels[index];
			// Deeper levels have not counted yet and show their start.
			const shown = values[index] ?? source?.start ?? 0;
			const digits = digitsOf(source, definition.legal, shown);
			if (digits === null) unknownFormat = source?.format ?? null;
			text += digits ?? String(shown);
			i++;
		} else text += template[i];
	}
	return { text, bullet: false, value, unknownFormat };
}

/** null for a format nobody knows. */
function digitsOf(level: ListLevel | undefined, legal: boolean, value: number): string | null {
	// w:isLgl makes every digit decimal (17.9.4); a level without digits stays without.
	const format = level?.format ?? 'decimal';
	if (legal && format !== 'none' && format !== 'bullet') return String(value);
	const known = formatLabel(format, value);
	if (known !== null) return known;
	// Custom formats (`001, 002, 003, …`) show their width by example.
	const example = /^0{1,9}1(?=,|$)/.exec(format)?.[0];
	return example === undefined ? null : String(value).padStart(example.length, '0');
}
