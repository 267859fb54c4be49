import type { Frame, ManifestMaterial, Problem } from '@bianxu/model';
import { planPacket } from '@bianxu/packet';
import type { GlyphFallback, PrintImage } from '@bianxu/printer';
import type { Checked } from './check.ts';
import { base64Of } from './page-image.ts';
import { loadPacket } from './packet-files.ts';
import { sessionName, slipHead } from './packet-head.ts';
import { isWorkbook } from './packet-workbook.ts';
import { fontsText, jobFacts, jobSheetText, type PrintOrder } from './job-sheet.ts';
import { directoryOf, extensionOf, joinPath } from './path.ts';
import {
	fontsFor,
	layOut,
	loadPrinter,
	type Paper,
	partOf,
	type Printed,
	printPapers,
	type PrintProblem,
	type PrintRequest,
	readPaper,
	refused,
	usedFaces,
} from './print-papers.ts';
import { coverLines, gonePapers, PRINTED_UNNUMBERED, printedMaterials, writePageMap } from './print-session.ts';
import type { Session } from './session.ts';
import { dateOf, nearestManifest, settingsFor, settingsOfManifest } from './settings.ts';

/** Prints a document or a packet to one PDF in memory. Rejects with the World's error when the source cannot be read. */
export async function printSource(session: Session, request: PrintRequest): Promise<Printed> {
	return isPacketPath(request.path) ? printPacket(session, request) : printFile(session, request);
}

function isPacketPath(path: string): boolean {
	return ['.yaml', '.yml'].includes(extensionOf(path)) || isWorkbook(path);
}

/**
 * 付印单 and 配页单 of a print as a PDF, set by the same printer. `file`: name of the PDF that was printed. null when the
 * print was refused.
 */
export async function jobSheet(
	session: Session,
	request: PrintRequest,
	printed: Printed,
	file: string,
): Promise<Uint8Array | null> {
	if (printed.bytes === null) return null;
	const { title, date, collated } = printed;
	const loaded = isPacketPath(request.path) ? await loadPacket(session, request.path) : null;
	const head = loaded === null || 'refused' in loaded ? null : slipHead(loaded, date);
	const alone = collated.length === 1 && loaded === null;
	return orderSheet(session, request, {
		session: head === null ? await sessionAt(session, request.path) : `${head.organ}${head.session}`,
		seal: head?.seal ?? '',
		title,
		file,
		date,
		facts: jobFacts(printed, request.paper ?? {}),
		blank: printed.frames.filter((frame) => frame.blank).length,
		fonts: fontsText(printed),
		papers: alone ? [] : collated,
	});
}

/** Name of the session that a file belongs to by its folder; '' for none. */
async function sessionAt(session: Session, path: string): Promise<string> {
	const located = await nearestManifest(session, directoryOf(path));
	return located === null || 'faults' in located ? '' : sessionName(located.manifest.session);
}

/** A 付印单 as a PDF; null when it cannot be set. */
export async function orderSheet(
	session: Session,
	request: PrintRequest,
	order: PrintOrder,
): Promise<Uint8Array | null> {
	const path = joinPath(directoryOf(request.path), '付印单.md');
	const settings = await settingsFor(session, request.path, { ...request.options, template: 'base' });
	const text = new TextEncoder().encode(jobSheetText(order));
	const read = readPaper(session, path, text, settings, '', '', null);
	if (read.paper === null) return null;
	const sheet = await printPapers(session, [read.paper], {
		request: { ...request, path, paper: {}, strictFonts: false, layoutOnly: false },
		date: order.date,
		contents: false,
		numbering: 'material',
		recto: false,
		title: '付印单',
		strict: false,
		notes: [],
		recordPages: null,
		cover: [],
		references: [],
	});
	return sheet.bytes;
}

/** A checked document as `print` sets it: pages, why it is not set, and characters that other faces lent. */
export interface OwnPages {
	/** [] when it cannot be set. */
	readonly frames: readonly Frame[];
	readonly refusals: readonly Problem[];
	readonly fallbacks: readonly GlyphFallback[];
	/** Pictures that stand on the pages, by key. */
	readonly images: ReadonlyMap<string, PrintImage>;
}

