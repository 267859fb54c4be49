/**
 * The printing part of `pnpm bench`: the ~600-page packet from .docx and .md against Typst's setting of the same text, 30
 * separate reports in one call, growth from 600 to 2,400 pages, and where our time goes. Real justification, contents by
 * bookmarks, tags and embedded subsets on both sides.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from './bench-table.ts';
import { median, measure as measureProcess, table } from './bench-table.ts';

function pagesOf(file: string): number {
	const info = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
	return Number(/Pages:\s+(\d+)/.exec(info.stdout ?? '')?.[1] ?? Number.NaN);
}

/** Growth of the packet that must stay linear: its text once, twice, four times. */
const TIMES: readonly number[] = [1, 2, 4];

/** Measures printing in the folders of the bench; prints tables of ratios. Sources come from the generator's `print` folder. */
export async function benchPrint(root: string, cache: string, runs: number): Promise<void> {
	const folder = join(cache, 'print');
	if (!existsSync(join(folder, 'packet-600.md'))) return;
	const program = join(root, 'packages/cli/dist/bianxu.mjs');
	const typst = join(cache, 'tools/typst.mjs');
	const fonts = join(root, '.fonts');
	const out = join(cache, 'out');
	rmSync(out, { recursive: true, force: true });
	mkdirSync(out, { recursive: true });
	const measure = (name: string, args: readonly string[]): Measured => measureProcess(cache, runs, name, args);
	const speed = (file: string, row: Measured): string =>
		`${(pagesOf(file) / row.wall).toFixed(0)} pages/s of ${pagesOf(file)}`;
	const packet = (kind: string): readonly string[] => [
		program,
		'print',
		join(folder, `packet-600.${kind}`),
		'-o',
		join(out, `${kind}.pdf`),
	];
	const rows = [
		measure('bianxu print, .docx', packet('docx')),
		measure('bianxu print, .md', packet('md')),
		measure('Typst', [typst, fonts, out, join(folder, 'packet-600.typ')]),
	];
	const files = [join(out, 'docx.pdf'), join(out, 'md.pdf'), join(out, 'packet-600-typst.pdf')];
	const notes = new Map(rows.map((row, index) => [row.name, speed(files[index] ?? '', row)]));
	const [docx, md, peer] = rows;
	if (docx === undefined || md === undefined || peer === undefined) return;
	table('print: the ~600-page packet from .docx', [docx, peer], 'wall', (row) => notes.get(row.name) ?? '');
	table('print: the same packet from .md', [md, peer], 'wall', (row) => notes.get(row.name) ?? '');
	console.log(`\nCPU: ${(docx.cpu / peer.cpu).toFixed(2)} × from .docx, ${(md.cpu / peer.cpu).toFixed(2)} × from .md`);

	const reports = readdirSync(folder).filter((name) => /^r\d+\.md$/.test(name));
	const texts = reports.map((name) => join(folder, name));
	table(
		`print: ${reports.length} separate reports in one call`,
		[
			measure('bianxu print, .md', [program, 'print', ...texts, '-o', `${join(out, 'reports')}/`]),
			measure('bianxu print, .docx', [
				program,
				'print',
				...texts.map((name) => name.replace(/md$/, 'docx')),
				'-o',
				`${join(out, 'reports')}/`,
			]),
			measure('Typst', [typst, fonts, join(out, 'typst'), ...texts.map((name) => name.replace(/md$/, 'typ'))]),
		],
		'wall',
		() => '',
	);

	console.log(
		'\nprint: growth of the packet\n\n| pages | CPU s | wall s | CPU ms a page | peak MB |\n|---|---|---|---|---|',
	);
	const text = readFileSync(join(folder, 'packet-600.md'), 'utf8');
	for (const times of TIMES) {
		const source = join(out, `packet-${times}.md`);
		writeFileSync(source, Array.from({ length: times }, () => text).join('\n\n'));
		const file = join(out, `packet-${times}.pdf`);
		const row = measure(`${times} times`, [program, 'print', source, '-o', file]);
		const pages = pagesOf(file);
		console.log(
			`| ${pages} | ${row.cpu.toFixed(2)} | ${row.wall.toFixed(2)} | ${((row.cpu * 1000) / pages).toFixed(2)} | ${row.memory.toFixed(0)} |`,
		);
	}
	await shares(root, folder, runs);
}

/** Where the time of a packet goes, stage by stage, in one process without the start of the program. */
async function shares(root: string, folder: string, runs: number): Promise<void> {
	const [{ nodeWorld }, printer, parser, structure, config] = await Promise.all([
		import('../packages/cli/src/node-world.ts'),
		import('../packages/printer/src/index.ts'),
		import('../packages/parser/src/index.ts'),
		import('../packages/structure/src/index.ts'),
		import('../packages/config/src/index.ts'),
	]);
	const world = nodeWorld([{ path: join(root, '.fonts'), origin: 'pack' }]);
	const template = config.resolveTemplate('base', {
		profile: config.defaultProfile,
		level: 'prefecture',
		mode: 'auto',
		place: '',
		overrides: {},
	});
	const bytes = readFileSync(join(folder, 'packet-600.docx'));
	const stages = new Map<string, number[]>();
	for (let run = 0; run <= runs; run++) {
		const fonts = await printer.loadFonts(await world.fonts(), template);
		let last = performance.now();
		let subsetting = 0;
		const lap = (name: string, less = 0): void => {
			const now = performance.now();
			if (run > 0) stages.set(name, [...(stages.get(name) ?? []), now - last - less]);
			last = now;
		};
		const read = parser.readDocx(bytes, world);
		if (read.refusal !== undefined) throw new Error(read.refusal.message.en);
		const outline = structure.recognise(read.doc, { template: 'base' });
		lap('reading');
		const laid = printer.layoutMaterial(read.doc, outline, template, fonts);
		const part = { material: '', label: '', title: '', laid, headings: new Map() };
		const composed = printer.composePrint([part], template, fonts, {
			contents: false,
			numbering: 'material',
			recto: false,
			marked: true,
		});
		lap('layout');
		const timed = new Map(
			[...fonts.faces].map(([name, face]) => {
				const subset: typeof face.subset = (codePoints) => {
					const begin = performance.now();
					const made = face.subset(codePoints);
					subsetting += performance.now() - begin;
					return made;
				};
				return [name, { ...face, subset }] as const;
			}),
		);
		const { deflate, sha256 } = world;
		const { bookmarks, tags } = composed;
		const options = { title: 'bench', date: '2026-11-26', bookmarks, tags, deflate, sha256 };
		printer.paintPdf(composed.frames, { ...fonts, faces: timed }, options);
		lap('writing', subsetting);
		if (run > 0) stages.set('subsetting', [...(stages.get('subsetting') ?? []), subsetting]);
	}
	const medians = [...stages].map(([name, values]) => [name, median(values)] as const);
	const total = medians.reduce((sum, [, value]) => sum + value, 0);
	console.log(
		'\nprint: shares of the packet from .docx (start of the program left out)\n\n| stage | ms | share |\n|---|---|---|',
	);
	for (const [name, value] of medians)
		console.log(`| ${name} | ${value.toFixed(0)} | ${((100 * value) / total).toFixed(0)} % |`);
}
