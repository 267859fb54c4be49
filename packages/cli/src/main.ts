import './runtime.ts';
import { resolve } from 'node:path';
import { createSession, findProfile, isProfileFile, type Options, type Session } from '@bianxu/engine';
import type { CongressLevel, Language, TemplateId } from '@bianxu/model';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { doctor } from './doctor.ts';
import { dump, explain, listRules, newFile } from './inspect.ts';
import { lint, type LintFormat } from './lint.ts';
import { nodeAssets } from './node-assets.ts';
import { nodeWorld } from './node-world.ts';
import { posixPath, shownPath } from './files.ts';
import { type ExitCode, explainSystemError, printable, say, type Terminal } from './output.ts';
import { type LifeFlags, packetCarry, packetFreeze, packetInit } from './packet-life.ts';
import { packetApply, packetPlan, packetRecover, packetUndo } from './packet.ts';
import { packetAcceptLock, packetLedger, packetSign, packetStatus } from './packet-people.ts';
import { packetRecordPrint, packetReprint } from './packet-paper.ts';
import { print, type PrintFlags } from './print.ts';
import { type LearnFlags, profileLearn, profileShow } from './profile.ts';
import { reject } from './reject.ts';
import { VERSION } from './version.ts';

/** Options that every command takes (design: Commands). */
interface Common {
	readonly format: string;
	readonly lang: Language;
	readonly profile?: string;
	readonly level?: CongressLevel;
	readonly mode?: 'oral' | 'written' | 'auto';
	readonly date?: string;
	readonly quiet?: boolean;
}

let exitCode: ExitCode = 0;

function terminalOf(common: Common): Terminal {
	return {
		language: common.lang,
		color: pc.isColorSupported && process.stdout.isTTY === true,
		quiet: common.quiet === true,
		cwd: process.cwd(),
		print: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
		complain: (line) => process.stderr.write(`${line}\n`),
		exit: (code) => {
			if (code > exitCode) exitCode = code;
		},
	};
}

function optionsOf(
	common: Common & { readonly template?: TemplateId | 'auto'; readonly packet?: string; readonly baseline?: string },
): Options {
	const epoch = process.env['SOURCE_DATE_EPOCH'];
	return {
		...(common.template === undefined ? {} : { template: common.template }),
		...(common.profile === undefined
			? {}
			: { profile: isProfileFile(common.profile) ? posixPath(resolve(common.profile)) : common.profile }),
		...(common.baseline === undefined ? {} : { baseline: posixPath(resolve(common.baseline)) }),
		...(common.level === undefined ? {} : { level: common.level }),
		...(common.mode === undefined ? {} : { mode: common.mode }),
		...(common.date === undefined ? {} : { date: common.date }),
		...(common.packet === undefined ? {} : { packet: resolve(common.packet) }),
		...(epoch === undefined ? {} : { sourceDateEpoch: epoch }),
	};
}

function day(text: string): string {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	const date = match === null ? Number.NaN : Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(date) || new Date(date).toISOString().slice(0, 10) !== text)
		throw new InvalidArgumentError('日期须写作 YYYY-MM-DD / a date is YYYY-MM-DD');
	return text;
}

function count(text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('须为非负整数 / a whole number');
	return Number(text);
}

/** A length in mm. */
function length(text: string): number {
	if (!/^\d{1,2}(?:\.\d{1,3})?$/.test(text)) throw new InvalidArgumentError('须为毫米数，如 0.1 / millimetres');
	return Number(text);
}

/** Most copies that one file holds. */
const MOST_COPIES = 2000;

/** A range of copy numbers: `1-60`, or one number. */
function range(text: string): readonly [number, number] {
	const match = /^(\d{1,6})(?:[-—](\d{1,6}))?$/.exec(text);
	const from = Number(match?.[1] ?? 0);
	const to = Number(match?.[2] ?? from);
	if (from < 1 || to < from || to - from >= MOST_COPIES)
		throw new InvalidArgumentError(`须为 1-60 这样的范围，一次不超过 ${MOST_COPIES} 份 / a range such as 1-60`);
	return [from, to];
}

