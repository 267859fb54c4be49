import {
	check,
	DOCUMENT_EXTENSIONS,
	type Checked,
	learnProfile,
	type Options,
	profileValues,
	report,
	type Session,
	unfinishedAt,
	unfinishedIn,
	writeSafely,
} from '@bianxu/engine';
import { basename, dirname, extname, resolve } from 'node:path';
import { expandInputs, posixPath, shownPath } from './files.ts';
import { complainOfUnfinished, explainSystemError, printable, say, type Terminal } from './output.ts';

/** `bianxu profile show`: every resolved value with its source and the layer that set it. */
export async function profileShow(
	session: Session,
	terminal: Terminal,
	format: string,
	options: Options,
): Promise<void> {
	complainOfUnfinished(terminal, await unfinishedAt(session, posixPath(terminal.cwd)));
	const values = await profileValues(session, options, posixPath(terminal.cwd));
	if (format === 'json') terminal.print(report.profileJson(values));
	else terminal.print(report.profileText(values, terminal.language));
}

/** Options of `profile learn`. */
export interface LearnFlags {
	readonly format: string;
	readonly output?: string;
}

/** `bianxu profile learn`: a profile from the office's own good files, on stdout or into a new file. */
export async function profileLearn(
	session: Session,
	terminal: Terminal,
	files: readonly string[],
	flags: LearnFlags,
	options: Options,
): Promise<void> {
	const output = flags.output === undefined ? null : posixPath(resolve(terminal.cwd, flags.output));
	if (output !== null && !(await free(session, terminal, output))) return;
	const read: Checked[] = [];
	for (const input of await expandInputs(files, DOCUMENT_EXTENSIONS, terminal.cwd)) {
		const outcome =
			'missing' in input
				? say(terminal, { zh: '找不到文件，请核对路径', en: 'no such file; check the path' })
				: await readOne(session, terminal, input.path, options);
		if (typeof outcome !== 'string') read.push(outcome);
		else {
			terminal.complain(`${printable(input.shown)}: ${printable(outcome)}`);
			terminal.exit(2);
		}
	}
	const unfinished = read.map(({ result }) => unfinishedIn(result)).find((problem) => problem !== null);
	complainOfUnfinished(terminal, unfinished ?? null);
	const documents = read.filter(({ document }) => document.doc.kind === 'docx').length;
	if (documents === 0) {
		terminal.complain(
			say(terminal, {
				zh: '没有可供归纳的 .docx 文件（Markdown 没有版式）',
				en: 'there is no .docx to learn from (Markdown has no layout)',
			}),
		);
		terminal.exit(2);
		return;
	}
	const name = output === null ? '本机关' : basename(output, extname(output));
	const text = learnProfile(read, name);
	if (output !== null) {
		await session.world.makeDirectory(dirname(output));
		await writeSafely(session.world, output, new TextEncoder().encode(text));
	}
	if (flags.format === 'json') {
		const file = output === null ? null : shownPath(output, terminal.cwd);
		terminal.print(JSON.stringify({ version: 1, documents, file, yaml: text }));
	} else if (output === null) terminal.print(text);
	else
		terminal.print(
			say(terminal, {
				zh: `已由 ${documents} 份文件归纳成 ${printable(shownPath(output, terminal.cwd))}，请审阅后使用。`,
				en: `wrote ${printable(shownPath(output, terminal.cwd))} from ${documents} files; review it before use.`,
			}),
		);
}

async function free(session: Session, terminal: Terminal, output: string): Promise<boolean> {
	const shown = printable(shownPath(output, terminal.cwd));
	const wrong = !/\.ya?ml$/i.test(output)
		? { zh: `${shown}: 规格配置的文件名以 .yaml 结尾`, en: `${shown}: the name of a profile ends in .yaml` }
		: (await session.world.kindOf(output)) === null
			? null
			: { zh: `${shown}: 已存在，请换一个文件名`, en: `${shown}: exists; choose another name` };
	if (wrong === null) return true;
	terminal.complain(say(terminal, wrong));
	terminal.exit(2);
	return false;
}

async function readOne(
	session: Session,
	terminal: Terminal,
	path: string,
	options: Options,
): Promise<Checked | string> {
	try {
		const checked = await check(session, { path, options });
		return checked.document === null ? say(terminal, checked.result.refused?.message ?? { zh: '', en: '' }) : checked;
	} catch (error) {
		return say(terminal, explainSystemError(error));
	}
}
