/** bianxu.yaml: settings of a folder outside any packet (contract: profile, level, place, rules, baseline). */

import type { Bilingual, CongressLevel, Problem, RuleSetting } from '@bianxu/model';
import { type KnownRules, readRuleSettings } from './layer.ts';
import { congressLevels } from './layer-words.ts';
import { choiceOf, mapOf, newShape, textOf } from './shape.ts';
import { readYaml } from './yaml-tree.ts';

/** What bianxu.yaml sets; a key that is absent is left to the defaults. */
export interface ProjectConfig {
	readonly profile?: string;
	readonly level?: CongressLevel;
	readonly place?: string;
	readonly rules?: Readonly<Record<string, RuleSetting>>;
	/** Path of the file with findings that are known and passed over, relative to bianxu.yaml. */
	readonly baseline?: string;
}

const named = (zh: string, en: string): Bilingual => ({ zh, en });

/** Reads bianxu.yaml. Never throws; `config` is null when it cannot be used, and an empty file sets nothing. */
export function readConfig(
	text: string,
	known: KnownRules | null = null,
): {
	readonly config: ProjectConfig | null;
	readonly problems: readonly Problem[];
} {
	const { root, problems } = readYaml(text, 'config');
	if (root === null) return { config: null, problems };
	if (root.kind === 'scalar' && root.value === null) return { config: {}, problems };
	const shape = newShape('config');
	const keys = ['profile', 'level', 'place', 'rules', 'baseline'];
	const map = mapOf(shape, root, keys, named('设置 bianxu.yaml', 'bianxu.yaml'));
	if (map === null) return { config: null, problems: shape.problems };
	const profile = textOf(shape, map.get('profile'), '', named('规格配置 profile', 'the profile'));
	const place = textOf(shape, map.get('place'), '', named('地名 place', 'the place'));
	const baseline = textOf(shape, map.get('baseline'), '', named('基线 baseline', 'the baseline'));
	const level = map.has('level')
		? choiceOf(shape, map.get('level'), congressLevels, 'prefecture', named('层级 level', 'level'))
		: null;
	const rules = map.has('rules') ? readRuleSettings(shape, map.get('rules'), known) : null;
	if (shape.fatal) return { config: null, problems: shape.problems };
	return {
		config: {
			...(profile === '' ? {} : { profile }),
			...(level === null ? {} : { level }),
			...(place === '' ? {} : { place }),
			...(rules === null ? {} : { rules }),
			...(baseline === '' ? {} : { baseline }),
		},
		problems: shape.problems,
	};
}
