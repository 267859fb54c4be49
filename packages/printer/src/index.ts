export {
	blockPages,
	type Bookmark,
	type Composed,
	type GonePaper,
	type Composition,
	composePrint,
	type PartPages,
	type PrintPart,
} from './compose.ts';
export { withCopyNumbers } from './copies.ts';
export type { Face } from './face.ts';
export { FONT_ROLES, type FontSet, loadFonts, type RoleFace } from './fonts.ts';
export { type LaidOut, layoutMaterial } from './layout.ts';
export { type LinkRequest, linksBetween } from './links.ts';
export { mirrorVersos } from './mirrored.ts';
export { type PaintOptions, paintPdf } from './paint.ts';
export { bookletSheets, markedSheets } from './sheets.ts';
export type { GlyphFallback } from './style-book.ts';
export { type PrintImage, readImage, type Unreadable } from './raster.ts';
export type { Media } from './unsettable.ts';
export { frameSvg, type SvgOptions } from './svg.ts';
