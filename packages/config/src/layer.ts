/** One file of `rules/` (a template or a profile) as checked data: what it sets, each value with its source. */

import {
	type Alignment,
	type Bilingual,
	type CongressLevel,
	type FontFamilies,
	type FontRole,
	type Parameter,
	type PartRequirement,
	type Problem,
	type Role,
	type RoleStyle,
	type RuleSetting,
	type Source,
	type Sourced,
	type TemplateId,
} from '@bianxu/model';
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
import {
	choiceOf,
	listOf,
	mapOf,
	nearest,
	newShape,
	refuse,
	requiredText,
	type Shape,
	shown,
	textOf,
} from './shape.ts';
import { type At, type MapNode, readYaml, type YamlNode } from './yaml-tree.ts';

/** A way to address the meeting: usual at these levels, for reports read aloud or handed in. */
export interface SalutationForm extends Sourced<string> {
	readonly for: 'oral' | 'written';
	readonly levels: readonly CongressLevel[];
}

/** What a layer may set. Lists replace the lists below them; null: not set here. */
export interface LayerValues {
	/** Keys of PageStyle; those of `pageNumber` with a prefix (`pageNumber.size`). */
	readonly page: Readonly<Record<string, Sourced<number | string | boolean | readonly number[]>>>;
	readonly fonts: Readonly<Partial<Record<FontRole, FontFamilies>>>;
	readonly roles: Readonly<Partial<Record<Role, RoleStyle>>>;
	readonly rules: Readonly<Record<string, RuleSetting>>;
	readonly salutations: readonly SalutationForm[] | null;
	readonly closings: readonly Sourced<string>[] | null;
	readonly titleWords: readonly string[] | null;
	readonly parts: readonly PartRequirement[] | null;
}

export interface Layer extends LayerValues {
	readonly id: string;
	readonly name: string;
	readonly extends: string | null;
	/** Values for one type of material only. */
	readonly templates: Readonly<Partial<Record<TemplateId, LayerValues>>>;
}

/** Clause of a value that names no source: an office that just states its own wish. */
const ownWish: Source = { level: 'practice', doc: '本机关要求', clause: '' };

/** Rules that settings may name, each with the names of its parameters. */
export type KnownRules = ReadonlyMap<string, readonly string[]>;

interface Reader {
	readonly shape: Shape;
	readonly sources: ReadonlyMap<string, Source>;
	/** null: any id is taken (the shipped files are read before there is a rule book). */
	readonly rules: KnownRules | null;
}

const named = (zh: string, en: string): Bilingual => ({ zh, en });

function readSources(
	shape: Shape,
	node: YamlNode | undefined,
	known: ReadonlyMap<string, Source>,
): ReadonlyMap<string, Source> {
	const sources = new Map(known);
	if (node === undefined) return sources;
	if (node.kind !== 'map') {
		refuse(shape, node, 'shape', named('sources 应当是「代号: 来源」的形式', 'sources must map a key to a source'));
		return sources;
	}
	for (const { key, value } of node.entries) {
		const map = mapOf(shape, value, ['level', 'doc', 'clause'], named('来源', 'a source'));
		if (map === null) continue;
		sources.set(key, {
			level: choiceOf(shape, map.get('level'), authorityLevels, 'practice', named('效力层级', 'the authority level')),
			doc: requiredText(shape, map.get('doc'), value, named('来源名称 doc', 'the name of the source (doc)')),
			clause: textOf(shape, map.get('clause'), '', named('条款', 'the clause')),
		});
	}
	return sources;
}

/** 「gb 7.3.1」: a key of `sources`, a blank, the clause. */
function readSource(reader: Reader, node: YamlNode | undefined, fallback: Source): Source {
	const text = textOf(reader.shape, node, '', named('来源 source', 'the source'));
	if (text === '') return fallback;
	const gap = text.indexOf(' ');
	const key = gap < 0 ? text : text.slice(0, gap);
	const source = reader.sources.get(key);
	if (source === undefined) {
		const meant = nearest(key, [...reader.sources.keys()]);
		const hint = meant === null ? named('', '') : named(`，是不是 ${meant}？`, `; did you mean ${meant}?`);
		refuse(reader.shape, node ?? 1, 'source', {
			zh: `来源代号 ${shown(key)} 没有在 sources 里登记${hint.zh}`,
			en: `the source key ${shown(key)} is not listed under sources${hint.en}`,
		});
		return fallback;
	}
	return gap < 0 ? source : { ...source, clause: text.slice(gap + 1).trim() };
}

