/** JSON Schema of profiles and of bianxu.yaml for completion in editors, made of the lists that the readers check by. */

import type { Bilingual, Parameter } from '@bianxu/model';
import {
	alignments,
	authorityLevels,
	congressLevels,
	fontRoles,
	pageNumbers,
	roles,
	severities,
	styleNumbers,
	templateIds,
	valueKeys,
} from './layer-words.ts';
import { profileNames } from './resolve-template.ts';

/** A rule as the schema names it. */
export interface SchemaRule {
	readonly id: string;
	readonly title: Bilingual;
	readonly params: Readonly<Record<string, Parameter>>;
}

type Schema = Readonly<Record<string, unknown>>;

const draft = 'http://json-schema.org/draft-07/schema#';
const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };
const source: Schema = { $ref: '#/definitions/source' };

/** A bare value, or a map of the value and its source. */
function sourced(value: Schema): Schema {
	const map = { type: 'object', properties: { value, source }, required: ['value'], additionalProperties: false };
	return { anyOf: [value, map] };
}

function closed(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
	return { type: 'object', properties, additionalProperties: false, ...(required.length === 0 ? {} : { required }) };
}

function keyed(keys: readonly string[], value: Schema): Readonly<Record<string, Schema>> {
	return Object.fromEntries(keys.map((key) => [key, value]));
}

function page(): Schema {
	return closed({
		...keyed(pageNumbers, sourced({ type: 'number' })),
		pitch: sourced({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }),
		mirrored: sourced({ type: 'boolean' }),
		pageNumber: closed({
			font: sourced({ enum: fontRoles }),
			size: sourced({ type: 'number' }),
			offset: sourced({ type: 'number' }),
			form: sourced({ type: 'string', pattern: '\\{n\\}' }),
		}),
	});
}

function style(): Schema {
	return closed({
		font: sourced({ enum: fontRoles }),
		bold: sourced({ type: 'boolean' }),
		alignment: sourced({ enum: alignments }),
		...keyed(styleNumbers, sourced({ type: 'number' })),
		source,
	});
}

function parameter(value: Parameter): Schema {
	if (typeof value === 'object') return Array.isArray(value) ? { type: 'array' } : { type: 'object' };
	return { type: typeof value };
}

function ruleSettings(rules: readonly SchemaRule[]): Schema {
	const severity = { enum: [...severities, false] };
	const setting = ({ title, params }: SchemaRule): Schema => ({
		description: `${title.zh}（${title.en}）`,
		anyOf: [
			severity,
			closed({
				severity,
				source,
				params: closed(Object.fromEntries(Object.entries(params).map(([name, value]) => [name, parameter(value)]))),
			}),
		],
	});
	return closed(Object.fromEntries(rules.map((rule) => [rule.id, setting(rule)])));
}

function values(): Readonly<Record<string, Schema>> {
	const salutation = closed(
		{
			value: text,
			for: { enum: ['oral', 'written'] },
			levels: { type: 'array', items: { enum: congressLevels } },
			source,
		},
		['value'],
	);
	const part = closed({ id: text, name: text, words: texts, required: { type: 'boolean' }, source }, ['id', 'name']);
	const known: Readonly<Record<string, Schema>> = {
		page: { $ref: '#/definitions/page' },
		fonts: closed(keyed(fontRoles, closed({ accept: { ...texts, minItems: 1 }, tolerate: texts, source }, ['accept']))),
		roles: closed(keyed(roles, { $ref: '#/definitions/style' })),
		rules: { $ref: '#/definitions/rules' },
		salutations: { type: 'array', items: salutation },
		closings: { type: 'array', items: closed({ value: text, source }, ['value']) },
		titleWords: texts,
		parts: { type: 'array', items: part },
	};
	return Object.fromEntries(valueKeys.map((key) => [key, known[key] ?? {}]));
}

/** Schema of a profile (规格配置), draft 7 as editors read it. */
export function profileSchema(rules: readonly SchemaRule[]): Schema {
	return {
		$schema: draft,
		title: '编序规格配置 Bianxu profile',
		...closed(
			{
				id: { ...text, minLength: 1, description: '名称 name' },
				name: text,
				extends: {
					...text,
					description: `在哪个配置的基础上 the profile it builds on: ${profileNames.join(', ')}, 或者 or FILE.yaml`,
				},
				sources: {
					type: 'object',
					description: '依据：代号 → 来源 sources by key',
					additionalProperties: closed({ level: { enum: authorityLevels }, doc: text, clause: text }, ['doc']),
				},
				templates: closed(keyed(templateIds, closed(values()))),
				...values(),
			},
			['id'],
		),
		definitions: {
			source: { ...text, description: '来源代号和条款，如 gb 7.3.1 key of a source and clause' },
			page: page(),
			style: style(),
			rules: ruleSettings(rules),
		},
	};
}

/** Schema of bianxu.yaml. */
export function configSchema(rules: readonly SchemaRule[]): Schema {
	return {
		$schema: draft,
		title: '编序设置 bianxu.yaml',
		...closed({
			profile: { ...text, description: `规格配置 profile: ${profileNames.join(', ')}, 或者 or FILE.yaml` },
			level: { enum: congressLevels, description: '人大层级 level of the congress' },
			place: { ...text, description: '地名 name of the place' },
			rules: { $ref: '#/definitions/rules' },
			baseline: { ...text, description: '基线文件 file of findings that are known' },
		}),
		definitions: { source: text, rules: ruleSettings(rules) },
	};
}
