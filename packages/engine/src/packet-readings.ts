/** Papers as a plan reads them: from the file, or from what an earlier run kept of the same bytes. */

import type { Bilingual, TemplateId } from '@bianxu/model';
import { type PackedReading, packReading, type PaperReading, planReading, unpackReading } from '@bianxu/packet';
import { recognise } from '@bianxu/structure';
import { type OpenDocument, openFresh } from './document.ts';
import { extensionOf } from './path.ts';
import type { Session } from './session.ts';

/** Readings kept between runs. Losing them costs time and nothing else. */
export interface ReadingStore {
	readonly get: (key: string) => PackedReading | undefined;
	readonly set: (key: string, reading: PackedReading) => void;
}

/** A paper's reading and the hash of its bytes, or why there is none. */
export type PlanPaper =
	| { readonly reason: Bilingual }
	| { readonly reason?: undefined; readonly reading: PaperReading; readonly hash: string };

/** How a paper is read for a plan. */
export interface PlanReadingOptions {
	readonly template: TemplateId;
	/** Those of the packet's own file mark; they and the type decide what is kept. */
	readonly nouns: readonly string[];
	readonly store: ReadingStore | null;
	/** Told of a paper that had to be opened. */
	readonly opened?: ((document: OpenDocument) => void) | undefined;
}

/** Reads a paper for a plan. */
export function readForPlan(session: Session, path: string, bytes: Uint8Array, how: PlanReadingOptions): PlanPaper {
	const hash = session.world.sha256(bytes);
	const { template, nouns, store } = how;
	const key = [hash, extensionOf(path), template, ...nouns].join(' ');
	return session.remember('plan-reading', key, (): PlanPaper => {
		const kept = store === null ? null : unpacked(store.get(key));
		if (kept !== null) return { reading: kept, hash };
		const opened = openFresh(session, path, bytes, hash);
		if (opened.document === null) return { reason: opened.refused.message };
		how.opened?.(opened.document);
		const { doc } = opened.document;
		const reading = planReading({ doc, outline: recognise(doc, { template }) }, nouns);
		store?.set(key, packReading(reading));
		return { reading, hash };
	});
}

/** A damaged entry is as good as none. */
function unpacked(packed: PackedReading | undefined): PaperReading | null {
	if (packed === undefined) return null;
	try {
		return unpackReading(packed);
	} catch {
		return null;
	}
}
