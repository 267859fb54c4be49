/**
 * `pnpm bench`: speed beside named peers, in one run on one machine, as ratios. The generators and the peers' runners
 * stand in ../shared/bench; the peers are installed into .cache/bench on the first run. Figures are whole processes,
 * start-up included: CPU seconds for lint (steadier on a shared machine), wall seconds for print. Medians of 3.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchPacket } from './bench-packet.ts';
import { benchPrint } from './bench-print.ts';
import { type Measured, measure as measureProcess, measureNative, table } from './bench-table.ts';
import { buildReadLoop, growthExponent, writeLargeDocuments } from './bench-reading.ts';

const root = join(import.meta.dirname, '..');
const shared = join(root, '../shared/bench');
const cache = join(root, '.cache/bench');
const tools = join(cache, 'tools');
const program = join(root, 'packages/cli/dist/bianxu.mjs');
const runs = Number(process.env['BENCH_RUNS'] ?? 3);

/** Peers by exact version; the same as the figures in the notes were taken with. */
const PEERS = [
	'fflate@0.8.3',
	'saxes@6.0.0',
	'mammoth@1.13.0',
	'unified@11.0.5',
	'remark-parse@11.0.0',
	'textlint@15.8.0',
	'textlint-rule-zh-half-and-full-width-bracket@1.1.0',
	'@textlint-rule/textlint-rule-no-unmatched-pair@2.0.4',
	'@textlint-rule/textlint-rule-no-invalid-control-character@3.0.0',
	'textlint-rule-no-nfd@2.0.2',
	'textlint-rule-max-kanji-continuous-len@1.1.1',
	'autocorrect-node@2.14.0',
	'@myriaddreamin/typst-ts-node-compiler@0.7.0',
];

const measure = (name: string, args: readonly string[], allowed?: readonly number[]): Measured =>
	measureProcess(cache, runs, name, args, allowed);

function setUp(): void {
	mkdirSync(tools, { recursive: true });
	if (!existsSync(join(tools, 'package.json'))) writeFileSync(join(tools, 'package.json'), '{"private":true}');
	const wanted = PEERS.map((peer) => peer.slice(0, peer.lastIndexOf('@')));
	if (wanted.some((name) => !existsSync(join(tools, 'node_modules', name))))
		spawnSync('npm', ['install', '--no-audit', '--no-fund', ...PEERS], { cwd: tools, stdio: 'inherit' });
	const generated = join(cache, 'lint');
	if (!existsSync(join(generated, 'docx')))
		spawnSync(process.execPath, [join(shared, 'lint/gen.mjs'), generated, '100', '1'], { stdio: 'inherit' });
	writeFileSync(
		join(cache, 'remark-floor.mjs'),
		`import fs from 'node:fs'; import { createRequire } from 'node:module'; import { pathToFileURL } from 'node:url';
const load = (name) => import(pathToFileURL(createRequire('${tools}/x.js').resolve(name)).href);
const { unified } = await load('unified'); const { default: parse } = await load('remark-parse'); const processor = unified().use(parse); let n = 0;
for (const f of fs.readdirSync(process.argv[2])) n += processor.parse(fs.readFileSync(process.argv[2] + '/' + f, 'utf8')).children.length;
console.log(n);`,
	);
	writeFileSync(
		join(cache, '.textlintrc.json'),
		'{"rules":{"zh-half-and-full-width-bracket":true,"@textlint-rule/no-unmatched-pair":true,"@textlint-rule/no-invalid-control-character":true,"no-nfd":true,"max-kanji-continuous-len":{"max":200}}}',
	);
	cpSync(join(shared, 'print/gen.mjs'), join(tools, 'print-gen.mjs'));
	cpSync(join(shared, 'print/typst.mjs'), join(tools, 'typst.mjs'));
	if (!existsSync(join(cache, 'print/packet-600.md')) && readdirSafe(join(cache, 'print')).length === 0) {
		spawnSync(process.execPath, [join(tools, 'print-gen.mjs'), join(cache, 'print')], {
			cwd: tools,
			stdio: 'inherit',
			env: { ...process.env, FONT_FS: 'FandolFang R' },
		});
	}
}

function readdirSafe(folder: string): readonly string[] {
	return existsSync(folder) ? readdirSync(folder) : [];
}

if (!existsSync(shared)) {
	console.log('bench: ../shared/bench is not here; nothing to measure against');
	process.exit(0);
}
setUp();
console.log(
	`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? ''}, load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}, medians of ${runs}`,
);

