/** The plan: what a change of agenda does to every number and every reference, before anything is done. */

import type {
	Bilingual,
	Change,
	HeldReference,
	NumberingScheme,
	Plan,
	PlanAlternative,
	PlanCounts,
	PlannedMaterial,
	ReprintEntry,
} from '@bianxu/model';
import { nounOfForm } from '@bianxu/numbering';
import { asProposed, type Settled, settle } from './accept.ts';
import { adviceOf, callsOf, disturbedIn, renumberedIn } from './compare.ts';
import { type JudgedFact, judgeFacts } from './facts.ts';
import type { TextPiece } from './bind.ts';
import { markChanges } from './mark.ts';
import { type Earlier, judgeAnew, judgePaper, mentionFinder, type Outcome } from './mention.ts';
import { fitToRuns } from './place-of-text.ts';
import { type ChangedPaper, printCount, reprintOf, sheetCount } from './reprint.ts';
import type { PacketPaper, PlanRequest } from './request.ts';
import { isActive, labelsOf, marksOfAll, type Scene, sceneOf } from './scene.ts';
import type { JudgeContext } from './spot.ts';

/** A plan with what is needed to record it once it is carried out. */
export interface Planned {
	readonly plan: Plan;
	readonly scene: Scene;
	readonly settled: readonly Settled[];
}

const schemes: readonly NumberingScheme[] = ['continuous', 'item', 'frozen'];

/**
 * Plans the packet by the scheme of its manifest, and counts what the other schemes would do unless `compare` is false.
 * Pure and deterministic.
 */
export function planPacket(request: PlanRequest, compare = true): Planned {
	const { scheme } = request.manifest.numbering;
	const marks = marksOfAll(request);
	const noun = nounOfForm(request.manifest.numbering.form);
	const spoken = new Set(request.manifest.unnumbered.map(({ id }) => id));
	const reading: Reading = { marks, found: mentionFinder(marks, noun === null ? [] : [noun], spoken) };
	const { judged, facts, ...planned } = planScheme(request, scheme, reading);
	if (!compare) return planned;
	const earlier = { scene: planned.scene, judged };
	const alternatives = schemes
		.filter((other) => other !== scheme)
		.map((other) => countScheme(request, other, reading, earlier, facts));
	const advice = adviceOf(request, planned.scene);
	return { ...planned, plan: { ...planned.plan, alternatives, advice } };
}

/** What does not depend on the scheme, read once. */
interface Reading {
	readonly marks: Scene['marks'];
	readonly found: JudgeContext['found'];
}

/** What another scheme would do. Nothing is signed off in it; `facts` of the session do not depend on the scheme. */
function countScheme(
	request: PlanRequest,
	scheme: NumberingScheme,
	reading: Reading,
	earlier: Earlier,
	facts: readonly JudgedFact[],
): PlanAlternative {
	const scene = sceneOf(request, scheme, reading.marks);
	const context = judgeContext(request, scene, reading.found);
	const byPaper = judgeAll(request, scene, (paper) => judgeAnew(context, paper, earlier));
	const outcomes = inOrder(byPaper).map(asProposed);
	const { changes, places } = changesOf(scene, outcomes, facts, request.manifest.numbering.form, []);
	const reprint = reprintOf(changedPapers(request, scene, changes), request.lock);
	const references = outcomes.map(({ reference }) => reference);
	return {
		scheme,
		counts: countsOf(scene, outcomes, reprint, request),
		departments: disturbedIn(callsOf(scene, places, references)),
		prints: printCount(reprint),
	};
}

