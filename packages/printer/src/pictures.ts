import type { ImageItem, Paragraph, PictureDrawing } from '@bianxu/model';
import type { Box } from './page-flow.ts';
import type { PrintImage } from './raster.ts';
import type { Setter } from './setter.ts';
import type { PlacedPicture } from './spans.ts';

/** A picture with the size that it is set in, points. */
interface SizedPicture {
	readonly image: PrintImage;
	/** Of the room that it takes, turned as it is. */
	readonly width: number;
	readonly height: number;
	readonly crop: PictureDrawing['crop'];
	readonly spin: NonNullable<ImageItem['spin']> | null;
}

/** A picture up to this many lines high goes with the text of its line; a higher one stands by itself. */
const INLINE_LINES = 2;
/** Room between pictures that stand side by side, points. */
const BESIDE = 8;

/**
 * Size of a picture: the source's, else that of its pixels at their density; scaled down to the limit. null when its
 * file cannot be read, which has been refused before.
 */
export function pictureSize(
	setter: Setter,
	picture: PictureDrawing,
	limit: { readonly width: number; readonly height: number },
): SizedPicture | null {
	const image = setter.image(picture);
	if (image === null) return null;
	const { crop } = picture;
	// A .docx says itself how its pictures are turned; Markdown leaves it to the photograph.
	const { held } = image;
	const own =
		held === undefined || setter.doc.kind !== 'markdown'
			? picture
			: { ...picture, rotation: held.degrees, flipped: held.mirrored ? ('horizontal' as const) : ('none' as const) };
	const [l, t, r, b] = crop ?? [0, 0, 0, 0];
	const natural = (pixels: number, cut: number): number => ((pixels * 72) / image.density) * (1 - cut / 1000);
	const width = picture.width === null || picture.width <= 0 ? natural(image.width, l + r) : picture.width / 20;
	const height = picture.height === null || picture.height <= 0 ? natural(image.height, t + b) : picture.height / 20;
	const room = turnedRoom(width, height, own.rotation);
	const scale = Math.min(1, limit.width / room.width, limit.height / room.height);
	const size = { width: width * scale, height: height * scale };
	return { image, width: room.width * scale, height: room.height * scale, crop, spin: spinOf(own, size) };
}

/** Rectangle that holds a picture turned by degrees. */
function turnedRoom(
	width: number,
	height: number,
	degrees: number,
): { readonly width: number; readonly height: number } {
	if (degrees % 180 === 0) return { width, height };
	const turn = (degrees * Math.PI) / 180;
	const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
	return { width: width * cos + height * sin, height: width * sin + height * cos };
}

function spinOf(
	{ rotation, flipped }: PictureDrawing,
	own: { readonly width: number; readonly height: number },
): SizedPicture['spin'] {
	const degrees = ((rotation % 360) + 360) % 360;
	if (degrees === 0 && flipped === 'none') return null;
	const across = flipped === 'horizontal' || flipped === 'both';
	const down = flipped === 'vertical' || flipped === 'both';
	return { ...own, degrees, across, down };
}

/** An image item without its place. */
export function pictureItem(sized: SizedPicture, block: number): Omit<ImageItem, 'x' | 'y'> {
	const { image, width, height, crop, spin } = sized;
	const more = { ...(crop === null ? {} : { crop }), ...(spin === null ? {} : { spin }) };
	return { kind: 'image', width, height, image: image.key, block, ...more };
}

/** Pictures that are set in the lines of a paragraph, and those that stand by themselves after it. */
export function inlineAndBlock(
	setter: Setter,
	paragraph: Paragraph,
	measure: number,
	pitch: number,
): { readonly inline: readonly PlacedPicture[]; readonly block: readonly PictureDrawing[] } {
	if (paragraph.drawings === undefined) return NOTHING;
	const inline: PlacedPicture[] = [];
	const block: PictureDrawing[] = [];
	const alone = paragraph.text.trim() === '';
	for (const drawing of paragraph.drawings) {
		if (drawing.kind !== 'picture') continue;
		const sized = pictureSize(setter, drawing, { width: measure, height: Number.POSITIVE_INFINITY });
		if (sized === null) continue;
		const { image, width, height, crop, spin } = sized;
		const small = height <= INLINE_LINES * pitch && width <= measure / 2;
		if (alone || drawing.floating || !small) block.push(drawing);
		else inline.push({ at: drawing.at, image: image.key, width, height, crop, spin });
	}
	return { inline, block };
}

const NOTHING = { inline: [], block: [] } as const;

/** Pictures that stand by themselves: centred, side by side as long as they fit, never wider or higher than the page. */
export function pictureBoxes(
	setter: Setter,
	paragraph: Paragraph,
	pictures: readonly PictureDrawing[],
	keepNext: boolean,
): readonly Box[] {
	const { left, textWidth, textHeight, pitch } = setter.geometry;
	// A caption below it must fit on the same page.
	const limit = { width: textWidth, height: textHeight - 2 * pitch };
	const rows: SizedPicture[][] = [];
	let used = 0;
	for (const picture of pictures) {
		const sized = pictureSize(setter, picture, limit);
		if (sized === null) continue;
		const row = rows.at(-1);
		if (row !== undefined && used + BESIDE + sized.width <= textWidth) {
			row.push(sized);
			used += BESIDE + sized.width;
		} else {
			rows.push([sized]);
			used = sized.width;
		}
	}
	return rows.map((row): Box => {
		const width = row.reduce((sum, picture) => sum + picture.width, 0) + BESIDE * (row.length - 1);
		const highest = row.reduce((most, picture) => Math.max(most, picture.height), 0);
		// Whole lines, so that the text after it is on the grid again.
		const height = Math.ceil((highest + 4) / pitch) * pitch;
		let x = left + (textWidth - width) / 2;
		const items = row.map((picture) => {
			const item = { ...pictureItem(picture, paragraph.block), x, y: (height - picture.height) / 2 };
			x += picture.width + BESIDE;
			return item;
		});
		return { kind: 'line', height, items, keepNext };
	});
}
