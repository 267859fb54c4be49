import type { Frame, ManifestMaterial, Outline, PageMapEntry, Problem, Template } from '@bianxu/model';
import { claimOf, flattenHeadings } from '@bianxu/model';
import { planPacket, recordPlan } from '@bianxu/packet';
import type { FontSet, GlyphFallback, LaidOut, Media, PrintImage, PrintPart, Unreadable } from '@bianxu/printer';
import { recognise } from '@bianxu/structure';
import { type Checked, templateFor } from './check.ts';
import { type OpenDocument, openDocument } from './document.ts';
import { type LoadedPacket, loadPacket, lockBytesOf } from './packet-files.ts';
import { extensionOf, joinPath, nameOf } from './path.ts';
import { writeSafely } from './safe-write.ts';
import type { Session } from './session.ts';
import { dateOf, type Options, type Settings, settingsFor, settingsOfManifest } from './settings.ts';

export interface PrintRequest {
	/** Absolute path of a document or of a packet.yaml. */
	readonly path: string;
	readonly options: Options;
	/** 目录 in front of a packet; a single file never has one. */
	readonly contents: boolean;
	/** Refuse instead of printing with a substitute. */
	readonly strictFonts: boolean;
}

/** Which face a font role was printed in. */
export interface PrintedFace {
	readonly role: string;
	/** Family that the template asks for first. */
	readonly wanted: string;
	/** PostScript name; null when the role has no face (Latin then takes that of the text around it). */
	readonly face: string | null;
	readonly file: string | null;
	readonly substitute: boolean;
}

/** Why something is not printed, or what is said about the print, with its file when it has one. */
export interface PrintProblem {
	readonly path: string;
	readonly problem: Problem;
}

/** Outcome of printing. `bytes` is null when anything was refused: a print is whole or it is not made. */
export interface Printed {
	readonly bytes: Uint8Array | null;
	readonly frames: readonly Frame[];
	readonly faces: readonly PrintedFace[];
	/** Characters that another face had to give: character, face asked for, face taken. */
	readonly glyphs: readonly { readonly character: string; readonly wanted: string; readonly used: string }[];
	/** True when a substitute face is in use: the print is marked 「非正式：字体代用」. */
	readonly informal: boolean;
	readonly refusals: readonly PrintProblem[];
	readonly notes: readonly PrintProblem[];
	/** Where each material lies; one entry with id '' for a single file. */
	readonly pageMap: readonly PageMapEntry[];
	readonly template: Template | null;
	/** Writes the page map into the packet's lock, once the PDF stands at its place; null for a single file. */
	readonly recordPages: ((file: string) => Promise<readonly Problem[]>) | null;
}

/** One paper on its way to the printer. */
interface Paper {
	readonly id: string;
	readonly path: string;
	readonly document: OpenDocument;
	readonly outline: Outline;
	readonly template: Template;
	/** Title of the manifest; '' takes the document's. */
	readonly title: string;
}

/** The printer and what it depends on are loaded when something is printed, not with the program. */
const loadPrinter = () => import('@bianxu/printer');

/** Prints a document or a packet to one PDF in memory. Rejects with the World's error when the source cannot be read. */
export async function printSource(session: Session, request: PrintRequest): Promise<Printed> {
	const extension = extensionOf(request.path);
	return extension === '.yaml' || extension === '.yml' ? printPacket(session, request) : printFile(session, request);
}

/** Our own pages of one checked document, as `print` makes them; [] when it cannot be set. */
export async function framesOf(session: Session, checked: Checked): Promise<readonly Frame[]> {
	const { outline, template, document } = checked;
	const paper: Paper = { id: '', path: document.path, document, outline, template, title: '' };
	const { composePrint } = await loadPrinter();
	const fonts = await fontsFor(session, template);
	const laid = await layOut(session, paper, fonts);
	if (laid.refusals.length > 0) return [];
	const parts = [partOf(paper, laid)];
	const marked = usedFaces(fonts, parts, template, false).some((face) => face.substitute);
	return composePrint(parts, template, fonts, {
		contents: false,
		numbering: 'material',
		recto: false,
		marked,
	}).frames;
}

