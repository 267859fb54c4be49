/** What the judges of mentions share: the place looked at, and the verdict. */

import type { Bilingual, HeldReference, ReferenceStatus, SessionFacts } from '@bianxu/model';
import type { Mention, SessionMention } from '@bianxu/numbering';
import type { Groups, TextPiece } from './bind.ts';
import type { PacketPaper, PaperParagraph } from './request.ts';
import type { Scene } from './scene.ts';

/** A mention and the paragraph that it stands in. */
export interface FoundMention {
	readonly paragraph: PaperParagraph;
	readonly mention: Mention;
	/** Its numbers as written. */
	readonly from: string;
	/** Its sentence, worked out when it is first shown. */
	readonly sentence: () => { readonly context: string; readonly contextStart: number };
}

/** The packet as the judges see it. */
export interface JudgeContext {
	readonly scene: Scene;
	/** The session as the texts name it: by the manifest, and by the lock where the manifest has moved on. */
	readonly sessions: readonly SessionFacts[];
	readonly found: (paper: PacketPaper) => readonly FoundMention[];
	/** Bindings kept from the last apply, by paper id. */
	readonly held: ReadonlyMap<string, readonly HeldReference[]>;
	/** Papers without a number of their own: a count in them is always of the packet. */
	readonly unnumbered: ReadonlySet<string>;
}

/** What is to be done with a mention; `pieces` are the edits that `to` stands for. */
export interface Verdict {
	readonly status: ReferenceStatus;
	readonly to: string | null;
	readonly target: string | null;
	readonly note: Bilingual | null;
	readonly pieces: readonly TextPiece[];
	/** Ids that the terms mean as they stand, and once `pieces` are written; absent where no numbers are bound. */
	readonly meant?: Meant;
}

/** What a mention means before and after its proposal is written. */
export interface Meant {
	readonly before: Groups;
	readonly after: Groups;
}

/** A mention in its paragraph, its paper and the packet. */
export interface Spot {
	readonly context: JudgeContext;
	readonly paper: PacketPaper;
	readonly paragraph: PaperParagraph;
	readonly mention: Mention;
	readonly from: string;
	readonly held: HeldReference | null;
}

/** A verdict without edits. */
export const plain = (
	status: ReferenceStatus,
	to: string | null,
	target: string | null,
	note: Bilingual | null = null,
): Verdict => ({
	status,
	to,
	target,
	note,
	pieces: [],
});

/** A remark in both languages. */
export const note = (zh: string, en: string): Bilingual => ({ zh, en });

/** True when the session named is the packet's own, by its old facts or its new ones. */
export function isThisSession(session: SessionMention, { sessions }: JudgeContext): boolean {
	return sessions.some((facts) => isSession(session, facts));
}

/** True when a mention names the session of these facts. */
export function isSession(session: SessionMention, facts: SessionFacts): boolean {
	if (session.relative !== null) return session.relative === 'this';
	if (session.kind !== 'meeting' || session.organ === 'congress') return false;
	if (session.term !== null && session.term.value !== facts.term) return false;
	if (session.place !== null && session.place.text.length > 1 && !samePlace(session.place.text, facts.place))
		return false;
	return session.meeting === null || session.meeting.value === facts.meeting;
}

function samePlace(written: string, place: string): boolean {
	return written === place || written.endsWith(place) || place.endsWith(written);
}
