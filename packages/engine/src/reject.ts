import { resolveTemplate } from '@bianxu/config';
import {
	claimOf,
	type Diagnostic,
	type Frame,
	type ManifestMaterial,
	type RejectFinding,
	type RejectResult,
	type Template,
} from '@bianxu/model';
import type { comparePrint as ComparePrint, OpenPrint } from '@bianxu/proof';
import type { PagePicture, RejectHead } from '@bianxu/report';
import { runPrintRules } from '@bianxu/rules';
import { checkBytes } from './check.ts';
import { base64Of, pngOf } from './page-image.ts';
import { loadPacket } from './packet-files.ts';
import { isWorkbook } from './packet-workbook.ts';
import { ancestorsOf, directoryOf, extensionOf, joinPath, nameOf, relativeTo } from './path.ts';
import { printSource } from './print.ts';
import type { PrintProblem } from './print-papers.ts';
import { withOldEditions } from './reject-old-edition.ts';
import { signFindings } from './reject-signed.ts';
import type { Session } from './session.ts';
import {
	type LocatedManifest,
	manifestAt,
	type Options,
	settingsFor,
	templateOptions,
	unfinishedIn,
} from './settings.ts';

export interface RejectRequest {
	/** Absolute path of a document or of a print (.pdf). */
	readonly path: string;
	/** Absolute path of what the print is compared with: a document or a packet.yaml. */
	readonly against?: string;
	readonly options: Options;
	/** Warnings that somebody signs for, RULE[@PAGE][=REASON], and who does. */
	readonly accepts?: readonly string[];
	readonly by?: string;
	/** Make pictures of pages with findings, for a report in HTML. */
	readonly pictures: boolean;
}

/** A verdict with what its report needs, or why there is none. */
export type Rejected =
	| {
			readonly refusals: readonly PrintProblem[];
			readonly result: null;
	  }
	| {
			readonly refusals: readonly [];
			readonly result: RejectResult;
			readonly head: RejectHead;
			readonly pages: readonly PagePicture[];
	  };

/** Pages that a report shows at most, and their resolution (1 is 72 dots per inch). */
const MOST_PICTURES = 8;
const PICTURE_SCALE = 60 / 72;

/** The reader of prints is loaded when a print is read, not with the program. */
const loadProof = () => import('@bianxu/proof');

/**
 * The gatekeeper's verdict on one file: a document is judged by its findings (revise), a print by what is on its pages
 * (reprint), with `against` beside our own print of the source. Rejects with the World's error when a file cannot be
 * read; never on content.
 */
export async function rejectSource(session: Session, request: RejectRequest): Promise<Rejected> {
	const judged = await (extensionOf(request.path) === '.pdf'
		? rejectPrint(session, request)
		: rejectDocument(session, request));
	if (judged.result === null) return judged;
	const { accepts = [], by = '' } = request;
	const off = signFindings(judged.result.findings, accepts, by, judged.head.date);
	if (off.refused !== undefined) return refused(request.path, off.refused);
	const { findings, signed } = off;
	return signed.length === 0 ? judged : { ...judged, result: { ...judged.result, findings, signed } };
}

async function rejectDocument(session: Session, { path, against, options }: RejectRequest): Promise<Rejected> {
	if (against !== undefined) return refused(path, AGAINST_NEEDS_PRINT);
	const settings = await settingsFor(session, path, options);
	// A paper that may be of the old numbers or of the new ones is not let pass.
	const unfinished = unfinishedIn(settings);
	if (unfinished !== null) return { refusals: refusalsOf(path, unfinished), result: null };
	const checked = checkBytes(session, path, await session.world.readFile(path), settings);
	if (checked.document === null) return { refusals: refusalsOf(path, checked.result.refused), result: null };
	const { suppressed } = checked.result;
	const findings = checked.result.diagnostics.map(findingOf);
	const material = await materialOf(session, path, options);
	const mark = claimOf(checked.outline, 'file-mark');
	return {
		refusals: [],
		result: {
			path,
			verdict: findings.some(({ severity }) => severity === 'error') ? 'revise' : 'accept',
			material: material?.id ?? null,
			findings,
			...(suppressed === undefined ? {} : { suppressed }),
		},
		head: {
			number: mark === undefined ? '' : (checked.document.doc.paragraphs[mark.block]?.text.trim() ?? ''),
			title: material?.title || checked.outline.title || nameOf(path),
			department: material?.department ?? '',
			date: settings.date,
		},
		pages: [],
	};
}

