import {
	annotateBytes,
	type Checked,
	checkBytes,
	dateOf,
	DOCUMENT_EXTENSIONS,
	fixBytes,
	materialAt,
	type Options,
	type Previous,
	readPrevious,
	type Refused,
	refusedResult,
	report,
	resultKey,
	rules,
	type Session,
	settingsFor,
	summarise,
	trackBytes,
	unfinishedIn,
	withLayout,
	withPrevious,
	writeSafely,
} from '@bianxu/engine';
import type { FileResult, Problem, Rule } from '@bianxu/model';
import { basename, dirname, extname, join, resolve } from 'node:path';
import pc from 'picocolors';
import { updateBaseline } from './baseline.ts';
import { expandInputs, type InputFile } from './files.ts';
import { openCache, type ResultCache } from './result-cache.ts';
import { explainSystemError, printable, say, type Terminal } from './output.ts';
import { watchInputs } from './watch.ts';

export type LintFormat = 'text' | 'json' | 'sarif' | 'html' | 'junit' | 'github';

export interface LintRequest {
	readonly files: readonly string[];
	readonly options: Options;
	readonly format: LintFormat;
	readonly fix: 'none' | 'safe' | 'all';
	/** Fixes go into a copy as tracked changes; the file itself stays. */
	readonly track: boolean;
	readonly annotate: boolean;
	/** Set the material as `print` does and judge its pages too. */
	readonly layout: boolean;
	/** Folder for written files; in place when undefined. */
	readonly output: string | undefined;
	readonly maxWarnings: number | undefined;
	/** Write what is found now into the baseline first. */
	readonly updateBaseline: boolean;
	/** Earlier papers that the files are compared with. */
	readonly previous: readonly string[];
	/** Keep results beside the documents and use those of earlier runs. */
	readonly cache: boolean;
}

/** `bianxu lint`: every file stands alone; a refused one is a line on stderr and exit 2, the others are still done. */
export async function lint(session: Session, terminal: Terminal, request: LintRequest): Promise<void> {
	if (!request.updateBaseline) session.passOn();
	else if (!(await updateBaseline(session, terminal, request.files, request.options))) return;
	await lintAll(session, terminal, request);
}

/** For one pass over files that nobody writes to: whether packet.yaml or bianxu.yaml stands in a folder is asked once. */
function forOnePass(session: Session): Session {
	const { world } = session;
	const kinds = new Map<string, ReturnType<typeof world.kindOf>>();
	const kindOf: typeof world.kindOf = (path) => {
		let kind = kinds.get(path);
		if (kind === undefined) kinds.set(path, (kind = world.kindOf(path)));
		return kind;
	};
	return { ...session, world: { ...world, kindOf } };
}

async function lintAll(given: Session, terminal: Terminal, request: LintRequest): Promise<void> {
	const writes = request.fix !== 'none' || request.annotate || request.track;
	const session = writes ? given : forOnePass(given);
	const inputs = await expandInputs(request.files, DOCUMENT_EXTENSIONS, terminal.cwd);
	const cache = request.cache ? openCache(terminal.cwd) : null;
	const previous = await readEarlier(session, terminal, request.previous);
	const results: FileResult[] = [];
	const departments = new Map<string, string>();
	for (const input of inputs) {
		const result =
			'missing' in input
				? refusedResult(input.shown, missing())
				: await lintFile(session, terminal, request, input, { cache, previous });
		results.push(result);
		if ('path' in input && request.format === 'text') {
			const material = await materialAt(session, input.path);
			if (material !== null) departments.set(result.path, material.department);
		}
		if (result.refused !== null) {
			terminal.complain(`${printable(result.path)}: ${printable(say(terminal, result.refused.message))}`);
			terminal.exit(2);
		}
	}
	await cache?.save();
	if (inputs.length === 0) {
		const none = { zh: '没有可检查的文件（.docx .dotx .docm .md）', en: 'no files to check (.docx .dotx .docm .md)' };
		for (const name of request.files) terminal.complain(`${printable(name)}: ${say(terminal, none)}`);
		terminal.exit(2);
	}
	const summary = summarise(results);
	if (summary.errors > 0 || (request.maxWarnings !== undefined && summary.warnings > request.maxWarnings))
		terminal.exit(1);
	terminal.print(render(results, summary, departments, request.format, terminal));
}

/** Papers of `--previous`; one that cannot be read is a line on stderr and exit 2, like any other file. */
async function readEarlier(
	session: Session,
	terminal: Terminal,
	names: readonly string[],
): Promise<readonly Previous[]> {
	const found: Previous[] = [];
	for (const input of await expandInputs(names, DOCUMENT_EXTENSIONS, terminal.cwd)) {
		const read =
			'missing' in input
				? { refused: missing() }
				: await readPrevious(session, input.path, input.shown).catch((error: unknown) => ({
						refused: { code: 'system', message: explainSystemError(error) },
					}));
		if (!('refused' in read)) found.push(read);
		else {
			terminal.complain(`${printable(input.shown)}: ${printable(say(terminal, read.refused.message))}`);
			terminal.exit(2);
		}
	}
	return found;
}

/**
 * `lint --watch`: checks, and checks again on every change, until the process is ended. Files that are written (`--fix`,
 * `--track`, `--annotate`, `--update-baseline`) would set it off again: a usage error.
 */