/** Adds the options of the contract that every command takes. */
function common(command: Command, formats: readonly string[]): Command {
	return command
		.addOption(new Option('--format <format>', '输出格式 output format').choices([...formats]).default(formats[0]))
		.addOption(new Option('--lang <language>', '语言 language').choices(['zh', 'en']).default('zh'))
		.option('--profile <name>', '规格配置 profile')
		.addOption(
			new Option('--level <level>', '人大层级 level of the congress').choices(['province', 'prefecture', 'county']),
		)
		.addOption(new Option('--mode <mode>', '口头或书面 delivery').choices(['oral', 'written', 'auto']))
		.option('--date <day>', '日期 YYYY-MM-DD', day)
		.option('--quiet', '只显示结果 results only');
}

const TEMPLATES = ['work-report', 'duty-report', 'appointment', 'base'];

/** Runs a verb with its engine and terminal; an error of the system becomes one line and exit 2, never a stack trace. */
function verb<T extends Common>(
	run: (session: Session, terminal: Terminal, options: T, names: readonly string[]) => Promise<void>,
	complete: (options: T, names: readonly string[]) => T = (options) => options,
): (...args: unknown[]) => Promise<void> {
	return async (...args) => {
		const command = args.at(-1) as Command;
		const names = args
			.slice(0, -2)
			.flatMap((argument) =>
				Array.isArray(argument) ? (argument as string[]) : argument === undefined ? [] : [String(argument)],
			);
		const options = complete(command.opts<T>(), names);
		const terminal = terminalOf(options);
		const session = createSession(nodeWorld(), nodeAssets());
		try {
			if (await usable(session, optionsOf(options))) await run(session, terminal, options, names);
		} catch (error) {
			terminal.complain(say(terminal, explainSystemError(error)));
			terminal.exit(2);
		}
		sayFaults(session, terminal);
	};
}

/** False, with the reason said, when `--profile` names nothing that can be used: a usage error. */
async function usable(session: Session, { profile }: Options): Promise<boolean> {
	if (profile === undefined) return true;
	const found = await findProfile(session, profile, '.', '');
	for (const fault of found.faults) session.noteFault(fault);
	return found.layers !== undefined;
}

/** One line for each fault that makes a settings file useless (exit 2); lesser ones stand in the results. */
function sayFaults(session: Session, terminal: Terminal): void {
	for (const { path, problem, fatal } of session.faults()) {
		if (!fatal) continue;
		const at = path === '' ? '--profile' : printable(shownPath(path, terminal.cwd));
		terminal.complain(`${at}: ${printable(say(terminal, problem.message))}`);
		terminal.exit(2);
	}
}

