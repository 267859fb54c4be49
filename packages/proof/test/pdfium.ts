import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** PDFium as the program carries it, for tests of every package. */
export const wasm = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')));

/** The same as a session asks for it. */
export const pdfium = (): Promise<Uint8Array> => Promise.resolve(wasm);
