import type { Drawing, PictureDrawing, Twips } from '@bianxu/model';
import { attr, child, elementName, firstChild, nextSibling, type XmlDocument } from '@bianxu/opc';
import { chooseBranch } from './objects.ts';
import type { ScannedPart } from './scanned-part.ts';

/** English Metric Units per twip (20.1.2.1). */
const EMU_PER_TWIP = 635;
/** A line lower than this is horizontal. */
const FLAT: Twips = 40;

interface Found {
	readonly part: ScannedPart;
	readonly at: number;
	readonly target: (id: string) => string | null;
	readonly drawings: Drawing[];
	/** Size and placing of the w:drawing around. */
	readonly frame: Frame;
}

interface Frame {
	readonly width: Twips | null;
	readonly height: Twips | null;
	readonly floating: boolean;
}

/**
 * Objects of a w:drawing, w:pict or w:object at offset `at`, in order. `target` answers the part of a relationship. A
 * group of several things is one drawing that nothing but its own program can compose.
 */
export function readDrawings(
	part: ScannedPart,
	element: number,
	at: number,
	target: (id: string) => string | null,
): readonly Drawing[] {
	const found: Found = { part, at, target, drawings: [], frame: { width: null, height: null, floating: false } };
	visit(found, element);
	const { drawings } = found;
	const pictured = drawings.some(({ kind }) => kind === 'picture');
	// An embedded object shows its picture; without one there is nothing to print.
	return pictured ? drawings.filter(({ kind }) => kind !== 'embedded') : drawings;
}

/**
 * Drawings of a chosen mc:Choice with what its mc:Fallback brings for programs that cannot show them (Part 3, 7.6): a
 * chart, diagram or shape is its picture there; a picture keeps the other one. Anything else stays as it is.
 */
export function withFallbackPictures(
	part: ScannedPart,
	chosen: number,
	copy: number,
	own: readonly Drawing[],
	target: (id: string) => string | null,
): readonly Drawing[] {
	const at = own[0]?.at;
	if (copy < 0 || at === undefined) return own;
	const other: Found = { part, at, target, drawings: [], frame: { width: null, height: null, floating: false } };
	visitChildren(other, copy);
	const pictures = other.drawings.filter((drawing) => drawing.kind === 'picture');
	if (pictures.length === 0 || pictures.length < other.drawings.length) return own;
	// The words of a text box are printed as words: in the picture they would stand there twice.
	if (own.every(({ kind }) => REPLACED.has(kind))) return has(part.xml, chosen, 'w:txbxContent') < 0 ? pictures : own;
	return own.length === pictures.length ? own.map((drawing, index) => withFallback(drawing, pictures[index])) : own;
}

function visit(found: Found, e: number): void {
	const { part, at, drawings } = found;
	const { xml } = part;
	switch (elementName(xml, e)) {
		case 'mc:AlternateContent': {
			const { chosen, copy } = chooseBranch(part, e);
			const before = drawings.length;
			if (chosen >= 0) visitChildren(found, chosen);
			const own = drawings.splice(before);
			drawings.push(...withFallbackPictures(found.part, chosen, copy, own, found.target));
			return;
		}
		case 'wp:inline':
		case 'wp:anchor': {
			const extent = child(xml, e, 'wp:extent');
			const frame = {
				width: emu(xml, extent, 'cx'),
				height: emu(xml, extent, 'cy'),
				floating: elementName(xml, e) === 'wp:anchor',
			};
			return visitChildren({ ...found, frame }, e);
		}
		case 'pic:pic':
			drawings.push(picture(found, e));
			return;
		case '{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp':
		case 'wpg:wgp':
		case 'wpc:wpc':
		case 'v:group':
			drawings.push({ kind: 'group', at });
			return;
		case 'c:chart':
		case '{http://schemas.microsoft.com/office/drawing/2014/chartex}chart':
			drawings.push({ kind: 'chart', at });
			return;
		case 'dgm:relIds':
			drawings.push({ kind: 'diagram', at });
			return;
		case 'o:OLEObject':
		case 'w:control':
			drawings.push({ kind: 'embedded', at });
			return;
		case 'wps:wsp':
			drawings.push(wordShape(found, e));
			return;
		case 'v:shape':
		case 'v:rect':
		case 'v:oval':
		case 'v:roundrect':
		case 'v:polyline':
		case 'v:line':
			drawings.push(vmlShape(found, e));
			return;
		default:
			visitChildren(found, e);
	}
}

