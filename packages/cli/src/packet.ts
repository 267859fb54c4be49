import { resolve, sep } from 'node:path';
import {
	applyVerb,
	type Options,
	type PacketRefused,
	type PaperFindings,
	planVerb,
	recoverVerb,
	report,
	type Session,
	undoVerb,
	writeSafely,
} from '@bianxu/engine';
import type { Bilingual, Plan } from '@bianxu/model';
import pc from 'picocolors';
import { shownPath } from './files.ts';
import type { PacketFlags } from './main.ts';
import { explainSystemError, printable, say, type Terminal } from './output.ts';

/** Absolute path with '/', as the engine has it. */
function absolute(terminal: Terminal, path: string): string {
	return resolve(terminal.cwd, path).split(sep).join('/');
}

/** Says why the input was refused, one line each beginning with the packet's path, and ends with 2. */
function complain(terminal: Terminal, flags: PacketFlags, path: string, refused: PacketRefused['refused']): void {
	const shown = printable(shownPath(path, terminal.cwd));
	for (const { message } of refused) terminal.complain(`${shown}: ${printable(say(terminal, message))}`);
	// A program that reads the output gets a complete answer also now.
	if (flags.format === 'json') {
		const problems = refused.map(({ code, message }) => ({ code, message: message[terminal.language] }));
		terminal.print(JSON.stringify({ version: 1, refused: problems }));
	}
	terminal.exit(2);
}

/** Runs one packet verb; a manifest that cannot be read is a refusal like any other. */
async function guarded<T extends { readonly refused?: undefined }>(
	terminal: Terminal,
	flags: PacketFlags,
	path: string,
	run: () => Promise<T | PacketRefused>,
): Promise<T | null> {
	let result: T | PacketRefused;
	try {
		result = await run();
	} catch (error) {
		complain(terminal, flags, path, [{ code: 'system', message: explainSystemError(error) }]);
		return null;
	}
	if (result.refused === undefined) return result;
	complain(terminal, flags, path, result.refused);
	return null;
}

function showPlan(terminal: Terminal, flags: PacketFlags, plan: Plan): void {
	if (flags.format === 'json') terminal.print(report.planJson(plan));
	else
		terminal.print(
			report.planText(
				plan,
				terminal.color ? { language: terminal.language, paint: pc } : { language: terminal.language },
			),
		);
}

/** A line for people only: nothing of it under --format json or --quiet. */
function tell(terminal: Terminal, flags: PacketFlags, message: Bilingual): void {
	if (flags.format !== 'json' && !terminal.quiet) terminal.print(say(terminal, message));
}

function blockedHint(plan: Plan): Bilingual {
	const open = plan.references.find(
		({ status, accepted }) =>
			accepted === undefined && (status === 'dangling' || status === 'mismatch' || status === 'ambiguous'),
	);
	if (open === undefined) {
		return {
			zh: '\n请先排除以上阻断，再运行 bianxu packet plan。',
			en: '\nRemove what blocks and run bianxu packet plan again.',
		};
	}
	const place = `${open.in}@${open.block}:${open.start}`;
	return {
		zh: `\n有引用须人工处理：改好原文后重新 plan；或逐处签认，例如 --accept ${place} --by 姓名（照方案写），--accept "${place}=改成的文字" --by 姓名。`,
		en: `\nSome references need a person: correct the text and plan again, or sign off each place: --accept ${place} --by NAME, or --accept "${place}=TEXT" --by NAME.`,
	};
}

/** `bianxu packet plan`: what a change of agenda does. Exit 1 when it is blocked. */
export async function packetPlan(
	session: Session,
	terminal: Terminal,
	flags: PacketFlags,
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const result = await guarded(terminal, flags, packet, () => planVerb(session, requestOf(packet, flags, options)));
	if (result === null) return;
	for (const { message } of result.problems)
		terminal.complain(`${printable(shownPath(packet, terminal.cwd))}: ${printable(say(terminal, message))}`);
	showPlan(terminal, flags, result.plan);
	if (flags.format !== 'json' && result.findings.length > 0) showFindings(terminal, result.findings);
	if (flags.output !== undefined) {
		const output = absolute(terminal, flags.output);
		await writeSafely(session.world, output, new TextEncoder().encode(result.kept));
		tell(terminal, flags, {
			zh: `\n方案已保存：${printable(shownPath(output, terminal.cwd))}。核对后执行：bianxu packet apply --plan ${printable(flags.output)}`,
			en: `\nThe plan is kept in ${printable(shownPath(output, terminal.cwd))}; carry it out with bianxu packet apply --plan ${printable(flags.output)}`,
		});
	}
	if (result.plan.blocked) {
		tell(terminal, flags, blockedHint(result.plan));
		terminal.exit(1);
	}
}

