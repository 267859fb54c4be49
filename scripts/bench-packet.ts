/**
 * The packet part of `pnpm bench`: a session of many materials as .docx is planned, its agenda changed, applied. Reading
 * the same files and nothing else is the measure. Each figure is a whole process, CPU seconds and peak memory.
 */
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { buildReadLoop } from './bench-reading.ts';
import { measure as measureProcess } from './bench-table.ts';
import { encodePart, isRefusal, openPackage, readPartText, rewritePackage } from '../packages/opc/src/index.ts';
import { formatHan } from '../packages/numbering/src/index.ts';

const MAIN = '/word/document.xml';
const host = {
	inflateRaw: (data: Uint8Array, maxOutput: number) =>
		inflateRawSync(data, { maxOutputLength: Math.max(1, maxOutput) }),
	deflateRaw: (data: Uint8Array) => deflateRawSync(data),
};

/** Text that compresses as real prose does: words drawn from a fixed list by a fixed generator. */
function prose(seed: number): () => string {
	let state = seed * 2_654_435_761 + 1;
	const draw = (below: number): number => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return (state >>> 8) % below;
	};
	return () => {
		let text = '';
		while (text.length < 150) text += String.fromCodePoint(0x4e00 + draw(3_000)) + (draw(12) === 0 ? '，' : '');
		return `${text}。`;
	};
}

/**
 * Writes a packet of `count` materials in items of three, `bytes` of .docx in all, ten references a paper; numbered once by
 * the file marks. The manifest has one item moved to the end, so that most papers change.
 */
