/** Fixture F1 as real files: odd materials .docx, even ones Markdown, five unnumbered papers, a manifest as people write it. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLock, writeManifest } from '@bianxu/config';
import type { Lock, Manifest, ManifestItem, NumberingPolicy, Plan, UnnumberedPaper } from '@bianxu/model';
import { formatHan } from '@bianxu/numbering';
import { nodeWorld } from '../../cli/src/node-world.ts';
import { f1Host, f1Items } from '../../packet/test/f1.ts';
import { item, manifest, material } from '../../packet/test/packet.ts';
import { buildDocx } from '../../parser/test/docx/build-docx.ts';
import { applyVerb, planVerb } from '../src/packet.ts';
import { createSession, type Session } from '../src/session.ts';

/** A paragraph of a .docx: text in one run, or run XML as it is. */
export type DocxLine = string | { readonly xml: string };

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A paper as .docx: mark, title in the middle, body. */
export function docxPaper(mark: string | null, title: string, lines: readonly DocxLine[]): Uint8Array {
	const run = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${escapeXml(text)}</w:t></w:r>`;
	const body = lines.map((line) => `<w:p>${typeof line === 'string' ? run(line) : line.xml}</w:p>`);
	return buildDocx({
		body: [
			mark === null ? '' : `<w:p>${run(mark, '<w:sz w:val="32"/>')}</w:p>`,
			`<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(title, '<w:sz w:val="44"/>')}</w:p>`,
			...body,
		].join(''),
	});
}

const isDocx = (id: string): boolean => Number(/\d+/.exec(id)?.[0] ?? 0) % 2 === 1;

/** File of a material: m1.docx, m2.md. */
export function fileOf(id: string): string {
	return `${id}${isDocx(id) ? '.docx' : '.md'}`;
}

/** A paper in the format of its id. */
export function paperBytes(
	id: string,
	mark: string | null,
	lines: readonly string[],
	title = `关于${id}有关情况的报告`,
): Uint8Array {
	if (isDocx(id)) return docxPaper(mark, title, lines);
	const blocks = [...(mark === null ? [] : [mark]), `# ${title}`, ...lines];
	return new TextEncoder().encode(`${blocks.join('\n\n')}\n`);
}

const numbers = new Map(f1Items.flat().map(({ id }, at) => [id, at + 1]));

/** The number of an F1 material before any change, in Han. */
export function hanOf(id: string): string {
	return formatHan(numbers.get(id) ?? 0);
}

const unnumbered: readonly UnnumberedPaper[] = [
	{ id: 'host', file: '主持词.docx', kind: 'host-script' },
	{ id: 'agenda', file: '议程.docx', kind: 'agenda' },
	{ id: 'schedule', file: '日程.md', kind: 'schedule' },
	{ id: 'contents', file: '目录.docx', kind: 'contents' },
	{ id: 'attendees', file: '列席名单.md', kind: 'attendees' },
];

/** Items of F1 as the manifest has them. */
export function f1Agenda(): readonly ManifestItem[] {
	return f1Items.map((materials, at) =>
		item(
			`i${at + 1}`,
			materials.map(({ id, department }) =>
				material(id, { file: fileOf(id), department, title: `关于${id}有关情况的报告`, copies: 60 }),
			),
			{ title: `第${formatHan(at + 1)}件事` },
		),
	);
}

/** The late item of the scenarios: two papers about an appointment. */
export const lateItem = item(
	'i10',
	[
		material('n1', { file: fileOf('n1'), title: '关于提请任免的议案', department: '人代委', copies: 60 }),
		material('n2', { file: fileOf('n2'), title: '任免名单（草案）', department: '人代委', copies: 60 }),
	],
	{ title: '任免案' },
);

/** A packet in a folder of its own, and the verbs on it. */
export interface OnDisk {
	readonly folder: string;
	readonly write: (file: string, bytes: Uint8Array | string) => void;
	readonly text: (file: string) => string;
	readonly bytes: (file: string) => Buffer;
	readonly manifest: (items: readonly ManifestItem[], numbering?: Partial<NumberingPolicy>) => void;
	readonly session: () => Session;
	readonly request: { readonly packet: string; readonly options: { readonly date: string } };
	readonly plan: (accepts?: readonly string[]) => Promise<Plan>;
	/** Applies; every place that blocks is rewritten by a person. */
	readonly apply: (decide?: boolean) => Promise<Plan>;
	readonly lock: () => Lock;
	/** Bytes of all files but the program's own folder. */
	readonly files: () => ReadonlyMap<string, string>;
	readonly remove: () => void;
}

