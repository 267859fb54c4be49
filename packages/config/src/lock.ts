/** packet.lock.yaml: what the tool keeps beside the manifest. Written with a fixed layout, so that the same lock gives the same bytes. */

import type {
	Bilingual,
	HeldReference,
	Lock,
	LockedMaterial,
	PageMapEntry,
	Problem,
	SessionFacts,
} from '@bianxu/model';
import { congressLevels } from './layer-words.ts';
import { attendeesOf, materialStates, numberingSchemes } from './manifest.ts';
import {
	choiceOf,
	dayOf,
	integerOf,
	listOf,
	mapOf,
	newShape,
	refuse,
	requiredText,
	type Shape,
	textOf,
} from './shape.ts';
import { paperKeys, readPaperRecords, readSides, sidesFlow, writePaperRecords } from './lock-paper.ts';
import { block, flow } from './yaml-flow.ts';
import { readYaml, type YamlNode } from './yaml-tree.ts';

const named = (zh: string, en: string): Bilingual => ({ zh, en });
const lockName = named('锁文件', 'the lock file');
const mostPages = 100_000;

type Keys = ReadonlyMap<string, YamlNode>;

function required(shape: Shape, map: Keys, key: string, line: number): string {
	return requiredText(shape, map.get(key), line, named(key, key));
}

function optional(shape: Shape, map: Keys, key: string): string | null {
	const text = textOf(shape, map.get(key), '', named(key, key));
	return text === '' ? null : text;
}

/** A text kept exactly as written: `textOf` trims, and a mention may begin with a blank. */
function exact(node: YamlNode | undefined): string {
	return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
}

function day(shape: Shape, map: Keys, line: number): string {
	const read = dayOf(shape, map.get('on'), named('on', 'on'));
	if (read === null) refuse(shape, line, 'missing', { zh: '缺少日期 on', en: 'the day (on) is missing' });
	return read ?? '';
}

function entries<T>(
	shape: Shape,
	node: YamlNode | undefined,
	keys: readonly string[],
	read: (map: Keys, line: number) => T,
): readonly T[] {
	return listOf(shape, node, lockName).flatMap((each) => {
		const map = mapOf(shape, each, keys, lockName);
		return map === null ? [] : [read(map, each.line)];
	});
}

function words(shape: Shape, node: YamlNode | undefined): readonly string[] {
	return listOf(shape, node, lockName).map((word) => textOf(shape, word, '', lockName));
}

function readMaterial(shape: Shape, map: Keys, line: number): LockedMaterial {
	return {
		id: required(shape, map, 'id', line),
		number: optional(shape, map, 'number'),
		state: choiceOf(shape, map.get('state'), materialStates, 'draft', named('state', 'state')),
		path: required(shape, map, 'path', line),
		sha256: required(shape, map, 'sha256', line),
		item: required(shape, map, 'item', line),
		...(map.has('person') ? { person: required(shape, map, 'person', line) } : {}),
	};
}

function readSession(shape: Shape, node: YamlNode | undefined): SessionFacts | null {
	if (node === undefined) return null;
	const keys = ['place', 'level', 'organ', 'term', 'meeting', 'days', 'venue', 'attendees'];
	const map = mapOf(shape, node, keys, lockName);
	if (map === null) return null;
	const ordinal = (key: string): number => integerOf(shape, map.get(key), [1, 999], named(key, key)) ?? 1;
	const venue = optional(shape, map, 'venue');
	const attendees = attendeesOf(shape, map.get('attendees'));
	return {
		place: required(shape, map, 'place', node.line),
		level: choiceOf(shape, map.get('level'), congressLevels, 'prefecture', named('level', 'level')),
		organ: required(shape, map, 'organ', node.line),
		term: ordinal('term'),
		meeting: ordinal('meeting'),
		days: words(shape, map.get('days')),
		...(venue === null ? {} : { venue }),
		...(attendees === null ? {} : { attendees }),
	};
}

function readHeld(shape: Shape, map: Keys, line: number): HeldReference {
	const by = optional(shape, map, 'by');
	return {
		in: required(shape, map, 'in', line),
		block: integerOf(shape, map.get('block'), [0, 10_000_000], named('block', 'block')) ?? 0,
		start: integerOf(shape, map.get('start'), [0, 100_000_000], named('start', 'start')) ?? 0,
		text: exact(map.get('text')),
		target: optional(shape, map, 'target'),
		...(map.has('open') ? { open: true as const } : {}),
		...(by === null ? {} : { accepted: { by, on: day(shape, map, line) } }),
	};
}

/** The session as a field, or nothing. */
function withSession(session: SessionFacts | null): { readonly session?: SessionFacts } {
	return session === null ? {} : { session };
}

function readPairs(shape: Shape, node: YamlNode | undefined): readonly (readonly [number, number])[] {
	const page = (each: YamlNode | undefined): number =>
		integerOf(shape, each, [0, mostPages], named('blocks', 'blocks')) ?? 0;
	return listOf(shape, node, lockName).map((pair) => {
		const [first, last] = listOf(shape, pair, lockName);
		return [page(first), page(last)] as const;
	});
}

function readPage(shape: Shape, map: Keys, line: number): PageMapEntry {
	return {
		id: required(shape, map, 'id', line),
		pages: integerOf(shape, map.get('pages'), [0, mostPages], named('pages', 'pages')) ?? 0,
		first: integerOf(shape, map.get('first'), [0, mostPages], named('first', 'first')) ?? 0,
		hash: required(shape, map, 'hash', line),
		...(map.has('blocks') ? { blocks: readPairs(shape, map.get('blocks')) } : {}),
		...(map.has('sides') ? { sides: readSides(shape, map.get('sides')) } : {}),
	};
}

