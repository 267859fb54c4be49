import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assets } from '@bianxu/engine';

/** Assets that the build lays beside the program. Bundled, `import.meta.dirname` is the folder of the program or of one of its parts. */
export function nodeAssets(): Assets {
	return {
		pdfium: async () => {
			const beside = join(import.meta.dirname, 'pdfium.wasm');
			return new Uint8Array(
				await readFile(beside).catch(() => readFile(join(import.meta.dirname, '..', 'pdfium.wasm'))),
			);
		},
	};
}
