/** Whether a title in a text is that of a material: 《审计工作报告》 beside the number of 《关于2025年度…的审计工作报告》. */

/** How well a short title fits a full one: 3 the same, 2 a part of it, 1 its characters in order, 0 not at all. */
export type TitleFit = 0 | 1 | 2 | 3;

/** Title without blanks, brackets, quotation marks and 草案; half-width letters and digits stay as they are. */
export function plainTitle(title: string): string {
	return title.replace(/[\s\u3000《》〈〉“”‘’"'「」（）()、，,。：:]/gu, '').replace(/草案/gu, '');
}

function inOrder(short: string, long: string): boolean {
	let at = 0;
	for (const character of short) {
		const found = long.indexOf(character, at);
		if (found < 0) return false;
		at = found + character.length;
	}
	return true;
}

/** Fit of a title as cited to one as listed, both plain. Two characters in order prove nothing; four do (审计报告). A short name (《决定》) only has to stand in the title. */
export function titleFit(short: string, long: string): TitleFit {
	if (short === '' || long === '') return 0;
	if (short === long) return 3;
	if (short.length < 4) return long.includes(short) ? 1 : 0;
	if (long.includes(short) || (long.length >= 6 && short.includes(long))) return 2;
	return inOrder(short, long) ? 1 : 0;
}

/** Titles of the packet, ready to be compared: each thing has that of the manifest and that in its document. */
export interface Titles {
	/** As written, by id. */
	readonly written: ReadonlyMap<string, readonly string[]>;
	/** How well a title as cited fits that of one thing. */
	readonly fit: (cited: string, id: string) => TitleFit;
	/** The things that it fits better than `fit` says, and the first that it names exactly. Remembered by title. */
	readonly better: (cited: string, fit: TitleFit) => readonly string[];
	readonly named: (cited: string) => string | null;
}

/** Titles ready to be compared, and the ids that bear each; made when the first title is cited, which most packets never do. */
function lazily(written: ReadonlyMap<string, readonly string[]>): {
	readonly plain: () => ReadonlyMap<string, readonly string[]>;
	readonly exact: () => ReadonlyMap<string, readonly string[]>;
} {
	let plain: ReadonlyMap<string, readonly string[]> | null = null;
	let exact: Map<string, string[]> | null = null;
	const plainOnes = (): ReadonlyMap<string, readonly string[]> =>
		(plain ??= new Map([...written].map(([id, titles]) => [id, titles.map(plainTitle)])));
	const exactOnes = (): ReadonlyMap<string, readonly string[]> => {
		if (exact !== null) return exact;
		exact = new Map();
		for (const [id, titles] of plainOnes()) {
			for (const title of new Set(titles)) {
				const ids = exact.get(title);
				if (ids === undefined) exact.set(title, [id]);
				else ids.push(id);
			}
		}
		return exact;
	};
	return { plain: plainOnes, exact: exactOnes };
}

export function titlesOf(written: ReadonlyMap<string, readonly string[]>): Titles {
	const { plain, exact } = lazily(written);
	const fitPlain = (cited: string, id: string): TitleFit => {
		let best: TitleFit = 0;
		for (const title of plain().get(id) ?? []) {
			const found = titleFit(cited, title);
			if (found > best) best = found;
		}
		return best;
	};
	const fits = new Map<string, readonly (readonly [string, TitleFit])[]>();
	const fitsOf = (cited: string): readonly (readonly [string, TitleFit])[] => {
		let known = fits.get(cited);
		if (known === undefined) {
			known = [...plain().keys()].map((id) => [id, fitPlain(cited, id)] as const).filter(([, fit]) => fit > 0);
			fits.set(cited, known);
		}
		return known;
	};
	return {
		written,
		fit: (cited, id) => fitPlain(plainTitle(cited), id),
		better: (cited, fit) =>
			// Nothing fits better than the same words, so that a right title costs no look at all the others.
			fit === 3 ? [] : fitsOf(plainTitle(cited)).flatMap(([id, other]) => (other > fit ? [id] : [])),
		named: (cited) => {
			const title = plainTitle(cited);
			return title.length < 6 ? null : (exact().get(title)?.[0] ?? null);
		},
	};
}
