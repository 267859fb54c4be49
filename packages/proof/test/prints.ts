import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Template } from '@bianxu/model';
import { PDFDocument, type PDFPage } from 'pdf-lib';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { pngOf } from '../../engine/src/page-image.ts';
import { printSource } from '../../engine/src/print.ts';
import { createSession } from '../../engine/src/session.ts';
import { readPrint, type Print } from '../src/index.ts';
import { wasm } from './pdfium.ts';

const root = join(import.meta.dirname, '../../..');
const pack = join(root, '.fonts');
/** Materials of the clean packet. */
export const clean = join(root, 'fixtures/packet/clean');
/** True when the fonts of the set-up are there; our own print needs them. */
export const hasFonts = existsSync(join(pack, 'NotoSerifSC-Regular.ttf'));
/** World with the fonts of the set-up only. */
export const world = nodeWorld([{ path: pack, origin: 'pack' }]);

export interface OwnPrint {
	readonly bytes: Uint8Array;
	readonly frames: readonly Frame[];
	readonly template: Template;
}

/** One session for all prints of a test: opening the fonts is the slowest step. */
const session = createSession(world);

/** Our own print of a material of the clean packet. */
export function ownPrint(name: string): Promise<OwnPrint> {
	return printOf(join(clean, name));
}

/** Our own print of a file; `profile`: path of a profile other than the usual one. */
export async function printOf(path: string, profile?: string): Promise<OwnPrint> {
	const printed = await printSource(session, {
		path,
		options: { date: '2026-11-26', ...(profile === undefined ? {} : { profile }) },
		contents: true,
		strictFonts: false,
	});
	if (printed.bytes === null || printed.template === null) throw new Error(JSON.stringify(printed.refusals));
	return { bytes: printed.bytes, frames: printed.frames, template: printed.template };
}

/** What the reader sees in a print; throws when it is refused. */
export async function read(bytes: Uint8Array): Promise<Print> {
	const open = await readPrint(bytes, wasm);
	if (open.refusal !== undefined) throw new Error(open.refusal.code);
	open.close();
	return open.print;
}

/** A picture of a page as a scanner would make it: PNG, 100 dots per inch. */
export async function scanOf(bytes: Uint8Array, page: number): Promise<Uint8Array> {
	const open = await readPrint(bytes, wasm);
	if (open.refusal !== undefined) throw new Error(open.refusal.code);
	const png = pngOf(open.picture(page, 100 / 72), world);
	open.close();
	return png;
}

/** A copy with other pages: `order` names pages of the original from 0. */
export async function withPages(bytes: Uint8Array, order: (count: number) => readonly number[]): Promise<Uint8Array> {
	const from = await PDFDocument.load(bytes);
	const to = await PDFDocument.create();
	const pages = await to.copyPages(from, [...order(from.getPageCount())]);
	for (const page of pages) to.addPage(page);
	return to.save();
}

/** A copy whose pages went through `change`. */
export async function withEach(
	bytes: Uint8Array,
	change: (page: PDFPage, index: number, document: PDFDocument) => void,
): Promise<Uint8Array> {
	const document = await PDFDocument.load(bytes);
	document.getPages().forEach((page, index) => {
		change(page, index, document);
	});
	return document.save();
}

/** A copy with a blank page behind each: one side of every sheet is printed. */
export async function withBlankBacks(bytes: Uint8Array): Promise<Uint8Array> {
	const document = await PDFDocument.load(bytes);
	for (let at = document.getPageCount(); at > 0; at--) document.insertPage(at, [595.28, 841.89]);
	return document.save();
}

/** Points of a length in mm. */
export const mm = (length: number): number => (length * 72) / 25.4;
