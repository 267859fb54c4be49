/** A page as layered hashes, from our own frames or those of a print that was read (packets.md §5.5). */

import type { Frame, FrameItem, SideHash } from '@bianxu/model';

/** Hash of a text in hex; the first twelve digits are kept: a packet has some hundreds of pages. */
export type TextHash = (text: string) => string;

/** Where a page's layers stand when its items have no roles: what a submitted print is cut up by. */
export interface LayerWords {
	/** True for a text line that is a file mark in the packet's form. */
	readonly isMark: (line: string) => boolean;
	/** True for a text line that is a page number. */
	readonly isFolio: (line: string) => boolean;
}

const kept = 12;
const place = (points: number): string => (Math.round(points * 10) / 10).toFixed(1);

type Layer = 'body' | 'mark' | 'folio' | 'none';

function layerOf(item: FrameItem): Layer {
	if (item.kind !== 'text') return 'body';
	switch (item.role as string | undefined) {
		case 'file-mark':
			return 'mark';
		case 'page-number':
			return 'folio';
		// The words that say that a face is a substitute are no part of the paper.
		case 'page-furniture':
			return 'none';
		default:
			return 'body';
	}
}

function written(item: FrameItem): string {
	switch (item.kind) {
		case 'text': {
			const { x, y, size, font, text, color = '' } = item;
			return `t ${place(x)} ${place(y)} ${place(size)} ${font} ${color} ${text}`;
		}
		case 'rule':
			return `r ${place(item.x1)} ${place(item.y1)} ${place(item.x2)} ${place(item.y2)} ${place(item.width)}`;
		case 'image':
			return `i ${place(item.x)} ${place(item.y)} ${place(item.width)} ${place(item.height)} ${item.image}`;
	}
}

/** Words of a page's body in reading order: what is left when places and faces are taken away. */
export function bodyText(frame: Frame): string {
	return frame.items.map((item) => (item.kind === 'text' && layerOf(item) === 'body' ? item.text : '')).join('');
}

/** The layers of one page. Blanks that no ink shows do not count. */
export function sideOf(frame: Frame, hash: TextHash): SideHash {
	const layer = (of: Layer): string =>
		hash(
			frame.items
				.filter((item) => layerOf(item) === of)
				.map(written)
				.join('\n'),
		).slice(0, kept);
	const text = bodyText(frame);
	return {
		body: layer('body'),
		mark: layer('mark'),
		folio: layer('folio'),
		text: hash(text).slice(0, kept),
		length: text.length,
	};
}

/** True when both pages carry the same ink. */
export function sameSide(a: SideHash, b: SideHash): boolean {
	return a.body === b.body && a.mark === b.mark && a.folio === b.folio;
}

/**
 * Frames of a print that was read, with roles put back by their words: the first line that is a file mark on the first
 * page, the last line that is a page number. Lines are the items on one baseline.
 */
export function withLayers(frames: readonly Frame[], words: LayerWords): readonly Frame[] {
	return frames.map((frame, at) => {
		const lines = frameLines(frame);
		const mark = at === 0 ? lines.slice(0, 3).find(({ text }) => words.isMark(text)) : undefined;
		const folio = lines.slice(-3).findLast(({ text }) => words.isFolio(text));
		const roles = new Map<FrameItem, 'file-mark' | 'page-number'>();
		for (const item of mark?.items ?? []) roles.set(item, 'file-mark');
		for (const item of folio?.items ?? []) roles.set(item, 'page-number');
		return {
			...frame,
			items: frame.items.map((item) => {
				const role = roles.get(item);
				return role === undefined || item.kind !== 'text' ? item : { ...item, role };
			}),
		};
	});
}

interface Line {
	readonly y: number;
	readonly items: readonly FrameItem[];
	readonly text: string;
}

/** Text lines of a page from top to bottom: the items on one baseline, without blanks. */
export function frameLines(frame: Frame): readonly Line[] {
	const rows = new Map<number, FrameItem[]>();
	for (const item of frame.items) {
		if (item.kind !== 'text') continue;
		const y = Math.round(item.y * 2);
		const row = rows.get(y);
		if (row === undefined) rows.set(y, [item]);
		else row.push(item);
	}
	return [...rows]
		.sort(([a], [b]) => a - b)
		.map(([y, items]) => ({
			y,
			items,
			text: items
				.map((item) => (item.kind === 'text' ? item.text : ''))
				.join('')
				.replaceAll(/\s/gu, ''),
		}));
}
