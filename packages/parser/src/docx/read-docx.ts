import type { Doc, Problem } from '@bianxu/model';
import { type InflateHost, isRefusal, mainPartOf, openPackage } from '@bianxu/opc';
import type { DocxSource } from './source.ts';

/** A document with its source, or the one reason why nothing can be read. */
export type DocxReading =
	| { readonly refusal: Problem }
	| { readonly refusal?: undefined; readonly doc: Doc; readonly source: DocxSource };

/** Reads a .docx, .dotx or .docm into a Doc. Never throws on content. */
export function readDocx(bytes: Uint8Array, host: InflateHost): DocxReading {
	const pkg = openPackage(bytes, host);
	if (isRefusal(pkg)) return { refusal: pkg };
	const main = mainPartOf(pkg);
	if (isRefusal(main)) return { refusal: main };
	return { refusal: { code: 'pending', message: { zh: '', en: '' } } };
}