function planScheme(
	request: PlanRequest,
	scheme: NumberingScheme,
	reading: Reading,
): Planned & Pick<Earlier, 'judged'> & { readonly facts: readonly JudgedFact[] } {
	const { manifest, lock } = request;
	const scene = sceneOf(request, scheme, reading.marks);
	const context = judgeContext(request, scene, reading.found);
	const byPaper = judgeAll(request, scene, (paper) => judgePaper(context, paper));
	const judged = inOrder(byPaper);
	const { settled, obstacles: refused } = settle(judged, request.accepts, scene.papers);
	const obstacles: Bilingual[] = [...unreadObstacles(request, scene), ...scene.obstacles, ...refused];
	const facts = judgeFacts(request, scene, readIds(request, scene));
	const { changes, places } = changesOf(scene, settled, facts, manifest.numbering.form, obstacles);
	const references = settled.map(({ reference }) => reference);
	const reprint = reprintOf(changedPapers(request, scene, changes), lock);
	const blocked =
		obstacles.length > 0 ||
		references.some(
			({ status, accepted }) =>
				accepted === undefined && (status === 'dangling' || status === 'mismatch' || status === 'ambiguous'),
		);
	return {
		scene,
		settled,
		judged: byPaper,
		facts,
		plan: {
			scheme,
			blocked,
			obstacles,
			materials: scene.materials.map((entry): PlannedMaterial => {
				const { id, title, department } = entry.material;
				return {
					id,
					...labelsOf(scene, entry),
					state: entry.state,
					title: title === '' ? (scene.papers.get(id)?.outline.title ?? '') : title,
					department,
				};
			}),
			references,
			counts: countsOf(scene, settled, reprint, request),
			reprint,
			prints: printCount(reprint),
			inverted: scene.materials.flatMap(({ material: { id } }) => (scene.inverted.has(id) ? [id] : [])),
			facts: facts.map(({ fact }) => fact),
			calls: callsOf(scene, places, references),
			unnumbered: manifest.unnumbered,
			alternatives: [],
			advice: [],
			inputs: request.inputs,
			changes,
		},
	};
}

/** Papers that are read for references: those of the agenda, then the unnumbered ones. */
function readIds(request: PlanRequest, scene: Scene): readonly string[] {
	return [
		...scene.materials.filter(({ active }) => active).map(({ material }) => material.id),
		...request.manifest.unnumbered.map(({ id }) => id),
	];
}

function judgeContext({ manifest, lock }: PlanRequest, scene: Scene, found: JudgeContext['found']): JudgeContext {
	const held = new Map<string, HeldReference[]>();
	for (const entry of lock?.held ?? []) {
		const known = held.get(entry.in);
		if (known === undefined) held.set(entry.in, [entry]);
		else known.push(entry);
	}
	return {
		scene,
		sessions: lock?.session === undefined ? [manifest.session] : [lock.session, manifest.session],
		found,
		held,
		unnumbered: new Set(manifest.unnumbered.map(({ id }) => id)),
	};
}

/** What `judge` says of the mentions of every paper that is read, by paper. */
function judgeAll<T>(
	request: PlanRequest,
	scene: Scene,
	judge: (paper: PacketPaper) => readonly (T | null)[],
): ReadonlyMap<string, readonly (T | null)[]> {
	const judged = new Map<string, readonly (T | null)[]>();
	for (const id of readIds(request, scene)) {
		const paper = scene.papers.get(id);
		if (paper !== undefined) judged.set(id, judge(paper));
	}
	return judged;
}

/** What concerns the packet, in the order in which it is read. */
function inOrder<T>(byPaper: ReadonlyMap<string, readonly (T | null)[]>): readonly T[] {
	const found: T[] = [];
	for (const each of byPaper.values()) for (const one of each) if (one !== null) found.push(one);
	return found;
}

function unreadObstacles(request: PlanRequest, scene: Scene): readonly Bilingual[] {
	const wanted = new Set(readIds(request, scene));
	return request.unread
		.filter(({ id }) => wanted.has(id))
		.map(({ id, path, reason }) => ({
			zh: `${id}（${path}）：${reason.zh}`,
			en: `${id} (${path}): ${reason.en}`,
		}));
}

