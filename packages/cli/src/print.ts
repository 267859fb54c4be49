import {
	type JobFacts,
	jobFacts,
	jobSheet,
	type Options,
	type PaperOptions,
	type Printed,
	printSource,
	type Session,
	writeSafely,
} from '@bianxu/engine';
import type { Bilingual, Problem } from '@bianxu/model';
import { basename, dirname, resolve, sep } from 'node:path';
import { shownPath } from './files.ts';
import { explainSystemError, printable, say, type Terminal } from './output.ts';

/** Options of `bianxu print`. */
export interface PrintFlags {
	readonly format: string;
	readonly output: string;
	readonly toc: boolean;
	readonly strictFonts?: boolean;
	readonly pdfa?: '1b' | '2b';
	readonly cover?: boolean;
	readonly booklet?: boolean;
	readonly signature?: number;
	readonly paperThickness?: number;
	readonly cropMarks?: boolean;
	readonly duplexPad?: boolean;
	readonly mirror?: boolean;
	readonly serials?: readonly [number, number];
	readonly jobSheet?: string;
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
	xiaobiaosong: '小标宋',
	fangsong: '仿宋',
	kaiti: '楷体',
	heiti: '黑体',
	songti: '宋体',
	latin: '西文',
};

/**
 * `bianxu print`: one PDF a source, written only when it is whole; a refusal is a line on stderr by name and place, and
 * exit 2. Several sources go into a folder, each by itself: one that is refused does not keep the others.
 */
