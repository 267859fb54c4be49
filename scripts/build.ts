/**
 * Builds the command into `packages/cli/dist` (plain Node runs `bianxu.mjs`) and the offline page. What every command
 * needs is one script, `program.cjs`, with V8's code cache beside it; heavy parts stay behind dynamic imports and become
 * modules in `parts/`, so that `lint` does not load what only `print` needs.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'packages/cli/dist');

/** CommonJS dependencies inside the parts ask for `require`; an ES module has none of its own. */
const REQUIRE_BANNER =
	"import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Options of every build. */
const COMMON = {
	bundle: true,
	// An import.meta that a script cannot have must not pass as undefined.
	logOverride: { 'empty-import-meta': 'error' },
	platform: 'node',
	target: 'node20.19',
	legalComments: 'linked',
	minifySyntax: true,
	logLevel: 'warning',
} as const satisfies BuildOptions;

/** Compiled modules that are read at run time: file in dist ← package and path that ship it. */
const ASSETS = [{ file: 'pdfium.wasm', from: 'packages/proof', id: '@hyzyla/pdfium/pdfium.wasm' }];

/** Bundles the command. */
export async function buildCli(): Promise<void> {
	rmSync(dist, { recursive: true, force: true });
	mkdirSync(dist, { recursive: true });
	const cli = join(root, 'packages/cli/src');
	const parts = new Map<string, string>();
	await buildScript(join(cli, 'main.ts'), dist, [partsApart(parts)]);
	await build({
		...COMMON,
		entryPoints: Object.fromEntries(parts),
		outdir: join(dist, 'parts'),
		outExtension: { '.js': '.mjs' },
		chunkNames: '[name]-[hash]',
		splitting: true,
		format: 'esm',
		banner: { js: REQUIRE_BANNER },
	});
	for (const { file, from, id } of ASSETS) {
		const require = createRequire(join(root, from, 'package.json'));
		copyFileSync(require.resolve(id), join(dist, file));
	}
	fillCache(dist, ['lint', '--format', 'json', 'fixtures/packet/faulty']);
	fillPacketCache();
}

/** Plans a packet that is to have another form of file mark, plans it again, and applies it, all on a copy. */
function fillPacketCache(): void {
	const folder = mkdtempSync(join(tmpdir(), 'bianxu-build-'));
	try {
		cpSync(join(root, 'fixtures/packet/clean'), folder, { recursive: true });
		const packet = join(folder, 'packet.yaml');
		writeFileSync(packet, readFileSync(packet, 'utf8').replace('会议材料之{n}', '会议文件之{n}'));
		const plan = ['packet', 'plan', '--format', 'json', '--packet', packet];
		fillCache(dist, [...plan, '--then', ...plan, '--then', 'packet', 'apply', '--packet', packet]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * The script with \u escapes for all characters beyond ASCII, so that the launcher reads it as one byte a character.
 * esbuild escapes them in plain strings only; they mean the same in templates and in regular expressions, except behind
 * a backslash and in String.raw, which must not occur.
 */
function asciiOnly(script: string): string {
	if (/\\[^\0-\x7f]|String\.raw/.test(script)) throw new Error('program.cjs has characters that cannot be escaped');
	return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Makes every module that is imported on demand a part of its own; `parts` collects name → source file. */
function partsApart(parts: Map<string, string>): Plugin {
	return {
		name: 'parts-apart',
		setup({ onResolve, resolve }) {
			onResolve({ filter: /./ }, async ({ kind, path, resolveDir, pluginData }) => {
				if (kind !== 'dynamic-import' || pluginData === partsApart) return undefined;
				const found = await resolve(path, { kind, resolveDir, pluginData: partsApart });
				const name = path.replace(/^(?:@bianxu\/|\.\/)|\.ts$/g, '').replace(/[^a-z-]+/gi, '-');
				parts.set(name, found.path);
				return { path: `./parts/${name}.mjs`, external: true };
			});
		},
	};
}

/**
 * commander can start programs as sub-commands, and loads what that takes (and all of node:net with it) before it knows
 * whether there are any. There are none.
 */
const WITHOUT_PROGRAMS: Plugin = {
	name: 'without-programs',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
			/[/\\]commander[/\\]/.test(importer) ? { path: 'child_process', namespace: 'absent' } : undefined,
		);
		onLoad({ filter: /./, namespace: 'absent' }, () => ({ contents: 'module.exports = {};' }));
	},
};

/** Bundles an entry into `program.cjs` of a folder, with the launcher that starts it from its code cache. */
export async function buildScript(entry: string, folder: string, plugins: readonly Plugin[] = []): Promise<void> {
	await build({
		...COMMON,
		entryPoints: { program: entry },
		// A third less to read at every start. BIANXU_NAMES=1 keeps names and lines, for a profile.
		minify: process.env['BIANXU_NAMES'] !== '1',
		outdir: folder,
		outExtension: { '.js': '.cjs' },
		format: 'cjs',
		// Evaluates to a function: the launcher hands over what a module would have.
		banner: {
			js: `(function (require, __dirname, __load) { var module = { exports: {} }, exports = module.exports;
var __filename = require('node:path').join(__dirname, 'program.cjs');`,
		},
		footer: { js: '})' },
		define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
		plugins: [WITHOUT_PROGRAMS, ...plugins],
	});
	const program = join(folder, 'program.cjs');
	const script = readFileSync(program, 'utf8').replaceAll('import("./parts/', '__load("./parts/');
	writeFileSync(program, asciiOnly(script));
	await build({
		...COMMON,
		entryPoints: { bianxu: join(root, 'packages/cli/src/launch.ts') },
		outdir: folder,
		outExtension: { '.js': '.mjs' },
		format: 'esm',
	});
}

/** Runs the script of a folder once with these arguments and keeps what V8 compiled on the way. */
export function fillCache(folder: string, args: readonly string[]): void {
	const filled = spawnSync(process.execPath, [join(root, 'scripts/fill-code-cache.mjs'), folder, ...args], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (filled.status !== 0 && filled.status !== 1) throw new Error(`fill-code-cache: exit ${filled.status}`);
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
