/** packet.yaml to a checked Manifest (contract: Packet manifest). What files exist is the engine's to see. */

import type {
	Bilingual,
	Binding,
	Manifest,
	ManifestItem,
	ManifestMaterial,
	MaterialKind,
	MaterialState,
	NumberingPolicy,
	NumberingScheme,
	Problem,
	ReviewPolicy,
	ScheduleEntry,
	Series,
	SessionFacts,
	UnnumberedKind,
	UnnumberedPaper,
} from '@bianxu/model';
import { congressLevels } from './layer-words.ts';
import { defaultProfile } from './resolve-template.ts';
import {
	choiceOf,
	dayOf,
	integerOf,
	listOf,
	mapOf,
	newShape,
	refuse,
	remark,
	requiredText,
	type Shape,
	shown,
	textOf,
} from './shape.ts';
import { readYaml, type YamlNode } from './yaml-tree.ts';

export const numberingSchemes: readonly NumberingScheme[] = ['continuous', 'item', 'frozen'];
export const materialStates: readonly MaterialState[] = ['draft', 'numbered', 'printed', 'distributed', 'withdrawn'];
const materialKinds: readonly MaterialKind[] = [
	'report',
	'duty',
	'appointment',
	'bill',
	'draft',
	'explanation',
	'opinion',
	'attachment',
	'list',
	'minutes',
	'other',
];
const unnumberedKinds: readonly UnnumberedKind[] = [
	'agenda',
	'schedule',
	'contents',
	'host-script',
	'attendees',
	'voting',
	'notice',
];
const seriesNames: readonly Series[] = ['main', 'written', 'reference', 'supplement'];
export const bindings: readonly Binding[] = ['loose', 'stapled', 'saddle'];
const pageNumberings = ['material', 'packet'] as const;

const defaultForm = '会议材料之{n}';
/** A session has some dozens of papers; beyond this a number could not be written in Han numerals. */
const mostMaterials = 9999;

const named = (zh: string, en: string): Bilingual => ({ zh, en });

/** What has been named so far, to find names used twice. */
interface Names {
	readonly items: Map<string, number>;
	/** Materials and unnumbered papers share one space of ids, because plans and sign-offs name either. */
	readonly papers: Map<string, number>;
	readonly files: Map<string, number>;
}

/** The usual id, told without the tables of all letters. */
const PLAIN_ID = /^[A-Za-z0-9][\w.-]{0,63}$/;

/** An id: letters (Han too), digits, - _ . inside; never what plans and sign-offs use as separators (@ : = ,). */
function idOf(
	shape: Shape,
	node: YamlNode | undefined,
	line: number,
	what: Bilingual,
	taken: Map<string, number>,
): string {
	const id = requiredText(shape, node, line, what);
	if (id === '') return id;
	const at = node?.line ?? line;
	if (!PLAIN_ID.test(id) && !/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(id)) {
		refuse(shape, at, 'id', {
			zh: `${what.zh}「${shown(id)}」只能用字母、汉字、数字和 - _ .，不超过64个字`,
			en: `${what.en} "${shown(id)}" may hold letters, digits, - _ . only, at most 64`,
		});
		return id;
	}
	const first = taken.get(id);
	if (first === undefined) taken.set(id, at);
	else {
		refuse(shape, at, 'duplicate-id', {
			zh: `${what.zh} ${id} 在第${first}行已经用过；标识不得重复，复制来的一行请另起一个标识`,
			en: `${what.en} ${id} is already used in line ${first}; give the copied entry an id of its own`,
		});
	}
	return id;
}

