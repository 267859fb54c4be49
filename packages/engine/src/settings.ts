import { defaultProfile, readConfig, readManifest, type TemplateOptions } from '@bianxu/config';
import type { CongressLevel, Manifest, ManifestMaterial, Problem, RuleSetting, TemplateId } from '@bianxu/model';
import { unfinishedProblem } from './packet-refusal.ts';
import { ancestorsOf, directoryOf, joinPath, relativeTo } from './path.ts';
import type { Session } from './session.ts';

/** What the caller asked for; each option wins over packet.yaml and bianxu.yaml. */
export interface Options {
	readonly template?: TemplateId | 'auto';
	readonly profile?: string;
	readonly level?: CongressLevel;
	readonly mode?: 'oral' | 'written' | 'auto';
	/** YYYY-MM-DD. */
	readonly date?: string;
	/** Text of SOURCE_DATE_EPOCH (seconds), when the environment has one. */
	readonly sourceDateEpoch?: string;
	/** Packet file that was named; otherwise the nearest packet.yaml. */
	readonly packet?: string;
}

/** Everything a check depends on besides the file and its rules; plain data, so it is part of cache keys. */
export interface Settings {
	readonly template: TemplateId | 'auto';
	readonly profile: string;
	readonly level: CongressLevel;
	readonly mode: 'oral' | 'written' | 'auto';
	readonly place: string;
	readonly date: string;
	readonly rules: Readonly<Record<string, RuleSetting>>;
	readonly problems: readonly Problem[];
}

/** A packet manifest with the folder it stands in. */
export interface LocatedManifest {
	readonly folder: string;
	readonly path: string;
	readonly manifest: Manifest;
	readonly bytes: Uint8Array;
	readonly problems: readonly Problem[];
}

/** Template of a material by its kind in the manifest (contract: report, duty and appointment have their own, others base). */
export function templateOfKind(kind: string): TemplateId {
	switch (kind) {
		case 'report':
			return 'work-report';
		case 'duty':
			return 'duty-report';
		case 'appointment':
			return 'appointment';
		default:
			return 'base';
	}
}

/**
 * Settings for one file: the nearest packet.yaml (session, profile), else the nearest bianxu.yaml, else defaults;
 * options win. The date is the option, else SOURCE_DATE_EPOCH, else the session's first day, else today. `path` is
 * absolute. A configuration that cannot be read is a problem in the result and its values are left out.
 */
export async function settingsFor(session: Session, path: string, options: Options): Promise<Settings> {
	const located = await nearestManifest(session, directoryOf(path));
	if (located !== null) {
		// A file of a packet that is half renumbered is judged as it is, and the half is said.
		const unfinished = await unfinishedProblem(session, located.folder);
		const problems = unfinished === null ? located.problems : [unfinished, ...located.problems];
		return settingsOfManifest(session, { ...located, problems }, path, options);
	}
	const config = await nearestConfig(session, directoryOf(path));
	return {
		template: options.template ?? 'auto',
		profile: options.profile ?? config.profile ?? defaultProfile,
		level: options.level ?? config.level ?? 'prefecture',
		mode: options.mode ?? 'auto',
		place: config.place ?? '',
		date: dateOf(session, options, null),
		rules: config.rules ?? {},
		problems: config.problems,
	};
}

/** Settings for a file of a packet: kind of material and session facts come from the manifest. */
export function settingsOfManifest(
	session: Session,
	located: LocatedManifest,
	path: string,
	options: Options,
): Settings {
	const { manifest } = located;
	const inside = relativeTo(located.folder, path);
	const material = manifest.items.flatMap((item) => item.materials).find((candidate) => candidate.file === inside);
	const unnumbered = manifest.unnumbered.some((paper) => paper.file === inside);
	const byKind = material !== undefined ? templateOfKind(material.kind) : unnumbered ? 'base' : 'auto';
	return {
		template: options.template ?? byKind,
		profile: options.profile ?? manifest.profile,
		level: options.level ?? manifest.session.level,
		mode: options.mode ?? (material?.series === 'written' ? 'written' : 'auto'),
		place: manifest.session.place,
		date: dateOf(session, options, manifest.session.days[0] ?? null),
		rules: {},
		problems: located.problems,
	};
}

/** What the nearest packet says of a file at an absolute path; null when no packet.yaml above it lists the file. */
export async function materialAt(session: Session, path: string): Promise<ManifestMaterial | null> {
	const located = await nearestManifest(session, directoryOf(path));
	const inside = located === null ? null : relativeTo(located.folder, path);
	const materials = located?.manifest.items.flatMap((item) => item.materials) ?? [];
	return materials.find((material) => material.file === inside) ?? null;
}

/** The part of the settings that a template is resolved with. */
export function templateOptions({ profile, level, mode, place, rules }: Settings): TemplateOptions {
	return { profile, level, mode, place, overrides: rules };
}

/** The day of judgement by the order of the contract. */
export function dateOf(session: Session, options: Options, sessionDay: string | null): string {
	if (options.date !== undefined) return options.date;
	if (options.sourceDateEpoch !== undefined && /^\d{1,12}$/.test(options.sourceDateEpoch)) {
		return new Date(Number(options.sourceDateEpoch) * 1000).toISOString().slice(0, 10);
	}
	return sessionDay ?? session.world.today();
}

/** Reads the manifest at `path`; null with problems when it is missing or not usable. */
export async function manifestAt(
	session: Session,
	path: string,
): Promise<LocatedManifest | { readonly problems: readonly Problem[] }> {
	const bytes = await session.world.readFile(path);
	// One packet.yaml serves every file of its folder: parsed once per content.
	const read = session.remember('manifest', session.world.sha256(bytes), () => readManifest(decodeUtf8(bytes)));
	if (read.manifest === null) return { problems: read.problems };
	return { folder: directoryOf(path), path, manifest: read.manifest, bytes, problems: read.problems };
}

async function nearestManifest(session: Session, folder: string): Promise<LocatedManifest | null> {
	for (const candidate of ancestorsOf(folder)) {
		const path = joinPath(candidate, 'packet.yaml');
		if ((await session.world.kindOf(path)) !== 'file') continue;
		const read = await manifestAt(session, path);
		return 'manifest' in read ? read : null;
	}
	return null;
}

interface ConfigValues {
	readonly profile?: string;
	readonly level?: CongressLevel;
	readonly place?: string;
	readonly rules?: Readonly<Record<string, RuleSetting>>;
	readonly problems: readonly Problem[];
}

async function nearestConfig(session: Session, folder: string): Promise<ConfigValues> {
	for (const candidate of ancestorsOf(folder)) {
		const path = joinPath(candidate, 'bianxu.yaml');
		if ((await session.world.kindOf(path)) !== 'file') continue;
		const read = readConfig(decodeUtf8(await session.world.readFile(path)));
		return { ...read.config, problems: read.problems };
	}
	return { problems: [] };
}

/** Text of a configuration file: UTF-8 with or without a byte-order mark; damaged bytes show as U+FFFD and fail the check. */
export function decodeUtf8(bytes: Uint8Array): string {
	return new TextDecoder('utf-8').decode(bytes);
}