type Plain = string | number | boolean | readonly number[];

/** A bare value (its source is the line's) or `{ value, source }`. */
function readSourced(
	reader: Reader,
	node: YamlNode,
	fallback: Source,
): { readonly node: YamlNode; readonly source: Source } | null {
	if (node.kind !== 'map') return { node, source: fallback };
	const map = mapOf(reader.shape, node, ['value', 'source'], named('值', 'a value'));
	const value = map?.get('value');
	if (map === null || value === undefined) {
		refuse(reader.shape, node, 'missing', named('缺少 value', 'value is missing'));
		return null;
	}
	return { node: value, source: readSource(reader, map.get('source'), fallback) };
}

function plainOf(reader: Reader, node: YamlNode, what: string): Plain | null {
	if (node.kind === 'scalar' && node.value !== null) return node.value;
	if (node.kind === 'list') {
		const numbers = node.items.map((item) => (item.kind === 'scalar' ? item.value : null));
		if (numbers.every((value) => typeof value === 'number')) return numbers;
	}
	refuse(reader.shape, node, 'shape', { zh: `${what} 的值写法不对`, en: `the value of ${what} cannot be used` });
	return null;
}

function wrong(reader: Reader, at: At, key: string, wanted: Bilingual): void {
	refuse(reader.shape, at, 'value', { zh: `${key} 应当是${wanted.zh}`, en: `${key} must be ${wanted.en}` });
}

const aNumber = named('数字', 'a number');

function readPage(reader: Reader, node: YamlNode | undefined): LayerValues['page'] {
	if (node === undefined) return {};
	const page: [string, Sourced<number | string | boolean | readonly number[]>][] = [];
	const read = (map: ReadonlyMap<string, YamlNode> | null, prefix: string): void => {
		for (const [key, value] of map ?? []) {
			if (key === 'pageNumber') continue;
			const sourced = readSourced(reader, value, ownWish);
			const plain = sourced === null ? null : plainOf(reader, sourced.node, key);
			if (sourced === null || plain === null) continue;
			const fine =
				key === 'font'
					? fontRoles.includes(plain as FontRole)
					: key === 'form'
						? typeof plain === 'string' && plain.includes('{n}')
						: key === 'pitch'
							? Array.isArray(plain) && plain.length === 2
							: typeof plain === (key === 'mirrored' ? 'boolean' : 'number');
			if (fine) page.push([prefix + key, { value: plain, source: sourced.source }]);
			else wrong(reader, value, key, named('这里能用的值', 'a value that fits here'));
		}
	};
	const what = named('page', 'page');
	const map = mapOf(reader.shape, node, [...pageNumbers, 'pitch', 'mirrored', 'pageNumber'], what);
	read(map, '');
	const number = map?.get('pageNumber');
	if (number !== undefined) read(mapOf(reader.shape, number, ['font', 'size', 'offset', 'form'], what), 'pageNumber.');
	return Object.fromEntries(page);
}

function texts(reader: Reader, node: YamlNode | undefined, what: Bilingual): readonly string[] {
	return listOf(reader.shape, node, what)
		.map((item) => textOf(reader.shape, item, '', what))
		.filter((text) => text !== '');
}

function entriesOf(reader: Reader, node: YamlNode | undefined, what: Bilingual): MapNode['entries'] {
	if (node === undefined || (node.kind === 'scalar' && node.value === null)) return [];
	if (node.kind === 'map') return node.entries;
	refuse(reader.shape, node, 'shape', { zh: `${what.zh}应当是「键: 值」的形式`, en: `${what.en} must be a map` });
	return [];
}