function visitChildren(found: Found, e: number): void {
	for (let c = firstChild(found.part.xml, e); c >= 0; c = nextSibling(found.part.xml, c)) visit(found, c);
}

function emu(xml: XmlDocument, e: number, name: string): Twips | null {
	const value = e < 0 ? Number.NaN : Number(attr(xml, e, name));
	return Number.isFinite(value) && value >= 0 ? Math.round(value / EMU_PER_TWIP) : null;
}

/** pic:pic (20.2.2.5): image, crop, and how it is turned. */
function picture(found: Found, e: number): Drawing {
	const { part, at, target, frame } = found;
	const { xml } = part;
	const { fill, copy } = fillOf(part, e);
	const id = attr(xml, child(xml, fill, 'a:blip'), 'r:embed');
	const cut = child(xml, fill, 'a:srcRect');
	const share = (name: string): number => {
		const value = cut < 0 ? 0 : Number.parseFloat(attr(xml, cut, name) ?? '0');
		return Number.isFinite(value) ? Math.round(value / 100) : 0;
	};
	const crop = [share('l'), share('t'), share('r'), share('b')] as const;
	const transform = child(xml, child(xml, e, 'pic:spPr'), 'a:xfrm');
	const extent = child(xml, transform, 'a:ext');
	const flip = (name: string): boolean => ['1', 'true'].includes(attr(xml, transform, name) ?? '');
	return {
		kind: 'picture',
		at,
		target: id === undefined ? null : target(id),
		width: emu(xml, extent, 'cx') ?? frame.width,
		height: emu(xml, extent, 'cy') ?? frame.height,
		crop: crop.every((value) => value === 0) ? null : crop,
		rotation: (Number.parseInt(attr(xml, transform, 'rot') ?? '0', 10) || 0) / 60000,
		flipped: flippedOf(flip('flipH'), flip('flipV')),
		floating: frame.floating,
		...fallbackOf(attr(xml, child(xml, copy, 'a:blip'), 'r:embed'), target),
	};
}

/** Drawings that a picture of them can stand for. */
const REPLACED: ReadonlySet<Drawing['kind']> = new Set<Drawing['kind']>(['chart', 'diagram', 'shape', 'group']);

function fallbackOf(id: string | undefined, target: (id: string) => string | null): { readonly fallback?: string } {
	const found = id === undefined ? null : target(id);
	return found === null ? {} : { fallback: found };
}

/** A picture with the image of its mc:Fallback for programs that cannot show its own. */
function withFallback(drawing: Drawing, other: PictureDrawing | undefined): Drawing {
	if (drawing.kind !== 'picture' || other === undefined || other.target === null) return drawing;
	if (drawing.target === null) return { ...drawing, target: other.target };
	return { ...drawing, fallback: other.target };
}

/**
 * The pic:blipFill of a picture, and the one beside it. Word for Mac puts PDF images into an mc:Choice inside the picture
 * and a PNG into its mc:Fallback.
 */
function fillOf(part: ScannedPart, e: number): { readonly fill: number; readonly copy: number } {
	const { xml } = part;
	const fill = child(xml, e, 'pic:blipFill');
	const alternative = child(xml, e, 'mc:AlternateContent');
	if (fill >= 0 || alternative < 0) return { fill, copy: -1 };
	const { chosen, copy } = chooseBranch(part, alternative);
	return { fill: child(xml, chosen, 'pic:blipFill'), copy: child(xml, copy, 'pic:blipFill') };
}

function flippedOf(across: boolean, down: boolean): PictureDrawing['flipped'] {
	if (across && down) return 'both';
	return across ? 'horizontal' : down ? 'vertical' : 'none';
}

/** Degrees of a VML rotation (Part 4, 19.1.2.19): a number of degrees, or 65,536ths of one with the suffix fd. */
function turnOf(value: string | undefined): number {
	const degrees = Number.parseFloat(value ?? '0');
	if (!Number.isFinite(degrees)) return 0;
	return value?.trim().endsWith('fd') === true ? degrees / 65536 : degrees;
}

