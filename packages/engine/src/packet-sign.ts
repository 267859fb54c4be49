/** `packet sign`: three levels of review on the wording of each paper. */

import type { FileResult, RoleState, SignOff, SlipHead } from '@bianxu/model';
import { defaultReview, rolesInTurn, roleStates } from '@bianxu/packet';
import { checkBytes } from './check.ts';
import { type LoadedPacket, loadPacket } from './packet-files.ts';
import { slipHead } from './packet-head.ts';
import { writeLock } from './packet-prints.ts';
import { type PacketRefused, refuse } from './packet-refusal.ts';
import { changedSince, keepWording, type Wording, wordingOf } from './packet-wording.ts';
import { joinPath } from './path.ts';
import type { Session } from './session.ts';
import { dateOf, type Options, settingsOfManifest } from './settings.ts';

export interface SignRequest {
	readonly packet: string;
	readonly options: Options;
	readonly ids: readonly string[];
	readonly role: string;
	readonly by: string;
	/** Sends the papers back with this reason; absent: approves. */
	readonly returned?: string;
}

/** One paper that was signed or sent back. */
export interface SignedPaper {
	readonly id: string;
	readonly title: string;
	readonly department: string;
	readonly number: string | null;
	readonly roles: readonly RoleState[];
	/** Findings at the time: they go with a return. */
	readonly check: FileResult;
}

export interface PacketSigned {
	readonly refused?: undefined;
	readonly papers: readonly SignedPaper[];
	readonly head: SlipHead;
}

/** State of the roles of one paper as it stands, and its wording. */
export async function reviewOf(
	session: Session,
	loaded: LoadedPacket,
	id: string,
): Promise<{ readonly states: readonly RoleState[]; readonly wording: Wording } | null> {
	const document = loaded.documents.get(id);
	if (document === undefined) return null;
	const wording = wordingOf(session, document);
	const own = (loaded.lock?.signOffs ?? []).filter((each) => each.id === id);
	const notes = new Map<SignOff, string>();
	for (const each of own) {
		if (!each.wordings.includes(wording.hash))
			notes.set(each, await changedSince(session, loaded.folder, each, wording, document));
	}
	const states = roleStates(loaded.manifest.review ?? defaultReview, own, {
		hash: wording.hash,
		changed: (signed) => notes.get(signed) ?? '',
	});
	return { states, wording };
}

/** What the rules find in one paper of the packet. */
export async function checkPaper(
	session: Session,
	loaded: LoadedPacket,
	id: string,
	options: Options,
): Promise<FileResult | null> {
	const document = loaded.documents.get(id);
	if (document === undefined) return null;
	const { manifest, folder, manifestName } = loaded;
	const located = { folder, path: joinPath(folder, manifestName), manifest, bytes: loaded.manifestBytes, problems: [] };
	const settings = await settingsOfManifest(session, located, document.path, options);
	return checkBytes(session, document.path, document.bytes, settings).result;
}

/** Signs papers for one role, or sends them back. All of them or none. Rejects with the World's error only. */
export async function signVerb(session: Session, request: SignRequest): Promise<PacketSigned | PacketRefused> {
	const loaded = await loadPacket(session, request.packet);
	if ('refused' in loaded) return loaded;
	const { lock, manifest } = loaded;
	if (lock === null)
		return refuse(
			'packet-lock',
			'还没有锁文件：请先运行 bianxu packet apply 定号，再签审',
			'there is no lock yet: number the packet with bianxu packet apply first',
		);
	const policy = manifest.review ?? defaultReview;
	const role = request.role.trim();
	const by = request.by.trim();
	if (!policy.roles.includes(role))
		return refuse(
			'packet-role',
			`没有「${role}」这个签审角色，应为 ${policy.roles.join('、')} 之一`,
			`there is no role ${role}; it must be one of ${policy.roles.join(', ')}`,
		);
	if (by === '') return refuse('packet-by', '签审须写明姓名：--by 姓名', 'a sign-off needs a name: --by NAME');
	const reason = request.returned?.trim();
	if (reason === '') return refuse('packet-return', '退回须写明理由', 'a return needs a reason');
	const on = dateOf(session, request.options, null);
	const materials = manifest.items.flatMap((item) =>
		item.withdrawn === null && item.movedTo === null ? item.materials : [],
	);
	const ids = request.ids.length > 0 ? request.ids : materials.map(({ id }) => id);
	const fresh: SignOff[] = [];
	const wordings: Wording[] = [];
	const papers: Omit<SignedPaper, 'roles'>[] = [];
	for (const id of ids) {
		const material = materials.find((each) => each.id === id);
		const review = await reviewOf(session, loaded, id);
		const check = await checkPaper(session, loaded, id, request.options);
		if (material === undefined || review === null || check === null)
			return refuse(
				'packet-unknown',
				`${id} 不在议程中，或文件读不出；没有签`,
				`${id} is not on the agenda or cannot be read; nothing was signed`,
			);
		const turn = rolesInTurn(policy, review.states);
		if (reason === undefined && !turn.includes(role)) {
			const returned = review.states.find(({ state }) => state === 'returned');
			if (returned !== undefined)
				return refuse(
					'packet-turn',
					`${id} 已被${returned.role}退回（${returned.note}），改好后才能再签；没有签`,
					`${id} was sent back by ${returned.role}; correct it first. Nothing was signed`,
				);
			const before = review.states.find(({ role: other, state }) => turn.includes(other) && state !== 'approved');
			// Signing what is signed already changes nothing.
			if (before === undefined || review.states.some((each) => each.role === role && each.state === 'approved'))
				continue;
			return refuse(
				'packet-turn',
				`${id} 还没有经${before.role}签审，${role}不能先签；没有签`,
				`${id} waits for ${before.role}; ${role} cannot sign yet. Nothing was signed`,
			);
		}
		fresh.push({
			id,
			role,
			by,
			on,
			verdict: reason === undefined ? 'approve' : 'return',
			reason: reason ?? '',
			wordings: [review.wording.hash],
		});
		wordings.push(review.wording);
		papers.push({
			id,
			title: material.title,
			department: material.department,
			number: lock.materials.find((each) => each.id === id)?.number ?? null,
			check,
		});
	}
	for (const wording of wordings) await keepWording(session, loaded.folder, wording);
	const next = { ...lock, signOffs: [...(lock.signOffs ?? []), ...fresh] };
	if (fresh.length > 0) await writeLock(session, loaded, next);
	const after = { ...loaded, lock: next };
	const signed: SignedPaper[] = [];
	for (const paper of papers)
		signed.push({ ...paper, roles: (await reviewOf(session, after, paper.id))?.states ?? [] });
	return { papers: signed, head: slipHead(loaded, on) };
}
