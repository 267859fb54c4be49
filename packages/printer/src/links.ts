import type { TextItem } from '@bianxu/model';
import type { Composed } from './compose.ts';
import type { Link } from './paint.ts';

/** A stretch of text that leads to another paper, or to a block of one. Parts count in the order of the print. */
export interface LinkRequest {
	readonly part: number;
	readonly block: number;
	/** Offsets in the block's text. */
	readonly start: number;
	readonly end: number;
	/** `block` null: the first page of the part. */
	readonly to: { readonly part: number; readonly block: number | null };
}

const NONE: readonly LinkRequest[] = [];

/** Links on the pages of a print, a rectangle for each line that the stretch stands in. */
export function linksBetween(composed: Composed, requests: readonly LinkRequest[]): readonly Link[] {
	if (requests.length === 0) return [];
	/** By part and block: what is looked for on its pages. */
	const wanted = composed.parts.map(() => new Map<number, LinkRequest[]>());
	const sought = composed.parts.map(() => new Map<number, Link['target'] | null>());
	for (const request of requests) {
		const own = wanted[request.part];
		if (own === undefined) continue;
		const known = own.get(request.block);
		if (known === undefined) own.set(request.block, [request]);
		else known.push(request);
		if (request.to.block !== null) sought[request.to.part]?.set(request.to.block, null);
	}
	const links: (Omit<Link, 'target'> & { readonly to: LinkRequest['to'] })[] = [];
	composed.parts.forEach(({ first, pages }, part) => {
		const from = wanted[part];
		const to = sought[part];
		if (from === undefined || to === undefined || from.size + to.size === 0) return;
		for (let page = first; page < first + pages; page++) {
			for (const item of composed.frames[page]?.items ?? []) {
				if (item.kind !== 'text' || item.block === undefined) continue;
				if (to.get(item.block) === null) to.set(item.block, { page, y: item.y - item.size });
				for (const request of from.get(item.block) ?? NONE) {
					const place = stretchOf(item, request.start, request.end);
					if (place !== null) links.push({ page, ...place, to: request.to });
				}
			}
		}
	});
	return links.flatMap(({ to, ...place }) => {
		const target =
			to.block === null
				? { page: composed.parts[to.part]?.first ?? -1, y: 0 }
				: (sought[to.part]?.get(to.block) ?? undefined);
		return target === undefined || target.page < 0 ? [] : [{ ...place, target }];
	});
}

/** Rectangle of the part of an item that lies in [start, end) of its block's text; null when none does. */
function stretchOf(item: TextItem, start: number, end: number): Pick<Link, 'x' | 'y' | 'width' | 'height'> | null {
	if (item.offset === undefined || item.turn !== undefined) return null;
	let at = item.offset;
	let x = item.x;
	let from: number | null = null;
	let to = item.x;
	let index = 0;
	for (const character of item.text) {
		const advance = item.advances[index++] ?? 0;
		if (at >= start && at < end) {
			from ??= x;
			to = x + advance;
		}
		at += character.length;
		x += advance;
	}
	return from === null ? null : { x: from, y: item.y - item.size * 0.88, width: to - from, height: item.size };
}
