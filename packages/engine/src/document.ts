import type { Bilingual, Change, Doc, Problem, Unsayable } from '@bianxu/model';
import {
	type DocxOptions,
	lowerDocx,
	lowerMarkdown,
	readDocx,
	readMarkdown,
	type StyleShare,
	styleDepth,
} from '@bianxu/parser';
import { applyTextEdits } from '@bianxu/model';
import { extensionOf } from './path.ts';
import type { Session } from './session.ts';

/** A document that was read, with the way back: changes to new bytes in its own language. */
export interface OpenDocument {
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly hash: string;
	readonly doc: Doc;
	/** Splices the changes; what the language cannot say comes back by name. Bytes are the old ones when nothing changed. */
	readonly rewrite: (changes: readonly Change[], options?: RewriteOptions) => Rewritten;
	/** Bytes of a part of the package; null when it cannot be read, and for Markdown, whose pictures are files beside it. */
	readonly part: (name: string) => Uint8Array | null;
	/** Opens what this document was rewritten to: what the rewriting left alone is not read again. */
	readonly readBack: (bytes: Uint8Array, hash: string) => Opened;
	/** For each of these changes the style through which it would be written, null where it is written directly. */
	readonly depthOf: (changes: readonly Change[]) => (change: Change) => StyleShare | null;
}

/** How a document will be written; Markdown has only one way. */
export interface RewriteOptions {
	/** The difference will be told as tracked changes: what those cannot say is unsayable. */
	readonly tracked?: boolean;
	/** All changes that are asked for, those of later rounds too: a style is changed when all its users are among them. */
	readonly wanted?: readonly Change[];
	/** No style is changed. */
	readonly direct?: boolean;
}

export interface Rewritten {
	readonly bytes: Uint8Array;
	readonly unsayable: readonly Unsayable[];
}

/** Either a document or the one reason why there is none. */
export type Opened =
	| { readonly document: OpenDocument; readonly refused: null }
	| { readonly document: null; readonly refused: Problem };

/** Extensions that are read as documents; `.pdf` is for `reject` only. */
export const DOCUMENT_EXTENSIONS = ['.docx', '.dotx', '.docm', '.md'] as const;

function isDocument(extension: string): boolean {
	return (DOCUMENT_EXTENSIONS as readonly string[]).includes(extension);
}

/** Opens bytes by their extension. Never throws on content. */
export function openDocument(session: Session, path: string, bytes: Uint8Array): Opened {
	const extension = extensionOf(path);
	if (!isDocument(extension)) return { document: null, refused: unsupported(extension) };
	const hash = session.world.sha256(bytes);
	return session.remember('open', `${extension === '.md' ? 'md' : 'docx'}:${hash}`, () =>
		extension === '.md' ? openMarkdown(path, bytes, hash) : openDocx(session, path, bytes, hash),
	);
}

/**
 * As `openDocument` for somebody who only reads: the scanned parts, most of a document's memory, are let go and read
 * again should it be written after all.
 */
export function openReading(session: Session, path: string, bytes: Uint8Array): Opened {
	const extension = extensionOf(path);
	if (extension === '.md' || !isDocument(extension)) return openDocument(session, path, bytes);
	const hash = session.world.sha256(bytes);
	return session.remember('read', `docx:${hash}`, () => {
		const opened = openDocx(session, path, bytes, hash);
		if (opened.document === null) return opened;
		const { doc } = opened.document;
		// The same bytes were read a moment ago.
		const again = (): OpenDocument => {
			const { document } = openDocument(session, path, bytes);
			if (document === null) throw new Error(`${path} was readable before`);
			return document;
		};
		const document: OpenDocument = {
			path,
			bytes,
			hash,
			doc,
			rewrite: (changes, options) => again().rewrite(changes, options),
			part: (name) => again().part(name),
			readBack: (next, nextHash) => again().readBack(next, nextHash),
			depthOf: (changes) => again().depthOf(changes),
		};
		return { document, refused: null };
	});
}

