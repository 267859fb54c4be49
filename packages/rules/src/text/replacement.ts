/** Findings and fixes on a stretch of one paragraph. */

import type { Bilingual, Finding, FindingSeverity, Fix, FixSafety, Source } from '@bianxu/model';
import type { Passage } from './passages.ts';
import { scan } from './scan.ts';

/** What a finding may carry beside its place and message. */
export interface Detail {
	readonly expected?: string;
	readonly actual?: string;
	readonly fix?: Fix;
	readonly severity?: FindingSeverity;
	readonly source?: Source;
}

/** A finding on `start`..`end` of a block. */
export function finding(block: number, start: number, end: number, message: Bilingual, detail: Detail = {}): Finding {
	return { block, start, end, message, ...detail };
}

/** A finding on the document as a whole. */
export function documentFinding(message: Bilingual, detail: Detail = {}): Finding {
	return { block: 0, start: 0, end: 0, message, ...detail };
}

/** Replaces `start`..`end` of a block by `text`. */
export function replaceFix(block: number, start: number, end: number, text: string, safety: FixSafety): Fix {
	const title: Bilingual =
		text === ''
			? { zh: '删去', en: 'Remove' }
			: { zh: `改为“${text.trim() === '' ? '（空格）' : text}”`, en: `Replace with “${text}”` };
	return { title, safety, changes: [{ kind: 'replace-text', block, start, end, text }] };
}

/** A finding that a replacement settles: `actual` is what stands there, `expected` what should. */
export function replacement(
	place: { readonly block: number; readonly text: string },
	start: number,
	end: number,
	text: string,
	message: Bilingual,
	safety: FixSafety,
	detail: Detail = {},
): Finding {
	return {
		block: place.block,
		start,
		end,
		message,
		expected: text,
		actual: place.text.slice(start, end),
		fix: replaceFix(place.block, start, end, text, safety),
		...detail,
	};
}

/** Findings of a global expression over passages: in `text` as it stands, or in `own` (quotations and titles blanked out). */
export function scanPassages(
	passages: readonly Passage[],
	within: 'text' | 'own',
	expression: RegExp,
	judge: (match: RegExpExecArray, passage: Passage) => Finding | null,
): readonly Finding[] {
	const found: Finding[] = [];
	for (const { match, item } of scan(passages, within, expression)) {
		const judged = judge(match, item);
		if (judged !== null) found.push(judged);
	}
	return found;
}
