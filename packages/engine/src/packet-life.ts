/** Verbs of a packet's life: a manifest from a folder, numbers frozen, items carried over to the next session. */

import { readManifest, writeManifest } from '@bianxu/config';
import type {
	Day,
	ManifestItem,
	ManifestMaterial,
	MaterialKind,
	Outline,
	SessionFacts,
	UnnumberedKind,
	UnnumberedPaper,
} from '@bianxu/model';
import { parseFileMark, scanDays, scanSessions } from '@bianxu/numbering';
import { carryOver, freezeLock, planPacket } from '@bianxu/packet';
import { recognise } from '@bianxu/structure';
import { DOCUMENT_EXTENSIONS, openDocument, type OpenDocument } from './document.ts';
import { loadPacket, lockBytesOf, lockNameOf } from './packet-files.ts';
import { type PacketRefused, refuse, sayFailed } from './packet-refusal.ts';
import { ChangeFailed, commitChange, writeFolder } from './packet-transaction.ts';
import { directoryOf, extensionOf, joinPath, nameOf } from './path.ts';
import { writeSafely } from './safe-write.ts';
import type { Session } from './session.ts';
import { dateOf, type Options } from './settings.ts';

interface LifeRequest {
	/** Absolute path of packet.yaml. */
	readonly packet: string;
	readonly options: Options;
	readonly dryRun?: boolean;
}

/** Materials whose numbers do not change any more. */
export interface Frozen {
	readonly refused?: undefined;
	readonly ids: readonly string[];
	readonly state: 'printed' | 'distributed';
}

/**
 * Records that materials were printed or distributed, so that from the manifest's `freezeAt` on their numbers stay. Refused
 * while the numbers are not settled: what goes out must bear the number that is recorded.
 */
export async function freezeVerb(
	session: Session,
	request: LifeRequest & { readonly ids: readonly string[]; readonly state: 'printed' | 'distributed' },
): Promise<Frozen | PacketRefused> {
	const loaded = await loadPacket(session, request.packet);
	if ('refused' in loaded) return loaded;
	const { lock, lockBytes, lockName, folder, manifest } = loaded;
	if (lock === null) {
		return refuse(
			'packet-freeze',
			'还没有编号，请先运行 bianxu packet apply',
			'nothing is numbered yet; run bianxu packet apply first',
		);
	}
	const { plan } = planPacket({ ...loaded.request, accepts: [] });
	if (plan.blocked || Object.keys(plan.changes).length > 0) {
		return refuse(
			'packet-freeze',
			'材料上的编号与清单还不一致，请先 plan、apply，再封号',
			'the papers do not bear the numbers of the manifest yet; plan and apply first',
		);
	}
	const unknown = request.ids.filter((id) => !lock.materials.some((each) => each.id === id && each.number !== null));
	if (unknown.length > 0) {
		return refuse(
			'packet-freeze',
			`没有编号的材料：${unknown.join('、')}，请核对标识`,
			`no numbered material: ${unknown.join(', ')}`,
		);
	}
	const { lock: next, frozen } = freezeLock(lock, request.ids.length === 0 ? null : request.ids, request.state);
	const result: Frozen = { ids: frozen, state: request.state };
	if (frozen.length === 0 || request.dryRun === true) return result;
	const on = dateOf(session, request.options, manifest.session.days[0] ?? null);
	try {
		await commitChange(session.world, folder, on, [
			{ path: lockName, old: lockBytes, next: lockBytesOf(session.world, next) },
		]);
	} catch (error) {
		if (error instanceof ChangeFailed) return sayFailed(error);
		throw error;
	}
	return result;
}

/** The next session's packet as it was written. */
export interface Carried {
	readonly refused?: undefined;
	readonly ids: readonly string[];
	/** Text of the new packet.yaml. */
	readonly manifest: string;
	readonly files: readonly string[];
}

