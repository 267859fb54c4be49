import type {
	Frame,
	ManifestMaterial,
	Outline,
	PageMapEntry,
	PlannedReference,
	Problem,
	Template,
} from '@bianxu/model';
import { claimOf, flattenHeadings } from '@bianxu/model';
import { sideOf } from '@bianxu/packet';
import type {
	Composed,
	FontSet,
	GonePaper,
	GlyphFallback,
	LaidOut,
	LinkRequest,
	Media,
	PrintImage,
	PrintPart,
	Unreadable,
} from '@bianxu/printer';
import { recognise } from '@bianxu/structure';
import { templateFor } from './check.ts';
import { type OpenDocument, openDocument } from './document.ts';
import { innerLinks } from './inner-links.ts';
import type { CollatedPaper } from './job-sheet.ts';
import { joinPath, nameOf } from './path.ts';
import { notArchivable } from './print-archive.ts';
import { contentsEntry } from './print-session.ts';
import type { Session } from './session.ts';
import type { Options, Settings } from './settings.ts';

export interface PrintRequest {
	/** Absolute path of a document or of a packet.yaml. */
	readonly path: string;
	readonly options: Options;
	/** 目录 in front of a packet; a single file never has one. */
	readonly contents: boolean;
	/** Refuse instead of printing with a substitute. */
	readonly strictFonts: boolean;
	/** How the pages go on paper; as they are when absent. */
	readonly paper?: PaperOptions;
	/** Documents that take the place of the packet's files, by id: what a plan would write. */
	readonly documents?: ReadonlyMap<string, OpenDocument>;
	/** Papers without a number that do not go with the packet (主持词, 列席名单), by id: set behind it, out of the contents. */
	readonly also?: readonly string[];
	/** Lay out only: `bytes` are empty, substitutes are not refused; `paint` makes a PDF of chosen pages. */
	readonly layoutOnly?: boolean;
}

/** How pages go on paper, and what the file claims to be. */
export interface PaperOptions {
	/** PDF/A (ISO 19005) part and level. */
	readonly pdfa?: '1b' | '2b' | null;
	/** A cover before a packet. */
	readonly cover?: boolean;
	/** A3 sheets for saddle stitching, or A4 pages on larger paper with crop marks. */
	readonly imposition?: 'booklet' | 'marks' | null;
	/** Most pages of one signature of a booklet. */
	readonly signature?: number;
	/** Thickness of a sheet in mm, for the creep of a booklet. */
	readonly thickness?: number;
	/** A blank page at the end where the number of pages is odd. */
	readonly duplexPad?: boolean;
	/** Mirrored margins, whatever the template says. */
	readonly mirrored?: boolean;
	/** 份号 (GB/T 9704-2012 7.2.1): first and last number of the copies that this file holds. */
	readonly copies?: readonly [number, number] | null;
}

/** Pages of one signature of 80 g paper that still folds flat. */
const SIGNATURE = 60;

/** A sheet of 70–80 g/m² paper (GB/T 9704-2012 4), mm. */
const THICKNESS = 0.1;

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
	/** Where the generated contents lies; null without one. */
	readonly contents: PageMapEntry | null;
	/** A PDF of these pages of the print, in this order; null when something was refused. */
	readonly paint: ((frames: readonly Frame[], title: string) => Promise<Uint8Array>) | null;
	/** Sides of paper that the file has, copies included; pages where nothing was imposed. */
	readonly sides: number;
	/** Signatures of a booklet in pages; [] otherwise. */
	readonly signatures: readonly number[];
	readonly template: Template | null;
	/** What the collation sheet lists, in order. */
	readonly collated: readonly CollatedPaper[];
	readonly title: string;
	/** Date that the print bears. */
	readonly date: string;
	/** Writes the page map into the packet's lock, once the PDF stands at its place; null for a single file. */
	readonly recordPages: ((file: string) => Promise<readonly Problem[]>) | null;
}

/** One paper on its way to the printer. */
export interface Paper {
	readonly id: string;
	readonly path: string;
	readonly document: OpenDocument;
	readonly outline: Outline;
	readonly template: Template;
	/** Title of the manifest; '' takes the document's. */
	readonly title: string;
	/** Its entry in the packet; null for a single file and for papers without a number. */
	readonly material: ManifestMaterial | null;
}

/** The printer and what it depends on are loaded when something is printed, not with the program. */
export const loadPrinter = () => import('@bianxu/printer');

/** Faces for a template, chosen once per session: opening them is the slowest step of a short print. */
export async function fontsFor(session: Session, template: Template): Promise<FontSet> {
	const { loadFonts } = await loadPrinter();
	const key = JSON.stringify(template.fonts);
	return session.remember('fonts', key, async () =>
		loadFonts(await session.world.fonts(), template, session.world.unbrotli),
	);
}

