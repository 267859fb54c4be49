/** `packet ledger`: the error ledger (差错台账); and taking an edited lock as it is. */

import { faultKinds, faultSteps } from '@bianxu/config';
import type { Fault, FaultKind, FaultStep, SlipHead } from '@bianxu/model';
import { linkWithCode } from '@bianxu/packet';
import { loadPacket } from './packet-files.ts';
import { slipHead } from './packet-head.ts';
import { writeLock } from './packet-prints.ts';
import { type PacketRefused, refuse } from './packet-refusal.ts';
import type { Session } from './session.ts';
import { dateOf, type Options } from './settings.ts';

export interface LedgerRequest {
	readonly packet: string;
	readonly options: Options;
	/** Words of a new entry, or of a remark on the entry `no`. */
	readonly text?: string;
	readonly by?: string;
	readonly id?: string;
	readonly step?: string;
	readonly kind?: string;
	readonly department?: string;
	/** Ordinal of the entry that is remarked on. */
	readonly no?: number;
	/** Strike the entry out; the remark says why. */
	readonly strike?: boolean;
}

export interface PacketLedger {
	readonly refused?: undefined;
	readonly faults: readonly Fault[];
	readonly head: SlipHead;
}

/** Shows the ledger, adds an entry, or a remark to one; nothing that was written is ever taken away. */
export async function ledgerVerb(session: Session, request: LedgerRequest): Promise<PacketLedger | PacketRefused> {
	const loaded = await loadPacket(session, request.packet);
	if ('refused' in loaded) return loaded;
	const on = dateOf(session, request.options, null);
	const known = loaded.lock?.faults ?? [];
	const head = slipHead(loaded, on);
	if (request.text === undefined) return { faults: known, head };
	const { lock } = loaded;
	if (lock === null)
		return refuse(
			'packet-lock',
			'还没有锁文件：请先运行 bianxu packet apply 定号',
			'there is no lock yet: number the packet with bianxu packet apply first',
		);
	const by = request.by?.trim() ?? '';
	const text = request.text.trim();
	if (by === '' || text === '')
		return refuse('packet-by', '登记须写明内容和姓名：--by 姓名', 'an entry needs words and a name: --by NAME');
	const entry = request.no === undefined ? newFault(request, text, by, on, known, loaded.manifest.items) : null;
	if (entry !== null && 'refused' in entry) return entry;
	if (request.no !== undefined && !known.some(({ no }) => no === request.no))
		return refuse('packet-fault', `台账里没有第${request.no}条`, `the ledger has no entry ${request.no}`);
	const faults =
		entry === null
			? known.map((fault) =>
					fault.no === request.no
						? {
								...fault,
								remarks: [...fault.remarks, { by, on, text }],
								struck: fault.struck || request.strike === true,
								...(isKind(request.kind) ? { kind: request.kind } : {}),
							}
						: fault,
				)
			: [...known, entry];
	await writeLock(session, loaded, { ...lock, faults });
	return { faults, head };
}

const isKind = (word: string | undefined): word is FaultKind => faultKinds.includes(word as FaultKind);
const isStep = (word: string | undefined): word is FaultStep => faultSteps.includes(word as FaultStep);

function newFault(
	request: LedgerRequest,
	text: string,
	by: string,
	on: string,
	known: readonly Fault[],
	items: readonly { readonly materials: readonly { readonly id: string; readonly department: string }[] }[],
): Fault | PacketRefused {
	const { kind = 'other', step = 'draft', id = '' } = request;
	if (!isKind(kind) || !isStep(step))
		return refuse(
			'packet-fault',
			`差错种类应为 ${faultKinds.join('、')}，环节应为 ${faultSteps.join('、')}`,
			`kinds are ${faultKinds.join(', ')}; steps are ${faultSteps.join(', ')}`,
		);
	const material = items.flatMap(({ materials }) => materials).find((each) => each.id === id);
	if (id !== '' && material === undefined)
		return refuse('packet-unknown', `清单里没有 ${id}，请核对标识`, `the manifest has no ${id}; check the id`);
	return {
		no: known.reduce((last, { no }) => Math.max(last, no), 0) + 1,
		id,
		step,
		department: request.department ?? material?.department ?? '',
		kind,
		text,
		foundBy: by,
		on,
		remarks: [],
		struck: false,
	};
}

/**
 * Takes a lock that other hands have edited as it is and seals it again; the error ledger keeps who took it. Refused when
 * the lock is whole.
 */
export async function acceptLockVerb(
	session: Session,
	{ packet, options, by }: { readonly packet: string; readonly options: Options; readonly by: string },
): Promise<PacketLedger | PacketRefused> {
	const checked = await loadPacket(session, packet);
	if (!('refused' in checked))
		return refuse('packet-lock', '锁文件完好，不需要确认', 'the lock file is whole; there is nothing to take');
	if (!checked.refused.some(({ code }) => code === 'packet-lock-edited')) return checked;
	if (by.trim() === '')
		return refuse(
			'packet-by',
			'照用改动过的锁文件须写明姓名：--by 姓名',
			'taking an edited lock needs a name: --by NAME',
		);
	const loaded = await loadPacket(session, packet, { editedLock: 'take' });
	if ('refused' in loaded) return loaded;
	if (loaded.lock === null) return refuse('packet-lock', '没有锁文件', 'there is no lock');
	// Its codes are worth nothing any more: the chain begins anew with what is taken.
	const { codes: _codes, ...lock } = loaded.lock;
	const on = dateOf(session, options, null);
	const faults: readonly Fault[] = [
		...(lock.faults ?? []),
		{
			no: (lock.faults ?? []).reduce((last, { no }) => Math.max(last, no), 0) + 1,
			id: '',
			step: 'numbering',
			department: '',
			kind: 'other',
			text: '锁文件被改动过，核对后照用',
			foundBy: by.trim(),
			on,
			remarks: [],
			struck: false,
		},
	];
	await writeLock(session, loaded, { ...lock, faults });
	return { faults, head: slipHead(loaded, on) };
}

/** What the lock says of the code that a slip bears. */
export interface CodeChecked {
	readonly refused?: undefined;
	/** False: no link of the ledgers has it. They were written anew since, or the slip is of another packet. */
	readonly known: boolean;
	/** Times that something was recorded since. */
	readonly later: number;
}

/** Holds the 校验码 of a slip, its first digits (8 or more), beside the ledgers of the lock. Nothing is written. */
export async function checkCodeVerb(
	session: Session,
	{ packet, code }: { readonly packet: string; readonly code: string },
): Promise<CodeChecked | PacketRefused> {
	if (!/^[0-9a-f]{8,32}$/i.test(code.trim()))
		return refuse('packet-code', '校验码是单子上的8到32位数字和字母', 'a code is 8 to 32 hexadecimal digits of a slip');
	const loaded = await loadPacket(session, packet);
	if ('refused' in loaded) return loaded;
	const found = loaded.lock === null ? null : linkWithCode(loaded.lock, code);
	return { known: found !== null, later: found?.later ?? 0 };
}
