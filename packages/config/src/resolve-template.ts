/** Template of one check: base ← type ← profile ← options, each value with the source of the layer that set it. */

import type {
	CongressLevel,
	FontFamilies,
	FontRole,
	PageStyle,
	Role,
	RoleStyle,
	RuleSetting,
	Severity,
	Source,
	Sourced,
	Template,
	TemplateId,
} from '@bianxu/model';
import { builtInLayers } from './generated/templates.ts';
import type { Layer, LayerValues, SalutationForm } from './layer.ts';

/** The profile that holds when nothing is configured. */
export const defaultProfile = 'gbt9704-2012';

/** Names of the shipped templates, as the contract has them. */
export const templateNames: readonly TemplateId[] = ['work-report', 'duty-report', 'appointment', 'base'];

/** Names of the shipped profiles. */
export const profileNames: readonly string[] = builtInLayers.profiles.map((layer) => layer.id);

/** What a caller may state; everything has a default. */
export interface TemplateOptions {
	/** A name of `profileNames`, or an office's own profile with the ones it extends, the lowest first (`profileChain`). */
	readonly profile?: string | readonly Layer[];
	readonly level?: CongressLevel;
	readonly mode?: Template['mode'];
	readonly place?: string;
	/** Rule settings of bianxu.yaml; they win over every layer. */
	readonly overrides?: Readonly<Record<string, RuleSetting>>;
}

function mergeSetting(below: RuleSetting | undefined, above: RuleSetting): RuleSetting {
	if (below === undefined) return above;
	const params =
		below.params === undefined && above.params === undefined ? {} : { params: { ...below.params, ...above.params } };
	const merged = { ...below, ...above, ...params };
	return below.source?.level === 'law' ? { ...merged, ...keptByLaw(below, above) } : merged;
}

const weights = { off: 0, info: 1, warning: 2, error: 3 } as const;

/** What the law asks for no notice may lower: severity and source stay as they are below (domain.md §0). */
function keptByLaw(below: RuleSetting, above: RuleSetting): RuleSetting {
	if (!lowers(below, above)) return below.source === undefined ? {} : { source: below.source };
	return { severity: below.severity ?? 'error', ...(below.source === undefined ? {} : { source: below.source }) };
}

function lowers(below: RuleSetting, above: RuleSetting): boolean {
	return above.severity !== undefined && keptSeverity(below.severity ?? 'error', above.severity);
}

/** True when a severity above is weaker than the one below, so that a rule of law keeps what it has. */
export function keptSeverity(below: unknown, above: Severity): boolean {
	return typeof below === 'string' && below in weights && weights[above] < weights[below as Severity];
}

/** Rules resting on a law that the settings try to lower or switch off; they stay as they are, and the reader is told. */
export function loweredByLaw(settings: Readonly<Record<string, RuleSetting>>): readonly string[] {
	const shipped = [builtInLayers.base, ...builtInLayers.types].map((layer) => layer.rules);
	return Object.entries(settings).flatMap(([id, above]) => {
		const below = shipped.map((rules) => rules[id]).find((setting) => setting?.source?.level === 'law');
		return below !== undefined && lowers(below, above) ? [id] : [];
	});
}

function mergeRecords<T>(
	below: Readonly<Record<string, T>>,
	above: Readonly<Record<string, T>>,
	merge: (a: T | undefined, b: T) => T,
): Record<string, T> {
	const merged = new Map(Object.entries(below));
	for (const [key, value] of Object.entries(above)) merged.set(key, merge(merged.get(key), value));
	return Object.fromEntries(merged);
}

function mergeValues(below: LayerValues, above: LayerValues): LayerValues {
	return {
		page: { ...below.page, ...above.page },
		fonts: { ...below.fonts, ...above.fonts },
		roles: mergeRecords(below.roles as Record<string, RoleStyle>, above.roles as Record<string, RoleStyle>, (a, b) => ({
			...a,
			...b,
		})),
		rules: mergeRecords(below.rules, above.rules, mergeSetting),
		salutations: above.salutations ?? below.salutations,
		closings: above.closings ?? below.closings,
		titleWords: above.titleWords ?? below.titleWords,
		parts: above.parts ?? below.parts,
	};
}

/** Forms usual at the level, and for the mode, first: the first one is what a message proposes. */
function orderSalutations(
	forms: readonly SalutationForm[],
	level: CongressLevel,
	mode: Template['mode'],
): readonly Sourced<string>[] {
	const rank = (form: SalutationForm): number =>
		(form.levels.includes(level) ? 0 : 2) + (mode === 'written' && form.for === 'oral' ? 1 : 0);
	return forms
		.map((form, order) => ({ form, order }))
		.sort((a, b) => rank(a.form) - rank(b.form) || a.order - b.order)
		.map(({ form }) => ({ value: form.value, source: form.source }));
}