/** What does not agree across the packet, as `lint` shows findings; papers by the path of the manifest. */
function showFindings(terminal: Terminal, findings: readonly PaperFindings[]): void {
	const results = findings.map(({ path, diagnostics }) => ({
		path,
		template: null,
		problems: [],
		unchecked: [],
		diagnostics,
		fixed: 0,
		refused: null,
	}));
	terminal.print(say(terminal, { zh: '\n各份材料之间不一致的地方', en: '\nWhat does not agree across the packet' }));
	terminal.print(
		report.lintText(results, {
			language: terminal.language,
			quiet: terminal.quiet,
			...(terminal.color ? { paint: pc } : {}),
		}),
	);
}

function requestOf(
	packet: string,
	flags: PacketFlags,
	options: Options,
): { readonly packet: string; readonly options: Options; readonly accepts: readonly string[]; readonly by?: string } {
	return { packet, options, accepts: flags.accept ?? [], ...(flags.by === undefined ? {} : { by: flags.by }) };
}

/** `bianxu packet apply`: carries the plan out, every file or none. Exit 1 when the plan is blocked; nothing is then written. */
export async function packetApply(
	session: Session,
	terminal: Terminal,
	flags: PacketFlags,
	options: Options,
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const output = flags.output === undefined ? null : absolute(terminal, flags.output);
	const result = await guarded(terminal, flags, packet, async () => {
		const kept = flags.plan === undefined ? null : await session.world.readFile(absolute(terminal, flags.plan));
		return applyVerb(session, {
			...requestOf(packet, flags, options),
			...(kept === null ? {} : { kept }),
			...(output === null ? {} : { output }),
			dryRun: flags.dryRun === true,
		});
	});
	if (result === null) return;
	const { plan, paths } = result;
	if (flags.format === 'json' || plan.blocked || flags.dryRun === true) showPlan(terminal, flags, plan);
	else terminal.print(report.planSentence(plan, terminal.language));
	if (plan.blocked) {
		tell(terminal, flags, blockedHint(plan));
		terminal.exit(1);
		return;
	}
	const count = paths.length;
	if (flags.dryRun === true) {
		tell(terminal, flags, {
			zh: `\n演示：将写${count}个文件，现在什么也没有写。`,
			en: `\nDry run: ${count} files would be written; nothing was.`,
		});
	} else if (output !== null) {
		const shown = printable(shownPath(output, terminal.cwd));
		tell(terminal, flags, {
			zh: `已写到新文件夹 ${shown}，原文件未动。`,
			en: `Written to the new folder ${shown}; the originals were left alone.`,
		});
	} else if (count === 0) {
		tell(terminal, flags, {
			zh: '编号与引用都已一致，没有文件需要改。',
			en: 'Numbers and references agree already; no file was changed.',
		});
	} else {
		tell(terminal, flags, {
			zh: `已改${count}个文件。要撤回：bianxu packet undo`,
			en: `${count} files were changed. To take it back: bianxu packet undo`,
		});
	}
}

/** `bianxu packet undo`: takes the last apply back. */
export async function packetUndo(session: Session, terminal: Terminal, flags: PacketFlags): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const result = await guarded(terminal, flags, packet, () => undoVerb(session, { packet }));
	if (result === null) return;
	if (flags.format === 'json') terminal.print(JSON.stringify({ version: 1, restored: result.paths }));
	else
		terminal.print(
			say(terminal, {
				zh: `已撤回${result.on}的改号，还原${result.paths.length}个文件。`,
				en: `The renumbering of ${result.on} was taken back; ${result.paths.length} files were restored.`,
			}),
		);
}

/** `bianxu packet recover`: ends an interrupted apply or undo. */
export async function packetRecover(session: Session, terminal: Terminal, flags: PacketFlags): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const result = await guarded(terminal, flags, packet, () => recoverVerb(session, { packet }));
	if (result === null) return;
	if (flags.format === 'json') {
		terminal.print(JSON.stringify({ version: 1, outcome: result.outcome, files: result.paths }));
		return;
	}
	const words: Readonly<Record<typeof result.outcome, Bilingual>> = {
		nothing: { zh: '没有中断的改号，不需要恢复。', en: 'No interrupted renumbering; nothing to recover.' },
		finished: {
			zh: `已把中断的改号做完（${result.paths.length}个文件）。`,
			en: `The interrupted renumbering was finished (${result.paths.length} files).`,
		},
		'rolled-back': {
			zh: '已放弃中断的改号，全部文件是原来的内容。',
			en: 'The interrupted renumbering was dropped; all files are as they were.',
		},
	};
	terminal.print(say(terminal, words[result.outcome]));
}
