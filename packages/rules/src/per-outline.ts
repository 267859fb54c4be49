import type { Doc, Outline } from '@bianxu/model';
import { paperMemory } from './paper-memory.ts';

/** A document with what it was recognised as. */
export interface Judged {
	readonly doc: Doc;
	readonly outline: Outline;
}

/**
 * A fact of a document that several rules ask for, computed at the first question. An outline belongs to one document, so
 * the answer is kept with it until the rules are done.
 */
export function perOutline<T>(compute: (judged: Judged) => T): (judged: Judged) => T {
	const kept = paperMemory<Outline, { readonly answer: T }>();
	return ({ doc, outline }) => {
		const known = kept.get(outline);
		if (known !== undefined) return known.answer;
		const answer = compute({ doc, outline });
		kept.set(outline, { answer });
		return answer;
	};
}
