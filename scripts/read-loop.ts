/** Reads every .docx of a folder with its effective formatting, and nothing else: what `pnpm bench` sets beside the floor. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeUtf8, inflateRaw } from '../packages/cli/src/native-decoding.ts';
import { readDocx } from '../packages/parser/src/docx/read-docx.ts';

const host = { inflateRaw, decodeUtf8, crc32: (data: Uint8Array): number => crc32(data) };
let paragraphs = 0;
let runs = 0;
for (const folder of process.argv.slice(2)) {
	for (const name of readdirSync(folder).filter((file) => file.endsWith('.docx'))) {
		const reading = readDocx(readFileSync(join(folder, name)), host);
		if (reading.refusal !== undefined) continue;
		paragraphs += reading.doc.paragraphs.length;
		for (const paragraph of reading.doc.paragraphs) runs += paragraph.runs.length;
	}
}
process.stdout.write(`${JSON.stringify({ paragraphs, runs })}\n`);
