import { createSession, rehearsalOf, type Session } from '@bianxu/engine';
import { type Command, Option } from 'commander';
import type { Terminal } from './output.ts';
import { tell } from './packet.ts';
import { packetExport, packetRecordPrint, packetReprint } from './packet-paper.ts';
import { packetLedger, packetSign, packetStatus } from './packet-people.ts';
import { common, count } from './usage.ts';
import { type Common, optionsOf, verb } from './verb.ts';

/** Flags of the packet commands about people. */
export interface PeopleFlags {
	readonly format: string;
	readonly packet: string;
	readonly dryRun?: boolean;
	readonly output?: string;
	readonly role?: string;
	readonly by?: string;
	readonly return?: string;
	readonly add?: string;
	readonly code?: string;
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
	readonly dryRun?: boolean;
	readonly output?: string;
	readonly copies?: number;
	readonly serials?: string;
	readonly where?: string;
	readonly binding?: 'loose' | 'stapled' | 'saddle';
	readonly single?: boolean;
	readonly recalled?: boolean;
	readonly changed?: boolean;
	readonly sheet?: boolean;
	readonly print?: string;
	readonly point?: boolean;
}

/** With `--dry-run` a session that writes nothing, said before the verb says what it did. */
function rehearsed(session: Session, terminal: Terminal, flags: PeopleFlags | PaperFlags): Session {
	if (flags.dryRun !== true) return session;
	tell(terminal, flags, { zh: '演示，什么也没有写：', en: 'Dry run, nothing is written:' });
	return createSession(rehearsalOf(session.world), session.assets);
}

/** The commands of paper and people: status, sign, ledger, record-print, reprint, export. */
export function addPaperCommands(packet: Command, packetOption: () => Option): void {
	common(packet.command('status').description('今晚能不能付印，差什么，在谁手里 the board'), ['text', 'json'])
		.addOption(packetOption())
		.option('-o, --output <place>', '写出催办单（文件夹或 .html）')
		.option('--code <code>', '核对单子上的校验码 check the code of a slip')
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
		.option('--dry-run', '只演示 only show')
		.action(
			verb<Common & PeopleFlags>((session, terminal, options, ids) =>
				packetSign(rehearsed(session, terminal, options), terminal, options, optionsOf(options), ids),
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
		.option('--dry-run', '只演示 only show')
		.action(
			verb<Common & PeopleFlags>((session, terminal, options) =>
				packetLedger(rehearsed(session, terminal, options), terminal, options, optionsOf(options)),
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
		.option('--changed', '只登记与上次付印不同的（换页之后）only what was printed anew')
		.option('--sheet', '按一览表「印制」表里人填的行登记 what the sheet 印制 says')
		.option('--dry-run', '只演示 only show')
		.action(
			verb<Common & PaperFlags>((session, terminal, options, ids) =>
				packetRecordPrint(rehearsed(session, terminal, options), terminal, options, optionsOf(options), ids),
			),
		);
	common(packet.command('reprint').description('按张算重印：更新页、抽换单 what to print again'), ['text', 'json'])
		.addOption(packetOption())
		.option('--print <pdf>', '当时付印的 PDF the PDF that went to print')
		.option('--point', '溢页用点页（6-1）point pages')
		.option('--single', '单面 one side')
		.option('-o, --output <folder>', '更新页、付印单、抽换单等写到此文件夹')
		.option('--dry-run', '只演示 only show')
		.action(
			verb<Common & PaperFlags>((session, terminal, options) =>
				packetReprint(rehearsed(session, terminal, options), terminal, options, optionsOf(options)),
			),
		);
	common(packet.command('export').description('导出：OParl 数据、按议题分夹；或 .xlsx、.csv 一览表 export'), [
		'text',
		'json',
	])
		.addOption(packetOption())
		.requiredOption('-o, --output <place>', '文件夹，或 一览表.xlsx、.csv')
		.option('--dry-run', '只演示 only show')
		.action(
			verb<Common & PaperFlags & { output: string }>((session, terminal, options) =>
				packetExport(rehearsed(session, terminal, options), terminal, options, optionsOf(options)),
			),
		);
}
