import type { Frame, ImageItem, TextItem } from '@bianxu/model';
import type { EmbeddedFace } from './paint-font.ts';

/** A stretch of marked content of a page: what it belongs to (14.7.4). */
export interface Mark {
	/** Block of the material, −1 for a line of the contents. */
	readonly block: number;
	readonly figure: boolean;
}

/** Operators of a page, and the marked content in it by MCID. */
export interface PageContent {
	readonly operators: string;
	readonly marks: readonly Mark[];
}

/** Two decimals are a hundredth of a point, finer than any printer. */
export function number(value: number): string {
	const text = value.toFixed(2);
	return text.endsWith('.00') ? text.slice(0, -3) : text;
}

/**
 * Content stream of a page: rules and page furniture as artifacts, pictures, then the text in one text object whose
 * stretches are marked by block, so that a reading program finds paragraphs. `imageName` answers the resource of a key;
 * `marked` is false for pages that are imposed, where marks mean nothing.
 */
export function pageContent(
	frame: Frame,
	faces: ReadonlyMap<string, EmbeddedFace>,
	imageName: (key: string) => string,
	marked: boolean,
): PageContent {
	const marks: Mark[] = [];
	let rules = '';
	let pictures = '';
	let text = '';
	let font = '';
	let color = '';
	let spacing = '';
	/** Block that is being marked; −2 for an artifact, null when nothing is open. */
	let open: number | null = null;
	for (const item of frame.items) {
		if (item.kind === 'rule') {
			rules += `${number(item.width)} w ${number(item.x1)} ${number(frame.height - item.y1)} m ${number(item.x2)} ${number(frame.height - item.y2)} l S\n`;
			continue;
		}
		if (item.kind === 'image') {
			const drawn = picture(item, frame.height, imageName(item.image));
			pictures += marked ? `/Figure <</MCID ${marks.length}>> BDC\n${drawn}EMC\n` : drawn;
			marks.push({ block: item.block ?? -1, figure: true });
			continue;
		}
		const face = faces.get(item.font);
		if (face === undefined) continue;
		const own = ownerOf(item);
		if (marked && own !== open) {
			if (open !== null) text += 'EMC\n';
			if (own === ARTIFACT) text += '/Artifact BMC\n';
			else {
				text += `/P <</MCID ${marks.length}>> BDC\n`;
				marks.push({ block: own, figure: false });
			}
			open = own;
		}
		const wantedFont = `/${face.resource} ${number(item.size)} Tf`;
		if (wantedFont !== font) {
			text += `${wantedFont}\n`;
			font = wantedFont;
		}
		const wantedColor = `${colorOf(item.color)} g`;
		if (wantedColor !== color) {
			text += `${wantedColor}\n`;
			color = wantedColor;
		}
		const shown = showText(item, face, frame.height, spacing);
		text += shown.operators;
		spacing = shown.spacing;
	}
	if (open !== null) text += 'EMC\n';
	const drawn = rules === '' || !marked ? rules : `/Artifact BMC\n${rules}EMC\n`;
	return { operators: `${drawn}${pictures}${text === '' ? '' : `BT\n${text}ET`}`, marks };
}

const ARTIFACT = -2;

/** What a text item belongs to: page numbers and repeated heads are no content of the paper (14.8.2.2). */
function ownerOf(item: TextItem): number {
	if (item.role === 'page-number' || item.role === 'page-furniture') return ARTIFACT;
	return item.block ?? (item.role === 'toc-entry' ? -1 : ARTIFACT);
}

/** Grey level of a colour: prints are black on white (5.2.4), marks are grey. */
function colorOf(color: string | undefined): string {
	if (color === undefined) return '0';
	const value = Number.parseInt(color, 16);
	const luminance = 0.299 * ((value >> 16) & 255) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255);
	return number(luminance / 255);
}

/** Entries of a rotation matrix need more than a hundredth. */
function share(value: number): string {
	return value.toFixed(5);
}

/** A turned or mirrored picture: about the middle of its rectangle, mirrored first; what is cropped lies outside the clip. */
function spunPicture(
	{ x, y, width, height, crop, spin }: ImageItem & Required<Pick<ImageItem, 'spin'>>,
	pageHeight: number,
	name: string,
): string {
	const turn = (spin.degrees * Math.PI) / 180;
	const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
	const middle = `${number(x + width / 2)} ${number(pageHeight - y - height / 2)}`;
	// Clockwise, as the y axis of PDF points up.
	const turned = `${share(cos)} ${share(-sin)} ${share(sin)} ${share(cos)} ${middle} cm `;
	const mirrored = spin.across || spin.down ? `${spin.across ? -1 : 1} 0 0 ${spin.down ? -1 : 1} 0 0 cm ` : '';
	const [left, bottom] = [-spin.width / 2, -spin.height / 2];
	const clip =
		crop === undefined ? '' : `${number(left)} ${number(bottom)} ${number(spin.width)} ${number(spin.height)} re W n\n`;
	const [l, t, r, b] = (crop ?? [0, 0, 0, 0]).map((cut) => cut / 1000) as [number, number, number, number];
	const w = spin.width / Math.max(0.01, 1 - l - r);
	const h = spin.height / Math.max(0.01, 1 - t - b);
	return `q\n${turned}${mirrored}${clip}${number(w)} 0 0 ${number(h)} ${number(left - l * w)} ${number(bottom - b * h)} cm /${name} Do\nQ\n`;
}

