/** `packet export`: OParl-shaped JSON, a folder per item, and what changed since the last export, for paperless systems. */

import type { LockedMaterial, ManifestItem, ManifestMaterial } from '@bianxu/model';
import { csvOf } from '@bianxu/report';
import { type LoadedPacket, loadPacket } from './packet-files.ts';
import { type PacketRefused, refuse } from './packet-refusal.ts';
import { workbookOf } from './packet-workbook.ts';
import { extensionOf, joinPath } from './path.ts';
import { writeSafely } from './safe-write.ts';
import type { Session } from './session.ts';
import type { Options } from './settings.ts';

/** One file of an export, and what became of it since the last one. */
export interface ExportedFile {
	readonly id: string;
	readonly path: string;
	readonly change: 'added' | 'replaced' | 'renamed' | 'same' | 'removed';
}

export interface PacketExported {
	readonly refused?: undefined;
	readonly files: readonly ExportedFile[];
}

const schema = 'https://schema.oparl.org/1.1';

/** A file in the JSON: where it lies in the export and what it holds. */
interface OparlFile {
	readonly id: string;
	readonly type: string;
	readonly fileName: string;
	readonly mimeType: string;
	readonly size: number;
	/** OParl 1.1, File: hex of the content; absent where the host has no SHA-512. */
	readonly sha512Checksum?: string;
	/** Not of OParl: the content hash by which the next export tells what changed. */
	readonly 'bianxu:sha256': string;
}

interface OparlPaper {
	readonly id: string;
	readonly type: string;
	readonly name: string;
	readonly reference: string | null;
	readonly paperType: string;
	readonly mainFile: OparlFile | null;
	readonly superordinatedPaper: readonly string[];
	readonly subordinatedPaper: readonly string[];
	readonly deleted: boolean;
}

const MIME: Readonly<Record<string, string>> = {
	'.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	'.md': 'text/markdown',
};

