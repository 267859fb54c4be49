/**
 * The reading part of `pnpm bench`: reading and effective formatting of 100 reports beside the floor (fflate + saxes)
 * and mammoth, and the cost of one large document.xml: seconds, memory, and how the cost grows from 1 to 8 MB.
 * Documents are a real report's body repeated; each figure is a whole process.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { encodePart, isRefusal, openPackage, readPartText, rewritePackage } from '../packages/opc/src/index.ts';
import { buildScript, fillCache } from './build.ts';

const MAIN = '/word/document.xml';

/** Builds the loop that only reads as the command itself is built; returns the path of the program. */
export async function buildReadLoop(root: string, cache: string): Promise<string> {
	const folder = join(cache, 'read-loop');
	await buildScript(join(root, 'scripts/read-loop.ts'), folder);
	fillCache(folder, ['fixtures/packet/faulty']);
	return join(folder, 'bianxu.mjs');
}

/**
 * Writes copies of a .docx whose main part is its body repeated up to each size (in bytes), one folder a size, and
 * returns the folders in the order of `sizes`.
 * @throws Error when the source is no .docx with a body.
 */
export function writeLargeDocuments(source: string, cache: string, sizes: readonly number[]): readonly string[] {
	const pkg = openPackage(readFileSync(source), {
		inflateRaw: (data, maxOutput) => inflateRawSync(data, { maxOutputLength: Math.max(1, maxOutput) }),
	});
	if (isRefusal(pkg)) throw new Error(pkg.message.en);
	const main = readPartText(pkg, MAIN);
	if (isRefusal(main)) throw new Error(main.message.en);
	const from = main.text.indexOf('<w:p', main.text.indexOf('<w:body'));
	const to = Math.max(main.text.lastIndexOf('</w:p>') + 6, main.text.lastIndexOf('</w:tbl>') + 8);
	const body = main.text.slice(from, to);
	const bytesOfBody = new TextEncoder().encode(body).length;
	return sizes.map((size) => {
		const folder = join(cache, 'large', String(size));
		const file = join(folder, 'large.docx');
		if (!existsSync(file)) {
			const times = Math.max(1, Math.round(size / bytesOfBody));
			const text = main.text.slice(0, from) + body.repeat(times) + main.text.slice(to);
			const content = new Map([[MAIN, encodePart({ ...main, text })]]);
			mkdirSync(folder, { recursive: true });
			writeFileSync(file, rewritePackage(pkg, content, { deflateRaw: (data) => deflateRawSync(data) }));
		}
		return folder;
	});
}

/** Exponent of growth between two costs: 1 is linear. */
export function growthExponent(small: number, large: number, factor: number): number {
	return Math.log(large / small) / Math.log(factor);
}