function findingOf(diagnostic: Diagnostic): RejectFinding {
	const { rule, severity, expected, actual, source, message, place } = diagnostic;
	return { rule, severity, page: null, line: null, expected, actual, source, message, text: place.text };
}

/** What a print is compared with. */
interface Source {
	readonly frames: readonly Frame[] | null;
	readonly template: Template;
	readonly head: RejectHead;
	readonly material: string | null;
}

async function rejectPrint(session: Session, request: RejectRequest): Promise<Rejected> {
	const { path } = request;
	const bytes = await session.world.readFile(path);
	const wasm = await session.assets.pdfium().catch(() => null);
	if (wasm === null) return refused(path, NO_READER);
	const { readPrint, comparePrint } = await loadProof();
	const open = await readPrint(bytes, wasm);
	if (open.refusal !== undefined) return { refusals: refusalsOf(path, open.refusal), result: null };
	try {
		const source = await sourceOf(session, request, open.print.frames);
		if ('refusals' in source) return { refusals: source.refusals, result: null };
		const judged = judgePrint(open, source, comparePrint);
		const packet = await packetPathOf(session, request);
		const findings =
			packet === null ? judged : await withOldEditions(session, packet, open.print.frames, source.material, judged);
		return {
			refusals: [],
			result: {
				path,
				verdict: findings.some(({ severity }) => severity === 'error') ? 'reprint' : 'accept',
				material: source.material,
				findings,
			},
			head: source.head,
			pages: request.pictures ? picturesOf(session, open, findings) : [],
		};
	} finally {
		open.close();
	}
}

/** The packet that a print belongs to: what it is compared with, else the one around either file. */
async function packetPathOf(session: Session, { path, against, options }: RejectRequest): Promise<string | null> {
	if (against !== undefined && (/\.ya?ml$/i.test(against) || isWorkbook(against))) return against;
	return (await packetOf(session, against ?? path, options))?.path ?? null;
}

/** What the comparison of pages finds, and what the rules on a print alone find; what they could not see is a remark. */
function judgePrint(
	open: OpenPrint,
	{ template, frames }: Source,
	comparePrint: typeof ComparePrint,
): readonly RejectFinding[] {
	const { print } = open;
	const alone = runPrintRules({ frames: print.frames, fonts: print.fonts, about: print.about ?? {}, template });
	const unseen = alone.unchecked.map(
		({ code, message }): RejectFinding => ({
			rule: code,
			severity: 'info',
			page: null,
			line: null,
			expected: null,
			actual: null,
			source: { level: 'project', doc: '编序', clause: '' },
			message,
			text: '',
		}),
	);
	const rank = { error: 0, warning: 1, info: 2 } as const;
	return [...comparePrint(print, template, frames), ...alone.findings, ...unseen].sort(
		(a, b) => rank[a.severity] - rank[b.severity],
	);
}

async function sourceOf(
	session: Session,
	{ path, against, options }: RejectRequest,
	printed: readonly Frame[],
): Promise<Source | { readonly refusals: readonly PrintProblem[] }> {
	const settings = await settingsFor(session, against ?? path, options);
	const unfinished = unfinishedIn(settings);
	if (unfinished !== null) return { refusals: refusalsOf(path, unfinished) };
	const { date } = settings;
	if (against === undefined) {
		const template = resolveTemplate(
			settings.template === 'auto' ? 'base' : settings.template,
			templateOptions(settings),
		);
		return { frames: null, template, head: { number: '', title: '', department: '', date }, material: null };
	}
	const ours = await printSource(session, { path: against, options, contents: true, strictFonts: false });
	const { template } = ours;
	if (ours.refusals.length > 0 || template === null) return { refusals: ours.refusals };
	if (['.yaml', '.yml'].includes(extensionOf(against)) || isWorkbook(against)) {
		const located = await locatedAt(session, against);
		const title = located === null ? '' : `${located.manifest.session.organ}会议材料`;
		const frames = hasContents(printed) ? ours.frames : withoutContents(ours.frames);
		return { frames, template, head: { number: '', title, department: '', date }, material: null };
	}
	const material = await materialOf(session, against, options);
	const checked = checkBytes(session, against, await session.world.readFile(against), settings);
	const mark = checked.document === null ? undefined : claimOf(checked.outline, 'file-mark');
	const title = checked.document === null ? '' : checked.outline.title;
	return {
		frames: ours.frames,
		template,
		head: {
			number: mark === undefined ? '' : (checked.document?.doc.paragraphs[mark.block]?.text.trim() ?? ''),
			title: material?.title || title || nameOf(against),
			department: material?.department ?? '',
			date,
		},
		material: material?.id ?? null,
	};
}

