/** Template of one check: base ← type ← profile ← options, each value with the source of the layer that set it. */

import type {
	CongressLevel,
	FontFamilies,
	FontRole,
	PageStyle,
	Role,
	RoleStyle,
	RuleSetting,
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
	/** A name of `profileNames`, or a profile read with `readLayer`. */
	readonly profile?: string | Layer;
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
	return { ...below, ...above, ...params };
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
		pageNumber: {
			font: pageValue(page, 'pageNumber.font'),
			size: pageValue(page, 'pageNumber.size'),
			offset: pageValue(page, 'pageNumber.offset'),
			form: pageValue(page, 'pageNumber.form'),
		},
	};
}

/** Layers from the lowest to the highest: the base, the type, the profile, the profile's part for the type. */
function layersOf(id: TemplateId, profile: Layer): readonly LayerValues[] {
	const layers: LayerValues[] = [builtInLayers.base];
	const type = builtInLayers.types.find((layer) => layer.id === id);
	if (type !== undefined) layers.push(type);
	const chain: Layer[] = [];
	// A profile may extend a shipped one; the chain is short, and a circle ends at the second visit.
	for (let at: Layer | undefined = profile; at !== undefined && !chain.includes(at); ) {
		chain.unshift(at);
		const parent: string | null = at.extends;
		at = parent === null ? undefined : builtInLayers.profiles.find((layer) => layer.id === parent);
	}
	for (const layer of chain) {
		layers.push(layer);
		const typed = layer.templates[id];
		if (typed !== undefined) layers.push(typed);
	}
	return layers;
}

/**
 * Resolves a template. Rule settings keep source and severity of the highest layer that states them; parameters merge
 * by name. Throws RangeError for a profile name that is not in `profileNames` (check names of people first).
 */
export function resolveTemplate(id: TemplateId, options: TemplateOptions = {}): Template {
	const wanted = options.profile ?? defaultProfile;
	const profile = typeof wanted === 'string' ? builtInLayers.profiles.find((layer) => layer.id === wanted) : wanted;
	if (profile === undefined) throw new RangeError(`no profile ${String(wanted)}`);
	const values = layersOf(id, profile).reduce(mergeValues);
	const level = options.level ?? 'prefecture';
	const mode = options.mode ?? 'auto';
	return {
		id,
		profile: profile.id,
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