/** A picture in its rectangle; what is cropped lies outside the clip. Turned: its upper edge is at the left. */
function picture(item: ImageItem, pageHeight: number, name: string): string {
	const { x, y, width, height, crop, turn, spin } = item;
	if (spin !== undefined) return spunPicture({ ...item, spin }, pageHeight, name);
	const bottom = pageHeight - y - height;
	const [l, t, r, b] = (crop ?? [0, 0, 0, 0]).map((share) => share / 1000) as [number, number, number, number];
	const clip = crop === undefined ? '' : `${number(x)} ${number(bottom)} ${number(width)} ${number(height)} re W n\n`;
	if (turn === undefined) {
		const w = width / Math.max(0.01, 1 - l - r);
		const h = height / Math.max(0.01, 1 - t - b);
		return `q\n${clip}${number(w)} 0 0 ${number(h)} ${number(x - l * w)} ${number(bottom - b * h)} cm /${name} Do\nQ\n`;
	}
	const w = height / Math.max(0.01, 1 - l - r);
	const h = width / Math.max(0.01, 1 - t - b);
	return `q\n${clip}0 ${number(w)} ${number(-h)} 0 ${number(x - t * h + h)} ${number(bottom - l * w)} cm /${name} Do\nQ\n`;
}

/** A dash narrower than its cell is drawn wider, or —— would show a gap (some faces draw it 0.89 em wide). */
const DASH = 0x2014;

/**
 * Operators of one item. The commonest difference between wanted and natural advance is the character spacing, which
 * stays set from item to item; the others are TJ adjustments in thousandths of the size.
 */
function showText(
	item: TextItem,
	face: EmbeddedFace,
	pageHeight: number,
	before: string,
): { readonly operators: string; readonly spacing: string } {
	const { text, advances, size } = item;
	const first = text.codePointAt(0) ?? 0;
	const usual = (advances[0] ?? 0) - (face.advanceOf(first) * size) / 1000;
	const spacing = usual.toFixed(3);
	const set = Number(spacing);
	const place = (along: number): string =>
		item.turn === undefined
			? `1 0 0 1 ${number(item.x + along)} ${number(pageHeight - item.y)} Tm `
			: `0 1 -1 0 ${number(item.x)} ${number(pageHeight - item.y + along)} Tm `;
	let operators = spacing === before ? '' : `${spacing} Tc\n`;
	operators += place(0);
	let shown = '';
	let adjusted = false;
	let x = 0;
	let k = 0;
	let plain = '';
	for (let i = 0; i < text.length; i++, k++) {
		const codePoint = text.codePointAt(i) ?? 0;
		if (codePoint > 0xffff) i++;
		const code = face.codeOf(codePoint);
		const wanted = advances[k] ?? 0;
		const natural = (face.advanceOf(codePoint) * size) / 1000;
		if (codePoint === DASH && natural < size * 0.98 && natural > 0) {
			// Tz scales Tc as well: the advance becomes the wanted one when the glyph is stretched to it.
			if (plain !== '' || shown !== '') operators += adjusted ? `[${shown}(${plain})] TJ\n` : `(${plain}) Tj\n`;
			operators += `0 Tc ${number((wanted / natural) * 100)} Tz ${place(x)}(${code}) Tj 100 Tz ${spacing} Tc\n${place(x + wanted)}`;
			shown = '';
			plain = '';
			adjusted = false;
			x += wanted;
			continue;
		}
		plain += code;
		x += wanted;
		const off = wanted - natural - set;
		if ((off > 0.004 || off < -0.004) && k + 1 < advances.length) {
			shown += `(${plain})${(Math.round((-off * 10000) / size) / 10).toString()}`;
			plain = '';
			adjusted = true;
		}
	}
	if (plain === '' && shown === '') return { operators: `${operators}\n`, spacing };
	operators += adjusted ? `[${shown}${plain === '' ? '' : `(${plain})`}] TJ\n` : `(${plain}) Tj\n`;
	return { operators, spacing };
}
