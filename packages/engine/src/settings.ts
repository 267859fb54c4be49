import {
	type BaselineEntry,
	defaultProfile,
	type Layer,
	readConfig,
	readManifest,
	type TemplateOptions,
} from '@bianxu/config';
import type { CongressLevel, Manifest, ManifestMaterial, Problem, RuleSetting, TemplateId } from '@bianxu/model';
import type { Allowance } from '@bianxu/rules';
import { readLetPass } from './let-pass.ts';
import { unfinishedProblem } from './packet-refusal.ts';
import { ancestorsOf, directoryOf, joinPath, relativeTo } from './path.ts';
import { findProfile, knownRules, lawProblems, type SettingsFault } from './profile.ts';
import type { Session } from './session.ts';

/** What the caller asked for; each option wins over packet.yaml and bianxu.yaml. */
export interface Options {
	readonly template?: TemplateId | 'auto';
	/** Name of a shipped profile, or the absolute path of an office's own (.yaml). */
	readonly profile?: string;
	readonly level?: CongressLevel;
	readonly mode?: 'oral' | 'written' | 'auto';
	/** YYYY-MM-DD. */
	readonly date?: string;
	/** Text of SOURCE_DATE_EPOCH (seconds), when the environment has one. */
	readonly sourceDateEpoch?: string;
	/** Absolute path of the baseline that was named; otherwise that of bianxu.yaml. */
	readonly baseline?: string;
	/** Packet file that was named; otherwise the nearest packet.yaml. */
	readonly packet?: string;
}

