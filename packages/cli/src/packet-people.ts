import {
	acceptLockVerb,
	checkCodeVerb,
	joinPath,
	ledgerVerb,
	type Options,
	report,
	type Session,
	signVerb,
	statusVerb,
	writeSafely,
} from '@bianxu/engine';
import pc from 'picocolors';
import type { PeopleFlags } from './packet-commands.ts';
import { printable, say, type Terminal } from './output.ts';
import { absolute, guarded, showInWorkbook, tell } from './packet.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function written(
	session: Session,
	terminal: Terminal,
	flags: PeopleFlags,
	name: string,
	text: string,
): Promise<void> {
	if (flags.output === undefined) return;
	const output = absolute(terminal, flags.output);
	const isFile = /\.(?:html?|csv)$/i.test(output);
	if (!isFile) await session.world.makeDirectory(output);
	await writeSafely(session.world, isFile ? output : joinPath(output, name), encode(text));
	if (flags.format !== 'json' && !terminal.quiet)
		terminal.print(
			say(terminal, {
				zh: `\n已写出${name.replace(/\.[a-z]+$/, '')}：${printable(flags.output)}`,
				en: `\nWritten: ${printable(flags.output)}`,
			}),
		);
}

/** `bianxu packet status`: one sentence, then the board. Exit 1 while something prevents printing. */
export async function packetStatus(
	session: Session,
	terminal: Terminal,
	flags: PeopleFlags,
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	if (flags.code !== undefined) return checkCode(session, terminal, flags, packet, flags.code);
	const result = await guarded(terminal, flags, packet, () => statusVerb(session, { packet, options }));
	if (result === null) return;
	const { board, head } = result;
	if (flags.format === 'json') terminal.print(report.boardJson(board, head.seal));
	else if (terminal.quiet) terminal.print(say(terminal, board.sentence));
	else
		terminal.print(report.boardText(board, { language: terminal.language, ...(terminal.color ? { paint: pc } : {}) }));
	if (head.seal !== '') tell(terminal, flags, { zh: `\n校验码 ${head.seal}`, en: `\ncode ${head.seal}` });
	await written(session, terminal, flags, '催办单.html', report.urgeHtml(board, head));
	if (!board.ready) terminal.exit(1);
}

/** `packet status --code`: whether the ledgers are those that a slip was printed from. Exit 1 when they are not. */
async function checkCode(
	session: Session,
	terminal: Terminal,
	flags: PeopleFlags,
	packet: string,
	code: string,
): Promise<void> {
	const result = await guarded(terminal, flags, packet, () => checkCodeVerb(session, { packet, code }));
	if (result === null) return;
	const { known, later } = result;
	if (flags.format === 'json') terminal.print(JSON.stringify({ version: 1, known, later }));
	else if (known)
		terminal.print(
			say(terminal, {
				zh: `相符：签审、印制、差错记录就是出这张单子时的那些${later === 0 ? '' : `，此后又登记了${later}次`}。`,
				en: `It agrees: the ledgers are those of the slip${later === 0 ? '' : `, with ${later} entries since`}.`,
			}),
		);
	else
		terminal.print(
			say(terminal, {
				zh: '不符：现在的锁文件里没有这个校验码。出单之后签审、印制记录被改写过，或这张单子不是本次会议的；请以签过字的单子为准，从备份恢复。',
				en: 'It does not agree: the lock has no such code. The ledgers were rewritten since, or the slip is of another packet; restore a copy.',
			}),
		);
	if (!known) terminal.exit(1);
}

/** `bianxu packet sign`: signs papers for a role, or sends them back with the findings. */
export async function packetSign(
	session: Session,
	terminal: Terminal,
	flags: PeopleFlags,
	options: Options,
	ids: readonly string[],
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const role = flags.role ?? '';
	const by = flags.by ?? '';
	const reason = flags.return;
	const result = await guarded(terminal, flags, packet, () =>
		signVerb(session, { packet, options, ids, role, by, ...(reason === undefined ? {} : { returned: reason }) }),
	);
	if (result === null) return;
	const { papers, head } = result;
	if (flags.format === 'json') {
		const signed = papers.map(({ id, roles }) => ({ id, roles }));
		terminal.print(JSON.stringify({ version: 1, signed }));
	} else {
		const names = papers.map(({ id }) => printable(id)).join('、');
		const nothing = { zh: '没有要签的：都已签过。', en: 'Nothing to sign: all are signed already.' };
		const done =
			reason === undefined
				? {
						zh: `${printable(role)}${printable(by)}已签${papers.length}份：${names}`,
						en: `${papers.length} signed: ${names}`,
					}
				: {
						zh: `${printable(role)}${printable(by)}退回${papers.length}份：${names}`,
						en: `${papers.length} sent back: ${names}`,
					};
		terminal.print(say(terminal, papers.length === 0 ? nothing : done));
	}
	await showInWorkbook(session, terminal, { format: flags.format, packet: flags.packet }, packet);
	if (reason !== undefined)
		await written(session, terminal, flags, '退稿单.html', report.returnHtml(papers, reason, { role, name: by }, head));
}

/** `bianxu packet ledger`: shows the error ledger, adds to it, corrects it, writes it as CSV. */
export async function packetLedger(
	session: Session,
	terminal: Terminal,
	flags: PeopleFlags,
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const { add, by, id, step, kind, department, remark, strike } = flags;
	const result = await guarded(terminal, flags, packet, () =>
		ledgerVerb(session, {
			packet,
			options,
			...(add === undefined ? {} : { text: add }),
			...(by === undefined ? {} : { by }),
			...(id === undefined ? {} : { id }),
			...(step === undefined ? {} : { step }),
			...(kind === undefined ? {} : { kind }),
			...(department === undefined ? {} : { department }),
			...(remark === undefined ? {} : { no: remark }),
			...(strike === undefined ? {} : { strike }),
		}),
	);
	if (result === null) return;
	if (flags.format === 'json') terminal.print(report.ledgerJson(result.faults));
	else terminal.print(report.ledgerText(result.faults, terminal.language));
	await written(session, terminal, flags, '差错台账.csv', report.ledgerCsv(result.faults));
}

/** `bianxu packet recover --accept-lock`: takes a lock file that was edited as it is. */
export async function packetAcceptLock(
	session: Session,
	terminal: Terminal,
	flags: { readonly packet: string; readonly format: string; readonly by?: string },
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const result = await guarded(terminal, flags, packet, () =>
		acceptLockVerb(session, { packet, options, by: flags.by ?? '' }),
	);
	if (result === null) return;
	if (flags.format === 'json') terminal.print(JSON.stringify({ version: 1, accepted: true }));
	else
		terminal.print(
			say(terminal, {
				zh: '已按现有内容照用锁文件并重新加校验码，记入差错台账。',
				en: 'The lock is taken as it is and sealed again; the error ledger keeps it.',
			}),
		);
}
