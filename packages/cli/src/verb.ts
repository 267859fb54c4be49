import { resolve } from 'node:path';
import { createSession, findProfile, isProfileFile, type Options, type Session } from '@bianxu/engine';
import type { CongressLevel, Language, TemplateId } from '@bianxu/model';
import type { Command } from 'commander';
import pc from 'picocolors';
import { posixPath, shownPath } from './files.ts';
import { nodeAssets } from './node-assets.ts';
import { nodeWorld } from './node-world.ts';
import { type ExitCode, explainSystemError, printable, say, type Terminal } from './output.ts';

/** Options that every command takes (design: Commands). */
export interface Common {
	readonly format: string;
	readonly lang: Language;
	readonly profile?: string;
	readonly level?: CongressLevel;
	readonly mode?: 'oral' | 'written' | 'auto';
	readonly date?: string;
	readonly quiet?: boolean;
}

let exitCode: ExitCode = 0;

/** Exit code that the verbs have come to. */
export function exitCodeSoFar(): ExitCode {
	return exitCode;
}

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

/** What the engine is asked for: options win over settings files, and SOURCE_DATE_EPOCH over the session's day. */
export function optionsOf(
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

/** Runs a verb with its engine and terminal; an error of the system becomes one line and exit 2, never a stack trace. */
export function verb<T extends Common>(
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
			const [name] = names;
			const at = name === undefined ? '' : `${printable(name)}: `;
			terminal.complain(`${at}${say(terminal, explainSystemError(error))}`);
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
