/**
 * What rules have worked out about the papers at hand. A WeakMap alone would do, were it not for V8's scavenger: of a
 * map that has grown old it holds the values, though their keys are garbage, so that in a run over many papers each would
 * be copied over and over until the whole heap is marked. So the maps themselves are let go when the rules are done.
 */

/** Answers by an object that belongs to one paper: its document, its outline, an array of its passages. */
export interface PaperMemory<K extends object, V> {
	readonly get: (key: K) => V | undefined;
	readonly set: (key: K, value: V) => void;
}

const forgetting: (() => void)[] = [];

/** An empty memory. Made once for a question, when its module is loaded. */
export function paperMemory<K extends object, V>(): PaperMemory<K, V> {
	let kept: WeakMap<K, V> | null = null;
	forgetting.push(() => {
		kept = null;
	});
	return {
		get: (key) => kept?.get(key),
		set: (key, value) => {
			kept ??= new WeakMap();
			kept.set(key, value);
		},
	};
}

/** Forgets all answers: they are worked out anew when somebody asks again. */
export function forgetPapers(): void {
	for (let at = 0; at < forgetting.length; at++) forgetting[at]?.();
}
