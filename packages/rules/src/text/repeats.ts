/** Paragraphs that stand in another text too, figures and marks aside. */

/** A paragraph with the block that it stands at. */
export interface Stretch {
	readonly block: number;
	readonly text: string;
}

/** Another paper: its name for messages, and its paragraphs. */
export interface OtherText {
	readonly name: string;
	readonly paragraphs: readonly Stretch[];
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

function runsOf(text: string): readonly string[] {
	const plain = bare(text);
	return Array.from({ length: Math.max(0, plain.length - run + 1) }, (_, at) => plain.slice(at, at + run));
}

/** An index of other papers, made once for many texts: each run of characters with the paragraph where it was met first. */
export function indexOf(others: readonly OtherText[]): (paragraph: Stretch) => Repeat | null {
	const places = new Map<string, number>();
	const paragraphs: { readonly name: string; readonly block: number }[] = [];
	for (const { name, paragraphs: texts } of others) {
		for (const { block, text } of texts) {
			if (text.length < shortest) continue;
			for (const each of runsOf(text)) if (!places.has(each)) places.set(each, paragraphs.length);
			paragraphs.push({ name, block });
		}
	}
	return (paragraph) => {
		const runs = paragraph.text.length < shortest ? [] : runsOf(paragraph.text);
		if (runs.length === 0) return null;
		const met = new Map<number, number>();
		for (const each of runs) {
			const place = places.get(each);
			if (place !== undefined) met.set(place, (met.get(place) ?? 0) + 1);
		}
		const [best] = [...met].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
		const share = (best?.[1] ?? 0) / runs.length;
		const place = best === undefined ? undefined : paragraphs[best[0]];
		return place === undefined || share < enough ? null : { paragraph, ...place, share };
	};
}
