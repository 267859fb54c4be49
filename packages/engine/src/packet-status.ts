/** `packet status`: may we print tonight, and if not, what prevents it and who has it. */

import type { Bilingual, Board, BoardRow, Day, LockedMaterial, Plan, RoleState, SlipHead } from '@bianxu/model';
import { defaultReview, planPacket, rolesInTurn } from '@bianxu/packet';
import { type LoadedPacket, loadPacket } from './packet-files.ts';
import { slipHead } from './packet-head.ts';
import type { PacketRefused } from './packet-refusal.ts';
import { checkPaper, reviewOf } from './packet-sign.ts';
import type { Session } from './session.ts';
import { dateOf, type Options } from './settings.ts';

export interface PacketStatus {
	readonly refused?: undefined;
	readonly board: Board;
	readonly head: SlipHead;
}

/** The board of the packet as it stands. Nothing is written. Rejects with the World's error only. */
export async function statusVerb(
	session: Session,
	{ packet, options }: { readonly packet: string; readonly options: Options },
): Promise<PacketStatus | PacketRefused> {
	const loaded = await loadPacket(session, packet);
	if ('refused' in loaded) return loaded;
	const on = dateOf(session, options, null);
	const { plan } = planPacket({ ...loaded.request, accepts: [] });
	const rows: BoardRow[] = [];
	for (const item of loaded.manifest.items) {
		if (item.withdrawn !== null || item.movedTo !== null) continue;
		for (const material of item.materials)
			rows.push(await rowOf(session, loaded, options, plan, item.id, material, on));
	}
	const { roles } = loaded.manifest.review ?? defaultReview;
	return { board: boardOf(rows, roles, plan, loaded), head: slipHead(loaded, on) };
}

type Material = LoadedPacket['manifest']['items'][number]['materials'][number];

async function rowOf(
	session: Session,
	loaded: LoadedPacket,
	options: Options,
	plan: Plan,
	item: string,
	material: Material,
	on: Day,
): Promise<BoardRow> {
	const { id, title, department, person } = material;
	const policy = loaded.manifest.review ?? defaultReview;
	const review = await reviewOf(session, loaded, id);
	const check = await checkPaper(session, loaded, id, options);
	const locked = loaded.lock?.materials.find((each) => each.id === id);
	const roles = review?.states ?? [];
	const errors = check?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0;
	const warnings = check?.diagnostics.filter(({ severity }) => severity === 'warning').length ?? 0;
	const steps = loaded.manifest.schedule.filter((entry) => entry.item === item);
	const open = steps.filter(({ done, due }) => done === null && due !== null);
	const due = open.map((step) => step.due ?? '').sort()[0] ?? steps.findLast((step) => step.due !== null)?.due ?? null;
	const late = open.length === 0 || due === null ? 0 : Math.max(0, daysBetween(due, on));
	const done = open.length === 0 ? (steps.findLast((step) => step.done !== null)?.done ?? null) : null;
	const planned = plan.materials.find((each) => each.id === id);
	const turn = rolesInTurn(policy, roles);
	const stale = isStale(loaded, id);
	const wants = wantsOf({ missing: review === null, errors, roles, turn, planned, locked, stale });
	return {
		id,
		number: locked?.number ?? null,
		title: title.replaceAll(/(?<!\s)\s*\n\s*/g, ''),
		department,
		person,
		state: locked?.state ?? material.state,
		holder: holderOf(review === null, roles, turn, locked, department, person),
		errors,
		warnings,
		roles,
		due,
		done,
		late,
		stale,
		wants,
	};
}

function daysBetween(from: Day, to: Day): number {
	const day = 24 * 3600 * 1000;
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}

/** True when copies that are out are of another file than the one that lies there now. */
function isStale({ lock, documents }: LoadedPacket, id: string): boolean {
	const record = lock?.prints?.findLast((each) => each.id === id && each.recalled === null);
	const now = documents.get(id)?.hash;
	return record !== undefined && now !== undefined && now !== record.sha256;
}

function holderOf(
	missing: boolean,
	roles: readonly RoleState[],
	turn: readonly string[],
	locked: LockedMaterial | undefined,
	department: string,
	person: string,
): string {
	const drafter = [department, person].filter((part) => part !== '').join(' ');
	if (missing || roles.some(({ state }) => state === 'returned')) return drafter === '' ? '拟稿人' : drafter;
	if (turn.length > 0) return turn.join('、');
	if (locked?.state === 'distributed') return '已发';
	return locked?.state === 'printed' ? '已印' : '印制组';
}