export async function lintWatching(session: Session, terminal: Terminal, request: LintRequest): Promise<void> {
	if (request.fix !== 'none' || request.track || request.annotate || request.updateBaseline) {
		const message = {
			zh: '--watch 只检查，不能与 --fix、--track、--annotate、--update-baseline 同用',
			en: '--watch only checks; it does not go with --fix, --track, --annotate or --update-baseline',
		};
		terminal.complain(say(terminal, message));
		terminal.exit(2);
		return;
	}
	await watchInputs(request.files, DOCUMENT_EXTENSIONS, terminal.cwd, () => lintAll(session, terminal, request));
}

/** The pages of all rules, for formats that link to them. */
function pages(): ReadonlyMap<string, Pick<Rule['meta'], 'title' | 'description'>> {
	return new Map(rules.map(({ meta }) => [meta.id, meta]));
}

function render(
	results: readonly FileResult[],
	summary: ReturnType<typeof summarise>,
	departments: ReadonlyMap<string, string>,
	format: LintFormat,
	terminal: Terminal,
): string {
	const { language } = terminal;
	switch (format) {
		case 'text':
			return report.lintText(results, {
				language,
				quiet: terminal.quiet,
				summary,
				...(terminal.color ? { paint: pc } : {}),
				...(departments.size > 1 ? { departmentOf: (path: string) => departments.get(path) ?? '' } : {}),
			});
		case 'json':
			return report.lintJson(results, language, summary);
		case 'sarif':
			return report.lintSarif(results, language, pages());
		case 'html':
			return report.lintHtml(results, language, pages());
		case 'junit':
			return report.lintJunit(results, language);
		case 'github':
			return report.lintGithub(results, language);
	}
}

async function lintFile(
	session: Session,
	terminal: Terminal,
	request: LintRequest,
	input: InputFile,
	{ cache, previous }: { readonly cache: ResultCache | null; readonly previous: readonly Previous[] },
): Promise<FileResult> {
	try {
		const bytes = await session.world.readFile(input.path);
		const settings = await settingsFor(session, input.path, request.options);
		const laid = async <T extends Checked | Refused>(checked: T): Promise<T> => {
			const compared = withPrevious(session, checked, settings, previous);
			return request.layout ? withLayout(session, compared, settings) : compared;
		};
		if (request.fix === 'none' && !request.annotate && !request.track) {
			const look = async (): Promise<FileResult> =>
				(await laid(checkBytes(session, input.path, bytes, settings))).result;
			// Pages depend on the fonts of the machine, repetition on other files: no key holds them.
			if (cache === null || request.layout || previous.length > 0) return named(await look(), input);
			const key = resultKey(session, input.path, bytes, settings, cache.program);
			const kept = cache.get(key);
			const result = kept ?? (await look());
			if (kept === undefined) cache.set(key, result);
			return named(result, input);
		}
		const unfinished = unfinishedIn(settings);
		// Half of the packet is to be put back or finished: what is written into it now would be in the way.
		if (unfinished !== null && request.output === undefined) return refusedResult(input.shown, unfinished);
		const target = targetOf(input, request.output);
		if (request.annotate) {
			const annotated = annotateBytes(session, input.path, bytes, settings, terminal.language);
			if (annotated.bytes !== null) {
				if (request.output !== undefined) await session.world.makeDirectory(dirname(target));
				await writeSafely(session.world, beside(target, '批注'), annotated.bytes);
			}
			if (request.fix === 'none' && !request.track) return named(annotated.result, input);
		}
		if (request.track) {
			const date = dateOf(session, request.options, null);
			const which = request.fix === 'all' ? 'all' : 'safe';
			const tracked = trackBytes(session, input.path, bytes, settings, { which, date });
			if (tracked.bytes !== null) {
				if (request.output !== undefined) await session.world.makeDirectory(dirname(target));
				await writeSafely(session.world, beside(target, '修订'), tracked.bytes);
			}
			return named(tracked.result, input);
		}
		const fixed = fixBytes(session, input.path, bytes, settings, request.fix === 'all' ? 'all' : 'safe');
		if (fixed.failure !== null) return { ...named(fixed.after.result, input), refused: fixed.failure };
		if (fixed.after.document !== null && (request.output !== undefined || fixed.bytes !== bytes)) {
			if (request.output !== undefined) await session.world.makeDirectory(dirname(target));
			await writeSafely(session.world, target, fixed.bytes);
		}
		const { result } = await laid(fixed.after);
		return named({ ...result, problems: [...result.problems, ...fixed.unsaid], fixed: fixed.fixed }, input);
	} catch (error) {
		return refusedResult(input.shown, { code: 'system', message: explainSystemError(error) });
	}
}

function named(result: FileResult, input: InputFile): FileResult {
	return { ...result, path: input.shown };
}

function targetOf(input: InputFile, output: string | undefined): string {
	return output === undefined ? input.path : join(resolve(output), basename(input.path));
}

/** `NAME.批注.docx` or `NAME.修订.docx` beside the original. */
function beside(path: string, mark: string): string {
	const extension = extname(path);
	return join(dirname(path), `${basename(path, extension)}.${mark}${extension}`);
}

function missing(): Problem {
	return { code: 'missing', message: { zh: '找不到文件，请核对路径', en: 'no such file; check the path' } };
}