function pageValue<T>(page: LayerValues['page'], key: string): Sourced<T> {
	const value = page[key];
	if (value === undefined) throw new RangeError(`the templates state no ${key} of the page`);
	return value as Sourced<T>;
}

function pageOf(page: LayerValues['page']): PageStyle {
	return {
		width: pageValue(page, 'width'),
		height: pageValue(page, 'height'),
		top: pageValue(page, 'top'),
		left: pageValue(page, 'left'),
		textWidth: pageValue(page, 'textWidth'),
		textHeight: pageValue(page, 'textHeight'),
		tolerance: pageValue(page, 'tolerance'),
		lines: pageValue(page, 'lines'),
		cells: pageValue(page, 'cells'),
		pitch: pageValue(page, 'pitch'),
		charSpace: pageValue(page, 'charSpace'),
		mirrored: pageValue(page, 'mirrored'),
		pageNumber: {
			font: pageValue(page, 'pageNumber.font'),
			size: pageValue(page, 'pageNumber.size'),
			offset: pageValue(page, 'pageNumber.offset'),
			form: pageValue(page, 'pageNumber.form'),
		},
	};
}

/** A shipped profile with what it extends, the lowest first; null when there is none of this name. */
export function profileChain(name: string): readonly Layer[] | null {
	const chain: Layer[] = [];
	for (let id: string | null = name; id !== null; ) {
		const layer: Layer | undefined = builtInLayers.profiles.find((each) => each.id === id);
		if (layer === undefined || chain.includes(layer)) return null;
		chain.unshift(layer);
		id = layer.extends;
	}
	return chain;
}

/** Sources that a profile may cite without listing them: those of the base and of the shipped profiles it extends. */
export function inheritedSources(chain: readonly Layer[]): ReadonlyMap<string, Source> {
	const { sources } = builtInLayers;
	const ids = ['base', ...chain.map((layer) => layer.id)];
	return new Map(ids.flatMap((id) => Object.entries(sources[id] ?? {})));
}

/** A layer with the name that a person knows it by: a file of `rules/` or the office's own. */
export interface NamedLayer {
	readonly name: string;
	readonly values: LayerValues;
}

/** Layers from the lowest to the highest: the base, the type, the profiles, each with its part for the type. */
export function namedLayers(id: TemplateId, chain: readonly Layer[]): readonly NamedLayer[] {
	const layers: NamedLayer[] = [{ name: 'base', values: builtInLayers.base }];
	const type = builtInLayers.types.find((layer) => layer.id === id);
	if (type !== undefined) layers.push({ name: type.id, values: type });
	for (const layer of chain) {
		layers.push({ name: layer.id, values: layer });
		const typed = layer.templates[id];
		if (typed !== undefined) layers.push({ name: layer.id, values: typed });
	}
	return layers;
}

/** The chain that options ask for. Throws RangeError for a name that is not in `profileNames`. */
export function chainOf(options: TemplateOptions): readonly Layer[] {
	const wanted = options.profile ?? defaultProfile;
	const chain = typeof wanted === 'string' ? profileChain(wanted) : wanted;
	if (chain === null || chain.length === 0) throw new RangeError(`no profile ${String(wanted)}`);
	return chain;
}

/**
 * Resolves a template. Rule settings keep source and severity of the highest layer that states them; parameters merge
 * by name. Throws RangeError for a profile name that is not in `profileNames` (check names of people first).
 */
export function resolveTemplate(id: TemplateId, options: TemplateOptions = {}): Template {
	const chain = chainOf(options);
	const values = namedLayers(id, chain)
		.map((layer) => layer.values)
		.reduce(mergeValues);
	const level = options.level ?? 'prefecture';
	const mode = options.mode ?? 'auto';
	return {
		id,
		profile: chain.at(-1)?.id ?? '',
		level,
		mode,
		place: options.place ?? '',
		page: pageOf(values.page),
		fonts: values.fonts as Readonly<Record<FontRole, FontFamilies>>,
		roles: values.roles as Readonly<Partial<Record<Role, RoleStyle>>>,
		rules: mergeRecords(values.rules, options.overrides ?? {}, mergeSetting),
		salutations: orderSalutations(values.salutations ?? [], level, mode),
		closings: values.closings ?? [],
		titleWords: values.titleWords ?? [],
		parts: values.parts ?? [],
	};
}