function readFonts(reader: Reader, node: YamlNode | undefined): LayerValues['fonts'] {
	if (node === undefined) return {};
	const map = mapOf(reader.shape, node, fontRoles, named('fonts', 'fonts'));
	const fonts: [string, FontFamilies][] = [];
	for (const [role, value] of map ?? []) {
		const families = mapOf(reader.shape, value, ['accept', 'tolerate', 'source'], named('字体', 'a font role'));
		if (families === null) continue;
		const accept = texts(reader, families.get('accept'), named('accept', 'accept'));
		if (accept.length === 0) wrong(reader, value, `${role}.accept`, named('至少一个字体名', 'at least one family'));
		fonts.push([
			role,
			{
				accept,
				tolerate: texts(reader, families.get('tolerate'), named('tolerate', 'tolerate')),
				source: readSource(reader, families.get('source'), ownWish),
			},
		]);
	}
	return Object.fromEntries(fonts);
}

function styleValue(reader: Reader, key: string, plain: Plain, at: At): boolean {
	if (key === 'bold') {
		if (typeof plain === 'boolean') return true;
		wrong(reader, at, key, named('true 或者 false', 'true or false'));
		return false;
	}
	if (key === 'font') {
		if (fontRoles.includes(plain as FontRole)) return true;
		wrong(reader, at, key, named(`${fontRoles.join('、')} 之一`, `one of ${fontRoles.join(', ')}`));
		return false;
	}
	if (key === 'alignment') {
		if (alignments.includes(plain as Alignment)) return true;
		wrong(reader, at, key, named(`${alignments.join('、')} 之一`, `one of ${alignments.join(', ')}`));
		return false;
	}
	if (typeof plain === 'number') return true;
	wrong(reader, at, key, aNumber);
	return false;
}

function readRoles(reader: Reader, node: YamlNode | undefined): LayerValues['roles'] {
	if (node === undefined) return {};
	const map = mapOf(reader.shape, node, roles, named('roles', 'roles'));
	const styles: [string, RoleStyle][] = [];
	for (const [role, value] of map ?? []) {
		const style = mapOf(
			reader.shape,
			value,
			['font', 'bold', 'alignment', ...styleNumbers, 'source'],
			named('角色', 'a role'),
		);
		if (style === null) continue;
		const source = readSource(reader, style.get('source'), ownWish);
		const values: [string, Sourced<Plain>][] = [];
		for (const [key, each] of style) {
			if (key === 'source') continue;
			const sourced = readSourced(reader, each, source);
			const plain = sourced === null ? null : plainOf(reader, sourced.node, key);
			if (sourced !== null && plain !== null && styleValue(reader, key, plain, each)) {
				values.push([key, { value: plain, source: sourced.source }]);
			}
		}
		styles.push([role, Object.fromEntries(values) as RoleStyle]);
	}
	return Object.fromEntries(styles);
}

function readParameter(reader: Reader, node: YamlNode, key: string): Parameter | null {
	if (node.kind === 'scalar') {
		if (node.value !== null) return node.value;
		wrong(reader, node, key, named('有内容的值', 'a value'));
		return null;
	}
	if (node.kind === 'list') {
		const values = node.items.map((item) => (item.kind === 'scalar' ? item.value : null));
		if (values.every((value) => typeof value === 'string')) return values;
		if (values.every((value) => typeof value === 'number')) return values;
		wrong(reader, node, key, named('同一种值的列表', 'a list of one kind of value'));
		return null;
	}
	const pairs: [string, string | number | boolean][] = [];
	for (const { key: name, value } of node.entries) {
		if (value.kind === 'scalar' && value.value !== null) pairs.push([name, value.value]);
		else
			wrong(reader, value, `${key}.${shown(name)}`, named('文字、数字或者是否', 'a text, a number or a truth value'));
	}
	return Object.fromEntries(pairs);
}

