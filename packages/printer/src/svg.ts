import type { Frame, FrameItem, ImageItem, TextItem } from '@bianxu/model';

/** What a drawing needs beside the frame. */
export interface SvgOptions {
	/** CSS families for a face, nearest first; the viewer's own fonts are used, nothing is embedded. */
	readonly familyOf: (face: string) => string;
	/** Data address of a picture; null draws an empty frame with a diagonal in its place. */
	readonly imageOf: (key: string) => string | null;
}

/** Two decimals of a point. */
function number(value: number): string {
	return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * A page as an SVG document in points, each character at its place, for reports and the web page. Any frame will do, ours
 * or that of a submitted print.
 */
export function frameSvg(frame: Frame, options: SvgOptions): string {
	const { width, height } = frame;
	const items = frame.items.map((item) => itemSvg(item, options)).join('\n');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}pt" height="${number(height)}pt" viewBox="0 0 ${number(width)} ${number(height)}">`,
		`<rect width="100%" height="100%" fill="#fff"/>`,
		items,
		'</svg>',
		'',
	].join('\n');
}

function itemSvg(item: FrameItem, options: SvgOptions): string {
	switch (item.kind) {
		case 'text':
			return textSvg(item, options);
		case 'rule': {
			const { x1, y1, x2, y2 } = item;
			return `<path d="M${number(x1)} ${number(y1)}L${number(x2)} ${number(y2)}" stroke="#000" stroke-width="${number(item.width)}"/>`;
		}
		case 'image':
			return imageSvg(item, options);
	}
}

function textSvg(item: TextItem, { familyOf }: SvgOptions): string {
	const { x, y, size, text, advances, color, turn } = item;
	const places: string[] = [];
	let at = turn === undefined ? x : 0;
	for (const advance of advances) {
		places.push(number(at));
		at += advance;
	}
	const place =
		turn === undefined ? `y="${number(y)}"` : `y="0" transform="translate(${number(x)} ${number(y)}) rotate(-90)"`;
	const fill = color === undefined ? '' : ` fill="#${color}"`;
	return `<text xml:space="preserve" x="${places.join(' ')}" ${place} font-size="${number(size)}" font-family="${escaped(familyOf(item.font))}"${fill}>${escaped(text)}</text>`;
}

function imageSvg(item: ImageItem, { imageOf }: SvgOptions): string {
	const { x, y, width, height, crop, turn, spin } = item;
	const data = imageOf(item.image);
	const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
	if (data === null)
		return `<rect ${box} fill="none" stroke="#000"/><path d="M${number(x)} ${number(y)}l${number(width)} ${number(height)}" stroke="#000"/>`;
	const [l, t, r, b] = (crop ?? [0, 0, 0, 0]).map((share) => share / 1000) as [number, number, number, number];
	const [along, across] =
		spin !== undefined ? [spin.width, spin.height] : turn === undefined ? [width, height] : [height, width];
	const w = along / Math.max(0.01, 1 - l - r);
	const h = across / Math.max(0.01, 1 - t - b);
	const place =
		spin !== undefined
			? `translate(${number(x + width / 2)} ${number(y + height / 2)}) rotate(${number(spin.degrees)}) scale(${spin.across ? -1 : 1} ${spin.down ? -1 : 1}) translate(${number(-along / 2)} ${number(-across / 2)})`
			: turn === undefined
				? `translate(${number(x)} ${number(y)})`
				: `translate(${number(x)} ${number(y + height)}) rotate(-90)`;
	return `<g transform="${place}"><svg width="${number(along)}" height="${number(across)}" overflow="hidden"><image x="${number(-l * w)}" y="${number(-t * h)}" width="${number(w)}" height="${number(h)}" preserveAspectRatio="none" href="${data}"/></svg></g>`;
}
