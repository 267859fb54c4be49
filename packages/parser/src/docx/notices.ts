import type { Problem, Unchecked } from '@bianxu/model';

/** What the reader met and could not use as written, and what nobody looked at; each kind is reported once. */
export interface Notices {
	/** Reports a problem; later ones with the same code and `subject` are counted as the same. */
	readonly problem: (code: string, zh: string, en: string, block?: number, subject?: string) => void;
	/** Reports something unchecked; `zh` and `en` get the number of places appended when there are several. */
	readonly unchecked: (code: string, zh: string, en: string, block?: number, subject?: string) => void;
	readonly problems: () => readonly Problem[];
	readonly uncheckeds: () => readonly Unchecked[];
}

interface Entry {
	readonly code: string;
	readonly zh: string;
	readonly en: string;
	readonly block: number | undefined;
	times: number;
}

/** Different names that a hostile file may make us list. */
const MOST = 200;

/** A fresh collector. */
export function collectNotices(): Notices {
	const problems = new Map<string, Entry>();
	const unchecked = new Map<string, Entry>();
	const add =
		(entries: Map<string, Entry>) =>
		(code: string, zh: string, en: string, block?: number, subject = ''): void => {
			const key = `${code} ${subject}`;
			const known = entries.get(key);
			if (known !== undefined) known.times++;
			else if (entries.size < MOST) entries.set(key, { code, zh, en, block, times: 1 });
		};
	return {
		problem: add(problems),
		unchecked: add(unchecked),
		problems: () => list(problems),
		uncheckeds: () => list(unchecked),
	};
}

function list(entries: ReadonlyMap<string, Entry>): readonly Problem[] {
	return [...entries.values()].map(({ code, zh, en, block, times }) => ({
		code,
		message: {
			zh: times === 1 ? zh : `${zh}（共 ${times} 处）`,
			en: times === 1 ? en : `${en} (${times} places)`,
		},
		...(block === undefined ? {} : { block }),
	}));
}
