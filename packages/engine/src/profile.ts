import {
	inheritedSources,
	type KnownRules,
	type Layer,
	loweredByLaw,
	nearestWord,
	parentOfLayer,
	profileChain,
	profileNames,
	readLayer,
} from '@bianxu/config';
import type { Bilingual, Problem, RuleSetting } from '@bianxu/model';
import { rules } from '@bianxu/rules';
import { directoryOf, joinPath, nameOf } from './path.ts';
import type { Session } from './session.ts';

/** A fault of a settings file: the file at its absolute path, and what is wrong with it. */
export interface SettingsFault {
	/** '' when the name was given on the command line. */
	readonly path: string;
	readonly problem: Problem;
	/** True when the file cannot be used: the defaults hold instead, and the caller ends with an error. */
	readonly fatal: boolean;
}

/** A profile as found: its name, the layers it is made of (none for a shipped one), and what was wrong. */
export interface FoundProfile {
	/** Name of a shipped profile, or the `id` of the office's own. */
	readonly name: string;
	/** Layers of an office's own profile, the lowest first; null for a shipped one. */
	readonly layers: readonly Layer[] | null;
	readonly faults: readonly SettingsFault[];
}

/** An office's profile, its district's, its city's: beyond this nobody knows any more what holds. */
const DEEPEST = 8;

/** True for a profile that is a file: 「本机关.yaml」, 「../profiles/a.yml」. */
export function isProfileFile(name: string): boolean {
	return /\.ya?ml$/i.test(name);
}

let known: KnownRules | null = null;

/** Rules and their parameters, as settings may name them. */
export function knownRules(): KnownRules {
	known ??= new Map(rules.map((rule) => [rule.meta.id, Object.keys(rule.params ?? {})]));
	return known;
}

/**
 * Finds a profile by name, or by its file relative to `folder` (or absolute). null in `layers` with faults: there is none
 * that could be used, and the caller takes the default. Rejects with the World's errors other than a missing file.
 */
export async function findProfile(
	session: Session,
	name: string,
	folder: string,
	namedIn: string,
): Promise<FoundProfile | { readonly layers: undefined; readonly faults: readonly SettingsFault[] }> {
	if (!isProfileFile(name)) {
		if (profileChain(name) !== null) return { name, layers: null, faults: [] };
		return { layers: undefined, faults: [{ path: namedIn, problem: unknownProfile(name), fatal: true }] };
	}
	const path = isAbsolute(name) ? name : normalised(joinPath(folder, name));
	const read = await readChain(session, path, namedIn, []);
	const layers = read.layers;
	if (layers === null) return { layers: undefined, faults: read.faults };
	return { name: layers.at(-1)?.id ?? nameOf(path), layers, faults: read.faults };
}

interface Chain {
	readonly layers: readonly Layer[] | null;
	readonly faults: readonly SettingsFault[];
}

async function readChain(session: Session, path: string, namedIn: string, above: readonly string[]): Promise<Chain> {
	const fault = (at: string, code: string, message: Bilingual): Chain => ({
		layers: null,
		faults: [{ path: at, problem: { code, message }, fatal: true }],
	});
	if (above.includes(path) || above.length > DEEPEST)
		return fault(namedIn, 'profile-circle', {
			zh: `规格配置 ${nameOf(path)} 的 extends 绕了回来`,
			en: `the profile ${nameOf(path)} extends itself in a circle`,
		});
	if ((await session.world.kindOf(path)) !== 'file')
		return fault(namedIn, 'profile-missing', {
			zh: `找不到规格配置文件 ${nameOf(path)}`,
			en: `the profile ${nameOf(path)} is not there`,
		});
	const bytes = await session.world.readFile(path);
	const text = new TextDecoder('utf-8').decode(bytes);
	const parent = parentOfLayer(text);
	const below: Chain =
		parent === null
			? { layers: [], faults: [] }
			: isProfileFile(parent)
				? await readChain(session, normalised(joinPath(directoryOf(path), parent)), path, [...above, path])
				: shipped(parent, path);
	if (below.layers === null) return below;
	const layersBelow = below.layers;
	const key = `${session.world.sha256(bytes)}:${layersBelow.map((layer) => layer.id).join()}`;
	const read = session.remember('profile', key, () => readLayer(text, inheritedSources(layersBelow), knownRules()));
	const faults = [
		...below.faults,
		...[...read.problems, ...lawProblems(read.layer?.rules ?? {})].map((problem) => ({
			path,
			problem,
			fatal: read.layer === null,
		})),
	];
	return { layers: read.layer === null ? null : [...layersBelow, read.layer], faults };
}

function shipped(name: string, path: string): Chain {
	const layers = profileChain(name);
	return { layers, faults: layers === null ? [{ path, problem: unknownProfile(name), fatal: true }] : [] };
}

/** Rules of law that the settings try to lower: said, and without effect. */
export function lawProblems(settings: Readonly<Record<string, RuleSetting>>): readonly Problem[] {
	return loweredByLaw(settings).map((id) => ({
		code: 'law-rule-kept',
		message: {
			zh: `规则 ${id} 的依据是法律，不能降低级别或者关闭，仍按原级别检查`,
			en: `the rule ${id} rests on a law and cannot be lowered or switched off; it is checked as before`,
		},
	}));
}

function unknownProfile(name: string): Problem {
	const meant = nearestWord(name, profileNames);
	const hint =
		meant === null
			? {
					zh: `，可用：${profileNames.join('、')}，或者一个 .yaml 文件`,
					en: `; there are ${profileNames.join(', ')}, or a .yaml file`,
				}
			: { zh: `，是不是 ${meant}？`, en: `; did you mean ${meant}?` };
	return {
		code: 'profile-unknown',
		message: { zh: `没有规格配置 ${name}${hint.zh}`, en: `there is no profile ${name}${hint.en}` },
	};
}

function isAbsolute(path: string): boolean {
	return path.startsWith('/') || /^[A-Za-z]:/.test(path);
}

/** 'a/./b/../c' as 'a/c'; what leads above the root stays there. */
function normalised(path: string): string {
	const kept: string[] = [];
	for (const part of path.split('/')) {
		if (part === '.') continue;
		if (part === '..' && kept.length > 0 && kept.at(-1) !== '..' && kept.at(-1) !== '') kept.pop();
		else kept.push(part);
	}
	return kept.join('/');
}