/** True when a print begins with its contents (目录): a packet is printed with or without. */
function hasContents(frames: readonly Frame[]): boolean {
	const text = (frames[0]?.items ?? []).map((item) => (item.kind === 'text' ? item.text : '')).join('');
	return text.replaceAll(/\s/gu, '').startsWith('目录');
}

function withoutContents(frames: readonly Frame[]): readonly Frame[] {
	const first = frames.findIndex((frame) => frame.material !== '');
	return first <= 0 ? frames : frames.slice(first).map((frame, index) => ({ ...frame, index }));
}

/** Pictures of the pages with findings, the first ones; the first page when all findings are about the whole print. */
function picturesOf(session: Session, open: OpenPrint, findings: readonly RejectFinding[]): readonly PagePicture[] {
	if (findings.length === 0) return [];
	const named = new Set(findings.flatMap(({ page }) => (page === null ? [] : [page])));
	const pages = named.size === 0 ? [1] : [...named].slice(0, MOST_PICTURES).sort((a, b) => a - b);
	return pages.map((page) => {
		const png = pngOf(open.picture(page - 1, PICTURE_SCALE), session.world);
		const titles = findings.flatMap((finding, index) => (finding.page === page ? [`${index + 1}`] : []));
		return {
			page,
			title: titles.map((number) => `№${number}`).join(' '),
			dataUri: `data:image/png;base64,${base64Of(png)}`,
		};
	});
}

/** The material that a file is in its packet: that of `--packet`, else of the nearest packet.yaml; null outside of one. */
async function materialOf(session: Session, path: string, options: Options): Promise<ManifestMaterial | null> {
	const located = await packetOf(session, path, options);
	if (located === null) return null;
	const inside = relativeTo(located.folder, path);
	const materials = located.manifest.items.flatMap((item) => item.materials);
	return materials.find((material) => material.file === inside) ?? null;
}

async function packetOf(session: Session, path: string, options: Options): Promise<LocatedManifest | null> {
	const candidates =
		options.packet === undefined
			? ancestorsOf(directoryOf(path)).map((folder) => joinPath(folder, 'packet.yaml'))
			: [options.packet];
	for (const candidate of candidates) {
		if ((await session.world.kindOf(candidate)) !== 'file') continue;
		return locatedAt(session, candidate);
	}
	return null;
}

/** The manifest of a packet, from packet.yaml or a workbook; null when it cannot be used. */
async function locatedAt(session: Session, path: string): Promise<LocatedManifest | null> {
	if (!isWorkbook(path)) {
		const read = await manifestAt(session, path);
		return 'manifest' in read ? read : null;
	}
	const loaded = await loadPacket(session, path);
	if ('refused' in loaded) return null;
	const { folder, manifest, manifestBytes, problems } = loaded;
	return { folder, path, manifest, bytes: manifestBytes, problems };
}

function refusalsOf(path: string, problem: PrintProblem['problem'] | null): readonly PrintProblem[] {
	return problem === null ? [] : [{ path, problem }];
}

function refused(path: string, problem: PrintProblem['problem']): Rejected {
	return { refusals: [{ path, problem }], result: null };
}

const AGAINST_NEEDS_PRINT = {
	code: 'reject-against',
	message: {
		zh: '--against 只用于核验印件（.pdf）；文档请直接核验，不带 --against',
		en: '--against is for prints (.pdf); a document is judged on its own',
	},
};

const NO_READER = {
	code: 'print-reader',
	message: {
		zh: '缺少读取 PDF 的部件 pdfium.wasm，请重新安装编序',
		en: 'pdfium.wasm, which reads PDF, is missing; install Bianxu again',
	},
};
