/** References in the drafter's own words, read once a passage however many rules ask. */

import { type Mention, scanReferences } from '@bianxu/numbering';
import type { Passage } from './passages.ts';
import { paperMemory } from '../paper-memory.ts';

const read = paperMemory<Passage, readonly Mention[]>();

/** Mentions in `passage.own`: quotations, titles and addresses are blanked out, offsets are those of the text. */
export function ownMentions(passage: Passage): readonly Mention[] {
	const kept = read.get(passage);
	if (kept !== undefined) return kept;
	const mentions = scanReferences(passage.own);
	read.set(passage, mentions);
	return mentions;
}
