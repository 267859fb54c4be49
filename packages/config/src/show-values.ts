/** Resolved values one by one, each with its source and the layer that set it: what `profile show` prints. */

import type { Parameter, RuleSetting, Source, TemplateId } from '@bianxu/model';
import type { LayerValues } from './layer.ts';
import { chainOf, keptSeverity, namedLayers, resolveTemplate, type TemplateOptions } from './resolve-template.ts';

/** One value. `key` is its path in a profile (`roles.title.size`), `origin` the layer: base, a type, a profile, `bianxu.yaml`. */
export interface ShownValue {
	readonly key: string;
	readonly value: Parameter;
	readonly source: Source | null;
	readonly origin: string;
}

/** Every value that holds for a type under the options, in the order of a profile file. */
export function shownValues(id: TemplateId, options: TemplateOptions): readonly ShownValue[] {
	const values = new Map<string, ShownValue>();
	const layers = [
		...namedLayers(id, chainOf(options)),
		...(options.overrides === undefined
			? []
			: [{ name: 'bianxu.yaml', values: { ...empty, rules: options.overrides } }]),
	];
	for (const { name, values: set } of layers) {
		for (const [key, value] of valuesOf(set, name)) values.set(key, merged(values, key, value));
		for (const [rule, setting] of Object.entries(set.rules)) {
			for (const [key, value] of ruleValues(rule, setting, values, name)) values.set(key, value);
		}
	}
	const template = resolveTemplate(id, options);
	values.set('salutations', {
		key: 'salutations',
		value: template.salutations.map(({ value }) => value),
		source: values.get('salutations')?.source ?? null,
		origin: values.get('salutations')?.origin ?? 'base',
	});
	return [...values.values()].sort((a, b) => rank(a.key) - rank(b.key));
}

const empty: LayerValues = {
	page: {},
	fonts: {},
	roles: {},
	rules: {},
	salutations: null,
	closings: null,
	titleWords: null,
	parts: null,
};
const sections = ['page', 'fonts', 'roles', 'titleWords', 'salutations', 'closings', 'parts', 'rules'];

function rank(key: string): number {
	return sections.indexOf(key.split('.')[0] ?? '');
}

/** A layer that names no source of its own keeps the one below. */
function merged(values: ReadonlyMap<string, ShownValue>, key: string, value: ShownValue): ShownValue {
	return value.source === null ? { ...value, source: values.get(key)?.source ?? null } : value;
}

function valuesOf(layer: LayerValues, origin: string): readonly (readonly [string, ShownValue])[] {
	const found: ShownValue[] = [];
	const add = (key: string, value: Parameter, source: Source | null): void => {
		found.push({ key, value, source, origin });
	};
	for (const [key, { value, source }] of Object.entries(layer.page)) add(`page.${key}`, value, source);
	for (const [role, families] of Object.entries(layer.fonts)) {
		add(`fonts.${role}.accept`, families.accept, families.source ?? null);
		add(`fonts.${role}.tolerate`, families.tolerate, families.source ?? null);
	}
	for (const [role, style] of Object.entries(layer.roles))
		for (const [key, { value, source }] of Object.entries(style)) add(`roles.${role}.${key}`, value, source);
	if (layer.titleWords !== null) add('titleWords', layer.titleWords, null);
	for (const key of ['salutations', 'closings'] as const) {
		const list = layer[key];
		if (list !== null)
			add(
				key,
				list.map(({ value }) => value),
				list[0]?.source ?? null,
			);
	}
	for (const { id, words, source } of layer.parts ?? []) add(`parts.${id}`, words, source);
	return found.map((value) => [value.key, value] as const);
}

function ruleValues(
	rule: string,
	setting: RuleSetting,
	below: ReadonlyMap<string, ShownValue>,
	origin: string,
): readonly (readonly [string, ShownValue])[] {
	const key = `rules.${rule}.severity`;
	const source = setting.source ?? below.get(key)?.source ?? null;
	const found: ShownValue[] = Object.entries(setting.params ?? {}).map(([name, value]) => ({
		key: `rules.${rule}.params.${name}`,
		value,
		source,
		origin,
	}));
	const under = below.get(key);
	const kept =
		under !== undefined && setting.severity !== undefined && under.source?.level === 'law'
			? keptSeverity(under.value, setting.severity)
			: false;
	if (setting.severity !== undefined && !kept) found.unshift({ key, value: setting.severity, source, origin });
	return found.map((value) => [value.key, value] as const);
}
