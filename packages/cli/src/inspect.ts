import {
	check,
	framesOf,
	pageSvg,
	newFile as newDocument,
	type Options,
	report,
	ruleById,
	rulePage,
	rules,
	type Session,
	unfinishedAt,
	unfinishedIn,
	writeSafely,
} from '@bianxu/engine';
import type { TemplateId } from '@bianxu/model';
import { dirname, extname, resolve } from 'node:path';
import { posixPath, shownPath } from './files.ts';
import { complainOfUnfinished, explainSystemError, printable, say, type Terminal } from './output.ts';

const UNREAD = { zh: '文件读不出来', en: 'the file cannot be read' };

/** Options of `bianxu dump`: `page` from 1, for pictures of a page. */
export interface DumpFlags {
	readonly stage: 'doc' | 'outline' | 'frames';
	readonly format: string;
	readonly page: number;
}

/** `bianxu dump`: what the reader, the recogniser or the layouter sees, as JSON. */
export async function dump(
	session: Session,
	terminal: Terminal,
	file: string,
	{ stage, format, page }: DumpFlags,
	options: Options,
): Promise<void> {
	const path = posixPath(resolve(terminal.cwd, file));
	const checked = await check(session, { path, options }).catch((error: unknown) => explainSystemError(error));
	const reason = 'zh' in checked ? checked : checked.document === null ? checked.result.refused?.message : undefined;
	if ('zh' in checked || checked.document === null) {
		terminal.complain(`${printable(shownPath(path, terminal.cwd))}: ${printable(say(terminal, reason ?? UNREAD))}`);
		// Complete also when refused: a reader of the JSON finds the reason where problems stand.
		const code = 'zh' in checked ? 'system' : (checked.result.refused?.code ?? 'unread');
		terminal.print(report.dumpRefusedJson(stage, { code, message: reason ?? UNREAD }, terminal.language));
		terminal.exit(2);
		return;
	}
	complainOfUnfinished(terminal, unfinishedIn(checked.result));
	if (format === 'svg' && stage !== 'frames') {
		terminal.complain(
			say(terminal, { zh: '--format svg 须与 --stage frames 同用', en: '--format svg goes with --stage frames' }),
		);
		terminal.exit(2);
		return;
	}
	switch (stage) {
		case 'doc':
			terminal.print(report.dumpJson(checked.document.doc, terminal.language));
			return;
		case 'outline':
			terminal.print(report.dumpOutlineJson(checked.outline, terminal.language));
			return;
		case 'frames': {
			if (format === 'json') {
				terminal.print(report.dumpFramesJson(await framesOf(session, checked)));
				return;
			}
			const svg = await pageSvg(session, checked, page - 1);
			if (svg !== null) terminal.print(svg);
			else {
				terminal.complain(say(terminal, { zh: `没有第 ${page} 面`, en: `there is no page ${page}` }));
				terminal.exit(2);
			}
		}
	}
}

/** `bianxu explain`: the page of one rule. */
export async function explain(_session: Session, terminal: Terminal, id: string, format: string): Promise<void> {
	const rule = ruleById(id);
	if (rule === undefined) {
		terminal.complain(
			say(terminal, {
				zh: `没有规则 ${printable(id)}，用 bianxu rules 查看全部规则`,
				en: `no rule ${printable(id)}; bianxu rules lists them`,
			}),
		);
		if (format === 'json') terminal.print(JSON.stringify({ version: 1, rule: null }));
		terminal.exit(2);
	} else if (format === 'json') terminal.print(JSON.stringify({ version: 1, rule: rule.meta }));
	else terminal.print(await rulePage(rule, terminal.language));
}

/** `bianxu rules`: the table of rules. */
export function listRules(_session: Session, terminal: Terminal, format: string): Promise<void> {
	if (format === 'json')
		terminal.print(JSON.stringify({ version: 1, rules: rules.map((rule) => ({ scope: rule.scope, ...rule.meta })) }));
	else {
		const word = {
			error: { zh: '错误', en: 'error' },
			warning: { zh: '警告', en: 'warning' },
			info: { zh: '提示', en: 'info' },
		} as const;
		const lines = rules.map(
			({ meta }) =>
				`${meta.id.padEnd(36)}${word[meta.severity][terminal.language].padEnd(8)}${meta.title[terminal.language]}`,
		);
		terminal.print(lines.join('\n'));
	}
	return Promise.resolve();
}

const TEMPLATES: readonly TemplateId[] = ['work-report', 'duty-report', 'appointment', 'base'];

/** `bianxu new`: writes a reference text; never over an existing file. */
export async function newFile(
	session: Session,
	terminal: Terminal,
	template: string,
	output: string,
	options: Options,
): Promise<void> {
	const id = TEMPLATES.find((candidate) => candidate === template);
	const path = posixPath(resolve(terminal.cwd, output));
	const extension = extname(path).toLowerCase();
	const wrong =
		id === undefined
			? {
					zh: `没有模板 ${printable(template)}，可用：${TEMPLATES.join('、')}`,
					en: `no template ${printable(template)}; there are ${TEMPLATES.join(', ')}`,
				}
			: extension !== '.docx' && extension !== '.md'
				? { zh: '参考文本只写 .docx 或 .md', en: 'a reference text is .docx or .md' }
				: (await session.world.kindOf(path)) !== null
					? {
							zh: `${printable(output)} 已存在，请换一个文件名`,
							en: `${printable(output)} exists; choose another name`,
						}
					: null;
	if (wrong !== null || id === undefined) {
		if (wrong !== null) terminal.complain(say(terminal, wrong));
		terminal.exit(2);
		return;
	}
	const bytes = await newDocument(session, {
		template: id,
		format: extension === '.md' ? 'md' : 'docx',
		path,
		options,
	});
	complainOfUnfinished(terminal, await unfinishedAt(session, dirname(path)));
	await writeSafely(session.world, path, bytes);
	terminal.print(
		say(terminal, {
			zh: `已写好参考文本：${printable(shownPath(path, terminal.cwd))}`,
			en: `wrote ${printable(shownPath(path, terminal.cwd))}`,
		}),
	);
}
