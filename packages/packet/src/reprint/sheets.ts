/** Pages on sheets of paper by binding (packets.md §3, §5.5). */

import type { Binding } from '@bianxu/model';

/** How a paper is put on sheets. */
export interface Imposition {
	readonly binding: Binding;
	/** Both sides are printed. A saddle-stitched booklet always is, whatever this says. */
	readonly duplex: boolean;
}

/**
 * Faces of each sheet of a paper of `pages` pages, page numbers from 1 within the paper, null for a blank face. Each paper
 * begins on a sheet of its own. Two faces a sheet (front, back), four for a saddle-stitched one: outer right, inner left,
 * inner right, outer left, that is 2k-1, 2k, N-2k+1, N-2k+2.
 */
export function facesOf(pages: number, { binding, duplex }: Imposition): readonly (readonly (number | null)[])[] {
	const page = (number: number): number | null => (number <= pages ? number : null);
	if (binding === 'saddle') {
		const padded = Math.ceil(pages / 4) * 4;
		return Array.from({ length: padded / 4 }, (_, at) =>
			[2 * at + 1, 2 * at + 2, padded - 2 * at - 1, padded - 2 * at].map(page),
		);
	}
	if (!duplex) return Array.from({ length: pages }, (_, at) => [at + 1, null]);
	return Array.from({ length: Math.ceil(pages / 2) }, (_, at) => [page(2 * at + 1), page(2 * at + 2)]);
}

/** Sheets as lists of their printed pages, ascending by face. */
export function sheetsOf(pages: number, imposition: Imposition): readonly (readonly number[])[] {
	return facesOf(pages, imposition).map((faces) => faces.filter((page) => page !== null));
}