export async function print(
	session: Session,
	terminal: Terminal,
	sources: readonly string[],
	flags: PrintFlags,
	options: Options,
): Promise<void> {
	const wrong = contradiction(sources, flags);
	if (wrong !== null) {
		terminal.complain(say(terminal, wrong));
		terminal.exit(2);
		return;
	}
	const [only] = sources;
	if (sources.length === 1 && only !== undefined && !/[\\/]$/.test(flags.output)) {
		const done = await printOne(session, terminal, only, absolute(terminal, flags.output), flags, options);
		terminal.print(flags.format === 'json' ? JSON.stringify(done.json) : done.text);
		return;
	}
	const folder = absolute(terminal, flags.output);
	const taken = new Set<string>();
	const done: Done[] = [];
	for (const source of sources) {
		const stem = basename(source).replace(/\.[^.]+$/, '');
		let name = stem;
		for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}`;
		taken.add(name.toLowerCase());
		done.push(await printOne(session, terminal, source, `${folder}/${name}.pdf`, flags, options));
	}
	if (flags.format === 'json') terminal.print(JSON.stringify({ version: 1, files: done.map(({ json }) => json) }));
	else
		terminal.print(
			done
				.map(({ text }) => text)
				.filter((text) => text !== '')
				.join('\n'),
		);
}

/** Options that cannot go together, in words. */
function contradiction(sources: readonly string[], flags: PrintFlags): Bilingual | null {
	if (flags.booklet === true && flags.cropMarks === true)
		return { zh: '--booklet 与 --crop-marks 不能同用', en: '--booklet and --crop-marks exclude each other' };
	if (flags.pdfa !== undefined && (flags.booklet === true || flags.cropMarks === true))
		return {
			zh: '--pdfa 是存档用的，不能与 --booklet、--crop-marks 同用；请分两次排印',
			en: '--pdfa is for the archive and excludes --booklet and --crop-marks; print twice',
		};
	if (sources.length > 1 && flags.jobSheet !== undefined)
		return { zh: '--job-sheet 一次只用于一个文件', en: '--job-sheet takes one source' };
	return null;
}

interface Done {
	readonly text: string;
	readonly json: object;
}

async function printOne(
	session: Session,
	terminal: Terminal,
	source: string,
	output: string,
	flags: PrintFlags,
	options: Options,
): Promise<Done> {
	const path = absolute(terminal, source);
	const paper: PaperOptions = {
		pdfa: flags.pdfa ?? null,
		cover: flags.cover === true,
		imposition: flags.booklet === true ? 'booklet' : flags.cropMarks === true ? 'marks' : null,
		...(flags.signature === undefined ? {} : { signature: flags.signature }),
		...(flags.paperThickness === undefined ? {} : { thickness: flags.paperThickness }),
		duplexPad: flags.duplexPad === true,
		mirrored: flags.mirror === true,
		copies: flags.serials ?? null,
	};
	const request = { path, options, contents: flags.toc, strictFonts: flags.strictFonts === true, paper };
	let printed: Printed;
	try {
		printed = await printSource(session, request);
	} catch (error) {
		return refuse(terminal, [
			{ shown: shownPath(path, terminal.cwd), problem: { code: 'system', message: explainSystemError(error) } },
		]);
	}
	if (printed.bytes === null) {
		return refuse(
			terminal,
			printed.refusals.map((refusal) => ({ shown: shownPath(refusal.path, terminal.cwd), problem: refusal.problem })),
		);
	}
	await session.world.makeDirectory(dirname(output));
	await writeSafely(session.world, output, printed.bytes);
	const recorded = printed.recordPages === null ? [] : await printed.recordPages(basename(output));
	const sheet = flags.jobSheet === undefined ? null : absolute(terminal, flags.jobSheet);
	if (sheet !== null) {
		const bytes = await jobSheet(session, request, printed, basename(output));
		await session.world.makeDirectory(dirname(sheet));
		if (bytes !== null) await writeSafely(session.world, sheet, bytes);
	}
	const notes = [
		...printed.notes.map((note) => ({ shown: shownPath(note.path, terminal.cwd), problem: note.problem })),
		...recorded.map((problem) => ({ shown: shownPath(path, terminal.cwd), problem })),
	];
	const shown = shownPath(output, terminal.cwd);
	const facts = jobFacts(printed, paper);
	return {
		text: summaryText(terminal, printed, facts, shown, notes, flags),
		json: summary(terminal, printed, facts, shown, notes, flags),
	};
}

function absolute(terminal: Terminal, path: string): string {
	return resolve(terminal.cwd, path).split(sep).join('/');
}

interface Said {
	readonly shown: string;
	readonly problem: Problem;
}

/** One line on stderr for each refused file (contract); every reason on stdout. */
function refuse(terminal: Terminal, refusals: readonly Said[]): Done {
	const files = new Map<string, Said[]>();
	for (const refusal of refusals) files.set(refusal.shown, [...(files.get(refusal.shown) ?? []), refusal]);
	for (const [shown, reasons] of files) {
		const first = reasons[0];
		if (first === undefined) continue;
		const more = reasons.length - 1;
		const rest = more === 0 ? '' : say(terminal, { zh: `（另有 ${more} 处）`, en: ` (and ${more} more)` });
		terminal.complain(`${printable(shown)}: ${printable(say(terminal, first.problem.message))}${rest}`);
	}
	terminal.exit(2);
	const lines = refusals.map(
		({ shown, problem }) => `${printable(shown)}: ${printable(say(terminal, problem.message))}`,
	);
	const known = refusals.length <= files.size || terminal.quiet;
	return {
		json: { version: 1, file: null, refusals: refusals.map((refusal) => problemJson(terminal, refusal)) },
		text: known
			? ''
			: [say(terminal, { zh: '没有排印，原因：', en: 'nothing was printed, because:' }), ...lines].join('\n'),
	};
}

function problemJson(terminal: Terminal, { shown, problem }: Said): object {
	return {
		path: shown,
		code: problem.code,
		message: say(terminal, problem.message),
		...(problem.block === undefined ? {} : { block: problem.block }),
	};
}

function summary(
	terminal: Terminal,
	printed: Printed,
	facts: JobFacts,
	shown: string,
	notes: readonly Said[],
	flags: PrintFlags,
): object {
	return {
		version: 1,
		file: shown,
		pages: printed.frames.length,
		blank: printed.frames.filter((frame) => frame.blank).length,
		sheets: facts.sheets,
		job: facts,
		...(flags.pdfa === undefined ? {} : { pdfa: { level: flags.pdfa, validated: false } }),
		informal: printed.informal,
		fonts: printed.faces,
		glyphs: printed.glyphs,
		materials: printed.pageMap.map(({ id, pages, first }) => ({ id, pages, first })),
		notes: notes.map((note) => problemJson(terminal, note)),
		refusals: [],
	};
}

function summaryText(
	terminal: Terminal,
	printed: Printed,
	facts: JobFacts,
	shown: string,
	notes: readonly Said[],
	flags: PrintFlags,
): string {
	const zh = terminal.language === 'zh';
	const blank = printed.frames.filter((frame) => frame.blank).length;
	const papers = printed.pageMap.length;
	const lines = [
		zh
			? `已排印：${printable(shown)}，${papers} 份材料，${printed.frames.length} 面${blank > 0 ? `（含空白面 ${blank}）` : ''}`
			: `printed ${printable(shown)}: ${papers} papers, ${printed.frames.length} pages${blank > 0 ? ` (${blank} blank)` : ''}`,
	];
	if (terminal.quiet) return lines.join('\n');
	lines.push(paperText(facts, zh));
	if (flags.pdfa !== undefined)
		lines.push(
			zh
				? `PDF/A-${flags.pdfa}：按本程序的清单编排，未经第三方校验`
				: `PDF/A-${flags.pdfa}: made by our own list, not validated by a third party`,
		);
	if (printed.informal) lines.push(zh ? '非正式：字体代用' : 'Informal: substitute fonts');
	for (const face of printed.faces) {
		const name = zh ? (ROLE_NAMES[face.role] ?? face.role) : face.role;
		if (face.face === null) lines.push(zh ? `  ${name}　随正文字体` : `  ${name}  that of the text around it`);
		else
			lines.push(
				`  ${name}${zh ? '　' : '  '}${face.face}${face.file === null ? '' : ` [${printable(basename(face.file))}]`}${face.substitute ? (zh ? `（代用，要求 ${face.wanted}）` : ` (substitute for ${face.wanted})`) : ''}`,
			);
	}
	if (printed.glyphs.length > 0) {
		const shownGlyphs = printed.glyphs.slice(0, 20).map(({ character, used }) => `${character}（${used}）`);
		lines.push(
			zh
				? `  个别字取自其他字体：${shownGlyphs.join('、')}`
				: `  characters from other faces: ${shownGlyphs.join(', ')}`,
		);
	}
	for (const { shown: path, problem } of notes)
		lines.push(`${printable(path)}: ${printable(say(terminal, problem.message))}`);
	return lines.join('\n');
}

/** Paper that the job takes, in a line. */
function paperText({ paper, sheets, copies, turn, signatures, numbers }: JobFacts, zh: boolean): string {
	const edge = zh ? (turn === 'short' ? '短边' : '长边') : `${turn} edge`;
	const parts =
		signatures.length > 1 ? (zh ? `，分 ${signatures.length} 帖` : `, ${signatures.length} signatures`) : '';
	const digits = (value: number): string => String(value).padStart(6, '0');
	const copy =
		numbers === null
			? ''
			: zh
				? `，${copies} 份（份号 ${digits(numbers[0])} 至 ${digits(numbers[1])}）共 ${copies * sheets} 张`
				: `, ${copies} copies (${digits(numbers[0])} to ${digits(numbers[1])}), ${copies * sheets} sheets`;
	return zh
		? `付印：${paper} 双面（沿${edge}翻转），每份 ${sheets} 张${parts}${copy}`
		: `Paper: ${paper} on both sides (${edge}), ${sheets} sheets a copy${parts}${copy}`;
}