/** Everything a check depends on besides the file and its rules; plain data, so it is part of cache keys. */
export interface Settings {
	readonly template: TemplateId | 'auto';
	readonly profile: string;
	/** Layers of an office's own profile, the lowest first; null for a shipped one. */
	readonly layers: readonly Layer[] | null;
	readonly level: CongressLevel;
	readonly mode: 'oral' | 'written' | 'auto';
	readonly place: string;
	readonly date: string;
	readonly rules: Readonly<Record<string, RuleSetting>>;
	/** Absolute path of the baseline of known findings; null without one. */
	readonly baseline: string | null;
	/** Findings of this file that are let pass by what stands beside it. */
	readonly sidecar: readonly Allowance[];
	readonly known: readonly BaselineEntry[];
	/** What was wrong with the settings, as problems of every file they hold for. */
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

/** The interrupted renumbering of the packet that a file belongs to; null when there is none. */
export function unfinishedIn(settings: Pick<Settings, 'problems'>): Problem | null {
	return settings.problems.find(({ code }) => code === 'packet-unfinished') ?? null;
}

/** The same for somebody who asks about a folder and no file. */
export async function unfinishedAt(session: Session, folder: string): Promise<Problem | null> {
	const nearest = await nearestManifest(session, folder);
	return nearest !== null && 'manifest' in nearest ? unfinishedProblem(session, nearest.folder) : null;
}

/**
 * Settings for one file: the nearest packet.yaml (session, profile), else the nearest bianxu.yaml, else defaults;
 * options win. The date is the option, else SOURCE_DATE_EPOCH, else the session's first day, else today. `path` is
 * absolute. A configuration that cannot be read is a problem in the result and its values are left out.
 */
export async function settingsFor(session: Session, path: string, options: Options): Promise<Settings> {
	const nearest = await nearestManifest(session, directoryOf(path));
	if (nearest !== null && 'manifest' in nearest) {
		// A file of a packet that is half renumbered is judged as it is, and the half is said.
		const unfinished = await unfinishedProblem(session, nearest.folder);
		const problems = unfinished === null ? nearest.problems : [unfinished, ...nearest.problems];
		return settingsOfManifest(session, { ...nearest, problems }, path, options);
	}
	const config = await nearestConfig(session, directoryOf(path));
	const faults = [...(nearest?.faults ?? []), ...config.faults];
	const found = await profileOf(session, options, config.profile ?? defaultProfile, config.path);
	const baseline = baselineOf(options, config);
	const beside = await readLetPass(session, path, baseline);
	return {
		template: options.template ?? 'auto',
		profile: found.name,
		layers: found.layers,
		level: options.level ?? config.level ?? 'prefecture',
		mode: options.mode ?? 'auto',
		place: config.place ?? '',
		date: dateOf(session, options, null),
		rules: config.rules ?? {},
		baseline,
		sidecar: beside.sidecar,
		known: beside.known,
		problems: noted(session, [...faults, ...found.faults, ...beside.faults]),
	};
}

/**
 * Settings for a file of a packet: kind of material and session facts come from the manifest; what packet.yaml has no
 * word for (rules, baseline) from the nearest bianxu.yaml.
 */
export async function settingsOfManifest(
	session: Session,
	located: LocatedManifest,
	path: string,
	options: Options,
): Promise<Settings> {
	const { manifest } = located;
	const inside = relativeTo(located.folder, path);
	const material = manifest.items.flatMap((item) => item.materials).find((candidate) => candidate.file === inside);
	const unnumbered = manifest.unnumbered.some((paper) => paper.file === inside);
	const byKind = material !== undefined ? templateOfKind(material.kind) : unnumbered ? 'base' : 'auto';
	const config = await nearestConfig(session, located.folder);
	const found = await profileOf(session, options, manifest.profile, located.path);
	const baseline = baselineOf(options, config);
	const beside = await readLetPass(session, path, baseline);
	const said = located.problems.map((problem) => ({ path: located.path, problem, fatal: false }));
	return {
		template: options.template ?? byKind,
		profile: found.name,
		layers: found.layers,
		level: options.level ?? manifest.session.level,
		mode: options.mode ?? (material?.series === 'written' ? 'written' : 'auto'),
		place: manifest.session.place,
		date: dateOf(session, options, manifest.session.days[0] ?? null),
		rules: config.rules ?? {},
		baseline,
		sidecar: beside.sidecar,
		known: beside.known,
		problems: noted(session, [...said, ...config.faults, ...found.faults, ...beside.faults]),
	};
}

function baselineOf(options: Options, config: ConfigValues): string | null {
	if (options.baseline !== undefined) return options.baseline;
	return config.baseline === undefined ? null : joinPath(directoryOf(config.path), config.baseline);
}

/** Faults as problems of the file; the session keeps them, because whoever runs it must say each once. */
function noted(session: Session, faults: readonly SettingsFault[]): readonly Problem[] {
	for (const fault of faults) session.noteFault(fault);
	return faults.map(({ problem }) => problem);
}

/** The profile that an option names, else the settings; the default where it cannot be used, which is then a fault. */
async function profileOf(
	session: Session,
	options: Options,
	configured: string,
	configPath: string,
): Promise<{
	readonly name: string;
	readonly layers: readonly Layer[] | null;
	readonly faults: readonly SettingsFault[];
}> {
	const found =
		options.profile === undefined
			? await findProfile(session, configured, directoryOf(configPath), configPath)
			: await findProfile(session, options.profile, '.', '');
	return found.layers === undefined ? { name: defaultProfile, layers: null, faults: found.faults } : found;
}

/** What the nearest packet says of a file at an absolute path; null when no packet.yaml above it lists the file. */
export async function materialAt(session: Session, path: string): Promise<ManifestMaterial | null> {
	const nearest = await nearestManifest(session, directoryOf(path));
	const located = nearest !== null && 'manifest' in nearest ? nearest : null;
	const inside = located === null ? null : relativeTo(located.folder, path);
	const materials = located?.manifest.items.flatMap((item) => item.materials) ?? [];
	return materials.find((material) => material.file === inside) ?? null;
}

/** The part of the settings that a template is resolved with. */
export function templateOptions({ profile, layers, level, mode, place, rules }: Settings): TemplateOptions {
	return { profile: layers ?? profile, level, mode, place, overrides: rules };
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

/** The nearest packet.yaml; one that cannot be used is its faults, so that nobody takes the folder for one without. */
export async function nearestManifest(
	session: Session,
	folder: string,
): Promise<LocatedManifest | { readonly faults: readonly SettingsFault[] } | null> {
	for (const candidate of ancestorsOf(folder)) {
		const path = joinPath(candidate, 'packet.yaml');
		if ((await session.world.kindOf(path)) !== 'file') continue;
		const read = await manifestAt(session, path);
		return 'manifest' in read ? read : { faults: read.problems.map((problem) => ({ path, problem, fatal: true })) };
	}
	return null;
}

interface ConfigValues {
	/** Absolute path of bianxu.yaml; the folder's own where there is none. */
	readonly path: string;
	readonly profile?: string;
	readonly level?: CongressLevel;
	readonly place?: string;
	readonly rules?: Readonly<Record<string, RuleSetting>>;
	readonly baseline?: string;
	readonly faults: readonly SettingsFault[];
}

async function nearestConfig(session: Session, folder: string): Promise<ConfigValues> {
	for (const candidate of ancestorsOf(folder)) {
		const path = joinPath(candidate, 'bianxu.yaml');
		if ((await session.world.kindOf(path)) !== 'file') continue;
		const bytes = await session.world.readFile(path);
		const read = session.remember('config', session.world.sha256(bytes), () =>
			readConfig(decodeUtf8(bytes), knownRules()),
		);
		const problems = [...read.problems, ...lawProblems(read.config?.rules ?? {})];
		return {
			...read.config,
			path,
			faults: problems.map((problem) => ({ path, problem, fatal: read.config === null })),
		};
	}
	return { path: joinPath(folder, 'bianxu.yaml'), faults: [] };
}

/** Text of a configuration file: UTF-8 with or without a byte-order mark; damaged bytes show as U+FFFD and fail the check. */
export function decodeUtf8(bytes: Uint8Array): string {
	return new TextDecoder('utf-8').decode(bytes);
}
