import { carryVerb, freezeVerb, initVerb, type Options, type Session } from '@bianxu/engine';
import { shownPath } from './files.ts';
import type { PacketFlags } from './main.ts';
import { printable, say, type Terminal } from './output.ts';
import { absolute, guarded } from './packet.ts';

/** Flags of the commands of a packet's life. */
export interface LifeFlags extends PacketFlags {
	readonly state?: 'printed' | 'distributed';
}

/** `bianxu packet init`: a packet.yaml proposed from the papers of the folder. */
export async function packetInit(
	session: Session,
	terminal: Terminal,
	flags: PacketFlags,
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const dryRun = flags.dryRun === true;
	const result = await guarded(terminal, flags, packet, () => initVerb(session, { packet, options, dryRun }));
	if (result === null) return;
	for (const { path, reason } of result.skipped)
		terminal.complain(`${printable(path)}: ${printable(say(terminal, reason))}`);
	if (flags.format === 'json') {
		const { materials, unnumbered, manifest } = result;
		terminal.print(JSON.stringify({ version: 1, materials, unnumbered, manifest }));
		return;
	}
	const shown = printable(shownPath(packet, terminal.cwd));
	if (dryRun) terminal.print(result.manifest);
	else
		terminal.print(
			say(terminal, {
				zh: `已拟出 ${shown}：${result.materials}份材料、${result.unnumbered}份无号文件。请核对会议信息和议题，再运行 bianxu packet plan。`,
				en: `${shown} is proposed: ${result.materials} materials, ${result.unnumbered} unnumbered papers. Review it, then run bianxu packet plan.`,
			}),
		);
}

/** `bianxu packet freeze`: numbers of printed or distributed papers stay from now on. */
export async function packetFreeze(
	session: Session,
	terminal: Terminal,
	flags: LifeFlags,
	options: Options,
	ids: readonly string[],
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const state = flags.state ?? 'distributed';
	const dryRun = flags.dryRun === true;
	const result = await guarded(terminal, flags, packet, () =>
		freezeVerb(session, { packet, options, ids, state, dryRun }),
	);
	if (result === null) return;
	if (flags.format === 'json') {
		terminal.print(JSON.stringify({ version: 1, state: result.state, materials: result.ids }));
		return;
	}
	const words = state === 'printed' ? { zh: '付印', en: 'printed' } : { zh: '已发', en: 'distributed' };
	const count = result.ids.length;
	const trial = dryRun ? { zh: '演示，什么也没有写：', en: 'Dry run, nothing was written: ' } : { zh: '', en: '' };
	terminal.print(
		say(terminal, {
			zh:
				count === 0
					? `${trial.zh}没有需要记为「${words.zh}」的材料，都已经是了。`
					: `${trial.zh}${count}份材料记为「${words.zh}」：${result.ids.join('、')}。以后增加的走补号，撤回的留墓碑，移动的不改号。`,
			en:
				count === 0
					? `${trial.en}nothing to record: all are ${words.en} already.`
					: `${trial.en}${count} materials are ${words.en}: ${result.ids.join(', ')}. Their numbers stay from now on.`,
		}),
	);
}

/** `bianxu packet carry`: items moved to the next session, as its packet. */
export async function packetCarry(
	session: Session,
	terminal: Terminal,
	flags: PacketFlags,
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const output = absolute(terminal, String(flags.output));
	const dryRun = flags.dryRun === true;
	const result = await guarded(terminal, flags, packet, () => carryVerb(session, { packet, options, output, dryRun }));
	if (result === null) return;
	if (flags.format === 'json') {
		const { ids, files, manifest } = result;
		terminal.print(JSON.stringify({ version: 1, materials: ids, files, manifest }));
		return;
	}
	const shown = printable(shownPath(output, terminal.cwd));
	if (dryRun) {
		terminal.print(result.manifest);
		return;
	}
	terminal.print(
		say(terminal, {
			zh: `${result.ids.length}份材料移交到 ${shown}，标识不变，编号在下次会议重新给。请在那里补会期、加其余议题，再 plan。`,
			en: `${result.ids.length} materials are carried over to ${shown} under the same ids; they are numbered there.`,
		}),
	);
}