/** A name that every system takes, at most 60 characters. */
function fileName(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are taken out on purpose
	const plain = text.replaceAll(/[\u0000-\u001f\\/:*?"<>|\s]+/gu, ' ').trim();
	return (
		Array.from(plain)
			.slice(0, 60)
			.join('')
			.replace(/(?<![. ])[. ]+$/, '') || '未命名'
	);
}

const two = (value: number): string => String(value).padStart(2, '0');

const isActive = (item: ManifestItem): boolean => item.withdrawn === null && item.movedTo === null;

/**
 * Exports the packet into a folder (made when it is not there), or its workbook into a file named .xlsx or .csv. Files of the
 * last export that are no longer current are taken away, but only where they are still as they were written.
 */
export async function exportVerb(
	session: Session,
	{ packet, output }: { readonly packet: string; readonly options: Options; readonly output: string },
): Promise<PacketExported | PacketRefused> {
	const loaded = await loadPacket(session, packet);
	if ('refused' in loaded) return loaded;
	if (['.xlsx', '.csv'].includes(extensionOf(output))) {
		if ((await session.world.kindOf(output)) !== null)
			return refuse(
				'packet-export',
				'这个一览表已经存在，不覆盖',
				'the workbook exists already; it is not overwritten',
			);
		await writeSafely(session.world, output, workbookOf(session, loaded.manifest, loaded.lock, output));
		return { files: [{ id: '', path: output, change: 'added' }] };
	}
	const unread = loaded.request.unread.filter(({ id }) =>
		loaded.manifest.items.some((item) => isActive(item) && item.materials.some((each) => each.id === id)),
	);
	const [first] = unread;
	if (first !== undefined) return { refused: [{ code: 'packet-unread', message: first.reason }] };
	const { world } = session;
	await world.makeDirectory(output);
	const previous = await previousFiles(session, output);
	const papers: OparlPaper[] = [];
	const files: ExportedFile[] = [];
	const agenda: object[] = [];
	for (const [at, item] of loaded.manifest.items.entries()) {
		const order = loaded.manifest.items.slice(0, at).filter(isActive).length;
		agenda.push({
			id: item.id,
			type: `${schema}/AgendaItem`,
			number: isActive(item) ? String(order + 1) : '',
			order,
			name: item.title,
			public: item.public !== false,
			...(item.day === null ? {} : { start: item.day }),
			consultation: item.materials.map(({ id }) => id),
			deleted: !isActive(item),
		});
		const folder = `第${two(order + 1)}项 ${fileName(item.title)}`;
		for (const material of item.materials) {
			const written = isActive(item) ? await exportFile(session, loaded, output, folder, material) : null;
			if (written !== null) {
				const before = previous.get(material.id);
				files.push({ id: material.id, path: written.fileName, change: changeOf(before, written) });
			}
			papers.push(paperOf(loaded, item, material, written));
		}
	}
	const current = new Set(files.map(({ path }) => path));
	for (const [id, file] of previous) {
		if (current.has(file.fileName)) continue;
		const path = joinPath(output, file.fileName);
		const there =
			(await world.kindOf(path)) === 'file' && world.sha256(await world.readFile(path)) === file['bianxu:sha256'];
		if (there) await world.remove(path);
		if (!files.some((each) => each.id === id)) files.push({ id, path: file.fileName, change: 'removed' });
	}
	const meeting = meetingOf(loaded, agenda, papers);
	const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
	await writeSafely(world, joinPath(output, 'oparl.json'), encode(`${JSON.stringify(meeting, null, '\t')}\n`));
	await writeSafely(world, joinPath(output, '增量清单.csv'), encode(incrementCsv(files, loaded)));
	return { files };
}

function meetingOf({ manifest }: LoadedPacket, agenda: readonly object[], papers: readonly OparlPaper[]): object {
	const { session } = manifest;
	return {
		id: `${session.place}-${session.term}-${session.meeting}`,
		type: `${schema}/Meeting`,
		name: `${session.organ}第${session.term}届第${session.meeting}次会议`,
		start: session.days[0] ?? null,
		end: session.days.at(-1) ?? null,
		organization: [session.organ],
		agendaItem: agenda,
		paper: papers,
	};
}

function paperOf(
	{ lock, manifest }: LoadedPacket,
	item: ManifestItem,
	material: ManifestMaterial,
	mainFile: OparlFile | null,
): OparlPaper {
	const all = manifest.items.flatMap(({ materials }) => materials);
	const parent = material.of ?? material.supplements ?? material.replaces;
	const locked: LockedMaterial | undefined = lock?.materials.find(({ id }) => id === material.id);
	return {
		id: material.id,
		type: `${schema}/Paper`,
		name: material.title.replaceAll(/(?<!\s)\s*\n\s*/g, ''),
		reference: locked?.number ?? null,
		paperType: material.kind,
		mainFile,
		superordinatedPaper: parent === null ? [] : [parent],
		subordinatedPaper: all.flatMap((each) =>
			(each.of ?? each.supplements ?? each.replaces) === material.id ? [each.id] : [],
		),
		deleted: !isActive(item),
	};
}

async function exportFile(
	session: Session,
	{ lock, documents }: LoadedPacket,
	output: string,
	folder: string,
	material: ManifestMaterial,
): Promise<OparlFile | null> {
	const document = documents.get(material.id);
	if (document === undefined) return null;
	const number = lock?.materials.find(({ id }) => id === material.id)?.number ?? '';
	const extension = extensionOf(material.file);
	const name = `${folder}/${fileName(`${number === '' ? material.id : number} ${material.title}`)}${extension}`;
	await session.world.makeDirectory(joinPath(output, folder));
	await writeSafely(session.world, joinPath(output, name), document.bytes);
	return {
		id: `${material.id}-file`,
		type: `${schema}/File`,
		fileName: name,
		mimeType: MIME[extension] ?? 'application/octet-stream',
		size: document.bytes.length,
		...(session.world.sha512 === undefined ? {} : { sha512Checksum: session.world.sha512(document.bytes) }),
		'bianxu:sha256': document.hash,
	};
}

function changeOf(before: OparlFile | undefined, now: OparlFile): ExportedFile['change'] {
	if (before === undefined) return 'added';
	if (before['bianxu:sha256'] !== now['bianxu:sha256']) return 'replaced';
	return before.fileName === now.fileName ? 'same' : 'renamed';
}

/** Files of the last export in this folder, by paper; none when there was none or its list is not ours. */
async function previousFiles(session: Session, output: string): Promise<ReadonlyMap<string, OparlFile>> {
	const path = joinPath(output, 'oparl.json');
	if ((await session.world.kindOf(path)) !== 'file') return new Map();
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder().decode(await session.world.readFile(path)));
	} catch {
		return new Map();
	}
	const papers = (value as { readonly paper?: unknown } | null)?.paper;
	if (!Array.isArray(papers)) return new Map();
	return new Map(
		(papers as readonly Partial<OparlPaper>[]).flatMap(({ id, mainFile }) => {
			const name = mainFile?.fileName;
			const inside = typeof name === 'string' && !/(?:^\/)|\\|\.\.|^[A-Za-z]:/.test(name);
			return typeof id === 'string' && mainFile && inside ? [[id, mainFile] as const] : [];
		}),
	);
}

const CHANGES: Readonly<Record<ExportedFile['change'], string>> = {
	added: '新增',
	replaced: '替换',
	renamed: '改名',
	same: '不变',
	removed: '撤下',
};

function incrementCsv(files: readonly ExportedFile[], { lock, manifest }: LoadedPacket): string {
	const all = manifest.items.flatMap(({ materials }) => materials);
	return csvOf([
		['变化', '编号', '标题', '文件'],
		...files
			.filter(({ change }) => change !== 'same')
			.map(({ id, path, change }) => [
				CHANGES[change],
				lock?.materials.find((each) => each.id === id)?.number ?? '',
				all.find((each) => each.id === id)?.title ?? '',
				path,
			]),
	]);
}
