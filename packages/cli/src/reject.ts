import { dirname, extname, resolve, sep } from 'node:path';
import { type Options, type Rejected, rejectSource, report, type Session, writeSafely } from '@bianxu/engine';
import type { RejectFinding, RejectResult } from '@bianxu/model';
import { shownPath } from './files.ts';
import { explainSystemError, printable, say, type Terminal } from './output.ts';

/** Options of `bianxu reject`. */
export interface RejectFlags {
	readonly format: string;
	readonly against?: string;
	readonly output?: string;
	readonly accept?: readonly string[];
	readonly by?: string;
}

/**
 * `bianxu reject`: the verdict, findings with required beside actual, and the report in HTML when `-o` names one. Exit 0
 * for accept, 1 for revise and reprint, 2 when the file, its source or the report's place is refused.
 */
export async function reject(
	session: Session,
	terminal: Terminal,
	file: string,
	flags: RejectFlags,
	options: Options,
): Promise<void> {
	const path = absolute(terminal, file);
	const shown = shownPath(path, terminal.cwd);
	const output = flags.output === undefined ? null : absolute(terminal, flags.output);
	if (output !== null && !['.html', '.htm'].includes(extname(output).toLowerCase())) {
		refuse(terminal, flags, [[shownPath(output, terminal.cwd), 'report-format', say(terminal, ONLY_HTML)]]);
		return;
	}
	let rejected: Rejected;
	try {
		rejected = await rejectSource(session, {
			path,
			...(flags.against === undefined ? {} : { against: absolute(terminal, flags.against) }),
			...(flags.accept === undefined ? {} : { accepts: flags.accept }),
			...(flags.by === undefined ? {} : { by: flags.by }),
			options,
			pictures: output !== null || flags.format === 'html',
		});
	} catch (error) {
		refuse(terminal, flags, [[shown, 'system', say(terminal, explainSystemError(error))]]);
		return;
	}
	if (rejected.result === null) {
		const lines = rejected.refusals.map(
			({ path: at, problem }) => [shownPath(at, terminal.cwd), problem.code, say(terminal, problem.message)] as const,
		);
		refuse(terminal, flags, lines);
		return;
	}
	const result: RejectResult = { ...rejected.result, path: shown };
	const html = (): string =>
		report.rejectHtml(result, terminal.language, { head: rejected.head, pages: rejected.pages });
	if (output !== null) {
		await session.world.makeDirectory(dirname(output));
		await writeSafely(session.world, output, new TextEncoder().encode(html()));
	}
	if (flags.format === 'json') terminal.print(report.rejectJson(result, terminal.language));
	else if (flags.format === 'html') terminal.print(html());
	else terminal.print(resultText(result, output === null ? null : shownPath(output, terminal.cwd), terminal));
	terminal.exit(result.verdict === 'accept' ? 0 : 1);
}

function absolute(terminal: Terminal, path: string): string {
	return resolve(terminal.cwd, path).split(sep).join('/');
}

const ONLY_HTML = {
	zh: '核验单目前只写 .html，请改用 -o 名称.html（可在浏览器中打印）',
	en: 'the report is written as .html only for now; use -o NAME.html (a browser prints it)',
};

/** One line on stderr for each refused file; the result is complete on stdout under json. */
function refuse(
	terminal: Terminal,
	flags: RejectFlags,
	refusals: readonly (readonly [path: string, code: string, message: string])[],
): void {
	const told = new Set<string>();
	for (const [path, , message] of refusals) {
		if (!told.has(path)) terminal.complain(`${printable(path)}: ${printable(message)}`);
		told.add(path);
	}
	if (flags.format === 'json') {
		const shown = refusals.map(([path, code, message]) => ({ path, code, message }));
		terminal.print(JSON.stringify({ version: 1, verdict: null, material: null, findings: [], refusals: shown }));
	}
	terminal.exit(2);
}

const VERDICTS = {
	accept: { zh: '准予付印', en: 'accepted for printing' },
	revise: { zh: '发回修改', en: 'returned for revision' },
	reprint: { zh: '责成重印', en: 'to be reprinted' },
} as const;
const SEVERITIES = {
	error: { zh: '错误', en: 'error' },
	warning: { zh: '警告', en: 'warning' },
	info: { zh: '提示', en: 'info' },
} as const;

function resultText(result: RejectResult, output: string | null, terminal: Terminal): string {
	const zh = terminal.language === 'zh';
	const of = (severity: RejectFinding['severity']): number =>
		result.findings.filter((finding) => finding.severity === severity).length;
	const material =
		result.material === null ? '' : zh ? `（材料 ${result.material}）` : ` (material ${result.material})`;
	const verdict = say(terminal, VERDICTS[result.verdict]);
	const lines = [`${printable(result.path)}${printable(material)}${zh ? '：' : ': '}${verdict}`];
	if (!terminal.quiet) {
		result.findings.forEach((finding, index) => {
			lines.push(...findingLines(report.saidIn(finding, terminal.language), index + 1, terminal));
		});
	}
	for (const { finding, by, reason } of result.signed ?? []) {
		const why = reason === '' ? '' : `（${printable(reason)}）`;
		lines.push(
			zh
				? `  已签认：${finding.rule}，${printable(by)}${why}`
				: `  signed for: ${finding.rule}, ${printable(by)}${why}`,
		);
	}
	lines.push(
		zh
			? `错误 ${of('error')}，警告 ${of('warning')}，提示 ${of('info')}`
			: `${of('error')} errors, ${of('warning')} warnings, ${of('info')} infos`,
	);
	if (output !== null) lines.push(zh ? `核验单：${printable(output)}` : `report: ${printable(output)}`);
	return lines.join('\n');
}

function findingLines(finding: RejectFinding, ordinal: number, terminal: Terminal): readonly string[] {
	const zh = terminal.language === 'zh';
	const { page, line, text, expected, actual, source, message } = finding;
	const place =
		page !== null
			? `${zh ? `第${page}页` : `page ${page}`}${line === null ? '' : zh ? `第${line}行` : `, line ${line}`}`
			: text !== ''
				? `「${Array.from(text).slice(0, 16).join('')}」`
				: zh
					? '全件'
					: 'whole file';
	const clause = [source.doc, source.clause].filter((part) => part !== '').join(' ');
	const lines = [
		`  ${ordinal}. [${say(terminal, SEVERITIES[finding.severity])}] ${printable(place)}`,
		`     ${printable(say(terminal, message))}`,
	];
	const value = (name: string, of: string | null): void => {
		if (of !== null) lines.push(`     ${name} ${printable(Array.from(of).slice(0, 120).join(''))}`);
	};
	value(zh ? '要求' : 'required', expected);
	value(zh ? '实际' : 'actual', actual);
	lines.push(`     ${zh ? '依据' : 'source'} ${printable(clause)} · ${printable(finding.rule)}`);
	return lines;
}
