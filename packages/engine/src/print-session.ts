import {
	claimOf,
	contentsId,
	type ManifestMaterial,
	type PageMapEntry,
	type Problem,
	type SessionFacts,
} from '@bianxu/model';
import { formatHan } from '@bianxu/numbering';
import { planPacket, recordPlan, sideOf } from '@bianxu/packet';
import type { Composed, GonePaper } from '@bianxu/printer';
import { type LoadedPacket, lockBytesOf } from './packet-files.ts';
import { joinPath } from './path.ts';
import { writeSafely } from './safe-write.ts';
import type { Session } from './session.ts';

/** Cover of a packet: organ with its term, meeting, 会议材料, days. */
export function coverLines({ organ, term, meeting, days }: SessionFacts): readonly string[] {
	const named = /^(.{2,20}?)(人民代表大会常务委员会)$/.exec(organ);
	const congress = named === null ? organ : `${named[1] ?? ''}第${formatHan(term)}届${named[2] ?? ''}`;
	const [first, last] = [days[0], days.at(-1)].map((day) => /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? ''));
	const written = (match: RegExpExecArray): string => `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
	const date = first === null || first === undefined ? '' : written(first);
	const until = last === null || last === undefined || last[0] === first?.[0] ? '' : `—${untilOf(first, last)}`;
	return [congress, `第${formatHan(meeting)}次会议`, '会　议　材　料', `${date}${until}`];
}

/** The end of a span of days without what it has in common with the beginning. */
function untilOf(first: RegExpExecArray | null | undefined, last: RegExpExecArray): string {
	const day = `${Number(last[3])}日`;
	if (first?.[1] !== last[1]) return `${last[1]}年${Number(last[2])}月${day}`;
	return first?.[2] === last[2] ? day : `${Number(last[2])}月${day}`;
}

/** Materials of the agenda as it stands: neither withdrawn nor moved. */
export function printedMaterials({ manifest }: LoadedPacket): readonly ManifestMaterial[] {
	return manifest.items
		.filter((item) => item.withdrawn === null && item.movedTo === null)
		.flatMap((item) => item.materials.filter((material) => material.state !== 'withdrawn'));
}

/** The generated contents as a paper of its own: from its bookmark, the first, to the first material. */
export function contentsEntry(
	{ frames, bookmarks, parts }: Composed,
	hash: (text: string) => string,
): PageMapEntry | null {
	const first = bookmarks[0]?.page ?? 0;
	const own = frames.slice(first, parts[0]?.first ?? first).filter((frame) => !frame.blank && frame.material === '');
	if (own.length === 0) return null;
	const sides = own.map((frame) => sideOf(frame, hash));
	return { id: contentsId, pages: own.length, first, hash: hash(sides.map(({ body }) => body).join()), sides };
}

/**
 * Papers that left and keep their number (墓碑), for the contents: at their place on the agenda. `first`: how many parts
 * stand before the materials. What the manifest no longer lists has no title and is left to the plan.
 */
export function gonePapers(loaded: LoadedPacket, first: number): readonly GonePaper[] {
	const { manifest, lock, members } = loaded;
	const live = new Set(printedMaterials(loaded).map(({ id }) => id));
	let before = first;
	return manifest.items.flatMap((item) =>
		item.materials.flatMap(({ id, title }): readonly GonePaper[] => {
			if (live.has(id)) {
				before++;
				return [];
			}
			const tomb = lock?.tombstones.find((each) => each.id === id);
			if (tomb === undefined) return [];
			const member = members.find((each) => each.id === id);
			const mark = member === undefined ? undefined : claimOf(member.outline, 'file-mark');
			const label = mark === undefined ? tomb.number : (member?.doc.paragraphs[mark.block]?.text.trim() ?? tomb.number);
			const name = title === '' ? (member?.outline.title ?? '') : title;
			return [{ before, label, title: name, note: item.movedTo === null ? '撤回' : '移走' }];
		}),
	);
}

/**
 * Records where each material lies, so that a later plan knows which sheets a change touches. Without a lock one is
 * begun, but only when the papers already bear the numbers of the manifest: otherwise it would tell what did not happen.
 */
export async function writePageMap(
	session: Session,
	loaded: LoadedPacket,
	entries: readonly PageMapEntry[],
	file: string,
	on: string,
): Promise<readonly Problem[]> {
	const pageMap = { file, on, entries };
	const path = joinPath(loaded.folder, loaded.lockName);
	if (loaded.lock !== null) {
		await writeSafely(session.world, path, lockBytesOf(session.world, { ...loaded.lock, pageMap }));
		return [];
	}
	const planRequest = { ...loaded.request, accepts: [] };
	const planned = planPacket(planRequest);
	if (planned.plan.blocked || planned.plan.materials.some(({ from, to }) => from !== to)) {
		return [
			{
				code: 'print-unrecorded',
				message: {
					zh: '材料上的编号与议程不符，页码没有记入锁文件；请先运行 bianxu packet apply 再付印',
					en: 'the papers do not bear the numbers of the agenda, so pages were not recorded; run bianxu packet apply before printing',
				},
			},
		];
	}
	const hashes = new Map([...loaded.documents].map(([id, document]) => [id, document.hash]));
	await writeSafely(
		session.world,
		path,
		lockBytesOf(session.world, { ...recordPlan(planRequest, planned, hashes, on), pageMap }),
	);
	return [];
}

/** Unnumbered papers that members receive with the packet; the others are for the chair, the staff and the count. */
export const PRINTED_UNNUMBERED: ReadonlySet<string> = new Set(['agenda', 'schedule']);
