import { dirname, resolve, sep } from 'node:path';
import {
	applyVerb,
	DOCUMENT_EXTENSIONS,
	type Options,
	type PacketRefused,
	type PaperFindings,
	type PlanFile,
	planFiles,
	planVerb,
	recoverVerb,
	refreshWorkbook,
	reprintPlanned,
	report,
	type Session,
	undoVerb,
	writeSafely,
} from '@bianxu/engine';
import type { Bilingual, Plan } from '@bianxu/model';
import pc from 'picocolors';
import { shownPath } from './files.ts';
import type { PacketFlags } from './main.ts';
import { openReadings, type ReadingCache } from './result-cache.ts';
import { explainSystemError, printable, say, type Terminal } from './output.ts';
import { watchInputs } from './watch.ts';

/** Absolute path with '/', as the engine has it. */
export function absolute(terminal: Terminal, path: string): string {
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
export async function guarded<T extends { readonly refused?: undefined }>(
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

/** The plan in the wanted format; `more` are lines for people that stand before the departments to call. */
function showPlan(terminal: Terminal, flags: PacketFlags, plan: Plan, more: readonly string[] = []): void {
	const { language, quiet } = terminal;
	if (flags.format === 'json') terminal.print(report.planJson(plan));
	else
		terminal.print(
			report.planText(plan, { language, ...(terminal.color ? { paint: pc } : {}), ...(quiet ? {} : { more }) }),
		);
}

/** A line for people only: nothing of it under --format json or --quiet. */
export function tell(terminal: Terminal, flags: PacketFlags, message: Bilingual): void {
	if (flags.format !== 'json' && !terminal.quiet) terminal.print(say(terminal, message));
}

function blockedHint(plan: Plan): Bilingual {
	const open = plan.references.find(
		({ status, accepted }) =>
			accepted === undefined && (status === 'dangling' || status === 'mismatch' || status === 'ambiguous'),
	);
	if (open === undefined) {
		return {
			zh: '请先排除以上阻断，再运行 bianxu packet plan。',
			en: 'Remove what blocks and run bianxu packet plan again.',
		};
	}
	const place = `${open.in}@${open.block}:${open.start}`;
	return {
		zh: `有引用须人工处理：改好原文后重新 plan；或逐处签认，例如 --accept ${place} --by 姓名（照方案写），--accept "${place}=改成的文字" --by 姓名。`,
		en: `Some references need a person: correct the text and plan again, or sign off each place: --accept ${place} --by NAME, or --accept "${place}=TEXT" --by NAME.`,
	};
}

/** `bianxu packet plan`: what a change of agenda does. Exit 1 when it is blocked. */
export async function packetPlan(
	session: Session,
	terminal: Terminal,
	flags: PacketFlags,
	options: Options,
	readings: ReadingCache | null = readingsOf(terminal, flags),
): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	// Only people are told what does not agree across the packet.
	const findings = flags.format === 'text' && !terminal.quiet;
	const result = await guarded(terminal, flags, packet, () =>
		planVerb(session, { ...requestOf(packet, flags, options), findings, readings }),
	);
	if (result === null) return;
	await readings?.save();
	for (const { message } of result.problems)
		terminal.complain(`${printable(shownPath(packet, terminal.cwd))}: ${printable(say(terminal, message))}`);
	const more: string[] = [];
	const measured = flags.reprint === true ? await reprintPlanned(session, packet, options, result.plan) : null;
	const shown = measured?.plan ?? result.plan;
	for (const { message } of measured?.problems ?? [])
		terminal.complain(`${printable(shownPath(packet, terminal.cwd))}: ${printable(say(terminal, message))}`);
	if (measured !== null && measured.papers.length > 0) {
		const { papers, contents, repaged } = measured;
		more.push(report.reprintText({ papers, contents, repaged, unchanged: [], unprinted: [] }, terminal.language));
	}
	if (findings) {
		const found = await result.findings();
		if (found.length > 0) more.push(...findingLines(terminal, found));
	}
	for (const output of outputsOf(flags)) {
		for (const file of await planFiles(session, result, shown, absolute(terminal, output), terminal.language)) {
			await writeSafely(session.world, file.path, file.bytes);
			more.push(say(terminal, writtenWords(file, printable(shownPath(file.path, terminal.cwd)))));
		}
	}
	if (result.plan.blocked) {
		more.push(say(terminal, blockedHint(result.plan)));
		terminal.exit(1);
	}
	if (flags.format === 'html')
		terminal.print(report.sheetHtml(report.planSheet(shown, terminal.language, result.head), terminal.language));
	else showPlan(terminal, flags, shown, more);
}

/**
 * `bianxu packet plan --watch`: plans again whenever the list, the lock or a paper is saved, reading only what changed.
 * Writes nothing but what it keeps of the papers.
 */
export async function packetPlanWatching(
	session: Session,
	terminal: Terminal,
	flags: PacketFlags,
	options: Options,
): Promise<void> {
	if (outputsOf(flags).length > 0) {
		terminal.complain(
			say(terminal, {
				zh: '--watch 只显示方案，不能与 -o 同用',
				en: '--watch only shows the plan; it does not go with -o',
			}),
		);
		terminal.exit(2);
		return;
	}
	const folder = dirname(absolute(terminal, flags.packet));
	const readings = readingsOf(terminal, flags);
	await watchInputs([folder], [...DOCUMENT_EXTENSIONS, ...LIST_EXTENSIONS], terminal.cwd, () =>
		packetPlan(session, terminal, flags, options, readings),
	);
}

/** What earlier plans kept of the packet's papers; null where nothing is to be kept. */
function readingsOf(terminal: Terminal, flags: PacketFlags): ReadingCache | null {
	return flags.cache === false ? null : openReadings(dirname(absolute(terminal, flags.packet)));
}

/** Files in which the list of materials and the lock stand. */
const LIST_EXTENSIONS = ['.yaml', '.xlsx', '.csv'];

function outputsOf({ output }: PacketFlags): readonly string[] {
	return output === undefined ? [] : typeof output === 'string' ? [output] : output;
}

function writtenWords({ what }: PlanFile, shown: string): Bilingual {
	switch (what) {
		case 'kept':
			return {
				zh: `方案已保存：${shown}。核对后执行：bianxu packet apply --plan ${shown}`,
				en: `The plan is kept in ${shown}; carry it out with bianxu packet apply --plan ${shown}`,
			};
		case 'plan':
			return { zh: `改号对照表：${shown}`, en: `The plan for people: ${shown}` };
		case 'host':
			return { zh: `主持词差异单：${shown}`, en: `Changes in the host script: ${shown}` };
	}
}

/** What does not agree across the packet, as `lint` shows findings; papers by the path of the manifest. */
function findingLines(terminal: Terminal, findings: readonly PaperFindings[]): readonly string[] {
	const results = findings.map(({ path, diagnostics }) => ({
		path,
		template: null,
		problems: [],
		unchecked: [],
		diagnostics,
		fixed: 0,
		refused: null,
	}));
	return [
		say(terminal, { zh: '各份材料之间不一致的地方', en: 'What does not agree across the packet' }),
		report.lintText(results, {
			language: terminal.language,
			quiet: terminal.quiet,
			...(terminal.color ? { paint: pc } : {}),
		}),
	];
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
	const [folder] = outputsOf(flags);
	const output = folder === undefined ? null : absolute(terminal, folder);
	const result = await guarded(terminal, flags, packet, async () => {
		const kept = flags.plan === undefined ? null : await session.world.readFile(absolute(terminal, flags.plan));
		return applyVerb(session, {
			...requestOf(packet, flags, options),
			...(kept === null ? {} : { kept }),
			...(output === null ? {} : { output }),
			dryRun: flags.dryRun === true,
			track: flags.track === true,
			compare: flags.format === 'json' || flags.dryRun === true,
			// A plan that somebody approved is worked out again from the papers themselves.
			readings: kept === null ? openReadings(dirname(packet)) : null,
		});
	});
	if (result === null) return;
	const { plan, paths } = result;
	if (plan.blocked) {
		showPlan(terminal, flags, plan, [say(terminal, blockedHint(plan))]);
		terminal.exit(1);
		return;
	}
	if (flags.format === 'json' || flags.dryRun === true) showPlan(terminal, flags, plan);
	else terminal.print(report.planSentence(plan, terminal.language));
	const count = paths.length;
	if (flags.dryRun === true) {
		tell(terminal, flags, {
			zh: `\n演示：将写${count}个文件，现在什么也没有写。`,
			en: `\nDry run: ${count} files would be written; nothing was.`,
		});
	} else if (output !== null && flags.track === true) {
		const shown = printable(shownPath(output, terminal.cwd));
		tell(terminal, flags, {
			zh: `修订稿已写到 ${shown}（${count}份），供部门核对；原文件、锁文件未动，改号仍要运行 packet apply。`,
			en: `Tracked copies are in ${shown} (${count} papers) for the departments; nothing was renumbered yet.`,
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
	} else if (paths.every((path) => path.endsWith('.lock.yaml'))) {
		tell(terminal, flags, {
			zh: '材料一字未改；现在的编号已登记在锁文件，以后改号从这里算起。要撤回：bianxu packet undo',
			en: 'No paper was changed; its numbers now stand in the lock file, and later changes start from them. To take it back: bianxu packet undo',
		});
	} else {
		tell(terminal, flags, {
			zh: `已改${count}个文件。要撤回：bianxu packet undo`,
			en: `${count} files were changed. To take it back: bianxu packet undo`,
		});
	}
	const carried = result.carried?.length ?? 0;
	if (carried > 0)
		tell(terminal, flags, {
			zh: `${carried}份已签材料只改了编号，签审继续有效：${(result.carried ?? []).map(printable).join('、')}。请告知签审人。`,
			en: `${carried} signed papers only got other numbers; their sign-offs hold. Tell those who signed.`,
		});
	if (flags.dryRun !== true && output === null) await showInWorkbook(session, terminal, flags, packet);
}

/** Numbers and reviews in the workbook, when the packet is kept in one; a copy beside it when somebody has it open. */
export async function showInWorkbook(
	session: Session,
	terminal: Terminal,
	flags: PacketFlags,
	packet: string,
): Promise<void> {
	const written = await refreshWorkbook(session, packet);
	if (written === null) return;
	const shown = printable(shownPath(written.path, terminal.cwd));
	tell(
		terminal,
		flags,
		written.copy
			? { zh: `一览表正开着，带号的另存为 ${shown}。`, en: `The workbook is open; a copy is in ${shown}.` }
			: { zh: `编号已写入 ${shown}。`, en: `Numbers are in ${shown}.` },
	);
}

/** `bianxu packet undo`: takes the last apply back. */
export async function packetUndo(session: Session, terminal: Terminal, flags: PacketFlags): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const dryRun = flags.dryRun === true;
	const result = await guarded(terminal, flags, packet, () => undoVerb(session, { packet, dryRun }));
	if (result === null) return;
	if (flags.format === 'json') terminal.print(JSON.stringify({ version: 1, restored: result.paths }));
	else if (dryRun)
		terminal.print(
			say(terminal, {
				zh: `演示：将撤回${result.on}的改号，还原${result.paths.length}个文件，现在什么也没有写。`,
				en: `Dry run: the renumbering of ${result.on} would be taken back, ${result.paths.length} files restored; nothing was.`,
			}),
		);
	else
		terminal.print(
			say(terminal, {
				zh: `已撤回${result.on}的改号，还原${result.paths.length}个文件。`,
				en: `The renumbering of ${result.on} was taken back; ${result.paths.length} files were restored.`,
			}),
		);
	if (!dryRun) await showInWorkbook(session, terminal, flags, packet);
}

/** `bianxu packet recover`: ends an interrupted apply or undo. */
export async function packetRecover(session: Session, terminal: Terminal, flags: PacketFlags): Promise<void> {
	const packet = absolute(terminal, flags.packet);
	const dryRun = flags.dryRun === true;
	const way = flags.back === true ? 'back' : 'forward';
	const result = await guarded(terminal, flags, packet, () => recoverVerb(session, { packet, way, dryRun }));
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
	const trial = say(terminal, { zh: '演示，现在什么也没有写：', en: 'Dry run, nothing was written: ' });
	terminal.print((dryRun ? trial : '') + say(terminal, words[result.outcome]));
}