interface Wants {
	readonly missing: boolean;
	readonly errors: number;
	readonly roles: readonly RoleState[];
	readonly turn: readonly string[];
	readonly planned: Plan['materials'][number] | undefined;
	readonly locked: LockedMaterial | undefined;
	readonly stale: boolean;
}

function wantsOf({ missing, errors, roles, turn, planned, locked, stale }: Wants): readonly string[] {
	const wants: string[] = [];
	if (missing) wants.push('文件读不出或还没有交');
	if (errors > 0) wants.push(`${errors}处错误未改`);
	for (const { role, state, note } of roles) {
		if (state === 'returned') wants.push(`${role}退回：${note}`);
		if (state === 'void') wants.push(`${role}的签审已失效：${note}`);
	}
	const fresh = turn.filter((role) => roles.some((each) => each.role === role && each.state === 'open'));
	if (fresh.length > 0) wants.push(`待${fresh.join('、')}签审`);
	if (locked === undefined || locked.number === null) wants.push('未定号');
	else if (planned !== undefined && planned.to !== null && planned.to !== locked.number)
		wants.push(`编号应由${locked.number}改为${planned.to}`);
	if (stale) wants.push('印件已失效，须换页');
	return wants;
}

function boardOf(rows: readonly BoardRow[], roles: readonly string[], plan: Plan, { lock }: LoadedPacket): Board {
	const blockers: Bilingual[] = [];
	const count = (test: (row: BoardRow) => boolean, zh: (n: number) => string, en: (n: number) => string): void => {
		const found = rows.filter(test).length;
		if (found > 0) blockers.push({ zh: zh(found), en: en(found) });
	};
	if (plan.obstacles.length > 0)
		blockers.push({
			zh: `清单有${plan.obstacles.length}处阻断`,
			en: `${plan.obstacles.length} obstacles in the manifest`,
		});
	const open = plan.references.filter(
		({ status, accepted }) =>
			accepted === undefined && (status === 'dangling' || status === 'mismatch' || status === 'ambiguous'),
	).length;
	if (open > 0) blockers.push({ zh: `${open}处引用悬空或不符`, en: `${open} references dangle or mismatch` });
	count(
		({ wants }) => wants.includes('文件读不出或还没有交'),
		(n) => `${n}份材料没有交`,
		(n) => `${n} papers are missing`,
	);
	count(
		({ errors }) => errors > 0,
		(n) => `${n}份材料有错误未改`,
		(n) => `${n} papers have errors`,
	);
	count(
		({ roles: states }) => states.some(({ state }) => state === 'returned'),
		(n) => `${n}份被退回`,
		(n) => `${n} were sent back`,
	);
	count(
		({ roles: states }) => states.some(({ state }) => state === 'void'),
		(n) => `${n}份签后改过字`,
		(n) => `${n} changed after they were signed`,
	);
	count(
		({ roles: states }) =>
			!states.some(({ state }) => state === 'void' || state === 'returned') &&
			states.some(({ state }) => state === 'open'),
		(n) => `${n}份没有签完`,
		(n) => `${n} are not signed yet`,
	);
	if (lock === null) blockers.push({ zh: '还没有定号', en: 'the packet is not numbered yet' });
	else if (plan.counts.renumbered > 0)
		blockers.push({
			zh: `${plan.counts.renumbered}份改号没有执行`,
			en: `${plan.counts.renumbered} renumberings are not carried out`,
		});
	if (blockers.length > 0) {
		return {
			ready: false,
			sentence: {
				zh: `今晚还不能付印：${blockers.map(({ zh }) => zh).join('，')}。`,
				en: `Not ready to print: ${blockers.map(({ en }) => en).join(', ')}.`,
			},
			rows,
			roles,
		};
	}
	const stale = rows.filter((row) => row.stale).length;
	const again =
		stale > 0 ? { zh: `（${stale}份印件已失效，须换页）`, en: ` (${stale} prints are stale)` } : { zh: '', en: '' };
	return {
		ready: true,
		sentence: { zh: `今晚可以付印${again.zh}。`, en: `Ready to print tonight${again.en}.` },
		rows,
		roles,
	};
}
