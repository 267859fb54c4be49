/** The part of the lock that is about paper and people: page layers, print ledger, sign-offs, error ledger. */

import type { Bilingual, Fault, FaultKind, FaultStep, Lock, PrintRecord, SideHash, SignOff } from '@bianxu/model';
import { bindings } from './manifest.ts';
import { choiceOf, dayOf, integerOf, listOf, mapOf, refuse, requiredText, type Shape, textOf } from './shape.ts';
import { block } from './yaml-flow.ts';
import type { YamlNode } from './yaml-tree.ts';

/** Keys of the lock that this file reads and writes. */
export const paperKeys = ['prints', 'signOffs', 'faults', 'codes'] as const;

/** Kinds of the error ledger, in the order in which they are shown. */
export const faultKinds: readonly FaultKind[] = [
	'wording',
	'number',
	'reference',
	'format',
	'name',
	'date',
	'print',
	'distribution',
	'tool',
	'other',
];
/** Steps at which an error was made, in the order of work. */
export const faultSteps: readonly FaultStep[] = ['draft', 'review', 'numbering', 'printing', 'distribution'];

const what: Bilingual = { zh: '锁文件', en: 'the lock file' };
const named = (name: string): Bilingual => ({ zh: name, en: name });

type Keys = ReadonlyMap<string, YamlNode>;

const text = (shape: Shape, map: Keys, key: string): string => textOf(shape, map.get(key), '', named(key));
const required = (shape: Shape, map: Keys, key: string, line: number): string =>
	requiredText(shape, map.get(key), line, named(key));
const count = (shape: Shape, map: Keys, key: string): number =>
	integerOf(shape, map.get(key), [0, 1_000_000], named(key)) ?? 0;

function day(shape: Shape, map: Keys, key: string, line: number): string {
	const read = dayOf(shape, map.get(key), named(key));
	if (read === null) refuse(shape, line, 'missing', { zh: `缺少日期 ${key}`, en: `the day (${key}) is missing` });
	return read ?? '';
}

function flag(node: YamlNode | undefined): boolean {
	return node?.kind === 'scalar' && node.value === true;
}

function list<T>(
	shape: Shape,
	node: YamlNode | undefined,
	keys: readonly string[],
	read: (map: Keys, line: number) => T,
): readonly T[] {
	return listOf(shape, node, what).flatMap((each) => {
		const map = mapOf(shape, each, keys, what);
		return map === null ? [] : [read(map, each.line)];
	});
}

/** Pages as `body/mark/folio/text/length`, one word each. */
export function readSides(shape: Shape, node: YamlNode | undefined): readonly SideHash[] {
	return listOf(shape, node, what).flatMap((each) => {
		const words = textOf(shape, each, '', named('sides')).split('/');
		const [body = '', mark = '', folio = '', flow = '', length = ''] = words;
		if (words.length !== 5 || !/^[0-9a-f/]+$/.test(`${body}${mark}${folio}${flow}`) || !/^\d{1,9}$/.test(length)) {
			refuse(shape, each.line, 'sides', { zh: '页面记录写法不对', en: 'a page record is not as the tool writes it' });
			return [];
		}
		return [{ body, mark, folio, text: flow, length: Number(length) }];
	});
}

/** What `readSides` reads. */
export function sidesFlow(sides: readonly SideHash[]): readonly string[] {
	return sides.map(({ body, mark, folio, text: flow, length }) => [body, mark, folio, flow, length].join('/'));
}

const printKeys = [
	'id',
	'number',
	'sha256',
	'copies',
	'serials',
	'on',
	'binding',
	'duplex',
	'where',
	'recalled',
	'sides',
];

function readPrint(shape: Shape, map: Keys, line: number): PrintRecord {
	const number = text(shape, map, 'number');
	return {
		id: required(shape, map, 'id', line),
		number: number === '' ? null : number,
		sha256: required(shape, map, 'sha256', line),
		copies: count(shape, map, 'copies'),
		serials: text(shape, map, 'serials'),
		on: day(shape, map, 'on', line),
		binding: choiceOf(shape, map.get('binding'), bindings, 'loose', named('binding')),
		duplex: flag(map.get('duplex')),
		where: text(shape, map, 'where'),
		recalled: dayOf(shape, map.get('recalled'), named('recalled')),
		sides: readSides(shape, map.get('sides')),
	};
}

