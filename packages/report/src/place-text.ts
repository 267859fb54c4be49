import type { Diagnostic, Language, Place } from '@bianxu/model';
import { opening } from './excerpt.ts';

/** Characters of a paragraph's opening that name the place. */
const OPENING = 14;

/** Findings in the order in which a reader meets them; what concerns the whole document comes first. */
export function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
	const weight = ({ place }: Diagnostic): number => (isWhole(place) ? -1 : place.block);
	return diagnostics
		.map((diagnostic, order) => ({ diagnostic, order }))
		.sort(
			(a, b) =>
				weight(a.diagnostic) - weight(b.diagnostic) ||
				a.diagnostic.place.start - b.diagnostic.place.start ||
				a.order - b.order,
		)
		.map(({ diagnostic }) => diagnostic);
}

/** True for a finding about the document as a whole (contract: block 0, start 0, end 0, text ''). */
export function isWhole(place: Place): boolean {
	return place.block === 0 && place.start === 0 && place.end === 0 && place.text === '';
}

/** 「第3段「同志们：」」, 「12行5列「…」」 or 「全文」. Paragraphs are counted from 1, empty ones included. Not escaped. */
export function placeText(place: Place, language: Language): string {
	const zh = language === 'zh';
	if (isWhole(place)) return zh ? '全文' : 'whole document';
	const begin = opening(place.text, OPENING);
	const words = begin === '' ? '' : zh ? `「${begin}」` : ` "${begin}"`;
	if (place.line !== undefined) {
		return zh ? `第${place.line}行第${place.column ?? 1}列${words}` : `${place.line}:${place.column ?? 1}${words}`;
	}
	if (begin === '') return zh ? `第${place.block + 1}段（空段）` : `paragraph ${place.block + 1} (empty)`;
	return zh ? `第${place.block + 1}段${words}` : `paragraph ${place.block + 1}${words}`;
}