/**
 * As `openDocument` for somebody who renumbers: not kept, because nobody asks for it again, and without metadata and
 * reports of what was not read.
 */
export function openFresh(session: Session, path: string, bytes: Uint8Array, hash: string): Opened {
	const extension = extensionOf(path);
	if (!isDocument(extension)) return { document: null, refused: unsupported(extension) };
	return extension === '.md'
		? openMarkdown(path, bytes, hash)
		: openDocx(session, path, bytes, hash, { reports: false });
}

function openMarkdown(path: string, bytes: Uint8Array, hash: string): Opened {
	const read = readMarkdown(bytes);
	if (read.refusal !== undefined) return { document: null, refused: read.refusal };
	const { doc, text } = read;
	const rewrite = (changes: readonly Change[]): Rewritten => {
		const lowered = lowerMarkdown(doc, text, changes);
		if (lowered.edits.length === 0) return { bytes, unsayable: lowered.unsayable };
		const edited = applyTextEdits(
			text,
			lowered.edits.map((edit) => ({ start: edit.range.start, end: edit.range.end, text: edit.text })),
		);
		return { bytes: withMark(bytes, new TextEncoder().encode(edited)), unsayable: lowered.unsayable };
	};
	const readBack = (next: Uint8Array, nextHash: string): Opened => openMarkdown(path, next, nextHash);
	return {
		document: { path, bytes, hash, doc, rewrite, part: () => null, readBack, depthOf: () => () => null },
		refused: null,
	};
}

/** Puts back the byte-order mark that the text was read without. */
function withMark(original: Uint8Array, encoded: Uint8Array): Uint8Array {
	const marked = original[0] === 0xef && original[1] === 0xbb && original[2] === 0xbf;
	if (!marked) return encoded;
	const bytes = new Uint8Array(encoded.length + 3);
	bytes.set([0xef, 0xbb, 0xbf]);
	bytes.set(encoded, 3);
	return bytes;
}

function openDocx(session: Session, path: string, bytes: Uint8Array, hash: string, options: DocxOptions = {}): Opened {
	const read = readDocx(bytes, session.world, options);
	if (read.refusal !== undefined) return { document: null, refused: read.refusal };
	const { doc, source } = read;
	const rewrite = (changes: readonly Change[], options: RewriteOptions = {}): Rewritten => {
		const lowered = lowerDocx(doc, source, changes, options);
		return { bytes: lowered.edits.length === 0 ? bytes : lowered.write(session.world), unsayable: lowered.unsayable };
	};
	const part = (name: string): Uint8Array | null => {
		const content = source.pkg.read(name);
		return content instanceof Uint8Array ? content : null;
	};
	const readBack = (next: Uint8Array, nextHash: string): Opened =>
		openDocx(session, path, next, nextHash, { reports: false, before: source });
	const depthOf: OpenDocument['depthOf'] = (changes) => styleDepth(doc, source, changes).through;
	return { document: { path, bytes, hash, doc, rewrite, part, readBack, depthOf }, refused: null };
}

function unsupported(extension: string): Problem {
	const shown = extension === '' ? '（无扩展名）' : extension;
	const known: Readonly<Record<string, Bilingual>> = {
		'.doc': {
			zh: '这是旧版 .doc 文件，请在 Word 或 WPS 中另存为 .docx 后再检查',
			en: 'This is an old .doc file; save it as .docx in Word or WPS and check again',
		},
		'.wps': {
			zh: '这是 WPS 专用格式，请另存为 .docx 后再检查',
			en: 'This is a WPS file; save it as .docx and check again',
		},
		'.pdf': { zh: '印件（PDF）请用 bianxu reject 核验', en: 'Use bianxu reject for a print (PDF)' },
	};
	return {
		code: 'unsupported-file',
		message: known[extension] ?? {
			zh: `不支持的文件类型 ${shown}，只读 .docx、.dotx、.docm、.md`,
			en: `File type ${shown} is not supported; .docx, .dotx, .docm and .md are read`,
		},
	};
}