/** Our own pages of one checked document, as `print` makes them. */
export async function ownPages(session: Session, checked: Checked): Promise<OwnPages> {
	const { outline, template, document } = checked;
	const paper: Paper = { id: '', path: document.path, document, outline, template, title: '', material: null };
	const { composePrint } = await loadPrinter();
	const fonts = await fontsFor(session, template);
	const laid = await layOut(session, paper, fonts);
	const { refusals, fallbacks, images } = laid;
	if (refusals.length > 0) return { frames: [], refusals, fallbacks, images };
	const parts = [partOf(paper, laid)];
	const marked = usedFaces(fonts, parts, template, false).some((face) => face.substitute);
	const { frames } = composePrint(parts, template, fonts, {
		contents: false,
		numbering: 'material',
		recto: false,
		marked,
	});
	return { frames, refusals, fallbacks, images };
}

/**
 * Our own page of a checked document as an SVG document, `index` from 0; null when there is no such page. Its text is set
 * in the viewer's fonts, characters at their places.
 */
export async function pageSvg(session: Session, checked: Checked, index: number): Promise<string | null> {
	const { frames, images } = await ownPages(session, checked);
	const frame = frames[index];
	if (frame === undefined) return null;
	const { frameSvg } = await loadPrinter();
	const fonts = await fontsFor(session, checked.template);
	const families = new Map<string, string>();
	for (const { wanted, face } of Object.values(fonts.roles)) {
		if (face !== null && !families.has(face.name)) families.set(face.name, `'${wanted}','${face.family}',serif`);
	}
	return frameSvg(frame, {
		familyOf: (face) => families.get(face) ?? `'${face}',serif`,
		imageOf: (key) => dataAddress(images.get(key)),
	});
}

function dataAddress(image: PrintImage | undefined): string | null {
	if (image === undefined) return null;
	return `data:image/${image.encoding.kind === 'jpeg' ? 'jpeg' : 'png'};base64,${base64Of(image.source)}`;
}

/** The pages alone; [] when the document cannot be set. */
export async function framesOf(session: Session, checked: Checked): Promise<readonly Frame[]> {
	return (await ownPages(session, checked)).frames;
}

async function printFile(session: Session, request: PrintRequest): Promise<Printed> {
	const { path, options } = request;
	const settings = await settingsFor(session, path, options);
	const bytes = await session.world.readFile(path);
	const read = readPaper(session, path, bytes, settings, '', '', null);
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
		cover: [],
		references: [],
	});
}

async function printPacket(session: Session, request: PrintRequest): Promise<Printed> {
	const { path, options } = request;
	const loaded = await loadPacket(session, path);
	if ('refused' in loaded) return refused(loaded.refused.map((problem) => ({ path, problem })));
	const { manifest, folder } = loaded;
	const located = { folder, path, manifest, bytes: loaded.manifestBytes, problems: loaded.problems };
	const papers: Paper[] = [];
	const refusals: PrintProblem[] = [];
	const add = async (id: string, file: string, material: ManifestMaterial | null): Promise<void> => {
		const full = joinPath(folder, file);
		const unread = loaded.request.unread.find((entry) => entry.id === id);
		if (unread !== undefined) {
			refusals.push({ path: full, problem: { code: 'print-unread', message: unread.reason } });
			return;
		}
		const known = request.documents?.get(id) ?? loaded.documents.get(id);
		const bytes = known?.bytes ?? (await session.world.readFile(full));
		const read = readPaper(
			session,
			full,
			bytes,
			await settingsOfManifest(session, located, full, options),
			id,
			material?.title ?? '',
			material,
		);
		if (read.paper === null) refusals.push({ path: full, problem: read.refused });
		else papers.push(read.paper);
	};
	for (const paper of manifest.unnumbered)
		if (PRINTED_UNNUMBERED.has(paper.kind)) await add(paper.id, paper.file, null);
	const gone = gonePapers(loaded, papers.length);
	const printed = printedMaterials(loaded);
	for (const material of printed) await add(material.id, material.file, material);
	const apart = manifest.unnumbered.filter(
		({ id, kind }) => !PRINTED_UNNUMBERED.has(kind) && request.also?.includes(id) === true,
	);
	for (const { id, file } of apart) await add(id, file, null);
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
		cover: request.paper?.cover === true ? coverLines(manifest.session) : [],
		references: planPacket({ ...loaded.request, accepts: [] }).plan.references,
		gone,
		unlisted: new Set(apart.map(({ id }) => id)),
	});
}