/** Writes the items that this session moved away into a new folder, as the packet of the next one, under the same ids. */
export async function carryVerb(
	session: Session,
	request: LifeRequest & { readonly output: string },
): Promise<Carried | PacketRefused> {
	const { world } = session;
	if ((await world.kindOf(request.output)) !== null) {
		return refuse(
			'packet-output',
			`${nameOf(request.output)} 已经存在，-o 须是一个还没有的文件夹名；已有下次会议的清单时，请把条目抄进去`,
			`${nameOf(request.output)} exists; -o must name a new folder`,
		);
	}
	const loaded = await loadPacket(session, request.packet);
	if ('refused' in loaded) return loaded;
	const { lock, manifest, folder } = loaded;
	const on = dateOf(session, request.options, manifest.session.days[0] ?? null);
	const carried = lock === null ? null : carryOver(manifest, lock, on);
	if (carried === null || lock === null) {
		return refuse(
			'packet-carry',
			'没有可以移交的议题：在移走的议题上写 movedTo: 第×次会议，apply 之后再移交',
			'nothing to carry over: write movedTo on the item, apply, and carry then',
		);
	}
	const settled = carried.manifest.items.flatMap(({ materials }) => materials.map(({ id }) => id));
	const standing = settled.filter((id) => lock.materials.some((each) => each.id === id && each.state !== 'withdrawn'));
	if (standing.length > 0) {
		return refuse(
			'packet-carry',
			`${standing.join('、')} 在锁文件里还没有移出，请先 apply`,
			`${standing.join(', ')} has not left by the lock; apply first`,
		);
	}
	const remarks = ['由 bianxu packet carry 移交，材料标识不变；请补会期 days，再加其余议题。'];
	const text = writeManifest(carried.manifest, remarks);
	const name = nameOf(request.packet);
	const files: { readonly path: string; readonly bytes: Uint8Array }[] = [];
	for (const path of carried.files) {
		const from = joinPath(folder, path);
		if ((await world.kindOf(from)) === 'file') files.push({ path, bytes: await world.readFile(from) });
	}
	const result: Carried = { ids: settled, manifest: text, files: files.map(({ path }) => path) };
	if (request.dryRun === true) return result;
	await writeFolder(world, request.output, [
		{ path: name, bytes: new TextEncoder().encode(text) },
		{ path: lockNameOf(name), bytes: lockBytesOf(world, carried.lock) },
		...files,
	]);
	return result;
}

/** A manifest proposed for a folder. */
export interface Initiated {
	readonly refused?: undefined;
	readonly manifest: string;
	readonly materials: number;
	readonly unnumbered: number;
	/** Files that could not be read, with the reason. */
	readonly skipped: readonly { readonly path: string; readonly reason: { readonly zh: string; readonly en: string } }[];
}

interface Paper {
	readonly file: string;
	readonly outline: Outline;
	readonly document: OpenDocument;
}

/** Proposes a packet.yaml from the papers of its folder: session, kinds, titles, order by file marks. A person completes it. */
export async function initVerb(session: Session, request: LifeRequest): Promise<Initiated | PacketRefused> {
	const { world } = session;
	if ((await world.kindOf(request.packet)) !== null) {
		return refuse(
			'packet-init',
			`${nameOf(request.packet)} 已经存在，不覆盖`,
			`${nameOf(request.packet)} exists and is not overwritten`,
		);
	}
	const folder = directoryOf(request.packet);
	const names = (await world.list(folder))
		.filter(({ name, kind }) => kind === 'file' && isPaper(name))
		.map(({ name }) => name)
		.sort();
	const papers: Paper[] = [];
	const skipped: Initiated['skipped'][number][] = [];
	for (const file of names) {
		const opened = openDocument(session, joinPath(folder, file), await world.readFile(joinPath(folder, file)));
		if (opened.document === null) skipped.push({ path: file, reason: opened.refused.message });
		else {
			const outline = recognise(opened.document.doc, { template: 'auto' });
			papers.push({ file, outline, document: opened.document });
		}
	}
	if (papers.length === 0) {
		return refuse('packet-init', '这个文件夹里没有 .docx 或 .md 材料', 'there is no .docx or .md in this folder');
	}
	const facts = sessionOf(papers, request.options);
	const kinds = papers.map((paper) => unnumberedKind(paper));
	const unnumbered = papers.flatMap(({ file }, at): readonly UnnumberedPaper[] => {
		const kind = kinds[at] ?? null;
		return kind === null ? [] : [{ id: `u${at + 1}`, file, kind }];
	});
	const ordered = papers
		.filter((_, at) => kinds[at] === null)
		.map((paper, at) => ({ paper, at, mark: markNumber(paper) }))
		.sort((a, b) => a.mark - b.mark || a.at - b.at);
	const items = itemsOf(ordered.map(({ paper }) => paper));
	const text = writeManifest(
		{
			session: facts,
			profile: request.options.profile ?? 'gbt9704-2012',
			numbering: { scheme: 'continuous', form: '会议材料之{n}', freezeAt: 'distributed', pages: 'material' },
			items,
			unnumbered: unnumbered.map((each, at) => ({ ...each, id: `u${at + 1}` })),
			schedule: [],
		},
		['由 bianxu packet init 按文件内容拟出，请核对会议信息、议题的分合与先后、承办部门、份数。'],
	);
	const { problems, manifest } = readManifest(text);
	if (manifest === null) return { refused: problems };
	if (request.dryRun !== true) await writeSafely(world, request.packet, new TextEncoder().encode(text));
	return { manifest: text, materials: ordered.length, unnumbered: unnumbered.length, skipped };
}

function isPaper(name: string): boolean {
	const known = (DOCUMENT_EXTENSIONS as readonly string[]).includes(extensionOf(name));
	return known && !/^(?:~\$|\.)/.test(name) && !/\.(?:批注|修订)\.docx$/.test(name);
}