function readPageMap(shape: Shape, node: YamlNode | undefined): Lock['pageMap'] {
	if (node === undefined || (node.kind === 'scalar' && node.value === null)) return null;
	const map = mapOf(shape, node, ['file', 'on', 'entries'], lockName);
	if (map === null) return null;
	return {
		file: required(shape, map, 'file', node.line),
		on: day(shape, map, node.line),
		entries: entries(shape, map.get('entries'), ['id', 'pages', 'first', 'hash', 'blocks', 'sides'], (each, line) =>
			readPage(shape, each, line),
		),
	};
}

/** Reads packet.lock.yaml. Never throws; `lock` is null when anything in it is not as the tool writes it. */
export function readLock(text: string): { readonly lock: Lock | null; readonly problems: readonly Problem[] } {
	const { root, problems } = readYaml(text, 'lock');
	if (root === null) return { lock: null, problems };
	const shape = newShape('lock');
	const keys = [
		'version',
		'scheme',
		'session',
		'items',
		'materials',
		'tombstones',
		'moves',
		'held',
		'departures',
		'pageMap',
		...paperKeys,
		'seal',
	];
	const map = mapOf(shape, root, keys, lockName);
	if (map === null) return { lock: null, problems: shape.problems };
	const version = integerOf(shape, map.get('version'), [1, 1], named('version', 'version'));
	if (version === null) refuse(shape, 1, 'missing', { zh: '缺少 version', en: 'version is missing' });
	const session = readSession(shape, map.get('session'));
	const lock: Lock = {
		version: 1,
		...withSession(session),
		scheme: choiceOf(shape, map.get('scheme'), numberingSchemes, 'continuous', named('scheme', 'scheme')),
		items: words(shape, map.get('items')),
		materials: entries(
			shape,
			map.get('materials'),
			['id', 'number', 'state', 'path', 'sha256', 'item', 'person'],
			(each, line) => readMaterial(shape, each, line),
		),
		tombstones: entries(shape, map.get('tombstones'), ['id', 'number', 'reason', 'on'], (each, line) => ({
			id: required(shape, each, 'id', line),
			number: required(shape, each, 'number', line),
			reason: exact(each.get('reason')),
			on: day(shape, each, line),
		})),
		moves: entries(shape, map.get('moves'), ['id', 'from', 'to', 'on', 'session'], (each, line) => ({
			id: required(shape, each, 'id', line),
			from: optional(shape, each, 'from'),
			to: optional(shape, each, 'to'),
			on: day(shape, each, line),
			...(each.has('session') ? { session: required(shape, each, 'session', line) } : {}),
		})),
		...(map.has('held')
			? {
					held: entries(
						shape,
						map.get('held'),
						['in', 'block', 'start', 'text', 'target', 'open', 'by', 'on'],
						(each, line) => readHeld(shape, each, line),
					),
				}
			: {}),
		...(map.has('departures')
			? {
					departures: entries(shape, map.get('departures'), ['ids', 'numbers', 'items', 'gone', 'session'], (each) => ({
						ids: words(shape, each.get('ids')),
						numbers: entries(shape, each.get('numbers'), ['id', 'number'], (one, line) => ({
							id: required(shape, one, 'id', line),
							number: required(shape, one, 'number', line),
						})),
						items: words(shape, each.get('items')),
						...(each.has('gone') ? { gone: words(shape, each.get('gone')) } : {}),
						...withSession(readSession(shape, each.get('session'))),
					})),
				}
			: {}),
		pageMap: readPageMap(shape, map.get('pageMap')),
		...readPaperRecords(shape, map),
	};
	return shape.fatal ? { lock: null, problems: shape.problems } : { lock, problems: shape.problems };
}

/** Writes packet.lock.yaml: one line per entry, so that differences between two versions can be read. `readLock` gives back the same lock. */
export function writeLock(lock: Lock): string {
	const { pageMap } = lock;
	return [
		'# 由 bianxu 维护：编号、状态、墓碑、改号对照、付印页码。请勿手工修改。\n',
		`version: ${lock.version}\n`,
		`scheme: ${lock.scheme}\n`,
		lock.session === undefined ? '' : `session: ${flow(lock.session)}\n`,
		`items: ${flow(lock.items)}\n`,
		block(
			'materials',
			lock.materials.map(({ id, number, state, path, sha256, item, person }) => ({
				id,
				number,
				state,
				path,
				sha256,
				item,
				person,
			})),
		),
		block(
			'tombstones',
			lock.tombstones.map(({ id, number, reason, on }) => ({ id, number, reason, on })),
		),
		block(
			'moves',
			lock.moves.map(({ id, from, to, on, session }) => ({ id, from, to, on, session })),
		),
		lock.held === undefined
			? ''
			: block(
					'held',
					lock.held.map(({ in: paper, block: at, start, text, target, open, accepted }) => ({
						in: paper,
						block: at,
						start,
						text,
						target,
						open,
						by: accepted?.by,
						on: accepted?.on,
					})),
				),
		lock.departures === undefined
			? ''
			: block(
					'departures',
					lock.departures.map(({ ids, numbers, items, gone, session }) => ({ ids, numbers, items, gone, session })),
				),
		pageMap === null
			? 'pageMap: null\n'
			: `pageMap:\n  file: ${flow(pageMap.file)}\n  on: ${flow(pageMap.on)}\n${block(
					'entries',
					pageMap.entries.map(({ id, pages, first, hash, blocks, sides }) => ({
						id,
						pages,
						first,
						hash,
						blocks,
						sides: sides === undefined ? undefined : sidesFlow(sides),
					})),
					'  ',
				)}`,
		...writePaperRecords(lock),
	].join('');
}