function program(): Command {
	const root = new Command('bianxu')
		.description(
			'编序：会议材料的检查、统一编序与印制。全部在本机完成，不联网。\nLint, renumber and print meeting materials, offline.',
		)
		.version(VERSION, '-V, --version', '版本 version')
		.helpOption('-h, --help', '帮助 help')
		.showHelpAfterError('（用 --help 查看用法 / see --help）');

	common(root.command('lint').description('检查材料 check materials').argument('<files...>'), [
		'text',
		'json',
		'sarif',
		'html',
		'junit',
		'github',
	])
		.addOption(new Option('--template <template>', '模板 template').choices([...TEMPLATES, 'auto']))
		.option('--fix', '修正安全的问题；--fix=all 连同须确认的 fix what is safe; =all fixes all')
		.addOption(new Option('--fix-all').hideHelp())
		.option('--track', '另存修订稿，含 --fix write a copy with tracked changes; implies --fix')
		.option('--annotate', '另存批注稿 write a copy with comments')
		.option('--layout', '排版后检查版面 also set the pages and judge them')
		.option('-o, --output <folder>', '写到此文件夹 write here')
		.option('--max-warnings <n>', '警告上限 limit of warnings', count)
		.option('--baseline <file>', '基线：已知问题不提示 known findings')
		.option('--update-baseline', '把现有问题记入基线 write them')
		.action(
			verb<
				Common & {
					template?: TemplateId | 'auto';
					fix?: true;
					fixAll?: true;
					track?: boolean;
					annotate?: boolean;
					layout?: boolean;
					output?: string;
					maxWarnings?: number;
					updateBaseline?: boolean;
				}
			>((session, terminal, options, files) =>
				lint(session, terminal, {
					files,
					options: optionsOf(options),
					format: options.format as LintFormat,
					fix: options.fixAll === true ? 'all' : options.fix === true ? 'safe' : 'none',
					track: options.track === true,
					annotate: options.annotate === true,
					layout: options.layout === true,
					output: options.output,
					maxWarnings: options.maxWarnings,
					updateBaseline: options.updateBaseline === true,
				}),
			),
		);

	common(root.command('dump').description('看程序读到了什么 what the reader sees').argument('<file>'), ['json'])
		.addOption(new Option('--stage <stage>', '阶段 stage').choices(['doc', 'outline', 'frames']).default('doc'))
		.action(
			verb<Common & { stage: 'doc' | 'outline' | 'frames' }>((session, terminal, options, [file]) =>
				dump(session, terminal, file ?? '', options.stage, optionsOf(options)),
			),
		);

	common(root.command('explain').description('一条规则的说明 a rule’s page').argument('<rule>'), [
		'text',
		'json',
	]).action(
		verb<Common>((session, terminal, options, [rule]) => explain(session, terminal, rule ?? '', options.format)),
	);

	common(root.command('rules').description('全部规则 all rules'), ['text', 'json']).action(
		verb<Common>((session, terminal, options) => listRules(session, terminal, options.format)),
	);

	const profile = root.command('profile').description('规格配置 profiles');
	common(
		profile.command('show').description('各项要求的取值和出处 resolved values with origin').argument('[profile]'),
		['text', 'json'],
	)
		.addOption(new Option('--template <template>', '模板 template').choices(TEMPLATES))
		.action(
			verb<Common & { template?: TemplateId }>(
				(session, terminal, options) => profileShow(session, terminal, options.format, optionsOf(options)),
				(options, [name]) => (name === undefined ? options : { ...options, profile: name }),
			),
		);
	common(
		profile.command('learn').description('由本机关的好材料归纳 derive one from good files').argument('<files...>'),
		['text', 'json'],
	)
		.option('-o, --output <file>', '写成 .yaml 文件 write a file')
		.action(
			verb<Common & LearnFlags>((session, terminal, options, files) =>
				profileLearn(session, terminal, files, options, optionsOf(options)),
			),
		);

	common(root.command('new').description('生成参考文本 write a reference text').argument('<template>'), ['text'])
		.requiredOption('-o, --output <file>', '.docx 或 .md')
		.action(
			verb<Common & { output: string }>((session, terminal, options, [template]) =>
				newFile(session, terminal, template ?? '', options.output, optionsOf(options)),
			),
		);

	const packet = root.command('packet').description('一套会议材料 the session packet');
	const packetOption = (): Option => new Option('--packet <file>', 'packet.yaml').default('packet.yaml');
	common(packet.command('init').description('按文件夹里的材料拟一份 packet.yaml propose a manifest'), ['text', 'json'])
		.addOption(packetOption())
		.option('--dry-run', '只演示 only show')
		.action(
			verb<Common & PacketFlags>((session, terminal, options) =>
				packetInit(session, terminal, options, optionsOf(options)),
			),
		);
	common(packet.command('plan').description('改号方案：先看后做 what a change does'), ['text', 'json', 'html'])
		.addOption(packetOption())
		.option(
			'-o, --output <file>',
			'写出方案，可重复：.html、.docx 给人看（并附主持词差异单），其他供 apply --plan',
			(value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
		)
		.option('--reprint', '按页排版算出重印的张 sheets by our own pages')
		.option('--accept <place...>', '签认一处：ID@段:起[=文本]')
		.option('--by <name>', '签认人')
		.action(
			verb<Common & PacketFlags>((session, terminal, options) =>
				packetPlan(session, terminal, options, optionsOf(options)),
			),
		);
	common(packet.command('apply').description('执行改号：全成或全不成 all files or none'), ['text', 'json'])
		.addOption(packetOption())
		.option('--plan <plan>', '执行保存的方案 a kept plan')
		.option('-o, --output <folder>', '写到新文件夹 write a new folder')
		.option('--dry-run', '只演示 only show')
		.option('--accept <place...>', '签认一处：ID@段:起[=文本]')
		.option('--by <name>', '签认人')
		.action(
			verb<Common & PacketFlags>((session, terminal, options) =>
				packetApply(session, terminal, options, optionsOf(options)),
			),
		);
	common(packet.command('undo').description('撤回上一次改号 take the last apply back'), ['text', 'json'])
		.addOption(packetOption())
		.option('--dry-run', '只演示 only show')
		.action(verb<Common & PacketFlags>((session, terminal, options) => packetUndo(session, terminal, options)));
	common(packet.command('recover').description('处理中断的改号 finish or take back an interrupted apply'), [
		'text',
		'json',
	])
		.addOption(packetOption())
		.option('--back', '全部还原，而不是做完 take it back instead of finishing it')
		.option('--dry-run', '只演示 only show')
		.option('--accept-lock', '锁文件被改动过，核对后照用 take an edited lock file')
		.option('--by <name>', '确认人')
		.action(
			verb<Common & PacketFlags & { acceptLock?: boolean }>((session, terminal, options) =>
				options.acceptLock === true
					? packetAcceptLock(session, terminal, options, optionsOf(options))
					: packetRecover(session, terminal, options),
			),
		);

	common(packet.command('status').description('今晚能不能付印，差什么，在谁手里 the board'), ['text', 'json'])
		.addOption(packetOption())
		.option('-o, --output <place>', '写出催办单（文件夹或 .html）')
		.action(
			verb<Common & PeopleFlags>((session, terminal, options) =>
				packetStatus(session, terminal, options, optionsOf(options)),
			),
		);
	common(
		packet
			.command('sign')
			.description('签审：三级审核，签在文字上 sign off')
			.argument('[ids...]', '材料标识；不写即全部'),
		['text', 'json'],
	)
		.addOption(packetOption())
		.requiredOption('--role <role>', '角色：拟稿人、部门负责人、分管领导……')
		.requiredOption('--by <name>', '姓名')
		.option('--return <reason>', '退回及理由 send back')
		.option('-o, --output <place>', '写出退稿单（文件夹或 .html）')
		.action(
			verb<Common & PeopleFlags>((session, terminal, options, ids) =>
				packetSign(session, terminal, options, optionsOf(options), ids),
			),
		);
	common(packet.command('ledger').description('差错台账：记录、更正、导出 the error ledger'), ['text', 'json'])
		.addOption(packetOption())
		.option('--add <text>', '登记一条；与 --remark 合用则是对该条的说明')
		.option('--remark <no>', '申辩或更正第几条', count)
		.option('--strike', '该条销账（内容保留）')
		.option('--by <name>', '登记人')
		.option('--id <material>', '材料标识')
		.option('--step <step>', '环节 draft review numbering printing distribution')
		.option('--kind <kind>', '种类 wording number reference format name date print distribution tool other')
		.option('--department <name>', '部门（不写按材料）')
		.option('-o, --output <place>', '导出（文件夹或 .csv）')
		.action(
			verb<Common & PeopleFlags>((session, terminal, options) =>
				packetLedger(session, terminal, options, optionsOf(options)),
			),
		);
	common(
		packet
			.command('record-print')
			.description('登记付印：份数、份号、去向 record a print')
			.argument('[ids...]', '材料标识；不写即全部'),
		['text', 'json'],
	)
		.addOption(packetOption())
		.option('--copies <n>', '份数（不写按清单）copies', count)
		.option('--serials <range>', '份号，如 1-60')
		.option('--where <who>', '去向；写了即为已发 where they went')
		.addOption(new Option('--binding <binding>', '装订 binding').choices(['loose', 'stapled', 'saddle']))
		.option('--single', '单面 one side')
		.option('--recalled', '登记已收回 collected again')
		.action(
			verb<Common & PaperFlags>((session, terminal, options, ids) =>
				packetRecordPrint(session, terminal, options, optionsOf(options), ids),
			),
		);
	common(packet.command('reprint').description('按张算重印：更新页、抽换单 what to print again'), ['text', 'json'])
		.addOption(packetOption())
		.option('--print <pdf>', '当时付印的 PDF the PDF that went to print')
		.option('--point', '溢页用点页（6-1）point pages')
		.option('--single', '单面 one side')
		.option('-o, --output <folder>', '更新页、付印单、抽换单等写到此文件夹')
		.action(
			verb<Common & PaperFlags>((session, terminal, options) =>
				packetReprint(session, terminal, options, optionsOf(options)),
			),
		);

	common(
		packet
			.command('freeze')
			.description('封号：付印或发出以后号不再变 numbers stay from now on')
			.argument('[materials...]', '材料标识，不写为全部 ids; all when none is given'),
		['text', 'json'],
	)
		.addOption(packetOption())
		.addOption(
			new Option('--state <state>', '付印或已发 printed or distributed')
				.choices(['printed', 'distributed'])
				.default('distributed'),
		)
		.option('--dry-run', '只演示 only show')
		.action(
			verb<Common & LifeFlags>((session, terminal, options, ids) =>
				packetFreeze(session, terminal, options, optionsOf(options), ids),
			),
		);
	common(packet.command('carry').description('移到下次会议的议题 items moved to the next session'), ['text', 'json'])
		.addOption(packetOption())
		.requiredOption('-o, --output <folder>', '下次会议的新文件夹 a new folder')
		.option('--dry-run', '只演示 only show')
		.action(
			verb<Common & PacketFlags>((session, terminal, options) =>
				packetCarry(session, terminal, options, optionsOf(options)),
			),
		);

	common(
		root
			.command('print')
			.description('排印为 PDF print to PDF')
			.argument('<sources...>', '文件，或 packet.yaml；多个文件时 -o 是文件夹'),
		['text', 'json'],
	)
		.requiredOption('-o, --output <file>', 'OUT.pdf，多个文件时为文件夹 a folder for several files')
		.option('--no-toc', '不印目录 no contents')
		.option('--strict-fonts', '不许字体代用 refuse substitutes')
		.addOption(new Option('--pdfa [level]', '存档用 PDF/A（1b、2b）').choices(['1b', '2b']).preset('2b'))
		.option('--cover', '材料汇编加封面 a cover before a packet')
		.option('--booklet', 'A3 骑马订小册子 saddle-stitched A3 booklet')
		.option('--signature <pages>', '小册子每帖面数，默认 60 pages of a signature', count)
		.option('--paper-thickness <mm>', '纸张厚度（毫米），默认 0.1', length)
		.option('--crop-marks', '加裁切线 crop marks')
		.option('--duplex-pad', '末面为单数时补空白面 pad to an even number of pages')
		.option('--serials <range>', '份号，如 1-60 numbers of copies', range)
		.option('--job-sheet <file>', '另存付印单、配页单（PDF）')
		.action(
			verb<Common & Omit<PrintFlags, 'format'>>((session, terminal, options, sources) =>
				print(session, terminal, sources, options, optionsOf(options)),
			),
		);

	common(
		root.command('reject').description('把关：准予付印、发回修改或责成重印 verdict and diff report').argument('<file>'),
		['text', 'json', 'html'],
	)
		.option('--against <source>', '对照文件或 packet.yaml compare with')
		.option('-o, --output <report>', 'REPORT.html')
		.action(
			verb<Common & { against?: string; output?: string }>((session, terminal, options, [file]) =>
				reject(session, terminal, file ?? '', options, optionsOf(options)),
			),
		);

	root
		.command('lsp')
		.description('语言服务 language server')
		.option('--stdio', '标准输入输出', true)
		.action(async () => {
			const { serveStdio } = await import('@bianxu/language-server');
			await serveStdio(createSession(nodeWorld(), nodeAssets()));
		});

	common(root.command('doctor').description('字体、版本、缺什么 fonts, version, what is missing'), [
		'text',
		'json',
	]).action(
		verb<Common>((session, terminal, options) => doctor(session, terminal, options.format, optionsOf(options))),
	);
	return root;
}

/** Flags of the packet commands. */
export interface PacketFlags {
	readonly format: string;
	readonly packet: string;
	readonly output?: string | readonly string[];
	readonly plan?: string;
	readonly dryRun?: boolean;
	readonly back?: boolean;
	readonly reprint?: boolean;
	readonly accept?: readonly string[];
	readonly by?: string;
}

/** Flags of the packet commands about people. */
export interface PeopleFlags {
	readonly format: string;
	readonly packet: string;
	readonly output?: string;
	readonly role?: string;
	readonly by?: string;
	readonly return?: string;
	readonly add?: string;
	readonly remark?: number;
	readonly strike?: boolean;
	readonly id?: string;
	readonly step?: string;
	readonly kind?: string;
	readonly department?: string;
}

/** Flags of the packet commands about paper. */
export interface PaperFlags {
	readonly format: string;
	readonly packet: string;
	readonly output?: string;
	readonly copies?: number;
	readonly serials?: string;
	readonly where?: string;
	readonly binding?: 'loose' | 'stapled' | 'saddle';
	readonly single?: boolean;
	readonly recalled?: boolean;
	readonly print?: string;
	readonly point?: boolean;
}

/** commander throws for help and version too; those end well. */
function configure(command: Command): void {
	command.exitOverride();
	for (const child of command.commands) configure(child);
}

const root = program();
configure(root);
try {
	// The contract writes --fix=all. An option with an optional value would swallow the file name behind a bare --fix.
	await root.parseAsync(process.argv.map((word) => (word === '--fix=all' ? '--fix-all' : word)));
} catch (error) {
	if (!(error instanceof CommanderError)) throw error;
	exitCode = error.exitCode === 0 ? 0 : 2;
}
process.exitCode = exitCode;
