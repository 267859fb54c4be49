import {
	exportVerb,
	joinPath,
	type Options,
	recordPrintVerb,
	report,
	reprintVerb,
	type Session,
	writeSafely,
} from '@bianxu/engine';
import { shownPath } from './files.ts';
import type { PaperFlags } from './packet-commands.ts';
import { printable, say, type Terminal } from './output.ts';
import { absolute, guarded, showInWorkbook, tell } from './packet.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `bianxu packet record-print`: writes a batch into the print ledger, or that a batch was collected. */
export async function packetRecordPrint(
	session: Session,
	terminal: Terminal,
	flags: PaperFlags,
	options: Options,
	ids: readonly string[],
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const { copies, serials, where, binding, single, recalled, changed, sheet } = flags;
	const result = await guarded(terminal, flags, packet, () =>
		recordPrintVerb(session, {
			packet,
			options,
			ids,
			...(copies === undefined ? {} : { copies }),
			...(serials === undefined ? {} : { serials }),
			...(where === undefined ? {} : { where }),
			...(binding === undefined ? {} : { binding }),
			...(single === undefined ? {} : { single }),
			...(recalled === undefined ? {} : { recalled }),
			...(changed === undefined ? {} : { changed }),
			...(sheet === undefined ? {} : { sheet }),
		}),
	);
	if (result === null) return;
	for (const { message } of result.problems)
		terminal.complain(`${printable(shownPath(packet, terminal.cwd))}: ${printable(say(terminal, message))}`);
	await showInWorkbook(session, terminal, flags, packet);
	if (flags.format === 'json') {
		const prints = result.records.map(({ sides, ...record }) => ({ ...record, pages: sides.length }));
		terminal.print(JSON.stringify({ version: 1, prints }));
		return;
	}
	if (result.records.length === 0) {
		terminal.print(
			sheet === true
				? say(terminal, { zh: '「印制」表与台账一致，没有要登记的。', en: 'The sheet says what the ledger says.' })
				: say(terminal, { zh: '与上次付印都一样，没有要登记的。', en: 'All is as recorded; nothing to record.' }),
		);
		return;
	}
	const total = result.records.reduce((sum, record) => sum + record.copies, 0);
	const papers = result.records.length;
	terminal.print(
		recalled === true
			? say(terminal, {
					zh: `已登记收回：${papers}批，${total}份。`,
					en: `Collected: ${papers} batches, ${total} copies.`,
				})
			: say(terminal, {
					zh: `已登记付印：${papers}份材料，共${total}份${where === undefined ? '' : `，发${printable(where)}`}。`,
					en: `Recorded: ${papers} papers, ${total} copies${where === undefined ? '' : `, to ${printable(where)}`}.`,
				}),
	);
}

/** `bianxu packet reprint`: the list by department; with `-o` the sheets to print and the papers that go with them. */
export async function packetReprint(
	session: Session,
	terminal: Terminal,
	flags: PaperFlags,
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const { print, single, point } = flags;
	const result = await guarded(terminal, flags, packet, () =>
		reprintVerb(session, {
			packet,
			options,
			...(print === undefined ? {} : { print: absolute(terminal, print) }),
			...(single === undefined ? {} : { single }),
			...(point === undefined ? {} : { point }),
			paint: flags.output !== undefined,
		}),
	);
	if (result === null) return;
	const files: (readonly [string, Uint8Array])[] = [];
	if (flags.output !== undefined) {
		const folder = absolute(terminal, flags.output);
		if (result.update !== null) files.push(['更新页.pdf', result.update]);
		if (result.order !== null) files.push(['付印单.pdf', result.order]);
		files.push(['抽换单.html', encode(report.exchangeHtml(result.result, result.head))]);
		files.push(['收回清单.html', encode(report.recallHtml(result.result, result.head))]);
		files.push(['现行页清单.html', encode(report.liveHtml(result.result, result.head))]);
		await session.world.makeDirectory(folder);
		for (const [name, bytes] of files) await writeSafely(session.world, joinPath(folder, name), bytes);
	}
	const names = files.map(([name]) => name);
	if (flags.format === 'json') terminal.print(report.reprintJson(result.result, names));
	else {
		terminal.print(report.reprintText(result.result, terminal.language));
		if (result.informal && result.update !== null)
			tell(terminal, flags, { zh: '更新页用了代用字体（非正式）。', en: 'The update is informal: substitute fonts.' });
		if (flags.output !== undefined)
			tell(terminal, flags, {
				zh: `\n已写到 ${printable(flags.output)}：${names.join('、')}`,
				en: `\nWritten to ${printable(flags.output)}: ${names.join(', ')}`,
			});
	}
}

/** `bianxu packet export`: OParl-shaped JSON and a folder per item, or the packet as a workbook. */
export async function packetExport(
	session: Session,
	terminal: Terminal,
	flags: PaperFlags & { readonly output: string },
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const output = absolute(terminal, flags.output);
	const result = await guarded(terminal, flags, packet, () => exportVerb(session, { packet, options, output }));
	if (result === null) return;
	const { files } = result;
	if (flags.format === 'json') {
		terminal.print(JSON.stringify({ version: 1, files }));
		return;
	}
	const of = (change: string): number => files.filter((each) => each.change === change).length;
	const shown = printable(shownPath(output, terminal.cwd));
	terminal.print(
		say(terminal, {
			zh: `已导出到 ${shown}：新增${of('added')}，替换${of('replaced')}，改名${of('renamed')}，撤下${of('removed')}，不变${of('same')}。`,
			en: `Exported to ${shown}: ${of('added')} added, ${of('replaced')} replaced, ${of('renamed')} renamed, ${of('removed')} removed, ${of('same')} the same.`,
		}),
	);
}