/** Faces for a template, chosen once per session: opening them is the slowest step of a short print. */
export async function fontsFor(session: Session, template: Template): Promise<FontSet> {
	const { loadFonts } = await loadPrinter();
	const key = JSON.stringify(template.fonts);
	return session.remember('fonts', key, async () => loadFonts(await session.world.fonts(), template));
}

async function layOut(session: Session, paper: Paper, fonts: FontSet): Promise<LaidOut> {
	const { layoutMaterial } = await loadPrinter();
	return layoutMaterial(paper.document.doc, paper.outline, paper.template, fonts, await mediaOf(session, paper));
}

/** Pictures of a paper: parts of the package, or files beside a Markdown text. Addresses on the network are never fetched. */
async function mediaOf(session: Session, paper: Paper): Promise<Media> {
	const { doc, part } = paper.document;
	const { readImage } = await loadPrinter();
	const images = new Map<string, PrintImage | Unreadable | null>();
	const { sha256, inflateRaw } = session.world;
	for (const paragraph of doc.paragraphs) {
		for (const drawing of paragraph.drawings ?? []) {
			if (drawing.kind !== 'picture' || drawing.target === null || images.has(drawing.target)) continue;
			const { target } = drawing;
			const bytes = doc.kind === 'docx' ? part(target) : await pictureBeside(session, paper.path, target);
			images.set(target, bytes === null ? null : readImage(bytes, sha256(bytes).slice(0, 16), inflateRaw));
		}
	}
	return (target) => images.get(target) ?? null;
}

async function pictureBeside(session: Session, path: string, target: string): Promise<Uint8Array | null> {
	if (/^[a-z][a-z\d+.-]+:/i.test(target) || target.startsWith('//')) return null;
	const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
	let name = target;
	try {
		name = decodeURIComponent(target);
	} catch {
		// A stray % is part of the name.
	}
	return session.world.readFile(name.startsWith('/') ? name : joinPath(folder, name)).catch(() => null);
}

/** Role, family asked for, face and file of the roles that a print uses: in its text, its page numbers, its contents. */
function usedFaces(
	fonts: FontSet,
	parts: readonly PrintPart[],
	template: Template,
	contents: boolean,
): readonly PrintedFace[] {
	const names = new Set<string>();
	for (const part of parts) {
		for (const page of part.laid.pages) for (const item of page.items) if (item.kind === 'text') names.add(item.font);
	}
	const always = new Set<string>([
		template.page.pageNumber.font.value,
		...(contents ? ['xiaobiaosong', 'fangsong'] : []),
	]);
	return Object.values(fonts.roles)
		.filter(({ role, face }) => role === 'latin' || always.has(role) || (face !== null && names.has(face.name)))
		.map(({ role, wanted, face, substitute }) => ({
			role,
			wanted,
			face: face?.name ?? null,
			file: face?.path ?? null,
			substitute,
		}));
}

function partOf(paper: Paper, laid: LaidOut): PrintPart {
	const { outline, document, title } = paper;
	const mark = claimOf(outline, 'file-mark');
	const headings = new Map<number, { readonly level: number; readonly title: string }>();
	for (const node of flattenHeadings(outline.headings))
		headings.set(node.block, { level: node.level, title: `${node.mark.canonical}${node.text}` });
	const attachment = outline.presentAttachments;
	for (const entry of attachment) headings.set(entry.block, { level: 1, title: entry.title });
	return {
		material: paper.id,
		label: mark === undefined ? '' : (document.doc.paragraphs[mark.block]?.text.trim() ?? ''),
		title: (title !== '' ? title : outline.title !== '' ? outline.title : nameOf(paper.path)).replaceAll(
			/\s*\n\s*/g,
			'',
		),
		laid,
		headings,
	};
}

async function printFile(session: Session, request: PrintRequest): Promise<Printed> {
	const { path, options } = request;
	const settings = await settingsFor(session, path, options);
	const bytes = await session.world.readFile(path);
	const read = readPaper(session, path, bytes, settings, '', '');
	if (read.paper === null) return refused([{ path, problem: read.refused }]);
	return printPapers(session, [read.paper], {
		request,
		date: settings.date,
		contents: false,
		numbering: 'material',
		recto: false,
		title: '',
		strict: request.strictFonts,
		notes: settings.problems.map((problem) => ({ path, problem })),
		recordPages: null,
	});
}

