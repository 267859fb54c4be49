/** A directory entry as World lists it. */
export interface DirectoryEntry {
	readonly name: string;
	readonly kind: 'file' | 'directory' | 'other';
}

/** A font file that the machine offers: `data` is read only when a face of it is chosen. */
export interface FontSource {
	/** Shown in `doctor`; never written into output. */
	readonly path: string;
	/** 'office' (the user's folder), 'system', 'pack' (set up by the project). */
	readonly origin: 'office' | 'system' | 'pack';
	readonly read: () => Promise<Uint8Array>;
	/** `length` bytes from `start`, fewer at the end: names are read without the outlines. Absent where only whole files can be had. */
	readonly readPart?: (start: number, length: number) => Promise<Uint8Array>;
}

/** Errors of World carry a code such as ENOENT, EACCES, ENOSPC so that messages can say what to do. */
export interface WorldError extends Error {
	readonly code: string;
}

/**
 * The only door to the outside: files, fonts, time, compression. Async where the machine is, synchronous where it is
 * arithmetic. The CLI implements it on Node, the page on File and Blob, tests in memory.
 */
export interface World {
	/** Whole file. Rejects with a WorldError. */
	readonly readFile: (path: string) => Promise<Uint8Array>;
	/**
	 * Creates or replaces a file's bytes and flushes them to the disk. Callers write beside and rename. `like` names a file
	 * whose permissions the new one has from its first byte on: a copy of a paper is closed to whom the paper is closed.
	 */
	readonly writeFile: (path: string, bytes: Uint8Array, like?: string) => Promise<void>;
	/** Gives a file or folder another name; a file that takes the place of another one takes its permissions too. */
	readonly rename: (from: string, to: string) => Promise<void>;
	/**
	 * Gives a file a second name, so that its bytes stay when another file takes the first one. False where the disk has no
	 * such names; absent where there are none.
	 */
	readonly link?: (from: string, to: string) => Promise<boolean>;
	/** True for a file that its owner has made read-only. Absent where there is no such mark. */
	readonly isReadOnly?: (path: string) => Promise<boolean>;
	readonly remove: (path: string) => Promise<void>;
	readonly makeDirectory: (path: string) => Promise<void>;
	readonly list: (path: string) => Promise<readonly DirectoryEntry[]>;
	/** null when there is nothing at the path. Symbolic links are not followed: they are 'other'. */
	readonly kindOf: (path: string) => Promise<DirectoryEntry['kind'] | null>;
	/** Flushes a directory so that renames in it survive a power cut; does nothing where the system has no such call. */
	readonly syncDirectory: (path: string) => Promise<void>;
	/** Raw inflate of at most `maxOutput` bytes; throws RangeError beyond it, Error on corrupt data. */
	readonly inflateRaw: (data: Uint8Array, maxOutput: number) => Uint8Array;
	/** CRC-32 (APPNOTE 4.4.7) where the host has a native one. */
	readonly crc32?: (data: Uint8Array) => number;
	/** Text of valid UTF-8 with a byte-order mark kept, undefined for invalid bytes; where the host has a fast one. */
	readonly decodeUtf8?: (data: Uint8Array) => string | undefined;
	readonly deflateRaw: (data: Uint8Array) => Uint8Array;
	/** Zlib stream (RFC 1950) for PDF. `dense`: the data hardly repeat (glyph outlines), looking for repeats is not worth its time. */
	readonly deflate: (data: Uint8Array, dense?: boolean) => Uint8Array;
	/** Brotli (RFC 7932) of at most `maxOutput` bytes, for WOFF2 fonts; absent where there is none. Throws as `inflateRaw` does. */
	readonly unbrotli?: (data: Uint8Array, maxOutput: number) => Uint8Array;
	/** SHA-256, lower-case hex. */
	readonly sha256: (data: Uint8Array) => string;
	/** SHA-512, lower-case hex, where the host has it: other systems ask for it of exported files. */
	readonly sha512?: (data: Uint8Array) => string;
	/** A name of lower-case letters, digits and hyphens that no other call of any process gives: for what is being prepared. */
	readonly uniqueName: () => string;
	readonly fonts: () => Promise<readonly FontSource[]>;
	/** Today as YYYY-MM-DD; only `engine` asks, and only when no date was given. */
	readonly today: () => string;
}