const docx = join(cache, 'lint/docx');
const md = join(cache, 'lint/md');
rmSync(join(cache, '.bianxu'), { recursive: true, force: true });
const lintDocx = [
	measure('bianxu lint', [program, 'lint', '--format', 'json', docx], [0, 1]),
	measure('floor (fflate + saxes, no rules)', [join(shared, 'lint/floor.mjs'), docx, tools]),
	measure('mammoth to HTML', [join(shared, 'lint/mammoth-loop.mjs'), docx, tools]),
	measure('bianxu lint --cache, nothing changed', [program, 'lint', '--cache', '--format', 'json', docx], [0, 1]),
	measure('bianxu lint, one .docx', [program, 'lint', '--format', 'json', join(docx, 'r001.docx')], [0, 1]),
	measure('node, nothing', ['-e', '0']),
];
table('lint: 100 reports as .docx', lintDocx, 'cpu', () => '');
const lintMd = [
	measure('bianxu lint', [program, 'lint', '--format', 'json', md], [0, 1]),
	measure('bare remark-parse', [join(cache, 'remark-floor.mjs'), md]),
	measure(
		'textlint, five rules',
		[
			join(tools, 'node_modules/textlint/bin/textlint.js'),
			'-c',
			join(cache, '.textlintrc.json'),
			'--rules-base-directory',
			join(tools, 'node_modules'),
			`${md}/*.md`,
		],
		[0, 1],
	),
	measureNative(cache, runs, 'autocorrect (native core)', [join(tools, 'node_modules/.bin/autocorrect'), '--lint', md]),
];
table('lint: the same 100 reports as .md', lintMd, 'cpu', () => '');

/** One bar of the issue: what was measured, what it may be at most, and whether it holds in this run. */
function bar(name: string, value: number | undefined, most: number): void {
	const shown = value ?? Number.NaN;
	console.log(`| ${name} | ${shown.toFixed(2)} | ${most.toFixed(2)} | ${shown <= most ? 'holds' : 'DOES NOT HOLD'} |`);
}

const cpu = (rows: readonly Measured[], index: number): number => rows[index]?.cpu ?? Number.NaN;
console.log('\nbars of lint\n\n| | measured | at most | |\n|---|---|---|---|');
bar('.docx ÷ floor', cpu(lintDocx, 0) / cpu(lintDocx, 1), 2.5);
bar('.docx ÷ mammoth', cpu(lintDocx, 0) / cpu(lintDocx, 2), 1);
bar('warm cache ÷ uncached', cpu(lintDocx, 3) / cpu(lintDocx, 0), 0.3);
bar('one .docx from the cold command, wall seconds', lintDocx[4]?.wall, 0.25);
bar('.md ÷ bare remark-parse', cpu(lintMd, 0) / cpu(lintMd, 1), 1.5);
bar('.md ÷ textlint with five rules', cpu(lintMd, 0) / cpu(lintMd, 2), 0.8);

const readLoop = await buildReadLoop(root, cache);
table(
	'reading with effective formatting: the 100 .docx (at most 1.5 × the floor, half of mammoth)',
	[
		measure('bianxu, reading alone', [readLoop, docx]),
		measure('floor (fflate + saxes)', [join(shared, 'lint/floor.mjs'), docx, tools]),
		measure('mammoth to HTML', [join(shared, 'lint/mammoth-loop.mjs'), docx, tools]),
	],
	'cpu',
	() => '',
);
const LARGE = join(root, '../shared/corpus/docx/docx2python__libreoffice_conversion.docx');
if (existsSync(LARGE)) {
	const megabytes = [1, 2, 4, 8, 10];
	const folders = writeLargeDocuments(
		LARGE,
		cache,
		megabytes.map((mega) => mega << 20),
	);
	const rows = folders.map((folder, index) => measure(`document.xml of ${megabytes[index]} MB`, [readLoop, folder]));
	const start = measure('nothing (start-up alone)', [readLoop]);
	table('reading one large document', rows, 'cpu', () => '');
	const cost = (index: number): number => (rows[index]?.cpu ?? Number.NaN) - start.cpu;
	console.log(
		`\ngrowth of CPU time without start-up, exponent: 1→2 MB ${growthExponent(cost(0), cost(1), 2).toFixed(2)}, 2→4 MB ${growthExponent(cost(1), cost(2), 2).toFixed(2)}, 4→8 MB ${growthExponent(cost(2), cost(3), 2).toFixed(2)} (1 is linear)`,
	);
}

await benchPacket(root, cache, readLoop, (name, args) => measure(name, args));
await benchPrint(root, cache, runs);