/** Words that a person writes over a reference to a withdrawn paper. */
export const decided = '（另有说明）';

/** One session for all: what was read once is not read again. */
const shared = createSession(nodeWorld([]));

/** The packet in a folder that is there already. */
export function packetAt(folder: string): OnDisk {
	const request = { packet: join(folder, 'packet.yaml'), options: { date: '2026-11-25' } };
	const session = (): Session => shared;
	const plan = async (accepts: readonly string[] = []): Promise<Plan> => {
		const result = await planVerb(session(), { ...request, accepts, by: '王某' });
		if (result.refused !== undefined) throw new Error(JSON.stringify(result.refused));
		return result.plan;
	};
	return {
		folder,
		request,
		session,
		plan,
		write: (file, bytes) => writeFileSync(join(folder, file), bytes),
		text: (file) => readFileSync(join(folder, file), 'utf8'),
		bytes: (file) => readFileSync(join(folder, file)),
		manifest: (items, numbering = {}) => {
			const whole: Manifest = manifest(items, unnumbered, numbering);
			writeFileSync(join(folder, 'packet.yaml'), writeManifest(whole));
		},
		apply: async (decide = true) => {
			const open = (await plan()).references.filter(({ status }) => /^(?:dangling|mismatch|ambiguous)$/.test(status));
			const accepts = decide ? open.map(({ in: id, block, start }) => `${id}@${block}:${start}=${decided}`) : [];
			const result = await applyVerb(session(), { ...request, accepts, by: '王某' });
			if (result.refused !== undefined) throw new Error(JSON.stringify(result.refused));
			return result.plan;
		},
		lock: () => {
			const { lock } = readLock(readFileSync(join(folder, 'packet.lock.yaml'), 'utf8'));
			if (lock === null) throw new Error('no lock');
			return lock;
		},
		files: () => {
			const names = readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile() && !entry.parentPath.includes('.bianxu'))
				.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
				.sort();
			return new Map(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

function newFolder(): string {
	return mkdtempSync(join(tmpdir(), 'bianxu-f1-'));
}

/** F1 on disk, numbered once. 25 agenda ordinals stand in the host's script (9), the schedule (9) and the attendees (7). */
export async function f1OnDisk(scheme: NumberingPolicy['scheme'] = 'continuous'): Promise<OnDisk> {
	const packet = packetAt(newFolder());
	const { write } = packet;
	for (const { id, pages, mentions } of f1Items.flat()) {
		const lines = Array.from({ length: pages }, (_, at) => {
			const cited = mentions
				.filter(([page]) => page === at + 1)
				.map(([, target]) => `有关情况见会议材料之${hanOf(target)}。`);
			return `这是第${at + 1}页的内容。${cited.join('')}`;
		});
		write(fileOf(id), paperBytes(id, `会议材料之${hanOf(id)}`, lines));
	}
	for (const { id, title } of lateItem.materials) write(fileOf(id), paperBytes(id, null, ['正文。'], title));
	const ordinal = (at: number, text: string): string => text.replace('N', formatHan(at));
	const all = Array.from({ length: 9 }, (_, at) => at + 1);
	write(
		'主持词.docx',
		docxPaper(null, '主持词', [
			'本次会议共九项议程，印发材料二十八份。',
			...all.map((at) => ordinal(at, '现在进行第N项议程。')),
			...f1Host.map(([page, id]) => `请看第${page}页提到的会议材料之${hanOf(id)}。`),
		]),
	);
	write(
		'议程.docx',
		docxPaper(
			null,
			'议程',
			all.map((at) => ordinal(at, 'N、听取和审议有关报告')),
		),
	);
	write('日程.md', `# 日程\n\n${all.map((at) => ordinal(at, '上午：第N项议程')).join('\n\n')}\n`);
	write(
		'目录.docx',
		docxPaper(
			null,
			'目录',
			f1Items.flat().map(({ id }) => `关于${id}有关情况的报告`),
		),
	);
	const attended = [1, 2, 3, 4, 5, 6, 9];
	write('列席名单.md', `# 列席名单\n\n${attended.map((at) => ordinal(at, '列席第N项议题的同志')).join('\n\n')}\n`);
	packet.manifest(f1Agenda());
	await packet.apply();
	if (scheme === 'item') {
		packet.manifest(f1Agenda(), { scheme });
		await packet.apply();
	}
	return packet;
}

/** A copy of a packet, with its lock and its undo store. */
export function copyOf(packet: OnDisk): OnDisk {
	const folder = newFolder();
	cpSync(packet.folder, folder, { recursive: true });
	return packetAt(folder);
}