/** A path inside the packet folder, with forward slashes. */
function fileOf(shape: Shape, node: YamlNode | undefined, line: number, names: Names): string {
	const file = requiredText(shape, node, line, named('文件名 file', 'the file'));
	if (file === '') return file;
	const at = node?.line ?? line;
	const parts = file.split('/');
	const outside = file.startsWith('/') || /^[A-Za-z]:/.test(file) || parts.some((part) => part === '..' || part === '');
	// biome-ignore lint/suspicious/noControlCharactersInRegex: a path with control characters is refused on purpose
	if (outside || /[\\\u0000-\u001f\u007f]/.test(file) || parts[0] === '.bianxu') {
		refuse(shape, at, 'file', {
			zh: `文件「${shown(file)}」应当是清单所在文件夹里的文件，用 / 分隔，不用 .. 和盘符`,
			en: `file "${shown(file)}" must lie inside the packet folder: forward slashes, no .. and no drive`,
		});
		return file;
	}
	const first = names.files.get(file);
	if (first === undefined) names.files.set(file, at);
	else {
		refuse(shape, at, 'duplicate-file', {
			zh: `文件 ${shown(file)} 在第${first}行已经列过，一个文件只能是一份材料`,
			en: `file ${shown(file)} is already listed in line ${first}; one file is one paper`,
		});
	}
	return file;
}

function readSession(shape: Shape, node: YamlNode | undefined): SessionFacts {
	const what = named('会议信息 session', 'session');
	const nothing: SessionFacts = { place: '', level: 'prefecture', organ: '', term: 1, meeting: 1, days: [] };
	if (node === undefined) {
		refuse(shape, 1, 'missing', named('缺少会议信息 session', 'session is missing'));
		return nothing;
	}
	const map = mapOf(shape, node, ['place', 'level', 'organ', 'term', 'meeting', 'days', 'venue', 'attendees'], what);
	if (map === null) return nothing;
	const place = requiredText(shape, map.get('place'), node.line, named('地名 place', 'the place'));
	const ordinal = (key: string, name: Bilingual): number => {
		const value = integerOf(shape, map.get(key), [1, 999], name);
		if (value === null && !map.has(key))
			refuse(shape, node.line, 'missing', { zh: `缺少${name.zh}`, en: `${name.en} is missing` });
		return value ?? 1;
	};
	const days = listOf(shape, map.get('days'), named('会期 days', 'days')).flatMap((day) => {
		const read = dayOf(shape, day, named('会期', 'a day of the session'));
		return read === null ? [] : [read];
	});
	for (let at = 1; at < days.length; at += 1) {
		if ((days[at - 1] ?? '') >= (days[at] ?? ''))
			refuse(shape, map.get('days')?.line ?? node.line, 'days', {
				zh: '会期各日应当由早到晚，不重复',
				en: 'the days of the session must be in order, each once',
			});
	}
	return {
		place,
		level: choiceOf(shape, map.get('level'), congressLevels, 'prefecture', named('层级 level', 'level')),
		organ: textOf(shape, map.get('organ'), `${place}人民代表大会常务委员会`, named('机关 organ', 'the organ')),
		term: ordinal('term', named('届 term', 'the term')),
		meeting: ordinal('meeting', named('次 meeting', 'the meeting')),
		days,
		...withWhere(shape, map),
	};
}

/** Where the session is held and who attends; both may be left out. */
function withWhere(shape: Shape, map: ReadonlyMap<string, YamlNode>): Pick<SessionFacts, 'venue' | 'attendees'> {
	const venue = textOf(shape, map.get('venue'), '', named('会议地点 venue', 'the venue'));
	const attendees = attendeesOf(shape, map.get('attendees'));
	return { ...(venue === '' ? {} : { venue }), ...(attendees === null ? {} : { attendees }) };
}

/** A map from posts to names: the keys are words of the office, none is known beforehand. */
export function attendeesOf(shape: Shape, node: YamlNode | undefined): Readonly<Record<string, string>> | null {
	if (node === undefined || (node.kind === 'scalar' && node.value === null)) return null;
	const what = named('列席人员 attendees', 'attendees');
	if (node.kind !== 'map') {
		refuse(shape, node.line, 'shape', {
			zh: '列席人员 attendees 应当写成「职务: 姓名」',
			en: 'attendees must be a map from posts to names',
		});
		return null;
	}
	return Object.fromEntries(node.entries.map(({ key, value }) => [key, textOf(shape, value, '', what)]));
}