function has(xml: XmlDocument, e: number, wanted: string): number {
	for (let c = firstChild(xml, e); c >= 0; c = nextSibling(xml, c)) {
		if (elementName(xml, c) === wanted) return c;
		const inner = has(xml, c, wanted);
		if (inner >= 0) return inner;
	}
	return -1;
}

/** wps:wsp: the frame of a text box, a straight line, or a shape that only Word can draw. */
function wordShape({ part, at, frame }: Found, e: number): Drawing {
	const { xml } = part;
	if (has(xml, e, 'w:txbxContent') >= 0) {
		const line = child(xml, child(xml, e, 'wps:spPr'), 'a:ln');
		return { kind: 'box', at, framed: child(xml, line, 'a:noFill') < 0 };
	}
	const geometry = has(xml, e, 'a:prstGeom');
	const form = geometry < 0 ? '' : (attr(xml, geometry, 'prst') ?? '');
	const straight = form === 'line' || form === 'straightConnector1';
	if (straight && (frame.height ?? 0) <= FLAT) return { kind: 'line', at, width: frame.width };
	return { kind: 'shape', at };
}

/** VML shapes (Part 4, 19.1.2): a picture, the frame of a text box, a line or something else. */
function vmlShape({ part, at, target }: Found, e: number): Drawing {
	const { xml } = part;
	const style = styleOf(attr(xml, e, 'style') ?? '');
	const image = has(xml, e, 'v:imagedata');
	if (image >= 0) {
		const id = attr(xml, image, 'r:id') ?? attr(xml, image, 'o:relid');
		const cut = (name: string): number => fraction(attr(xml, image, name));
		const crop = [cut('cropleft'), cut('croptop'), cut('cropright'), cut('cropbottom')] as const;
		return {
			kind: 'picture',
			at,
			target: id === undefined ? null : target(id),
			width: length(style.get('width')),
			height: length(style.get('height')),
			crop: crop.every((value) => value === 0) ? null : crop,
			rotation: turnOf(style.get('rotation')),
			flipped: flippedOf(/x/.test(style.get('flip') ?? ''), /y/.test(style.get('flip') ?? '')),
			floating: style.get('position') === 'absolute',
		};
	}
	if (has(xml, e, 'w:txbxContent') >= 0) {
		return { kind: 'box', at, framed: !['f', 'false'].includes(attr(xml, e, 'stroked') ?? '') };
	}
	if (attr(xml, e, 'o:hr') === 't') return { kind: 'line', at, width: null };
	if (elementName(xml, e) === 'v:line') {
		const [x1 = 0, y1 = 0] = pair(attr(xml, e, 'from'));
		const [x2 = 0, y2 = 0] = pair(attr(xml, e, 'to'));
		if (Math.abs(y2 - y1) <= FLAT) return { kind: 'line', at, width: Math.abs(x2 - x1) };
	}
	return { kind: 'shape', at };
}

function pair(value: string | undefined): readonly number[] {
	return (value ?? '').split(',').map((each) => length(each.trim()) ?? 0);
}

function styleOf(text: string): ReadonlyMap<string, string> {
	const entries = text.split(';').map((entry) => {
		const colon = entry.indexOf(':');
		return [entry.slice(0, colon).trim(), entry.slice(colon + 1).trim()] as const;
	});
	return new Map(entries.filter(([name]) => name !== ''));
}

const TWIPS_PER: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 567, mm: 56.7, px: 15, '': 15 };

/** A CSS length in twips; null when it is none. */
function length(value: string | undefined): Twips | null {
	const match = /^(-?[\d.]{1,12})(pt|in|cm|mm|px|)$/.exec(value ?? '');
	if (match === null) return null;
	const twips = Number(match[1]) * (TWIPS_PER[match[2] ?? ''] ?? 15);
	return Number.isFinite(twips) ? Math.round(twips) : null;
}

/** A crop of VML in thousandths: 「6554f」 is in 65,536ths, 「.1」 a share. */
function fraction(value: string | undefined): number {
	if (value === undefined) return 0;
	const number = Number.parseFloat(value);
	if (!Number.isFinite(number)) return 0;
	return Math.round((value.endsWith('f') ? number / 65536 : number) * 1000);
}
