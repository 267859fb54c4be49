/** Carries a plan out on papers in memory, through the real Markdown writer. */

import { applyTextEdits } from '@bianxu/model';
import { lowerMarkdown, readMarkdown } from '../../parser/src/index.ts';
import { type Planned, planPacket, type PlanRequest, recordPlan } from '../src/index.ts';
import { paper } from './packet.ts';

/** Texts of papers by id. */
export type Texts = ReadonlyMap<string, string>;

/** The request over these texts. */
export function over(request: Omit<PlanRequest, 'papers'>, texts: Texts): PlanRequest {
	return { ...request, papers: [...texts].map(([id, text]) => paper(id, text)) };
}

/** Texts after the plan; throws when the language cannot say a change. */
export function rewritten(texts: Texts, { plan }: Planned): Texts {
	return new Map(
		[...texts].map(([id, text]) => {
			const changes = plan.changes[id] ?? [];
			const read = readMarkdown(new TextEncoder().encode(text));
			if (read.refusal !== undefined) throw new Error('unreadable');
			const { edits, unsayable } = lowerMarkdown(read.doc, text, changes);
			if (unsayable.length > 0) throw new Error(unsayable[0]?.reason.en);
			const plain = edits.map(({ range, text: next }) => ({ start: range.start, end: range.end, text: next }));
			return [id, applyTextEdits(text, plain)];
		}),
	);
}

/** Plans and carries out: the texts and the request of the next day. */
export function carryOut(
	request: Omit<PlanRequest, 'papers'>,
	texts: Texts,
): { readonly planned: Planned; readonly texts: Texts; readonly next: Omit<PlanRequest, 'papers'> } {
	const full = over(request, texts);
	const planned = planPacket(full);
	if (planned.plan.blocked) throw new Error(`blocked: ${JSON.stringify(planned.plan.references)}`);
	const after = rewritten(texts, planned);
	const hashes = new Map([...after].map(([id]) => [id, `hash of ${id}`]));
	const lock = recordPlan(full, planned, hashes, '2026-11-26');
	return { planned, texts: after, next: { ...request, lock, accepts: [] } };
}
