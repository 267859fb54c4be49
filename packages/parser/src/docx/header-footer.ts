import type { HeaderFooterPlace, Section } from '@bianxu/model';
import type { HeaderFooterKind, HeaderFooterReference } from './sections.ts';

/** Where a header or footer part belongs. */
export interface PlacedPart {
	readonly part: string;
	readonly what: 'header' | 'footer';
	readonly place: HeaderFooterPlace;
}

const KINDS: readonly HeaderFooterKind[] = ['default', 'even', 'first'];

interface Use {
	readonly kind: HeaderFooterKind;
	readonly section: number;
	readonly shown: boolean;
}

/**
 * Places header and footer parts (17.10): a reference that a section lacks is inherited from the one before; `first` is
 * shown only under titlePg, `even` only under w:evenAndOddHeaders. Parts that no section refers to are not shown. Order:
 * headers, then footers, each by part name with numbers counted.
 */
export function placeHeadersAndFooters(
	sections: readonly Section[],
	references: readonly (readonly HeaderFooterReference[])[],
	parts: readonly { readonly part: string; readonly what: 'header' | 'footer'; readonly relationship: string }[],
	evenAndOdd: boolean,
): readonly PlacedPart[] {
	const placed: PlacedPart[] = [];
	for (const what of ['header', 'footer'] as const) {
		const uses = usesOf(what, sections, references, evenAndOdd);
		const names = new Map<string, string[]>();
		for (const entry of parts) {
			if (entry.what === what) names.set(entry.part, [...(names.get(entry.part) ?? []), entry.relationship]);
		}
		for (const [part, relationships] of [...names].sort(([a], [b]) => compareNames(a, b))) {
			placed.push({ part, what, place: placeOf(relationships.flatMap((id) => uses.get(id) ?? [])) });
		}
	}
	return placed;
}

function usesOf(
	what: 'header' | 'footer',
	sections: readonly Section[],
	references: readonly (readonly HeaderFooterReference[])[],
	evenAndOdd: boolean,
): ReadonlyMap<string, Use[]> {
	const uses = new Map<string, Use[]>();
	const inForce = new Map<HeaderFooterKind, string>();
	sections.forEach((section, index) => {
		for (const reference of references[index] ?? []) {
			if (reference.what === what) inForce.set(reference.kind, reference.relationship);
		}
		for (const kind of KINDS) {
			const relationship = inForce.get(kind);
			if (relationship === undefined) continue;
			const shown = kind === 'default' || (kind === 'even' ? evenAndOdd : section.titlePage);
			const list = uses.get(relationship) ?? [];
			list.push({ kind, section: index, shown });
			uses.set(relationship, list);
		}
	});
	return uses;
}

function placeOf(uses: readonly Use[]): HeaderFooterPlace {
	const shown = uses.filter((use) => use.shown);
	const told = shown.length > 0 ? shown : uses;
	const kind = told[0]?.kind ?? 'default';
	return {
		kind,
		sections: [...new Set(told.map((use) => use.section))],
		shown: shown.length > 0,
	};
}

/** header2 before header10. */
function compareNames(a: string, b: string): number {
	const split = (name: string): readonly [string, number, string] => {
		const found = /^(.*?)([0-9]{1,9})(\.[^.]*)?$/.exec(name);
		return found === null ? [name, -1, name] : [found[1] ?? '', Number(found[2]), name];
	};
	const [stemA, numberA, nameA] = split(a);
	const [stemB, numberB, nameB] = split(b);
	if (stemA !== stemB) return stemA < stemB ? -1 : 1;
	if (numberA !== numberB) return numberA - numberB;
	return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
}
