import { createSession } from '@bianxu/engine';
import type { TemplateId } from '@bianxu/model';
import { Command, CommanderError, Option } from 'commander';
import { doctor } from './doctor.ts';
import { dump, type DumpFlags, explain, listRules, newFile } from './inspect.ts';
import { lint, type LintFormat, type LintRequest, lintWatching } from './lint.ts';
import { nodeAssets } from './node-assets.ts';
import { nodeWorld } from './node-world.ts';
import { type LifeFlags, packetCarry, packetFreeze, packetInit } from './packet-life.ts';
import { packetApply, packetPlan, packetPlanWatching, packetRecover, packetUndo } from './packet.ts';
import { addPaperCommands } from './packet-commands.ts';
import { packetAcceptLock } from './packet-people.ts';
import { print, type PrintFlags } from './print.ts';
import { type LearnFlags, profileLearn, profileShow } from './profile.ts';
import { reject, type RejectFlags } from './reject.ts';
import { rulePages } from './rule-pages.ts';
import { VERSION } from './version.ts';
import { common, count, languageOf, length, range, several, speak, usageLine } from './usage.ts';
import { type Common, exitCodeSoFar, optionsOf, verb } from './verb.ts';

const TEMPLATES = ['work-report', 'duty-report', 'appointment', 'base'];

function program(): Command {
	const root = new Command('bianxu')
		.description(
			'编序：会议材料的检查、统一编序与印制。全部在本机完成，不联网。\nLint, renumber and print meeting materials, offline.',
		)
		.version(VERSION, '-V, --version', '版本 version')
		.helpOption('-h, --help', '帮助 help');
	speak(root, languageOf(process.argv));

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
		.option('--previous <file>', '往年材料：重复的段落提示 earlier paper', several, [])
		.option('--cache', '没有改动的文件用上次的结果 reuse results of unchanged files')
		.option('--watch', '文件改动后重新检查 check again on change')
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
					cache?: boolean;
					previous: readonly string[];
					watch?: boolean;
				}
			>(async (session, terminal, options, files) => {
				const request: LintRequest = {
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
					cache: options.cache === true,
					previous: options.previous,
				};
				if (options.watch === true) await lintWatching(session, terminal, request);
				else await lint(session, terminal, request);
			}),
		);

	common(root.command('dump').description('看程序读到了什么 what the reader sees').argument('<file>'), ['json', 'svg'])
		.addOption(new Option('--stage <stage>', '阶段 stage').choices(['doc', 'outline', 'frames']).default('doc'))
		.option('--page <n>', '第几面（--format svg）page', count, 1)
		.action(
			verb<Common & DumpFlags>((session, terminal, options, [file]) =>
				dump(session, terminal, file ?? '', options, optionsOf(options)),
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
	const packetOption = (): Option =>
		new Option('--packet <file>', 'packet.yaml，或 一览表.xlsx、.csv').default('packet.yaml');
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
		.option('--no-cache', '全部重读，不用也不留 .bianxu/cache read everything')
		.option('--watch', '清单或材料每次保存后重新推算 plan again on every save')
		.option('--accept <place...>', '签认一处：ID@段:起[=文本]')
		.option('--by <name>', '签认人')
		.action(
			verb<Common & PacketFlags>((session, terminal, options) =>
				(options.watch === true ? packetPlanWatching : packetPlan)(session, terminal, options, optionsOf(options)),
			),
		);
	common(packet.command('apply').description('执行改号：全成或全不成 all files or none'), ['text', 'json'])
		.addOption(packetOption())
		.option('--plan <plan>', '执行保存的方案 a kept plan')
		.option('-o, --output <folder>', '写到新文件夹 write a new folder')
		.option('--track', '与 -o 同用：只写修订稿供部门核对 tracked copies for the departments')
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

	addPaperCommands(packet, packetOption);

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
		.option('--mirror', '双数面订口在右，正反面版心重合 mirrored margins')
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
		.option('--accept <finding...>', '签认一条警告：规则[@页][=理由] sign for a warning')
		.option('--by <name>', '签认人')
		.action(
			verb<Common & Omit<RejectFlags, 'format'>>((session, terminal, options, [file]) =>
				reject(session, terminal, file ?? '', options, optionsOf(options)),
			),
		);

	root
		.command('lsp')
		.description('语言服务 language server')
		.option('--stdio', '标准输入输出', true)
		.action(async () => {
			const { serveStdio } = await import('@bianxu/language-server');
			await serveStdio(createSession(nodeWorld(), nodeAssets()), rulePages());
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
	readonly track?: boolean;
	readonly reprint?: boolean;
	readonly cache?: boolean;
	readonly watch?: boolean;
	readonly accept?: readonly string[];
	readonly by?: string;
}

/** commander throws for help and version too; those end well. */
function configure(command: Command): void {
	command.exitOverride();
	for (const child of command.commands) configure(child);
}

async function main(): Promise<void> {
	// `… | head` closes the pipe: what is left to say has nobody to hear it.
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		process.exit();
	});
	const root = program();
	configure(root);
	let usageFault = false;
	try {
		// The contract writes --fix=all. An option with an optional value would swallow the file name behind a bare --fix.
		await root.parseAsync(process.argv.map((word) => (word === '--fix=all' ? '--fix-all' : word)));
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		usageFault = error.exitCode !== 0;
		// Help that was not asked for (a command without its subcommand) has said everything.
		if (usageFault && error.code !== 'commander.help')
			process.stderr.write(`${usageLine(error, languageOf(process.argv))}\n`);
	}
	process.exitCode = usageFault ? 2 : exitCodeSoFar();
}

void main();