function readNumbering(shape: Shape, node: YamlNode | undefined): NumberingPolicy {
	const standard: NumberingPolicy = {
		scheme: 'continuous',
		form: defaultForm,
		freezeAt: 'distributed',
		pages: 'material',
	};
	if (node === undefined || (node.kind === 'scalar' && node.value === null)) return standard;
	const map = mapOf(shape, node, ['scheme', 'form', 'freezeAt', 'pages'], named('编号设置 numbering', 'numbering'));
	if (map === null) return standard;
	const form = textOf(shape, map.get('form'), defaultForm, named('编号式样 form', 'the form'));
	const places = form.split(/\{n\}|\{arabic\}/).length - 1;
	if (places !== 1 || form.length > 80 || form.includes('\n')) {
		refuse(shape, map.get('form')?.line ?? node.line, 'form', {
			zh: `编号式样「${shown(form)}」里须有且只有一处 {n}（汉字）或 {arabic}（阿拉伯数字）`,
			en: `the form "${shown(form)}" must hold {n} (Han) or {arabic} exactly once`,
		});
	}
	return {
		scheme: choiceOf(shape, map.get('scheme'), numberingSchemes, 'continuous', named('编号方案 scheme', 'the scheme')),
		form,
		freezeAt: choiceOf(
			shape,
			map.get('freezeAt'),
			['numbered', 'printed', 'distributed'] as const,
			'distributed',
			named('封号时点 freezeAt', 'freezeAt'),
		),
		pages: choiceOf(shape, map.get('pages'), pageNumberings, 'material', named('页码 pages', 'pages')),
	};
}

const materialKeys = [
	'id',
	'file',
	'title',
	'kind',
	'department',
	'person',
	'state',
	'copies',
	'binding',
	'of',
	'series',
	'supplements',
	'replaces',
];

function optionalText(shape: Shape, node: YamlNode | undefined, what: Bilingual): string | null {
	const text = textOf(shape, node, '', what);
	return text === '' ? null : text;
}

interface LinedMaterial {
	readonly line: number;
	readonly material: ManifestMaterial;
}

function readMaterial(shape: Shape, node: YamlNode, names: Names): LinedMaterial | null {
	const map = mapOf(shape, node, materialKeys, named('材料', 'a material'));
	if (map === null) return null;
	const text = (key: string, zh: string): string => textOf(shape, map.get(key), '', named(`${zh} ${key}`, key));
	return {
		line: node.line,
		material: {
			id: idOf(shape, map.get('id'), node.line, named('材料标识 id', 'the id of a material'), names.papers),
			file: fileOf(shape, map.get('file'), node.line, names),
			title: text('title', '标题'),
			kind: choiceOf(shape, map.get('kind'), materialKinds, 'other', named('文种 kind', 'the kind')),
			department: text('department', '部门'),
			person: text('person', '经办人'),
			state: choiceOf(shape, map.get('state'), materialStates, 'draft', named('状态 state', 'the state')),
			copies: integerOf(shape, map.get('copies'), [0, 100_000], named('份数 copies', 'copies')),
			binding: choiceOf(shape, map.get('binding'), bindings, 'loose', named('装订 binding', 'the binding')),
			series: choiceOf(shape, map.get('series'), seriesNames, 'main', named('序列 series', 'the series')),
			of: optionalText(shape, map.get('of'), named('所附材料 of', 'of')),
			supplements: optionalText(shape, map.get('supplements'), named('所补充的材料 supplements', 'supplements')),
			replaces: optionalText(shape, map.get('replaces'), named('所替换的材料 replaces', 'replaces')),
		},
	};
}

/** `public: false`; true and nothing mean open. */
function isClosed(shape: Shape, node: YamlNode | undefined): boolean {
	if (node?.kind === 'scalar' && typeof node.value === 'boolean') return !node.value;
	return choiceOf(shape, node, ['true', 'false'], 'true', named('公开否 public', 'public')) === 'false';
}

/** `withdrawn`: the decision, or true; false and nothing mean that the item stands. */
function withdrawnOf(shape: Shape, node: YamlNode | undefined): string | true | null {
	if (node?.kind === 'scalar' && typeof node.value === 'boolean') return node.value ? true : null;
	return optionalText(shape, node, named('撤回依据 withdrawn', 'withdrawn'));
}

