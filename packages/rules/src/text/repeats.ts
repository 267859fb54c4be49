/** Paragraphs that stand in another text too, figures and marks aside. */

/** A paragraph with the block that it stands at. */
export interface Stretch {
	readonly block: number;
	readonly text: string;
}

/** A paragraph with the place that it repeats, and how much of it (0 to 1) stands there. */
export interface Repeat {
	readonly paragraph: Stretch;
	readonly name: string;
	readonly block: number;
	readonly share: number;
}

/** Shorter paragraphs are formulas that every paper has. */
const shortest = 40;
/** Two texts share a run of this many characters by more than chance. */
const run = 10;
const enough = 0.8;

function bare(text: string): string {
	return text.replace(/[0-9０-９〇零一二三四五六七八九十百千万亿.％%]+/g, '#').replace(/[^\p{L}#]/gu, '');
}

/** Two hashes of every run of `run` characters of a text, rolled along it: 64 bits together, so that chance meets no two runs. */
interface Runs {
	readonly count: number;
	readonly low: Uint32Array;
	readonly high: Uint32Array;
}

const lowBase = 0x01000193;
const highBase = 0x85ebca6b;
const lowest = power(lowBase);
const highest = power(highBase);

/** What the first character of a run counts for in its hash. */
function power(base: number): number {
	let value = 1;
	for (let step = 1; step < run; step++) value = Math.imul(value, base);
	return value;
}

function runsOf(text: string): Runs {
	const plain = bare(text);
	const count = Math.max(0, plain.length - run + 1);
	const low = new Uint32Array(count);
	const high = new Uint32Array(count);
	let a = 0;
	let b = 0;
	for (let at = 0; at < plain.length; at++) {
		if (at >= run) {
			const gone = plain.charCodeAt(at - run);
			a -= Math.imul(gone, lowest);
			b -= Math.imul(gone, highest);
		}
		const code = plain.charCodeAt(at);
		a = (Math.imul(a, lowBase) + code) | 0;
		b = (Math.imul(b, highBase) + code) | 0;
		if (at < run - 1) continue;
		low[at - run + 1] = a;
		high[at - run + 1] = b;
	}
	return { count, low, high };
}

/** Runs by their hashes with the paragraph where each was met first; open addressing, 12 bytes a place. */
function runTable(): {
	readonly first: (low: number, high: number) => number | null;
	readonly add: (low: number, high: number, paragraph: number) => void;
} {
	let size = 1 << 12;
	let lows = new Uint32Array(size);
	let highs = new Uint32Array(size);
	/** 0: free; else the paragraph counted from 1. */
	let values = new Uint32Array(size);
	let held = 0;
	const placeOf = (low: number, high: number): number => {
		let at = (low ^ (high >>> 7)) & (size - 1);
		while (values[at] !== 0 && (lows[at] !== low || highs[at] !== high)) at = (at + 1) & (size - 1);
		return at;
	};
	const put = (low: number, high: number, value: number): void => {
		const at = placeOf(low, high);
		if (values[at] !== 0) return;
		lows[at] = low;
		highs[at] = high;
		values[at] = value;
		held += 1;
	};
	const grow = (): void => {
		const old = [lows, highs, values] as const;
		size *= 2;
		lows = new Uint32Array(size);
		highs = new Uint32Array(size);
		values = new Uint32Array(size);
		held = 0;
		const [oldLows, oldHighs, oldValues] = old;
		for (let at = 0; at < oldValues.length; at++) {
			const value = oldValues[at] ?? 0;
			if (value !== 0) put(oldLows[at] ?? 0, oldHighs[at] ?? 0, value);
		}
	};
	return {
		first: (low, high) => {
			const value = values[placeOf(low, high)] ?? 0;
			return value === 0 ? null : value - 1;
		},
		add: (low, high, paragraph) => {
			if (held * 3 > size * 2) grow();
			put(low, high, paragraph + 1);
		},
	};
}

/** A paragraph with its runs, read once for asking and for adding; null for one too short to be asked about. */
export interface Measured {
	readonly paragraph: Stretch;
	readonly runs: Runs | null;
}

/** Reads the runs of paragraphs. */
export function measured(paragraphs: readonly Stretch[]): readonly Measured[] {
	return paragraphs.map((paragraph) => ({
		paragraph,
		runs: paragraph.text.length < shortest ? null : runsOf(paragraph.text),
	}));
}

/** Texts met so far. It grows text by text, so that many texts are held against those before them at the cost of one reading. */
export interface RepeatIndex {
	readonly add: (name: string, paragraphs: readonly Measured[]) => void;
	readonly find: (paragraph: Measured) => Repeat | null;
}

/** An index without texts. */
export function repeatIndex(): RepeatIndex {
	const table = runTable();
	const known: { readonly name: string; readonly block: number }[] = [];
	return {
		add: (name, paragraphs) => {
			for (const { paragraph, runs } of paragraphs) {
				if (runs === null) continue;
				for (let at = 0; at < runs.count; at++) table.add(runs.low[at] ?? 0, runs.high[at] ?? 0, known.length);
				known.push({ name, block: paragraph.block });
			}
		},
		find: ({ paragraph, runs }) => {
			if (runs === null || runs.count === 0) return null;
			const met = new Map<number, number>();
			for (let at = 0; at < runs.count; at++) {
				const place = table.first(runs.low[at] ?? 0, runs.high[at] ?? 0);
				if (place !== null) met.set(place, (met.get(place) ?? 0) + 1);
			}
			let best = -1;
			let most = 0;
			for (const [place, count] of met) {
				if (count < most || (count === most && place > best)) continue;
				best = place;
				most = count;
			}
			const share = most / runs.count;
			const place = known[best];
			return place === undefined || share < enough ? null : { paragraph, ...place, share };
		},
	};
}