const UNNUMBERED: readonly (readonly [RegExp, UnnumberedKind])[] = [
	[/主持词|主持稿/, 'host-script'],
	[/日程/, 'schedule'],
	[/议程(?!.*说明)/, 'agenda'],
	[/目录/, 'contents'],
	[/列席/, 'attendees'],
	[/表决办法/, 'voting'],
	[/会议通知|召开.*会议的通知/, 'notice'],
];

function unnumberedKind({ file, outline }: Paper): UnnumberedKind | null {
	const name = nameOf(file).replace(/\.[^.]*$/, '');
	const short = outline.title.length > 0 && outline.title.length <= 40 ? outline.title : '';
	return UNNUMBERED.find(([pattern]) => pattern.test(name) || pattern.test(short))?.[1] ?? null;
}

function markNumber({ document }: Paper): number {
	for (const { text, where } of document.doc.paragraphs.slice(0, 8)) {
		const mark = where === 'body' ? parseFileMark(text, '会议材料之{n}') : null;
		if (mark !== null) return mark.number.parts[0] ?? Number.MAX_SAFE_INTEGER;
	}
	return Number.MAX_SAFE_INTEGER;
}

const KINDS: readonly (readonly [RegExp, MaterialKind])[] = [
	[/说明$/, 'explanation'],
	[/(?:意见|审查结果报告|审议结果报告|调研报告)$/, 'opinion'],
	[/(?:议案|建议)$/, 'bill'],
	[/名单/, 'list'],
	[/纪要$/, 'minutes'],
	[/(?:决议|决定|条例|规定|办法)(?:（草案.*）|\(草案.*\))?$/, 'draft'],
];

function kindOf({ outline }: Paper): MaterialKind {
	const { template, unknownType, title } = outline;
	const plain = title.replace(/（草案[^）]*）$|\(草案[^)]*\)$/u, '');
	const named = KINDS.find(([pattern]) => pattern.test(plain))?.[1];
	if (template === 'duty-report') return 'duty';
	if (template === 'appointment') return 'appointment';
	if (named !== undefined) return named;
	return template === 'work-report' && !unknownType ? 'report' : 'other';
}

/** Kinds that go with the paper before them: an opinion, an explanation, a draft of the same matter. */
const companions = new Set<MaterialKind>(['opinion', 'explanation', 'draft', 'list', 'attachment']);

function itemsOf(papers: readonly Paper[]): readonly ManifestItem[] {
	const items: { title: string; materials: ManifestMaterial[] }[] = [];
	for (const [at, paper] of papers.entries()) {
		const { outline, file } = paper;
		const kind = kindOf(paper);
		const material: ManifestMaterial = {
			id: `m${at + 1}`,
			file,
			title: outline.title.replaceAll('\n', ''),
			kind,
			department: '',
			person: outline.reporter.person,
			state: 'draft',
			copies: null,
			binding: 'loose',
			series: 'main',
			of: null,
			supplements: null,
			replaces: null,
		};
		const last = items.at(-1);
		if (last !== undefined && companions.has(kind)) last.materials.push(material);
		else items.push({ title: material.title, materials: [material] });
	}
	return items.map(({ title, materials }, at) => ({
		id: `i${at + 1}`,
		title,
		day: null,
		withdrawn: null,
		movedTo: null,
		materials,
	}));
}

/** The session that most papers name, and the days that stand beside it in their captions. */
function sessionOf(papers: readonly Paper[], options: Options): SessionFacts {
	const votes = new Map<string, { count: number; place: string; term: number; meeting: number }>();
	const days = new Set<Day>();
	for (const { document, outline } of papers) {
		for (const { text, block } of document.doc.paragraphs) {
			if (outline.claims[block]?.role !== 'caption' && block > 12) continue;
			for (const each of scanSessions(text)) {
				if (each.term === null || each.meeting === null || each.organ !== 'standing-committee') continue;
				const place = (each.place?.text ?? '').length > 1 ? (each.place?.text ?? '') : '';
				const key = `${place}:${each.term.value}:${each.meeting.value}`;
				const vote = votes.get(key) ?? { count: 0, place, term: each.term.value, meeting: each.meeting.value };
				vote.count += 1;
				votes.set(key, vote);
			}
			if (outline.claims[block]?.role !== 'caption') continue;
			for (const { yearMeant, monthMeant, day } of scanDays(text)) {
				if (yearMeant === null || monthMeant === null) continue;
				const pad = (value: number): string => String(value).padStart(2, '0');
				days.add(`${yearMeant}-${pad(monthMeant)}-${pad(day.value)}`);
			}
		}
	}
	const best = [...votes.values()].sort((a, b) => b.count - a.count || (a.place < b.place ? 1 : -1))[0];
	const place = best === undefined || best.place === '' ? '某市' : best.place;
	return {
		place,
		level:
			options.level ??
			(/(?:省|自治区)$/.test(place) ? 'province' : /(?:县|旗|区)$/.test(place) ? 'county' : 'prefecture'),
		organ: `${place}人民代表大会常务委员会`,
		term: best?.term ?? 1,
		meeting: best?.meeting ?? 1,
		days: [...days].sort(),
	};
}
