import { type Options, type Printed, printSource, type Session, writeSafely } from '@bianxu/engine';
import type { Problem } from '@bianxu/model';
import { basename, dirname, resolve, sep } from 'node:path';
import { shownPath } from './files.ts';
import { explainSystemError, printable, say, type Terminal } from './output.ts';

/** Options of `bianxu print`. */
export interface PrintFlags {
	readonly format: string;
	readonly output: string;
	readonly toc: boolean;
	readonly strictFonts?: boolean;
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
	xiaobiaosong: '小标宋',
	fangsong: '仿宋',
	kaiti: '楷体',
	heiti: '黑体',
	songti: '宋体',
	latin: '西文',
};

/** `bianxu print`: one PDF, written only when it is whole; a refusal is a line on stderr by name and place, and exit 2. */
export async function print(
	session: Session,
	terminal: Terminal,
	source: string,
	flags: PrintFlags,
	options: Options,
): Promise<void> {
	const path = absolute(terminal, source);
	const output = absolute(terminal, flags.output);
	let printed: Printed;
	try {
		printed = await printSource(session, {
			path,
			options,
			contents: flags.toc,
			strictFonts: flags.strictFonts === true,
		});
	} catch (error) {
		refuse(terminal, flags, [
			{ shown: shownPath(path, terminal.cwd), problem: { code: 'system', message: explainSystemError(error) } },
		]);
		return;
	}
	if (printed.bytes === null) {
		refuse(
			terminal,
			flags,
			printed.refusals.map((refusal) => ({ shown: shownPath(refusal.path, terminal.cwd), problem: refusal.problem })),
		);
		return;
	}
	await session.world.makeDirectory(dirname(output));
	await writeSafely(session.world, output, printed.bytes);
	const recorded = printed.recordPages === null ? [] : await printed.recordPages(basename(output));
	const notes = [
		...printed.notes.map((note) => ({ shown: shownPath(note.path, terminal.cwd), problem: note.problem })),
		...recorded.map((problem) => ({ shown: shownPath(path, terminal.cwd), problem })),
	];
	if (flags.format === 'json')
		terminal.print(JSON.stringify(summary(terminal, printed, shownPath(output, terminal.cwd), notes)));
	else terminal.print(summaryText(terminal, printed, shownPath(output, terminal.cwd), notes));
}

function absolute(terminal: Terminal, path: string): string {
	return resolve(terminal.cwd, path).split(sep).join('/');
}

interface Said {
	readonly shown: string;
	readonly problem: Problem;
}

/** One line on stderr for each refused file (contract); every reason on stdout. */
function refuse(terminal: Terminal, flags: PrintFlags, refusals: readonly Said[]): void {
	const files = new Map<string, Said[]>();
	for (const refusal of refusals) files.set(refusal.shown, [...(files.get(refusal.shown) ?? []), refusal]);
	for (const [shown, reasons] of files) {
		const first = reasons[0];
		if (first === undefined) continue;
		const more = reasons.length - 1;
		const rest = more === 0 ? '' : say(terminal, { zh: `（另有 ${more} 处）`, en: ` (and ${more} more)` });
		terminal.complain(`${printable(shown)}: ${printable(say(terminal, first.problem.message))}${rest}`);
	}
	if (flags.format === 'json') {
		const all = refusals.map((refusal) => problemJson(terminal, refusal));
		terminal.print(JSON.stringify({ version: 1, file: null, refusals: all }));
	} else if (refusals.length > files.size && !terminal.quiet) {
		const lines = refusals.map(
			({ shown, problem }) => `${printable(shown)}: ${printable(say(terminal, problem.message))}`,
		);
		terminal.print(
			[say(terminal, { zh: '没有排印，原因：', en: 'nothing was printed, because:' }), ...lines].join('\n'),
		);
	}
	terminal.exit(2);
}

function problemJson(terminal: Terminal, { shown, problem }: Said): object {
	return {
		path: shown,
		code: problem.code,
		message: say(terminal, problem.message),
		...(problem.block === undefined ? {} : { block: problem.block }),
	};
}

function summary(terminal: Terminal, printed: Printed, shown: string, notes: readonly Said[]): object {
	return {
		version: 1,
		file: shown,
		pages: printed.frames.length,
		blank: printed.frames.filter((frame) => frame.blank).length,
		informal: printed.informal,
		fonts: printed.faces,
		glyphs: printed.glyphs,
		materials: printed.pageMap.map(({ id, pages, first }) => ({ id, pages, first })),
		notes: notes.map((note) => problemJson(terminal, note)),
		refusals: [],
	};
}

function summaryText(terminal: Terminal, printed: Printed, shown: string, notes: readonly Said[]): string {
	const zh = terminal.language === 'zh';
	const blank = printed.frames.filter((frame) => frame.blank).length;
	const papers = printed.pageMap.length;
	const lines = [
		zh
			? `已排印：${printable(shown)}，${papers} 份材料，${printed.frames.length} 面${blank > 0 ? `（含空白面 ${blank}）` : ''}`
			: `printed ${printable(shown)}: ${papers} papers, ${printed.frames.length} pages${blank > 0 ? ` (${blank} blank)` : ''}`,
	];
	if (terminal.quiet) return lines.join('\n');
	if (printed.informal) lines.push(zh ? '非正式：字体代用' : 'Informal: substitute fonts');
	for (const face of printed.faces) {
		const name = zh ? (ROLE_NAMES[face.role] ?? face.role) : face.role;
		if (face.face === null) lines.push(zh ? `  ${name}　随正文字体` : `  ${name}  that of the text around it`);
		else
			lines.push(
				`  ${name}${zh ? '　' : '  '}${face.face}${face.substitute ? (zh ? `（代用，要求 ${face.wanted}）` : ` (substitute for ${face.wanted})`) : ''}`,
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