/** Pages of a paper, kept by content and template: a packet is laid out again for every change of its agenda. */
export async function layOut(session: Session, paper: Paper, fonts: FontSet): Promise<LaidOut> {
	const { document, outline, template } = paper;
	const own = new TextEncoder().encode(JSON.stringify(template));
	// Pictures of a Markdown text are files beside it, which may change while the text does not.
	const pictured = document.doc.kind === 'markdown' && document.doc.counts.images > 0;
	const key = `${document.hash}:${outline.template}:${session.world.sha256(own)}`;
	const compute = async (): Promise<LaidOut> =>
		(await loadPrinter()).layoutMaterial(document.doc, outline, template, fonts, await mediaOf(session, paper));
	return pictured ? compute() : session.remember('laid', key, compute);
}

/** Pictures of a paper: parts of the package, or files beside a Markdown text. Addresses on the network are never fetched. */
async function mediaOf(session: Session, paper: Paper): Promise<Media> {
	const { doc, part } = paper.document;
	const { readImage } = await loadPrinter();
	const images = new Map<string, PrintImage | Unreadable | null>();
	const { sha256, inflateRaw } = session.world;
	for (const paragraph of doc.paragraphs) {
		for (const drawing of paragraph.drawings ?? []) {
			if (drawing.kind !== 'picture') continue;
			for (const target of [drawing.target, drawing.fallback ?? null]) {
				if (target === null || images.has(target)) continue;
				const bytes = doc.kind === 'docx' ? part(target) : await pictureBeside(session, paper.path, target);
				images.set(target, bytes === null ? null : readImage(bytes, sha256(bytes).slice(0, 16), inflateRaw));
			}
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
export function usedFaces(
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

export function partOf(paper: Paper, laid: LaidOut): PrintPart {
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
			/(?<!\s)\s*\n\s*/g,
			'',
		),
		laid,
		headings,
	};
}

export function readPaper(
	session: Session,
	path: string,
	bytes: Uint8Array,
	settings: Settings,
	id: string,
	title: string,
	material: ManifestMaterial | null,
): { readonly paper: Paper; readonly refused: null } | { readonly paper: null; readonly refused: Problem } {
	const opened = openDocument(session, path, bytes);
	if (opened.document === null) return { paper: null, refused: opened.refused };
	const { document } = opened;
	const outline = session.remember('outline', `${document.doc.kind}:${document.hash}:${settings.template}`, () =>
		recognise(document.doc, { template: settings.template }),
	);
	return {
		paper: { id, path, document, outline, template: templateFor(outline, settings), title, material },
		refused: null,
	};
}

export function refused(refusals: readonly PrintProblem[], rest: Partial<Printed> = {}): Printed {
	return {
		bytes: null,
		frames: [],
		faces: [],
		glyphs: [],
		informal: false,
		notes: [],
		pageMap: [],
		contents: null,
		paint: null,
		sides: 0,
		signatures: [],
		template: null,
		collated: [],
		title: '',
		date: '',
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
	/** Lines of the cover; [] for none. */
	readonly cover: readonly string[];
	/** Mentions of papers and where they lead; ids of papers. */
	readonly references: readonly PlannedReference[];
	/** Papers that are gone and stand in the contents; absent for none. */
	readonly gone?: readonly GonePaper[];
	/** Papers that the contents leaves out, by id; absent for none. */
	readonly unlisted?: ReadonlySet<string>;
}

export async function printPapers(session: Session, papers: readonly Paper[], job: Job): Promise<Printed> {
	const first = papers[0];
	if (first === undefined) return refused([{ path: job.request.path, problem: nothingToPrint() }]);
	const {
		composePrint,
		paintPdf,
		blockPages,
		bookletSheets,
		markedSheets,
		withCopyNumbers,
		linksBetween,
		mirrorVersos,
	} = await loadPrinter();
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
	const layoutOnly = job.request.layoutOnly === true;
	if (job.strict && informal && !layoutOnly) {
		for (const face of faces)
			if (face.substitute) refusals.push({ path: job.request.path, problem: substituteRefused(face) });
	}
	const glyphs = glyphsOf(fallbacks);
	const options = job.request.paper ?? {};
	if (options.pdfa !== undefined && options.pdfa !== null) refusals.push(...notArchivable(papers, parts));
	if (refusals.length > 0) return refused(refusals, { faces, glyphs, informal, notes, template });
	const [from, to] = options.copies ?? [0, 0];
	const composed = composePrint(parts, template, fonts, {
		contents: job.contents,
		numbering: job.numbering,
		recto: job.recto,
		marked: informal,
		cover: job.cover,
		...(job.gone === undefined ? {} : { gone: job.gone }),
		...(job.unlisted === undefined ? {} : { unlisted: job.unlisted }),
		// Copies follow each other on the same stack of paper: none may begin on the back of another's last page.
		padded: options.duplexPad === true || to > from,
	});
	const title = job.title !== '' ? job.title : (parts[0]?.title ?? '');
	const { deflate, sha256 } = session.world;
	const mirrored = options.mirrored === true || template.page.mirrored.value;
	/** What goes on paper: page map and comparison know pages as they are laid out, whatever the margins of versos. */
	const onPaper = <T extends Pick<Composed, 'frames' | 'links'>>(pages: T): T =>
		mirrored ? mirrorVersos(pages, template) : pages;
	const frames = from > 0 ? withCopyNumbers(composed.frames, template, fonts, from, to) : composed.frames;
	const { imposition } = options;
	const booklet =
		imposition === 'booklet'
			? bookletSheets(composed.frames.length, frames.length / composed.frames.length, {
					signature: options.signature ?? SIGNATURE,
					paper: options.thickness ?? THICKNESS,
				})
			: null;
	const sheets = booklet?.sheets ?? (imposition === 'marks' ? markedSheets(frames) : undefined);
	const plain = { date: job.date, images: composed.images, deflate, sha256 };
	const paint = (chosen: readonly Frame[], name: string): Promise<Uint8Array> => {
		const pages = onPaper({ frames: chosen, links: [] });
		return Promise.resolve(paintPdf(pages.frames, fonts, { ...plain, title: name, bookmarks: [] }));
	};
	const whole = (): Uint8Array => {
		const links = [...composed.links, ...linksBetween(composed, linkRequests(papers, parts, job.references))];
		const pages = onPaper({ frames, links });
		return paintPdf(pages.frames, fonts, {
			...plain,
			title,
			bookmarks: composed.bookmarks,
			links: pages.links,
			// Copies share their pages: content that is tagged once cannot stand in several of them.
			...(from > 0 ? {} : { tags: composed.tags }),
			...(options.pdfa === undefined || options.pdfa === null ? {} : { conformance: options.pdfa }),
			...(sheets === undefined ? {} : { sheets }),
		});
	};
	const bytes = layoutOnly ? new Uint8Array(0) : whole();
	const hash = (text: string): string => sha256(new TextEncoder().encode(text));
	const pageMap = composed.parts.map(({ first: at, pages }, index): PageMapEntry => {
		const paper = papers[index];
		const part = parts[index];
		const blocks =
			paper === undefined || part === undefined
				? []
				: blockPages(part.laid.pages, paper.document.doc.paragraphs.length);
		const sides = composed.frames.slice(at, at + pages).map((frame) => sideOf(frame, hash));
		return { id: paper?.id ?? '', pages, first: at, hash: paper?.document.hash ?? '', blocks, sides };
	});
	const contents = job.contents ? contentsEntry(composed, hash) : null;
	const record = job.recordPages;
	const recorded = contents === null ? pageMap : [contents, ...pageMap];
	const recordPages = record === null ? null : (file: string) => record(recorded, file);
	return {
		bytes,
		frames: composed.frames,
		faces,
		glyphs,
		informal,
		refusals,
		notes,
		pageMap,
		contents,
		paint,
		sides: sheets?.length ?? frames.length,
		signatures: booklet?.signatures ?? [],
		template,
		collated: composed.parts.map(({ first, pages }, index) => ({
			mark: parts[index]?.label ?? '',
			title: parts[index]?.title ?? '',
			pages,
			first: first + 1,
			sheets: Math.ceil(pages / 2),
			copies: papers[index]?.material?.copies ?? null,
			binding: papers[index]?.material?.binding ?? null,
			duplex: true,
		})),
		title,
		date: job.date,
		recordPages,
	};
}

/**
 * Mentions that lead somewhere: papers of the packet, entries of a paper's own 目录, and its own attachments,
 * tables and figures from where they are named.
 */
function linkRequests(
	papers: readonly Paper[],
	parts: readonly PrintPart[],
	references: readonly PlannedReference[],
): readonly LinkRequest[] {
	const index = new Map(papers.map((paper, at) => [paper.id, at]));
	const requests: LinkRequest[] = [];
	for (const { in: source, block, start, end, target, status } of references) {
		const part = index.get(source);
		const to = target === null ? undefined : index.get(target);
		if (part === undefined || to === undefined || part === to || status === 'ignored' || status === 'dangling')
			continue;
		requests.push({ part, block, start, end, to: { part: to, block: null } });
	}
	parts.forEach(({ laid }, part) => {
		for (const [block, target] of laid.contents) {
			const end = papers[part]?.document.doc.paragraphs[block]?.text.length ?? 0;
			requests.push({ part, block, start: 0, end, to: { part, block: target } });
		}
	});
	papers.forEach(({ outline, document }, part) => {
		for (const { block, start, end, target } of innerLinks(document.doc, outline))
			requests.push({ part, block, start, end, to: { part, block: target } });
		for (const { block, number } of outline.listedAttachments) {
			const present = outline.presentAttachments.find((entry) => entry.number === number);
			const end = document.doc.paragraphs[block]?.text.length ?? 0;
			if (present !== undefined) requests.push({ part, block, start: 0, end, to: { part, block: present.block } });
		}
	});
	return requests;
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