/** A rule or a parameter that does not exist would silently do nothing, so it makes the file unusable. */
function unknownWord(reader: Reader, at: At, what: Bilingual, word: string, known: readonly string[]): void {
	const meant = nearest(word, known);
	const hint = meant === null ? named('', '') : named(`，是不是 ${meant}？`, `; did you mean ${meant}?`);
	refuse(reader.shape, at, 'unknown-rule', {
		zh: `没有${what.zh} ${shown(word)}${hint.zh}`,
		en: `there is no ${what.en} ${shown(word)}${hint.en}`,
	});
}

/** Settings of rules: `rule-id: severity` or `rule-id: { severity, params, source }`. Which ids exist, the rule book knows. */
function readRules(reader: Reader, node: YamlNode | undefined): Readonly<Record<string, RuleSetting>> {
	const settings: [string, RuleSetting][] = [];
	for (const entry of entriesOf(reader, node, named('rules', 'rules'))) {
		const { key, value } = entry;
		if (!/^[a-z][a-z0-9-]{0,79}$/.test(key)) {
			refuse(reader.shape, entry, 'rule-id', { zh: `${shown(key)} 不像规则名`, en: `${shown(key)} is no rule id` });
			continue;
		}
		const known = reader.rules?.get(key);
		if (reader.rules !== null && known === undefined) {
			unknownWord(reader, entry, named('规则', 'rule'), key, [...reader.rules.keys()]);
			continue;
		}
		const short = value.kind === 'scalar';
		const map = short
			? null
			: mapOf(reader.shape, value, ['severity', 'params', 'source'], named('规则设置', 'a rule setting'));
		const severityNode = short ? value : map?.get('severity');
		const params: [string, Parameter][] = [];
		for (const each of entriesOf(reader, map?.get('params'), named('params', 'params'))) {
			if (known !== undefined && !known.includes(each.key)) {
				unknownWord(reader, each, named(`规则 ${key} 的参数`, `parameter of ${key}`), each.key, known);
				continue;
			}
			const read = readParameter(reader, each.value, each.key);
			if (read !== null) params.push([each.key, read]);
		}
		const sourceNode = map?.get('source');
		settings.push([
			key,
			{
				// YAML 1.2 keeps off as text; `false` is what people mean by it as well.
				...(severityNode === undefined
					? {}
					: {
							severity:
								severityNode.kind === 'scalar' && severityNode.value === false
									? ('off' as const)
									: choiceOf(reader.shape, severityNode, severities, 'warning', named('severity', 'severity')),
						}),
				...(params.length === 0 ? {} : { params: Object.fromEntries(params) }),
				...(sourceNode === undefined ? {} : { source: readSource(reader, sourceNode, ownWish) }),
			},
		]);
	}
	return Object.fromEntries(settings);
}

/** Rule settings of `bianxu.yaml`, which names no sources of its own. */
export function readRuleSettings(
	shape: Shape,
	node: YamlNode | undefined,
	rules: KnownRules | null,
): Readonly<Record<string, RuleSetting>> {
	return readRules({ shape, sources: new Map(), rules }, node);
}

function readSalutations(reader: Reader, node: YamlNode): readonly SalutationForm[] {
	const what = named('称谓', 'a salutation');
	return listOf(reader.shape, node, named('salutations', 'salutations')).flatMap((item) => {
		const map = mapOf(reader.shape, item, ['value', 'for', 'levels', 'source'], what);
		if (map === null) return [];
		const levels = listOf(reader.shape, map.get('levels'), named('levels', 'levels'));
		return [
			{
				value: requiredText(reader.shape, map.get('value'), item, what),
				source: readSource(reader, map.get('source'), ownWish),
				for: choiceOf(reader.shape, map.get('for'), ['oral', 'written'] as const, 'oral', named('for', 'for')),
				levels: levels.map((level) =>
					choiceOf(reader.shape, level, congressLevels, 'prefecture', named('级别', 'the level')),
				),
			},
		];
	});
}

