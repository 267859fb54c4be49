import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, ImageItem, PictureDrawing } from '@bianxu/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layoutMaterial } from '../src/layout.ts';
import { paintPdf } from '../src/paint.ts';
import type { PrintImage } from '../src/raster.ts';
import { materialOf, type Part, pictureAt } from './material.ts';
import { deflate, hasTool, runTool, sha256 } from './pack.ts';
import { plainFonts } from './plain-fonts.ts';
import { template } from './template.ts';

/** Four fields, so that every way of turning and mirroring looks different: dark, grey above; light, white-ish below. */
const FIELDS = [20, 90, 160, 230] as const;
const SIDE = 40;
const IMAGE: PrintImage = {
	key: 'fields',
	width: SIDE,
	height: SIDE,
	density: 96,
	color: 'gray',
	encoding: { kind: 'raw' },
	data: Uint8Array.from({ length: SIDE * SIDE }, (_, i) => {
		const right = i % SIDE >= SIDE / 2 ? 1 : 0;
		return FIELDS[right + (i >= (SIDE * SIDE) / 2 ? 2 : 0)] ?? 0;
	}),
	source: new Uint8Array(0),
};

const WAYS: readonly Pick<PictureDrawing, 'rotation' | 'flipped'>[] = [
	{ rotation: 90, flipped: 'none' },
	{ rotation: 180, flipped: 'none' },
	{ rotation: 270, flipped: 'none' },
	{ rotation: -35, flipped: 'none' },
	{ rotation: 0, flipped: 'horizontal' },
	{ rotation: 0, flipped: 'vertical' },
	{ rotation: 0, flipped: 'both' },
	{ rotation: 90, flipped: 'horizontal' },
	{ rotation: 20, flipped: 'vertical' },
];

/** Grey that a picture shows at a point given from its middle, in shares of its own size, before it is turned. */
function fieldAt(across: number, down: number): number {
	return FIELDS[(across > 0 ? 1 : 0) + (down > 0 ? 2 : 0)] ?? 0;
}

function framesOf(parts: readonly Part[]): readonly Frame[] {
	const { doc, outline } = materialOf(parts);
	const laid = layoutMaterial(doc, outline, template, plainFonts(), () => IMAGE);
	expect(laid.refusals).toEqual([]);
	return laid.pages.map((page, index): Frame => {
		const items = page.items.filter((item) => item.kind === 'image');
		return { width: 595.28, height: 841.89, index, number: null, blank: false, material: '', items };
	});
}

describe.skipIf(!hasTool('pdftoppm'))('turned and mirrored pictures (needs poppler-utils)', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'bianxu-turned-'));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** Grey of a rendered page by its point. */
	function rendered(frames: readonly Frame[]): (x: number, y: number) => number {
		const file = join(folder, 'print.pdf');
		const plain = { title: '', date: '2026-11-26', bookmarks: [], images: new Map([['fields', IMAGE]]) };
		writeFileSync(file, paintPdf(frames, plainFonts(), { ...plain, deflate, sha256 }));
		const made = runTool('pdftoppm', ['-r', '72', '-gray', '-singlefile', file, join(folder, 'page')]);
		expect(made.stderr).toBe('');
		const bytes = readFileSync(join(folder, 'page.pgm'));
		const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
		const width = Number(head?.[1]);
		return (x, y) => bytes[(head?.[0].length ?? 0) + Math.round(y) * width + Math.round(x)] ?? -1;
	}

	test.each([
		[{ degrees: 90, mirrored: false }, 'upright'],
		[{ degrees: 270, mirrored: true }, 'transposed'],
	] as const)('a photograph of a Markdown text stands as the camera was held: %j', (held, _name) => {
		const { doc, outline } = materialOf([{ role: 'blank', text: '', drawings: [pictureAt(0, 200, 100)] }]);
		const image = { ...IMAGE, held };
		const laid = layoutMaterial({ ...doc, kind: 'markdown' }, outline, template, plainFonts(), () => image);
		const item = laid.pages[0]?.items.find(({ kind }) => kind === 'image') as ImageItem;
		expect([item.width, item.height].map(Math.round)).toEqual([100, 200]);
		expect(item.spin).toMatchObject({ degrees: held.degrees, across: held.mirrored, down: false });
		const asWord = layoutMaterial(doc, outline, template, plainFonts(), () => image);
		const other = asWord.pages[0]?.items.find(({ kind }) => kind === 'image') as ImageItem;
		expect(other.spin).toBeUndefined();
	});

	for (const across of [false, true]) {
		for (const way of WAYS) {
			const name = `${way.rotation}° ${way.flipped}${across ? ' on a page that lies across' : ''}`;
			test(name, () => {
				const drawing = { ...(pictureAt(0, 200, 100) as PictureDrawing), ...way };
				const upright: Part = { role: 'body', text: '见图。' };
				const picture: Part = { role: 'blank', text: '', drawings: [drawing], ...(across ? { across } : {}) };
				const frames = framesOf(across ? [upright, picture] : [picture]);
				const frame = frames.find(({ items }) => items.length > 0);
				const item = frame?.items[0] as ImageItem;
				const grey = rendered(frame === undefined ? [] : [frame]);
				const middle = [item.x + item.width / 2, item.y + item.height / 2] as const;
				// The way a turned page is read: its upper edge is at the left of the paper.
				const degrees = way.rotation - (across ? 90 : 0);
				const turn = (degrees * Math.PI) / 180;
				for (const right of [-1, 1]) {
					for (const below of [-1, 1]) {
						const mirroredX = way.flipped === 'horizontal' || way.flipped === 'both' ? -right : right;
						const mirroredY = way.flipped === 'vertical' || way.flipped === 'both' ? -below : below;
						const [u, v] = [mirroredX * 50, mirroredY * 25];
						// Clockwise, y pointing down.
						const x = middle[0] + u * Math.cos(turn) - v * Math.sin(turn);
						const y = middle[1] + u * Math.sin(turn) + v * Math.cos(turn);
						expect(Math.abs(grey(x, y) - fieldAt(right, below)), `${right} ${below}`).toBeLessThan(12);
					}
				}
				// The rectangle that is claimed holds the picture: just outside it the paper is white.
				for (const [x, y] of [
					[item.x - 3, middle[1]],
					[item.x + item.width + 3, middle[1]],
					[middle[0], item.y - 3],
					[middle[0], item.y + item.height + 3],
				] as const)
					expect(grey(x, y)).toBe(255);
			});
		}
	}
});
