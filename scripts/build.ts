/**
 * Builds `packages/cli/dist/bianxu.mjs` (plain Node runs it) and the offline page. Heavy parts stay behind dynamic
 * imports and become chunks beside it, so that `lint` does not load what only `print` needs.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'packages/cli/dist');

/** CommonJS dependencies inside the bundle ask for `require`; an ES module has none of its own. */
const REQUIRE_BANNER =
	"import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Compiled modules that are read at run time: file in dist ← package and path that ship it. */
const ASSETS = [{ file: 'pdfium.wasm', from: 'packages/proof', id: '@hyzyla/pdfium/pdfium.wasm' }];

/** Bundles the command. */
export async function buildCli(): Promise<void> {
	rmSync(dist, { recursive: true, force: true });
	mkdirSync(dist, { recursive: true });
	await build({
		entryPoints: { bianxu: join(root, 'packages/cli/src/main.ts') },
		outdir: dist,
		outExtension: { '.js': '.mjs' },
		chunkNames: 'parts/[name]-[hash]',
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node20.19',
		legalComments: 'linked',
		minifySyntax: true,
		banner: { js: REQUIRE_BANNER },
		logLevel: 'warning',
	});
	for (const { file, from, id } of ASSETS) {
		const require = createRequire(join(root, from, 'package.json'));
		copyFileSync(require.resolve(id), join(dist, file));
	}
}

async function main(): Promise<void> {
	await buildCli();
	const page = join(root, 'packages/web/build.ts');
	if (existsSync(page)) {
		const { buildWeb } = (await import(pathToFileURL(page).href)) as { buildWeb: () => Promise<void> };
		await buildWeb();
	}
}

if (process.argv[1] === import.meta.filename) await main();
