/**
 * The chain over sign-offs, prints and errors (packets.md §6, 链式哈希). Each write that adds records adds a link. What a
 * record said when it was made cannot be changed, taken out or put in later without another code in every link that
 * follows; whoever computes all links anew still cannot change the codes that stand on signed slips.
 */

import type { Fault, LedgerCode, Lock, PrintRecord, SignOff } from '@bianxu/model';

type Hash = (text: string) => string;

const codeLength = 32;

/** What a record said when it was made. Collection of prints, carried wordings and remarks come later. */
const signOffText = ({ id, role, by, on, verdict, reason, wordings }: SignOff): unknown => [
	id,
	role,
	by,
	on,
	verdict,
	reason,
	wordings[0] ?? '',
];
const printText = ({ id, number, sha256, copies, on, binding, duplex, sides }: PrintRecord): unknown => [
	id,
	number,
	sha256,
	copies,
	on,
	binding,
	duplex,
	sides.map(({ body, mark, folio }) => `${body}/${mark}/${folio}`),
];
const faultText = ({ no, id, step, department, text, foundBy, on }: Fault): unknown => [
	no,
	id,
	step,
	department,
	text,
	foundBy,
	on,
];

const nothing = { signOffs: 0, prints: 0, faults: 0, code: '' };

function countsOf({ signOffs = [], prints = [], faults = [] }: Lock): Omit<LedgerCode, 'code'> {
	return { signOffs: signOffs.length, prints: prints.length, faults: faults.length };
}

/** The link that follows `last` when there are so many records. */
function linkOf(lock: Lock, last: LedgerCode, counts: Omit<LedgerCode, 'code'>, hash: Hash): LedgerCode {
	const { signOffs = [], prints = [], faults = [] } = lock;
	const added = [
		signOffs.slice(last.signOffs, counts.signOffs).map(signOffText),
		prints.slice(last.prints, counts.prints).map(printText),
		faults.slice(last.faults, counts.faults).map(faultText),
	];
	return { ...counts, code: hash(JSON.stringify([last.code, added])).slice(0, codeLength) };
}

const same = (a: Omit<LedgerCode, 'code'>, b: Omit<LedgerCode, 'code'>): boolean =>
	a.signOffs === b.signOffs && a.prints === b.prints && a.faults === b.faults;

/** The lock with a link for the records that have none yet; the same lock when every record has one. */
export function withLedgerCode(lock: Lock, hash: Hash): Lock {
	const codes = lock.codes ?? [];
	const last = codes.at(-1) ?? nothing;
	const counts = countsOf(lock);
	if (same(last, counts)) return lock;
	return { ...lock, codes: [...codes, linkOf(lock, last, counts, hash)] };
}

/** True when every link is that of the records it counts, and the last one counts all there are. */
export function ledgerIsWhole(lock: Lock, hash: Hash): boolean {
	let last: LedgerCode = nothing;
	for (const link of lock.codes ?? []) {
		const grown = link.signOffs >= last.signOffs && link.prints >= last.prints && link.faults >= last.faults;
		if (!grown || linkOf(lock, last, link, hash).code !== link.code) return false;
		last = link;
	}
	return same(last, countsOf(lock));
}

/** The link that a slip bears, by the first digits of its code (8 or more); null when the chain has none such. */
export function linkWithCode(lock: Lock, code: string): { readonly link: LedgerCode; readonly later: number } | null {
	const digits = code.trim().toLowerCase();
	const codes = lock.codes ?? [];
	const at = digits.length < 8 ? -1 : codes.findIndex((link) => link.code.startsWith(digits));
	const link = codes[at];
	return link === undefined ? null : { link, later: codes.length - 1 - at };
}