function readItem(shape: Shape, node: YamlNode, names: Names, lined: LinedMaterial[]): ManifestItem | null {
	const map = mapOf(
		shape,
		node,
		['id', 'title', 'day', 'withdrawn', 'movedTo', 'public', 'materials'],
		named('议题', 'an item'),
	);
	if (map === null) return null;
	const materials = listOf(shape, map.get('materials'), named('材料 materials', 'materials')).flatMap((each) => {
		const read = readMaterial(shape, each, names);
		return read === null ? [] : [read];
	});
	lined.push(...materials);
	return {
		id: idOf(shape, map.get('id'), node.line, named('议题标识 id', 'the id of an item'), names.items),
		title: textOf(shape, map.get('title'), '', named('议题名称 title', 'the title')),
		day: dayOf(shape, map.get('day'), named('日期 day', 'the day')),
		withdrawn: withdrawnOf(shape, map.get('withdrawn')),
		movedTo: optionalText(shape, map.get('movedTo'), named('移至 movedTo', 'movedTo')),
		...(isClosed(shape, map.get('public')) ? { public: false as const } : {}),
		materials: materials.map(({ material }) => material),
	};
}

function readUnnumbered(shape: Shape, node: YamlNode, names: Names): UnnumberedPaper | null {
	const map = mapOf(shape, node, ['id', 'file', 'kind'], named('不编号的文件', 'an unnumbered paper'));
	if (map === null) return null;
	return {
		id: idOf(shape, map.get('id'), node.line, named('文件标识 id', 'the id of a paper'), names.papers),
		file: fileOf(shape, map.get('file'), node.line, names),
		kind: choiceOf(shape, map.get('kind'), unnumberedKinds, 'notice', named('种类 kind', 'the kind')),
	};
}

function readScheduleEntry(shape: Shape, node: YamlNode, names: Names): ScheduleEntry | null {
	const keys = ['item', 'lead', 'unit', 'person', 'steps', 'due', 'done'];
	const map = mapOf(shape, node, keys, named('筹备事项', 'a schedule entry'));
	if (map === null) return null;
	const text = (key: string): string => textOf(shape, map.get(key), '', named(key, key));
	const item = requiredText(shape, map.get('item'), node.line, named('所属议题 item', 'the item'));
	if (item !== '' && !names.items.has(item))
		remark(shape, node.line, 'unknown-item', {
			zh: `筹备事项所属议题 ${shown(item)} 不在议程中`,
			en: `the item ${shown(item)} of this entry is not on the agenda`,
		});
	return {
		item,
		lead: text('lead'),
		unit: text('unit'),
		person: text('person'),
		steps: text('steps'),
		due: dayOf(shape, map.get('due'), named('完成时限 due', 'due')),
		done: dayOf(shape, map.get('done'), named('实际完成 done', 'done')),
	};
}

/** `review: { roles: [拟稿人, 部门负责人, 会签, 分管领导], parallel: [会签] }`. */
function readReview(shape: Shape, node: YamlNode | undefined): ReviewPolicy | null {
	if (node === undefined || (node.kind === 'scalar' && node.value === null)) return null;
	const map = mapOf(shape, node, ['roles', 'parallel'], named('签审 review', 'review'));
	if (map === null) return null;
	const words = (key: string): readonly string[] =>
		listOf(shape, map.get(key), named(key, key)).map((each) => textOf(shape, each, '', named(key, key)));
	const roles = words('roles').filter((role) => role !== '');
	if (roles.length === 0 || new Set(roles).size !== roles.length) {
		refuse(shape, node.line, 'review', {
			zh: '签审角色 roles 至少一个，不重复',
			en: 'review needs at least one role, each once',
		});
	}
	return { roles, parallel: words('parallel') };
}