function readPaper(
	session: Session,
	path: string,
	bytes: Uint8Array,
	settings: Settings,
	id: string,
	title: string,
): { readonly paper: Paper; readonly refused: null } | { readonly paper: null; readonly refused: Problem } {
	const opened = openDocument(session, path, bytes);
	if (opened.document === null) return { paper: null, refused: opened.refused };
	const { document } = opened;
	const outline = session.remember('outline', `${document.doc.kind}:${document.hash}:${settings.template}`, () =>
		recognise(document.doc, { template: settings.template }),
	);
	return { paper: { id, path, document, outline, template: templateFor(outline, settings), title }, refused: null };
}

function refused(refusals: readonly PrintProblem[], rest: Partial<Printed> = {}): Printed {
	return {
		bytes: null,
		frames: [],
		faces: [],
		glyphs: [],
		informal: false,
		notes: [],
		pageMap: [],
		template: null,
		recordPages: null,
		...rest,
		refusals,
	};
}

interface Job {
	readonly request: PrintRequest;
	readonly date: string;
	readonly contents: boolean;
	readonly numbering: 'material' | 'packet';
	readonly recto: boolean;
	readonly title: string;
	readonly strict: boolean;
	readonly notes: readonly PrintProblem[];
	readonly recordPages: ((entries: readonly PageMapEntry[], file: string) => Promise<readonly Problem[]>) | null;
}

async function printPapers(session: Session, papers: readonly Paper[], job: Job): Promise<Printed> {
	const first = papers[0];
	if (first === undefined) return refused([{ path: job.request.path, problem: nothingToPrint() }]);
	const { composePrint, paintPdf, blockPages } = await loadPrinter();
	const { template } = first;
	const fonts = await fontsFor(session, template);
	const refusals: PrintProblem[] = [];
	const notes: PrintProblem[] = [...job.notes];
	const parts: PrintPart[] = [];
	const fallbacks: GlyphFallback[] = [];
	for (const paper of papers) {
		const laid = await layOut(session, paper, fonts);
		for (const problem of laid.refusals) refusals.push({ path: paper.path, problem });
		for (const problem of laid.notes) notes.push({ path: paper.path, problem });
		for (const fallback of laid.fallbacks) fallbacks.push(fallback);
		parts.push(partOf(paper, laid));
	}
	const faces = usedFaces(fonts, parts, template, job.contents);
	const informal = faces.some((face) => face.substitute);
	if (job.strict && informal) {
		for (const face of faces)
			if (face.substitute) refusals.push({ path: job.request.path, problem: substituteRefused(face) });
	}
	const glyphs = glyphsOf(fallbacks);
	if (refusals.length > 0) return refused(refusals, { faces, glyphs, informal, notes, template });
	const composed = composePrint(parts, template, fonts, {
		contents: job.contents,
		numbering: job.numbering,
		recto: job.recto,
		marked: informal,
	});
	const title = job.title !== '' ? job.title : (parts[0]?.title ?? '');
	const { deflate, sha256 } = session.world;
	const bytes = paintPdf(composed.frames, fonts, {
		title,
		date: job.date,
		bookmarks: composed.bookmarks,
		links: composed.links,
		images: composed.images,
		tags: composed.tags,
		deflate,
		sha256,
	});
	const pageMap = composed.parts.map(({ first: at, pages }, index): PageMapEntry => {
		const paper = papers[index];
		const part = parts[index];
		const blocks =
			paper === undefined || part === undefined
				? []
				: blockPages(part.laid.pages, paper.document.doc.paragraphs.length);
		return { id: paper?.id ?? '', pages, first: at, hash: paper?.document.hash ?? '', blocks };
	});
	const record = job.recordPages;
	const recordPages = record === null ? null : (file: string) => record(pageMap, file);
	return { bytes, frames: composed.frames, faces, glyphs, informal, refusals, notes, pageMap, template, recordPages };
}

