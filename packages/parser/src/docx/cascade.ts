import type { Origin, Why } from '@bianxu/model';

/** One step of the cascade (17.7.2): the values it states and, for styles, which style stated each of them. */
export interface Layer<P> {
	readonly origin: Origin;
	readonly values: Readonly<Partial<P>>;
	/** Style name by property; null when the step is no style. */
	readonly from: Readonly<Partial<Record<keyof P, string>>> | null;
}

/** A value and the step that stated it. */
export interface Picked<T> {
	readonly value: T;
	readonly why: Why;
}

/** The nearest step that states a property; `layers` are nearest first. */
export function pick<P, K extends keyof P>(layers: readonly Layer<P>[], key: K): Picked<P[K]> | undefined {
	for (const layer of layers) {
		const value = layer.values[key];
		if (value !== undefined) return { value, why: whyOf(layer, key) };
	}
	return undefined;
}

/** Why of a property in a step that states it. */
export function whyOf<P>(layer: Layer<P>, key: keyof P): Why {
	const style = layer.from?.[key];
	return style === undefined ? { origin: layer.origin } : { origin: layer.origin, style };
}

/** One layer out of property sets of named styles, farthest first: later ones displace earlier ones key by key. */
export function mergeLayer<P extends object>(
	origin: Origin,
	sets: readonly { readonly name: string; readonly values: Readonly<Partial<P>> }[],
): Layer<P> {
	const values: Partial<P> = {};
	const from: Partial<Record<keyof P, string>> = {};
	for (const set of sets) {
		for (const key of Object.keys(set.values) as (keyof P)[]) {
			values[key] = set.values[key] as P[keyof P];
			from[key] = set.name;
		}
	}
	return { origin, values, from };
}