function readClosings(reader: Reader, node: YamlNode): readonly Sourced<string>[] {
	const what = named('结束语', 'a closing');
	return listOf(reader.shape, node, named('closings', 'closings')).flatMap((item) => {
		const map = mapOf(reader.shape, item, ['value', 'source'], what);
		if (map === null) return [];
		return [
			{
				value: requiredText(reader.shape, map.get('value'), item, what),
				source: readSource(reader, map.get('source'), ownWish),
			},
		];
	});
}

function readParts(reader: Reader, node: YamlNode): readonly PartRequirement[] {
	return listOf(reader.shape, node, named('parts', 'parts')).flatMap((item) => {
		const map = mapOf(reader.shape, item, ['id', 'name', 'words', 'required', 'source'], named('组成部分', 'a part'));
		if (map === null) return [];
		const required = map.get('required');
		return [
			{
				id: requiredText(reader.shape, map.get('id'), item, named('id', 'id')),
				name: requiredText(reader.shape, map.get('name'), item, named('name', 'name')),
				words: texts(reader, map.get('words'), named('words', 'words')),
				required: required?.kind === 'scalar' && required.value === true,
				source: readSource(reader, map.get('source'), ownWish),
			},
		];
	});
}

function readValues(reader: Reader, map: ReadonlyMap<string, YamlNode>): LayerValues {
	const list = <T>(key: string, read: (node: YamlNode) => T): T | null => {
		const node = map.get(key);
		return node === undefined ? null : read(node);
	};
	return {
		page: readPage(reader, map.get('page')),
		fonts: readFonts(reader, map.get('fonts')),
		roles: readRoles(reader, map.get('roles')),
		rules: readRules(reader, map.get('rules')),
		salutations: list('salutations', (node) => readSalutations(reader, node)),
		closings: list('closings', (node) => readClosings(reader, node)),
		titleWords: list('titleWords', (node) => texts(reader, node, named('titleWords', 'titleWords'))),
		parts: list('parts', (node) => readParts(reader, node)),
	};
}

/** What a profile extends, before its sources are known; null for nothing. Faults of the text are those of `readLayer`. */
export function parentOfLayer(text: string): string | null {
	const { root } = readYaml(text, 'template');
	const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'extends') : undefined;
	return entry?.value.kind === 'scalar' && entry.value.text.trim() !== '' ? entry.value.text.trim() : null;
}

/**
 * Reads one template or profile. `known` are the sources of the layers below it, so that an extension need not repeat
 * them; `rules` what its settings may name. `layer` is null when the file cannot be used; problems say why, with lines (codes `template-…`).
 */
export function readLayer(
	text: string,
	known: ReadonlyMap<string, Source> = new Map(),
	rules: KnownRules | null = null,
): {
	readonly layer: Layer | null;
	readonly sources: ReadonlyMap<string, Source>;
	readonly problems: readonly Problem[];
} {
	const { root, problems } = readYaml(text, 'template');
	if (root === null) return { layer: null, sources: known, problems };
	const shape = newShape('template');
	const map = mapOf(
		shape,
		root,
		['id', 'name', 'extends', 'sources', 'templates', ...valueKeys],
		named('模板', 'a template'),
	);
	if (map === null) return { layer: null, sources: known, problems: shape.problems };
	const sources = readSources(shape, map.get('sources'), known);
	const reader: Reader = { shape, sources, rules };
	const typed: [string, LayerValues][] = [];
	const perType = map.get('templates');
	if (perType !== undefined) {
		for (const [id, value] of mapOf(shape, perType, templateIds, named('templates', 'templates')) ?? []) {
			const values = mapOf(shape, value, valueKeys, named('某一类材料的值', 'values of one type'));
			if (values !== null) typed.push([id, readValues(reader, values)]);
		}
	}
	const parent = textOf(shape, map.get('extends'), '', named('extends', 'extends'));
	const layer: Layer = {
		id: requiredText(shape, map.get('id'), 1, named('id', 'id')),
		name: textOf(shape, map.get('name'), '', named('name', 'name')),
		extends: parent === '' ? null : parent,
		...readValues(reader, map),
		templates: Object.fromEntries(typed),
	};
	return { layer: shape.fatal ? null : layer, sources, problems: shape.problems };
}