/** Each character once, however often it was met. */
function glyphsOf(fallbacks: readonly GlyphFallback[]): Printed['glyphs'] {
	const found = new Map<string, Printed['glyphs'][number]>();
	for (const { codePoint, wanted, used } of fallbacks) {
		if (used !== null)
			found.set(`${codePoint} ${wanted}`, { character: String.fromCodePoint(codePoint), wanted, used });
	}
	return [...found.values()];
}

function nothingToPrint(): Problem {
	return { code: 'print-empty', message: { zh: '没有可印的材料', en: 'there is no paper to print' } };
}

function substituteRefused(face: PrintedFace): Problem {
	return {
		code: 'print-substitute',
		message: {
			zh: `要求字体 ${face.wanted}，本机只有 ${face.face ?? '（无）'}；已按要求拒绝代用`,
			en: `${face.wanted} is required, this machine has ${face.face ?? 'none'}; substitutes are refused`,
		},
	};
}

/** Unnumbered papers that members receive with the packet; the others are for the chair, the staff and the count. */
const PRINTED_UNNUMBERED: ReadonlySet<string> = new Set(['agenda', 'schedule']);

async function printPacket(session: Session, request: PrintRequest): Promise<Printed> {
	const { path, options } = request;
	const loaded = await loadPacket(session, path);
	if ('refused' in loaded) return refused(loaded.refused.map((problem) => ({ path, problem })));
	const { manifest, folder } = loaded;
	const located = { folder, path, manifest, bytes: loaded.manifestBytes, problems: loaded.problems };
	const papers: Paper[] = [];
	const refusals: PrintProblem[] = [];
	const add = async (id: string, file: string, title: string): Promise<void> => {
		const full = joinPath(folder, file);
		const unread = loaded.request.unread.find((entry) => entry.id === id);
		if (unread !== undefined) {
			refusals.push({ path: full, problem: { code: 'print-unread', message: unread.reason } });
			return;
		}
		const bytes = loaded.documents.get(id)?.bytes ?? (await session.world.readFile(full));
		const read = readPaper(session, full, bytes, settingsOfManifest(session, located, full, options), id, title);
		if (read.paper === null) refusals.push({ path: full, problem: read.refused });
		else papers.push(read.paper);
	};
	for (const paper of manifest.unnumbered) if (PRINTED_UNNUMBERED.has(paper.kind)) await add(paper.id, paper.file, '');
	const printed = printedMaterials(loaded);
	for (const material of printed) await add(material.id, material.file, material.title);
	if (refusals.length > 0) return refused(refusals);
	const { session: facts } = manifest;
	// A packet in state printed goes out: substitutes are refused there without being asked (design, fonts).
	const final = printed.some(({ state }) => state === 'printed' || state === 'distributed');
	return printPapers(session, papers, {
		request,
		date: dateOf(session, options, facts.days[0] ?? null),
		contents: request.contents,
		numbering: manifest.numbering.pages,
		recto: true,
		title: `${facts.organ}会议材料`,
		strict: request.strictFonts || final,
		notes: loaded.problems.map((problem) => ({ path, problem })),
		recordPages: (entries, file) =>
			writePageMap(session, loaded, entries, file, dateOf(session, options, facts.days[0] ?? null)),
	});
}

/** Materials of the agenda as it stands: neither withdrawn nor moved. */
function printedMaterials({ manifest }: LoadedPacket): readonly ManifestMaterial[] {
	return manifest.items
		.filter((item) => item.withdrawn === null && item.movedTo === null)
		.flatMap((item) => item.materials.filter((material) => material.state !== 'withdrawn'));
}

/**
 * Records where each material lies, so that a later plan knows which sheets a change touches. Without a lock one is
 * begun, but only when the papers already bear the numbers of the manifest: otherwise it would tell what did not happen.
 */
async function writePageMap(
	session: Session,
	loaded: LoadedPacket,
	entries: readonly PageMapEntry[],
	file: string,
	on: string,
): Promise<readonly Problem[]> {
	const pageMap = { file, on, entries };
	const path = joinPath(loaded.folder, loaded.lockName);
	if (loaded.lock !== null) {
		await writeSafely(session.world, path, lockBytesOf({ ...loaded.lock, pageMap }));
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
	await writeSafely(session.world, path, lockBytesOf({ ...recordPlan(planRequest, planned, hashes, on), pageMap }));
	return [];
}