function writePacket(root: string, folder: string, count: number, bytes: number): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const pkg = openPackage(readFileSync(join(root, 'fixtures/packet/clean/计划执行情况报告.docx')), host);
	if (isRefusal(pkg)) throw new Error(pkg.message.en);
	const main = readPartText(pkg, MAIN);
	if (isRefusal(main)) throw new Error(main.message.en);
	const from = main.text.indexOf('<w:p', main.text.indexOf('<w:body'));
	const to = main.text.lastIndexOf('</w:p>') + 6;
	const paragraph = (text: string, style = ''): string =>
		`<w:p>${style}<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
	const centred = '<w:pPr><w:jc w:val="center"/></w:pPr>';
	const write = (at: number, paragraphs: number): number => {
		const sentence = prose(at + 1);
		const body = [
			paragraph(`会议材料之${formatHan(at + 1)}`),
			paragraph(`关于第${at + 1}项工作情况的报告`, centred),
			...Array.from({ length: paragraphs }, (_, line) => {
				const cited =
					line % Math.ceil(paragraphs / 10) === 0 ? `见会议材料之${formatHan(((at * 7 + line) % count) + 1)}。` : '';
				return paragraph(sentence() + cited + sentence());
			}),
		].join('');
		const text = main.text.slice(0, from) + body + main.text.slice(to);
		const file = join(folder, `m${at + 1}.docx`);
		writeFileSync(file, rewritePackage(pkg, new Map([[MAIN, encodePart({ ...main, text })]]), host));
		return statSync(file).size;
	};
	// The size of a paper grows linearly with its paragraphs: two samples tell how many are wanted.
	const [small, large] = [write(0, 20), write(0, 60)];
	const wanted = Math.max(10, Math.round(20 + ((bytes / count - small) * 40) / (large - small)));
	for (let at = 0; at < count; at++) write(at, wanted);
	writeManifests(folder, count);
}

function writeManifests(folder: string, count: number): void {
	const items = Array.from({ length: Math.ceil(count / 3) }, (_, item) => {
		const papers = [0, 1, 2].map((step) => item * 3 + step).filter((at) => at < count);
		const rows = papers.map(
			(at) =>
				`      - { id: m${at + 1}, file: m${at + 1}.docx, title: 关于第${at + 1}项工作情况的报告, kind: report, department: 第${item + 1}局, copies: 60 }\n`,
		);
		return `  - id: i${item + 1}\n    title: 第${item + 1}件事\n    materials:\n${rows.join('')}`;
	});
	const head = 'session: { place: 滨江市, term: 17, meeting: 23, days: [2026-11-26] }\nitems:\n';
	writeFileSync(join(folder, 'packet.yaml'), head + items.join(''));
	writeFileSync(join(folder, 'moved.txt'), head + [...items.slice(1), ...items.slice(0, 1)].join(''));
}

/** Writes m5 with one more sentence beside it, as somebody has it between two plans. */
function writeChanged(folder: string): void {
	const file = join(folder, 'm5.docx');
	const pkg = openPackage(readFileSync(file), host);
	if (isRefusal(pkg)) throw new Error(pkg.message.en);
	const main = readPartText(pkg, MAIN);
	if (isRefusal(main)) throw new Error(main.message.en);
	const text = main.text.replace('。</w:t>', '，补一句。</w:t>');
	writeFileSync(join(folder, 'changed'), rewritePackage(pkg, new Map([[MAIN, encodePart({ ...main, text })]]), host));
}

interface Figure {
	readonly cpu: number;
	readonly memory: number;
}

const MEASURE =
	"data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nCPU='+(u.userCPUTime+u.systemCPUTime)/1e6+' RSS='+u.maxRSS/1024+'\\n')})";

/** One run, for what cannot be done twice. Throws when it fails, so that no failed run counts as fast. */
function once(name: string, args: readonly string[]): Figure {
	const run = spawnSync(process.execPath, ['--import', MEASURE, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
	const match = /CPU=([\d.]+) RSS=([\d.]+)/.exec(run.stderr);
	if (run.status !== 0 || match === null) throw new Error(`${name}: exit ${run.status}\n${run.stderr.slice(-600)}`);
	return { cpu: Number(match[1]), memory: Number(match[2]) };
}

/** Medians of seven runs of two programs in turn: a machine's clock wanders within a minute by more than what is measured. */
function inTurn(first: readonly string[], second: readonly string[]): readonly [Figure, Figure] {
	const figures = Array.from({ length: 7 }, () => [once('reading', first), once('plan', second)] as const);
	const median = (which: 0 | 1): Figure =>
		figures.map((pair) => pair[which]).toSorted((a, b) => a.cpu - b.cpu)[3] ?? { cpu: Number.NaN, memory: 0 };
	return [median(0), median(1)];
}

/** An apply, which cannot be done twice, on three copies of the packet: the median one. */
function appliedOnCopies(folder: string, program: string): Figure {
	const figures = [1, 2, 3].map((copy): Figure => {
		const own = `${folder}-apply-${copy}`;
		rmSync(own, { recursive: true, force: true });
		cpSync(folder, own, { recursive: true, preserveTimestamps: true });
		const figure = once('apply', [program, 'packet', 'apply', '--packet', join(own, 'packet.yaml')]);
		rmSync(own, { recursive: true, force: true });
		return figure;
	});
	const [, median] = figures.toSorted((a, b) => a.cpu - b.cpu);
	return median ?? { cpu: Number.NaN, memory: Number.NaN };
}

/** A program that plans twice in one session; returns its path. */
async function buildPlanTwice(root: string, cache: string): Promise<string> {
	const program = join(cache, 'plan-twice.mjs');
	await build({
		entryPoints: [join(root, 'scripts/plan-twice.ts')],
		outfile: program,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node20.19',
		minifySyntax: true,
		logLevel: 'warning',
		banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
	});
	return program;
}

/** Materials by which growth is measured; 300 are what the bars speak of. */
const sizes = [100, 200, 400] as const;

const planned = ['packet', 'plan', '--format', 'json'] as const;

/**
 * Prints the table of the packet: 300 materials in 8 MB of .docx, and how planning grows from 100 to 400 materials of the
 * same size. `measure` runs a Node program once or more and gives CPU seconds and memory.
 */
export async function benchPacket(
	root: string,
	cache: string,
	readLoop: string,
	measure: (name: string, args: readonly string[]) => Figure,
): Promise<void> {
	const program = join(root, 'packages/cli/dist/bianxu.mjs');
	const startUp = measure('start-up', [program, '--version']).cpu;
	const plans = new Map<number, Figure>();
	const packetOf = (count: number): string => {
		const folder = join(cache, 'packet', String(count));
		writePacket(root, folder, count, (8e6 / 300) * count);
		return folder;
	};
	for (const count of sizes) {
		const manifest = join(packetOf(count), 'packet.yaml');
		plans.set(count, measure('plan', [program, ...planned, '--no-cache', '--packet', manifest]));
	}
	const folder = packetOf(300);
	const packet = ['--packet', join(folder, 'packet.yaml')];
	const text = measure('plan as text', [program, 'packet', 'plan', '--no-cache', ...packet]);
	const [reading, plan] = inTurn([readLoop, folder], [program, ...planned, '--no-cache', ...packet]);
	writeChanged(folder);
	const twice = spawnSync(process.execPath, [await buildPlanTwice(root, cache), folder], { encoding: 'utf8' });
	const { first, second } = JSON.parse(twice.stdout) as { readonly first: number; readonly second: number };
	// The same at the command line, whole processes: the first plan keeps its readings, then one paper is changed.
	const keeping = once('plan that keeps its readings', [program, ...planned, ...packet]);
	const again: number[] = [];
	for (let run = 0; run < 3; run++) {
		writeChanged(folder);
		cpSync(join(folder, 'changed'), join(folder, 'm5.docx'));
		again.push(once('second plan', [program, ...planned, ...packet]).cpu);
	}
	const replanned = again.toSorted((a, b) => a - b)[1] ?? Number.NaN;
	// Numbered once, then the first item goes to the end: nearly every paper is rewritten, and taken back.
	once('first numbering', [program, 'packet', 'apply', ...packet]);
	cpSync(join(folder, 'moved.txt'), join(folder, 'packet.yaml'));
	const apply = appliedOnCopies(folder, program);
	const memory = Math.max(plan.memory, apply.memory);
	const row = (name: string, value: string, wanted: string): string => `| ${name} | ${value} | ${wanted} |`;
	const growth = (small: number, large: number): string => {
		const cost = (count: number): number => (plans.get(count)?.cpu ?? 0) - startUp;
		return (Math.log(cost(large) / cost(small)) / Math.log(large / small)).toFixed(2);
	};
	console.log(
		[
			'\npacket: 300 materials, 8 MB of .docx, 3,000 references\n',
			'| | CPU s | ÷ reading |',
			'|---|---|---|',
			row('reading alone', reading.cpu.toFixed(2), '1'),
			row('packet plan', plan.cpu.toFixed(2), `${(plan.cpu / reading.cpu).toFixed(2)} (wanted ≤ 1.5)`),
			row(
				'the same shown as text, with findings of packet scope',
				text.cpu.toFixed(2),
				(text.cpu / reading.cpu).toFixed(2),
			),
			row('packet plan that keeps its readings', keeping.cpu.toFixed(2), (keeping.cpu / reading.cpu).toFixed(2)),
			row(
				'packet apply, nearly all papers',
				apply.cpu.toFixed(2),
				`${(apply.cpu / reading.cpu).toFixed(2)} (wanted ≤ 3)`,
			),
			`\nsecond plan of a session after one paper changed ÷ the first: ${(second / first).toFixed(2)} (wanted ≤ 0.2)`,
			`second plan at the command line after one paper changed: ${replanned.toFixed(2)} s, ÷ the first ${(replanned / plan.cpu).toFixed(2)} (wanted ≤ 0.2), without start-up ${((replanned - startUp) / (plan.cpu - startUp)).toFixed(2)}`,
			`growth of a plan without start-up, exponent: 100→200 ${growth(100, 200)}, 200→400 ${growth(200, 400)} (1 is linear)`,
			`peak memory of plan and apply: ${memory.toFixed(0)} MB (wanted ≤ 300)`,
		].join('\n'),
	);
}

// Alone: `npx tsx scripts/bench-packet.ts`, after a build.
if (process.argv[1] === import.meta.filename) {
	const root = join(import.meta.dirname, '..');
	const cache = join(root, '.cache/bench');
	mkdirSync(cache, { recursive: true });
	const runs = Number(process.env['BENCH_RUNS'] ?? 3);
	await benchPacket(root, cache, await buildReadLoop(root, cache), (name, args) =>
		measureProcess(root, runs, name, args),
	);
}