/** Ids that materials name must exist, and a chain of supplements must end. */
function checkLinks(shape: Shape, lined: readonly LinedMaterial[]): void {
	const byId = new Map(lined.map((each) => [each.material.id, each.material]));
	for (const { line, material } of lined) {
		for (const key of ['of', 'supplements', 'replaces'] as const) {
			const named = material[key];
			if (named === null || (byId.has(named) && named !== material.id)) continue;
			refuse(shape, line, 'unknown-id', {
				zh: `材料 ${shown(material.id)} 的 ${key} 指向 ${shown(named)}，清单里没有这份材料`,
				en: `${key} of material ${shown(material.id)} names ${shown(named)}, which is not in the manifest`,
			});
		}
		let next = material.supplements;
		for (let step = 0; next !== null; step += 1) {
			if (step > lined.length || next === material.id) {
				refuse(shape, line, 'cycle', {
					zh: `材料 ${shown(material.id)} 的 supplements 绕回了自己`,
					en: `supplements of material ${shown(material.id)} leads back to itself`,
				});
				break;
			}
			next = byId.get(next)?.supplements ?? null;
		}
	}
}

/** Stand-ins of the same length for the braces of {n} and {arabic}; private-use characters, which no manifest has. */
const openBrace = '\uE0F0';
const closeBrace = '\uE0F1';

/**
 * The contract writes `form: 会议材料之{n}` without quotes inside a flow map, where YAML takes the brace for a map of its
 * own. {n} and {arabic} are no data anywhere else, so they are hidden from the YAML reader and put back behind it.
 */
function hideForms(text: string): string {
	return text.replace(/\{(n|arabic)\}/g, `${openBrace}$1${closeBrace}`);
}

function shownForms(text: string): string {
	return text.replaceAll(openBrace, '{').replaceAll(closeBrace, '}');
}

function withForms(node: YamlNode): YamlNode {
	switch (node.kind) {
		case 'scalar': {
			const value = typeof node.value === 'string' ? shownForms(node.value) : node.value;
			return { ...node, text: shownForms(node.text), value };
		}
		case 'list':
			return { ...node, items: node.items.map(withForms) };
		case 'map':
			return {
				...node,
				entries: node.entries.map((entry) => ({ ...entry, key: shownForms(entry.key), value: withForms(entry.value) })),
			};
	}
}

/**
 * Reads packet.yaml. Never throws: every problem names its line, a misspelt key or word with the one that was probably
 * meant. `manifest` is null when anything was wrong that could give a paper a wrong number.
 */
export function readManifest(text: string): {
	readonly manifest: Manifest | null;
	readonly problems: readonly Problem[];
} {
	const { root: hidden, problems } = readYaml(hideForms(text), 'packet');
	if (hidden === null) return { manifest: null, problems };
	const root = withForms(hidden);
	const shape = newShape('packet');
	const keys = ['session', 'profile', 'numbering', 'items', 'unnumbered', 'schedule', 'review'];
	const map = mapOf(shape, root, keys, named('清单 packet.yaml', 'packet.yaml'));
	if (map === null) return { manifest: null, problems: shape.problems };
	const names: Names = { items: new Map(), papers: new Map(), files: new Map() };
	const lined: LinedMaterial[] = [];
	const session = readSession(shape, map.get('session'));
	const numbering = readNumbering(shape, map.get('numbering'));
	const items = listOf(shape, map.get('items'), named('议程 items', 'items')).flatMap((node) => {
		const item = readItem(shape, node, names, lined);
		return item === null ? [] : [item];
	});
	if (lined.length > mostMaterials)
		refuse(shape, 1, 'size', { zh: `材料多于 ${mostMaterials} 份`, en: `more than ${mostMaterials} materials` });
	else checkLinks(shape, lined);
	const unnumbered = listOf(shape, map.get('unnumbered'), named('不编号的文件 unnumbered', 'unnumbered')).flatMap(
		(node) => {
			const paper = readUnnumbered(shape, node, names);
			return paper === null ? [] : [paper];
		},
	);
	const schedule = listOf(shape, map.get('schedule'), named('筹备工作一览表 schedule', 'schedule')).flatMap((node) => {
		const entry = readScheduleEntry(shape, node, names);
		return entry === null ? [] : [entry];
	});
	const review = readReview(shape, map.get('review'));
	const profile = textOf(shape, map.get('profile'), defaultProfile, named('规格配置 profile', 'the profile'));
	if (shape.fatal) return { manifest: null, problems: shape.problems };
	return {
		manifest: { session, profile, numbering, items, unnumbered, schedule, ...(review === null ? {} : { review }) },
		problems: shape.problems,
	};
}