function changesOf(
	scene: Scene,
	settled: readonly Outcome[],
	facts: readonly JudgedFact[],
	form: string,
	obstacles: Bilingual[],
): {
	readonly changes: Readonly<Record<string, readonly Change[]>>;
	/** Places that a person finds rewritten, by paper: a date is one, whether its month changes too or not. */
	readonly places: ReadonlyMap<string, number>;
} {
	const changes = new Map<string, Change[]>();
	const places = new Map<string, number>();
	const count = (id: string, more: number): void => {
		if (more > 0) places.set(id, (places.get(id) ?? 0) + more);
	};
	const add = (id: string, more: readonly Change[]): void => {
		const known = changes.get(id);
		if (known !== undefined) known.push(...more);
		else if (more.length > 0) changes.set(id, [...more]);
	};
	for (const { material, to } of scene.materials) {
		const paper = scene.papers.get(material.id);
		if (to === null || paper === undefined) continue;
		const marks = markChanges(paper, scene.marks.get(material.id) ?? [], to, form);
		if (marks === null) {
			obstacles.push({
				zh: `${material.id}（${paper.path}）是空文件，没有地方写文件标识`,
				en: `${material.id} (${paper.path}) is empty; there is no place for the file mark`,
			});
		} else {
			add(material.id, marks);
			count(material.id, marks.length);
		}
	}
	const write = (place: { readonly in: string; readonly block: number }, pieces: readonly TextPiece[]): void => {
		const paragraph = scene.papers.get(place.in)?.doc.paragraphs[place.block];
		count(place.in, pieces.length > 0 ? 1 : 0);
		const fitted = paragraph === undefined ? pieces : pieces.map((piece) => fitToRuns(paragraph, piece));
		add(
			place.in,
			fitted.map(({ start, end, text }) => ({ kind: 'replace-text', block: place.block, start, end, text })),
		);
	};
	for (const { reference, pieces } of settled) write(reference, pieces);
	for (const { fact, pieces } of facts) write(fact, pieces);
	return { changes: Object.fromEntries(changes), places };
}

function changedPapers(
	{ manifest }: PlanRequest,
	scene: Scene,
	changes: Readonly<Record<string, readonly Change[]>>,
): readonly ChangedPaper[] {
	const changed = (id: string): { readonly sha256: string; readonly changes: readonly Change[] } | null => {
		const paper = scene.papers.get(id);
		return paper === undefined || !Object.hasOwn(changes, id)
			? null
			: { sha256: paper.sha256, changes: changes[id] ?? [] };
	};
	return [
		// A paper that gets its first number is printed, not reprinted.
		...scene.materials.flatMap(({ material, from }): readonly ChangedPaper[] => {
			const more = from === null ? null : changed(material.id);
			return more === null ? [] : [{ id: material.id, binding: material.binding, copies: material.copies, ...more }];
		}),
		...manifest.unnumbered.flatMap(({ id }): readonly ChangedPaper[] => {
			const more = changed(id);
			return more === null ? [] : [{ id, binding: 'loose', copies: null, ...more }];
		}),
	];
}

function countsOf(
	scene: Scene,
	settled: readonly Outcome[],
	reprint: readonly ReprintEntry[],
	{ lock }: PlanRequest,
): PlanCounts {
	const rewritten = (kind: Settled['counted']): number =>
		settled.filter(({ counted, pieces }) => counted === kind && pieces.length > 0).length;
	const open = (status: string): number =>
		settled.filter(({ reference }) => reference.status === status && reference.accepted === undefined).length;
	return {
		renumbered: renumberedIn(scene),
		referencesRewritten: rewritten('material'),
		agendaRewritten: rewritten('agenda'),
		dangling: open('dangling'),
		needsCheck: open('check'),
		sheets: sheetCount(reprint, lock),
	};
}

/** Item ids on the agenda, in order. */
export function agendaOf({ manifest }: PlanRequest): readonly string[] {
	return manifest.items.filter(isActive).map(({ id }) => id);
}
