/** Kept plans: written by `plan -o`, held against the files when they are carried out. */

import type { Plan } from '@bianxu/model';
import type { Accept } from '@bianxu/packet';
import { planJson } from '@bianxu/report';
import type { LoadedPacket } from './packet-files.ts';
import { type PacketRefused, refuse } from './packet-refusal.ts';
import type { Session } from './session.ts';
import { decodeUtf8 } from './settings.ts';

/** What a kept plan holds beside the contract's JSON: everything that it depends on. */
export interface KeptPlan {
	readonly accepts: readonly Accept[];
	readonly inputs: Readonly<Record<string, string>>;
	readonly digest: string;
}

/** Digest of what a plan carries out. */
export function digestOf(session: Session, plan: Plan): string {
	// What is carried out; the comparison with other schemes is for the eye.
	const bare = planJson({ ...plan, alternatives: [] }) + JSON.stringify(plan.changes);
	return session.world.sha256(new TextEncoder().encode(bare));
}

/** The text in which `plan -o` keeps a plan. */
export function keepPlan(session: Session, loaded: LoadedPacket, plan: Plan, accepts: readonly Accept[]): string {
	const kept: KeptPlan = { accepts, inputs: plan.inputs, digest: digestOf(session, plan) };
	const shown = JSON.parse(planJson(plan)) as Record<string, unknown>;
	return `${JSON.stringify({ ...shown, packet: loaded.manifestName, ...kept }, null, '\t')}\n`;
}

/** Reads a kept plan and holds it against the files as they are. Nothing in it is carried out unseen: the plan is computed again. */
export function readKept(bytes: Uint8Array, loaded: LoadedPacket): KeptPlan | PacketRefused {
	let value: unknown;
	try {
		value = JSON.parse(decodeUtf8(bytes));
	} catch {
		value = null;
	}
	const { inputs, accepts, digest } = (value ?? {}) as Partial<Record<keyof KeptPlan, unknown>>;
	if (typeof inputs !== 'object' || inputs === null || typeof digest !== 'string' || !Array.isArray(accepts)) {
		return refuse(
			'packet-plan',
			'这不是 bianxu packet plan -o 保存的方案',
			'this is no plan kept by bianxu packet plan -o',
		);
	}
	const known = new Map(Object.entries(inputs as Record<string, unknown>));
	const now = new Map(Object.entries(loaded.request.inputs));
	const differing = [...new Set([...known.keys(), ...now.keys()])].filter((path) => known.get(path) !== now.get(path));
	if (differing.length > 0) {
		const paths = differing.slice(0, 10).join('、');
		return refuse(
			'packet-stale',
			`方案已过期：${paths} 在 plan 之后变动过，请重新 plan 并核对`,
			`the plan is stale: ${paths} changed since; plan again and review`,
		);
	}
	const signed = accepts.flatMap((each: unknown): readonly Accept[] => {
		const { id, block, start, text, by } = (each ?? {}) as Partial<Record<keyof Accept, unknown>>;
		if (typeof id !== 'string' || typeof block !== 'number' || typeof start !== 'number' || typeof by !== 'string')
			return [];
		return [{ id, block, start, text: typeof text === 'string' ? text : null, by }];
	});
	return { accepts: signed, inputs: loaded.request.inputs, digest };
}