function readSignOff(shape: Shape, map: Keys, line: number): SignOff {
	return {
		id: required(shape, map, 'id', line),
		role: required(shape, map, 'role', line),
		by: required(shape, map, 'by', line),
		on: day(shape, map, 'on', line),
		verdict: choiceOf(shape, map.get('verdict'), ['approve', 'return'] as const, 'approve', named('verdict')),
		reason: text(shape, map, 'reason'),
		wordings: listOf(shape, map.get('wordings'), what).map((each) => textOf(shape, each, '', named('wordings'))),
	};
}

function readFault(shape: Shape, map: Keys, line: number): Fault {
	return {
		no: count(shape, map, 'no'),
		id: text(shape, map, 'id'),
		step: choiceOf(shape, map.get('step'), faultSteps, 'draft', named('step')),
		department: text(shape, map, 'department'),
		kind: choiceOf(shape, map.get('kind'), faultKinds, 'other', named('kind')),
		text: text(shape, map, 'text'),
		foundBy: text(shape, map, 'foundBy'),
		on: day(shape, map, 'on', line),
		remarks: list(shape, map.get('remarks'), ['by', 'on', 'text'], (each, at) => ({
			by: text(shape, each, 'by'),
			on: day(shape, each, 'on', at),
			text: text(shape, each, 'text'),
		})),
		struck: flag(map.get('struck')),
	};
}

/** Reads the sections of paper and people; a section that is absent stays absent. */
export function readPaperRecords(shape: Shape, map: Keys): Pick<Lock, 'prints' | 'signOffs' | 'faults' | 'codes'> {
	const has = (key: string): boolean => map.has(key);
	return {
		...(has('prints')
			? { prints: list(shape, map.get('prints'), printKeys, (each, line) => readPrint(shape, each, line)) }
			: {}),
		...(has('signOffs')
			? {
					signOffs: list(
						shape,
						map.get('signOffs'),
						['id', 'role', 'by', 'on', 'verdict', 'reason', 'wordings'],
						(each, line) => readSignOff(shape, each, line),
					),
				}
			: {}),
		...(has('faults')
			? {
					faults: list(
						shape,
						map.get('faults'),
						['no', 'id', 'step', 'department', 'kind', 'text', 'foundBy', 'on', 'remarks', 'struck'],
						(each, line) => readFault(shape, each, line),
					),
				}
			: {}),
		...(has('codes')
			? {
					codes: list(shape, map.get('codes'), ['signOffs', 'prints', 'faults', 'code'], (each, line) => ({
						signOffs: count(shape, each, 'signOffs'),
						prints: count(shape, each, 'prints'),
						faults: count(shape, each, 'faults'),
						code: required(shape, each, 'code', line),
					})),
				}
			: {}),
	};
}

/** Writes what `readPaperRecords` reads; nothing for sections that are absent. */
export function writePaperRecords({ prints, signOffs, faults, codes }: Lock): readonly string[] {
	return [
		prints === undefined
			? ''
			: block(
					'prints',
					prints.map(({ id, number, sha256, copies, serials, on, binding, duplex, where, recalled, sides }) => ({
						id,
						number,
						sha256,
						copies,
						serials,
						on,
						binding,
						duplex,
						where,
						recalled,
						sides: sidesFlow(sides),
					})),
				),
		signOffs === undefined
			? ''
			: block(
					'signOffs',
					signOffs.map(({ id, role, by, on, verdict, reason, wordings }) => ({
						id,
						role,
						by,
						on,
						verdict,
						reason,
						wordings,
					})),
				),
		faults === undefined
			? ''
			: block(
					'faults',
					faults.map(({ no, id, step, department, kind, text: words, foundBy, on, remarks, struck }) => ({
						no,
						id,
						step,
						department,
						kind,
						text: words,
						foundBy,
						on,
						remarks: remarks.map(({ by, on: then, text: said }) => ({ by, on: then, text: said })),
						struck,
					})),
				),
		codes === undefined
			? ''
			: block(
					'codes',
					codes.map(({ signOffs: signed, prints: printed, faults: found, code }) => ({
						signOffs: signed,
						prints: printed,
						faults: found,
						code,
					})),
				),
	];
}
